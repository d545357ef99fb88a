import * as z from 'zod';
import { grade } from './finding-schema.ts';

// `looseObject` throughout, as in `result-schema.ts`.
/** Where the time of a request goes. */
export const stageTable = z.looseObject({
  source: z.enum(['server-timing', 'opentelemetry', 'cpu-profile']),
  rows: z.array(
    z.looseObject({
      name: z.string(),
      beforeUs: z.number().nullable(),
      afterUs: z.number(),
      beforeQ95Us: z.number().nullable(),
      afterQ95Us: z.number().nullable(),
      outcome: grade,
    }),
  ),
});
