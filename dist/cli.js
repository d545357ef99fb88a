import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  LeakgateError,
  Profile,
  ServiceCrashed,
  addsUp,
  array,
  asLeakgateError,
  boolean,
  buildAll,
  byteSize,
  code,
  connectProbe,
  count,
  countGroups,
  decodeHeap,
  discriminatedUnion,
  duration,
  emptyTrie,
  engines,
  foreign,
  formatBaseline,
  formatCount,
  formatShare,
  formatTime,
  formatValue,
  frameResolver,
  groupGoroutines,
  grown,
  growsSteadily,
  growth,
  html,
  icon,
  inputDescriptions,
  isProbe,
  isRuntimeOwned,
  lazy,
  listeningEndpoints,
  literal,
  number,
  object,
  onInterrupt,
  openElf,
  openStore,
  painter,
  pairChildren,
  parseBaseline,
  parseReport,
  parseStacks,
  plain,
  plainLabel,
  prose2 as prose,
  quoted,
  readBuildInfo,
  readGoProgram,
  readRetention,
  renderHtml,
  renderTerminal,
  renderings,
  repositoryFacts,
  resolveConfig,
  resolveTarget,
  retentionReader,
  run,
  settle,
  shell,
  shortFunction,
  socketInodes,
  startProgram,
  string,
  styles,
  treemapOf,
  tuple,
  version
} from "./chunk-VRWWGTKK.js";
import "./chunk-EXBVLXT3.js";
import {
  __callDispose,
  __using
} from "./chunk-ANJUXMEH.js";

// src/commands/baseline.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
var options = {
  store: { type: "string", default: "file" },
  file: { type: "string" },
  branch: { type: "string" },
  key: { type: "string" },
  from: { type: "string", default: "leakgate-out/baseline.json" },
  reason: { type: "string" }
};
var baseline = {
  name: "baseline",
  summary: "show the stored baselines, or accept a run as the new one",
  help: `
leakgate baseline show   [--store file|git-ref] [--branch B] [--key K]
leakgate baseline accept [--from leakgate-out/baseline.json] --reason TEXT [--store file|git-ref]

show lists the baselines of a store, or prints one when branch and key are named.
accept makes the figures of a run the baseline of its branch, also when the run failed: the leak or the slow-down is
intended, or has to wait. Who accepted it and why is kept with it.

  leakgate baseline show
  leakgate baseline show --branch main --key cmd/api
  leakgate baseline accept --reason 'the cache is meant to fill, see #812'
  leakgate baseline accept --from baseline.json --store git-ref --reason …`,
  async run(args, terminal, signal2) {
    const [verb, ...rest2] = args;
    const { values } = parse(rest2);
    if (verb !== "show" && verb !== "accept") {
      throw new LeakgateError("config", `baseline: got ${JSON.stringify(verb ?? "")}; allowed: show, accept.`);
    }
    const store = await open(values, terminal, signal2);
    return verb === "show" ? show(store, values, terminal, signal2) : accept(store, values, terminal, signal2);
  }
};
function parse(args) {
  try {
    return parseArgs({ args, options });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.split(". ")[0] : String(cause);
    throw new LeakgateError("config", `${message}.`, { cause, hint: "`leakgate help baseline` lists the options." });
  }
}
async function open(values, { env, cwd }, signal2) {
  if (values.store !== "file" && values.store !== "git-ref") {
    throw new LeakgateError("config", `--store: got ${JSON.stringify(values.store)}; allowed: file, git-ref.`);
  }
  const { root } = await repositoryFacts(cwd, env, signal2);
  const file = values.file === void 0 ? {} : { file: resolve(cwd, values.file) };
  return openStore(values.store, { directory: root, env, ...file });
}
async function show(store, values, { stdout }, signal2) {
  if (values.branch !== void 0 && values.key !== void 0) {
    const found = await store.read(values.branch, values.key, signal2);
    if (found === null)
      throw new LeakgateError("config", `There is no baseline of ${values.branch} for ${values.key}.`);
    stdout.write(formatBaseline(found));
    return 0;
  }
  const wanted = (await store.list(signal2)).filter(
    ({ branch }) => values.branch === void 0 || branch === values.branch
  );
  for (const { branch, key, sha, createdAt } of wanted) {
    stdout.write(`${branch}  ${key}  ${sha.slice(0, 7)}  ${createdAt}
`);
  }
  if (wanted.length === 0) stdout.write("No baseline is stored.\n");
  return 0;
}
async function accept(store, values, terminal, signal2) {
  if (values.reason === void 0 || values.reason.trim() === "") {
    throw new LeakgateError("config", "baseline accept needs --reason: it is shown to those who come later.");
  }
  const { env, cwd, stdout } = terminal;
  const text = await readFile(resolve(cwd, values.from), "utf8").catch((cause) => {
    throw new LeakgateError("config", `--from: ${values.from} can't be read.`, {
      cause,
      hint: "`leakgate run` leaves baseline.json beside result.json; a workflow run has it in its artifact."
    });
  });
  const figures2 = parseBaseline(text, { name: values.from, removal: "run Leakgate again" });
  const by = env["GITHUB_ACTOR"] ?? env["USER"] ?? "unknown";
  const accepted = { by, reason: values.reason, at: (/* @__PURE__ */ new Date()).toISOString() };
  const outcome = await store.write({ ...figures2, accepted }, signal2);
  if (!outcome.stored) throw new LeakgateError("config", `The baseline wasn't stored: ${outcome.reason}`);
  stdout.write(`${figures2.branch}  ${figures2.key}  ${figures2.sha.slice(0, 7)} is the baseline now.
`);
  return 0;
}

// src/commands/diff.ts
import { resolve as resolve2 } from "node:path";

// src/heap/site-growth.ts
function siteGrowth(before, after) {
  const was = new Map(before.sites.map((site) => [site.key, site]));
  return after.sites.map(({ key, stack, liveBytes, liveObjects }) => ({
    stack,
    bytes: liveBytes - (was.get(key)?.liveBytes ?? 0),
    objects: liveObjects - (was.get(key)?.liveObjects ?? 0),
    totalBytes: liveBytes
  })).filter(({ bytes, stack }) => bytes > 0 && !isRuntimeOwned(stack)).toSorted((a, b) => b.bytes - a.bytes);
}

// src/heap/diff.ts
function diffSnapshots(before, after, rules) {
  const warnings = doubts(before, after);
  const requests = answeredBetween(before, after);
  const finish = (rows) => rows.filter(({ totalBytes }) => totalBytes >= rules.thresholdBytes).map((row2) => ({
    ...row2,
    bytesPerRequest: requests === null ? null : row2.grownBytes / requests,
    exceeds: rules.failOverBytes !== null && row2.grownBytes > rules.failOverBytes
  }));
  if (before.kind === "retention" && after.kind === "retention") {
    const rows = chainRows(before, after).filter(({ chain }) => chain.length >= rules.minChain);
    return { kind: "retention", rows: finish(rows), warnings };
  }
  if (before.kind === "profile" && after.kind === "profile") {
    if (rules.minChain > 1) warnings.push("Profiles hold no chains, so their length is no condition.");
    return { kind: "profile", rows: finish(siteRows(before, after)), warnings };
  }
  throw new LeakgateError("config", "One of the two is a profile and the other a dump: they count different things.", {
    hint: "Take both with the same means. A profile knows allocation sites, a dump who keeps objects alive."
  });
}
function contentsOf(snapshot2) {
  const rows = snapshot2.kind === "retention" ? chainRows({ trie: emptyTrie() }, snapshot2) : siteRows({ sites: [] }, snapshot2);
  return rows.map((row2) => ({ ...row2, bytesPerRequest: null, exceeds: false }));
}
function heapBytesOf(snapshot2) {
  if (snapshot2.kind === "retention") return snapshot2.reachableBytes;
  return snapshot2.sites.reduce((sum, { liveBytes }) => sum + liveBytes, 0);
}
function chainRows(before, after) {
  return growth(before.trie, after.trie).map(({ steps, retainedBytes, totalBytes, heldBy }) => ({
    chain: steps.map(({ label: label2, ...counts }) => ({ text: label2.text, frame: label2.frame, ...counts })),
    grownBytes: retainedBytes,
    totalBytes,
    heldBy: heldBy.map((way) => way.map(({ text }) => text))
  }));
}
function siteRows(before, after) {
  return siteGrowth(before, after).map(({ stack, bytes, objects, totalBytes }) => ({
    chain: stack.map((frame2) => ({ text: frame2.function, frame: frame2, objects, retainedBytes: bytes })),
    grownBytes: bytes,
    totalBytes,
    heldBy: []
  }));
}
var sameStartMs = 2e3;
function isOneProcess({ process: one }, { process: other }) {
  if (one.buildId !== null && other.buildId !== null && one.buildId !== other.buildId) return false;
  if (one.pid === null || other.pid === null || one.startedAt === null || other.startedAt === null) return "unknown";
  return one.pid === other.pid && Math.abs(Date.parse(one.startedAt) - Date.parse(other.startedAt)) < sameStartMs;
}
function answeredBetween(before, after) {
  const answered = (after.requests ?? Number.NaN) - (before.requests ?? Number.NaN);
  return answered > 0 && isOneProcess(before, after) === true ? answered : null;
}
function doubts(before, after) {
  const list2 = [];
  const one = isOneProcess(before, after);
  if (before.process.buildId !== null && after.process.buildId !== null && before.process.buildId !== after.process.buildId)
    list2.push("The snapshots are of two builds: what changed its name or line shows as growth.");
  else if (one === false) list2.push("The snapshots are of two processes: growth is not exact.");
  else if (one === "unknown")
    list2.push("Whether the snapshots are of one process isn’t known: growth may not be exact.");
  if (before.takenAt > after.takenAt) list2.push("The second snapshot is older than the first.");
  return [...list2, ...mismatch(before, "The first snapshot"), ...mismatch(after, "The second snapshot")];
}
function mismatch(snapshot2, which) {
  if (snapshot2.kind === "profile") return [];
  const { heapAllocBytes, reachableBytes } = snapshot2;
  return addsUp(snapshot2) ? [] : [
    `${which} doesn't add up: the runtime counts ${heapAllocBytes} bytes, of which ${reachableBytes} are reachable. Unless garbage wasn't collected before, its chains can't be trusted.`
  ];
}

// src/host/local.ts
function localHost({ env, stdout, stderr }) {
  const secrets = /* @__PURE__ */ new Set();
  const live = stderr.isTTY === true && env["TERM"] !== "dumb";
  let transient = false;
  const hidden = (text) => [...secrets].reduce((shown, secret) => shown.replaceAll(secret, "***"), text);
  const print2 = (screen, text) => {
    if (transient) stderr.write("\r\x1B[2K");
    transient = false;
    screen.write(`${hidden(text)}
`);
  };
  const progress = (text) => {
    if (!live) return print2(stderr, `  ${plain(text)}`);
    stderr.write(`\r\x1B[2K  ${hidden(plain(text)).slice(0, (stderr.columns ?? 80) - 3)}`);
    transient = true;
  };
  return {
    name: "local",
    color: showsColor(env, stdout),
    group: async (title, body) => timed(title, body, { progress, done: (text) => print2(stderr, text) }),
    info: (text) => print2(stdout, text),
    notice: (text) => print2(stderr, `note: ${text}`),
    warning: (text) => print2(stderr, `warning: ${text}`),
    quote: (text) => quoted(text).forEach((line2) => print2(stderr, `  ${line2}`)),
    progress,
    // The final table names the lines.
    annotate: () => void 0,
    secret(value) {
      if (value !== "") secrets.add(value);
    },
    output: () => void 0,
    summary: async () => void 0,
    comment: async () => ({ url: null, reason: "" })
  };
}
async function timed(title, body, { progress, done }) {
  const startedMs = performance.now();
  const took = () => `${((performance.now() - startedMs) / 1e3).toFixed(1)} s`;
  progress(`${title} …`);
  try {
    const result = await body();
    done(`✔ ${plain(title)}  ${took()}`);
    return result;
  } catch (error) {
    done(`✘ ${plain(title)}  ${took()}`);
    throw error;
  }
}
function showsColor(env, screen) {
  if (env["NO_COLOR"] !== void 0 && env["NO_COLOR"] !== "") return false;
  if (env["FORCE_COLOR"] !== void 0 && env["FORCE_COLOR"] !== "0") return true;
  return screen.isTTY === true && env["TERM"] !== "dumb";
}

// src/probes/heap-file.ts
import { closeSync, openSync, readFileSync as readFileSync5, readSync, statSync } from "node:fs";
import { gunzipSync as gunzipSync2 } from "node:zlib";

// src/heap/snapshot-file.ts
import { gunzipSync, gzipSync } from "node:zlib";
var frame = object({ function: string(), file: string(), line: number(), own: boolean() });
var label = object({ text: string(), frame: frame.nullable(), foreign: boolean() });
var packed = tuple([number(), number(), number(), lazy(() => array(packed))]);
var shared = {
  leakgate: literal("snapshot"),
  schemaVersion: literal(1),
  takenAt: string(),
  /** Of the process: two snapshots of one process may be subtracted object by object. */
  process: object({ pid: number().nullable(), startedAt: string().nullable(), buildId: string().nullable() }),
  goVersion: string(),
  /** Requests answered before, where Leakgate sent them itself. */
  requests: number().nullable()
};
var fileSchema = discriminatedUnion("kind", [
  object({
    ...shared,
    kind: literal("retention"),
    /** What the runtime counted. */
    heapAllocBytes: number(),
    reachableBytes: number(),
    labels: array(label),
    trie: packed,
    /** For labels right below the top that are no roots: ways from roots down to them. */
    heldBy: array(tuple([number(), array(array(number()))]))
  }),
  object({
    ...shared,
    kind: literal("profile"),
    sites: array(
      object({ key: string(), liveBytes: number(), liveObjects: number(), stack: array(frame) })
    )
  })
]);
function writeSnapshot(snapshot2) {
  return gzipSync(JSON.stringify(snapshot2.kind === "profile" ? snapshot2 : pack(snapshot2)));
}
function parseSnapshot(bytes, name) {
  const found = json(bytes, name);
  try {
    const file = fileSchema.parse(found);
    return file.kind === "profile" ? file : unpack(file);
  } catch (cause) {
    throw new LeakgateError("config", `${name} is no snapshot that this version of Leakgate can read.`, {
      cause,
      hint: "Take it again with `leakgate snapshot`."
    });
  }
}
function json(bytes, name) {
  try {
    return JSON.parse(gunzipSync(bytes, { maxOutputLength: 512 << 20 }).toString("utf8"));
  } catch (cause) {
    throw new LeakgateError("config", `${name} is no snapshot: it isn't gzipped JSON.`, { cause });
  }
}
function pack({ trie, ...rest2 }) {
  const labels = [];
  const numbers = /* @__PURE__ */ new Map();
  const numberOf = (one) => {
    let number2 = numbers.get(one.text);
    if (number2 === void 0) numbers.set(one.text, number2 = labels.push(one) - 1);
    return number2;
  };
  const node = (one) => [
    numberOf(one.label),
    one.objects,
    one.bytes,
    [...one.children.values()].map(node)
  ];
  const heldBy = [...trie.children.values()].flatMap(
    (child) => child.heldBy === void 0 ? [] : [[numberOf(child.label), child.heldBy.map((way) => way.map(numberOf))]]
  );
  return { ...rest2, trie: node(trie), heldBy, labels };
}
function unpack({ trie, labels, heldBy, ...rest2 }) {
  const nameless = { text: "?", frame: null, foreign: false };
  const labelOf = (number2) => labels[number2] ?? nameless;
  const node = ([number2, objects, bytes, packedChildren]) => {
    const children = new Map(packedChildren.map(node).map((child) => [child.label.text, child]));
    const below = [...children.values()].reduce((sum, child) => sum + child.retainedBytes, 0);
    return { label: labelOf(number2), objects, bytes, retainedBytes: bytes + below, children };
  };
  const top2 = node(trie);
  for (const [number2, ways] of heldBy) {
    const child = top2.children.get(labelOf(number2).text);
    if (child !== void 0) child.heldBy = ways.map((way) => way.map(labelOf));
  }
  return { ...rest2, trie: top2 };
}

// src/probes/heap-snapshot.ts
import { setTimeout as sleep } from "node:timers/promises";

// src/probes/find-probe.ts
import { readFileSync as readFileSync2 } from "node:fs";

// src/service/unix-sockets.ts
import { existsSync, readFileSync, readlinkSync } from "node:fs";
import { isAbsolute, join } from "node:path";
var acceptsConnections = 65536;
function listeningUnixSockets(pid, root = "/proc") {
  const owned = new Set(socketInodes(`${root}/${pid}/fd`));
  return readTable(`${root}/${pid}/net/unix`).map((line2) => /^\S+ \S+ \S+ (\S+) 0001 \S+\s+(\d+) (.+)$/.exec(line2) ?? []).filter(([, flags = "", inode = ""]) => (Number.parseInt(flags, 16) & acceptsConnections) !== 0 && owned.has(inode)).flatMap(([, , , path2 = ""]) => path2.startsWith("@") ? [] : [reachable(path2, `${root}/${pid}`)]);
}
function readTable(path2) {
  try {
    return readFileSync(path2, "utf8").split("\n");
  } catch {
    return [];
  }
}
function reachable(path2, process2) {
  if (!isAbsolute(path2)) return join(readlinkSync(`${process2}/cwd`), path2);
  return existsSync(path2) ? path2 : `${process2}/root${path2}`;
}

// src/probes/find-probe.ts
var answerMs = 1e3;
async function findProbe(pid, signal2) {
  for (const path2 of listeningUnixSockets(pid)) {
    const probe = connectProbe(path2, answerMs);
    const answer = await probe.ping(signal2).catch(() => {
      signal2.throwIfAborted();
      return null;
    });
    if (answer !== null && knownAs(pid).includes(answer.pid)) return probe;
  }
  return null;
}
function knownAs(pid) {
  const status = readFileSync2(`/proc/${pid}/status`, "latin1");
  return [pid, ...(/^NSpid:(.*)$/m.exec(status)?.[1] ?? "").trim().split(/\s+/).map(Number)];
}

// src/probes/pprof-server.ts
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
var inflate = promisify(gunzip);
var answerMs2 = 3e4;
var maxProfileBytes = 256 << 20;
function heapProfileUrl(given) {
  return profileUrl(given, "heap?gc=1");
}
function profileUrl(given, profile) {
  const url = URL.canParse(given) ? new URL(given) : void 0;
  if (url?.protocol !== "http:") {
    throw new LeakgateError("config", `--url: got ${JSON.stringify(given)}; a URL such as ${example} is needed.`);
  }
  if (!isLoopback(url.hostname)) {
    throw new LeakgateError("config", `--url: ${url.hostname} isn't this machine, and Leakgate asks no other.`, {
      hint: `Forward the port, then name it here: ${example}. Or fetch the profile yourself and hand the .pb.gz to \`leakgate diff\`.`
    });
  }
  const [name = "", query = ""] = profile.split("?");
  const base = url.pathname.replace(/\/(?:heap|goroutine)?$/, "");
  url.pathname = `${base.endsWith("/pprof") ? base : `${base}/debug/pprof`}/${name}`;
  url.search = query;
  return url;
}
var example = "http://127.0.0.1:6060/debug/pprof";
var isLoopback = (host) => host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
async function fetchHeapProfile(url, signal2) {
  const bounded = AbortSignal.any([signal2, AbortSignal.timeout(answerMs2)]);
  try {
    const response = await fetch(url, { signal: bounded, redirect: "error" });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await inflate(Buffer.from(await response.arrayBuffer()), { maxOutputLength: maxProfileBytes });
  } catch (cause) {
    signal2.throwIfAborted();
    const why = bounded.aborted ? `no answer within ${answerMs2 / 1e3} s` : reason(cause);
    throw new LeakgateError("measurement", `${url.href} gave no heap profile: ${why}.`, {
      cause,
      hint: "A service answers there once it imports net/http/pprof and serves its default mux."
    });
  }
}
async function profileOfProcess(pid, signal2) {
  for (const { host, port } of listeningEndpoints([pid])) {
    const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
    if (!isLoopback(new URL(url).hostname)) continue;
    const profile = await fetchHeapProfile(heapProfileUrl(url), signal2).catch(() => null);
    signal2.throwIfAborted();
    if (profile !== null) return profile;
  }
  return null;
}
function reason(error) {
  const cause = error instanceof Error ? error.cause : void 0;
  const told = cause instanceof Error ? cause : error;
  return told instanceof Error ? told.message : String(told);
}

// src/probes/program-frames.ts
import { existsSync as existsSync2, readFileSync as readFileSync3 } from "node:fs";
import { dirname, join as join2 } from "node:path";
function programFrames(origin, directory) {
  const checkout = checkoutOf(origin.modulePath, directory);
  const modulePath = origin.modulePath || checkout?.modulePath || "main";
  const folder = checkout?.directory ?? "";
  const target = {
    workingDirectory: folder,
    moduleDirectory: folder,
    modulePath,
    ownModules: [{ path: modulePath, directory: folder }],
    packagePath: origin.packagePath || modulePath,
    packageDirectory: folder,
    goVersion: "",
    // Unknown, so nothing may lie there; packages tell what is the standard library's.
    goRoot: "\0",
    goModCache: "\0",
    goArch: ""
  };
  return frameResolver(target, folder);
}
function checkoutOf(modulePath, directory) {
  const file = join2(directory, "go.mod");
  if (existsSync2(file)) {
    const found = /^module\s+"?([^\s"]+)/m.exec(readFileSync3(file, "utf8"))?.[1] ?? "";
    return found !== "" && (modulePath === "" || found === modulePath) ? { directory, modulePath: found } : void 0;
  }
  return dirname(directory) === directory ? void 0 : checkoutOf(modulePath, dirname(directory));
}

// src/probes/running-process.ts
import { readFileSync as readFileSync4, readlinkSync as readlinkSync2 } from "node:fs";
function runningProcess(pid, root = "/proc") {
  const binary = `${root}/${pid}/exe`;
  const link = readLink(binary, pid);
  const deleted = / \(deleted\)$/;
  return {
    pid,
    binary,
    program: link.replace(deleted, ""),
    replaced: deleted.test(link),
    startedAt: startOf(pid, root)
  };
}
function readLink(path2, pid) {
  try {
    return readlinkSync2(path2);
  } catch (cause) {
    const { code: code2 } = cause;
    const denied = code2 === "EACCES" || code2 === "EPERM";
    throw new LeakgateError(
      "config",
      denied ? `Process ${pid} belongs to another user.` : `There is no process ${pid} that runs a program.`,
      { cause, hint: denied ? "Run Leakgate as that user." : "`pgrep -a NAME` lists processes; --pid needs Linux." }
    );
  }
}
var ticksPerSecond = 100;
function startOf(pid, root) {
  try {
    const stat2 = readFileSync4(`${root}/${pid}/stat`, "latin1");
    const ticks = Number(stat2.slice(stat2.lastIndexOf(")") + 2).split(" ")[22 - 3]);
    const boot = Number(/^btime (\d+)$/m.exec(readFileSync4(`${root}/stat`, "latin1"))?.[1]);
    return new Date((boot + ticks / ticksPerSecond) * 1e3).toISOString();
  } catch {
    return null;
  }
}

// src/probes/heap-snapshot.ts
var common = { leakgate: "snapshot", schemaVersion: 1 };
function retentionSnapshot(retention, subject) {
  const { trie, heapAllocBytes, reachableBytes } = retention;
  const takenAt = (/* @__PURE__ */ new Date()).toISOString();
  return { ...common, kind: "retention", takenAt, ...subject, heapAllocBytes, reachableBytes, trie };
}
function profileSnapshot(bytes, frames, subject) {
  const sites = decodeHeap(bytes, frames).filter(({ liveBytes }) => liveBytes > 0).map(({ key, liveBytes, liveObjects, stack }) => ({ key, liveBytes, liveObjects, stack })).toSorted((a, b) => b.liveBytes - a.liveBytes);
  const { mapping, stringTable, timeNanos } = Profile.decode(bytes);
  const buildId = stringTable.strings[Number(mapping[0]?.buildId ?? 0)] || null;
  const takenMs = Number(timeNanos) / 1e6;
  const { pid, startedAt, goVersion } = subject;
  return {
    ...common,
    kind: "profile",
    takenAt: new Date(takenMs > 0 ? takenMs : Date.now()).toISOString(),
    process: { pid, startedAt, buildId },
    goVersion,
    requests: null,
    sites
  };
}
async function snapshotOfProcess(asked, signal2) {
  const process2 = runningProcess(asked.pid);
  if (process2.replaced) {
    asked.note(`${process2.program} was replaced since the process started: lines may have moved in the source.`);
  }
  const probe = await findProbe(asked.pid, signal2);
  if (probe !== null) return chainsOf(process2, probe, asked, signal2);
  const profile = await profileOfProcess(asked.pid, signal2);
  if (profile !== null) return sitesOf(process2, profile, asked);
  throw new LeakgateError("config", `Process ${asked.pid} (${process2.program}) can't be looked into.`, {
    hint: "It needs the probe (`leakgate snapshot --package` builds and starts it so), or net/http/pprof on a loopback port."
  });
}
async function chainsOf(process2, probe, asked, signal2) {
  const { build } = readGoProgram(process2.binary);
  const frames = programFrames(build, asked.directory);
  await awaitRest(probe, { ...asked, frames, goVersion: build.goVersion }, signal2);
  const retention = await retentionReader(process2.binary, frames)(probe, signal2);
  const { pid, startedAt } = process2;
  const subject = { pid, startedAt, buildId: build.buildId };
  return retentionSnapshot(retention, { process: subject, goVersion: build.goVersion, requests: null });
}
function sitesOf(process2, profile, { directory, note }) {
  note(
    "The process was built without the probe: its own profile tells allocation sites, from samples; who keeps them alive is missing."
  );
  const { build, why } = buildOf(process2);
  if (why !== void 0) note(why);
  const { pid, startedAt } = process2;
  return profileSnapshot(profile, programFrames(build, directory), { pid, startedAt, goVersion: build.goVersion });
}
var unknown = { goVersion: "", buildId: "", modulePath: "", packagePath: "" };
function buildOf({ binary }) {
  try {
    return { build: readGoProgram(binary).build };
  } catch (error) {
    if (!(error instanceof LeakgateError)) throw error;
    return { build: unknown, why: error.message };
  }
}
var restLimitMs = 3e3;
var pollMs = 100;
async function awaitRest(probe, { pid, force, frames, goVersion, note }, signal2) {
  const deadlineMs = performance.now() + restLimitMs;
  for (; ; ) {
    const busy = parseStacks(await probe.stacks(signal2), frames).filter(
      ({ state, minutes, stack }) => (
        // Who has sat in a system call for minutes waits.
        (state.startsWith("runn") || state === "syscall" && minutes === 0) && !stack.some((frame2) => isProbe(frame2) || frame2.function === "os/signal.signal_recv")
      )
    ).length;
    if (busy === 0) return;
    if (performance.now() > deadlineMs) {
      if (!force && canDie(goVersion)) {
        throw new LeakgateError("measurement", `Process ${pid} is at work: ${busy} goroutines run.`, {
          hint: "A heap dump can kill a busy process since Go 1.26. Stop its load first, or take the risk with --force."
        });
      }
      return note(`The process is at work (${busy} goroutines run): what requests hold at the moment counts as well.`);
    }
    await sleep(pollMs, void 0, { signal: signal2 });
  }
}
var canDie = (goVersion) => !/^go1\.(?:1?\d|2[0-5])(?:\D|$)/.test(goVersion);

// src/probes/heap-file.ts
var dumpStart = "go1.7 heap dump";
var maxBytes = 512 << 20;
function readHeapFile(path2, reading) {
  const start = firstBytes(path2, reading.name);
  if (start.length === 0) throw new LeakgateError("config", `${reading.name} is empty.`, { hint: "Take it again." });
  if (start.toString("latin1").startsWith(dumpStart)) return readDump(path2, reading);
  if (start.toString("latin1").startsWith("heap profile:")) {
    throw new LeakgateError("config", `${reading.name} is a profile as text, which is for people.`, {
      hint: "Fetch it without `debug=1`."
    });
  }
  const bytes = readFileSync5(path2);
  const unzipped = start[0] === 31 && start[1] === 139 ? gunzip2(bytes, reading.name) : bytes;
  return unzipped[0] === openingBrace ? parseSnapshot(bytes, reading.name) : readProfile(unzipped, reading);
}
var openingBrace = 123;
function firstBytes(path2, name) {
  try {
    const file = openSync(path2, "r");
    try {
      const start = Buffer.alloc(16);
      return start.subarray(0, Math.max(0, readSync(file, start, 0, 16, 0)));
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    throw new LeakgateError("config", `${name} can't be read.`, { cause });
  }
}
function gunzip2(bytes, name) {
  try {
    return gunzipSync2(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    throw new LeakgateError("config", `${name} can't be unpacked: it is cut off or damaged.`, { cause });
  }
}
function readDump(path2, { name, program: binary, directory }) {
  if (binary === void 0) {
    throw new LeakgateError("config", `${name} is a raw heap dump, which holds no names.`, {
      hint: "Name the file that the process ran: --program BINARY."
    });
  }
  const program = readGoProgram(binary);
  const retention = readRetention(path2, program, programFrames(program.build, directory));
  const { goVersion, buildId } = program.build;
  const process2 = { pid: null, startedAt: null, buildId };
  const takenAt = statSync(path2).mtime.toISOString();
  return { ...retentionSnapshot(retention, { process: process2, goVersion, requests: null }), takenAt };
}
function readProfile(bytes, { name, directory }) {
  try {
    const frames = programFrames({ modulePath: "", packagePath: "" }, directory);
    return profileSnapshot(bytes, frames, { pid: null, startedAt: null, goVersion: "" });
  } catch (cause) {
    throw new LeakgateError("config", `${name} is neither a snapshot, nor a heap profile, nor a heap dump.`, {
      cause,
      hint: "Take one with `leakgate snapshot`, or fetch /debug/pprof/heap."
    });
  }
}

// src/reporters/heap-terminal.ts
function renderDiff({ kind, rows, warnings }, look2) {
  const paint = painter(look2.color);
  const perRequest = rows.some(({ bytesPerRequest }) => bytesPerRequest !== null);
  const columns = [
    { head: "growth", cell: ({ grownBytes }) => formatValue(grownBytes, "bytes", "always") },
    { head: "now", cell: ({ totalBytes }) => formatValue(totalBytes, "bytes") },
    ...perRequest ? [perRequestColumn] : []
  ];
  const total = rows.reduce((sum, { grownBytes }) => sum + grownBytes, 0);
  const lines = rows.length === 0 ? [paint("dim", "  Nothing grew that counts here.")] : [...table(rows, columns, { kind, paint, limit: look2.limit }), restLine(rows, look2.limit, paint)];
  const exceeding = rows.filter(({ exceeds }) => exceeds).length;
  return finished([
    ...lines,
    ...warnings.map((warning) => paint("yellow", `  ▲ ${plain(warning)}`)),
    rows.length === 0 ? "" : paint(exceeding > 0 ? "red" : "dim", `  ${formatValue(total, "bytes", "always")} in all${failing(exceeding)}`)
  ]);
}
var perRequestColumn = {
  head: "per request",
  cell: ({ bytesPerRequest }) => bytesPerRequest === null ? "" : formatValue(bytesPerRequest, "bytes/req", "always")
};
var failing = (rows) => rows === 0 ? "" : `, ${rows} ${rows === 1 ? "exceeds" : "exceed"} the limit`;
function renderTop(rows, { kind, heapBytes }, look2) {
  const paint = painter(look2.color);
  const columns = [
    { head: kind === "retention" ? "keeps" : "holds", cell: ({ totalBytes }) => formatValue(totalBytes, "bytes") },
    { head: "share", cell: ({ totalBytes }) => formatShare(Number((totalBytes / Math.max(1, heapBytes)).toFixed(3))) }
  ];
  return finished([
    ...table(rows, columns, { kind, paint, limit: look2.limit }),
    restLine(rows, look2.limit, paint),
    paint("dim", `  ${formatValue(heapBytes, "bytes")} in all`)
  ]);
}
function table(rows, columns, { kind, paint, limit }) {
  const shown = rows.slice(0, limit);
  const cells2 = [columns.map(({ head: head2 }) => head2), ...shown.map((row2) => columns.map(({ cell }) => cell(row2)))];
  const widths = columns.map((_, column) => Math.max(...cells2.map((row2) => row2[column].length)));
  const [head, ...lines] = cells2.map((row2) => row2.map((cell, column) => cell.padStart(widths[column])).join("  "));
  const indent = " ".repeat(head.length + 6);
  return [
    paint("dim", `    ${head}  ${kind === "retention" ? "kept alive by" : "allocated in"}`),
    ...shown.flatMap((row2, at) => [
      `  ${row2.exceeds ? paint("red", "✘") : " "} ${lines[at]}  ${kind === "retention" ? chainText(row2.chain) : stackText(row2.chain)}`,
      ...row2.heldBy.map(
        (way, k) => paint("dim", `${indent}${k === 0 ? "held together by" : "             and"} ${way.map(shortText).join(" → ")}`)
      )
    ])
  ];
}
function chainText(chain) {
  const last = chain.at(-1);
  const each = last !== void 0 && last.objects > 1 ? `, ${formatValue(Math.round(last.retainedBytes / last.objects), "bytes")} each` : "";
  return `${chain.map(stepText).join(" → ")}${each}`;
}
function stepText({ text, frame: frame2, objects }) {
  const place2 = frame2 === null || text.startsWith("internal/") ? "" : `${frame2.file.slice(frame2.file.lastIndexOf("/") + 1)}:${frame2.line}`;
  const told = place2 === "" || text.includes(place2) ? text : `${text} (${place2})`;
  return `${shortText(told)}${objects > 1 ? ` ×${formatCount(objects)}` : ""}`;
}
var shownCallers = 2;
function stackText([site, ...callers]) {
  if (site === void 0) return "";
  const calls2 = callers.slice(0, shownCallers).map(({ frame: frame2, text }) => placeText(text, frame2));
  const count2 = site.objects > 1 ? ` ×${formatCount(Math.round(site.objects))}` : "";
  return [`${placeText(site.text, site.frame)}${count2}`, ...calls2].join(" ← ");
}
var placeText = (text, frame2) => shortText(frame2 === null ? text : `${text} ${frame2.file.slice(frame2.file.lastIndexOf("/") + 1)}:${frame2.line}`);
var shortText = (text) => plain(text, 120);
function restLine(rows, limit, paint) {
  const rest2 = rows.slice(limit);
  if (rest2.length === 0) return "";
  const bytes = rest2.reduce((sum, { grownBytes }) => sum + grownBytes, 0);
  return paint("dim", `    … and ${formatCount(rest2.length)} more, ${formatValue(bytes, "bytes")}`);
}
var finished = (lines) => `${lines.filter((line2) => line2 !== "").join("\n")}
`;
var shownBranches = 6;
var smallestShare = 0.01;
function renderTree(root, look2) {
  const paint = painter(look2.color);
  const lines = [];
  const add = (trie, lead2, below) => {
    lines.push({ bytes: formatValue(trie.retainedBytes, "bytes"), name: `${paint("dim", lead2)}${trieText(trie)}` });
    const all = [...trie.children.values()].toSorted((a, b) => b.retainedBytes - a.retainedBytes);
    const shown = all.filter(({ retainedBytes }) => retainedBytes >= root.retainedBytes * smallestShare).slice(0, shownBranches);
    shown.forEach((child, k) => {
      const last = k === shown.length - 1 && shown.length === all.length;
      add(child, `${below}${last ? "└─ " : "├─ "}`, `${below}${last ? "   " : "│  "}`);
    });
    const rest2 = all.slice(shown.length);
    if (rest2.length === 0) return;
    const bytes = rest2.reduce((sum, { retainedBytes }) => sum + retainedBytes, 0);
    lines.push({
      bytes: formatValue(bytes, "bytes"),
      name: paint("dim", `${below}└─ … ${formatCount(rest2.length)} more`)
    });
  };
  add(root, "", "");
  const width = Math.max(...lines.map(({ bytes }) => bytes.length));
  const held = (root.heldBy ?? []).map(
    (way, k) => paint(
      "dim",
      `${" ".repeat(width + 4)}${k === 0 ? "held together by" : "             and"} ${way.map(({ text }) => shortText(text)).join(" → ")}`
    )
  );
  return finished([...lines.map(({ bytes, name }) => `  ${bytes.padStart(width)}  ${name}`), ...held]);
}
var trieText = ({ label: { text, frame: frame2 }, objects }) => stepText({ text, frame: frame2, objects, retainedBytes: 0 });

// src/heap/growth-tree.ts
function growthTree(before, after, pruning) {
  if (before !== null && before.kind !== after.kind)
    throw new RangeError("Snapshots of two kinds have no common tree.");
  const pair = [before === null ? void 0 : trieOf(before), trieOf(after)];
  const tops = allChildren(pair).filter(([, { label: label2 }]) => !label2.foreign);
  const growth2 = tops.reduce((sum, top2) => sum + Math.abs(grown(top2)), 0);
  const weight = (one) => Math.max(
    one[1].retainedBytes / Math.max(1, pair[1].retainedBytes),
    before === null ? 0 : Math.abs(grown(one)) / Math.max(1, growth2)
  );
  const grow = (one, below, depth) => {
    const children = depth === pruning.deepest ? [] : below.filter((child) => weight(child) >= pruning.smallestShare);
    return {
      pair: one,
      weight: weight(one),
      below,
      children: children.map((child) => grow(child, allChildren(child), depth + 1))
    };
  };
  const root = grow(pair, tops, 0);
  const kept = heaviest(root, pruning.most);
  return nodeOf(root, kept, before === null);
}
var trieOf = (snapshot2) => snapshot2.kind === "retention" ? snapshot2.trie : sitesTrie(snapshot2);
function allChildren([before, after]) {
  const paired = pairChildren(before, after);
  const matched = new Set(paired.map(([was]) => was));
  const gone = [...before?.children.values() ?? []].filter((child) => !matched.has(child));
  return [...paired, ...gone.map((was) => [was, emptyTrie(was.label)])];
}
function heaviest(root, most) {
  const list2 = [];
  const add = (node, above) => {
    const weight = Math.min(above, node.weight);
    list2.push({ node, weight });
    for (const child of node.children) add(child, weight);
  };
  for (const child of root.children) add(child, Infinity);
  return new Set(
    list2.toSorted((a, b) => b.weight - a.weight).slice(0, most).map(({ node }) => node)
  );
}
function nodeOf({ pair, below, children }, kept, alone) {
  const [before, after] = pair;
  const shown = children.filter((child) => kept.has(child));
  const shownPairs = new Set(shown.map((child) => child.pair));
  const left = below.filter((child) => !shownPairs.has(child));
  return {
    label: after.label,
    objects: after.objects,
    grownObjects: after.objects - (before?.objects ?? 0),
    bytes: after.retainedBytes,
    grownBytes: grown(pair),
    children: shown.map((child) => nodeOf(child, kept, alone)).toSorted(alone ? byBytes : byGrowth),
    left: {
      steps: left.length,
      bytes: left.reduce((sum, [, { retainedBytes }]) => sum + retainedBytes, 0),
      grownBytes: left.reduce((sum, child) => sum + grown(child), 0)
    }
  };
}
var byBytes = (a, b) => b.bytes - a.bytes;
var byGrowth = (a, b) => b.grownBytes - a.grownBytes || b.bytes - a.bytes;
function sitesTrie({ sites }) {
  const top2 = emptyTrie();
  for (const { stack, liveBytes, liveObjects } of sites.filter((site) => !isRuntimeOwned(site.stack))) {
    top2.retainedBytes += liveBytes;
    let step2 = top2;
    for (const frame2 of stack) {
      step2 = calledBy(step2, frame2);
      step2.retainedBytes += liveBytes;
      step2.objects += liveObjects;
    }
  }
  return top2;
}
function calledBy({ children }, frame2) {
  const text = `${frame2.function} ${frame2.file.slice(frame2.file.lastIndexOf("/") + 1)}:${frame2.line}`;
  const known = children.get(text) ?? emptyTrie({ ...plainLabel(text, false), frame: frame2 });
  children.set(text, known);
  return known;
}

// src/reporters/html/heap-steps.ts
function heatOf(grownBytes, hottestBytes) {
  const step2 = Math.min(9, Math.ceil(Math.sqrt(Math.abs(grownBytes) / Math.max(1, hottestBytes)) * 9));
  return `${grownBytes < 0 ? "c" : "h"}${step2}`;
}
function named({ text, frame: frame2 }) {
  const place2 = frame2 === null || text.startsWith("internal/") ? "" : `${frame2.file}:${frame2.line}`;
  return html`${code(text, 120)}${place2 !== "" && !text.includes(place2) && html` <span class="place">${foreign(place2, 120)}</span>`}`;
}
function times(objects, grownObjects) {
  const all = Math.round(objects);
  const more = Math.round(grownObjects ?? 0);
  if (all <= 1 && more === 0) return html``;
  const news = more === 0 || more === all ? "" : ` (${more > 0 ? "+" : ""}${formatCount(more)})`;
  return html` <span class="times">×${formatCount(all)}${news}</span>`;
}

// src/reporters/html/heap-roots.ts
var shownCallers2 = 3;
function roots(rows, look2) {
  const columns = columnsOf(rows, look2);
  const rest2 = rows.slice(look2.most);
  const restBytes = rest2.reduce((sum, { grownBytes }) => sum + grownBytes, 0);
  return html`<section aria-labelledby="roots">
    <h2 id="roots">${titleOf(look2)}</h2>
    ${rows.length === 0 ? html`<p class="hint">Nothing ${look2.compared ? "grew" : "is held"} that counts here.</p>` : html`<div class="scroll" tabindex="0" role="group" aria-labelledby="roots">
            <table class="roots">
              <thead>
                <tr>
                  ${columns.map(({ head }) => html`<th scope="col" class="right">${head}</th> `)}
                  <th scope="col">${look2.kind === "retention" ? "Kept alive by" : "Allocated in"}</th>
                </tr>
              </thead>
              <tbody>
                ${rows.slice(0, look2.most).map((row2) => line(row2, columns, look2))}
              </tbody>
            </table>
          </div>`}
    ${rest2.length > 0 && html`<p class="hint">… and ${formatCount(rest2.length)} more, ${formatValue(restBytes, "bytes")}.</p>`}
  </section>`;
}
function titleOf({ kind, compared }) {
  if (kind === "profile") return compared ? "Lines that hold more" : "Lines that hold most";
  return compared ? "Roots that keep more" : "Roots that keep most";
}
function columnsOf(rows, { kind, compared, heapBytes }) {
  const now = {
    head: compared ? "Now" : kind === "retention" ? "Keeps" : "Holds",
    cell: ({ totalBytes }) => formatValue(totalBytes, "bytes")
  };
  const objects = { head: compared ? "Objects, Δ" : "Objects", cell: (row2) => objectsOf(row2, compared) };
  const share = {
    head: "Share",
    cell: ({ totalBytes }) => formatShare(Number((totalBytes / Math.max(1, heapBytes)).toFixed(3)))
  };
  const perRequest = {
    head: "Per request",
    cell: ({ bytesPerRequest: bytes }) => bytes === null ? "" : formatValue(bytes, "bytes/req", "always")
  };
  if (!compared) return [now, share, objects];
  const growth2 = {
    head: "Growth, Δ",
    cell: ({ grownBytes }) => html`<b>${formatValue(grownBytes, "bytes", "always")}</b>`
  };
  return [growth2, now, ...rows.some(({ bytesPerRequest }) => bytesPerRequest !== null) ? [perRequest] : [], objects];
}
function objectsOf({ chain }, compared) {
  const last = chain.at(-1);
  if (last === void 0 || last.objects === 0) return html`–`;
  const many = Math.round(last.objects);
  const each = many > 1 && html` <small>${formatValue(Math.round(last.retainedBytes / last.objects), "bytes")} each</small>`;
  return html`${formatValue(many, "count", compared ? "always" : "negative")}${each}`;
}
function line(row2, columns, { kind }) {
  const { chain, heldBy, exceeds } = row2;
  const ways = heldBy.slice(0, 3).map(
    (way, at) => html` <small
          >${at === 0 ? "held together by" : "and"}
          ${way.slice(0, 10).map((text, k) => html`${k > 0 && " → "}${code(text, 120)}`)}</small
        >`
  );
  return html`<tr class="${exceeds ? "fail" : "grew"}">
    ${columns.map(({ cell }) => html`<td class="right">${cell(row2)}</td> `)}
    <th scope="row">
      ${exceeds && html`<span class="hidden">Exceeds the limit: </span>`}${kind === "retention" ? down(chain) : calls(chain)}${ways}
    </th>
  </tr> `;
}
var down = (chain) => chain.slice(0, 12).map((step2, at) => html`${at > 0 && " → "}${named(step2)}`);
function calls([site, ...callers]) {
  if (site === void 0) return html`–`;
  return html`${named(site)}${callers.slice(0, shownCallers2).map((caller) => html` <small>← ${named(caller)}</small>`)}`;
}

// src/reporters/html/heap-styles.ts
var heapStyles = `${styles}
.treemap .heat{fill:var(--fill);stroke:var(--panel)}
.swatch{display:inline-block;width:10px;height:10px;border-radius:3px;background:var(--fill);flex:none;align-self:center}
.legend{display:flex;gap:4px;align-items:center;color:var(--muted);white-space:nowrap}
.roots td,.roots th{vertical-align:top}.roots thead th:last-child{width:60%}.roots tbody th{min-width:280px}.roots small{display:block}.roots .place{font-size:12px;color:var(--muted)}
.roots .grew b{color:var(--grew-text)}
.walk{padding:6px 0}.walk details>details,.walk details>.step{margin-left:18px}
.walk .row{display:flex;gap:10px;align-items:baseline;padding:4px 16px 4px 8px;list-style:none}
.walk summary.row{cursor:pointer}.walk .row:hover{background:var(--top)}
.walk summary::-webkit-details-marker{display:none}
.walk .row::before{content:"";width:7px;height:7px;flex:none;margin:0 3px;align-self:center}
.walk summary.row::before{border:solid var(--muted);border-width:0 1.5px 1.5px 0;transform:rotate(-45deg)}.walk details[open]>summary.row::before{transform:rotate(45deg)}
.walk .what{flex:1 1 auto;min-width:0;overflow-wrap:anywhere}.walk .place{font-size:12px;color:var(--muted)}
.walk .amount{flex:none;white-space:nowrap;max-width:60%}.walk .amount b,.walk .amount small{display:inline}
.warnings{margin:14px 0 0;padding:0;list-style:none;max-width:100ch}.warnings li{display:flex;gap:8px;padding:3px 0;overflow-wrap:anywhere}.warnings .icon{margin-top:3px}
.plainly{padding:0 96px 0 0}
@media screen and (max-width:760px){.walk details>details,.walk details>.step{margin-left:9px}.walk .row{flex-wrap:wrap}.walk .amount{flex-basis:100%;padding-left:36px;text-align:left}.plainly{padding:0}}
@media print{.walk .row{break-inside:avoid}}
`;

// src/reporters/html/heap-walk.ts
var shownLevels = 4;
var smallestTile = 2e-3;
var nearlyAll = 0.98;
function walk(tree) {
  const { root, kind, compared } = tree;
  if (root.children.length === 0) return html``;
  const hottest = hottestOf(root);
  const tiles = root.children.flatMap((node) => tileOf(node, { tree, hottest, depth: 1 }));
  return html`<section aria-labelledby="walk">
    <div class="title">
      <h2 id="walk">${kind === "retention" ? "What keeps it alive" : "Where it is allocated"}</h2>
      <button type="button" class="toggle" data-toggle="#tree" hidden>Open all</button>
    </div>
    <div class="title">
      <p class="hint">${hint(tree)}</p>
      ${compared && legend}
    </div>
    ${tiles.length > 0 && treemapOf(tiles, { unit: "bytes", height: 320, whole: kind === "retention" ? "kept alive" : "live" })}
    <div class="panel walk" id="tree">
      ${root.children.map((node, at) => step(node, { tree, hottest, open: at === 0 }))}${rest(root, tree)}
    </div>
  </section>`;
}
var hottestOf = ({ children }) => Math.max(1, ...children.map((one) => Math.abs(one.grownBytes)));
function hint({ kind, compared }) {
  const area = kind === "retention" ? "Area: what each root keeps alive now, and inside it what the next steps keep." : "Area: what each line holds now, and inside it the calls that led there.";
  const cut = kind === "retention" ? " Cut the way anywhere, and what is below it is freed." : "";
  return `${area}${compared ? " Colour: growth since the first snapshot." : ""}${cut}`;
}
var legend = html`<span class="legend" aria-hidden="true"
  >freed <i class="swatch c9"></i><i class="swatch c4"></i><i class="swatch h0"></i><i class="swatch h4"></i
  ><i class="swatch h9"></i> grew</span
>`;
function tileOf(node, look2) {
  const { tree, hottest, depth } = look2;
  const { label: label2, bytes, grownBytes, children } = node;
  if (bytes < tree.root.bytes * smallestTile || bytes <= 0 || depth > shownLevels) return [];
  const [only] = children.filter((child) => child.bytes >= bytes * nearlyAll);
  const below = only === void 0 ? node : lastAlike(only, bytes);
  const inside = below.children.flatMap((child) => tileOf(child, { ...look2, depth: depth + 1 }));
  const growth2 = tree.compared && grownBytes !== 0 ? ` (${formatValue(grownBytes, "bytes", "always")})` : "";
  return [
    {
      name: label2.text,
      amount: bytes,
      told: `${formatValue(bytes, "bytes")}${growth2}`,
      children: inside,
      ...tree.compared && { tint: `heat ${heatOf(grownBytes, hottest)}` }
    }
  ];
}
function lastAlike(node, bytes) {
  const next = node.children.find((child) => child.bytes >= bytes * nearlyAll);
  return next === void 0 ? node : lastAlike(next, bytes);
}
function step(node, look2) {
  const { tree, hottest, open: open3 } = look2;
  const { label: label2, objects, grownObjects, grownBytes, children, left } = node;
  const row2 = html`${tree.compared && html`<i class="swatch ${heatOf(grownBytes, hottest)}"></i>`}<span class="what"
      >${named(label2)}${times(objects, tree.compared ? grownObjects : null)}</span
    >${figures(node, tree)}`;
  if (children.length + left.steps === 0) return html`<div class="row step">${row2}</div> `;
  return html`<details ${open3 && html` open`}>
    <summary class="row">${row2}</summary>
    ${children.map((child, at) => step(child, { ...look2, open: open3 && at === 0 }))}${rest(node, tree)}
  </details> `;
}
function figures({ bytes, grownBytes }, { root, compared }) {
  const now = formatValue(bytes, "bytes");
  const share = `${Math.round(bytes / Math.max(1, root.bytes) * 1e3) / 10} %`;
  if (!compared) return html` <span class="amount"><b>${now}</b> <small>${share}</small></span>`;
  return grownBytes === 0 ? html` <span class="amount"><small>${now}, as before</small></span>` : html` <span class="amount"><b>${formatValue(grownBytes, "bytes", "always")}</b> <small>of ${now}</small></span>`;
}
function rest({ left }, tree) {
  if (left.steps === 0) return html``;
  return html`<div class="row step">
    <span class="what muted">… ${formatCount(left.steps)} more</span>${figures(left, tree)}
  </div> `;
}

// src/reporters/html/heap-page.ts
var mostBytes = 4e5;
var amounts = [
  { nodes: 2e3, rows: 200 },
  { nodes: 1e3, rows: 50 },
  { nodes: 400, rows: 30 },
  { nodes: 100, rows: 15 },
  { nodes: 30, rows: 5 }
];
function renderHeapPage(finding) {
  let page = "";
  for (const amount of amounts) {
    page = pageOf(finding, amount);
    if (Buffer.byteLength(page) <= mostBytes) break;
  }
  return page;
}
function pageOf(finding, { nodes, rows: most }) {
  const { before, after, rows, limit, version: version2 } = finding;
  const { kind } = after.snapshot;
  const compared = before !== null;
  const pruning = { most: nodes, smallestShare: 1e-3, deepest: 10 };
  const root = growthTree(before?.snapshot ?? null, after.snapshot, pruning);
  const heading = headingOf(finding);
  return shell({
    title: heading,
    styles: heapStyles,
    skipTo: "the roots",
    header: header(finding, heading),
    main: [
      roots(rows, { kind, heapBytes: heapBytesOf(after.snapshot), compared, most: Math.min(limit, most) }),
      html``,
      walk({ kind, root, compared })
    ],
    footer: html`<footer class="wrap">leakgate ${foreign(version2, 40)}</footer>`
  });
}
function headingOf({ before, after, rows }) {
  const verb = after.snapshot.kind === "retention" ? "keeps" : "holds";
  const [first] = rows;
  if (first === void 0)
    return before === null ? "Nothing is held that counts here" : "Nothing grew that counts here";
  const name = plain(first.chain[0]?.text ?? "", 120) || "–";
  if (before !== null) return `${name} ${verb} ${formatValue(first.grownBytes, "bytes")} more`;
  return `${name} ${verb} ${formatValue(first.totalBytes, "bytes")}`;
}
function header(finding, heading) {
  const tone = toneOf(finding);
  return html`<header class="top">
    <div class="wrap">
      <div class="${tone === null ? "plainly" : "verdict"}">
        ${tone !== null && icon(tone)}
        <div>
          <h1><bdi>${heading}</bdi></h1>
          <p class="lead">${lead(finding)}</p>
        </div>
      </div>
      ${finding.warnings.length > 0 && html`<ul class="warnings">
          ${finding.warnings.map((one) => html`<li>${icon("warn")}<span>${prose(one)}</span></li> `)}
        </ul>`}
      <dl class="about">
        ${about(finding).map(
    ([term, said]) => html`<div>
              <dt>${term}</dt>
              <dd>${said}</dd>
            </div> `
  )}
      </dl>
    </div>
  </header>`;
}
function toneOf({ rows, failOverBytes }) {
  if (failOverBytes === null) return null;
  return rows.some(({ exceeds }) => exceeds) ? "fail" : "ok";
}
function lead({ before, after, rows, failOverBytes }) {
  const noun = after.snapshot.kind === "retention" ? "root" : "line";
  const many = `${formatCount(rows.length)} ${rows.length === 1 ? noun : `${noun}s`}`;
  if (before === null) return html`${formatValue(heapBytesOf(after.snapshot), "bytes")} in all, through ${many}.`;
  const total = formatValue(
    rows.reduce((sum, { grownBytes }) => sum + grownBytes, 0),
    "bytes",
    "always"
  );
  const exceeding = rows.filter(({ exceeds }) => exceeds).length;
  const limit = failOverBytes === null ? "" : `No more than ${formatValue(failOverBytes, "bytes")} of growth is allowed. `;
  return html`${exceeding > 0 && html`<b>${exceeding} of ${formatCount(rows.length)} ${exceeding === 1 ? "exceeds" : "exceed"} the limit.</b> `}${limit}${rows.length > 0 && `${total} in all, through ${many}.`}`;
}
function about(finding) {
  const { before, after } = finding;
  const taken = before === null ? [["Snapshot", takenOf(after)]] : [
    ["Before", takenOf(before)],
    ["After", takenOf(after)]
  ];
  const both = (say) => {
    const [then, now] = [before === null ? null : say(before), say(after)];
    return html`${then !== null && then !== now && html`${foreign(then, 80)} → `}${foreign(now, 80)}`;
  };
  return [
    ...taken,
    ["Process", both(processOf)],
    ["Go", both(({ snapshot: snapshot2 }) => snapshot2.goVersion)],
    ["Heap", html`${before !== null && `${heapOf(before)} → `}${heapOf(after)}`],
    ["Figures", html`${exactness(finding)}`]
  ];
}
function takenOf({ name, snapshot: { takenAt, requests } }) {
  return html`${code(name, 80)}
  ${formatTime(takenAt)}${requests !== null && `, after ${formatCount(requests)} requests`}`;
}
function processOf({ snapshot: { process: process2 } }) {
  const since = process2.startedAt === null ? "" : `, up since ${formatTime(process2.startedAt)}`;
  return process2.pid === null ? "unknown" : `pid ${process2.pid}${since}`;
}
var heapOf = ({ snapshot: snapshot2 }) => formatValue(snapshot2.kind === "retention" ? snapshot2.heapAllocBytes : heapBytesOf(snapshot2), "bytes");
function exactness({ before, after: { snapshot: snapshot2 }, warnings }) {
  if (snapshot2.kind === "profile") return "estimates from samples";
  if (warnings.length > 0) return "not exact, see above";
  const apart = Math.abs(uncounted(snapshot2) - (before === null ? 0 : uncounted(before.snapshot)));
  return `every reachable object counted, ${apart === 0 ? "as the runtime does to the byte" : `${formatValue(apart, "bytes")} apart from the runtime’s own count`}`;
}
var uncounted = (snapshot2) => snapshot2.kind === "retention" ? snapshot2.heapAllocBytes - snapshot2.reachableBytes : 0;

// src/commands/arguments.ts
import { parseArgs as parseArgs2 } from "node:util";
function parseCommand(command, config) {
  try {
    return parseArgs2(config);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.split(". ")[0] : String(cause);
    throw new LeakgateError("config", `${message}.`, {
      cause,
      hint: `\`leakgate help ${command}\` lists the options.`
    });
  }
}
var bytesOption = (name, given) => valueOf(byteSize, name, given);
var countOption = (name, given) => valueOf(count, name, given);
function valueOf(schema, name, given) {
  if (given === void 0) return void 0;
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new LeakgateError(
    "config",
    `--${name}: got ${JSON.stringify(given)}; ${parsed.error.issues[0]?.message ?? ""}.`
  );
}
function choice(name, given, allowed) {
  const found = allowed.find((one) => one === given);
  if (found !== void 0) return found;
  throw new LeakgateError("config", `--${name}: got ${JSON.stringify(given)}; allowed: ${allowed.join(", ")}.`);
}

// src/commands/html-file.ts
import { writeFile } from "node:fs/promises";
async function writeHtml(path2, page) {
  await writeFile(path2, page).catch((cause) => {
    throw new LeakgateError("config", `--html: ${path2} can't be written.`, { cause });
  });
}

// src/commands/diff.ts
var options2 = {
  threshold: { type: "string" },
  "min-chain": { type: "string" },
  "fail-over": { type: "string" },
  gate: { type: "boolean", default: false },
  program: { type: "string", multiple: true, default: [] },
  format: { type: "string", default: "table" },
  limit: { type: "string", default: "20" },
  html: { type: "string" }
};
var mebibyte = 2 ** 20;
var gate = { thresholdBytes: 5 * mebibyte, minChain: 3, failOverBytes: mebibyte };
var showAll = { thresholdBytes: 0, minChain: 1, failOverBytes: null };
var diff = {
  name: "diff",
  summary: "show what grew between two heap snapshots, and who keeps it alive",
  help: `
leakgate diff BEFORE AFTER [options]

Subtracts two snapshots of \`leakgate snapshot\`, two heap profiles of pprof, or two dumps of debug.WriteHeapDump. One
line for each root that keeps more than before, followed along its heaviest branch. Two looks at one process count every reachable object.

  leakgate diff a.heap b.heap
  leakgate diff a.heap b.heap --threshold 2MB --fail-over 1MB
  leakgate diff monday.pb.gz friday.pb.gz --gate
  leakgate diff a.dump b.dump --program ./api --format json
  leakgate diff a.heap b.heap --html growth.html

Options:
  --threshold SIZE       only roots that keep at least this much now
  --min-chain N          only chains of at least N steps, the root included
  --fail-over SIZE       exit 1 when a root that is shown grew by more
  --gate                 the rule for leaks: --threshold 5MB --min-chain 3 --fail-over 1MB
  --program FILE         what the process ran, for raw dumps; twice when the two ran different files
  --limit N              lines of the table (20)
  --format table|json
  --html FILE            also write one page to walk through with a browser; it needs nothing else`,
  async run(args, { env, cwd, stdout, stderr }) {
    const { values, positionals } = parseCommand("diff", { args, options: options2, allowPositionals: true });
    const format = choice("format", values.format, ["table", "json"]);
    const [before, after, ...more] = positionals;
    if (before === void 0 || after === void 0 || more.length > 0) {
      throw new LeakgateError("config", `diff takes two files, got ${positionals.length}.`, {
        hint: "leakgate diff BEFORE AFTER"
      });
    }
    const rules = rulesOf(values);
    const read2 = (name, program) => readHeapFile(resolve2(cwd, name), {
      name,
      directory: cwd,
      ...program !== void 0 && { program: resolve2(cwd, program) }
    });
    const [first, second = first] = values.program;
    const snapshots = [read2(before, first), read2(after, second)];
    const found = diffSnapshots(...snapshots, rules);
    const fails = found.rows.some(({ exceeds }) => exceeds);
    const look2 = { color: localHost({ env, stdout, stderr }).color, limit: countOption("limit", values.limit) ?? 20 };
    stdout.write(format === "json" ? json2(found, rules, fails) : renderDiff(found, look2));
    if (values.html !== void 0) {
      const [was, is] = snapshots;
      const named2 = { before: { name: before, snapshot: was }, after: { name: after, snapshot: is } };
      const page = renderHeapPage({
        ...named2,
        ...found,
        failOverBytes: rules.failOverBytes,
        limit: look2.limit,
        version
      });
      await writeHtml(resolve2(cwd, values.html), page);
    }
    return fails ? 1 : 0;
  }
};
function rulesOf(values) {
  const preset = values.gate ? gate : showAll;
  return {
    thresholdBytes: bytesOption("threshold", values.threshold) ?? preset.thresholdBytes,
    minChain: countOption("min-chain", values["min-chain"]) ?? preset.minChain,
    failOverBytes: bytesOption("fail-over", values["fail-over"]) ?? preset.failOverBytes
  };
}
function json2({ kind, rows, warnings }, rules, fails) {
  const outcome = fails ? "fail" : "pass";
  return `${JSON.stringify({ leakgate: "diff", schemaVersion: 1, kind, outcome, rules, warnings, rows }, null, 2)}
`;
}

// src/commands/goroutines.ts
import { setTimeout as sleep2 } from "node:timers/promises";

// src/pprof/wait-states.ts
var families = {
  semacquire: ["semacquire", "sync."],
  sleep: ["sleep"]
};
function isWanted(state, wanted) {
  const given = state.toLowerCase();
  return wanted.length === 0 || wanted.some(
    (name) => (families[name.toLowerCase()] ?? [name.toLowerCase()]).some((start) => given.startsWith(start))
  );
}

// src/probes/stack-source.ts
var twice = [1, 2];
async function stacksOfProcess({ pid, directory }, signal2) {
  const { binary } = runningProcess(pid);
  const frames = programFrames(buildOf2(binary), directory);
  const probe = await findProbe(pid, signal2);
  if (probe !== null) {
    const { leakProof } = await probe.ping(signal2);
    return {
      name: `probe of process ${pid}`,
      provesLeaks: leakProof,
      frames,
      async look(until) {
        for (const _ of leakProof ? twice : []) await probe.leakProfile(until);
        return probe.stacks(until);
      }
    };
  }
  for (const { host, port } of listeningEndpoints([pid])) {
    const base = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
    const source = await stacksOfUrl(base, frames, signal2).catch(() => null);
    signal2.throwIfAborted();
    if (source !== null) return source;
  }
  throw new LeakgateError("config", `Process ${pid} has no probe and serves no /debug/pprof on this machine.`, {
    hint: "Import net/http/pprof in the service, or run a build with the probe. `kill -QUIT` prints the stacks too, and ends the process."
  });
}
async function stacksOfUrl(given, frames, signal2) {
  const stacks = profileUrl(given, "goroutine?debug=2");
  const proof = profileUrl(given, "goroutineleak?debug=0");
  const provesLeaks = await answers(proof, signal2);
  const read2 = async (until) => {
    for (const _ of provesLeaks ? twice : []) await answers(proof, until);
    return fetchText(stacks, until);
  };
  let first = await read2(signal2);
  return {
    name: stacks.href,
    provesLeaks,
    frames,
    async look(until) {
      const text = first ?? await read2(until);
      first = null;
      return text;
    }
  };
}
var answerMs3 = 3e4;
var maxTextBytes = 128 << 20;
async function fetchText(url, signal2) {
  const bounded = AbortSignal.any([signal2, AbortSignal.timeout(answerMs3)]);
  try {
    const response = await fetch(url, { signal: bounded, redirect: "error" });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const chunks = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      if (bytes > maxTextBytes) throw new Error(`more than ${maxTextBytes >> 20} MB`);
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString("utf8");
    if (!text.startsWith("goroutine ")) throw new Error("the answer is no stack dump");
    return text;
  } catch (cause) {
    signal2.throwIfAborted();
    const why = bounded.aborted ? `no answer within ${answerMs3 / 1e3} s` : reason2(cause);
    throw new LeakgateError("measurement", `${url.href} gave no goroutine stacks: ${why}.`, {
      cause,
      hint: "A service answers there once it imports net/http/pprof and serves its default mux."
    });
  }
}
async function answers(url, signal2) {
  const bounded = AbortSignal.any([signal2, AbortSignal.timeout(answerMs3)]);
  try {
    const response = await fetch(url, { signal: bounded, redirect: "error" });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    signal2.throwIfAborted();
    return false;
  }
}
function buildOf2(binary) {
  try {
    return readBuildInfo(openElf(binary));
  } catch {
    return { modulePath: "", packagePath: "" };
  }
}
function reason2(error) {
  const cause = error instanceof Error ? error.cause : void 0;
  const told = cause instanceof Error ? cause : error;
  return told instanceof Error ? told.message : String(told);
}

// src/reporters/goroutine-terminal.ts
var heads = ["goroutines", "state", "waits in", "started in", "waits since", "same", "leak"];
function renderGroups(groups, { color, provesLeaks }) {
  const paint = painter(color);
  if (groups.length === 0) return "  No goroutine is in such a state.\n";
  const rows = [[...heads], ...groups.map(cells)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row2) => row2[column].length)));
  const [head, ...lines] = rows.map(
    (row2) => row2.map((cell, column) => cell.padEnd(widths[column])).join("  ").trimEnd()
  );
  const total = groups.reduce((sum, { counts }) => sum + counts.at(-1), 0);
  return [
    paint("dim", `  ${head}`),
    ...lines.map((line2, at) => `  ${suspicious(groups[at]) ? paint("red", line2) : line2}`),
    paint(
      "dim",
      `  ${formatCount(total)} in ${formatCount(groups.length)} groups${provesLeaks ? "" : "; this build can’t prove leaks"}`
    ),
    ""
  ].join("\n");
}
function cells(group) {
  const { counts, state, waitsAt, createdBy, lasting, minutes = 0 } = group;
  return [
    counts.map(formatCount).join(" → "),
    plain(state, 40),
    place(waitsAt),
    createdBy === null ? "the runtime" : place(createdBy),
    minutes > 0 ? `${formatCount(minutes)} min` : "",
    counts.length < 2 || lasting === null ? "" : formatCount(lasting),
    suspicion(group)
  ];
}
function suspicion(group) {
  if (group.proven > 0) return group.proven === group.counts.at(-1) ? "proven" : `${formatCount(group.proven)} proven`;
  return growsSteadily(group) && group.ended === 0 ? "suspected" : "";
}
var suspicious = (group) => suspicion(group) !== "";
var place = (frame2) => frame2 === null ? "" : `${shortFunction(frame2.function)} ${plain(frame2.file.split("/").slice(-2).join("/"), 60)}:${frame2.line}`;

// src/commands/goroutines.ts
var options3 = {
  pid: { type: "string" },
  url: { type: "string" },
  state: { type: "string", default: "" },
  watch: { type: "string", default: "1" },
  every: { type: "string", default: "1s" },
  top: { type: "string", default: "30" },
  format: { type: "string", default: "table" }
};
var mostLooks = 1e3;
var goroutines = {
  name: "goroutines",
  summary: "what the goroutines of a running service wait for, and which become more",
  help: `
leakgate goroutines --pid PID [options]
leakgate goroutines --url http://127.0.0.1:6060/debug/pprof [options]

Groups the goroutines by the line that started them, the stack they wait in and their state. With --watch it looks
several times: a group that only grows is suspected to leak; where the Go version can, the collector proves it.
--pid asks the probe that the process was built with, else its own /debug/pprof; --url asks such an address of this
machine. The service stands still while its stacks are written: 0.2 s for 100,000 goroutines with the probe, up to
1.6 s without. Goroutines that only follow client connections are left out.

  leakgate goroutines --pid $(pgrep -n api)
  leakgate goroutines --url http://127.0.0.1:6060 --state 'chan, select' --watch 5 --every 10s
  leakgate goroutines --pid 4711 --format json

Options:
  --state LIST           only these waits: IO wait, semacquire (all of sync), chan, select, sleep, or a state's own name
  --watch N              look N times (1)
  --every DURATION       between two looks (1s)
  --top N                show N groups, those that changed most first (30)
  --format table|json    how the groups are written (table)`,
  async run(args, terminal, signal2) {
    const { values } = parseCommand("goroutines", { args, options: options3 });
    const format = choice("format", values.format, ["table", "json"]);
    const looks = countOption("watch", values.watch) ?? 1;
    if (looks > mostLooks) throw new LeakgateError("config", `--watch: got ${looks}; ${mostLooks} at most.`);
    const everyMs = duration.safeParse(values.every);
    if (!everyMs.success) {
      throw new LeakgateError("config", `--every: got ${JSON.stringify(values.every)}; write a duration such as 10s.`);
    }
    const top2 = countOption("top", values.top) ?? 30;
    const source = await open2(values, terminal, signal2);
    const states = values.state.split(",").map((state) => state.trim()).filter((state) => state !== "");
    const groups = countGroups(await watch(source, { looks, everyMs: everyMs.data, states }, signal2), top2);
    const { provesLeaks } = source;
    terminal.stdout.write(
      format === "json" ? `${JSON.stringify({ source: source.name, provesLeaks, groups: groups.map(asJson) }, null, 2)}
` : renderGroups(groups, { provesLeaks, color: localHost(terminal).color })
    );
    return 0;
  }
};
async function open2(given, { cwd }, signal2) {
  if (given.pid === void 0 === (given.url === void 0)) {
    throw new LeakgateError("config", "goroutines needs one of --pid and --url.", {
      hint: "`leakgate help goroutines` shows both."
    });
  }
  if (given.url !== void 0) {
    return stacksOfUrl(given.url, programFrames({ modulePath: "", packagePath: "" }, cwd), signal2);
  }
  return stacksOfProcess({ pid: countOption("pid", given.pid) ?? 0, directory: cwd }, signal2);
}
async function watch(source, { looks, everyMs, states }, signal2) {
  const seen = [];
  for (; ; ) {
    const groups = groupGoroutines(parseStacks(await source.look(signal2), source.frames));
    seen.push(groups.filter(({ state }) => isWanted(state, states)));
    if (seen.length === looks) return seen;
    await sleep2(everyMs, void 0, { signal: signal2 });
  }
}
var asJson = (group) => ({
  ...group,
  leak: suspicion(group) || null
});

// src/commands/path.ts
import { resolve as resolve3 } from "node:path";

// src/heap/find-root.ts
function findRoots(trie, name) {
  const roots2 = [...trie.children.values()].toSorted((a, b) => b.retainedBytes - a.retainedBytes);
  const wanted = name.toLowerCase();
  const rules = [
    (text) => text === name,
    (text) => text.startsWith(name),
    (text) => text.toLowerCase().includes(wanted)
  ];
  for (const matches of rules) {
    const found = roots2.filter(({ label: label2 }) => matches(label2.text));
    if (found.length > 0) return { found };
  }
  const byDistance = roots2.map(({ label: label2 }) => ({ text: label2.text, distance: distanceBetween(label2.text.toLowerCase(), wanted) })).filter(({ text, distance }) => distance <= Math.max(text.length, name.length) / 2).toSorted((a, b) => a.distance - b.distance);
  return { nearest: byDistance.slice(0, nearestNames).map(({ text }) => text) };
}
var nearestNames = 5;
var comparedLetters = 80;
function distanceBetween(one, other) {
  const [a, b] = [one.slice(0, comparedLetters), other.slice(0, comparedLetters)];
  let row2 = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row2[j] + 1, next[j - 1] + 1, row2[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row2 = next;
  }
  return row2[b.length];
}

// src/commands/path.ts
var options4 = { program: { type: "string" }, format: { type: "string", default: "table" } };
var listedRoots = 30;
var path = {
  name: "path",
  summary: "walk down from a root of a heap snapshot",
  help: `
leakgate path SNAPSHOT ROOT [options]

What a root keeps alive, as a tree. ROOT is a global, the place where goroutines wait, or the beginning of such a name;
when it fits several, they are listed.

  leakgate path a.heap main.cache
  leakgate path a.heap 'goroutine [chan send]'
  leakgate path a.dump main.cache --program ./api --format json

Options:
  --program FILE         what the process ran, for a raw dump
  --format table|json`,
  // oxlint-disable-next-line require-await -- commands answer promises
  async run(args, { env, cwd, stdout, stderr }) {
    const { values, positionals } = parseCommand("path", { args, options: options4, allowPositionals: true });
    const format = choice("format", values.format, ["table", "json"]);
    const [name, root, ...more] = positionals;
    if (name === void 0 || root === void 0 || more.length > 0) {
      throw new LeakgateError(
        "config",
        `path takes a file and the name of a root, got ${positionals.length} arguments.`,
        {
          hint: "leakgate path SNAPSHOT ROOT"
        }
      );
    }
    const program = values.program === void 0 ? {} : { program: resolve3(cwd, values.program) };
    const snapshot2 = readHeapFile(resolve3(cwd, name), { name, directory: cwd, ...program });
    if (snapshot2.kind === "profile") {
      throw new LeakgateError("config", `${name} is a profile: it doesn't tell who keeps objects alive.`, {
        hint: `\`leakgate top ${name}\` shows its allocation sites.`
      });
    }
    const roots2 = findRoots(snapshot2.trie, root);
    if ("nearest" in roots2) throw unknownRoot(name, root, roots2.nearest);
    if (format === "json") stdout.write(`${JSON.stringify(roots2.found.map(plainTree), null, 2)}
`);
    else if (roots2.found.length === 1) {
      stdout.write(renderTree(roots2.found[0], { color: localHost({ env, stdout, stderr }).color }));
    } else stdout.write(list(roots2.found));
    return 0;
  }
};
function unknownRoot(name, root, nearest) {
  const hint2 = nearest.length === 0 ? `\`leakgate top ${name}\` lists the roots.` : `Did you mean ${nearest.map((one) => plain(one, 120)).join(", ")}?`;
  return new LeakgateError("config", `${name} has no root ${JSON.stringify(root)}.`, { hint: hint2 });
}
function list(found) {
  const bytes = found.slice(0, listedRoots).map(({ retainedBytes }) => formatValue(retainedBytes, "bytes"));
  const width = Math.max(...bytes.map((text) => text.length));
  const lines = bytes.map((text, k) => `  ${text.padStart(width)}  ${plain(found[k].label.text, 160)}`);
  const rest2 = found.length - lines.length;
  return `${[`${found.length} roots fit; name one of them:`, ...lines, ...rest2 > 0 ? [`  … and ${rest2} more`] : []].join("\n")}
`;
}
var plainTree = ({ label: label2, objects, bytes, retainedBytes, heldBy, children }) => ({
  text: label2.text,
  frame: label2.frame,
  objects,
  bytes,
  retainedBytes,
  ...heldBy !== void 0 && { heldBy: heldBy.map((way) => way.map(({ text }) => text)) },
  children: [...children.values()].toSorted((a, b) => b.retainedBytes - a.retainedBytes).map(plainTree)
});

// src/commands/report.ts
import { mkdtemp as mkdtemp2, readFile as readFile2, rm as rm2 } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join4, resolve as resolve4 } from "node:path";

// src/commands/print-pdf.ts
import { execFile } from "node:child_process";
import { access, constants, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join as join3 } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify as promisify2 } from "node:util";
var limitMs = 6e4;
var names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome", "microsoft-edge"];
var macApplications = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`
);
async function findChrome(env) {
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = names.flatMap((name) => folders.map((folder) => join3(folder, name)));
  const chosen = env["CHROME_BIN"];
  for (const path2 of [...chosen === void 0 || chosen === "" ? [] : [chosen], ...onPath, ...macApplications]) {
    if (await isProgram(path2)) return path2;
  }
  return null;
}
async function isProgram(path2) {
  try {
    await access(path2, constants.X_OK);
    return (await stat(path2)).isFile();
  } catch {
    return false;
  }
}
async function printPdf({ page, to, env }, signal2) {
  const chrome = await findChrome(env);
  if (chrome === null) return "No PDF: no Chrome or Chromium is installed. CHROME_BIN may name one.";
  const profile = await mkdtemp(join3(tmpdir(), "leakgate-chrome-"));
  try {
    await rm(to, { force: true });
    await promisify2(execFile)(chrome, argumentsFor(page, to, profile), {
      env,
      signal: signal2,
      timeout: limitMs,
      killSignal: "SIGKILL",
      maxBuffer: 16 * 1024 * 1024
    });
    return await isFile(to) ? null : `No PDF: ${chrome} ended without writing it.`;
  } catch (error) {
    signal2.throwIfAborted();
    const { killed, code: code2 } = error;
    const why = killed === true ? `didn't finish within ${limitMs / 1e3} s` : `failed (exit ${String(code2 ?? "unknown")})`;
    return `No PDF: ${chrome} ${why}.`;
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
function argumentsFor(page, to, profile) {
  const root = process.getuid?.() === 0;
  return [
    "--headless",
    ...root ? ["--no-sandbox"] : [],
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-background-networking",
    "--no-first-run",
    "--no-pdf-header-footer",
    `--user-data-dir=${profile}`,
    `--print-to-pdf=${to}`,
    pathToFileURL(page).href
  ];
}
async function isFile(path2) {
  return stat(path2).then(
    (found) => found.isFile() && found.size > 0,
    () => false
  );
}

// src/commands/report.ts
var formats = Object.keys(renderings);
var report = {
  name: "report",
  summary: "show a result.json again, in another form",
  help: `
leakgate report --from result.json [--format ${formats.join("|")}] [--html FILE] [--pdf FILE]

Renders a recorded result. Nothing is measured; the same result gives the same text.

  leakgate report --from leakgate-out/result.json
  leakgate report --from leakgate-out/result.json --format markdown > report.md
  leakgate report --from leakgate-out/result.json --html report.html --pdf report.pdf

--html writes one page that needs nothing else. --pdf prints it with the Chrome or Chromium that is installed
(CHROME_BIN may name one); without one it is left out.`,
  async run(args, terminal, signal2) {
    const { values } = parseCommand("report", {
      args,
      options: {
        from: { type: "string" },
        format: { type: "string" },
        html: { type: "string" },
        pdf: { type: "string" }
      }
    });
    const { from, html: html2, pdf } = values;
    if (from === void 0) throw new LeakgateError("config", "report needs --from result.json.");
    const result = parseReport(await read(resolve4(terminal.cwd, from), from), from);
    if (values.format !== void 0 || html2 === void 0 && pdf === void 0)
      terminal.stdout.write(`${rendering(values.format ?? "terminal")(result)}
`);
    await writePage(
      result,
      { ...html2 !== void 0 && { html: html2 }, ...pdf !== void 0 && { pdf } },
      terminal,
      signal2
    );
    return 0;
  }
};
async function read(path2, from) {
  return readFile2(path2, "utf8").catch((cause) => {
    throw new LeakgateError("config", `--from: ${from} can't be read.`, { cause });
  });
}
function rendering(format) {
  const found = Object.entries(renderings).find(([name]) => name === format);
  if (found !== void 0) return found[1];
  throw new LeakgateError("config", `--format: got ${JSON.stringify(format)}; allowed: ${formats.join(", ")}.`);
}
async function writePage(result, { html: html2, pdf }, terminal, signal2) {
  if (html2 === void 0 && pdf === void 0) return;
  const { cwd, env, stderr } = terminal;
  const scratch = html2 === void 0 ? await mkdtemp2(join4(tmpdir2(), "leakgate-page-")) : null;
  try {
    const page = scratch === null ? resolve4(cwd, html2) : join4(scratch, "report.html");
    await writeHtml(page, renderHtml(result));
    if (pdf === void 0) return;
    const missing = await printPdf({ page, to: resolve4(cwd, pdf), env }, signal2);
    if (missing !== null) stderr.write(`${missing}
`);
  } finally {
    if (scratch !== null) await rm2(scratch, { recursive: true, force: true });
  }
}

// src/commands/run.ts
import { join as join5, resolve as resolve5 } from "node:path";
import { parseArgs as parseArgs3 } from "node:util";
var ownOptions = {
  baseline: { type: "string" },
  "save-baseline": { type: "boolean", default: false },
  out: { type: "string", default: "leakgate-out" }
};
var shared2 = inputDescriptions.filter(({ name }) => !["working-directory", "github-token", "comment"].includes(name));
var sharedOptions = Object.fromEntries(shared2.map(({ name }) => [name, { type: "string" }]));
var run2 = {
  name: "run",
  summary: "build, load and judge the service in a folder",
  help: `
leakgate run [DIR] [options] [-- ARGS…]

Builds the service in DIR (this folder if none is named), loads it on this machine, and runs the checks. With a baseline
it compares; leaks are judged even without one. What follows -- goes to the service; {port} is replaced.

  leakgate run --requests 'GET /healthz'
  leakgate run ./services/api --package ./cmd/api --requests requests.txt
  leakgate run --save-baseline                    a passing run becomes the baseline
  leakgate run --checks goroutine-leak -- -listen 127.0.0.1:{port}

Options:
  --baseline FILE                        compare with this file instead of .leakgate/
  --save-baseline                        store a passing run as the branch's baseline
  --out DIR                              where result.json and report.html go (leakgate-out)
${shared2.map(({ name, description, default: value }) => row(name, description, value)).join("\n")}`,
  async run(args, { env, cwd, stdout, stderr }, signal2) {
    const { values, positionals, serviceArgs } = parse2(args);
    const { baseline: baseline2, out, "save-baseline": save, ...given } = values;
    const [folder = "."] = positionals;
    const inputs = { ...given, "working-directory": folder };
    const config = resolveConfig({ inputs, cwd, env, ...serviceArgs !== void 0 && { serviceArgs } });
    const host = localHost({ env, stdout, stderr });
    const options7 = {
      env,
      outDir: resolve5(cwd, out),
      save: save ? "always" : "never",
      ...baseline2 !== void 0 && { file: resolve5(cwd, baseline2) }
    };
    const report2 = await run(config, options7, host, signal2);
    host.info(renderTerminal(report2, { color: host.color }));
    host.info(`Report: ${join5(out, "report.html")}`);
    return report2.exitCode;
  }
};
function row(name, description, value) {
  const text = description.replaceAll("`", "");
  return `  --${`${name} VALUE`.padEnd(37)} ${text}${value === "" ? "" : ` (${value.replaceAll("\n", " ")})`}`;
}
function parse2(args) {
  const end = args.indexOf("--");
  const own = end === -1 ? args : args.slice(0, end);
  try {
    const parsed = parseArgs3({ args: own, options: { ...sharedOptions, ...ownOptions }, allowPositionals: true });
    if (parsed.positionals.length > 1) {
      throw new LeakgateError("config", `run takes one folder, got ${parsed.positionals.join(" ")}.`);
    }
    return { ...parsed, serviceArgs: end === -1 ? void 0 : args.slice(end + 1) };
  } catch (cause) {
    if (cause instanceof LeakgateError) throw cause;
    const message = cause instanceof Error ? cause.message.split(". ")[0] : String(cause);
    throw new LeakgateError("config", `${message}.`, { cause, hint: "`leakgate help run` lists the options." });
  }
}

// src/commands/snapshot.ts
import { writeFile as writeFile2 } from "node:fs/promises";
import { resolve as resolve6 } from "node:path";

// src/bench/heap-snapshots.ts
var exactProfile = "memprofilerate=1";
async function* heapSnapshots(plan, signal2) {
  var _stack = [];
  try {
    const { config, binary, env, after, progress } = plan;
    const own = config.env["GODEBUG"] ?? env["GODEBUG"];
    const GODEBUG = own === void 0 || own === "" ? exactProfile : `${own},${exactProfile}`;
    const start = { side: "probe", binary: binary.path, probe: true, env: { GODEBUG } };
    const running = __using(_stack, await startProgram(config, env, start, signal2), true);
    const probe = connectProbe(running.probeSocket ?? "");
    await probe.ping(signal2);
    const read2 = retentionReader(binary.path, plan.frames);
    const { buildId } = readGoProgram(binary.path).build;
    const { pid, startedAt } = runningProcess(running.service.pid);
    let answered = 0;
    for (const requests of after) {
      if (requests > answered) {
        progress(`sending ${requests - answered} requests`);
        const load = {
          routes: config.routes,
          connections: config.connections,
          stop: { requests: requests - answered },
          timeoutMs: config.requestTimeoutMs
        };
        const summary = await running.survives(async () => engines.autocannon.run(running.service.origin, load, signal2));
        if (summary.answered === 0) throw unanswered(running.service.output());
        answered += summary.answered;
      }
      await settle(probe, signal2);
      progress("writing and reading the heap");
      const retention = await read2(probe, signal2);
      yield retentionSnapshot(retention, {
        process: { pid, startedAt, buildId },
        goVersion: retention.goVersion,
        requests: answered
      });
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
var unanswered = (output) => new LeakgateError("measurement", "The service answered none of the requests.", {
  output: output.join("\n"),
  hint: "Its last output may say why."
});

// src/commands/snapshot-package.ts
async function snapshotsOfPackage(asked, { env, cwd, host, keep }, signal2) {
  var _stack = [];
  try {
    const after = countsOf(asked.after ?? "1000");
    const config = configOf(asked, cwd, env);
    config.secrets.forEach((secret) => host.secret(secret));
    const { target, root } = await look(config, env, signal2);
    const progress = (text) => host.progress(text);
    const wanted = { config, target, repositoryRoot: root, env, progress };
    const builds = __using(_stack, await host.group(
      "Build",
      async () => buildAll({ ...wanted, builds: /* @__PURE__ */ new Set(["probe"]), base: { unavailable: "a snapshot needs none" } }, signal2)
    ), true);
    const plan = { config, binary: builds.probe, frames: frameResolver(target, root), env, after, progress };
    try {
      let taken = 0;
      for await (const found of heapSnapshots(plan, signal2)) {
        await keep(found, after.length === 1 ? asked.output : numbered(asked.output, after[taken]));
        taken += 1;
      }
    } catch (error) {
      if (!(error instanceof ServiceCrashed)) throw error;
      throw new LeakgateError("service", `The service went down: ${error.message}.`, {
        cause: error,
        output: error.output.join("\n")
      });
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function configOf({ package: wanted, config, requests, folder, serviceArgs }, cwd, env) {
  const inputs = {
    package: wanted,
    "working-directory": folder,
    ...config !== void 0 && { config },
    ...requests !== void 0 && { requests }
  };
  return resolveConfig({ inputs, cwd, env, ...serviceArgs !== void 0 && { serviceArgs } });
}
async function look(config, env, signal2) {
  const { workingDirectory, package: wanted } = config;
  const [target, { root }] = await Promise.all([
    resolveTarget({ workingDirectory, env, ...wanted !== void 0 && { package: wanted } }, signal2),
    repositoryFacts(workingDirectory, env, signal2)
  ]);
  return { target, root };
}
function countsOf(given) {
  const counts = given.split(",").map((text) => /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : Number.NaN);
  if (counts.every((one, k) => one > (counts[k - 1] ?? -1))) return counts;
  throw new LeakgateError(
    "config",
    `--after: got ${JSON.stringify(given)}; write growing counts such as 1000 or 1000,3000.`
  );
}
function numbered(name, count2) {
  const [, stem = name, ending = ""] = /^(.*[^/])(\.[^./]+)$/.exec(name) ?? [];
  return `${stem}-${count2}${ending}`;
}

// src/commands/snapshot.ts
var options5 = {
  pid: { type: "string" },
  package: { type: "string" },
  url: { type: "string" },
  after: { type: "string" },
  config: { type: "string" },
  requests: { type: "string" },
  output: { type: "string", default: "a.heap" },
  force: { type: "boolean", default: false }
};
var snapshot = {
  name: "snapshot",
  summary: "keep a look at the heap of a service: who keeps what alive",
  help: `
leakgate snapshot --package PACKAGE [DIR] [--after N[,N…]] [options] [-- ARGS…]
leakgate snapshot --pid PID [options]
leakgate snapshot --url http://127.0.0.1:6060/debug/pprof [options]

--package builds the service in DIR with the probe, starts it as the config says, sends its requests, lets it come to
rest and takes the snapshot. Several counts give several snapshots of one process, to be subtracted.
--pid looks into a running process: with chains when it was built with the probe; else, through its own
/debug/pprof, allocation sites alone. --url asks such an address of this machine.

  leakgate snapshot --package ./cmd/api --after 1000,3000 --output api.heap
  leakgate diff api-1000.heap api-3000.heap
  leakgate snapshot --pid $(pgrep -n api) --output now.heap
  leakgate top now.heap

Options:
  --output FILE          where the snapshot goes (a.heap); with several counts each gets its own in its name
  --after N[,N…]         requests to send before (1000)
  --requests TEXT|FILE   what to send instead of the config's requests
  --config FILE          config file instead of .github/leakgate.yml
  --force                with --pid: also of a process that is at work, which such a look can kill since Go 1.26`,
  async run(args, terminal, signal2) {
    const { values, positionals, serviceArgs } = parse3(args);
    const host = localHost(terminal);
    const ways = ["pid", "package", "url"].filter((way) => values[way] !== void 0);
    if (ways.length !== 1 || positionals.length > (ways[0] === "package" ? 1 : 0)) {
      throw new LeakgateError("config", "snapshot needs one of --package, --pid and --url.", {
        hint: "`leakgate help snapshot` shows each."
      });
    }
    const keep = async (found, name) => {
      await writeFile2(resolve6(terminal.cwd, name), writeSnapshot(found)).catch((cause) => {
        throw new LeakgateError("config", `--output: ${name} can't be written.`, { cause });
      });
      tell(found, name, host);
    };
    if (values.package !== void 0) {
      const asked = { ...values, package: values.package, folder: positionals[0] ?? ".", serviceArgs };
      await snapshotsOfPackage(asked, { ...terminal, host, keep }, signal2);
    } else {
      const found = await (values.url === void 0 ? ofProcess(values, terminal, host, signal2) : ofUrl(values.url, terminal, signal2));
      await keep(found, values.output);
    }
    return 0;
  }
};
function parse3(args) {
  const end = args.indexOf("--");
  const own = end === -1 ? args : args.slice(0, end);
  const parsed = parseCommand("snapshot", { args: own, options: options5, allowPositionals: true });
  return { ...parsed, serviceArgs: end === -1 ? void 0 : args.slice(end + 1) };
}
async function ofProcess(values, { cwd }, host, signal2) {
  const pid = countOption("pid", values.pid) ?? 0;
  const note = (text) => host.notice(text);
  return snapshotOfProcess({ pid, directory: cwd, force: values.force, note }, signal2);
}
async function ofUrl(given, { cwd }, signal2) {
  const bytes = await fetchHeapProfile(heapProfileUrl(given), signal2);
  const frames = programFrames({ modulePath: "", packagePath: "" }, cwd);
  return profileSnapshot(bytes, frames, { pid: null, startedAt: null, goVersion: "" });
}
function tell(found, name, host) {
  for (const warning of mismatch(found, name)) host.warning(warning);
  const rows = contentsOf(found);
  const heapBytes = heapBytesOf(found);
  const { pid } = found.process;
  const facts = [
    formatValue(heapBytes, "bytes"),
    ...found.goVersion === "" ? [] : [plain(found.goVersion, 60)],
    ...pid === null ? [] : [`pid ${pid}`],
    ...found.requests === null ? [] : [`${found.requests} requests`],
    ...found.kind === "profile" ? ["allocation sites only"] : []
  ];
  host.info(`${plain(name)}  ${facts.join(" · ")}`);
  host.info(renderTop(rows, { kind: found.kind, heapBytes }, { color: host.color, limit: 5 }));
}

// src/commands/top.ts
import { resolve as resolve7 } from "node:path";
var options6 = {
  program: { type: "string" },
  format: { type: "string", default: "table" },
  limit: { type: "string", default: "20" },
  html: { type: "string" }
};
var top = {
  name: "top",
  summary: "show what keeps most of a heap alive",
  help: `
leakgate top SNAPSHOT [options]

Each root with all that it keeps alive, heaviest first, followed along its heaviest branch. Of a heap profile: the
allocation sites that hold most.

  leakgate top a.heap
  leakgate top heap.pb.gz --limit 50
  leakgate top a.dump --program ./api --format json
  leakgate top a.heap --html heap.html

Options:
  --program FILE         what the process ran, for a raw dump
  --limit N              lines of the table (20)
  --format table|json
  --html FILE            also write one page to walk through with a browser; it needs nothing else`,
  async run(args, { env, cwd, stdout, stderr }) {
    const { values, positionals } = parseCommand("top", { args, options: options6, allowPositionals: true });
    const format = choice("format", values.format, ["table", "json"]);
    const [name, ...more] = positionals;
    if (name === void 0 || more.length > 0) {
      throw new LeakgateError("config", `top takes one file, got ${positionals.length}.`, {
        hint: "leakgate top SNAPSHOT"
      });
    }
    const program = values.program === void 0 ? {} : { program: resolve7(cwd, values.program) };
    const snapshot2 = readHeapFile(resolve7(cwd, name), { name, directory: cwd, ...program });
    const host = localHost({ env, stdout, stderr });
    const warnings = mismatch(snapshot2, name);
    for (const warning of warnings) host.warning(warning);
    const { kind } = snapshot2;
    const rows = contentsOf(snapshot2);
    const heapBytes = heapBytesOf(snapshot2);
    const limit = countOption("limit", values.limit) ?? 20;
    stdout.write(
      format === "json" ? `${JSON.stringify({ leakgate: "top", schemaVersion: 1, kind, heapBytes, rows }, null, 2)}
` : renderTop(rows, { kind, heapBytes }, { color: host.color, limit })
    );
    if (values.html !== void 0) {
      const finding = { before: null, after: { name, snapshot: snapshot2 }, rows, warnings, failOverBytes: null, limit, version };
      await writeHtml(resolve7(cwd, values.html), renderHeapPage(finding));
    }
    return 0;
  }
};

// src/commands/index.ts
var commands = [run2, report, baseline, snapshot, diff, top, path, goroutines];
async function runCli(argv, terminal, signal2) {
  const [name, ...args] = argv;
  try {
    if (name === void 0 || name === "help" || name === "--help" || name === "-h")
      return print(terminal, overview(args[0]));
    if (name === "--version" || name === "version") return print(terminal, version);
    const command = commands.find((one) => one.name === name);
    if (command === void 0) throw unknownCommand(name);
    const own = args.slice(0, args.includes("--") ? args.indexOf("--") : void 0);
    if (own.includes("--help") || own.includes("-h")) return print(terminal, command.help);
    return await command.run(args, terminal, signal2);
  } catch (thrown) {
    const interrupted = signal2.aborted && new LeakgateError("interrupted", "Interrupted.", { cause: thrown });
    return explain(interrupted || asLeakgateError(thrown), terminal);
  }
}
function print(terminal, text) {
  terminal.stdout.write(`${text.trim()}
`);
  return 0;
}
function overview(topic) {
  const command = commands.find((one) => one.name === topic);
  if (command !== void 0) return command.help;
  const width = Math.max(...commands.map((one) => one.name.length));
  return `
leakgate ${version}: does a change make a Go service slower, costlier, or leak?

${commands.map((one) => `  leakgate ${one.name.padEnd(width)}  ${one.summary}`).join("\n")}

Try it:
  leakgate run                         the service in this folder
  leakgate run examples/blocked-channel
  leakgate help run                    all options, with examples

Exit codes: 0 passed, 1 gate exceeded, 2 bad configuration, 3 service didn't build or start,
4 nothing could be measured, 5 fault of Leakgate, 130 interrupted.`;
}
function unknownCommand(name) {
  return new LeakgateError("config", `${JSON.stringify(name)} isn't a command.`, {
    hint: `Commands: ${commands.map((one) => one.name).join(", ")}. \`leakgate help\` tells more.`
  });
}
function explain(error, { stderr, env }) {
  stderr.write(`leakgate: ${error.message}
`);
  if (error.hint !== void 0) stderr.write(`  ${error.hint}
`);
  if (error.output !== void 0) stderr.write(`${error.output.replace(/^/gm, "  | ")}
`);
  if (error.code === "internal" && env["LEAKGATE_DEBUG"] !== void 0)
    stderr.write(`${String(error.cause?.stack)}
`);
  return error.exitCode;
}

// src/cli.ts
var { signal } = onInterrupt(process);
process.exitCode = await runCli(
  process.argv.slice(2),
  { env: process.env, cwd: process.cwd(), stdout: process.stdout, stderr: process.stderr },
  signal
);
