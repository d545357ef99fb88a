import type { RunningCost, SidesOfCost } from '../model.ts';
import type { Say } from '../words/say.ts';
import { formatCount, formatValue } from './numbers.ts';
import type { Told } from './told.ts';

/** What running the service costs, in sentences; none where it wasn't measured. */
export function costSentences({ cost, say }: Told): string[] {
  if (cost === undefined) return [];
  return [...requestSentences(cost, say), ...monthSentences(cost, say)];
}

function requestSentences({ perMillionRequests }: RunningCost, say: Say): string[] {
  const { cpuSeconds, allocatedBytes } = perMillionRequests;
  const cpu = cpuSeconds && both(cpuSeconds, formatCount, say);
  const bytes = allocatedBytes && both(allocatedBytes, (value) => formatValue(value, 'bytes'), say);
  if (cpu === null) return bytes === null ? [] : [say('A million requests allocate {bytes}.', { bytes })];
  if (bytes === null) return [say('A million requests take {cpu} CPU-seconds.', { cpu })];
  return [say('A million requests take {cpu} CPU-seconds and allocate {bytes}.', { cpu, bytes })];
}

function monthSentences({ perMonth }: RunningCost, say: Say): string[] {
  if (perMonth === null) return [];
  const { currency, requestsPerSecond, pricePerCoreHour } = perMonth;
  const money = (amount: number): string => `${amount.toFixed(2)} ${currency}`;
  return [
    say('At {rate} requests/s and {price} a core-hour that is {cost} of CPU a month.', {
      rate: formatCount(requestsPerSecond),
      price: `${pricePerCoreHour} ${currency}`,
      cost: both(perMonth, money, say),
    }),
  ];
}

/** `107 (base 98)`. */
const both = ({ base, head }: SidesOfCost, text: (value: number) => string, say: Say): string =>
  base === null ? text(head) : say('{now} (base {before})', { now: text(head), before: text(base) });
