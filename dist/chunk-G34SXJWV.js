import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  isLoopback
} from "./chunk-EIC6RUP4.js";
import {
  LeakgateError
} from "./chunk-2USEXXJV.js";
import {
  require_undici
} from "./chunk-EXBVLXT3.js";
import {
  __toESM
} from "./chunk-ANJUXMEH.js";

// src/engines/remote-credential.ts
var refusal = { credential: "refused" };
function remoteCredential(port, given) {
  let fields = given;
  let pending = null;
  port.on("message", (told) => {
    if ("fields" in told) fields = told.fields;
    const waiting = pending;
    pending = null;
    if ("fields" in told) waiting?.resolve();
    else waiting?.reject(new LeakgateError(told.refused.code, told.refused.message, hintOf(told.refused.hint)));
  });
  port.unref();
  return {
    fields: () => fields,
    ready: () => pending?.promise ?? null,
    refused(sent) {
      if (sent !== fields || pending !== null) return;
      pending = withResolvers();
      port.postMessage(refusal);
    },
    onRenewed: () => () => void 0
  };
}
function shareCredential(credential, worker) {
  const tell = (told) => worker.postMessage(told);
  const tellFields = () => tell({ fields: credential.fields() });
  const stop = credential.onRenewed(tellFields);
  const listen = (message) => {
    if (typeof message !== "object" || message === null || !("credential" in message)) return;
    credential.refused(credential.fields());
    const ready = credential.ready();
    if (ready === null) return tellFields();
    void ready.then(tellFields, (error) => tell({ refused: asTold(error) }));
  };
  worker.on("message", listen);
  return () => {
    stop();
    worker.off("message", listen);
  };
}
var hintOf = (hint) => hint === void 0 ? {} : { hint };
var asTold = (error) => error instanceof LeakgateError ? { code: error.code, message: error.message, hint: error.hint } : { code: "service", message: String(error), hint: void 0 };
function withResolvers() {
  const parts = {};
  const promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  promise.catch(() => void 0);
  return { ...parts, promise };
}

// src/engines/cookie-jar.ts
var import_undici = __toESM(require_undici(), 1);
function cookieJar(now = Date.now) {
  const cookies = /* @__PURE__ */ new Map();
  return {
    take(fields) {
      for (const field of fields) {
        const parsed = (0, import_undici.parseCookie)(field);
        if (parsed === null || parsed.name === "") continue;
        const { name, value, path = "/" } = parsed;
        const cookie = { name, value, path: path.startsWith("/") ? path : "/", endsAtMs: endOf(parsed, now()) };
        const key = `${name} ${cookie.path}`;
        if (cookie.endsAtMs > now()) cookies.set(key, cookie);
        else cookies.delete(key);
      }
    },
    header(path) {
      const fit = [...cookies.values()].filter((one) => one.endsAtMs > now() && covers(one.path, path));
      return fit.map(({ name, value }) => `${name}=${value}`).join("; ");
    }
  };
}
function endOf({ maxAge, expires }, now) {
  if (maxAge !== void 0) return maxAge <= 0 ? 0 : now + maxAge * 1e3;
  return expires === void 0 ? Infinity : Number(expires);
}
function covers(cookiePath, path) {
  const asked = path.split("?", 1)[0];
  return asked === cookiePath || asked.startsWith(cookiePath.endsWith("/") ? cookiePath : `${cookiePath}/`);
}

// src/engines/session.ts
var nothing = {};
function openSession({ credential, cookies = false }) {
  const jar = cookies ? cookieJar() : void 0;
  const merged = mergedFields();
  let sent = nothing;
  return {
    ready: () => credential?.ready() ?? null,
    keepsCookies: cookies,
    fields(request) {
      sent = request.anonymous === true ? nothing : credential?.fields() ?? nothing;
      const cookie = jar?.header(request.path) ?? "";
      return cookie === "" ? sent : merged(sent, cookie);
    },
    answered(request, status, setCookie) {
      if (setCookie.length > 0) jar?.take(setCookie);
      const refusal2 = status === 401 && request.anonymous !== true && !request.expectStatus.includes(401);
      if (refusal2) credential?.refused(sent);
    }
  };
}
function mergedFields() {
  let last;
  return (own, cookie) => {
    if (last?.own === own && last.cookie === cookie) return last.fields;
    const all = own["cookie"] === void 0 ? cookie : `${own["cookie"]}; ${cookie}`;
    last = { own, cookie, fields: { ...own, cookie: all } };
    return last.fields;
  };
}

// src/engines/connection.ts
var import_undici2 = __toESM(require_undici(), 1);
function openConnection(origin, timeoutMs, session = openSession({}), reader) {
  const client = new import_undici2.Client(origin, {
    pipelining: 1,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: timeoutMs, rejectUnauthorized: !isLoopback(origin) }
  });
  return {
    async send(request) {
      const received = { status: 0, setCookie: [] };
      const more = session.fields(request);
      const answer = await send(client, withFields(request, more), timeoutMs, received, reader);
      if (typeof answer === "number") session.answered(request, answer, received.setCookie);
      return answer;
    },
    [Symbol.asyncDispose]: async () => client.destroy()
  };
}
var withFields = (request, more) => Object.keys(more).length === 0 ? request : { ...request, headers: { ...request.headers, ...more } };
async function send(client, request, timeoutMs, received, reader) {
  const { path, method, headers, body = null } = request;
  let timer;
  let failure = "error";
  try {
    return await new Promise((resolve, reject) => {
      client.dispatch(
        { path, method, headers, body },
        {
          onRequestStart(controller) {
            timer = setTimeout(() => {
              failure = "timeout";
              controller.abort(new Error("timed out"));
            }, timeoutMs);
          },
          onResponseStart(_, statusCode, answerHeaders) {
            const { "set-cookie": setCookie = [] } = answerHeaders;
            received.status = statusCode;
            received.setCookie = typeof setCookie === "string" ? [setCookie] : setCookie;
            reader?.head(answerHeaders);
          },
          ...reader !== void 0 && { onResponseData: (_, chunk) => reader.body(chunk) },
          onResponseEnd: () => resolve(received.status),
          onResponseError: (_, error) => isRefusal(error) ? reject(unsendable(request, error)) : resolve(failure === "error" && isReset(error) ? "reset" : failure)
        }
      );
    });
  } finally {
    clearTimeout(timer);
  }
}
var isReset = ({ code }) => code === "ECONNRESET" || code === "EPIPE";
var isRefusal = (error) => error.code === "UND_ERR_INVALID_ARG" || error.code === "UND_ERR_NOT_SUPPORTED";
function unsendable({ label }, cause) {
  return new LeakgateError("config", `The request ${label} can't be sent: ${cause.message}.`, {
    cause,
    hint: "Look at its headers: connection, content-length, expect, transfer-encoding and upgrade are set by the sender."
  });
}

// src/engines/patience.ts
var failuresPerConnection = 10;
var failuresPerTimeout = 5;
var timeoutShare = 0.01;
function retryDelayMs(failuresInARow) {
  return failuresInARow < 2 ? 0 : Math.min(250, 2 ** (failuresInARow - 1));
}
function patienceFor(connections) {
  let inARow = 0;
  let timeouts = 0;
  let requests = 0;
  let exhausted = false;
  return {
    answered() {
      requests += 1;
      inARow = 0;
    },
    failed(how) {
      requests += 1;
      inARow += how === "timeout" ? failuresPerTimeout : 1;
      if (how === "timeout") timeouts += 1;
      const hangs = timeouts > failuresPerConnection * connections && timeouts > requests * timeoutShare;
      if (hangs || inARow >= failuresPerConnection * connections) exhausted = true;
    },
    exhausted: () => exhausted
  };
}

// src/engines/fill.ts
function fillTemplate({ path, headers, body, seed }, number) {
  const which = { seed, number };
  let place = 0;
  const text = (pieces) => {
    const made = fill(pieces, which, place);
    place += pieces.length;
    return made;
  };
  const own = Object.fromEntries(Object.entries(headers).map(([name, pieces]) => [name, text(pieces)]));
  return { headers: own, path: text(path), ...body !== void 0 && { body: text(body) } };
}
function fill(pieces, which, first) {
  return pieces.map((piece, index) => typeof piece === "string" ? piece : valueOf(piece, which, first + index)).join("");
}
function valueOf(piece, { seed, number }, place) {
  switch (piece.kind) {
    case "seq":
      return String(number + 1);
    case "column":
      return piece.values[number % piece.values.length];
    case "int": {
      const [high, low] = words(seed, place, number);
      const share = (high * 2 ** 21 + (low >>> 11)) / 2 ** 53;
      return String(piece.from + Math.floor(share * (piece.to - piece.from + 1)));
    }
    case "uuid": {
      const [a2, b2, c2, d2] = words(seed, place, number).map(hex);
      const variant = (Number.parseInt(c2[0], 16) & 3 | 8).toString(16);
      return `${a2}-${b2.slice(0, 4)}-4${b2.slice(5)}-${variant}${c2.slice(1, 4)}-${c2.slice(4)}${d2}`;
    }
    case "traceparent":
  }
  const [a, b, c, d, e, f] = words(seed, place, number).map(hex);
  return `00-${a}${b}${c}${d}-${e}${f}-01`;
}
var hex = (word) => word.toString(16).padStart(8, "0");
function words(seed, place, number) {
  const where = mixed(Math.imul(seed, 4096) + place + 1);
  const a = mixed(number ^ where);
  const d = (where ^ mixed(a ^ 1540483477)) >>> 0;
  const b = mixed(a + 2654435769);
  const c = mixed(b ^ d);
  const e = mixed(c + 2246822507);
  return [a, b, c, d, e, (mixed(e ^ a) | 1) >>> 0];
}
function mixed(word) {
  let h = word | 0;
  h = Math.imul(h ^ h >>> 16, 2246822507);
  h = Math.imul(h ^ h >>> 13, 3266489909);
  return (h ^ h >>> 16) >>> 0;
}

// src/engines/routes.ts
function routeOrder(routes) {
  const total = routes.reduce((sum, route) => sum + route.weight, 0);
  const dealt = routes.map(() => 0);
  let slot = 0;
  return () => {
    let next = 0;
    let earliest = Infinity;
    for (const [index, { weight }] of routes.entries()) {
      const done = dealt[index];
      if (Math.floor(done * total / weight) > slot) continue;
      const deadline = Math.ceil((done + 1) * total / weight);
      if (deadline < earliest) [next, earliest] = [index, deadline];
    }
    dealt[next] += 1;
    slot += 1;
    if (slot === total) {
      slot = 0;
      dealt.fill(0);
    }
    return next;
  };
}
var longestCycle = 1e4;
function routeCycle(routes) {
  const next = routeOrder(routes);
  const total = routes.reduce((sum, { weight }) => sum + weight, 0);
  return Array.from({ length: Math.min(total, longestCycle) }, () => next());
}

// src/engines/deal.ts
function dealRequests(routes, variants = { from: 0 }) {
  const order = routeOrder(routes);
  const makers = routes.map((route, index) => maker(route, index, variants));
  const another = (route) => makers[route]();
  return { next: () => another(order()), another, route: order };
}
var firstOf = (route) => dealRequests([route]).next().request;
function maker(route, index, variants) {
  const { template } = route;
  if (template === void 0) {
    const dealt = { route: index, request: route };
    return () => dealt;
  }
  if (variants === "replayed") {
    const made = [];
    let next2 = 0;
    return () => {
      const number = next2++ % template.replayed;
      return made[number] ??= { route: index, request: filled(route, template, number) };
    };
  }
  let next = variants.from;
  return () => ({ route: index, request: filled(route, template, next++) });
}
function filled(route, template, number) {
  const { path, headers, body } = fillTemplate(template, number);
  const { template: _, ...same } = route;
  return {
    ...same,
    path,
    headers: { ...route.headers, ...headers },
    ...body !== void 0 && { body: Buffer.from(body) }
  };
}

export {
  cookieJar,
  openSession,
  openConnection,
  isReset,
  retryDelayMs,
  patienceFor,
  routeCycle,
  dealRequests,
  firstOf,
  remoteCredential,
  shareCredential
};
