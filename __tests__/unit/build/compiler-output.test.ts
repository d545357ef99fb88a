import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCompilerOutput } from '../../../src/build/compiler-output.ts';

const recorded = (name: string) => readFileSync(new URL(`../../fixtures/build/${name}.txt`, import.meta.url), 'utf8');

test('every kind of message that a build printed leads to its line in the repository', () => {
  const place = { cwd: '/home/user/repo/services/api', repositoryRoot: '/home/user/repo' };
  expect(parseCompilerOutput(recorded('compiler-output'), place)).toEqual([
    {
      file: 'services/api/cmd/api/main.go',
      line: 6,
      message: 'cannot use 1 (untyped int constant) as string value in argument to store.Open',
    },
    { file: 'services/api/cmd/api/main.go', line: 7, message: 'declared and not used: unused' },
    { file: 'services/api/cmd/api/main.go', line: 8, message: 'undefined: undefined' },
    {
      file: 'services/api/cmd/importer/main.go',
      line: 3,
      message: 'no required module provides package example.com/nowhere; to add it:\ngo get example.com/nowhere',
    },
    {
      file: 'services/api/cmd/syntax/main.go',
      line: 4,
      message: 'syntax error: missing condition in if statement',
    },
    {
      file: 'services/api/cmd/cgo/main.go',
      line: 3,
      message: 'fatal error: missing.h: No such file or directory',
    },
    {
      file: 'services/api/bad/bad.go',
      line: 3,
      message: 'too many return values\nhave (number, nil, number)\nwant (string, error)',
    },
  ]);
});

test('paths start where the go command ran', () => {
  const place = { cwd: '/repo/cmd/api', repositoryRoot: '/repo' };
  expect(parseCompilerOutput(recorded('compiler-output-above'), place)).toMatchObject([
    { file: 'bad/bad.go', line: 3 },
  ]);
});

test('code outside of the repository gets no location, and neither do its continued lines', () => {
  const place = { cwd: '/repo', repositoryRoot: '/repo' };
  const text = [
    '# example.com/dependency',
    '/home/user/go/pkg/mod/example.com/dependency@v1.0.0/a.go:3:4: undefined: x',
    '\thave (int)',
    '../other/b.go:1:1: undefined: y',
    '# example.com/own',
    './a.go:3:4: undefined: z',
    './a.go:3:4: undefined: z',
    'note: module requires Go 1.99',
  ].join('\r\n');
  expect(parseCompilerOutput(text, place)).toEqual([{ file: 'a.go', line: 3, message: 'undefined: z' }]);
});

test('a broken go.mod is a place too', () => {
  const text = 'go: errors parsing go.mod:\ngo.mod:3: unknown directive: requires\n';
  expect(parseCompilerOutput(text, { cwd: '/repo/svc', repositoryRoot: '/repo' })).toEqual([
    { file: 'svc/go.mod', line: 3, message: 'unknown directive: requires' },
  ]);
});

test('whatever is printed, no place lies outside of the repository', () => {
  const piece = fc.constantFrom('/', '..', 'a.go', ':', '1', ':2', ': ', 'x', '\n', '\t', './', 'C:', '# p');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      for (const { file, line } of parseCompilerOutput(pieces.join(''), { cwd: '/r/s', repositoryRoot: '/r' })) {
        expect(file).not.toMatch(/^\.\.|^\//);
        expect(line).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
