// A day → the text of the act on the page: only places that differ from the day shown before are
// built anew, in their order, so that a long act turns as fast as a short one.
'use strict';
nusqa.page = (() => {
  const { book, unit } = nusqa;
  const { make, word, say } = nusqa.language;
  const { places, data } = book;
  const text = document.getElementById('text');

  /// The element of each place that stands on the page, and the leaf that it shows.
  const elements = new Array(places.length).fill(null);
  const shown = new Array(places.length).fill(null);
  /// The block in which each place stands, and the blocks that are on the page.
  const blockOf = [];
  places.forEach((place, at) => blockOf.push(place.b || at === 0 ? at : blockOf[at - 1]));
  const blocks = new Map();
  let day = text.dataset.day;
  let stretch = book.stretch(day);

  text.querySelectorAll('[data-b]').forEach((block) => blocks.set(Number(block.dataset.b), block));
  text.querySelectorAll('[data-p]').forEach((element) => {
    const at = Number(element.dataset.p);
    elements[at] = element;
    shown[at] = book.leaf(places[at], stretch);
  });
  // The program writes words whole; those of several acts are parted here.
  const partRuns = () => places.forEach((place, at) => {
    const version = shown[at] && book.version(place, shown[at]);
    if (version && version.r && elements[at] && !place.t) {
      const fresh = unit.build(at, place, shown[at]);
      elements[at].replaceWith(fresh);
      elements[at] = fresh;
    }
  });

  /// Where the element of a place belongs: its block, or the body of its table.
  const host = (at) => {
    const table = places[at].t;
    if (table) {
      const element = elements[table - 1];
      return element && element.querySelector('tbody');
    }
    return blocks.get(blockOf[at]);
  };
  const openBlock = (at) => {
    if (blocks.has(at)) return blocks.get(at);
    const block = make('section.block', { 'data-b': at });
    let after = null;
    for (const [other, element] of blocks) if (other > at && (after === null || other < after[0])) after = [other, element];
    text.insertBefore(block, after ? after[1] : null);
    blocks.set(at, block);
    return block;
  };
  const nextIn = (at, inside) => {
    for (let i = at + 1; i < places.length && (inside.tagName === 'TBODY' || blockOf[i] === blockOf[at]); i++) {
      if (elements[i] && elements[i].parentNode === inside) return elements[i];
      if (inside.tagName === 'TBODY' && !places[i].t) break;
    }
    return null;
  };

  /// Shows a day. Returns the number of places that were built anew.
  const show = (asked) => {
    day = asked;
    const next = book.stretch(day);
    const changed = [];
    if (next !== stretch) {
      stretch = next;
      places.forEach((place, at) => {
        const leaf = book.leaf(place, stretch);
        if (leaf === shown[at]) return;
        if (shown[at] === null && book.seen(leaf) === 'nothing') return;
        changed.push(at);
      });
      for (const at of changed) {
        const leaf = book.leaf(places[at], stretch);
        if (book.seen(leaf) === 'nothing') {
          if (elements[at]) elements[at].remove();
          [elements[at], shown[at]] = [null, null];
          continue;
        }
        if (elements[at] && unit.sameWords(shown[at], leaf)) {
          unit.regrade(elements[at], places[at], leaf);
          shown[at] = leaf;
          continue;
        }
        const fresh = unit.build(at, places[at], leaf);
        if (elements[at]) {
          const rows = elements[at].querySelector('tbody');
          if (rows && fresh.querySelector('tbody')) fresh.querySelector('tbody').append(...rows.children);
          elements[at].replaceWith(fresh);
        } else {
          if (!places[at].t) openBlock(blockOf[at]);
          const inside = host(at);
          if (!inside) continue;
          inside.insertBefore(fresh, nextIn(at, inside));
        }
        [elements[at], shown[at]] = [fresh, leaf];
      }
      for (const [at, block] of blocks) {
        if (!block.firstElementChild) { block.remove(); blocks.delete(at); }
      }
      if (changed.some((at) => places[at].h)) contents();
      settle();
      flag();
    }
    text.dataset.day = day;
    tell();
    return changed.length;
  };

  const contents = () => {
    const list = make('ul');
    places.forEach((place, at) => {
      if (!place.h || !elements[at] || book.kind(place) === 'title') return;
      const version = book.version(place, shown[at]);
      const words = (version && book.text(version.t)) || place.l;
      list.append(make(`li.l${place.h}`, {}, make('a', { href: `#${book.anchor(place.a)}` }, words)));
    });
    document.getElementById('contents').replaceChildren(list);
  };
  /// An open question that repeats the one before is not asked again.
  const settle = () => {
    let before = null;
    for (let at = 0; at < places.length; at++) {
      if (!elements[at] || places[at].t) continue;
      const name = unit.question(places[at], shown[at]);
      if (name) {
        let stated = elements[at].querySelector('.question');
        if (name !== before && !stated.firstElementChild) {
          const fresh = unit.build(at, places[at], shown[at]);
          elements[at].replaceWith(fresh);
          elements[at] = fresh;
          stated = fresh.querySelector('.question');
        }
        stated.hidden = name === before;
      }
      before = name;
    }
  };
  /// Marks places of which the audit speaks, and those that will change.
  const flag = () => {
    for (const finding of data.findings) {
      const element = elements[book.numbers.get(finding.a)];
      if (element) element.classList.add('flagged');
    }
    for (const change of data.coming) {
      const element = elements[book.numbers.get(change.a)];
      if (element) element.classList.add('turns');
    }
  };

  /// What is to be said of the day: which it is, how the act stands, how many units of each kind.
  const tell = () => {
    document.getElementById('shown').replaceChildren(say('site_shown', { day }));
    document.getElementById('cited').textContent = `${data.id}/kaz:${day}`;
    const notice = document.getElementById('notice');
    notice.replaceChildren();
    const status = book.status(data.whole[stretch][0]);
    const codes = { not_yet: 'site_act_not_yet', repealed: 'site_act_repealed', unknown: 'site_act_unknown' };
    if (codes[status]) notice.append(make('p.notice', {}, word(codes[status])));
    if (data.horizon && day > data.horizon) {
      const back = make('a', { href: `#@${data.horizon}` }, word('site_go_to_horizon'));
      notice.append(make('p.notice', {}, say('site_after_horizon', { day: data.horizon }), ' ', back));
    }
    const counts = {};
    shown.forEach((leaf) => {
      if (!leaf) return;
      const seen = book.seen(leaf);
      counts[seen] = (counts[seen] || 0) + 1;
      if (seen === 'words') counts[book.certainty(leaf.o)] = (counts[book.certainty(leaf.o)] || 0) + 1;
    });
    document.querySelectorAll('#legend li').forEach((item) => {
      const count = counts[item.dataset.certainty || item.dataset.seen] || 0;
      item.querySelector('b').textContent = count;
      item.hidden = count === 0;
    });
  };
  document.addEventListener('nusqa-language', tell);

  return {
    show, flag, partRuns, tell,
    day: () => day, stretch: () => stretch, element: (at) => elements[at], leaf: (at) => shown[at],
  };
})();
