export type Color = 'red' | 'green' | 'yellow' | 'dim' | 'bold';
export type Paint = (color: Color, text: string) => string;

const codes: Record<Color, number> = { red: 31, green: 32, yellow: 33, dim: 2, bold: 1 };

/** Puts ANSI colours round a text, or leaves it alone. */
export function painter(color: boolean): Paint {
  return (name, text) => (color && text !== '' ? `\u001b[${codes[name]}m${text}\u001b[0m` : text);
}
