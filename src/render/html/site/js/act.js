// What the reader chooses or follows → what the page of an act shows: a day, a place, two days.
'use strict';
(() => {
  const { book, page, places, panel, compare, timeline } = nusqa;
  const text = document.getElementById('text');
  const narrow = matchMedia('(max-width: 40rem)');

  /// Leads to a place and marks it with everything in it.
  const aim = (at) => {
    document.querySelectorAll('.target').forEach((one) => one.classList.remove('target'));
    const target = page.element(at);
    if (!target) return;
    for (let i = at; i < book.places.length && (i === at || book.inside(book.places[i], book.places[at])); i++) {
      if (page.element(i)) page.element(i).classList.add('target');
    }
    target.scrollIntoView({ block: narrow.matches ? 'start' : 'center', behavior: 'instant' });
    const link = target.querySelector('.sign');
    if (link) link.focus({ preventScroll: true });
  };
  const show = (day) => {
    performance.mark('nusqa-day');
    page.show(day);
    timeline.set(day);
    panel.refresh();
    performance.measure('nusqa-day-shown', 'nusqa-day');
  };

  /// Shows what the address asks for; says what is wrong with it where it is wrong.
  const follow = () => {
    const asked = places.parse(location.hash);
    if (asked.address === 'main' && !asked.day) return;
    places.quiet();
    const days = [asked.day, asked.to].map((typed) => (typed ? places.day(typed) : undefined));
    const wrong = days.findIndex((day) => day === null);
    if (wrong >= 0) {
      const typed = wrong ? asked.to : asked.day;
      const near = places.nearDay(typed);
      places.tell('site_no_day', { asked: typed }, [[places.write(asked.address, near), near]]);
      return;
    }
    const [day, to] = days;
    if (day && to) {
      show(to > day ? to : day);
      compare.open(day, to).then(() => {
        const [at] = asked.address ? places.meant(asked.address) : [];
        const place = at !== undefined && document.querySelector(`.change[data-of="${CSS.escape(book.places[at].a)}"]`);
        if (place) place.scrollIntoView({ block: 'start' });
      });
      return;
    }
    compare.shut();
    if (day && day !== page.day()) show(day);
    if (!asked.address || asked.address === '*') return;
    const meant = places.meant(asked.address);
    const links = (list) => list.map((at) => [places.write(book.places[at].a, day), `${book.places[at].a} – ${book.places[at].l}`]);
    if (meant.length === 0) places.tell('site_no_address', { asked: asked.address }, links(places.nearest(asked.address)));
    else if (meant.length > 1) places.tell('site_several_addresses', { asked: asked.address }, links(meant));
    else if (page.element(meant[0])) aim(meant[0]);
    else {
      const place = book.places[meant[0]];
      const open = places.daysOf(place).map((near) => [places.write(place.a, near), near]);
      places.tell('site_not_on_day', { day: page.day(), place: place.l }, open);
    }
  };
  /// Goes to a day, or to two, and keeps it in the address.
  nusqa.go = ({ day, to }) => {
    history.pushState(null, '', places.write('', day, to));
    follow();
  };

  timeline.start((day, settled) => {
    compare.shut();
    if (day !== page.day()) show(day);
    if (settled) history.replaceState(null, '', places.write('', day));
  });
  document.getElementById('compare-open').addEventListener('click', () => {
    const day = page.day();
    const { turns } = book.data;
    const before = turns.map((turn) => turn.e).filter((first) => first && first <= day).sort().pop();
    const start = before ? new Date(Date.parse(`${before}T00:00:00Z`) - 86400000).toISOString().slice(0, 10) : day;
    nusqa.go({ day: start, to: day });
  });

  // The sign in the margin opens what is known of its place.
  text.addEventListener('click', (event) => {
    const sign = event.target.closest('.sign');
    if (!sign || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const unit = sign.closest('[data-p]');
    panel.open(Number(unit.dataset.p), sign);
  });
  text.addEventListener('keydown', (event) => {
    const sign = event.target.closest('.sign');
    if (!sign || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
    const signs = [...text.querySelectorAll('.sign')];
    const next = signs[signs.indexOf(sign) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next) { event.preventDefault(); next.focus(); next.scrollIntoView({ block: 'nearest' }); }
  });
  addEventListener('hashchange', follow);
  addEventListener('popstate', follow);

  if (matchMedia('(max-width: 74.99rem)').matches) document.querySelector('.contents details').open = false;
  page.partRuns();
  page.flag();
  page.tell();
  follow();
  document.documentElement.dataset.ready = 'yes';
})();
