/** How findings write numbers: one decimal, a true minus sign, a space before the percent sign. */

/** Made once: a new one costs more than a whole look at the data. */
const grouped = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 21 });

/** 0.0312 → `3.1 %`. */
export function percent(share: number): string {
  return `${decimal(share * 100)} %`;
}

/** 0.0312 → `+3.1 %`, −0.0312 → `−3.1 %`. */
export function signedPercent(share: number): string {
  return `${sign(share)}${decimal(Math.abs(share) * 100)} %`;
}

/** `−1.2 to +3.4 %`. */
export function percentRange([low, high]: readonly [number, number]): string {
  return `${signedPercent(low).slice(0, -2)} to ${signedPercent(high)}`;
}

/** Three digits that matter: `12,346`, `78.3`, `0.0783`. */
export function amountText(value: number): string {
  const shown = Math.abs(value) < 1000 ? Number(value.toPrecision(3)) : Math.round(value);
  return grouped.format(shown);
}

/** `1 window`, `12 windows`. */
export function counted(n: number, noun: string): string {
  return `${amountText(n)} ${noun}${n === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}

function sign(share: number): string {
  if (decimal(Math.abs(share) * 100) === '0.0') return '±';
  return share < 0 ? '−' : '+';
}

function decimal(value: number): string {
  return value.toFixed(1).replace('-', '−');
}
