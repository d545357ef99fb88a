/** An array of 32-bit unsigned numbers that grows; `view()` is the filled part, without a copy. */
export class GrowingUint32 {
  length = 0;
  #data: Uint32Array;

  constructor(capacity = 1024) {
    this.#data = new Uint32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.#data.length) this.#grow();
    this.#data[this.length++] = value;
  }

  view(): Uint32Array {
    return this.#data.subarray(0, this.length);
  }

  #grow(): void {
    const wider = new Uint32Array(Math.ceil(this.#data.length * 1.6));
    wider.set(this.#data);
    this.#data = wider;
  }
}

/** Pairs of a 32-bit number and an address, in two arrays. */
export class GrowingPairs {
  readonly key = new GrowingUint32();
  #value = new Float64Array(1024);

  push(key: number, value: number): void {
    if (this.key.length === this.#value.length) {
      const wider = new Float64Array(this.#value.length * 2);
      wider.set(this.#value);
      this.#value = wider;
    }
    this.#value[this.key.length] = value;
    this.key.push(key);
  }

  values(): Float64Array {
    return this.#value.subarray(0, this.key.length);
  }
}
