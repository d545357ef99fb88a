/** Writes heap dumps record by record, as `runtime/heapdump.go` does. */
export const uint = (value: number): Buffer => {
  const bytes: number[] = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return Buffer.from([...bytes, value]);
};
const text = (value: string): Buffer => Buffer.concat([uint(value.length), Buffer.from(value)]);
const record = (...parts: (number | string | Buffer)[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'number' ? uint(part) : typeof part === 'string' ? text(part) : part)),
  );

export const arena = { start: 0xc0_0000_0000, end: 0xc0_4000_0000 };

export const parameters = (more: { bigEndian?: number; pointerBytes?: number; end?: number } = {}): Buffer =>
  record(6, more.bigEndian ?? 0, more.pointerBytes ?? 8, arena.start, more.end ?? arena.end, 'amd64', 'go1.26.8', 2);
export const itab = (address: number, type: number): Buffer => record(8, address, type);
export const object = (address: number, contents: Buffer, pointers: number[] = []): Buffer =>
  record(1, address, contents.length, contents, ...pointers.flatMap((at) => [1, at]), 0);
export const unknown = (tag: number): Buffer => uint(tag);

/** Words of 64 bits. */
export function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  values.forEach((value, i) => bytes.writeBigUInt64LE(BigInt(value), i * 8));
  return bytes;
}

export const dumpOf = (...records: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from('go1.7 heap dump\n'), ...records, uint(0)]);
