import type { Fact } from '../model.ts';
import type { JudgeContext } from './check.ts';
import { bytesText } from './leak-wording.ts';
import { amountText, counted } from './wording.ts';

interface Growing {
  bytesPerRequest: number;
  /** Live heap as measured. */
  heapBytes: number;
  /** Requests a second that the probe build answered; undefined in figures of older versions. */
  pace: number | undefined;
}

const gigabyte = 1024 ** 3;

/** After how many requests, and in what time, the service is out of memory: under its own limit, else for each GiB. */
export function outlookFacts(
  { bytesPerRequest, heapBytes, pace }: Growing,
  { memory, requestsPerSecond }: Pick<JudgeContext, 'memory' | 'requestsPerSecond'>,
): Fact[] {
  const left = memory === undefined ? gigabyte : Math.max(0, memory.liveBytes - heapBytes);
  const requests = left / bytesPerRequest;
  const rate = requestsPerSecond ?? pace;
  const told = `after about ${amountText(twoDigits(requests))} requests`;
  const time =
    rate === undefined || rate <= 0
      ? ''
      : `, ${timeText(requests / rate)} at ${amountText(twoDigits(rate))} requests/s`;
  const whose = requestsPerSecond === undefined && time !== '' ? ', the pace of this run' : '';
  if (memory === undefined) return [{ label: 'fills 1 GiB', text: `${told}${time}${whose}` }];
  const limit = memory.from === 'config' ? 'the `memory-limit`' : 'this container’s limit';
  return [{ label: 'out of memory', text: `${told}${time}${whose}, under ${limit} of ${bytesText(memory.bytes)}` }];
}

const twoDigits = (value: number): number => Number(value.toPrecision(2));

const units = [
  { noun: 'day', seconds: 86_400 },
  { noun: 'hour', seconds: 3_600 },
  { noun: 'minute', seconds: 60 },
] as const;

/** `3.5 hours`, `12 minutes`, `40 seconds`. */
function timeText(seconds: number): string {
  const unit = units.find((one) => seconds >= one.seconds) ?? { noun: 'second', seconds: 1 };
  return counted(twoDigits(seconds / unit.seconds), unit.noun);
}
