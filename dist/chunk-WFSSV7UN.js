import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));

// src/stats/latency-histogram.ts
var bucketsPerDecade = 20;
function countLatencies() {
  const counts = /* @__PURE__ */ new Map();
  return {
    record(latencyUs) {
      const bucket = bucketOf(latencyUs);
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    },
    histogram: () => fromCounts(counts)
  };
}
function sumHistograms(parts) {
  const sums = /* @__PURE__ */ new Map();
  for (const { first, counts } of parts) {
    counts.forEach((count, at) => sums.set(first + at, (sums.get(first + at) ?? 0) + count));
  }
  return fromCounts(sums);
}
var bucketOf = (latencyUs) => Math.floor(Math.log10(Math.max(1, latencyUs)) * bucketsPerDecade);
function fromCounts(counts) {
  const filled = [...counts].flatMap(([bucket, count]) => count > 0 ? [bucket] : []);
  if (filled.length === 0) return null;
  const [first, last] = [Math.min(...filled), Math.max(...filled)];
  return {
    perDecade: bucketsPerDecade,
    first,
    counts: Array.from({ length: last - first + 1 }, (_, at) => counts.get(first + at) ?? 0)
  };
}

export {
  countLatencies,
  sumHistograms
};
