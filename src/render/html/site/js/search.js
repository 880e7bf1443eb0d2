// Words that somebody types → the places that have them on a day, best first. Stems and forms were
// worked out by the program; a word that it never met is looked up by its beginning.
'use strict';
(() => {
  const { search, words } = nusqa;
  const { say, make, word, inAll, speak } = nusqa.language;
  const form = document.getElementById('search');
  const hits = document.getElementById('hits');
  const PAGE = 20;
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
  const rank = (asked, day, act) => {
    const scores = new Map();
    const missing = [];
    let sought = 0;
    for (const typed of asked) {
      const found = meant(typed);
      if (!found.length) { missing.push(typed); continue; }
      sought++;
      const times = new Map();
      for (const stem of found) {
        let unit = 0;
        for (const posting of search.terms[stem]) {
          unit += posting >> 3;
          times.set(unit, (times.get(unit) || 0) + (posting & 7));
        }
      }
      const rarity = Math.log(1 + (search.units.length - times.size + 0.5) / (times.size + 0.5));
      for (const [unit, count] of times) {
        const length = search.units[unit][3] / average;
        const score = rarity * count * (K + 1) / (count + K * (1 - B + B * length));
        const [sum, words] = scores.get(unit) || [0, 0];
        scores.set(unit, [sum + score, words + 1]);
      }
    }
    const list = [...scores]
      .filter(([unit]) => (act < 0 || search.units[unit][0] === act) && held(search.units[unit], day))
      .map(([unit, [score, words]]) => [unit, score * (words / sought) ** 2]);
    list.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return { list: list.map(([unit]) => unit), missing };
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
  const snippet = (text, sought) => {
    const parts = words.cut(text);
    const hit = (part) => sought.has(stems.get(spelt(part)));
    const first = Math.max(0, parts.findIndex(hit) - 30);
    const shown = parts.slice(first, first + 110);
    const quote = make('blockquote', { lang: 'kk' }, first ? '… ' : '');
    shown.forEach((part) => quote.append(hit(part) ? make('mark', {}, part) : part));
    if (first + 110 < parts.length) quote.append(' …');
    return quote;
  };
  const item = async (unit, day, sought) => {
    const [act, place, version] = search.units[unit];
    const [address, label] = search.places[act][place];
    const { page, called } = search.acts[act];
    const href = `${page}#${address.replace(/ /g, '_')}@${day}`;
    const line = make('li', {}, make('a', { href, lang: 'kk' }, label), ' – ', inAll(called));
    const data = await texts(act);
    if (data) {
      const data_place = data.places[place];
      line.append(snippet(data.texts[data_place.v[version].t], sought));
      const stretch = data.days.filter((first) => first <= day).length;
      const leaf = data_place.s.filter((one) => one.n <= stretch).pop();
      if (leaf) line.append(make(`p.why.c-${data.certainties[leaf.o]}`, {}, word(`certainty_${data.certainties[leaf.o]}`)));
    }
    return line;
  };

  let run = 0;
  const ask = async () => {
    const mine = ++run;
    const day = form.elements.on.value;
    const typed = form.elements.q.value;
    const asked = [...new Set(words.cut(typed).map(spelt).filter((part) => /[\p{L}\p{N}]/u.test(part)))].slice(0, 40);
    const marked = /["«»*~]|(^|\s)-\S|\S:\S|\d[-)]/u.test(typed);
    const act = search.acts.findIndex((one) => one.name === form.elements.act.value);
    const told = document.getElementById('found');
    hits.replaceChildren();
    told.replaceChildren();
    const more = document.getElementById('more');
    more.hidden = true;
    if (!asked.length || !day) return;
    const { list, missing } = rank(asked, day, act);
    told.append(say(list.length ? 'site_search_found' : 'site_search_none', { day, count: list.length }));
    if (marked) told.append(' ', say('site_search_plain', {}));
    if (missing.length) told.append(' ', say('site_search_left_out', { words: missing.join(', ') }));
    const sought = new Set(asked.flatMap(meant));
    let shown = 0;
    const next = async () => {
      const lines = [];
      for (const unit of list.slice(shown, shown + PAGE)) lines.push(await item(unit, day, sought));
      if (mine !== run) return;
      hits.append(...lines);
      speak(hits);
      shown += PAGE;
      more.hidden = shown >= list.length;
      more.textContent = say('site_search_more', { count: Math.min(PAGE, list.length - shown) });
    };
    more.onclick = next;
    await next();
  };

  const asked = new URLSearchParams(location.search);
  for (const name of ['q', 'on', 'act']) if (asked.get(name)) form.elements[name].value = asked.get(name);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(form));
    try { history.replaceState(null, '', `?${fields}`); } catch { /* an address that cannot be kept */ }
    ask();
  });
  document.addEventListener('nusqa-language', ask);
  ask().then(() => { document.documentElement.dataset.ready = 'yes'; });
})();
