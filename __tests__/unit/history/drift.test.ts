import { describe, expect, it, vi } from 'vitest';
import type { StoredBaseline } from '../../../src/baseline/index.ts';
import type { MeasuredPair, PairSeries } from '../../../src/checks/speed-measurement.ts';
import { gateEffects, speedGates } from '../../../src/checks/speed-gates.ts';
import { driftAnchor } from '../../../src/history/drift-anchor.ts';
import { driftFindings } from '../../../src/history/drift-findings.ts';
import { trailOf } from '../../../src/history/trail.ts';
import { baseline } from '../baseline/repositories.ts';
import { seededNormal } from '../stats/random.ts';

const series = ['cpu', 'throughput', 'p50', 'p95', 'p99'] as const satisfies readonly PairSeries[];
/** What was measured of real pairs: a window, a pair of processes, the layout that linking gives to one build. */
const noise = { window: 0.025, processes: 0.007 };
const blocks = [8, 16, 16];

interface Merge {
  sha: string;
  /** Log level of its true cost, the luck of its own layout included. */
  level: number;
}

/** 40 windows of base and head side by side in three pairs of processes. */
function pairOf(base: Merge, head: Merge, normal: () => number): MeasuredPair {
  const ratios = Object.fromEntries(
    series.map((name) => [
      name,
      blocks.flatMap((length) => {
        const bias = noise.processes * normal();
        const wide = name === 'p95' ? 2 : name === 'p99' ? 4 : 1;
        return Array.from({ length }, () => head.level - base.level + bias + wide * noise.window * normal());
      }),
    ]),
  ) as MeasuredPair['ratios'];
  const both = { base: 1000, head: 1000 };
  const none = { base: 0, head: 0 };
  const side = Object.fromEntries(series.map((name) => [name, 100])) as MeasuredPair['base'];
  return {
    kind: 'measured',
    baseSha: base.sha,
    planned: 40,
    stopped: 'budget',
    blocks,
    ratios,
    base: side,
    head: side,
    requests: both,
    failed: none,
    failedMore: none,
  };
}

interface Outcome {
  /** Merges whose run was measured against an older commit. */
  anchored: number;
  /** The first merge that failed for it, counted from the first. Null when none did. */
  failedAt: number | null;
}

/** A branch whose every merge passes its own gate, measured as runs of the branch are. It ends when drift is proved. */
function branch(levels: readonly number[], normal: () => number): Outcome {
  const merges = levels.map((level, index): Merge => ({ sha: `c${index}`, level }));
  let stored: StoredBaseline | null = null;
  let anchored = 0;
  for (const [index, head] of merges.entries()) {
    const anchor = driftAnchor(stored, {});
    const base = merges.find(({ sha }) => sha === (anchor?.sha ?? stored?.sha));
    const pair = base === undefined ? null : pairOf(base, head, normal);
    if (anchor !== null && pair !== null) {
      anchored += 1;
      const effects = [...gateEffects(pair, speedGates({})).values()];
      if (effects.some(({ standing }) => standing === 'worse')) return { anchored, failedAt: index };
    }
    const measurements = pair === null ? {} : { qps: { pair } };
    stored = baseline({
      sha: head.sha,
      trail: trailOf(stored, { sha: head.sha, measurements, comparability: {}, identical: false, accepted: [] }),
    });
  }
  return { anchored, failedAt: null };
}

// 25 chains were looked at, of which this repeats a few: none of 5,000 merges failed (`LEAKGATE_CHAINS=25`). Were the layout of every
// build worth 3 %, about the most that linking did here (`LEAKGATE_LAYOUT=0.03`), 15 of them would, and comparisons of two
// neighbours far more often.
const chains = Number(process.env['LEAKGATE_CHAINS'] ?? 3);
const layout = Number(process.env['LEAKGATE_LAYOUT'] ?? 0.01);

vi.setConfig({ testTimeout: 600_000 });
/** Log levels of so many merges: `step` more with each, and each with a layout of its own. */
const rising = (merges: number, step: number, layout: number, normal: () => number): number[] =>
  Array.from({ length: merges }, (_, index) => index * step + layout * normal());

describe('drift of speed, simulated with the noise of real pairs', () => {
  it('raises no false alarm in chains of 200 merges that change nothing', () => {
    const normal = seededNormal(11);
    const outcomes = Array.from({ length: chains }, () => branch(rising(200, 0, layout, normal), normal));
    console.log(
      `200 merges of nothing, ${chains} chains: ${outcomes.filter(({ failedAt }) => failedAt !== null).length} failed; measured against an older commit: ${outcomes.map(({ anchored }) => anchored).join(' ')}`,
    );
    expect(outcomes.filter(({ failedAt }) => failedAt !== null)).toEqual([]);
  });

  it('stops +1 % with each merge, which no single comparison can see', () => {
    const normal = seededNormal(12);
    const outcomes = Array.from({ length: chains }, () => branch(rising(40, 0.01, layout, normal), normal));
    const at = outcomes.map(({ failedAt }) => failedAt ?? Infinity).toSorted((a, b) => a - b);
    console.log(`+1 % with each merge: stopped at merge ${at.join(' ')}`);
    expect(at.at(-1)).toBeLessThan(30);
  });

  it('stops +1 % ten times, also when nothing changes any more afterwards', () => {
    const normal = seededNormal(13);
    const outcomes = Array.from({ length: chains }, () => {
      const before = rising(10, 0, layout, normal);
      const during = rising(10, 0.01, layout, normal).map((level) => level + 0.01);
      const after = rising(30, 0, layout, normal).map((level) => level + 0.1);
      return branch([...before, ...during, ...after], normal);
    });
    const at = outcomes.map(({ failedAt }) => failedAt ?? Infinity).toSorted((a, b) => a - b);
    console.log(`+1 % ten times after 10 merges: stopped at merge ${at.join(' ')}`);
    expect(at.at(-1)).toBeLessThan(50);
  });
});

describe('driftAnchor', () => {
  const step = (index: number, change: number, accepted?: string[]) => ({
    sha: `c${index}`,
    ...(index > 0 && { base: `c${index - 1}` }),
    changes: { cpu: change },
    counts: {},
    conditions: '',
    ...(accepted && { accepted }),
  });
  const slow = Array.from({ length: 16 }, (_, index) => step(index, 0.02));

  it('names the commit, the metric and how far back', () => {
    const found = driftAnchor(baseline({ trail: slow }), {});
    expect(found?.reason).toMatch(
      /^Speed is measured against c\d+, \d+ baselines back: since then CPU per request seems to have drifted by \+17\.4 % in small steps\.$/,
    );
  });

  it('forgets what was before an accepted change', () => {
    const accepted = slow.map((one, index) => (index === 15 ? { ...one, accepted: ['qps'] } : one));
    expect(driftAnchor(baseline({ trail: accepted }), {})).toBeNull();
    expect(
      driftAnchor(baseline({ trail: accepted.map((one) => ({ ...one, accepted: ['heap-leak'] })) }), {}),
    ).not.toBeNull();
  });

  it('is quiet without a trail', () => {
    expect(driftAnchor(baseline(), {})).toBeNull();
    expect(driftAnchor(null, {})).toBeNull();
  });
});

describe('drift of counts', () => {
  const limits = { maxAllocatedBytesIncrease: 0.01, maxLiveHeapIncrease: 0.15 };
  const comparability = { 'Go version': 'go1.26.8' };
  const measured = (mallocsPerRequest: number) => ({
    'heap-leak': { mallocsPerRequest, allocatedBytesPerRequest: 8000 },
  });

  function chain(values: readonly number[], accepted: (index: number) => string[] = () => []): StoredBaseline {
    let stored: StoredBaseline | null = null;
    for (const [index, value] of values.entries()) {
      const sha = `c${index}`;
      const now = { sha, measurements: measured(value), comparability, identical: false, accepted: accepted(index) };
      stored = baseline({ sha, trail: trailOf(stored, now) });
    }
    return stored!;
  }
  const judged = (stored: StoredBaseline, mallocsPerRequest: number, gates = true) =>
    driftFindings(stored, {
      counts: { mallocsPerRequest, allocatedBytesPerRequest: 8000 },
      comparability,
      limits,
      gates,
    });

  it('raises no false alarm in 60 chains of 60 merges that scatter by 0.08 %, the most that was measured', () => {
    const normal = seededNormal(21);
    const alarms = Array.from({ length: 60 }, () => {
      const values = Array.from({ length: 60 }, () => 100 * (1 + 0.0008 * normal()));
      return judged(chain(values), 100 * (1 + 0.0008 * normal())).length;
    });
    expect(alarms.filter((count) => count > 0)).toEqual([]);
  });

  it('stops +0.4 allocations ten times, each within its limit', () => {
    const values = Array.from({ length: 10 }, (_, index) => 100 + 0.4 * index);
    const [found] = judged(chain(values), 104);
    expect(found).toMatchObject({ id: 'heap-leak/mallocs-drift', before: 100, after: 104, outcome: 'fail' });
    expect(found?.reason).toBe('+4.0 % since c0, 10 baselines back, in steps that were each within their limit.');
    expect(judged(chain(values), 104, false)[0]?.outcome).toBe('warn');
  });

  it('keeps what was gained: it counts from the best commit', () => {
    const values = [100, 100, 90, 90.4, 90.8, 91.2, 91.6];
    expect(judged(chain(values), 92)[0]).toMatchObject({ before: 90, after: 92 });
  });

  it('begins anew after an accepted change, and under other conditions', () => {
    const values = Array.from({ length: 10 }, (_, index) => 100 + 0.4 * index);
    expect(
      judged(
        chain(values, (index) => (index === 9 ? ['heap-leak'] : [])),
        104,
      ),
    ).toEqual([]);
    const elsewhere = {
      counts: { mallocsPerRequest: 104 },
      comparability: { 'Go version': 'go1.27.0' },
      limits,
      gates: true,
    };
    expect(driftFindings(chain(values), elsewhere)).toEqual([]);
  });
});

describe('trailOf', () => {
  it('keeps the last 60 commits, each once', () => {
    let stored: StoredBaseline | null = null;
    for (let index = 0; index < 70; index++) {
      const sha = `c${Math.min(index, 65)}`;
      stored = baseline({
        sha,
        trail: trailOf(stored, { sha, measurements: {}, comparability: {}, identical: false, accepted: [] }),
      });
    }
    expect(stored?.trail).toHaveLength(60);
    expect(stored?.trail?.at(-1)?.sha).toBe('c65');
    expect(JSON.stringify(stored).length).toBeLessThan(15_000);
  });

  it('takes an identical binary for no change at all', () => {
    const [step] = trailOf(baseline(), {
      sha: 'next',
      measurements: {},
      comparability: {},
      identical: true,
      accepted: [],
    });
    expect(step).toMatchObject({ sha: 'next', base: baseline().sha, changes: {} });
  });
});
