// A place → what is known of it: its versions with their days, what made and ended them, who
// brought its words, on what evidence; and its citation, to be copied.
'use strict';
nusqa.panel = (() => {
  const { book, page, places } = nusqa;
  const { make, word, say, inAll, number } = nusqa.language;
  const { data } = book;
  const panel = document.getElementById('panel');
  const columns = document.querySelector('.columns');
  let opened = -1;
  let opener = null;

  const named = (at) => {
    const act = data.acts[at];
    return act.p ? make('a', { href: act.p }, inAll(act.n)) : inAll(act.n);
  };
  const link = (place, day) => location.href.split('#')[0] + encodeURI(places.write(place.a, day));
  const citation = (place, leaf) => say('site_citation', {
    place: place.l, act: data.act[0], day: page.day(), link: link(place, page.day()),
    certainty: say(`certainty_${book.certainty(leaf.c)}`),
  });
  const copy = async (words, told) => {
    try {
      await navigator.clipboard.writeText(words);
      told.replaceChildren(word('site_copied'));
    } catch {
      const field = make('textarea', { readonly: '', rows: 4 });
      field.value = words;
      told.replaceChildren(word('site_copy_failed'), field);
      field.focus();
      field.select();
    }
  };

  /// A picture of the versions along the days of the act.
  const bars = (place, shown) => {
    const space = 'http://www.w3.org/2000/svg';
    const picture = document.createElementNS(space, 'svg');
    const stretches = data.days.length + 1;
    picture.setAttribute('viewBox', `0 0 ${stretches} 4`);
    picture.setAttribute('preserveAspectRatio', 'none');
    picture.setAttribute('class', 'bars');
    picture.setAttribute('aria-hidden', 'true');
    place.s.forEach((leaf, at) => {
      const end = at + 1 < place.s.length ? place.s[at + 1].n : stretches;
      if (leaf.v === undefined || book.status(leaf.s) !== 'in_force') return;
      const bar = document.createElementNS(space, 'rect');
      bar.setAttribute('x', leaf.n);
      bar.setAttribute('width', end - leaf.n);
      bar.setAttribute('y', leaf.v === shown ? 0 : 1);
      bar.setAttribute('height', leaf.v === shown ? 4 : 2);
      if (leaf.v !== shown) bar.setAttribute('class', 'other');
      picture.append(bar);
    });
    return picture;
  };
  const sources = (pieces) => make('ul', {}, ...(pieces || []).map((piece) => make('li', {}, book.evidence(piece))));

  const history = (place, shown) => make('ol.versions', {}, ...place.v.map((version, at) => {
    const item = make(at === shown ? 'li.now' : 'li');
    const days = make('p', {}, inAll(data.phrases[version.f]));
    if (version.u !== undefined) days.append(', ', inAll(data.phrases[version.u]));
    const state = make('p', {}, make('b', {}, word(`status_${book.status(version.s)}`)));
    if (at === shown) state.append(' (', word('site_version_shown'), ')');
    if (version.s === data.statuses.indexOf('in_force') && version.t === undefined) state.append(', ', word('certainty_unknown'));
    item.append(state, days);
    if (version.i !== undefined) item.append(make('p', {}, word('site_brought_by'), ': ', named(version.i)));
    if (version.e !== undefined) item.append(make('p', {}, word('site_ended_by'), ': ', named(version.e)));
    if (version.m) item.append(make('p', {}, word('site_moved_from'), ': ', make('a', { href: places.write(version.m) }, version.m)));
    if (version.g) item.append(make('p', {}, word('site_moved_to'), ': ', make('a', { href: places.write(version.g) }, version.g)));
    if (version.y) item.append(make('p', {}, make('a', { href: places.write(place.a, version.y) }, nusqa.language.day(version.y))));
    if (version.p) item.append(sources(version.p));
    return item;
  }));
  /// Who brought words: an act, those that repeat it, and those that may have brought them instead.
  const origin = (run) => {
    const told = make('span', {}, run.i === undefined ? word('site_not_known_who') : named(run.i));
    if (run.r !== undefined) told.append('; ', word('site_repeated_by'), ' ', named(run.r));
    (run.o || []).forEach((act) => told.append('; ', word('site_or_by'), ' ', named(act)));
    return told;
  };
  const words = (version) => {
    const text = book.text(version.t);
    let at = 0;
    return make('ol.runs', {}, ...version.r.map((run) => {
      const said = text.slice(at, at + run.c).trim();
      at += run.c;
      if (!said) return null;
      const cut = said.length > 160 ? `${said.slice(0, 160)}…` : said;
      return make('li', {}, make('q', { lang: 'kk' }, cut), ' – ', origin(run));
    }).filter(Boolean));
  };

  const fill = () => {
    const place = book.places[opened];
    const leaf = book.leaf(place, page.stretch());
    const version = book.version(place, leaf);
    const close = make('button.close', { type: 'button', 'data-say-label': 'site_close', 'aria-label': say('site_close') }, '✕');
    close.addEventListener('click', shut);
    const told = make('p', { 'aria-live': 'polite' });
    const button = make('button', { type: 'button' }, word('site_copy_citation'));
    button.addEventListener('click', () => copy(citation(place, leaf), told));
    const sign = make(`span.c-${book.certainty(leaf.c)}`, {}, make('span.sign', { 'aria-hidden': 'true' }, nusqa.unit.signs[book.certainty(leaf.c)]), ' ', word(`certainty_${book.certainty(leaf.c)}`));
    const partial = (book.words(opened, page.stretch()) || '').split('\n').includes('[…]');
    const parts = [
      close, make('h2', { tabindex: -1, lang: 'kk' }, place.l),
      make('p', {}, word(`status_${book.status(leaf.s)}`), ', ', sign, ...(partial ? [', ', word('site_in_part')] : [])),
      make('div.row', {}, button, make('a', { href: places.write(place.a, page.day()) }, word('site_permalink'))), told,
      make('h3', {}, word('site_why')), ...(leaf.r || []).map((reason) => make('p', {}, inAll(data.phrases[reason]))),
      make('h3', {}, word('site_history')), bars(place, leaf.v), history(place, leaf.v),
    ];
    if (version && version.r) parts.push(make('h3', {}, word('site_words_by')), words(version));
    const found = data.findings.filter((finding) => finding.a === place.a);
    if (found.length) parts.push(make('h3', {}, word('site_findings_here')), ...found.map((finding) => make('p', {}, inAll(data.phrases[finding.w]))));
    const coming = data.coming.filter((change) => change.a === place.a);
    if (coming.length) parts.push(make('h3', {}, word('site_coming_place')), ...coming.map((change) => make('p', {}, inAll(data.phrases[change.w]))));
    parts.push(make('h3', {}, word('site_by_command')), make('p', {}, make('code', {}, `nusqa show ${data.number} '${place.a}' --on ${page.day()} --explain`)));
    panel.replaceChildren(...parts);
  };
  const open = (at, from) => {
    [opened, opener] = [at, from];
    fill();
    panel.hidden = false;
    columns.classList.add('with-panel');
    panel.scrollTop = 0;
    panel.querySelector('h2').focus({ preventScroll: true });
  };
  function shut() {
    if (opened < 0) return;
    opened = -1;
    panel.hidden = true;
    columns.classList.remove('with-panel');
    if (opener && opener.isConnected) opener.focus({ preventScroll: true });
  }
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') shut(); });
  document.addEventListener('nusqa-language', () => { if (opened >= 0) fill(); });

  // Who brought the words under the pointer or with the focus, in one line at the foot.
  const line = document.getElementById('origin');
  const tellOrigin = (target) => {
    const unit = target.closest && target.closest('[data-p]');
    const place = unit && book.places[Number(unit.dataset.p)];
    const leaf = place && page.leaf(Number(unit.dataset.p));
    const version = leaf && book.version(place, leaf);
    line.hidden = !version;
    if (!version) return;
    const run = target.closest('[data-run]');
    const by = run && version.r ? version.r[Number(run.dataset.run)] : version.r && version.r.length === 1 ? version.r[0] : version;
    const act = by.i === undefined ? say('site_not_known_who') : data.acts[by.i].n[number()];
    const order = ((by.p || version.p) || []).find(([kind]) => ['instruction', 'derived'].includes(data.evidence[kind])) || (version.p || [])[0];
    const where = order ? ` · ${data.files[order[1]].split('/').slice(-2).join('/')}:${order[2]}` : '';
    line.textContent = nusqa.language.shown(`${place.l}: ${act}${where}`);
  };
  const text = document.getElementById('text');
  text.addEventListener('pointerover', (event) => tellOrigin(event.target));
  text.addEventListener('focusin', (event) => tellOrigin(event.target));
  text.addEventListener('pointerleave', () => { line.hidden = true; });

  return { open, shut, refresh: () => { if (opened >= 0) fill(); }, named };
})();
