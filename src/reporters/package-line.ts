import type { TestedPackage } from '../model.ts';
import { plain } from './escape.ts';
import { formatCount, formatDuration } from './numbers.ts';
import { painter } from './paint.ts';

/** A line for each package as soon as it is done; empty for one without tests. */
export function packageLine(run: TestedPackage | Omit<TestedPackage, 'tests'>, left: number, color: boolean): string {
  const paint = painter(color);
  if (run.outcome === 'none') return '';
  const took = run.cached ? 'cached' : formatDuration(run.durationMs);
  const line = (sign: string, paintName: 'red' | 'green', told: string): string =>
    `  ${paint(paintName, sign)} ${plain(run.path, 120).padEnd(48)} ${paint('dim', took.padStart(8))}${told === '' ? '' : `  ${paint(paintName, told)}`}`.trimEnd();
  if (left > 0)
    return line('✘', 'red', left === 1 ? 'a goroutine left behind' : `${formatCount(left)} goroutines left behind`);
  if (run.outcome === 'build') return line('✘', 'red', 'does not build');
  if (run.outcome === 'pass') return line('✔', 'green', '');
  const names = run.failed.map(({ test }) => test).filter((name) => name !== '');
  return line('✘', 'red', `failed${names.length === 0 ? '' : `: ${plain(names.slice(0, 5).join(', '), 200)}`}`);
}
