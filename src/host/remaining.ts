/** Parts of the bar. */
const width = 20;

/** On narrower screens the words before the bar count more. */
const columnsForBar = 76;

/**
 * How far a phase is: `━━━━━━╸─────────────  0:12, about 0:28 left`. Without an expectation only the time that has passed:
 * nothing is guessed. A phase that takes longer than expected says so. `columns` is the width of the screen.
 */
export function progressOf(elapsedMs: number, expectedMs: number | undefined, columns: number): string {
  if (expectedMs === undefined || !(expectedMs > 0)) return clock(elapsedMs);
  const barred = columns < columnsForBar ? '' : `${bar(Math.min(1, elapsedMs / expectedMs))}  `;
  if (elapsedMs >= expectedMs) return `${barred}${clock(elapsedMs)}, longer than last time`;
  return `${barred}${clock(elapsedMs)}, about ${clock(expectedMs - elapsedMs)} left`;
}

function bar(share: number): string {
  const full = Math.min(width, Math.floor(share * width));
  return `${'━'.repeat(full)}${full < width ? '╸' : ''}${'─'.repeat(Math.max(0, width - full - 1))}`;
}

/** Whole seconds: `1:05`. */
function clock(ms: number): string {
  const seconds = Math.round(Math.max(0, ms) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
