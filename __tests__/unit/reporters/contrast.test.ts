import { expect, test } from 'vitest';
import { renderHtml } from '../../../src/reporters/index.ts';
import { reports } from './reports.ts';

/** The page's two sets of colours, as its style names them. */
const [light, dark] = [...renderHtml(reports.passing).matchAll(/--text:[^}]*/g)].map(([theme]) =>
  Object.fromEntries([...theme.matchAll(/--([\w-]+):(#[0-9a-f]+)/g)].map(([, name, color]) => [name, color])),
) as [Record<string, string>, Record<string, string>];

/** Relative luminance, WCAG 2.2. */
function luminance(color: string): number {
  const digits = (color.length === 4 ? color.replaceAll(/[0-9a-f]/g, '$&$&') : color).match(/[0-9a-f]{2}/g)!;
  const [red, green, blue] = digits.map((two) => {
    const share = Number.parseInt(two, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [bright, faint] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (bright! + 0.05) / (faint! + 0.05);
}

const pairs = [
  ...['text', 'muted', 'fail', 'warn', 'ok', 'accent', 'grew-text'].flatMap((ink) =>
    ['page', 'panel'].map((ground) => [ink, ground] as const),
  ),
  ['muted', 'top'],
  ['text', 'code'],
  ['fail', 'fail-soft'],
  ['warn', 'warn-soft'],
  // Names in the graph and the treemap, whose grounds lie between these.
  ['frame', 'h0'],
  ['frame', 'h9'],
  ['frame', 'c9'],
] as const;

test.each(pairs)('%s on %s can be read in both themes', (ink, ground) => {
  for (const theme of [light, dark]) expect(contrast(theme[ink]!, theme[ground]!)).toBeGreaterThanOrEqual(4.5);
});

test('black on white is 21', () => {
  expect(contrast('#000', '#ffffff')).toBeCloseTo(21, 5);
});
