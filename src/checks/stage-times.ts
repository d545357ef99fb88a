import * as z from 'zod';
import { kebabOptions } from '../config/options.ts';
import { duration, share } from '../config/values.ts';
import type { CheckReport, StageSource } from '../model.ts';
import { mean } from '../stats/quantiles.ts';
import { defineCheck, PairUnavailable, type Bench, type JudgeContext, type OpenStages } from './check.ts';
import type { StageGroup } from './stage-groups.ts';
import { shareText, stageFindings, stageRows, changeText, type Holding } from './stage-judge.ts';
import { findSource, gatherRounds, stageMeasurement, type Side, type StageMeasurement } from './stage-measurement.ts';
import { assertMeasured } from './validity.ts';
import { counted, listed } from './wording.ts';

const options = kebabOptions({
  'stages-budget': duration
    .refine((ms) => ms >= 4000, { error: 'write at least 4s' })
    .prefault('20s')
    .describe('How long the `stages` check loads base and head in turn.'),
  'max-stage-increase': share
    .prefault('25%')
    .describe(
      'How much more time a request may spend in a stage; increases of less than 2 % of the whole request never count.',
    ),
  'stage-groups': z
    .array(z.strictObject({ name: z.string().min(1).max(60), packages: z.array(z.string().min(1)).min(1) }))
    .default([])
    .describe(
      'Stages of your own for services that tell no times: a name, and the import paths whose CPU time it is, with what lies below them.',
    ),
});

interface StageOptions {
  stagesBudget: number;
  maxStageIncrease: number;
  stageGroups: StageGroup[];
}

const roundMs = 1000;
const fewestRounds = 4;
const stagesInSummary = 3;

/**
 * Where the time of a request goes, from what the service emits already: `Server-Timing` fields of its answers, spans that it exports,
 * or, where it tells nothing, the packages in which its CPU time is spent. Base and head are loaded in turn.
 */
export const stageTimes = defineCheck({
  name: 'stages',
  title: 'Where the time goes',
  build: 'probe',
  onRequest: true,
  options,
  measurement: stageMeasurement,
  measure,
  forBaseline: (measured) => ({ ...measured, base: { unavailable: 'it isn’t stored' } }),
  judge,
});

async function measure(bench: Bench, chosen: StageOptions, signal: AbortSignal): Promise<StageMeasurement> {
  bench.progress('stages: starting');
  await using open = await bench.stages.open();
  const source = await findSource(open.head, roundMs);
  // Awaited here: they go when this function ends.
  return await inTurn({ bench, open, source, chosen }, signal);
}

interface Turn {
  bench: Bench;
  open: OpenStages;
  source: StageSource;
  chosen: StageOptions;
}

async function inTurn({ bench, open, source, chosen }: Turn, signal: AbortSignal): Promise<StageMeasurement> {
  const { head, base } = open;
  const other = 'unavailable' in base ? null : base;
  const gathered = [head, ...(other === null ? [] : [other])].map((side) => ({
    side,
    rounds: gatherRounds(source, chosen.stageGroups),
  }));
  // Alone it takes half as long: what is stored has as many rounds as what is compared.
  const count = Math.max(fewestRounds, Math.floor(chosen.stagesBudget / roundMs / 2));
  let [lostSpans, lostBase] = [0, ''];
  for (let round = 0; round < count; round += 1) {
    bench.progress(`stages: round ${round + 1} of ${count}`);
    for (const { side, rounds } of round % 2 === 0 ? gathered : gathered.toReversed()) {
      signal.throwIfAborted();
      if (side !== head && lostBase !== '') continue;
      try {
        const recording = await side.record(source, roundMs);
        rounds.add(recording);
        if (side !== head) continue;
        assertMeasured(recording.summary);
        lostSpans = recording.lostSpans;
      } catch (error) {
        if (!(error instanceof PairUnavailable)) throw error;
        lostBase = error.message;
      }
    }
  }
  if (lostSpans > 0) bench.note(`${counted(lostSpans, 'span')} got lost: the times of stages are those of the others.`);
  const [ours, theirs] = gathered;
  const held = lostBase === '' ? base : { unavailable: lostBase };
  return { source, head: ours!.rounds.side(), base: baseOf(held, theirs?.rounds), lostSpans };
}

function baseOf(
  base: OpenStages['base'],
  rounds: ReturnType<typeof gatherRounds> | undefined,
): StageMeasurement['base'] {
  if ('unavailable' in base) return { unavailable: base.unavailable };
  if (rounds === undefined || rounds.silent()) return { unavailable: 'the base doesn’t tell its stages that way' };
  return { sha: base.sha, ...rounds.side() };
}

function judge(
  current: StageMeasurement,
  stored: StageMeasurement | null,
  { maxStageIncrease }: StageOptions,
  context: JudgeContext,
): Omit<CheckReport, 'name' | 'title'> {
  const { head, source } = current;
  const { against, holding } = heldAgainst(current, stored, context);
  const findings = against === null ? [] : stageFindings(head, against, holding, maxStageIncrease);
  const over = findings.filter(({ outcome }) => outcome === 'fail');
  const slower = over.map(
    ({ metric, before, after }) => `${metric} ${changeText((after ?? 0) - (before ?? 0), before ?? 0)}`,
  );
  return {
    outcome: over.length > 0 ? 'fail' : 'pass',
    summary:
      over.length > 0
        ? `More time a request: ${listed(slower)}.`
        : `${spentText[source]}: ${shareText(head, stagesInSummary)}.`,
    findings,
    metrics: head.stages.map(({ name, meanUs }) => ({
      id: `stages/${name}`,
      title: name,
      unit: 'us/req',
      better: 'lower',
      value: mean(meanUs),
    })),
    routes: [],
    stages: { source, rows: stageRows(findings, head, against) },
  };
}

const spentText: Record<StageSource, string> = {
  'server-timing': 'Time of a request',
  opentelemetry: 'Time of a request',
  'cpu-profile': 'CPU time of a request',
};

/** Beside its own base where that was measured; else the stored figures, which gate only where that was asked for. */
function heldAgainst(
  { base, source }: StageMeasurement,
  stored: StageMeasurement | null,
  { compare, mismatches }: JudgeContext,
): { against: Side | null; holding: Holding } {
  if (!('unavailable' in base)) return { against: base, holding: { how: 'paired' } };
  if (stored === null) return { against: null, holding: { how: 'stored' } };
  if (stored.source !== source)
    return { against: null, holding: { how: 'shown', because: 'the baseline told its stages in another way' } };
  if (compare !== 'stored') return { against: stored.head, holding: { how: 'shown', because: base.unavailable } };
  return mismatches.length > 0
    ? { against: stored.head, holding: { how: 'shown', because: listed(mismatches) } }
    : { against: stored.head, holding: { how: 'stored' } };
}
