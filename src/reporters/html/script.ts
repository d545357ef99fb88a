import type { Say } from '../../words/say.ts';
/** What the script says, in the language of its page. */
export const scriptWords = (say: Say) => ({
  light: say('Light'),
  dark: say('Dark'),
  open: say('Open all'),
  close: say('Close all'),
  figures: say('{live} live, {growth} since the warm-up', { live: '{live}', growth: '{growth}' }),
  match: say('{n} frame matches', { n: '{n}' }),
  matches: say('{n} frames match', { n: '{n}' }),
});

/**
 * What the page does beyond showing: theme, opening all lines, and the graph of calls. Without it everything still reads and prints.
 * It only moves elements and sets text; it never makes HTML of a string.
 */
export const script = String.raw`
'use strict';
{
const root = document.documentElement;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
const words = JSON.parse(one('#words').textContent);

const theme = one('#theme');
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (root.dataset.theme ?? (systemDark.matches ? 'dark' : 'light')) === 'dark';
const name = () => { theme.textContent = isDark() ? '☀ ' + words.light : '☾ ' + words.dark; };
try { const kept = localStorage.getItem('leakgate-theme'); if (kept === 'dark' || kept === 'light') root.dataset.theme = kept; } catch {}
theme.hidden = false;
name();
systemDark.addEventListener('change', name);
theme.addEventListener('click', () => {
  root.dataset.theme = isDark() ? 'light' : 'dark';
  name();
  try { localStorage.setItem('leakgate-theme', root.dataset.theme); } catch {}
});

for (const button of all('.toggle')) {
  const rows = all('details', one(button.dataset.toggle));
  const name = () => { button.textContent = rows.every((row) => row.open) ? words.close : words.open; };
  button.hidden = rows.length < 2;
  button.addEventListener('click', () => {
    const open = !rows.every((row) => row.open);
    for (const row of rows) row.open = open;
    name();
  });
  for (const row of rows) row.addEventListener('toggle', name);
}

for (const choice of all('[data-filter]')) {
  const rows = all('tbody tr', one(choice.dataset.filter));
  const buttons = all('button', choice);
  choice.hidden = false;
  for (const button of buttons) button.addEventListener('click', () => {
    const { wait } = button.dataset;
    for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
    for (const row of rows) row.hidden = wait !== '' && row.dataset.wait !== wait;
  });
}

let opened = [];
addEventListener('beforeprint', () => { opened = all('details:not([open])').filter((row) => !row.closest('.brief')); for (const row of opened) row.open = true; });
addEventListener('afterprint', () => { for (const row of opened) row.open = false; opened = []; });

const graph = one('#flame-graph');
if (graph) {
  const names = JSON.parse(one('#flame-names').textContent);
  const rowHeight = Number(graph.dataset.row);
  const perRequest = graph.dataset.unit === 'bytes/req';
  const detail = one('#flame-detail');
  const calm = detail.textContent;
  const frames = all(':scope > svg', graph).map((box) => {
    const [live, grown, growth] = box.dataset.v.split(' ').map(Number);
    return { box, live, grown, growth: growth ?? grown, name: names[box.dataset.n], depth: Number(box.getAttribute('y')) / rowHeight, children: [], parent: null };
  });
  const path = [];
  for (const frame of frames) {
    path.length = frame.depth;
    frame.parent = path[frame.depth - 1] ?? null;
    if (frame.parent) frame.parent.children.push(frame);
    path.push(frame);
  }
  const whole = frames[0];
  let mode = graph.dataset.mode;
  let zoomed = whole;
  let current = whole;

  const bytes = (value) => {
    const size = Math.abs(value);
    const [shown, unit] = size >= 1048576 ? [size / 1048576, ' MiB'] : size >= 10000 ? [size / 1024, ' KiB'] : [size, ' B'];
    return (value < 0 ? '−' : '') + (shown >= 100 || Number.isInteger(shown) ? shown.toFixed(0) : shown.toFixed(shown >= 10 ? 1 : 2)) + unit;
  };
  const figures = (frame) => perRequest
    ? bytes(frame.grown) + '/req'
    : words.figures.replace('{live}', bytes(frame.live)).replace('{growth}', (frame.growth > 0 ? '+' : '') + bytes(frame.growth));
  const describe = (frame) => frame === whole ? frame.name[0] + ' · ' + calm : frame.name[0] + ' · ' + figures(frame) + ' · ' + frame.name[1];

  const place = (frame, x, width) => {
    frame.box.setAttribute('x', (x * 100).toFixed(3) + '%');
    frame.box.setAttribute('width', (width * 100).toFixed(3) + '%');
    frame.width = width;
    frame.box.removeAttribute('display');
    if (width < 0.025 || frame.box.querySelector('text')) return;
    const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    text.setAttribute('x', '5');
    text.setAttribute('y', '15');
    text.textContent = frame.name[0];
    frame.box.append(text);
  };
  const layOut = (frame, x, width) => {
    place(frame, x, width);
    let at = x;
    for (const child of frame.children.toSorted((a, b) => b[mode] - a[mode])) {
      const part = frame[mode] > 0 ? (width * Math.max(0, child[mode])) / frame[mode] : 0;
      layOut(child, at, part);
      at += part;
    }
  };
  const draw = () => {
    const above = new Set();
    for (let frame = zoomed.parent; frame; frame = frame.parent) above.add(frame);
    for (const frame of frames) {
      frame.box.classList.toggle('above', above.has(frame));
      if (above.has(frame)) place(frame, 0, 1); else frame.box.setAttribute('display', 'none');
    }
    layOut(zoomed, 0, 1);
    // As on the server: too narrow to be seen, or a row of nothing but such frames.
    const shown = frames.filter((frame) => !frame.box.hasAttribute('display'));
    const rows = Math.max(...shown.filter(({ width }) => width >= 0.008).map(({ depth }) => depth)) + 1;
    for (const frame of shown) if (frame.width < 0.0004 || frame.depth >= rows) frame.box.setAttribute('display', 'none');
    graph.setAttribute('height', String(rows * rowHeight));
    one('#flame-reset').disabled = zoomed === whole;
  };
  const focus = (frame) => {
    current.box.setAttribute('tabindex', '-1');
    current = frame;
    current.box.setAttribute('tabindex', '0');
    current.box.focus();
  };
  const zoom = (frame) => { zoomed = frame; draw(); };
  const visible = (frame) => frame && frame.box.getAttribute('display') !== 'none';
  const beside = (frame, step) => {
    const level = frames.filter((other) => other.depth === frame.depth && visible(other));
    level.sort((a, b) => parseFloat(a.box.getAttribute('x')) - parseFloat(b.box.getAttribute('x')));
    return level[level.indexOf(frame) + step];
  };
  const largest = (frame) => frame.children.toSorted((a, b) => b[mode] - a[mode]).find(visible);
  const moves = { ArrowUp: (frame) => frame.parent, ArrowDown: largest, ArrowLeft: (frame) => beside(frame, -1), ArrowRight: (frame) => beside(frame, 1) };

  graph.setAttribute('role', 'group');
  for (const frame of frames) {
    const { box } = frame;
    box.setAttribute('role', 'button');
    box.setAttribute('tabindex', frame === whole ? '0' : '-1');
    box.setAttribute('aria-label', describe(frame));
    box.addEventListener('click', () => { zoom(frame); focus(frame); });
    box.addEventListener('focus', () => { detail.textContent = describe(frame); });
    box.addEventListener('mouseenter', () => { detail.textContent = describe(frame); });
    box.addEventListener('keydown', (event) => {
      const to = moves[event.key];
      if (event.key === 'Enter' || event.key === ' ') zoom(frame);
      else if (event.key === 'Escape') zoom(whole);
      else if (to) { const next = to(frame); if (visible(next)) focus(next); }
      else return;
      event.preventDefault();
    });
  }
  graph.addEventListener('mouseleave', () => { detail.textContent = describe(current); });

  one('.controls').hidden = false;
  one('#flame-reset').addEventListener('click', () => zoom(whole));
  for (const button of all('[data-flame]')) {
    button.setAttribute('aria-pressed', String(button.dataset.flame === mode));
    button.addEventListener('click', () => {
      mode = button.dataset.flame;
      for (const other of all('[data-flame]')) other.setAttribute('aria-pressed', String(other === button));
      draw();
    });
  }
  one('#flame-search').addEventListener('input', (event) => {
    const wanted = event.target.value.trim().toLowerCase();
    const found = frames.filter((frame) => wanted !== '' && (frame.name[0] + ' ' + frame.name[1]).toLowerCase().includes(wanted));
    for (const frame of frames) frame.box.classList.toggle('dim', wanted !== '' && !found.includes(frame));
    detail.textContent = wanted === '' ? calm : (found.length === 1 ? words.match : words.matches).replace('{n}', found.length);
  });
}
}
`;
