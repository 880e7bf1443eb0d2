// The data of an act → what each place is on a day. Everything was worked out by the program; here
// it is only looked up: the stretch of the day, and in each place the last leaf before it.
'use strict';
nusqa.book = (() => {
  const data = nusqa.act;
  const { places, days, texts } = data;

  // What goes without saying is left out of the file.
  for (const place of places) {
    for (const leaf of place.s) {
      leaf.s ??= 0;
      leaf.c ??= leaf.o;
      leaf.f ??= 3;
    }
  }

  /// The position of the first item for which `after` is true.
  const partition = (list, after) => {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (after(list[middle])) high = middle; else low = middle + 1;
    }
    return low;
  };
  /// The stretch in which a day lies.
  const stretch = (day) => partition(days, (first) => first > day);
  /// What a place is in a stretch.
  const leaf = (place, at) => place.s[Math.max(0, partition(place.s, (one) => one.n > at) - 1)];
  /// The first day of a stretch and the first day after it; nothing where there is none.
  const bounds = (at) => [days[at - 1], days[at]];

  const status = (number) => data.statuses[number];
  const certainty = (number) => data.certainties[number];
  const kind = (place) => data.kinds[place.k];
  const version = (place, one) => (one.v === undefined ? undefined : place.v[one.v]);
  const text = (number) => (number === undefined ? null : texts[number]);

  /// What a reader is shown of a place.
  const seen = (one) => {
    const listed = one.f & 1;
    if (one.f === 3) return 'words';
    if (one.a && listed) return 'open';
    if (listed && status(one.s) === 'repealed') return 'gone';
    if (listed && status(one.s) === 'suspended') return 'suspended';
    if (one.u && (!one.h || listed)) return 'gap';
    return listed && status(one.s) === 'in_force' ? 'container' : 'nothing';
  };
  /// The words of a provision with its parts in a stretch, gaps shown, as the program answers it;
  /// null where there are none.
  const words = (at, when) => {
    const lines = [];
    const gap = () => { if (lines[lines.length - 1] !== '[…]') lines.push('[…]'); };
    const root = at < 0 ? { h: 0 } : leaf(places[at], when);
    if (at >= 0 && status(root.s) !== 'in_force') return null;
    for (let i = at < 0 ? 0 : at; i < places.length; i++) {
      if (i > at && at >= 0 && !inside(places[i], places[at])) break;
      const one = leaf(places[i], when);
      if ((one.h || 0) !== (root.h || 0)) continue;
      if (one.f & 2) lines.push(text(version(places[i], one).t));
      else if (one.u) gap();
    }
    return lines.some((line) => line !== '[…]') ? lines.join('\n') : null;
  };
  /// True for a place inside another: places stand in document order, so that depth decides.
  const inside = (place, outer) => place.d > outer.d;

  const numbers = new Map(places.map((place, at) => [place.a, at]));
  const anchor = (address) => address.replace(/ /g, '_');
  /// `file:78-98 (order)`, as words; the file by its number or its name.
  const evidence = ([what, file, first, last]) => {
    const lines = first === last ? first : `${first}-${last}`;
    const kind = nusqa.language.word(`evidence_${data.evidence[what]}`);
    const { make } = nusqa.language;
    const name = typeof file === 'number' ? data.files[file] : file;
    return make('span.evidence', {}, make('code', {}, `${name}:${lines}`), ' – ', kind);
  };

  return {
    data, places, days, stretch, leaf, bounds, status, certainty, kind, version, text, seen, words,
    inside, numbers, anchor, evidence,
  };
})();
