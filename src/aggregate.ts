import { exitCodes } from './errors.ts';
import type { Aggregate, Outcome, Report } from './model.ts';
import { version } from './version.ts';

/** What is known of the legs beside their results. */
export interface Expectation {
  /** Names that each must have a result; a leg answers to its key, its package or its folder. Null: nothing is known. */
  names: string[] | null;
  /** How other jobs of the workflow ended: `success`, `failure`, `cancelled` or `skipped`, by job. */
  jobs: Record<string, string>;
}

const worstFirst: Outcome[] = ['fail', 'inconclusive', 'pass', 'skipped'];

/** Fans the legs of a matrix in: red when one is red, and when one is missing. */
export function aggregate(given: Report[], expected: Expectation, createdAt: string): Aggregate {
  const results = given.toSorted(byOutcomeThenKey);
  const missing = [...missingNames(results, expected.names), ...silentJobs(results, expected.jobs)];
  if (results.length === 0 && missing.length === 0 && expected.names === null)
    missing.push({ name: 'any service', reason: 'There is not a single result.' });
  return {
    schemaVersion: 1,
    leakgate: version,
    createdAt,
    verdict: verdictOf(results, missing.length),
    summary: sentenceOf(results, missing),
    exitCode: exitCodeOf(results, missing.length),
    results,
    missing,
    notes: remarks(results),
  };
}

function byOutcomeThenKey(a: Report, b: Report): number {
  return worstFirst.indexOf(a.verdict) - worstFirst.indexOf(b.verdict) || compare(a.key, b.key);
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const plainPath = (path: string): string => path.replace(/^\.\//, '').replace(/\/+$/, '');

function missingNames(results: Report[], names: string[] | null): Aggregate['missing'] {
  const there = new Set(results.flatMap(({ key, service }) => [key, service.package]).map(plainPath));
  return (names ?? [])
    .filter((name) => !there.has(plainPath(name)))
    .map((name) => ({ name, reason: 'It was expected and left no result.' }));
}

/** A job that ended red while every result is green stopped before, or beside, its result. */
function silentJobs(results: Report[], jobs: Expectation['jobs']): Aggregate['missing'] {
  if (results.some(({ verdict }) => verdict === 'fail')) return [];
  return Object.entries(jobs)
    .filter(([, conclusion]) => conclusion !== 'success' && conclusion !== 'skipped')
    .map(([name, conclusion]) => ({ name, reason: `The job ended as ${conclusion}, and no result tells why.` }));
}

function verdictOf(results: Report[], missing: number): Outcome {
  if (missing > 0) return 'fail';
  return worstFirst.find((outcome) => results.some(({ verdict }) => verdict === outcome)) ?? 'skipped';
}

/** An exceeded gate first: it says something about the change. */
function exitCodeOf(results: Report[], missing: number): number {
  const codes = results.map(({ exitCode }) => exitCode).filter((code) => code !== 0);
  if (codes.includes(1)) return 1;
  return codes[0] ?? (missing > 0 ? exitCodes.measurement : 0);
}

function sentenceOf(results: Report[], missing: Aggregate['missing']): string {
  const count = (outcome: Outcome): number => results.filter(({ verdict }) => verdict === outcome).length;
  const total = results.length + missing.length;
  const services = `${total} ${total === 1 ? 'service' : 'services'}`;
  const [failed, undecided] = [count('fail'), count('inconclusive')];
  const told = [
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(missing.length > 0 ? [`${missing.length} missing`] : []),
    ...(undecided > 0 ? [`${undecided} undecided`] : []),
  ];
  if (total === 0) return 'No service had to be measured.';
  return told.length === 0 ? `${services}, none failed.` : `${services}: ${told.join(', ')}.`;
}

function remarks(results: Report[]): string[] {
  const keys = results.map(({ key }) => key);
  const twice = [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
  const commits = new Set(results.map(({ commit }) => commit.sha));
  return [
    ...twice.map((key) => `Several results are called ${key}. Give each its own comment-key: they share a baseline.`),
    ...(commits.size > 1 ? ['The results are of different commits.'] : []),
  ];
}
