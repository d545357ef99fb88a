import { expect, test } from 'vitest';
import { readYaml, YamlProblem } from '../../src/yaml.ts';

function problem(text: string): [number, string] {
  try {
    readYaml(text);
  } catch (error) {
    expect(error).toBeInstanceOf(YamlProblem);
    const { line, message } = error as YamlProblem;
    return [line, message];
  }
  throw new Error('it was read');
}

test('JSON is YAML, and aliases are followed', () => {
  expect(readYaml('{"a":[1,null]}')).toEqual({ a: [1, null] });
  expect(readYaml('a: &x { b: 1 }\nc: *x\n')).toEqual({ a: { b: 1 }, c: { b: 1 } });
});

test('what is wrong is told with its line', () => {
  expect(problem('a: 1\nb: [\n')[0]).toBe(3);
  expect(problem('a: 1\nb: &x 2\nc: *x\nd: *nobody\n')).toEqual([4, expect.stringContaining('Unresolved alias')]);
});

test('a bomb of aliases isn’t unfolded', () => {
  const levels = Array.from({ length: 9 }, (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level},`.repeat(9)}]`);
  const [line, message] = problem(`l0: &l0 [x]\n${levels.join('\n')}\n`);
  expect([line, message]).toEqual([2, expect.stringContaining('Excessive alias count')]);
});
