import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  clockMs
} from "./chunk-46XZKQKD.js";
import {
  openLines
} from "./chunk-PEFUHXYX.js";
import {
  dealRequests,
  openConnection,
  openSession,
  remoteCredential
} from "./chunk-G34SXJWV.js";
import "./chunk-JBSSTEKG.js";
import "./chunk-EIC6RUP4.js";
import {
  LeakgateError
} from "./chunk-2USEXXJV.js";
import "./chunk-EXBVLXT3.js";
import "./chunk-ANJUXMEH.js";

// src/engines/steered-worker.ts
import { parentPort, workerData } from "node:worker_threads";

// src/engines/watching-connection.ts
var mostBytes = 64 * 1024;
function watchingConnection(origin, { timeoutMs, marker, session }) {
  const sought = marker === null ? null : Buffer.from(marker);
  const last = { retryAfter: false, fallback: false };
  let body = Buffer.alloc(0);
  const connection = openConnection(origin, timeoutMs, session, {
    head(headers) {
      last.retryAfter = headers["retry-after"] !== void 0;
      last.fallback = false;
      body = Buffer.alloc(0);
    },
    body(chunk) {
      if (sought === null || last.fallback || body.length > mostBytes) return;
      body = body.length === 0 ? chunk : Buffer.concat([body, chunk]);
      last.fallback = body.includes(sought);
    }
  });
  return {
    connection,
    get retryAfter() {
      return last.retryAfter;
    },
    get fallback() {
      return last.fallback;
    }
  };
}

// src/engines/steering.ts
var mostAtOnce = 64;
function steer(order2, credential2) {
  const { routes, connections, timeoutMs, fallback, cookies } = order2;
  let batch = emptyBatch();
  const add = (sentMs, tookUs, status, route, seen) => {
    const { answers } = batch;
    answers.sentMs.push(sentMs);
    answers.tookUs.push(tookUs);
    answers.status.push(status);
    answers.route.push(route);
    answers.retryAfter.push(status > 0 && seen?.retryAfter === true);
    answers.fallback.push(status > 0 && seen?.fallback === true);
  };
  const watching = /* @__PURE__ */ new Map();
  const open = () => {
    const made = watchingConnection(order2.origin, {
      timeoutMs,
      marker: fallback,
      session: openSession({ credential: credential2, cookies })
    });
    watching.set(made.connection, made);
    return made.connection;
  };
  const lines = openLines(
    {
      open,
      connections,
      timeoutMs,
      next: dealRequests(routes, order2.variants).next,
      ready: () => credential2?.ready() ?? null,
      exhausted: () => false,
      sending: () => batch.sent += 1,
      late: (lateMs) => batch.lateMs.push(lateMs),
      dropped: (route) => add(clockMs() - timeoutMs, timeoutMs * 1e3, -1, route),
      done({ route, connection, answer, feltMs }) {
        const status = typeof answer === "number" ? answer : answer === "timeout" ? -1 : 0;
        add(clockMs() - feltMs, feltMs * 1e3, status, route, watching.get(connection));
      }
    },
    new AbortController().signal
  );
  const clock = arrivalClock((dueMs) => lines.arrive(dueMs));
  return {
    rate: (perSecond) => clock.rate(perSecond),
    broken: () => lines.broken(),
    take() {
      const taken = batch;
      batch = emptyBatch();
      return taken;
    },
    async finish() {
      clock.rate(0);
      await lines.drained();
    },
    async [Symbol.asyncDispose]() {
      clock.rate(0);
      await lines[Symbol.asyncDispose]();
    }
  };
}
var emptyBatch = () => ({
  answers: { sentMs: [], tookUs: [], status: [], route: [], retryAfter: [], fallback: [] },
  sent: 0,
  lateMs: []
});
function arrivalClock(arrive) {
  let gapMs = Infinity;
  let dueMs = 0;
  let timer;
  const stop = () => {
    clearTimeout(timer);
    clearImmediate(timer);
  };
  const tick = () => {
    for (let started = 0; dueMs <= performance.now() && started < mostAtOnce; started += 1, dueMs += gapMs) {
      arrive(dueMs);
    }
    const waitMs = dueMs - performance.now();
    timer = waitMs > 0 ? setTimeout(tick, waitMs) : setImmediate(tick);
  };
  return {
    rate(perSecond) {
      stop();
      if (perSecond === 0) return;
      gapMs = 1e3 / perSecond;
      dueMs = performance.now();
      tick();
    }
  };
}

// src/engines/steered-worker.ts
var reportEveryMs = 50;
var { fields, ...order } = workerData;
var credential = parentPort !== null && fields !== null ? remoteCredential(parentPort, fields) : void 0;
var steering = steer(order, credential);
var post = (reply) => parentPort?.postMessage(reply);
var report = setInterval(() => {
  post({ batch: steering.take() });
  if (steering.broken()) void finish();
}, reportEveryMs);
async function finish() {
  try {
    await steering.finish();
    clearInterval(report);
    post({ batch: steering.take() });
    post({ finished: true });
  } catch (error) {
    if (!(error instanceof LeakgateError)) throw error;
    clearInterval(report);
    post({ refused: { code: error.code, message: error.message, hint: error.hint } });
  }
}
parentPort?.on("message", (call) => {
  if ("perSecond" in call) steering.rate(call.perSecond);
  else if ("finish" in call) void finish();
});
