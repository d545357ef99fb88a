import type { ElfSections, Section } from './elf.ts';

/** What the linker wrote about a program. Empty where it wrote nothing. */
export interface BuildInfo {
  /** As `runtime.Version()`: `go1.26.8`, with `X:…` for experiments. */
  goVersion: string;
  /** Of `go tool buildid`: equal IDs mean equal programs. */
  buildId: string;
  /** Import path of the main package. */
  packagePath: string;
  modulePath: string;
}

/** Reads the sections that `go version -m` and `go tool buildid` read. */
export function readBuildInfo(elf: ElfSections): BuildInfo {
  const [goVersion, modules] = buildTexts(contents(elf, '.go.buildinfo'));
  const lines = modules.split('\n').map((line) => line.split('\t'));
  const second = (key: string): string => lines.find(([name]) => name === key)?.[1] ?? '';
  return {
    goVersion,
    buildId: buildId(contents(elf, '.note.go.buildid')),
    packagePath: second('path'),
    modulePath: second('mod'),
  };
}

function contents({ bytes, sections }: ElfSections, name: string): Buffer {
  const section: Section | undefined = sections.find((one) => one.name === name);
  return section === undefined ? Buffer.alloc(0) : bytes.subarray(section.offset, section.offset + section.size);
}

const magic = '\u00ff Go buildinf:';
const inlineFlag = 2;
const headerBytes = 32;
/** Marks before and after the modules' text, so that programs that search for it find it. */
const sentinelBytes = 16;

/** A header, then version and modules, each with its length before it (since Go 1.18). */
function buildTexts(section: Buffer): [goVersion: string, modules: string] {
  if (section.toString('latin1', 0, magic.length) !== magic || (section[magic.length + 1]! & inlineFlag) === 0)
    return ['', ''];
  const version = lengthAndText(section, headerBytes);
  const modules = lengthAndText(section, version.end);
  return [
    section.toString('utf8', version.start, version.end),
    section.toString(
      'utf8',
      modules.start + sentinelBytes,
      Math.max(modules.start + sentinelBytes, modules.end - sentinelBytes),
    ),
  ];
}

function lengthAndText(section: Buffer, at: number): { start: number; end: number } {
  let [length, scale, position] = [0, 1, at];
  for (; position < section.length; position++, scale *= 128) {
    const byte = section[position]!;
    length += (byte & 127) * scale;
    if (byte < 128) break;
  }
  const start = Math.min(position + 1, section.length);
  return { start, end: Math.min(start + length, section.length) };
}

/** An ELF note: length of the name, length of the value, a tag, the name `Go\0\0`, the value. */
function buildId(note: Buffer): string {
  if (note.length < 16) return '';
  const length = note.readUInt32LE(4);
  return note.toString('latin1', 16, Math.min(16 + length, note.length));
}
