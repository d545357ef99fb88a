import { LeakgateError } from '../errors.ts';
import { readBuildInfo, type BuildInfo } from './build-info.ts';
import {
  addressesOf,
  functionSymbol,
  objectSymbol,
  openElf,
  openSections,
  symbolsOf,
  unreadable,
  type ElfFile,
  type Range,
  type Symbols,
} from './elf.ts';
import { inlineNames, type InlineNames } from './inline-names.ts';
import { typeReader, type TypeReader } from './type-names.ts';

/** What the reader of a heap dump needs to know of the program that wrote it. */
export interface GoProgram {
  build: BuildInfo;
  globals: Symbols;
  functions: Symbols;
  text: Range;
  /** Where type descriptors lie. From Go 1.26 on it spans all of `.rodata`: a value in it needn't be a type. */
  types: Range;
  /** From the first to the last byte of all variables. */
  statics: Range;
  /** Variables with pointers: a dump holds exactly these. */
  data: Range;
  bss: Range;
  typeAt: TypeReader;
  inlined: InlineNames;
}

/**
 * Reads symbols and type names of a Go program on disk.
 * @throws LeakgateError `measurement` for a program that isn't Go's, is stripped or position-independent.
 */
export function readGoProgram(path: string): GoProgram {
  return orDamaged(path, () => program(openElf(path), path));
}

/**
 * What the linker wrote about a program, also where it has no symbols or no fixed address.
 * @throws LeakgateError `measurement` for a file that isn't such a program.
 */
export function readProgramBuild(path: string): BuildInfo {
  return orDamaged(path, () => readBuildInfo(openSections(path)));
}

function orDamaged<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof LeakgateError) throw cause;
    throw unreadable(path, 'it is damaged', cause);
  }
}

const marks = ['text', 'types', 'data', 'bss'] as const;

function program(elf: ElfFile, path: string): GoProgram {
  const names = [...marks.flatMap((mark) => [`runtime.${mark}`, `runtime.e${mark}`]), 'type:*', 'go:func.*'];
  const at = addressesOf(elf, names);
  const between = (mark: (typeof marks)[number]): Range => {
    const start = at.get(`runtime.${mark}`) ?? (mark === 'types' ? at.get('type:*') : undefined);
    const end = at.get(`runtime.e${mark}`);
    if (start === undefined || end === undefined) throw unreadable(path, 'it is no Go program');
    return { start, end };
  };
  const written = elf.sections.filter(({ name }) => /^\.(noptr)?(data|bss)$/.test(name));
  const types = between('types');
  return {
    build: readBuildInfo(elf),
    globals: symbolsOf(elf, objectSymbol),
    functions: symbolsOf(elf, functionSymbol),
    text: between('text'),
    types,
    statics: {
      start: Math.min(...written.map(({ address }) => address)),
      end: Math.max(...written.map(({ address, size }) => address + size)),
    },
    data: between('data'),
    bss: between('bss'),
    typeAt: typeReader(elf, types),
    inlined: inlineNames(elf, at.get('go:func.*')),
  };
}
