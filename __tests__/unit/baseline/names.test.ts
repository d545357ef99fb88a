import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeName, displayName, encodeName } from '../../../src/baseline/names.ts';

// Well-formed text of any characters, and text made of what git or file systems give a meaning to.
const names = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('.', '/', '@', '{', '-', '%', '~', ' ', 'a', 'lock', '.lock', '\0', '\n', '*', '\\'),
  }),
);

describe('encodeName', () => {
  it.each([
    ['main', 'main'],
    ['release-1.2', 'release-1.2'],
    ['feature/login', 'feature%2Flogin'],
    ['größe', 'größe%-d353a267'],
    ['JIRA-1', 'JIRA-1%-582963e1'],
    ['..', '%2E%2E'],
    ['a.lock', 'a%2Elock'],
    ['', '%'],
  ])('writes %j as %s', (name, encoded) => {
    expect(encodeName(name)).toBe(encoded);
  });

  it('can be decoded, as long as a file name can hold it', () => {
    fc.assert(
      fc.property(
        names.filter((name) => Buffer.byteLength(name) < 60),
        (name) => {
          expect(decodeName(encodeName(name))).toBe(name);
        },
      ),
    );
  });

  it('keeps names apart on file systems that ignore case or rewrite accents', () => {
    const apart = [
      'Main',
      'main',
      'MAIN',
      'gr\u00F6sse',
      'gro\u0308sse',
      'x%2f',
      'x%2F',
      'x/',
      'A'.repeat(300),
      'a'.repeat(300),
    ];
    const folded = apart.map((name) => encodeName(name).normalize('NFD').toLowerCase());
    expect(new Set(folded).size).toBe(apart.length);
  });

  it('has one form for display, whatever went in', () => {
    fc.assert(
      fc.property(fc.oneof(names, fc.string({ unit: 'binary', minLength: 200, maxLength: 300 })), (name) => {
        expect(displayName(displayName(name))).toBe(displayName(name));
      }),
    );
  });

  it('keeps names apart that are too long to be kept whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 210, maxLength: 400 }), fc.nat(400), (name, at) => {
        const position = at % name.length;
        const other = `${name.slice(0, position)}\uE000${name.slice(position)}`;
        expect(encodeName(name)).not.toBe(encodeName(other));
        expect(Buffer.byteLength(encodeName(name))).toBeLessThanOrEqual(200);
      }),
    );
  });

  it('gives parts of refs that git accepts', () => {
    const samples = fc.sample(fc.oneof(names, fc.string({ unit: 'binary', minLength: 100, maxLength: 300 })), 150);
    for (const name of samples) {
      const ref = `refs/leakgate/${encodeName(name)}`;
      expect(execFileSync('git', ['check-ref-format', ref], { encoding: 'utf8' })).toBe('');
      expect(ref.split('/')).toHaveLength(3);
    }
  }, 30_000);
});
