// A place on a day → its part of the page, in the same shape in which the program writes the page.
'use strict';
nusqa.unit = (() => {
  const { book } = nusqa;
  const { make, word, inAll, say } = nusqa.language;
  const { data } = book;
  const signs = { certain: '●', derived: '◆', noted: '◐', presumed: '○', unknown: '?' };
  const states = { gone: '✕', suspended: '‖', open: '≷', gap: '?' };
  const BETWEEN = ' | ';

  const classes = (place, leaf) => [
    'u', `k-${book.kind(place)}`, `s-${book.seen(leaf)}`, `c-${book.certainty(leaf.o)}`,
    `i${Math.min(4, place.x || 0)}`,
  ].join(' ');

  const mark = (place, leaf) => {
    const seen = book.seen(leaf);
    const own = book.certainty(leaf.o);
    const code = states[seen] ? `site_state_${seen}` : `certainty_${own}`;
    return make('a.sign', {
      href: `#${book.anchor(place.a)}`, tabindex: place.b ? undefined : '-1',
      'aria-label': say(code), 'data-say-label': code,
    }, states[seen] || signs[own]);
  };

  /// Words in runs, each with the number by which it is found in the version.
  const runs = (words, from, version) => {
    if (!version.r) return [words];
    const parts = [];
    let at = 0;
    version.r.forEach((run, number) => {
      const [start, end] = [Math.max(at, from), Math.min(at + run.c, from + words.length)];
      if (start < end) {
        parts.push(make('span.run', { 'data-run': number }, words.slice(start - from, end - from)));
      }
      at += run.c;
    });
    return parts;
  };
  const line = (place, version) => {
    const text = book.text(version.t);
    const number = text.slice(0, version.b || 0);
    const element = make(place.h ? `h${place.h}.w` : 'p.w', { lang: 'kk' });
    if (number) element.append(make('span.no', {}, number.trimEnd()), ' ');
    element.append(make('span.t', {}, ...runs(text.slice(version.b || 0), version.b || 0, version)));
    return element;
  };

  const why = (leaf) => {
    const element = make('span.why');
    (leaf.r || []).forEach((reason) => element.append(' ', inAll(data.phrases[reason])));
    return element;
  };
  const called = (place) => make('span.place', { lang: 'kk' }, place.l);
  const dots = () => make('span.dots', { 'aria-hidden': 'true' }, '[…]');
  const side = (place, one) => {
    const condition = make('p.condition', {}, inAll(data.phrases[one.w]), ': ',
      make('b', {}, word(`status_${book.status(one.s)}`)));
    const bare = book.kind(place) === 'annex' && one.v === undefined && book.status(one.s) === 'in_force';
    if (!bare && (book.certainty(one.c) !== 'unknown' || book.status(one.s) !== 'unknown')) {
      condition.append(', ', word(`certainty_${book.certainty(one.c)}`));
    }
    return condition;
  };
  /// Where only one side of an open question has words: its version. They are shown as words.
  const spoken = (place, leaf) => {
    const sides = (leaf.a || []).filter((one) => one.v !== undefined);
    const rows = ['table', 'row', 'table_group', 'column_numbers'].includes(book.kind(place));
    return sides.length === 1 && !rows ? place.v[sides[0].v] : null;
  };
  /// Names an open question: places of the same name differ in their words alone.
  const question = (place, leaf) => (spoken(place, leaf) ? JSON.stringify(leaf.a.map((one) => [one.w, one.s, one.c])) : null);
  const asked = (place, leaf) => {
    const words = spoken(place, leaf);
    return make('div.state.question', {}, make('p', {}, called(place), ' – ', word('site_one_of_these'), ':'),
      ...leaf.a.flatMap((one) => {
        const quote = words || one.v === undefined ? [] : [make('blockquote', { lang: 'kk' }, book.text(place.v[one.v].t))];
        return [side(place, one), ...quote];
      }));
  };
  /// What is not plain, in words.
  const state = (place, leaf) => {
    const seen = book.seen(leaf);
    const parts = [];
    const unknown = leaf.u || [];
    if (seen === 'gone' || seen === 'suspended') {
      parts.push(make('p.state', {}, called(place), ' – ', word(`site_state_${seen}`), '.', why(leaf)));
    } else if (seen === 'open') {
      if (!spoken(place, leaf)) parts.push(asked(place, leaf));
    } else if (unknown.some((address) => !address.endsWith('/*'))) {
      const stands = leaf.v !== undefined && leaf.f & 1;
      const code = stands ? 'site_state_gap' : 'site_gap_may_stand';
      parts.push(make('p.state', {}, dots(), ' ', called(place), ' – ', word(code), '.', why(leaf)));
    }
    if (unknown.some((address) => address.endsWith('/*'))) {
      parts.push(make('p.state.parts', {}, dots(), ' ', word('site_gap_parts'), '.'));
    }
    return parts;
  };

  const row = (at, place, leaf) => {
    const element = make('tr', { class: classes(place, leaf), id: book.anchor(place.a), 'data-p': at });
    const version = book.version(place, leaf);
    const text = leaf.f === 3 ? book.text(version.t) : null;
    if (text === null) {
      element.append(make('td', { colspan: 99 }, mark(place, leaf), ...state(place, leaf)));
      return element;
    }
    const cells = text.split(BETWEEN);
    const spans = book.kind(place) === 'table_group' && cells.length === 1;
    cells.forEach((cell, column) => {
      element.append(make('td', { colspan: spans ? 99 : undefined }, column ? null : mark(place, leaf), cell));
    });
    return element;
  };
  const table = (at, place, leaf, element) => {
    const version = book.version(place, leaf);
    const body = make('table', { lang: 'kk' });
    if (version && version.t !== undefined && leaf.f === 3) {
      const head = make('tr');
      book.text(version.t).split(BETWEEN).forEach((cell) => head.append(make('th', { scope: 'col' }, cell)));
      body.append(make('thead', {}, head));
    }
    body.append(make('tbody'));
    element.append(mark(place, leaf),
      make('div.scroll', { tabindex: 0, role: 'group', 'aria-label': place.l }, body), ...state(place, leaf));
    return element;
  };
  /// The element of a place; for a row, a row.
  const build = (at, place, leaf) => {
    if (place.t) return row(at, place, leaf);
    const element = make('div', { class: classes(place, leaf), id: book.anchor(place.a), 'data-p': at });
    if (book.kind(place) === 'table') return table(at, place, leaf, element);
    element.append(mark(place, leaf));
    const version = book.version(place, leaf);
    if (leaf.f === 3) element.append(line(place, version));
    else if (book.seen(leaf) === 'container' && book.kind(place) === 'annex') {
      element.append(make(`h${place.h}.w`, { lang: 'kk' }, make('span.t', {}, place.l)));
    } else if (book.seen(leaf) === 'open' && spoken(place, leaf)) {
      element.append(asked(place, leaf), line(place, spoken(place, leaf)));
    }
    element.append(...state(place, leaf));
    return element;
  };
  /// True where two leaves show the same words and nothing but words: only their grade differs.
  const sameWords = (a, b) => a.v === b.v && a.f === 3 && b.f === 3 && !a.u && !b.u;
  /// Gives an element that keeps its words the sign of another grade.
  const regrade = (element, place, leaf) => {
    const kept = ['flagged', 'turns'].filter((mark) => element.classList.contains(mark));
    element.className = [classes(place, leaf), ...kept].join(' ');
    const own = book.certainty(leaf.o);
    const link = element.querySelector('.sign');
    link.textContent = signs[own];
    link.setAttribute('data-say-label', `certainty_${own}`);
    link.setAttribute('aria-label', say(`certainty_${own}`));
  };
  return { build, question, asked, sameWords, regrade, signs, states };
})();
