// The days on which an act turns → a line with a stroke for each, hatched spans for days that are
// not known exactly, and controls that go from one to the next.
'use strict';
nusqa.timeline = (() => {
  const { book } = nusqa;
  const { make, say, word, inAll } = nusqa.language;
  const { days, turns, acts } = book.data;
  const svg = (tag, attributes, ...inside) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...inside);
    return element;
  };
  const DAY = 86400000;
  const number = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY);
  const named = (at) => new Date(at * DAY).toISOString().slice(0, 10);

  const ends = [...days, nusqa.page.day()].map(number);
  const margin = 60;
  const first = Math.min(...ends) - margin;
  const last = Math.max(...ends) + margin;
  const slide = document.getElementById('slide');
  const input = document.getElementById('day');

  const draw = () => {
    const width = last - first;
    const picture = svg('svg', { viewBox: `0 0 ${width} 16`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
    for (const turn of turns) {
      const [earliest, latest] = [turn.e && number(turn.e), turn.l && number(turn.l)];
      const height = Math.min(14, 4 + 2 * Math.log2(1 + turn.n));
      if (earliest && latest && earliest !== latest) {
        picture.append(svg('rect', { class: 'span', x: earliest - first, y: 16 - height, width: latest - earliest, height }));
      } else if (earliest || latest) {
        const x = (latest || earliest) - first;
        const name = earliest && latest ? 'tick' : 'edge';
        picture.append(svg('line', { class: name, x1: x, x2: x, y1: 16 - height, y2: 16 }));
      }
    }
    slide.before(picture);
    const years = make('div.years', { 'aria-hidden': 'true' });
    [first, last].forEach((at) => years.append(make('span', {}, named(at).slice(0, 4))));
    slide.after(years);
  };

  /// The days that can be gone to: those on which words or states turn.
  const stops = [...new Set(turns.flatMap((turn) => [turn.e, turn.l]).filter(Boolean))].sort();
  const before = (day) => [...stops].reverse().find((stop) => stop < day);
  const after = (day) => stops.find((stop) => stop > day);

  const list = () => {
    const items = turns.filter((turn) => turn.l || turn.e).map((turn) => {
      const day = turn.l || turn.e;
      const named = nusqa.language.day;
      const range = turn.e && turn.l && turn.e !== turn.l ? `${named(turn.e)} … ${named(turn.l)}` : named(day);
      const link = make('a', { href: `#@${day}` }, say('site_days_of_change_count', { days: ` ${range}`, places: turn.n }).trim());
      const item = make('li', {}, link);
      if (turn.i !== undefined) item.append(' – ', inAll(acts[turn.i].n));
      return item;
    });
    document.querySelector('#all-days ol').replaceChildren(...items);
  };

  /// Sets the controls to a day.
  const set = (day) => {
    slide.value = number(day);
    slide.setAttribute('aria-valuetext', nusqa.language.day(day));
    input.value = day;
    nusqa.language.tellDays();
    document.getElementById('before').disabled = !before(day);
    document.getElementById('after').disabled = !after(day);
  };
  /// Calls back with every day that the reader chooses; `settled` is false while it is dragged.
  const start = (choose) => {
    [slide.min, slide.max, slide.step] = [first, last, 1];
    draw();
    list();
    set(nusqa.page.day());
    document.addEventListener('nusqa-language', list);
    slide.addEventListener('input', () => choose(named(slide.valueAsNumber), false));
    slide.addEventListener('change', () => choose(named(slide.valueAsNumber), true));
    slide.addEventListener('keydown', (event) => {
      const forward = ['ArrowRight', 'ArrowUp'].includes(event.key);
      if (event.shiftKey || !(forward || ['ArrowLeft', 'ArrowDown'].includes(event.key))) return;
      event.preventDefault();
      const day = forward ? after(nusqa.page.day()) : before(nusqa.page.day());
      if (day) choose(day, true);
    });
    input.addEventListener('change', () => { if (input.value) choose(input.value, true); });
    document.getElementById('days').addEventListener('submit', (event) => event.preventDefault());
    const step = (id, to) => document.getElementById(id).addEventListener('click', () => {
      const day = to(nusqa.page.day());
      if (day) choose(day, true);
    });
    step('before', before);
    step('after', after);
    for (const id of ['days', 'about-timeline']) document.getElementById(id).hidden = false;
  };
  return { start, set, word };
})();
