/** A hunk longer than this says less than its beginning. */
const mostLines = 40;

/**
 * Of a patch of one file the hunks that hold a line of the new file, else all of them; cut at 40 lines.
 * `line`: 0 where nobody knows which.
 */
export function hunksAt(patch: string, line: number): string[] {
  const hunks = patch.split(/^(?=@@ )/m).filter((part) => part.startsWith('@@ '));
  const hit = hunks.filter((hunk) => {
    const [, start = '0', length = '1'] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(hunk) ?? [];
    return line >= Number(start) && line < Number(start) + Number(length);
  });
  const lines = (hit.length > 0 ? hit : hunks).join('').trimEnd().split('\n');
  const kept = lines.slice(0, mostLines);
  return lines.length > mostLines
    ? [...kept, `… ${lines.length - mostLines} more lines`]
    : kept.filter((text) => text !== '');
}
