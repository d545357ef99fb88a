import type { Label } from './labels.ts';

/** Labels by number. Equal texts have one number. */
export class LabelTable {
  readonly labels: Label[] = [];
  readonly #byText = new Map<string, number>();

  of(label: Label): number {
    let number = this.#byText.get(label.text);
    if (number === undefined) this.#byText.set(label.text, (number = this.labels.push({ ...label }) - 1));
    return number;
  }

  text(number: number): string {
    return this.labels[number]?.text ?? '';
  }

  /** For each label, does its text match? As bytes, for loops over millions of objects. */
  flags(pattern: RegExp): Uint8Array {
    return Uint8Array.from(this.labels, ({ text }) => (pattern.test(text) ? 1 : 0));
  }
}

/** Which one value each key was seen with; a key seen with two has none. */
export class OnlyValue {
  readonly #values = new Map<number, number | null>();

  see(key: number, value: number): void {
    const known = this.#values.get(key);
    if (known === undefined) this.#values.set(key, value);
    else if (known !== value) this.#values.set(key, null);
  }

  *[Symbol.iterator](): Iterator<[number, number]> {
    for (const [key, value] of this.#values) if (value !== null) yield [key, value];
  }
}
