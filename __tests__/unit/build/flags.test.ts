import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flagValues, hasFlag, joinQuoted, keepSymbols, mapFlag, splitQuoted } from '../../../src/build/flags.ts';

test.each([
  ['', []],
  ['  -race\t-tags=a,b\n', ['-race', '-tags=a,b']],
  [`'-ldflags=-s -w' -mod=mod`, ['-ldflags=-s -w', '-mod=mod']],
  [`"-ldflags=-X 'main.v=1 2'" x`, [`-ldflags=-X 'main.v=1 2'`, 'x']],
  [`-X=main.v='a b'`, [`-X=main.v='a`, `b'`]],
  [`''`, ['']],
])('%j is split as the go command does', (text, fields) => {
  expect(splitQuoted(text)).toEqual(fields);
});

test('joining and splitting give the fields back', () => {
  const field = fc.string({ unit: fc.constantFrom('-', 's', ' ', '=', "'", '\t') });
  fc.assert(
    fc.property(fc.array(field), (fields) => {
      expect(splitQuoted(joinQuoted(fields))).toEqual(fields);
    }),
  );
  const withDouble = fc.string({ unit: fc.constantFrom('-', 's', ' ', '=', '"') });
  fc.assert(
    fc.property(fc.array(withDouble), (fields) => {
      expect(splitQuoted(joinQuoted(fields))).toEqual(fields);
    }),
  );
});

test.each([
  ['-s -w', '-w'],
  ['-s', ''],
  ['-w', '-w'],
  ['-w --s=true -X main.v=-s', '-w -X main.v=-s'],
  ['-s=false', '-s=false'],
  [`-X 'main.built=12 May' -s`, `-X 'main.built=12 May'`],
  [`-X 'main.built=a -s b'`, `-X 'main.built=a -s b'`],
  ['all=-s -w', 'all=-w'],
  ['./...=-s', './...='],
  ['-extldflags "-static -s" -s', `-extldflags '-static -s'`],
])('-ldflags %j keeps the symbol table as %j', (given, kept) => {
  expect(keepSymbols(given)).toBe(kept);
});

test('a flag is found in each of its spellings', () => {
  const flags = ['-ldflags', '-s -w', '--ldflags=-X=a.b=c', '-race', '-ldflags=', '-tags=ldflags'];
  expect(flagValues(flags, 'ldflags')).toEqual(['-s -w', '-X=a.b=c', '']);
  expect(mapFlag(flags, 'ldflags', (value) => (value === '' ? null : `<${value}>`))).toEqual([
    '-ldflags=<-s -w>',
    '-ldflags=<-X=a.b=c>',
    '-race',
    '-tags=ldflags',
  ]);
  expect(hasFlag(flags, 'race')).toBe(true);
  expect(hasFlag(['--trimpath=false'], 'trimpath')).toBe(true);
  expect(hasFlag(['-tags=trimpath', '-trimpathx'], 'trimpath')).toBe(false);
  expect(flagValues(['-overlay'], 'overlay')).toEqual(['']);
});
