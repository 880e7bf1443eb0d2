// The reader's language → every word of the page: chosen with the switch, else the one chosen
// before, else the browser's, else Kazakh. Sentences come from the catalogue; none is written here.
'use strict';
(() => {
  const order = ['kk', 'ru', 'en'];
  const { said, days } = nusqa.strings;
  const root = document.documentElement;

  const kept = () => {
    try { return localStorage.getItem('nusqa-language'); } catch { return null; }
  };
  const preferred = () => {
    const asked = [kept(), ...(navigator.languages || [])].map((tag) => String(tag).slice(0, 2));
    return asked.find((tag) => order.includes(tag)) || 'kk';
  };

  /// A day in words: `2022-01-01` in a case (`loc`, `dat`, `abl`, or none).
  const day = (iso, form = '') => {
    const [year, month, number] = iso.split('-').map(Number);
    const months = (days[form] || days[''])[order.indexOf(root.lang)];
    return months[month - 1].replace('{y}', year).replace('{d}', number);
  };
  /// A sentence of the catalogue; days are put into the case that it asks for.
  const say = (code, values = {}) => {
    const template = (said[code] || [code, code, code])[order.indexOf(root.lang)];
    return template.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name, form) => {
      const value = String(values[name] ?? '');
      return /^\d{4}-\d\d-\d\d$/.test(value) ? day(value, form) : value;
    });
  };
  const speak = (within = document) => {
    const each = (name, use) => within.querySelectorAll(`[data-${name}]`).forEach((element) => {
      use(element, say(element.getAttribute(`data-${name}`)));
    });
    each('say', (element, words) => { element.textContent = words; });
    each('say-label', (element, words) => { element.setAttribute('aria-label', words); });
    each('say-hint', (element, words) => { element.placeholder = words; });
    if (within === document) tellDays();
  };
  /// Says the day of each field in words: what a field shows follows the browser, not the page.
  const tellDays = () => document.querySelectorAll('[data-day-of]').forEach((told) => {
    const field = document.getElementById(told.dataset.dayOf);
    told.textContent = field && field.value ? day(field.value) : '';
  });
  document.addEventListener('input', tellDays);
  document.addEventListener('change', tellDays);
  const choose = (language, keep) => {
    root.lang = language;
    if (keep) try { localStorage.setItem('nusqa-language', language); } catch { /* not kept */ }
    document.querySelectorAll('[data-tongue]').forEach((button) => {
      button.setAttribute('aria-pressed', String(button.dataset.tongue === language));
    });
    speak();
    document.dispatchEvent(new Event('nusqa-language'));
  };

  // Signs that are not seen, or that turn the order of the letters around them, are shown by others.
  const UNSEEN = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/gu;
  const shown = (words) => String(words).replace(UNSEEN, (sign) => {
    const code = sign.codePointAt(0);
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '\u2421' : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
  /// An element: `make('p.why', {id: …}, 'words', child)`.
  const make = (name, attributes = {}, ...inside) => {
    const [tag, ...classes] = name.split('.');
    const element = document.createElement(tag);
    if (classes.length) element.className = classes.join(' ');
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== null) element.setAttribute(key, value);
    }
    element.append(...inside.filter((one) => one !== null && one !== undefined).map((one) => (one instanceof Node ? one : shown(one))));
    return element;
  };
  /// Words of a code that follow the language.
  const word = (code) => make('span', { 'data-say': code }, say(code));
  /// A sentence given in three languages.
  const inAll = (phrase) => {
    if (phrase[0] === phrase[1] && phrase[1] === phrase[2]) return make('span', {}, phrase[0]);
    return make('span', {}, ...order.map((lang, at) => make('span.l', { lang }, phrase[at])));
  };

  nusqa.language = { say, speak, day, tellDays, shown, make, word, inAll, number: () => order.indexOf(root.lang) };
  document.querySelectorAll('[data-tongue]').forEach((button) => {
    button.addEventListener('click', () => choose(button.dataset.tongue, true));
  });
  document.querySelectorAll('.tongues').forEach((group) => { group.hidden = false; });
  choose(kept() && order.includes(kept()) ? kept() : preferred(), false);
})();
