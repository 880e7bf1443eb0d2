// Two texts → runs of words that stayed, went and came, by the shortest edit script; and the words
// of a text, cut as the language cuts them.
'use strict';
(self.nusqa = self.nusqa || {}).words = (() => {
  const cutter = typeof Intl === 'object' && Intl.Segmenter ? new Intl.Segmenter('kk', { granularity: 'word' }) : null;
  const cut = (text) => (cutter
    ? Array.from(cutter.segment(text), (part) => part.segment)
    : text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) || []);
  /// Above this many edits the texts are shown whole: nobody reads such a script.
  const MOST = 1500;
  /// Wordings that share less than one letter in this many are not compared word by word.
  const APART = 3;

  /// Myers' greedy script over the middle that differs.
  const script = (a, b) => {
    const [n, m] = [a.length, b.length];
    const reach = Math.min(n + m, MOST);
    const trace = [];
    const row = new Int32Array(2 * reach + 3);
    const zero = reach + 1;
    for (let d = 0; d <= reach; d++) {
      trace.push(row.slice(zero - d - 1, zero + d + 2));
      for (let k = -d; k <= d; k += 2) {
        let x = k === -d || (k !== d && row[zero + k - 1] < row[zero + k + 1]) ? row[zero + k + 1] : row[zero + k - 1] + 1;
        let y = x - k;
        while (x < n && y < m && a[x] === b[y]) { x++; y++; }
        row[zero + k] = x;
        if (x >= n && y >= m) return back(a, b, trace, d);
      }
    }
    return [...a.map((word) => ['delete', word]), ...b.map((word) => ['insert', word])];
  };
  const back = (a, b, trace, edits) => {
    let [x, y] = [a.length, b.length];
    const steps = [];
    for (let d = edits; d >= 0; d--) {
      const row = trace[d];
      const at = (k) => row[k + d + 1];
      const k = x - y;
      const before = k === -d || (k !== d && at(k - 1) < at(k + 1)) ? k + 1 : k - 1;
      const fromX = d === 0 ? 0 : at(before);
      const fromY = d === 0 ? 0 : fromX - before;
      while (x > fromX && y > fromY) { steps.push(['equal', a[--x]]); y--; }
      if (d === 0) break;
      if (x === fromX) steps.push(['insert', b[--y]]); else steps.push(['delete', a[--x]]);
    }
    return steps.reverse();
  };
  /// Runs `[op, text]`, op being equal, delete or insert.
  const differ = (before, after) => {
    const [a, b] = [cut(before), cut(after)];
    let start = 0;
    while (start < a.length && start < b.length && a[start] === b[start]) start++;
    let end = 0;
    while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
    const steps = [
      ...a.slice(0, start).map((word) => ['equal', word]),
      ...script(a.slice(start, a.length - end), b.slice(start, b.length - end)),
      ...a.slice(a.length - end).map((word) => ['equal', word]),
    ];
    const runs = [];
    for (const [op, word] of steps) {
      const last = runs[runs.length - 1];
      if (last && last[0] === op) last[1] += word; else runs.push([op, word]);
    }
    return apart(tidy(runs), before, after);
  };
  /// Two wordings that share little are two texts: only their numbers may stay.
  const apart = (runs, before, after) => {
    const weight = (text) => text.replace(/[^\p{L}]/gu, '').length;
    const stayed = runs.reduce((sum, [op, text]) => sum + (op === 'equal' ? weight(text) : 0), 0);
    if (stayed * APART >= Math.max(weight(before), weight(after))) return runs;
    const number = /^[\d\-.)\s]*/.exec(before)[0];
    const same = number && after.startsWith(number) ? number : '';
    const rest = [['delete', before.slice(same.length)], ['insert', after.slice(same.length)]];
    return [...(same ? [['equal', same]] : []), ...rest.filter(([, text]) => text)];
  };
  /// A blank alone between two changes belongs to both.
  const tidy = (runs) => {
    const out = [];
    let held = { delete: '', insert: '' };
    const flush = () => {
      for (const op of ['delete', 'insert']) if (held[op]) out.push([op, held[op]]);
      held = { delete: '', insert: '' };
    };
    runs.forEach(([op, text], at) => {
      const between = op === 'equal' && /^\s+$/.test(text) && at > 0 && at + 1 < runs.length && held.delete && held.insert;
      if (between) { held.delete += text; held.insert += text; return; }
      if (op === 'equal') { flush(); out.push([op, text]); } else held[op] += text;
    });
    flush();
    return out;
  };
  return { cut, differ };
})();
