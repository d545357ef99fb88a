import * as z from 'zod';
import { descriptorLeakSchema, goroutineLeakSchema } from './leak-schema.ts';

/** What the goroutine check stores: leaks, and how many goroutines a rested service has. */
export const goroutineMeasurement = z.object({
  leaks: z.array(goroutineLeakSchema),
  descriptors: descriptorLeakSchema.nullable(),
  /** After the warm-up, those of connections left out. */
  goroutines: z.number(),
});

export type GoroutineMeasurement = z.output<typeof goroutineMeasurement>;
