import { charts } from './charts.ts';
import { coverageTable } from './leak-coverage.ts';
import { load } from './load.ts';
import { resilienceChart } from './resilience.ts';
import { stageTable } from './stages.ts';
import { story } from './story.ts';
import { tables } from './tables.ts';
import { trend } from './trend.ts';

/** Everything that renderings say by themselves. */
export const labels = {
  ...story,
  ...tables,
  ...charts,
  ...trend,
  ...load,
  ...resilienceChart,
  ...stageTable,
  ...coverageTable,
} as const;
