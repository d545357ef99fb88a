import * as z from 'zod';
import { configSchema } from '../src/config/schema.ts';
import { reportSchema } from '../src/reporters/result-schema.ts';

/** The JSON Schemas that editors and other tools read, by file name under `schema/`. */
export function schemas(): Record<string, unknown> {
  return {
    'leakgate.schema.json': {
      ...z.toJSONSchema(configSchema, { io: 'input' }),
      title: 'Leakgate configuration (.github/leakgate.yml)',
    },
    'result.v1.json': { ...z.toJSONSchema(reportSchema, { io: 'input' }), title: 'Leakgate result.json, version 1' },
  };
}
