import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  methods
} from "./chunk-MIJVHSNN.js";
import {
  array,
  number,
  object,
  string
} from "./chunk-UWNBQVMY.js";
import {
  LeakgateError
} from "./chunk-2USEXXJV.js";

// src/imports/imported.ts
var literal = (text) => text.replaceAll("{{", "\\{{").replace(/\$\{(\w+)\}/g, "$$$${$1}");
function literals(value) {
  if (typeof value === "string") return literal(value);
  if (Array.isArray(value)) return value.map(literals);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, literals(inner)]));
}
var ownHeaders = /^(?::.*|accept-encoding|accept-language|cache-control|connection|content-length|dnt|expect|host|if-.*|keep-alive|origin|pragma|priority|proxy-.*|referer|sec-.*|te|transfer-encoding|upgrade.*|user-agent)$/i;
var secretHeaders = /^(?:authorization|cookie)$|token|secret|api-?key|password|session|signature/i;
function portableHeaders(headers, noted) {
  const kept = headers.filter(([name]) => !ownHeaders.test(name) && !/^cookie$/i.test(name));
  if (headers.some(([name]) => /^cookie$/i.test(name)))
    noted("Cookies were left out: set `cookies: true`, or `auth` with a login.");
  return Object.fromEntries(
    kept.map(([name, value]) => {
      if (!secretHeaders.test(name)) return [name, literal(value)];
      const variable = /^authorization$/i.test(name) ? "API_TOKEN" : name.toUpperCase().replace(/\W/g, "_");
      const scheme = /^authorization$/i.test(name) ? /^(\w+) /.exec(value)?.[0] ?? "" : "";
      noted(`The header ${name} is a secret: set ${variable} in the environment, or use \`auth\` instead.`);
      return [name, `${scheme}\${${variable}}`];
    })
  );
}
function merged(requests) {
  const byContent = /* @__PURE__ */ new Map();
  for (const request of requests) {
    const { weight, ...content } = request;
    const key = JSON.stringify(content);
    const known = byContent.get(key);
    byContent.set(key, { ...request, weight: weight + (known?.weight ?? 0) });
  }
  return withSmallWeights([...byContent.values()]);
}
function withSmallWeights(requests) {
  const divisor = requests.reduce((common, { weight }) => greatestCommon(common, weight), 0);
  return requests.map((request) => ({ ...request, weight: request.weight / Math.max(1, divisor) }));
}
var greatestCommon = (a, b) => b === 0 ? a : greatestCommon(b, a % b);
function unreadable(name, why, hint, cause) {
  return new LeakgateError("config", `${name} ${why}`, { cause, ...hint !== void 0 && { hint } });
}
function pathOf(address) {
  if (!URL.canParse(address, "http://localhost")) return null;
  const { protocol, pathname, search } = new URL(address, "http://localhost");
  return /^https?:$/.test(protocol) ? pathname + search : null;
}

// src/imports/har.ts
var field = object({ name: string(), value: string() });
var harSchema = object({
  log: object({
    entries: array(
      object({
        request: object({
          method: string(),
          url: string(),
          headers: array(field).default([]),
          postData: object({ mimeType: string().default(""), text: string().optional() }).optional()
        }),
        response: object({ status: number().default(0) }).optional()
      })
    )
  })
});
var asset = /\.(?:css|js|mjs|map|png|jpe?g|gif|svg|ico|webp|avif|woff2?|ttf|mp4|webm)(?:$|\?)/i;
var mostBodyBytes = 64 * 1024;
function fromHar(value, name) {
  const parsed = harSchema.safeParse(value);
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join(".") ?? "";
    throw unreadable(name, `isn't a HAR file: ${at} is missing or of another kind.`, void 0, parsed.error);
  }
  const entries = parsed.data.log.entries.filter(({ request: { url } }) => URL.canParse(url) && pathOf(url) !== null);
  const host = mostFrequent(entries.map(({ request }) => new URL(request.url).host));
  const left = [];
  const notes = /* @__PURE__ */ new Set();
  const others = entries.filter(({ request }) => new URL(request.url).host !== host).length;
  if (others > 0) left.push(`${others} ${others === 1 ? "request" : "requests"} to other hosts than ${host}`);
  const requests = entries.filter(({ request }) => new URL(request.url).host === host).flatMap((entry) => {
    const why = refusal(entry);
    if (why === null) return [toRequest(entry.request, (note) => notes.add(note))];
    left.push(`${entry.request.method} ${new URL(entry.request.url).pathname}: ${why}`);
    return [];
  });
  return { requests: merged(requests), left: [...new Set(left)], notes: [...notes] };
}
function refusal({ request, response }) {
  const status = response?.status ?? 200;
  if (!methods.includes(request.method)) return "another method";
  if (asset.test(request.url)) return "part of a page";
  if (status === 0 || status >= 400) return status === 0 ? "it had no answer" : `it was answered with ${status}`;
  const { postData } = request;
  if (postData === void 0) return null;
  if (postData.mimeType.startsWith("multipart/")) return "a form with files";
  if (postData.text === void 0) return "its body wasn’t recorded";
  return postData.text.length > mostBodyBytes ? "its body is larger than 64 KiB" : null;
}
function toRequest({ method, url, headers, postData }, note) {
  const { pathname, search, searchParams } = new URL(url);
  for (const name of searchParams.keys())
    if (/token|secret|key|password|signature/i.test(name))
      note(`The query of ${pathname} has a ${name}: is it a secret?`);
  const kept = portableHeaders(
    headers.map((one) => [one.name, one.value]),
    note
  );
  const text = postData?.text;
  const json = text === void 0 ? void 0 : asJson(text);
  const implied = Object.entries(kept).find(
    ([key, value]) => /^content-type$/i.test(key) && /^application\/json\b/i.test(value)
  );
  if (json !== void 0 && implied !== void 0) delete kept[implied[0]];
  const body = json === void 0 ? text === void 0 ? void 0 : literal(text) : literals(json);
  return {
    method,
    path: literal(pathname + search),
    headers: kept,
    ...body !== void 0 && { body },
    weight: 1,
    madeUp: []
  };
}
function asJson(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : void 0;
  } catch {
    return void 0;
  }
}
function mostFrequent(names) {
  const counts = /* @__PURE__ */ new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}

export {
  literal,
  literals,
  portableHeaders,
  merged,
  unreadable,
  pathOf,
  fromHar,
  asJson
};
