import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnOf, readFeeder } from '../../../src/config/feeders.ts';
import { LeakgateError } from '../../../src/errors.ts';

const column = (path: string, text: string, name: string): string[] =>
  columnOf(readFeeder(path, text), name, 'requests[0]');

describe('CSV', () => {
  test('the first line names the columns; quotes, commas, line breaks and a byte order mark', () => {
    const text = '\ufeffid,full name\r\n1,"Lovelace, Ada"\r\n\r\n2,"a ""b""\nc"\r\n';
    expect(column('users.csv', text, 'id')).toEqual(['1', '2']);
    expect(column('users.csv', text, 'full name')).toEqual(['Lovelace, Ada', 'a "b"\nc']);
  });

  test.each([
    ['id,name\n', 'users.csv has no rows of values.'],
    ['', 'users.csv has no rows of values.'],
    ['id,id\n1,2\n', 'users.csv has two columns named "id".'],
    ['id,name\n1\n', "users.csv can't be read as CSV: "],
    ['id\n"1\n', "users.csv can't be read as CSV: "],
  ])('%j is refused by name', (text, message) => {
    expect(() => readFeeder('users.csv', text)).toThrow(LeakgateError);
    expect(() => readFeeder('users.csv', text)).toThrow(message);
  });

  test('a column that is not there', () => {
    expect(() => column('users.csv', 'id,name\n1,a\n', 'nme')).toThrow('requests[0]: users.csv has no column nme.');
    try {
      column('users.csv', 'id,name\n1,a\n', 'nme');
    } catch (error) {
      expect((error as LeakgateError).hint).toBe('Its columns: id, name.');
    }
  });

  test('gives back any values', () => {
    const cell = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const quoted = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(','));
        const text = `a,b\n${quoted.join('\n')}\n`;
        expect(column('x.csv', text, 'a')).toEqual(rows.map(([a]) => a));
        expect(column('x.csv', text, 'b')).toEqual(rows.map(([, b]) => b));
      }),
    );
  });

  test('any text is either read or refused, never worse', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', '\ufeff')), (parts) => {
        try {
          readFeeder('x.csv', parts.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(LeakgateError);
        }
      }),
    );
  });
});

describe('JSON lines', () => {
  test('an object a line; what is no text is its JSON', () => {
    const text = '{"id":1,"tags":["a"]}\n\n{"id":"x","tags":null}\n';
    expect(column('items.jsonl', text, 'id')).toEqual(['1', 'x']);
    expect(column('items.ndjson', text, 'tags')).toEqual(['["a"]', 'null']);
  });

  test.each([
    ['{"id":1}\n{', "items.jsonl, line 2 isn't JSON"],
    ['[1]', 'items.jsonl, line 1: got [1]; write an object'],
    ['\n\n', 'items.jsonl has no rows of values.'],
  ])('%j is refused by line', (text, message) => {
    expect(() => readFeeder('items.jsonl', text)).toThrow(message);
  });

  test('a value that is missing in one line', () => {
    expect(() => column('items.jsonl', '{"a":1,"b":2}\n{"a":3}\n', 'b')).toThrow(
      'requests[0]: items.jsonl has no b in line 2.',
    );
  });
});
