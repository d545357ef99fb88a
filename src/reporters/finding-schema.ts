import * as z from 'zod';

// `looseObject` throughout, as in `result-schema.ts`.
export const frame = z.looseObject({ function: z.string(), file: z.string(), line: z.number(), own: z.boolean() });

const unit = z.enum([
  'req/s',
  'ms',
  'us/req',
  'bytes',
  'bytes/req',
  'objects/req',
  'allocs/req',
  'goroutines',
  'ratio',
  'count',
]);
export const outcome = z.enum(['pass', 'fail', 'inconclusive', 'skipped']);

export const grade = z.enum(['pass', 'warn', 'fail', 'inconclusive']);

export const metric = z.looseObject({
  id: z.string(),
  title: z.string(),
  unit,
  better: z.enum(['lower', 'higher', 'none']),
  value: z.number(),
});

const site = z.looseObject({
  function: z.string(),
  file: z.string(),
  line: z.number(),
  source: z.string().exactOptional(),
  stack: z.array(frame),
});

export const finding = z.looseObject({
  id: z.string(),
  kind: z.enum(['speed', 'cost', 'leak', 'errors', 'crash']),
  metric: z.string(),
  unit,
  before: z.number().nullable(),
  after: z.number().nullable(),
  delta: z.number().nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  threshold: z.looseObject({ value: z.number(), of: z.enum(['relative', 'absolute']) }).nullable(),
  outcome: grade,
  reason: z.string(),
  site: site.exactOptional(),
  facts: z
    .array(
      z.looseObject({
        label: z.string(),
        text: z.string(),
        frame: frame.exactOptional(),
        page: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
  flows: z
    .array(
      z.looseObject({
        title: z.string(),
        steps: z.array(z.looseObject({ text: z.string(), frame: frame.nullable() })),
      }),
    )
    .exactOptional(),
});
