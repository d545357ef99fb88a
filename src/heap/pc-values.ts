/** A stretch of a function's code in which a value holds; it starts where the one before ends. Offsets from the function's entry. */
export interface Stretch {
  end: number;
  value: number;
}

/**
 * Decodes one of the linker's tables: for each stretch of code how much its value differs from the one before (zigzag) and how many
 * instructions long it is, both as varints. A difference of zero that isn't the first ends it.
 */
export function pcValues(table: Buffer, at: number, instructionBytes: number): Stretch[] {
  const found: Stretch[] = [];
  let [position, end, value] = [at, 0, -1];
  const varint = (): number => {
    for (let [result, shift] = [0, 0]; ; shift += 7) {
      const byte = table.readUInt8(position++);
      result |= (byte & 127) << shift;
      if (byte < 128) return result >>> 0;
    }
  };
  for (;;) {
    const difference = varint();
    if (difference === 0 && found.length > 0) return found;
    value += difference & 1 ? -(difference >>> 1) - 1 : difference >>> 1;
    end += varint() * instructionBytes;
    found.push({ end, value });
  }
}
