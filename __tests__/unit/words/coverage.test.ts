import { readdirSync, readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { parseAst } from 'vite';
import { pieces } from '../../../src/words/catalogue.ts';
import { labels } from '../../../src/words/zh-CN/labels.ts';
import { sentences } from '../../../src/words/zh-CN/sentences.ts';

/** Whose sentences stand in results. Those of options only say how to write them. */
const folder = new URL('../../../src/', import.meta.url);
const files = [
  ...readdirSync(new URL('checks/', folder)).map((name) => `checks/${name}`),
  ...readdirSync(new URL('policy/', folder)).map((name) => `policy/${name}`),
  'baseline/choose.ts',
  'bench/deployed.ts',
  'bench/retention-bench.ts',
  'verdict.ts',
].filter((name) => name.endsWith('.ts') && !name.endsWith('-options.ts'));

/** Descriptions of options, errors and progress are no part of a result. */
const elsewhere =
  /^(?:describe|refine|regex|LeakgateError|PairUnavailable|Error|progress|limit|test|includes|startsWith|endsWith)$/;
const known = [...Object.keys(labels), ...Object.keys(sentences)].join('\n').toLowerCase();

/** What a goroutine waits for, as the runtime calls it; and what is no sentence by itself. */
const noProse: ReadonlySet<string> = new Set(
  [
    ['IO wait', 'select (no cases)', 'chan send', 'chan receive', 'nil chan'],
    ['all decided', 'nor for', 'label leakgate:accept of #'],
  ].flat(),
);

test('whatever the checks say has a translation', () => {
  const missing = files.flatMap((name) =>
    proseOf(readFileSync(new URL(name, folder), 'utf8')).map((text) => `${name}: ${text}`),
  );
  expect(missing.join('\n')).toBe('');
});

/** Pieces of text with a word and a space that are in no phrase. */
function proseOf(source: string): string[] {
  const { code } = transformSync(source, { loader: 'ts', target: 'esnext', charset: 'utf8' });
  const texts: string[] = [];
  collect(parseAst(code), texts);
  return texts
    .flatMap((text) => pieces(text).map((piece) => piece.replace(/^[^\p{L}]+/u, '').trim()))
    .filter(
      (piece) =>
        /\p{L}{2}/u.test(piece) && piece.includes(' ') && !noProse.has(piece) && !known.includes(piece.toLowerCase()),
    );
}

interface Node {
  type: string;
  [key: string]: unknown;
}

function collect(node: unknown, texts: string[]): void {
  if (Array.isArray(node)) return node.forEach((one) => collect(one, texts));
  if (typeof node !== 'object' || node === null) return;
  const { type, ...parts } = node as Node;
  if (type === 'ImportDeclaration' || isElsewhere(node as Node)) return;
  if (type === 'Literal' && typeof parts['value'] === 'string') texts.push(parts['value']);
  if (type === 'TemplateElement') texts.push((parts['value'] as { cooked: string }).cooked);
  Object.values(parts).forEach((part) => collect(part, texts));
}

function isElsewhere({ type, callee }: Node): boolean {
  if (type !== 'CallExpression' && type !== 'NewExpression') return false;
  const { name, property } = callee as { name?: string; property?: { name?: string } };
  return elsewhere.test(name ?? property?.name ?? '');
}
