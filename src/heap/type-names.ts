import { word, type ElfFile, type Range } from './elf.ts';

/** The type whose descriptor lies at the address: its name and the bytes of one value. Null when there is none. */
export type TypeReader = (address: number) => { name: string; size: number } | null;

const nameOffsetAt = 40;
const flagsAt = 20;
const alignmentAt = 21;
const kindAt = 23;
const extraStar = 2;
/** `reflect.Kind` has 26 kinds; the upper bits of the byte are flags. */
const kinds = 26;

/** Type descriptors as `internal/abi.Type` lays them out: size, flags, and the offset of the name from the first type. */
export function typeReader({ bytes: file, sections }: ElfFile, types: Range): TypeReader {
  const known = new Map<number, { name: string; size: number } | null>();
  const place = (address: number): number => {
    const section = sections.find(
      (one) => one.type === 1 && address >= one.address && address < one.address + one.size,
    );
    return section === undefined ? -1 : section.offset + address - section.address;
  };
  const readType = (address: number): { name: string; size: number } | null => {
    const at = place(address);
    if (at < 0 || at + 48 > file.length || !looksLikeType(file, at)) return null;
    const nameAt = place(types.start + file.readInt32LE(at + nameOffsetAt));
    const name = nameAt < 0 ? null : readName(file, nameAt);
    if (name === null) return null;
    return { name: (file[at + flagsAt]! & extraStar) === 0 ? name : name.slice(1), size: word(file, at) };
  };
  return (address) => {
    if (address < types.start || address >= types.end) return null;
    let type = known.get(address);
    if (type === undefined) known.set(address, (type = readType(address)));
    return type;
  };
}

/** From Go 1.26 on all kinds of constants lie among the types. */
function looksLikeType(file: Buffer, at: number): boolean {
  const kind = file[at + kindAt]! & 31;
  return kind > 0 && kind <= kinds && [1, 2, 4, 8].includes(file[at + alignmentAt]!);
}

/** A name record: a flag byte, the length as uvarint, the bytes. Whatever doesn't look like one isn't a type. */
function readName(file: Buffer, at: number): string | null {
  let [length, shift, position] = [0, 0, at + 1];
  for (;;) {
    const byte = file[position++];
    if (byte === undefined || shift > 14) return null;
    length |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) break;
  }
  const name = file.toString('utf8', position, position + length);
  return length > 0 && !/[\p{Cc}\uFFFD]/u.test(name) ? name : null;
}
