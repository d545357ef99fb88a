import { expect, test } from 'vitest';
import { renderHtml } from '../../../src/reporters/index.ts';
import { evident, large } from './evidence.ts';
import { reports } from './reports.ts';

/** What the rows say, without their elements. */
const walked = (page: string): string =>
  (/id="tree">([\s\S]*?)<\/section>/.exec(page)?.[1] ?? '').replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

test('the heap of a run is walked from its roots down to the objects, with the lines that made them', () => {
  const text = walked(renderHtml(evident));
  expect(text).toContain('main.cache +34.8 MiB of 35.5 MiB');
  expect(text).toContain('[]byte internal/session/cache.go:23 ×20,700 (+20,334) +21.3 MiB of 21.6 MiB');
  expect(text).toContain('store.catalogue 9.63 MiB, as before');
  expect(text).toContain('… 41 more 879 KiB, as before');
});

test('a run without a leak has none', () => {
  expect(renderHtml(reports.passing)).not.toContain('id="tree"');
});

test('beside 20 lines and 2,000 calls the page holds as many steps as 400 KB allow, and tells how many are left', () => {
  const page = renderHtml(large);
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(400_000);
  expect(walked(page)).toContain('handler.go');
  const steps = page.split('<i class="swatch').length - 1;
  expect(steps).toBeGreaterThan(10);
});
