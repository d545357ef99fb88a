import type { Config, Production } from './resolve.ts';
import type { ConfigInput } from './schema.ts';
import { storesOf } from './stores.ts';

/** Settings that are read as they stand: what is compared, what may gate, where results go. */
export const passedOn = (given: ConfigInput, workingDirectory: string) =>
  ({
    compare: given.compare,
    failOn: given['fail-on'],
    knownLeaks: given['known-leaks'],
    allow: given.allow,
    gates: given.gates,
    production: productionOf(given.production),
    baselineBranch: given['baseline-branch'],
    baselineStore: given['baseline-store'],
    stores: storesOf(given, { workingDirectory }),
    archive: given.archive,
    retentionDays: given['retention-days'],
    comment: given.comment,
    lang: given.lang,
    commentKey: given['comment-key'],
    notify: given.notify,
    pushgateway: given.pushgateway,
  }) satisfies Partial<Config>;

function productionOf(given: ConfigInput['production']): Production {
  const { 'requests-per-second': rate, 'memory-limit': limit, 'price-per-core-hour': price, currency } = given;
  return {
    ...(rate !== undefined && { requestsPerSecond: rate }),
    ...(limit !== undefined && { memoryLimitBytes: limit }),
    ...(price !== undefined && { pricePerCoreHour: price }),
    currency,
  };
}
