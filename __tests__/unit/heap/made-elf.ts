export interface Made {
  type?: number;
  symbols?: [name: string, address: number, size: number, kind: number][];
  withoutSymbols?: boolean;
}

const uvarint = (text: string): Buffer => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);

/** A type descriptor at the start of `.rodata`, whose name is `main.Entry` with a star to take off. */
function typeDescriptor(): Buffer {
  const type = Buffer.alloc(48);
  type.writeBigUInt64LE(88n, 0);
  type[20] = 2;
  type[21] = 8;
  type[23] = 25;
  type.writeInt32LE(64, 40);
  return Buffer.concat([type, Buffer.alloc(16), Buffer.from([0]), uvarint('*main.Entry'), Buffer.alloc(16)]);
}

export const everyMark: NonNullable<Made['symbols']> = [
  ['runtime.text', 0x1000, 0, 2],
  ['runtime.etext', 0x2000, 0, 2],
  ['runtime.types', 0x3000, 0, 1],
  ['runtime.etypes', 0x4000, 0, 1],
  ['runtime.data', 0x5000, 0, 1],
  ['runtime.edata', 0x5100, 0, 1],
  ['runtime.bss', 0x6000, 0, 1],
  ['runtime.ebss', 0x6200, 0, 1],
  ['main.main', 0x1200, 64, 2],
  ['main.cache', 0x5040, 8, 1],
];

/** The smallest file that Go's linker could have written. */
export function elf({ type = 2, symbols = everyMark, withoutSymbols = false }: Made = {}): Buffer {
  const sentinel = 'x'.repeat(16);
  const buildInfo = Buffer.concat([
    Buffer.from('ff20476f206275696c64696e663a0802', 'hex'),
    Buffer.alloc(16),
    uvarint('go1.26.8'),
    uvarint(`${sentinel}path\texample.com/shop/cmd/api\nmod\texample.com/shop\t(devel)\n${sentinel}`),
  ]);
  const note = Buffer.concat([Buffer.from([4, 0, 0, 0, 5, 0, 0, 0, 4, 0, 0, 0]), Buffer.from('Go\0\0a/b/c')]);
  const strings = Buffer.from(`\0${symbols.map(([name]) => name).join('\0')}\0`);
  const table = Buffer.concat(
    symbols.map(([name, address, size, kind]) => {
      const symbol = Buffer.alloc(24);
      symbol.writeUInt32LE(strings.indexOf(`\0${name}\0`) + 1, 0);
      symbol[4] = kind;
      symbol.writeBigUInt64LE(BigInt(address), 8);
      symbol.writeBigUInt64LE(BigInt(size), 16);
      return symbol;
    }),
  );
  const sections: [name: string, kind: number, address: number, contents: Buffer, link?: number][] = [
    ['', 0, 0, Buffer.alloc(0)],
    ['.rodata', 1, 0x3000, typeDescriptor()],
    ['.data', 1, 0x5000, Buffer.alloc(0x100)],
    ['.bss', 8, 0x6000, Buffer.alloc(0)],
    ['.go.buildinfo', 1, 0x7000, buildInfo],
    ['.note.go.buildid', 7, 0x8000, note],
    ['.strtab', 3, 0, strings],
    ...(withoutSymbols ? [] : [['.symtab', 2, 0, table, 6] as [string, number, number, Buffer, number]]),
  ];
  const names = Buffer.from(`${sections.map(([name]) => name).join('\0')}\0.names\0`);
  sections.push(['.names', 3, 0, names]);
  const bodies = Buffer.concat(sections.map(([, , , contents]) => contents));
  const header = Buffer.alloc(64);
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1]);
  header.writeUInt16LE(type, 16);
  header.writeBigUInt64LE(BigInt(64 + bodies.length), 40);
  [64, sections.length, sections.length - 1].forEach((value, i) => header.writeUInt16LE(value, 58 + i * 2));
  let offset = 64;
  const headers = sections.map(([name, kind, address, contents, link = 0]) => {
    const section = Buffer.alloc(64);
    section.writeUInt32LE(names.indexOf(`${name}\0`), 0);
    section.writeUInt32LE(kind, 4);
    section.writeBigUInt64LE(BigInt(address), 16);
    section.writeBigUInt64LE(BigInt(offset), 24);
    section.writeBigUInt64LE(BigInt(kind === 8 ? 0x200 : contents.length), 32);
    section.writeUInt32LE(link, 40);
    offset += contents.length;
    return section;
  });
  return Buffer.concat([header, bodies, ...headers]);
}
