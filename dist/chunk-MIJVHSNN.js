import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  _enum,
  array,
  boolean,
  count,
  int,
  number,
  record,
  strictObject,
  string,
  union,
  unknown
} from "./chunk-UWNBQVMY.js";
import {
  isLoopback
} from "./chunk-EIC6RUP4.js";
import {
  LeakgateError
} from "./chunk-2USEXXJV.js";

// src/config/template.ts
var known = "{{uuid}}, {{seq}}, {{randInt 1 100}}, {{traceparent}}, {{env NAME}} or {{feeder.column}}";
var hasPlaceholder = (text) => text.includes("{{");
var isConstant = (pieces) => pieces.every((piece) => typeof piece === "string");
function parseTemplate(text, place, where, sources) {
  const pieces = [];
  let literal = "";
  let at = 0;
  for (const { index, 0: mark } of text.matchAll(/\\?\{\{/g)) {
    if (index < at) continue;
    literal += text.slice(at, index);
    at = index + mark.length;
    if (mark.startsWith("\\")) {
      literal += "{{";
      continue;
    }
    const end = text.indexOf("}}", at);
    if (end < 0)
      throw invalid(
        where,
        text.slice(index, index + 40),
        "the closing }} of the placeholder, or \\{{ for the braces themselves"
      );
    const piece = pieceOf(text.slice(at, end), place, where, sources);
    at = end + 2;
    if (typeof piece === "string") {
      literal += piece;
      continue;
    }
    if (literal !== "") pieces.push(literal);
    pieces.push(piece);
    literal = "";
  }
  literal += text.slice(at);
  return literal === "" && pieces.length > 0 ? pieces : [...pieces, literal];
}
function pieceOf(inner, place, where, sources) {
  const words = inner.trim();
  if (words === "uuid" || words === "seq" || words === "traceparent") return { kind: words };
  const int2 = /^randInt\s+(-?\d{1,15})\s+(-?\d{1,15})$/.exec(words);
  if (int2 !== null) {
    const [from, to] = [Number(int2[1]), Number(int2[2])];
    if (from > to) throw invalid(where, `{{${inner}}}`, "the smaller number first");
    return { kind: "int", from, to };
  }
  const name = /^env\s+([A-Za-z_]\w*)$/.exec(words)?.[1];
  if (name !== void 0) {
    return written(sources.environment(name, where, place), place, () => `${where}: {{env ${name}}}`);
  }
  const [, feeder, column] = /^([A-Za-z_][\w-]*)\.(\S(?:.*\S)?)$/s.exec(words) ?? [];
  if (feeder === void 0 || column === void 0) throw invalid(where, `{{${inner.slice(0, 60)}}}`, known);
  const values = sources.column(feeder, column, where);
  const row = (index) => `${where}: {{${feeder}.${column}}}, row ${index + 1}`;
  return { kind: "column", values: values.map((value, index) => written(value, place, () => row(index))) };
}
function written(value, place, where) {
  switch (place) {
    case "path":
    case "form":
      return encodeURIComponent(Buffer.from(value).toString());
    case "json":
      return JSON.stringify(value).slice(1, -1);
    case "whole path":
      if (/^\/[\x21-\x7e]*$/.test(value)) return value;
      throw invalid(where(), value, "a path that starts with / and has no spaces");
    case "header":
      if (/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) return value;
      throw invalid(where(), value, "a value without line breaks and signs beyond Latin-1: it stands in a header");
    case "text":
  }
  return value;
}
function invalid(where, given, allowed) {
  return new LeakgateError("config", `${where}: got ${JSON.stringify(given.slice(0, 200))}; write ${allowed}.`);
}

// src/config/route.ts
function makeRoute({ body, json, where, ...parts }, sources) {
  const path = pathPieces(parts.path, where, sources);
  const headers2 = withType(parts.headers, json);
  const fields = Object.entries(headers2).map(
    ([name, value]) => [name, piecesOf(value, "header", `${where}: header ${name}`, sources)]
  );
  const text = body === void 0 ? void 0 : templateText(body);
  const content = text === void 0 ? void 0 : piecesOf(text, bodyPlace(headers2), `${where}: body`, sources);
  const constant = content !== void 0 && isConstant(content) ? new TextEncoder().encode(content[0]) : void 0;
  const route = {
    ...parts,
    label: `${parts.method} ${parts.path}`,
    path: isConstant(path) ? path[0] : parts.path,
    headers: Object.fromEntries(fields.flatMap(([name, pieces]) => isConstant(pieces) ? [[name, pieces[0]]] : [])),
    ...body !== void 0 && { body: constant ?? body }
  };
  const varied = fields.filter(([, pieces]) => !isConstant(pieces));
  const same = isConstant(path) && varied.length === 0 && (content === void 0 || isConstant(content));
  if (same) return route;
  return { ...route, template: template(path, varied, content) };
}
function template(path, headers2, body) {
  const varied = body !== void 0 && !isConstant(body);
  return { path, headers: Object.fromEntries(headers2), ...varied && { body }, seed: 0, replayed: 1 };
}
function asScenario(routes, firstLoad) {
  const all = routes.reduce((sum, { weight }) => sum + weight, 0);
  return routes.map((route, seed) => {
    const replayed = Math.max(1, Math.floor(firstLoad * route.weight / all));
    return route.template === void 0 ? route : { ...route, template: { ...route.template, seed, replayed } };
  });
}
function pathPieces(path, where, sources) {
  const whole = /^\{\{[^{}]*\}\}$/.test(path);
  const pieces = piecesOf(path, whole ? "whole path" : "path", where, sources);
  const first = pieces[0] ?? "";
  const starts = typeof first === "string" ? first.startsWith("/") : whole && first.kind === "column";
  if (!starts) throw invalid2(where, path, "a path that starts with /");
  if (pieces.some((piece) => typeof piece === "string" && /[^\x21-\x7e]/.test(piece)))
    throw invalid2(where, path, "a path without spaces; encode them as %20");
  return pieces;
}
var piecesOf = (text, place, where, sources) => hasPlaceholder(text) ? parseTemplate(text, place, where, sources) : [text];
function templateText(body) {
  if (!Buffer.from(body.buffer, body.byteOffset, body.byteLength).includes("{{")) return void 0;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return void 0;
  }
}
var typeOf = (headers2) => Object.entries(headers2).find(([name]) => name.toLowerCase() === "content-type")?.[1];
var withType = (headers2, json) => json && typeOf(headers2) === void 0 ? { ...headers2, "content-type": "application/json" } : headers2;
function bodyPlace(headers2) {
  const type = typeOf(headers2) ?? "";
  if (/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) return "json";
  return /^application\/x-www-form-urlencoded\b/i.test(type) ? "form" : "text";
}
var jsonText = (value) => JSON.stringify(value).replaceAll("\\\\{{", "\\{{");
function invalid2(where, given, allowed) {
  const shown = given.length > 200 ? `${given.slice(0, 200)}…` : given;
  return new LeakgateError("config", `${where}: got ${JSON.stringify(shown)}; write ${allowed}.`);
}

// src/config/requests.ts
var methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
var status = int().min(100).max(599);
var headers = record(string(), string());
var requestObject = strictObject({
  method: _enum(methods).default("GET"),
  path: string().regex(/^(?:\/|\{\{)/, { error: "a path starts with /" }),
  headers: headers.default({}),
  /** `false`: without the credential that `auth` gives to the other requests. */
  auth: boolean().default(true),
  /** The body itself; an object is sent as JSON. */
  body: union([string(), record(string(), unknown()), array(unknown())]).optional(),
  /** Path of a file that holds the body, relative to the working directory. */
  bodyFile: string().optional(),
  weight: count.default(1),
  expectStatus: union([status.transform((one) => [one]), array(status)]).default([])
});
var targetObject = strictObject({
  target: string(),
  method: _enum(methods).optional(),
  rate: number().positive().optional(),
  duration: union([string(), number().positive()]).optional(),
  body_file: string().optional(),
  headers: headers.default({})
});
var ofRequest = ["method", "duration", "body_file"];
function isPlainForm(file) {
  const keys = Object.keys(file);
  if (!("target" in file) || !keys.every((key) => key in targetObject.shape)) return false;
  return keys.some((key) => ofRequest.includes(key)) || isLocal(String(file["target"]));
}
function isLocal(target) {
  const address = target.trim().replace(/^[A-Z]+\s+/, "");
  return !/^https?:/i.test(address) || !URL.canParse(address) || isLoopback(new URL(address).origin);
}
var entry = union([string(), targetObject, requestObject], {
  error: "write `METHOD /path [@body-file] [-> status]`, an object with method and path, or one with target"
});
var requestsSchema = union(
  [string(), targetObject, array(entry).min(1, { error: "name at least one request" })],
  {
    error: "write one `METHOD /path [@body-file] [-> status]` a line, a list of request objects, or the name of a file that holds them"
  }
);
function readRequests(given, where, files) {
  if (typeof given === "string") return readText(given, where, files);
  const entries = Array.isArray(given) ? given : [given];
  const asked = entries.find((one) => typeof one === "object" && "target" in one);
  return {
    routes: entries.map((one, index) => toRoute(one, `${where}[${index}]`, files)),
    ...asked?.rate !== void 0 && { rate: asked.rate },
    ...asked?.duration !== void 0 && {
      duration: typeof asked.duration === "number" ? `${asked.duration}s` : asked.duration
    }
  };
}
function readText(text, where, files) {
  const single = text.trim();
  const looksLikeFile = !single.includes("\n") && !/^(?:[A-Z]+\s+(?:\/|\{\{)|[/#]|$)/.test(single);
  if (looksLikeFile) return readFile(single, where, files);
  const lines = text.split("\n").map((line, index) => ({ text: line.trim(), number: index + 1 }));
  const routes = lines.filter((line) => line.text !== "" && !line.text.startsWith("#")).map((line) => lineToRoute(line.text, `${where}, line ${line.number}`, files));
  if (routes.length === 0) throw invalid2(where, text, "at least one request, such as GET /healthz");
  return { routes };
}
function readFile(path, where, files) {
  if (!files.exists(path)) {
    throw invalid2(where, path, "a line such as GET /healthz, or the name of a file that exists");
  }
  const text = files.expand(Buffer.from(files.read(path)).toString("utf8"), path);
  if (!path.endsWith(".json")) return readText(text.includes("\n") ? text : `${text}
`, path, files);
  const parsed = requestsSchema.safeParse(parseJson(text, path));
  if (!parsed.success) throw badRequests(parsed.error, path);
  return readRequests(parsed.data, path, files);
}
function badRequests(error, where) {
  const { path, message, input } = closest(error.issues);
  const at = path.map((step) => typeof step === "number" ? `[${step}]` : `.${String(step)}`).join("");
  const given = input === void 0 ? "" : `got ${JSON.stringify(input)?.slice(0, 200)}; `;
  return new LeakgateError("config", `${where}${at}: ${given}${message}.`, { cause: error });
}
function closest(issues) {
  const problems = issues.map((issue) => {
    const inner = issue.code === "invalid_union" ? issue.errors.filter((list) => list.length > 0).map(closest) : [];
    const best = inner.toSorted(closestFirst)[0];
    if (best !== void 0 && best.path.length > 0) return { ...best, path: [...issue.path, ...best.path] };
    const allowed = issue.code === "invalid_value" ? `allowed: ${issue.values.join(", ")}` : issue.message;
    return { path: issue.path, message: allowed, input: issue.input };
  });
  return problems.toSorted(closestFirst)[0] ?? { path: [], message: "not valid", input: void 0 };
}
var closestFirst = (a, b) => b.path.length - a.path.length || Number(a.input === void 0) - Number(b.input === void 0);
function parseJson(text, path) {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LeakgateError("config", `${path} isn't JSON: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause
    });
  }
}
function toRoute(given, where, files) {
  if (typeof given === "string") return lineToRoute(given.trim(), where, files);
  if ("target" in given) return targetToRoute(given, where, files);
  if (given.body !== void 0 && given.bodyFile !== void 0) {
    throw invalid2(where, "body and bodyFile", "one of the two");
  }
  const text = typeof given.body === "string" || given.body === void 0 ? given.body : jsonText(given.body);
  const body = given.bodyFile === void 0 ? encode(text) : readBody(given.bodyFile, where, files);
  const json = given.bodyFile?.endsWith(".json") === true || typeof given.body === "object";
  const { auth, bodyFile: _, ...parts } = given;
  return routeOf({ ...parts, body, json, where, ...!auth && { anonymous: true } }, files);
}
function lineToRoute(line, where, files) {
  const match = /^(?<method>\S+)\s+(?<path>(?=\/|\{\{)(?:\{\{[^}]{0,200}\}\}|(?!\{\{[^}]{0,200}\}\})\S)+)(?:\s+@(?<file>\S+))?(?:\s+->\s*(?<status>\d{3}(?:\s*,\s*\d{3})*))?$/.exec(
    line
  );
  if (match?.groups === void 0) throw invalid2(where, line, "METHOD /path [@body-file] [-> status]");
  const { method = "", path = "", file, status: statuses } = match.groups;
  if (!methods.includes(method))
    throw invalid2(where, line, `one of the methods ${methods.join(", ")}`);
  return routeOf(
    {
      method,
      path,
      headers: {},
      body: file === void 0 ? void 0 : readBody(file, where, files),
      json: file?.endsWith(".json") === true,
      weight: 1,
      expectStatus: statuses?.split(",").map(Number) ?? [],
      where
    },
    files
  );
}
function targetToRoute(given, where, files) {
  const [, verb, rest] = /^(?:([A-Z]+)\s+)?(.+)$/.exec(given.target.trim()) ?? [];
  if (!URL.canParse(rest ?? "", "http://localhost"))
    throw invalid2(where, given.target, "a path or a URL on this machine");
  const url = new URL(rest ?? "", "http://localhost");
  if (!["localhost", "127.0.0.1", "[::1]"].includes(url.hostname)) {
    throw invalid2(
      where,
      given.target,
      "a target on this machine: Leakgate builds and starts the service itself. For one that is deployed, name it at the top of a config file, beside requests"
    );
  }
  return routeOf(
    {
      method: given.method ?? verb ?? (given.body_file === void 0 ? "GET" : "POST"),
      path: url.pathname + url.search,
      headers: given.headers,
      body: given.body_file === void 0 ? void 0 : readBody(given.body_file, where, files),
      json: given.body_file?.endsWith(".json") === true,
      weight: 1,
      expectStatus: [],
      where
    },
    files
  );
}
function routeOf(parts, { headers: common, sources }) {
  const own = new Set(Object.keys(parts.headers).map((name) => name.toLowerCase()));
  const added = Object.entries(common).filter(([name]) => !own.has(name.toLowerCase()));
  return makeRoute({ ...parts, headers: { ...parts.headers, ...Object.fromEntries(added) } }, sources);
}
function readBody(path, where, files) {
  if (!files.exists(path))
    throw invalid2(where, `@${path}`, "the name of a file that exists, relative to the working directory");
  return files.read(path);
}
var encode = (text) => text === void 0 ? void 0 : new TextEncoder().encode(text);

export {
  makeRoute,
  asScenario,
  jsonText,
  invalid2 as invalid,
  methods,
  isPlainForm,
  requestsSchema,
  readRequests,
  badRequests,
  readBody
};
