import type { Report, SidesOfCost } from '../model.ts';
import { formatCount, formatValue } from './numbers.ts';

/** What running the service costs, in sentences; none where it wasn't measured. */
export function costSentences({ cost }: Report): string[] {
  if (cost === undefined) return [];
  const { perMillionRequests: million, perMonth } = cost;
  const parts = [
    ...(million.cpuSeconds === null ? [] : [`take ${both(million.cpuSeconds, formatCount)} CPU-seconds`]),
    ...(million.allocatedBytes === null
      ? []
      : [`allocate ${both(million.allocatedBytes, (bytes) => formatValue(bytes, 'bytes'))}`]),
  ];
  const requests = parts.length === 0 ? [] : [`A million requests ${parts.join(' and ')}.`];
  if (perMonth === null) return requests;
  const { currency, requestsPerSecond, pricePerCoreHour } = perMonth;
  const money = (amount: number): string => `${amount.toFixed(2)} ${currency}`;
  return [
    ...requests,
    `At ${formatCount(requestsPerSecond)} requests/s and ${pricePerCoreHour} ${currency} a core-hour that is ${both(perMonth, money)} of CPU a month.`,
  ];
}

/** `107 (base 98)`. */
const both = ({ base, head }: SidesOfCost, text: (value: number) => string): string =>
  base === null ? text(head) : `${text(head)} (base ${text(base)})`;
