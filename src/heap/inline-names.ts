import { word, type ElfFile } from './elf.ts';
import { pcValues, type Stretch } from './pc-values.ts';

/**
 * The function that a line lies in: the one that was given, or one that the compiler put into it. A dump names each frame by the
 * function whose code it is, but by the line of the source.
 */
export type InlineNames = (functionName: string, file: string, line: number) => string;

/** Of `runtime/symtab.go`, the same from Go 1.20 on. */
const magic = 0xfffffff1;
const noTable = 0xffffffff;
const functionBytes = 44;
const inlineTreeValues = 2;
const inlineTreeData = 3;
const inlinedCallBytes = 16;

const given: InlineNames = (name) => name;

/** Reads the tables that the program itself unwinds its stacks with, each function's when it is first asked for. */
export function inlineNames(elf: ElfFile, functionData: number | undefined): InlineNames {
  const section = elf.sections.find(({ name }) => name === '.gopclntab');
  if (section === undefined || functionData === undefined) return given;
  const table = elf.bytes.subarray(section.offset, section.offset + section.size);
  if (table.length < 72 || table.readUInt32LE(0) !== magic) return given;
  const lines = new Map<string, ReadonlyMap<string, string>>();
  let places: ReadonlyMap<string, number> | undefined;
  return (name, file, line) => {
    let known = lines.get(name);
    if (known === undefined) {
      places ??= functionPlaces(table);
      const place = places.get(name);
      lines.set(name, (known = place === undefined ? new Map() : inlinedLines(elf, table, place, functionData)));
    }
    return known.get(`${file}:${line}`) ?? name;
  };
}

/** Offset of each function's record. */
function functionPlaces(table: Buffer): Map<string, number> {
  const [functions, names] = [word(table, 64), word(table, 32)];
  return new Map(
    Array.from({ length: word(table, 8) }, (_, index) => {
      const place = functions + table.readUInt32LE(functions + 8 * index + 4);
      return [text(table, names + table.readInt32LE(place + 4)), place];
    }),
  );
}

/** `file:line` → the inlined function, for all lines of a function's code that aren't its own. */
function inlinedLines(elf: ElfFile, table: Buffer, place: number, functionData: number): Map<string, string> {
  const found = new Map<string, string>();
  const at = (offset: number): number => table.readUInt32LE(place + offset);
  const valueTables = at(28);
  const dataTables = table.readUInt8(place + 43);
  if (valueTables <= inlineTreeValues || dataTables <= inlineTreeData) return found;
  const [values, tree] = [
    at(functionBytes + 4 * inlineTreeValues),
    at(functionBytes + 4 * (valueTables + inlineTreeData)),
  ];
  if (values === 0 || tree === noTable) return found;
  const stretches = (offset: number): Stretch[] => pcValues(table, word(table, 56) + offset, table.readUInt8(6));
  const tables = [values, at(20), at(24)].map(stretches);
  const treeAt = offsetOf(elf, functionData + tree);
  if (treeAt === undefined) return found;
  const [callBefore, fileBefore, lineBefore] = tables.map(walk) as [Walk, Walk, Walk];
  const ends = [...new Set(tables.flat().map(({ end }) => end))].toSorted((a, b) => a - b);
  for (const end of ends) {
    const [call, file, line] = [callBefore(end), fileBefore(end), lineBefore(end)];
    if (call < 0) continue;
    const name = text(table, word(table, 32) + elf.bytes.readInt32LE(treeAt + inlinedCallBytes * call + 4));
    found.set(`${fileName(table, at(32) + file)}:${line}`, name);
  }
  return found;
}

type Walk = (end: number) => number;

/** Answers what holds for the instruction that ends at `end`, which only grows from question to question. */
function walk(list: readonly Stretch[]): Walk {
  let index = 0;
  return (end) => {
    while (index < list.length && list[index]!.end < end) index += 1;
    return list[index]?.value ?? -1;
  };
}

function fileName(table: Buffer, index: number): string {
  const offset = table.readUInt32LE(word(table, 40) + 4 * index);
  return offset === noTable ? '' : text(table, word(table, 48) + offset);
}

/** Where in the file an address lies. */
function offsetOf({ sections }: ElfFile, address: number): number | undefined {
  const section = sections.find((one) => one.address > 0 && one.address <= address && address < one.address + one.size);
  return section && section.offset + address - section.address;
}

const text = (table: Buffer, at: number): string => table.toString('utf8', at, table.indexOf(0, at));
