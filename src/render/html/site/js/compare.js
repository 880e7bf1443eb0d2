// Two days → what differs between them, as the program's own comparison tells it: its answers for
// any two days are loaded when they are first asked for, those of the two days chosen and drawn.
'use strict';
nusqa.compare = (() => {
  const { book, unit: reading, places } = nusqa;
  const { make, word, say, inAll } = nusqa.language;
  const { data } = book;
  const main = document.querySelector('main');
  const element = document.getElementById('compare');
  const text = document.getElementById('text');
  let days = null;
  let turned = false;
  let beside = false;
  let loading = null;

  const load = () => {
    loading ??= new Promise((done) => {
      const script = make('script', { src: element.dataset.file });
      script.addEventListener('load', done);
      script.addEventListener('error', () => { loading = null; done(); });
      document.head.append(script);
    });
    return loading;
  };
  const told = (unit) => nusqa.compared.told[unit.k];
  /// The units that do not say the same on two days, the earlier one first, in document order.
  const units = (from, to) => {
    if (from === to) return [];
    const [earlier, later] = [book.stretch(from), book.stretch(to)];
    return nusqa.compared.units.filter(({ s }) => {
      for (let at = 0; at < s.length; at += 4) {
        if (s[at] <= earlier && earlier < s[at + 1] && s[at + 2] <= later && later < s[at + 3]) return true;
      }
      return false;
    });
  };
  /// How many units say the same.
  const same = (from, to) => {
    const [earlier, later] = [book.stretch(from), book.stretch(to)];
    return nusqa.compared.same[earlier][later - earlier];
  };
  /// Units with those that are told with them. Where a part has an entry of its own inside a unit
  /// that is not known, its place is kept in `apart`, by the number of units before it.
  const entries = (all) => {
    const list = [];
    const around = [];
    const within = (unit, outer) => ['/', '#'].some((mark) => data.places[unit.p].a.startsWith(data.places[outer.p].a + mark));
    for (const unit of all) {
      const outer = unit.o === undefined ? undefined : list.findLast((entry) => entry[0].p === unit.o);
      if (outer) { outer.push(unit); continue; }
      while (around.length && !within(unit, around.at(-1)[0])) around.pop();
      const around_it = around.at(-1);
      if (around_it && told(around_it[0]).c === 'unknown') (around_it.apart ??= []).push([around_it.length, unit]);
      const entry = [unit];
      around.push(entry);
      list.push(entry);
    }
    return list;
  };
  /// The units of an entry with the places of those that are told elsewhere: `[unit, elsewhere]`.
  const linesOf = (entry) => {
    const lines = [];
    const apart = [...(entry.apart || [])];
    entry.forEach((unit, at) => {
      while (apart.length && apart[0][0] <= at) lines.push([apart.shift()[1], true]);
      lines.push([unit, false]);
    });
    return [...lines, ...apart.map(([, unit]) => [unit, true])];
  };
  /// By the names by which entries are counted: how many.
  const counts = (list, from, to) => {
    const counted = nusqa.compared.counted.map(() => 0);
    for (const [unit] of list) if (told(unit).g !== undefined) counted[told(unit).g]++;
    counted[counted.length - 1] = same(from, to);
    return counted;
  };
  /// Effects of acts on units, each once, in order: `[effect, flags, source, made]`.
  const causes = (all) => {
    const known = new Map();
    for (const { c = [] } of all) {
      for (let at = 0; at < c.length; at += 4) {
        const told = known.get(c[at]);
        if (told) told[1] |= c[at + 1]; else known.set(c[at], c.slice(at, at + 4));
      }
    }
    return [...known.values()].sort((a, b) => a[0] - b[0]);
  };

  const placeOf = (unit, side) => data.places[side || unit.f === undefined ? unit.p : unit.f];
  const seen = (unit, side) => (side ? unit.a : unit.b);
  const hidden = (unit, side) => Boolean(seen(unit, side)[0] & 1);
  const status = (unit, side) => book.status(seen(unit, side)[0] >> 1);
  /// The words of a unit on one of the days; null where it has none or they are not known.
  const said = (unit, side) => {
    const version = seen(unit, side)[1];
    return version ? book.text(placeOf(unit, side).v[version - 1].t) : null;
  };
  /// How sure a unit is on one of the days, by number.
  const grade = (unit, side) => {
    const graded = seen(unit, side)[2];
    if (!graded || hidden(unit, side)) return 0;
    const place = graded === 1 ? placeOf(unit, side) : data.places[graded - 2];
    return book.leaf(place, book.stretch(days[side])).o;
  };
  /// Runs `[op, before, after]` of a unit whose words are known: equal, delete, insert.
  const runs = (unit) => {
    const [before, after] = [said(unit, 0), said(unit, 1)];
    if (!unit.w) return [];
    if (unit.w === 1) return [before === null ? ['insert', '', after] : ['delete', before, '']];
    const list = [];
    let [was, is] = [0, 0];
    const steps = nusqa.compared.runs[unit.w - 2];
    for (let at = 0; at < steps.length; at += 2) {
      const [op, length] = [steps[at], steps[at + 1]];
      const fresh = op === 3 ? steps[++at + 1] : length;
      const [old, now] = [op === 2 ? 0 : length, op === 1 ? 0 : fresh];
      list.push([['equal', 'delete', 'insert', 'equal'][op], before.slice(was, was + old), after.slice(is, is + now)]);
      [was, is] = [was + old, is + now];
    }
    return list;
  };

  const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);
  const named = (effect) => {
    if (effect.i === undefined) return word('diff_enacted');
    const act = nusqa.compared.acts[effect.i];
    return act.p ? make('a', { href: act.p }, inAll(act.n)) : inAll(act.n);
  };
  const phrase = (at) => inAll(nusqa.compared.phrases[at]);
  const doubts = (flags) => [0, 1].filter((side) => flags & (side + 1))
    .map((side) => make('span.doubt', {}, '; ', say('diff_open', { day: days[side] })));
  const source = (at) => {
    if (!at) return [];
    const [kind, file, first, last] = nusqa.compared.sources[at - 1];
    return [' · ', book.evidence([kind, nusqa.compared.files[file], first, last])];
  };

  const marked = (all, side) => all
    .filter(([op]) => side === undefined || op !== ['insert', 'delete'][side])
    .map(([op, before, after]) => {
      if (op === 'equal') return side === 0 ? before : after;
      return op === 'insert' ? make('ins', {}, after) : make('del', {}, before);
    });
  /// What units say on one of the days; gaps that follow each other are one.
  const column = (shown, side) => {
    const lines = [];
    let gap = false;
    for (const [unit, elsewhere] of shown) {
      const words = said(unit, side);
      if (words !== null && elsewhere) lines.push(make('p.none', {}, say('diff_apart', { place: data.places[unit.p].l })));
      else if (words !== null) lines.push(make('p', { lang: 'kk' }, ...(unit.w ? marked(runs(unit), side) : [words])));
      else if (hidden(unit, side) && !gap) lines.push(make('p.gap', {}, '[…] ', word('site_state_gap')));
      gap = words === null && (hidden(unit, side) || gap);
    }
    return lines;
  };
  const on = (side) => make('p.on', {}, nusqa.language.day(days[side]), ':');
  const drawn = (entry) => {
    const element = make('div.text');
    if (beside) {
      for (const side of [0, 1]) {
        const lines = column(linesOf(entry), side);
        element.append(make('div', {}, on(side), ...(lines.length ? lines : [make('p.none', {}, word('site_change_no_words'))])));
      }
      return element;
    }
    const lines = linesOf(entry);
    const together = ([unit, elsewhere]) => Boolean(unit.w && !elsewhere);
    for (let at = 0; at < lines.length;) {
      let end = at;
      while (end < lines.length && together(lines[end]) === together(lines[at])) end++;
      const part = lines.slice(at, end);
      if (together(lines[at])) element.append(...part.map(([unit]) => make('p', { lang: 'kk' }, ...marked(runs(unit)))));
      else {
        for (const side of [0, 1]) {
          const told = column(part, side);
          if (told.length) element.append(on(side), ...told);
        }
      }
      at = end;
    }
    return element;
  };
  /// State and certainty on a day, by the weakest words of the entry.
  const state = (entry, side) => {
    const [unit] = entry;
    const known = entry.filter((one) => said(one, side) !== null || one === unit).map((one) => grade(one, side)).filter(Boolean);
    const parts = [word(`status_${status(unit, side)}`)];
    if (hidden(unit, side)) parts.push(' · ', make('strong', {}, word('site_state_gap')));
    else if (known.length) parts.push(' · ', word(`certainty_${book.certainty(Math.min(...known))}`));
    return parts;
  };
  const section = (entry) => {
    const [unit] = entry;
    const kind = told(unit);
    const place = data.places[unit.p];
    const moved = ['moved', 'renumbered'].includes(kind.n);
    const sides = [0, 1].flatMap((side) => {
      const leaf = book.leaf(placeOf(unit, side), book.stretch(days[side]));
      return leaf.a && hidden(unit, side) ? [on(side), reading.asked(placeOf(unit, side), leaf)] : [];
    });
    return make(`section.change.t-${kind.n}`, { 'data-of': place.a },
      make('h3', {}, make('span.sign', { 'aria-hidden': 'true' }, kind.s), ' ',
        make('a', { href: places.write(place.a, days[1]), lang: 'kk' }, place.l), ' ',
        make('span.kind', {}, '– ', phrase(kind.l))),
      make('p.why', {}, ...state(entry, 0), ' → ', ...state(entry, 1)),
      moved ? make('p.why', {}, word('diff_by_likeness')) : null,
      drawn(entry), ...sides,
      ...causes(entry).map(([at, flags, piece, made]) => {
        const effect = nusqa.compared.effects[at];
        const what = effect.i === undefined ? [] : [': ', make('strong', {}, phrase(made))];
        return make('p.why.cause', {}, named(effect), ', ', phrase(effect.w), ...what, ...doubts(flags), ...source(piece));
      }),
      unit.u ? make('p.why', {}, word('diff_cause_unknown')) : null);
  };

  /// What is to be said before the entries: what the act was and is, how much changed, by whom.
  const summary = (all, list) => {
    const whole = days.map((day) => data.whole[book.stretch(day)]);
    const absent = whole.map(([status]) => ['not_yet', 'repealed'].includes(book.status(status)));
    const parts = [make('h2', { tabindex: -1 }, say('diff_days', { from: days[0], to: days[1] }))];
    if (turned) parts.push(make('p.notice.turned', {}, word('site_compare_turned')));
    const differs = all.some((unit) => told(unit).c !== 'unknown' || causes([unit]).some(([, flags]) => !(flags & 3)));
    if (!list.length) parts.push(make('p.shown', {}, capital(say('diff_none')), '.'));
    else {
      if (!differs && list.every(([unit]) => told(unit).n === 'unknown')) parts.push(make('p', {}, capital(say('diff_none_known')), '.'));
      parts.push(make('ul.counts', {}, ...counts(list, ...days).flatMap((count, at) => (
        count ? [make('li', {}, inAll(nusqa.compared.counted[at].map(capital)), ' ', make('b', {}, count))] : []))));
      parts.push(make('p.help', {}, word('site_compare_places')));
    }
    parts.push(make('dl.states', {}, ...whole.flatMap(([status], side) => [
      make('dt', {}, nusqa.language.day(days[side])),
      make('dd', {}, word(`status_${book.status(status)}`), ' · ', phrase(nusqa.compared.known[book.stretch(days[side])])),
    ])));
    [0, 1].forEach((side) => {
      if (!absent[side] || absent[1 - side]) return;
      const code = book.status(whole[side][0]) === 'not_yet' ? 'diff_not_yet' : 'diff_no_more';
      parts.push(make('p', {}, say(code, { day: days[side] })));
    });
    if (data.horizon && days[1] > data.horizon) parts.push(make('p.notice', {}, say('site_after_horizon', { day: data.horizon })));
    const acts = causes(all);
    for (const [code, surely] of [['diff_by', 4], ['diff_by_maybe', 0]]) {
      const some = acts.filter(([, flags]) => (flags & 4) === surely);
      if (!some.length) continue;
      parts.push(make('h3', {}, word(code)), make('ul.by', {}, ...some.map(([at, flags]) => {
        const effect = nusqa.compared.effects[at];
        const touched = list.filter((entry) => causes(entry).some(([other]) => other === at));
        return make('li', {}, named(effect), ', ', phrase(effect.w),
          ...(effect.r === undefined ? [] : ['; ', phrase(effect.r)]),
          ' · ', say('site_compare_touched', { count: touched.length }), ...doubts(flags),
          ...(effect.x ? ['; ', word('diff_no_text')] : []));
      })));
    }
    return parts;
  };

  // The head stays while the days change, so that a field keeps the focus.
  const field = (id, code) => {
    const input = make('input', { type: 'date', id, required: '', 'aria-describedby': `${id}-said` });
    input.addEventListener('change', () => {
      if (input.value) nusqa.go({ day: id === 'from' ? input.value : days[0], to: id === 'to' ? input.value : days[1] });
    });
    return make('span.field', {}, make('label', { for: id, 'data-say': code }, say(code)), ' ', input, ' ',
      make('span.day-said', { id: `${id}-said`, 'data-day-of': id }));
  };
  const layouts = [['site_compare_inline', false], ['site_compare_beside', true]].map(([code, value]) => {
    const button = make('button', { type: 'button' }, word(code));
    button.addEventListener('click', () => { beside = value; render(); });
    return [button, value];
  });
  const close = make('button', { type: 'button', id: 'compare-end' }, word('site_compare_end'));
  close.addEventListener('click', () => nusqa.go({ day: days[1] }));
  const head = make('div.compare-days', {}, field('from', 'site_compare_from'), field('to', 'site_compare_to'),
    ...layouts.map(([button]) => button), close);
  const about = make('div.compare-about', { 'aria-live': 'polite' });
  const changes = make('div.changes-of');
  element.append(head, about, changes);

  const render = () => {
    [['from', 0], ['to', 1]].forEach(([id, side]) => { head.querySelector(`#${id}`).value = days[side]; });
    nusqa.language.tellDays();
    layouts.forEach(([button, value]) => button.setAttribute('aria-pressed', String(beside === value)));
    element.classList.toggle('beside', beside);
    if (!nusqa.compared || nusqa.compared.name !== data.name) {
      about.replaceChildren(make('p.notice', {}, word('site_compare_failed')));
      changes.replaceChildren();
      return;
    }
    const all = units(...days);
    const list = entries(all);
    about.replaceChildren(...summary(all, list));
    changes.replaceChildren(...list.map(section));
  };
  /// Compares two days, whichever is the earlier.
  const open = async (from, to) => {
    turned = from > to;
    days = turned ? [to, from] : [from, to];
    element.hidden = false;
    text.hidden = true;
    main.classList.add('comparing');
    await load();
    if (days) render();
  };
  const shut = () => {
    days = null;
    element.hidden = true;
    text.hidden = false;
    main.classList.remove('comparing');
  };
  document.addEventListener('nusqa-language', () => { if (days) render(); });
  return { open, shut, units, entries, counts, causes, runs, said, grade, isOpen: () => days !== null };
})();
