// Two days → what differs between them, place by place: words that came and went, the acts that
// did it, and what cannot be told because words are not known.
'use strict';
nusqa.compare = (() => {
  const { book, page, panel, places } = nusqa;
  const { make, word, say } = nusqa.language;
  const { data } = book;
  const element = document.getElementById('compare');
  const text = document.getElementById('text');
  let days = null;
  let beside = false;

  const words = (place, leaf) => (leaf.f === 3 ? book.text(book.version(place, leaf).t) : null);
  /// True where something may stand whose words, or whose state, are not known.
  const unknown = (leaf) => book.status(leaf.s) === 'unknown' || ['gap', 'open'].includes(book.seen(leaf))
    || Boolean(leaf.u && leaf.u.some((address) => !address.endsWith('/*')));
  const there = (leaf) => ['words', 'container', 'suspended'].includes(book.seen(leaf));
  /// What becomes of a place between two stretches; null where it stays as it is.
  const change = (place, from, to) => {
    const [a, b] = [book.leaf(place, from), book.leaf(place, to)];
    if (a === b) return null;
    const [before, after] = [words(place, a), words(place, b)];
    if (unknown(a) || unknown(b)) {
      const same = before === after && book.seen(a) === book.seen(b) && a.v === b.v;
      const silent = [a, b].every((leaf) => book.seen(leaf) === 'nothing');
      return same || silent ? null : { kind: 'unknown', before, after, a, b };
    }
    if (there(a) && !there(b)) return { kind: 'removed', before, after: null, a, b };
    if (!there(a) && there(b)) return { kind: 'added', before: null, after, a, b };
    if (!there(a) || (before === after && a.s === b.s)) return null;
    const [old, fresh] = [book.version(place, a), book.version(place, b)];
    const kind = old && fresh && (old.n || 0) !== (fresh.n || 0) ? 'replaced' : 'changed';
    return { kind, before, after, a, b };
  };
  /// The acts that turned a place between two stretches, with their orders.
  const causes = (place, from, to) => {
    const seen = new Set();
    const told = [];
    for (let at = from + 1; at <= to; at++) {
      const leaf = book.leaf(place, at);
      if (leaf === book.leaf(place, at - 1)) continue;
      const version = book.version(place, leaf);
      if (!version || version.i === undefined || seen.has(version)) continue;
      if (version === book.version(place, book.leaf(place, from))) continue;
      seen.add(version);
      const cause = make('p.why', {}, panel.named(version.i));
      const orders = (version.p || []).filter(([kind]) => ['instruction', 'note'].includes(data.evidence[kind]));
      orders.slice(0, 3).forEach((piece) => cause.append('; ', book.evidence(piece)));
      told.push(cause);
    }
    return told;
  };

  const marked = (runs, drop) => runs.filter(([op]) => op !== drop).map(([op, run]) => {
    if (op === 'equal') return run;
    return make(op === 'insert' ? 'ins' : 'del', {}, run);
  });
  /// One side by itself: its words, or why there are none.
  const side = (leaf, said, mark) => {
    if (said !== null) return make('div', {}, mark ? make(mark, {}, said) : said);
    const seen = book.seen(leaf);
    const states = ['gap', 'open', 'gone', 'suspended'];
    const code = states.includes(seen) ? `site_state_${seen}` : unknown(leaf) ? 'site_state_gap' : 'site_change_no_words';
    return make('div', {}, make('p.state', {}, word(code)));
  };
  const shown = (one) => {
    const text = make('div.text', { lang: 'kk' });
    if (one.kind === 'unknown' || one.before === null || one.after === null) {
      const [del, ins] = one.kind === 'unknown' ? [null, null] : ['del', 'ins'];
      const sides = [side(one.a, one.before, del), side(one.b, one.after, ins)];
      if (one.kind === 'unknown' || beside) {
        sides.forEach((part, at) => part.prepend(make('p.on', {}, nusqa.language.day(days[at]))));
        text.append(...sides);
      } else text.append(sides[one.kind === 'removed' ? 0 : 1]);
      return text;
    }
    const runs = nusqa.words.differ(one.before, one.after);
    if (!beside) text.append(...marked(runs));
    else text.append(make('div', {}, ...marked(runs, 'insert')), make('div', {}, ...marked(runs, 'delete')));
    return text;
  };

  const render = () => {
    const [from, to] = days.map(book.stretch);
    const found = [];
    let open = 0;
    let covered = null;
    book.places.forEach((place, at) => {
      const one = from === to ? null : change(place, from, to);
      if (!one) {
        // The same gap on both days may hide a change.
        if ([from, to].some((stretch) => unknown(book.leaf(place, stretch)))) open++;
        return;
      }
      // What comes or goes with its container is told there, with its words.
      if (covered && book.inside(place, covered.place) && ['added', 'removed'].includes(one.kind) && covered.kind === one.kind && one.before === null && one.after === null) return;
      covered = { place, kind: one.kind };
      found.push([at, place, one]);
    });
    const [day, end] = days;
    const field = (id, code, value) => {
      const input = make('input', { type: 'date', id, value });
      input.addEventListener('change', () => { if (input.value) nusqa.go({ day: id === 'from' ? input.value : days[0], to: id === 'to' ? input.value : days[1] }); });
      return [make('label', { for: id, 'data-say': code }, say(code)), input];
    };
    const layout = (code, value) => {
      const button = make('button', { type: 'button', 'aria-pressed': String(beside === value) }, word(code));
      button.addEventListener('click', () => { beside = value; render(); });
      return button;
    };
    const close = make('button', { type: 'button', id: 'compare-end' }, word('site_compare_end'));
    close.addEventListener('click', () => nusqa.go({ day: end }));
    const head = make('div.compare-days', {}, ...field('from', 'site_compare_from', day), ...field('to', 'site_compare_to', end),
      layout('site_compare_inline', false), layout('site_compare_beside', true), close);
    const code = found.length ? 'site_compare_result' : 'site_compare_same';
    element.classList.toggle('beside', beside);
    const told = make('p.shown', { 'aria-live': 'polite' }, say(code, { from: day, to: end, count: found.length }));
    if (open) told.append(' ', say('site_compare_open', { count: open }));
    element.replaceChildren(head, told,
      ...found.map(([at, place, one]) => make('section.change', { 'data-of': place.a },
        make('h3', {}, make('a', { href: places.write(place.a, end), lang: 'kk' }, place.l), ' ', make('span.kind', {}, word(`site_change_${one.kind}`))),
        shown(one), ...causes(place, from, to))));
  };
  const open = (from, to) => {
    days = from <= to ? [from, to] : [to, from];
    render();
    element.hidden = false;
    text.hidden = true;
  };
  const shut = () => {
    days = null;
    element.hidden = true;
    text.hidden = false;
  };
  document.addEventListener('nusqa-language', () => { if (days) render(); });
  return { open, shut, isOpen: () => days !== null };
})();
