import type { GoProgram } from './program.ts';

/**
 * Tells which words of memory are types: the word before an interface's data pointer, the header of an object.
 * Words come as two halves, because nearly all of them can be told from the upper half.
 */
export class TypeWords {
  readonly #itabs = new Map<number, number>();
  readonly #types: GoProgram['types'];
  #lowest = Number.POSITIVE_INFINITY;
  #highest = 0;

  constructor({ types }: GoProgram) {
    this.#types = types;
  }

  addItab(itab: number, type: number): void {
    this.#itabs.set(itab, type);
    this.#lowest = Math.min(this.#lowest, itab);
    this.#highest = Math.max(this.#highest, itab);
  }

  /** Address of the type that an interface's first word stands for: an itab's, or the type itself. 0 for any other word. */
  of(low: number, high: number): number {
    const word = high === 0 ? low : low + high * 2 ** 32;
    if (word >= this.#lowest && word <= this.#highest) {
      const type = this.#itabs.get(word);
      if (type !== undefined) return type;
    }
    return this.isType(word) ? word : 0;
  }

  isType(word: number): boolean {
    return word >= this.#types.start && word < this.#types.end;
  }
}
