import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  retryDelayMs
} from "./chunk-G34SXJWV.js";

// src/engines/open-lines.ts
import { setTimeout as delay } from "node:timers/promises";
function openLines(options, signal) {
  const all = Array.from({ length: options.connections }, () => ({
    connection: options.open(),
    failuresInARow: 0
  }));
  const closeAll = async () => {
    await Promise.all(all.map(async ({ connection }) => connection[Symbol.asyncDispose]()));
  };
  const onAbort = () => void closeAll();
  signal.addEventListener("abort", onAbort);
  const free = [...all];
  const queue = waitingTimes();
  const working = /* @__PURE__ */ new Set();
  const failures = [];
  const work = async (line, dueMs) => {
    const pending = options.ready();
    if (pending !== null) await pending;
    const lateMs = Math.max(0, performance.now() - dueMs);
    options.late(lateMs);
    await send(line, dueMs + lateMs, options, signal);
    for (let next = queue.take(); next !== void 0 && !options.exhausted(); next = queue.take()) {
      await send(line, next, options, signal);
    }
    free.push(line);
  };
  return {
    arrive(dueMs) {
      const line = free.pop();
      if (line === void 0) return queue.add(dueMs);
      const run = work(line, dueMs).catch((error) => void failures.push(error)).finally(() => working.delete(run));
      working.add(run);
    },
    broken: () => failures.length > 0,
    async drained() {
      while (working.size > 0) await Promise.all(working);
      if (failures.length > 0) throw failures[0];
    },
    async [Symbol.asyncDispose]() {
      signal.removeEventListener("abort", onAbort);
      await closeAll();
      await Promise.all(working);
    }
  };
}
async function send(line, sinceMs, options, signal) {
  signal.throwIfAborted();
  const pending = options.ready();
  if (pending !== null) await pending;
  const { route, request } = options.next();
  const sentMs = performance.now();
  options.sending(route);
  if (sentMs - sinceMs > options.timeoutMs) return options.dropped(route);
  const answer = await line.connection.send(request);
  const endedMs = performance.now();
  options.done({ route, connection: line.connection, answer, feltMs: endedMs - sinceMs, servedMs: endedMs - sentMs });
  line.failuresInARow = typeof answer === "number" ? 0 : line.failuresInARow + 1;
  const pauseMs = retryDelayMs(line.failuresInARow);
  if (pauseMs > 0) await delay(pauseMs, void 0, { signal });
}
function waitingTimes() {
  let times = [];
  let taken = 0;
  return {
    add: (timeMs) => void times.push(timeMs),
    take() {
      if (taken === times.length) return void 0;
      const next = times[taken];
      taken += 1;
      if (taken > 1e4) [times, taken] = [times.slice(taken), 0];
      return next;
    }
  };
}

export {
  openLines
};
