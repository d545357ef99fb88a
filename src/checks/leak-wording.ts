import type { Fact } from '../model.ts';
import type { DescriptorLeak, GoroutineLeak, HeapLeak, ThreadLeak } from './leak-schema.ts';
import { amountText, listed } from './wording.ts';

const byteUnits = ['B', 'KiB', 'MiB', 'GiB'] as const;

/** `24 B`, `1.2 MiB`. */
export function bytesText(bytes: number): string {
  const power = Math.min(byteUnits.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, Math.abs(bytes))) / 10)));
  return `${amountText(bytes / 1024 ** power)} ${byteUnits[power]!}`;
}

export const secondsText = (ms: number): string => `${amountText(Math.round(ms / 1000))} s`;

type AnyLeak = HeapLeak | GoroutineLeak | DescriptorLeak | ThreadLeak;

/** `12 KiB → 36 KiB → 84 KiB over 1,009 + 2,018 requests`. */
export function growthFact({ values, requests }: AnyLeak, text: (value: number) => string): Fact {
  return {
    label: 'grew',
    text: `${values.map(text).join(' → ')} over ${requests.map(amountText).join(' + ')} requests`,
  };
}

/** Which routes drive it, when that was measured. */
export const routeFacts = ({ routes }: AnyLeak): Fact[] =>
  routes.length === 0 ? [] : [{ label: 'driven by', text: listed(routes) }];

export const timeFacts = ({ growsWith }: AnyLeak): Fact[] =>
  growsWith === 'time' ? [{ label: 'grows with', text: 'time: it goes on as fast without any request' }] : [];

/** `each request leaves 1 object`, or `each 1,000 requests leave 5 objects`: whichever needs no fraction below one. */
export function perRequestsText(perRequest: number, noun: string, nouns = `${noun}s`): string {
  const often = perRequest >= 0.95;
  const count = Number((often ? perRequest : 1000 * perRequest).toPrecision(3));
  return `${often ? 'each request leaves' : 'each 1,000 requests leave'} ${amountText(count)} ${count === 1 ? noun : nouns}`;
}

export const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
