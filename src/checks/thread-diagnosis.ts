import type { NamedGoroutines } from './goroutine-diagnosis.ts';
import { counts } from './goroutine-lines.ts';
import type { ThreadLeak } from './leak-schema.ts';
import {
  decisive,
  decisiveValues,
  drivers,
  growsWith,
  judgedLooks,
  labels,
  ratePerRequest,
  type LeakPass,
} from './stages.ts';
import { threadsGrow } from './suspicion.ts';

/** Threads for each leaking goroutine that make it their holder: one that blocks in the kernel or in C needs a thread of its own. */
const held = { least: 0.4, most: 2.5 };

/** Threads that become more with the requests; Go never ends a thread by itself. Null when they don't. */
export function diagnoseThreads(pass: LeakPass, named: readonly NamedGoroutines[]): ThreadLeak | null {
  if (!threadsGrow(pass)) return null;
  const values = judgedLooks(pass).map(({ threads }) => threads);
  const perRequest = ratePerRequest(pass, values);
  const holder = named.find(({ line }) => {
    const each = perRequest / ratePerRequest(pass, counts(line));
    return each >= held.least && each <= held.most;
  });
  return {
    id: holder?.id ?? 'threads',
    site: holder?.site ?? null,
    own: holder?.site.stack.some((frame) => frame.own) ?? false,
    growsWith: growsWith(pass, values),
    routes: labels(drivers(pass, (looks) => looks.map(({ threads }) => threads))),
    values: decisiveValues(pass, values),
    requests: decisive(pass).map(({ requests }) => requests),
    perThousand: 1000 * perRequest,
    heldBy: holder?.id ?? null,
  };
}
