import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { CollectorRecording } from '../../../src/checks/check.ts';
import { gc } from '../../../src/checks/gc.ts';
import { summarise } from '../../../src/checks/gc-figures.ts';
import type { CheckReport, Frame, GroupCounts } from '../../../src/model.ts';
import { countGroups } from '../../../src/pprof/group-counts.ts';
import { groupGoroutines, parseStacks } from '../../../src/pprof/stacks.ts';
import { parseReport, prComment, summary, toJson } from '../../../src/reporters/index.ts';
import { shopFrames } from '../pprof/shop.ts';
import { goroutineCheck, report } from './reports.ts';

const fixture = (path: string): Buffer => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url));

function gcCheck(): CheckReport {
  const recording = JSON.parse(gunzipSync(fixture('gc/large-heap.json.gz')).toString('utf8')) as CollectorRecording;
  const context = { compare: 'auto', knownLeaks: 'fail', mismatches: [] } as const;
  const judged = gc.judge(summarise(recording), null, gc.options.parse({}), { ...context, mismatches: [] });
  return { name: gc.name, title: gc.title, ...judged };
}

function groups(): GroupCounts[] {
  const look = groupGoroutines(parseStacks(fixture('pprof/go1.27.stacks.txt').toString('utf8'), shopFrames('go1.27')));
  const earlier = look.map((group) =>
    group.state === 'chan send' ? { ...group, count: 1, ids: group.ids.slice(0, 1) } : group,
  );
  return countGroups([earlier, look], 30);
}

const given = report({ checks: [goroutineCheck({ groups: groups() }), gcCheck()] });

test('collections and goroutine groups of recorded services', async () => {
  await expect(summary(given)).toMatchFileSnapshot('../../fixtures/reporters/evidence.summary.md');
});

test('the comment leaves them to the summary', () => {
  expect(prComment(given)).not.toContain('Collections</summary>');
  expect(prComment(given)).not.toContain('Goroutine groups');
});

test('they survive result.json', () => {
  expect(parseReport(toJson(given), 'result.json')).toEqual(given);
});

describe('what a service names', () => {
  const hostile: Frame = {
    function: 'main.</details><img src=x>@everyone|`',
    file: 'a|b`\n# c.go',
    line: 1,
    own: true,
  };
  const [group] = groups();
  const { timeline, ...check } = gcCheck();
  const [pause] = timeline!.worst;
  const worst = [{ ...pause!, lines: [{ frame: hostile, bytes: 5 }] }];
  const rendered = summary(
    report({
      checks: [
        goroutineCheck({ groups: [{ ...group!, waitsAt: hostile, createdBy: hostile, state: '</table>|@all' }] }),
        { ...check, timeline: { ...timeline!, worst } },
      ],
    }),
  );

  test('stays text in its cell', () => {
    const row = rendered.split('\n').find((line) => line.includes(' → '))!;
    expect(row).toMatch(/^\| 1 → 3 \|/);
    expect(rendered).not.toContain('<img');
    expect(rendered).not.toMatch(/@(?:everyone|all)/);
    expect(rendered).not.toContain('</table>');
    expect(rendered.match(/<\/details>/g)).toHaveLength(rendered.match(/<details/g)!.length);
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(7);
  });
});
