import { expect, test } from 'vitest';
import { factText } from '../../../../src/reporters/html/places.ts';
import { reports } from '../reports.ts';

const fact = (page: string) => factText(reports.passing, { label: 'usually', text: 'a map that grows', page }).markup;

test('a pattern is linked to its page', () => {
  expect(fact('unbounded-map')).toMatch(
    /^<bdi>a map that grows<\/bdi> \(<a href="https:\/\/\S+\/docs\/patterns\.md#unbounded-map">unbounded-map<\/a>\)$/,
  );
});

test.each(['x"><script>', 'javascript:x', '../../evil', ''])(
  'what can’t be the name of a page (%j) links nothing',
  (page) => {
    expect(fact(page)).toBe('<bdi>a map that grows</bdi>');
  },
);
