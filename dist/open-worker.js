import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  arrivals,
  askedPerSecond,
  histogramMaker,
  keptBytes,
  ownCpu,
  peakPerSecond,
  startTally,
  trafficDurationMs
} from "./chunk-5HS3HS5F.js";
import {
  openLines
} from "./chunk-PEFUHXYX.js";
import {
  dealRequests,
  isReset,
  openConnection,
  openSession,
  patienceFor,
  remoteCredential
} from "./chunk-G34SXJWV.js";
import "./chunk-WFSSV7UN.js";
import "./chunk-JBSSTEKG.js";
import "./chunk-EIC6RUP4.js";
import {
  LeakgateError
} from "./chunk-2USEXXJV.js";
import "./chunk-EXBVLXT3.js";
import {
  __callDispose,
  __using
} from "./chunk-ANJUXMEH.js";

// src/engines/open-worker.ts
import { parentPort, workerData } from "node:worker_threads";

// src/engines/open-loop.ts
import { setTimeout as delay } from "node:timers/promises";

// node_modules/undici/package.json
var package_default = {
  name: "undici",
  version: "7.30.2",
  description: "An HTTP/1.1 client, written from scratch for Node.js",
  homepage: "https://undici.nodejs.org",
  bugs: {
    url: "https://github.com/nodejs/undici/issues"
  },
  repository: {
    type: "git",
    url: "git+https://github.com/nodejs/undici.git"
  },
  license: "MIT",
  contributors: [
    {
      name: "Daniele Belardi",
      url: "https://github.com/dnlup",
      author: true
    },
    {
      name: "Ethan Arrowood",
      url: "https://github.com/ethan-arrowood",
      author: true
    },
    {
      name: "Matteo Collina",
      url: "https://github.com/mcollina",
      author: true
    },
    {
      name: "Matthew Aitken",
      url: "https://github.com/KhafraDev",
      author: true
    },
    {
      name: "Robert Nagy",
      url: "https://github.com/ronag",
      author: true
    },
    {
      name: "Szymon Marczak",
      url: "https://github.com/szmarczak",
      author: true
    },
    {
      name: "Tomas Della Vedova",
      url: "https://github.com/delvedor",
      author: true
    }
  ],
  keywords: [
    "fetch",
    "http",
    "https",
    "promise",
    "request",
    "curl",
    "wget",
    "xhr",
    "whatwg"
  ],
  main: "index.js",
  types: "index.d.ts",
  scripts: {
    "build:node": "esbuild index-fetch.js --bundle --platform=node --outfile=undici-fetch.js --define:esbuildDetection=1 --keep-names && node scripts/strip-comments.js",
    "build:wasm": "node build/wasm.js --docker",
    "generate-pem": "node scripts/generate-pem.js",
    lint: "eslint --cache",
    "lint:fix": "eslint --fix --cache",
    test: "npm run test:javascript && cross-env NODE_V8_COVERAGE= npm run test:typescript",
    "test:javascript": "npm run test:javascript:no-jest && npm run test:jest",
    "test:javascript:no-jest": "npm run generate-pem && npm run test:unit && npm run test:fetch && npm run test:node-fetch && npm run test:infra && npm run test:cache && npm run test:cache-interceptor && npm run test:interceptors && npm run test:cookies && npm run test:eventsource && npm run test:subresource-integrity && npm run test:wpt && npm run test:websocket && npm run test:node-test && npm run test:cache-tests",
    "test:javascript:without-intl": "npm run test:javascript:no-jest",
    "test:busboy": 'borp --timeout 180000 -p "test/busboy/*.js"',
    "test:cache": 'borp --timeout 180000 -p "test/cache/*.js"',
    "test:cache-interceptor": 'borp --timeout 180000 -p "test/cache-interceptor/*.js"',
    "test:cache-interceptor:sqlite": "cross-env NODE_OPTIONS=--experimental-sqlite npm run test:cache-interceptor",
    "test:cookies": 'borp --timeout 180000 -p "test/cookie/*.js"',
    "test:eventsource": 'npm run build:node && borp --timeout 180000 --expose-gc -p "test/eventsource/*.js"',
    "test:fuzzing": "node test/fuzzing/fuzzing.test.js",
    "test:fetch": 'npm run build:node && borp --timeout 180000 --expose-gc --concurrency 1 -p "test/fetch/*.js" && npm run test:webidl && npm run test:busboy',
    "test:subresource-integrity": 'borp --timeout 180000 -p "test/subresource-integrity/*.js"',
    "test:h2": "npm run test:h2:core && npm run test:h2:fetch",
    "test:h2:core": 'borp --timeout 180000 -p "test/+(http2|h2)*.js"',
    "test:h2:fetch": 'npm run build:node && borp --timeout 180000 -p "test/fetch/http2*.js"',
    "test:infra": 'borp --timeout 180000 -p "test/infra/*.js"',
    "test:interceptors": 'borp --timeout 180000 -p "test/interceptors/*.js"',
    "test:jest": "cross-env NODE_V8_COVERAGE= jest",
    "test:unit": 'borp --timeout 180000 --expose-gc -p "test/*.js"',
    "test:node-fetch": 'borp --timeout 180000 -p "test/node-fetch/**/*.js"',
    "test:node-test": 'borp --timeout 180000 -p "test/node-test/**/*.js"',
    "test:tdd": 'borp --timeout 180000 --expose-gc -p "test/*.js"',
    "test:tdd:node-test": 'borp --timeout 180000 -p "test/node-test/**/*.js" -w',
    "test:typescript": "tsd && tsc test/imports/undici-import.ts --typeRoots ./types --noEmit && tsc ./types/*.d.ts --noEmit --typeRoots ./types",
    "test:webidl": 'borp --timeout 180000 -p "test/webidl/*.js"',
    "test:websocket": 'borp --timeout 180000 -p "test/websocket/**/*.js"',
    "test:websocket:autobahn": "node test/autobahn/client.js",
    "test:websocket:autobahn:report": "node test/autobahn/report.js",
    "test:wpt:setup": "node test/web-platform-tests/wpt-runner.mjs setup",
    "test:wpt": "npm run test:wpt:setup && node test/web-platform-tests/wpt-runner.mjs run /fetch /mimesniff /xhr /websockets /serviceWorkers /eventsource",
    "test:cache-tests": "node test/cache-interceptor/cache-tests.mjs --ci",
    coverage: "npm run coverage:clean && cross-env NODE_V8_COVERAGE=./coverage/tmp npm run test:javascript && npm run coverage:report",
    "coverage:ci": "npm run coverage:clean && cross-env NODE_V8_COVERAGE=./coverage/tmp npm run test:javascript && npm run coverage:report:ci",
    "coverage:clean": "node ./scripts/clean-coverage.js",
    "coverage:report": "cross-env NODE_V8_COVERAGE= c8 report",
    "coverage:report:ci": "c8 report",
    bench: `echo "Error: Benchmarks have been moved to '/benchmarks'" && exit 1`,
    "serve:website": `echo "Error: Documentation has been moved to '/docs'" && exit 1`,
    prepare: "husky && node ./scripts/platform-shell.js"
  },
  devDependencies: {
    "@fastify/busboy": "3.2.0",
    "@matteo.collina/tspl": "^0.2.0",
    "@metcoder95/https-pem": "^1.0.0",
    "@sinonjs/fake-timers": "^12.0.0",
    "@types/node": "^20.19.22",
    "abort-controller": "^3.0.0",
    borp: "^0.20.0",
    c8: "^10.0.0",
    "cross-env": "^10.0.0",
    "dns-packet": "^5.4.0",
    esbuild: "^0.27.3",
    eslint: "^9.9.0",
    "fast-check": "^4.1.1",
    husky: "^9.0.7",
    jest: "^30.0.5",
    jsondiffpatch: "^0.7.3",
    neostandard: "^0.12.0",
    "node-forge": "^1.3.1",
    proxy: "^2.1.1",
    tsd: "^0.33.0",
    typescript: "^6.0.2",
    ws: "^8.11.0"
  },
  engines: {
    node: ">=20.18.1"
  },
  tsd: {
    directory: "test/types",
    compilerOptions: {
      esModuleInterop: true,
      lib: [
        "esnext"
      ]
    }
  },
  jest: {
    testMatch: [
      "<rootDir>/test/jest/**"
    ]
  }
};

// src/engines/raw-connection.ts
import { connect } from "node:net";

// src/engines/response-reader.ts
var longestHeadBytes = 256 * 1024;
var crlf = Buffer.from("\r\n");
var headEnd = Buffer.from("\r\n\r\n");
function responseReader({ cookies } = { cookies: false }) {
  let part = "done";
  let missing = 0;
  let rest = Buffer.alloc(0);
  let answer = { status: 0, close: false };
  let bodyless = false;
  let setCookie = [];
  const complete = () => part === "done";
  const step = () => {
    if (part === "length" || part === "chunk") return skip();
    if (part === "until-close") return rest = Buffer.alloc(0), false;
    const mark = part === "head" ? headEnd : crlf;
    const end = rest.indexOf(mark);
    if (end < 0) {
      if (rest.length > longestHeadBytes) throw new Error("the answer has no end of its head");
      return false;
    }
    const text = rest.toString("latin1", 0, end);
    rest = rest.subarray(end + mark.length);
    if (part === "head") [part, missing] = afterHead(text);
    else if (part === "chunk-size") [part, missing] = afterSize(text);
    else part = text === "" ? "done" : "trailer";
    return true;
  };
  const skip = () => {
    const taken = Math.min(missing, rest.length);
    [rest, missing] = [rest.subarray(taken), missing - taken];
    if (missing > 0) return false;
    part = part === "chunk" ? "chunk-size" : "done";
    return true;
  };
  const afterHead = (head) => {
    const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(head.slice(0, 13))?.[1]);
    if (!(status >= 100)) throw new Error("the answer is no HTTP/1");
    if (status < 200 && status !== 101) return ["head", 0];
    const body = framing(head);
    answer = { status, close: body.close };
    if (cookies) setCookie = cookieFields(head);
    if (bodyless || status === 204 || status === 304 || status === 101) return ["done", 0];
    if (body.chunked) return ["chunk-size", 0];
    if (body.length !== null) return body.length === 0 ? ["done", 0] : ["length", body.length];
    answer.close = true;
    return ["until-close", 0];
  };
  return {
    begin(isBodyless) {
      [part, missing, rest, bodyless] = ["head", 0, Buffer.alloc(0), isBodyless];
    },
    push(chunk) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      if (complete()) throw new Error("bytes came after the end of the answer");
      while (!complete() && step()) ;
      if (!complete()) return null;
      if (rest.length > 0) throw new Error("bytes came after the end of the answer");
      return answer;
    },
    end: () => part === "until-close" ? answer : null,
    setCookie: () => setCookie
  };
}
function afterSize(line) {
  const digits = /^([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(line)?.[1];
  if (digits === void 0) throw new Error("a chunk of the answer has no size");
  const size = Number.parseInt(digits, 16);
  return size === 0 ? ["trailer", 0] : ["chunk", size + crlf.length];
}
var fields = {
  length: /\r\ncontent-length:[ \t]*([^\r\n]*)/i,
  connection: /\r\nconnection:[ \t]*([^\r\n]*)/i,
  transfer: /\r\ntransfer-encoding:[ \t]*([^\r\n]*)/i
};
var cookieFields = (head) => Array.from(head.matchAll(/\r\nset-cookie:[ \t]*([^\r\n]*)/gi), ([, value]) => value);
function framing(head) {
  const field = (pattern) => pattern.exec(head)?.[1]?.trim().toLowerCase();
  const given = field(fields.length);
  if (given !== void 0 && !/^\d{1,15}$/.test(given)) throw new Error("the answer has no valid content-length");
  const connection = field(fields.connection);
  const persistent = head.startsWith("HTTP/1.1") ? connection !== "close" : connection === "keep-alive";
  return {
    length: given === void 0 ? null : Number(given),
    chunked: field(fields.transfer)?.endsWith("chunked") === true,
    close: !persistent
  };
}

// src/engines/raw-connection.ts
function openRawConnection(origin, timeoutMs, session = openSession({})) {
  const { hostname, port, host } = new URL(origin);
  const address = { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 80), noDelay: true };
  const bytesOf = keptBytes(host);
  const wire = openWire(address, session.keepsCookies);
  return {
    async send(request) {
      const bytes = bytesOf(request, session.fields(request));
      const answer = await wire.ask(bytes, request.method === "HEAD", timeoutMs);
      if (typeof answer === "number") session.answered(request, answer, wire.setCookie());
      return answer;
    },
    [Symbol.asyncDispose]: async () => wire.drop("error")
  };
}
function openWire(address, cookies) {
  const reader = responseReader({ cookies });
  let socket;
  let settle;
  const finish = (answer) => {
    const done = settle;
    settle = void 0;
    done?.(answer);
  };
  const drop = (answer) => {
    socket?.destroy();
    socket = void 0;
    finish(answer);
  };
  const receive = (chunk) => {
    try {
      const answered = reader.push(chunk);
      if (answered?.close === true) drop(answered.status);
      else if (answered !== null) finish(answered.status);
    } catch {
      drop("error");
    }
  };
  const open = () => {
    const opened = connect(address);
    opened.on("data", (chunk) => opened === socket && receive(chunk));
    let failure = "error";
    opened.on("error", (error) => isReset(error) && (failure = "reset"));
    opened.on("close", () => {
      if (opened === socket) drop(reader.end()?.status ?? failure);
    });
    return opened;
  };
  return {
    drop,
    setCookie: () => reader.setCookie(),
    async ask(bytes, bodyless, timeoutMs) {
      const timer = setTimeout(() => drop("timeout"), timeoutMs);
      const answer = await new Promise((resolve) => {
        settle = resolve;
        reader.begin(bodyless);
        socket ??= open();
        socket.write(bytes);
      });
      clearTimeout(timer);
      return answer;
    }
  };
}

// src/engines/seeded-random.ts
function seededRandom(seed) {
  let state = seed | 0;
  return () => {
    state = state + 1831565813 | 0;
    let mixed = Math.imul(state ^ state >>> 15, 1 | state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
  };
}

// src/engines/open-loop.ts
var rawAbovePerSecond = 2e3;
var leadMs = 20;
async function openLoop(origin, load, signal) {
  var _stack = [];
  try {
    signal.throwIfAborted();
    const counts = await startCounting(load);
    const raw = origin.startsWith("http:") && peakPerSecond(load.traffic) > rawAbovePerSecond;
    const open = () => (raw ? openRawConnection : openConnection)(origin, load.timeoutMs, openSession(load));
    const ready = () => load.credential?.ready() ?? null;
    await ready();
    const lines = __using(_stack, openLines({ ...load, ...counts, open, ready }, signal), true);
    const startMs = performance.now() + leadMs;
    for (const offsetMs of arrivals(load.traffic, seededRandom(load.seed))) {
      const waitMs = startMs + offsetMs - performance.now();
      if (waitMs > 0) await delay(waitMs, void 0, { signal }).catch(() => signal.throwIfAborted());
      if (counts.exhausted() || lines.broken()) break;
      lines.arrive(startMs + offsetMs);
    }
    counts.ended();
    await lines.drained();
    signal.throwIfAborted();
    const version = raw ? "raw sockets" : `undici ${package_default.version}`;
    return counts.summary({
      engine: { name: "open", version, model: "open", protocol: "HTTP/1.1" },
      connections: load.connections
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function startCounting({ routes, connections, traffic, variants }) {
  const tally = await startTally(routes);
  const histogram = await histogramMaker();
  const [serviceUs, lagUs] = [histogram(), histogram()];
  const patience = patienceFor(connections);
  const cpu = ownCpu();
  let dropped = 0;
  return {
    next: dealRequests(routes, variants).next,
    exhausted: () => patience.exhausted(),
    ended: () => tally.ended(),
    sending: (route) => tally.sent(route),
    late: (lateMs) => lagUs.record(lateMs * 1e3),
    /** Says nothing about whether the service is dead: it may be answering all the time, only too slowly. */
    dropped(route) {
      dropped += 1;
      tally.failed(route, "timeout");
    },
    done({ route, answer, feltMs, servedMs }) {
      if (typeof answer !== "number") {
        tally.failed(route, answer);
        patience.failed(answer);
        return;
      }
      tally.answered(route, answer, feltMs * 1e3);
      serviceUs.record(servedMs * 1e3);
      patience.answered();
    },
    summary(of) {
      const open = {
        askedPerSecond: askedPerSecond(traffic),
        sentPerSecond: (tally.total() - dropped) * 1e3 / trafficDurationMs(traffic),
        dropped,
        serviceUs: serviceUs.quantiles(),
        lagUs: lagUs.quantiles()
      };
      return { ...tally.summary(of), open, generatorCpuUs: cpu() / Math.max(1, tally.total()) };
    }
  };
}

// src/engines/open-worker.ts
async function reply({ origin, load, fields: fields2 }) {
  const credential = parentPort !== null && fields2 !== null ? remoteCredential(parentPort, fields2) : void 0;
  try {
    return { summary: await openLoop(origin, { ...load, credential }, new AbortController().signal) };
  } catch (error) {
    if (!(error instanceof LeakgateError)) throw error;
    return { refused: { code: error.code, message: error.message, hint: error.hint } };
  }
}
parentPort?.postMessage(await reply(workerData));
