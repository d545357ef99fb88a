import type { Finding, Grade, Outcome } from '../model.ts';

const worst: Grade[] = ['fail', 'inconclusive', 'warn', 'pass'];

/** Worst first; equals keep their order. */
export const worstFirst = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => worst.indexOf(a.outcome) - worst.indexOf(b.outcome));

/** The outcome of a check that has only gates: warnings don't count. */
export const outcomeOf = (findings: readonly Finding[]): Outcome =>
  (['fail', 'inconclusive'] as const).find((grade) => findings.some(({ outcome }) => outcome === grade)) ?? 'pass';
