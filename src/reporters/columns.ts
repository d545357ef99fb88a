/** Chinese, Japanese and Korean signs take two columns of a terminal. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/gu;

/** How many columns a text without control characters takes. */
export const columnsOf = (text: string): number => text.length + (text.match(wide)?.length ?? 0);

/** As much of a text as fits into so many columns. */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let [kept, used] = ['', 0];
  for (const sign of text) {
    used += columnsOf(sign);
    if (used > columns) break;
    kept += sign;
  }
  return kept;
}

export const padEnd = (text: string, columns: number): string => text + blanks(text, columns);

export const padStart = (text: string, columns: number): string => blanks(text, columns) + text;

const blanks = (text: string, columns: number): string => ' '.repeat(Math.max(0, columns - columnsOf(text)));
