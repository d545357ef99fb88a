import type { SiteUsage } from '../model.ts';
import { siteAt, siteId, type SourceReader } from '../pprof/site.ts';
import type { NamedGoroutines } from './goroutine-diagnosis.ts';
import { counts } from './goroutine-lines.ts';
import { amounts, heaviestStack, type HeapLine } from './heap-sites.ts';
import type { DescriptorLeak } from './leak-schema.ts';
import { decisive, decisiveValues, drivers, growsWith, judgedLooks, ratePerRequest, type LeakPass } from './stages.ts';
import { descriptorsGrow } from './suspicion.ts';

/** Calls below which Go makes an object for an open file or socket. */
const opener = /^(?:os\.newFile|net\.newFD|internal\/poll\.)/;

/** Names what keeps opening files or sockets without closing them; null when their number is steady. */
export function diagnoseDescriptors(
  pass: LeakPass,
  named: readonly NamedGoroutines[],
  lines: readonly HeapLine[],
  source: SourceReader,
): DescriptorLeak | null {
  if (!descriptorsGrow(pass)) return null;
  const values = judgedLooks(pass).map((look) => look.descriptors);
  const opened = openingLine(lines, values.at(-1)! - values[0]!);
  const site = opened === undefined ? null : siteAt(opened.frame, heaviestStack(opened), source);
  const perRequest = ratePerRequest(pass, values);
  const holder = named.find(({ line }) => {
    const each = ratePerRequest(pass, counts(line)) / perRequest;
    return each >= 0.5 && each <= 2;
  });
  return {
    id: site === null ? 'descriptors' : siteId(site),
    site,
    own: opened !== undefined,
    growsWith: growsWith(pass, values),
    routes: drivers(pass, (looks) => looks.map((look) => look.descriptors)),
    values: decisiveValues(pass, values),
    requests: decisive(pass).map(({ requests }) => requests),
    perThousand: 1000 * perRequest,
    heldBy: holder?.id ?? null,
  };
}

/** The own line with about as many more file or socket objects as there are more descriptors. */
function openingLine(lines: readonly HeapLine[], more: number): HeapLine | undefined {
  return lines
    .filter((line) => line.frame.own && openedMore(line) >= more / 2)
    .toSorted((a, b) => openedMore(b) - openedMore(a))[0];
}

function openedMore(line: HeapLine): number {
  const looks = line.looks.map((look) => new Map([...look].filter(([, site]) => opens(site))));
  const objects = amounts({ ...line, looks }, 'liveObjects');
  return objects.at(-1)! - objects[0]!;
}

const opens = (site: SiteUsage): boolean => site.stack.some((frame) => opener.test(frame.function));
