import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isConstant, parseTemplate, type Place, type Sources } from '../../../src/config/template.ts';
import { LeakgateError } from '../../../src/errors.ts';
import { fill } from '../../../src/engines/fill.ts';

const columns: Record<string, string[]> = {
  'users.id': ['1', 'a/b', 'ö "x"'],
  'users.first name': ['Ada'],
  'log.path': ['/a?x=1', '/b'],
  'bad.path': ['/a', 'no slash'],
  'bad.line': ['fine', 'two\nlines'],
};

const sources: Sources = {
  column(feeder, column, where) {
    const values = columns[`${feeder}.${column}`];
    if (values === undefined) throw new LeakgateError('config', `${where}: no ${feeder}.${column}.`);
    return values;
  },
  environment: (name) => `<${name}>`,
};

const parse = (text: string, place: Place = 'text') => parseTemplate(text, place, 'requests[0]', sources);
const filled = (text: string, place: Place, number: number): string => fill(parse(text, place), { seed: 0, number }, 0);

test('every kind of placeholder', () => {
  expect(parse('a{{uuid}}b{{ seq }}{{randInt -5 10}}{{traceparent}}')).toEqual([
    'a',
    { kind: 'uuid' },
    'b',
    { kind: 'seq' },
    { kind: 'int', from: -5, to: 10 },
    { kind: 'traceparent' },
  ]);
  expect(parse('{{users.first name}}')).toEqual([{ kind: 'column', values: ['Ada'] }]);
});

test('the environment is filled in for good', () => {
  expect(parse('x={{env TENANT}}!')).toEqual(['x=<TENANT>!']);
  expect(isConstant(parse('{{env A}}/{{env B}}', 'path'))).toBe(true);
});

describe('a value is written for its place', () => {
  test.each<[Place, string]>([
    ['path', '%C3%B6%20%22x%22'],
    ['form', '%C3%B6%20%22x%22'],
    ['json', 'ö \\"x\\"'],
    ['header', 'ö "x"'],
    ['text', 'ö "x"'],
  ])('%s', (place, written) => {
    expect(filled('{{users.id}}', place, 2)).toBe(written);
  });

  test('a column may be the whole path, with its query', () => {
    expect([0, 1, 2].map((number) => filled('{{log.path}}', 'whole path', number))).toEqual(['/a?x=1', '/b', '/a?x=1']);
  });

  test('in JSON it stays one string, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const own = { ...sources, column: () => [value] };
        const body = fill(parseTemplate('{"a":"{{x.y}}"}', 'json', 'w', own), { seed: 0, number: 0 }, 0);
        expect(JSON.parse(body)).toEqual({ a: value });
      }),
    );
  });

  test('in a path it stays one segment, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const own = { ...sources, column: () => [value] };
        const path = fill(parseTemplate('/u/{{x.y}}/z', 'path', 'w', own), { seed: 0, number: 0 }, 0);
        expect(path).toMatch(/^\/u\/[\w%.!~*'()-]*\/z$/);
      }),
    );
  });
});

describe('what can’t be read is refused by name', () => {
  test.each([
    ['{{uuid', 'got "{{uuid"; write the closing }}'],
    ['{{nope}}', 'got "{{nope}}"; write {{uuid}}, {{seq}}'],
    ['{{}}', 'got "{{}}"; write'],
    ['{{randInt 1}}', 'got "{{randInt 1}}"'],
    ['{{randInt 9 1}}', 'write the smaller number first'],
    ['{{users.nme}}', 'requests[0]: no users.nme.'],
  ])('%s', (text, message) => {
    expect(() => parse(text)).toThrow(LeakgateError);
    expect(() => parse(text)).toThrow(message);
  });

  test('a value that can’t stand there, with its row', () => {
    expect(() => parse('{{bad.path}}', 'whole path')).toThrow('{{bad.path}}, row 2: got "no slash"; write a path');
    expect(() => parse('{{bad.line}}', 'header')).toThrow(
      '{{bad.line}}, row 2: got "two\\nlines"; write a value without',
    );
  });
});

test('text without placeholders stays as it is, and \\{{ stands for the braces', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!text.includes('{{'));
      expect(parse(text)).toEqual([text]);
    }),
  );
  expect(parse('a \\{{uuid}} b')).toEqual(['a {{uuid}} b']);
});

test('any text is either read or refused, never worse', () => {
  const bits = fc.array(
    fc.constantFrom('{{', '}}', '\\', '{', '}', 'uuid', 'users.id', ' ', 'randInt 1 2', 'env A', 'x'),
  );
  fc.assert(
    fc.property(bits, (parts) => {
      try {
        const pieces = parse(parts.join(''));
        expect(pieces.length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(LeakgateError);
      }
    }),
  );
});
