import type { AddressSpace } from './address.ts';

/** A source line of an allocation stack, as the runtime wrote it. */
export interface DumpFrame {
  function: string;
  file: string;
  line: number;
}

export interface DumpGoroutine {
  id: number;
  /** Word of its `g` descriptor. */
  descriptor: number;
  /** Size of its stack, which lies outside of the heap; 0 where it isn't known. */
  stackBytes: number;
  /** Address of the `go` statement's call. */
  createdAt: number;
  reason: string;
  system: boolean;
  /** Words it holds beside its frames: context, defers, panics. */
  holds: number[];
  frames: DumpStackFrame[];
}

export interface DumpStackFrame {
  function: string;
  /** Words that its live slots point to. */
  holds: number[];
}

/** An allocation site of the memory profile: every object sampled at it has the same stack and size. */
export interface Bucket {
  objectBytes: number;
  /** Innermost first. */
  stack: DumpFrame[];
}

/** A heap dump as read: objects in the file's order, pointers as words (see `address.ts`), names not yet looked up. */
export interface HeapDump {
  goVersion: string;
  space: AddressSpace;
  /** `HeapAlloc` when the dump was taken, dead objects included. */
  heapAllocBytes: number;
  objects: {
    word: Uint32Array;
    /** Size in 8-byte words. */
    words: Uint32Array;
    /** Row of object `i` in `targets`: `edges[i] … edges[i + 1]`. */
    edges: Uint32Array;
  };
  targets: Uint32Array;
  /** Pairs (object number, address of the type in the header that objects above 512 bytes have). */
  headers: { object: Uint32Array; type: Float64Array };
  /** Pairs (word of an object, address of the type that an interface gives it). */
  boxed: { word: Uint32Array; type: Float64Array };
  /** Pairs (object number, code address): objects that start with a pointer to code are closures. */
  closures: { object: Uint32Array; code: Float64Array };
  /** Pointer slots of data and bss, by address: (word of the slot, word it points to). */
  slots: { at: Uint32Array; target: Uint32Array };
  goroutines: DumpGoroutine[];
  /** Words that finalizers keep alive. */
  finalizers: number[];
  buckets: Bucket[];
  /** Pairs (word of an object, index of its bucket). */
  samples: { word: Uint32Array; bucket: Uint32Array };
}
