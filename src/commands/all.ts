import { affected } from './affected.ts';
import { aggregate } from './aggregate.ts';
import { baseline } from './baseline.ts';
import type { Command } from './command.ts';
import { bisect } from './bisect.ts';
import { compare } from './compare.ts';
import { completion } from './completion.ts';
import { diff } from './diff.ts';
import { doctor } from './doctor.ts';
import { explain as explainPattern } from './explain.ts';
import { goroutines } from './goroutines.ts';
import { init } from './init.ts';
import { open } from './open.ts';
import { path } from './path.ts';
import { publish } from './publish.ts';
import { report } from './report.ts';
import { run } from './run.ts';
import { scorecard } from './scorecard.ts';
import { snapshot } from './snapshot.ts';
import { test } from './test.ts';
import { top } from './top.ts';
import { trend } from './trend.ts';

export const commands: readonly Command[] = [
  run,
  test,
  report,
  open,
  compare,
  bisect,
  trend,
  baseline,
  snapshot,
  diff,
  top,
  path,
  goroutines,
  explainPattern,
  affected,
  aggregate,
  publish,
  scorecard,
  init,
  doctor,
  completion(() => commands),
];
