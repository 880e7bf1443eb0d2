// What stands behind the # of an address → a place, a day, or two days; and where there is no such
// place or day, the nearest ones, told in a message.
'use strict';
nusqa.places = (() => {
  const { book } = nusqa;
  const { make, say } = nusqa.language;
  const { places } = book;
  const message = document.getElementById('message');

  const decoded = (hash) => {
    try { return decodeURIComponent(hash); } catch { return hash; }
  };
  /// `#address@day`, `#@day`, `#address@day..day`, each part optional.
  const parse = (hash) => {
    const typed = decoded(hash.replace(/^#/, '')).trim();
    const at = typed.lastIndexOf('@');
    const [address, when] = at < 0 ? [typed, ''] : [typed.slice(0, at), typed.slice(at + 1)];
    const [from, to] = when.includes('..') ? when.split('..') : [when, undefined];
    return { address: address.trim(), day: from.trim(), to: to && to.trim() };
  };
  const write = (address, day, to) => `#${address ? book.anchor(address) : ''}${day ? `@${day}` : ''}${to ? `..${to}` : ''}`;

  /// One spelling of an address: small letters, no blanks, no quotation marks, і for i.
  const key = (address) => address.toLowerCase().replace(/[\s_«»"']/g, '').replace(/i/g, 'і');
  const keys = places.map((place) => key(place.a));
  const component = (place) => place.a.includes('/') && /^(бекітілген|(\d+-)?қосымша)\//.test(place.a);
  /// Places that may be meant: the one of this address, else those of a document of the act.
  const meant = (address) => {
    const asked = key(address);
    const whole = keys.indexOf(asked);
    if (whole >= 0) return [whole];
    const inner = [];
    places.forEach((place, at) => {
      if (component(place) && keys[at].endsWith(`/${asked}`) && keys[at].split('/').length === asked.split('/').length + 1) inner.push(at);
    });
    return inner;
  };
  const distance = (a, b) => {
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      }
      row = next;
    }
    return row[b.length];
  };
  const nearest = (address) => {
    const asked = key(address).slice(0, 60);
    const tail = (text) => text.replace(/^(бекітілген|(\d+-)?қосымша)\//, '');
    const parts = asked.includes('#');
    return keys
      .map((other, at) => [!parts && other.includes('#') ? Infinity : Math.min(distance(asked, other), distance(asked, tail(other))), at])
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, 5).map(([, at]) => at);
  };

  /// The day as it is written in the calendar; null for none.
  const day = (typed) => {
    const read = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed) || /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed);
    if (!read) return null;
    const [year, month, date] = read[1].length === 4 ? [read[1], read[2], read[3]] : [read[3], read[2], read[1]];
    const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
    const back = new Date(`${iso}T00:00:00Z`);
    return !Number.isNaN(back.valueOf()) && back.toISOString().slice(0, 10) === iso ? iso : null;
  };
  /// A day near to what was typed: its year and month, as far as there are such.
  const nearDay = (typed) => {
    const [year, month, date] = (typed.match(/\d+/g) || []).map(Number);
    if (!year || year < 1000) return nusqa.page.day();
    const inYear = Math.min(Math.max(month || 1, 1), 12);
    const last = new Date(Date.UTC(year, inYear, 0)).getUTCDate();
    const inMonth = Math.min(Math.max(date || 1, 1), last);
    return `${year}-${String(inYear).padStart(2, '0')}-${String(inMonth).padStart(2, '0')}`;
  };

  const tell = (code, values, links) => {
    const list = make('ul', {}, ...links.map(([href, words]) => make('li', {}, make('a', { href, lang: 'kk' }, words))));
    message.replaceChildren(make('div.notice', {}, make('p', {}, say(code, values)), list));
    message.scrollIntoView({ block: 'center' });
  };
  const quiet = () => message.replaceChildren();
  /// The days on which a place can be read, as stretches.
  const daysOf = (place) => {
    const found = [];
    place.s.forEach((leaf) => {
      if (!['nothing', 'gap'].includes(book.seen(leaf)) && book.seen(leaf) !== 'gone') found.push(book.bounds(leaf.n)[0] || book.bounds(leaf.n)[1]);
    });
    return found.filter(Boolean).slice(0, 5);
  };
  return { parse, write, meant, nearest, day, nearDay, tell, quiet, daysOf };
})();
