import { cures } from './cures.ts';
import { coverageSentences } from './leak-coverage.ts';
import { leaks } from './leaks.ts';
import { resilience } from './resilience.ts';
import { run } from './run.ts';
import { speed } from './speed.ts';
import { stageSentences } from './stages.ts';
import { unitTests } from './unit-tests.ts';

/** What results hold in English, to be read back. `{n}`, `{percent}`, `{bytes}` and `{sha}` take figures only; see `translate.ts`. */
export const sentences = {
  ...speed,
  ...leaks,
  ...cures,
  ...run,
  ...resilience,
  ...unitTests,
  ...stageSentences,
  ...coverageSentences,
} as const;
