import * as z from 'zod';
import { descriptorLeakSchema, goroutineLeakSchema, threadLeakSchema } from './leak-schema.ts';

const frame = z.object({ function: z.string(), file: z.string(), line: z.number(), own: z.boolean() });

const groupCounts = z.object({
  createdBy: frame.nullable(),
  entry: frame.nullable(),
  waitsAt: frame.nullable(),
  state: z.string(),
  counts: z.array(z.number()),
  proven: z.number(),
  lasting: z.number().nullable(),
  ended: z.number().nullable(),
  minutes: z.number().exactOptional(),
  stack: z.array(frame).exactOptional(),
});

/** What the goroutine check stores: leaks, and how many goroutines a rested service has. */
export const goroutineMeasurement = z.object({
  leaks: z.array(goroutineLeakSchema),
  descriptors: descriptorLeakSchema.nullable(),
  /** Missing in figures of older versions. */
  threads: threadLeakSchema.nullable().exactOptional(),
  /** Requests of the first three rounds. Missing in figures of older versions. */
  sent: z.number().exactOptional(),
  /** After the warm-up, those of connections left out. */
  goroutines: z.number(),
  /** What ran at each look. Missing in figures of older versions. */
  groups: z.array(groupCounts).exactOptional(),
});

export type GoroutineMeasurement = z.output<typeof goroutineMeasurement>;
