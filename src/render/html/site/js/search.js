// Words that somebody types → the places that have them on a day, best first. A server is asked
// itself; without one, stems and forms that the program worked out stand for its engine, and a word
// that it never met is looked up by its beginning.
'use strict';
nusqa.find = (() => {
  const { search } = nusqa;
  const { say, make, word, inAll, speak } = nusqa.language;
  const form = document.getElementById('search');
  const hits = document.getElementById('hits');
  const found = document.getElementById('found');
  const more = document.getElementById('more');
  const PAGE = 20;
  // A server with very many acts has the act typed and lists none.
  const acts = [...(form.elements.act.options || [])].filter((option) => option.value).map((option) => ({ ...option.dataset, name: option.value }));
  const button = (left, next) => {
    more.hidden = left <= 0;
    more.textContent = say('site_search_more', { count: Math.min(PAGE, left) });
    more.onclick = next;
  };
  const hit = (href, label, called, quote, certainty) => make('li', {},
    href ? make('a', { href, lang: 'kk' }, label) : make('span', { lang: 'kk' }, label), ' – ', called, quote,
    certainty ? make(`p.why.c-${certainty}`, {}, word(`certainty_${certainty}`)) : null);

  /// Asks the server; its own order, words and marks.
  const served = async (typed, day, act, mine, most) => {
    const fields = new URLSearchParams({ query: typed, on: day, limit: most, lang: document.documentElement.lang });
    const one = acts.find((one) => one.name === act);
    if (one || act.trim()) fields.set('act', one ? one.iri : act);
    let answer;
    try {
      answer = await (await fetch(`${form.dataset.api}?${fields}`)).json();
    } catch {
      answer = { message: say('site_search_no_answer') };
    }
    if (mine() === false) return;
    if (!answer.hits) {
      found.replaceChildren(answer.message || say('site_search_no_answer'));
      return;
    }
    found.replaceChildren(say(answer.hits.length ? 'site_search_found' : 'site_search_none', { day, count: `${answer.total_is_exact === false ? '≥ ' : ''}${answer.total}` }));
    const left = (answer.read_as.left_out || []).map((one) => (typeof one === 'string' ? one : one.word)).filter(Boolean);
    if (left.length) found.append(' ', say('site_search_left_out', { words: left.join(', ') }));
    hits.replaceChildren(...answer.hits.map((one) => {
      const known = acts.find((act) => act.iri === one.act.id);
      const quote = make('blockquote', { lang: 'kk' }, ...one.snippet.map((part) => (part.hit ? make('mark', {}, part.text) : part.text)));
      const called = known ? inAll([known.kk, known.ru, known.en]) : make('span', { lang: 'kk' }, one.act.title || one.act.number);
      // The permanent name of an act leads to its page.
      const page = known ? known.page : encodeURI(one.act.id);
      return hit(`${page}#${one.address.replace(/ /g, '_')}@${day}`, one.label, called, quote, one.certainty);
    }));
    button(Math.min(answer.total, 100) - answer.hits.length, () => served(typed, day, act, mine, Math.min(100, most + PAGE)));
  };
  if (form.dataset.api) return { served };

  const cutter = typeof Intl === 'object' && Intl.Segmenter ? new Intl.Segmenter('kk', { granularity: 'word' }) : null;
  const cut = (text) => (cutter
    ? Array.from(cutter.segment(text), (part) => part.segment)
    : text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) || []);
  const isWord = (part) => /[\p{L}\p{N}]/u.test(part);
  const [K, B] = [1.2, 0.5];

  /// By form: its stem.
  const stems = new Map();
  for (const [stem, forms] of Object.entries(search.forms)) {
    for (const ending of forms.split('|')) stems.set(ending.startsWith('=') ? ending.slice(1) : stem + ending, stem);
  }
  const plain = (text) => text.replace(/[әғқңөұүһі]/g, (letter) => 'агкноууhи'['әғқңөұүһі'.indexOf(letter)]);
  let folded = null;
  const alike = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', y: 'у', x: 'х', i: 'і', h: 'һ' };
  const spelt = (typed) => {
    const small = typed.toLowerCase();
    return /[\u0400-\u04ff]/.test(small) ? small.replace(/[aeopcyxih]/g, (letter) => alike[letter]) : small;
  };
  /// The stems that a typed word may mean: its own, else those of words that begin so, else the
  /// longest stem with which it begins.
  const meant = (typed) => {
    const own = stems.get(typed);
    if (own) return [own];
    if (!folded) folded = new Map([...stems].map(([form, stem]) => [plain(form), stem]));
    const simple = folded.get(plain(typed));
    if (simple) return [simple];
    const begun = new Set();
    if (typed.length > 2) for (const [form, stem] of stems) if (form.startsWith(typed)) begun.add(stem);
    if (begun.size) return [...begun].slice(0, 48);
    for (let end = typed.length - 1; end > 3; end--) {
      const stem = typed.slice(0, end);
      if (search.terms[stem]) return [stem];
    }
    return [];
  };

  const average = search.units.reduce((sum, unit) => sum + unit[3], 0) / Math.max(1, search.units.length);
  const held = (unit, day) => {
    for (let at = 4; at < unit.length; at += 2) {
      const [first, end] = [search.days[unit[at]], search.days[unit[at + 1]]];
      if ((first === undefined || first <= day) && (end === undefined || day < end)) return true;
    }
    return false;
  };
  /// What was typed: words, beginnings (`қорғал*`), phrases, what must not stand there, and whether
  /// there is something that only the program itself understands.
  const read = (typed) => {
    const asked = { words: [], begun: [], phrases: [], not: [], more: false };
    const spell = (text) => cut(text).filter(isWord).map(spelt);
    const pieces = /([-−]?)(?:["«“„]([^"»”“]*)["»”“](~?)|([^\s"«»“”„]+))/gu;
    for (const [, minus, quoted, exact, bare] of typed.matchAll(pieces)) {
      if (quoted === undefined && /^\p{L}+:/u.test(bare)) { asked.more = true; continue; }
      const words = spell(quoted ?? bare);
      if (!words.length) continue;
      if (minus) asked.not.push(words);
      else if (quoted !== undefined) {
        asked.phrases.push({ words, exact: Boolean(exact) });
        asked.words.push(...words);
      } else if (/[*]$/.test(bare)) asked.begun.push(words.at(-1));
      else asked.words.push(...words);
      if (quoted === undefined && /\d[-)\/]|^\d{4}-\d|^\d/u.test(bare)) asked.more = true;
    }
    asked.words = [...new Set(asked.words)].slice(0, 40);
    return asked;
  };
  const beginning = (typed) => {
    const begun = new Set();
    for (const [form, stem] of stems) if (form.startsWith(typed)) begun.add(stem);
    return [...begun];
  };
  /// Units with any of these stems, and how often.
  const units = (found) => {
    const times = new Map();
    for (const stem of found) {
      let unit = 0;
      for (const posting of search.terms[stem] || []) {
        unit += posting >> 3;
        times.set(unit, (times.get(unit) || 0) + (posting & 7));
      }
    }
    return times;
  };
  const rank = (asked, day, act) => {
    const scores = new Map();
    const missing = [];
    let sought = 0;
    for (const [typed, found] of [...asked.words.map((one) => [one, meant(one)]), ...asked.begun.map((one) => [one, beginning(one)])]) {
      if (!found.length) { missing.push(typed); continue; }
      sought++;
      const times = units(found);
      const rarity = Math.log(1 + (search.units.length - times.size + 0.5) / (times.size + 0.5));
      for (const [unit, count] of times) {
        const length = search.units[unit][3] / average;
        const score = rarity * count * (K + 1) / (count + K * (1 - B + B * length));
        const [sum, words] = scores.get(unit) || [0, 0];
        scores.set(unit, [sum + score, words + 1]);
      }
    }
    for (const words of asked.not) {
      if (words.length === 1) for (const unit of units(meant(words[0])).keys()) scores.delete(unit);
    }
    const list = [...scores]
      .filter(([unit]) => (act < 0 || search.units[unit][0] === act) && held(search.units[unit], day))
      .map(([unit, [score, words]]) => [unit, score * (words / sought) ** 2]);
    list.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return { list: list.map(([unit]) => unit), missing };
  };
  /// True where these words follow each other in a text, in any form or in these very ones.
  const follow = (said, { words, exact }) => {
    const fits = words.map((word) => {
      const found = new Set(meant(word));
      return (part) => part === word || (!exact && found.has(stems.get(part)));
    });
    return said.some((_, at) => fits.every((fit, next) => at + next < said.length && fit(said[at + next])));
  };
  /// Those units whose words have the phrases and beginnings, and not what must not stand there.
  const sift = async (list, asked) => {
    const without = asked.not.filter((words) => words.length > 1).map((words) => ({ words }));
    if (!asked.phrases.length && !asked.begun.length && !without.length) return list;
    const kept = [];
    for (const unit of list) {
      const [act, place, version] = search.units[unit];
      const data = await texts(act);
      if (!data) continue;
      const said = cut(data.texts[data.places[place].v[version].t]).filter(isWord).map(spelt);
      const fits = asked.phrases.every((phrase) => follow(said, phrase))
        && asked.begun.every((begun) => said.some((part) => part.startsWith(begun)))
        && !without.some((phrase) => follow(said, phrase));
      if (fits) kept.push(unit);
    }
    return kept;
  };

  // The words of a hit stand in the data of its act, which is loaded when it is first needed.
  const loaded = new Map();
  const texts = (act) => {
    if (!loaded.has(act)) {
      loaded.set(act, new Promise((done) => {
        const script = make('script', { src: search.acts[act].data });
        const finish = () => done(nusqa.act && nusqa.act.name === search.acts[act].name ? nusqa.act : null);
        script.addEventListener('load', finish);
        script.addEventListener('error', () => done(null));
        document.head.append(script);
      }));
    }
    return loaded.get(act);
  };
  const snippet = (text, sought, begun) => {
    const parts = cut(text);
    const hits = (part) => sought.has(stems.get(spelt(part))) || begun.some((one) => spelt(part).startsWith(one));
    const first = Math.max(0, parts.findIndex(hits) - 30);
    const shown = parts.slice(first, first + 110);
    return make('blockquote', { lang: 'kk' }, first ? '… ' : '',
      ...shown.map((part) => (hits(part) ? make('mark', {}, part) : part)), first + 110 < parts.length ? ' …' : '');
  };
  const item = async (unit, day, sought, begun) => {
    const [act, place, version] = search.units[unit];
    const [address, label] = search.places[act][place];
    const { page, called } = search.acts[act];
    const data = await texts(act);
    const quote = data && snippet(data.texts[data.places[place].v[version].t], sought, begun);
    const stretch = data && data.days.filter((first) => first <= day).length;
    const leaf = data && data.places[place].s.filter((one) => one.n <= stretch).pop();
    const href = `${page}#${address.replace(/ /g, '_')}@${day}`;
    return hit(href, label, inAll(called), quote, leaf && data.certainties[leaf.o]);
  };

  /// Looks the words up in the page.
  const lookedUp = async (typed, day, name, mine) => {
    const asked = read(typed);
    const ranked = rank(asked, day, search.acts.findIndex((one) => one.name === name));
    const list = await sift(ranked.list, asked);
    if (mine() === false) return;
    found.replaceChildren(say(list.length ? 'site_search_found' : 'site_search_none', { day, count: list.length }));
    if (asked.more) found.append(' ', say('site_search_plain', { act: 'act:', part: 'in:' }));
    if (ranked.missing.length) found.append(' ', say('site_search_left_out', { words: ranked.missing.join(', ') }));
    const sought = new Set(asked.words.flatMap(meant));
    let shown = 0;
    const next = async () => {
      const lines = [];
      for (const unit of list.slice(shown, shown + PAGE)) lines.push(await item(unit, day, sought, asked.begun));
      if (mine() === false) return;
      hits.append(...lines);
      speak(hits);
      shown += PAGE;
      button(list.length - shown, next);
    };
    await next();
  };
  return { lookedUp };
})();

// The form, its address, and the language.
(() => {
  const form = document.getElementById('search');
  const { find } = nusqa;
  let run = 0;
  const ask = async () => {
    const number = ++run;
    const mine = () => number === run;
    const [typed, day] = [form.elements.q.value, form.elements.on.value];
    document.getElementById('hits').replaceChildren();
    document.getElementById('found').replaceChildren();
    document.getElementById('more').hidden = true;
    if (!typed.trim() || !day) return;
    const how = find.served || find.lookedUp;
    await how(typed, day, form.elements.act.value, mine, 20);
  };
  const asked = new URLSearchParams(location.search);
  for (const name of ['q', 'on', 'act']) {
    const field = form.elements[name];
    // The server has put the act in its field as it is typed.
    if (asked.get(name) && !(name === 'act' && field.value)) field.value = asked.get(name);
  }
  nusqa.language.tellDays();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(form));
    try { history.replaceState(null, '', `?${fields}`); } catch { /* an address that cannot be kept */ }
    ask();
  });
  document.addEventListener('nusqa-language', ask);
  ask().then(() => { document.documentElement.dataset.ready = 'yes'; });
})();
