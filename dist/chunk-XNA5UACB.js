import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  anotherTimeNote,
  breakerText,
  costSentences,
  coverageCells,
  coverageHead,
  coverageNote,
  figuresOf,
  gatesExceeded,
  growthOf,
  haveIntervals,
  iconOf,
  isFromAnotherTime,
  isJudged,
  isLine,
  leakOf,
  lifeOf,
  lifecycleHead,
  lifecycleNote,
  lifecycles,
  loadText,
  outcomeIcons,
  outcomeWords,
  protocolCells,
  protocolHead,
  protocolNote,
  renderTerminal,
  resilienceCells,
  resilienceHead,
  sayIn,
  shortFunction,
  shortSha,
  sourceReader,
  stackTitle,
  stageCells,
  stageHead,
  stageNotes,
  storyOf,
  told,
  toldAggregate,
  tookMs,
  waysTo
} from "./chunk-2G7FOXLJ.js";
import {
  buildProbe,
  buildStock,
  changedFiles,
  go,
  goFailed,
  groupGoroutines,
  isServices,
  lastLines,
  onlyThroughBinary,
  parseJsonStream,
  parseStacks,
  repositoryFacts,
  repositoryName,
  resolveTarget,
  runCommand,
  runSuite,
  version,
  worktreeAt
} from "./chunk-YWTVI4KU.js";
import {
  code,
  fenced,
  formatCount,
  formatDuration,
  formatShare,
  formatTime,
  formatValue,
  html,
  outputLine,
  plain,
  prose,
  shorten,
  text,
  visible
} from "./chunk-ZCMWASTI.js";
import {
  DamagedBaseline,
  StoreUnavailable,
  abandoned,
  acceptancesIn,
  adoptionNote,
  ancestryOf,
  bucketAt,
  chooseBaseline,
  encodeName,
  headline,
  legOf,
  mismatches,
  openStore,
  overall,
  patiently2 as patiently,
  readEvent,
  redactTree,
  redactor,
  textsIn,
  tokenEnvironment,
  underAcceptance,
  underPolicy,
  withFindings
} from "./chunk-2AI76RYX.js";
import {
  gitEnvironment,
  runGit
} from "./chunk-B562THSU.js";
import {
  askedPerSecond,
  childrenCpu,
  histogramMaker,
  keptBytes,
  ownCpu,
  requestBytes,
  startTally,
  trafficDurationMs,
  trafficFor
} from "./chunk-5HS3HS5F.js";
import {
  clockMs
} from "./chunk-46XZKQKD.js";
import {
  cookieJar,
  dealRequests,
  firstOf,
  isReset,
  openConnection,
  openSession,
  patienceFor,
  retryDelayMs,
  routeCycle,
  shareCredential
} from "./chunk-G34SXJWV.js";
import {
  allowedAllocs,
  allowedBytes,
  checks,
  failedRequests,
  heapMeasurement,
  hodgesLehmann,
  logLimit,
  qpsMeasurement,
  relativeChange,
  routedEngine,
  speedGates
} from "./chunk-7FUSKRBO.js";
import {
  PairUnavailable,
  groupBy,
  median,
  signedPercent
} from "./chunk-AFJEBKOS.js";
import {
  decodeHeap,
  frameResolver,
  isInstrument,
  isProbe,
  isRuntimeOwned,
  isStandard,
  readProfile,
  stackReader,
  unreadable
} from "./chunk-7VVFCVTT.js";
import {
  NEVER,
  _enum,
  array,
  boolean,
  coerce_exports,
  discriminatedUnion,
  int,
  literal,
  looseObject,
  number,
  object,
  record,
  string,
  tuple,
  union,
  unknown
} from "./chunk-UWNBQVMY.js";
import {
  countLatencies
} from "./chunk-WFSSV7UN.js";
import {
  isExpected
} from "./chunk-JBSSTEKG.js";
import {
  isLoopback
} from "./chunk-EIC6RUP4.js";
import {
  LeakgateError,
  asLeakgateError,
  exitCodes,
  fullDisk
} from "./chunk-2USEXXJV.js";
import {
  require_undici
} from "./chunk-EXBVLXT3.js";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-ANJUXMEH.js";

// src/policy/accept.ts
async function acceptFailures(reports, {
  held,
  place: place3,
  host
}) {
  if (!reports.some(({ outcome: outcome2 }) => outcome2 === "fail")) return { reports: [...reports], used: [], notes: [] };
  const today2 = (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
  const stranger = place3.event.pullRequest?.fromFork === true;
  const names = checks.map(({ name }) => name);
  const { acceptances, problems } = stranger ? ofStranger(held.accepting) : acceptancesIn(held.accepting, names, today2);
  const byCommit = applied(reports, acceptances);
  const left5 = byCommit.reports.some(({ outcome: outcome2 }) => outcome2 === "fail");
  const label4 = left5 ? await host.acceptLabel(place3.event) : null;
  if (label4 === null) return { ...byCommit, notes: problems };
  const { pullRequest, title, by } = label4;
  const who = by ?? "somebody who may label";
  const byLabel = applied(byCommit.reports, [
    { checks: ["all"], by: who, reason: title, how: `label leakgate:accept of #${pullRequest}` }
  ]);
  return { reports: byLabel.reports, used: [...byCommit.used, ...byLabel.used], notes: problems };
}
function ofStranger({ length }) {
  const problem = "Leakgate-Accept in commits of a fork accepts nothing; the label leakgate:accept does.";
  return { acceptances: [], problems: length === 0 ? [] : [problem] };
}
function applied(reports, acceptances) {
  const all = reports.map((report) => underAcceptance(report, acceptances));
  const used = all.flatMap(({ report, used: one2 }) => one2 === null ? [] : [{ ...one2, checks: [report.name] }]);
  return { reports: all.map(({ report }) => report), used };
}

// src/policy/allowances.ts
function underAllowances(reports, allow, today2) {
  const used = /* @__PURE__ */ new Set();
  const judged2 = reports.map((report) => {
    const findings = report.findings.map((finding2) => {
      const entry = finding2.outcome === "pass" ? void 0 : allow.find((one2) => isAbout(one2, finding2));
      if (entry === void 0) return finding2;
      used.add(entry);
      return entry.until < today2 ? expired(finding2, entry) : accepted(finding2, entry);
    });
    return withFindings(report, findings, summaryOf(report, findings));
  });
  const unused = allow.filter((entry) => !used.has(entry));
  return { reports: judged2, notes: unused.map(unusedNote) };
}
function isAbout({ site: named3 }, { id, site: site2, facts = [] }) {
  const chains = facts.filter(({ label: label4 }) => label4 === "kept alive by").map(({ text: text4 }) => text4);
  const functions = site2 === void 0 ? [] : [site2.function, site2.function.slice(site2.function.lastIndexOf("/") + 1)];
  const names = [id, ...functions, ...site2 === void 0 ? [] : [`${site2.file}:${site2.line}`]];
  return names.includes(named3) || chains.some((chain2) => chain2 === named3 || chain2.startsWith(`${named3} → `));
}
var accepted = (finding2, { reason: reason3, owner, until }) => finding2.outcome === "fail" ? { ...finding2, outcome: "warn", reason: `${finding2.reason} Accepted until ${until}: ${reason3} (${owner}).` } : finding2;
var expired = (finding2, { reason: reason3, owner, until }) => ({
  ...finding2,
  outcome: "fail",
  reason: `${finding2.reason} It was accepted until ${until} only: ${reason3} (${owner}).`
});
function summaryOf({ outcome: outcome2, summary: summary2 }, findings) {
  const fails = findings.some((finding2) => finding2.outcome === "fail");
  if (outcome2 === "fail") return fails ? summary2 : `Accepted for now: ${summary2}`;
  const over = findings.filter((finding2) => finding2.outcome === "fail");
  return fails ? `No longer accepted: ${over.map(({ metric: metric2 }) => metric2).join(", ")}.` : summary2;
}
var unusedNote = ({ site: site2, owner, until }) => `\`allow\` has an entry for ${site2} (${owner}, until ${until}) that nothing needs in this run: it can be removed once the leak is mended.`;

// src/policy/acceptance-record.ts
var stillAccepted = (stored) => stored?.accepted?.filter(({ until }) => until !== void 0 && until >= today()) ?? [];
function recordOf(acceptance, baseline2) {
  const at2 = (/* @__PURE__ */ new Date()).toISOString();
  if (acceptance.until === void 0) return { ...acceptance, at: at2 };
  const stored = baseline2?.measurements ?? {};
  const before = Object.fromEntries(Object.entries(stored).filter(([check2]) => acceptance.checks.includes(check2)));
  return { ...acceptance, at: at2, before };
}
var today = () => (/* @__PURE__ */ new Date()).toISOString().slice(0, 10);
function withoutEnded(baseline2, day) {
  const ended = (baseline2.accepted ?? []).filter(({ until }) => until !== void 0 && until < day);
  const measurements = { ...baseline2.measurements };
  for (const { checks: checks2, before } of ended.toReversed())
    for (const check2 of checks2) {
      if (before?.[check2] === void 0) delete measurements[check2];
      else measurements[check2] = before[check2];
    }
  const said = ended.map(
    ({ checks: checks2, by, until }) => `What ${by} accepted for ${checks2.join(", ")} ended on ${until}: the figures from before it count again.`
  );
  return { baseline: { ...baseline2, measurements }, said };
}

// src/stats/drift.ts
var leastOnEachSide = 4;
function levelsOf(steps2) {
  let levels2 = [];
  for (const { sha, base, change } of steps2) {
    const before = levels2.findLast((one2) => one2.sha === base);
    if (before === void 0) levels2 = [{ sha, level: 0 }];
    else levels2.push({ sha, level: before.level + change });
  }
  return levels2;
}
function worstShift(levels2) {
  let worst = null;
  for (let at2 = leastOnEachSide; at2 <= levels2.length - leastOnEachSide; at2++) {
    const older = levels2.slice(0, at2);
    const middle2 = median(older.map(({ level }) => level));
    const shift = median(levels2.slice(at2).map(({ level }) => level)) - middle2;
    if (worst !== null && shift <= worst.shift) continue;
    const anchor = older.reduce((a, b) => Math.abs(b.level - middle2) < Math.abs(a.level - middle2) ? b : a);
    worst = { anchor: anchor.sha, shift, commits: levels2.length - 1 - levels2.indexOf(anchor) };
  }
  return worst;
}

// src/history/trail.ts
import { createHash } from "node:crypto";
var longest = 60;
var fewestWindows = 8;
function trailOf(stored, now) {
  const before = (stored?.trail ?? []).filter(({ sha }) => sha !== now.sha);
  const ratios = now.identical && stored !== null ? { base: stored.sha, changes: {} } : ratiosOf(now.measurements);
  const step2 = {
    sha: now.sha,
    ...ratios,
    counts: countsOf(now.measurements),
    conditions: conditionsOf(now.comparability),
    ...now.accepted.length > 0 && { accepted: [...now.accepted] }
  };
  return [...before, step2].slice(-longest);
}
function ratiosOf({ qps }) {
  const parsed3 = qpsMeasurement.shape.pair.safeParse(qps?.pair);
  if (!parsed3.success || parsed3.data.kind === "unavailable") return { changes: {} };
  if (parsed3.data.kind === "identical") return { base: parsed3.data.baseSha, changes: {} };
  const { baseSha, ratios } = parsed3.data;
  const changes = Object.entries(ratios).flatMap(([series, windows]) => {
    const values = windows.filter((value2) => value2 !== null);
    return values.length < fewestWindows ? [] : [[series, rounded(hodgesLehmann(values).estimate)]];
  });
  return { base: baseSha, changes: Object.fromEntries(changes) };
}
function countsOf(measurements) {
  const counts2 = heapMeasurement.pick({ mallocsPerRequest: true, allocatedBytesPerRequest: true }).safeParse(measurements["heap-leak"]);
  return counts2.success ? counts2.data : {};
}
function conditionsOf(comparability) {
  const sorted = Object.entries(comparability).toSorted(([a], [b]) => a < b ? -1 : 1);
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex").slice(0, 12);
}
var rounded = (value2) => Number(value2.toFixed(5));
function sinceAccepted(trail, check2) {
  const last = trail.findLastIndex(({ accepted: accepted2 = [] }) => accepted2.includes(check2) || accepted2.includes("all"));
  return last === -1 ? trail : trail.slice(last);
}

// src/history/drift-anchor.ts
function driftAnchor(stored, limits) {
  const trail = sinceAccepted(stored?.trail ?? [], "qps");
  const shifts = speedGates(limits).flatMap(({ metric: metric3, limit }) => {
    const steps2 = trail.map(({ sha, base = null, changes }) => ({ sha, base, change: changes[metric3.series] ?? 0 }));
    const found2 = worstShift(levelsOf(steps2));
    const allowed = logLimit(metric3, limit);
    return found2 !== null && found2.shift > allowed ? [{ ...found2, metric: metric3, excess: found2.shift / allowed }] : [];
  });
  const [worst] = shifts.toSorted((a, b) => b.excess - a.excess);
  if (worst === void 0) return null;
  const { metric: metric2, anchor, shift, commits } = worst;
  const change = signedPercent(relativeChange(metric2, shift));
  return {
    sha: anchor,
    reason: `Speed is measured against ${anchor.slice(0, 7)}, ${commits} baselines back: since then ${metric2.title} seems to have drifted by ${change} in small steps.`
  };
}

// src/history/storing.ts
function candidate(place3, { measurements, environment: environment3, stored, accepted: accepted2, identical }) {
  const { event: event2, repository } = place3;
  const acceptances = [...stillAccepted(stored), ...accepted2.map((one2) => recordOf(one2, stored))];
  const { comparability } = place3;
  const now = {
    sha: event2.sha,
    measurements,
    comparability,
    identical,
    accepted: accepted2.flatMap((one2) => one2.checks)
  };
  return {
    schemaVersion: 1,
    leakgate: version,
    key: place3.key,
    branch: event2.branch,
    sha: event2.sha,
    createdAt: (/* @__PURE__ */ new Date()).toISOString(),
    ...repository.sha === event2.sha && repository.committedAt !== null && { committedAt: repository.committedAt },
    environment: environment3,
    comparability,
    measurements,
    ...acceptances.length > 0 && { accepted: acceptances },
    trail: trailOf(stored, now)
  };
}
var isDue = (save, event2) => save === "always" || save === "auto" && event2.storesBaseline;
async function storeWhenDue(held, figures6, due, signal) {
  if (!isDue(due.save, due.event) || due.failed) return [];
  if (held.unavailable !== void 0) return ["The baseline wasn’t stored: the earlier ones couldn’t be read before."];
  const missing3 = due.checks.filter((check2) => !(check2 in figures6.measurements));
  if (missing3.length > 0) return [`The baseline wasn’t stored: ${missing3.join(", ")} measured nothing.`];
  try {
    const outcome2 = await held.store.write(figures6, signal);
    held.report.stored = outcome2.stored;
    if (!outcome2.stored) return [`The baseline wasn’t stored: ${outcome2.reason}`];
  } catch (thrown) {
    const { message, hint: hint4 } = asLeakgateError(thrown);
    return [`The baseline wasn’t stored: ${message}${hint4 === void 0 ? "" : ` ${hint4}`}`];
  }
  return removeOutdated(held, due.event, signal);
}
async function removeOutdated(held, event2, signal) {
  try {
    await held.store.remove(outdated(held, event2), signal);
    return [];
  } catch (thrown) {
    return [`Old baselines weren’t removed: ${asLeakgateError(thrown).message}`];
  }
}
function outdated({ entries: entries2, damaged }, { branch, defaultBranch }) {
  const kept2 = defaultBranch === null ? [branch] : [branch, defaultBranch];
  return [.../* @__PURE__ */ new Set([...damaged, ...abandoned(entries2, kept2, { nowMs: Date.now() })])];
}

// src/history/baselines.ts
async function holdAgainst(config, place3, options, signal) {
  const access = accessTo(config, place3, options);
  const store = openStore(storeName(config, place3.event, options.file), access);
  const due = isDue(options.save, place3.event);
  const {
    baseline: found2,
    reason: choice,
    branch,
    ...more
  } = await lookUp(store, { config, place: place3, access, due, file: options.file }, signal).catch((error2) => {
    if (!(error2 instanceof StoreUnavailable)) throw error2;
    return {
      baseline: null,
      branch: place3.event.baseBranch ?? place3.event.branch,
      reason: `Compared with nothing. ${error2.message}`,
      entries: [],
      accepting: [],
      damaged: [],
      unavailable: [error2.message, error2.hint].filter(Boolean).join(" ")
    };
  });
  const { baseline: baseline2, said } = found2 === null ? { baseline: null, said: [] } : withoutEnded(found2, today());
  const anchor = due ? anchorFor(config, baseline2) : null;
  const reason3 = [choice, ...said, ...anchor === null ? [] : [anchor.reason]].join(" ");
  return {
    store,
    stored: baseline2,
    anchor,
    ...more,
    report: {
      found: baseline2 !== null,
      branch,
      store: store.name,
      sha: baseline2?.sha ?? null,
      createdAt: baseline2?.createdAt ?? null,
      reason: reason3,
      mismatches: baseline2 === null ? [] : mismatches(baseline2.comparability, place3.comparability),
      stored: false
    }
  };
}
function anchorFor({ checks: checks2, compare, options }, baseline2) {
  if (baseline2 === null || compare === "stored" || !checks2.includes("qps")) return null;
  return driftAnchor(baseline2, options["qps"]);
}
async function lookUp(store, { config, place: place3, access, due, file }, signal) {
  const entries2 = await store.list({ key: place3.key }, signal);
  const wanted = new Set(entries2.map(({ sha }) => sha));
  const ancestry = await ancestryOf(place3.repository.sha || place3.event.sha, wanted, access, signal);
  const { committedAt } = place3.repository;
  const event2 = { ...place3.event, own: ownCommits(place3), committedAt, override: config.baselineBranch };
  const damaged = [];
  const said = [];
  for (let left5 = entries2; ; ) {
    const { entry, branch, reason: reason3 } = file === void 0 ? chooseBaseline(left5, event2, ancestry) : onlyFile(left5, file);
    const answer2 = (baseline2) => {
      const accepting = acceptingSince(ancestry, entry?.sha);
      return { baseline: baseline2, branch, reason: [reason3, ...said].join(" "), entries: entries2, damaged, accepting };
    };
    if (entry === null) return answer2(null);
    try {
      const baseline2 = await store.read(entry, signal);
      if (baseline2 !== null) return answer2(baseline2);
    } catch (error2) {
      if (!due || !(error2 instanceof DamagedBaseline)) throw error2;
      damaged.push(entry);
      said.push(`${error2.message} It was passed over.`);
    }
    left5 = left5.filter((one2) => one2 !== entry);
  }
}
function onlyFile([entry], file) {
  if (entry === void 0) return { entry: null, branch: "", reason: `No baseline yet in ${file}.` };
  return { entry, branch: entry.branch, reason: `Compared with the baseline in ${file}.` };
}
var acceptingWithout = 50;
function acceptingSince({ commits, accepting }, sha) {
  const at2 = sha === void 0 ? -1 : commits.indexOf(sha);
  const since = new Set(commits.slice(0, at2 === -1 ? acceptingWithout : at2));
  return accepting.filter((commit2) => since.has(commit2.sha));
}
function ownCommits({ event: event2, repository }) {
  const changes = event2.kind === "push" || event2.kind === "pull_request" || event2.kind === "merge_group";
  return changes ? [event2.sha, repository.sha] : [];
}
function storeName({ baselineStore }, event2, file) {
  if (file !== void 0) return "file";
  if (baselineStore !== "auto") return baselineStore;
  return event2.kind === "local" ? "file" : "git-ref";
}
function accessTo({ stores }, { event: event2, repository }, { file, token, env }) {
  const name = repositoryNamed({ event: event2, repository });
  return {
    directory: repository.root,
    env,
    serverUrl: event2.serverUrl,
    ...file !== void 0 && { file },
    ...token !== void 0 && { token },
    ...stores,
    ...name !== null && { repository: name }
  };
}
function repositoryNamed({ event: event2, repository }) {
  const home = event2.repository;
  return home === null ? repositoryName(repository.remoteUrl) : `${home.owner}/${home.name}`;
}

// src/archive/bucket.ts
import { readFile, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";

// src/archive/run-id.ts
function runId({ createdAt, commit: commit2 }) {
  const [day, time2] = new Date(createdAt).toISOString().slice(0, 19).split("T");
  const sha = /^[0-9a-f]{7,}$/.test(commit2.sha) ? `-${commit2.sha.slice(0, 7)}` : "";
  return `${day.replaceAll("-", "")}-${time2.replaceAll(":", "")}${sha}`;
}

// src/archive/bucket.ts
function archiveOf(place3, { archive: archive2 }, env) {
  if (archive2 === void 0 || place3 === void 0 || place3.event.pullRequest?.fromFork === true) return null;
  return bucketArchive(archive2, { repository: repositoryNamed(place3) ?? basename(place3.repository.root), env });
}
var mostFileBytes = 64 * 1024 * 1024;
var mostDeleted = 200;
var deletedAtOnce = 8;
var dayMs = 24 * 36e5;
function bucketArchive({ keepDays, publicUrl, ...address }, { repository, env, deadline = () => AbortSignal.timeout(12e4) }) {
  const home = `${address.prefix ?? "leakgate-runs"}/${repository}/`;
  return {
    async keep({ outDir, files: files2 }, report, signal) {
      const bounded = AbortSignal.any([signal, deadline()]);
      const folder = `${home}${folderOf(report)}/`;
      try {
        const bucket = bucketAt(address, "The archived runs", env);
        const { uploaded, tooLarge: tooLarge2 } = await upload(bucket, { outDir, files: files2, folder }, bounded);
        const kept2 = { delivered: true, line: `The run was archived as ${folder} in the bucket ${bucket.place}.` };
        const told3 = [kept2, ...tooLarge2, ...await removeOld(bucket, { home, keepDays }, bounded)];
        return { told: told3, reportUrl: uploaded.includes(reportPage) ? pageUrl(publicUrl, folder) : null };
      } catch (thrown) {
        signal.throwIfAborted();
        return { told: [failure("The run wasn’t archived", thrown)], reportUrl: null };
      }
    }
  };
}
var reportPage = "report.html";
function pageUrl(publicUrl, folder) {
  if (publicUrl === void 0) return null;
  const path3 = `${folder}${reportPage}`.split("/").map(encodeURIComponent).join("/");
  return `${publicUrl.replace(/\/+$/, "")}/${path3}`;
}
function folderOf(report) {
  const { branch, pullRequest } = report.commit;
  const subject = pullRequest === null ? `branch-${encodeName(branch)}` : `pull-${pullRequest}`;
  return [dayOf(Date.parse(report.createdAt)), encodeName(report.key), subject, runId(report)].join("/");
}
var dayOf = (timeMs2) => new Date(timeMs2).toISOString().slice(0, 10);
async function upload(bucket, { outDir, files: files2, folder }, signal) {
  const uploaded = [];
  const tooLarge2 = [];
  for (const name of files2) {
    const path3 = join(outDir, name);
    const found2 = await stat(path3).catch(() => null);
    if (found2?.isFile() !== true) continue;
    if (found2.size > mostFileBytes) {
      tooLarge2.push({ delivered: false, line: `${name} wasn’t archived: it has ${found2.size} bytes.` });
      continue;
    }
    const headers = { "content-type": types[extname(name)] ?? "application/octet-stream" };
    const body2 = await readFile(path3);
    const request3 = { method: "PUT", object: folder + name, headers, body: body2 };
    await patiently(async () => bucket.send(request3, [], signal), signal);
    uploaded.push(name);
  }
  return { uploaded, tooLarge: tooLarge2 };
}
var types = {
  ".html": "text/html; charset=utf-8",
  ".json": "application/json",
  ".sarif": "application/json",
  ".xml": "application/xml",
  ".csv": "text/csv; charset=utf-8",
  ".prom": "text/plain; charset=utf-8"
};
async function removeOld(bucket, { home, keepDays }, signal) {
  try {
    const query = { "list-type": "2", prefix: home, "max-keys": String(mostDeleted) };
    const page2 = await patiently(async () => bucket.send({ method: "GET", object: "", query }, [], signal), signal);
    const nowMs = Math.min(Date.now(), Date.parse(page2.date ?? "") || Date.now());
    const firstKept = dayOf(nowMs - keepDays * dayMs);
    const old = textsIn(page2.text, "Key").filter((name) => isOlder(name.slice(home.length), firstKept));
    for (let from = 0; from < old.length; from += deletedAtOnce) {
      const some = old.slice(from, from + deletedAtOnce);
      await Promise.all(some.map(async (object3) => patiently(async () => remove(bucket, object3, signal), signal)));
    }
    return old.length === 0 ? [] : [{ delivered: true, line: `${old.length} archived files of old runs were deleted.` }];
  } catch (thrown) {
    if (signal.aborted && !isLate(thrown)) throw thrown;
    return [failure("Old runs weren’t deleted from the archive", thrown)];
  }
}
var remove = async (bucket, object3, signal) => bucket.send({ method: "DELETE", object: object3 }, [404], signal);
function isOlder(name, firstKept) {
  const [day = "", , , run5 = "", ...file] = name.split("/");
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && /^\d{8}-\d{6}/.test(run5) && file.length === 1 && day < firstKept;
}
function failure(what, thrown) {
  const { message, hint: hint4 } = asLeakgateError(thrown);
  const why = isLate(thrown) ? "it took too long." : [message, hint4].filter(Boolean).join(" ");
  return { delivered: false, line: `${what}: ${why} The verdict stands.` };
}
var isLate = (thrown) => thrown instanceof Error && thrown.name === "TimeoutError";

// src/bench/index.ts
import { setTimeout as sleep15 } from "node:timers/promises";

// src/probes/client.ts
import { get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

// src/probes/collector.ts
var ring = array(number()).length(256);
var nsPerMs = 1e6;
var collectorLook = object({
  HeapAlloc: number(),
  NextGC: number(),
  NumGC: int().nonnegative(),
  NumGoroutine: number().optional(),
  PauseNs: ring,
  PauseEnd: ring
}).transform((stats) => ({
  heapBytes: stats.HeapAlloc,
  heapGoalBytes: stats.NextGC,
  goroutines: stats.NumGoroutine ?? null,
  collections: stats.NumGC,
  recent: recentCollections(stats.NumGC, stats.PauseNs, stats.PauseEnd)
}));
function recentCollections(count4, pauseNs, endNs) {
  const first = Math.max(1, count4 - 255);
  return Array.from({ length: count4 - first + 1 }, (_, index2) => {
    const number6 = first + index2;
    const at2 = (number6 + 255) % 256;
    return { number: number6, endedMs: endNs[at2] / nsPerMs, pauseMs: pauseNs[at2] / nsPerMs };
  });
}

// src/probes/client.ts
var answerTimeoutMs = 6e4;
var startTimeoutMs = 5e3;
var pingPauseMs = 50;
var mostAnswerBytes = 512 << 20;
var pingSchema = object({ pid: number(), goVersion: string(), leakProof: boolean() });
var memStatsSchema = object({ HeapAlloc: number(), HeapObjects: number(), Mallocs: number(), TotalAlloc: number() }).transform((stats) => ({
  heapBytes: stats.HeapAlloc,
  heapObjects: stats.HeapObjects,
  mallocs: stats.Mallocs,
  totalAllocBytes: stats.TotalAlloc
}));
var inflate = promisify(gunzip);
function connectProbe(socketPath, pingTimeoutMs = startTimeoutMs, maxBytes = mostAnswerBytes) {
  const read2 = async (path3, what, signal) => ask({ socketPath, path: path3, what, timeoutMs: answerTimeoutMs, maxBytes }, signal);
  const profile = async (path3, what, signal) => {
    const bytes = await read2(path3, what, signal);
    return inflate(bytes, { maxOutputLength: maxBytes }).catch((cause) => {
      throw failed(what, "the answer isn't a gzipped profile of a bearable size", cause);
    });
  };
  return {
    ping: async (signal) => pingUntilAnswered(socketPath, pingTimeoutMs, signal),
    async memStats(collections3, signal) {
      const what = "memory figures";
      return parsed(memStatsSchema, await read2(`/memstats?gc=${collections3}`, what, signal), what);
    },
    async collector(signal) {
      const what = "memory figures";
      return parsed(collectorLook, await read2("/memstats", what, signal), what);
    },
    heapProfile: async (collections3, signal) => profile(`/profile/heap?gc=${collections3}`, "heap profile", signal),
    leakProfile: async (signal) => profile("/profile/goroutineleak", "goroutine leak profile", signal),
    async goroutines(signal) {
      const what = "goroutine count";
      const text4 = (await read2("/profile/goroutine?debug=1", what, signal)).toString("utf8");
      const total = /^goroutine profile: total (\d+)/.exec(text4)?.[1];
      if (total === void 0) throw failed(what, `the answer begins with ${JSON.stringify(text4.slice(0, 60))}`);
      return Number(total);
    },
    stacks: async (signal) => (await read2("/stacks", "goroutine stacks", signal)).toString("utf8"),
    trace: async (durationMs, signal) => read2(`/trace?ms=${Math.round(durationMs)}`, "runtime trace", signal),
    cpuProfile: async (durationMs, signal) => profile(`/cpu?ms=${Math.round(durationMs)}`, "CPU profile", signal),
    async coverage(directory, signal) {
      await read2(`/cover?dir=${encodeURIComponent(directory)}`, "coverage", signal);
    },
    async sampleEvery(bytes, signal) {
      await read2(`/rate?bytes=${bytes}`, "change of the sampling rate", signal);
    },
    async heapDump(path3, signal) {
      await read2(`/heapdump?gc=3&path=${encodeURIComponent(path3)}`, "heap dump", signal);
    }
  };
}
async function pingUntilAnswered(socketPath, pingTimeoutMs, signal) {
  const deadlineMs = performance.now() + pingTimeoutMs;
  for (; ; ) {
    try {
      const what = "ping";
      return parsed(
        pingSchema,
        await ask({ socketPath, path: "/ping", what, timeoutMs: pingTimeoutMs, maxBytes: 1 << 20 }, signal),
        what
      );
    } catch (cause) {
      signal.throwIfAborted();
      if (performance.now() >= deadlineMs) {
        throw new LeakgateError("service", "The probe didn't answer inside of the service.", {
          cause,
          hint: "A service that replaces its own process (exec) or chooses its binary by a launcher script can’t be looked into; let Leakgate build and start the main package itself."
        });
      }
    }
    await sleep(pingPauseMs, void 0, { signal });
  }
}
async function ask({ socketPath, path: path3, what, timeoutMs: timeoutMs2, maxBytes }, signal) {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs2)]);
    const fail = (cause) => {
      if (signal.aborted) reject(asError(signal.reason));
      else reject(failed(what, bounded.aborted ? `no answer within ${timeoutMs2 / 1e3} s` : cause.message, cause));
    };
    const request3 = get({ socketPath, path: path3, agent: false, signal: bounded }, (response) => {
      const chunks = [];
      let bytes = 0;
      response.on("data", (chunk) => {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > maxBytes) response.destroy(new Error(`an answer of more than ${maxBytes} bytes`));
      });
      response.on("error", fail);
      response.on("end", () => {
        const body2 = Buffer.concat(chunks);
        if (response.statusCode === 200) resolve(body2);
        else reject(failed(what, body2.toString("utf8").trim().slice(0, 300) || `status ${response.statusCode}`));
      });
    });
    request3.on("error", fail);
  });
}
function parsed(schema, body2, what) {
  try {
    return schema.parse(JSON.parse(body2.toString("utf8")));
  } catch (cause) {
    throw failed(what, "the answer isn't what a probe of this version sends", cause);
  }
}
var asError = (reason3) => reason3 instanceof Error ? reason3 : new Error(String(reason3));
var failed = (what, why, cause) => new LeakgateError("measurement", `The probe gave no ${what}: ${why}.`, {
  cause,
  hint: "If the service died or hangs at this point, its last output says why."
});

// src/probes/deployed-probe.ts
var import_undici = __toESM(require_undici(), 1);
import { promisify as promisify3 } from "node:util";
import { gunzip as gunzip3 } from "node:zlib";

// src/probes/pprof-server.ts
import { promisify as promisify2 } from "node:util";
import { gunzip as gunzip2 } from "node:zlib";

// src/service/listening.ts
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
var listenState = "0A";
function listeningEndpoints(pids, root = "/proc") {
  const leader = pids[0];
  if (leader === void 0) return [];
  const owned2 = new Set(pids.flatMap((pid) => socketInodes(`${root}/${pid}/fd`)));
  return ["tcp", "tcp6"].flatMap((table3) => lines(`${root}/${leader}/net/${table3}`)).map((line6) => line6.trim().split(/\s+/)).filter((fields2) => fields2[3] === listenState && owned2.has(fields2[9] ?? "")).flatMap((fields2) => clientEndpoints(fields2[1] ?? ""));
}
function socketInodes(directory) {
  try {
    return readdirSync(directory).flatMap((fd) => socketInode(`${directory}/${fd}`));
  } catch {
    return [];
  }
}
function socketInode(link) {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.slice(1) ?? [];
  } catch {
    return [];
  }
}
function lines(path3) {
  try {
    return readFileSync(path3, "latin1").split("\n");
  } catch {
    return [];
  }
}
function clientEndpoints(local) {
  const [address = "", portHex = ""] = local.split(":");
  const port = Number.parseInt(portHex, 16);
  const host = hostOf(address);
  if (host === "0.0.0.0") return [{ host: "127.0.0.1", port }];
  if (host === "::") return ["127.0.0.1", "::1"].map((loopback2) => ({ host: loopback2, port }));
  return [{ host, port }];
}
function wordBytes(hex3) {
  return [...Buffer.from(hex3, "hex")].toReversed();
}
var hostOf = (address) => address.length === 8 ? ipv4(address) : ipv6(address);
function ipv4(hex3) {
  return wordBytes(hex3).join(".");
}
function ipv6(hex3) {
  const bytes = (hex3.match(/.{8}/g) ?? []).flatMap(wordBytes);
  const groups = Array.from({ length: 8 }, (_, index2) => bytes[index2 * 2] * 256 + bytes[index2 * 2 + 1]);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 65535) return bytes.slice(12).join(".");
  return new URL(`http://[${groups.map((group) => group.toString(16)).join(":")}]`).hostname.slice(1, -1);
}

// src/probes/pprof-server.ts
var inflate2 = promisify2(gunzip2);
var answerMs = 3e4;
var maxProfileBytes = 256 << 20;
function heapProfileUrl(given2) {
  return profileUrl(given2, "heap?gc=1");
}
function profileUrl(given2, profile) {
  const url = URL.canParse(given2) ? new URL(given2) : void 0;
  if (url?.protocol !== "http:") {
    throw new LeakgateError("config", `--url: got ${JSON.stringify(given2)}; a URL such as ${example} is needed.`);
  }
  if (!isLoopback(url.origin)) {
    throw new LeakgateError("config", `--url: ${url.hostname} isn't this machine, and Leakgate asks no other.`, {
      hint: `Forward the port, then name it here: ${example}. Or fetch the profile yourself and hand the .pb.gz to \`leakgate diff\`.`
    });
  }
  return profileAt(url, profile);
}
function profileAt(address, profile) {
  const url = new URL(address);
  const [name = "", query = ""] = profile.split("?");
  const base = url.pathname.replace(/\/(?:heap|goroutine)?$/, "");
  url.pathname = `${base.endsWith("/pprof") ? base : `${base}/debug/pprof`}/${name}`;
  url.search = query;
  return url;
}
var example = "http://127.0.0.1:6060/debug/pprof";
async function fetchHeapProfile(url, signal) {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(answerMs)]);
  try {
    const response = await fetch(url, { signal: bounded, redirect: "error" });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await inflate2(Buffer.from(await response.arrayBuffer()), { maxOutputLength: maxProfileBytes });
  } catch (cause) {
    signal.throwIfAborted();
    const why = bounded.aborted ? `no answer within ${answerMs / 1e3} s` : reason(cause);
    throw new LeakgateError("measurement", `${url.href} gave no heap profile: ${why}.`, {
      cause,
      hint: "A service answers there once it imports net/http/pprof and serves its default mux."
    });
  }
}
async function profileOfProcess(pid, signal) {
  for (const { host, port } of listeningEndpoints([pid])) {
    const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
    if (!isLoopback(url)) continue;
    const profile = await fetchHeapProfile(heapProfileUrl(url), signal).catch(() => null);
    signal.throwIfAborted();
    if (profile !== null) return profile;
  }
  return null;
}
function reason(error2) {
  const cause = error2 instanceof Error ? error2.cause : void 0;
  const told3 = cause instanceof Error ? cause : error2;
  return told3 instanceof Error ? told3.message : String(told3);
}

// src/probes/deployed-probe.ts
var answerMs2 = 6e4;
var mostAnswerBytes2 = 256 << 20;
var inflate3 = promisify3(gunzip3);
var figures = object({
  HeapAlloc: coerce_exports.number(),
  HeapObjects: coerce_exports.number(),
  Mallocs: coerce_exports.number(),
  TotalAlloc: coerce_exports.number()
}).transform(
  ({ HeapAlloc: heapBytes, HeapObjects: heapObjects, Mallocs: mallocs, TotalAlloc: totalAllocBytes }) => ({
    heapBytes,
    heapObjects,
    mallocs,
    totalAllocBytes
  })
);
function deployedProbe(address) {
  const ask3 = async (profile, signal) => answerOf(profileAt(address, profile), signal);
  let mallocs = 0;
  const heapText = async (query, signal) => {
    const text4 = (await ask3(`heap?debug=1${query}`, signal)).toString("utf8");
    if (text4.startsWith("heap profile: ")) return text4;
    throw notAProfile(profileAt(address, "heap"), "the answer is no heap profile in text");
  };
  const collect = async (times2, signal) => {
    for (let time2 = 0; time2 < times2; time2 += 1) await ask3("heap?gc=1", signal);
  };
  return {
    async traits(signal) {
      const doubled2 = /@ heap\/(\d+)/.exec(await heapText("", signal))?.[1];
      return {
        leakProof: await serves(profileAt(address, "goroutineleak?debug=0"), signal),
        sampleBytes: Number(doubled2 ?? 0) / 2
      };
    },
    async memStats(collections3, signal) {
      await collect(collections3 - 1, signal);
      const text4 = await heapText(collections3 > 0 ? "&gc=1" : "", signal);
      const lines3 = [...text4.matchAll(/^# (\w+) = (\d+)$/gm)].map(([, name = "", value2 = ""]) => [name, value2]);
      const parsed3 = figures.safeParse(Object.fromEntries(lines3));
      if (!parsed3.success)
        throw notAProfile(profileAt(address, "heap"), "the figures of the runtime are missing", parsed3.error);
      if (parsed3.data.mallocs < mallocs) throw anotherProcess(address);
      mallocs = parsed3.data.mallocs;
      return parsed3.data;
    },
    async heapProfile(collections3, signal) {
      await collect(collections3 - 1, signal);
      const packed = await ask3(collections3 > 0 ? "heap?gc=1" : "heap", signal);
      return inflate3(packed, { maxOutputLength: mostAnswerBytes2 }).catch((cause) => {
        throw notAProfile(profileAt(address, "heap"), "the answer isn't a gzipped profile of a bearable size", cause);
      });
    },
    leakProfile: async (signal) => ask3("goroutineleak?debug=0", signal),
    async goroutines(signal) {
      const text4 = (await ask3("goroutine?debug=1", signal)).toString("utf8");
      const total = /^goroutine profile: total (\d+)/.exec(text4)?.[1];
      if (total !== void 0) return Number(total);
      throw notAProfile(profileAt(address, "goroutine"), "the answer is no count of goroutines");
    },
    async stacks(signal) {
      const text4 = (await ask3("goroutine?debug=2", signal)).toString("utf8");
      if (text4.startsWith("goroutine ")) return text4;
      throw notAProfile(profileAt(address, "goroutine"), "the answer is no stack dump");
    }
  };
}
async function answerOf(url, signal) {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(answerMs2)]);
  try {
    const { statusCode, body: body2 } = await (0, import_undici.request)(url, { signal: bounded, reset: true });
    const chunks = [];
    let bytes = 0;
    for await (const chunk of body2) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > mostAnswerBytes2) throw new Error(`more than ${mostAnswerBytes2 >> 20} MB`);
    }
    if (statusCode !== 200) throw new Error(`status ${statusCode}`);
    return Buffer.concat(chunks);
  } catch (cause) {
    signal.throwIfAborted();
    const why = bounded.aborted ? `no answer within ${answerMs2 / 1e3} s` : cause instanceof Error ? cause.message : String(cause);
    throw notAProfile(url, why, cause);
  }
}
async function serves(url, signal) {
  try {
    await answerOf(url, signal);
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
var notAProfile = (url, why, cause) => new LeakgateError("measurement", `${url.href} gave no profile: ${why}.`, {
  cause,
  hint: "pprof-url names where the service serves net/http/pprof. Can `go tool pprof` read it from this machine?"
});
var anotherProcess = ({ origin: origin3 }) => new LeakgateError("measurement", `The process behind ${origin3} is another one than before.`, {
  hint: "Either it was restarted, as one that runs out of memory is; or several instances answer there in turn: name a single one."
});

// src/probes/otlp-collector.ts
import { once } from "node:events";
import { createServer } from "node:http";
import { promisify as promisify4 } from "node:util";
import { gunzip as gunzip4 } from "node:zlib";

// node_modules/pbf/index.js
var SHIFT_LEFT_32 = (1 << 16) * (1 << 16);
var SHIFT_RIGHT_32 = 1 / SHIFT_LEFT_32;
var TEXT_DECODER_MIN_LENGTH = 12;
var utf8TextDecoder = typeof TextDecoder === "undefined" ? null : new TextDecoder("utf-8");
var PBF_VARINT = 0;
var PBF_FIXED64 = 1;
var PBF_BYTES = 2;
var PBF_FIXED32 = 5;
var PbfReader = class {
  /**
   * @param {Uint8Array | ArrayBuffer} buf
   */
  constructor(buf) {
    this.buf = ArrayBuffer.isView(buf) ? buf : new Uint8Array(buf);
    this.dataView = new DataView(this.buf.buffer, this.buf.byteOffset, this.buf.byteLength);
    this.pos = 0;
    this.type = 0;
    this._valueStart = -1;
    this.length = this.buf.length;
  }
  /**
   * @template T
   * @param {(tag: number, result: T, pbf: PbfReader) => void} readField
   * @param {T} result
   * @param {number} [end]
   */
  readFields(readField, result, end = this.length) {
    let field;
    while (field = this.nextField(end)) {
      readField(field, result, this);
    }
    return result;
  }
  /**
   * @template T
   * @param {(tag: number, result: T, pbf: PbfReader) => void} readField
   * @param {T} result
   */
  readMessage(readField, result) {
    return this.readFields(readField, result, this.readVarint() + this.pos);
  }
  readFixed32() {
    const val = this.dataView.getUint32(this.pos, true);
    this.pos += 4;
    return val;
  }
  readSFixed32() {
    const val = this.dataView.getInt32(this.pos, true);
    this.pos += 4;
    return val;
  }
  // 64-bit int handling is based on github.com/dpw/node-buffer-more-ints (MIT-licensed)
  readFixed64() {
    const val = this.dataView.getUint32(this.pos, true) + this.dataView.getUint32(this.pos + 4, true) * SHIFT_LEFT_32;
    this.pos += 8;
    return val;
  }
  readSFixed64() {
    const val = this.dataView.getUint32(this.pos, true) + this.dataView.getInt32(this.pos + 4, true) * SHIFT_LEFT_32;
    this.pos += 8;
    return val;
  }
  readFloat() {
    const val = this.dataView.getFloat32(this.pos, true);
    this.pos += 4;
    return val;
  }
  readDouble() {
    const val = this.dataView.getFloat64(this.pos, true);
    this.pos += 8;
    return val;
  }
  /**
   * @param {boolean} [isSigned]
   */
  readVarint(isSigned) {
    const buf = this.buf;
    const b0 = buf[this.pos++];
    if (b0 < 128) return b0;
    let val = b0 & 127, b;
    b = buf[this.pos++];
    val |= (b & 127) << 7;
    if (b < 128) return val;
    b = buf[this.pos++];
    val |= (b & 127) << 14;
    if (b < 128) return val;
    b = buf[this.pos++];
    val |= (b & 127) << 21;
    if (b < 128) return val;
    b = buf[this.pos];
    val |= (b & 15) << 28;
    return readVarintRemainder(val, isSigned, this);
  }
  readSVarint() {
    const num = this.readVarint();
    return num % 2 === 1 ? (num + 1) / -2 : num / 2;
  }
  readBoolean() {
    return Boolean(this.readVarint());
  }
  readString() {
    const end = this.readVarint() + this.pos;
    const pos = this.pos;
    this.pos = end;
    if (end - pos >= TEXT_DECODER_MIN_LENGTH && utf8TextDecoder) {
      return utf8TextDecoder.decode(this.buf.subarray(pos, end));
    }
    return readUtf8(this.buf, pos, end);
  }
  readBytes() {
    const end = this.readVarint() + this.pos, buffer = this.buf.subarray(this.pos, end);
    this.pos = end;
    return buffer;
  }
  // verbose for performance reasons; doesn't affect gzipped size
  /**
   * @param {number[]} [arr]
   * @param {boolean} [isSigned]
   */
  readPackedVarint(arr = [], isSigned) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readVarint(isSigned));
    return arr;
  }
  /** @param {number[]} [arr] */
  readPackedSVarint(arr = []) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readSVarint());
    return arr;
  }
  /** @param {boolean[]} [arr] */
  readPackedBoolean(arr = []) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readBoolean());
    return arr;
  }
  /** @param {number[]} [arr] */
  readPackedFloat(arr = []) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readFloat());
    return arr;
  }
  /** @param {number[]} [arr] */
  readPackedDouble(arr = []) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readDouble());
    return arr;
  }
  /** @param {number[]} [arr] */
  readPackedFixed32(arr = []) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readFixed32());
    return arr;
  }
  /** @param {number[]} [arr] */
  readPackedSFixed32(arr = []) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readSFixed32());
    return arr;
  }
  /** @param {number[]} [arr] */
  readPackedFixed64(arr = []) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readFixed64());
    return arr;
  }
  /** @param {number[]} [arr] */
  readPackedSFixed64(arr = []) {
    const end = this.readPackedEnd();
    while (this.pos < end) arr.push(this.readSFixed64());
    return arr;
  }
  readPackedEnd() {
    return this.type === PBF_BYTES ? this.readVarint() + this.pos : this.pos + 1;
  }
  /**
   * Advance to the next field. Returns the field number, or 0 at end-of-message.
   * @param {number} [end]
   */
  nextField(end = this.length) {
    if (this.pos === this._valueStart) this.skip(this.type);
    if (this.pos >= end) return 0;
    const tag = this.readVarint();
    this.type = tag & 7;
    this._valueStart = this.pos;
    return tag >>> 3;
  }
  /** @param {number} val */
  skip(val) {
    const type = val & 7;
    if (type === PBF_VARINT) while (this.buf[this.pos++] > 127) {
    }
    else if (type === PBF_BYTES) this.pos = this.readVarint() + this.pos;
    else if (type === PBF_FIXED32) this.pos += 4;
    else if (type === PBF_FIXED64) this.pos += 8;
    else throw new Error(`Unimplemented type: ${type}`);
  }
};
function readVarintRemainder(l, s, p) {
  const buf = p.buf;
  let h, b;
  b = buf[p.pos++];
  h = (b & 112) >> 4;
  if (b < 128) return toNum(l, h, s);
  b = buf[p.pos++];
  h |= (b & 127) << 3;
  if (b < 128) return toNum(l, h, s);
  b = buf[p.pos++];
  h |= (b & 127) << 10;
  if (b < 128) return toNum(l, h, s);
  b = buf[p.pos++];
  h |= (b & 127) << 17;
  if (b < 128) return toNum(l, h, s);
  b = buf[p.pos++];
  h |= (b & 127) << 24;
  if (b < 128) return toNum(l, h, s);
  b = buf[p.pos++];
  h |= (b & 1) << 31;
  if (b < 128) return toNum(l, h, s);
  throw new Error("Expected varint not more than 10 bytes");
}
function toNum(low, high, isSigned) {
  return isSigned ? high * 4294967296 + (low >>> 0) : (high >>> 0) * 4294967296 + (low >>> 0);
}
function readUtf8(buf, pos, end) {
  let str = "";
  let i = pos;
  while (i < end) {
    const b0 = buf[i];
    let c = null;
    let bytesPerSequence = b0 > 239 ? 4 : b0 > 223 ? 3 : b0 > 191 ? 2 : 1;
    if (i + bytesPerSequence > end) break;
    let b1, b2, b3;
    if (bytesPerSequence === 1) {
      if (b0 < 128) {
        c = b0;
      }
    } else if (bytesPerSequence === 2) {
      b1 = buf[i + 1];
      if ((b1 & 192) === 128) {
        c = (b0 & 31) << 6 | b1 & 63;
        if (c <= 127) {
          c = null;
        }
      }
    } else if (bytesPerSequence === 3) {
      b1 = buf[i + 1];
      b2 = buf[i + 2];
      if ((b1 & 192) === 128 && (b2 & 192) === 128) {
        c = (b0 & 15) << 12 | (b1 & 63) << 6 | b2 & 63;
        if (c <= 2047 || c >= 55296 && c <= 57343) {
          c = null;
        }
      }
    } else if (bytesPerSequence === 4) {
      b1 = buf[i + 1];
      b2 = buf[i + 2];
      b3 = buf[i + 3];
      if ((b1 & 192) === 128 && (b2 & 192) === 128 && (b3 & 192) === 128) {
        c = (b0 & 15) << 18 | (b1 & 63) << 12 | (b2 & 63) << 6 | b3 & 63;
        if (c <= 65535 || c >= 1114112) {
          c = null;
        }
      }
    }
    if (c === null) {
      c = 65533;
      bytesPerSequence = 1;
    } else if (c > 65535) {
      c -= 65536;
      str += String.fromCharCode(c >>> 10 & 1023 | 55296);
      c = 56320 | c & 1023;
    }
    str += String.fromCharCode(c);
    i += bytesPerSequence;
  }
  return str;
}

// src/probes/otlp.ts
function readProtobufSpans(bytes) {
  const spans = [];
  new PbfReader(bytes).readFields((tag, _, request3) => {
    if (tag === 1) request3.readMessage(readResource, spans);
  }, null);
  return spans;
}
var readResource = (tag, spans, reader) => {
  if (tag === 2) reader.readMessage(readScope, spans);
};
var readScope = (tag, spans, reader) => {
  if (tag !== 2) return;
  spans.push(reader.readMessage(readSpan, { trace: "", id: "", parent: "", name: "", startNs: 0n, endNs: 0n }));
};
function readSpan(tag, span, reader) {
  if (tag === 1) span.trace = hex(reader.readBytes());
  else if (tag === 2) span.id = hex(reader.readBytes());
  else if (tag === 4) span.parent = hex(reader.readBytes());
  else if (tag === 5) span.name = reader.readString();
  else if (tag === 7) span.startNs = nanoseconds(reader);
  else if (tag === 8) span.endNs = nanoseconds(reader);
}
var hex = (bytes) => Buffer.from(bytes).toString("hex");
function nanoseconds(reader) {
  const value2 = reader.dataView.getBigUint64(reader.pos, true);
  reader.pos += 8;
  return value2;
}
var time = union([string().regex(/^\d{1,20}$/), number().int().nonnegative()]).transform((text4) => BigInt(text4));
var jsonSpans = object({
  resourceSpans: array(
    object({
      scopeSpans: array(
        object({
          spans: array(
            object({
              traceId: string(),
              spanId: string(),
              parentSpanId: string().default(""),
              name: string().default(""),
              startTimeUnixNano: time,
              endTimeUnixNano: time
            })
          ).default([])
        })
      ).default([])
    })
  ).default([])
});
function readJsonSpans(text4) {
  return jsonSpans.parse(JSON.parse(text4)).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)).map((span) => ({
    trace: span.traceId.toLowerCase(),
    id: span.spanId.toLowerCase(),
    parent: span.parentSpanId.toLowerCase(),
    name: span.name,
    startNs: span.startTimeUnixNano,
    endNs: span.endTimeUnixNano
  }));
}

// src/probes/otlp-collector.ts
var mostBodyBytes = 64 << 20;
var mostSpans = 4e5;
var unzip = promisify4(gunzip4);
async function collectSpans() {
  let spans = [];
  let lost = 0;
  const keep = async (request3, json2) => {
    const body2 = await bodyOf(request3);
    if (request3.url !== "/v1/traces") return;
    const read2 = json2 ? readJsonSpans(body2.toString("utf8")) : readProtobufSpans(body2);
    const room = mostSpans - spans.length;
    lost += Math.max(0, read2.length - room);
    spans.push(...read2.slice(0, room));
  };
  const server = createServer((request3, response) => {
    const json2 = (request3.headers["content-type"] ?? "").includes("json");
    const answer2 = (status) => {
      response.writeHead(status, { "content-type": json2 ? "application/json" : "application/x-protobuf" });
      response.end(json2 ? "{}" : "");
    };
    const refuse = () => {
      lost += 1;
      answer2(400);
    };
    void keep(request3, json2).then(() => answer2(200), refuse);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    take() {
      const taken = spans;
      spans = [];
      return taken;
    },
    lost: () => lost,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    }
  };
}
async function bodyOf(request3) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request3) {
    bytes += chunk.length;
    if (bytes > mostBodyBytes) throw new Error("the export is too large");
    chunks.push(chunk);
  }
  const body2 = Buffer.concat(chunks);
  return request3.headers["content-encoding"] === "gzip" ? unzip(body2, { maxOutputLength: mostBodyBytes }) : body2;
}

// src/probes/prometheus.ts
var answerMs3 = 1e4;
var longestAnswerBytes = 1 << 20;
var sample = tuple([number(), string()]);
var answer = discriminatedUnion("status", [
  object({
    status: literal("success"),
    data: discriminatedUnion("resultType", [
      object({ resultType: literal("scalar"), result: sample }),
      object({ resultType: literal("vector"), result: array(object({ value: sample })) }),
      object({ resultType: literal("matrix"), result: unknown() }),
      object({ resultType: literal("string"), result: unknown() })
    ])
  }),
  object({ status: literal("error"), error: string() })
]);
async function askPrometheus(address, query, signal) {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(answerMs3)]);
  try {
    const url = new URL("api/v1/query", address.endsWith("/") ? address : `${address}/`);
    url.searchParams.set("query", query);
    const response = await fetch(url, { signal: bounded, redirect: "error" });
    const text4 = await response.text();
    if (text4.length > longestAnswerBytes) return { missing: "the answer is longer than 1 MiB" };
    return sampleOf(JSON.parse(text4));
  } catch (cause) {
    signal.throwIfAborted();
    if (bounded.aborted) return { missing: `Prometheus didn’t answer within ${answerMs3 / 1e3} s` };
    return { missing: `Prometheus can’t be asked: ${reasonOf(cause)}` };
  }
}
function sampleOf(given2) {
  const parsed3 = answer.safeParse(given2);
  if (!parsed3.success) return { missing: "the answer isn’t that of a Prometheus" };
  if (parsed3.data.status === "error")
    return { missing: `Prometheus refused the query: ${parsed3.data.error.slice(0, 200)}` };
  const { data } = parsed3.data;
  if (data.resultType === "scalar") return number2(data.result[1]);
  if (data.resultType !== "vector") return { missing: "the query gives no single number; `sum(…)` or `max(…)` would" };
  if (data.result.length === 0) return { missing: "there is no such series at the moment" };
  if (data.result.length > 1)
    return { missing: `the query gives ${data.result.length} series; \`sum(…)\` makes one of them` };
  return number2(data.result[0].value[1]);
}
function number2(text4) {
  const value2 = Number(text4);
  return Number.isFinite(value2) ? { value: value2 } : { missing: `its value is ${text4.slice(0, 20)}` };
}
function reasonOf(cause) {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}

// src/probes/server-timing.ts
var mostStages = 64;
var mostNameLength = 80;
function readServerTiming(field) {
  const stages2 = /* @__PURE__ */ new Map();
  for (const entry of splitOutsideQuotes(field, ",")) {
    const [name = "", ...parameters] = splitOutsideQuotes(entry, ";").map((part) => part.trim());
    const ms4 = durationOf(parameters);
    if (name === "" || name.length > mostNameLength || ms4 === null) continue;
    if (!stages2.has(name) && stages2.size >= mostStages) break;
    stages2.set(name, (stages2.get(name) ?? 0) + ms4 * 1e3);
  }
  return [...stages2].map(([name, us3]) => ({ name, us: us3 }));
}
function durationOf(parameters) {
  for (const parameter of parameters) {
    const [, text4] = /^dur\s*=\s*"?\s*([\d.]+(?:e[+-]?\d+)?)\s*"?$/i.exec(parameter) ?? [];
    const ms4 = Number(text4);
    if (text4 !== void 0 && Number.isFinite(ms4)) return ms4;
  }
  return null;
}
function splitOutsideQuotes(text4, separator) {
  const parts = [];
  let [from, quoted] = [0, false];
  for (let at2 = 0; at2 < text4.length; at2 += 1) {
    if (text4[at2] === "\\" && quoted) at2 += 1;
    else if (text4[at2] === '"') quoted = !quoted;
    else if (text4[at2] === separator && !quoted) {
      parts.push(text4.slice(from, at2));
      from = at2 + 1;
    }
  }
  return [...parts, text4.slice(from)];
}

// src/probes/snapshot.ts
import { setTimeout as sleep2 } from "node:timers/promises";
var pollMs = 50;
var equalPolls = 4;
var settleLimitMs = 1500;
async function takeSnapshot(probe2, options, signal) {
  const { frames, leakProof, requests, elapsedMs, process: process2 } = options;
  await settle(probe2, signal);
  const descriptorsBeforeCollection = process2.descriptors();
  const pooledSites = decodeHeap(await probe2.heapProfile(1, signal), frames);
  const { heapBytes, heapObjects } = await probe2.memStats(2, signal);
  const profile = await probe2.heapProfile(0, signal);
  const sites2 = decodeHeap(profile, frames);
  if (leakProof) {
    await probe2.leakProfile(signal);
    await probe2.leakProfile(signal);
  }
  const goroutines2 = parseStacks(await probe2.stacks(signal), frames);
  const ofProcess = { descriptors: process2.descriptors(), openFiles: process2.openFiles(), threads: process2.threads() };
  await options.keepProfile?.(profile);
  return {
    requests,
    elapsedMs,
    heapBytes,
    heapObjects,
    sites: sites2,
    pooledSites,
    goroutines: goroutines2.filter((goroutine) => isServices(goroutine)).length,
    groups: groupGoroutines(goroutines2),
    ...ofProcess,
    descriptorsBeforeCollection
  };
}
async function settle(probe2, signal) {
  const deadlineMs = performance.now() + settleLimitMs;
  let last = -1;
  let equal2 = 0;
  while (performance.now() < deadlineMs) {
    const count4 = await probe2.goroutines(signal);
    equal2 = count4 === last ? equal2 + 1 : 1;
    if (equal2 === equalPolls) return;
    last = count4;
    await sleep2(pollMs, void 0, { signal });
  }
}

// src/probes/span-times.ts
var outsideSpans = "the rest of the request";
function requestsOf(spans) {
  return groupBy(spans, ({ trace }) => trace).flatMap((trace) => stagesOf(trace) ?? []);
}
function stagesOf(trace) {
  const known3 = new Set(trace.map(({ id }) => id));
  const tops = trace.filter(({ parent }) => !known3.has(parent));
  const [top3] = tops;
  if (top3 === void 0 || tops.length > 1) return null;
  const children = new Map(groupBy(trace, ({ parent }) => parent).map((below2) => [below2[0].parent, below2]));
  const stages2 = /* @__PURE__ */ new Map();
  for (const span of trace) {
    const name = span === top3 ? outsideSpans : span.name;
    stages2.set(name, (stages2.get(name) ?? 0) + ownUs(span, children.get(span.id) ?? []));
  }
  return stages2;
}
function ownUs({ startNs, endNs }, below2) {
  let own = endNs > startNs ? endNs - startNs : 0n;
  let coveredTo = startNs;
  for (const child of below2.toSorted((a, b) => a.startNs < b.startNs ? -1 : 1)) {
    const from = child.startNs > coveredTo ? child.startNs : coveredTo;
    const to = child.endNs < endNs ? child.endNs : endNs;
    if (to <= from) continue;
    own -= to - from;
    coveredTo = to;
  }
  return Number(own) / 1e3;
}

// src/bench/leaks.ts
import { setTimeout as sleep8 } from "node:timers/promises";
import { promisify as promisify5 } from "node:util";
import { gzip } from "node:zlib";

// src/engines/autocannon.ts
import { once as once2 } from "node:events";

// node_modules/autocannon/package.json with { type: 'json' }
var package_default = {
  name: "autocannon",
  version: "9.0.0",
  description: "Fast HTTP benchmarking tool written in Node.js",
  main: "autocannon.js",
  bin: {
    autocannon: "autocannon.js"
  },
  scripts: {
    test: "npm run lint && borp --no-timeout --concurrency 4",
    lint: "eslint .",
    "lint:fix": "eslint . --fix"
  },
  "pre-commit": [
    "test"
  ],
  repository: {
    type: "git",
    url: "git+https://github.com/mcollina/autocannon.git"
  },
  keywords: [
    "http",
    "soak",
    "load",
    "fast",
    "wrk",
    "ab",
    "test"
  ],
  author: "Matteo Collina <hello@matteocollina.com>",
  contributors: [
    "Glen Keane <glenkeane.94@gmail.com>",
    "Donald Robertson <donaldarobertson89@gmail.com",
    "Salman Mitha <SalmanMitha@gmail.com>"
  ],
  license: "MIT",
  bugs: {
    url: "https://github.com/mcollina/autocannon/issues"
  },
  homepage: "https://github.com/mcollina/autocannon#readme",
  devDependencies: {
    "ansi-regex": "^5.0.1",
    bl: "^6.0.0",
    borp: "^1.0.0",
    busboy: "^0.3.1",
    eslint: "^10.14.0",
    neostandard: "^0.14.1",
    "pre-commit": "^1.1.2",
    proxyquire: "^2.1.3",
    split2: "^4.0.0",
    "why-is-node-running": "^2.3.0"
  },
  dependencies: {
    "@minimistjs/subarg": "^1.0.0",
    chalk: "^4.1.0",
    "char-spinner": "^1.0.1",
    "cli-table3": "^0.6.0",
    "color-support": "^1.1.1",
    "cross-argv": "^2.0.0",
    "form-data": "^4.0.0",
    "has-async-hooks": "^1.0.0",
    "hdr-histogram-js": "^3.0.0",
    "hdr-histogram-percentiles-obj": "^3.0.0",
    "http-parser-js": "^0.5.2",
    hyperid: "^4.0.0",
    "lodash.chunk": "^4.2.0",
    "lodash.clonedeep": "^4.5.0",
    "lodash.flatten": "^4.4.0",
    "manage-path": "^2.0.0",
    "on-net-listen": "^1.1.1",
    "pretty-bytes": "^5.4.1",
    progress: "^2.0.3",
    reinterval: "^1.1.0",
    retimer: "^3.0.0",
    semver: "^7.3.2",
    timestring: "^6.0.0"
  }
};

// src/engines/autocannon-parser.ts
var onMessageComplete = 4;
function steerParser(client, parser, bodyless) {
  const execute = parser.execute.bind(parser);
  let last = false;
  let hint4 = false;
  let fields2 = [];
  client.on("headers", ({ statusCode, headers }) => {
    hint4 = statusCode < 200;
    fields2 = headers;
    if (bodyless() || statusCode === 204 || statusCode === 304)
      Object.assign(parser, { isChunked: false, body_bytes: 0 });
    last = !hint4 && !parser.shouldKeepAlive();
  });
  parser.execute = (chunk) => {
    const result = execute(chunk);
    if (result instanceof Error) client.conn?.destroy(result);
    return result;
  };
  queueMicrotask(() => {
    const complete = parser[onMessageComplete].bind(parser);
    parser[onMessageComplete] = () => {
      if (!hint4) complete();
    };
  });
  return {
    /** The other side said that it closes the connection after this answer. */
    wereTheLast: () => last,
    /** The fields of that name, in lower case, of the last answer. Names and values stand in turn. */
    field: (wanted) => fields2.flatMap((name, at2) => at2 % 2 === 0 && name.toLowerCase() === wanted ? [fields2[at2 + 1]] : []),
    /** The body has no length of its own: it is complete when the connection ends. */
    endWithConnection: () => parser.state === "BODY_RAW",
    forget() {
      parser.initialize("RESPONSE");
      last = false;
    }
  };
}

// src/engines/autocannon-client.ts
function steerClient(given2, load2) {
  const client = given2;
  const session = load2.openSession();
  const waiting = trackRequest(load2, session);
  const answers = steerParser(client, client.parser, () => waiting.request()?.method === "HEAD");
  const bytesOf = keptBytes(load2.host);
  client.timeout = load2.timeoutMs;
  client.getRequestBuffer = () => waiting.begin((request3) => bytesOf(request3, session.fields(request3)));
  client.on("response", (status) => {
    const request3 = waiting.request();
    if (load2.serverTiming !== void 0 && request3 !== null && isExpected(request3, status))
      answers.field("server-timing").forEach(load2.serverTiming);
    waiting.answered(status, answers.field("set-cookie"));
  });
  client.on("connError", (error2) => waiting.failed(isReset(error2) ? "reset" : "error"));
  const connect5 = client._connect.bind(client);
  const send = whenReady(client, session, load2);
  const open = () => {
    connect5();
    load2.opened(client.conn);
  };
  const end = () => void setImmediate(() => client.destroy());
  let retry;
  client._doRequest = () => {
    if (!load2.sending()) end();
    else if (answers.wereTheLast()) client._resetConnection();
    else send(end);
  };
  client._connect = () => {
    clearTimeout(retry);
    const last = client.conn;
    if (last !== void 0) {
      if (waiting.request() !== null && last.readableEnded && answers.endWithConnection())
        return client.parser.finish();
      waiting.failed(last.readableEnded ? "error" : "timeout");
      client._destroyConnection();
      answers.forget();
      if (!load2.sending()) return end();
    }
    const delayMs = retryDelayMs(waiting.failuresInARow());
    if (delayMs === 0) return open();
    retry = setTimeout(open, delayMs);
  };
  return {
    destroy() {
      clearTimeout(retry);
      client.destroy();
    }
  };
}
function whenReady(client, session, { broken }) {
  const send = client._doRequest.bind(client);
  let turn = 0;
  return (end) => {
    const pending = session.ready();
    const fail = (error2) => {
      broken(error2);
      end();
    };
    turn += 1;
    if (pending !== null) {
      const own = turn;
      void pending.then(() => own === turn && client._doRequest(), fail);
      return;
    }
    try {
      send();
    } catch (error2) {
      fail(error2);
    }
  };
}
function trackRequest({ tally, patience, next }, session) {
  let waiting = null;
  let startedMs = 0;
  let failuresInARow = 0;
  return {
    request: () => waiting?.request ?? null,
    failuresInARow: () => failuresInARow,
    /** Counts only what has bytes that can be sent. */
    begin(bytesOf) {
      const dealt = next();
      const bytes = bytesOf(dealt.request);
      waiting = dealt;
      tally.sent(dealt.route);
      startedMs = performance.now();
      return bytes;
    },
    answered(status, setCookie) {
      if (waiting === null) return;
      tally.answered(waiting.route, status, (performance.now() - startedMs) * 1e3);
      session.answered(waiting.request, status, setCookie);
      patience.answered();
      failuresInARow = 0;
      waiting = null;
    },
    failed(how) {
      if (waiting === null) return;
      tally.failed(waiting.route, how);
      patience.failed(how);
      failuresInARow += 1;
      waiting = null;
    }
  };
}

// src/engines/autocannon.ts
var endCheckMs = 25;
var autocannonEngine = { name: "autocannon", version: package_default.version, run };
async function run(origin3, load2, signal) {
  signal.throwIfAborted();
  await load2.credential?.ready();
  const connections3 = "requests" in load2.stop ? Math.min(load2.connections, load2.stop.requests) : load2.connections;
  const tally = await startTally(load2.routes, load2.observe);
  const patience = patienceFor(connections3);
  const until = stopRule(load2.stop);
  const sockets = /* @__PURE__ */ new Set();
  const failures = [];
  const shared = {
    tally,
    patience,
    timeoutMs: load2.timeoutMs,
    host: new URL(origin3).host,
    next: dealRequests(load2.routes, load2.variants).next,
    openSession: () => openSession(load2),
    ...load2.serverTiming !== void 0 && { serverTiming: load2.serverTiming },
    broken: (error2) => void failures.push(error2),
    sending() {
      const over = signal.aborted || failures.length > 0 || patience.exhausted();
      const sending2 = !over && !until(tally.total());
      if (!sending2) tally.ended();
      return sending2;
    },
    opened(socket) {
      sockets.add(socket);
      socket.once("close", () => sockets.delete(socket));
    }
  };
  const cpu = ownCpu();
  await drive({ url: origin3, connections: connections3 }, shared, signal);
  await Promise.all([...sockets].map(async (socket) => socket.closed || once2(socket, "close")));
  signal.throwIfAborted();
  if (failures.length > 0) throw failures[0];
  const engine = { name: "autocannon", version: package_default.version, model: "closed", protocol: "HTTP/1.1" };
  const summary2 = tally.summary({ engine, connections: connections3 });
  return { ...summary2, generatorCpuUs: cpu() / Math.max(1, summary2.sent) };
}
function stopRule(stop3) {
  if ("requests" in stop3) return (sent) => sent >= stop3.requests;
  let endMs2;
  return () => performance.now() >= (endMs2 ??= performance.now() + stop3.durationMs);
}
async function drive(options, shared, signal) {
  const { default: autocannon } = await import("./autocannon-Z2M5664A.js");
  const clients = [];
  const setupClient = (client) => void clients.push(steerClient(client, shared));
  const destroyAll = () => clients.forEach((client) => client.destroy());
  signal.addEventListener("abort", destroyAll);
  try {
    await new Promise((resolve, reject) => {
      const finished2 = (error2) => error2 == null ? resolve() : reject(error2);
      const endless = { amount: Number.MAX_SAFE_INTEGER, pipelining: 1, workers: 0, sampleInt: endCheckMs };
      autocannon({ ...options, ...endless, setupClient }, finished2);
    });
  } finally {
    signal.removeEventListener("abort", destroyAll);
    destroyAll();
  }
}

// src/engines/http2.ts
import { connect, constants } from "node:http2";
import { setTimeout as delay } from "node:timers/promises";
var http2Engine = { name: "http2", version: `node ${process.version}`, run: run2 };
async function run2(origin3, load2, signal) {
  signal.throwIfAborted();
  await load2.credential?.ready();
  const { routes: routes2, timeoutMs: timeoutMs2, stop: stop3, streams = 1 } = load2;
  const connections3 = "requests" in stop3 ? Math.min(load2.connections, stop3.requests) : load2.connections;
  const lanes = "requests" in stop3 ? Math.min(connections3 * streams, stop3.requests) : connections3 * streams;
  const tally = await startTally(routes2, load2.observe);
  const patience = patienceFor(lanes);
  const until = endOf(stop3);
  const sending2 = () => {
    const goesOn = !signal.aborted && !patience.exhausted() && !until(tally.total());
    if (!goesOn) tally.ended();
    return goesOn;
  };
  const sessions = Array.from({ length: connections3 }, () => openSession2(origin3, timeoutMs2));
  const closeAll2 = () => sessions.forEach((session) => session.close());
  signal.addEventListener("abort", closeAll2);
  const cpu = ownCpu();
  try {
    const { serverTiming } = load2;
    const next = dealRequests(routes2, load2.variants).next;
    const plan = { tally, patience, sending: sending2, next, ...serverTiming !== void 0 && { serverTiming } };
    const all = Array.from(
      { length: lanes },
      async (_, lane) => keepSending(sessions[lane % connections3], openSession(load2), plan, signal)
    );
    const failure2 = (await Promise.allSettled(all)).find((one2) => one2.status === "rejected");
    signal.throwIfAborted();
    if (failure2 !== void 0) throw failure2.reason;
  } finally {
    signal.removeEventListener("abort", closeAll2);
    closeAll2();
    await Promise.all(sessions.map(async (session) => session.closed()));
  }
  const engine = { name: "http2", version: `node ${process.version}`, model: "closed", protocol: "HTTP/2" };
  const summary2 = tally.summary({ engine, connections: connections3 });
  if (summary2.answered === 0 && sessions.some((session) => session.refused())) throw speaksNoHttp2(origin3);
  return { ...summary2, streams, generatorCpuUs: cpu() / Math.max(1, summary2.sent) };
}
function endOf(stop3) {
  if ("requests" in stop3) return (sent) => sent >= stop3.requests;
  let endMs2;
  return () => performance.now() >= (endMs2 ??= performance.now() + stop3.durationMs);
}
async function keepSending(session, user, plan, signal) {
  const { tally, patience } = plan;
  let failuresInARow = 0;
  while (plan.sending()) {
    const pending = user.ready();
    if (pending !== null) await pending;
    const { route, request: request3 } = plan.next();
    tally.sent(route);
    const startedMs = performance.now();
    const heard = { setCookie: [], serverTiming: "" };
    const answer2 = await session.send(request3, user.fields(request3), heard);
    if (typeof answer2 === "number") {
      user.answered(request3, answer2, heard.setCookie);
      if (heard.serverTiming !== "" && isExpected(request3, answer2)) plan.serverTiming?.(heard.serverTiming);
      tally.answered(route, answer2, (performance.now() - startedMs) * 1e3);
      patience.answered();
      failuresInARow = 0;
      continue;
    }
    tally.failed(route, answer2);
    patience.failed(answer2);
    failuresInARow += 1;
    const pauseMs = retryDelayMs(failuresInARow);
    if (pauseMs > 0) await delay(pauseMs, void 0, { signal });
  }
}
function openSession2(origin3, timeoutMs2) {
  const options = { rejectUnauthorized: !isLoopback(origin3) };
  const sessions = /* @__PURE__ */ new Map();
  let current;
  let [spoke, foreign2, left5] = [false, false, false];
  const open = () => {
    const session = connect(origin3, options);
    session.setMaxListeners(0);
    session.once("remoteSettings", () => spoke = true);
    session.on("error", ({ code: code3 }) => foreign2 ||= code3 !== "ECONNREFUSED");
    const end = new Promise((resolve) => session.once("close", resolve));
    sessions.set(
      session,
      end.finally(() => sessions.delete(session))
    );
    return session;
  };
  const usable = () => {
    if (current === void 0 || current.closed || current.destroyed) current = open();
    return current;
  };
  return {
    refused: () => foreign2 && !spoke,
    async send(request3, more, heard) {
      const fields2 = fieldsOf(request3, more);
      const answer2 = await ask2(usable(), { request: request3, fields: fields2, heard }, timeoutMs2);
      if (answer2 !== "refused" || left5) return answer2 === "refused" ? "error" : answer2;
      const second = await ask2(usable(), { request: request3, fields: fields2, heard }, timeoutMs2);
      return second === "refused" ? "reset" : second;
    },
    close() {
      left5 = true;
      for (const session of sessions.keys()) session.destroy();
    },
    closed: async () => void await Promise.all(sessions.values())
  };
}
var { HTTP2_HEADER_STATUS, NGHTTP2_CANCEL, NGHTTP2_NO_ERROR, NGHTTP2_REFUSED_STREAM } = constants;
async function ask2(session, asked, timeoutMs2) {
  const { request: request3, heard } = asked;
  const stream = startStream(session, asked);
  return new Promise((resolve) => {
    let [status, reset] = [0, false];
    const timer = setTimeout(() => {
      resolve("timeout");
      stream.close(NGHTTP2_CANCEL);
    }, timeoutMs2);
    stream.on("response", (headers) => {
      status = Number(headers[HTTP2_HEADER_STATUS]);
      heard.setCookie = headers["set-cookie"] ?? [];
      heard.serverTiming = [headers["server-timing"] ?? ""].flat().join(",");
    });
    stream.on(
      "error",
      (error2) => reset = isReset(error2) || error2.code === "ERR_HTTP2_STREAM_ERROR"
    );
    stream.once("close", () => {
      clearTimeout(timer);
      if (status === 0 && stream.rstCode === NGHTTP2_REFUSED_STREAM) return resolve("refused");
      const whole2 = status > 0 && !reset && !stream.aborted && stream.rstCode === NGHTTP2_NO_ERROR;
      resolve(whole2 ? status : reset ? "reset" : "error");
    });
    stream.resume();
    stream.end(request3.body);
  });
}
function startStream(session, { request: request3, fields: fields2 }) {
  try {
    return session.request(fields2);
  } catch (cause) {
    const because = cause.message.replace(/\.$/, "");
    throw new LeakgateError("config", `The request ${request3.label} can't be sent over HTTP/2: ${because}.`, {
      cause,
      hint: "connection, keep-alive, transfer-encoding and upgrade belong to HTTP/1.1."
    });
  }
}
function fieldsOf({ method, path: path3, headers, body: body2 }, more) {
  const fields2 = Object.entries({ ...headers, ...more }).map(([name, value2]) => {
    const lower = name.toLowerCase();
    return [lower === "host" ? ":authority" : lower, value2];
  });
  return {
    ":method": method,
    ":path": path3,
    ...Object.fromEntries(fields2),
    ...body2 !== void 0 && { "content-length": String(body2.length) }
  };
}
function speaksNoHttp2(origin3) {
  return new LeakgateError("config", `The service at ${origin3} doesn't speak HTTP/2.`, {
    hint: origin3.startsWith("https:") ? "Its server must offer `h2` in the TLS handshake, as net/http does unless it is told not to." : "Without TLS it must take HTTP/2 from the first byte: `http.Server.Protocols` with `SetUnencryptedHTTP2(true)`. With TLS, write `tls: true`."
  });
}

// src/engines/hold.ts
import { Agent as PlainAgent, get as plainGet } from "node:http";
import { connect as connect2 } from "node:http2";
import { Agent as TlsAgent, get as tlsGet } from "node:https";
async function holdConnections(held, signal) {
  signal.throwIfAborted();
  const holding = held.protocol === "HTTP/2" ? holdSessions(held) : holdSockets(held);
  const onAbort = () => holding.close();
  signal.addEventListener("abort", onAbort);
  const release = () => {
    signal.removeEventListener("abort", onAbort);
    holding.close();
  };
  try {
    await holding.asked;
  } catch (cause) {
    release();
    signal.throwIfAborted();
    const what = `${held.connections} connections over ${held.protocol}`;
    throw new LeakgateError(
      "measurement",
      `The service didn't answer on all of ${what}: ${cause.message}.`,
      { cause }
    );
  }
  return { [Symbol.asyncDispose]: async () => release() };
}
function holdSockets({ origin: origin3, connections: connections3, path: path3, headers, timeoutMs: timeoutMs2 }) {
  const tls = origin3.startsWith("https:");
  const options = { keepAlive: true, maxSockets: connections3, maxFreeSockets: connections3 };
  const agent = tls ? new TlsAgent({ ...options, rejectUnauthorized: !isLoopback(origin3) }) : new PlainAgent(options);
  const ask3 = async () => new Promise((resolve, reject) => {
    const answered2 = (response) => void response.once("end", resolve).once("error", reject).resume();
    const request3 = (tls ? tlsGet : plainGet)(
      new URL(path3, origin3),
      { agent, headers, timeout: timeoutMs2 },
      answered2
    );
    request3.once("error", reject).once("timeout", () => request3.destroy(new Error("it took too long")));
  });
  return { asked: Promise.all(Array.from({ length: connections3 }, ask3)), close: () => agent.destroy() };
}
function holdSessions({ origin: origin3, connections: connections3, path: path3, headers, timeoutMs: timeoutMs2 }) {
  const sessions = Array.from(
    { length: connections3 },
    () => connect2(origin3, { rejectUnauthorized: !isLoopback(origin3) })
  );
  const ask3 = async (session) => new Promise((resolve, reject) => {
    session.once("error", reject);
    const stream = session.request({ ":path": path3, ...headers });
    stream.setTimeout(timeoutMs2, () => stream.destroy(new Error("it took too long")));
    stream.once("end", resolve).once("error", reject).resume();
    stream.end();
  });
  return { asked: Promise.all(sessions.map(ask3)), close: () => sessions.forEach((session) => session.destroy()) };
}

// src/engines/open.ts
import { once as once3 } from "node:events";
import { Worker } from "node:worker_threads";
async function openLoad(origin3, { credential, ...load2 }, signal) {
  signal.throwIfAborted();
  await credential?.ready();
  const order = { origin: origin3, load: load2, fields: credential?.fields() ?? null };
  const worker = new Worker(new URL("./open-worker.js", import.meta.url), { workerData: order });
  const stopSharing = credential && shareCredential(credential, worker);
  try {
    const reply = await replyOf(worker, signal);
    if ("summary" in reply) return reply.summary;
    const { code: code3, message, hint: hint4 } = reply.refused;
    throw new LeakgateError(code3, message, hint4 === void 0 ? {} : { hint: hint4 });
  } catch (error2) {
    signal.throwIfAborted();
    throw error2;
  } finally {
    stopSharing?.();
    await worker.terminate();
  }
}
async function replyOf(worker, signal) {
  for (; ; ) {
    const [message] = await once3(worker, "message", { signal });
    if (!("credential" in message)) return message;
  }
}

// src/engines/steered.ts
import { once as once4 } from "node:events";
import { Worker as Worker2 } from "node:worker_threads";
async function steeredLoad({ credential, ...order }, signal) {
  signal.throwIfAborted();
  await credential?.ready();
  const workerData = { ...order, fields: credential?.fields() ?? null };
  const worker = new Worker2(new URL("./steered-worker.js", import.meta.url), { workerData });
  const stopSharing = credential && shareCredential(credential, worker);
  const seen3 = listen(worker);
  const post = (call4) => worker.postMessage(call4);
  return {
    rate: (perSecond) => post({ perSecond }),
    get answers() {
      if (seen3.failure !== null) throw seen3.failure;
      return seen3.answers;
    },
    inFlight: () => seen3.sent - seen3.answers.sentMs.length,
    takeLateMs: () => seen3.lateMs.splice(0),
    async finish() {
      post({ finish: true });
      await seen3.ended.wait(signal);
      if (seen3.failure !== null) throw seen3.failure;
    },
    async [Symbol.asyncDispose]() {
      stopSharing?.();
      await worker.terminate();
    }
  };
}
function listen(worker) {
  const answers = { sentMs: [], tookUs: [], status: [], route: [], retryAfter: [], fallback: [] };
  const ended = new AbortController();
  const seen3 = { answers, sent: 0, lateMs: [], failure: null, ended: { wait } };
  async function wait(signal) {
    const both = AbortSignal.any([signal, ended.signal]);
    if (!both.aborted) await once4(both, "abort");
    signal.throwIfAborted();
  }
  worker.on("message", (reply) => {
    if ("credential" in reply) return;
    if ("batch" in reply) {
      seen3.sent += reply.batch.sent;
      seen3.lateMs.push(...reply.batch.lateMs);
      append(answers, reply.batch.answers);
      return;
    }
    if ("refused" in reply) {
      const { code: code3, message, hint: hint4 } = reply.refused;
      seen3.failure = new LeakgateError(code3, message, hint4 === void 0 ? {} : { hint: hint4 });
    }
    ended.abort();
  });
  worker.on("error", (error2) => {
    seen3.failure = error2;
    ended.abort();
  });
  return seen3;
}
function append(to, from) {
  to.sentMs.push(...from.sentMs);
  to.tookUs.push(...from.tookUs);
  to.status.push(...from.status);
  to.route.push(...from.route);
  to.retryAfter.push(...from.retryAfter);
  to.fallback.push(...from.fallback);
}

// src/engines/programs/k6.ts
import { mkdtemp, readFile as readFile2, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join as join3 } from "node:path";

// src/engines/programs/json.ts
function parseJson(text4) {
  try {
    return text4 === void 0 ? void 0 : JSON.parse(text4);
  } catch {
    return void 0;
  }
}

// src/engines/programs/unreadable.ts
function unreadable2(name, output, cause) {
  return new LeakgateError("measurement", `What ${name} reported can't be read.`, {
    cause,
    output: lastLines(output, 20),
    hint: `Another version of ${name} may write another form. \`engine: auto\` needs no other program.`
  });
}

// src/engines/programs/k6-summary.ts
var counter = object({ count: number().nonnegative(), rate: number().nonnegative() });
var trend = object({
  avg: number(),
  max: number(),
  "p(50)": number(),
  "p(95)": number(),
  "p(99)": number()
});
var summaryFile = object({
  metrics: object({
    http_reqs: counter.optional(),
    http_req_duration: trend.optional(),
    "http_req_duration{expected_response:true}": trend.optional(),
    /** `passes`: how often it was true that a request failed. */
    http_req_failed: object({ passes: number().nonnegative() }).optional(),
    iterations: counter.optional(),
    dropped_iterations: counter.optional()
  })
});
function readK6(text4, { version: version2, connections: connections3, model, ranMs }) {
  const parsed3 = summaryFile.safeParse(parseJson(text4));
  if (!parsed3.success) throw unreadable2("k6", text4.slice(0, 2e3), parsed3.error);
  const { metrics: metrics2 } = parsed3.data;
  const { count: count4 = 0, rate: rate2 = 0 } = metrics2.http_reqs ?? {};
  const durationMs = rate2 > 0 ? count4 * 1e3 / rate2 : ranMs;
  const perIteration = count4 / Math.max(1, metrics2.iterations?.count ?? 0);
  const dropped = Math.round((metrics2.dropped_iterations?.count ?? 0) * perIteration);
  const latency3 = metrics2["http_req_duration{expected_response:true}"] ?? metrics2.http_req_duration;
  const perSecond = (requests) => durationMs === 0 ? 0 : requests * 1e3 / durationMs;
  return {
    engine: { name: "k6", version: version2, model },
    connections: connections3,
    durationMs,
    sent: count4 + dropped,
    answered: count4,
    errors: 0,
    timeouts: dropped,
    lost: 0,
    unexpected: Math.min(count4, metrics2.http_req_failed?.passes ?? 0),
    statuses: {},
    requestsPerSecond: rate2,
    perSecond: [],
    latencyUs: toUs(latency3),
    routes: [],
    ...model === "open" && {
      open: { askedPerSecond: perSecond(count4 + dropped), sentPerSecond: perSecond(count4), dropped }
    }
  };
}
var us = (ms4 = 0) => ms4 * 1e3;
function toUs(of) {
  return {
    mean: us(of?.avg),
    p50: us(of?.["p(50)"]),
    p95: us(of?.["p(95)"]),
    p99: us(of?.["p(99)"]),
    max: us(of?.max)
  };
}

// src/engines/programs/program.ts
import { accessSync, constants as constants2, readFileSync as readFileSync2, statSync } from "node:fs";
import { delimiter, join as join2 } from "node:path";
var known = {
  wrk: { install: "apt-get install wrk, or brew install wrk", ask: ["-v"], version: /^wrk (\S+)/m },
  vegeta: {
    install: "go install github.com/tsenart/vegeta/v12@latest, or brew install vegeta",
    ask: ["-version"],
    version: /^Version: *(\S+)/m
  },
  k6: {
    install: "go install go.k6.io/k6@latest, or brew install k6",
    ask: ["version"],
    version: /^k6(?:\S*) v?(\S+)/m
  },
  kubectl: {
    install: "https://kubernetes.io/docs/tasks/tools/",
    ask: ["version", "--client"],
    version: /^Client Version: v(\S+)/m
  }
};
var asEngine = { setting: "engine", instead: "write `engine: auto`, which needs nothing" };
async function findProgram(name, place3, signal, { setting, instead } = asEngine) {
  const { install, ask: ask3, version: version2 } = known[name];
  const path3 = onPath(name, place3.env);
  if (path3 === null) {
    throw new LeakgateError("config", `${setting}: ${name} isn't installed: there is no ${name} on the PATH.`, {
      hint: `Install it: ${install}. Or ${instead}.`
    });
  }
  const { stdout, stderr } = await runCommand(path3, ask3, place3, signal);
  const told3 = version2.exec(`${stdout}
${stderr}`)?.[1];
  return { name, path: path3, version: told3 ?? await builtFrom(path3, place3, signal) ?? "of unknown version" };
}
function onPath(name, { PATH = "" }) {
  const candidates = PATH.split(delimiter).filter((folder) => folder !== "").map((folder) => join2(folder, name));
  return candidates.find(isExecutable) ?? null;
}
function isExecutable(path3) {
  try {
    accessSync(path3, constants2.X_OK);
    return statSync(path3).isFile();
  } catch {
    return false;
  }
}
async function builtFrom(path3, place3, signal) {
  const { stdout } = await runCommand("go", ["version", "-m", path3], place3, signal).catch(() => ({ stdout: "" }));
  return /^\tmod\t\S+\tv?(\S+)/m.exec(stdout)?.[1];
}
async function runProgram({ name, path: path3 }, args, { env, cwd, fine = [] }, signal) {
  const processors = generatorProcessors();
  const taskset = processors.length === 0 ? null : onPath("taskset", env);
  const bound = taskset === null ? [path3, ...args] : [taskset, "-c", processors.join(","), path3, ...args];
  const place3 = { cwd, env: { ...env, GOMAXPROCS: String(Math.max(1, processors.length)) } };
  const result = await runCommand(bound[0], bound.slice(1), place3, signal);
  if (result.exitCode === 0 || fine.includes(result.exitCode)) return result;
  throw new LeakgateError("measurement", `${name} ended with code ${result.exitCode}.`, {
    output: lastLines(`${result.stdout}
${result.stderr}`.trim(), 20),
    hint: "Its last output says why."
  });
}
function generatorProcessors(status = ownStatus()) {
  const allowed = (/^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1] ?? "").split(",").flatMap((range2) => {
    const [first, last = first] = range2.split("-").map(Number);
    return range2 === "" ? [] : Array.from({ length: last - first + 1 }, (_, at2) => first + at2);
  });
  return allowed.length < 2 ? [] : allowed.slice(-Math.floor(allowed.length / 2));
}
function ownStatus() {
  try {
    return readFileSync2("/proc/self/status", "latin1");
  } catch {
    return "";
  }
}

// src/engines/programs/k6.ts
var endedFine = [99, 108];
var latencies = "avg,min,med,max,p(50),p(95),p(99)";
async function k6Load(k6, origin3, load2, signal) {
  const { script: script2, connections: connections3, durationMs, env } = load2;
  const folder = await mkdtemp(join3(tmpdir(), "leakgate-k6-"));
  const summaryFile2 = join3(folder, "summary.json");
  const place3 = { cwd: dirname(script2), env: { ...env, BASE_URL: origin3, K6_NO_USAGE_REPORT: "true" } };
  try {
    const plan = await planOf(k6, script2, place3, signal);
    const own = plan.planned && !load2.warmUp;
    const asked = own ? [] : ["--vus", String(connections3), "--duration", `${durationMs}ms`];
    const quiet = ["--quiet", "--no-color", "--summary-trend-stats", latencies, "--summary-export", summaryFile2];
    const trust = origin3.startsWith("https:") && isLoopback(origin3) ? ["--insecure-skip-tls-verify"] : [];
    const cpu = childrenCpu();
    const startedMs = performance.now();
    await runProgram(k6, ["run", ...quiet, ...trust, ...asked, script2], { ...place3, fine: endedFine }, signal);
    const ranMs = performance.now() - startedMs;
    const cpuUs = cpu();
    const text4 = await readFile2(summaryFile2, "utf8").catch(() => "");
    const model = own && plan.open ? "open" : "closed";
    const summary2 = readK6(text4, { version: k6.version, connections: own ? plan.users : connections3, model, ranMs });
    return { ...summary2, ...cpuUs !== null && { generatorCpuUs: cpuUs / Math.max(1, summary2.sent) } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
var inspected = object({
  scenarios: record(
    string(),
    object({ executor: string(), vus: number().nullish(), iterations: number().nullish() })
  ),
  duration: string().nullish(),
  iterations: number().nullish(),
  stages: array(unknown()).nullish(),
  maxVUs: number()
});
function readPlan(stdout) {
  let given2;
  try {
    given2 = JSON.parse(stdout);
  } catch {
    given2 = void 0;
  }
  const parsed3 = inspected.safeParse(given2);
  if (!parsed3.success) throw unreadable2("k6", stdout, parsed3.error);
  const { scenarios, duration, iterations, stages: stages2, maxVUs } = parsed3.data;
  const all = Object.entries(scenarios);
  const once7 = all.length === 1 && all.every(([name, one2]) => name === "default" && one2.iterations == null && one2.vus == null);
  const shorthand = duration != null || iterations != null || stages2 != null;
  return {
    planned: shorthand || !(once7 && all[0][1].executor === "per-vu-iterations"),
    open: all.length > 0 && all.every(([, { executor }]) => executor.endsWith("arrival-rate")),
    users: maxVUs
  };
}
async function planOf(k6, script2, place3, signal) {
  const { stdout } = await runProgram(k6, ["inspect", "--execution-requirements", script2], place3, signal);
  return readPlan(stdout);
}

// src/engines/k6/cluster.ts
import { randomBytes } from "node:crypto";
import { mkdtemp as mkdtemp3, readFile as readFile3, rm as rm3, writeFile as writeFile2 } from "node:fs/promises";
import { tmpdir as tmpdir3 } from "node:os";
import { join as join5 } from "node:path";
import { setTimeout as sleep3 } from "node:timers/promises";

// src/engines/k6/local.ts
import { mkdtemp as mkdtemp2, rm as rm2, writeFile } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join4 } from "node:path";
import { fileURLToPath } from "node:url";

// src/engines/k6/metric-names.ts
var resultMark = "leakgate-result ";
var routeMetrics = (route) => ({
  sent: `leakgate_sent_${route}`,
  answered: `leakgate_answered_${route}`,
  unexpected: `leakgate_unexpected_${route}`,
  errors: `leakgate_errors_${route}`,
  resets: `leakgate_resets_${route}`,
  timeouts: `leakgate_timeouts_${route}`,
  latency: `leakgate_latency_${route}`
});
var loadMetrics = {
  latency: "leakgate_latency",
  http2: "leakgate_http2",
  firstSent: "leakgate_first_sent",
  lastAnswered: "leakgate_last_answered",
  /** k6's own: requests that were due and found no free user. */
  dropped: "dropped_iterations"
};
var statusPrefix = "leakgate_status_";
var statusOf = (metric2) => metric2.startsWith(statusPrefix) ? metric2.slice(statusPrefix.length) : void 0;

// src/engines/k6/plan.ts
var shortestMs = 1e3;
var longestMs = 30 * 6e4;
function k6Plan(origin3, load2) {
  const { routes: routes2, variants, fields: fields2, timeoutMs: timeoutMs2 } = load2;
  return {
    origin: origin3,
    routes: routes2.map((route) => plannedRoute(route)),
    cycle: routeCycle(routes2),
    variants,
    fields: fields2,
    timeoutMs: timeoutMs2,
    options: {
      scenarios: { leakgate: scenarioOf(load2) },
      maxRedirects: 0,
      discardResponseBodies: true,
      noCookiesReset: load2.cookies,
      // Without a name for each address, templates would make k6 keep figures of every single one.
      systemTags: [],
      summaryTrendStats: trendStats,
      ...origin3.startsWith("https:") && isLoopback(origin3) && { insecureSkipTLSVerify: true }
    }
  };
}
var quantileGrid = [
  ...Array.from({ length: 99 }, (_, index2) => index2 + 1),
  99.1,
  99.2,
  99.3,
  99.4,
  99.5,
  99.6,
  99.7,
  99.8,
  99.9,
  99.99
];
var trendStats = ["count", "avg", "min", "max", ...quantileGrid.map((percent3) => `p(${percent3})`)];
function plannedRoute({ method, path: path3, headers, body: body2, expectStatus, anonymous = false, template }) {
  return {
    method,
    path: path3,
    headers,
    ...body2 !== void 0 && { body: plannedBody(body2) },
    expectStatus,
    anonymous,
    ...template !== void 0 && { template }
  };
}
function plannedBody(body2) {
  try {
    return { text: new TextDecoder("utf8", { fatal: true, ignoreBOM: true }).decode(body2) };
  } catch {
    return { base64: Buffer.from(body2).toString("base64") };
  }
}
function scenarioOf({ until, connections: connections3, timeoutMs: timeoutMs2 }) {
  const gracefulStop = `${timeoutMs2 + 1e3}ms`;
  if ("requests" in until) {
    const { requests: iterations } = until;
    const vus = Math.min(connections3, iterations);
    return { executor: "shared-iterations", vus, iterations, maxDuration: `${longestMs}ms`, gracefulStop };
  }
  if ("durationMs" in until) {
    const durationMs = Math.max(shortestMs, Math.round(until.durationMs));
    return { executor: "constant-vus", vus: connections3, duration: `${durationMs}ms`, gracefulStop };
  }
  const users = { preAllocatedVUs: connections3, maxVUs: connections3 };
  return { executor: "ramping-arrival-rate", ...users, ...rates(until.traffic), gracefulStop };
}
var perThousandSeconds = (perSecond) => Math.round(perSecond * 1e3);
function rates({ stages: stages2, spacing }) {
  if (spacing === "poisson") throw unsendable("the gaps of a Poisson process");
  const planned = stages2.flatMap((stage) => {
    if ("burst" in stage) throw unsendable("bursts");
    const { perSecond, toPerSecond = perSecond, durationMs } = stage;
    return [
      // Its first rate is reached at once, also where the stage before ended with another one.
      { target: perThousandSeconds(perSecond), duration: "0s" },
      { target: perThousandSeconds(toPerSecond), duration: `${Math.round(durationMs)}ms` }
    ];
  });
  return { timeUnit: "1000s", startRate: planned[0].target, stages: planned };
}
var unsendable = (what) => new LeakgateError(
  "config",
  `traffic: k6 can't send ${what}, and it is what loads a service that is already deployed.`,
  {
    hint: "Write stages with `rate` and `to`, or a named curve."
  }
);

// src/engines/k6/summary.ts
var podResult = record(string(), record(string(), number()));
function readPod(output) {
  const line6 = output.split("\n").findLast((one2) => one2.startsWith(resultMark));
  const parsed3 = podResult.safeParse(parseJson(line6?.slice(resultMark.length)));
  if (parsed3.success) return parsed3.data;
  throw unreadable2("k6", output.slice(-2e3), parsed3.error);
}
function mergePods(pods, { routes: routes2, connections: connections3, version: version2, asked }) {
  const count4 = (metric2) => sum(pods.map((pod) => pod[metric2]?.["count"] ?? 0));
  const byRoute = routes2.map(({ label: label4 }, index2) => routeCounts(label4, index2, pods, count4));
  const total = (key) => sum(byRoute.map((route) => route[key]));
  const dropped = count4(loadMetrics.dropped);
  const [onWire, answered2, errors] = [total("sent"), total("answered"), total("errors")];
  if (onWire + dropped === 0)
    throw new LeakgateError("measurement", "k6 sent no request.", { hint: "Its log may say why." });
  const timeouts = total("timeouts") + dropped;
  const durationMs = Math.max(...pods.map(durationOf2));
  const perSecond = (requests, ms4 = durationMs) => ms4 === 0 ? 0 : requests * 1e3 / ms4;
  return {
    engine: {
      name: "k6",
      version: version2,
      model: asked === void 0 ? "closed" : "open",
      protocol: protocolOf(count4(loadMetrics.http2), answered2)
    },
    connections: connections3,
    durationMs,
    sent: onWire + dropped,
    answered: answered2,
    errors,
    resets: total("resets"),
    timeouts,
    lost: Math.max(0, onWire + dropped - answered2 - errors - timeouts),
    unexpected: total("unexpected"),
    statuses: statusesOf(pods),
    requestsPerSecond: perSecond(answered2),
    perSecond: [],
    latencyUs: latencyOf(pods, loadMetrics.latency),
    routes: byRoute.map(({ load: load2 }) => load2),
    ...asked !== void 0 && {
      open: { askedPerSecond: asked.perSecond, sentPerSecond: perSecond(onWire, asked.durationMs), dropped }
    }
  };
}
function routeCounts(label4, index2, pods, count4) {
  const { latency: latency3, ...counters } = routeMetrics(index2);
  const counts2 = Object.fromEntries(Object.entries(counters).map(([key, metric2]) => [key, count4(metric2)]));
  const of = counts2;
  const failed3 = of.sent - of.answered + of.unexpected;
  return { ...of, load: { label: label4, requests: of.sent, failed: failed3, latencyUs: latencyOf(pods, latency3) } };
}
function protocolOf(http2, answered2) {
  if (http2 === 0) return "HTTP/1.1";
  return http2 === answered2 ? "HTTP/2" : void 0;
}
function statusesOf(pods) {
  const statuses = {};
  for (const pod of pods) {
    for (const [metric2, { count: count4 = 0 }] of Object.entries(pod)) {
      const status = statusOf(metric2);
      if (status !== void 0 && count4 > 0) statuses[status] = (statuses[status] ?? 0) + count4;
    }
  }
  return statuses;
}
function durationOf2(pod) {
  const [first, last] = [pod[loadMetrics.firstSent]?.["min"], pod[loadMetrics.lastAnswered]?.["max"]];
  return first === void 0 || last === void 0 ? 0 : Math.max(0, last - first);
}
function latencyOf(pods, metric2) {
  const trends = pods.map((pod) => pod[metric2] ?? {}).filter(({ count: count4 = 0 }) => count4 > 0);
  const points = trends.flatMap(pointsOf).toSorted((a, b) => a.ms - b.ms);
  const all = sum(trends.map(({ count: count4 = 0 }) => count4));
  if (all === 0) return { mean: 0, p50: 0, p95: 0, p99: 0, max: 0 };
  return {
    mean: sum(trends.map(({ avg = 0, count: count4 = 0 }) => avg * count4)) * 1e3 / all,
    p50: quantile(points, all / 2) * 1e3,
    p95: quantile(points, all * 0.95) * 1e3,
    p99: quantile(points, all * 0.99) * 1e3,
    max: Math.max(...trends.map(({ max = 0 }) => max)) * 1e3
  };
}
function pointsOf(trend2) {
  const { count: count4 = 0, max = 0 } = trend2;
  let below2 = 0;
  const points = quantileGrid.map((percent3) => {
    const share2 = (percent3 - below2) / 100;
    below2 = percent3;
    return { ms: trend2[`p(${percent3})`] ?? max, count: share2 * count4 };
  });
  return [...points, { ms: max, count: (100 - below2) / 100 * count4 }];
}
var hair = 1e-9;
function quantile(points, rank2) {
  let seen3 = 0;
  for (const { ms: ms4, count: count4 } of points) {
    seen3 += count4;
    if (seen3 >= rank2 * (1 - hair)) return ms4;
  }
  return points.at(-1)?.ms ?? 0;
}
var sum = (values) => values.reduce((total, value2) => total + value2, 0);

// src/engines/k6/local.ts
var k6Script = () => fileURLToPath(new URL("./k6-script.js", import.meta.url));
var endedFine2 = [108];
async function runLocally(k6, plan, env, signal) {
  const folder = await mkdtemp2(join4(tmpdir2(), "leakgate-k6-"));
  try {
    await writeFile(join4(folder, "plan.json"), JSON.stringify(plan), { mode: 384 });
    const place3 = { cwd: folder, env: { ...env, LEAKGATE_PLAN: join4(folder, "plan.json") }, fine: endedFine2 };
    const args = ["run", "--quiet", "--no-color", "--no-usage-report", "--address", "", k6Script()];
    const cpu = childrenCpu();
    const { stdout } = await runProgram(k6, args, place3, signal);
    return { pods: [readPod(stdout)], cpuUs: cpu() };
  } finally {
    await rm2(folder, { recursive: true, force: true });
  }
}

// src/engines/k6/manifest.ts
var planFolder = "/leakgate";
var [scriptFile, planFile] = ["script.js", "plan.json"];
var metadata = ({ name, cluster: { namespace } }) => ({
  name,
  namespace,
  labels: { "app.kubernetes.io/managed-by": "leakgate" }
});
var testRun = (run5) => ({
  apiVersion: "k6.io/v1alpha1",
  kind: "TestRun",
  metadata: metadata(run5),
  spec: {
    parallelism: run5.pods,
    script: { configMap: { name: run5.name, file: scriptFile } },
    arguments: "--no-color --no-usage-report",
    runner: {
      ...run5.cluster.image !== void 0 && { image: run5.cluster.image },
      env: [{ name: "LEAKGATE_PLAN", value: `${planFolder}/${planFile}` }],
      volumes: [{ name: "leakgate-plan", secret: { secretName: run5.name } }],
      volumeMounts: [{ name: "leakgate-plan", mountPath: planFolder, readOnly: true }]
    }
  }
});
var scriptMap = (run5, script2) => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: metadata(run5),
  data: { [scriptFile]: script2 }
});
var planSecret = (run5, plan) => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: metadata(run5),
  type: "Opaque",
  stringData: { [planFile]: plan }
});

// src/engines/k6/cluster.ts
var startMs = 5 * 6e4;
var endMs = 2 * 6e4;
var lookEveryMs = 2e3;
var mostPlanBytes = 1e6;
var cleanUpMs = 3e4;
async function runOnCluster(cluster, { plan, durationMs, users }, { kubectl, env, progress }, signal) {
  const text4 = JSON.stringify(plan);
  if (Buffer.byteLength(text4) > mostPlanBytes) throw tooLarge();
  const run5 = {
    name: `leakgate-${randomBytes(5).toString("hex")}`,
    cluster,
    pods: Math.min(cluster.parallelism, users)
  };
  const folder = await mkdtemp3(join5(tmpdir3(), "leakgate-k6-"));
  const where = [
    "--namespace",
    cluster.namespace,
    ...cluster.context === void 0 ? [] : ["--context", cluster.context]
  ];
  const ask3 = async (args, until = signal) => runCommand(kubectl, [...where, ...args], { cwd: folder, env }, until);
  const must = async (what, args) => {
    const { exitCode, stdout, stderr } = await ask3(args);
    if (exitCode === 0) return stdout;
    throw failed2(`kubectl couldn't ${what}`, lastLines(stderr || stdout, 20));
  };
  const test = { ask: ask3, must, ...run5 };
  try {
    const script2 = await readFile3(k6Script(), "utf8");
    const items = [scriptMap(run5, script2), planSecret(run5, text4), testRun(run5)];
    const file = join5(folder, "load.json");
    await writeFile2(file, JSON.stringify({ apiVersion: "v1", kind: "List", items }), { mode: 384 });
    await must("create the test", ["create", "--filename", file]);
    await finished(test, { durationMs, progress }, signal);
    return await resultsOf(test);
  } finally {
    await removeAll(run5.name, ask3, progress);
    await rm3(folder, { recursive: true, force: true });
  }
}
async function finished(test, { durationMs, progress }, signal) {
  const beganMs = performance.now();
  let last = "";
  let startedMs;
  for (; ; ) {
    const args = ["get", `testrun/${test.name}`, "--output", "jsonpath={.status.stage}"];
    const stage = await test.must("ask for the test", args);
    if (stage !== last) progress(`k6: ${test.name} in ${test.pods} pods: ${stage}`);
    last = stage;
    if (stage === "finished" || stage === "stopped") return;
    if (stage === "error") throw failed2("The k6 operator ended the test with an error", await logsOf(test));
    if (stage === "started") startedMs ??= performance.now();
    const [sinceMs, limitMs] = startedMs === void 0 ? [beganMs, startMs] : [startedMs, durationMs + endMs];
    if (performance.now() - sinceMs > limitMs) {
      const at2 = stage === "" ? "the k6 operator never took it up" : `it is still in stage ${stage}`;
      throw failed2(`The test on the cluster took more than ${Math.round(limitMs / 1e3)} s: ${at2}`, await podsOf(test));
    }
    await sleep3(lookEveryMs, void 0, { signal });
  }
}
async function resultsOf(test) {
  const selector = `app=k6,k6_cr=${test.name},runner=true`;
  const listed2 = await test.must("list the pods", ["get", "pods", "--selector", selector, "--output", "name"]);
  const names = listed2.split("\n").filter((name) => name !== "");
  if (names.length !== test.pods) {
    throw failed2(`${names.length} of ${test.pods} pods of the test are there to be asked`, await podsOf(test));
  }
  const results = [];
  for (const name of names) results.push(readPod(await test.must("read a log", ["logs", name, "--container", "k6"])));
  return results;
}
async function logsOf(test) {
  const selector = ["--selector", `app=k6,k6_cr=${test.name}`];
  const { stdout } = await test.ask(["logs", ...selector, "--all-containers", "--prefix", "--tail", "20"]);
  return [await podsOf(test), lastLines(stdout, 40)].filter((part) => part !== "").join("\n");
}
var podsOf = async (test) => (await test.ask(["get", "pods", "--selector", `k6_cr=${test.name}`])).stdout.trim();
async function removeAll(name, ask3, progress) {
  const kinds2 = ["testrun", "configmap", "secret"].map((kind) => `${kind}/${name}`);
  const args = ["delete", ...kinds2, "--ignore-not-found", "--wait=false"];
  const removed = await ask3(args, AbortSignal.timeout(cleanUpMs)).catch(() => null);
  if (removed?.exitCode === 0) return;
  progress(`k6: ${kinds2.join(", ")} couldn't be removed: ${lastLines(removed?.stderr ?? "no answer", 1)}`);
}
var failed2 = (message, output) => new LeakgateError("measurement", `${message}.`, {
  output,
  hint: "Does `kubectl get testruns` work from here, with the namespace and the context of `cluster`? The k6 operator must be installed there."
});
var tooLarge = () => new LeakgateError(
  "config",
  "The requests are too large for a cluster: bodies and feeders together take more than 1 MB.",
  {
    hint: "Send smaller bodies, or shorter feeders. Without `cluster`, k6 on this machine has no such limit."
  }
);

// src/engines/k6/load.ts
async function scenarioByK6(origin3, load2, place3, signal) {
  const { routes: routes2, connections: connections3, until } = load2;
  const plan = k6Plan(origin3, load2);
  const asked = "traffic" in until ? ofTraffic(until.traffic) : void 0;
  const sent = { routes: routes2, connections: connections3, ...asked !== void 0 && { asked } };
  if ("k6" in place3) {
    const { pods: pods2, cpuUs } = await runLocally(place3.k6, plan, place3.env, signal);
    const summary2 = mergePods(pods2, { ...sent, version: place3.k6.version });
    return { ...summary2, ...cpuUs !== null && { generatorCpuUs: cpuUs / Math.max(1, summary2.sent) } };
  }
  const durationMs = "durationMs" in until ? until.durationMs : asked?.durationMs ?? longestMs;
  const users = "requests" in until ? Math.min(connections3, until.requests) : connections3;
  const pods = await runOnCluster(place3.cluster, { plan, durationMs, users }, place3, signal);
  return mergePods(pods, { ...sent, version: clusterVersion(place3.cluster) });
}
var clusterVersion = ({ image }) => image ?? "of the k6 operator";
var ofTraffic = (traffic) => ({
  perSecond: askedPerSecond(traffic),
  durationMs: trafficDurationMs(traffic)
});

// src/engines/programs/vegeta.ts
import { mkdtemp as mkdtemp4, rm as rm4, writeFile as writeFile3 } from "node:fs/promises";
import { tmpdir as tmpdir4 } from "node:os";
import { join as join6 } from "node:path";
import { setTimeout as delay2 } from "node:timers/promises";

// src/engines/programs/vegeta-attacks.ts
var stepMs = 1e3;
function attacksOf({ stages: stages2, spacing }) {
  if (spacing === "poisson") throw unable("independent users (`spacing: poisson`)");
  return stages2.flatMap(stepsOf);
}
function stepsOf(stage) {
  if ("burst" in stage) throw unable("bursts");
  const { perSecond, toPerSecond = perSecond, durationMs } = stage;
  if (toPerSecond === perSecond) return [{ perSecond, durationMs }];
  const steps2 = Math.max(1, Math.ceil(durationMs / stepMs));
  const rise = (toPerSecond - perSecond) / steps2;
  return Array.from({ length: steps2 }, (_, step2) => ({
    perSecond: perSecond + rise * (step2 + 0.5),
    durationMs: durationMs / steps2
  }));
}
function unable(what) {
  return new LeakgateError("config", `vegeta can't send ${what}, only constant rates and ramps.`, {
    hint: "Write `engine: auto`: its open loop sends every schedule."
  });
}

// src/engines/programs/vegeta-results.ts
import { readFile as readFile4 } from "node:fs/promises";
var line = object({
  /** 0 without a complete answer. */
  code: number(),
  timestamp: string().transform((text4, context) => {
    const ms4 = timeMs(text4);
    if (Number.isFinite(ms4)) return ms4;
    context.addIssue({ code: "custom", message: "no time" });
    return NEVER;
  }),
  /** In nanoseconds. */
  latency: number().nonnegative(),
  error: string(),
  /** Ends with the route's index as its fragment. */
  url: string()
});
function readHits(text4, routes2) {
  const hits = text4.split("\n").filter((one2) => one2 !== "").map((one2) => {
    const parsed3 = line.safeParse(parseJson(one2));
    const route = parsed3.success ? Number(/#(\d+)$/.exec(parsed3.data.url)?.[1]) : Number.NaN;
    if (!parsed3.success || !(route < routes2)) throw unreadable2("vegeta", one2.slice(0, 500), parsed3.error);
    const { code: code3, timestamp, latency: latency3, error: error2 } = parsed3.data;
    return {
      route,
      startedMs: timestamp,
      latencyMs: latency3 / 1e6,
      outcome: code3 > 0 ? code3 : failureOf(error2)
    };
  });
  return hits.toSorted((a, b) => a.startedMs - b.startedMs);
}
function failureOf(error2) {
  if (/Client\.Timeout|deadline exceeded|i\/o timeout/.test(error2)) return "timeout";
  return /reset by peer|broken pipe/.test(error2) ? "reset" : "error";
}
function timeMs(text4) {
  const [, whole2, fraction = "0", zone] = /^(.+T[\d:]+)(?:\.(\d+))?(Z|[+-][\d:]+)$/.exec(text4) ?? [];
  return whole2 === void 0 ? Number.NaN : Date.parse(whole2 + zone) + Number(`0.${fraction}`) * 1e3;
}
async function readVegeta(results, { routes: routes2, connections: connections3, traffic, version: version2 }) {
  let nowMs = 0;
  const tally = await startTally(routes2, void 0, () => nowMs);
  const lagUs = (await histogramMaker())();
  let lastMs = 0;
  for (const { file, perSecond } of results) {
    const hits = readHits(await readFile4(file, "utf8"), routes2.length);
    const firstMs = hits[0]?.startedMs ?? 0;
    for (const [index2, { route, startedMs, latencyMs, outcome: outcome2 }] of hits.entries()) {
      lagUs.record((startedMs - firstMs - index2 * 1e3 / perSecond) * 1e3);
      nowMs = startedMs;
      tally.sent(route);
      nowMs = startedMs + latencyMs;
      lastMs = Math.max(lastMs, nowMs);
      if (typeof outcome2 === "number") tally.answered(route, outcome2, latencyMs * 1e3);
      else tally.failed(route, outcome2);
    }
  }
  nowMs = lastMs;
  tally.ended();
  const engine = { name: "vegeta", version: version2, model: "open", protocol: "HTTP/1.1" };
  const open = {
    askedPerSecond: askedPerSecond(traffic),
    sentPerSecond: tally.total() * 1e3 / trafficDurationMs(traffic),
    dropped: 0,
    lagUs: lagUs.quantiles()
  };
  return { ...tally.summary({ engine, connections: connections3 }), open };
}

// src/engines/programs/vegeta.ts
var encoded = { stdout: "results.json" };
async function vegetaLoad(vegeta, origin3, load2, signal) {
  const attacks = attacksOf(load2.traffic);
  const folder = await mkdtemp4(join6(tmpdir4(), "leakgate-vegeta-"));
  const place3 = { cwd: folder, env: load2.env };
  try {
    await writeFile3(join6(folder, "targets.json"), vegetaTargets(origin3, load2.routes));
    const cpu = childrenCpu();
    for (const [index2, attack] of attacks.entries()) {
      if (attack.perSecond === 0) await delay2(attack.durationMs, void 0, { signal });
      else await runProgram(vegeta, attackArguments(origin3, load2, attack, index2), place3, signal);
    }
    const cpuUs = cpu();
    const results = [];
    for (const [index2, attack] of attacks.entries()) {
      if (attack.perSecond === 0) continue;
      const output = `${index2}-${encoded.stdout}`;
      await runProgram(vegeta, ["encode", "-to=json", `-output=${output}`, `${index2}.bin`], place3, signal);
      results.push({ file: join6(folder, output), perSecond: attack.perSecond });
    }
    const { routes: routes2, connections: connections3, traffic } = load2;
    const summary2 = await readVegeta(results, { routes: routes2, connections: connections3, traffic, version: vegeta.version });
    return { ...summary2, ...cpuUs !== null && { generatorCpuUs: cpuUs / Math.max(1, summary2.sent) } };
  } finally {
    await rm4(folder, { recursive: true, force: true });
  }
}
function vegetaTargets(origin3, routes2) {
  const lines3 = routes2.map(
    ({ method, path: path3, headers, body: body2 }, index2) => JSON.stringify({
      method,
      url: `${origin3}${path3}#${index2}`,
      header: Object.fromEntries(Object.entries(headers).map(([name, value2]) => [name, [value2]])),
      ...body2 !== void 0 && { body: Buffer.from(body2).toString("base64") }
    })
  );
  return `${routeCycle(routes2).map((index2) => lines3[index2]).join("\n")}
`;
}
function attackArguments(origin3, { connections: connections3, timeoutMs: timeoutMs2 }, { perSecond, durationMs }, index2) {
  return [
    "attack",
    "-format=json",
    "-targets=targets.json",
    `-rate=${Math.max(1, Math.round(perSecond * 1e3))}/1000s`,
    `-duration=${durationMs}ms`,
    `-timeout=${timeoutMs2}ms`,
    `-connections=${connections3}`,
    `-max-connections=${connections3}`,
    `-workers=${connections3}`,
    "-max-body=0",
    "-redirects=-1",
    "-http2=false",
    ...origin3.startsWith("https:") && isLoopback(origin3) ? ["-insecure"] : [],
    `-output=${index2}.bin`
  ];
}

// src/engines/programs/wrk.ts
import { mkdtemp as mkdtemp5, rm as rm5, writeFile as writeFile4 } from "node:fs/promises";
import { tmpdir as tmpdir5 } from "node:os";
import { join as join7 } from "node:path";

// src/engines/programs/wrk-script.ts
var resultMark2 = "leakgate-result ";
function wrkScript(origin3, routes2) {
  assertSendable(routes2);
  const { host } = new URL(origin3);
  const expected = routes2[0].expectStatus;
  return `${[
    `local requests = {${routes2.map((route) => luaString(requestBytes(route, host))).join(", ")}}`,
    `local cycle = {${routeCycle(routes2).map((index2) => index2 + 1).join(", ")}}`,
    ...sending,
    ...expected.length === 0 ? [] : counting(expected),
    ...telling(expected.length > 0)
  ].join("\n")}
`;
}
var sending = [
  "local threads = {}",
  'function setup(thread) thread:set("number", #threads) table.insert(threads, thread) end',
  "sent, unexpected = 0, 0",
  "local at",
  "function init() at = (number * 7919) % #cycle end",
  "function request() at = at % #cycle + 1 sent = sent + 1 return requests[cycle[at]] end"
];
var counting = (expected) => [
  `local expected = {${expected.map((status) => `[${status}] = true`).join(", ")}}`,
  "function response(status) if not expected[status] then unexpected = unexpected + 1 end end"
];
var telling = (counted3) => [
  "function done(summary, latency, requests)",
  // Before it begins, wrk asks the first thread for a request to look at.
  "  local sent, unexpected = -1, 0",
  '  for _, thread in ipairs(threads) do sent = sent + thread:get("sent") unexpected = unexpected + thread:get("unexpected") end',
  "  local e = summary.errors",
  `  local figures = {sent = sent, answered = summary.requests, unexpected = ${counted3 ? "unexpected" : "e.status"}, durationUs = summary.duration,`,
  "    connect = e.connect, read = e.read, write = e.write, late = e.timeout,",
  "    mean = latency.mean, p50 = latency:percentile(50), p95 = latency:percentile(95), p99 = latency:percentile(99), max = latency.max,",
  "    rateMean = requests.mean, rateDeviation = requests.stdev}",
  "  local parts = {}",
  '  for name, value in pairs(figures) do if value ~= value then value = 0 end table.insert(parts, string.format("%q:%.3f", name, tonumber(value))) end',
  `  io.write("\\n${resultMark2}{" .. table.concat(parts, ",") .. "}\\n")`,
  "end"
];
function luaString(bytes) {
  const text4 = Array.from(bytes, (byte) => {
    const letter = String.fromCharCode(byte);
    return /[\w ./:-]/.test(letter) && byte < 128 ? letter : `\\${String(byte).padStart(3, "0")}`;
  });
  return `"${text4.join("")}"`;
}
function assertSendable(routes2) {
  const head4 = routes2.find(({ method }) => method === "HEAD");
  if (head4 !== void 0) {
    throw new LeakgateError("config", `wrk can't send ${head4.label}: it waits for a body that never comes.`, {
      hint: "Leave that request out, or write `engine: auto`."
    });
  }
  const lists2 = new Set(routes2.map(({ expectStatus }) => expectStatus.toSorted((a, b) => a - b).join()));
  if (lists2.size > 1) {
    throw new LeakgateError(
      "config",
      "wrk can't tell which request an answer belongs to, and these expect different statuses.",
      {
        hint: "Expect the same statuses of every request, or write `engine: auto`."
      }
    );
  }
}

// src/engines/programs/wrk-output.ts
var count = number().nonnegative().transform(Math.round);
var us2 = number().nonnegative();
var figures2 = object({
  /** Requests written; connections that never came about aren't among them. */
  sent: count,
  answered: count,
  unexpected: count,
  durationUs: us2,
  connect: count,
  read: count,
  write: count,
  /** Answers that came after the timeout. */
  late: count,
  mean: us2,
  p50: us2,
  p95: us2,
  p99: us2,
  max: us2,
  /** Of one thread's throughput in tenths of a second. */
  rateMean: us2,
  rateDeviation: us2
});
function readWrk(stdout, { routes: routes2, connections: connections3, version: version2 }) {
  const line6 = stdout.split("\n").findLast((one2) => one2.startsWith(resultMark2));
  const parsed3 = figures2.safeParse(parseJson(line6?.slice(resultMark2.length)));
  if (!parsed3.success) throw unreadable2("wrk", stdout, parsed3.error);
  const of = parsed3.data;
  const errors = of.connect + of.read + of.write;
  const timeouts = Math.min(of.late, of.answered);
  const answered2 = of.answered - timeouts;
  const open = Math.max(0, of.sent + of.connect - of.answered - errors);
  const lost = of.answered === 0 ? open : Math.max(0, open - connections3);
  const unexpected = Math.min(of.unexpected, answered2);
  const latencyUs = { mean: of.mean, p50: of.p50, p95: of.p95, p99: of.p99, max: of.max };
  const sent = answered2 + errors + timeouts + lost;
  const failed3 = sent - answered2 + unexpected;
  return {
    engine: { name: "wrk", version: version2, model: "closed", protocol: "HTTP/1.1" },
    connections: connections3,
    durationMs: of.durationUs / 1e3,
    sent,
    answered: answered2,
    errors,
    timeouts,
    lost,
    unexpected,
    statuses: {},
    requestsPerSecond: of.durationUs === 0 ? 0 : answered2 * 1e6 / of.durationUs,
    perSecond: [],
    ...of.rateMean > 0 && { swing: of.rateDeviation / of.rateMean },
    latencyUs,
    routes: routes2.length === 1 ? [{ label: routes2[0].label, requests: sent, failed: failed3, latencyUs }] : []
  };
}

// src/engines/programs/wrk.ts
async function wrkLoad(wrk, origin3, load2, signal) {
  const { routes: routes2, connections: connections3, durationMs, timeoutMs: timeoutMs2, env } = load2;
  const script2 = wrkScript(origin3, routes2);
  const folder = await mkdtemp5(join7(tmpdir5(), "leakgate-wrk-"));
  try {
    await writeFile4(join7(folder, "scenario.lua"), script2);
    const threads = threadsFor(connections3, Math.max(1, generatorProcessors().length));
    const args = ["-t", String(threads), "-c", String(connections3), "-d", wholeSeconds(durationMs)];
    args.push("--timeout", wholeSeconds(timeoutMs2), "-s", "scenario.lua", origin3);
    const cpu = childrenCpu();
    const { stdout } = await runProgram(wrk, args, { cwd: folder, env }, signal);
    const summary2 = readWrk(stdout, { routes: routes2, connections: connections3, version: wrk.version });
    const cpuUs = cpu();
    return { ...summary2, ...cpuUs !== null && { generatorCpuUs: cpuUs / Math.max(1, summary2.sent) } };
  } finally {
    await rm5(folder, { recursive: true, force: true });
  }
}
var wholeSeconds = (ms4) => `${Math.max(1, Math.ceil(ms4 / 1e3))}s`;
function threadsFor(connections3, processors) {
  for (let threads = Math.min(connections3, processors); threads > 1; threads -= 1) {
    if (connections3 % threads === 0) return threads;
  }
  return 1;
}

// src/engines/paired.ts
import { availableParallelism } from "node:os";

// src/engines/lanes.ts
import { setTimeout as delay3 } from "node:timers/promises";
function openLane(sides2, timeoutMs2, signal) {
  const connections3 = sides2.map(
    ({ origin: origin3, session }) => openConnection(origin3, timeoutMs2, session)
  );
  let failuresInARow = 0;
  return {
    async send(side, request3) {
      const pauseMs = retryDelayMs(failuresInARow);
      if (pauseMs > 0) await delay3(pauseMs, void 0, { signal });
      const pending = sides2[side].session.ready();
      if (pending !== null) await pending;
      const freeMs = performance.now();
      const answer2 = await connections3[side].send(request3);
      const elapsedMs = performance.now() - freeMs;
      failuresInARow = typeof answer2 === "number" ? 0 : failuresInARow + 1;
      return { good: typeof answer2 === "number" && isExpected(request3, answer2), elapsedMs };
    },
    async close() {
      await Promise.all(connections3.map(async (connection) => connection[Symbol.asyncDispose]()));
    }
  };
}
function lanesWithoutQueue(busyPerLane, processors, most3) {
  if (!(busyPerLane > 0)) return most3;
  return Math.min(most3, Math.max(1, Math.floor(processors / 2 / busyPerLane)));
}

// src/engines/turns.ts
var foursome = [0, 1, 1, 0];
async function inTurn(lanes, { durationMs, swap, nextTwo }, signal) {
  const sides2 = [samples(), samples()];
  const endMs2 = performance.now() + durationMs;
  const run5 = async (lane, swapped) => {
    do {
      const [one2, other] = nextTwo();
      for (const [at2, turn] of foursome.entries()) {
        const side = turn ^ swapped;
        const { good, elapsedMs } = await lane.send(side, at2 < 2 ? one2 : other);
        sides2[side].requests += 1;
        if (good) sides2[side].latencyUs.push(elapsedMs * 1e3);
      }
    } while (performance.now() < endMs2 && !signal.aborted);
  };
  await settled(lanes.map(async (lane, k) => run5(lane, (k ^ swap) & 1)));
  return [toFigures(sides2[0]), toFigures(sides2[1])];
}
async function settled(runs) {
  const failure2 = (await Promise.allSettled(runs)).find((one2) => one2.status === "rejected");
  if (failure2 !== void 0) throw failure2.reason;
}
var samples = () => ({ requests: 0, latencyUs: [] });
function toFigures({ requests, latencyUs }) {
  const sorted = Float64Array.from(latencyUs).toSorted();
  const counter2 = countLatencies();
  sorted.forEach((value2) => counter2.record(value2));
  const histogram2 = counter2.histogram();
  return {
    requests,
    failed: requests - sorted.length,
    latencyUs: { p50: around(sorted, 0.5), p95: around(sorted, 0.95), p99: around(sorted, 0.99) },
    ...histogram2 !== null && { histogram: histogram2 }
  };
}
var halfBand = 5e-3;
function around(sorted, share2) {
  if (sorted.length === 0) return 0;
  const rank2 = (at2) => Math.max(1, Math.ceil(at2 * sorted.length));
  const band = sorted.subarray(rank2(share2 - halfBand) - 1, rank2(share2 + halfBand));
  return Math.exp(band.reduce((sum3, value2) => sum3 + Math.log(value2), 0) / band.length);
}

// src/engines/slices.ts
var foursome2 = [0, 1, 1, 0];
var sliceMs = 20;
async function inSlices(lanes, { durationMs, swap, nextOf }, signal) {
  const sides2 = [count2(), count2()];
  const slice3 = async (side) => {
    const startMs2 = performance.now();
    const run5 = async (lane) => {
      do {
        const { good } = await lane.send(side, nextOf[side]());
        sides2[side].requests += 1;
        if (good) sides2[side].answered += 1;
      } while (performance.now() < startMs2 + sliceMs && !signal.aborted);
    };
    await settled(lanes.map(run5));
    sides2[side].ms += performance.now() - startMs2;
  };
  const endMs2 = performance.now() + durationMs;
  do {
    for (const turn of foursome2) await slice3(turn ^ swap);
  } while (performance.now() < endMs2 && !signal.aborted);
  return [toFigures2(sides2[0]), toFigures2(sides2[1])];
}
var count2 = () => ({ requests: 0, answered: 0, ms: 0 });
var toFigures2 = ({ requests, answered: answered2, ms: ms4 }) => ({
  requests,
  failed: requests - answered2,
  usPerAnswer: ms4 * 1e3 / answered2
});

// src/engines/steady.ts
var stretch = 4;
var ownDrift = 0.1;
var relativeDrift = 0.05;
var figures3 = [(side) => side.cpuUsPerRequest, (side) => side.latencyUs.p50];
function isSteady(windows) {
  const recent = windows.slice(-stretch);
  const before = windows.slice(-2 * stretch, -stretch);
  if (before.length < stretch) return false;
  return figures3.every((figure) => {
    const falls = (of) => isBelow(recent.map(of), before.map(of), ownDrift);
    const ratio = (window) => figure(window.head) / figure(window.base);
    const [now, then] = [recent.map(ratio), before.map(ratio)];
    const moves = isBelow(now, then, relativeDrift) || isBelow(then, now, relativeDrift);
    return !moves && !falls((window) => figure(window.base)) && !falls((window) => figure(window.head));
  });
}
function isBelow(low, high, drift) {
  return Math.max(...low) < Math.min(...high) && median(low) < median(high) * (1 - drift);
}

// src/engines/paired.ts
var warmUpWindowMs = 250;
var slicesFrom = 1e9;
async function* pairedWindows(load2, signal) {
  var _stack = [];
  try {
    signal.throwIfAborted();
    const pair = __using(_stack, openPair(load2, signal), true);
    const { minMs, maxMs } = load2.warmUp ?? { minMs: 2e3, maxMs: 15e3 };
    const startedMs = performance.now();
    const warming = [];
    for (let elapsedMs = 0; elapsedMs < maxMs && !(elapsedMs >= minMs && isSteady(warming)); ) {
      warming.push(await pair.measure(Math.min(warmUpWindowMs, maxMs)));
      pair.spread();
      elapsedMs = performance.now() - startedMs;
    }
    for (; ; ) yield await pair.measure(load2.windowMs ?? 1e3);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function openPair(load2, signal) {
  const { cookies, credentials = {} } = load2;
  const lanes = Array.from({ length: load2.workers }, () => {
    const base = { origin: load2.baseOrigin, session: openSession({ credential: credentials.base, cookies }) };
    const head4 = { origin: load2.headOrigin, session: openSession({ credential: credentials.head, cookies }) };
    return openLane([base, head4], load2.timeoutMs, signal);
  });
  const { route, another } = dealRequests(load2.routes);
  const nextTwo = () => {
    const due = route();
    return [another(due).request, another(due).request];
  };
  const sliceDealers = [0, 1].map(() => dealRequests(load2.routes, { from: slicesFrom }));
  const nextOf = sliceDealers.map(
    ({ next }) => () => next().request
  );
  const closeAll2 = async () => {
    await Promise.all(lanes.map(async (lane) => lane.close()));
  };
  const onAbort = () => void closeAll2();
  signal.addEventListener("abort", onAbort);
  let swap = 0;
  let inTurnAtOnce = 1;
  let busyPerLane = 0;
  const used = () => [load2.cpuNs.base(), load2.cpuNs.head()];
  const unlessAborted = async (half) => {
    try {
      return await half;
    } finally {
      signal.throwIfAborted();
    }
  };
  return {
    async measure(windowMs) {
      swap ^= 1;
      const half = { durationMs: windowMs / 2, swap };
      const startedMs = performance.now();
      const atStart = used();
      const turns = await unlessAborted(inTurn(lanes.slice(0, inTurnAtOnce), { ...half, nextTwo }, signal));
      const between = used();
      const turnsNs = (performance.now() - startedMs) * 1e6;
      busyPerLane = (between[0] + between[1] - atStart[0] - atStart[1]) / turnsNs / inTurnAtOnce;
      const slices = await unlessAborted(inSlices(lanes, { ...half, nextOf }, signal));
      const atEnd = used();
      const [base, head4] = [0, 1].map(
        (side) => toWindow(turns[side], slices[side], atEnd[side] - between[side])
      );
      return { base, head: head4 };
    },
    /** Takes as many lanes for the requests in turn as the last window shows to fit. */
    spread() {
      inTurnAtOnce = lanesWithoutQueue(busyPerLane, availableParallelism(), load2.workers);
    },
    async [Symbol.asyncDispose]() {
      signal.removeEventListener("abort", onAbort);
      await closeAll2();
    }
  };
}
function toWindow(turns, slices, sliceCpuNs) {
  return {
    ...turns,
    requests: turns.requests + slices.requests,
    failed: turns.failed + slices.failed,
    usPerAnswer: slices.usPerAnswer,
    cpuUsPerRequest: sliceCpuNs / 1e3 / slices.requests
  };
}

// src/engines/index.ts
var engines = { autocannon: autocannonEngine, http2: http2Engine };

// src/bench/load.ts
var loadOf = ({ routes: routes2, connections: connections3, streams, requestTimeoutMs: timeoutMs2, cookies }, { credential, sent }) => ({ routes: routes2, connections: connections3, streams, timeoutMs: timeoutMs2, cookies, credential, variants: { from: sent } });
async function sendNew(config, running3, send) {
  const summary2 = await send(running3.service.origin, loadOf(config, running3));
  running3.sent += summary2.sent;
  return summary2;
}
var leakVariants = ({ leaks }, sent) => leaks.keys === "fresh" ? { from: sent } : "replayed";

// src/service/environment.ts
var withheld = /^(INPUT_|ACTIONS_|GITHUB_(TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$|LEAKGATE_)/;
function serviceEnvironment(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !withheld.test(name)));
}

// src/service/output.ts
import { stripVTControlCharacters } from "node:util";
var maxLineLength = 2e3;
function lineSplitter(onLine) {
  let open = "";
  const append3 = (part) => {
    if (open.length < maxLineLength) open = (open + part).slice(0, maxLineLength);
  };
  const flush = () => {
    onLine(printable(open));
    open = "";
  };
  return {
    write(chunk) {
      const parts = chunk.split("\n");
      const rest2 = parts.pop() ?? "";
      for (const part of parts) {
        append3(part);
        flush();
      }
      append3(rest2);
    },
    rest: () => printable(open)
  };
}
function printable(line6) {
  return stripVTControlCharacters(line6).replace(new RegExp("(?!\\t)\\p{Cc}", "gu"), "");
}
function tail(limit) {
  let kept2 = [];
  return {
    add(line6) {
      kept2.push(line6);
      if (kept2.length >= limit * 8) kept2 = kept2.slice(-limit);
    },
    lines: () => kept2.slice(-limit)
  };
}
function outputTail(limit, onLine = () => void 0) {
  const last = tail(limit);
  const reader = (stream) => lineSplitter((line6) => {
    if (onLine(stream, line6) !== true) last.add(line6);
  });
  const streams = { stdout: reader("stdout"), stderr: reader("stderr") };
  return {
    write: (stream, chunk) => streams[stream].write(chunk),
    lines: () => {
      const open = Object.values(streams).map((stream) => stream.rest());
      return [...last.lines(), ...open.filter((line6) => line6 !== "")].slice(-limit);
    }
  };
}

// src/service/process-group.ts
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once as once5 } from "node:events";
import { setTimeout as sleep4 } from "node:timers/promises";

// src/service/parent-death.ts
import { execFile } from "node:child_process";
import { accessSync as accessSync2, constants as constants3 } from "node:fs";
var places = ["/usr/bin/setpriv", "/bin/setpriv"];
var option = ["--pdeathsig", "KILL", "--"];
var found;
async function dyingWithUs(command, args) {
  const setpriv = isExecutable2(command) ? await (found ??= findSetpriv()) : null;
  return setpriv === null ? { command, args } : { command: setpriv, args: [...option, command, ...args] };
}
async function findSetpriv() {
  for (const place3 of process.platform === "linux" ? places.filter(isExecutable2) : []) {
    const works = await new Promise((resolve) => {
      execFile(place3, [...option, process.execPath, "--version"], (error2) => resolve(error2 === null));
    });
    if (works) return place3;
  }
  return null;
}
function isExecutable2(path3) {
  try {
    accessSync2(path3, constants3.X_OK);
    return true;
  } catch {
    return false;
  }
}

// src/service/process-table.ts
import { readdirSync as readdirSync2, readFileSync as readFileSync3 } from "node:fs";
var tickNs = 1e7;
function hasProcfs(root = "/proc") {
  return readText(`${root}/self/stat`) !== null;
}
function readText(path3) {
  try {
    return readFileSync3(path3, "latin1");
  } catch {
    return null;
  }
}
function entries(path3) {
  try {
    return readdirSync2(path3);
  } catch {
    return [];
  }
}
function parseStat(text4) {
  const fields2 = text4.slice(text4.lastIndexOf(")") + 2).split(" ");
  const field = (number6) => Number(fields2[number6 - 3]);
  return {
    pid: Number.parseInt(text4, 10),
    parent: field(4),
    group: field(5),
    dead: fields2[0] === "Z" || fields2[0] === "X",
    ownNs: (field(14) + field(15)) * tickNs,
    childrenNs: (field(16) + field(17)) * tickNs
  };
}
function processes(root) {
  return entries(root).filter((name) => /^\d+$/.test(name)).map((pid) => readText(`${root}/${pid}/stat`)).filter((text4) => text4 !== null).map(parseStat);
}
function membersIn(table3, leader) {
  const members = /* @__PURE__ */ new Set([leader]);
  for (let before = 0; before < members.size; ) {
    before = members.size;
    for (const entry of table3) {
      if (entry.group === leader || members.has(entry.parent)) members.add(entry.pid);
    }
  }
  return table3.filter((entry) => members.has(entry.pid) && !entry.dead);
}
function groupMembers(leader, root = "/proc") {
  return membersIn(processes(root), leader).map((entry) => entry.pid);
}
function family(leader, mark2, root = "/proc") {
  const table3 = processes(root);
  const descendants = new Set(membersIn(table3, leader).map((entry) => entry.pid));
  const carriesMark = ({ pid }) => readText(`${root}/${pid}/environ`)?.split("\0").includes(mark2) ?? false;
  const related = table3.filter((entry) => !entry.dead && (descendants.has(entry.pid) || carriesMark(entry)));
  return {
    members: related.filter((entry) => entry.group === leader).map((entry) => entry.pid),
    outside: related.filter((entry) => entry.group !== leader).map((entry) => entry.pid)
  };
}
function groupCpuNs(leader, root = "/proc") {
  return membersIn(processes(root), leader).map(({ pid, ownNs, childrenNs }) => Math.max(tasksNs(`${root}/${pid}/task`), ownNs) + childrenNs).reduce((sum3, ns) => sum3 + ns, 0);
}
function tasksNs(path3) {
  return entries(path3).map((task) => Number.parseInt(readText(`${path3}/${task}/schedstat`) ?? "0", 10)).reduce((sum3, ns) => sum3 + ns, 0);
}
function descriptorCount(pid, root = "/proc") {
  return entries(`${root}/${pid}/fd`).length;
}
function threadCount(pid, root = "/proc") {
  return entries(`${root}/${pid}/task`).length;
}

// src/service/process-group.ts
var graceMs = 5e3;
var drainMs = 250;
var markVariable = "LEAKGATE_GROUP";
async function spawnGroup(spec, signal) {
  signal.throwIfAborted();
  const mark2 = randomUUID();
  const { command, args } = await dyingWithUs(spec.command, spec.args);
  signal.throwIfAborted();
  const child = spawn(command, args, {
    cwd: spec.cwd,
    env: { ...spec.env, [markVariable]: mark2 },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"]
  });
  for (const stream of ["stdout", "stderr"]) {
    child[stream].setEncoding("utf8").on("data", (chunk) => spec.onOutput(stream, chunk));
  }
  const exited = watchExit(child);
  const pid = await started(child, spec);
  return ownedGroup(spec.name, pid, exited, `${markVariable}=${mark2}`, signal);
}
async function started(child, spec) {
  try {
    await once5(child, "spawn");
  } catch (cause) {
    throw new LeakgateError("service", `The ${spec.name} can't be started: ${cause.message}.`, { cause });
  }
  return child.pid;
}
function watchExit(child) {
  let exit = null;
  const promise = new Promise((resolve) => {
    child.once("exit", (code3, signal) => {
      const finish2 = () => {
        clearTimeout(timer);
        exit = { code: code3, signal };
        child.stdout?.destroy();
        child.stderr?.destroy();
        resolve(exit);
      };
      const timer = setTimeout(finish2, drainMs);
      child.once("close", finish2);
    });
  });
  return { promise, current: () => exit };
}
function ownedGroup(name, pid, exit, mark2, signal) {
  let stopped;
  let endedBeforeStop = false;
  const killNow = () => signalAll(pid, mark2, "SIGKILL");
  const stop3 = async () => {
    endedBeforeStop ||= stopped === void 0 && exit.current() !== null;
    stopped ??= terminate(name, pid, exit, mark2).finally(() => {
      signal.removeEventListener("abort", onAbort);
      process.removeListener("exit", killNow);
    });
    return await stopped;
  };
  const onAbort = () => void stop3().catch(() => void 0);
  signal.addEventListener("abort", onAbort);
  process.once("exit", killNow);
  if (signal.aborted) onAbort();
  return {
    pid,
    exited: exit.promise,
    exit: exit.current,
    endedByItself: () => endedBeforeStop || stopped === void 0 && exit.current() !== null,
    stop: stop3,
    [Symbol.asyncDispose]: stop3
  };
}
async function terminate(name, pid, exit, mark2) {
  signalAll(pid, mark2, "SIGTERM");
  if (await isGone(pid, exit, mark2)) return;
  signalAll(pid, mark2, "SIGKILL");
  if (await isGone(pid, exit, mark2)) return;
  throw new LeakgateError("service", `The ${name} (process ${pid}) can't be killed.`, {
    hint: "A process in an uninterruptible system call ends when the kernel lets it go. Look at it with ps."
  });
}
async function isGone(pid, exit, mark2) {
  const deadline = performance.now() + graceMs;
  for (let delayMs = 5; performance.now() < deadline; delayMs = Math.min(delayMs * 2, 100)) {
    if (exit.current() !== null && !isAlive(pid, mark2)) {
      await exit.promise;
      return true;
    }
    await sleep4(delayMs);
  }
  return false;
}
function isAlive(pid, mark2) {
  if (!hasProcfs()) return sendSignal(-pid, 0);
  const { members, outside } = family(pid, mark2);
  return members.length + outside.length > 0;
}
function signalAll(pid, mark2, signal) {
  const { outside } = family(pid, mark2);
  sendSignal(-pid, signal);
  for (const stray of outside) sendSignal(stray, signal);
}
function sendSignal(pid, signal) {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

// src/service/within.ts
import { setTimeout as sleep5 } from "node:timers/promises";
async function within(timeoutMs2, ending2) {
  const over = new AbortController();
  try {
    return await Promise.race([ending2, sleep5(timeoutMs2, void 0, { signal: over.signal })]);
  } finally {
    over.abort();
  }
}

// src/service/setup.ts
async function runSetup(commands, options, signal) {
  const groups = [];
  const stopAll = async () => {
    for (const group of groups.toReversed()) await group.stop();
  };
  try {
    for (const command of commands) await runCommand2(command, options, groups, signal);
  } catch (error2) {
    await stopAll();
    throw error2;
  }
  return { [Symbol.asyncDispose]: stopAll };
}
async function runCommand2(command, options, groups, signal) {
  const output = outputTail(50);
  const { cwd, env, timeoutMs: timeoutMs2 } = options;
  const spec = {
    name: `setup command \`${command}\``,
    command: "bash",
    args: ["-eo", "pipefail", "-c", command],
    cwd,
    env,
    onOutput: output.write
  };
  const group = await spawnGroup(spec, signal);
  groups.push(group);
  const exit = await within(timeoutMs2, group.exited);
  signal.throwIfAborted();
  if (exit?.code === 0) return;
  if (exit === void 0) {
    throw new LeakgateError(
      "service",
      `The setup command \`${command}\` didn’t end within ${Math.round(timeoutMs2 / 1e3)} s.`,
      {
        output: output.lines().join("\n"),
        hint: "What shall go on running belongs into the background (`… &`); `setup-timeout` gives a slow command more time."
      }
    );
  }
  const how = exit.signal === null ? `failed with exit code ${exit.code}` : `was killed by ${exit.signal}`;
  throw new LeakgateError("service", `The setup command \`${command}\` ${how}.`, {
    output: output.lines().join("\n"),
    hint: "Setup commands run with bash in the working directory, before the service starts."
  });
}

// src/service/placeholders.ts
var placeholder = /\{(port|side|dir|dependency)\}/g;
function fillPlaceholders(given2, values) {
  const fill = (text4) => text4.replace(placeholder, (whole2, name) => String(values[name] ?? whole2));
  const namesPort = [...given2.args, ...Object.values(given2.env)].some((text4) => text4?.includes("{port}"));
  const env = Object.fromEntries(
    Object.entries(given2.env).map(([name, value2]) => [name, value2 === void 0 ? void 0 : fill(value2)])
  );
  return { args: given2.args.map(fill), env: namesPort ? env : { ...env, PORT: String(values.port) } };
}

// src/service/ports.ts
import { randomInt } from "node:crypto";
import { readFileSync as readFileSync4 } from "node:fs";
import { createServer as createServer2 } from "node:net";
var lowestPort = 2e4;
var attempts = 50;
function firstEphemeralPort() {
  try {
    const first = Number(readFileSync4("/proc/sys/net/ipv4/ip_local_port_range", "latin1").split(/\s+/)[0]);
    return first > lowestPort + attempts ? first : 32768;
  } catch {
    return 49152;
  }
}
async function canListen(port) {
  return await new Promise((resolve) => {
    const server = createServer2();
    server.once("error", () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
async function freePort(signal) {
  const end = firstEphemeralPort();
  for (let attempt = 0; attempt < attempts; attempt++) {
    signal.throwIfAborted();
    const port = randomInt(lowestPort, end);
    if (await canListen(port)) return port;
  }
  throw new LeakgateError("service", `No free TCP port was found between ${lowestPort} and ${end - 1}.`);
}

// src/service/ready.ts
import { setTimeout as sleep6 } from "node:timers/promises";

// src/service/connect.ts
import { get as get2 } from "node:http";
import { get as getOverTls } from "node:https";
import { connect as connect3 } from "node:net";
var answerTimeoutMs2 = 2e3;
function isHttpSuccess(answer2) {
  return typeof answer2 === "number" && answer2 >= 200 && answer2 < 400;
}
async function httpStatus({ tls = false, ...endpoint }, path3, signal) {
  const timeout = AbortSignal.timeout(answerTimeoutMs2);
  return await new Promise((resolve) => {
    const options = { ...endpoint, path: path3, agent: false, signal: AbortSignal.any([signal, timeout]) };
    const answered2 = (response) => {
      response.once("error", () => void 0).resume();
      resolve(response.statusCode ?? 0);
    };
    const request3 = tls ? getOverTls({ ...options, rejectUnauthorized: false }, answered2) : get2(options, answered2);
    request3.once(
      "error",
      (error2) => resolve(timeout.aborted ? `didn't answer within ${answerTimeoutMs2 / 1e3} s` : `failed (${error2.message})`)
    );
  });
}
async function takesConnections(endpoint, signal) {
  return await new Promise((resolve) => {
    const socket = connect3({ ...endpoint, signal: AbortSignal.any([signal, AbortSignal.timeout(answerTimeoutMs2)]) });
    const answer2 = (connected) => {
      socket.destroy();
      resolve(connected);
    };
    socket.once("connect", () => answer2(true)).once("error", () => answer2(false));
  });
}

// src/service/ready.ts
var settleMs = 500;
async function waitUntilReady(spec, signal) {
  const started2 = performance.now();
  let hasEnded = false;
  const ended = spec.ended.then(() => hasEnded = true);
  let ports = "";
  let changedAt = started2;
  for (let delayMs = 20; ; delayMs = Math.min(delayMs * 1.5, 200)) {
    const endpoints = spec.endpoints();
    const now = performance.now();
    if (ports !== (ports = portsOf(endpoints).join())) changedAt = now;
    const look = {
      path: spec.path,
      tls: spec.tls ?? false,
      asked: endpoints.filter((endpoint) => endpoint.port === spec.askedPort),
      others: endpoints.filter((endpoint) => endpoint.port !== spec.askedPort),
      settled: now - changedAt >= settleMs
    };
    const answer2 = await checkReady(look, signal);
    signal.throwIfAborted();
    if (answer2.ready || hasEnded || performance.now() - started2 >= spec.timeoutMs) return answer2;
    await Promise.race([sleep6(delayMs, void 0, { signal }).catch(() => void 0), ended]);
  }
}
async function checkReady(look, signal) {
  const { path: path3, asked, others, settled: settled3 } = look;
  if (asked.length + others.length === 0) return { ready: false, waitingFor: "it never listened on a TCP port" };
  if (path3 !== void 0) return await checkPath(look, path3, signal);
  if (asked.length > 0) return await checkConnection(asked, signal);
  if (!settled3) return { ready: false, waitingFor: "it kept opening ports" };
  return await checkConnection(await likeliest(look, signal), signal);
}
async function checkPath({ asked, others, tls }, path3, signal) {
  const misses = [];
  let api;
  for (const endpoint of [...asked, ...others]) {
    const answer2 = await httpStatus({ ...endpoint, tls }, path3, signal);
    if (isHttpSuccess(answer2)) return { ready: true, endpoint: api ?? endpoint };
    misses.push(`GET ${path3} on port ${endpoint.port} ${typeof answer2 === "number" ? `answered ${answer2}` : answer2}`);
    if (!asked.includes(endpoint)) continue;
    if (answer2 === 404) api ??= endpoint;
    else if (typeof answer2 === "number") break;
  }
  return { ready: false, waitingFor: [...new Set(misses)].join(", ") };
}
async function checkConnection(endpoints, signal) {
  const ports = portsOf(endpoints);
  if (ports.length > 1)
    return { ready: false, waitingFor: `it listens on the ports ${ports.join(", ")} and none stands out` };
  for (const endpoint of endpoints) {
    if (await takesConnections(endpoint, signal)) return { ready: true, endpoint };
  }
  return { ready: false, waitingFor: `port ${ports.join()} takes no connections` };
}
async function likeliest({ others, tls }, signal) {
  if (portsOf(others).length < 2) return others;
  const ranks = await Promise.all(
    others.map(async (endpoint) => rank(await httpStatus({ ...endpoint, tls }, "/", signal)))
  );
  const best = Math.max(...ranks);
  return others.filter((_, index2) => ranks[index2] === best);
}
function rank(answer2) {
  if (typeof answer2 === "string") return answer2.startsWith("didn't answer") ? 2 : 0;
  return isHttpSuccess(answer2) ? 2 : 1;
}
function portsOf(endpoints) {
  return [...new Set(endpoints.map((endpoint) => endpoint.port))].toSorted((a, b) => a - b);
}

// src/service/open-files.ts
import { readdirSync as readdirSync3, readFileSync as readFileSync5, readlinkSync as readlinkSync2 } from "node:fs";
var mostNames = 50;
function openFiles(pid, root = "/proc") {
  const sockets = socketNames(`${root}/${pid}/net`);
  const counts2 = /* @__PURE__ */ new Map();
  for (const target of targets(`${root}/${pid}/fd`)) {
    const name = nameOf(target, sockets);
    counts2.set(name, (counts2.get(name) ?? 0) + 1);
  }
  return Object.fromEntries([...counts2].toSorted(([, a], [, b]) => b - a).slice(0, mostNames));
}
function targets(directory) {
  try {
    return readdirSync3(directory).flatMap((fd) => targetOf(`${directory}/${fd}`));
  } catch {
    return [];
  }
}
function targetOf(link) {
  try {
    return [readlinkSync2(link)];
  } catch {
    return [];
  }
}
function nameOf(target, sockets) {
  const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
  if (inode !== void 0) return sockets.get(inode) ?? "socket";
  if (target.startsWith("pipe:")) return "pipe";
  if (target.startsWith("anon_inode:")) return target.slice("anon_inode:".length).replace(/^\[(.+)\]$/, "$1");
  return `file ${target.replaceAll(/\d+/g, "#")}`;
}
var listening = "0A";
function socketNames(directory) {
  const tcp = ["tcp", "tcp6"].flatMap((table3) => rows(`${directory}/${table3}`));
  const served = new Set(tcp.filter(({ state }) => state === listening).map(({ local }) => portOf(local)));
  const names = /* @__PURE__ */ new Map();
  for (const { local, peer, state, inode } of tcp) names.set(inode, tcpName(local, peer, state, served));
  for (const { inode } of ["udp", "udp6"].flatMap((table3) => rows(`${directory}/${table3}`)))
    names.set(inode, "UDP socket");
  for (const [inode, path3] of unixRows(`${directory}/unix`))
    names.set(inode, path3 === "" ? "unix socket" : `unix socket ${path3}`);
  return names;
}
function tcpName(local, peer, state, served) {
  if (state === listening) return `listener on port ${portOf(local)}`;
  if (served.has(portOf(local))) return "connection from a client";
  const host = hostOf(peer.split(":")[0] ?? "");
  return `connection to ${host.includes(":") ? `[${host}]` : host}:${portOf(peer)}`;
}
var portOf = (address) => Number.parseInt(address.split(":")[1] ?? "", 16);
function rows(path3) {
  return lines2(path3).flatMap((line6) => {
    const [, local, peer, state, , , , , , inode] = line6.trim().split(/\s+/);
    const isSocket = /^[0-9A-F]+:[0-9A-F]+$/.test(local ?? "");
    return isSocket ? [{ local, peer: peer ?? "", state: state ?? "", inode: inode ?? "" }] : [];
  });
}
function unixRows(path3) {
  return lines2(path3).flatMap((line6) => {
    const [, inode, name = ""] = /^\S+ \S+ \S+ \S+ \S+ \S+\s+(\d+)(?: (.+))?$/.exec(line6) ?? [];
    return inode === void 0 ? [] : [[inode, name]];
  });
}
function lines2(path3) {
  try {
    return readFileSync5(path3, "latin1").split("\n");
  } catch {
    return [];
  }
}

// src/service/service.ts
function runningService({ group, output, askedPort }, { host, port }, tls) {
  let highestCpuNs = 0;
  return {
    origin: `${tls ? "https" : "http"}://${host.includes(":") ? `[${host}]` : host}:${port}`,
    pid: group.pid,
    port,
    tookPort: port === askedPort,
    get running() {
      return group.exit() === null;
    },
    cpuNs: () => highestCpuNs = Math.max(highestCpuNs, groupCpuNs(group.pid)),
    descriptors: () => descriptorCount(group.pid),
    threads: () => threadCount(group.pid),
    openFiles: () => openFiles(group.pid),
    output: output.lines,
    crash() {
      const exit = group.exit();
      if (exit === null || !group.endedByItself()) return null;
      return {
        message: ending(exit, output),
        frames: output.fatal()?.frames ?? [],
        exitCode: exit.code,
        signal: exit.signal
      };
    },
    recoveredPanics: output.recovered,
    collections: output.collections,
    exited: group.exited,
    stop: group.stop,
    [Symbol.asyncDispose]: group.stop
  };
}
function ending(exit, output) {
  const panic = output.fatal();
  if (panic) return panic.message;
  const how = exit.signal === null ? `exit code ${exit.code}` : `killed by ${exit.signal}`;
  const lastLine = output.lines().findLast((line6) => line6.trim() !== "");
  return lastLine === void 0 ? how : `${how}, after it printed "${lastLine.trim()}"`;
}

// src/service/crash.ts
var fatalStart = /^(?:panic: |fatal error: |SIG[A-Z]+: |unexpected fault address |runtime: goroutine stack exceeds )/;
var goroutineHeader = /^goroutine \d+ .*\[.*\]:$/;
var location = /^(?: -> |\s)+(\S.*?\.(?:go|s)):(\d+)(?: \+0x.*)?$/;
var ginLocation = /^(\S.*\.(?:go|s)):(\d+) \(0x[0-9a-f]+\)$/;
var runtimeFile = /^(?:.*\/src\/)?(?:internal\/)?runtime\//;
var maxLines = 400;
var maxOpeningLines = 20;
function fatalText() {
  let block2 = [];
  const isOpening = () => block2.length > 0 && block2.length < maxOpeningLines && !block2.some((line6) => goroutineHeader.test(line6));
  return {
    line(text4) {
      if (fatalStart.test(text4) && !isOpening()) block2 = [text4];
      else if (block2.length > 0 && block2.length < maxLines) block2.push(text4);
    },
    read: () => parseFatal(block2)
  };
}
function parseFatal(lines3) {
  const header2 = lines3.findIndex((line6) => goroutineHeader.test(line6));
  const before = header2 === -1 ? lines3 : lines3.slice(0, header2);
  const start = before.findLastIndex((line6) => fatalStart.test(line6));
  if (start === -1) return null;
  const message = before.slice(start).slice(0, 5);
  const end = message.findIndex((line6) => line6.trim() === "" || line6.startsWith("[signal "));
  return {
    message: message.slice(0, end === -1 ? void 0 : end).join("\n"),
    frames: header2 === -1 ? [] : stackCalls(upToBlank(lines3.slice(header2 + 1)))
  };
}
function upToBlank(lines3) {
  const end = lines3.findIndex((line6) => line6.trim() === "");
  return end === -1 ? lines3 : lines3.slice(0, end);
}
function stackCalls(lines3) {
  const calls = [];
  for (const [index2, line6] of lines3.entries()) {
    if (/^\s*created by /.test(line6)) break;
    const gin = ginLocation.exec(line6);
    const match = gin ?? location.exec(line6);
    const text4 = gin ? /^\t(.+?): /.exec(lines3[index2 + 1] ?? "")?.[1] : lines3[index2 - 1];
    if (match?.[1] === void 0 || text4 === void 0) continue;
    calls.push({ function: functionName(text4), file: match[1], line: Number(match[2]) });
  }
  const own = calls.slice(calls.findLastIndex((call4) => call4.function === "panic") + 1);
  const first = own.findIndex((call4) => !runtimeFile.test(call4.file));
  return first === -1 ? own : own.slice(first);
}
function functionName(text4) {
  return text4.replace(/^(?: -> |\s)*/, "").replace(/\([^()]*\)$/, "");
}

// src/service/gc-trace.ts
var pattern = /^gc (\d+) @[\d.]+s \d+%: ([\d.]+)\+([\d.]+)\+([\d.]+) ms clock, ([\d.]+)\+([\d.]+)\/([\d.]+)\/([\d.]+)\+([\d.]+) ms cpu, .* (\d+) P(?: \(forced\))?$/;
function collectionTimes(line6) {
  const fields2 = pattern.exec(line6)?.slice(1).map(Number);
  if (fields2 === void 0) return null;
  const [number6, sweepStop, mark2, markStop, sweepCpu, assist, background, , markStopCpu, processors] = fields2;
  return {
    number: number6,
    durationMs: sweepStop + mark2 + markStop,
    assistMs: assist,
    cpuMs: sweepCpu + assist + background + markStopCpu,
    processors
  };
}
var keptCollections = 36e3;
function collectionLines() {
  const seen3 = [];
  return {
    take(line6) {
      const times2 = collectionTimes(line6);
      if (times2 === null) return false;
      if (seen3.length < keptCollections) seen3.push(times2);
      return true;
    },
    list: () => seen3
  };
}

// src/service/recovered.ts
var starts = [
  /http2?: panic serving \S+: (.*)$/,
  // net/http, to its ErrorLog
  /\[Recovery\] .*panic recovered:$/,
  // gin
  /^ panic: (.*)$/
  // chi's Recoverer
];
var maxLines2 = 150;
var maxKinds = 20;
function recoveredPanics() {
  let found2 = [];
  let block2 = [];
  const finish2 = (next) => {
    found2 = withPanic(found2, block2);
    block2 = next;
  };
  return {
    line(text4) {
      if (starts.some((start) => start.test(text4))) finish2([text4]);
      else if (block2.length > 0) {
        block2.push(text4);
        if (isOver(block2)) finish2([]);
      }
    },
    // The last one may still be under way: it counts in the answer, and goes on.
    list: () => withPanic(found2, block2)
  };
}
function withPanic(found2, block2) {
  if (block2.length === 0) return found2;
  const panic = parseRecovered(block2);
  const place3 = placeOf(panic);
  if (!found2.some((known3) => placeOf(known3) === place3)) return [...found2, { ...panic, count: 1 }].slice(0, maxKinds);
  return found2.map((known3) => placeOf(known3) === place3 ? { ...known3, count: known3.count + 1 } : known3);
}
function placeOf({ frames: [first], message }) {
  return first ? `${first.file}:${first.line}` : message;
}
function isOver(lines3) {
  const [secondLast = "", last = ""] = lines3.slice(-2);
  return lines3.length >= maxLines2 || /^\s*created by /.test(secondLast) || last.startsWith("	goexit: ");
}
function parseRecovered(lines3) {
  const [first = "", ...rest2] = lines3;
  const message = starts.map((start) => start.exec(first)?.[1]).find((text4) => text4 !== void 0);
  return { message: message ?? ginMessage(rest2), frames: stackCalls(rest2) };
}
function ginMessage(lines3) {
  const stack2 = lines3.findIndex((line6) => /^\S.*:\d+ \(0x[0-9a-f]+\)$/.test(line6));
  return lines3.slice(0, Math.max(stack2, 0)).findLast((line6) => line6 !== "") ?? "panic";
}

// src/service/service-output.ts
function serviceOutput() {
  const fatal = { stdout: fatalText(), stderr: fatalText() };
  const recovered = { stdout: recoveredPanics(), stderr: recoveredPanics() };
  const collections3 = collectionLines();
  const last = outputTail(50, (stream, line6) => {
    if (stream === "stderr" && collections3.take(line6)) return true;
    fatal[stream].line(line6);
    recovered[stream].line(line6);
    return false;
  });
  return {
    ...last,
    fatal: () => fatal.stderr.read() ?? fatal.stdout.read(),
    recovered: () => [...recovered.stderr.list(), ...recovered.stdout.list()],
    collections: collections3.list
  };
}

// src/service/start.ts
var maxStarts = 3;
async function startService(spec, signal) {
  for (let start = 1; ; start++) {
    const port = await freePort(signal);
    const launched = await launch(spec, port, signal);
    try {
      const readiness = await readinessOf(launched, spec, port, signal);
      if (readiness.ready) return runningService(launched, readiness.endpoint, spec.tls ?? false);
      if (start === maxStarts || !lostPort(launched, port)) throw notReady(launched, spec, readiness.waitingFor);
    } catch (error2) {
      await launched.group.stop();
      throw error2;
    }
    await launched.group.stop();
  }
}
async function launch(spec, port, signal) {
  const output = serviceOutput();
  const { args, env } = fillPlaceholders(spec, { ...spec, port });
  const group = await spawnGroup(
    {
      name: `${spec.name} service`,
      command: spec.binary,
      args,
      cwd: spec.cwd,
      env: spec.probeSocket === void 0 ? env : { ...env, LEAKGATE_PROBE: spec.probeSocket },
      onOutput: output.write
    },
    signal
  );
  return { group, output, askedPort: port };
}
async function readinessOf(launched, spec, port, signal) {
  const { group } = launched;
  return await waitUntilReady(
    {
      path: spec.ready.path,
      timeoutMs: spec.ready.timeoutMs,
      tls: spec.tls ?? false,
      askedPort: port,
      endpoints: () => hasProcfs() ? listeningEndpoints(groupMembers(group.pid)) : loopback(port),
      ended: group.exited
    },
    signal
  );
}
function loopback(port) {
  return ["127.0.0.1", "::1"].map((host) => ({ host, port }));
}
function lostPort({ group, output }, port) {
  const lines3 = output.lines();
  return group.exit() !== null && lines3.some((line6) => /address already in use/i.test(line6) && line6.includes(`:${port}`));
}
function notReady({ group, output }, spec, waitingFor) {
  const lines3 = output.lines();
  const details2 = { output: lines3.join("\n") };
  const exit = group.exit();
  if (exit === null) {
    return new LeakgateError(
      "service",
      `The ${spec.name} service wasn't ready after ${spec.ready.timeoutMs / 1e3} s: ${waitingFor}.`,
      {
        ...details2,
        hint: spec.ready.path === void 0 || !waitingFor.startsWith("GET ") ? portHint : "Let ready.path name a path that answers 2xx or 3xx, or raise ready.timeout."
      }
    );
  }
  const portTaken = lines3.some((line6) => /address already in use/i.test(line6));
  return new LeakgateError("service", `The ${spec.name} service ended before it was ready: ${ending(exit, output)}.`, {
    ...details2,
    hint: portTaken ? `It wants a port that is taken. ${portHint}` : "Its last output says why. Does it need a setup command or an environment variable?"
  });
}
var portHint = "Let it listen on the port in the environment variable PORT, or hand it {port} in args or env.";

// src/service/socket-memory.ts
import { execFile as execFile2 } from "node:child_process";
async function socketMemory(port, signal) {
  const filter2 = ["state", "established", `( sport = :${port} )`];
  const text4 = await new Promise((resolve) => {
    execFile2(
      "ss",
      ["-tmnHO", ...filter2],
      { signal, maxBuffer: 64 << 20 },
      (error2, stdout) => resolve(error2 === null ? stdout : null)
    );
  });
  signal.throwIfAborted();
  return text4 === null ? null : readSocketMemory(text4);
}
function readSocketMemory(text4) {
  const sockets = [...text4.matchAll(/skmem:\(([^)]*)\)/g)].map(
    ([, fields2 = ""]) => fields2.split(",").map((field) => /^(r|t|f|w|o|bl)(\d+)$/.exec(field)).reduce((sum3, match) => sum3 + Number(match?.[2] ?? 0), 0)
  );
  return { bytes: sockets.reduce((sum3, bytes) => sum3 + bytes, 0), connections: sockets.length };
}

// src/service/output-of.ts
import { setTimeout as sleep7 } from "node:timers/promises";
var mostBytes = 64 * 1024;
async function outputOf({ name, command, cwd, env, timeoutMs: timeoutMs2 }, signal) {
  var _stack = [];
  try {
    const complaints = outputTail(20);
    let printed = "";
    const onOutput = (stream, chunk) => {
      if (stream === "stderr") complaints.write(stream, chunk);
      else if (printed.length < mostBytes) printed += chunk;
    };
    const over = new AbortController();
    const group = __using(_stack, await spawnGroup(
      { name, command: "bash", args: ["-eo", "pipefail", "-c", command], cwd, env, onOutput },
      signal
    ), true);
    const timer = sleep7(timeoutMs2, null, { signal: over.signal }).catch(() => null);
    const exit = await Promise.race([group.exited, timer]);
    over.abort();
    signal.throwIfAborted();
    if (exit?.code === 0) return printed;
    const how = exit === null ? `didn't end within ${timeoutMs2 / 1e3} s` : exit.signal === null ? `failed with exit code ${exit.code}` : `was killed by ${exit.signal}`;
    throw new LeakgateError("service", `The ${name} ${how}.`, {
      output: complaints.lines().join("\n"),
      hint: "It runs with bash in the working directory. Try it there by hand."
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}

// src/bench/stock-load.ts
function stockLoad(config, env, signal) {
  const { routes: routes2, connections: connections3, requestTimeoutMs: timeoutMs2 } = config;
  const place3 = { cwd: config.workingDirectory, env: { ...serviceEnvironment(env) } };
  const shaped = (durationMs) => trafficFor(config.traffic, durationMs);
  const program3 = async (name) => findProgram(name, place3, signal);
  return async (running3, durationMs, { warmUp = false } = {}) => {
    const { origin: origin3 } = running3.service;
    const stop3 = { durationMs };
    const common = { routes: routes2, connections: connections3, timeoutMs: timeoutMs2, env: place3.env };
    switch (routedEngine(config)) {
      case "autocannon":
        return sendNew(config, running3, async (_, load2) => engines.autocannon.run(origin3, { ...load2, stop: stop3 }, signal));
      case "http2":
        return sendNew(config, running3, async (_, load2) => engines.http2.run(origin3, { ...load2, stop: stop3 }, signal));
      case "open": {
        const schedule = { traffic: shaped(durationMs), seed: 1 };
        return sendNew(config, running3, async (_, load2) => openLoad(origin3, { ...load2, ...schedule }, signal));
      }
      case "wrk":
        return wrkLoad(await program3("wrk"), origin3, { ...common, durationMs }, signal);
      case "vegeta":
        return vegetaLoad(await program3("vegeta"), origin3, { ...common, traffic: shaped(durationMs) }, signal);
      default: {
        const script2 = config.k6Script;
        return k6Load(await program3("k6"), origin3, { script: script2, connections: connections3, durationMs, warmUp, env: place3.env }, signal);
      }
    }
  };
}
var countingEngine = ({ engine }) => engine === "http2" ? engines.http2 : engines.autocannon;
async function senders(config, env, signal) {
  const place3 = { cwd: config.workingDirectory, env: { ...serviceEnvironment(env) } };
  const routed = routedEngine(config);
  const counting2 = countingEngine(config);
  const named3 = async () => {
    if (routed === "autocannon" || routed === "http2") return `${routed} ${engines[routed].version}, closed loop`;
    if (routed === "open") return "open loop";
    const { version: version2 } = await findProgram(routed, place3, signal);
    return `${routed} ${version2}, ${routed === "wrk" ? "closed loop" : routed === "vegeta" ? "open loop" : "its script"}`;
  };
  return {
    engine: await named3(),
    "engine of the leak rounds": `${counting2.name} ${counting2.version}`,
    protocol: `${config.engine === "http2" ? "HTTP/2" : "HTTP/1.1"}${config.tls ? " over TLS" : ""}`,
    ...config.streams > 1 && { streams: String(config.streams) }
  };
}

// src/bench/probed-copy.ts
function probedCopy({ config, program: program3, discard }, signal) {
  let probe2;
  let sent = 0;
  const copy2 = {
    number: 0,
    answered: 0,
    async connect() {
      const running3 = await program3();
      probe2 ??= await reachProbe(running3, signal);
      return { running: running3, probe: probe2 };
    },
    async load(requests, narrowed = {}) {
      const { running: running3 } = await copy2.connect();
      const plan = {
        ...loadOf(config, running3),
        ...narrowed,
        stop: { requests },
        variants: leakVariants(config, sent)
      };
      sent += requests;
      const load2 = async () => countingEngine(config).run(running3.service.origin, plan, signal);
      const summary2 = await running3.survives(load2);
      copy2.answered += summary2.answered;
      return summary2;
    },
    async renew() {
      await discard();
      probe2 = void 0;
      sent = 0;
      copy2.number += 1;
      copy2.answered = 0;
    }
  };
  return copy2;
}
async function reachProbe({ probeSocket }, signal) {
  if (probeSocket === void 0) throw new LeakgateError("internal", "The probe build was started without a socket.");
  const probe2 = connectProbe(probeSocket);
  await probe2.ping(signal);
  return probe2;
}

// src/probes/retention.ts
import { mkdtemp as mkdtemp6, rm as rm6, statfs } from "node:fs/promises";
import { tmpdir as tmpdir6 } from "node:os";
import { dirname as dirname2, join as join8 } from "node:path";

// src/heap/address.ts
var firstStatic = 4026531840;
var nowhere = 4294967295;
function encoder({ arena, statics }) {
  return (low, high) => {
    const address = high * 2 ** 32 + low;
    if (address >= arena.start && address < arena.end) return Math.floor((address - arena.start) / 8);
    if (address >= statics.start && address < statics.end)
      return firstStatic + Math.floor((address - statics.start) / 8);
    return nowhere;
  };
}
var staticAddress = (word2, { statics }) => statics.start + (word2 - firstStatic) * 8;

// src/heap/dump-reader.ts
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
var windowBytes = 1 << 22;
var DumpReader = class {
  buffer = Buffer.allocUnsafeSlow(windowBytes);
  /** The same bytes, for words. */
  view = new DataView(this.buffer.buffer);
  position = 0;
  end = 0;
  path;
  size;
  #descriptor;
  /** Offset in the file of `buffer[0]`. */
  #base = 0;
  constructor(path3) {
    this.path = path3;
    try {
      this.#descriptor = openSync(path3, "r");
    } catch (cause) {
      throw new LeakgateError("measurement", `The heap dump ${path3} can't be opened.`, { cause });
    }
    this.size = fstatSync(this.#descriptor).size;
  }
  [Symbol.dispose]() {
    closeSync(this.#descriptor);
  }
  get offset() {
    return this.#base + this.position;
  }
  /** Makes at least `bytes` readable at `position`. @throws LeakgateError when the file ends before. */
  need(bytes) {
    if (this.position + bytes <= this.end) return;
    this.want(bytes);
    if (this.position + bytes > this.end) throw this.damaged("it ends in the middle of a record");
  }
  /** Loads up to `bytes` at `position`, fewer at the end of the file. */
  want(bytes) {
    if (this.position + bytes <= this.end) return;
    if (bytes > this.size - this.offset + 64) bytes = Math.max(0, this.size - this.offset);
    const kept2 = this.buffer.subarray(this.position, this.end);
    const next = bytes > this.buffer.length ? Buffer.allocUnsafeSlow(bytes + windowBytes) : this.buffer;
    kept2.copy(next, 0);
    this.#base += this.position;
    this.position = 0;
    this.end = kept2.length;
    if (next !== this.buffer) {
      this.buffer = next;
      this.view = new DataView(next.buffer);
    }
    while (this.end < next.length) {
      const read2 = readSync(this.#descriptor, next, this.end, next.length - this.end, this.#base + this.end);
      if (read2 === 0) break;
      this.end += read2;
    }
  }
  /** One byte at a file offset, without moving. −1 past the end. */
  peekAt(offset) {
    const one2 = Buffer.allocUnsafe(1);
    return readSync(this.#descriptor, one2, 0, 1, offset) === 1 ? one2[0] : -1;
  }
  /** Goes on `bytes` further, also past what is loaded. */
  skip(bytes) {
    if (this.position + bytes <= this.end) {
      this.position += bytes;
      return;
    }
    if (this.offset + bytes > this.size) throw this.damaged("it ends in the middle of a record");
    this.#base += this.position + bytes;
    this.position = 0;
    this.end = 0;
  }
  /** An unsigned varint below 2^53. Ten bytes must be loaded, or the rest of the file. */
  loadedUint() {
    const { buffer } = this;
    let byte = buffer[this.position++];
    if (byte < 128) return byte;
    let value2 = byte & 127;
    let scale2 = 128;
    do {
      byte = buffer[this.position++];
      value2 += (byte & 127) * scale2;
      scale2 *= 128;
    } while (byte >= 128 && scale2 < 2 ** 70);
    if (this.position > this.end) throw this.damaged("it ends in the middle of a record");
    return value2;
  }
  uint() {
    if (this.position + 10 > this.end) this.want(10);
    if (this.position >= this.end) throw this.damaged("it ends in the middle of a record");
    return this.loadedUint();
  }
  text() {
    const length = this.uint();
    this.need(length);
    const value2 = this.buffer.toString("utf8", this.position, this.position + length);
    this.position += length;
    return value2;
  }
  damaged(why) {
    return new LeakgateError("measurement", `The heap dump ${this.path} can't be read: ${why}.`, {
      hint: "Take the snapshot again. A dump that another program wrote, or that was cut off, has no use."
    });
  }
};

// src/heap/growing.ts
var GrowingUint32 = class {
  length = 0;
  #data;
  constructor(capacity = 1024) {
    this.#data = new Uint32Array(capacity);
  }
  push(value2) {
    if (this.length === this.#data.length) this.#grow();
    this.#data[this.length++] = value2;
  }
  view() {
    return this.#data.subarray(0, this.length);
  }
  #grow() {
    const wider = new Uint32Array(Math.ceil(this.#data.length * 1.6));
    wider.set(this.#data);
    this.#data = wider;
  }
};
var GrowingPairs = class {
  key = new GrowingUint32();
  #value = new Float64Array(1024);
  push(key, value2) {
    if (this.key.length === this.#value.length) {
      const wider = new Float64Array(this.#value.length * 2);
      wider.set(this.#value);
      this.#value = wider;
    }
    this.#value[this.key.length] = value2;
    this.key.push(key);
  }
  values() {
    return this.#value.subarray(0, this.key.length);
  }
};

// src/heap/object-reader.ts
var headerAbove = 512;
var headerUpTo = 32 * 1024;
var descriptorBytes = { least: 384, most: 640 };
var smallestStackBytes = 2048;
var skippedFrom = 1 << 20;
var bytesPerObject = 120;
var ObjectReader = class {
  boxed = new GrowingPairs();
  #reader;
  #text;
  #types;
  #word;
  #words;
  #edges;
  #targets;
  #headers = new GrowingPairs();
  #closures = new GrowingPairs();
  #stackBytes = /* @__PURE__ */ new Map();
  #arenaStart = 0;
  #encode = () => nowhere;
  constructor(reader, { text: text4 }, types2) {
    this.#reader = reader;
    this.#text = text4;
    this.#types = types2;
    const objects = Math.ceil(reader.size / bytesPerObject) + 1024;
    this.#word = new GrowingUint32(objects);
    this.#words = new GrowingUint32(objects);
    this.#edges = new GrowingUint32(objects);
    this.#targets = new GrowingUint32(objects);
  }
  begin(space) {
    this.#arenaStart = space.arena.start;
    this.#encode = encoder(space);
  }
  finish() {
    this.#edges.push(this.#targets.length);
    return {
      objects: { word: this.#word.view(), words: this.#words.view(), edges: this.#edges.view() },
      targets: this.#targets.view(),
      headers: { object: this.#headers.key.view(), type: this.#headers.values() },
      boxed: { word: this.boxed.key.view(), type: this.boxed.values() },
      closures: { object: this.#closures.key.view(), code: this.#closures.values() }
    };
  }
  /** Size of the stack of the goroutine whose descriptor lies at the word; 0 where none is known. */
  stackBytes(descriptor2) {
    return this.#stackBytes.get(descriptor2) ?? 0;
  }
  /** One record: address, contents, and the offsets of its pointers. */
  read() {
    const reader = this.#reader;
    reader.want(32);
    const address = reader.loadedUint();
    const bytes = reader.loadedUint();
    const number6 = this.#word.length;
    this.#word.push(Math.floor((address - this.#arenaStart) / 8));
    this.#words.push(Math.ceil(bytes / 8));
    this.#edges.push(this.#targets.length);
    if (bytes > skippedFrom && reader.peekAt(reader.offset + bytes) === 0) return reader.skip(bytes + 1);
    reader.want(bytes + (bytes >> 3) * 6 + 16);
    const contents2 = reader.position;
    if (contents2 + bytes >= reader.end) throw reader.damaged("it ends in the middle of an object");
    reader.position = contents2 + bytes;
    const pointers = this.#pointers(contents2, bytes);
    if (bytes >= 8) this.#firstWord(number6, contents2, bytes, pointers);
    if (bytes >= descriptorBytes.least && bytes <= descriptorBytes.most) this.#stack(number6, contents2);
  }
  /** Reads a list of pointer fields and keeps where they point to. Answers how many there were. */
  #pointers(contents2, bytes) {
    const reader = this.#reader;
    const { buffer, view, end } = reader;
    let { position } = reader;
    for (let many = 0; position < end; many++) {
      if (buffer[position++] === 0) {
        reader.position = position;
        return many;
      }
      let byte = buffer[position++];
      let offset = byte & 127;
      for (let scale2 = 128; byte >= 128; scale2 *= 128) {
        byte = buffer[position++];
        offset += (byte & 127) * scale2;
      }
      if (offset + 8 > bytes) throw reader.damaged("a pointer lies outside of its object");
      const at2 = contents2 + offset;
      const target = this.#encode(view.getUint32(at2, true), view.getUint32(at2 + 4, true));
      if (target === nowhere) continue;
      this.#targets.push(target);
      if (target >= firstStatic || offset < 8) continue;
      const type = this.#types.of(view.getUint32(at2 - 8, true), view.getUint32(at2 - 4, true));
      if (type !== 0) this.boxed.push(target, type);
    }
    throw reader.damaged("it ends in the middle of an object");
  }
  /** A descriptor begins with where its goroutine's stack begins and ends. Whatever else looks like that is never asked for. */
  #stack(number6, contents2) {
    const { view } = this.#reader;
    const [start, end] = [view.getUint32(contents2, true), view.getUint32(contents2 + 8, true)];
    const bytes = end - start >>> 0;
    const isStack = bytes >= smallestStackBytes && (bytes & bytes - 1) === 0;
    if (isStack) this.#stackBytes.set(this.#word.view()[number6], bytes);
  }
  #firstWord(number6, contents2, bytes, pointers) {
    const { view } = this.#reader;
    const [low, high] = [view.getUint32(contents2, true), view.getUint32(contents2 + 4, true)];
    if (high !== 0) return;
    if (low >= this.#text.start && low < this.#text.end) this.#closures.push(number6, low);
    else if (pointers > 0 && bytes > headerAbove && bytes <= headerUpTo && this.#types.isType(low)) {
      this.#headers.push(number6, low);
    }
  }
};

// src/heap/type-words.ts
var TypeWords = class {
  #itabs = /* @__PURE__ */ new Map();
  #types;
  #lowest = Number.POSITIVE_INFINITY;
  #highest = 0;
  constructor({ types: types2 }) {
    this.#types = types2;
  }
  addItab(itab, type) {
    this.#itabs.set(itab, type);
    this.#lowest = Math.min(this.#lowest, itab);
    this.#highest = Math.max(this.#highest, itab);
  }
  /** Address of the type that an interface's first word stands for: an itab's, or the type itself. 0 for any other word. */
  of(low, high) {
    const word2 = high === 0 ? low : low + high * 2 ** 32;
    if (word2 >= this.#lowest && word2 <= this.#highest) {
      const type = this.#itabs.get(word2);
      if (type !== void 0) return type;
    }
    return this.isType(word2) ? word2 : 0;
  }
  isType(word2) {
    return word2 >= this.#types.start && word2 < this.#types.end;
  }
};

// src/heap/dump.ts
var magic = "go1.7 heap dump\n";
function readHeapDump(path3, program3) {
  var _stack = [];
  try {
    const reader = __using(_stack, new DumpReader(path3));
    reader.want(magic.length);
    if (reader.end < magic.length || reader.buffer.toString("latin1", 0, magic.length) !== magic) {
      throw reader.damaged("it is no heap dump of a Go program");
    }
    reader.position = magic.length;
    try {
      return new DumpParser(reader, program3).parse();
    } catch (cause) {
      if (cause instanceof RangeError) throw reader.damaged("its records contradict each other");
      throw cause;
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
var DumpParser = class {
  #reader;
  #program;
  #space = { arena: { start: 0, end: 0 }, statics: { start: 0, end: 0 } };
  #encode = () => nowhere;
  #goVersion = "";
  #heapAllocBytes = 0;
  #objects;
  #types;
  #slotAt = new GrowingUint32();
  #slotTarget = new GrowingUint32();
  #goroutines = [];
  #finalizers = [];
  #buckets = [];
  /** The dump numbers buckets by the address of the runtime's record. */
  #bucketAt = /* @__PURE__ */ new Map();
  #texts = /* @__PURE__ */ new Map();
  #sampleWord = new GrowingUint32(1 << 12);
  #sampleBucket = new GrowingUint32(1 << 12);
  constructor(reader, program3) {
    this.#reader = reader;
    this.#program = program3;
    this.#types = new TypeWords(program3);
    this.#objects = new ObjectReader(reader, program3, this.#types);
  }
  parse() {
    for (let tag = this.#reader.uint(); tag !== 0; tag = this.#reader.uint()) this.#record(tag);
    if (this.#goVersion === "") throw this.#reader.damaged("it has no parameters");
    return {
      goVersion: this.#goVersion,
      space: this.#space,
      heapAllocBytes: this.#heapAllocBytes,
      ...this.#objects.finish(),
      slots: { at: this.#slotAt.view(), target: this.#slotTarget.view() },
      goroutines: this.#goroutines,
      finalizers: this.#finalizers,
      buckets: this.#buckets,
      samples: { word: this.#sampleWord.view(), bucket: this.#sampleBucket.view() }
    };
  }
  /** Tags of `runtime/heapdump.go`. */
  #record(tag) {
    switch (tag) {
      case 1:
        return this.#objects.read();
      case 3:
        return this.#type();
      case 4:
        return this.#goroutine();
      case 5:
        return this.#frame();
      case 6:
        return this.#parameters();
      case 7:
      case 11:
        return this.#finalizer();
      case 8:
        return this.#itab();
      case 9:
        return this.#skipUints(3);
      case 10:
        return this.#memStats();
      case 12:
        return this.#statics(this.#program.data);
      case 13:
        return this.#statics(this.#program.bss);
      case 14:
        return this.#skipUints(7);
      case 15:
        return this.#skipUints(6);
      case 16:
        return this.#bucket();
      case 17:
        return this.#sample();
      default:
        throw this.#reader.damaged(`it has a record of the unknown kind ${tag} at byte ${this.#reader.offset}`);
    }
  }
  #skipUints(many) {
    for (let i = 0; i < many; i++) this.#reader.uint();
  }
  #parameters() {
    const reader = this.#reader;
    const [bigEndian, pointerBytes, start, end] = [reader.uint(), reader.uint(), reader.uint(), reader.uint()];
    reader.text();
    this.#goVersion = reader.text();
    reader.uint();
    if (bigEndian !== 0 || pointerBytes !== 8)
      throw reader.damaged("it is of a machine that isn’t 64-bit little-endian");
    if ((end - start) / 8 >= firstStatic) {
      throw new LeakgateError("measurement", `The heap dump ${reader.path} spans more than 30 GB of addresses.`);
    }
    const { goVersion } = this.#program.build;
    if (goVersion !== "" && goVersion !== this.#goVersion) {
      throw this.#foreign(`${this.#goVersion} wrote the dump, and ${goVersion} built the program`);
    }
    this.#space = { arena: { start, end }, statics: this.#program.statics };
    this.#encode = encoder(this.#space);
    this.#objects.begin(this.#space);
  }
  #foreign(why) {
    return new LeakgateError("measurement", `Another program wrote the heap dump ${this.#reader.path}: ${why}.`, {
      hint: "Name the very file that the process ran; a new build of the same source is another program."
    });
  }
  #type() {
    this.#reader.uint();
    this.#reader.uint();
    this.#reader.text();
    this.#reader.uint();
  }
  #itab() {
    this.#types.addItab(this.#reader.uint(), this.#reader.uint());
  }
  #goroutine() {
    const reader = this.#reader;
    const [descriptor2, , id, createdAt] = [reader.uint(), reader.uint(), reader.uint(), reader.uint()];
    reader.uint();
    const system = reader.uint() !== 0;
    reader.uint();
    reader.uint();
    const reason3 = this.#known(reader.text());
    const context = reader.uint();
    reader.uint();
    const [defers, panics] = [reader.uint(), reader.uint()];
    const holds = [context, defers, panics].map((address) => this.#encodeWhole(address)).filter((word3) => word3 !== nowhere);
    const word2 = this.#encodeWhole(descriptor2);
    this.#goroutines.push({
      id,
      descriptor: word2,
      stackBytes: this.#objects.stackBytes(word2),
      createdAt,
      reason: reason3,
      system,
      holds,
      frames: []
    });
  }
  /** The same names come a hundred thousand times: one copy of each is kept. */
  #known(text4) {
    const known3 = this.#texts.get(text4);
    if (known3 === void 0) this.#texts.set(text4, text4);
    return known3 ?? text4;
  }
  #encodeWhole(address) {
    return this.#encode(address % 2 ** 32, Math.floor(address / 2 ** 32));
  }
  #frame() {
    const reader = this.#reader;
    this.#skipUints(3);
    const bytes = reader.uint();
    reader.need(bytes);
    const contents2 = reader.position;
    const stack2 = Buffer.from(reader.buffer.subarray(contents2, contents2 + bytes));
    reader.position += bytes;
    this.#skipUints(3);
    const name = this.#known(reader.text());
    const holds = [];
    for (let kind = reader.uint(); kind !== 0; kind = reader.uint()) {
      const at2 = reader.uint();
      if (at2 + 8 > bytes) continue;
      const word2 = this.#encode(stack2.readUInt32LE(at2), stack2.readUInt32LE(at2 + 4));
      if (word2 !== nowhere) holds.push(word2);
    }
    this.#goroutines.at(-1)?.frames.push({ function: name, holds });
  }
  #finalizer() {
    const [target, code3] = [this.#reader.uint(), this.#reader.uint()];
    this.#skipUints(3);
    for (const address of [code3, target]) {
      const word2 = this.#encodeWhole(address);
      if (word2 !== nowhere) this.#finalizers.push(word2);
    }
  }
  #memStats() {
    this.#heapAllocBytes = this.#reader.uint();
    this.#skipUints(23 + 256 + 1);
  }
  /** Data or bss: contents, then the offsets of its pointers. */
  #statics({ start: expected, end }) {
    const reader = this.#reader;
    const start = reader.uint();
    const bytes = reader.uint();
    if (start !== expected || bytes !== end - expected) throw this.#foreign("their variables lie at other addresses");
    reader.need(bytes);
    const contents2 = Buffer.from(reader.buffer.subarray(reader.position, reader.position + bytes));
    reader.position += bytes;
    for (let kind = reader.uint(); kind !== 0; kind = reader.uint()) {
      const at2 = reader.uint();
      const target = this.#encode(contents2.readUInt32LE(at2), contents2.readUInt32LE(at2 + 4));
      if (target === nowhere) continue;
      this.#slotAt.push(this.#encodeWhole(start + at2));
      this.#slotTarget.push(target);
      if (at2 < 8 || target >= firstStatic) continue;
      const type = this.#types.of(contents2.readUInt32LE(at2 - 8), contents2.readUInt32LE(at2 - 4));
      if (type !== 0) this.#objects.boxed.push(target, type);
    }
  }
  #bucket() {
    const reader = this.#reader;
    const [number6, objectBytes, depth] = [reader.uint(), reader.uint(), reader.uint()];
    const stack2 = [];
    for (let i = 0; i < depth; i++) {
      const [of, file, line6] = [this.#known(reader.text()), this.#known(reader.text()), reader.uint()];
      stack2.push({ function: this.#program.inlined(of, file, line6), file, line: line6 });
    }
    this.#skipUints(2);
    this.#bucketAt.set(number6, this.#buckets.push({ objectBytes, stack: stack2 }) - 1);
  }
  #sample() {
    const word2 = this.#encodeWhole(this.#reader.uint());
    const bucket = this.#bucketAt.get(this.#reader.uint());
    if (word2 === nowhere || bucket === void 0) return;
    this.#sampleWord.push(word2);
    this.#sampleBucket.push(bucket);
  }
};

// src/heap/build-info.ts
function readBuildInfo(elf) {
  const [goVersion, modules] = buildTexts(contents(elf, ".go.buildinfo"));
  const lines3 = modules.split("\n").map((line6) => line6.split("	"));
  const second = (key) => lines3.find(([name]) => name === key)?.[1] ?? "";
  return {
    goVersion,
    buildId: buildId(contents(elf, ".note.go.buildid")),
    packagePath: second("path"),
    modulePath: second("mod")
  };
}
function contents({ bytes, sections }, name) {
  const section4 = sections.find((one2) => one2.name === name);
  return section4 === void 0 ? Buffer.alloc(0) : bytes.subarray(section4.offset, section4.offset + section4.size);
}
var magic2 = "ÿ Go buildinf:";
var inlineFlag = 2;
var headerBytes = 32;
var sentinelBytes = 16;
function buildTexts(section4) {
  if (section4.toString("latin1", 0, magic2.length) !== magic2 || (section4[magic2.length + 1] & inlineFlag) === 0)
    return ["", ""];
  const version2 = lengthAndText(section4, headerBytes);
  const modules = lengthAndText(section4, version2.end);
  return [
    section4.toString("utf8", version2.start, version2.end),
    section4.toString(
      "utf8",
      modules.start + sentinelBytes,
      Math.max(modules.start + sentinelBytes, modules.end - sentinelBytes)
    )
  ];
}
function lengthAndText(section4, at2) {
  let [length, scale2, position] = [0, 1, at2];
  for (; position < section4.length; position++, scale2 *= 128) {
    const byte = section4[position];
    length += (byte & 127) * scale2;
    if (byte < 128) break;
  }
  const start = Math.min(position + 1, section4.length);
  return { start, end: Math.min(start + length, section4.length) };
}
function buildId(note) {
  if (note.length < 16) return "";
  const length = note.readUInt32LE(4);
  return note.toString("latin1", 16, Math.min(16 + length, note.length));
}

// src/heap/elf.ts
import { readFileSync as readFileSync6 } from "node:fs";
var positionIndependent = 3;
var symbolTable = 2;
var objectSymbol = 1;
var functionSymbol = 2;
var symbolBytes = 24;
function openSections(path3) {
  const bytes = read(path3);
  if (bytes.length < 64 || bytes.readUInt32BE(0) !== 2135247942 || bytes[4] !== 2 || bytes[5] !== 1) {
    throw unreadable3(path3, "it is no 64-bit little-endian ELF program");
  }
  return { bytes, sections: readSections(bytes) };
}
function openElf(path3) {
  const { bytes, sections } = openSections(path3);
  if (bytes.readUInt16LE(16) === positionIndependent) {
    throw unreadable3(path3, "it is position-independent; build it with -buildmode=exe");
  }
  const symbols = sections.find(({ type }) => type === symbolTable);
  const strings = symbols && sections[symbols.link];
  if (symbols === void 0 || strings === void 0) {
    throw unreadable3(path3, "its symbol table was stripped; build it without -ldflags=-s");
  }
  return { bytes, sections, symbols, strings };
}
function read(path3) {
  try {
    return readFileSync6(path3);
  } catch (cause) {
    throw unreadable3(path3, "it can’t be opened", cause);
  }
}
function readSections(file) {
  const at2 = word(file, 40);
  const [bytes, many, names] = [file.readUInt16LE(58), file.readUInt16LE(60), file.readUInt16LE(62)];
  const sections = Array.from({ length: many }, (_, index2) => {
    const base = at2 + index2 * bytes;
    return {
      nameAt: file.readUInt32LE(base),
      type: file.readUInt32LE(base + 4),
      address: word(file, base + 16),
      offset: word(file, base + 24),
      size: word(file, base + 32),
      link: file.readUInt32LE(base + 40)
    };
  });
  const table3 = sections[names]?.offset ?? 0;
  return sections.map(({ nameAt, ...section4 }) => ({ ...section4, name: text2(file, table3 + nameAt) }));
}
function addressesOf(elf, names) {
  const { bytes: file, symbols: table3, strings } = elf;
  const wanted = new Set(names);
  const longest2 = Math.max(...names.map((name) => name.length));
  const found2 = /* @__PURE__ */ new Map();
  for (let at2 = table3.offset; at2 < table3.offset + table3.size; at2 += symbolBytes) {
    const nameAt = strings.offset + file.readUInt32LE(at2);
    const end = file.indexOf(0, nameAt);
    if (end - nameAt > longest2) continue;
    const name = file.toString("latin1", nameAt, end);
    if (wanted.has(name)) found2.set(name, word(file, at2 + 8));
  }
  return found2;
}
function symbolsOf(elf, kind) {
  const { bytes: file, symbols: table3, strings } = elf;
  const places2 = [];
  for (let at2 = table3.offset; at2 < table3.offset + table3.size; at2 += symbolBytes) {
    if ((file[at2 + 4] & 15) === kind && word(file, at2 + 16) > 0) places2.push(at2);
  }
  const address = (at2) => word(file, at2 + 8);
  places2.sort((a, b) => address(a) - address(b));
  const start = Float64Array.from(places2, address);
  const end = Float64Array.from(places2, (at2) => address(at2) + word(file, at2 + 16));
  return {
    start,
    end,
    name: (index2) => text2(file, strings.offset + file.readUInt32LE(places2[index2] ?? 0)),
    find(wanted) {
      const index2 = lastAtOrBelow(start, wanted);
      return index2 >= 0 && wanted < end[index2] ? index2 : -1;
    }
  };
}
function lastAtOrBelow(sorted, wanted) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle2 = low + high >>> 1;
    if (sorted[middle2] <= wanted) low = middle2 + 1;
    else high = middle2;
  }
  return low - 1;
}
var word = (file, at2) => file.readUInt32LE(at2) + file.readUInt32LE(at2 + 4) * 2 ** 32;
var text2 = (file, at2) => file.toString("latin1", at2, file.indexOf(0, at2));
function unreadable3(path3, why, cause) {
  return new LeakgateError("measurement", `The program ${path3} can't be read for names: ${why}.`, { cause });
}

// src/heap/pc-values.ts
function pcValues(table3, at2, instructionBytes) {
  const found2 = [];
  let [position, end, value2] = [at2, 0, -1];
  const varint = () => {
    for (let [result, shift] = [0, 0]; ; shift += 7) {
      const byte = table3.readUInt8(position++);
      result |= (byte & 127) << shift;
      if (byte < 128) return result >>> 0;
    }
  };
  for (; ; ) {
    const difference = varint();
    if (difference === 0 && found2.length > 0) return found2;
    value2 += difference & 1 ? -(difference >>> 1) - 1 : difference >>> 1;
    end += varint() * instructionBytes;
    found2.push({ end, value: value2 });
  }
}

// src/heap/inline-names.ts
var magic3 = 4294967281;
var noTable = 4294967295;
var functionBytes = 44;
var inlineTreeValues = 2;
var inlineTreeData = 3;
var inlinedCallBytes = 16;
var given = (name) => name;
function inlineNames(elf, functionData) {
  const section4 = elf.sections.find(({ name }) => name === ".gopclntab");
  if (section4 === void 0 || functionData === void 0) return given;
  const table3 = elf.bytes.subarray(section4.offset, section4.offset + section4.size);
  if (table3.length < 72 || table3.readUInt32LE(0) !== magic3) return given;
  const lines3 = /* @__PURE__ */ new Map();
  let places2;
  return (name, file, line6) => {
    let known3 = lines3.get(name);
    if (known3 === void 0) {
      places2 ??= functionPlaces(table3);
      const place3 = places2.get(name);
      lines3.set(name, known3 = place3 === void 0 ? /* @__PURE__ */ new Map() : inlinedLines(elf, table3, place3, functionData));
    }
    return known3.get(`${file}:${line6}`) ?? name;
  };
}
function functionPlaces(table3) {
  const [functions, names] = [word(table3, 64), word(table3, 32)];
  return new Map(
    Array.from({ length: word(table3, 8) }, (_, index2) => {
      const place3 = functions + table3.readUInt32LE(functions + 8 * index2 + 4);
      return [text3(table3, names + table3.readInt32LE(place3 + 4)), place3];
    })
  );
}
function inlinedLines(elf, table3, place3, functionData) {
  const found2 = /* @__PURE__ */ new Map();
  const at2 = (offset) => table3.readUInt32LE(place3 + offset);
  const valueTables = at2(28);
  const dataTables = table3.readUInt8(place3 + 43);
  if (valueTables <= inlineTreeValues || dataTables <= inlineTreeData) return found2;
  const [values, tree] = [
    at2(functionBytes + 4 * inlineTreeValues),
    at2(functionBytes + 4 * (valueTables + inlineTreeData))
  ];
  if (values === 0 || tree === noTable) return found2;
  const stretches = (offset) => pcValues(table3, word(table3, 56) + offset, table3.readUInt8(6));
  const tables2 = [values, at2(20), at2(24)].map(stretches);
  const treeAt = offsetOf(elf, functionData + tree);
  if (treeAt === void 0) return found2;
  const [callBefore, fileBefore, lineBefore] = tables2.map(walk);
  const ends = [...new Set(tables2.flat().map(({ end }) => end))].toSorted((a, b) => a - b);
  for (const end of ends) {
    const [call4, file, line6] = [callBefore(end), fileBefore(end), lineBefore(end)];
    if (call4 < 0) continue;
    const name = text3(table3, word(table3, 32) + elf.bytes.readInt32LE(treeAt + inlinedCallBytes * call4 + 4));
    found2.set(`${fileName(table3, at2(32) + file)}:${line6}`, name);
  }
  return found2;
}
function walk(list2) {
  let index2 = 0;
  return (end) => {
    while (index2 < list2.length && list2[index2].end < end) index2 += 1;
    return list2[index2]?.value ?? -1;
  };
}
function fileName(table3, index2) {
  const offset = table3.readUInt32LE(word(table3, 40) + 4 * index2);
  return offset === noTable ? "" : text3(table3, word(table3, 48) + offset);
}
function offsetOf({ sections }, address) {
  const section4 = sections.find((one2) => one2.address > 0 && one2.address <= address && address < one2.address + one2.size);
  return section4 && section4.offset + address - section4.address;
}
var text3 = (table3, at2) => table3.toString("utf8", at2, table3.indexOf(0, at2));

// src/heap/type-names.ts
var nameOffsetAt = 40;
var flagsAt = 20;
var alignmentAt = 21;
var kindAt = 23;
var extraStar = 2;
var kinds = 26;
function typeReader({ bytes: file, sections }, types2) {
  const known3 = /* @__PURE__ */ new Map();
  const place3 = (address) => {
    const section4 = sections.find(
      (one2) => one2.type === 1 && address >= one2.address && address < one2.address + one2.size
    );
    return section4 === void 0 ? -1 : section4.offset + address - section4.address;
  };
  const readType = (address) => {
    const at2 = place3(address);
    if (at2 < 0 || at2 + 48 > file.length || !looksLikeType(file, at2)) return null;
    const nameAt = place3(types2.start + file.readInt32LE(at2 + nameOffsetAt));
    const name = nameAt < 0 ? null : readName(file, nameAt);
    if (name === null) return null;
    return { name: (file[at2 + flagsAt] & extraStar) === 0 ? name : name.slice(1), size: word(file, at2) };
  };
  return (address) => {
    if (address < types2.start || address >= types2.end) return null;
    let type = known3.get(address);
    if (type === void 0) known3.set(address, type = readType(address));
    return type;
  };
}
function looksLikeType(file, at2) {
  const kind = file[at2 + kindAt] & 31;
  return kind > 0 && kind <= kinds && [1, 2, 4, 8].includes(file[at2 + alignmentAt]);
}
function readName(file, at2) {
  let [length, shift, position] = [0, 0, at2 + 1];
  for (; ; ) {
    const byte = file[position++];
    if (byte === void 0 || shift > 14) return null;
    length |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) break;
  }
  const name = file.toString("utf8", position, position + length);
  return length > 0 && !/[\p{Cc}\uFFFD]/u.test(name) ? name : null;
}

// src/heap/program.ts
function readGoProgram(path3) {
  return orDamaged(path3, () => program(openElf(path3), path3));
}
function readProgramBuild(path3) {
  return orDamaged(path3, () => readBuildInfo(openSections(path3)));
}
function orDamaged(path3, read2) {
  try {
    return read2();
  } catch (cause) {
    if (cause instanceof LeakgateError) throw cause;
    throw unreadable3(path3, "it is damaged", cause);
  }
}
var marks = ["text", "types", "data", "bss"];
function program(elf, path3) {
  const names = [...marks.flatMap((mark2) => [`runtime.${mark2}`, `runtime.e${mark2}`]), "type:*", "go:func.*"];
  const at2 = addressesOf(elf, names);
  const between = (mark2) => {
    const start = at2.get(`runtime.${mark2}`) ?? (mark2 === "types" ? at2.get("type:*") : void 0);
    const end = at2.get(`runtime.e${mark2}`);
    if (start === void 0 || end === void 0) throw unreadable3(path3, "it is no Go program");
    return { start, end };
  };
  const written2 = elf.sections.filter(({ name }) => /^\.(noptr)?(data|bss)$/.test(name));
  const types2 = between("types");
  return {
    build: readBuildInfo(elf),
    globals: symbolsOf(elf, objectSymbol),
    functions: symbolsOf(elf, functionSymbol),
    text: between("text"),
    types: types2,
    statics: {
      start: Math.min(...written2.map(({ address }) => address)),
      end: Math.max(...written2.map(({ address, size }) => address + size))
    },
    data: between("data"),
    bss: between("bss"),
    typeAt: typeReader(elf, types2),
    inlined: inlineNames(elf, at2.get("go:func.*"))
  };
}

// src/heap/dominators.ts
var none = 4294967295;
function dominatorTree(graph, root, firstOptional) {
  const walk4 = depthFirst(graph, root, firstOptional);
  const backwards = predecessors(graph, walk4);
  return { node: walk4.node, parent: immediateDominators(walk4, backwards), predecessors: backwards };
}
function depthFirst({ rows: rows2, targets: targets2 }, root, firstOptional = targets2.length) {
  const nodes = rows2.length - 1;
  const number6 = new Uint32Array(nodes).fill(none);
  const node = new Uint32Array(nodes);
  const from = new Uint32Array(nodes);
  const cursor = new Uint32Array(nodes);
  let count4 = 1;
  number6[root] = 0;
  node[0] = root;
  cursor[0] = rows2[root];
  let at2 = 0;
  for (; ; ) {
    const current = node[at2];
    const end = rows2[current + 1];
    let edge2 = cursor[at2];
    while (edge2 < end && (targets2[edge2] === none || number6[targets2[edge2]] !== none)) {
      if (edge2 >= firstOptional) targets2[edge2] = none;
      edge2++;
    }
    if (edge2 < end) {
      const next = targets2[edge2];
      cursor[at2] = edge2 + 1;
      number6[next] = count4;
      node[count4] = next;
      from[count4] = at2;
      cursor[count4] = rows2[next];
      at2 = count4++;
    } else if (at2 === 0) break;
    else at2 = from[at2];
  }
  return { node: node.subarray(0, count4), number: number6, from: from.subarray(0, count4) };
}
function predecessors({ rows: rows2, targets: targets2 }, { node, number: number6 }) {
  const starts2 = new Uint32Array(node.length + 1);
  for (let i = 0; i < node.length; i++) {
    const end = rows2[node[i] + 1];
    for (let edge2 = rows2[node[i]]; edge2 < end; edge2++) {
      if (targets2[edge2] !== none) starts2[number6[targets2[edge2]]]++;
    }
  }
  for (let i = 1; i <= node.length; i++) starts2[i] += starts2[i - 1];
  const list2 = new Uint32Array(starts2[node.length]);
  for (let i = node.length - 1; i >= 0; i--) {
    const end = rows2[node[i] + 1];
    for (let edge2 = rows2[node[i]]; edge2 < end; edge2++) {
      if (targets2[edge2] !== none) list2[--starts2[number6[targets2[edge2]]]] = i;
    }
  }
  return { rows: starts2, targets: list2 };
}
function immediateDominators({ node, from }, { rows: rows2, targets: targets2 }) {
  const count4 = node.length;
  const semi = new Uint32Array(count4);
  for (let i = 0; i < count4; i++) semi[i] = i;
  const label4 = semi.slice();
  const dominator = from;
  const ancestor = new Uint32Array(count4).fill(none);
  const best = pathCompression(ancestor, label4, semi);
  for (let w = count4 - 1; w > 0; w--) {
    let lowest = from[w];
    for (let edge2 = rows2[w]; edge2 < rows2[w + 1]; edge2++) {
      const v = targets2[edge2];
      const candidate2 = v <= w ? v : semi[best(v)];
      if (candidate2 < lowest) lowest = candidate2;
    }
    semi[w] = lowest;
    ancestor[w] = from[w];
  }
  for (let w = 1; w < count4; w++) {
    let d = dominator[w];
    while (d > semi[w]) d = dominator[d];
    dominator[w] = d;
  }
  return dominator;
}
function pathCompression(ancestor, label4, semi) {
  let stack2 = new Uint32Array(1024);
  return (v) => {
    if (ancestor[v] === none) return v;
    let depth = 0;
    let x2 = v;
    while (ancestor[ancestor[x2]] !== none) {
      if (depth === stack2.length) {
        const wider = new Uint32Array(stack2.length * 2);
        wider.set(stack2);
        stack2 = wider;
      }
      stack2[depth++] = x2;
      x2 = ancestor[x2];
    }
    while (depth > 0) {
      const y2 = stack2[--depth];
      const up = ancestor[y2];
      if (semi[label4[up]] < semi[label4[y2]]) label4[y2] = label4[up];
      ancestor[y2] = ancestor[up];
    }
    return label4[v];
  };
}

// src/heap/object-index.ts
var pageShift = 10;
var pageWords = 1 << pageShift;
function indexObjects(word2, words2) {
  const order = sortedByRuns(word2);
  const last = order.length === 0 ? 0 : word2[order[order.length - 1]];
  const firstOfPage = new Uint32Array((last >>> pageShift) + 2);
  let page2 = 0;
  for (let rank2 = 0; rank2 < order.length; rank2++) {
    const here = word2[order[rank2]] >>> pageShift;
    while (page2 <= here) firstOfPage[page2++] = rank2;
  }
  while (page2 < firstOfPage.length) firstOfPage[page2++] = order.length;
  return {
    find(wanted) {
      const at2 = wanted >>> pageShift;
      if (at2 >= firstOfPage.length - 1) return within2(order.length - 1, wanted);
      let low = firstOfPage[at2];
      let high = firstOfPage[at2 + 1];
      while (low < high) {
        const middle2 = low + high >>> 1;
        if (word2[order[middle2]] <= wanted) low = middle2 + 1;
        else high = middle2;
      }
      return within2(low - 1, wanted);
    }
  };
  function within2(rank2, wanted) {
    if (rank2 < 0) return none;
    const object3 = order[rank2];
    return wanted - word2[object3] < words2[object3] ? object3 : none;
  }
}
function sortedByRuns(word2) {
  const runs = [];
  for (let i = 0; i < word2.length; i++) {
    if (i === 0 || word2[i] < word2[i - 1] || word2[i] - word2[i - 1] >= pageWords) runs.push(i);
  }
  const end = (run5) => runs[run5 + 1] ?? word2.length;
  const byAddress = runs.map((_, run5) => run5).toSorted((a, b) => word2[runs[a]] - word2[runs[b]]);
  const order = new Uint32Array(word2.length);
  let at2 = 0;
  for (const run5 of byAddress) for (let i = runs[run5]; i < end(run5); i++) order[at2++] = i;
  return order;
}

// src/heap/graph.ts
var unexplainedBytes = 16 * 1024;
var garbageShare = 0.01;
var addsUp = ({
  heapAllocBytes,
  reachableBytes
}) => {
  const unreached = heapAllocBytes - reachableBytes;
  return unreached >= -unexplainedBytes && unreached <= Math.max(unexplainedBytes, garbageShare * heapAllocBytes);
};
function retentionGraph(dump, program3) {
  const index2 = indexObjects(dump.objects.word, dump.objects.words);
  const { graph, roots, root, firstOptional } = new GraphBuilder(dump, program3, index2).build();
  const tree = dominatorTree(graph, root, firstOptional);
  let reachableBytes = 0;
  for (const node of tree.node) if (node < dump.objects.words.length) reachableBytes += dump.objects.words[node] * 8;
  return { dump, program: program3, index: index2, edges: graph, roots, tree, reachableBytes };
}
var GraphBuilder = class {
  #dump;
  #program;
  #index;
  #roots = [];
  /** Edges of each root node. */
  #held = [];
  /** 1 for objects that describe a live goroutine: only the goroutine itself may hold them. */
  #descriptors;
  #globals = /* @__PURE__ */ new Map();
  #regions = /* @__PURE__ */ new Map();
  #splits = new Float64Array(0);
  constructor(dump, program3, index2) {
    this.#dump = dump;
    this.#program = program3;
    this.#index = index2;
    this.#descriptors = new Uint8Array(dump.objects.word.length);
  }
  build() {
    for (const { descriptor: descriptor2 } of this.#dump.goroutines) {
      const object3 = this.#index.find(descriptor2);
      if (object3 !== none) this.#descriptors[object3] = 1;
    }
    this.#splits = this.#splitPoints();
    this.#statics();
    const roots = [...this.#globals.values(), ...this.#finalizers(), ...this.#goroutines()];
    return this.#assemble(roots, [...this.#regions.values()]);
  }
  #add(root) {
    this.#held.push([]);
    return this.#dump.objects.word.length + this.#roots.push(root) - 1;
  }
  #hold(from, word2) {
    const target = this.#resolve(word2);
    if (target !== none) this.#held[from - this.#dump.objects.word.length].push(target);
  }
  /** Node of a word, or `none`. Edges to a goroutine's descriptor don't count: the runtime lists them all. */
  #resolve(word2) {
    if (word2 >= firstStatic) return word2 === none ? none : this.#staticNode(word2, false);
    const object3 = this.#index.find(word2);
    return object3 !== none && this.#descriptors[object3] === 1 ? none : object3;
  }
  /** Anonymous data is cut where pointers point at: each such place is a value of its own. */
  #splitPoints() {
    const { targets: targets2, slots, space } = this.#dump;
    const words2 = /* @__PURE__ */ new Set();
    for (const list2 of [targets2, slots.target]) for (const word2 of list2) if (word2 >= firstStatic) words2.add(word2);
    const addresses = [...words2].map((word2) => staticAddress(word2, space)).filter((at2) => this.#program.globals.find(at2) < 0);
    return Float64Array.from([...addresses, ...this.#program.globals.end]).toSorted();
  }
  #staticNode(word2, create) {
    const address = staticAddress(word2, this.#dump.space);
    const symbol = this.#program.globals.find(address);
    const [nodes, key] = symbol >= 0 ? [this.#globals, symbol] : [this.#regions, lastAtOrBelow(this.#splits, address)];
    let node = nodes.get(key);
    if (node === void 0 && create) {
      node = this.#add(symbol >= 0 ? { kind: "global", name: this.#program.globals.name(symbol) } : { kind: "static" });
      nodes.set(key, node);
    }
    return node ?? none;
  }
  #statics() {
    const { at: at2, target } = this.#dump.slots;
    const from = Array.from(at2, (word2) => this.#staticNode(word2, true));
    from.forEach((node, slot) => this.#hold(node, target[slot]));
  }
  #finalizers() {
    if (this.#dump.finalizers.length === 0) return [];
    const node = this.#add({ kind: "finalizers" });
    for (const word2 of this.#dump.finalizers) this.#hold(node, word2);
    return [node];
  }
  /** Equal goroutines are one node, and so are their equal frames: what they share is held by them alone. */
  #goroutines() {
    const groups = /* @__PURE__ */ new Map();
    for (const goroutine of this.#dump.goroutines) {
      const key = [goroutine.reason, ...goroutine.frames.map((frame2) => frame2.function)].join("\n");
      const known3 = groups.get(key);
      const group = known3 ?? this.#goroutineNode(goroutine);
      if (known3 === void 0) groups.set(key, group);
      group.root.stackBytes += goroutine.stackBytes;
      this.#goroutine(goroutine, group);
    }
    return [...groups.values()].map(({ node }) => node);
  }
  #goroutineNode(like) {
    const root = { kind: "goroutines", like, stackBytes: 0 };
    return { node: this.#add(root), root, frames: /* @__PURE__ */ new Map() };
  }
  #goroutine(goroutine, { node, frames }) {
    const held = this.#held[node - this.#dump.objects.word.length];
    const descriptor2 = this.#index.find(goroutine.descriptor);
    if (descriptor2 !== none) held.push(descriptor2);
    for (const word2 of goroutine.holds) this.#hold(node, word2);
    for (const frame2 of goroutine.frames) {
      if (frame2.holds.length === 0) continue;
      let inner = frames.get(frame2.function);
      if (inner === void 0) {
        inner = this.#add({ kind: "frame", function: frame2.function });
        frames.set(frame2.function, inner);
        held.push(inner);
      }
      for (const word2 of frame2.holds) this.#hold(inner, word2);
    }
  }
  /** Anonymous data is a root only where nothing named reaches it: it may be the value of a named variable. */
  #assemble(sure, optional) {
    const { objects, targets: targets2 } = this.#dump;
    const many = objects.word.length;
    const root = many + this.#roots.length;
    const extra = [...this.#held, [...sure, ...optional]];
    const rows2 = new Uint32Array(root + 2);
    rows2.set(objects.edges.subarray(0, many + 1));
    for (const [k, held] of extra.entries()) rows2[many + k + 1] = rows2[many + k] + held.length;
    const all = new Uint32Array(rows2[root + 1]);
    for (let i = 0; i < targets2.length; i++) all[i] = this.#resolve(targets2[i]);
    extra.forEach((held, k) => all.set(held, rows2[many + k]));
    return { graph: { rows: rows2, targets: all }, roots: this.#roots, root, firstOptional: all.length - optional.length };
  }
};

// src/heap/names.ts
function readableFunction(symbol) {
  const name = symbol.replaceAll("%2e", ".");
  const [open, close2] = [name.indexOf("["), name.lastIndexOf("]")];
  return open >= 0 && close2 > open ? `${name.slice(0, open)}[...]${name.slice(close2 + 1)}` : name;
}
var probe = /(?:^|\/)[^/.]+\.leakgate[A-Z]/;
var compilers = /\.\.(?:typeAssert|interfaceSwitch)\.\d+$/;
var isForeign = (name) => /^[[\]*]*(?:runtime[./]|internal\/)/.test(name) || probe.test(name) || compilers.test(name);
var allocator = /^runtime\.(?:mallocgc\w*|newobject|newarray|makeslice(?:copy)?|growslice\w*|makechan|rawstring\w*|rawbyteslice|gostring\w*|slicebytetostring|concatstring\w*|convT\w*)$/;
var isAllocator = (name) => allocator.test(name);
var isRuntime = (name) => /^(?:runtime|internal\/runtime(?:\/[\w/]+)?)\./.test(name);
function runtimeDepth(stack2) {
  const first = stack2.findIndex((frame2) => !isRuntime(frame2.function));
  return first < 0 ? stack2.length : first;
}
var mapMaker = /^(?:runtime\.(?:makemap|mapclone)|internal\/runtime\/maps\.New(?:Empty)?Map$)/;
var mapPieceMaker = /^internal\/runtime\/maps\.|^runtime\.(?:mapassign|hashGrow|makeBucketArray|\(\*hmap\))/;
var timerHeapMaker = /^runtime\.(?:\(\*timers\)\.|doaddtimer$)/;
function madeBy(runtimeFunctions) {
  if (runtimeFunctions.some((name) => mapMaker.test(name))) return "map";
  if (runtimeFunctions.some((name) => mapPieceMaker.test(name))) return "map piece";
  if (runtimeFunctions.some((name) => timerHeapMaker.test(name))) return "timers";
  return runtimeFunctions.some((name) => name.startsWith("runtime.growslice")) ? "slice" : "value";
}
var headerBytes2 = 8;
function containerName(type, slotBytes) {
  const map2 = /^(?:map\.group|map\.bucket|map\.hdr|hash<|bucket<|noalg\.map\.group)\[(.+)$/.exec(
    type.name.replace(/^\*/, "")
  );
  if (map2 !== null) return `map[${map2[1]}`;
  if (type.size === 0 || slotBytes - headerBytes2 < 2 * type.size) return type.name;
  return type.name.startsWith("map[") ? type.name : `[]${type.name}`;
}

// src/heap/labels.ts
var timersLabel = { text: "runtime timers", frame: null, foreign: false };
var probeLabel = { text: "the probe of Leakgate", frame: null, foreign: true };
var containerStart = /^(?:\[\]|slice |map[ [{])/;
function rootLabel(node, frames) {
  if (node.kind === "goroutines") return goroutineLabel(node.like, frames);
  if (node.kind === "global") return plainLabel(readableFunction(node.name));
  if (node.kind === "frame") return plainLabel(`frame of ${readableFunction(node.function)}`, isForeign(node.function));
  return plainLabel(node.kind === "static" ? "static data" : "finalizers");
}
var plainLabel = (text4, foreign2 = isForeign(text4)) => ({ text: text4, frame: null, foreign: foreign2 });
function goroutineLabel({ reason: reason3, system, frames: stack2 }, frames) {
  const functions = stack2.map((frame2) => frame2.function);
  const at2 = functions.find((name) => isServices2(name, frames)) ?? functions.find((name) => !name.startsWith("runtime.")) ?? functions[0] ?? "";
  const probes = functions.some((name) => isForeign(name) && !/^(?:runtime|internal)\b/.test(name));
  const text4 = `goroutine [${reason3 || "running"}] ${readableFunction(at2)}`.trim();
  return plainLabel(text4, system || probes || isForeign(at2));
}
function isServices2(name, frames) {
  const packagePath = packageOf(name);
  return packagePath === "main" || !isStandard(frames(name, `${packagePath}/_.go`, 0));
}
function siteLabel({ stack: stack2, objectBytes }, frames) {
  const depth = runtimeDepth(stack2);
  const functions = stack2.slice(0, depth).map((frame2) => frame2.function);
  const made = madeBy(functions);
  const [inner, ...outer] = stack2.slice(depth).map((frame2) => frames(frame2.function, frame2.file, frame2.line));
  if (made === "timers") return { label: timersLabel, made };
  if (inner === void 0) {
    const text4 = functions.find((name) => !isAllocator(name)) ?? functions.at(-1) ?? `${objectBytes} B`;
    return { label: { text: readableFunction(text4), frame: null, foreign: true }, made: "value" };
  }
  const caller = [inner, ...outer].find((frame2) => frame2.own || isProbe(frame2));
  if (caller !== void 0 && isProbe(caller)) return { label: probeLabel, made: "value" };
  const via = caller === void 0 || caller === inner ? "" : ` via ${placeOf2(caller)}`;
  const what = made === "value" ? "" : made === "slice" ? "slice " : "map ";
  const at2 = inner.function.startsWith("internal/") ? packageOf(inner.function) : placeOf2(inner);
  const foreign2 = caller === void 0 && isForeign(inner.function);
  return { label: { text: `${what}${at2}${via}`, frame: caller ?? inner, foreign: foreign2 }, made };
}
var packageOf = (name) => /^(?:.*?\/)*[^/.[]+/.exec(name)?.[0] ?? name;
var placeOf2 = ({ function: name, file, line: line6 }) => `${readableFunction(name)} ${file.slice(file.lastIndexOf("/") + 1)}:${line6}`;

// src/heap/pairing.ts
var grown = ([before, after]) => after.retainedBytes - (before?.retainedBytes ?? 0);
function pairChildren(before, after) {
  const gone = new Set([...before?.children.values() ?? []].filter(({ label: label4 }) => !after.children.has(label4.text)));
  const heaviestFirst = [...after.children.values()].toSorted((a, b) => b.retainedBytes - a.retainedBytes);
  return heaviestFirst.map((child) => {
    const was = before?.children.get(child.label.text) ?? formerSelf(child, gone);
    if (was !== void 0) gone.delete(was);
    return [was, child];
  });
}
function formerSelf(child, gone) {
  const [best] = [...gone].filter((one2) => containerStart.test(one2.label.text) || containerStart.test(child.label.text)).map((one2) => ({ one: one2, likeness: sharedBytes(one2, child) + (sameLine(one2, child) ? 1 : 0) })).toSorted((a, b) => b.likeness - a.likeness);
  return best !== void 0 && best.likeness > 0 ? best.one : void 0;
}
function sharedBytes(one2, other) {
  return [...one2.children.values()].reduce((sum3, child) => {
    const namesake = other.children.get(child.label.text);
    return namesake === void 0 ? sum3 : sum3 + Math.min(child.retainedBytes, namesake.retainedBytes);
  }, 0);
}
function sameLine({ label: { frame: one2 } }, { label: { frame: other } }) {
  return one2 !== null && other !== null && one2.file === other.file && one2.line === other.line;
}

// src/heap/label-table.ts
var LabelTable = class {
  labels = [];
  #byText = /* @__PURE__ */ new Map();
  of(label4) {
    let number6 = this.#byText.get(label4.text);
    if (number6 === void 0) this.#byText.set(label4.text, number6 = this.labels.push({ ...label4 }) - 1);
    return number6;
  }
  text(number6) {
    return this.labels[number6]?.text ?? "";
  }
  /** For each label, does its text match? As bytes, for loops over millions of objects. */
  flags(pattern2) {
    return Uint8Array.from(this.labels, ({ text: text4 }) => pattern2.test(text4) ? 1 : 0);
  }
};
var OnlyValue = class {
  #values = /* @__PURE__ */ new Map();
  see(key, value2) {
    const known3 = this.#values.get(key);
    if (known3 === void 0) this.#values.set(key, value2);
    else if (known3 !== value2) this.#values.set(key, null);
  }
  *[Symbol.iterator]() {
    for (const [key, value2] of this.#values) if (value2 !== null) yield [key, value2];
  }
};

// src/heap/object-labels.ts
var withItsHolder = 4294967294;
function labelObjects(graph, frames) {
  const table3 = new LabelTable();
  const of = new Uint32Array(graph.dump.objects.word.length).fill(none);
  const pieces = new Uint8Array(of.length);
  const [timers, probe2] = [table3.of(timersLabel), table3.of(probeLabel)];
  const made = nameSites(graph, frames, table3, of);
  const sites2 = of.slice();
  const isPiece = Uint8Array.from(table3.labels, (_, label4) => made.get(label4) === "map piece" ? 1 : 0);
  for (let object3 = 0; object3 < of.length; object3++) pieces[object3] = isPiece[of[object3]] ?? 0;
  const seen3 = nameTypes(graph, table3, of, pieces);
  lendFrames(table3, seen3);
  nameContainers(table3, of, made, seen3);
  nameMaps(graph, table3, of, pieces, made);
  for (const { descriptor: descriptor2 } of graph.dump.goroutines) {
    const object3 = graph.index.find(descriptor2);
    if (object3 !== none) of[object3] = withItsHolder;
  }
  return { table: table3, of, sites: sites2, pieces, timers, probe: probe2 };
}
function nameSites({ dump, index: index2 }, frames, table3, of) {
  const sites2 = /* @__PURE__ */ new Map();
  const numbers2 = dump.buckets.map((bucket2) => {
    const { label: label4, made } = siteLabel(bucket2, frames);
    const number6 = table3.of(label4);
    sites2.set(number6, (sites2.get(number6) ?? made) === made ? made : "map");
    return number6;
  });
  const { word: word2, bucket } = dump.samples;
  for (let i = 0; i < word2.length; i++) {
    const object3 = index2.find(word2[i]);
    if (object3 !== none) of[object3] = numbers2[bucket[i]];
  }
  return sites2;
}
function nameTypes({ dump, program: program3, index: index2 }, table3, of, pieces) {
  const seen3 = { siteOfType: new OnlyValue(), typeOfSite: new OnlyValue() };
  const probe2 = table3.of(probeLabel);
  const name = (object3, label4) => {
    const site2 = of[object3];
    if (site2 === probe2) return;
    of[object3] = label4;
    if (site2 === none || site2 === label4) return;
    seen3.siteOfType.see(label4, site2);
    seen3.typeOfSite.see(site2, label4);
  };
  const typed2 = numbered((address, slotBytes) => {
    const type = program3.typeAt(address);
    if (type === null) return none;
    const text4 = slotBytes === 0 ? type.name.replace(/^\*/, "") : containerName(type, slotBytes);
    return /^(?:\[\])?\*?runtime\.timerWhen$/.test(text4) ? table3.of(timersLabel) : table3.of(plainLabel(text4));
  });
  const { boxed, headers, closures, objects } = dump;
  for (let i = 0; i < boxed.word.length; i++) {
    const object3 = index2.find(boxed.word[i]);
    if (object3 === none || objects.word[object3] !== boxed.word[i]) continue;
    const label4 = typed2(boxed.type[i], 0);
    if (label4 !== none) name(object3, label4);
  }
  for (let i = 0; i < headers.object.length; i++) {
    const object3 = headers.object[i];
    const label4 = typed2(headers.type[i], objects.words[object3] * 8);
    if (label4 !== none) name(object3, label4);
    if (table3.text(label4).startsWith("map[")) pieces[object3] = 1;
  }
  const coded = numbered((address) => {
    const code3 = program3.functions.find(address);
    return code3 < 0 || program3.functions.start[code3] !== address ? none : table3.of(plainLabel(`closure ${readableFunction(program3.functions.name(code3))}`));
  });
  for (let i = 0; i < closures.object.length; i++) {
    const label4 = coded(closures.code[i], 0);
    if (label4 !== none) name(closures.object[i], label4);
  }
  return seen3;
}
function numbered(ask3) {
  const known3 = /* @__PURE__ */ new Map();
  return (address, bytes) => {
    let sizes = known3.get(address);
    if (sizes === void 0) known3.set(address, sizes = /* @__PURE__ */ new Map());
    let answer2 = sizes.get(bytes);
    if (answer2 === void 0) sizes.set(bytes, answer2 = ask3(address, bytes));
    return answer2;
  };
}
function lendFrames({ labels }, { siteOfType }) {
  for (const [type, site2] of siteOfType) labels[type].frame ??= labels[site2].frame;
}
function nameContainers(table3, of, sites2, { typeOfSite }) {
  const known3 = new Uint32Array(table3.labels.length).fill(none);
  for (const [site2, type] of typeOfSite) {
    if (sites2.get(site2) !== "value" && containerStart.test(table3.text(type))) known3[site2] = type;
  }
  for (let object3 = 0; object3 < of.length; object3++) {
    const type = of[object3] < known3.length ? known3[of[object3]] : none;
    if (type !== none) of[object3] = type;
  }
}
var [whole, piece, typed] = [1, 2, 3];
function nameMaps({ tree }, table3, of, pieces, sites2) {
  const part = Uint8Array.from(table3.labels, ({ text: text4 }, label4) => {
    if (text4.startsWith("map[")) return typed;
    if (sites2.get(label4) === "map") return whole;
    return sites2.get(label4) === "map piece" || /^(?:\[\])?\*?maps\.(?:Map|table)$/.test(text4) ? piece : 0;
  });
  const partOf = (node) => node < of.length && of[node] < part.length ? part[of[node]] : 0;
  const holderOf = (number6) => tree.node[tree.parent[number6]];
  for (let node = 0; node < of.length; node++) if (partOf(node) === piece) pieces[node] = 1;
  for (let number6 = tree.node.length - 1; number6 > 0; number6--) {
    const above = partOf(holderOf(number6));
    if ((above === whole || above === piece) && partOf(tree.node[number6]) === typed)
      of[holderOf(number6)] = of[tree.node[number6]];
  }
  for (let number6 = 1; number6 < tree.node.length; number6++) {
    if (partOf(tree.node[number6]) === piece && partOf(holderOf(number6)) !== 0)
      of[tree.node[number6]] = of[holderOf(number6)];
  }
}

// src/heap/earlier-names.ts
function carryNames({ dump }, now, earlier) {
  const { objects: was } = earlier;
  const moved = (dump.space.arena.start - earlier.space.arena.start) / 8;
  const isMap = now.table.flags(/^map\[/);
  const renumbered = earlier.names.table.labels.map((label4) => now.table.of(label4));
  const here = (label4) => renumbered[label4] ?? label4;
  const { word: word2, words: words2 } = dump.objects;
  for (let object3 = 0; object3 < word2.length; object3++) {
    const before = earlier.index.find(word2[object3] + moved);
    if (before === none || was.word[before] !== word2[object3] + moved || was.words[before] !== words2[object3]) continue;
    const made = now.sites[object3];
    if (made !== none && made !== here(earlier.names.sites[before])) continue;
    const label4 = earlier.names.of[before];
    if (label4 === withItsHolder || now.of[object3] === withItsHolder) continue;
    if (isMap[now.of[object3]] === 1) continue;
    now.of[object3] = here(label4);
    now.pieces[object3] = earlier.names.pieces[before];
  }
}

// src/heap/holders.ts
var sharedNames = 16;
var sharedBytes2 = 1024;
var namedHolders = 5;
var lookedAt = 2e5;
function nameHolders(top3, graph, { table: table3, of }, rootLabels) {
  const { node, parent } = graph.tree;
  const timers = table3.of(timersLabel);
  const label4 = (number6) => {
    const at2 = node[number6];
    return at2 < of.length ? of[at2] : rootLabels[at2 - of.length];
  };
  const shared = /* @__PURE__ */ new Map();
  for (let number6 = 1; number6 < node.length; number6++) {
    if (parent[number6] !== 0 || node[number6] >= of.length) continue;
    const same = shared.get(label4(number6));
    if (same === void 0) shared.set(label4(number6), [number6]);
    else same.push(number6);
  }
  [...shared].flatMap(([name, numbers2]) => {
    const trie = top3.children.get(table3.text(name));
    return trie === void 0 || trie.label.foreign || trie.retainedBytes < sharedBytes2 ? [] : [{ trie, numbers: numbers2 }];
  }).toSorted((a, b) => b.trie.retainedBytes - a.trie.retainedBytes).slice(0, sharedNames).forEach(({ trie, numbers: numbers2 }) => {
    trie.heldBy = waysDown(graph, numbers2, label4, timers).map((way) => told3(way.map(label4)));
  });
  function told3(way) {
    return way.filter((one2, i) => one2 < table3.labels.length && one2 !== way[i - 1]).map((one2) => table3.labels[one2]);
  }
}
function waysDown(graph, numbers2, nameOf3, rootToo) {
  const { tree, dump } = graph;
  const { rows: rows2, targets: targets2 } = tree.predecessors;
  const objects = dump.objects.word.length;
  const next = new Map(numbers2.map((number6) => [number6, none]));
  const ways = /* @__PURE__ */ new Map();
  for (const number6 of next.keys()) {
    if (ways.size === namedHolders || next.size > lookedAt) break;
    if (nameOf3(number6) === rootToo) {
      if (!ways.has(rootToo)) ways.set(rootToo, wayDown(number6, next));
      continue;
    }
    const isRoot = tree.node[number6] >= objects;
    for (let edge2 = rows2[number6]; edge2 < rows2[number6 + 1]; edge2++) {
      const above = targets2[edge2];
      if (above !== 0) {
        if (!next.has(above)) next.set(above, number6);
      } else if (isRoot && !ways.has(nameOf3(number6))) ways.set(nameOf3(number6), wayDown(number6, next));
    }
  }
  return [...ways.values()];
}
function wayDown(from, next) {
  const way = [];
  for (let number6 = from; number6 !== none; number6 = next.get(number6)) way.push(number6);
  return way;
}

// src/heap/pair-table.ts
var PairTable = class {
  /** How many pairs there are; their numbers are 0 … size − 1. */
  size = 0;
  #first = new Uint32Array(256);
  #second = new Uint32Array(256);
  /** Number of the pair in each slot, plus one. */
  #slots = new Uint32Array(1024);
  /** Number of the pair; a new one gets the next. */
  of(first, second) {
    const slot = this.#slot(first, second);
    const found2 = this.#slots[slot];
    return found2 === 0 ? this.#insert(slot, first, second) : found2 - 1;
  }
  /** Number of the pair, or `none`. */
  find(first, second) {
    return this.#slots[this.#slot(first, second)] - 1 >>> 0;
  }
  first(pair) {
    return this.#first[pair];
  }
  second(pair) {
    return this.#second[pair];
  }
  clear() {
    this.size = 0;
    this.#slots.fill(0);
  }
  #slot(first, second) {
    const mask = this.#slots.length - 1;
    let slot = hash(first, second) & mask;
    for (; ; ) {
      const found2 = this.#slots[slot];
      if (found2 === 0 || this.#first[found2 - 1] === first && this.#second[found2 - 1] === second) return slot;
      slot = slot + 1 & mask;
    }
  }
  #insert(slot, first, second) {
    if (this.size === this.#first.length) {
      this.#grow();
      slot = this.#slot(first, second);
    }
    this.#first[this.size] = first;
    this.#second[this.size] = second;
    this.#slots[slot] = ++this.size;
    return this.size - 1;
  }
  /** Four slots for each pair: long runs of taken slots stay rare. */
  #grow() {
    this.#first = doubled(this.#first);
    this.#second = doubled(this.#second);
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let pair = 0; pair < this.size; pair++) {
      this.#slots[this.#slot(this.#first[pair], this.#second[pair])] = pair + 1;
    }
  }
};
function hash(first, second) {
  let mixed = Math.imul(first, 2654435761) ^ second;
  mixed = Math.imul(mixed ^ mixed >>> 16, 2246822507);
  mixed = Math.imul(mixed ^ mixed >>> 13, 3266489909);
  return (mixed ^ mixed >>> 16) >>> 0;
}
function doubled(list2) {
  const wider = new Uint32Array(list2.length * 2);
  wider.set(list2);
  return wider;
}

// src/heap/inference.ts
function siblingNamer(graph, { table: table3, of, probe: probe2 }) {
  const { tree, dump } = graph;
  const objects = dump.objects.word.length;
  const closure = table3.flags(/^closure /);
  const kinds2 = new PairTable();
  const votes = new PairTable();
  const votesFor = [];
  const winner = [];
  const most3 = [];
  const vote = (kind, label4) => {
    const ballot = votes.of(kind, label4);
    const many = (votesFor[ballot] ?? 0) + 1;
    votesFor[ballot] = many;
    if (many <= (most3[kind] ?? 0)) return;
    most3[kind] = many;
    winner[kind] = label4;
  };
  return (level, place3) => {
    if (!level.some((number6) => tree.node[number6] < objects && of[tree.node[number6]] === none)) return;
    [kinds2, votes].forEach((pairs2) => pairs2.clear());
    [votesFor, winner, most3].forEach((list2) => list2.length = 0);
    for (const number6 of level) {
      const node = tree.node[number6];
      const label4 = node < objects ? of[node] : none;
      if (label4 >= withItsHolder || label4 === probe2 || closure[label4] === 1) continue;
      vote(kinds2.of(place3[tree.parent[number6]], shape(graph, node)), label4);
    }
    if (kinds2.size === 0) return;
    for (const number6 of level) {
      const node = tree.node[number6];
      if (node >= objects || of[node] !== none) continue;
      const kind = kinds2.find(place3[tree.parent[number6]], shape(graph, node));
      if (kind !== none) of[node] = winner[kind];
    }
  };
}
function shape({ edges, dump }, node) {
  const { words: words2 } = dump.objects;
  let pointees = 0;
  const end = Math.min(edges.rows[node + 1], edges.rows[node] + 6);
  for (let edge2 = edges.rows[node]; edge2 < end; edge2++) {
    const target = edges.targets[edge2];
    pointees = Math.imul(pointees, 31) + (target < words2.length ? words2[target] : 0) + 1 & 65535;
  }
  return Math.min(words2[node], 4095) * 65536 + pointees;
}

// src/heap/trie.ts
var emptyTrie = (label4 = plainLabel("")) => ({
  label: label4,
  objects: 0,
  bytes: 0,
  retainedBytes: 0,
  children: /* @__PURE__ */ new Map()
});
var deepest = 10;
function namedTrie(graph, frames, earlier) {
  const names = labelObjects(graph, frames);
  if (earlier !== void 0) carryNames(graph, names, earlier);
  const nameSiblings = earlier === void 0 ? siblingNamer(graph, names) : () => void 0;
  const rootLabels = graph.roots.map((root) => names.table.of(rootLabel(root, frames)));
  const steps2 = new Steps(names);
  const place3 = new Uint32Array(graph.tree.node.length);
  for (const level of levels(graph.tree.parent)) {
    nameSiblings(level, place3);
    for (const number6 of level) place3[number6] = placeOf3(number6);
  }
  const trie = steps2.trie();
  nameHolders(trie, graph, names, rootLabels);
  graph.roots.forEach((root, k) => {
    const child = root.kind === "goroutines" && trie.children.get(names.table.text(rootLabels[k]));
    if (child) child.stackBytes = (child.stackBytes ?? 0) + root.stackBytes;
  });
  const { index: index2, dump } = graph;
  const { word: word2, words: words2 } = dump.objects;
  return { trie, objects: { index: index2, space: dump.space, objects: { word: word2, words: words2 }, names } };
  function placeOf3(number6) {
    const node = graph.tree.node[number6];
    const above = place3[graph.tree.parent[number6]];
    const many = names.of.length;
    if (node >= many) return steps2.below(above, rootLabels[node - many]);
    return steps2.count(above, node, graph.dump.objects.words[node] * 8);
  }
}
var Steps = class {
  #names;
  /** Step k + 1 is the pair k: the step above and the label. */
  #pairs = new PairTable();
  #depth = [0];
  #objects = [0];
  #bytes = [0];
  constructor(names) {
    this.#names = names;
  }
  /** The step of that name, or the one above when it bears the name already: a list is one step, however long. */
  below(above, label4) {
    if (label4 === this.#label(above) || this.#depth[above] === deepest) return above;
    const step2 = this.#pairs.of(above, label4) + 1;
    if (step2 === this.#depth.length) {
      this.#depth.push(this.#depth[above] + 1);
      this.#objects.push(0);
      this.#bytes.push(0);
    }
    return step2;
  }
  /** Counts an object at its step and answers the step. */
  count(above, object3, bytes) {
    const label4 = this.#names.of[object3];
    if (label4 === none || label4 === withItsHolder) {
      this.#bytes[above] += bytes;
      if (label4 === withItsHolder) this.#objects[above] += 1;
      return above;
    }
    if (label4 === this.#names.probe) {
      const probe2 = this.below(0, label4);
      this.#bytes[probe2] += bytes;
      this.#objects[probe2] += 1;
      return above;
    }
    const step2 = this.below(label4 === this.#names.timers ? 0 : above, label4);
    this.#bytes[step2] += bytes;
    if (label4 === this.#label(step2) && this.#names.pieces[object3] === 0) this.#objects[step2] += 1;
    return step2;
  }
  trie() {
    const tries = this.#depth.map((_, step2) => {
      const empty = emptyTrie(this.#names.table.labels[this.#label(step2)]);
      return { ...empty, objects: this.#objects[step2], bytes: this.#bytes[step2] };
    });
    tries.slice(1).forEach((trie, k) => tries[this.#pairs.first(k)].children.set(trie.label.text, trie));
    for (const [step2, trie] of [...tries.entries()].toReversed()) {
      trie.retainedBytes += trie.bytes;
      if (step2 > 0) tries[this.#pairs.first(step2 - 1)].retainedBytes += trie.retainedBytes;
    }
    return tries[0];
  }
  #label(step2) {
    return step2 === 0 ? none : this.#pairs.second(step2 - 1);
  }
};
var namedLevels = 64;
function levels(parent) {
  const distance2 = new Uint8Array(parent.length);
  const starts2 = new Uint32Array(namedLevels + 2);
  for (let i = 1; i < parent.length; i++) {
    distance2[i] = Math.min(distance2[parent[i]] + 1, namedLevels);
    starts2[distance2[i] + 1]++;
  }
  for (let i = 1; i < starts2.length; i++) starts2[i] += starts2[i - 1];
  const filled = starts2.slice();
  const order = new Uint32Array(parent.length - 1);
  for (let i = 1; i < parent.length; i++) order[filled[distance2[i]]++] = i;
  return Array.from({ length: namedLevels }, (_, k) => order.subarray(starts2[k + 1], starts2[k + 2])).filter(
    (level) => level.length > 0
  );
}

// src/heap/growth-tree.ts
function growthTree(before, after, pruning2) {
  if (before !== null && before.kind !== after.kind)
    throw new RangeError("Snapshots of two kinds have no common tree.");
  return growthOfTries(before === null ? null : trieOf(before), trieOf(after), pruning2);
}
function growthOfTries(before, after, pruning2) {
  const pair = [before ?? void 0, after];
  const tops = allChildren(pair).filter(([, { label: label4 }]) => !label4.foreign);
  const growth3 = tops.reduce((sum3, top3) => sum3 + Math.abs(grown(top3)), 0);
  const weight2 = (one2) => Math.max(
    one2[1].retainedBytes / Math.max(1, pair[1].retainedBytes),
    before === null ? 0 : Math.abs(grown(one2)) / Math.max(1, growth3)
  );
  const grow2 = (one2, below2, depth) => {
    const children = depth === pruning2.deepest ? [] : below2.filter((child) => weight2(child) >= pruning2.smallestShare);
    return {
      pair: one2,
      weight: weight2(one2),
      below: below2,
      children: children.map((child) => grow2(child, allChildren(child), depth + 1))
    };
  };
  const root = grow2(pair, tops, 0);
  const kept2 = heaviest(root, pruning2.most);
  return nodeOf(root, kept2, before === null);
}
var trieOf = (snapshot) => snapshot.kind === "retention" ? snapshot.trie : sitesTrie(snapshot);
function allChildren([before, after]) {
  const paired = pairChildren(before, after);
  const matched = new Set(paired.map(([was]) => was));
  const gone = [...before?.children.values() ?? []].filter((child) => !matched.has(child));
  return [...paired, ...gone.map((was) => [was, emptyTrie(was.label)])];
}
function heaviest(root, most3) {
  const list2 = [];
  const add = (node, above) => {
    const weight2 = Math.min(above, node.weight);
    list2.push({ node, weight: weight2 });
    for (const child of node.children) add(child, weight2);
  };
  for (const child of root.children) add(child, Infinity);
  return new Set(
    list2.toSorted((a, b) => b.weight - a.weight).slice(0, most3).map(({ node }) => node)
  );
}
function nodeOf({ pair, below: below2, children }, kept2, alone) {
  const [before, after] = pair;
  const shown = children.filter((child) => kept2.has(child));
  const shownPairs = new Set(shown.map((child) => child.pair));
  const left5 = below2.filter((child) => !shownPairs.has(child));
  return {
    label: after.label,
    objects: after.objects,
    grownObjects: after.objects - (before?.objects ?? 0),
    bytes: after.retainedBytes,
    grownBytes: grown(pair),
    children: shown.map((child) => nodeOf(child, kept2, alone)).toSorted(alone ? byBytes : byGrowth),
    left: {
      steps: left5.length,
      bytes: left5.reduce((sum3, [, { retainedBytes }]) => sum3 + retainedBytes, 0),
      grownBytes: left5.reduce((sum3, child) => sum3 + grown(child), 0)
    }
  };
}
var byBytes = (a, b) => b.bytes - a.bytes;
var byGrowth = (a, b) => b.grownBytes - a.grownBytes || b.bytes - a.bytes;
function sitesTrie({ sites: sites2 }) {
  const top3 = emptyTrie();
  for (const { stack: stack2, liveBytes, liveObjects } of sites2.filter((site2) => !isRuntimeOwned(site2.stack))) {
    top3.retainedBytes += liveBytes;
    let step2 = top3;
    for (const frame2 of stack2) {
      step2 = calledBy(step2, frame2);
      step2.retainedBytes += liveBytes;
      step2.objects += liveObjects;
    }
  }
  return top3;
}
function calledBy({ children }, frame2) {
  const text4 = `${frame2.function} ${frame2.file.slice(frame2.file.lastIndexOf("/") + 1)}:${frame2.line}`;
  const known3 = children.get(text4) ?? emptyTrie({ ...plainLabel(text4, false), frame: frame2 });
  children.set(text4, known3);
  return known3;
}

// src/heap/growth-steps.ts
var pruning = { most: 300, smallestShare: 2e-3, deepest: 12 };
function growthSteps(before, after) {
  const steps2 = [];
  const add = (node, parent) => {
    const at2 = steps2.length;
    const { label: label4, objects, grownObjects, bytes, grownBytes, left: left5 } = node;
    steps2.push({
      parent,
      text: label4.text,
      frame: label4.frame,
      objects,
      grownObjects,
      bytes,
      grownBytes,
      ...left5.steps > 0 && { left: left5 }
    });
    for (const child of node.children) add(child, at2);
  };
  add(growthOfTries(before, after, pruning), -1);
  return steps2;
}
function growthTreeOf(steps2) {
  const nodes = [];
  for (const [at2, { parent, text: text4, frame: frame2, left: left5, ...figures6 }] of steps2.entries()) {
    const node = {
      label: { text: text4, frame: frame2, foreign: false },
      ...figures6,
      children: [],
      left: left5 ?? { steps: 0, bytes: 0, grownBytes: 0 },
      depth: (nodes[parent]?.depth ?? -1) + 1
    };
    nodes.push(node);
    if (at2 > 0 && node.depth > 0 && node.depth <= deepest2) nodes[parent].children.push(node);
  }
  const [top3] = nodes;
  return top3 === void 0 || top3.children.length === 0 ? null : top3;
}
var deepest2 = 40;

// src/heap/grown-ways.ts
var mostWays = 300;
function grownWays(before, after) {
  const ways = [];
  const walk4 = (pair, above) => {
    const [was, is] = pair;
    const steps2 = [...above, { text: is.label.text, objects: is.objects - (was?.objects ?? 0) }];
    const bytes = is.bytes - (was?.bytes ?? 0);
    if (bytes > 0) ways.push({ steps: steps2, frame: is.label.frame, bytes });
    for (const child of pairChildren(was, is)) if (grown(child) > 0) walk4(child, steps2);
  };
  for (const root of pairChildren(before, after)) if (grown(root) > 0 && !root[1].label.foreign) walk4(root, []);
  return ways.toSorted((a, b) => b.bytes - a.bytes).slice(0, mostWays);
}

// src/heap/growth.ts
var explains = 0.5;
var outweighs = 0.5;
function growth(before, after) {
  return pairChildren(before, after).filter((pair) => grown(pair) > 0 && !pair[1].label.foreign).map((pair) => ({
    root: pair[1].label,
    steps: chain(pair),
    retainedBytes: grown(pair),
    totalBytes: pair[1].retainedBytes,
    sites: growingSites(pair),
    heldBy: pair[1].heldBy ?? [],
    stackBytes: (pair[1].stackBytes ?? 0) - (pair[0]?.stackBytes ?? 0)
  })).toSorted((a, b) => b.retainedBytes - a.retainedBytes);
}
function chain(pair) {
  const [before, after] = pair;
  const here = { label: after.label, objects: after.objects - (before?.objects ?? 0), retainedBytes: grown(pair) };
  const growing = pairChildren(before, after).filter((child) => grown(child) > 0).toSorted((a, b) => grown(b) - grown(a));
  const [heaviest3] = growing;
  const below2 = growing.reduce((sum3, child) => sum3 + grown(child), 0);
  const own = after.bytes - (before?.bytes ?? 0);
  const ends = heaviest3 === void 0 || grown(heaviest3) < explains * below2 || below2 < outweighs * own;
  return ends ? [here] : [here, ...chain(heaviest3)];
}
function growingSites([before, after]) {
  const here = after.label.frame !== null && after.bytes > (before?.bytes ?? 0) ? [after.label.frame] : [];
  return [...here, ...pairChildren(before, after).flatMap((pair) => grown(pair) > 0 ? growingSites(pair) : [])];
}

// src/probes/retention.ts
function retentionReader(binary, frames) {
  let program3;
  return async (probe2, signal, earlier) => {
    program3 ??= readGoProgram(binary);
    const directory = await mkdtemp6(join8(tmpdir6(), "leakgate-heap-"));
    try {
      const path3 = join8(directory, "heap.dump");
      await probe2.heapDump(path3, signal);
      return await wholeRetention(path3, program3, frames, earlier);
    } finally {
      await rm6(directory, { recursive: true, force: true });
    }
  };
}
async function wholeRetention(...given2) {
  try {
    return readRetention(...given2);
  } catch (cause) {
    const [path3] = given2;
    const { bavail, bsize } = await statfs(dirname2(path3));
    throw bavail * bsize < leastBytes ? fullDisk("the heap dump is cut off", { cause }) : cause;
  }
}
var leastBytes = 64 * 1024;
function readRetention(path3, program3, frames, earlier) {
  const dump = readHeapDump(path3, program3);
  const graph = retentionGraph(dump, program3);
  const { reachableBytes } = graph;
  const { heapAllocBytes, goVersion } = dump;
  const consistent = addsUp({ heapAllocBytes, reachableBytes });
  return { goVersion, ...namedTrie(graph, frames, earlier), reachableBytes, heapAllocBytes, consistent };
}

// src/bench/program.ts
import { mkdtemp as mkdtemp7, rm as rm7 } from "node:fs/promises";
import { tmpdir as tmpdir7 } from "node:os";
import { join as join9 } from "node:path";

// src/bench/obtain-credential.ts
var import_undici2 = __toESM(require_undici(), 1);
var renewAfter = 0.8;
var timeoutMs = 6e4;
var leastSecret = 4;
async function obtainCredential(auth, place3, signal) {
  const { fields: fields2, lifetimeMs } = auth.login === void 0 ? await byCommand(auth, place3, signal) : await byLogin(auth, auth.login, place3, signal);
  return { fields: fields2, renewMs: auth.refreshMs ?? (lifetimeMs === null ? null : lifetimeMs * renewAfter) };
}
async function byCommand(auth, place3, signal) {
  const { command = "" } = auth;
  const spec = { name: `token command \`${command}\``, command, cwd: place3.cwd, timeoutMs };
  const env = { ...place3.env, LEAKGATE_ORIGIN: place3.origin };
  const lines3 = (await outputOf({ ...spec, env }, signal)).split("\n").filter((line6) => line6.trim() !== "");
  const token = lines3[0]?.trim() ?? "";
  if (token === "" || lines3.length > 1)
    throw new LeakgateError(
      "service",
      `The token command \`${command}\` printed ${lines3.length} lines instead of a token.`,
      {
        hint: "It must print the token and nothing else; messages belong on stderr."
      }
    );
  return ofToken(token, auth, place3, null);
}
async function byLogin(auth, { request: asked, tokenPath }, place3, signal) {
  const { method, path: path3, headers, body: body2 = null, label: label4 } = asked;
  const fail = (what, hint4, cause) => new LeakgateError("service", `The login ${label4} ${what}.`, { hint: hint4, cause });
  const limits = { signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) };
  const options = { method, headers, body: body2, ...limits };
  const {
    statusCode,
    headers: answered2,
    body: content
  } = await (0, import_undici2.request)(place3.origin + path3, options).catch((cause) => {
    signal.throwIfAborted();
    throw fail(
      `wasn't answered: ${cause.message}`,
      "Does the service answer it when you try it by hand?",
      cause
    );
  });
  const text4 = await content.text();
  if (statusCode >= 400)
    throw fail(
      `was answered with ${statusCode}`,
      "Look at its path, its body and at the credentials in the environment."
    );
  const answer2 = parsed2(text4);
  const holder = tokenPath === null ? answer2 : at(answer2, tokenPath.slice(0, -1));
  const names = tokenPath === null ? ["access_token", "token"] : tokenPath.slice(-1);
  const token = names.map((name) => at(holder, [name])).find((value2) => typeof value2 === "string" && value2 !== "");
  if (typeof token === "string") return ofToken(token, auth, place3, secondsAt(holder) ?? secondsAt(answer2));
  const cookies = tokenPath === null ? cookieFields(answered2["set-cookie"], place3) : null;
  if (cookies !== null) return { fields: cookies, lifetimeMs: null };
  const wanted = tokenPath === null ? "access_token or token, and sets no cookies" : tokenPath.join(".");
  throw fail(
    `was answered without ${wanted}`,
    "Name the token’s place in the answer: auth.login.token: data.access_token"
  );
}
function ofToken(token, { header: header2, scheme }, { secret }, lifetimeMs) {
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new LeakgateError("service", "The token has spaces or signs that can’t stand in a header.");
  if (token.length >= leastSecret) secret(token);
  const value2 = scheme === "" ? token : `${scheme} ${token}`;
  return { fields: { [header2]: value2 }, lifetimeMs: lifetimeMs ?? jwtLifetimeMs(token) };
}
function cookieFields(setCookie, { secret }) {
  const jar = cookieJar();
  jar.take([setCookie ?? []].flat());
  const cookie = jar.header("/");
  for (const pair of cookie.split("; ")) {
    const value2 = pair.slice(pair.indexOf("=") + 1);
    if (value2.length >= leastSecret) secret(value2);
  }
  return cookie === "" ? null : { cookie };
}
function jwtLifetimeMs(token, nowMs = Date.now()) {
  const [, payload, signature2] = token.split(".");
  if (payload === void 0 || signature2 === void 0) return null;
  const claims = parsed2(Buffer.from(payload, "base64url").toString());
  const [ends, since] = [at(claims, ["exp"]), at(claims, ["iat"])];
  if (typeof ends !== "number") return null;
  return Math.max(0, ends * 1e3 - (typeof since === "number" ? since * 1e3 : nowMs));
}
function secondsAt(holder) {
  const seconds6 = at(holder, ["expires_in"]);
  return typeof seconds6 === "number" && seconds6 > 0 ? seconds6 * 1e3 : null;
}
function parsed2(text4) {
  try {
    return JSON.parse(text4);
  } catch {
    return void 0;
  }
}
var at = (value2, path3) => path3.reduce(
  (node, name) => typeof node === "object" && node !== null && Object.hasOwn(node, name) ? node[name] : void 0,
  value2
);

// src/bench/renewing-credential.ts
var leastLifeMs = 1e3;
var longestTimerMs = 2 ** 31 - 1;
function renewingCredential(obtain) {
  const closing = new AbortController();
  const listeners = /* @__PURE__ */ new Set();
  let fields2 = {};
  let holds = false;
  let obtainedMs = -Infinity;
  let timer;
  let pending = null;
  const take = ({ fields: fresh, renewMs }) => {
    [fields2, holds, obtainedMs] = [fresh, true, performance.now()];
    clearTimeout(timer);
    if (renewMs !== null && !closing.signal.aborted) {
      timer = setTimeout(() => void renew().catch(() => holds = false), Math.min(renewMs, longestTimerMs));
      timer.unref();
    }
    for (const listener of listeners) listener();
  };
  const renew = async () => {
    pending ??= obtain(closing.signal).then(take).finally(() => pending = null);
    return pending;
  };
  return {
    fields: () => fields2,
    ready: () => holds ? null : renew(),
    refused(sent) {
      if (sent !== fields2 || !holds || performance.now() - obtainedMs < leastLifeMs) return;
      holds = false;
    },
    onRenewed(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(timer);
      closing.abort(new Error("the service was stopped"));
      await pending?.catch(() => void 0);
    }
  };
}

// src/bench/program.ts
var ServiceCrashed = class extends Error {
  crash;
  output;
  constructor(crash, output) {
    super(crash.message);
    this.name = "ServiceCrashed";
    this.crash = crash;
    this.output = output;
  }
};
async function startProgram(config, parent, start, signal) {
  const directory = start.directory ?? await mkdtemp7(join9(tmpdir7(), `leakgate-${start.side}-`));
  const clean = async () => start.directory === void 0 ? rm7(directory, { recursive: true, force: true }) : void 0;
  const dependency = start.dependency ?? config.dependency;
  try {
    const probeSocket = start.probe === true ? join9(directory, "probe.sock") : void 0;
    const service = await startService(
      {
        name: start.side,
        side: start.side,
        binary: start.binary,
        args: config.args,
        env: { ...serviceEnvironment(parent.env), ...config.env, ...start.env },
        cwd: start.cwd ?? config.workingDirectory,
        dir: directory,
        ...dependency !== void 0 && { dependency },
        ready: config.ready,
        tls: config.tls,
        ...probeSocket !== void 0 && { probeSocket }
      },
      signal
    );
    const credential = credentialFor(config, service.origin, start, parent);
    return program2({ service, probeSocket, credential, clean }, signal);
  } catch (error2) {
    await clean();
    throw error2;
  }
}
function credentialFor({ auth, env, workingDirectory }, origin3, { cwd = workingDirectory }, parent) {
  if (auth === null) return void 0;
  const { secret } = parent;
  const place3 = { origin: origin3, cwd, env: { ...serviceEnvironment(parent.env), ...env }, secret };
  return renewingCredential(async (signal) => obtainCredential(auth, place3, signal));
}
function program2({ service, probeSocket, credential, clean }, signal) {
  return {
    service,
    probeSocket,
    credential,
    sent: 0,
    async survives(load2) {
      const outcome2 = await load2().then(
        (value2) => ({ value: value2 }),
        (error2) => ({ error: error2 })
      );
      signal.throwIfAborted();
      if (!service.running) throw await died(service);
      if ("error" in outcome2) throw outcome2.error;
      return outcome2.value;
    },
    async [Symbol.asyncDispose]() {
      await credential?.[Symbol.asyncDispose]();
      await service.stop();
      await clean();
    }
  };
}
async function died(service) {
  const exit = await service.exited;
  const crash = service.crash();
  if (crash !== null) return new ServiceCrashed(crash, service.output());
  const how = exit.signal === null ? `exited with code ${exit.code}` : `was killed by ${exit.signal}`;
  if (exit.signal === "SIGTERM" || exit.signal === "SIGINT") {
    return new LeakgateError("interrupted", `The service ${how} while it was measured.`);
  }
  return new ServiceCrashed(
    { message: `the service ${how} under load`, frames: [], exitCode: exit.code, signal: exit.signal },
    service.output()
  );
}

// src/bench/dump-crash.ts
var dumpFault = "dumpgs in STW";
var isDumpCrash = (error2) => error2 instanceof ServiceCrashed && [error2.crash.message, ...error2.output].some((line6) => line6.includes(dumpFault));
async function lookTwice(look, restart) {
  try {
    return await look();
  } catch (error2) {
    if (!isDumpCrash(error2)) throw error2;
  }
  await restart();
  try {
    return await look();
  } catch (error2) {
    if (!isDumpCrash(error2)) throw error2;
    return null;
  }
}

// src/bench/retention-look.ts
var seen = /* @__PURE__ */ new WeakMap();
function retentionLook(found2, at2) {
  const { trie, reachableBytes, heapAllocBytes } = found2;
  if (!found2.consistent) {
    const told3 = `the runtime counts ${heapAllocBytes} bytes, and its roots reach ${reachableBytes} of them`;
    return { unavailable: `the heap dump doesn’t add up: ${told3}` };
  }
  const since = (earlier) => {
    const before = seen.get(earlier);
    return before?.at.copy === at2.copy ? before : void 0;
  };
  const look = {
    counted: { reachableBytes, heapAllocBytes },
    chainsSince(earlier) {
      const before = since(earlier);
      if (before === void 0) return [];
      const counted3 = { requests: at2.answered - before.at.answered, exact: at2.recordedSince === earlier };
      return growth(before.trie, trie).map((chain2) => plainChain(chain2, counted3));
    },
    waysSince(earlier) {
      const before = since(earlier);
      return before === void 0 ? [] : grownWays(before.trie, trie);
    },
    heapSince(earlier) {
      const before = since(earlier);
      return before === void 0 ? [] : growthSteps(before.trie, trie);
    }
  };
  seen.set(look, { trie, at: at2 });
  return look;
}
function plainChain({ root, steps: steps2, retainedBytes, sites: sites2, heldBy, stackBytes }, counted3) {
  return {
    root: root.text,
    steps: steps2.map(({ label: label4, ...counts2 }) => ({ text: label4.text, frame: label4.frame, ...counts2 })),
    retainedBytes,
    sites: sites2,
    ...counted3,
    heldBy: heldBy.map((way) => way.map(({ text: text4 }) => text4)),
    ...stackBytes > 0 && { stackBytes }
  };
}

// src/bench/retention-bench.ts
var largestDumpBytes = 1024 ** 3;
var mostReadings = 3;
function retentionBench(parts, signal) {
  const { copy: copy2, binary } = parts;
  const read2 = retentionReader(binary.path, parts.frames);
  const dump = async (earlier) => {
    const { running: running3, probe: probe2 } = await copy2.connect();
    return running3.survives(async () => {
      await settle(probe2, signal);
      const { heapBytes } = await probe2.memStats(0, signal);
      if (heapBytes > largestDumpBytes) return { unavailable: "the heap is larger than 1 GiB" };
      let found2 = await read2(probe2, signal, earlier);
      for (let more = 1; more < mostReadings && !found2.consistent; more++) found2 = await read2(probe2, signal, earlier);
      return found2;
    });
  };
  const look = (found2, recordedSince) => "unavailable" in found2 ? found2 : retentionLook(found2, {
    copy: copy2.number,
    answered: copy2.answered,
    ...recordedSince !== void 0 && { recordedSince }
  });
  const record2 = async (requests) => {
    const found2 = await dump();
    if ("unavailable" in found2) return found2;
    const before = look(found2);
    if ("unavailable" in before) return before;
    const { probe: probe2 } = await copy2.connect();
    await probe2.sampleEvery(1, signal);
    await copy2.load(requests);
    const after = look(await dump(found2.objects), before);
    await probe2.sampleEvery(parts.sampleBytes, signal);
    return "unavailable" in after ? after : { before, after };
  };
  const restart = async () => {
    parts.note("A fault of this Go version killed the service while its heap was dumped. It was started once more.");
    await copy2.renew();
    await copy2.load(parts.warmUp());
  };
  return {
    async retention() {
      if (!binary.heapDumpSafe) return { unavailable: "this Go version can crash while it dumps its heap" };
      return look(await dump());
    },
    async recordedDose(requests) {
      const recorded = await lookTwice(async () => record2(requests), restart);
      return recorded ?? { unavailable: "this Go version crashed twice while it dumped its heap" };
    }
  };
}

// src/bench/leaks.ts
var heapSampleBytes = 512;
function probeEnvironment(env, { traced: traced2 } = { traced: false }) {
  const own = env["GODEBUG"] ?? "";
  const settings = [own, `memprofilerate=${heapSampleBytes}`, traced2 ? "gctrace=1" : ""];
  return { GODEBUG: settings.filter((setting) => setting !== "").join(",") };
}
function leakBench(parts, signal) {
  const { binary, frames, note } = parts;
  const keepProfile = parts.keep && profileKeeper(parts.keep);
  const copy2 = probedCopy(parts, signal);
  let warmedUp = 0;
  let startedAtMs = 0;
  const snapshot = async (kept2 = true) => {
    const { running: running3, probe: probe2 } = await copy2.connect();
    const at2 = { requests: copy2.answered, elapsedMs: startedAtMs === 0 ? 0 : Date.now() - startedAtMs };
    const whole2 = kept2 && keepProfile ? { keepProfile } : {};
    const options = { frames, leakProof: binary.leakProof, process: running3.service, ...at2, ...whole2 };
    return running3.survives(async () => takeSnapshot(probe2, options, signal));
  };
  return {
    leakProof: binary.leakProof,
    snapshot: async () => snapshot(),
    ...retentionBench({ copy: copy2, binary, frames, note, sampleBytes: heapSampleBytes, warmUp: () => warmedUp }, signal),
    async warmUp(requests) {
      const summary2 = await copy2.load(requests);
      warmedUp += requests;
      copy2.answered = 0;
      startedAtMs = Date.now();
      return { requestsPerSecond: summary2.requestsPerSecond, failed: failedRequests(summary2) };
    },
    async dose(requests, narrowed = {}) {
      const { probe: probe2 } = await copy2.connect();
      const before = await probe2.memStats(0, signal);
      const summary2 = await copy2.load(requests, narrowed);
      const after = await probe2.memStats(0, signal);
      return {
        requests: summary2.answered,
        durationMs: summary2.durationMs,
        failed: failedRequests(summary2),
        ...allocated(before, after, summary2.answered),
        after: await snapshot(narrowed.routes === void 0)
      };
    },
    async rest(durationMs) {
      await sleep8(durationMs, void 0, { signal });
      return snapshot();
    }
  };
}
function allocated(before, after, requests) {
  const per = Math.max(1, requests);
  return {
    mallocsPerRequest: (after.mallocs - before.mallocs) / per,
    allocatedBytesPerRequest: (after.totalAllocBytes - before.totalAllocBytes) / per
  };
}
function profileKeeper(keep) {
  let name = "heap-before.pb.gz";
  return async (bytes) => {
    await keep(name, await promisify5(gzip)(bytes));
    name = "heap-after.pb.gz";
  };
}

// src/bench/base-counts.ts
function baseCounts({ config, base, frames, env, secret }, signal) {
  const { probe: probe2, sha, cwd, root } = base;
  return {
    sha,
    source: sourceReader(root),
    async measure(warmUp, requests) {
      if ("unavailable" in probe2) return probe2;
      try {
        var _stack = [];
        try {
          const variables = probeEnvironment({ ...env, ...config.env });
          const start = { side: "base", binary: probe2.path, probe: true, env: variables, cwd };
          const running3 = __using(_stack, await startProgram(config, { env, secret }, start, signal), true);
          const unused = { discard: async () => void 0, note: () => void 0 };
          const parts = { config, binary: probe2, frames, program: async () => running3, ...unused };
          const bench = leakBench(parts, signal);
          const { failed: failed3 } = await bench.warmUp(warmUp);
          if (failed3 >= warmUp) return { unavailable: "it answers no request as expected" };
          const before = await bench.snapshot();
          const doses2 = [];
          for (const dose of requests) doses2.push(await bench.dose(dose));
          return { before, doses: doses2 };
        } catch (_) {
          var _error = _, _hasError = true;
        } finally {
          var _promise = __callDispose(_stack, _error, _hasError);
          _promise && await _promise;
        }
      } catch (error2) {
        signal.throwIfAborted();
        return { unavailable: (error2 instanceof Error ? error2.message : String(error2)).replace(/\.$/, "") };
      }
    }
  };
}

// src/bench/collector.ts
import { setTimeout as sleep9 } from "node:timers/promises";

// src/pprof/trace-events.ts
var fields = [
  0,
  4,
  0,
  2,
  0,
  1,
  0,
  5,
  1,
  3,
  3,
  1,
  4,
  3,
  4,
  2,
  3,
  1,
  1,
  3,
  3,
  4,
  3,
  1,
  1,
  4,
  3,
  1,
  2,
  3,
  2,
  2,
  2,
  3,
  2,
  2,
  1,
  2,
  2,
  2,
  5,
  3,
  4,
  4,
  5,
  3,
  3,
  4,
  5,
  4,
  0,
  4,
  0
];
var batch = { events: 1, experimental: 49, endOfGeneration: 52 };
var tables = { stacks: 2, strings: 4, samples: 6, frequency: 8, sync: 50 };
var event = {
  goCreate: 14,
  goStart: 16,
  goDestroy: 17,
  goStop: 19,
  goBlock: 20,
  goUnblock: 21,
  syscallBegin: 22,
  syscallEnd: 23,
  syscallEndBlocked: 24,
  goStatus: 25,
  stopBegin: 26,
  stopEnd: 27,
  gcActive: 28,
  gcBegin: 29,
  gcEnd: 30,
  assistActive: 34,
  assistBegin: 35,
  assistEnd: 36,
  goSwitch: 45,
  goSwitchDestroy: 46,
  goCreateBlocked: 47,
  goStatusStack: 48
};
function readTraceEvents(bytes, wanted) {
  const reader = byteReader(bytes);
  const header2 = String.fromCharCode(...bytes.subarray(0, 16));
  if (!/^go 1\.(?:2[2-9]|[3-9]\d) trace\0\0\0$/.test(header2)) throw new RangeError("no trace of Go 1.22 or later");
  reader.at = 16;
  const into = {
    wanted: new Set(wanted),
    events: [],
    strings: [],
    stacks: [],
    clock: { unitsPerSecond: 0, first: Infinity, last: -Infinity }
  };
  while (reader.at < bytes.length) readBatch(reader, into);
  const { clock, events, strings, stacks } = into;
  if (!(clock.unitsPerSecond > 0) || clock.first === Infinity) throw new RangeError("a trace without a clock");
  events.sort((a, b) => a.time - b.time);
  const toMs = (time2) => time2 / clock.unitsPerSecond * 1e3;
  return { events, first: clock.first, last: clock.last, toMs, bytes, strings, stacks };
}
function byteReader(bytes) {
  const reader = {
    at: 0,
    end: bytes.length,
    byte() {
      const value2 = bytes[reader.at++];
      if (value2 === void 0) throw new RangeError("a trace that is cut off");
      return value2;
    },
    varint() {
      let [value2, scale2] = [0, 1];
      for (; ; ) {
        const byte = reader.byte();
        value2 += (byte & 127) * scale2;
        if (byte < 128) return value2;
        scale2 *= 128;
      }
    }
  };
  return reader;
}
function readBatch(reader, into) {
  const type = reader.byte();
  if (type === batch.endOfGeneration) return;
  if (type !== batch.events && type !== batch.experimental)
    throw new RangeError(`a trace with a batch of type ${type}`);
  if (type === batch.experimental) reader.byte();
  const generation = reader.varint();
  const m = reader.varint();
  const time2 = reader.varint();
  const size = reader.varint();
  const end = reader.at + size;
  if (end > reader.end) throw new RangeError("a trace that is cut off");
  if (type === batch.events && size > 0) readData(reader, end, { generation, m, time: time2 }, into);
  reader.at = end;
}
function readData(reader, end, of, into) {
  const { generation, m } = of;
  for (let now = of.time; reader.at < end; ) {
    const type = reader.byte();
    if (type === tables.sync) continue;
    if (type === tables.frequency) {
      into.clock.unitsPerSecond = reader.varint();
      return;
    }
    if (type === tables.stacks) into.stacks.push({ generation, from: reader.at, to: end });
    if (type === tables.strings) into.strings.push({ generation, from: reader.at, to: end });
    if (type === tables.stacks || type === tables.strings || type === tables.samples) return;
    const count4 = fields[type];
    if (count4 === void 0 || count4 === 0) throw new RangeError(`a trace with an event of type ${type}`);
    now += reader.varint();
    const values = [0, 0, 0, 0, 0];
    for (let field = 1; field < count4; field++) values[field] = reader.varint();
    into.clock.first = Math.min(into.clock.first, now);
    into.clock.last = Math.max(into.clock.last, now);
    if (into.wanted.has(type))
      into.events.push({ type, m, generation, time: now, a: values[1], b: values[2], c: values[3] });
  }
}
function readTables({ bytes, strings, stacks }) {
  const texts = /* @__PURE__ */ new Map();
  const decoder = new TextDecoder();
  eachEntry(bytes, strings, (reader, key) => {
    const size = reader.varint();
    texts.set(key, decoder.decode(bytes.subarray(reader.at, reader.at + size)));
    reader.at += size;
  });
  const text4 = (generation, id) => texts.get(`${generation} ${id}`) ?? "";
  const frames = /* @__PURE__ */ new Map();
  eachEntry(bytes, stacks, (reader, key, generation) => {
    const depth = reader.varint();
    for (let frame2 = 0; frame2 < depth; frame2++) {
      reader.varint();
      const [name, file, line6] = [reader.varint(), reader.varint(), reader.varint()];
      if (frame2 === 0) frames.set(key, { function: text4(generation, name), file: text4(generation, file), line: line6 });
    }
  });
  return { text: text4, innermost: (generation, id) => frames.get(`${generation} ${id}`) ?? null };
}
function eachEntry(bytes, of, read2) {
  for (const { generation, from, to } of of) {
    const reader = byteReader(bytes.subarray(0, to));
    reader.at = from;
    while (reader.at < to) {
      reader.byte();
      read2(reader, `${generation} ${reader.varint()}`, generation);
    }
  }
}

// src/pprof/runtime-trace.ts
var rangeEvents = [
  event.goDestroy,
  event.goStart,
  event.goStop,
  event.goBlock,
  event.goStatus,
  event.stopBegin,
  event.stopEnd,
  event.gcActive,
  event.gcBegin,
  event.gcEnd,
  event.assistActive,
  event.assistBegin,
  event.assistEnd,
  event.goSwitch,
  event.goSwitchDestroy,
  event.goStatusStack
];
function readRuntimeTrace(bytes) {
  const { events, first, last, toMs } = readTraceEvents(bytes, rangeEvents);
  const inMs2 = (ranges2) => ranges2.map(([from, to]) => ({ fromMs: toMs(from), toMs: toMs(to) }));
  return {
    fromMs: toMs(first),
    toMs: toMs(last),
    stops: inMs2(pairs(events, [event.stopBegin], event.stopEnd)),
    collections: inMs2(pairs(events, [event.gcBegin, event.gcActive], event.gcEnd)),
    assists: inMs2(assists(events))
  };
}
function pairs(seen3, begins, ends) {
  const ranges2 = [];
  let from = null;
  for (const { type, time: time2 } of seen3) {
    if (begins.includes(type)) from ??= time2;
    else if (type === ends && from !== null) {
      ranges2.push([from, time2]);
      from = null;
    }
  }
  return ranges2;
}
var running = /* @__PURE__ */ new Set([2, 3]);
function assists(seen3) {
  const current = /* @__PURE__ */ new Map();
  const open = /* @__PURE__ */ new Map();
  const ranges2 = [];
  for (const { type, m, time: time2, a: named3, c: status } of seen3) {
    const goroutine = current.get(m);
    switch (type) {
      case event.goStart:
      case event.goSwitch:
      case event.goSwitchDestroy:
        current.set(m, named3);
        break;
      case event.goStop:
      case event.goBlock:
      case event.goDestroy:
        current.delete(m);
        break;
      case event.assistActive:
        if (!open.has(named3)) open.set(named3, time2);
        break;
      case event.assistBegin:
        if (goroutine !== void 0) open.set(goroutine, time2);
        break;
      case event.assistEnd:
        if (goroutine !== void 0 && open.has(goroutine)) ranges2.push([open.get(goroutine), time2]);
        if (goroutine !== void 0) open.delete(goroutine);
        break;
      case event.goStatus:
      case event.goStatusStack:
        if (running.has(status)) current.set(m, named3);
        break;
    }
  }
  return ranges2;
}

// src/pprof/trace-axis.ts
var agreeMs = 2;
var latestStartMs = 2e3;
var fewestCollections = 2;
function onAxis(trace, endedMs, askedMs) {
  const ends = trace.collections.map(({ toMs }) => toMs);
  if (ends.length < fewestCollections || endedMs.length < ends.length) return null;
  const starts2 = (shift) => trace.fromMs + shift - askedMs;
  const shifts = ends.flatMap((end) => endedMs.map((seen3) => seen3 - end)).filter((shift) => starts2(shift) >= -agreeMs && starts2(shift) <= latestStartMs);
  const misses = shifts.map((shift) => median(ends.map((end) => distance(endedMs, end + shift))));
  const best = misses.indexOf(Math.min(...misses));
  const miss = misses[best];
  if (miss === void 0 || miss > agreeMs) return null;
  return shifted(trace, shifts[best]);
}
var distance = (values, from) => values.reduce((least, value2) => Math.min(least, Math.abs(value2 - from)), Infinity);
function shifted({ fromMs, toMs, stops, collections: collections3, assists: assists2 }, byMs) {
  const move = (ranges2) => ranges2.map((range2) => ({ fromMs: range2.fromMs + byMs, toMs: range2.toMs + byMs }));
  return {
    fromMs: fromMs + byMs,
    toMs: toMs + byMs,
    stops: move(stops),
    collections: move(collections3),
    assists: move(assists2)
  };
}

// src/bench/both-of.ts
async function bothOf(load2, beside) {
  const [loaded, seen3] = await Promise.allSettled([load2, beside]);
  if (loaded.status === "rejected") throw loaded.reason;
  if (seen3.status === "rejected") throw seen3.reason;
  return [loaded.value, seen3.value];
}

// src/bench/collector.ts
var lookEveryMs2 = 100;
var profileEveryMs = 200;
var profileShare = 0.05;
var warmUpMs = 500;
function collectorBench(parts, signal) {
  const { config, frames } = parts;
  const load2 = async (running3, durationMs, observe) => {
    const until = { stop: { durationMs }, ...observe !== void 0 && { observe } };
    return running3.survives(
      async () => sendNew(
        config,
        running3,
        async (origin3, plan) => countingEngine(config).run(origin3, { ...plan, ...until }, signal)
      )
    );
  };
  return {
    async record({ durationMs, traceMs: traceMs2 }) {
      const running3 = await parts.program();
      const probe2 = await reachProbe(running3, signal);
      await load2(running3, Math.min(warmUpMs, durationMs));
      const watcher = await startWatcher(probe2, signal);
      const answers = { endedMs: [], latencyUs: [] };
      const beganMs = performance.now();
      const observe = (endedMs, latencyUs) => {
        answers.endedMs.push(endedMs - beganMs);
        answers.latencyUs.push(latencyUs);
      };
      const loading = load2(running3, durationMs + traceMs2, observe).finally(() => watcher.stop());
      const [summary2, seen3] = await bothOf(loading, watcher.watch({ beganMs, traceFromMs: durationMs, traceMs: traceMs2 }));
      return { load: summary2, answers, ...assemble(seen3, running3.service.collections(), frames) };
    }
  };
}
async function startWatcher(probe2, signal) {
  const first = await probe2.heapProfile(1, signal);
  const askedMs = performance.now();
  await probe2.heapProfile(0, signal);
  const everyMs = Math.max(profileEveryMs, (performance.now() - askedMs) / profileShare);
  const { collections: before } = await probe2.collector(signal);
  const ended = new AbortController();
  const watch = async ({ beganMs, traceFromMs, traceMs: traceMs2 }) => {
    const beganAtMs = beganMs + wallClockOffset();
    const profiles = [{ upToMs: 0, bytes: first }];
    const seen3 = { looks: [], collections: /* @__PURE__ */ new Map(), profiles, beganAtMs, before, trace: null };
    const look = async () => {
      const now = await probe2.collector(signal);
      seen3.looks.push({ ...now, atMs: performance.now() - beganMs });
      for (const one2 of now.recent) if (one2.number > before) seen3.collections.set(one2.number, one2);
      return now;
    };
    for (let tick = 1, profiledMs = 0; !ended.signal.aborted; tick++) {
      const { recent } = await look();
      const atMs = performance.now() - beganMs;
      if (traceMs2 > 0 && atMs >= traceFromMs && seen3.trace === null) {
        seen3.trace = { askedMs: atMs, bytes: await probe2.trace(traceMs2, signal) };
        continue;
      }
      if (atMs - profiledMs >= everyMs) {
        profiledMs = atMs;
        const upTo = recent.at(-2);
        const bytes = await probe2.heapProfile(0, signal);
        if (upTo !== void 0 && upTo.number > before) profiles.push({ upToMs: upTo.endedMs - beganAtMs, bytes });
      }
      await sleep9(Math.max(1, beganMs + tick * lookEveryMs2 - performance.now()), void 0, {
        signal: AbortSignal.any([signal, ended.signal])
      }).catch(() => signal.throwIfAborted());
    }
    await look();
    const upToMs = performance.now() - beganMs;
    profiles.push({ upToMs, bytes: await probe2.heapProfile(1, signal) });
    return seen3;
  };
  return { watch, stop: () => ended.abort() };
}
function wallClockOffset() {
  const startMs2 = Date.now();
  let nowMs = startMs2;
  while (nowMs === startMs2) nowMs = Date.now();
  return nowMs - performance.now();
}
function assemble({ looks: looks2, collections: collections3, profiles, beganAtMs, before, trace }, printed, frames) {
  const times2 = new Map(printed.map((one2) => [one2.number, one2]));
  const recorded = [...collections3.values()].map(({ number: number6, endedMs: endedMs2, pauseMs }) => {
    const { durationMs = null, cpuMs = null, assistMs = null } = times2.get(number6) ?? {};
    return { endedMs: endedMs2 - beganAtMs, pauseMs, durationMs, cpuMs, assistMs };
  });
  const endedMs = recorded.map((one2) => one2.endedMs);
  return {
    trace: trace && { bytes: trace.bytes, onAxis: traceOnAxis(trace, endedMs) },
    looks: looks2.map(({ atMs, heapBytes, heapGoalBytes, goroutines: goroutines2 }) => ({
      atMs,
      heapBytes,
      heapGoalBytes,
      goroutines: goroutines2
    })),
    collections: recorded.toSorted((a, b) => a.endedMs - b.endedMs),
    missed: (looks2.at(-1)?.collections ?? before) - before - collections3.size,
    processors: printed.at(-1)?.processors ?? null,
    profiles: profiles.map(({ upToMs, bytes }) => ({ upToMs, sites: decodeHeap(bytes, frames) }))
  };
}
function traceOnAxis({ bytes, askedMs }, endedMs) {
  try {
    return onAxis(readRuntimeTrace(bytes), endedMs, askedMs);
  } catch (error2) {
    if (error2 instanceof RangeError) return null;
    throw error2;
  }
}

// src/bench/leak-coverage.ts
import { mkdir, mkdtemp as mkdtemp8, readFile as readFile5, rm as rm8 } from "node:fs/promises";
import { tmpdir as tmpdir8 } from "node:os";
import { basename as basename2, join as join12 } from "node:path";
import { setTimeout as sleep10 } from "node:timers/promises";

// src/inventory/coverage.ts
var row = /^(.+):(\d+)\.(\d+),(\d+)\.(\d+) \d+ (\d+)$/;
function readCoverage(profile) {
  const files2 = /* @__PURE__ */ new Map();
  for (const text4 of profile.split("\n")) {
    const [, file, ...numbers2] = row.exec(text4) ?? [];
    if (file === void 0) continue;
    const [fromLine, fromColumn, toLine, toColumn, runs] = numbers2.map(Number);
    const blocks = files2.get(file) ?? [];
    files2.set(file, blocks);
    blocks.push({ from: [fromLine, fromColumn], to: [toLine, toColumn], runs });
  }
  return files2;
}
function runsAt(profile, file, at2) {
  const around2 = (profile.get(file) ?? []).filter(({ from, to }) => !isBefore(at2, from) && isBefore(at2, to));
  if (around2.length === 0) return null;
  const innermost = around2.reduce((best, one2) => isBefore(best.from, one2.from) ? one2 : best);
  const same = around2.filter(({ from }) => !isBefore(from, innermost.from) && !isBefore(innermost.from, from));
  return same.reduce((sum3, { runs }) => sum3 + runs, 0);
}
var isBefore = ([line6, column], other) => line6 < other[0] || line6 === other[0] && column < other[1];

// src/inventory/reader.ts
import { writeFile as writeFile5 } from "node:fs/promises";
import { join as join11 } from "node:path";

// src/go-source/index.ts
import { existsSync } from "node:fs";
import { join as join10 } from "node:path";
import { fileURLToPath as fileURLToPath2 } from "node:url";
async function buildSourceProgram(program3, { directory, env }, signal) {
  const path3 = join10(directory, program3);
  const place3 = { cwd: sourceDirectory(), env: { ...env, GOFLAGS: "", GOWORK: "off", GOTMPDIR: directory } };
  const built = await go(["build", "-o", path3, `./${program3}`], place3, signal);
  if (built.exitCode !== 0) throw goFailed("go build", place3.cwd, built);
  return { path: path3, place: place3 };
}
function sourceDirectory() {
  const found2 = ["./", "./go-source/"].map((name) => fileURLToPath2(new URL(name, import.meta.url)));
  const path3 = found2.find((one2) => existsSync(join10(one2, "go.mod")));
  if (path3 !== void 0) return path3;
  throw new LeakgateError("internal", `The readers of Go source aren’t in ${found2.join(" or ")}.`, {
    hint: "The installation of Leakgate is incomplete: `go-source` belongs beside its JavaScript files."
  });
}

// src/inventory/reader.ts
var counted = tuple([number(), number()]);
var foundRoute = object({
  /** Empty: any. */
  method: string(),
  /** With the framework's own placeholders. */
  path: string(),
  /** On the way stands a call through an interface or a variable. */
  may: boolean(),
  /** The bodies that each of its requests runs. Their files are absolute. */
  handlers: array(object({ package: string(), file: string(), counted }))
});
var foundSite = object({
  kind: _enum(["go", "context", "timer", "channel", "response", "pool", "growing"]),
  /** Import path. */
  package: string(),
  /** `(*T).Method`. */
  function: string(),
  /** Absolute. */
  file: string(),
  line: number(),
  /** Of the statement that runs it. */
  counted,
  /** From whose handlers calls lead here, the shortest way first; a few. */
  routes: array(foundRoute).prefault([])
});
var listed = looseObject({
  ImportPath: string(),
  Module: object({ Path: string() }).optional()
});
async function takeInventory({ target, flags, place: place3, directory }, signal) {
  const fields2 = "-json=ImportPath,Dir,GoFiles,CgoFiles,Export,ImportMap,Module";
  const packages = await go(["list", "-export", "-deps", fields2, ...flags, target.packagePath], place3, signal);
  if (packages.exitCode !== 0) throw goFailed("go list -export", place3.cwd, packages);
  const own = new Set(target.ownModules.map(({ path: path4 }) => path4));
  const input = array(listed).parse(parseJsonStream(packages.stdout)).map((one2) => JSON.stringify({ ...one2, Own: own.has(one2.Module?.Path ?? "") }));
  const asked = join11(directory, "packages.json");
  await writeFile5(asked, input.join("\n"));
  const { path: path3, place: here } = await buildSourceProgram("inventory", { directory, env: place3.env }, signal);
  const read2 = await runCommand(path3, [asked], here, signal);
  if (read2.exitCode !== 0) throw goFailed("the inventory", here.cwd, read2);
  return array(foundSite).parse(JSON.parse(read2.stdout));
}

// src/owned.ts
function owned() {
  let closers = [];
  return {
    own(resource) {
      closers.push(async () => resource[Symbol.asyncDispose]());
      return resource;
    },
    defer: (close2) => void closers.push(close2),
    release() {
      const handed = closers;
      closers = [];
      return { [Symbol.asyncDispose]: async () => closeAll(handed) };
    },
    [Symbol.asyncDispose]: async () => closeAll(closers)
  };
}
async function closeAll(list2) {
  const failures = [];
  for (const close2 of list2.toReversed()) await close2().catch((error2) => failures.push(error2));
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, "Several things could not be closed.");
}

// src/pprof/goroutine-lives.ts
var lifeEvents = [
  event.goCreate,
  event.goCreateBlocked,
  event.goStart,
  event.goDestroy,
  event.goStop,
  event.goBlock,
  event.goUnblock,
  event.syscallBegin,
  event.syscallEnd,
  event.syscallEndBlocked,
  event.goStatus,
  event.goStatusStack,
  event.goSwitch,
  event.goSwitchDestroy
];
function readGoroutineLives(bytes) {
  const trace = readTraceEvents(bytes, lifeEvents);
  const { text: text4, innermost } = readTables(trace);
  const sites2 = /* @__PURE__ */ new Map();
  const lives = /* @__PURE__ */ new Map();
  const born = ({ a: id, c: stack2, generation, time: time2 }, state) => {
    const createdBy = innermost(generation, stack2);
    if (createdBy === null) return;
    const key = `${createdBy.file}:${createdBy.line}`;
    const site2 = sites2.get(key) ?? newTally(createdBy);
    sites2.set(key, site2);
    site2.started += 1;
    lives.set(id, { site: site2, state, reason: coroutine, since: time2 });
  };
  const enter = (id, state, time2, reason3 = "") => {
    const life = id === void 0 ? void 0 : lives.get(id);
    if (life === void 0) return;
    spend(life, time2);
    Object.assign(life, { state, reason: reason3, since: time2 });
    if (state !== "dead") return;
    life.site.ended += 1;
    lives.delete(id);
  };
  const isBlocked = (id) => lives.get(id)?.state === "blocked";
  follow(trace.events, { born, enter, isBlocked, text: text4 });
  for (const life of lives.values()) spend(life, trace.last);
  const inMs2 = (units2) => Number(trace.toMs(units2).toFixed(6));
  return {
    ms: inMs2(trace.last - trace.first),
    sites: [...sites2.values()].map((one2) => told2(one2, inMs2)).toSorted((a, b) => b.started - a.started)
  };
}
var coroutine = "coroutine";
var onThread = /* @__PURE__ */ new Set([2, 3]);
function follow(events, { born, enter, isBlocked, text: text4 }) {
  const current = /* @__PURE__ */ new Map();
  const leave = (m, state, time2, reason3) => {
    enter(current.get(m), state, time2, reason3);
    current.delete(m);
  };
  const begin2 = (m, id, time2) => {
    current.set(m, id);
    enter(id, "running", time2);
  };
  for (const one2 of events) {
    const { type, m, time: time2, a, b, c, generation } = one2;
    if (type === event.goCreate) born(one2, "runnable");
    else if (type === event.goCreateBlocked) born(one2, "blocked");
    else if (type === event.goStart) begin2(m, a, time2);
    else if (type === event.goDestroy) leave(m, "dead", time2);
    else if (type === event.goStop || type === event.syscallEndBlocked) leave(m, "runnable", time2);
    else if (type === event.goBlock) leave(m, "blocked", time2, text4(generation, a));
    else if (type === event.syscallBegin) enter(current.get(m), "syscall", time2);
    else if (type === event.syscallEnd) enter(current.get(m), "running", time2);
    else if (type === event.goUnblock) {
      if (isBlocked(a)) enter(a, "runnable", time2);
    } else if (type === event.goSwitch || type === event.goSwitchDestroy) {
      leave(m, type === event.goSwitch ? "blocked" : "dead", time2, coroutine);
      begin2(m, a, time2);
    } else if (onThread.has(c)) current.set(b, a);
  }
}
var newTally = (createdBy) => ({
  createdBy,
  started: 0,
  ended: 0,
  times: { runnable: 0, running: 0, syscall: 0 },
  blocked: /* @__PURE__ */ new Map()
});
function spend({ site: site2, state, reason: reason3, since }, until) {
  const spent = until - since;
  if (state === "dead") return;
  if (state !== "blocked") {
    site2.times[state] += spent;
    return;
  }
  const waited = site2.blocked.get(reason3) ?? { times: 0, sum: 0, longest: 0 };
  site2.blocked.set(reason3, {
    times: waited.times + 1,
    sum: waited.sum + spent,
    longest: Math.max(waited.longest, spent)
  });
}
var told2 = ({ createdBy, started: started2, ended, times: times2, blocked: blocked2 }, inMs2) => ({
  createdBy,
  started: started2,
  ended,
  runnableMs: inMs2(times2.runnable),
  runningMs: inMs2(times2.running),
  syscallMs: inMs2(times2.syscall),
  blocked: [...blocked2].map(([reason3, { times: n, sum: sum3, longest: longest2 }]) => ({ reason: reason3, times: n, ms: inMs2(sum3), longestMs: inMs2(longest2) })).toSorted((a, b) => b.ms - a.ms)
});

// src/bench/leak-coverage.ts
function coverageBench(parts, signal) {
  const { config, target, repositoryRoot, env } = parts;
  const { flags, overlay } = config.build;
  return {
    async load(requests) {
      var _stack = [];
      try {
        const stack2 = __using(_stack, owned(), true);
        const directory = await mkdtemp8(join12(tmpdir8(), "leakgate-coverage-"));
        stack2.defer(async () => rm8(directory, { recursive: true, force: true }));
        const place3 = { cwd: target.workingDirectory, env: { ...env, GOTMPDIR: directory } };
        const sites2 = await takeInventory({ target, flags, place: place3, directory }, signal);
        const packages = target.ownModules.flatMap(({ path: path3 }) => [path3, `${path3}/...`]);
        const counting2 = ["-cover", "-covermode=atomic", `-coverpkg=${packages.join(",")}`];
        const own = overlay === void 0 ? {} : { overlay };
        const build2 = { outDir: directory, flags: [...flags, ...counting2], env, repositoryRoot, ...own };
        const { path: binary, leakProof } = await buildProbe(target, build2, signal);
        const counters = join12(directory, "counters");
        await mkdir(counters);
        const start = { side: "probe", binary, probe: true, env: { GOCOVERDIR: counters } };
        const running3 = await parts.hold("coverage", async () => startProgram(config, parts, start, signal));
        stack2.defer(parts.discard);
        const probe2 = await reachProbe(running3, signal);
        const send = async () => running3.survives(
          async () => sendNew(
            config,
            running3,
            async (origin3, plan) => countingEngine(config).run(origin3, { ...plan, stop: { requests } }, signal)
          )
        );
        const [summary2, lives] = await traced(probe2, send, signal);
        await settle(probe2, signal);
        if (leakProof) {
          await probe2.leakProfile(signal);
          await probe2.leakProfile(signal);
        }
        const goroutines2 = parseStacks(await probe2.stacks(signal), parts.frames).filter((one2) => isServices(one2));
        await probe2.coverage(counters, signal);
        const profile = readCoverage(await profileText(counters, directory, place3, signal));
        const counted3 = sites2.map((site2) => ({ ...placed(site2, parts), ...countedOf(site2, profile) }));
        return { summary: summary2, sites: counted3, goroutines: goroutines2, leakProof, lives: lives && livesIn(lives, parts) };
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    }
  };
}
var traceMs = 2e3;
var traceStartMs = 50;
async function traced(probe2, send, signal) {
  const tracing = probe2.trace(traceMs, signal).catch((error2) => {
    if (error2 instanceof LeakgateError && !signal.aborted) return null;
    throw error2;
  });
  const loading = sleep10(traceStartMs, void 0, { signal }).then(send);
  const [summary2, bytes] = await bothOf(loading, tracing);
  if (bytes === null) return [summary2, null];
  try {
    return [summary2, readGoroutineLives(bytes)];
  } catch (error2) {
    if (error2 instanceof RangeError) return [summary2, null];
    throw error2;
  }
}
var livesIn = ({ ms: ms4, sites: sites2 }, { frames }) => ({
  ms: ms4,
  sites: sites2.map(({ createdBy: { function: name, file, line: line6 }, ...site2 }) => ({
    ...site2,
    createdBy: frames(name, file, line6)
  }))
});
async function profileText(counters, directory, place3, signal) {
  const text4 = join12(directory, "profile.txt");
  const written2 = await go(["tool", "covdata", "textfmt", `-i=${counters}`, `-o=${text4}`], place3, signal);
  if (written2.exitCode !== 0) throw goFailed("go tool covdata", place3.cwd, written2);
  return readFile5(text4, "utf8");
}
var runsOf = ({ package: path3, file, counted: counted3 }, profile) => runsAt(profile, `${path3}/${basename2(file)}`, counted3) ?? 0;
function countedOf(site2, profile) {
  const runs = runsOf(site2, profile);
  if (runs > 0 || site2.routes.length === 0) return { runs };
  const routes2 = site2.routes.map(({ handlers, ...route }) => ({
    ...route,
    ran: handlers.length === 0 ? null : handlers.every((one2) => runsOf(one2, profile) > 0)
  }));
  return { runs, routes: routes2 };
}
function placed(site2, { frames, source, target }) {
  const { kind, file, line: line6 } = site2;
  const packageName = site2.package === target.packagePath ? "main" : site2.package;
  const frame2 = frames(`${packageName}.${site2.function}`, file, line6);
  return { kind, frame: frame2, source: (source(frame2.file, line6) ?? "").trim() };
}

// src/bench/once.ts
function onlyOnce() {
  const shared = /* @__PURE__ */ new Map();
  return async (name, make) => {
    const made = shared.get(name) ?? make();
    shared.set(name, made);
    return made;
  };
}

// src/bench/protocols.ts
import { setTimeout as sleep11 } from "node:timers/promises";
var looks = 4;
var collections = 3;
function protocolBench({ config, env, secret, binary, hold }, signal) {
  const { routes: routes2, requestTimeoutMs: timeoutMs2 } = config;
  const start = { side: "probe", binary, probe: true };
  const program3 = async () => hold("protocols", async () => startProgram(config, { env, secret }, start, signal));
  return {
    async refusal() {
      const running3 = await program3();
      const load2 = { ...loadOf(config, running3), connections: 1, streams: 1, stop: { requests: 1 } };
      return running3.survives(async () => engines.http2.run(running3.service.origin, load2, signal)).then(() => null, refusalOf);
    },
    async load({ protocol, connections: connections3, streams }, durationMs) {
      const running3 = await program3();
      const { service } = running3;
      const engine = protocol === "HTTP/2" ? engines.http2 : engines.autocannon;
      const narrowed = { connections: connections3, streams, stop: { durationMs } };
      const before = service.cpuNs();
      const watched = watchSockets(service.port, durationMs, signal);
      const summary2 = await running3.survives(
        async () => sendNew(config, running3, async (origin3, load2) => engine.run(origin3, { ...load2, ...narrowed }, signal))
      );
      const cpuNs = service.cpuNs() - before;
      const cpuUsPerRequest = cpuNs > 0 ? cpuNs / 1e3 / Math.max(1, summary2.answered) : null;
      return { summary: summary2, cpuUsPerRequest, socketBytes: await watched };
    },
    async hold(protocol, connections3) {
      const running3 = await program3();
      const probe2 = await reachProbe(running3, signal);
      const look = async () => {
        await settle(probe2, signal);
        const { heapBytes } = await probe2.memStats(collections, signal);
        return { heapBytes, goroutines: await probe2.goroutines(signal) };
      };
      const route = routes2.find(({ method }) => method === "GET");
      const { path: path3, headers: own } = route === void 0 ? { path: "/", headers: {} } : firstOf(route);
      await running3.credential?.ready();
      const headers = { ...own, ...route?.anonymous !== true && running3.credential?.fields() };
      const { origin: origin3 } = running3.service;
      return running3.survives(async () => {
        const before = await look();
        const held = await holdConnections({ origin: origin3, protocol, connections: connections3, path: path3, headers, timeoutMs: timeoutMs2 }, signal);
        try {
          const after = await look();
          return {
            heapBytes: (after.heapBytes - before.heapBytes) / connections3,
            goroutines: (after.goroutines - before.goroutines) / connections3
          };
        } finally {
          await held[Symbol.asyncDispose]();
        }
      });
    }
  };
}
function refusalOf(error2) {
  if (error2 instanceof LeakgateError && error2.code === "config") return error2.hint ?? error2.message;
  throw error2;
}
async function watchSockets(port, durationMs, signal) {
  const seen3 = [];
  for (let look = 0; look < looks; look += 1) {
    await sleep11(durationMs / (looks + 1), void 0, { signal }).catch(() => void 0);
    const memory = signal.aborted ? null : await socketMemory(port, signal).catch(() => null);
    if (memory === null) break;
    if (memory.connections > 0) seen3.push(memory.bytes / memory.connections);
  }
  return seen3.length === 0 ? null : seen3.reduce((sum3, bytes) => sum3 + bytes, 0) / seen3.length;
}

// src/bench/resilience.ts
import { mkdtemp as mkdtemp9, rm as rm9 } from "node:fs/promises";
import { tmpdir as tmpdir9 } from "node:os";
import { join as join13 } from "node:path";
import { setTimeout as sleep12 } from "node:timers/promises";

// src/faults/address.ts
function parseAddress(text4) {
  const [, six, host = six, digits] = /^(?:\[([0-9a-f:]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(text4.trim()) ?? [];
  const port = Number(digits);
  return host !== void 0 && port > 0 && port < 65536 ? { host, port } : void 0;
}

// src/faults/act.ts
var mostMs = 3e4;
async function perform(act, place3, signal) {
  if ("command" in act) return runCommand3(act.command, place3, signal);
  await call(act, signal);
  return { [Symbol.asyncDispose]: async () => void 0 };
}
async function runCommand3(command, { cwd, env }, signal) {
  const output = outputTail(50);
  const name = `fault command \`${command}\``;
  const args = ["-eo", "pipefail", "-c", command];
  const group = await spawnGroup({ name, command: "bash", args, cwd, env, onOutput: output.write }, signal);
  const exit = await within(mostMs, group.exited);
  if (exit?.code === 0) return group;
  await group.stop();
  signal.throwIfAborted();
  const how = exit === void 0 ? `didn't end within ${mostMs / 1e3} s` : exit.signal === null ? `failed with exit code ${exit.code}` : `was killed by ${exit.signal}`;
  throw new LeakgateError("measurement", `The ${name} ${how}.`, {
    output: output.lines().join("\n"),
    hint: "Fault commands run with bash in the working directory. `resilience.fault.start` has to return once the fault is there, `stop` once it is gone."
  });
}
async function call({ method, url }, signal) {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(mostMs)]);
  try {
    const response = await fetch(url, { method, signal: bounded, redirect: "error" });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`status ${response.status}`);
  } catch (cause) {
    signal.throwIfAborted();
    const why = bounded.aborted ? `no answer within ${mostMs / 1e3} s` : reason2(cause);
    throw new LeakgateError("measurement", `The fault call ${method} ${url} failed: ${why}.`, {
      cause,
      hint: "`resilience.fault` names it. A path is asked of the service itself, a URL of another program on this machine; it has to answer 2xx."
    });
  }
}
function reason2(cause) {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? cause.cause.message : cause.message;
}

// src/faults/fault.ts
async function begin(fault, signal) {
  if ("proxy" in fault) {
    const { proxy } = fault;
    proxy.disturb(fault.does);
    const end = async () => proxy.disturb(null);
    return { end, [Symbol.asyncDispose]: end };
  }
  const { start, stop: stop3, place: place3 } = fault;
  let ended = stop3 === void 0;
  const finish2 = async (ending2) => {
    if (ended || stop3 === void 0) return;
    try {
      await (await perform(stop3, place3, ending2))[Symbol.asyncDispose]();
    } finally {
      ended = !ending2.aborted;
    }
  };
  const background = await perform(start, place3, signal).catch(async (error2) => {
    await finish2(new AbortController().signal).catch(() => void 0);
    throw error2;
  });
  return {
    end: async () => finish2(signal),
    async [Symbol.asyncDispose]() {
      var _stack = [];
      try {
        const _ = __using(_stack, background, true);
        await finish2(new AbortController().signal);
      } catch (_2) {
        var _error = _2, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    }
  };
}

// src/faults/proxy.ts
import { once as once6 } from "node:events";
import { createServer as createServer3, connect as connect4 } from "node:net";

// src/faults/channel.ts
function openChannel(from, to, { delayed }) {
  const waiting = [];
  let disturbance = null;
  let timer;
  const flush = () => {
    clearTimeout(timer);
    timer = void 0;
    if (disturbance?.kind === "blackhole") return;
    while (waiting.length > 0 && waiting[0].dueMs <= performance.now()) deliver2(waiting.shift());
    const next = waiting[0];
    if (next !== void 0) timer = setTimeout(flush, Math.max(1, next.dueMs - performance.now()));
  };
  const deliver2 = ({ chunk }) => {
    if (chunk === null) return void to.end();
    if (to.write(chunk)) return;
    from.pause();
    to.once("drain", () => from.resume());
  };
  const take = (chunk) => {
    const delayMs = delayed && disturbance?.kind === "delay" ? disturbance.delayMs : 0;
    const dueMs = Math.max(performance.now() + delayMs, waiting.at(-1)?.dueMs ?? 0);
    waiting.push({ chunk, dueMs });
    flush();
  };
  from.on("data", take);
  from.once("end", () => take(null));
  return {
    disturb(how) {
      disturbance = how;
      flush();
    },
    close: () => clearTimeout(timer)
  };
}

// src/faults/proxy.ts
async function openProxy(to) {
  const arrivals = [];
  const pairs2 = /* @__PURE__ */ new Set();
  let disturbance = null;
  const arrived = () => void arrivals.push(clockMs());
  const server = createServer3((client) => {
    client.on("error", () => void 0);
    if (disturbance?.kind === "reset") {
      arrived();
      client.resetAndDestroy();
      return;
    }
    const pair = joined(client, to, { arrived, disturbance });
    pairs2.add(pair);
    client.once("close", () => pairs2.delete(pair));
  });
  server.listen(0, "127.0.0.1");
  await once6(server, "listening");
  return {
    address: `127.0.0.1:${server.address().port}`,
    disturb(how) {
      disturbance = how;
      for (const pair of pairs2) pair.disturb(how);
    },
    arrivals: () => arrivals,
    async [Symbol.asyncDispose]() {
      for (const pair of pairs2) pair.close();
      await new Promise((resolve) => void server.close(resolve));
    }
  };
}
function joined(client, to, { arrived, disturbance }) {
  const dependency = connect4({ ...to, noDelay: true });
  client.setNoDelay(true);
  const channels = [
    openChannel(client, dependency, { delayed: true }),
    openChannel(dependency, client, { delayed: false })
  ];
  let answering = true;
  client.on("data", () => {
    if (answering) arrived();
    answering = false;
  });
  dependency.on("data", () => answering = true);
  const close2 = () => {
    for (const channel of channels) channel.close();
    client.destroy();
    dependency.destroy();
  };
  client.once("error", close2).once("close", close2);
  dependency.once("error", () => client.resetAndDestroy());
  const disturb = (how) => {
    if (how?.kind === "reset") client.resetAndDestroy();
    else for (const channel of channels) channel.disturb(how);
  };
  disturb(disturbance);
  return { disturb, close: close2 };
}

// src/bench/resilience.ts
var connections = 1024;
var lookEveryMs3 = 250;
function resilienceBench(parts, signal) {
  return {
    async start(plan) {
      var _stack = [];
      try {
        await parts.discard();
        const stack2 = __using(_stack, owned(), true);
        const folder = await mkdtemp9(join13(tmpdir9(), "leakgate-resilience-"));
        stack2.defer(async () => rm9(folder, { recursive: true, force: true }));
        const to = plan.dependency === void 0 ? void 0 : dependencyOf(parts.config, plan.dependency);
        const proxy = to && stack2.own(await openProxy(to));
        const service = await disturbed({ ...parts, plan, folder, proxy }, stack2, signal);
        const { [Symbol.asyncDispose]: dispose } = stack2.release();
        return Object.assign(service, { [Symbol.asyncDispose]: dispose });
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    }
  };
}
function dependencyOf({ args, env }, text4) {
  const address = parseAddress(text4);
  if (address === void 0) {
    throw new LeakgateError("config", `resilience.fault.dependency: got ${JSON.stringify(text4)}; write host:port.`);
  }
  if ([...args, ...Object.values(env)].some((value2) => value2.includes("{dependency}"))) return address;
  throw new LeakgateError("config", "resilience.fault.dependency is set, but the service isn’t told of it.", {
    hint: "Write {dependency} where `args` or `env` hold its address: it stands for that address, and in this check for the proxy in front of it."
  });
}
async function disturbed({ config, env, secret, binary, plan, folder, proxy }, stack2, signal) {
  const startedMs = clockMs();
  const copies = { now: void 0 };
  stack2.defer(async () => close(copies.now));
  const open = async () => {
    const side = { side: "head", binary, directory: folder, ...proxy && { dependency: proxy.address } };
    const program3 = await startProgram(config, { env, secret }, side, signal);
    copies.now = { program: program3, load: void 0 };
    const { origin: origin3 } = program3.service;
    const order = { ...loadOf(config, program3), origin: origin3, connections, fallback: plan.fallback ?? null };
    return copies.now = { program: program3, load: await steeredLoad(order, signal) };
  };
  let copy2 = await open();
  const axis = answersOnAxis(startedMs);
  const load2 = () => copy2.load;
  const wait = async (ms4) => {
    const untilMs = clockMs() + ms4;
    for (let leftMs = ms4; leftMs > 0; leftMs = untilMs - clockMs()) {
      await copy2.program.survives(async () => sleep12(Math.min(leftMs, lookEveryMs3), void 0, { signal }));
      void load2().answers;
    }
  };
  const drain = async () => copy2.program.survives(async () => load2().finish());
  return {
    nowMs: () => clockMs() - startedMs,
    rate: (perSecond) => load2().rate(perSecond),
    last: wait,
    get answers() {
      return axis.upTo(load2().answers);
    },
    inFlight: () => load2().inFlight(),
    takeLateMs: () => load2().takeLateMs(),
    arrivals: () => proxy?.arrivals().map((ms4) => ms4 - startedMs) ?? null,
    disturb: (how) => proxy?.disturb(how),
    beginFault: async () => begin(faultOf({ plan, proxy, config, env }, copy2.program.service.origin), signal),
    drain,
    async restart() {
      await drain();
      axis.close(load2().answers);
      await close(copy2);
      copy2 = await open();
    }
  };
}
async function close(copy2) {
  await copy2?.load?.[Symbol.asyncDispose]();
  await copy2?.program[Symbol.asyncDispose]();
}
function answersOnAxis(startedMs) {
  const all = { sentMs: [], tookUs: [], status: [], route: [], retryAfter: [], fallback: [] };
  let taken = 0;
  const upTo = (answers) => {
    for (; taken < answers.sentMs.length; taken += 1) {
      all.sentMs.push(answers.sentMs[taken] - startedMs);
      all.tookUs.push(answers.tookUs[taken]);
      all.status.push(answers.status[taken]);
      all.route.push(answers.route[taken]);
      all.retryAfter.push(answers.retryAfter[taken]);
      all.fallback.push(answers.fallback[taken]);
    }
    return all;
  };
  return {
    upTo,
    /** The next answers are those of another load. */
    close(answers) {
      upTo(answers);
      taken = 0;
    }
  };
}
function faultOf({ plan, proxy, config, env }, origin3) {
  const { does, start, stop: stop3 } = plan;
  if (does !== void 0 && proxy !== void 0) return { proxy, does };
  if (start === void 0) throw new LeakgateError("internal", "A fault without a beginning was asked for.");
  const act = (given2) => "command" in given2 ? given2 : { method: given2.method, url: new URL(given2.target, origin3).href };
  const place3 = { cwd: config.workingDirectory, env: serviceEnvironment(env) };
  return { start: act(start), stop: stop3 && act(stop3), place: place3 };
}

// src/bench/rated.ts
var connections2 = 512;
function ratedSide(config, loaded, signal) {
  return {
    async load(perSecond, durationMs) {
      const traffic = { spacing: "even", stages: [{ perSecond, durationMs }] };
      return loaded(
        async (running3) => sendNew(
          config,
          running3,
          async (origin3, load2) => openLoad(origin3, { ...load2, connections: connections2, traffic, seed: 1 }, signal)
        )
      );
    }
  };
}
async function ratedPair(config, sides2, signal) {
  const base = await sides2.base();
  const head4 = await sides2.head().catch(async (error2) => {
    await base[Symbol.asyncDispose]();
    throw error2;
  });
  const loadBase = async (send) => {
    const summary2 = await send(base);
    if (base.service.running) return summary2;
    throw new PairUnavailable(`the baseline's commit ${sides2.baseSha.slice(0, 7)} died under load`);
  };
  return {
    base: ratedSide(config, loadBase, signal),
    head: ratedSide(config, async (send) => head4.survives(async () => send(head4)), signal),
    async [Symbol.asyncDispose]() {
      await Promise.all([base[Symbol.asyncDispose](), head4[Symbol.asyncDispose]()]);
    }
  };
}

// src/bench/speed.ts
function speedBench(config, program3, send, pair, signal) {
  return {
    pair,
    rated: ratedSide(
      config,
      async (load2) => {
        const running3 = await program3();
        return running3.survives(async () => load2(running3));
      },
      signal
    ),
    async load(durationMs, more) {
      const running3 = await program3();
      const before = running3.service.cpuNs();
      const summary2 = await running3.survives(async () => send(running3, durationMs, more));
      const cpuNs = running3.service.cpuNs() - before;
      return { summary: summary2, cpuUsPerRequest: cpuNs / 1e3 / Math.max(1, summary2.answered) };
    }
  };
}
function pairBench(config, sides2, signal) {
  return {
    baseSha: sides2.baseSha,
    identical: sides2.identical,
    windows: () => instanceWindows(config, sides2, signal),
    rated: async () => ratedPair(config, { ...sides2, base: async () => startBase(sides2, signal) }, signal)
  };
}
async function* instanceWindows(config, sides2, signal) {
  var _stack = [];
  try {
    const base = __using(_stack, await startBase(sides2, signal), true);
    const head4 = __using(_stack, await sides2.head(), true);
    const plan = {
      baseOrigin: base.service.origin,
      headOrigin: head4.service.origin,
      cpuNs: { base: () => base.service.cpuNs(), head: () => head4.service.cpuNs() },
      routes: config.routes,
      workers: config.connections,
      timeoutMs: config.requestTimeoutMs,
      credentials: { base: base.credential, head: head4.credential },
      cookies: config.cookies
    };
    for await (const window of pairedWindows(plan, signal)) {
      if (!base.service.running) throw new PairUnavailable(`the baseline's commit ${short(sides2)} died under load`);
      await head4.survives(async () => void 0);
      yield window;
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function startBase(sides2, signal) {
  try {
    return await sides2.base();
  } catch (cause) {
    signal.throwIfAborted();
    const why = (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, "");
    throw new PairUnavailable(`the baseline's commit ${short(sides2)} didn't start: ${why}`, { cause });
  }
}
var short = ({ baseSha }) => baseSha.slice(0, 7);

// src/bench/stages.ts
import { setTimeout as sleep13 } from "node:timers/promises";

// src/pprof/decode-cpu.ts
function decodeCpu(bytes, frames) {
  const profile = readProfile("CPU", bytes);
  const names = profile.sampleType.map((type) => profile.stringTable.strings[Number(type.type)]);
  const column = names.indexOf("cpu");
  if (column === -1) throw unreadable("CPU", "has no column cpu");
  const stackOf = stackReader(profile, frames);
  return profile.sample.map((sample2) => ({ stack: stackOf(sample2), us: Number(sample2.value[column] ?? 0) / 1e3 })).filter(({ stack: stack2, us: us3 }) => us3 > 0 && !stack2.some(isInstrument));
}

// src/bench/stages.ts
var warmUpMs2 = 500;
var exportDelayMs = 100;
var quietMs = 3 * exportDelayMs;
var mostWaitMs = 3e3;
function stageBench(parts, signal) {
  const { config, binary, hold } = parts;
  const head4 = async (env) => hold("stages", async () => startProgram(config, parts, { side: "probe", binary, probe: true, env }, signal));
  return {
    async open() {
      var _stack = [];
      try {
        const stack2 = __using(_stack, owned(), true);
        const sides2 = { head: await openSide(parts, head4, stack2, signal), base: await openBase(parts, stack2, signal) };
        return { ...sides2, ...stack2.release() };
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    }
  };
}
async function openBase(parts, stack2, signal) {
  const { config, base } = parts;
  if ("unavailable" in base) return base;
  const { probe: built, sha, cwd } = base;
  if (built === void 0) return { unavailable: "compare is stored" };
  if ("unavailable" in built) return built;
  const start = { side: "base", binary: built.path, probe: true, cwd };
  const begin2 = async (env) => stack2.own(await startProgram(config, parts, { ...start, env }, signal));
  const why = (error2) => {
    signal.throwIfAborted();
    return (error2 instanceof Error ? error2.message : String(error2)).replace(/\.$/, "");
  };
  try {
    const side = await openSide(parts, begin2, stack2, signal);
    return {
      sha,
      record: async (source, durationMs) => side.record(source, durationMs).catch((error2) => {
        throw new PairUnavailable(why(error2));
      })
    };
  } catch (error2) {
    return { unavailable: why(error2) };
  }
}
async function openSide({ config, frames, env }, begin2, stack2, signal) {
  const collector = stack2.own(await collectSpans());
  const running3 = await begin2(exporting(collector.endpoint, { ...env, ...config.env }));
  const probe2 = await reachProbe(running3, signal);
  const load2 = async (durationMs, alone, serverTiming) => running3.survives(async () => {
    const width10 = alone ? { connections: 1, streams: 1 } : {};
    return sendNew(
      config,
      running3,
      async (origin3, plan) => countingEngine(config).run(origin3, { ...plan, ...width10, serverTiming, stop: { durationMs } }, signal)
    );
  });
  await load2(warmUpMs2, false, () => void 0);
  return {
    async record(source, durationMs) {
      const traced2 = source === "opentelemetry";
      if (traced2) await settled2(collector, signal);
      const told3 = [];
      const hear = (field) => {
        const stages2 = readServerTiming(field);
        if (stages2.length > 0) told3.push(new Map(stages2.map(({ name, us: us3 }) => [name, us3])));
      };
      const profiled = source === "cpu-profile";
      const [summary2, profile] = await Promise.all([
        load2(durationMs, !profiled, hear),
        profiled ? probe2.cpuProfile(durationMs, signal) : null
      ]);
      const requests = {
        "server-timing": told3,
        opentelemetry: traced2 ? requestsOf(await settled2(collector, signal)) : []
      };
      const samples2 = profile === null ? [] : decodeCpu(profile, frames);
      return { summary: summary2, requests, lostSpans: collector.lost(), samples: samples2 };
    }
  };
}
function exporting(endpoint, own) {
  const wanted = {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/protobuf",
    OTEL_BSP_SCHEDULE_DELAY: String(exportDelayMs),
    OTEL_BSP_MAX_QUEUE_SIZE: "65536"
  };
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => own[name] === void 0));
}
async function settled2(collector, signal) {
  const untilMs = performance.now() + mostWaitMs;
  const spans = collector.take();
  for (let quiet = false; !quiet && performance.now() < untilMs; ) {
    await sleep13(quietMs, void 0, { signal });
    const more = collector.take();
    quiet = more.length === 0;
    spans.push(...more);
  }
  return spans;
}

// src/bench/tests.ts
function testsOf({ config, env, repositoryRoot, progress }, signal) {
  const onPackage = ({ path: path3 }, left5) => progress(left5 === 0 ? path3 : `${path3}: ${left5} goroutines left behind`);
  const place3 = { cwd: config.workingDirectory, env, repositoryRoot: Promise.resolve(repositoryRoot) };
  return async (plan) => runSuite(plan, { ...place3, onPackage, progress }, signal);
}

// src/bench/builds.ts
import { mkdtemp as mkdtemp10, rm as rm10 } from "node:fs/promises";
import { tmpdir as tmpdir10 } from "node:os";
import { join as join15 } from "node:path";

// src/bench/base-build.ts
import { join as join14, relative } from "node:path";
async function buildBase(wanted, outDir, stack2, signal) {
  const { base } = wanted;
  if ("unavailable" in base) return base;
  try {
    return await rebuilt(wanted, base, outDir, stack2, signal);
  } catch (error2) {
    signal.throwIfAborted();
    return { unavailable: `the baseline's commit ${base.sha.slice(0, 7)} couldn't be rebuilt: ${messageOf(error2)}` };
  }
}
async function rebuilt({ config, env, repositoryRoot, progress }, { sha, stock, reusable, probe: probe2, countsAnew, tokenEnv }, outDir, stack2, signal) {
  const commit2 = { repositoryRoot, sha, env, ...tokenEnv !== void 0 && { tokenEnv } };
  const worktree = stack2.own(await worktreeAt(commit2, signal));
  const root = worktree.directory;
  const cwd = join14(root, relative(repositoryRoot, config.workingDirectory));
  const { flags, overlay } = config.build;
  const named3 = config.package === void 0 ? {} : { package: config.package };
  const target = await resolveTarget({ workingDirectory: cwd, flags, env, ...named3 }, signal);
  const place3 = { cwd, env: serviceEnvironment(env), timeoutMs: config.setupTimeoutMs };
  stack2.own(await runSetup(config.setup, place3, signal));
  const own = overlay === void 0 ? {} : { overlay: join14(root, relative(repositoryRoot, overlay)) };
  const options = { flags, env, repositoryRoot: root, ...own };
  const inert = (await changedFiles({ repositoryRoot, sha, env }, signal))?.every(onlyThroughBinary) ?? false;
  const compare = stock || reusable && inert;
  const built = compare ? await buildStock(target, { ...options, outDir: join14(outDir, "stock") }, signal) : void 0;
  if (built !== void 0) progress(`base build of ${sha.slice(0, 7)}: ${(built.durationMs / 1e3).toFixed(1)} s`);
  return {
    sha,
    root,
    cwd,
    stock: built,
    probe: probe2 ? await orWhy(async () => buildProbe(target, { ...options, outDir: join14(outDir, "probe") }, signal), signal) : void 0,
    countsAnew,
    mayStandIn: reusable && inert
  };
}
async function orWhy(make, signal) {
  try {
    return await make();
  } catch (error2) {
    signal.throwIfAborted();
    return { unavailable: messageOf(error2) };
  }
}
var messageOf = (error2) => (error2 instanceof Error ? error2.message : String(error2)).replace(/\.$/, "");

// src/bench/builds.ts
async function buildAll(wanted, signal) {
  var _stack = [];
  try {
    const { config, target, env, builds, progress } = wanted;
    const stack2 = __using(_stack, owned(), true);
    const directory = await mkdtemp10(join15(tmpdir10(), "leakgate-build-"));
    stack2.defer(async () => rm10(directory, { recursive: true, force: true }));
    const { flags, overlay } = config.build;
    const { repositoryRoot } = wanted;
    const options = { flags, env, repositoryRoot, ...overlay !== void 0 && { overlay } };
    const place3 = {
      cwd: config.workingDirectory,
      env: serviceEnvironment(env),
      timeoutMs: config.setupTimeoutMs
    };
    stack2.own(await runSetup(config.setup, place3, signal));
    const stockBuild = async () => {
      const built = await buildStock(target, { ...options, outDir: join15(directory, "stock") }, signal);
      progress(`stock build: ${seconds(built)}`);
      return built;
    };
    const asked = builds.has("stock") ? await stockBuild() : void 0;
    const base = await buildBase(wanted, join15(directory, "base"), stack2, signal);
    const stock = asked ?? ("sha" in base && base.mayStandIn ? await stockBuild() : void 0);
    const unchanged = isUnchanged(stock, base);
    const probe2 = builds.has("probe") && !unchanged ? await buildProbe(target, { ...options, outDir: join15(directory, "probe") }, signal) : void 0;
    if (probe2 !== void 0) progress(`probe build: ${seconds(probe2)}, wiring ${probe2.wiring}`);
    return { stock, probe: probe2, base, unchanged, ...stack2.release() };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
var isUnchanged = (stock, base) => "sha" in base && base.mayStandIn && base.stock !== void 0 && base.stock.buildId === stock?.buildId;
var seconds = (binary) => `${(binary.durationMs / 1e3).toFixed(1)} s`;

// src/bench/deployed.ts
import { setTimeout as sleep14 } from "node:timers/promises";

// src/bench/deployed-load.ts
function deployedLoad({ config, deployed, env, secret, progress }, signal) {
  const { auth, workingDirectory: cwd } = config;
  const { origin: origin3 } = deployed;
  const variables = serviceEnvironment(env);
  const credential = auth === null ? void 0 : renewingCredential(
    async (until) => obtainCredential(auth, { origin: origin3, cwd, env: { ...variables, ...config.env }, secret }, until)
  );
  let sender;
  return {
    async send({ routes: routes2 = config.routes, connections: connections3 = config.connections, variants, until }) {
      sender ??= senderOf(deployed, { cwd, env: variables }, signal);
      const place3 = { ...await sender, env: variables, progress };
      await credential?.ready();
      const fields2 = credential?.fields() ?? {};
      const { cookies, requestTimeoutMs: timeoutMs2 } = config;
      const load2 = { routes: routes2, connections: connections3, variants, until, fields: fields2, cookies, timeoutMs: timeoutMs2 };
      const summary2 = await scenarioByK6(origin3, load2, place3, signal);
      if ((summary2.statuses["401"] ?? 0) > 0) credential?.refused(fields2);
      return summary2;
    },
    [Symbol.asyncDispose]: async () => credential?.[Symbol.asyncDispose]()
  };
}
var untilOf = ({ traffic }, durationMs) => traffic === null ? { durationMs } : { traffic: trafficFor(traffic, durationMs) };
async function senderOf({ cluster }, place3, signal) {
  if (cluster === void 0) {
    const instead2 = "name a `cluster` with the k6 operator, where it needn’t be";
    return { k6: await findProgram("k6", place3, signal, { setting: "target", instead: instead2 }) };
  }
  const instead = "leave `cluster` out, and k6 on this machine sends the load";
  const { path: path3 } = await findProgram("kubectl", place3, signal, { setting: "cluster", instead });
  return { cluster, kubectl: path3 };
}
async function deployedSenders(config, deployed, env, signal) {
  const sender = await senderOf(deployed, { cwd: config.workingDirectory, env: serviceEnvironment(env) }, signal);
  const model = config.traffic === null ? "closed loop" : "open loop";
  return {
    target: deployed.origin,
    engine: "k6" in sender ? `k6 ${sender.k6.version}, ${model}` : `k6 ${clusterVersion(sender.cluster)} in ${sender.cluster.parallelism} pods, ${model}`
  };
}

// src/bench/kept-k6-files.ts
import { readFile as readFile6 } from "node:fs/promises";
async function keepK6Files({ config, deployed, until, keep }) {
  const { routes: routes2, connections: connections3, cookies, requestTimeoutMs: timeoutMs2, secrets } = config;
  const plan = k6Plan(deployed.origin, {
    routes: routes2,
    connections: connections3,
    cookies,
    timeoutMs: timeoutMs2,
    until,
    variants: { from: 0 },
    fields: {}
  });
  await keep("k6-script.js", await readFile6(k6Script()));
  await keep("k6-plan.json", json(redactTree(plan, redactor(secrets))));
  const { cluster } = deployed;
  if (cluster === void 0) return;
  const pods = Math.min(cluster.parallelism, connections3);
  await keep("k6-testrun.json", json(testRun({ name: "leakgate", cluster, pods })));
}
var json = (value2) => Buffer.from(`${JSON.stringify(value2, null, 2)}
`);

// src/bench/deployed.ts
var unavailable = { unavailable: "the service is deployed, and wasn’t built with the probe" };
function openDeployed(parts, signal) {
  const { config, deployed } = parts;
  const load2 = deployedLoad(parts, signal);
  const leaks = deployed.pprof === void 0 ? void 0 : deployedLeaks(parts, deployed.pprof, load2, signal);
  const bench = {
    routes: config.routes,
    speed: deployedSpeed(parts, load2),
    get leaks() {
      return leaks ?? missing();
    },
    get collector() {
      return missing();
    },
    get resilience() {
      return missing();
    },
    get protocols() {
      return missing();
    },
    get stages() {
      return missing();
    },
    get coverage() {
      return missing();
    },
    source: parts.source,
    leakPlan: config.leaks,
    stored: parts.stored,
    baseCounts: { unavailable: "the service is deployed, and others may have used it meanwhile" },
    goTest: testsOf(parts, signal),
    rest: async (durationMs) => sleep14(durationMs, void 0, { signal }),
    external: async (address, query) => askPrometheus(address, query, signal),
    keep: parts.keep,
    once: onlyOnce(),
    progress: parts.progress,
    note: parts.note
  };
  return { bench, current: () => void 0, [Symbol.asyncDispose]: async () => load2[Symbol.asyncDispose]() };
}
var missing = () => {
  throw new LeakgateError("internal", "A check asked a deployed service for what only a build can tell.");
};
function deployedSpeed({ config, deployed, keep }, load2) {
  let sent = 0;
  return {
    pair: { unavailable: "the service is deployed, and not beside its base" },
    get rated() {
      return missing();
    },
    async load(durationMs, { warmUp } = { warmUp: false }) {
      const until = untilOf(config, durationMs);
      if (!warmUp) await keepK6Files({ config, deployed, until, keep });
      const summary2 = await load2.send({ until, variants: { from: sent } });
      sent += summary2.sent;
      return { summary: summary2, cpuUsPerRequest: 0 };
    }
  };
}
var unknownProcess = { descriptors: () => 0, openFiles: () => ({}), threads: () => 0 };
function deployedLeaks(parts, pprof, load2, signal) {
  const { config, frames, keep, note } = parts;
  const probe2 = deployedProbe(new URL(pprof));
  const keepProfile = profileKeeper(keep);
  let traits = { leakProof: false, sampleBytes: 0 };
  let sent = 0;
  let answered2 = 0;
  let startedAtMs = 0;
  let idleMs = 0;
  const send = async (requests, narrowed = {}) => {
    const variants = leakVariants(config, sent);
    sent += requests;
    const beganMs = Date.now();
    const summary2 = await load2.send({ ...narrowed, variants, until: { requests } });
    idleMs += Math.max(0, Date.now() - beganMs - summary2.durationMs);
    answered2 += summary2.answered;
    return summary2;
  };
  const snapshot = async (kept2 = true) => {
    const elapsedMs = startedAtMs === 0 ? 0 : Math.max(0, Date.now() - startedAtMs - idleMs);
    const whole2 = kept2 ? { keepProfile } : {};
    const at2 = { requests: answered2, elapsedMs, process: unknownProcess, ...whole2 };
    return takeSnapshot(probe2, { frames, leakProof: traits.leakProof, ...at2 }, signal);
  };
  return {
    get leakProof() {
      return traits.leakProof;
    },
    snapshot: async () => snapshot(),
    retention: async () => unavailable,
    recordedDose: async () => unavailable,
    async warmUp(requests) {
      if (startedAtMs === 0) {
        traits = await probe2.traits(signal);
        limitsOf(traits, config).forEach((limit) => note(limit));
      }
      const summary2 = await send(requests);
      [answered2, startedAtMs, idleMs] = [0, Date.now(), 0];
      return { requestsPerSecond: summary2.requestsPerSecond, failed: failedRequests(summary2) };
    },
    async dose(requests, narrowed) {
      const before = await probe2.memStats(0, signal);
      const summary2 = await send(requests, narrowed);
      const after = await probe2.memStats(0, signal);
      return {
        requests: summary2.answered,
        durationMs: summary2.durationMs,
        failed: failedRequests(summary2),
        ...allocated(before, after, summary2.answered),
        after: await snapshot(narrowed?.routes === void 0)
      };
    },
    async rest(durationMs) {
      await sleep14(durationMs, void 0, { signal });
      return snapshot();
    }
  };
}
var leastSamples = 9;
var doses = 1 + 2 + 4;
function limitsOf({ sampleBytes, leakProof }, { leaks }) {
  const requests = doses * leaks.firstDose;
  const least = Math.ceil(leastSamples * sampleBytes / requests);
  return [
    ...sampleBytes === 0 ? ["The deployed service takes no samples of its heap (runtime.MemProfileRate is 0): heap leaks can’t be seen."] : [
      `The deployed service samples its heap every ${sampleBytes} bytes: heap leaks below about ${least} bytes a request don’t show in ${requests} requests, nor larger ones at lines that hold much already. A higher leak-requests or a lower runtime.MemProfileRate shows more.`
    ],
    ...leakProof ? [] : [
      "The deployed service serves no goroutineleak profile, so goroutines are counted, and none is proved to be leaked."
    ],
    "Open files and threads of a deployed service aren’t seen, nor who keeps its memory alive."
  ];
}

// src/bench/same-twice.ts
async function sameTwice(config, { directory, env, progress }, signal) {
  var _stack = [];
  try {
    const stack2 = __using(_stack, owned(), true);
    const { workingDirectory, build: build2 } = config;
    const named3 = config.package === void 0 ? {} : { package: config.package };
    const target = await resolveTarget({ workingDirectory, flags: build2.flags, env, ...named3 }, signal);
    progress("building the service");
    const place3 = { cwd: workingDirectory, env: serviceEnvironment(env), timeoutMs: config.setupTimeoutMs };
    stack2.own(await runSetup(config.setup, place3, signal));
    const overlay = build2.overlay === void 0 ? {} : { overlay: build2.overlay };
    const binary = await buildStock(
      target,
      { outDir: directory, flags: build2.flags, env, repositoryRoot: target.moduleDirectory, ...overlay },
      signal
    );
    const start = async (side) => startProgram(config, { env, secret: () => void 0 }, { side, binary: binary.path }, signal);
    const sides2 = { baseSha: "", identical: false, base: async () => start("base"), head: async () => start("head") };
    return { ...pairBench(config, sides2, signal), ...stack2.release() };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}

// src/bench/index.ts
function openBench(parts, signal) {
  const { config, env } = parts;
  const { stock, probe: probe2, base } = parts.builds;
  const slot = makeSlot();
  const start = async (side, binary, more = {}) => startProgram(config, parts, { side, binary, ...more }, signal);
  const speed = stock && speedBench(
    config,
    async () => slot.hold("stock", async () => start("head", stock.path)),
    stockLoad(config, env, signal),
    pairOf(config, stock, base, start, signal),
    signal
  );
  const probed = probe2 && probedParts(probe2, parts, slot, signal);
  const leaks = probed && leakBench(probed, signal);
  const resilience2 = stock && resilienceBench({ ...parts, binary: stock.path, discard: slot.empty }, signal);
  const collector = probed && collectorBench(probed, signal);
  const protocols2 = probe2 && protocolBench({ ...parts, binary: probe2.path, hold: slot.hold }, signal);
  const stages2 = probe2 && stageBench({ ...parts, binary: probe2.path, base, hold: slot.hold }, signal);
  const bench = {
    routes: config.routes,
    get speed() {
      return speed ?? missing2("stock");
    },
    get leaks() {
      return leaks ?? missing2("probe");
    },
    get collector() {
      return collector ?? missing2("probe");
    },
    get resilience() {
      return resilience2 ?? missing2("stock");
    },
    get protocols() {
      return protocols2 ?? missing2("probe");
    },
    get stages() {
      return stages2 ?? missing2("probe");
    },
    coverage: coverageBench({ ...parts, hold: slot.hold, discard: slot.empty }, signal),
    source: parts.source,
    leakPlan: config.leaks,
    stored: parts.stored,
    baseCounts: countsOf2(parts, signal),
    goTest: testsOf(parts, signal),
    rest: async (durationMs) => sleep15(durationMs, void 0, { signal }),
    external: async (address, query) => askPrometheus(address, query, signal),
    keep: parts.keep,
    once: onlyOnce(),
    progress: parts.progress,
    note: parts.note
  };
  return { bench, current: slot.current, [Symbol.asyncDispose]: slot.empty };
}
function probedParts(binary, parts, slot, signal) {
  const { config, env } = parts;
  const traced2 = config.checks.includes("gc");
  const start = async () => {
    const variables = probeEnvironment({ ...env, ...config.env }, { traced: traced2 });
    return startProgram(config, parts, { side: "probe", binary: binary.path, probe: true, env: variables }, signal);
  };
  const program3 = async () => slot.hold("probe", start);
  return { ...parts, binary, program: program3, discard: slot.empty };
}
function pairOf(config, stock, base, start, signal) {
  if ("unavailable" in base) return base;
  const binary = base.stock;
  if (binary === void 0 || config.compare === "stored") return { unavailable: "compare is stored" };
  const sides2 = {
    baseSha: base.sha,
    identical: binary.buildId === stock.buildId,
    base: async () => start("base", binary.path, { cwd: base.cwd }),
    head: async () => start("head", stock.path)
  };
  return pairBench(config, sides2, signal);
}
function countsOf2({ config, builds, frames, env, secret }, signal) {
  const { base } = builds;
  return hasProbe(base) && base.countsAnew ? baseCounts({ config, base, frames, env, secret }, signal) : null;
}
var hasProbe = (base) => "probe" in base && base.probe !== void 0;
function makeSlot() {
  let held;
  const empty = async () => {
    const old = held;
    held = void 0;
    await old?.program[Symbol.asyncDispose]();
  };
  return {
    async hold(name, start) {
      if (held?.name !== name) {
        await empty();
        held = { name, program: await start() };
      }
      return held.program;
    },
    current: () => held?.program,
    empty
  };
}
function missing2(build2) {
  throw new LeakgateError("internal", `A check asked for the ${build2} build, which wasn't made.`);
}

// src/affected/changes.ts
import { readFile as readFile7 } from "node:fs/promises";
import { join as join16 } from "node:path";
async function changesSince(base, { root, env }, signal) {
  const place3 = { cwd: root, env: gitEnvironment(env) };
  const git = async (...args) => {
    const { exitCode, stdout } = await runGit(args, place3, signal);
    return exitCode === 0 ? stdout : null;
  };
  if (await commitOf(base, git) === null) return null;
  const from = (await git("merge-base", base, "HEAD"))?.trim() ?? base;
  const [changed, untracked] = await Promise.all([
    git("diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--ignore-submodules=dirty", from, "--"),
    git("ls-files", "-z", "--others", "--exclude-standard")
  ]);
  if (changed === null) return null;
  const unknown2 = new Set((untracked ?? "").split("\0"));
  const after = async (path3) => readFile7(join16(root, path3), "utf8").catch(() => null);
  const hunks = ["diff", "--unified=0", "--no-color", "--no-renames", "--no-ext-diff", "--no-textconv"];
  return {
    paths: [.../* @__PURE__ */ new Set([...changed.split("\0"), ...unknown2])].filter((path3) => path3 !== ""),
    before: async (path3) => git("show", `${from}:${path3}`),
    after,
    lines: async (path3) => unknown2.has(path3) ? [[1, lineCount(await after(path3) ?? "")]] : changedRanges(await git(...hunks, from, "--", `:(top,literal)${path3}`) ?? "")
  };
}
var lineCount = (text4) => text4.replace(/\n$/, "").split("\n").length;
function changedRanges(diff) {
  return [...diff.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm)].flatMap(
    ([, from, count4 = "1"]) => count4 === "0" ? [] : [[Number(from), Number(from) + Number(count4) - 1]]
  );
}
async function commitOf(base, git) {
  const found2 = async () => git("rev-parse", "--verify", "--quiet", "--end-of-options", `${base}^{commit}`);
  const present = await found2();
  if (present !== null || !/^[0-9a-f]{40,64}$/i.test(base)) return present;
  const shallow = (await git("rev-parse", "--is-shallow-repository"))?.trim() === "true";
  await git("fetch", "--quiet", "--no-tags", ...shallow ? ["--depth=1"] : [], "origin", base);
  return found2();
}

// src/affected/changed-lines.ts
var mostFiles = 100;
async function changedLines(checks2, { root, since, env }, signal) {
  const problems = checks2.flatMap(({ findings }) => findings).filter(({ outcome: outcome2 }) => outcome2 !== "pass");
  const through = new Set(problems.flatMap(framesOf).flatMap(({ own, file }) => own ? file : []));
  if (through.size === 0) return void 0;
  const changes = await changesSince(since, { root, env }, signal);
  if (changes === null) return void 0;
  const files2 = [];
  for (const file of changes.paths.filter((path3) => through.has(path3)).slice(0, mostFiles)) {
    const lines3 = await changes.lines(file);
    if (lines3.length > 0) files2.push({ file, lines: lines3 });
  }
  return { since, files: files2 };
}
var framesOf = ({ site: site2, flows = [] }) => [
  ...site2?.stack ?? [],
  ...flows.flatMap(({ steps: steps2 }) => steps2.flatMap(({ frame: frame2 }) => frame2 ?? []))
];

// src/memory-limit.ts
import { readFileSync as readFileSync7 } from "node:fs";
function memoryLimit({ limitBytes, env }, root = "") {
  const container = limitBytes === void 0 ? containerLimit(root) : void 0;
  const bytes = limitBytes ?? container;
  if (bytes === void 0) return void 0;
  return { bytes, from: limitBytes === void 0 ? "container" : "config", liveBytes: bytes / growth2(env) };
}
function growth2(env) {
  const percent3 = Number(env["GOGC"] ?? 100);
  if ((env["GOMEMLIMIT"] ?? "off") !== "off" || env["GOGC"] === "off") return 1;
  return Number.isFinite(percent3) && percent3 > 0 ? 1 + percent3 / 100 : 2;
}
var files = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"];
var unlimitedBytes = 2 ** 50;
function containerLimit(root) {
  for (const file of files) {
    const bytes = Number(textOf(`${root}${file}`));
    if (Number.isFinite(bytes) && bytes > 0 && bytes < unlimitedBytes) return bytes;
  }
  return void 0;
}
function textOf(path3) {
  try {
    return readFileSync7(path3, "utf8").trim();
  } catch {
    return "";
  }
}

// src/history/comparison.ts
function contextOf(config, env, { report, unavailable: unavailable2 }) {
  const { compare, production } = config;
  const memory = memoryLimit({ limitBytes: production.memoryLimitBytes, env: { ...env, ...config.env } });
  return {
    compare,
    knownLeaks: unavailable2 === void 0 ? config.knownLeaks : "unknown",
    mismatches: report.mismatches,
    ...memory !== void 0 && { memory },
    ...production.requestsPerSecond !== void 0 && { requestsPerSecond: production.requestsPerSecond }
  };
}
function baseWanted({ config, place: place3, held: { stored, report, anchor }, token, env }, known3) {
  if (stored === null) return { unavailable: "there is no baseline yet" };
  if (stored.sha === "") return { unavailable: "the baseline belongs to no commit" };
  if (stored.sha === place3.event.sha && !place3.repository.dirty)
    return { unavailable: "the baseline is of this very commit" };
  const comparable = report.mismatches.length === 0;
  const older = comparable ? anchor : null;
  const countsAnew = config.checks.includes("heap-leak") && !comparable;
  const staged = config.checks.includes("stages") && config.compare !== "stored";
  const wanted = {
    stock: config.checks.includes("qps") && config.compare !== "stored",
    probe: countsAnew || staged,
    countsAnew,
    // Figures of the baseline can't stand in for a comparison with an older commit.
    reusable: known3 && comparable && older === null
  };
  if (!Object.values(wanted).includes(true)) {
    return { unavailable: config.compare === "stored" ? "compare is stored" : "the qps check is off" };
  }
  const { serverUrl } = place3.event;
  return {
    sha: older?.sha ?? stored.sha,
    ...wanted,
    ...token !== void 0 && { tokenEnv: tokenEnvironment({ token, serverUrl }, env) }
  };
}
var longestLookMs = 3e4;
async function changesUnder({ place: place3, held, measured }, { env, token }, signal) {
  const since = place3?.event.baseSha ?? held?.stored?.sha ?? "";
  if (place3 === void 0 || since === "") return void 0;
  const { root } = place3.repository;
  const { serverUrl } = place3.event;
  const asked = { root, since, env: token === void 0 ? env : tokenEnvironment({ token, serverUrl }, env) };
  const patience = AbortSignal.any([signal, AbortSignal.timeout(longestLookMs)]);
  return changedLines(measured.reports, asked, patience).catch(() => void 0);
}

// src/history/drift-findings.ts
function judgedByTrail({ reports, measurements }, { config, place: place3, held }) {
  const drift = driftFindings(held.stored, {
    counts: countsOf(measurements),
    comparability: place3.comparability,
    limits: config.options["heap-leak"],
    gates: place3.event.storesBaseline
  });
  return withDrift(reports, drift);
}
var allowances = 3;
var counts = [
  {
    id: "heap-leak/mallocs-drift",
    metric: "Allocations per request, over many commits",
    name: "mallocsPerRequest",
    unit: "allocs/req",
    allowed: allowedAllocs
  },
  {
    id: "heap-leak/allocated-bytes-drift",
    metric: "Allocated bytes per request, over many commits",
    name: "allocatedBytesPerRequest",
    unit: "bytes/req",
    allowed: allowedBytes
  }
];
function driftFindings(stored, now) {
  const conditions = conditionsOf(now.comparability);
  const trail = sinceAccepted(stored?.trail ?? [], "heap-leak").filter((step2) => step2.conditions === conditions);
  return counts.flatMap((count4) => {
    const after = now.counts[count4.name];
    const known3 = trail.filter((step2) => step2.counts[count4.name] !== void 0);
    if (after === void 0 || known3.length < 2) return [];
    const value2 = (step2) => step2.counts[count4.name];
    const best = known3.reduce((a, b) => value2(b) <= value2(a) ? b : a);
    const before = value2(best);
    const allowed = allowances * count4.allowed(before, now.limits);
    if (after - before <= allowed || best === known3.at(-1)) return [];
    const since = `since ${best.sha.slice(0, 7)}, ${trail.length - trail.indexOf(best)} baselines back`;
    const delta = after / before - 1;
    return [
      {
        id: count4.id,
        kind: "cost",
        metric: count4.metric,
        unit: count4.unit,
        before,
        after,
        delta,
        interval: null,
        threshold: { value: allowed, of: "absolute" },
        outcome: now.gates ? "fail" : "warn",
        reason: `${signedPercent(delta)} ${since}, in steps that were each within their limit.`
      }
    ];
  });
}
function withDrift(reports, drift) {
  return reports.map((report) => {
    if (report.name !== "heap-leak" || drift.length === 0) return report;
    const fails = drift.some(({ outcome: outcome2 }) => outcome2 === "fail");
    const said = drift.map(({ metric: metric2, reason: reason3 }) => `${metric2}: ${reason3}`).join(" ");
    const summary2 = fails ? report.outcome === "fail" ? `${report.summary} ${said}` : said : report.summary;
    return withFindings(report, [...report.findings, ...drift], summary2);
  });
}

// src/policy/gates.ts
function underGates(reports, gates2) {
  const ids = new Set(reports.flatMap(({ findings }) => findings.map(({ id }) => id)));
  const judged2 = reports.map((report) => {
    const findings = report.findings.map((finding2) => gated(finding2, gates2[finding2.id] ?? "worse"));
    return withFindings(report, findings, summaryOf2(report, findings));
  });
  const unknown2 = Object.keys(gates2).filter((id) => !ids.has(id));
  return { reports: judged2, notes: unknown2.map((id) => `\`gates\` names ${id}, which no figure of this run has.`) };
}
function gated(finding2, gate) {
  if (gate === "off" && (finding2.outcome === "fail" || finding2.outcome === "inconclusive"))
    return { ...finding2, outcome: "warn", reason: `${finding2.reason} Its gate is off.` };
  if (gate === "both" && finding2.outcome === "pass" && isFarBetter(finding2))
    return {
      ...finding2,
      outcome: "fail",
      reason: `${finding2.reason} Better by more than its limit, and its gate holds both ways.`
    };
  return finding2;
}
function isFarBetter({ kind, delta, interval, threshold, unit: unit3 }) {
  if (delta === null || threshold === null || threshold.of === "absolute" && kind !== "cost") return false;
  const [low, high] = interval ?? [delta, delta];
  return unit3 === "req/s" ? low > threshold.value : high < -threshold.value;
}
function summaryOf2({ outcome: outcome2, summary: summary2 }, findings) {
  const over = findings.filter((finding2) => finding2.outcome === "fail");
  const undecided = findings.some((finding2) => finding2.outcome === "inconclusive");
  if (outcome2 === "fail" || outcome2 === "inconclusive" && !undecided)
    return over.length > 0 ? summary2 : `Not gating: ${summary2}`;
  return over.length > 0 ? `Changed beyond the limit: ${over.map(({ metric: metric2 }) => metric2).join(", ")}.` : summary2;
}

// src/checks/crash.ts
function crashReport(crashes, output) {
  const fatal = crashes.some((crash) => crash.fatal);
  return {
    name: "service",
    title: "Service",
    outcome: "fail",
    summary: fatal ? "The service crashed under load." : "A handler panicked under load.",
    findings: crashes.map((crash) => crashFinding(crash, output)),
    metrics: [],
    routes: []
  };
}
function crashFinding({ message, frames, count: count4, fatal }, output) {
  const at2 = frames.find((frame2) => frame2.own) ?? frames[0];
  const said = message.split("\n")[0] ?? message;
  return {
    id: `service/crash/${at2?.function ?? said}`,
    kind: "crash",
    metric: fatal ? "Crash under load" : "Handler panic under load",
    unit: "count",
    before: null,
    after: count4,
    delta: null,
    interval: null,
    threshold: { value: 0, of: "absolute" },
    outcome: "fail",
    reason: fatal ? `The service went down: ${said}` : `The server recovered it; the client got an error or no answer: ${said}`,
    ...at2 !== void 0 && { site: { function: at2.function, file: at2.file, line: at2.line, stack: frames } },
    facts: firstLines(output).map((line6) => ({ label: "said", text: line6 }))
  };
}
var shownLines = 6;
function firstLines(output) {
  const begins = output.findIndex((line6) => /^(?:panic:|fatal error:|SIG[A-Z]+:)/.test(line6));
  const lines3 = begins < 0 ? output.slice(-shownLines) : output.slice(begins);
  return lines3.filter((line6) => line6.trim() !== "").slice(0, shownLines);
}

// src/measure.ts
async function measureChecks(parts, signal) {
  const { into } = parts;
  for (const check2 of wantedChecks(parts.config)) {
    try {
      into.reports.push(await parts.phases.run(check2.title, async () => measureOne(check2, parts, signal)));
      const panics = parts.open.current()?.service.recoveredPanics() ?? [];
      const known3 = into.reports.some((report) => report.name === "service");
      if (panics.length > 0 && !known3)
        into.reports.push(
          crashReport(
            panics.map((panic) => seen2(panic, parts.frames, false)),
            []
          )
        );
    } catch (error2) {
      signal.throwIfAborted();
      if (!(error2 instanceof ServiceCrashed)) throw error2;
      into.reports.push(crashReport([seen2({ ...error2.crash, count: 1 }, parts.frames, true)], error2.output));
      break;
    }
  }
}
var wantedChecks = (config) => checks.filter(({ name }) => config.checks.includes(name));
async function measureOne(check2, parts, signal) {
  const options = parts.config.options[check2.name];
  const { measure: measure2, forBaseline, judge } = check2;
  const measurement = await measure2(parts.open.bench, options, signal);
  parts.into.measurements[check2.name] = forBaseline?.(measurement) ?? measurement;
  const stored = parts.stored(check2.name);
  const startedMs = performance.now();
  const judged2 = judge(measurement, stored, options, parts.context);
  parts.into.comparedMs = (parts.into.comparedMs ?? 0) + performance.now() - startedMs;
  return { name: check2.name, title: check2.title, ...judged2 };
}
var canStandIn = ({ config, stored }) => wantedChecks(config).every((check2) => stored(check2.name) !== null && !("onRequest" in check2 && check2.onRequest));
function standIn({ config, stored, baseSha, context }) {
  const measurements = {};
  const reports = wantedChecks(config).map((check2) => {
    const { ofIdentical, judge } = check2;
    const known3 = stored(check2.name);
    const measurement = ofIdentical?.(known3, baseSha) ?? known3;
    measurements[check2.name] = measurement;
    const judged2 = judge(measurement, known3, config.options[check2.name], context);
    return { name: check2.name, title: check2.title, ...judged2, summary: `Identical binary. ${judged2.summary}` };
  });
  return { reports, measurements };
}
function storedFigures(config, stored, note) {
  const read2 = new Map(
    wantedChecks(config).flatMap((check2) => {
      if (!(check2.name in stored)) return [];
      const parsed3 = check2.measurement.safeParse(stored[check2.name]);
      if (parsed3.success) return [[check2.name, parsed3.data]];
      note(
        `${check2.title}: the stored baseline’s figures can’t be read; another version of Leakgate wrote them. They were left out. The next run that stores replaces them.`
      );
      return [];
    })
  );
  return (check2) => read2.get(check2) ?? null;
}
function seen2(crash, frames, fatal) {
  return {
    message: crash.message,
    count: crash.count,
    fatal,
    frames: crash.frames.map((frame2) => frames(frame2.function, frame2.file, frame2.line))
  };
}

// src/phases.ts
function makePhases(group) {
  const list2 = [];
  return {
    list: list2,
    async run(name, body2) {
      const started2 = Date.now();
      try {
        return await group(name, body2);
      } finally {
        list2.push({ name, startedAt: new Date(started2).toISOString(), durationMs: Date.now() - started2 });
      }
    }
  };
}

// src/publish.ts
import { createHash as createHash4 } from "node:crypto";
import { mkdir as mkdir2, rm as rm11, writeFile as writeFile6 } from "node:fs/promises";
import { join as join17 } from "node:path";

// src/reporters/csv.ts
var head = [
  "service",
  "commit",
  "branch",
  "check",
  "id",
  "title",
  "unit",
  "value",
  "before",
  "change",
  "threshold",
  "outcome"
];
function csv(report) {
  const start = [report.key, report.commit.sha, report.commit.branch];
  const rows2 = report.checks.flatMap(({ name, metrics: metrics2, findings }) => [
    ...metrics2.map(({ id, title, unit: unit3, value: value2 }) => [...start, name, id, title, unit3, value2, null, null, null, null]),
    ...findings.map(({ id, metric: metric2, unit: unit3, after, before, delta, threshold, outcome: outcome2 }) => [
      ...start,
      name,
      id,
      metric2,
      unit3,
      after,
      before,
      delta,
      threshold?.value,
      outcome2
    ])
  ]);
  return [head, ...rows2].map((row5) => `${row5.map(cell).join(",")}\r
`).join("");
}
function cell(value2) {
  if (value2 === null || value2 === void 0) return "";
  if (typeof value2 === "number") return Number.isFinite(value2) ? String(value2) : "";
  const text4 = /^[=+\-@\t\r]/.test(value2) ? `'${value2}` : value2;
  return /[",\r\n]/.test(text4) ? `"${text4.replaceAll('"', '""')}"` : text4;
}

// src/reporters/html/markup.ts
function html2(parts, ...values) {
  const [first = "", ...rest2] = parts.map((part) => part.replace(/\s*\n\s*/g, "\n"));
  return { markup: rest2.reduce((text4, part, index2) => text4 + written(values[index2]) + part, first) };
}
var trusted = (markup) => ({ markup });
function written(value2) {
  if (value2 === false || value2 === null || value2 === void 0) return "";
  if (typeof value2 === "string") return escaped(value2);
  if (typeof value2 === "number") return String(value2);
  if (isList(value2)) return value2.map(written).join("");
  return value2.markup;
}
var isList = (value2) => Array.isArray(value2);
var entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
function escaped(text4) {
  return visible(text4).replace(/[&<>"']/g, (sign) => entities[sign]);
}
function spoken(say, phrase, holes) {
  const names = Object.keys(holes);
  const marks2 = Object.fromEntries(names.map((name) => [name, `${name}`]));
  const said = say(phrase, marks2);
  return html2`${said.split("").map((piece2, at2) => at2 % 2 === 0 ? piece2 : holes[piece2])}`;
}
function foreign(text4, max = 300) {
  return html2`<bdi>${plain(text4, max) || "–"}</bdi>`;
}
function code2(text4, max = 300) {
  return html2`<code>${foreign(text4, max)}</code>`;
}
function prose2(text4, max = 600) {
  const pieces = plain(text4, max).split(/`([^`]+)`/);
  return html2`<bdi>${pieces.map((piece2, index2) => index2 % 2 === 0 ? piece2 : html2`<code>${piece2}</code>`)}</bdi>`;
}
function block(lines3) {
  const kept2 = lines3.map(outputLine);
  const text4 = kept2.map((line6) => html2`${line6}`.markup).join("\n");
  return html2`<pre tabindex="0"><code>${trusted(text4)}</code></pre>`;
}
function dataBlock(id, value2) {
  const json2 = JSON.stringify(value2).replace(/[<>&\u2028\u2029]/g, (sign) => {
    return `\\u${sign.codePointAt(0).toString(16).padStart(4, "0")}`;
  });
  return trusted(`<script type="application/json" id="${id}">${json2}</script>`);
}

// src/reporters/html/icons.ts
var tones = {
  fail: "fail",
  inconclusive: "warn",
  warn: "warn",
  pass: "ok",
  skipped: "none"
};
var toneOf = (answer2) => tones[answer2];
var toneOfFinding = (finding2) => isJudged(finding2) ? toneOf(finding2.outcome) : "none";
var words = {
  fail: "Exceeded",
  inconclusive: "Undecided",
  warn: "Not gating",
  pass: "Within gate",
  skipped: "Skipped"
};
var wordOf = (finding2) => {
  if (!isJudged(finding2)) return "Recorded";
  return finding2.kind === "leak" && finding2.outcome === "fail" ? "Leaks" : words[finding2.outcome];
};
var shapes = {
  fail: '<circle cx="8" cy="8" r="7"/><path d="m5.3 5.3 5.4 5.4m0-5.4-5.4 5.4"/>',
  warn: '<path class="body" d="M8 1.4 15.2 14H.8z"/><path d="M8 6v3.6m0 2v.1"/>',
  ok: '<circle cx="8" cy="8" r="7"/><path d="m4.9 8.2 2.2 2.2 4-4.6"/>',
  none: '<circle cx="8" cy="8" r="7"/><path d="M5 8h6"/>'
};
function icon(tone) {
  return html2`<svg class="icon ${tone}" viewBox="0 0 16 16" aria-hidden="true">${trusted(shapes[tone])}</svg>`;
}
function pill(finding2, say) {
  const tone = toneOfFinding(finding2);
  return html2`<span class="pill ${tone}">${icon(tone)}${say(wordOf(finding2))}</span>`;
}

// src/reporters/html/environment.ts
function figures4({ checks: checks2, say }, { deviations, passing }) {
  const told3 = new Set([...deviations, ...passing].map(({ metric: metric2 }) => metric2));
  const measured = checks2.map((check2) => ({ ...check2, metrics: check2.metrics.filter(({ title }) => !told3.has(title)) })).filter(({ metrics: metrics2 }) => metrics2.length > 0);
  if (measured.length === 0) return html2``;
  return html2`<section aria-labelledby="figures">
    <h2 id="figures">${say("Other figures of this run")}</h2>
    <div class="columns">
      ${measured.map(
    (check2) => html2`<div class="panel list">
            <h3>${foreign(check2.title, 60)}</h3>
            <dl class="rows">
              ${check2.metrics.slice(0, 60).map(
      ({ title, value: value2, unit: unit3 }) => html2`<div>
                    <dt>${foreign(title, 80)}</dt>
                    <dd>${formatValue(value2, unit3)}</dd>
                  </div> `
    )}
            </dl>
          </div> `
  )}
    </div>
  </section>`;
}
function verdictMaking(report) {
  const { baseline: baseline2, checks: checks2, notes, say } = report;
  const store = foreign(baseline2.store, 40);
  const reason3 = prose2(baseline2.reason);
  return html2`<section aria-labelledby="making">
    <h2 id="making">${say("How the verdict was made")}</h2>
    <ul class="plain making">
      <li>
        ${baseline2.store === "" ? spoken(say, "Baseline: {reason}", { reason: reason3 }) : spoken(say, "Baseline ({store}): {reason}", { store, reason: reason3 })}
      </li>
      ${baseline2.mismatches.slice(0, 20).map((mismatch) => html2`<li>${spoken(say, "Not comparable with the baseline: {why}", { why: prose2(mismatch) })}</li> `)}${checks2.slice(0, 20).map(
    (check2) => html2`<li>
              ${icon(toneOf(check2.outcome))}
              ${spoken(say, "{check} {answer}: {summary}", {
      check: html2`<b>${foreign(check2.title, 80)}</b>`,
      answer: say(outcomeWords[check2.outcome]),
      summary: prose2(check2.summary)
    })}
            </li> `
  )}${baseline2.stored && html2`<li>${spoken(say, "This run was stored as the new baseline of {branch}.", { branch: code2(baseline2.branch, 60) })}</li> `}${notes.slice(0, 100).map((note) => html2`<li>${prose2(note)}</li> `)}
    </ul>
  </section>`;
}
function environment(report) {
  const { environment: at2, phases, service, say } = report;
  if (at2.cpus === 0) return html2``;
  const rows2 = [
    [
      say("Service"),
      spoken(say, "{package} of {module}", { package: code2(service.package), module: code2(service.module) })
    ],
    ["Go", foreign(at2.goVersion, 40)],
    [say("Processor"), html2`${formatCount(at2.cpus)} × ${foreign(at2.cpuModel, 80)}`],
    [say("Memory"), html2`${formatValue(at2.memoryBytes, "bytes")}`],
    [say("System"), foreign(`${at2.os}/${at2.arch}`, 40)],
    [
      say("Runner"),
      spoken(say, "{runner}, Node {node}", {
        runner: say(at2.runner === "local" ? "a local machine" : "a workflow runner"),
        node: foreign(at2.nodeVersion, 40)
      })
    ]
  ];
  return html2`<section aria-labelledby="environment">
    <h2 id="environment">${say("Where and when it was measured")}</h2>
    <div class="columns">
      <div class="panel list">
        <dl class="rows">
          ${rows2.map(
    ([term, said]) => html2`<div>
                <dt>${term}</dt>
                <dd>${said}</dd>
              </div> `
  )}
        </dl>
      </div>
      ${phases.length > 0 && phaseChart(report, phases.slice(0, 30))}
    </div>
  </section>`;
}
function phaseChart(report, phases) {
  const { say } = report;
  const start = Math.min(...phases.map(({ startedAt }) => Date.parse(startedAt)));
  const whole2 = Math.max(1, tookMs(report));
  return html2`<div class="panel list">
    <table class="phases">
      <caption class="hidden">
        ${say("Phases of the run")}
      </caption>
      <thead class="hidden">
        <tr>
          <th scope="col">${say("Phase")}</th>
          <th scope="col">${say("When")}</th>
          <th scope="col">${say("Took")}</th>
        </tr>
      </thead>
      <tbody>
        ${phases.map(({ name, startedAt, durationMs }) => {
    const from = (Date.parse(startedAt) - start) / whole2;
    const x2 = Number.isFinite(from) ? Math.max(0, Math.min(1, from)) : 0;
    return html2`<tr>
            <th scope="row">${foreign(name, 60)}</th>
            <td class="chart">
              <svg class="phase" width="100%" height="10" aria-hidden="true">
                <title>${formatTime(startedAt)}</title>
                <rect
                  x="${percent(x2)}"
                  width="${percent(Math.max(4e-3, Math.min(1 - x2, durationMs / whole2)))}"
                  height="10"
                  rx="2"
                />
              </svg>
            </td>
            <td class="right">${formatDuration(durationMs)}</td>
          </tr> `;
  })}
      </tbody>
    </table>
  </div> `;
}
var percent = (part) => `${Math.round(part * 1e3) / 10}%`;

// src/reporters/html/evidence.ts
function evidenceOf({ checks: checks2 }) {
  return checks2.find(({ evidence: evidence2 }) => evidence2 !== void 0)?.evidence;
}
var chainSteps = (text4) => text4.split(" → ").filter((step2) => step2 !== "");
var most = 2e3;
function callTree(report) {
  const { nodes, frames } = evidenceOf(report) ?? { nodes: [], frames: [] };
  const tree = nodes.length > 1 ? fromNodes(nodes, frames) : fromFindings(report);
  return tree.root.children.length === 0 || tree.root.live <= 0 && tree.root.grown <= 0 ? null : tree;
}
var call2 = (frame2) => ({ frame: frame2, live: 0, growth: 0, grown: 0, own: 0, children: [] });
function fromNodes(nodes, frames) {
  const calls = [];
  for (const { parent, frame: frame2, liveBytes, growthBytes } of nodes.slice(0, most)) {
    const one2 = { ...call2(frames[frame2] ?? null), live: liveBytes, growth: growthBytes, own: growthBytes };
    const above = calls[parent];
    calls.push(one2);
    if (above === void 0 || above === one2) continue;
    above.children.push(one2);
    above.own -= growthBytes;
  }
  for (const one2 of calls.toReversed()) {
    one2.grown = Math.max(0, one2.own) + one2.children.reduce((sum3, { grown: grown2 }) => sum3 + grown2, 0);
  }
  return { root: calls[0] ?? call2(null), unit: "bytes" };
}
function fromFindings({ checks: checks2 }) {
  const root = call2(null);
  const leaks = checks2.flatMap(({ findings }) => findings).filter(isHeapLeak);
  for (const { site: site2, after } of leaks.slice(0, 100)) grow(root, site2.stack.toReversed(), after);
  return { root, unit: "bytes/req" };
}
var isHeapLeak = ({ kind, unit: unit3, outcome: outcome2, after, site: site2 }) => kind === "leak" && unit3 === "bytes/req" && outcome2 !== "pass" && site2 !== void 0 && (after ?? 0) > 0;
function grow(root, outermostFirst, bytes) {
  let at2 = root;
  for (const frame2 of [null, ...outermostFirst.slice(-64)]) {
    if (frame2 !== null) {
      const same = at2.children.find(
        (child) => child.frame.function === frame2.function && child.frame.line === frame2.line
      );
      const next = same ?? call2(frame2);
      if (same === void 0) at2.children.push(next);
      at2 = next;
    }
    at2.growth += bytes;
    at2.grown += bytes;
  }
  at2.own += bytes;
}

// src/reporters/html/flame.ts
var rowHeight = 22;
var narrowest = 4e-4;
var tall = 8e-3;
function flame(report) {
  const { say } = report;
  const tree = callTree(report);
  if (tree === null) return html2``;
  const names = /* @__PURE__ */ new Map();
  const mode = tree.unit === "bytes" && tree.root.live > 0 ? "live" : "grown";
  const drawn2 = layOut(tree.root, names, mode);
  const rows2 = Math.max(...drawn2.filter(({ width: width10 }) => width10 >= tall).map(({ depth }) => depth)) + 1;
  const hottest = Math.max(...drawn2.map(({ call: { own } }) => own), 1e-9);
  return html2`<section aria-labelledby="flame" class="flame">
    <div class="title">
      <h2 id="flame">${say("Where it is allocated")}</h2>
      ${controls(tree, say)}
    </div>
    <div class="title">
      <p class="hint">${say(hint(tree))}</p>
      <span class="scale" aria-hidden="true"
        >${tree.unit === "bytes" && html2`${say("freed")} <i class="c9"></i><i class="c5"></i>`}<i class="h0"></i
        ><i class="h3"></i><i class="h6"></i><i class="h9"></i> ${say("grew")}</span
      >
    </div>
    <div class="panel">
      <svg
        id="flame-graph"
        width="100%"
        height="${rows2 * rowHeight}"
        role="img"
        aria-label="${label(tree, say)}"
        data-unit="${tree.unit}"
        data-mode="${mode}"
        data-row="${rowHeight}"
      >
        ${drawn2.map((one2) => frameOf(one2, tree, { hottest, rows: rows2 }))}
      </svg>
    </div>
    <p id="flame-detail" class="detail" aria-live="polite">${label(tree, say)}</p>
    ${dataBlock(
    "flame-names",
    [...names.values()].map(({ text: text4, place: place3 }) => [text4, place3])
  )}
  </section>`;
}
function controls({ unit: unit3 }, say) {
  const modes = html2`<span class="modes" role="group" aria-label="${say("Width of the frames")}"
    ><button type="button" data-flame="live" aria-pressed="true">${say("Live heap")}</button
    ><button type="button" data-flame="grown" aria-pressed="false">${say("Growth only")}</button></span
  >`;
  return html2`<div class="controls" hidden>
    ${unit3 === "bytes" && modes}<input
      type="search"
      id="flame-search"
      placeholder="${say("Find function")}"
      aria-label="${say("Find function in the graph")}"
    /><button type="button" id="flame-reset" disabled>${say("Whole heap")}</button>
  </div>`;
}
function hint({ unit: unit3 }) {
  return unit3 === "bytes" ? "Width: live bytes after the last round. Colour: how much of it grew with the requests, strongest where the bytes are allocated. Click or Enter zooms, Esc goes back." : "Width: bytes that each request leaves behind, by the calls that lead to the leaking lines. Click or Enter zooms, Esc goes back.";
}
function label({ root, unit: unit3 }, say) {
  if (unit3 === "bytes/req") return say("{bytes} stay with each request", { bytes: amount(root.grown, unit3) });
  const growth3 = formatValue(root.growth, unit3, "always");
  return say("{live} of live heap, {growth} since the warm-up", { live: amount(root.live, unit3), growth: growth3 });
}
var amount = (value2, unit3) => formatValue(value2, unit3);
function layOut(root, names, by) {
  const whole2 = Math.max(root[by], 1e-9);
  const drawn2 = [];
  const draw = (call4, depth, x2) => {
    drawn2.push({ call: call4, name: nameOf2(call4, names), depth, x: x2 / whole2, width: call4[by] / whole2 });
    let at2 = x2;
    for (const child of call4.children.toSorted((a, b) => b[by] - a[by])) {
      draw(child, depth + 1, at2);
      at2 += child[by];
    }
  };
  draw(root, 0, 0);
  return drawn2;
}
function nameOf2(call4, names) {
  const { frame: frame2 } = call4;
  const text4 = textOf2(call4);
  const place3 = frame2 === null ? "" : plain(`${frame2.file}:${frame2.line}`, 160);
  const known3 = names.get(`${text4}
${place3}`);
  if (known3 !== void 0) return known3.at;
  names.set(`${text4}
${place3}`, { at: names.size, text: text4, place: place3 });
  return names.size - 1;
}
function frameOf({ call: call4, name, depth, x: x2, width: width10 }, tree, { hottest, rows: rows2 }) {
  const box = width10 < narrowest || depth >= rows2 ? html2`display="none"` : html2`x="${percent2(x2)}" width="${percent2(width10)}"`;
  const text4 = width10 < 0.025 ? "" : html2`<text x="5" y="15">${textOf2(call4)}</text>`;
  return html2`<svg class="${heat(call4, hottest)}" y="${depth * rowHeight}" data-n="${name}" data-v="${valuesOf(call4, tree)}" ${box}><rect/>${text4}</svg>
`;
}
var textOf2 = ({ frame: frame2 }) => frame2 === null ? "all" : shortFunction(frame2.function);
function valuesOf({ live, grown: grown2, growth: growth3 }, { unit: unit3 }) {
  if (unit3 === "bytes/req") return `0 ${round(grown2, 2)}`;
  const net = Math.round(growth3) === Math.round(grown2) ? "" : ` ${Math.round(growth3)}`;
  return `${Math.round(live)} ${Math.round(grown2)}${net}`;
}
function heat({ live, growth: growth3, own }, hottest) {
  if (growth3 < 0 && growth3 < -0.02 * Math.max(1, live))
    return `c${Math.min(9, Math.ceil(-growth3 / Math.max(1, live - growth3) * 9))}`;
  const relative3 = live > 0 ? Math.max(0, Math.min(1, growth3 / live)) : Math.sign(growth3);
  return `h${Math.round((0.3 * relative3 + 0.7 * Math.sqrt(Math.max(0, own) / hottest)) * 9)}`;
}
var round = (value2, decimals) => Number(value2.toFixed(decimals));
var percent2 = (part) => `${round(part * 100, 3)}%`;

// src/reporters/html/styles.ts
var light = `--text:#1b1f24;--muted:#59636e;--page:#fff;--panel:#fff;--top:#f6f8fa;--line:#e1e4e8;--code:#f3f5f7;--fail:#c62828;--warn:#8a5a00;--ok:#1a7f37;--grew:#d9480f;--grew-text:#c2410c;--freed:#1c6fc4;--accent:#3b5bdb;--fail-soft:#fdecec;--warn-soft:#fdf3dd;--ok-soft:#e8f6ec;--none-soft:#f0f2f4;--zone:#fdeaea;--h0:#e6e9ed;--h9:#ff8a4c;--c9:#7db8f7;--frame:#1b1f24`;
var dark = `--text:#e8ebef;--muted:#9aa4b0;--page:#0f1216;--panel:#161a20;--top:#161a20;--line:#2b323c;--code:#1d232b;--fail:#ff8078;--warn:#e5b454;--ok:#56c271;--grew:#ff8a4c;--grew-text:#ff8a4c;--freed:#5aa9f5;--accent:#8aa0ff;--fail-soft:#3a1d1f;--warn-soft:#36290f;--ok-soft:#14301d;--none-soft:#232a33;--zone:#331f22;--h0:#313a45;--h9:#c2410c;--c9:#1c5fa8;--frame:#fff`;
var steps = Array.from({ length: 10 }, (_, step2) => Math.round(step2 / 9 * 100));
var heat2 = steps.map(
  (share2, step2) => `.h${step2}{--fill:color-mix(in srgb,var(--h9) ${share2}%,var(--h0))}.c${step2}{--fill:color-mix(in srgb,var(--c9) ${share2}%,var(--h0))}`
).join("");
var tiles = [0, 18, 38, 58, 80].map((share2, depth) => `.t${depth}{fill:color-mix(in srgb,var(--h9) ${share2}%,var(--h0))}`).join("");
var styles = `
:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}
:root[data-theme=dark]{color-scheme:dark;${dark}}
:root[data-theme=light]{color-scheme:light}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0;background:var(--page);color:var(--text);font:14px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
bdi{overflow-wrap:anywhere;min-width:0}
code,pre,.place{font-family:ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK SC",monospace;font-size:.93em;overflow-wrap:anywhere}
a{color:var(--accent);text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
.wrap{max-width:1184px;margin:0 auto;padding:0 24px}
.skip{position:absolute;left:-999px}.skip:focus{left:16px;top:12px;z-index:2;background:var(--panel);padding:6px 10px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.muted,small,.hint{color:var(--muted)}
b{font-weight:650}
button,input{font:inherit;color:inherit;background:var(--panel);border:1px solid var(--line);border-radius:8px;padding:5px 12px;min-height:32px}
button{cursor:pointer}button:hover:not(:disabled){border-color:var(--muted)}button:disabled{opacity:.55;cursor:default}
#theme{position:absolute;top:20px;right:max(24px,calc(50% - 568px));z-index:1}
.icon{width:16px;height:16px;flex:none;vertical-align:-3px}.icon circle,.icon .body{fill:currentColor}.icon path:not(.body){fill:none;stroke:var(--page);stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
.icon.fail,.pill.fail,.told.fail .change b{color:var(--fail)}.icon.warn,.pill.warn{color:var(--warn)}.icon.ok,.pill.ok{color:var(--ok)}.icon.none,.pill.none{color:var(--muted)}
.top{background:var(--top);border-bottom:1px solid var(--line);padding:28px 0 20px}
.verdict{display:flex;gap:16px;align-items:flex-start;padding-right:96px}.verdict>.icon{width:36px;height:36px;margin-top:3px}
h1{font-size:28px;line-height:1.25;margin:0;letter-spacing:-.01em;overflow-wrap:anywhere}
.lead b{color:var(--text)}.lead{font-size:16px;margin:6px 0 0;color:var(--muted);max-width:84ch;overflow-wrap:anywhere}
dl{margin:0}dd{margin:0}
.about{display:flex;flex-wrap:wrap;gap:12px 26px;margin-top:20px}.about dt{font-size:12px;color:var(--muted)}.about dd{overflow-wrap:anywhere}
.sha{color:var(--muted)}
section{margin-top:44px}
h2{font-size:18px;line-height:1.3;margin:0 0 4px}h3{font-size:13px;margin:16px 0 8px;color:var(--muted);font-weight:600}
.hint{margin:0 0 12px;max-width:90ch}.scroll+.hint,.sites+.hint,.panel+.hint{margin:10px 0 0}.hint+.hint{margin-top:4px}
.title .hint{margin:0;flex:1 1 420px}.title{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;justify-content:space-between;margin-bottom:4px}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(260px,1fr));gap:16px;margin-top:24px}
.card,.panel,.scroll,.sites{background:var(--panel);border:1px solid var(--line);border-radius:10px}
.card{padding:16px 18px}.card h2{font-size:14px;display:flex;gap:8px;align-items:center;margin:0}
.card .figure{margin:8px 0 4px;display:flex;flex-wrap:wrap;gap:2px 8px;align-items:baseline}.card .figure b{font-size:28px;line-height:1.2;letter-spacing:-.01em}.card .figure small{font-size:13px;flex-basis:100%}.card p:last-child{margin:6px 0 0;color:var(--muted);overflow-wrap:anywhere}
.card.fail .figure b,.card.fail .figure>span{color:var(--fail)}.card.warn .figure b,.card.warn .figure>span{color:var(--warn)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{padding:9px 12px;text-align:left;font-weight:400;border-bottom:1px solid var(--line);vertical-align:middle;white-space:nowrap}
thead th{font-size:12px;color:var(--muted);background:var(--top);white-space:nowrap}
tbody tr:last-child>*{border-bottom:0}
tbody th{white-space:normal;overflow-wrap:anywhere;min-width:150px}
td.wide{white-space:normal;overflow-wrap:anywhere;min-width:210px}
.right{text-align:right}.bad{color:var(--fail)}
.change small{display:block;font-size:12px;line-height:1.3}
tr.told>*{border-bottom:0;padding-bottom:2px}tr.reason td{white-space:normal;color:var(--muted);padding-top:0;overflow-wrap:anywhere;min-width:0;width:0}
tr.fail>:first-child,tr.warn>:first-child{position:relative}tr.fail>:first-child::before,tr.warn>:first-child::before{content:"";position:absolute;inset:0 auto 0 0;width:3px;background:var(--fail)}tr.warn>:first-child::before{background:var(--warn)}
tr.fail .change{color:var(--fail);font-weight:650}tr.warn .change{color:var(--warn);font-weight:650}.change small{font-weight:400}
.axis{display:flex;justify-content:space-between;width:168px}.axis i{font-style:normal}
.chart{width:1%}.chart svg{display:block}
.zone{fill:var(--zone)}.gate{stroke:var(--fail);stroke-dasharray:2 2;opacity:.7}.zero{stroke:var(--line)}
.dot{fill:var(--text);stroke:none}.whisker,.arrow{stroke:var(--text);stroke-width:1.5;fill:none}.arrow{stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
tr.fail .dot{fill:var(--fail)}tr.fail .whisker,tr.fail .arrow{stroke:var(--fail)}tr.warn .dot{fill:var(--warn)}tr.warn .whisker,tr.warn .arrow{stroke:var(--warn)}
.pill{display:inline-flex;gap:6px;align-items:center;padding:2px 10px 2px 4px;border-radius:99px;font-size:12px;font-weight:600;white-space:nowrap}
.pill.fail{background:var(--fail-soft)}.pill.warn{background:var(--warn-soft)}
.site+.site{border-top:1px solid var(--line)}
.site summary{display:grid;grid-template-columns:16px 16px minmax(0,1fr) minmax(60px,220px) minmax(120px,210px);gap:12px;align-items:center;padding:10px 16px;cursor:pointer;list-style:none}
.site summary::-webkit-details-marker{display:none}
.site summary::before{content:"";width:7px;height:7px;border:solid var(--muted);border-width:0 1.5px 1.5px 0;transform:rotate(-45deg);justify-self:center}
.site[open]>summary::before{transform:rotate(45deg)}
#roots .site summary{grid-template-columns:16px minmax(0,1fr) auto}
.where code{display:block;font-weight:650;font-size:13px}.where .place{font-size:12px;color:var(--muted)}.where a.place{color:var(--accent)}
.bar{width:100%;height:10px}.bar .grew{fill:var(--grew)}.bar .quiet{fill:var(--muted);opacity:.55}
.amount{text-align:right}.amount b{display:block}.amount small{font-size:12px}
.body{padding:0 16px 18px 44px;overflow-wrap:anywhere}.body p{margin:0 0 10px;max-width:120ch}.body .at{margin:0 0 4px;font-size:12px}
pre{margin:0 0 12px;padding:9px 12px;background:var(--code);border-radius:8px;overflow-x:auto;line-height:1.5;white-space:pre}
pre code{overflow-wrap:normal}
.facts>div{display:grid;grid-template-columns:110px minmax(0,1fr);gap:12px}.facts dt{color:var(--muted)}
.chains{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr));gap:0 32px}
.chain{list-style:none;margin:0;padding:0}.chain li{position:relative;padding:2px 0 2px 20px}
.chain li::before{content:"";position:absolute;left:3px;top:9px;width:7px;height:7px;border-radius:50%;border:1.5px solid var(--muted);background:var(--panel);z-index:1}
.chain li::after{content:"";position:absolute;left:7.2px;top:-8px;bottom:14px;border-left:1px solid var(--line)}
.chain li:first-child::before{background:var(--grew);border-color:var(--grew)}.chain li:first-child::after{display:none}
.chains>div:nth-child(2) .chain li:first-child::before,#roots .chain li:first-child::before{background:var(--freed);border-color:var(--freed)}
.chain .place{font-size:12px}.chain span.place,.chain .other{color:var(--muted)}.chain .own{font-weight:600}.changed{font-size:12px;font-weight:600;color:var(--accent);white-space:nowrap}.times{color:var(--grew-text);font-weight:600;white-space:nowrap}
.panel{padding:14px}.panel.narrow{max-width:640px}
.controls,.modes{display:flex;gap:8px}.modes{gap:0}.modes button{border-radius:0}.modes button:first-child{border-radius:8px 0 0 8px}.modes button:last-child{border-radius:0 8px 8px 0;margin-left:-1px}.modes [aria-pressed=true]{background:var(--text);color:var(--page);border-color:var(--text)}
#flame-search{width:180px}
${heat2}
.scale{white-space:nowrap;color:var(--muted);margin-left:auto}.scale i{display:inline-block;width:22px;height:10px;background:var(--fill)}
#flame-graph{display:block}#flame-graph svg{cursor:pointer;outline:none}#flame-graph rect{width:100%;height:20px;fill:var(--fill);stroke:var(--panel);stroke-width:1}#flame-graph text{font-size:12px;fill:var(--frame);pointer-events:none}
#flame-graph svg:hover rect,#flame-graph svg:focus rect{stroke:var(--text);stroke-width:2}#flame-graph .dim{opacity:.28}#flame-graph .above{opacity:.6}
.detail{margin:8px 0 0;min-height:3em;overflow-wrap:anywhere}
.treemap{margin-bottom:12px;overflow-x:auto}.treemap>svg{display:block;min-width:720px}.treemap text{font-size:13px;font-weight:600;fill:var(--frame)}.treemap .small{font-size:12px;font-weight:400}
${tiles}
.small{font-size:12px;fill:var(--muted)}
.lines path{fill:none;stroke-width:2}.lines .grid{stroke:var(--line);stroke-width:1}.lines path.now{stroke:var(--accent)}.lines circle.now{fill:var(--accent)}.lines path.then{stroke:var(--muted);stroke-dasharray:5 4}.lines circle.then{fill:var(--muted)}
.lines path.spread{fill:var(--accent);opacity:.16;stroke:none}.panel h3.first{margin-top:0}.columns>.panel{overflow-x:auto}.columns .lines{display:block;min-width:440px}
.area{fill:var(--h9)!important;opacity:.22;stroke:none}.lines path.heap{stroke:var(--grew);stroke-width:2.5}.lines .stem{stroke:var(--text);stroke-width:1;opacity:.55}.tip{fill:var(--text)}.marks{fill:var(--accent);opacity:.16}.stops{fill:var(--fail)}.assists{fill:var(--warn)}.spark{fill:none;stroke:var(--muted);stroke-width:1.5}
.lines .outcome{stroke:none}.outcome.served{fill:var(--c9);opacity:.55}.outcome.fallback{fill:var(--accent);opacity:.75}.outcome.refused{fill:var(--h9)}.outcome.failed{fill:var(--fail)}.phase{fill:var(--none-soft);opacity:.6}
.swatch{display:inline-block;width:14px;height:10px;margin-left:10px}.swatch.served{background:var(--c9);opacity:.55}.swatch.fallback{background:var(--accent);opacity:.75}.swatch.refused{background:var(--h9)}.swatch.failed{background:var(--fail)}
.state.closed{fill:var(--ok-soft)}.state.open{fill:var(--fail-soft)}.state.half-open{fill:var(--warn)}.small.on{fill:var(--text)}
.key{display:inline-block;width:22px;height:0;border-top:2px solid var(--accent);vertical-align:middle}.key.then{border-top:2px dashed var(--muted);margin-left:14px}
.stage{display:block}.stage .before{fill:var(--muted);opacity:.55}.stage .after{fill:var(--accent)}tr.fail .stage .after{fill:var(--fail)}
.axis{stroke:var(--line)}.range{fill:var(--accent)}.max{fill:var(--muted)}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,340px),1fr));gap:16px;margin-top:12px;align-items:start}
.list{padding:4px 18px}.list .plain{margin-bottom:12px}.list .plain li{margin-top:6px}.list h3{margin:12px 0 4px}
.rows>div{display:flex;justify-content:space-between;gap:20px;padding:7px 0;border-top:1px solid var(--line)}.rows>div:first-child{border-top:0}.rows dt{color:var(--muted);overflow-wrap:anywhere;flex:0 0 auto;max-width:60%}.rows dd{text-align:right;overflow-wrap:anywhere}
.plain{margin:0;padding:0 0 0 18px;overflow-wrap:anywhere}.making{max-width:100ch;padding:0;list-style:none}.making li{padding:5px 0}
.phases th,.phases td{padding:7px 0;border-color:var(--line)}.phases .chart{width:50%;padding:7px 14px}.phases th{min-width:90px;color:var(--muted)}.phases rect{fill:var(--accent)}
footer.wrap{color:var(--muted);font-size:12px;padding-top:40px;padding-bottom:40px}
@media screen and (max-width:760px){
.wrap{padding:0 16px}.top{padding-top:60px}#theme{top:14px;right:16px}.verdict{padding:0}h1{font-size:23px}section{margin-top:36px}
.site summary{grid-template-columns:12px 16px minmax(0,1fr);gap:6px 10px;padding:10px 12px}.site summary .bar,.site summary .amount{grid-column:3;text-align:left}.site summary .amount b{display:inline;margin-right:8px}
#roots .site summary{grid-template-columns:12px minmax(0,1fr)}#roots .amount{grid-column:2}
.body{padding:0 12px 16px}.facts>div{grid-template-columns:1fr;gap:0;margin-bottom:6px}
.controls{flex-wrap:wrap}
}
@media (prefers-reduced-motion:no-preference){.site summary::before{transition:transform .12s}}
@media print{
:root,:root:not([data-theme=light]),:root[data-theme=dark]{color-scheme:light;${light}}
html{zoom:.64;-webkit-print-color-adjust:exact;print-color-adjust:exact}
@page{size:A4;margin:12mm}
#theme,.toggle,.controls,.skip,.detail{display:none!important}
.scroll{overflow:visible}.wrap{max-width:none;padding:0}.top{background:none;padding:0 0 16px}
pre{white-space:pre-wrap}
tr,.card,.chain li,.panel,.site summary,pre{break-inside:avoid}h2,h3,.hint,.title,summary,tr.told{break-after:avoid}
details::details-content{content-visibility:visible!important;display:block!important;block-size:auto!important}
section{margin-top:30px}
a{color:inherit;text-decoration:none}
}
`;

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
@media screen and (max-width:760px){.walk details>details,.walk details>.step{margin-left:9px}.walk .row{flex-wrap:wrap}.walk .what{flex:1 1 50%}.walk .amount{flex-basis:100%;padding-left:36px;text-align:left}.plainly{padding:0}}
@media print{.walk .row{break-inside:avoid}.brief details:not([open])::details-content{display:none!important}}
`;

// src/pprof/wait-states.ts
var families = {
  semacquire: ["semacquire", "sync."],
  sleep: ["sleep"]
};
function isWanted(state, wanted) {
  const given2 = state.toLowerCase();
  return wanted.length === 0 || wanted.some(
    (name) => (families[name.toLowerCase()] ?? [name.toLowerCase()]).some((start) => given2.startsWith(start))
  );
}
var runtimeStates = [
  "running",
  "runnable",
  "syscall",
  "waiting",
  "idle",
  "copystack",
  "preempted",
  "IO wait",
  "chan receive (nil chan)",
  "chan send (nil chan)",
  "select (no cases)",
  "semacquire",
  "sleep",
  "sync.Cond.Wait",
  "sync.Mutex.Lock",
  "sync.RWMutex.RLock",
  "sync.RWMutex.Lock",
  "sync.WaitGroup.Wait",
  "synctest.Run",
  "synctest.Wait",
  "coroutine",
  "panicwait",
  "debug call",
  "finalizer wait",
  "cleanup wait",
  "force gc (idle)",
  "GOMAXPROCS updater (idle)",
  "garbage collection",
  "wait for GC cycle",
  "trace reader (blocked)",
  "timer goroutine (idle)",
  "dumping heap",
  "stopping the world"
];
function isState(name) {
  const given2 = name.toLowerCase();
  const starts2 = (state) => state.toLowerCase().startsWith(given2);
  return Object.keys(families).some(starts2) || runtimeStates.some(starts2) || /^gc \w/.test(given2);
}
var familyStarts = ["chan", "select", "semacquire", "sleep", "IO wait"];
var familyOf = (state) => familyStarts.find((name) => isWanted(state, [name])) ?? "other";

// src/reporters/links.ts
function lineLink({ links, commit: commit2 }, file, line6) {
  const repository = safeUrl(links.repository);
  if (repository === null || !/^[0-9a-f]{7,64}$/i.test(commit2.sha)) return null;
  const path3 = file.split("/").map(encodeSegment).join("/");
  return `${repository.replace(/\/$/, "")}/blob/${commit2.sha}/${path3}${line6 > 0 ? `#L${line6}` : ""}`;
}
function encodeSegment(segment) {
  const wellFormed = segment.replace(new RegExp("\\p{Cs}", "gu"), "�");
  return encodeURIComponent(wellFormed).replace(
    /[!'()*~]/g,
    (sign) => `%${sign.codePointAt(0).toString(16).toUpperCase()}`
  );
}
function safeUrl(url) {
  return url !== null && url.length <= 500 && /^https?:\/\/[\w.:[\]-]+(?:\/[\w.~%/?#&=+,@-]*)?$/.test(url) ? url : null;
}
function placeLink(report, { file, line: line6, own }) {
  const place3 = code(`${shorten(file, 80)}${line6 > 0 ? `:${line6}` : ""}`);
  const url = own ? lineLink(report, file, line6) : null;
  return url === null ? place3 : `[${place3}](${url})`;
}
function frameLink(report, { function: name, file, line: line6, own }) {
  const url = own ? lineLink(report, file, line6) : null;
  return url === null ? code(shortFunction(name), 80) : `[${code(shortFunction(name), 80)}](${url})`;
}
function isOwn({ site: site2 }) {
  if (site2 === void 0) return false;
  const same = site2.stack.find((frame2) => frame2.file === site2.file && frame2.line === site2.line);
  return (same ?? site2.stack.find((frame2) => frame2.file === site2.file))?.own ?? site2.stack.length === 0;
}
function factLines(report, { facts = [] }) {
  return facts.map(
    ({ label: label4, text: said, frame: frame2, page: page2 }) => `*${text(label4, 40)}* ${linked(report, prose(said), frame2)}${page2 === void 0 ? "" : pageLink(page2)}`
  );
}
var patternsPage = "https://github.com/leakgate/leakgate/blob/v1/docs/patterns.md";
var patternUrl = (page2) => /^[a-z][a-z-]{1,40}$/.test(page2) ? `${patternsPage}#${page2}` : null;
function pageLink(page2) {
  const url = patternUrl(page2);
  return url === null ? "" : ` ([${page2}](${url}))`;
}
function linked(report, escaped4, frame2) {
  if (frame2 === void 0) return escaped4;
  const link = placeLink(report, frame2);
  const place3 = text(`${frame2.file}:${frame2.line}`);
  return escaped4.includes(place3) ? escaped4.replace(place3, () => link) : `${escaped4} ${link}`;
}

// src/reporters/changed-lines.ts
function isChanged({ changes }, { file, line: line6, own }) {
  const ranges2 = own ? changes?.files.find((changed) => changed.file === file)?.lines : void 0;
  return ranges2?.some(([from, to]) => from <= line6 && line6 <= to) ?? false;
}
function changedCaller(report, finding2) {
  const { site: site2 } = finding2;
  if (site2 === void 0 || !isOwn(finding2) || isChanged(report, { ...site2, own: true })) return null;
  return site2.stack.find((frame2) => isChanged(report, frame2)) ?? null;
}

// src/reporters/html/places.ts
function place(report, { file, line: line6, own }) {
  const shown = foreign(`${file}${line6 > 0 ? `:${line6}` : ""}`, 160);
  const url = own ? lineLink(report, file, line6) : null;
  return url === null ? html2`<span class="place">${shown}</span>` : html2`<a class="place" href="${url}">${shown}</a>`;
}
function call3(report, frame2) {
  return html2`<code class="${frame2.own ? "own" : "other"}">${shortFunction(frame2.function)}</code>
    ${place(report, frame2)}${isChanged(report, frame2) && html2` <span class="changed">${report.say("changed")}</span>`}`;
}
function withoutPlace(text4, frame2) {
  const end = frame2 === null ? "" : ` ${frame2.file.slice(frame2.file.lastIndexOf("/") + 1)}:${frame2.line}`;
  return end !== "" && text4.endsWith(end) ? text4.slice(0, -end.length) : text4;
}
function factText(report, { text: text4, frame: frame2, page: page2 }) {
  const pattern2 = page2 === void 0 ? null : patternUrl(page2);
  if (pattern2 !== null) return html2`${prose2(text4)} (<a href="${pattern2}">${page2}</a>)`;
  if (frame2 === void 0) return prose2(text4);
  const named3 = [` (${frame2.file}:${frame2.line})`, ` ${frame2.file}:${frame2.line}`].find((one2) => text4.includes(one2));
  return html2`${prose2(named3 === void 0 ? text4 : text4.replace(named3, () => ""))} ${place(report, frame2)}`;
}
function commit(branch, sha) {
  return html2`${branch === "" ? "" : code2(branch, 80)}${sha === "" ? "" : html2` <code class="sha">${sha}</code>`}`;
}

// src/reporters/html/goroutines.ts
var shownGroups = 60;
var [width, height] = [90, 22];
function goroutines(report) {
  return html2`${report.checks.map((check2, index2) => section(report, check2, index2))}`;
}
function section(report, check2, index2) {
  const { say } = report;
  const { groups = [] } = check2;
  if (groups.length === 0) return html2``;
  return groupSection(report, {
    groups,
    id: `goroutines-${index2 + 1}`,
    leak: (group) => leakOf(group, check2, say),
    rest: (n) => say("… and {n} more in result.json.", { n })
  });
}
function groupSection(report, { groups, id, leak, rest: rest2 }) {
  const { say } = report;
  const more = groups.length - shownGroups;
  const shown = groups.slice(0, shownGroups);
  return html2`<section aria-labelledby="${id}">
    <div class="title">
      <h2 id="${id}">${say("Goroutine groups")}</h2>
      ${filter(shown, `${id}-table`, say)}
    </div>
    <p class="hint">
      ${say("By the line that started them and the stack they wait in, at each look. Proven: the garbage collector finds nothing that could wake them. Suspected: they only became more. Same: how many of the last look were there in every look.")}
    </p>
    <div class="scroll" role="group" aria-labelledby="${id}" tabindex="0">
      <table class="groups" id="${id}-table">
        <thead>
          <tr>
            <th scope="col">${say("State")}</th>
            <th scope="col" class="right">${say("First")}</th>
            <th scope="col" class="right">${say("Last")}</th>
            <th scope="col" class="right">${say("Change")}</th>
            <th scope="col">${say("Looks")}</th>
            <th scope="col" class="right">${say("Same")}</th>
            <th scope="col">${say("Leak")}</th>
            <th scope="col">${say("Started by")}</th>
            <th scope="col">${say("Waits in")}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((group) => row2(report, group, leak(group)))}
        </tbody>
      </table>
    </div>
    ${more > 0 && html2`<p class="hint">${rest2(formatCount(more))}</p>`}
  </section> `;
}
function filter(groups, table3, say) {
  const families2 = [...new Set(groups.map(({ state }) => familyOf(state)))].toSorted();
  if (families2.length < 2) return html2``;
  return html2`<div class="modes" role="group" aria-label="${say("States")}" data-filter="#${table3}" hidden>
    <button type="button" data-wait="" aria-pressed="true">${say("All")}</button
    >${families2.map((family2) => html2`<button type="button" data-wait="${family2}" aria-pressed="false">${family2}</button>`)}
  </div>`;
}
function row2(report, group, leak) {
  const { state, counts: counts2, minutes = 0, lasting, createdBy, entry } = group;
  const [first, last] = [counts2[0] ?? 0, counts2.at(-1) ?? 0];
  const grew = last - first;
  const change = grew === 0 ? "0" : `${grew > 0 ? "+" : "−"}${formatCount(Math.abs(grew))}`;
  const { say } = report;
  return html2`<tr class="${leak !== "" && "fail"}" data-wait="${familyOf(state)}">
    <td>
      ${foreign(state, 40)}${minutes > 0 && html2`<br /><span class="muted">${say("since {n} min", { n: formatCount(minutes) })}</span>`}
    </td>
    <td class="right muted">${formatCount(first)}</td>
    <td class="right"><b>${formatCount(last)}</b></td>
    <td class="right change">${change}</td>
    <td>${spark(counts2)}</td>
    <td class="right">${counts2.length < 2 || lasting === null ? "–" : formatCount(lasting)}</td>
    <td>${leak === "" ? "–" : leak}</td>
    <td class="wide">${line2(report, createdBy ?? entry)}</td>
    <td class="wide">${blocked(report, group)}</td>
  </tr> `;
}
function blocked(report, { waitsAt, entry, stack: stack2 = [] }) {
  if (stack2.length < 2) return line2(report, waitsAt);
  const { say } = report;
  const calls = formatCount(stack2.length);
  const began = entry === null ? say("{n} calls", { n: calls }) : spoken(say, "{n} calls, began in {function}", {
    n: calls,
    function: html2`<code>${shortFunction(entry.function)}</code>`
  });
  return html2`${line2(report, waitsAt)}
    <details>
      <summary class="muted">${began}</summary>
      <ol class="chain">
        ${stack2.map((frame2) => html2`<li>${call3(report, frame2)}</li> `)}
      </ol>
    </details>`;
}
var line2 = (report, frame2) => frame2 === null ? html2`<span class="muted">${report.say("the runtime")}</span>` : html2`<code>${shortFunction(frame2.function)}</code><br />${place(report, frame2)}`;
function spark(counts2) {
  if (counts2.length < 2) return html2``;
  const most3 = Math.max(...counts2, 1);
  const points = counts2.slice(-60).map((count4, index2, all) => {
    const x3 = 2 + index2 / (all.length - 1) * (width - 6);
    return `${Math.round(x3 * 10) / 10},${Math.round((height - 3 - count4 / most3 * (height - 6)) * 10) / 10}`;
  });
  const [x2, y2] = points.at(-1).split(",");
  return html2`<svg
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    role="img"
    aria-label="${counts2.join(", ")}"
  >
    <polyline class="spark" points="${points.join(" ")}" />
    <circle class="tip" cx="${x2}" cy="${y2}" r="2.5" />
  </svg>`;
}

// node_modules/d3-array/dist/d3-array.mjs
function ascending(a, b) {
  return a == null || b == null ? NaN : a < b ? -1 : a > b ? 1 : a >= b ? 0 : NaN;
}
function descending(a, b) {
  return a == null || b == null ? NaN : b < a ? -1 : b > a ? 1 : b >= a ? 0 : NaN;
}
function bisector(f) {
  let compare1, compare2, delta;
  if (f.length !== 2) {
    compare1 = ascending;
    compare2 = (d, x2) => ascending(f(d), x2);
    delta = (d, x2) => f(d) - x2;
  } else {
    compare1 = f === ascending || f === descending ? f : zero;
    compare2 = f;
    delta = f;
  }
  function left5(a, x2, lo = 0, hi = a.length) {
    if (lo < hi) {
      if (compare1(x2, x2) !== 0) return hi;
      do {
        const mid = lo + hi >>> 1;
        if (compare2(a[mid], x2) < 0) lo = mid + 1;
        else hi = mid;
      } while (lo < hi);
    }
    return lo;
  }
  function right4(a, x2, lo = 0, hi = a.length) {
    if (lo < hi) {
      if (compare1(x2, x2) !== 0) return hi;
      do {
        const mid = lo + hi >>> 1;
        if (compare2(a[mid], x2) <= 0) lo = mid + 1;
        else hi = mid;
      } while (lo < hi);
    }
    return lo;
  }
  function center(a, x2, lo = 0, hi = a.length) {
    const i = left5(a, x2, lo, hi - 1);
    return i > lo && delta(a[i - 1], x2) > -delta(a[i], x2) ? i - 1 : i;
  }
  return { left: left5, center, right: right4 };
}
function zero() {
  return 0;
}
function number3(x2) {
  return x2 === null ? NaN : +x2;
}
var ascendingBisect = bisector(ascending);
var bisectRight = ascendingBisect.right;
var bisectLeft = ascendingBisect.left;
var bisectCenter = bisector(number3).center;
var blur2 = Blur2(blurf);
var blurImage = Blur2(blurfImage);
function Blur2(blur) {
  return function(data, rx, ry = rx) {
    if (!((rx = +rx) >= 0)) throw new RangeError("invalid rx");
    if (!((ry = +ry) >= 0)) throw new RangeError("invalid ry");
    let { data: values, width: width10, height: height8 } = data;
    if (!((width10 = Math.floor(width10)) >= 0)) throw new RangeError("invalid width");
    if (!((height8 = Math.floor(height8 !== void 0 ? height8 : values.length / width10)) >= 0)) throw new RangeError("invalid height");
    if (!width10 || !height8 || !rx && !ry) return data;
    const blurx = rx && blur(rx);
    const blury = ry && blur(ry);
    const temp = values.slice();
    if (blurx && blury) {
      blurh(blurx, temp, values, width10, height8);
      blurh(blurx, values, temp, width10, height8);
      blurh(blurx, temp, values, width10, height8);
      blurv(blury, values, temp, width10, height8);
      blurv(blury, temp, values, width10, height8);
      blurv(blury, values, temp, width10, height8);
    } else if (blurx) {
      blurh(blurx, values, temp, width10, height8);
      blurh(blurx, temp, values, width10, height8);
      blurh(blurx, values, temp, width10, height8);
    } else if (blury) {
      blurv(blury, values, temp, width10, height8);
      blurv(blury, temp, values, width10, height8);
      blurv(blury, values, temp, width10, height8);
    }
    return data;
  };
}
function blurh(blur, T, S, w, h) {
  for (let y2 = 0, n = w * h; y2 < n; ) {
    blur(T, S, y2, y2 += w, 1);
  }
}
function blurv(blur, T, S, w, h) {
  for (let x2 = 0, n = w * h; x2 < w; ++x2) {
    blur(T, S, x2, x2 + n, w);
  }
}
function blurfImage(radius) {
  const blur = blurf(radius);
  return (T, S, start, stop3, step2) => {
    start <<= 2, stop3 <<= 2, step2 <<= 2;
    blur(T, S, start + 0, stop3 + 0, step2);
    blur(T, S, start + 1, stop3 + 1, step2);
    blur(T, S, start + 2, stop3 + 2, step2);
    blur(T, S, start + 3, stop3 + 3, step2);
  };
}
function blurf(radius) {
  const radius0 = Math.floor(radius);
  if (radius0 === radius) return bluri(radius);
  const t = radius - radius0;
  const w = 2 * radius + 1;
  return (T, S, start, stop3, step2) => {
    if (!((stop3 -= step2) >= start)) return;
    let sum3 = radius0 * S[start];
    const s0 = step2 * radius0;
    const s1 = s0 + step2;
    for (let i = start, j = start + s0; i < j; i += step2) {
      sum3 += S[Math.min(stop3, i)];
    }
    for (let i = start, j = stop3; i <= j; i += step2) {
      sum3 += S[Math.min(stop3, i + s0)];
      T[i] = (sum3 + t * (S[Math.max(start, i - s1)] + S[Math.min(stop3, i + s1)])) / w;
      sum3 -= S[Math.max(start, i - s0)];
    }
  };
}
function bluri(radius) {
  const w = 2 * radius + 1;
  return (T, S, start, stop3, step2) => {
    if (!((stop3 -= step2) >= start)) return;
    let sum3 = radius * S[start];
    const s = step2 * radius;
    for (let i = start, j = start + s; i < j; i += step2) {
      sum3 += S[Math.min(stop3, i)];
    }
    for (let i = start, j = stop3; i <= j; i += step2) {
      sum3 += S[Math.min(stop3, i + s)];
      T[i] = sum3 / w;
      sum3 -= S[Math.max(start, i - s)];
    }
  };
}
var array2 = Array.prototype;
var slice = array2.slice;
var e10 = Math.sqrt(50);
var e5 = Math.sqrt(10);
var e2 = Math.sqrt(2);
function tickSpec(start, stop3, count4) {
  const step2 = (stop3 - start) / Math.max(0, count4), power = Math.floor(Math.log10(step2)), error2 = step2 / Math.pow(10, power), factor = error2 >= e10 ? 10 : error2 >= e5 ? 5 : error2 >= e2 ? 2 : 1;
  let i1, i2, inc;
  if (power < 0) {
    inc = Math.pow(10, -power) / factor;
    i1 = Math.round(start * inc);
    i2 = Math.round(stop3 * inc);
    if (i1 / inc < start) ++i1;
    if (i2 / inc > stop3) --i2;
    inc = -inc;
  } else {
    inc = Math.pow(10, power) * factor;
    i1 = Math.round(start / inc);
    i2 = Math.round(stop3 / inc);
    if (i1 * inc < start) ++i1;
    if (i2 * inc > stop3) --i2;
  }
  if (i2 < i1 && 0.5 <= count4 && count4 < 2) return tickSpec(start, stop3, count4 * 2);
  return [i1, i2, inc];
}
function ticks(start, stop3, count4) {
  stop3 = +stop3, start = +start, count4 = +count4;
  if (!(count4 > 0)) return [];
  if (start === stop3) return [start];
  const reverse = stop3 < start, [i1, i2, inc] = reverse ? tickSpec(stop3, start, count4) : tickSpec(start, stop3, count4);
  if (!(i2 >= i1)) return [];
  const n = i2 - i1 + 1, ticks3 = new Array(n);
  if (reverse) {
    if (inc < 0) for (let i = 0; i < n; ++i) ticks3[i] = (i2 - i) / -inc;
    else for (let i = 0; i < n; ++i) ticks3[i] = (i2 - i) * inc;
  } else {
    if (inc < 0) for (let i = 0; i < n; ++i) ticks3[i] = (i1 + i) / -inc;
    else for (let i = 0; i < n; ++i) ticks3[i] = (i1 + i) * inc;
  }
  return ticks3;
}
function tickIncrement(start, stop3, count4) {
  stop3 = +stop3, start = +start, count4 = +count4;
  return tickSpec(start, stop3, count4)[2];
}
function tickStep(start, stop3, count4) {
  stop3 = +stop3, start = +start, count4 = +count4;
  const reverse = stop3 < start, inc = reverse ? tickIncrement(stop3, start, count4) : tickIncrement(start, stop3, count4);
  return (reverse ? -1 : 1) * (inc < 0 ? 1 / -inc : inc);
}
var shuffle = shuffler(Math.random);
function shuffler(random) {
  return function shuffle2(array3, i0 = 0, i1 = array3.length) {
    let m = i1 - (i0 = +i0);
    while (m) {
      const i = random() * m-- | 0, t = array3[m + i0];
      array3[m + i0] = array3[i + i0];
      array3[i + i0] = t;
    }
    return array3;
  };
}

// node_modules/d3-scale/src/init.js
function initRange(domain, range2) {
  switch (arguments.length) {
    case 0:
      break;
    case 1:
      this.range(domain);
      break;
    default:
      this.range(range2).domain(domain);
      break;
  }
  return this;
}

// node_modules/d3-color/dist/d3-color.mjs
function define(constructor, factory, prototype) {
  constructor.prototype = factory.prototype = prototype;
  prototype.constructor = constructor;
}
function extend(parent, definition) {
  var prototype = Object.create(parent.prototype);
  for (var key in definition) prototype[key] = definition[key];
  return prototype;
}
function Color() {
}
var darker = 0.7;
var brighter = 1 / darker;
var reI = "\\s*([+-]?\\d+)\\s*";
var reN = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*";
var reP = "\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*";
var reHex = /^#([0-9a-f]{3,8})$/;
var reRgbInteger = new RegExp(`^rgb\\(${reI},${reI},${reI}\\)$`);
var reRgbPercent = new RegExp(`^rgb\\(${reP},${reP},${reP}\\)$`);
var reRgbaInteger = new RegExp(`^rgba\\(${reI},${reI},${reI},${reN}\\)$`);
var reRgbaPercent = new RegExp(`^rgba\\(${reP},${reP},${reP},${reN}\\)$`);
var reHslPercent = new RegExp(`^hsl\\(${reN},${reP},${reP}\\)$`);
var reHslaPercent = new RegExp(`^hsla\\(${reN},${reP},${reP},${reN}\\)$`);
var named = {
  aliceblue: 15792383,
  antiquewhite: 16444375,
  aqua: 65535,
  aquamarine: 8388564,
  azure: 15794175,
  beige: 16119260,
  bisque: 16770244,
  black: 0,
  blanchedalmond: 16772045,
  blue: 255,
  blueviolet: 9055202,
  brown: 10824234,
  burlywood: 14596231,
  cadetblue: 6266528,
  chartreuse: 8388352,
  chocolate: 13789470,
  coral: 16744272,
  cornflowerblue: 6591981,
  cornsilk: 16775388,
  crimson: 14423100,
  cyan: 65535,
  darkblue: 139,
  darkcyan: 35723,
  darkgoldenrod: 12092939,
  darkgray: 11119017,
  darkgreen: 25600,
  darkgrey: 11119017,
  darkkhaki: 12433259,
  darkmagenta: 9109643,
  darkolivegreen: 5597999,
  darkorange: 16747520,
  darkorchid: 10040012,
  darkred: 9109504,
  darksalmon: 15308410,
  darkseagreen: 9419919,
  darkslateblue: 4734347,
  darkslategray: 3100495,
  darkslategrey: 3100495,
  darkturquoise: 52945,
  darkviolet: 9699539,
  deeppink: 16716947,
  deepskyblue: 49151,
  dimgray: 6908265,
  dimgrey: 6908265,
  dodgerblue: 2003199,
  firebrick: 11674146,
  floralwhite: 16775920,
  forestgreen: 2263842,
  fuchsia: 16711935,
  gainsboro: 14474460,
  ghostwhite: 16316671,
  gold: 16766720,
  goldenrod: 14329120,
  gray: 8421504,
  green: 32768,
  greenyellow: 11403055,
  grey: 8421504,
  honeydew: 15794160,
  hotpink: 16738740,
  indianred: 13458524,
  indigo: 4915330,
  ivory: 16777200,
  khaki: 15787660,
  lavender: 15132410,
  lavenderblush: 16773365,
  lawngreen: 8190976,
  lemonchiffon: 16775885,
  lightblue: 11393254,
  lightcoral: 15761536,
  lightcyan: 14745599,
  lightgoldenrodyellow: 16448210,
  lightgray: 13882323,
  lightgreen: 9498256,
  lightgrey: 13882323,
  lightpink: 16758465,
  lightsalmon: 16752762,
  lightseagreen: 2142890,
  lightskyblue: 8900346,
  lightslategray: 7833753,
  lightslategrey: 7833753,
  lightsteelblue: 11584734,
  lightyellow: 16777184,
  lime: 65280,
  limegreen: 3329330,
  linen: 16445670,
  magenta: 16711935,
  maroon: 8388608,
  mediumaquamarine: 6737322,
  mediumblue: 205,
  mediumorchid: 12211667,
  mediumpurple: 9662683,
  mediumseagreen: 3978097,
  mediumslateblue: 8087790,
  mediumspringgreen: 64154,
  mediumturquoise: 4772300,
  mediumvioletred: 13047173,
  midnightblue: 1644912,
  mintcream: 16121850,
  mistyrose: 16770273,
  moccasin: 16770229,
  navajowhite: 16768685,
  navy: 128,
  oldlace: 16643558,
  olive: 8421376,
  olivedrab: 7048739,
  orange: 16753920,
  orangered: 16729344,
  orchid: 14315734,
  palegoldenrod: 15657130,
  palegreen: 10025880,
  paleturquoise: 11529966,
  palevioletred: 14381203,
  papayawhip: 16773077,
  peachpuff: 16767673,
  peru: 13468991,
  pink: 16761035,
  plum: 14524637,
  powderblue: 11591910,
  purple: 8388736,
  rebeccapurple: 6697881,
  red: 16711680,
  rosybrown: 12357519,
  royalblue: 4286945,
  saddlebrown: 9127187,
  salmon: 16416882,
  sandybrown: 16032864,
  seagreen: 3050327,
  seashell: 16774638,
  sienna: 10506797,
  silver: 12632256,
  skyblue: 8900331,
  slateblue: 6970061,
  slategray: 7372944,
  slategrey: 7372944,
  snow: 16775930,
  springgreen: 65407,
  steelblue: 4620980,
  tan: 13808780,
  teal: 32896,
  thistle: 14204888,
  tomato: 16737095,
  turquoise: 4251856,
  violet: 15631086,
  wheat: 16113331,
  white: 16777215,
  whitesmoke: 16119285,
  yellow: 16776960,
  yellowgreen: 10145074
};
define(Color, color, {
  copy(channels) {
    return Object.assign(new this.constructor(), this, channels);
  },
  displayable() {
    return this.rgb().displayable();
  },
  hex: color_formatHex,
  // Deprecated! Use color.formatHex.
  formatHex: color_formatHex,
  formatHex8: color_formatHex8,
  formatHsl: color_formatHsl,
  formatRgb: color_formatRgb,
  toString: color_formatRgb
});
function color_formatHex() {
  return this.rgb().formatHex();
}
function color_formatHex8() {
  return this.rgb().formatHex8();
}
function color_formatHsl() {
  return hslConvert(this).formatHsl();
}
function color_formatRgb() {
  return this.rgb().formatRgb();
}
function color(format2) {
  var m, l;
  format2 = (format2 + "").trim().toLowerCase();
  return (m = reHex.exec(format2)) ? (l = m[1].length, m = parseInt(m[1], 16), l === 6 ? rgbn(m) : l === 3 ? new Rgb(m >> 8 & 15 | m >> 4 & 240, m >> 4 & 15 | m & 240, (m & 15) << 4 | m & 15, 1) : l === 8 ? rgba(m >> 24 & 255, m >> 16 & 255, m >> 8 & 255, (m & 255) / 255) : l === 4 ? rgba(m >> 12 & 15 | m >> 8 & 240, m >> 8 & 15 | m >> 4 & 240, m >> 4 & 15 | m & 240, ((m & 15) << 4 | m & 15) / 255) : null) : (m = reRgbInteger.exec(format2)) ? new Rgb(m[1], m[2], m[3], 1) : (m = reRgbPercent.exec(format2)) ? new Rgb(m[1] * 255 / 100, m[2] * 255 / 100, m[3] * 255 / 100, 1) : (m = reRgbaInteger.exec(format2)) ? rgba(m[1], m[2], m[3], m[4]) : (m = reRgbaPercent.exec(format2)) ? rgba(m[1] * 255 / 100, m[2] * 255 / 100, m[3] * 255 / 100, m[4]) : (m = reHslPercent.exec(format2)) ? hsla(m[1], m[2] / 100, m[3] / 100, 1) : (m = reHslaPercent.exec(format2)) ? hsla(m[1], m[2] / 100, m[3] / 100, m[4]) : named.hasOwnProperty(format2) ? rgbn(named[format2]) : format2 === "transparent" ? new Rgb(NaN, NaN, NaN, 0) : null;
}
function rgbn(n) {
  return new Rgb(n >> 16 & 255, n >> 8 & 255, n & 255, 1);
}
function rgba(r, g, b, a) {
  if (a <= 0) r = g = b = NaN;
  return new Rgb(r, g, b, a);
}
function rgbConvert(o) {
  if (!(o instanceof Color)) o = color(o);
  if (!o) return new Rgb();
  o = o.rgb();
  return new Rgb(o.r, o.g, o.b, o.opacity);
}
function rgb(r, g, b, opacity) {
  return arguments.length === 1 ? rgbConvert(r) : new Rgb(r, g, b, opacity == null ? 1 : opacity);
}
function Rgb(r, g, b, opacity) {
  this.r = +r;
  this.g = +g;
  this.b = +b;
  this.opacity = +opacity;
}
define(Rgb, rgb, extend(Color, {
  brighter(k) {
    k = k == null ? brighter : Math.pow(brighter, k);
    return new Rgb(this.r * k, this.g * k, this.b * k, this.opacity);
  },
  darker(k) {
    k = k == null ? darker : Math.pow(darker, k);
    return new Rgb(this.r * k, this.g * k, this.b * k, this.opacity);
  },
  rgb() {
    return this;
  },
  clamp() {
    return new Rgb(clampi(this.r), clampi(this.g), clampi(this.b), clampa(this.opacity));
  },
  displayable() {
    return -0.5 <= this.r && this.r < 255.5 && (-0.5 <= this.g && this.g < 255.5) && (-0.5 <= this.b && this.b < 255.5) && (0 <= this.opacity && this.opacity <= 1);
  },
  hex: rgb_formatHex,
  // Deprecated! Use color.formatHex.
  formatHex: rgb_formatHex,
  formatHex8: rgb_formatHex8,
  formatRgb: rgb_formatRgb,
  toString: rgb_formatRgb
}));
function rgb_formatHex() {
  return `#${hex2(this.r)}${hex2(this.g)}${hex2(this.b)}`;
}
function rgb_formatHex8() {
  return `#${hex2(this.r)}${hex2(this.g)}${hex2(this.b)}${hex2((isNaN(this.opacity) ? 1 : this.opacity) * 255)}`;
}
function rgb_formatRgb() {
  const a = clampa(this.opacity);
  return `${a === 1 ? "rgb(" : "rgba("}${clampi(this.r)}, ${clampi(this.g)}, ${clampi(this.b)}${a === 1 ? ")" : `, ${a})`}`;
}
function clampa(opacity) {
  return isNaN(opacity) ? 1 : Math.max(0, Math.min(1, opacity));
}
function clampi(value2) {
  return Math.max(0, Math.min(255, Math.round(value2) || 0));
}
function hex2(value2) {
  value2 = clampi(value2);
  return (value2 < 16 ? "0" : "") + value2.toString(16);
}
function hsla(h, s, l, a) {
  if (a <= 0) h = s = l = NaN;
  else if (l <= 0 || l >= 1) h = s = NaN;
  else if (s <= 0) h = NaN;
  return new Hsl(h, s, l, a);
}
function hslConvert(o) {
  if (o instanceof Hsl) return new Hsl(o.h, o.s, o.l, o.opacity);
  if (!(o instanceof Color)) o = color(o);
  if (!o) return new Hsl();
  if (o instanceof Hsl) return o;
  o = o.rgb();
  var r = o.r / 255, g = o.g / 255, b = o.b / 255, min = Math.min(r, g, b), max = Math.max(r, g, b), h = NaN, s = max - min, l = (max + min) / 2;
  if (s) {
    if (r === max) h = (g - b) / s + (g < b) * 6;
    else if (g === max) h = (b - r) / s + 2;
    else h = (r - g) / s + 4;
    s /= l < 0.5 ? max + min : 2 - max - min;
    h *= 60;
  } else {
    s = l > 0 && l < 1 ? 0 : h;
  }
  return new Hsl(h, s, l, o.opacity);
}
function hsl(h, s, l, opacity) {
  return arguments.length === 1 ? hslConvert(h) : new Hsl(h, s, l, opacity == null ? 1 : opacity);
}
function Hsl(h, s, l, opacity) {
  this.h = +h;
  this.s = +s;
  this.l = +l;
  this.opacity = +opacity;
}
define(Hsl, hsl, extend(Color, {
  brighter(k) {
    k = k == null ? brighter : Math.pow(brighter, k);
    return new Hsl(this.h, this.s, this.l * k, this.opacity);
  },
  darker(k) {
    k = k == null ? darker : Math.pow(darker, k);
    return new Hsl(this.h, this.s, this.l * k, this.opacity);
  },
  rgb() {
    var h = this.h % 360 + (this.h < 0) * 360, s = isNaN(h) || isNaN(this.s) ? 0 : this.s, l = this.l, m2 = l + (l < 0.5 ? l : 1 - l) * s, m1 = 2 * l - m2;
    return new Rgb(
      hsl2rgb(h >= 240 ? h - 240 : h + 120, m1, m2),
      hsl2rgb(h, m1, m2),
      hsl2rgb(h < 120 ? h + 240 : h - 120, m1, m2),
      this.opacity
    );
  },
  clamp() {
    return new Hsl(clamph(this.h), clampt(this.s), clampt(this.l), clampa(this.opacity));
  },
  displayable() {
    return (0 <= this.s && this.s <= 1 || isNaN(this.s)) && (0 <= this.l && this.l <= 1) && (0 <= this.opacity && this.opacity <= 1);
  },
  formatHsl() {
    const a = clampa(this.opacity);
    return `${a === 1 ? "hsl(" : "hsla("}${clamph(this.h)}, ${clampt(this.s) * 100}%, ${clampt(this.l) * 100}%${a === 1 ? ")" : `, ${a})`}`;
  }
}));
function clamph(value2) {
  value2 = (value2 || 0) % 360;
  return value2 < 0 ? value2 + 360 : value2;
}
function clampt(value2) {
  return Math.max(0, Math.min(1, value2 || 0));
}
function hsl2rgb(h, m1, m2) {
  return (h < 60 ? m1 + (m2 - m1) * h / 60 : h < 180 ? m2 : h < 240 ? m1 + (m2 - m1) * (240 - h) / 60 : m1) * 255;
}
var radians = Math.PI / 180;
var degrees = 180 / Math.PI;
var K = 18;
var Xn = 0.96422;
var Yn = 1;
var Zn = 0.82521;
var t0 = 4 / 29;
var t1 = 6 / 29;
var t2 = 3 * t1 * t1;
var t3 = t1 * t1 * t1;
function labConvert(o) {
  if (o instanceof Lab) return new Lab(o.l, o.a, o.b, o.opacity);
  if (o instanceof Hcl) return hcl2lab(o);
  if (!(o instanceof Rgb)) o = rgbConvert(o);
  var r = rgb2lrgb(o.r), g = rgb2lrgb(o.g), b = rgb2lrgb(o.b), y2 = xyz2lab((0.2225045 * r + 0.7168786 * g + 0.0606169 * b) / Yn), x2, z;
  if (r === g && g === b) x2 = z = y2;
  else {
    x2 = xyz2lab((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / Xn);
    z = xyz2lab((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / Zn);
  }
  return new Lab(116 * y2 - 16, 500 * (x2 - y2), 200 * (y2 - z), o.opacity);
}
function lab(l, a, b, opacity) {
  return arguments.length === 1 ? labConvert(l) : new Lab(l, a, b, opacity == null ? 1 : opacity);
}
function Lab(l, a, b, opacity) {
  this.l = +l;
  this.a = +a;
  this.b = +b;
  this.opacity = +opacity;
}
define(Lab, lab, extend(Color, {
  brighter(k) {
    return new Lab(this.l + K * (k == null ? 1 : k), this.a, this.b, this.opacity);
  },
  darker(k) {
    return new Lab(this.l - K * (k == null ? 1 : k), this.a, this.b, this.opacity);
  },
  rgb() {
    var y2 = (this.l + 16) / 116, x2 = isNaN(this.a) ? y2 : y2 + this.a / 500, z = isNaN(this.b) ? y2 : y2 - this.b / 200;
    x2 = Xn * lab2xyz(x2);
    y2 = Yn * lab2xyz(y2);
    z = Zn * lab2xyz(z);
    return new Rgb(
      lrgb2rgb(3.1338561 * x2 - 1.6168667 * y2 - 0.4906146 * z),
      lrgb2rgb(-0.9787684 * x2 + 1.9161415 * y2 + 0.033454 * z),
      lrgb2rgb(0.0719453 * x2 - 0.2289914 * y2 + 1.4052427 * z),
      this.opacity
    );
  }
}));
function xyz2lab(t) {
  return t > t3 ? Math.pow(t, 1 / 3) : t / t2 + t0;
}
function lab2xyz(t) {
  return t > t1 ? t * t * t : t2 * (t - t0);
}
function lrgb2rgb(x2) {
  return 255 * (x2 <= 31308e-7 ? 12.92 * x2 : 1.055 * Math.pow(x2, 1 / 2.4) - 0.055);
}
function rgb2lrgb(x2) {
  return (x2 /= 255) <= 0.04045 ? x2 / 12.92 : Math.pow((x2 + 0.055) / 1.055, 2.4);
}
function hclConvert(o) {
  if (o instanceof Hcl) return new Hcl(o.h, o.c, o.l, o.opacity);
  if (!(o instanceof Lab)) o = labConvert(o);
  if (o.a === 0 && o.b === 0) return new Hcl(NaN, 0 < o.l && o.l < 100 ? 0 : NaN, o.l, o.opacity);
  var h = Math.atan2(o.b, o.a) * degrees;
  return new Hcl(h < 0 ? h + 360 : h, Math.sqrt(o.a * o.a + o.b * o.b), o.l, o.opacity);
}
function hcl(h, c, l, opacity) {
  return arguments.length === 1 ? hclConvert(h) : new Hcl(h, c, l, opacity == null ? 1 : opacity);
}
function Hcl(h, c, l, opacity) {
  this.h = +h;
  this.c = +c;
  this.l = +l;
  this.opacity = +opacity;
}
function hcl2lab(o) {
  if (isNaN(o.h)) return new Lab(o.l, 0, 0, o.opacity);
  var h = o.h * radians;
  return new Lab(o.l, Math.cos(h) * o.c, Math.sin(h) * o.c, o.opacity);
}
define(Hcl, hcl, extend(Color, {
  brighter(k) {
    return new Hcl(this.h, this.c, this.l + K * (k == null ? 1 : k), this.opacity);
  },
  darker(k) {
    return new Hcl(this.h, this.c, this.l - K * (k == null ? 1 : k), this.opacity);
  },
  rgb() {
    return hcl2lab(this).rgb();
  }
}));
var A = -0.14861;
var B = 1.78277;
var C = -0.29227;
var D = -0.90649;
var E = 1.97294;
var ED = E * D;
var EB = E * B;
var BC_DA = B * C - D * A;
function cubehelixConvert(o) {
  if (o instanceof Cubehelix) return new Cubehelix(o.h, o.s, o.l, o.opacity);
  if (!(o instanceof Rgb)) o = rgbConvert(o);
  var r = o.r / 255, g = o.g / 255, b = o.b / 255, l = (BC_DA * b + ED * r - EB * g) / (BC_DA + ED - EB), bl = b - l, k = (E * (g - l) - C * bl) / D, s = Math.sqrt(k * k + bl * bl) / (E * l * (1 - l)), h = s ? Math.atan2(k, bl) * degrees - 120 : NaN;
  return new Cubehelix(h < 0 ? h + 360 : h, s, l, o.opacity);
}
function cubehelix(h, s, l, opacity) {
  return arguments.length === 1 ? cubehelixConvert(h) : new Cubehelix(h, s, l, opacity == null ? 1 : opacity);
}
function Cubehelix(h, s, l, opacity) {
  this.h = +h;
  this.s = +s;
  this.l = +l;
  this.opacity = +opacity;
}
define(Cubehelix, cubehelix, extend(Color, {
  brighter(k) {
    k = k == null ? brighter : Math.pow(brighter, k);
    return new Cubehelix(this.h, this.s, this.l * k, this.opacity);
  },
  darker(k) {
    k = k == null ? darker : Math.pow(darker, k);
    return new Cubehelix(this.h, this.s, this.l * k, this.opacity);
  },
  rgb() {
    var h = isNaN(this.h) ? 0 : (this.h + 120) * radians, l = +this.l, a = isNaN(this.s) ? 0 : this.s * l * (1 - l), cosh2 = Math.cos(h), sinh2 = Math.sin(h);
    return new Rgb(
      255 * (l + a * (A * cosh2 + B * sinh2)),
      255 * (l + a * (C * cosh2 + D * sinh2)),
      255 * (l + a * (E * cosh2)),
      this.opacity
    );
  }
}));

// node_modules/d3-interpolate/dist/d3-interpolate.mjs
function basis(t12, v0, v1, v2, v3) {
  var t22 = t12 * t12, t32 = t22 * t12;
  return ((1 - 3 * t12 + 3 * t22 - t32) * v0 + (4 - 6 * t22 + 3 * t32) * v1 + (1 + 3 * t12 + 3 * t22 - 3 * t32) * v2 + t32 * v3) / 6;
}
function basis$1(values) {
  var n = values.length - 1;
  return function(t) {
    var i = t <= 0 ? t = 0 : t >= 1 ? (t = 1, n - 1) : Math.floor(t * n), v1 = values[i], v2 = values[i + 1], v0 = i > 0 ? values[i - 1] : 2 * v1 - v2, v3 = i < n - 1 ? values[i + 2] : 2 * v2 - v1;
    return basis((t - i / n) * n, v0, v1, v2, v3);
  };
}
function basisClosed(values) {
  var n = values.length;
  return function(t) {
    var i = Math.floor(((t %= 1) < 0 ? ++t : t) * n), v0 = values[(i + n - 1) % n], v1 = values[i % n], v2 = values[(i + 1) % n], v3 = values[(i + 2) % n];
    return basis((t - i / n) * n, v0, v1, v2, v3);
  };
}
var constant = (x2) => () => x2;
function linear(a, d) {
  return function(t) {
    return a + t * d;
  };
}
function exponential(a, b, y2) {
  return a = Math.pow(a, y2), b = Math.pow(b, y2) - a, y2 = 1 / y2, function(t) {
    return Math.pow(a + t * b, y2);
  };
}
function hue$1(a, b) {
  var d = b - a;
  return d ? linear(a, d > 180 || d < -180 ? d - 360 * Math.round(d / 360) : d) : constant(isNaN(a) ? b : a);
}
function gamma(y2) {
  return (y2 = +y2) === 1 ? nogamma : function(a, b) {
    return b - a ? exponential(a, b, y2) : constant(isNaN(a) ? b : a);
  };
}
function nogamma(a, b) {
  var d = b - a;
  return d ? linear(a, d) : constant(isNaN(a) ? b : a);
}
var rgb2 = (function rgbGamma(y2) {
  var color2 = gamma(y2);
  function rgb3(start, end) {
    var r = color2((start = rgb(start)).r, (end = rgb(end)).r), g = color2(start.g, end.g), b = color2(start.b, end.b), opacity = nogamma(start.opacity, end.opacity);
    return function(t) {
      start.r = r(t);
      start.g = g(t);
      start.b = b(t);
      start.opacity = opacity(t);
      return start + "";
    };
  }
  rgb3.gamma = rgbGamma;
  return rgb3;
})(1);
function rgbSpline(spline) {
  return function(colors) {
    var n = colors.length, r = new Array(n), g = new Array(n), b = new Array(n), i, color2;
    for (i = 0; i < n; ++i) {
      color2 = rgb(colors[i]);
      r[i] = color2.r || 0;
      g[i] = color2.g || 0;
      b[i] = color2.b || 0;
    }
    r = spline(r);
    g = spline(g);
    b = spline(b);
    color2.opacity = 1;
    return function(t) {
      color2.r = r(t);
      color2.g = g(t);
      color2.b = b(t);
      return color2 + "";
    };
  };
}
var rgbBasis = rgbSpline(basis$1);
var rgbBasisClosed = rgbSpline(basisClosed);
function numberArray(a, b) {
  if (!b) b = [];
  var n = a ? Math.min(b.length, a.length) : 0, c = b.slice(), i;
  return function(t) {
    for (i = 0; i < n; ++i) c[i] = a[i] * (1 - t) + b[i] * t;
    return c;
  };
}
function isNumberArray(x2) {
  return ArrayBuffer.isView(x2) && !(x2 instanceof DataView);
}
function genericArray(a, b) {
  var nb = b ? b.length : 0, na = a ? Math.min(nb, a.length) : 0, x2 = new Array(na), c = new Array(nb), i;
  for (i = 0; i < na; ++i) x2[i] = value(a[i], b[i]);
  for (; i < nb; ++i) c[i] = b[i];
  return function(t) {
    for (i = 0; i < na; ++i) c[i] = x2[i](t);
    return c;
  };
}
function date(a, b) {
  var d = /* @__PURE__ */ new Date();
  return a = +a, b = +b, function(t) {
    return d.setTime(a * (1 - t) + b * t), d;
  };
}
function number4(a, b) {
  return a = +a, b = +b, function(t) {
    return a * (1 - t) + b * t;
  };
}
function object2(a, b) {
  var i = {}, c = {}, k;
  if (a === null || typeof a !== "object") a = {};
  if (b === null || typeof b !== "object") b = {};
  for (k in b) {
    if (k in a) {
      i[k] = value(a[k], b[k]);
    } else {
      c[k] = b[k];
    }
  }
  return function(t) {
    for (k in i) c[k] = i[k](t);
    return c;
  };
}
var reA = /[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g;
var reB = new RegExp(reA.source, "g");
function zero2(b) {
  return function() {
    return b;
  };
}
function one(b) {
  return function(t) {
    return b(t) + "";
  };
}
function string2(a, b) {
  var bi = reA.lastIndex = reB.lastIndex = 0, am, bm, bs, i = -1, s = [], q = [];
  a = a + "", b = b + "";
  while ((am = reA.exec(a)) && (bm = reB.exec(b))) {
    if ((bs = bm.index) > bi) {
      bs = b.slice(bi, bs);
      if (s[i]) s[i] += bs;
      else s[++i] = bs;
    }
    if ((am = am[0]) === (bm = bm[0])) {
      if (s[i]) s[i] += bm;
      else s[++i] = bm;
    } else {
      s[++i] = null;
      q.push({ i, x: number4(am, bm) });
    }
    bi = reB.lastIndex;
  }
  if (bi < b.length) {
    bs = b.slice(bi);
    if (s[i]) s[i] += bs;
    else s[++i] = bs;
  }
  return s.length < 2 ? q[0] ? one(q[0].x) : zero2(b) : (b = q.length, function(t) {
    for (var i2 = 0, o; i2 < b; ++i2) s[(o = q[i2]).i] = o.x(t);
    return s.join("");
  });
}
function value(a, b) {
  var t = typeof b, c;
  return b == null || t === "boolean" ? constant(b) : (t === "number" ? number4 : t === "string" ? (c = color(b)) ? (b = c, rgb2) : string2 : b instanceof color ? rgb2 : b instanceof Date ? date : isNumberArray(b) ? numberArray : Array.isArray(b) ? genericArray : typeof b.valueOf !== "function" && typeof b.toString !== "function" || isNaN(b) ? object2 : number4)(a, b);
}
function round2(a, b) {
  return a = +a, b = +b, function(t) {
    return Math.round(a * (1 - t) + b * t);
  };
}
var degrees2 = 180 / Math.PI;
var identity = {
  translateX: 0,
  translateY: 0,
  rotate: 0,
  skewX: 0,
  scaleX: 1,
  scaleY: 1
};
function decompose(a, b, c, d, e, f) {
  var scaleX, scaleY, skewX;
  if (scaleX = Math.sqrt(a * a + b * b)) a /= scaleX, b /= scaleX;
  if (skewX = a * c + b * d) c -= a * skewX, d -= b * skewX;
  if (scaleY = Math.sqrt(c * c + d * d)) c /= scaleY, d /= scaleY, skewX /= scaleY;
  if (a * d < b * c) a = -a, b = -b, skewX = -skewX, scaleX = -scaleX;
  return {
    translateX: e,
    translateY: f,
    rotate: Math.atan2(b, a) * degrees2,
    skewX: Math.atan(skewX) * degrees2,
    scaleX,
    scaleY
  };
}
var svgNode;
function parseCss(value2) {
  const m = new (typeof DOMMatrix === "function" ? DOMMatrix : WebKitCSSMatrix)(value2 + "");
  return m.isIdentity ? identity : decompose(m.a, m.b, m.c, m.d, m.e, m.f);
}
function parseSvg(value2) {
  if (value2 == null) return identity;
  if (!svgNode) svgNode = document.createElementNS("http://www.w3.org/2000/svg", "g");
  svgNode.setAttribute("transform", value2);
  if (!(value2 = svgNode.transform.baseVal.consolidate())) return identity;
  value2 = value2.matrix;
  return decompose(value2.a, value2.b, value2.c, value2.d, value2.e, value2.f);
}
function interpolateTransform(parse, pxComma, pxParen, degParen) {
  function pop(s) {
    return s.length ? s.pop() + " " : "";
  }
  function translate(xa, ya, xb, yb, s, q) {
    if (xa !== xb || ya !== yb) {
      var i = s.push("translate(", null, pxComma, null, pxParen);
      q.push({ i: i - 4, x: number4(xa, xb) }, { i: i - 2, x: number4(ya, yb) });
    } else if (xb || yb) {
      s.push("translate(" + xb + pxComma + yb + pxParen);
    }
  }
  function rotate(a, b, s, q) {
    if (a !== b) {
      if (a - b > 180) b += 360;
      else if (b - a > 180) a += 360;
      q.push({ i: s.push(pop(s) + "rotate(", null, degParen) - 2, x: number4(a, b) });
    } else if (b) {
      s.push(pop(s) + "rotate(" + b + degParen);
    }
  }
  function skewX(a, b, s, q) {
    if (a !== b) {
      q.push({ i: s.push(pop(s) + "skewX(", null, degParen) - 2, x: number4(a, b) });
    } else if (b) {
      s.push(pop(s) + "skewX(" + b + degParen);
    }
  }
  function scale2(xa, ya, xb, yb, s, q) {
    if (xa !== xb || ya !== yb) {
      var i = s.push(pop(s) + "scale(", null, ",", null, ")");
      q.push({ i: i - 4, x: number4(xa, xb) }, { i: i - 2, x: number4(ya, yb) });
    } else if (xb !== 1 || yb !== 1) {
      s.push(pop(s) + "scale(" + xb + "," + yb + ")");
    }
  }
  return function(a, b) {
    var s = [], q = [];
    a = parse(a), b = parse(b);
    translate(a.translateX, a.translateY, b.translateX, b.translateY, s, q);
    rotate(a.rotate, b.rotate, s, q);
    skewX(a.skewX, b.skewX, s, q);
    scale2(a.scaleX, a.scaleY, b.scaleX, b.scaleY, s, q);
    a = b = null;
    return function(t) {
      var i = -1, n = q.length, o;
      while (++i < n) s[(o = q[i]).i] = o.x(t);
      return s.join("");
    };
  };
}
var interpolateTransformCss = interpolateTransform(parseCss, "px, ", "px)", "deg)");
var interpolateTransformSvg = interpolateTransform(parseSvg, ", ", ")", ")");
var epsilon2 = 1e-12;
function cosh(x2) {
  return ((x2 = Math.exp(x2)) + 1 / x2) / 2;
}
function sinh(x2) {
  return ((x2 = Math.exp(x2)) - 1 / x2) / 2;
}
function tanh(x2) {
  return ((x2 = Math.exp(2 * x2)) - 1) / (x2 + 1);
}
var zoom = (function zoomRho(rho, rho2, rho4) {
  function zoom2(p0, p1) {
    var ux0 = p0[0], uy0 = p0[1], w0 = p0[2], ux1 = p1[0], uy1 = p1[1], w1 = p1[2], dx = ux1 - ux0, dy = uy1 - uy0, d2 = dx * dx + dy * dy, i, S;
    if (d2 < epsilon2) {
      S = Math.log(w1 / w0) / rho;
      i = function(t) {
        return [
          ux0 + t * dx,
          uy0 + t * dy,
          w0 * Math.exp(rho * t * S)
        ];
      };
    } else {
      var d1 = Math.sqrt(d2), b0 = (w1 * w1 - w0 * w0 + rho4 * d2) / (2 * w0 * rho2 * d1), b1 = (w1 * w1 - w0 * w0 - rho4 * d2) / (2 * w1 * rho2 * d1), r0 = Math.log(Math.sqrt(b0 * b0 + 1) - b0), r1 = Math.log(Math.sqrt(b1 * b1 + 1) - b1);
      S = (r1 - r0) / rho;
      i = function(t) {
        var s = t * S, coshr0 = cosh(r0), u = w0 / (rho2 * d1) * (coshr0 * tanh(rho * s + r0) - sinh(r0));
        return [
          ux0 + u * dx,
          uy0 + u * dy,
          w0 * coshr0 / cosh(rho * s + r0)
        ];
      };
    }
    i.duration = Math.abs(S) * 1e3 * rho / Math.SQRT2;
    return i;
  }
  zoom2.rho = function(_) {
    var _1 = Math.max(1e-3, +_), _2 = _1 * _1, _4 = _2 * _2;
    return zoomRho(_1, _2, _4);
  };
  return zoom2;
})(Math.SQRT2, 2, 4);
function hsl2(hue) {
  return function(start, end) {
    var h = hue((start = hsl(start)).h, (end = hsl(end)).h), s = nogamma(start.s, end.s), l = nogamma(start.l, end.l), opacity = nogamma(start.opacity, end.opacity);
    return function(t) {
      start.h = h(t);
      start.s = s(t);
      start.l = l(t);
      start.opacity = opacity(t);
      return start + "";
    };
  };
}
var hsl_default = hsl2(hue$1);
var hslLong = hsl2(nogamma);
function hcl2(hue) {
  return function(start, end) {
    var h = hue((start = hcl(start)).h, (end = hcl(end)).h), c = nogamma(start.c, end.c), l = nogamma(start.l, end.l), opacity = nogamma(start.opacity, end.opacity);
    return function(t) {
      start.h = h(t);
      start.c = c(t);
      start.l = l(t);
      start.opacity = opacity(t);
      return start + "";
    };
  };
}
var hcl_default = hcl2(hue$1);
var hclLong = hcl2(nogamma);
function cubehelix2(hue) {
  return (function cubehelixGamma(y2) {
    y2 = +y2;
    function cubehelix3(start, end) {
      var h = hue((start = cubehelix(start)).h, (end = cubehelix(end)).h), s = nogamma(start.s, end.s), l = nogamma(start.l, end.l), opacity = nogamma(start.opacity, end.opacity);
      return function(t) {
        start.h = h(t);
        start.s = s(t);
        start.l = l(Math.pow(t, y2));
        start.opacity = opacity(t);
        return start + "";
      };
    }
    cubehelix3.gamma = cubehelixGamma;
    return cubehelix3;
  })(1);
}
var cubehelix_default = cubehelix2(hue$1);
var cubehelixLong = cubehelix2(nogamma);

// node_modules/d3-scale/src/constant.js
function constants4(x2) {
  return function() {
    return x2;
  };
}

// node_modules/d3-scale/src/number.js
function number5(x2) {
  return +x2;
}

// node_modules/d3-scale/src/continuous.js
var unit = [0, 1];
function identity2(x2) {
  return x2;
}
function normalize(a, b) {
  return (b -= a = +a) ? function(x2) {
    return (x2 - a) / b;
  } : constants4(isNaN(b) ? NaN : 0.5);
}
function clamper(a, b) {
  var t;
  if (a > b) t = a, a = b, b = t;
  return function(x2) {
    return Math.max(a, Math.min(b, x2));
  };
}
function bimap(domain, range2, interpolate) {
  var d0 = domain[0], d1 = domain[1], r0 = range2[0], r1 = range2[1];
  if (d1 < d0) d0 = normalize(d1, d0), r0 = interpolate(r1, r0);
  else d0 = normalize(d0, d1), r0 = interpolate(r0, r1);
  return function(x2) {
    return r0(d0(x2));
  };
}
function polymap(domain, range2, interpolate) {
  var j = Math.min(domain.length, range2.length) - 1, d = new Array(j), r = new Array(j), i = -1;
  if (domain[j] < domain[0]) {
    domain = domain.slice().reverse();
    range2 = range2.slice().reverse();
  }
  while (++i < j) {
    d[i] = normalize(domain[i], domain[i + 1]);
    r[i] = interpolate(range2[i], range2[i + 1]);
  }
  return function(x2) {
    var i2 = bisectRight(domain, x2, 1, j) - 1;
    return r[i2](d[i2](x2));
  };
}
function copy(source, target) {
  return target.domain(source.domain()).range(source.range()).interpolate(source.interpolate()).clamp(source.clamp()).unknown(source.unknown());
}
function transformer() {
  var domain = unit, range2 = unit, interpolate = value, transform, untransform, unknown2, clamp = identity2, piecewise, output, input;
  function rescale() {
    var n = Math.min(domain.length, range2.length);
    if (clamp !== identity2) clamp = clamper(domain[0], domain[n - 1]);
    piecewise = n > 2 ? polymap : bimap;
    output = input = null;
    return scale2;
  }
  function scale2(x2) {
    return x2 == null || isNaN(x2 = +x2) ? unknown2 : (output || (output = piecewise(domain.map(transform), range2, interpolate)))(transform(clamp(x2)));
  }
  scale2.invert = function(y2) {
    return clamp(untransform((input || (input = piecewise(range2, domain.map(transform), number4)))(y2)));
  };
  scale2.domain = function(_) {
    return arguments.length ? (domain = Array.from(_, number5), rescale()) : domain.slice();
  };
  scale2.range = function(_) {
    return arguments.length ? (range2 = Array.from(_), rescale()) : range2.slice();
  };
  scale2.rangeRound = function(_) {
    return range2 = Array.from(_), interpolate = round2, rescale();
  };
  scale2.clamp = function(_) {
    return arguments.length ? (clamp = _ ? true : identity2, rescale()) : clamp !== identity2;
  };
  scale2.interpolate = function(_) {
    return arguments.length ? (interpolate = _, rescale()) : interpolate;
  };
  scale2.unknown = function(_) {
    return arguments.length ? (unknown2 = _, scale2) : unknown2;
  };
  return function(t, u) {
    transform = t, untransform = u;
    return rescale();
  };
}
function continuous() {
  return transformer()(identity2, identity2);
}

// node_modules/d3-format/dist/d3-format.mjs
function formatDecimal(x2) {
  return Math.abs(x2 = Math.round(x2)) >= 1e21 ? x2.toLocaleString("en").replace(/,/g, "") : x2.toString(10);
}
function formatDecimalParts(x2, p) {
  if (!isFinite(x2) || x2 === 0) return null;
  var i = (x2 = p ? x2.toExponential(p - 1) : x2.toExponential()).indexOf("e"), coefficient = x2.slice(0, i);
  return [
    coefficient.length > 1 ? coefficient[0] + coefficient.slice(2) : coefficient,
    +x2.slice(i + 1)
  ];
}
function exponent(x2) {
  return x2 = formatDecimalParts(Math.abs(x2)), x2 ? x2[1] : NaN;
}
function formatGroup(grouping, thousands) {
  return function(value2, width10) {
    var i = value2.length, t = [], j = 0, g = grouping[0], length = 0;
    while (i > 0 && g > 0) {
      if (length + g + 1 > width10) g = Math.max(1, width10 - length);
      t.push(value2.substring(i -= g, i + g));
      if ((length += g + 1) > width10) break;
      g = grouping[j = (j + 1) % grouping.length];
    }
    return t.reverse().join(thousands);
  };
}
function formatNumerals(numerals) {
  return function(value2) {
    return value2.replace(/[0-9]/g, function(i) {
      return numerals[+i];
    });
  };
}
var re = /^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;
function formatSpecifier(specifier) {
  if (!(match = re.exec(specifier))) throw new Error("invalid format: " + specifier);
  var match;
  return new FormatSpecifier({
    fill: match[1],
    align: match[2],
    sign: match[3],
    symbol: match[4],
    zero: match[5],
    width: match[6],
    comma: match[7],
    precision: match[8] && match[8].slice(1),
    trim: match[9],
    type: match[10]
  });
}
formatSpecifier.prototype = FormatSpecifier.prototype;
function FormatSpecifier(specifier) {
  this.fill = specifier.fill === void 0 ? " " : specifier.fill + "";
  this.align = specifier.align === void 0 ? ">" : specifier.align + "";
  this.sign = specifier.sign === void 0 ? "-" : specifier.sign + "";
  this.symbol = specifier.symbol === void 0 ? "" : specifier.symbol + "";
  this.zero = !!specifier.zero;
  this.width = specifier.width === void 0 ? void 0 : +specifier.width;
  this.comma = !!specifier.comma;
  this.precision = specifier.precision === void 0 ? void 0 : +specifier.precision;
  this.trim = !!specifier.trim;
  this.type = specifier.type === void 0 ? "" : specifier.type + "";
}
FormatSpecifier.prototype.toString = function() {
  return this.fill + this.align + this.sign + this.symbol + (this.zero ? "0" : "") + (this.width === void 0 ? "" : Math.max(1, this.width | 0)) + (this.comma ? "," : "") + (this.precision === void 0 ? "" : "." + Math.max(0, this.precision | 0)) + (this.trim ? "~" : "") + this.type;
};
function formatTrim(s) {
  out: for (var n = s.length, i = 1, i0 = -1, i1; i < n; ++i) {
    switch (s[i]) {
      case ".":
        i0 = i1 = i;
        break;
      case "0":
        if (i0 === 0) i0 = i;
        i1 = i;
        break;
      default:
        if (!+s[i]) break out;
        if (i0 > 0) i0 = 0;
        break;
    }
  }
  return i0 > 0 ? s.slice(0, i0) + s.slice(i1 + 1) : s;
}
var prefixExponent;
function formatPrefixAuto(x2, p) {
  var d = formatDecimalParts(x2, p);
  if (!d) return prefixExponent = void 0, x2.toPrecision(p);
  var coefficient = d[0], exponent2 = d[1], i = exponent2 - (prefixExponent = Math.max(-8, Math.min(8, Math.floor(exponent2 / 3))) * 3) + 1, n = coefficient.length;
  return i === n ? coefficient : i > n ? coefficient + new Array(i - n + 1).join("0") : i > 0 ? coefficient.slice(0, i) + "." + coefficient.slice(i) : "0." + new Array(1 - i).join("0") + formatDecimalParts(x2, Math.max(0, p + i - 1))[0];
}
function formatRounded(x2, p) {
  var d = formatDecimalParts(x2, p);
  if (!d) return x2 + "";
  var coefficient = d[0], exponent2 = d[1];
  return exponent2 < 0 ? "0." + new Array(-exponent2).join("0") + coefficient : coefficient.length > exponent2 + 1 ? coefficient.slice(0, exponent2 + 1) + "." + coefficient.slice(exponent2 + 1) : coefficient + new Array(exponent2 - coefficient.length + 2).join("0");
}
var formatTypes = {
  "%": (x2, p) => (x2 * 100).toFixed(p),
  "b": (x2) => Math.round(x2).toString(2),
  "c": (x2) => x2 + "",
  "d": formatDecimal,
  "e": (x2, p) => x2.toExponential(p),
  "f": (x2, p) => x2.toFixed(p),
  "g": (x2, p) => x2.toPrecision(p),
  "o": (x2) => Math.round(x2).toString(8),
  "p": (x2, p) => formatRounded(x2 * 100, p),
  "r": formatRounded,
  "s": formatPrefixAuto,
  "X": (x2) => Math.round(x2).toString(16).toUpperCase(),
  "x": (x2) => Math.round(x2).toString(16)
};
function identity3(x2) {
  return x2;
}
var map = Array.prototype.map;
var prefixes = ["y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y"];
function formatLocale(locale2) {
  var group = locale2.grouping === void 0 || locale2.thousands === void 0 ? identity3 : formatGroup(map.call(locale2.grouping, Number), locale2.thousands + ""), currencyPrefix = locale2.currency === void 0 ? "" : locale2.currency[0] + "", currencySuffix = locale2.currency === void 0 ? "" : locale2.currency[1] + "", decimal = locale2.decimal === void 0 ? "." : locale2.decimal + "", numerals = locale2.numerals === void 0 ? identity3 : formatNumerals(map.call(locale2.numerals, String)), percent3 = locale2.percent === void 0 ? "%" : locale2.percent + "", minus = locale2.minus === void 0 ? "−" : locale2.minus + "", nan = locale2.nan === void 0 ? "NaN" : locale2.nan + "";
  function newFormat(specifier, options) {
    specifier = formatSpecifier(specifier);
    var fill = specifier.fill, align = specifier.align, sign = specifier.sign, symbol = specifier.symbol, zero3 = specifier.zero, width10 = specifier.width, comma = specifier.comma, precision = specifier.precision, trim = specifier.trim, type = specifier.type;
    if (type === "n") comma = true, type = "g";
    else if (!formatTypes[type]) precision === void 0 && (precision = 12), trim = true, type = "g";
    if (zero3 || fill === "0" && align === "=") zero3 = true, fill = "0", align = "=";
    var prefix = (options && options.prefix !== void 0 ? options.prefix : "") + (symbol === "$" ? currencyPrefix : symbol === "#" && /[boxX]/.test(type) ? "0" + type.toLowerCase() : ""), suffix = (symbol === "$" ? currencySuffix : /[%p]/.test(type) ? percent3 : "") + (options && options.suffix !== void 0 ? options.suffix : "");
    var formatType = formatTypes[type], maybeSuffix = /[defgprs%]/.test(type);
    precision = precision === void 0 ? 6 : /[gprs]/.test(type) ? Math.max(1, Math.min(21, precision)) : Math.max(0, Math.min(20, precision));
    function format2(value2) {
      var valuePrefix = prefix, valueSuffix = suffix, i, n, c;
      if (type === "c") {
        valueSuffix = formatType(value2) + valueSuffix;
        value2 = "";
      } else {
        value2 = +value2;
        var valueNegative = value2 < 0 || 1 / value2 < 0;
        value2 = isNaN(value2) ? nan : formatType(Math.abs(value2), precision);
        if (trim) value2 = formatTrim(value2);
        if (valueNegative && +value2 === 0 && sign !== "+") valueNegative = false;
        valuePrefix = (valueNegative ? sign === "(" ? sign : minus : sign === "-" || sign === "(" ? "" : sign) + valuePrefix;
        valueSuffix = (type === "s" && !isNaN(value2) && prefixExponent !== void 0 ? prefixes[8 + prefixExponent / 3] : "") + valueSuffix + (valueNegative && sign === "(" ? ")" : "");
        if (maybeSuffix) {
          i = -1, n = value2.length;
          while (++i < n) {
            if (c = value2.charCodeAt(i), 48 > c || c > 57) {
              valueSuffix = (c === 46 ? decimal + value2.slice(i + 1) : value2.slice(i)) + valueSuffix;
              value2 = value2.slice(0, i);
              break;
            }
          }
        }
      }
      if (comma && !zero3) value2 = group(value2, Infinity);
      var length = valuePrefix.length + value2.length + valueSuffix.length, padding = length < width10 ? new Array(width10 - length + 1).join(fill) : "";
      if (comma && zero3) value2 = group(padding + value2, padding.length ? width10 - valueSuffix.length : Infinity), padding = "";
      switch (align) {
        case "<":
          value2 = valuePrefix + value2 + valueSuffix + padding;
          break;
        case "=":
          value2 = valuePrefix + padding + value2 + valueSuffix;
          break;
        case "^":
          value2 = padding.slice(0, length = padding.length >> 1) + valuePrefix + value2 + valueSuffix + padding.slice(length);
          break;
        default:
          value2 = padding + valuePrefix + value2 + valueSuffix;
          break;
      }
      return numerals(value2);
    }
    format2.toString = function() {
      return specifier + "";
    };
    return format2;
  }
  function formatPrefix2(specifier, value2) {
    var e = Math.max(-8, Math.min(8, Math.floor(exponent(value2) / 3))) * 3, k = Math.pow(10, -e), f = newFormat((specifier = formatSpecifier(specifier), specifier.type = "f", specifier), { suffix: prefixes[8 + e / 3] });
    return function(value3) {
      return f(k * value3);
    };
  }
  return {
    format: newFormat,
    formatPrefix: formatPrefix2
  };
}
var locale;
var format;
var formatPrefix;
defaultLocale({
  thousands: ",",
  grouping: [3],
  currency: ["$", ""]
});
function defaultLocale(definition) {
  locale = formatLocale(definition);
  format = locale.format;
  formatPrefix = locale.formatPrefix;
  return locale;
}
function precisionFixed(step2) {
  return Math.max(0, -exponent(Math.abs(step2)));
}
function precisionPrefix(step2, value2) {
  return Math.max(0, Math.max(-8, Math.min(8, Math.floor(exponent(value2) / 3))) * 3 - exponent(Math.abs(step2)));
}
function precisionRound(step2, max) {
  step2 = Math.abs(step2), max = Math.abs(max) - step2;
  return Math.max(0, exponent(max) - exponent(step2)) + 1;
}

// node_modules/d3-scale/src/tickFormat.js
function tickFormat(start, stop3, count4, specifier) {
  var step2 = tickStep(start, stop3, count4), precision;
  specifier = formatSpecifier(specifier == null ? ",f" : specifier);
  switch (specifier.type) {
    case "s": {
      var value2 = Math.max(Math.abs(start), Math.abs(stop3));
      if (specifier.precision == null && !isNaN(precision = precisionPrefix(step2, value2))) specifier.precision = precision;
      return formatPrefix(specifier, value2);
    }
    case "":
    case "e":
    case "g":
    case "p":
    case "r": {
      if (specifier.precision == null && !isNaN(precision = precisionRound(step2, Math.max(Math.abs(start), Math.abs(stop3))))) specifier.precision = precision - (specifier.type === "e");
      break;
    }
    case "f":
    case "%": {
      if (specifier.precision == null && !isNaN(precision = precisionFixed(step2))) specifier.precision = precision - (specifier.type === "%") * 2;
      break;
    }
  }
  return format(specifier);
}

// node_modules/d3-scale/src/linear.js
function linearish(scale2) {
  var domain = scale2.domain;
  scale2.ticks = function(count4) {
    var d = domain();
    return ticks(d[0], d[d.length - 1], count4 == null ? 10 : count4);
  };
  scale2.tickFormat = function(count4, specifier) {
    var d = domain();
    return tickFormat(d[0], d[d.length - 1], count4 == null ? 10 : count4, specifier);
  };
  scale2.nice = function(count4) {
    if (count4 == null) count4 = 10;
    var d = domain();
    var i0 = 0;
    var i1 = d.length - 1;
    var start = d[i0];
    var stop3 = d[i1];
    var prestep;
    var step2;
    var maxIter = 10;
    if (stop3 < start) {
      step2 = start, start = stop3, stop3 = step2;
      step2 = i0, i0 = i1, i1 = step2;
    }
    while (maxIter-- > 0) {
      step2 = tickIncrement(start, stop3, count4);
      if (step2 === prestep) {
        d[i0] = start;
        d[i1] = stop3;
        return domain(d);
      } else if (step2 > 0) {
        start = Math.floor(start / step2) * step2;
        stop3 = Math.ceil(stop3 / step2) * step2;
      } else if (step2 < 0) {
        start = Math.ceil(start * step2) / step2;
        stop3 = Math.floor(stop3 * step2) / step2;
      } else {
        break;
      }
      prestep = step2;
    }
    return scale2;
  };
  return scale2;
}
function linear2() {
  var scale2 = continuous();
  scale2.copy = function() {
    return copy(scale2, linear2());
  };
  initRange.apply(scale2, arguments);
  return linearish(scale2);
}

// node_modules/d3-scale/src/nice.js
function nice(domain, interval) {
  domain = domain.slice();
  var i0 = 0, i1 = domain.length - 1, x0 = domain[i0], x1 = domain[i1], t;
  if (x1 < x0) {
    t = i0, i0 = i1, i1 = t;
    t = x0, x0 = x1, x1 = t;
  }
  domain[i0] = interval.floor(x0);
  domain[i1] = interval.ceil(x1);
  return domain;
}

// node_modules/d3-scale/src/log.js
function transformLog(x2) {
  return Math.log(x2);
}
function transformExp(x2) {
  return Math.exp(x2);
}
function transformLogn(x2) {
  return -Math.log(-x2);
}
function transformExpn(x2) {
  return -Math.exp(-x2);
}
function pow10(x2) {
  return isFinite(x2) ? +("1e" + x2) : x2 < 0 ? 0 : x2;
}
function powp(base) {
  return base === 10 ? pow10 : base === Math.E ? Math.exp : (x2) => Math.pow(base, x2);
}
function logp(base) {
  return base === Math.E ? Math.log : base === 10 && Math.log10 || base === 2 && Math.log2 || (base = Math.log(base), (x2) => Math.log(x2) / base);
}
function reflect(f) {
  return (x2, k) => -f(-x2, k);
}
function loggish(transform) {
  const scale2 = transform(transformLog, transformExp);
  const domain = scale2.domain;
  let base = 10;
  let logs;
  let pows;
  function rescale() {
    logs = logp(base), pows = powp(base);
    if (domain()[0] < 0) {
      logs = reflect(logs), pows = reflect(pows);
      transform(transformLogn, transformExpn);
    } else {
      transform(transformLog, transformExp);
    }
    return scale2;
  }
  scale2.base = function(_) {
    return arguments.length ? (base = +_, rescale()) : base;
  };
  scale2.domain = function(_) {
    return arguments.length ? (domain(_), rescale()) : domain();
  };
  scale2.ticks = (count4) => {
    const d = domain();
    let u = d[0];
    let v = d[d.length - 1];
    const r = v < u;
    if (r) [u, v] = [v, u];
    let i = logs(u);
    let j = logs(v);
    let k;
    let t;
    const n = count4 == null ? 10 : +count4;
    let z = [];
    if (!(base % 1) && j - i < n) {
      i = Math.floor(i), j = Math.ceil(j);
      if (u > 0) for (; i <= j; ++i) {
        for (k = 1; k < base; ++k) {
          t = i < 0 ? k / pows(-i) : k * pows(i);
          if (t < u) continue;
          if (t > v) break;
          z.push(t);
        }
      }
      else for (; i <= j; ++i) {
        for (k = base - 1; k >= 1; --k) {
          t = i > 0 ? k / pows(-i) : k * pows(i);
          if (t < u) continue;
          if (t > v) break;
          z.push(t);
        }
      }
      if (z.length * 2 < n) z = ticks(u, v, n);
    } else {
      z = ticks(i, j, Math.min(j - i, n)).map(pows);
    }
    return r ? z.reverse() : z;
  };
  scale2.tickFormat = (count4, specifier) => {
    if (count4 == null) count4 = 10;
    if (specifier == null) specifier = base === 10 ? "s" : ",";
    if (typeof specifier !== "function") {
      if (!(base % 1) && (specifier = formatSpecifier(specifier)).precision == null) specifier.trim = true;
      specifier = format(specifier);
    }
    if (count4 === Infinity) return specifier;
    const k = Math.max(1, base * count4 / scale2.ticks().length);
    return (d) => {
      let i = d / pows(Math.round(logs(d)));
      if (i * base < base - 0.5) i *= base;
      return i <= k ? specifier(d) : "";
    };
  };
  scale2.nice = () => {
    return domain(nice(domain(), {
      floor: (x2) => pows(Math.floor(logs(x2))),
      ceil: (x2) => pows(Math.ceil(logs(x2)))
    }));
  };
  return scale2;
}
function log() {
  const scale2 = loggish(transformer()).domain([1, 10]);
  scale2.copy = () => copy(scale2, log()).base(scale2.base());
  initRange.apply(scale2, arguments);
  return scale2;
}

// node_modules/d3-shape/src/constant.js
function constant_default(x2) {
  return function constant3() {
    return x2;
  };
}

// node_modules/d3-path/dist/d3-path.mjs
var pi = Math.PI;
var tau = 2 * pi;
var epsilon = 1e-6;
var tauEpsilon = tau - epsilon;
function append2(strings) {
  this._ += strings[0];
  for (let i = 1, n = strings.length; i < n; ++i) {
    this._ += arguments[i] + strings[i];
  }
}
function appendRound(digits) {
  let d = Math.floor(digits);
  if (!(d >= 0)) throw new Error(`invalid digits: ${digits}`);
  if (d > 15) return append2;
  const k = 10 ** d;
  return function(strings) {
    this._ += strings[0];
    for (let i = 1, n = strings.length; i < n; ++i) {
      this._ += Math.round(arguments[i] * k) / k + strings[i];
    }
  };
}
function equal(x0, y0, x1, y1) {
  return x0 === x1 && y0 === y1;
}
function equalRound(digits) {
  const d = Math.floor(digits);
  if (!(d <= 15)) return equal;
  const k = 10 ** d;
  const r = function(value2) {
    return Math.round(value2 * k);
  };
  return function(x0, y0, x1, y1) {
    return r(x0) === r(x1) && r(y0) === r(y1);
  };
}
var Path = class {
  constructor(digits) {
    this._x0 = this._y0 = // start of current subpath
    this._x1 = this._y1 = null;
    this._ = "";
    this._append = digits == null ? append2 : appendRound(digits);
    this._equal = digits == null ? equal : equalRound(digits);
  }
  moveTo(x2, y2) {
    this._append`M${this._x0 = this._x1 = +x2},${this._y0 = this._y1 = +y2}`;
  }
  closePath() {
    if (this._x1 !== null) {
      this._x1 = this._x0, this._y1 = this._y0;
      this._append`Z`;
    }
  }
  lineTo(x2, y2) {
    this._append`L${this._x1 = +x2},${this._y1 = +y2}`;
  }
  quadraticCurveTo(x1, y1, x2, y2) {
    this._append`Q${+x1},${+y1},${this._x1 = +x2},${this._y1 = +y2}`;
  }
  bezierCurveTo(x1, y1, x2, y2, x3, y3) {
    this._append`C${+x1},${+y1},${+x2},${+y2},${this._x1 = +x3},${this._y1 = +y3}`;
  }
  arcTo(x1, y1, x2, y2, r) {
    x1 = +x1, y1 = +y1, x2 = +x2, y2 = +y2, r = +r;
    if (r < 0) throw new Error(`negative radius: ${r}`);
    let x0 = this._x1, y0 = this._y1, x21 = x2 - x1, y21 = y2 - y1, x01 = x0 - x1, y01 = y0 - y1, l01_2 = x01 * x01 + y01 * y01;
    if (this._x1 === null) {
      this._append`M${this._x1 = x1},${this._y1 = y1}`;
    } else if (!(l01_2 > epsilon)) ;
    else if (!(Math.abs(y01 * x21 - y21 * x01) > epsilon) || !r) {
      this._append`L${this._x1 = x1},${this._y1 = y1}`;
    } else {
      let x20 = x2 - x0, y20 = y2 - y0, l21_2 = x21 * x21 + y21 * y21, l20_2 = x20 * x20 + y20 * y20, l21 = Math.sqrt(l21_2), l01 = Math.sqrt(l01_2), l = r * Math.tan((pi - Math.acos((l21_2 + l01_2 - l20_2) / (2 * l21 * l01))) / 2), t01 = l / l01, t21 = l / l21;
      if (Math.abs(t01 - 1) > epsilon) {
        this._append`L${x1 + t01 * x01},${y1 + t01 * y01}`;
      }
      this._append`A${r},${r},0,0,${+(y01 * x20 > x01 * y20)},${this._x1 = x1 + t21 * x21},${this._y1 = y1 + t21 * y21}`;
    }
  }
  arc(x2, y2, r, a0, a1, ccw) {
    x2 = +x2, y2 = +y2, r = +r, ccw = !!ccw;
    if (r < 0) throw new Error(`negative radius: ${r}`);
    let dx = r * Math.cos(a0), dy = r * Math.sin(a0), x0 = x2 + dx, y0 = y2 + dy, cw = 1 ^ ccw, da = ccw ? a0 - a1 : a1 - a0;
    if (this._x1 === null) {
      this._append`M${x0},${y0}`;
    } else if (Math.abs(this._x1 - x0) > epsilon || Math.abs(this._y1 - y0) > epsilon) {
      this._append`L${x0},${y0}`;
    }
    if (!r) return;
    if (da < 0) da = da % tau + tau;
    if (da > tauEpsilon) {
      this._append`A${r},${r},0,1,${cw},${x2 - dx},${y2 - dy}A${r},${r},0,1,${cw},${this._x1 = x0},${this._y1 = y0}`;
    } else if (da > epsilon) {
      const x1 = x2 + r * Math.cos(a1);
      const y1 = y2 + r * Math.sin(a1);
      if (da >= pi && this._equal(x0, y0, x1, y1)) {
        da /= 2;
        let a00 = a0 + da;
        this._append`A${r},${r},0,${+(da >= pi)},${cw},${x2 + r * Math.cos(a00)},${y2 + r * Math.sin(a00)}`;
      }
      this._append`A${r},${r},0,${+(da >= pi)},${cw},${this._x1 = x1},${this._y1 = y1}`;
    }
  }
  rect(x2, y2, w, h) {
    this._append`M${this._x0 = this._x1 = +x2},${this._y0 = this._y1 = +y2}h${w = +w}v${+h}h${-w}Z`;
  }
  toString() {
    return this._;
  }
};
function path() {
  return new Path();
}
path.prototype = Path.prototype;

// node_modules/d3-shape/src/path.js
function withPath(shape2) {
  let digits = 3;
  shape2.digits = function(_) {
    if (!arguments.length) return digits;
    if (_ == null) {
      digits = null;
    } else {
      const d = Math.floor(_);
      if (!(d >= 0)) throw new RangeError(`invalid digits: ${_}`);
      digits = d;
    }
    return shape2;
  };
  return () => new Path(digits);
}

// node_modules/d3-shape/src/array.js
var slice2 = Array.prototype.slice;
function array_default(x2) {
  return typeof x2 === "object" && "length" in x2 ? x2 : Array.from(x2);
}

// node_modules/d3-shape/src/curve/linear.js
function Linear(context) {
  this._context = context;
}
Linear.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._point = 0;
  },
  lineEnd: function() {
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x2, y2) : this._context.moveTo(x2, y2);
        break;
      case 1:
        this._point = 2;
      // falls through
      default:
        this._context.lineTo(x2, y2);
        break;
    }
  }
};
function linear_default(context) {
  return new Linear(context);
}

// node_modules/d3-shape/src/point.js
function x(p) {
  return p[0];
}
function y(p) {
  return p[1];
}

// node_modules/d3-shape/src/line.js
function line_default(x2, y2) {
  var defined = constant_default(true), context = null, curve = linear_default, output = null, path3 = withPath(line6);
  x2 = typeof x2 === "function" ? x2 : x2 === void 0 ? x : constant_default(x2);
  y2 = typeof y2 === "function" ? y2 : y2 === void 0 ? y : constant_default(y2);
  function line6(data) {
    var i, n = (data = array_default(data)).length, d, defined0 = false, buffer;
    if (context == null) output = curve(buffer = path3());
    for (i = 0; i <= n; ++i) {
      if (!(i < n && defined(d = data[i], i, data)) === defined0) {
        if (defined0 = !defined0) output.lineStart();
        else output.lineEnd();
      }
      if (defined0) output.point(+x2(d, i, data), +y2(d, i, data));
    }
    if (buffer) return output = null, buffer + "" || null;
  }
  line6.x = function(_) {
    return arguments.length ? (x2 = typeof _ === "function" ? _ : constant_default(+_), line6) : x2;
  };
  line6.y = function(_) {
    return arguments.length ? (y2 = typeof _ === "function" ? _ : constant_default(+_), line6) : y2;
  };
  line6.defined = function(_) {
    return arguments.length ? (defined = typeof _ === "function" ? _ : constant_default(!!_), line6) : defined;
  };
  line6.curve = function(_) {
    return arguments.length ? (curve = _, context != null && (output = curve(context)), line6) : curve;
  };
  line6.context = function(_) {
    return arguments.length ? (_ == null ? context = output = null : output = curve(context = _), line6) : context;
  };
  return line6;
}

// node_modules/d3-shape/src/area.js
function area_default(x0, y0, y1) {
  var x1 = null, defined = constant_default(true), context = null, curve = linear_default, output = null, path3 = withPath(area2);
  x0 = typeof x0 === "function" ? x0 : x0 === void 0 ? x : constant_default(+x0);
  y0 = typeof y0 === "function" ? y0 : y0 === void 0 ? constant_default(0) : constant_default(+y0);
  y1 = typeof y1 === "function" ? y1 : y1 === void 0 ? y : constant_default(+y1);
  function area2(data) {
    var i, j, k, n = (data = array_default(data)).length, d, defined0 = false, buffer, x0z = new Array(n), y0z = new Array(n);
    if (context == null) output = curve(buffer = path3());
    for (i = 0; i <= n; ++i) {
      if (!(i < n && defined(d = data[i], i, data)) === defined0) {
        if (defined0 = !defined0) {
          j = i;
          output.areaStart();
          output.lineStart();
        } else {
          output.lineEnd();
          output.lineStart();
          for (k = i - 1; k >= j; --k) {
            output.point(x0z[k], y0z[k]);
          }
          output.lineEnd();
          output.areaEnd();
        }
      }
      if (defined0) {
        x0z[i] = +x0(d, i, data), y0z[i] = +y0(d, i, data);
        output.point(x1 ? +x1(d, i, data) : x0z[i], y1 ? +y1(d, i, data) : y0z[i]);
      }
    }
    if (buffer) return output = null, buffer + "" || null;
  }
  function arealine() {
    return line_default().defined(defined).curve(curve).context(context);
  }
  area2.x = function(_) {
    return arguments.length ? (x0 = typeof _ === "function" ? _ : constant_default(+_), x1 = null, area2) : x0;
  };
  area2.x0 = function(_) {
    return arguments.length ? (x0 = typeof _ === "function" ? _ : constant_default(+_), area2) : x0;
  };
  area2.x1 = function(_) {
    return arguments.length ? (x1 = _ == null ? null : typeof _ === "function" ? _ : constant_default(+_), area2) : x1;
  };
  area2.y = function(_) {
    return arguments.length ? (y0 = typeof _ === "function" ? _ : constant_default(+_), y1 = null, area2) : y0;
  };
  area2.y0 = function(_) {
    return arguments.length ? (y0 = typeof _ === "function" ? _ : constant_default(+_), area2) : y0;
  };
  area2.y1 = function(_) {
    return arguments.length ? (y1 = _ == null ? null : typeof _ === "function" ? _ : constant_default(+_), area2) : y1;
  };
  area2.lineX0 = area2.lineY0 = function() {
    return arealine().x(x0).y(y0);
  };
  area2.lineY1 = function() {
    return arealine().x(x0).y(y1);
  };
  area2.lineX1 = function() {
    return arealine().x(x1).y(y0);
  };
  area2.defined = function(_) {
    return arguments.length ? (defined = typeof _ === "function" ? _ : constant_default(!!_), area2) : defined;
  };
  area2.curve = function(_) {
    return arguments.length ? (curve = _, context != null && (output = curve(context)), area2) : curve;
  };
  area2.context = function(_) {
    return arguments.length ? (_ == null ? context = output = null : output = curve(context = _), area2) : context;
  };
  return area2;
}

// node_modules/d3-shape/src/curve/step.js
function Step(context, t) {
  this._context = context;
  this._t = t;
}
Step.prototype = {
  areaStart: function() {
    this._line = 0;
  },
  areaEnd: function() {
    this._line = NaN;
  },
  lineStart: function() {
    this._x = this._y = NaN;
    this._point = 0;
  },
  lineEnd: function() {
    if (0 < this._t && this._t < 1 && this._point === 2) this._context.lineTo(this._x, this._y);
    if (this._line || this._line !== 0 && this._point === 1) this._context.closePath();
    if (this._line >= 0) this._t = 1 - this._t, this._line = 1 - this._line;
  },
  point: function(x2, y2) {
    x2 = +x2, y2 = +y2;
    switch (this._point) {
      case 0:
        this._point = 1;
        this._line ? this._context.lineTo(x2, y2) : this._context.moveTo(x2, y2);
        break;
      case 1:
        this._point = 2;
      // falls through
      default: {
        if (this._t <= 0) {
          this._context.lineTo(this._x, y2);
          this._context.lineTo(x2, y2);
        } else {
          var x1 = this._x * (1 - this._t) + x2 * this._t;
          this._context.lineTo(x1, this._y);
          this._context.lineTo(x1, y2);
        }
        break;
      }
    }
    this._x = x2, this._y = y2;
  }
};
function stepAfter(context) {
  return new Step(context, 1);
}

// src/reporters/html/histogram.ts
var width2 = 560;
var height2 = 190;
var [left, right, top, bottom] = [52, width2 - 26, 14, 160];
var mostBuckets = 400;
function histogramChart({ base, head: head4 }, say) {
  const now = stepsOf2(head4);
  const then = base === null ? [] : stepsOf2(base);
  const all = [...now, ...then];
  if (now.length < 2) return null;
  const x2 = log().domain([Math.min(...all.map(([ms4]) => ms4)), Math.max(...all.map(([ms4]) => ms4))]).range([left, right]);
  const y2 = linear2().domain([0, Math.max(...all.map(([, share2]) => share2))]).nice(3).range([bottom, top]);
  const outline = line_default(
    ([ms4]) => tenth(x2(ms4)),
    ([, share2]) => tenth(y2(share2))
  ).curve(stepAfter);
  const filled = area_default().x(([ms4]) => tenth(x2(ms4))).y0(bottom).y1(([, share2]) => tenth(y2(share2))).curve(stepAfter);
  return html2`<svg
    class="lines"
    viewBox="0 0 ${width2} ${height2}"
    width="100%"
    role="img"
    aria-label="${labelOf(now, then, say)}"
  >
    ${y2.ticks(3).map((tick) => html2`<path class="grid" d="M${left} ${tenth(y2(tick))}H${right}" /><text class="small" x="${left - 8}" y="${tenth(y2(tick)) + 4}" text-anchor="end">${formatShare(tick)}</text> `)}
    ${ticksOf(x2.ticks()).map((tick) => html2`<text class="small" x="${tenth(x2(tick))}" y="${height2 - 8}" text-anchor="middle">${formatValue(tick, "ms")}</text> `)}
    <path class="spread" d="${filled(now) ?? ""}" />
    ${then.length > 1 && html2`<path class="then" d="${outline(then) ?? ""}" />`}
    <path class="now" d="${outline(now) ?? ""}" />
  </svg>`;
}
function stepsOf2({ perDecade, first, counts: counts2 }) {
  const shown = counts2.slice(0, mostBuckets).map((count4) => Math.max(0, count4));
  const total = shown.reduce((sum3, count4) => sum3 + count4, 0);
  const startMs2 = (bucket) => 10 ** (bucket / perDecade) / 1e3;
  const [fromMs, toMs] = [startMs2(first), startMs2(first + shown.length)];
  if (!(total > 0) || !(fromMs > 0) || !(toMs > fromMs) || !Number.isFinite(toMs)) return [];
  const steps2 = shown.map((count4, at2) => [startMs2(first + at2), count4 / total]);
  return [...steps2, [toMs, 0]];
}
function ticksOf(ticks3) {
  const shown = ticks3.filter((tick) => [1, 2, 5].includes(lead(tick)));
  return shown.length > 9 ? shown.filter((tick) => lead(tick) === 1) : shown;
}
var lead = (tick) => Number(tick.toExponential(0)[0]);
var tenth = (value2) => Math.round(value2 * 10) / 10;
function labelOf(now, then, say) {
  const range2 = (steps2) => ({
    from: ms(steps2[0][0]),
    to: ms(steps2.at(-1)[0]),
    peak: ms(peak(steps2))
  });
  const said = say("Latencies from {from} to {to}, most of them near {peak}", range2(now));
  return then.length < 2 ? said : `${said}${say("; baseline from {from} to {to}, near {peak}", range2(then))}`;
}
var peak = (steps2) => steps2.reduce((most3, step2) => step2[1] > most3[1] ? step2 : most3)[0];
var ms = (value2) => formatValue(value2, "ms");

// src/reporters/html/latency.ts
var width3 = 560;
var height3 = 190;
var left2 = 64;
var bottom2 = 160;
var top2 = 14;
function latency(report) {
  const { say } = report;
  const compared = report.checks.find(({ latencies: latencies2 }) => latencies2 !== void 0)?.latencies;
  const spread = compared === void 0 ? null : histogramChart(compared, say);
  const percentiles = percentileChart(report);
  if (spread === null && percentiles === null) return html2``;
  const charts = [
    [say("How often each latency came"), spread],
    [say("By percentile"), percentiles]
  ];
  return html2`<section aria-labelledby="latency">
    <h2 id="latency">${say("Latency")}</h2>
    <p class="hint">
      <span class="key now"></span>
      ${say("this run")}${compared?.base !== null && html2` <span class="key then"></span> ${say("baseline")}`}${say(". Axes of latency are logarithmic.")}${spread !== null && compared !== void 0 && origin(compared, say)}
    </p>
    <div class="columns">${charts.map(([title, chart3]) => chart3 !== null && chartPanel(title, chart3))}</div>
  </section>`;
}
var chartPanel = (title, chart3) => html2`<div class="panel narrow" tabindex="0" role="group" aria-label="${title}">
    <h3 class="first">${title}</h3>
    ${chart3}
  </div> `;
function origin({ how, base }, say) {
  if (base === null) return "";
  return say(
    how === "paired" ? " Both were under the same load at the same time." : " The baseline was measured at another time: the machine may have been faster or slower."
  );
}
function percentileChart({ checks: checks2, say }) {
  const points = checks2.flatMap(({ findings }) => findings).flatMap(pointOf);
  if (points.length < 2) return null;
  const ordered = points.toSorted((a, b) => Number.parseFloat(a.name.slice(1)) - Number.parseFloat(b.name.slice(1)));
  const y2 = scale(ordered.flatMap(({ before, after }) => [after, ...before === null ? [] : [before]]));
  const x2 = (index2) => left2 + 30 + index2 * (width3 - left2 - 60) / (ordered.length - 1);
  return html2`<svg
    class="lines"
    viewBox="0 0 ${width3} ${height3}"
    width="100%"
    role="img"
    aria-label="${labelOf2(ordered, say)}"
  >
    ${y2.ticks.map((tick) => html2`<path class="grid" d="M${left2} ${y2.at(tick)}H${width3 - 10}" /><text class="small" x="${left2 - 8}" y="${y2.at(tick) + 4}" text-anchor="end">${formatValue(tick, "ms")}</text> `)}
    ${line3(
    "then",
    ordered.flatMap(({ before }, index2) => before === null ? [] : [[x2(index2), y2.at(before)]])
  )}
    ${line3(
    "now",
    ordered.map(({ after }, index2) => [x2(index2), y2.at(after)])
  )}
    ${ordered.map(({ name }, index2) => html2`<text class="small" x="${x2(index2)}" y="${height3 - 8}" text-anchor="middle">${name}</text>`)}
  </svg>`;
}
function pointOf({ id, unit: unit3, before, after }) {
  const name = /^qps\/(p\d+(?:\.\d+)?)$/.exec(id)?.[1];
  if (name === void 0 || unit3 !== "ms" || after === null || after <= 0) return [];
  return [{ name, before: before !== null && before > 0 ? before : null, after }];
}
function scale(values) {
  const [low, high] = [Math.min(...values) / 1.3, Math.max(...values) * 1.3];
  const at2 = (value2) => Math.round((bottom2 - Math.log(value2 / low) / Math.log(high / low) * (bottom2 - top2)) * 10) / 10;
  const powers = Array.from({ length: 14 }, (_, index2) => 10 ** (index2 - 5));
  const ticks3 = powers.flatMap((power) => [power, 2 * power, 5 * power].map((tick) => Number(tick.toPrecision(1))));
  const within2 = ticks3.filter((tick) => tick >= low && tick <= high);
  return { at: at2, ticks: within2.length > 6 ? within2.filter((tick) => /^0?\.?0*1/.test(String(tick))) : within2 };
}
function line3(name, points) {
  if (points.length < 2) return html2``;
  const path3 = points.map(([x2, y2], index2) => `${index2 === 0 ? "M" : "L"}${Math.round(x2 * 10) / 10} ${y2}`).join("");
  return html2`<path
      class="${name}"
      d="${path3}"
    />${points.map(([x2, y2]) => html2`<circle class="${name}" cx="${Math.round(x2 * 10) / 10}" cy="${y2}" r="3" />`)}`;
}
var labelOf2 = (points, say) => points.map(
  ({ name, before, after }) => `${name} ${formatValue(after, "ms")}${before === null ? "" : say(", baseline {value}", { value: formatValue(before, "ms") })}`
).join("; ");

// src/reporters/html/interval-chart.ts
var width4 = 168;
var height4 = 24;
var centre = width4 / 2;
var middle = height4 / 2;
var edge = 8;
function axisOf(findings) {
  const gates2 = findings.flatMap(({ threshold }) => threshold?.of === "relative" ? [threshold.value] : []);
  const widest = Math.max(0, ...gates2);
  const usual = Math.min(1, Math.max(0.1, Math.ceil(widest * 2 / 0.1) * 0.1));
  return Math.max(usual, Math.ceil(widest * 1.25 * 10) / 10);
}
function intervalChart(finding2, axis, say) {
  const { delta, interval, threshold, unit: unit3, after } = finding2;
  const end = threshold?.of === "absolute" ? threshold.value * 2 : axis;
  const value2 = delta ?? (threshold?.of === "absolute" ? after : null);
  if (value2 === null || threshold === null) return html2``;
  const at2 = (change) => centre + share(change, end) * (centre - edge);
  const gate = at2(unit3 === "req/s" ? -threshold.value : threshold.value);
  const zone = unit3 === "req/s" ? { from: edge, to: gate } : { from: gate, to: width4 - edge };
  return html2`<svg
    viewBox="0 0 ${width4} ${height4}"
    width="${width4}"
    height="${height4}"
    role="img"
    aria-label="${label2(finding2, say)}"
  >
    <rect class="zone" x="${round3(zone.from)}" y="3" width="${round3(zone.to - zone.from)}" height="${height4 - 6}" />
    <path class="gate" d="M${round3(gate)} 3v${height4 - 6}" />
    <path class="zero" d="M${centre} 3v${height4 - 6}" />
    ${interval !== null && whisker(at2(interval[0]), at2(interval[1]))}${mark(at2(value2))}
  </svg>`;
}
function share(change, end) {
  if (change === 0) return 0;
  const raw = end === 0 ? Math.sign(change) * 2 : change / end;
  return Math.max(-1.5, Math.min(1.5, raw));
}
function whisker(from, to) {
  const [low, high] = [Math.max(edge, Math.min(from, to)), Math.min(width4 - edge, Math.max(from, to))];
  return html2`<path
    class="whisker"
    d="M${round3(low)} ${middle}H${round3(high)}M${round3(low)} ${middle - 4}v8M${round3(high)} ${middle - 4}v8"
  />`;
}
function mark(x2) {
  if (x2 > width4 - edge + 0.5) return arrow(width4 - edge, 1);
  if (x2 < edge - 0.5) return arrow(edge, -1);
  return html2`<circle class="dot" cx="${round3(x2)}" cy="${middle}" r="4" />`;
}
var arrow = (x2, way) => html2`<path
    class="arrow"
    d="M${x2 - way * 16} ${middle}h${way * 14}m${-way * 5} -4.5 l${way * 5.5} 4.5 ${-way * 5.5} 4.5"
  />`;
var round3 = (value2) => Math.round(value2 * 10) / 10;
function label2(finding2, say) {
  const { change, interval, gate, after } = figuresOf(finding2, say);
  const value2 = change === "–" ? after : change;
  return interval === "" ? say("{value}, gate {gate}", { value: value2, gate }) : say("{value}, 95 % interval {interval}, gate {gate}", { value: value2, interval, gate });
}

// src/reporters/html/metrics.ts
var shownRows = 200;
function metrics(report, story) {
  const { say } = report;
  const findings = [...story.deviations, ...story.passing].slice(0, shownRows);
  if (findings.length === 0) return html2``;
  const axis = axisOf(findings);
  return html2`<section aria-labelledby="metrics">
    <h2 id="metrics">${say(story.compared ? "Metrics against the baseline" : "Metrics")}</h2>
    <p class="hint">${hint2(findings, story, say)}</p>
    <div class="scroll" role="group" aria-labelledby="metrics" tabindex="0">
      <table class="metrics">
        <thead>
          <tr>
            ${head2(report, story, axis).map(
    ({ title, right: right4 }) => html2`<th scope="col" ${right4 === true && html2` class="right"`}>${title}</th>`
  )}
          </tr>
        </thead>
        <tbody>
          ${findings.map((finding2) => row3(finding2, { story, axis, say }))}
        </tbody>
      </table>
    </div>
    ${costSentences(report).map((sentence) => html2`<p class="hint">${foreign(sentence, 300)}</p>`)}${findings.some(isFromAnotherTime) && html2`<p class="hint">† ${anotherTimeNote(report)}</p>`}
  </section>`;
}
function hint2(findings, { compared }, say) {
  if (!compared)
    return say("There is nothing to compare with yet. Gates that need no baseline were judged all the same.");
  const intervals = haveIntervals(findings);
  const dots = say(
    intervals ? "Dot: change. Whisker: 95 % interval. A gate is exceeded only when the whole interval is past it." : "Dot: change against the baseline."
  );
  return `${dots}${say(" Shaded: past the gate; where the gate isn’t a share, it’s drawn in the middle of its side.")}`;
}
function head2({ commit: commit2, baseline: baseline2, say }, { compared }, axis) {
  const now = say(commit2.pullRequest === null ? "This run" : "This PR");
  const before = html2`${foreign(baseline2.branch, 24)} <code class="sha">${shortSha(baseline2.sha ?? "")}</code>`;
  const scale2 = html2`<span class="axis"><i>−${formatShare(axis)}</i><i>0</i><i>+${formatShare(axis)}</i></span>`;
  return [
    { title: say("Metric") },
    ...compared ? [{ title: before, right: true }] : [],
    { title: now, right: true },
    ...compared ? [{ title: say("Change"), right: true }, { title: scale2 }] : [],
    { title: say("Gate"), right: true },
    { title: say("Verdict") }
  ];
}
function row3(finding2, { story: { compared }, axis, say }) {
  const { before, after, change, interval, gate } = figuresOf(finding2, say);
  const tone = toneOfFinding(finding2);
  const told3 = finding2.outcome !== "pass" && finding2.reason !== "";
  return html2`<tr class="${tone}${told3 && " told"}">
      <th scope="row">${foreign(finding2.metric, 80)}${isFromAnotherTime(finding2) && " †"}</th>
      ${compared && html2`<td class="right muted">${before}</td>`}
      <td class="right"><b>${after}</b></td>
      ${compared && html2`<td class="right change">${change}${interval !== "" && html2`<small>${interval}</small>`}</td>
          <td class="chart">${intervalChart(finding2, axis, say)}</td>`}
      <td class="right muted">${gate}</td>
      <td>${pill(finding2, say)}</td>
    </tr>
    ${told3 && reasonRow(finding2, compared ? 7 : 4, tone)}`;
}
function reasonRow(finding2, columns, tone) {
  const facts = finding2.site === void 0 ? finding2.facts ?? [] : [];
  return html2`<tr class="reason ${tone}">
    <td colspan="${columns}">
      ${prose2(finding2.reason)}${facts.slice(0, 6).map(({ label: label4, text: text4 }) => html2` · <i>${foreign(label4, 40)}</i> ${prose2(text4)}`)}
    </td>
  </tr> `;
}

// src/reporters/html/coverage.ts
function coverage(report) {
  const { checks: checks2, say } = report;
  return html2`${checks2.map((check2) => {
    const rows2 = coverageCells(check2, say);
    if (rows2 === null || check2.coverage === void 0) return html2``;
    return html2`<section aria-labelledby="coverage">
      <h2 id="coverage">${say("Leak coverage")}</h2>
      <p class="hint">${say(coverageNote)}</p>
      <div class="scroll" role="group" aria-labelledby="coverage" tabindex="0">
        ${table(
      coverageHead(say),
      rows2.map(([first = "", ...rest2]) => [html2`${first}`, ...rest2])
    )}
      </div>
      ${fared(report, check2)} ${lists(report, check2.coverage)}
    </section>`;
  })}`;
}
var table = (head4, rows2) => html2`<table>
    <thead>
      <tr>
        ${head4.map((title, at2) => html2`<th scope="col" class="${at2 > 0 && "right"}">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows2.map(
  ([first, ...rest2]) => html2`<tr>
            <th scope="row">${first}</th>
            ${rest2.map((cell2) => html2`<td class="right">${cell2}</td>`)}
          </tr> `
)}
    </tbody>
  </table>`;
function fared(report, check2) {
  const { say } = report;
  const rows2 = lifecycles(check2);
  if (rows2 === null) return false;
  const head4 = [say("go statements"), ...lifecycleHead(say)];
  const cells = rows2.map(({ site: site2, cells: figures6 }) => [call3(report, site2.frame), ...figures6]);
  return html2`<h3 id="lives">${say("How the goroutines fared")}</h3>
    <p class="hint">${say(lifecycleNote)}</p>
    <div class="scroll" role="group" aria-labelledby="lives" tabindex="0">${table(head4, cells)}</div>`;
}
function lists(report, { unreached, started: started2 }) {
  const { say } = report;
  return html2`<div class="columns">
    ${unreached.length > 0 && list(report, say("What no request reached"), unreached, (one2) => unreachedSite(one2, say))}
    ${started2.length > 0 && list(report, say("Goroutines that the load started"), started2, (one2) => foreign(lifeOf(one2, say), 300))}
  </div>`;
}
var unreachedSite = (site2, say) => html2`${code2(site2.source, 120)}${waysTo(site2, say).map((way) => html2`<br /><span class="hint">${foreign(way, 160)}</span>`)}`;
function list(report, title, sites2, told3) {
  return html2`<div class="panel list">
    <h3>${title}</h3>
    <ul class="plain">
      ${sites2.map((site2) => html2`<li>${call3(report, site2.frame)}<br />${told3(site2)}</li> `)}
    </ul>
  </div>`;
}

// src/reporters/html/protocols.ts
function protocols({ checks: checks2, say }) {
  const tables2 = checks2.flatMap((check2) => protocolCells(check2) ?? []);
  if (tables2.length === 0) return html2``;
  return html2`<section aria-labelledby="protocols">
    <h2 id="protocols">${say("HTTP/1.1 and HTTP/2")}</h2>
    <p class="hint">${say(protocolNote)}</p>
    <div class="scroll" role="group" aria-labelledby="protocols" tabindex="0">
      <table>
        <thead>
          <tr>
            ${protocolHead(say).map((head4, at2) => html2`<th scope="col" class="${at2 > 0 && "right"}">${head4}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${tables2.map(
    ([first = "", ...rest2]) => html2`<tr>
                <th scope="row">${first}</th>
                ${rest2.map((cell2) => html2`<td class="right">${cell2}</td>`)}
              </tr> `
  )}
        </tbody>
      </table>
    </div>
  </section>`;
}

// src/reporters/html/stages.ts
var width5 = 240;
var height5 = 22;
function stages({ checks: checks2, say }) {
  return html2`${checks2.map((check2) => {
    const rows2 = stageCells(check2);
    const table3 = check2.stages;
    if (rows2 === null || table3 === void 0) return html2``;
    const [first = "", ...head4] = stageHead(say);
    return html2`<section aria-labelledby="stages">
      <h2 id="stages">${say("Where the time goes")}</h2>
      <p class="hint">${say(stageNotes[table3.source])}</p>
      <div class="scroll" role="group" aria-labelledby="stages" tabindex="0">
        <table>
          <thead>
            <tr>
              <th scope="col">${first}</th>
              <th scope="col"><span class="hidden">${say("Share")}</span></th>
              ${head4.map((title) => html2`<th scope="col" class="right">${title}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows2.map(([name = "", ...cells], at2) => {
      const row5 = table3.rows[at2];
      return html2`<tr class="${row5.outcome === "fail" && "fail"}">
                <th scope="row">${foreign(name, 60)}</th>
                <td>${bars(row5, table3)}</td>
                ${cells.map((cell2) => html2`<td class="right">${cell2}</td>`)}
              </tr> `;
    })}
          </tbody>
        </table>
      </div>
    </section>`;
  })}`;
}
function bars({ beforeUs, afterUs }, { rows: rows2 }) {
  const longest2 = Math.max(1e-9, ...rows2.flatMap((row5) => [row5.afterUs, row5.beforeUs ?? 0]));
  const long = (us3) => Math.round(us3 / longest2 * width5 * 10) / 10;
  return html2`<svg
    class="stage"
    viewBox="0 0 ${width5} ${height5}"
    width="${width5}"
    height="${height5}"
    aria-hidden="true"
  >
    ${beforeUs !== null && html2`<rect class="before" x="0" y="3" width="${long(beforeUs)}" height="5" rx="2" />`}
    <rect class="after" x="0" y="${beforeUs === null ? 7 : 11}" width="${long(afterUs)}" height="8" rx="2" />
  </svg>`;
}

// src/reporters/html/resilience.ts
var width6 = 1136;
var left3 = 78;
var right2 = width6 - 14;
var bands = {
  rate: { top: 40, bottom: 190 },
  latency: { top: 222, bottom: 292 },
  breaker: { top: 318, bottom: 342 }
};
var height6 = 376;
var mostColumns = 280;
var phaseNames = ["baseline", "peak", "fault", "recovery", "restart"];
var outcomes = ["served", "fallback", "refused", "failed"];
function resilienceTimelines({ checks: checks2, say }) {
  return html2`${checks2.map((check2, index2) => section2(check2, index2, say))}`;
}
function section2({ resilience: timeline2 }, index2, say) {
  if (timeline2 === void 0 || timeline2.buckets.served.length === 0) return html2``;
  const id = `resilience-${index2 + 1}`;
  const arrivals = timeline2.buckets.arrivals !== null;
  return html2`<section aria-labelledby="${id}">
    <h2 id="${id}">${say("Outcomes through peak, fault and recovery")}</h2>
    <p class="hint">
      ${outcomes.map((key) => html2`<i class="swatch ${key}"></i> ${say(key === "failed" ? "failed otherwise" : key)} `)}${arrivals && html2`<span class="key then"></span> ${say("calls that reached the dependency")}`}
    </p>
    <div class="panel treemap" tabindex="0" role="group" aria-labelledby="${id}">${chart(timeline2, say)}</div>
    ${timeline2.breaker.length > 0 && transitions(timeline2, say)}
  </section> `;
}
function columnsOf({ bucketMs, buckets }) {
  const per = Math.max(1, Math.ceil(buckets.served.length / mostColumns));
  const count4 = Math.ceil(buckets.served.length / per);
  const parts = (values) => Array.from({ length: count4 }, (_, index2) => values.slice(index2 * per, (index2 + 1) * per));
  const rate2 = (values) => parts(values).map((part) => sum2(part) * 1e3 / (bucketMs * Math.max(1, part.length)));
  const stacked = outcomes.map((key) => rate2(buckets[key]));
  const worst = parts(buckets.p95Us).map((part) => {
    const known3 = part.filter((us3) => us3 !== null);
    return known3.length === 0 ? null : Math.max(...known3);
  });
  return { columnMs: per * bucketMs, count: count4, stacked, worst, arrivals: buckets.arrivals && rate2(buckets.arrivals) };
}
var sum2 = (values) => values.reduce((total, value2) => total + value2, 0);
function chart(timeline2, say) {
  const { columnMs, count: count4, stacked, worst, arrivals } = columnsOf(timeline2);
  const durationMs = timeline2.buckets.served.length * timeline2.bucketMs;
  const x2 = (ms4) => round4(left3 + Math.max(0, Math.min(durationMs, ms4)) / durationMs * (right2 - left3));
  const totals = Array.from({ length: count4 }, (_, at2) => sum2(stacked.map((values) => values[at2])));
  const rate2 = linear3([...totals, ...arrivals ?? []], bands.rate);
  const latency3 = linear3(
    worst.map((us3) => (us3 ?? 0) / 1e3),
    bands.latency
  );
  const middle2 = (at2) => x2((at2 + 0.5) * columnMs);
  return html2`<svg
    class="lines"
    viewBox="0 0 ${width6} ${height6}"
    width="100%"
    role="img"
    aria-label="${labelOf3(timeline2, say)}"
  >
    ${timeline2.phases.map((phase, index2) => phaseMark(phase, index2, { x: x2, say }))}
    ${grid(rate2, (value2) => formatCount(value2))} ${grid(latency3, (value2) => formatValue(value2, "ms"))}
    ${heading(say("requests/s"), bands.rate)}${heading(say("p95 of what was served"), bands.latency)}
    ${outcomes.map((key, layer) => stack(key, stacked.slice(0, layer + 1), { x: x2, columnMs, at: rate2.at }))}
    ${arrivals !== null && line4(
    "then",
    arrivals.map((value2, at2) => [middle2(at2), rate2.at(value2)])
  )}
    ${line4(
    "now",
    worst.flatMap((us3, at2) => us3 === null ? [] : [[middle2(at2), latency3.at(us3 / 1e3)]])
  )}
    ${timeline2.breaker.length > 0 && strip(timeline2, x2, say)}
    ${ticks2(durationMs).map(
    (ms4) => html2`<text class="small" x="${x2(ms4)}" y="${height6 - 10}" text-anchor="middle">${seconds2(ms4)}</text>`
  )}
  </svg>`;
}
function phaseMark({ name, fromMs, toMs }, index2, { x: x2, say }) {
  const [from, to] = [x2(fromMs), x2(toMs)];
  const known3 = phaseNames.find((one2) => one2 === name);
  return html2`<rect
      class="${name === "fault" ? "zone" : "phase"}"
      x="${from}"
      y="${bands.rate.top - 8}"
      width="${round4(to - from)}"
      height="${bands.breaker.bottom - bands.rate.top + 8}"
    /><text class="small" x="${from + 3}" y="${index2 % 2 === 0 ? 13 : 27}"
      >${known3 === void 0 ? foreign(name, 20) : say(known3)}</text
    >`;
}
function stack(name, layers, { x: x2, columnMs, at: at2 }) {
  const top3 = layers.at(-1).map((_, index2) => sum2(layers.map((values) => values[index2])));
  const below2 = layers.at(-1).map((value2, index2) => top3[index2] - value2);
  if (layers.at(-1).every((value2) => value2 === 0)) return html2``;
  const edge2 = (values, index2) => `${x2(index2 * columnMs)} ${at2(values[index2])}L${x2((index2 + 1) * columnMs)} ${at2(values[index2])}`;
  const there = top3.map((_, index2) => edge2(top3, index2)).join("L");
  const back = below2.map((value2, index2) => `${x2((index2 + 1) * columnMs)} ${at2(value2)}L${x2(index2 * columnMs)} ${at2(value2)}`).toReversed().join("L");
  return html2`<path class="outcome ${name}" d="M${there}L${back}Z" />`;
}
function line4(name, points) {
  const d = points.map(([px, py], index2) => `${index2 === 0 ? "M" : "L"}${px} ${py}`).join("");
  return d === "" ? html2`` : html2`<path class="${name}" d="${d}" />`;
}
function strip({ breaker, phases }, x2, say) {
  const { top: top3, bottom: bottom3 } = bands.breaker;
  const endMs2 = phases.find(({ name }) => name === "recovery")?.toMs ?? breaker.at(-1).fromMs;
  return html2`<text class="small" x="${left3 - 8}" y="${bottom3 - 7}" text-anchor="end">${say("breaker")}</text
    >${breaker.map(({ state, fromMs }, index2) => {
    const [from, to] = [x2(fromMs), x2(breaker[index2 + 1]?.fromMs ?? endMs2)];
    const wide = Math.max(1.5, round4(to - from));
    return html2`<rect class="state ${state}" x="${from}" y="${top3}" width="${wide}" height="${bottom3 - top3}" />${wide > 44 && html2`<text class="small on" x="${from + 6}" y="${bottom3 - 7}">${say(state)}</text>`}`;
  })}`;
}
function transitions({ breaker, phases }, say) {
  const fault = phases.find(({ name }) => name === "fault");
  const rows2 = breaker.slice(0, 40).map(
    ({ state, fromMs }) => html2`<tr>
        <th scope="row">${say(state)}</th>
        <td class="right">${seconds2(fromMs)}</td>
        <td class="wide">${fault !== void 0 && whenOf(fromMs, fault, say)}</td>
      </tr> `
  );
  return html2`<h3>${say("The breaker, as seen from outside")}</h3>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${say("State")}</th>
            <th scope="col" class="right">${say("From")}</th>
            <th scope="col">${say("That is")}</th>
          </tr>
        </thead>
        <tbody>
          ${rows2}
        </tbody>
      </table>
    </div>`;
}
var whenOf = (ms4, { fromMs, toMs }, say) => ms4 < toMs ? say("{time} into the fault", { time: seconds2(ms4 - fromMs) }) : say("{time} after the fault", { time: seconds2(ms4 - toMs) });
var round4 = (value2) => Math.round(value2 * 10) / 10;
var seconds2 = (ms4) => `${Number((ms4 / 1e3).toFixed(2))} s`;
function linear3(values, { top: top3, bottom: bottom3 }) {
  const most3 = values.reduce((highest, value2) => Math.max(highest, value2), 1e-6);
  const unit3 = 10 ** Math.floor(Math.log10(most3));
  const end = [1, 2, 3, 4, 5, 8, 10].map((factor) => factor * unit3).find((value2) => value2 >= most3 * 0.999);
  const at2 = (value2) => round4(bottom3 - Math.max(0, Math.min(end, value2)) / end * (bottom3 - top3));
  return { at: at2, ticks: [0, end / 2, end] };
}
var grid = ({ at: at2, ticks: marks2 }, text4) => html2`${marks2.map(
  (mark2) => html2`<path class="grid" d="M${left3} ${at2(mark2)}H${right2}" />
        <text class="small" x="${left3 - 8}" y="${at2(mark2) + 4}" text-anchor="end"
          >${mark2 === 0 ? "0" : text4(mark2)}</text
        >`
)}`;
var heading = (text4, { top: top3 }) => html2`<text class="small" x="${right2}" y="${top3 - 4}" text-anchor="end">${text4}</text>`;
function ticks2(durationMs) {
  const step2 = [1, 2, 5, 10, 20, 50, 100].map((s) => s * 1e3).find((ms4) => durationMs / ms4 <= 10) ?? durationMs / 8;
  return Array.from({ length: Math.floor(durationMs / step2) + 1 }, (_, index2) => index2 * step2);
}
function labelOf3({ breaker, buckets }, say) {
  const count4 = (key) => formatCount(sum2(buckets[key]));
  const requests = say("Requests: {served} served, {fallback} fallback, {refused} refused, {failed} failed.", {
    served: count4("served"),
    fallback: count4("fallback"),
    refused: count4("refused"),
    failed: count4("failed")
  });
  const states = breaker.map(({ state }) => say(state)).slice(0, 12).join(" → ");
  return `${requests}${states === "" ? "" : say(" Breaker: {states}", { states })}`;
}

// node_modules/d3-hierarchy/dist/d3-hierarchy.mjs
function count3(node) {
  var sum3 = 0, children = node.children, i = children && children.length;
  if (!i) sum3 = 1;
  else while (--i >= 0) sum3 += children[i].value;
  node.value = sum3;
}
function node_count() {
  return this.eachAfter(count3);
}
function node_each(callback, that) {
  let index2 = -1;
  for (const node of this) {
    callback.call(that, node, ++index2, this);
  }
  return this;
}
function node_eachBefore(callback, that) {
  var node = this, nodes = [node], children, i, index2 = -1;
  while (node = nodes.pop()) {
    callback.call(that, node, ++index2, this);
    if (children = node.children) {
      for (i = children.length - 1; i >= 0; --i) {
        nodes.push(children[i]);
      }
    }
  }
  return this;
}
function node_eachAfter(callback, that) {
  var node = this, nodes = [node], next = [], children, i, n, index2 = -1;
  while (node = nodes.pop()) {
    next.push(node);
    if (children = node.children) {
      for (i = 0, n = children.length; i < n; ++i) {
        nodes.push(children[i]);
      }
    }
  }
  while (node = next.pop()) {
    callback.call(that, node, ++index2, this);
  }
  return this;
}
function node_find(callback, that) {
  let index2 = -1;
  for (const node of this) {
    if (callback.call(that, node, ++index2, this)) {
      return node;
    }
  }
}
function node_sum(value2) {
  return this.eachAfter(function(node) {
    var sum3 = +value2(node.data) || 0, children = node.children, i = children && children.length;
    while (--i >= 0) sum3 += children[i].value;
    node.value = sum3;
  });
}
function node_sort(compare) {
  return this.eachBefore(function(node) {
    if (node.children) {
      node.children.sort(compare);
    }
  });
}
function node_path(end) {
  var start = this, ancestor = leastCommonAncestor(start, end), nodes = [start];
  while (start !== ancestor) {
    start = start.parent;
    nodes.push(start);
  }
  var k = nodes.length;
  while (end !== ancestor) {
    nodes.splice(k, 0, end);
    end = end.parent;
  }
  return nodes;
}
function leastCommonAncestor(a, b) {
  if (a === b) return a;
  var aNodes = a.ancestors(), bNodes = b.ancestors(), c = null;
  a = aNodes.pop();
  b = bNodes.pop();
  while (a === b) {
    c = a;
    a = aNodes.pop();
    b = bNodes.pop();
  }
  return c;
}
function node_ancestors() {
  var node = this, nodes = [node];
  while (node = node.parent) {
    nodes.push(node);
  }
  return nodes;
}
function node_descendants() {
  return Array.from(this);
}
function node_leaves() {
  var leaves = [];
  this.eachBefore(function(node) {
    if (!node.children) {
      leaves.push(node);
    }
  });
  return leaves;
}
function node_links() {
  var root = this, links = [];
  root.each(function(node) {
    if (node !== root) {
      links.push({ source: node.parent, target: node });
    }
  });
  return links;
}
function* node_iterator() {
  var node = this, current, next = [node], children, i, n;
  do {
    current = next.reverse(), next = [];
    while (node = current.pop()) {
      yield node;
      if (children = node.children) {
        for (i = 0, n = children.length; i < n; ++i) {
          next.push(children[i]);
        }
      }
    }
  } while (next.length);
}
function hierarchy(data, children) {
  if (data instanceof Map) {
    data = [void 0, data];
    if (children === void 0) children = mapChildren;
  } else if (children === void 0) {
    children = objectChildren;
  }
  var root = new Node$1(data), node, nodes = [root], child, childs, i, n;
  while (node = nodes.pop()) {
    if ((childs = children(node.data)) && (n = (childs = Array.from(childs)).length)) {
      node.children = childs;
      for (i = n - 1; i >= 0; --i) {
        nodes.push(child = childs[i] = new Node$1(childs[i]));
        child.parent = node;
        child.depth = node.depth + 1;
      }
    }
  }
  return root.eachBefore(computeHeight);
}
function node_copy() {
  return hierarchy(this).eachBefore(copyData);
}
function objectChildren(d) {
  return d.children;
}
function mapChildren(d) {
  return Array.isArray(d) ? d[1] : null;
}
function copyData(node) {
  if (node.data.value !== void 0) node.value = node.data.value;
  node.data = node.data.data;
}
function computeHeight(node) {
  var height8 = 0;
  do
    node.height = height8;
  while ((node = node.parent) && node.height < ++height8);
}
function Node$1(data) {
  this.data = data;
  this.depth = this.height = 0;
  this.parent = null;
}
Node$1.prototype = hierarchy.prototype = {
  constructor: Node$1,
  count: node_count,
  each: node_each,
  eachAfter: node_eachAfter,
  eachBefore: node_eachBefore,
  find: node_find,
  sum: node_sum,
  sort: node_sort,
  path: node_path,
  ancestors: node_ancestors,
  descendants: node_descendants,
  leaves: node_leaves,
  links: node_links,
  copy: node_copy,
  [Symbol.iterator]: node_iterator
};
function required(f) {
  if (typeof f !== "function") throw new Error();
  return f;
}
function constantZero() {
  return 0;
}
function constant2(x2) {
  return function() {
    return x2;
  };
}
function roundNode(node) {
  node.x0 = Math.round(node.x0);
  node.y0 = Math.round(node.y0);
  node.x1 = Math.round(node.x1);
  node.y1 = Math.round(node.y1);
}
function treemapDice(parent, x0, y0, x1, y1) {
  var nodes = parent.children, node, i = -1, n = nodes.length, k = parent.value && (x1 - x0) / parent.value;
  while (++i < n) {
    node = nodes[i], node.y0 = y0, node.y1 = y1;
    node.x0 = x0, node.x1 = x0 += node.value * k;
  }
}
function TreeNode(node, i) {
  this._ = node;
  this.parent = null;
  this.children = null;
  this.A = null;
  this.a = this;
  this.z = 0;
  this.m = 0;
  this.c = 0;
  this.s = 0;
  this.t = null;
  this.i = i;
}
TreeNode.prototype = Object.create(Node$1.prototype);
function treemapSlice(parent, x0, y0, x1, y1) {
  var nodes = parent.children, node, i = -1, n = nodes.length, k = parent.value && (y1 - y0) / parent.value;
  while (++i < n) {
    node = nodes[i], node.x0 = x0, node.x1 = x1;
    node.y0 = y0, node.y1 = y0 += node.value * k;
  }
}
var phi = (1 + Math.sqrt(5)) / 2;
function squarifyRatio(ratio, parent, x0, y0, x1, y1) {
  var rows2 = [], nodes = parent.children, row5, nodeValue, i0 = 0, i1 = 0, n = nodes.length, dx, dy, value2 = parent.value, sumValue, minValue, maxValue, newRatio, minRatio, alpha, beta;
  while (i0 < n) {
    dx = x1 - x0, dy = y1 - y0;
    do
      sumValue = nodes[i1++].value;
    while (!sumValue && i1 < n);
    minValue = maxValue = sumValue;
    alpha = Math.max(dy / dx, dx / dy) / (value2 * ratio);
    beta = sumValue * sumValue * alpha;
    minRatio = Math.max(maxValue / beta, beta / minValue);
    for (; i1 < n; ++i1) {
      sumValue += nodeValue = nodes[i1].value;
      if (nodeValue < minValue) minValue = nodeValue;
      if (nodeValue > maxValue) maxValue = nodeValue;
      beta = sumValue * sumValue * alpha;
      newRatio = Math.max(maxValue / beta, beta / minValue);
      if (newRatio > minRatio) {
        sumValue -= nodeValue;
        break;
      }
      minRatio = newRatio;
    }
    rows2.push(row5 = { value: sumValue, dice: dx < dy, children: nodes.slice(i0, i1) });
    if (row5.dice) treemapDice(row5, x0, y0, x1, value2 ? y0 += dy * sumValue / value2 : y1);
    else treemapSlice(row5, x0, y0, value2 ? x0 += dx * sumValue / value2 : x1, y1);
    value2 -= sumValue, i0 = i1;
  }
  return rows2;
}
var squarify = (function custom(ratio) {
  function squarify2(parent, x0, y0, x1, y1) {
    squarifyRatio(ratio, parent, x0, y0, x1, y1);
  }
  squarify2.ratio = function(x2) {
    return custom((x2 = +x2) > 1 ? x2 : 1);
  };
  return squarify2;
})(phi);
function index() {
  var tile = squarify, round6 = false, dx = 1, dy = 1, paddingStack = [0], paddingInner = constantZero, paddingTop = constantZero, paddingRight = constantZero, paddingBottom = constantZero, paddingLeft = constantZero;
  function treemap(root) {
    root.x0 = root.y0 = 0;
    root.x1 = dx;
    root.y1 = dy;
    root.eachBefore(positionNode);
    paddingStack = [0];
    if (round6) root.eachBefore(roundNode);
    return root;
  }
  function positionNode(node) {
    var p = paddingStack[node.depth], x0 = node.x0 + p, y0 = node.y0 + p, x1 = node.x1 - p, y1 = node.y1 - p;
    if (x1 < x0) x0 = x1 = (x0 + x1) / 2;
    if (y1 < y0) y0 = y1 = (y0 + y1) / 2;
    node.x0 = x0;
    node.y0 = y0;
    node.x1 = x1;
    node.y1 = y1;
    if (node.children) {
      p = paddingStack[node.depth + 1] = paddingInner(node) / 2;
      x0 += paddingLeft(node) - p;
      y0 += paddingTop(node) - p;
      x1 -= paddingRight(node) - p;
      y1 -= paddingBottom(node) - p;
      if (x1 < x0) x0 = x1 = (x0 + x1) / 2;
      if (y1 < y0) y0 = y1 = (y0 + y1) / 2;
      tile(node, x0, y0, x1, y1);
    }
  }
  treemap.round = function(x2) {
    return arguments.length ? (round6 = !!x2, treemap) : round6;
  };
  treemap.size = function(x2) {
    return arguments.length ? (dx = +x2[0], dy = +x2[1], treemap) : [dx, dy];
  };
  treemap.tile = function(x2) {
    return arguments.length ? (tile = required(x2), treemap) : tile;
  };
  treemap.padding = function(x2) {
    return arguments.length ? treemap.paddingInner(x2).paddingOuter(x2) : treemap.paddingInner();
  };
  treemap.paddingInner = function(x2) {
    return arguments.length ? (paddingInner = typeof x2 === "function" ? x2 : constant2(+x2), treemap) : paddingInner;
  };
  treemap.paddingOuter = function(x2) {
    return arguments.length ? treemap.paddingTop(x2).paddingRight(x2).paddingBottom(x2).paddingLeft(x2) : treemap.paddingTop();
  };
  treemap.paddingTop = function(x2) {
    return arguments.length ? (paddingTop = typeof x2 === "function" ? x2 : constant2(+x2), treemap) : paddingTop;
  };
  treemap.paddingRight = function(x2) {
    return arguments.length ? (paddingRight = typeof x2 === "function" ? x2 : constant2(+x2), treemap) : paddingRight;
  };
  treemap.paddingBottom = function(x2) {
    return arguments.length ? (paddingBottom = typeof x2 === "function" ? x2 : constant2(+x2), treemap) : paddingBottom;
  };
  treemap.paddingLeft = function(x2) {
    return arguments.length ? (paddingLeft = typeof x2 === "function" ? x2 : constant2(+x2), treemap) : paddingLeft;
  };
  return treemap;
}
var resquarify = (function custom2(ratio) {
  function resquarify2(parent, x0, y0, x1, y1) {
    if ((rows2 = parent._squarify) && rows2.ratio === ratio) {
      var rows2, row5, nodes, i, j = -1, n, m = rows2.length, value2 = parent.value;
      while (++j < m) {
        row5 = rows2[j], nodes = row5.children;
        for (i = row5.value = 0, n = nodes.length; i < n; ++i) row5.value += nodes[i].value;
        if (row5.dice) treemapDice(row5, x0, y0, x1, value2 ? y0 += (y1 - y0) * row5.value / value2 : y1);
        else treemapSlice(row5, x0, y0, value2 ? x0 += (x1 - x0) * row5.value / value2 : x1, y1);
        value2 -= row5.value;
      }
    } else {
      parent._squarify = rows2 = squarifyRatio(ratio, parent, x0, y0, x1, y1);
      rows2.ratio = ratio;
    }
  }
  resquarify2.ratio = function(x2) {
    return custom2((x2 = +x2) > 1 ? x2 : 1);
  };
  return resquarify2;
})(phi);

// src/reporters/html/treemap.ts
var width7 = 1136;
function treemapOf(tiles3, { unit: unit3, height: height8, whole: whole2, say }) {
  const all = { name: "", amount: 0, told: "", children: [...tiles3] };
  const root = index().size([width7, height8]).paddingInner(3).paddingTop(({ depth, children }) => depth > 0 && children !== void 0 ? 40 : 0).paddingLeft(({ depth }) => depth > 0 ? 5 : 0).paddingRight(({ depth }) => depth > 0 ? 5 : 0).paddingBottom(({ depth }) => depth > 0 ? 5 : 0).round(true)(
    hierarchy(all).sum(({ amount: amount2, children }) => Math.max(0, amount2 - children.reduce((sum4, child) => sum4 + child.amount, 0)))
  );
  const largest = tiles3.slice(0, 3).map(({ name, told: told3 }) => `${plain(name, 80)} ${told3}`);
  const sum3 = say(whole2, { total: formatValue(root.value ?? 0, unit3) });
  return html2`<div
    class="panel treemap"
    tabindex="0"
    role="group"
    aria-label="${say("{what}, as areas", { what: sum3 })}"
  >
    <svg viewBox="0 0 ${width7} ${height8}" width="100%" role="img" aria-label="${`${sum3}: ${largest.join(say(", "))}`}">
      ${root.descendants().slice(1).map(drawn)}
    </svg>
  </div>`;
}
function drawn({ x0, y0, x1, y1, depth, data }) {
  const [w, h] = [x1 - x0, y1 - y0];
  if (w < 2 || h < 2) return html2``;
  const { name, told: told3, tint } = data;
  const characters = Math.floor((w - 14) / 8.4);
  return html2`<svg x="${x0}" y="${y0}" width="${w}" height="${h}">
    <title>${plain(name, 200)}: ${told3}</title>
    <rect class="${tint ?? `t${Math.min(depth, 4)}`}" width="${w}" height="${h}" rx="4" />
    ${characters > 4 && h > 20 && html2`<text x="8" y="17">${plain(name, Math.max(5, characters))}</text>`}${characters > Math.max(8, told3.length - 1) && h > 36 && html2`<text class="small" x="8" y="32">${told3}</text>`}
  </svg> `;
}

// src/reporters/html/retention.ts
var shownRoots = 20;
var smallest = 3e-3;
function retention(report) {
  const { say } = report;
  const all = keptOf(report);
  const kept2 = all.filter(({ amount: amount2 }) => amount2 >= all[0].amount * smallest).slice(0, shownRoots);
  if (kept2.length === 0) return html2``;
  return html2`<section aria-labelledby="kept">
    <div class="title">
      <h2 id="kept">${say("What keeps it alive")}</h2>
      <button type="button" class="toggle" data-toggle="#roots" hidden>${say("Open all")}</button>
    </div>
    <p class="hint">
      ${say(
    kept2[0].unit === "bytes" ? "Area: growth that a global, a goroutine or a finalizer keeps reachable, and inside it what the next object on the way keeps. Cut the chain anywhere, and what is below it is freed." : "Area: growth that a global, a goroutine or a finalizer keeps reachable. Cut the chain anywhere, and what is below it is freed."
  )}
    </p>
    ${kept2.length > 1 || kept2[0].chain !== null ? tiles2(kept2, say) : ""}
    <div class="sites" id="roots">${kept2.map((one2) => walk2(report, one2))}</div>
    ${selfCheck(report)}
  </section>`;
}
function keptOf(report) {
  const chains = evidenceOf(report)?.chains ?? [];
  if (chains.length > 0)
    return chains.map((chain2) => ({ root: chain2.root, unit: "bytes", amount: chain2.retainedBytes, chain: chain2, steps: [] }));
  const roots = /* @__PURE__ */ new Map();
  for (const { facts = [], after, unit: unit3 } of report.checks.flatMap(({ findings }) => findings)) {
    const said = facts.find(({ label: label4 }) => label4 === report.say("kept alive by"));
    const [root, ...steps2] = chainSteps(said?.text ?? "");
    if (root === void 0 || unit3 !== "bytes/req" || !((after ?? 0) > 0)) continue;
    const known3 = roots.get(root);
    roots.set(
      root,
      known3 === void 0 ? { root, unit: unit3, amount: after, chain: null, steps: steps2 } : { ...known3, amount: known3.amount + after }
    );
  }
  return [...roots.values()].toSorted((a, b) => b.amount - a.amount);
}
function tiles2(kept2, say) {
  const { unit: unit3 } = kept2[0];
  const tile = (one2) => tileOf(one2, unit3);
  return treemapOf(kept2.map(tile), { unit: unit3, height: kept2.length > 1 ? 300 : 180, say, whole: "{total} kept alive" });
}
var tileOf = ({ root, amount: amount2, chain: chain2 }, unit3) => ({
  name: root,
  amount: amount2,
  told: formatValue(amount2, unit3),
  children: below(chain2, 1, amount2)
});
function below(chain2, from, above) {
  const at2 = (chain2?.steps ?? []).findIndex(
    ({ retainedBytes: retainedBytes2 }, index2) => index2 >= from && index2 < 40 && retainedBytes2 > 0 && retainedBytes2 < above * 0.98
  );
  const step2 = chain2?.steps[at2];
  if (step2 === void 0 || from > 40) return [];
  const { text: text4, retainedBytes } = step2;
  const told3 = formatValue(retainedBytes, "bytes");
  return [{ name: text4, amount: retainedBytes, told: told3, children: below(chain2, at2 + 1, retainedBytes) }];
}
var counted2 = (bytes) => `${formatCount(bytes)} B`;
function selfCheck(report) {
  const { say } = report;
  const looks2 = evidenceOf(report)?.counted;
  if (looks2 === void 0 || looks2.after === null) return html2``;
  const { before, after } = looks2;
  const grew = (of) => after[of] - before[of];
  const apart = grew("heapAllocBytes") - grew("reachableBytes");
  const grown2 = counted2(grew("heapAllocBytes"));
  return html2`<p class="hint">
    ${say(
    "Both looks were checked: the roots reach {reached} and then {reachedThen}, the runtime counts {counted} and {countedThen}.",
    {
      reached: counted2(before.reachableBytes),
      reachedThen: counted2(after.reachableBytes),
      counted: counted2(before.heapAllocBytes),
      countedThen: counted2(after.heapAllocBytes)
    }
  )}
    ${apart === 0 ? say("It grew by {bytes}, to the byte what the roots reach more.", { bytes: grown2 }) : say(apart > 0 ? "It grew by {bytes}, {apart} more than what the roots reach." : "It grew by {bytes}, {apart} less than what the roots reach.", { bytes: grown2, apart: counted2(Math.abs(apart)) })}
  </p>`;
}
function walk2(report, { root, amount: amount2, unit: unit3, chain: chain2, steps: steps2 }) {
  const named3 = chain2 === null ? steps2.map((step2) => html2`<li>${code2(step2)}</li> `) : stepsOf3(report, chain2);
  return html2`<details class="site">
    <summary>
      <span class="where"><code>${foreign(root, 200)}</code></span
      ><span class="amount"
        ><b>${formatValue(amount2, unit3, "always")}</b
        >${chain2 !== null && html2`<small>${rate(chain2, report.say)}</small>`}</span
      >
    </summary>
    <div class="body">
      <ol class="chain">
        <li>${code2(root)}</li>
        ${named3}
      </ol>
      ${(chain2?.heldBy ?? []).map(
    (way) => html2`<h3>${report.say("Held together by")}</h3>
            <ol class="chain">
              ${way.map((step2) => html2`<li>${code2(step2)}</li> `)}
            </ol>`
  )}
      ${(chain2?.sites.length ?? 0) > 0 && html2`<h3>${report.say("Allocated at")}</h3>
          <ul class="plain">
            ${chain2.sites.slice(0, 20).map((site2) => html2`<li>${place(report, site2)} ${code2(site2.function, 100)}</li> `)}
          </ul>`}
    </div>
  </details> `;
}
function rate({ retainedBytes, requests, known: known3 }, say) {
  const bytes = requests === void 0 ? "" : formatValue(retainedBytes / Math.max(1, requests), "bytes/req");
  const history = known3 === void 0 ? "" : say(known3 ? "known" : "new");
  return bytes === "" || history === "" ? bytes + history : say("{bytes}, {history}", { bytes, history });
}
function stepsOf3(report, { steps: steps2, root, retainedBytes, exact }) {
  const { say } = report;
  return steps2.slice(steps2[0]?.text === root ? 1 : 0).slice(0, 40).map(({ text: text4, objects, retainedBytes: bytes, frame: frame2 }) => {
    const estimated = exact === false && !text4.startsWith("goroutine ");
    const part = Math.round(Math.max(0, bytes) / Math.max(1, retainedBytes) * 100);
    return html2`<li>
        ${code2(withoutPlace(text4, frame2))}${objects > 1 && html2` <span class="times">${estimated && "≈ "}×${formatCount(Math.round(objects))}</span>`}
        <span class="muted"
          >${say("keeps {bytes} ({part} %)", { bytes: formatValue(bytes, "bytes"), part })}${exact === true && objects > 1 && say(", {bytes} each", { bytes: formatValue(bytes / objects, "bytes") })}</span
        >${frame2 !== null && html2` ${place(report, frame2)}`}
      </li> `;
  });
}

// src/reporters/html/routes.ts
var width8 = 150;
var shownRoutes = 100;
function routes({ checks: checks2, say }) {
  const loaded = checks2.filter((check2) => check2.routes.length > 0);
  const sent = checks2.flatMap(({ load: load2 }) => load2 === void 0 ? [] : [loadText(load2, say)]);
  const how = sent.length === 0 ? "" : html2`<section aria-labelledby="load">
          <h2 id="load">${say("Load")}</h2>
          ${sent.map((one2) => html2`<p>${foreign(one2, 600)}</p>`)}
        </section>`;
  return html2`${how}${loaded.map((check2, index2) => routeTable(check2, index2, say))}`;
}
function routeTable({ title, routes: all }, index2, say) {
  const shown = all.slice(0, shownRoutes);
  const id = `routes-${index2 + 1}`;
  const axis = axisOf2(shown.map(({ latencyUs }) => latencyUs));
  return html2`<section aria-labelledby="${id}">
    <h2 id="${id}">${say("Route by route")}</h2>
    <p class="hint">
      ${spoken(say, "{check}: median to 99th percentile as a bar, the slowest answer as a dot, from {from} to {to} on a logarithmic axis.", { check: foreign(title, 60), from: ms2(axis.from), to: ms2(axis.to) })}
    </p>
    <div class="scroll" role="group" aria-labelledby="${id}" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${say("Route")}</th>
            ${[say("Requests"), say("Failed"), "p50", "p95", "p99", say("max")].map((head4) => html2`<th scope="col" class="right">${head4}</th>`)}
            <th scope="col">${say("Latency")}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((route) => routeRow(route, axis))}
        </tbody>
      </table>
    </div>
  </section>`;
}
var ms2 = (microseconds) => formatValue(microseconds / 1e3, "ms");
function axisOf2(latencies2) {
  const seen3 = latencies2.flatMap(({ p50, max }) => [p50, max]).filter((value2) => value2 > 0);
  const from = Math.min(...seen3);
  return Number.isFinite(from) ? { from, to: Math.max(...seen3, from * 1.01) } : { from: 1, to: 10 };
}
function routeRow({ label: label4, requests, failed: failed3, latencyUs }, axis) {
  const { p50, p95, p99, max } = latencyUs;
  return html2`<tr>
    <th scope="row">${code2(label4, 160)}</th>
    <td class="right">${formatCount(requests)}</td>
    <td class="right${failed3 > 0 && " bad"}">${formatCount(failed3)}</td>
    ${[p50, p95, p99, max].map((value2) => html2`<td class="right">${ms2(value2)}</td>`)}
    <td class="chart">${range(latencyUs, axis)}</td>
  </tr> `;
}
function range({ p50, p99, max }, { from, to }) {
  const at2 = (value2) => Math.round((4 + Math.log(Math.max(value2, from) / from) / Math.log(to / from) * (width8 - 8)) * 10) / 10;
  return html2`<svg viewBox="0 0 ${width8} 16" width="${width8}" height="16" aria-hidden="true">
    <path class="axis" d="M4 8H${width8 - 4}" />
    <rect class="range" x="${at2(p50)}" y="4.5" width="${Math.max(2, at2(p99) - at2(p50))}" height="7" rx="2" />
    <circle class="max" cx="${at2(max)}" cy="8" r="2.5" />
  </svg>`;
}

// src/reporters/html/heap-steps.ts
function heatOf(grownBytes, hottestBytes) {
  const step2 = Math.min(9, Math.ceil(Math.sqrt(Math.abs(grownBytes) / Math.max(1, hottestBytes)) * 9));
  return `${grownBytes < 0 ? "c" : "h"}${step2}`;
}
function named2({ text: text4, frame: frame2 }) {
  const place3 = frame2 === null || text4.startsWith("internal/") ? "" : `${frame2.file}:${frame2.line}`;
  return html2`${code2(text4, 120)}${place3 !== "" && !text4.includes(place3) && html2` <span class="place">${foreign(place3, 120)}</span>`}`;
}
function times(objects, grownObjects) {
  const all = Math.round(objects);
  const more = Math.round(grownObjects ?? 0);
  if (all <= 1 && more === 0) return html2``;
  const news = more === 0 || more === all ? "" : ` (${more > 0 ? "+" : ""}${formatCount(more)})`;
  return html2` <span class="times">×${formatCount(all)}${news}</span>`;
}

// src/reporters/html/heap-walk.ts
var shownLevels = 4;
var smallestTile = 2e-3;
var nearlyAll = 0.98;
function walk3(tree) {
  const { root, kind, compared, say } = tree;
  if (root.children.length === 0) return html2``;
  const hottest = hottestOf(root);
  const tiles3 = root.children.flatMap((node) => tileOf2(node, { tree, hottest, depth: 1 }));
  return html2`<section aria-labelledby="walk">
    <div class="title">
      <h2 id="walk">${say(titleOf(tree))}</h2>
      <button type="button" class="toggle" data-toggle="#tree" hidden>${say("Open all")}</button>
    </div>
    <div class="title">
      <p class="hint">${hint3(tree)}</p>
      ${compared && legend(say)}
    </div>
    ${tiles3.length > 0 && treemapOf(tiles3, { unit: "bytes", height: 320, say, whole: kind === "retention" ? "{total} kept alive" : "{total} live" })}
    <div class="panel walk${tree.inReport && " brief"}" id="tree">
      ${root.children.map((node, at2) => step(node, { tree, hottest, open: at2 === 0 }))}${rest(root, tree)}
    </div>
  </section>`;
}
function titleOf({ kind, inReport }) {
  if (inReport) return "The heap from its roots down";
  return kind === "retention" ? "What keeps it alive" : "Where it is allocated";
}
var hottestOf = ({ children }) => Math.max(1, ...children.map((one2) => Math.abs(one2.grownBytes)));
function hint3({ kind, compared, inReport, say }) {
  const area2 = say(
    kind === "retention" ? "Area: what each root keeps alive now, and inside it what the next steps keep." : "Area: what each line holds now, and inside it the calls that led there."
  );
  const since = inReport ? " Colour: growth since the warm-up." : " Colour: growth since the first snapshot.";
  const cut = kind === "retention" ? say(" Cut the way anywhere, and what is below it is freed.") : "";
  return `${area2}${compared ? say(since) : ""}${cut}`;
}
var legend = (say) => html2`<span class="legend" aria-hidden="true"
    >${say("freed")} <i class="swatch c9"></i><i class="swatch c4"></i><i class="swatch h0"></i><i class="swatch h4"></i
    ><i class="swatch h9"></i> ${say("grew")}</span
  >`;
function tileOf2(node, look) {
  const { tree, hottest, depth } = look;
  const { label: label4, bytes, grownBytes, children } = node;
  if (bytes < tree.root.bytes * smallestTile || bytes <= 0 || depth > shownLevels) return [];
  const [only] = children.filter((child) => child.bytes >= bytes * nearlyAll);
  const below2 = only === void 0 ? node : lastAlike(only, bytes);
  const inside = below2.children.flatMap((child) => tileOf2(child, { ...look, depth: depth + 1 }));
  const growth3 = tree.compared && grownBytes !== 0 ? ` (${formatValue(grownBytes, "bytes", "always")})` : "";
  return [
    {
      name: label4.text,
      amount: bytes,
      told: `${formatValue(bytes, "bytes")}${growth3}`,
      children: inside,
      ...tree.compared && { tint: `heat ${heatOf(grownBytes, hottest)}` }
    }
  ];
}
function lastAlike(node, bytes) {
  const next = node.children.find((child) => child.bytes >= bytes * nearlyAll);
  return next === void 0 ? node : lastAlike(next, bytes);
}
function step(node, look) {
  const { tree, hottest, open } = look;
  const { label: label4, objects, grownObjects, grownBytes, children, left: left5 } = node;
  const row5 = html2`${tree.compared && html2`<i class="swatch ${heatOf(grownBytes, hottest)}"></i>`}<span class="what"
      >${named2(label4)}${times(objects, tree.compared ? grownObjects : null)}</span
    >${figures5(node, tree)}`;
  if (children.length + left5.steps === 0) return html2`<div class="row step">${row5}</div> `;
  return html2`<details ${open && html2` open`}>
    <summary class="row">${row5}</summary>
    ${children.map((child, at2) => step(child, { ...look, open: open && at2 === 0 }))}${rest(node, tree)}
  </details> `;
}
function figures5({ bytes, grownBytes }, { root, compared, say }) {
  const now = formatValue(bytes, "bytes");
  const share2 = `${Math.round(bytes / Math.max(1, root.bytes) * 1e3) / 10} %`;
  if (!compared) return html2` <span class="amount"><b>${now}</b> <small>${share2}</small></span>`;
  return grownBytes === 0 ? html2` <span class="amount"><small>${say("{bytes}, as before", { bytes: now })}</small></span>` : html2` <span class="amount"
        ><b>${formatValue(grownBytes, "bytes", "always")}</b> <small>${say("of {bytes}", { bytes: now })}</small></span
      >`;
}
function rest({ left: left5 }, tree) {
  if (left5.steps === 0) return html2``;
  return html2`<div class="row step">
    <span class="what muted">${tree.say("… {n} more", { n: formatCount(left5.steps) })}</span>${figures5(left5, tree)}
  </div> `;
}

// src/reporters/html/run-heap.ts
function runHeap(report, most3) {
  const root = growthTreeOf(heaviest2(evidenceOf(report)?.heap ?? [], most3));
  return root === null ? html2`` : walk3({ kind: "retention", say: report.say, root, compared: true, inReport: true });
}
function heaviest2(steps2, most3) {
  const weights = steps2.map(weight).toSorted((a, b) => b - a);
  const least = weights[most3] ?? 0;
  const places2 = /* @__PURE__ */ new Map();
  const kept2 = [];
  for (const [at2, step2] of steps2.entries()) {
    const above = places2.get(step2.parent);
    if (at2 > 0 && (above === void 0 || weight(step2) < least || kept2.length > most3)) {
      if (above !== void 0) kept2[above] = without(kept2[above], step2);
      continue;
    }
    places2.set(at2, kept2.length);
    kept2.push({ ...step2, parent: above ?? -1 });
  }
  return kept2;
}
var weight = ({ bytes, grownBytes }) => Math.max(bytes, Math.abs(grownBytes));
function without(step2, { bytes, grownBytes }) {
  const { left: left5 = { steps: 0, bytes: 0, grownBytes: 0 } } = step2;
  return {
    ...step2,
    left: { steps: left5.steps + 1, bytes: left5.bytes + bytes, grownBytes: left5.grownBytes + grownBytes }
  };
}

// src/reporters/html/shell.ts
import { createHash as createHash2 } from "node:crypto";

// src/reporters/html/script.ts
var scriptWords = (say) => ({
  light: say("Light"),
  dark: say("Dark"),
  open: say("Open all"),
  close: say("Close all"),
  figures: say("{live} live, {growth} since the warm-up", { live: "{live}", growth: "{growth}" }),
  match: say("{n} frame matches", { n: "{n}" }),
  matches: say("{n} frames match", { n: "{n}" })
});
var script = String.raw`
'use strict';
{
const root = document.documentElement;
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const one = (selector) => document.querySelector(selector);
const words = JSON.parse(one('#words').textContent);

const theme = one('#theme');
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (root.dataset.theme ?? (systemDark.matches ? 'dark' : 'light')) === 'dark';
const name = () => { theme.textContent = isDark() ? '☀ ' + words.light : '☾ ' + words.dark; };
try { const kept = localStorage.getItem('leakgate-theme'); if (kept === 'dark' || kept === 'light') root.dataset.theme = kept; } catch {}
theme.hidden = false;
name();
systemDark.addEventListener('change', name);
theme.addEventListener('click', () => {
  root.dataset.theme = isDark() ? 'light' : 'dark';
  name();
  try { localStorage.setItem('leakgate-theme', root.dataset.theme); } catch {}
});

for (const button of all('.toggle')) {
  const rows = all('details', one(button.dataset.toggle));
  const name = () => { button.textContent = rows.every((row) => row.open) ? words.close : words.open; };
  button.hidden = rows.length < 2;
  button.addEventListener('click', () => {
    const open = !rows.every((row) => row.open);
    for (const row of rows) row.open = open;
    name();
  });
  for (const row of rows) row.addEventListener('toggle', name);
}

for (const choice of all('[data-filter]')) {
  const rows = all('tbody tr', one(choice.dataset.filter));
  const buttons = all('button', choice);
  choice.hidden = false;
  for (const button of buttons) button.addEventListener('click', () => {
    const { wait } = button.dataset;
    for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
    for (const row of rows) row.hidden = wait !== '' && row.dataset.wait !== wait;
  });
}

let opened = [];
addEventListener('beforeprint', () => { opened = all('details:not([open])').filter((row) => !row.closest('.brief')); for (const row of opened) row.open = true; });
addEventListener('afterprint', () => { for (const row of opened) row.open = false; opened = []; });

const graph = one('#flame-graph');
if (graph) {
  const names = JSON.parse(one('#flame-names').textContent);
  const rowHeight = Number(graph.dataset.row);
  const perRequest = graph.dataset.unit === 'bytes/req';
  const detail = one('#flame-detail');
  const calm = detail.textContent;
  const frames = all(':scope > svg', graph).map((box) => {
    const [live, grown, growth] = box.dataset.v.split(' ').map(Number);
    return { box, live, grown, growth: growth ?? grown, name: names[box.dataset.n], depth: Number(box.getAttribute('y')) / rowHeight, children: [], parent: null };
  });
  const path = [];
  for (const frame of frames) {
    path.length = frame.depth;
    frame.parent = path[frame.depth - 1] ?? null;
    if (frame.parent) frame.parent.children.push(frame);
    path.push(frame);
  }
  const whole = frames[0];
  let mode = graph.dataset.mode;
  let zoomed = whole;
  let current = whole;

  const bytes = (value) => {
    const size = Math.abs(value);
    const [shown, unit] = size >= 1048576 ? [size / 1048576, ' MiB'] : size >= 10000 ? [size / 1024, ' KiB'] : [size, ' B'];
    return (value < 0 ? '−' : '') + (shown >= 100 || Number.isInteger(shown) ? shown.toFixed(0) : shown.toFixed(shown >= 10 ? 1 : 2)) + unit;
  };
  const figures = (frame) => perRequest
    ? bytes(frame.grown) + '/req'
    : words.figures.replace('{live}', bytes(frame.live)).replace('{growth}', (frame.growth > 0 ? '+' : '') + bytes(frame.growth));
  const describe = (frame) => frame === whole ? frame.name[0] + ' · ' + calm : frame.name[0] + ' · ' + figures(frame) + ' · ' + frame.name[1];

  const place = (frame, x, width) => {
    frame.box.setAttribute('x', (x * 100).toFixed(3) + '%');
    frame.box.setAttribute('width', (width * 100).toFixed(3) + '%');
    frame.width = width;
    frame.box.removeAttribute('display');
    if (width < 0.025 || frame.box.querySelector('text')) return;
    const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    text.setAttribute('x', '5');
    text.setAttribute('y', '15');
    text.textContent = frame.name[0];
    frame.box.append(text);
  };
  const layOut = (frame, x, width) => {
    place(frame, x, width);
    let at = x;
    for (const child of frame.children.toSorted((a, b) => b[mode] - a[mode])) {
      const part = frame[mode] > 0 ? (width * Math.max(0, child[mode])) / frame[mode] : 0;
      layOut(child, at, part);
      at += part;
    }
  };
  const draw = () => {
    const above = new Set();
    for (let frame = zoomed.parent; frame; frame = frame.parent) above.add(frame);
    for (const frame of frames) {
      frame.box.classList.toggle('above', above.has(frame));
      if (above.has(frame)) place(frame, 0, 1); else frame.box.setAttribute('display', 'none');
    }
    layOut(zoomed, 0, 1);
    // As on the server: too narrow to be seen, or a row of nothing but such frames.
    const shown = frames.filter((frame) => !frame.box.hasAttribute('display'));
    const rows = Math.max(...shown.filter(({ width }) => width >= 0.008).map(({ depth }) => depth)) + 1;
    for (const frame of shown) if (frame.width < 0.0004 || frame.depth >= rows) frame.box.setAttribute('display', 'none');
    graph.setAttribute('height', String(rows * rowHeight));
    one('#flame-reset').disabled = zoomed === whole;
  };
  const focus = (frame) => {
    current.box.setAttribute('tabindex', '-1');
    current = frame;
    current.box.setAttribute('tabindex', '0');
    current.box.focus();
  };
  const zoom = (frame) => { zoomed = frame; draw(); };
  const visible = (frame) => frame && frame.box.getAttribute('display') !== 'none';
  const beside = (frame, step) => {
    const level = frames.filter((other) => other.depth === frame.depth && visible(other));
    level.sort((a, b) => parseFloat(a.box.getAttribute('x')) - parseFloat(b.box.getAttribute('x')));
    return level[level.indexOf(frame) + step];
  };
  const largest = (frame) => frame.children.toSorted((a, b) => b[mode] - a[mode]).find(visible);
  const moves = { ArrowUp: (frame) => frame.parent, ArrowDown: largest, ArrowLeft: (frame) => beside(frame, -1), ArrowRight: (frame) => beside(frame, 1) };

  graph.setAttribute('role', 'group');
  for (const frame of frames) {
    const { box } = frame;
    box.setAttribute('role', 'button');
    box.setAttribute('tabindex', frame === whole ? '0' : '-1');
    box.setAttribute('aria-label', describe(frame));
    box.addEventListener('click', () => { zoom(frame); focus(frame); });
    box.addEventListener('focus', () => { detail.textContent = describe(frame); });
    box.addEventListener('mouseenter', () => { detail.textContent = describe(frame); });
    box.addEventListener('keydown', (event) => {
      const to = moves[event.key];
      if (event.key === 'Enter' || event.key === ' ') zoom(frame);
      else if (event.key === 'Escape') zoom(whole);
      else if (to) { const next = to(frame); if (visible(next)) focus(next); }
      else return;
      event.preventDefault();
    });
  }
  graph.addEventListener('mouseleave', () => { detail.textContent = describe(current); });

  one('.controls').hidden = false;
  one('#flame-reset').addEventListener('click', () => zoom(whole));
  for (const button of all('[data-flame]')) {
    button.setAttribute('aria-pressed', String(button.dataset.flame === mode));
    button.addEventListener('click', () => {
      mode = button.dataset.flame;
      for (const other of all('[data-flame]')) other.setAttribute('aria-pressed', String(other === button));
      draw();
    });
  }
  one('#flame-search').addEventListener('input', (event) => {
    const wanted = event.target.value.trim().toLowerCase();
    const found = frames.filter((frame) => wanted !== '' && (frame.name[0] + ' ' + frame.name[1]).toLowerCase().includes(wanted));
    for (const frame of frames) frame.box.classList.toggle('dim', wanted !== '' && !found.includes(frame));
    detail.textContent = wanted === '' ? calm : (found.length === 1 ? words.match : words.matches).replace('{n}', found.length);
  });
}
}
`;

// src/reporters/html/shell.ts
var policy = (styles2) => [
  "default-src 'none'",
  `style-src '${hashOf(styles2)}'`,
  `script-src '${hashOf(script)}'`,
  "base-uri 'none'",
  "form-action 'none'"
].join("; ");
function hashOf(text4) {
  return `sha256-${createHash2("sha256").update(text4).digest("base64")}`;
}
function shell({ title, lang, styles: styles2, skipLink, header: header2, main, footer: footer4 }) {
  const { markup } = html2`<!doctype html>
    <html lang="${lang}">
      ${head3(title, styles2)}
      <body>
        <a class="skip" href="#main">${skipLink}</a>
        <button type="button" id="theme" hidden>Theme</button>
        ${dataBlock("words", scriptWords(sayIn(lang)))} ${header2}
        <main class="wrap" id="main">${main}</main>
        ${footer4} ${trusted(`<script>${script}</script>`)}
      </body>
    </html>`;
  return `${markup}
`;
}
function head3(title, styles2) {
  return html2`<head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy(styles2)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <title>${title} · Leakgate</title>
    ${trusted(`<style>${styles2}</style>`)}
  </head>`;
}

// src/reporters/markdown-tables.ts
var noBreakSpace = " ";
var row4 = (cells) => `| ${cells.join(" | ")} |`;
function table2(head4, rows2, right4 = []) {
  const rule = head4.map((_, column) => right4.includes(column) ? "--:" : "---");
  return [row4(head4), row4(rule), ...rows2.map(row4)].join("\n");
}
function metricsTable(report, findings, compared) {
  const { say, commit: commit2 } = report;
  const now = `${say(commit2.pullRequest === null ? "this run" : "this PR")} ${shortSha(commit2.sha)}`.trim();
  const rows2 = findings.map((finding2) => compared ? comparedRow(finding2, say) : lonelyRow(finding2, say));
  if (!compared) return table2(["", say("Metric"), now, say("Gate")], rows2, [2, 3]);
  const before = `${code(report.baseline.branch, 40)} ${shortSha(report.baseline.sha ?? "")}`.trim();
  const withIntervals = haveIntervals(findings);
  const change = say(withIntervals ? "Change (95 % interval)" : "Change");
  return table2(["", say("Metric"), before, now, change, say("Gate")], rows2, [2, 3, 4, 5]);
}
function lonelyRow(finding2, say) {
  const { after, gate } = figuresOf(finding2, say);
  return [iconOf(finding2), text(finding2.metric, 80), strongIf(finding2.outcome === "fail", after), gate];
}
function comparedRow(finding2, say) {
  const { before, after, change, interval, gate } = figuresOf(finding2, say);
  return [
    iconOf(finding2),
    `${text(finding2.metric, 80)}${isFromAnotherTime(finding2) ? " †" : ""}`,
    before,
    strongIf(finding2.outcome === "fail", after),
    interval === "" ? change : `${change} (${interval})`.replaceAll(" ", noBreakSpace),
    gate
  ];
}
var strongIf = (strong, cell2) => strong ? `**${cell2}**` : cell2;

// src/reporters/markdown-details.ts
function details(summary2, body2, open = false) {
  return body2 === "" ? "" : `<details${open ? " open" : ""}><summary>${html(summary2)}</summary>

${body2}

</details>`;
}
function passingSection(report, passing, { compared, rows: rows2 }) {
  if (passing.length === 0) return "";
  const { say } = report;
  const hidden = passing.length - rows2;
  const more = hidden > 0 ? `

${say("… and {n} more.", { n: formatCount(hidden) })}` : "";
  const gated2 = passing.every(({ threshold }) => threshold !== null);
  const one2 = passing.length === 1;
  const title = say(
    gated2 ? one2 ? "{n} metric within its gate" : "{n} metrics within their gates" : one2 ? "{n} more metric" : "{n} more metrics",
    { n: formatCount(passing.length) }
  );
  return details(title, metricsTable(report, passing.slice(0, rows2), compared) + more);
}
function figuresSection(report, rows2) {
  const { say } = report;
  const blocks = report.checks.flatMap((check2) => {
    const sent = check2.load === void 0 ? "" : text(loadText(check2.load, say), 600);
    const tables2 = [
      metricList(check2.metrics.slice(0, rows2), say),
      sent,
      routeTable2(check2.routes.slice(0, rows2), say)
    ].filter(Boolean);
    return tables2.length === 0 ? [] : [`**${text(check2.title, 80)}**`, ...tables2];
  });
  return details(say("All figures of this run"), blocks.join("\n\n"));
}
function metricList(metrics2, say) {
  const rows2 = metrics2.map(({ title, value: value2, unit: unit3 }) => [text(title, 80), formatValue(value2, unit3)]);
  return rows2.length === 0 ? "" : table2([say("Metric"), say("Value")], rows2, [1]);
}
var ms3 = (microseconds) => formatValue(microseconds / 1e3, "ms");
function routeTable2(routes2, say) {
  if (routes2.length === 0) return "";
  const rows2 = routes2.map(({ label: label4, requests, failed: failed3, latencyUs }) => [
    code(label4),
    formatCount(requests),
    formatCount(failed3),
    ms3(latencyUs.p50),
    ms3(latencyUs.p95),
    ms3(latencyUs.p99),
    ms3(latencyUs.max)
  ]);
  return table2(
    [say("Route"), say("Requests"), say("Failed"), "p50", "p95", "p99", say("max")],
    rows2,
    [1, 2, 3, 4, 5, 6]
  );
}
function verdictSection(report) {
  const { baseline: baseline2, checks: checks2, notes, say } = report;
  const stored = baseline2.stored ? [`- ${say("This run was stored as the new baseline of {branch}.", { branch: code(baseline2.branch, 60) })}`] : [];
  const mismatches2 = baseline2.mismatches.slice(0, 10).map((mismatch) => `- ${say("Not comparable with the baseline: {why}", { why: prose(mismatch) })}`);
  return details(
    say("How the verdict was made"),
    [
      `- ${say("Baseline ({store}): {reason}", { store: text(baseline2.store, 40), reason: prose(baseline2.reason) })}`,
      ...mismatches2,
      ...checks2.slice(0, 20).map((check2) => `- ${answered(check2, say)}`),
      ...stored,
      ...notes.slice(0, 20).map((note) => `- ${prose(note)}`)
    ].join("\n")
  );
}
function answered({ title, outcome: outcome2, summary: summary2 }, say) {
  const parts = { check: text(title, 80), answer: say(outcomeWords[outcome2]), summary: prose(summary2) };
  return say("{check} {answer}: {summary}", parts);
}
function environmentSection({ environment: environment3, phases, service, say }) {
  if (environment3.cpus === 0) return "";
  const { cpus: cpus2, cpuModel, os, arch: arch2, memoryBytes, goVersion, nodeVersion, runner: runner2 } = environment3;
  const rows2 = phases.slice(0, 30).map(({ name, startedAt, durationMs }) => [text(name, 80), formatTime(startedAt), formatDuration(durationMs)]);
  return details(
    say("Where and when it was measured"),
    [
      `${say("{package} of {module}, built with {go}; Node {node}.", {
        package: code(service.package),
        module: code(service.module),
        go: text(goVersion, 40),
        node: text(nodeVersion, 40)
      })}
`,
      say(
        cpus2 === 1 ? "{n} CPU ({model}), {memory}, {system}, {runner}." : "{n} CPUs ({model}), {memory}, {system}, {runner}.",
        {
          n: formatCount(cpus2),
          model: text(cpuModel, 80),
          memory: formatValue(memoryBytes, "bytes"),
          system: text(`${os}/${arch2}`, 40),
          runner: say(runner2 === "local" ? "a local machine" : "a workflow runner")
        }
      ),
      ...rows2.length === 0 ? [] : ["", table2([say("Phase"), say("Started"), say("Took")], rows2, [2])]
    ].join("\n")
  );
}

// src/reporters/markdown-sites.ts
var siteTitles = {
  crash: "Where it crashed",
  leak: "Where it leaks",
  cost: "Where it costs more",
  speed: "Where it is slower",
  errors: "Where it fails"
};
function siteSection(report, { sites: sites2 }, extent) {
  const deciding = sites2.filter(({ outcome: outcome2 }) => outcome2 !== "warn");
  if (deciding.length === 0 || deciding.length === sites2.length) return siteBlock(report, sites2, extent);
  const others = sites2.filter(({ outcome: outcome2 }) => outcome2 === "warn");
  const n = others.length;
  const title = report.say(n === 1 ? "{n} line that gates nothing" : "{n} lines that gate nothing", { n });
  return `${siteBlock(report, deciding, extent)}

${details(title, sitesTable(report, others.slice(0, extent.sites)))}`;
}
function siteBlock(report, sites2, extent) {
  if (sites2.length === 0) return "";
  const kinds2 = new Set(sites2.map(({ kind }) => kind));
  const title = report.say(kinds2.size === 1 ? siteTitles[sites2[0].kind] : "Where");
  const shown = sites2.slice(0, extent.sites);
  const hidden = sites2.length - shown.length;
  return [
    `**${title}**`,
    sitesTable(report, shown),
    ...hidden > 0 ? [moreLines(hidden, report.say)] : [],
    evidenceSections(report, shown, { open: 1, stacks: extent.stacks })
  ].join("\n\n");
}
var moreLines = (n, say) => say(n === 1 ? "… and {n} more line in the full report." : "… and {n} more lines in the full report.", { n });
function sitesTable(report, findings) {
  const { say } = report;
  const rows2 = findings.map((finding2) => [
    iconOf(finding2),
    siteCell(report, finding2),
    amountCell(finding2, say),
    whyCell(report, finding2)
  ]);
  return table2(["", say("Line"), say("What"), say("Why")], rows2);
}
function amountCell(finding2, say) {
  const growth3 = isLine(finding2) ? growthOf(finding2, say) : "";
  const metric2 = finding2.metric.length > 16 ? text(finding2.metric, 80) : text(finding2.metric).replaceAll(" ", noBreakSpace);
  return growth3 === "" ? metric2 : `${strongIf(finding2.outcome === "fail", growth3)}<br>${metric2}`;
}
function whyCell(report, finding2) {
  const [first] = isLine(finding2) ? [] : factLines(report, finding2);
  return (first ?? prose(finding2.reason)) || "–";
}
function siteCell(report, finding2) {
  const { site: site2 } = finding2;
  if (site2 === void 0) return text(finding2.metric);
  return `${placeLink(report, { ...site2, own: isOwn(finding2) })}<br>${code(shortFunction(site2.function), 80)}`;
}
function evidenceSections(report, sites2, { open, stacks }) {
  const sections = sites2.map((finding2, index2) => {
    const { site: site2 } = finding2;
    if (site2 === void 0) return "";
    const source = site2.source === void 0 || plain(site2.source) === "" ? [] : [fenced([site2.source], "go"), ""];
    const chain2 = stacks && site2.stack.length > 1 ? [`- *${report.say("stack")}* ${chainOf(report, site2.stack)}`] : [];
    const waits = stacks ? waitLines(report, finding2) : [];
    const lines3 = [...source, ...factLines(report, finding2).map((line6) => `- ${line6}`), ...chain2, ...waits];
    const place3 = `${site2.file}${site2.line > 0 ? `:${site2.line}` : ""}`;
    return details(
      `${iconOf(finding2)} ${shortFunction(site2.function)} (${shorten(place3, 100)})`,
      lines3.join("\n"),
      index2 < open
    );
  });
  return sections.filter((section4) => section4 !== "").join("\n");
}
function waitLines(report, { flows = [] }) {
  return flows.map(({ title, steps: steps2 }) => ({ title, frames: steps2.toReversed().flatMap(({ frame: frame2 }) => frame2 ?? []), steps: steps2 })).filter(({ frames, steps: steps2 }) => frames.length > 1 && frames.length === steps2.length).map(({ title, frames }) => `- *${text(title.toLowerCase(), 60)}* ${chainOf(report, frames)}`);
}
var maxFrames = 12;
function chainOf(report, stack2) {
  const shown = stack2.slice(0, maxFrames).map((frame2) => `${frameLink(report, frame2)}${isChanged(report, frame2) ? report.say(" (changed)") : ""}`);
  const more = stack2.length - shown.length;
  return [...shown, ...more > 0 ? [report.say("{n} more", { n: formatCount(more) })] : []].join(" ← ");
}

// src/reporters/html/sites.ts
var shownSites = 200;
var shownFrames = 24;
var toldAsSteps = [
  ["held together by", "Held together by"],
  ["and by", "Held together by"],
  ["keep alive", "Keeps alive"]
];
function sites(report, { sites: all }) {
  const { say } = report;
  if (all.length === 0) return html2``;
  const shown = all.slice(0, shownSites);
  const kinds2 = new Set(shown.map(({ kind }) => kind));
  return html2`<section aria-labelledby="sites">
    <div class="title">
      <h2 id="sites">${say(kinds2.size === 1 ? siteTitles[shown[0].kind] : "Where")}</h2>
      <button type="button" class="toggle" data-toggle="#site-list" hidden>${say("Open all")}</button>
    </div>
    <p class="hint">
      ${say("Each line with the calls that lead to it.")}${shown.length > 1 && say(" Bars compare what the lines leave behind, by kind.")}
    </p>
    <div class="sites" id="site-list">
      ${shown.map((finding2, index2) => siteRow(report, finding2, { open: index2 === 0, of: peak2(shown, finding2), index: index2 }))}
    </div>
    ${all.length > shown.length && html2`<p class="hint">${say("… and {n} more in result.json.", { n: all.length - shown.length })}</p>`}
  </section>`;
}
var peak2 = (findings, { unit: unit3 }) => Math.max(...findings.filter((one2) => one2.unit === unit3).map(({ after }) => Math.abs(after ?? 0)));
function siteRow(report, finding2, look) {
  const { site: site2, metric: metric2 } = finding2;
  if (site2 === void 0) return html2``;
  const tone = toneOfFinding(finding2);
  const growth3 = isLine(finding2) ? growthOf(finding2, report.say) : "";
  return html2`<details class="site ${tone}" id="site-${look.index + 1}" ${look.open && html2` open`}>
    <summary>
      ${icon(tone)}
      <span class="where"><code>${shortFunction(site2.function)}</code>${place(report, { ...site2, own: false })}</span>
      ${bar(finding2, look.of)}<span class="amount"><b>${growth3}</b><small>${foreign(metric2, 60)}</small></span>
    </summary>
    ${body(report, finding2)}
  </details> `;
}
function bar(finding2, of) {
  const part = of > 0 && finding2.kind === "leak" ? Math.max(0, finding2.after ?? 0) / of : 0;
  return html2`<svg class="bar" aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 10">
    <rect
      class="${finding2.outcome === "warn" ? "quiet" : "grew"}"
      width="${Math.round(part * 1e3) / 10}"
      height="10"
      rx="1"
    />
  </svg>`;
}
function body(report, finding2) {
  const { say } = report;
  const site2 = finding2.site;
  const flows = stepwise(report, finding2);
  const isStepwise = (label4) => toldAsSteps.some(([fact, steps2]) => label4 === say(fact) && flows.some(({ title }) => title === say(steps2)));
  const facts = (finding2.facts ?? []).filter(({ label: label4 }) => label4 !== say("kept alive by") && !isStepwise(label4));
  const source = site2.source === void 0 || plain(site2.source) === "" ? "" : block([site2.source]);
  const own = isOwn(finding2) && lineLink(report, site2.file, site2.line) !== null;
  return html2`<div class="body">
    <p>${prose2(finding2.reason)}</p>
    ${own && html2`<p class="at">${place(report, { ...site2, own })}</p>`} ${source}
    ${facts.length > 0 && html2`<dl class="facts">${facts.map((fact) => factRow(report, fact))}</dl>`}
    <div class="chains">
      ${site2.stack.length > 0 && chainList(stackTitle(finding2, say), stackSteps(report, site2.stack))}${kept(report, finding2)}${otherFlows(report, flows)}
    </div>
  </div>`;
}
var factRow = (report, fact) => html2`<div>
    <dt>${foreign(fact.label, 40)}</dt>
    <dd>${factText(report, fact)}</dd>
  </div> `;
function stackSteps(report, stack2) {
  const more = stack2.length - shownFrames;
  const steps2 = stack2.slice(0, shownFrames).map((frame2) => call3(report, frame2));
  return more > 0 ? [...steps2, html2`<span class="muted">${report.say("… {n} more", { n: more })}</span>`] : steps2;
}
var stepwise = ({ say }, { flows = [] }) => flows.filter(({ title, steps: steps2 }) => !(title === say("Keeps alive") && steps2.length < 2));
var otherFlows = (report, flows) => html2`${flows.filter(({ title }) => title !== report.say("Kept alive by")).map(({ title, steps: steps2 }) => {
  const calls = steps2.flatMap(({ text: text4, frame: frame2 }) => text4 === frame2?.function ? frame2 : []);
  const shown = calls.length === steps2.length ? stackSteps(report, calls.toReversed()) : steps2.map(({ text: text4, frame: frame2 }) => html2`${code2(text4)}${frame2 !== null && html2` ${place(report, frame2)}`}`);
  return chainList(foreign(title, 60), shown);
})}`;
function kept(report, { facts = [], site: site2, unit: unit3 }) {
  if (unit3 === "goroutines") return html2``;
  const title = report.say("Kept alive by");
  const said = facts.find(({ label: label4 }) => label4 === report.say("kept alive by"));
  const chain2 = evidenceOf(report)?.chains.find(
    ({ sites: at2 }) => at2.some(({ file, line: line6 }) => file === site2?.file && line6 === site2.line)
  );
  if (chain2 !== void 0) return chainList(title, retainedSteps(report, chain2));
  if (said === void 0) return html2``;
  return chainList(
    title,
    chainSteps(said.text).map((step2) => code2(step2))
  );
}
function retainedSteps(report, { steps: steps2 }) {
  return steps2.map(
    ({ text: text4, objects, frame: frame2 }) => html2`${code2(withoutPlace(text4, frame2))}${objects > 1 && html2` <span class="times">×${formatCount(Math.round(objects))}</span>`}${frame2 !== null && html2` ${place(report, frame2)}`}`
  );
}
function chainList(title, steps2) {
  return html2`<div>
    <h3>${title}</h3>
    <ol class="chain">
      ${steps2.map((step2) => html2`<li>${step2}</li> `)}
    </ol>
  </div> `;
}

// src/reporters/html/trace-ranges.ts
var stripHeight = 7;
var narrowest2 = 1;
function traceRanges({ stops, marks: marks2, assists: assists2 }, { x: x2, top: top3, bottom: bottom3 }) {
  const draw = (name, of, y2, height8) => html2`${of.fromMs.map((fromMs, index2) => {
    const [from, to] = [x2(fromMs), x2(of.toMs[index2] ?? fromMs)];
    return html2`<rect
        class="${name}"
        x="${from}"
        y="${y2}"
        width="${Math.max(narrowest2, Math.round((to - from) * 10) / 10)}"
        height="${height8}"
      />`;
  })}`;
  return html2`${draw("marks", marks2, top3, bottom3 - top3)}${draw("stops", stops, top3 - stripHeight, stripHeight)}${draw("assists", assists2, bottom3 + 1, stripHeight)}`;
}
var seconds3 = (ms4) => `${Number((ms4 / 1e3).toFixed(2))} s`;
function traceHint({ fromMs, toMs, stops, marks: marks2, assists: assists2 }, say) {
  const much = ({ count: count4, totalMs }) => say("{n}, {time}", { n: formatCount(count4), time: formatValue(totalMs, "ms") });
  return say(
    " A runtime trace covers {from} to {to}: shaded where the collector marked ({marks}), above it where the world stood still ({stops}), below it where requests had to help ({assists}).",
    { from: seconds3(fromMs), to: seconds3(toMs), marks: much(marks2), stops: much(stops), assists: much(assists2) }
  );
}

// src/reporters/html/timeline.ts
var width9 = 1136;
var left4 = 78;
var right3 = width9 - 14;
var bands2 = { heap: { top: 14, bottom: 150 }, pauses: { top: 182, bottom: 244 }, latency: { top: 276, bottom: 346 } };
var height7 = 380;
function timelines(report) {
  return html2`${report.checks.map((check2, index2) => section3(report, check2, index2))}`;
}
function section3(report, { timeline: timeline2 }, index2) {
  const { say } = report;
  if (timeline2 === void 0 || !(timeline2.durationMs > 0)) return html2``;
  const id = `timeline-${index2 + 1}`;
  const { collections: collections3, worst, trace } = timeline2;
  return html2`<section aria-labelledby="${id}">
    <h2 id="${id}">${say("Heap, collections and latency over time")}</h2>
    <p class="hint">
      ${say("Line: live heap. Dashed: size at which the next collection begins. Stems: each collection’s stop of the world. Below: latency of the requests that ended in the same moment. {n} collections in {time}.", { n: formatCount(collections3.count), time: formatDuration(timeline2.durationMs) })}${trace !== void 0 && traceHint(trace, say)}
    </p>
    <div class="panel treemap" tabindex="0" role="group" aria-labelledby="${id}">${chart2(timeline2, say)}</div>
    ${worst.length > 0 && pauses(report, worst)}
  </section> `;
}
function chart2(timeline2, say) {
  const { durationMs, load: load2, heap, collections: collections3, trace } = timeline2;
  const x2 = (ms4) => round5(left4 + Math.max(0, Math.min(durationMs, ms4)) / durationMs * (right3 - left4));
  const middle2 = (index2) => x2((index2 + 0.5) * load2.bucketMs);
  const bytes = linear4([...heap.liveBytes, ...heap.goalBytes], bands2.heap, 2 ** 20);
  const pauseMs = linear4(collections3.pauseMs, bands2.pauses);
  const latencyMs = linear4(known2([...load2.p99Us, ...load2.p50Us]).map(inMs), bands2.latency);
  return html2`<svg
    class="lines"
    viewBox="0 0 ${width9} ${height7}"
    width="100%"
    role="img"
    aria-label="${labelOf4(timeline2, say)}"
  >
    ${grid2(bytes, (value2) => formatValue(value2, "bytes"))} ${grid2(pauseMs, (value2) => formatValue(value2, "ms"))}
    ${grid2(latencyMs, (value2) => formatValue(value2, "ms"))}
    ${heading2(say("heap"), bands2.heap)}${heading2(say("pauses"), bands2.pauses)}${heading2(say("latency p50, p99"), bands2.latency)}
    ${area(heap.atMs.map((ms4, index2) => [x2(ms4), bytes.at(heap.liveBytes[index2] ?? 0)]))}
    ${path2(
    "then",
    heap.atMs.map((ms4, index2) => [x2(ms4), bytes.at(heap.goalBytes[index2] ?? 0)])
  )}
    ${path2(
    "heap",
    heap.atMs.map((ms4, index2) => [x2(ms4), bytes.at(heap.liveBytes[index2] ?? 0)])
  )}
    ${trace !== void 0 && traceRanges(trace, { x: x2, ...bands2.pauses })}
    ${collections3.endedMs.map((ms4, index2) => stem(x2(ms4), pauseMs.at(collections3.pauseMs[index2] ?? 0)))}
    ${path2("then", pointsOf2(load2.p50Us, middle2, latencyMs))} ${path2("now", pointsOf2(load2.p99Us, middle2, latencyMs))}
    ${timeTicks(durationMs).map(
    (ms4) => html2`<text class="small" x="${x2(ms4)}" y="${height7 - 10}" text-anchor="middle">${seconds4(ms4)}</text>`
  )}
  </svg>`;
}
var inMs = (microseconds) => microseconds / 1e3;
var known2 = (values) => values.filter((value2) => value2 !== null);
var round5 = (value2) => Math.round(value2 * 10) / 10;
var seconds4 = (ms4) => `${Number((ms4 / 1e3).toFixed(2))} s`;
function linear4(values, { top: top3, bottom: bottom3 }, per = 1) {
  const most3 = Math.max(...values.filter(Number.isFinite), 1e-6) / per;
  const step2 = 10 ** Math.floor(Math.log10(most3));
  const end = per * [1, 2, 3, 4, 5, 8, 10].map((factor) => factor * step2).find((value2) => value2 >= most3 * 0.999);
  const at2 = (value2) => round5(bottom3 - Math.max(0, Math.min(end, value2)) / end * (bottom3 - top3));
  return { at: at2, ticks: [0, end / 2, end] };
}
var grid2 = ({ at: at2, ticks: ticks3 }, text4) => html2`${ticks3.map(
  (tick) => html2`<path class="grid" d="M${left4} ${at2(tick)}H${right3}" />
        <text class="small" x="${left4 - 8}" y="${at2(tick) + 4}" text-anchor="end">
          ${tick === 0 ? "0" : text4(tick)}
        </text>`
)}`;
var heading2 = (text4, { top: top3 }) => html2`<text class="small" x="${right3}" y="${top3 - 4}" text-anchor="end">${text4}</text>`;
function path2(name, points) {
  const shown = points.map(([x2, y2], index2) => `${index2 === 0 ? "M" : "L"}${x2} ${y2}`).join("");
  return shown === "" ? html2`` : html2`<path class="${name}" d="${shown}" />`;
}
function area(points) {
  const [first, last] = [points[0], points.at(-1)];
  if (first === void 0 || last === void 0) return html2``;
  const { bottom: bottom3 } = bands2.heap;
  return html2`<path
    class="area"
    d="M${first[0]} ${bottom3}${points.map(([x2, y2]) => `L${x2} ${y2}`).join("")}L${last[0]} ${bottom3}Z"
  />`;
}
var stem = (x2, y2) => html2`<path class="stem" d="M${x2} ${bands2.pauses.bottom}V${y2}" /><circle class="tip" cx="${x2}" cy="${y2}" r="2.2" />`;
function pointsOf2(valuesUs, x2, { at: at2 }) {
  return valuesUs.flatMap((value2, index2) => value2 === null ? [] : [[x2(index2), at2(inMs(value2))]]);
}
function timeTicks(durationMs) {
  const step2 = [1, 2, 5, 10, 20, 50, 100, 200, 500].map((s) => s * 100).find((ms4) => durationMs / ms4 <= 10) ?? durationMs / 8;
  return Array.from({ length: Math.floor(durationMs / step2) + 1 }, (_, index2) => index2 * step2);
}
function labelOf4({ heap, collections: collections3 }, say) {
  const most3 = heap.liveBytes.length === 0 ? 0 : Math.max(...heap.liveBytes);
  const pause = collections3.pauseMs.length === 0 ? 0 : Math.max(...collections3.pauseMs);
  return say("Live heap up to {bytes}; {n} collections, the longest pause {pause}", {
    bytes: formatValue(most3, "bytes"),
    n: formatCount(collections3.count),
    pause: formatValue(pause, "ms")
  });
}
function pauses(report, worst) {
  return html2`<h3>${report.say("Longest pauses, and what allocated around them")}</h3>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col" class="right">${report.say("At")}</th>
            <th scope="col" class="right">${report.say("Pause")}</th>
            <th scope="col">${report.say("Allocated around it")}</th>
          </tr>
        </thead>
        <tbody>
          ${worst.slice(0, 20).map((pause) => pauseRow(report, pause))}
        </tbody>
      </table>
    </div>`;
}
function pauseRow(report, { endedMs, pauseMs, fromMs, toMs, lines: lines3 }) {
  return html2`<tr>
    <td class="right">${seconds4(endedMs)}</td>
    <td class="right"><b>${formatValue(pauseMs, "ms")}</b></td>
    <td class="wide">
      <span class="muted">${seconds4(fromMs)} … ${seconds4(toMs)}</span>
      ${lines3.slice(0, 5).map(
    ({ frame: frame2, bytes }) => html2`<div>
            <b>${formatValue(bytes, "bytes")}</b>
            <code>${shortFunction(frame2.function)}</code> ${place(report, frame2)}
          </div>`
  )}
    </td>
  </tr> `;
}

// src/reporters/html/verdict.ts
function header(report, story) {
  return html2`<header class="top">
    <div class="wrap">
      <div class="verdict">
        ${icon(verdictTone(report, story))}
        <div>
          <h1>${foreign(story.heading, 200)}</h1>
          <p class="lead">${lead2(report)}</p>
        </div>
      </div>
      <dl class="about">
        ${about(report).map(
    ([term, said]) => html2`<div>
              <dt>${term}</dt>
              <dd>${said}</dd>
            </div> `
  )}
      </dl>
    </div>
  </header>`;
}
function verdictTone({ verdict }, { icon: sign }) {
  if (verdict === "pass") return sign === "✅" ? "ok" : sign === "⚪" ? "none" : "warn";
  return toneOf(verdict);
}
function lead2(report) {
  const { summary: summary2, baseline: baseline2, error: error2 } = report;
  if (error2 !== null) return prose2(error2.message);
  return html2`${gates(report)}${prose2(summary2)}${baseline2.found ? "" : html2`${report.say(" ")}${prose2(baseline2.reason)}`}`;
}
function about(report) {
  const { service, commit: head4, baseline: baseline2, environment: environment3, createdAt, phases, links, say } = report;
  const here = commit(head4.branch, shortSha(head4.sha));
  const run5 = safeUrl(links.run);
  const when = `${formatTime(createdAt)}${phases.length === 0 ? "" : ` · ${formatDuration(tookMs(report))}`}`;
  return [
    [say("Service"), code2(service.package || report.key, 120)],
    baseline2.found ? [
      say("Compared"),
      spoken(say, "{this} against {that}", {
        this: here,
        that: commit(baseline2.branch, shortSha(baseline2.sha ?? ""))
      })
    ] : [say("Commit"), here],
    ...environment3.cpus === 0 ? [] : [[say("Measured on"), runner(report)]],
    [say("Measured"), run5 === null ? html2`${when}` : html2`<a href="${run5}">${when}</a>`]
  ];
}
function gates(report) {
  const said = gatesExceeded(report);
  return said === "" ? html2`` : html2`<b>${said}${report.say(".")}</b>${report.say(" ")}`;
}
var runner = ({ environment: { cpus: cpus2, os, arch: arch2, goVersion }, say }) => html2`${say(cpus2 === 1 ? "{n} CPU" : "{n} CPUs", { n: cpus2 })} · ${foreign(`${os}/${arch2}`, 40)} ·
  ${foreign(goVersion, 40)}`;
function cards({ checks: checks2, say }) {
  if (checks2.length === 0) return html2``;
  return html2`<section class="cards" aria-label="${say("Checks")}">
    ${checks2.slice(0, 20).map((check2) => card(check2, say))}
  </section>`;
}
function card(check2, say) {
  const { value: value2, of } = headline2(check2, say);
  const [, number6, unit3] = /^([^\u00a0]+)(?:\u00a0(.*))?$/.exec(value2) ?? [void 0, value2, void 0];
  const tone = toneOf(check2.outcome);
  return html2`<article class="card ${tone}">
    <h2>${icon(tone)}<span class="hidden">${say(outcomeWords[check2.outcome])}: </span>${foreign(check2.title, 60)}</h2>
    ${value2 === "" ? "" : html2`<p class="figure"><b>${number6}</b>${unit3 === void 0 ? "" : html2` <span>${unit3}</span>`} <small>${of}</small></p>`}
    <p>${prose2(check2.summary, 300)}</p>
  </article> `;
}
function headline2({ findings, metrics: metrics2 }, say) {
  const graded = (grade2) => findings.find(({ outcome: outcome2 }) => outcome2 === grade2);
  const problem = graded("fail") ?? graded("inconclusive") ?? graded("warn");
  const [first] = metrics2;
  const together = problem !== void 0 && isLine(problem) && first?.unit === problem.unit;
  if (problem !== void 0 && !together) return figureOf(problem, say);
  if (first !== void 0) {
    const told3 = problem?.outcome === "warn" ? say(" (not gating)") : "";
    const value2 = findings.find(({ id }) => id === first.id)?.after ?? first.value;
    return { value: formatValue(value2, first.unit), of: html2`${foreign(first.title, 60)}${told3}` };
  }
  const judged2 = findings.find(isJudged);
  return judged2 === void 0 ? { value: "", of: "" } : figureOf(judged2, say);
}
function figureOf(finding2, say) {
  const { after, change } = figuresOf(finding2, say);
  const grew = isLine(finding2) ? growthOf({ ...finding2, before: null }, say) : "";
  const figure = finding2.kind === "crash" ? "" : change === "–" ? after : change;
  return {
    value: grew || figure,
    of: html2`${foreign(finding2.metric, 60)}${finding2.outcome === "warn" && say(" (not gating)")}`
  };
}
function stop(report) {
  const { error: error2, say } = report;
  if (error2 === null) return html2``;
  const lines3 = (error2.output ?? "").split(/\r\n|[\r\n]/).filter((line6) => line6.trim() !== "");
  if (error2.hint === null && error2.locations.length === 0 && lines3.length === 0) return html2``;
  return html2`<section aria-labelledby="stop">
    <h2 id="stop">${say("What stopped the run")}</h2>
    ${error2.hint === null ? "" : html2`<p>${prose2(error2.hint)}</p>`}
    ${error2.locations.length === 0 ? "" : html2`<div class="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">${say("Line")}</th>
                  <th scope="col">${say("Message")}</th>
                </tr>
              </thead>
              <tbody>
                ${error2.locations.slice(0, 100).map(
    (location2) => html2`<tr>
                      <td>${place(report, { ...location2, own: true })}</td>
                      <td class="wide">${prose2(location2.message)}</td>
                    </tr> `
  )}
              </tbody>
            </table>
          </div>`}
    ${lines3.length === 0 ? "" : html2`<h3>${say("Last lines of output")}</h3>
            ${block(lines3.slice(-50))}`}
  </section>`;
}

// src/reporters/html/page.ts
var mostBytes2 = 4e5;
var heapSteps = [300, 120, 40, 15, 0];
function page(given2) {
  const report = told(given2);
  let text4 = "";
  for (const most3 of heapSteps) {
    text4 = pageOf(report, most3);
    if (Buffer.byteLength(text4) <= mostBytes2) break;
  }
  return text4;
}
function pageOf(report, mostHeapSteps) {
  const story = storyOf(report);
  const [lines3, figuresHeld] = [sites(report, story), metrics(report, story)];
  const parts = [
    stop(report),
    cards(report),
    ...linesFirst(story) ? [lines3, figuresHeld] : [figuresHeld, lines3],
    flame(report),
    retention(report),
    runHeap(report, mostHeapSteps),
    goroutines(report),
    timelines(report),
    resilienceTimelines(report),
    latency(report),
    protocols(report),
    stages(report),
    coverage(report),
    routes(report),
    figures4(report, story),
    verdictMaking(report),
    environment(report)
  ];
  const main = parts.filter(({ markup }) => markup !== "").map((part) => html2`${part} `);
  return shell({
    title: story.heading,
    lang: report.lang ?? "en",
    styles: heapStyles,
    skipLink: report.say("Skip to the findings"),
    header: header(report, story),
    main,
    footer: footer(report)
  });
}
var linesFirst = ({ sites: found2 }) => found2.some(({ outcome: outcome2 }) => outcome2 === "fail");
function footer({ leakgate, createdAt, commit: commit2, say }) {
  const time2 = formatTime(createdAt);
  const measured = commit2.sha === "" ? time2 : say("{time} for {sha}", { time: time2, sha: shortSha(commit2.sha) });
  return html2`<footer class="wrap">leakgate ${foreign(leakgate, 40)} · ${measured}</footer>`;
}

// src/reporters/html.ts
function renderHtml(report) {
  return page(report);
}

// src/reporters/json.ts
function renderJson(report) {
  return `${JSON.stringify(report, null, 2)}
`;
}

// src/reporters/junit.ts
function junit(report) {
  const suites = [...report.checks.map((check2) => suiteOf(check2, report)), ...errorSuite(report)];
  const total = (kind) => suites.reduce((sum3, { counts: counts2 }) => sum3 + counts2[kind], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({
      name: `leakgate ${report.key}`,
      tests: total("tests"),
      failures: total("failures"),
      errors: total("errors"),
      skipped: total("skipped"),
      time: seconds5(report)
    })}>`,
    ...suites.flatMap(({ lines: lines3 }) => lines3),
    "</testsuites>",
    ""
  ].join("\n");
}
var seconds5 = ({ phases }) => (phases.reduce((sum3, { durationMs }) => sum3 + durationMs, 0) / 1e3).toFixed(3);
function suiteOf(check2, report) {
  const { findings } = check2;
  const of = (outcome2) => findings.filter((one2) => one2.outcome === outcome2).length;
  const cases = findings.length > 0 ? findings.map((finding2) => caseOf(finding2, check2, report)) : [emptyCase(check2, report)];
  const skipped = findings.length > 0 ? of("inconclusive") : Number(check2.outcome === "skipped");
  const counts2 = { tests: cases.length, failures: of("fail"), errors: 0, skipped };
  return { counts: counts2, lines: wrapped(check2.title, counts2, report, cases.flat(), check2.summary) };
}
function wrapped(name, counts2, report, cases, said) {
  return [
    `  <testsuite${attributes({ name, ...counts2, timestamp: report.createdAt.slice(0, 19), hostname: report.environment.runner })}>`,
    ...cases,
    ...said === "" ? [] : [`    <system-out>${escaped2(plain(said))}</system-out>`],
    "  </testsuite>"
  ];
}
var className = (check2, report) => `${report.key}.${check2.name}`;
function emptyCase(check2, report) {
  const open = `    <testcase${attributes({ classname: className(check2, report), name: check2.title })}`;
  if (check2.outcome !== "skipped") return [`${open}/>`];
  return [`${open}>`, `      <skipped${attributes({ message: check2.summary })}/>`, "    </testcase>"];
}
function caseOf(finding2, check2, report) {
  const { site: site2, metric: metric2, outcome: outcome2 } = finding2;
  const name = site2 === void 0 ? metric2 : `${metric2} in ${shortFunction(site2.function)} (${site2.file}:${site2.line})`;
  const place3 = site2 === void 0 ? {} : { file: site2.file, line: site2.line };
  const open = `    <testcase${attributes({ classname: className(check2, report), name, ...place3 })}`;
  if (outcome2 === "fail") {
    const message = `${figuresText(finding2)}: ${finding2.reason}`;
    return [
      `${open}>`,
      `      <failure${attributes({ message, type: finding2.kind })}>${escaped2(evidenceOf2(finding2))}</failure>`,
      "    </testcase>"
    ];
  }
  if (outcome2 === "inconclusive")
    return [
      `${open}>`,
      `      <skipped${attributes({ message: `undecided: ${finding2.reason}` })}/>`,
      "    </testcase>"
    ];
  return outcome2 === "warn" ? [`${open}>`, `      <system-out>${escaped2(plain(finding2.reason))}</system-out>`, "    </testcase>"] : [`${open}/>`];
}
function figuresText(finding2) {
  const { before, after, change, gate } = figuresOf(finding2, sayIn("en"));
  return isLine(finding2) ? growthOf(finding2, sayIn("en")) : `${before} → ${after} (${change}, gate ${gate})`;
}
function evidenceOf2({ reason: reason3, site: site2, facts = [] }) {
  const source = site2?.source === void 0 ? [] : [`${plain(site2.file)}:${site2.line}: ${plain(site2.source)}`];
  const said = facts.map(({ label: label4, text: text4 }) => `${plain(label4)}: ${plain(text4)}`);
  const stack2 = (site2?.stack ?? []).map(
    (frame2) => `  at ${plain(frame2.function)} (${plain(frame2.file)}:${frame2.line})`
  );
  return [plain(reason3), ...source, ...said, ...stack2].join("\n");
}
function errorSuite(report) {
  const { error: error2 } = report;
  if (error2 === null) return [];
  const counts2 = { tests: 1, failures: 0, errors: 1, skipped: 0 };
  const places2 = error2.locations.map(({ file, line: line6, message }) => `${plain(file)}:${line6}: ${plain(message)}`);
  const output = (error2.output ?? "").split(/\r\n|[\r\n]/).map(outputLine);
  const body2 = [plain(error2.hint ?? ""), ...places2, ...output].filter((line6) => line6 !== "").join("\n");
  const lines3 = [
    `    <testcase${attributes({ classname: `${report.key}.leakgate`, name: "The run finishes" })}>`,
    `      <error${attributes({ message: error2.message, type: error2.code })}>${escaped2(body2)}</error>`,
    "    </testcase>"
  ];
  return [{ counts: counts2, lines: wrapped("Leakgate", counts2, report, lines3, "") }];
}
function attributes(values) {
  return Object.entries(values).map(([name, value2]) => ` ${name}="${escaped2(typeof value2 === "string" ? plain(value2, 500) : String(value2))}"`).join("");
}
var entities2 = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
function escaped2(text4) {
  return text4.replace(/[\ufffe\uffff]/g, "�").replace(/[&<>"]/g, (sign) => entities2[sign]);
}

// src/reporters/openmetrics.ts
var units = {
  "req/s": ["requests_per_second", 1],
  ms: ["seconds", 1e-3],
  "us/req": ["seconds_per_request", 1e-6],
  bytes: ["bytes", 1],
  "bytes/req": ["bytes_per_request", 1],
  "objects/req": ["objects_per_request", 1],
  "allocs/req": ["allocs_per_request", 1],
  goroutines: ["goroutines", 1],
  ratio: ["ratio", 1],
  count: ["total_seen", 1]
};
var quantiles = /* @__PURE__ */ new Map([
  ["qps/p50", "0.5"],
  ["qps/p95", "0.95"],
  ["qps/p99", "0.99"]
]);
function openMetrics(report) {
  const common = { service: report.key, branch: report.commit.branch };
  const families2 = /* @__PURE__ */ new Map();
  for (const sample2 of samplesOf(report)) families2.set(sample2.name, [...families2.get(sample2.name) ?? [], sample2]);
  const lines3 = [...families2].flatMap(([name, samples2]) => [
    `# TYPE ${name} gauge`,
    `# HELP ${name} ${escaped3(samples2[0].help)}`,
    ...samples2.map(({ labels, value: value2 }) => `${name}${labelText({ ...common, ...labels })} ${value2}`)
  ]);
  return `${[...lines3, "# EOF"].join("\n")}
`;
}
function samplesOf(report) {
  const failed3 = Number(report.verdict === "fail");
  const metrics2 = report.checks.flatMap((check2) => check2.metrics).filter(({ value: value2 }) => Number.isFinite(value2));
  const gates2 = report.checks.flatMap((check2) => check2.findings).filter(({ threshold, site: site2 }) => threshold !== null && site2 === void 0);
  const at2 = Date.parse(report.createdAt);
  const seen3 = /* @__PURE__ */ new Set();
  return [
    { name: "leakgate_failed", help: "Whether the last run failed.", labels: {}, value: failed3 },
    ...Number.isNaN(at2) ? [] : [{ name: "leakgate_run_timestamp_seconds", help: "When the last run ended.", labels: {}, value: at2 / 1e3 }],
    ...metrics2.map(sampleOf2),
    ...gates2.map(({ id, outcome: outcome2 }) => ({
      name: "leakgate_gate_exceeded",
      help: "Whether a figure exceeded its gate.",
      labels: { metric: id },
      value: Number(outcome2 === "fail")
    }))
  ].filter((sample2) => isFirst(sample2, seen3));
}
function isFirst({ name, labels }, seen3) {
  const series = `${name}${labelText(labels)}`;
  if (seen3.has(series)) return false;
  seen3.add(series);
  return true;
}
function sampleOf2({ id, title, unit: unit3, value: value2 }) {
  const [suffix, factor] = units[unit3];
  const quantile2 = quantiles.get(id);
  const scaled = Number((value2 * factor).toPrecision(12));
  if (quantile2 !== void 0)
    return { name: "leakgate_latency_seconds", help: "Latency.", labels: { quantile: quantile2 }, value: scaled };
  if (id === "qps/throughput") return { name: "leakgate_requests_per_second", help: title, labels: {}, value: scaled };
  const name = `leakgate_${id.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_").slice(0, 80)}_${suffix}`;
  return { name, help: title, labels: {}, value: scaled };
}
function labelText(labels) {
  const pairs2 = Object.entries(labels).map(([name, value2]) => `${name}="${escaped3(value2).replaceAll('"', '\\"')}"`);
  return pairs2.length === 0 ? "" : `{${pairs2.join(",")}}`;
}
var escaped3 = (text4) => text4.slice(0, 200).replaceAll("\\", "\\\\").replace(/[\r\n]+/g, "\\n").replace(new RegExp("\\p{Cs}", "gu"), "�");

// src/reporters/markdown-evidence.ts
function resilienceSection({ checks: checks2, say }) {
  return checks2.flatMap((check2) => {
    const rows2 = resilienceCells(check2, say);
    if (rows2 === null) return [];
    const head4 = resilienceHead(say);
    const named3 = rows2.map(([name = "", ...figures6]) => [text(name, 40), ...figures6]);
    const states = breakerText(check2, say);
    const breaker = states === "" ? "" : `

${say("The breaker, as seen from outside")}: ${states}`;
    return [
      details(
        say("Outcomes through peak, fault and recovery"),
        `${table2(head4, named3, [...head4.keys()].slice(1))}${breaker}`
      )
    ];
  }).join("\n\n");
}
function protocolsSection({ checks: checks2, say }) {
  const tables2 = checks2.flatMap((check2) => {
    const rows2 = protocolCells(check2);
    const head4 = protocolHead(say);
    return rows2 === null ? [] : [`${table2(head4, rows2, [...head4.keys()].slice(1))}

${say(protocolNote)}`];
  });
  return tables2.map((one2) => details(say("HTTP/1.1 and HTTP/2"), one2)).join("\n\n");
}
function stagesSection({ checks: checks2, say }) {
  return checks2.flatMap((check2) => {
    const rows2 = stageCells(check2);
    if (rows2 === null || check2.stages === void 0) return [];
    const named3 = rows2.map(([name = "", ...figures6]) => [text(name, 60), ...figures6]);
    const head4 = stageHead(say);
    const shown = `${table2(head4, named3, [...head4.keys()].slice(1))}

${say(stageNotes[check2.stages.source])}`;
    return [details(say("Where the time goes"), shown)];
  }).join("\n\n");
}
function coverageSection(report, most3) {
  const { say } = report;
  return report.checks.flatMap((check2) => {
    const rows2 = coverageCells(check2, say);
    if (rows2 === null || check2.coverage === void 0) return [];
    const { unreached, started: started2 } = check2.coverage;
    const parts = [
      table2(coverageHead(say), rows2, [1, 2, 3]),
      say(coverageNote),
      siteList(
        report,
        say("What no request reached"),
        unreached.slice(0, most3),
        (one2) => [code(one2.source, 100), ...waysTo(one2, say).map((way) => text(way, 160))].join("; ")
      ),
      lifecycleTable(report, check2, most3),
      siteList(
        report,
        say("Goroutines that the load started"),
        started2.slice(0, most3),
        (one2) => text(lifeOf(one2, say), 300)
      )
    ];
    return [details(say("Leak coverage"), parts.filter((one2) => one2 !== "").join("\n\n"))];
  }).join("\n\n");
}
function lifecycleTable(report, check2, most3) {
  const rows2 = lifecycles(check2);
  if (rows2 === null) return "";
  const { say } = report;
  const head4 = ["", ...lifecycleHead(say)];
  const cells = rows2.slice(0, most3).map((row5) => [place2(report, row5.site.frame), ...row5.cells.map((one2) => text(one2, 60))]);
  const title = `**${say("How the goroutines fared")}**`;
  return [title, table2(head4, cells, [...head4.keys()].slice(1)), say(lifecycleNote)].join("\n\n");
}
function siteList(report, title, sites2, told3) {
  if (sites2.length === 0) return "";
  return `**${title}**

${sites2.map((one2) => `- ${place2(report, one2.frame)}: ${told3(one2)}`).join("\n")}`;
}
function collectionsSection(report) {
  const timelines2 = report.checks.flatMap(({ timeline: timeline2 }) => timeline2 ?? []);
  return timelines2.map((timeline2) => details(report.say("Collections"), collections2(report, timeline2))).join("\n\n");
}
function collections2(report, timeline2) {
  const { say } = report;
  const { durationMs, heap, worst, trace } = timeline2;
  const { count: count4 } = timeline2.collections;
  const peak3 = Math.max(0, ...heap.liveBytes);
  const sum3 = say("{n} in {time} of load; the heap reached {peak}.", {
    n: formatCount(count4),
    time: formatDuration(durationMs),
    peak: formatValue(peak3, "bytes")
  });
  if (worst.length === 0) return sum3 + tracedText(trace, say);
  const rows2 = worst.map((pause) => [
    formatValue(pause.pauseMs, "ms"),
    formatDuration(pause.endedMs),
    pause.durationMs === null ? "–" : formatValue(pause.durationMs, "ms"),
    allocations(report, pause)
  ]);
  const head4 = [say("Pause"), say("After"), say("Collection took"), say("Allocated around it")];
  return `${sum3}${tracedText(trace, say)}

${table2(head4, rows2, [0, 1, 2])}`;
}
function tracedText(trace, say) {
  if (trace === void 0) return "";
  const { stops, marks: marks2, assists: assists2 } = trace;
  const part = ({ totalMs, count: count4 }) => say("{time} in {n}", { time: formatValue(totalMs, "ms"), n: formatCount(count4) });
  return say(
    " The trace of its last {time} holds {stops} stops of the world, {marks} collections and {assists} assists.",
    { time: formatDuration(trace.toMs - trace.fromMs), stops: part(stops), marks: part(marks2), assists: part(assists2) }
  );
}
function allocations(report, { lines: lines3, fromMs, toMs }) {
  const shown = lines3.map(({ frame: frame2, bytes }) => `${formatValue(bytes, "bytes")} ${place2(report, frame2)}`);
  return shown.length === 0 ? "–" : `${shown.join("<br>")}<br>${report.say("within {time}", { time: formatDuration(toMs - fromMs) })}`;
}
function goroutinesSection(report, rows2) {
  const { say } = report;
  const groups = report.checks.flatMap((check2) => (check2.groups ?? []).map((group) => ({ group, check: check2 })));
  if (groups.length === 0) return "";
  const shown = groups.slice(0, rows2).map(({ group, check: check2 }) => groupRow(report, group, check2));
  const more = groups.length > rows2 ? `

${say("… and {n} more.", { n: formatCount(groups.length - rows2) })}` : "";
  const looks2 = groups[0].group.counts.length;
  return details(
    say(looks2 === 1 ? "Goroutine groups at {n} look" : "Goroutine groups at {n} looks", { n: looks2 }),
    table2(
      [say("Goroutines"), say("State"), say("Wait in"), say("Started in"), say("Since the first look"), say("Leak")],
      shown
    ) + more
  );
}
function groupRow(report, group, check2) {
  const { say } = report;
  const { counts: counts2, state, createdBy, minutes = 0 } = group;
  return [
    counts2.map(formatCount).join(" → "),
    `${text(state, 40)}${minutes > 0 ? ` ${say("since {n} min", { n: formatCount(minutes) })}` : ""}`,
    waitCell(report, group),
    createdBy === null ? say("the runtime") : place2(report, createdBy),
    stays(group, say),
    leakOf(group, check2, say) || "–"
  ];
}
function waitCell(report, { waitsAt, entry }) {
  if (waitsAt === null) return "–";
  const began = entry === null || entry.function === waitsAt.function ? "" : `<br>${report.say("began in {function}", { function: code(shortFunction(entry.function), 80) })}`;
  return `${place2(report, waitsAt)}${began}`;
}
function stays({ ended, counts: counts2, lasting }, say) {
  if (ended === null || lasting === null || counts2.length < 2) return "–";
  if (ended === 0) return say("all stay");
  return say("{ended} ended, {lasting} stay", { ended: formatCount(ended), lasting: formatCount(lasting) });
}
var place2 = (report, frame2) => `${code(shortFunction(frame2.function), 80)} ${placeLink(report, frame2)}`;

// src/reporters/markdown.ts
function extents({ sites: sites2, rows: rows2, evidence: evidence2 }) {
  const all = {
    sites: sites2,
    rows: rows2,
    stacks: true,
    figures: true,
    passing: true,
    tables: true,
    evidence: evidence2 === true
  };
  const full = { ...all, evidence: false };
  const noStacks = { ...full, stacks: false };
  const noFigures = { ...noStacks, figures: false };
  const noPassing = { ...noFigures, passing: false };
  const fewSites = { ...noPassing, sites: 5, rows: 10 };
  return [all, full, noStacks, noFigures, noPassing, fewSites, { ...fewSites, tables: false }];
}
function renderMarkdown(given2, limits) {
  const report = told(given2);
  const story = storyOf(report);
  let markdown = "";
  for (const extent of extents(limits)) {
    markdown = compose(report, story, extent);
    if (Buffer.byteLength(markdown) <= limits.maxBytes) return markdown;
  }
  return markdown;
}
function compose(report, story, extent) {
  const { top: top3, rest: rest2 } = metricRows(story);
  const { compared } = story;
  const { rows: rows2 } = extent;
  const body2 = extent.tables ? [
    stop2(report, extent),
    topTable(report, top3, { compared, rows: rows2 }),
    reasons(report, story, extent),
    anotherTime(report, story),
    costSentences(report).map((sentence) => prose(sentence, 300)).join(" "),
    siteSection(report, story, extent),
    extent.passing ? passingSection(report, rest2, { compared, rows: rows2 }) : "",
    extent.figures ? figuresSection(report, rows2) : "",
    extent.evidence ? resilienceSection(report) : "",
    extent.evidence ? protocolsSection(report) : "",
    extent.evidence ? stagesSection(report) : "",
    extent.evidence ? coverageSection(report, rows2) : "",
    extent.evidence ? collectionsSection(report) : "",
    extent.evidence ? goroutinesSection(report, rows2) : "",
    verdictSection(report),
    environmentSection(report)
  ] : [report.say("The findings are too long to be shown here; the full report has them.")];
  const blocks = [`### ${story.icon} ${text(story.heading)}`, lead3(report), ...body2, footer2(report)];
  return `${blocks.filter((block2) => block2 !== "").join("\n\n")}
`;
}
function metricRows({ deviations, sites: sites2, passing }) {
  if (deviations.length > 0 || sites2.length > 0) return { top: deviations, rest: passing };
  return { top: passing.slice(0, 8), rest: passing.slice(8) };
}
function lead3({ summary: summary2, baseline: baseline2, error: error2, say }) {
  if (error2 !== null) return [prose(error2.message, 600), prose(error2.hint ?? "", 600)].filter(Boolean).join("\n\n");
  return [prose(summary2, 600), baseline2.found ? "" : prose(baseline2.reason)].filter((sentence) => sentence !== "").join(say(" "));
}
function stop2(report, { rows: rows2 }) {
  if (report.error === null) return "";
  const { say } = report;
  const { locations, output } = report.error;
  const places2 = locations.slice(0, rows2).map((location2) => [placeLink(report, { ...location2, own: true }), prose(location2.message)]);
  const lines3 = (output ?? "").split(/\r\n|[\r\n]/).filter((line6) => line6.trim() !== "");
  const [last, all] = [lines3.slice(-8), lines3.slice(-50)];
  return [
    ...places2.length === 0 ? [] : [table2([say("Line"), say("Message")], places2)],
    ...last.length === 0 ? [] : [fenced(last)],
    ...all.length === last.length ? [] : [details(say("Last {n} lines of output", { n: all.length }), fenced(all))]
  ].join("\n\n");
}
function topTable(report, findings, { compared, rows: rows2 }) {
  if (findings.length === 0) return "";
  const more = findings.length > rows2 ? `

${report.say("… and {n} more.", { n: findings.length - rows2 })}` : "";
  return metricsTable(report, findings.slice(0, rows2), compared) + more;
}
function reasons(report, { deviations }, { rows: rows2 }) {
  const lines3 = deviations.slice(0, Math.min(rows2, 10)).map((finding2) => {
    const said = [prose(finding2.reason), ...finding2.site === void 0 ? factLines(report, finding2) : []];
    const what = `**${text(finding2.metric, 80)}**${judged(finding2, report.say)}`;
    return `- ${report.say("{what}: {why}", { what, why: said.filter((part) => part !== "").join(" · ") })}`;
  });
  return lines3.join("\n");
}
function judged({ outcome: outcome2 }, say) {
  if (outcome2 === "inconclusive") return say(" (undecided)");
  return outcome2 === "warn" ? say(" (not gating)") : "";
}
function anotherTime(report, { deviations, passing }) {
  return [...deviations, ...passing].some(isFromAnotherTime) ? `<sub>† ${text(anotherTimeNote(report))}</sub>` : "";
}
function footer2({ links, commit: commit2, leakgate, createdAt, say }) {
  const run5 = safeUrl(links.run);
  const time2 = formatTime(createdAt);
  const measured = commit2.sha === "" ? time2 : say("{time} for {sha}", { time: time2, sha: shortSha(commit2.sha) });
  const page2 = safeUrl(links.report ?? null);
  const parts = [
    ...run5 === null ? [] : [say("[Full report]({artifacts}) and [log]({run})", { artifacts: page2 ?? `${run5}#artifacts`, run: run5 })],
    `leakgate ${text(leakgate, 40)}`,
    measured
  ];
  return `<sub>${parts.join(" · ")}</sub>`;
}

// src/reporters/pr-comment.ts
var maxCommentBytes = 6e4;
function commentMarker(key) {
  const wellFormed = shorten(key, 200).replace(new RegExp("\\p{Cs}", "gu"), "�");
  const encoded2 = encodeURIComponent(wellFormed).replaceAll("%2F", "/").replaceAll("--", "-%2D");
  return `<!-- leakgate:v1 key=${encoded2} -->`;
}
function prComment(report) {
  const marker = commentMarker(report.key);
  const maxBytes = maxCommentBytes - Buffer.byteLength(marker) - 1;
  return `${marker}
${renderMarkdown(report, { maxBytes, sites: 10, rows: 20 })}`;
}

// src/reporters/sarif.ts
import { createHash as createHash3 } from "node:crypto";

// src/reporters/sarif-rules.ts
var rules = [
  {
    id: "leakgate/crash",
    name: "CrashUnderLoad",
    short: "The service crashes under load",
    full: "The service went down, or a handler panicked, while it answered the requests of the scenario.",
    help: "The flow shows the calls that lead to the line. A crash under load is often a race: shared state without a lock.",
    level: "error",
    matches: ({ kind }) => kind === "crash"
  },
  {
    id: "leakgate/descriptor-leak",
    name: "DescriptorLeak",
    short: "Files or sockets are never closed",
    full: "File descriptors that are opened here stay open after their requests have been answered. Their number grows with the requests.",
    help: "Close response bodies, rows, files and connections on every path, errors included.",
    level: "error",
    matches: ({ id }) => id.startsWith("goroutine-leak/descriptors/")
  },
  {
    id: "leakgate/goroutine-leak",
    name: "GoroutineLeak",
    short: "Goroutines never end",
    full: "Goroutines that are started here are still there after their requests have been answered and the service has come to rest. Their number grows with the requests.",
    help: "Give each goroutine a way to end: select on the context’s Done beside every send and receive, give a channel room for its one value, stop timers and tickers, close what is ranged over.",
    level: "error",
    matches: ({ kind, unit: unit3, id }) => kind === "leak" && (unit3 === "goroutines" || id.startsWith("goroutine-leak/"))
  },
  {
    id: "leakgate/pool-misuse",
    name: "PoolMisuse",
    short: "A sync.Pool doesn’t reuse its objects",
    full: "What is taken out of this pool is never put back, or what is put in is never taken out, or it keeps objects that have grown large.",
    help: "Put back on every path what was taken, and drop objects that have grown large instead of putting them back.",
    level: "error",
    matches: ({ id }) => id.startsWith("heap-leak/pool/")
  },
  {
    id: "leakgate/heap-leak",
    name: "HeapLeak",
    short: "Memory stays with each request",
    full: "What is allocated here is still reachable after the requests have been answered, the garbage collector has run and the service has rested. It grows with the number of requests.",
    help: "Bound maps, slices and caches, delete entries that are no longer needed, and let go of large values that closures or small slices keep. The message says what keeps the memory alive where that is known.",
    level: "error",
    matches: ({ kind }) => kind === "leak"
  },
  {
    id: "leakgate/cost",
    name: "CostIncrease",
    short: "A request costs more than on the base branch",
    full: "A request allocates or computes more than before, and this line contributes most to it.",
    help: "Compare what the line allocates with what it did before the change.",
    level: "warning",
    matches: () => true
  }
];
function ruleOf(finding2) {
  return rules.find(({ matches }) => matches(finding2));
}

// src/reporters/sarif.ts
var maxResults = 200;
function sarif(report) {
  const { sites: sites2 } = storyOf(told({ ...report, lang: "en" }));
  const located = sites2.filter((finding2) => isOwn(finding2) && locatable(finding2.site));
  const results = located.slice(0, maxResults).map((finding2) => resultOf(report, finding2));
  const log2 = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Leakgate",
            semanticVersion: /^\d+\.\d+\.\d+/.exec(report.leakgate)?.[0] ?? "0.0.0",
            rules: rules.map(descriptor)
          }
        },
        // One category for each service, so that the results of one don't replace those of another.
        automationDetails: { id: `leakgate/${plain(report.key, 120).replaceAll(" ", "-")}/` },
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
        columnKind: "utf16CodeUnits",
        results
      }
    ]
  };
  return `${JSON.stringify(log2, null, 2)}
`;
}
function descriptor({ id, name, short: short2, full, help, level }) {
  return {
    id,
    name,
    shortDescription: { text: short2 },
    fullDescription: { text: full },
    help: { text: help },
    defaultConfiguration: { level },
    properties: { tags: ["performance", "reliability", "go"] }
  };
}
function locatable({ file, line: line6 }) {
  return line6 > 0 && file !== "" && !file.startsWith("/") && !file.split("/").includes("..");
}
function resultOf(report, finding2) {
  const site2 = finding2.site;
  const rule = ruleOf(finding2);
  const caller = changedCaller(report, finding2);
  const changed = caller !== null && locatable(caller) ? caller : null;
  const facts = [...changed === null ? [] : [foundIn(site2)], ...finding2.facts ?? []];
  const related = facts.filter(pointsIntoRepository).slice(0, 20);
  return {
    ruleId: rule.id,
    ruleIndex: rules.indexOf(rule),
    level: finding2.outcome === "fail" ? "error" : "warning",
    ...finding2.before !== null && { baselineState: finding2.before === 0 ? "new" : "updated" },
    message: { text: messageOf2(finding2, facts, related) },
    locations: [
      changed === null ? locationOf(site2, shortFunction(site2.function), site2.source) : locationOf(changed, shortFunction(changed.function))
    ],
    ...related.length > 0 && {
      relatedLocations: related.map(({ label: label4, frame: frame2 }, index2) => ({
        id: index2 + 1,
        ...locationOf(frame2, plain(label4, 60))
      }))
    },
    ...flowsOf(finding2),
    partialFingerprints: { primaryLocationLineHash: fingerprint(rule.id, finding2) }
  };
}
var foundIn = ({ function: name, file, line: line6 }) => ({
  label: "found in",
  text: `${shortFunction(name)} (${file}:${line6})`,
  frame: { function: name, file, line: line6, own: true }
});
var pointsIntoRepository = ({ frame: frame2 }) => frame2 !== void 0 && frame2.own && locatable(frame2);
function messageOf2(finding2, facts, related) {
  const growth3 = growthOf(finding2, sayIn("en"));
  const lines3 = facts.map((fact) => {
    const at2 = related.indexOf(fact);
    const label4 = unlinked(plain(fact.label, 60));
    return `${at2 === -1 ? label4 : `[${label4}](${at2 + 1})`}: ${unlinked(plain(fact.text))}`;
  });
  const head4 = `${plain(finding2.metric, 80)}${growth3 === "" ? "" : `, ${growth3}`}. ${plain(finding2.reason, 500)}`;
  return [unlinked(head4), ...lines3].join("\n");
}
var unlinked = (text4) => text4.replace(/[[\]]/g, "\\$&");
function locationOf({ file, line: line6 }, text4, source) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file), uriBaseId: "%SRCROOT%" },
      region: {
        startLine: line6,
        startColumn: 1,
        endLine: line6,
        endColumn: (source?.length || 1) + 1,
        ...source !== void 0 && { snippet: { text: plain(source, 400) } }
      }
    },
    ...text4 !== "" && { message: { text: text4 } }
  };
}
var uriOf = (file) => file.split("/").map((segment) => encodeURIComponent(segment.replace(new RegExp("\\p{Cs}", "gu"), "�"))).join("/");
function flowsOf(finding2) {
  const calls = (finding2.site?.stack ?? []).filter(({ line: line6, file }) => line6 > 0 && file !== "").toReversed().map((frame2) => ({ text: frame2.function, frame: frame2 }));
  const flows = [{ title: stackTitle(finding2, sayIn("en")), steps: calls }, ...finding2.flows ?? []].filter(
    ({ steps: steps2 }) => steps2.length > 0
  );
  return flows.length === 0 ? {} : { codeFlows: flows.slice(0, maxFlows).map(codeFlow) };
}
var [maxFlows, maxSteps] = [8, 100];
var codeFlow = ({ title, steps: steps2 }) => ({
  message: { text: plain(title, 120) },
  threadFlows: [{ locations: steps2.slice(-maxSteps).map(flowLocation) }]
});
function flowLocation({ text: text4, frame: frame2 }) {
  const name = text4 === frame2?.function ? shortFunction(text4) : plain(text4, 200);
  const known3 = frame2 !== null && frame2.own && locatable(frame2);
  return {
    location: known3 ? locationOf(frame2, name) : elsewhere(name, text4, frame2),
    importance: known3 ? "essential" : "unimportant"
  };
}
var elsewhere = (name, fullName, frame2) => ({
  logicalLocations: [{ fullyQualifiedName: plain(fullName, 200), kind: frame2 === null ? "variable" : "function" }],
  message: { text: frame2 === null || endsAt(frame2, name) ? name : `${name} (${plain(frame2.file)}:${frame2.line})` }
});
var endsAt = ({ file, line: line6 }, name) => name.endsWith(` ${file.slice(file.lastIndexOf("/") + 1)}:${line6}`);
function fingerprint(rule, { id, site: site2 }) {
  const text4 = site2?.source?.replaceAll(/\s+/g, " ").trim() ?? id;
  const hash2 = createHash3("sha256").update([rule, site2?.function ?? "", text4].join("\n")).digest("hex");
  return `${hash2.slice(0, 16)}:1`;
}

// src/reporters/summary.ts
var maxSummaryBytes = 900 * 1024;
function summary(report) {
  return renderMarkdown(report, { maxBytes: maxSummaryBytes, sites: 50, rows: 100, evidence: true });
}

// src/reporters/aggregate-markdown.ts
var aggregateKey = "*";
function aggregateComment(aggregate, name = "") {
  const marker = commentMarker(`${aggregateKey}${name}`);
  const maxBytes = maxCommentBytes - Buffer.byteLength(marker) - 1;
  return `${marker}
${renderAggregate(aggregate, { maxBytes, rows: 120, sites: 5 })}`;
}
function aggregateSummary(aggregate) {
  return renderAggregate(aggregate, { maxBytes: maxSummaryBytes, rows: 500, sites: 20 });
}
function renderAggregate(given2, limits) {
  const aggregate = toldAggregate(given2);
  const head4 = [
    `### ${outcomeIcons[aggregate.verdict]} ${text(aggregate.summary)}`,
    servicesTable(aggregate, limits.rows),
    aggregate.notes.slice(0, 20).map((note) => `- ${prose(note)}`).join("\n")
  ];
  const foot = footer3(aggregate);
  const taken = Buffer.byteLength([...head4, foot].join("\n\n")) + 200;
  const sections = sectionsWithin(aggregate, limits, limits.maxBytes - taken);
  return `${[...head4, ...sections, foot].filter((block2) => block2 !== "").join("\n\n")}
`;
}
function servicesTable({ results, missing: missing3, say }, maxRows) {
  const rows2 = [
    ...missing3.map(({ name, reason: reason3 }) => ["❌", code(name, 60), prose(reason3, 120), "", ""]),
    ...results.map(serviceRow)
  ];
  if (rows2.length === 0) return "";
  const shown = table2(["", say("Service"), say("What"), "QPS", "p99"], rows2.slice(0, maxRows), [3, 4]);
  return rows2.length > maxRows ? `${shown}

${say("… and {n} more.", { n: rows2.length - maxRows })}` : shown;
}
function serviceRow(report) {
  const figure = (id) => {
    const found2 = report.checks.flatMap(({ metrics: metrics2 }) => metrics2).find((metric2) => metric2.id === id);
    return found2 === void 0 ? "" : formatValue(found2.value, found2.unit);
  };
  return [
    storyOf(told(report)).icon,
    code(report.key, 60),
    text(headingOf(report), 110),
    figure("qps/throughput"),
    figure("qps/p99")
  ];
}
function headingOf(report) {
  const { heading: heading3 } = storyOf(told(report));
  const name = `${plain(report.key, 60)}: `;
  return heading3.startsWith(name) ? heading3.slice(name.length) : heading3;
}
function sectionsWithin({ results, say }, { sites: sites2 }, room) {
  const shown = results.filter((report) => report.verdict !== "pass" || report.checks.length > 0);
  const sections = [];
  let left5 = room;
  let hidden = 0;
  shown.forEach((report, index2) => {
    const share2 = Math.floor(left5 / (shown.length - index2));
    const section4 = sectionOf(report, { maxBytes: share2, sites: sites2 });
    const bytes = Buffer.byteLength(section4) + 2;
    if (section4 === "" || bytes > share2) hidden += 1;
    else {
      sections.push(section4);
      left5 -= bytes;
    }
  });
  if (hidden > 0)
    sections.push(
      say(
        hidden === 1 ? "{n} service has no room here; the run's pages have all." : "{n} services have no room here; the run's pages have all.",
        { n: hidden }
      )
    );
  return sections;
}
var leastBytes2 = 400;
function sectionOf(report, { maxBytes, sites: sites2 }) {
  const { icon: icon2, heading: heading3 } = storyOf(told(report));
  const opening = `<details><summary>${icon2} ${html(heading3, 160)}</summary>

`;
  const closing = "\n</details>";
  const room = maxBytes - Buffer.byteLength(opening + closing) - 2;
  if (room < leastBytes2) return "";
  const markdown = renderMarkdown(report, { maxBytes: room, sites: sites2, rows: 20 });
  return `${opening}${markdown.slice(markdown.indexOf("\n\n") + 2)}${closing}`;
}
function footer3({ results, leakgate, createdAt, say }) {
  const time2 = formatTime(createdAt);
  const [first] = results;
  const run5 = safeUrl(first?.links.run ?? null);
  const sha = shortSha(first?.commit.sha ?? "");
  const parts = [
    ...run5 === null ? [] : [say("[All reports and logs]({run})", { run: run5 })],
    `leakgate ${text(leakgate, 40)}`,
    sha === "" ? time2 : say("{time} for {sha}", { time: time2, sha })
  ];
  return `<sub>${parts.join(" · ")}</sub>`;
}
function aggregateLines({ results, missing: missing3, summary: summary2 }) {
  const words2 = { pass: "pass", fail: "FAIL", inconclusive: "undecided", skipped: "skipped" };
  return [
    ...missing3.map(({ name, reason: reason3 }) => `MISSING    ${plain(name, 60)}: ${plain(reason3)}`),
    ...results.map(
      (report) => `${words2[report.verdict].padEnd(10)} ${plain(report.key, 60)}: ${plain(headingOf(report))}`
    ),
    plain(summary2)
  ];
}

// src/reporters/finding-schema.ts
var frame = looseObject({ function: string(), file: string(), line: number(), own: boolean() });
var unit2 = _enum([
  "req/s",
  "ms",
  "us/req",
  "bytes",
  "bytes/req",
  "objects/req",
  "allocs/req",
  "goroutines",
  "ratio",
  "count"
]);
var outcome = _enum(["pass", "fail", "inconclusive", "skipped"]);
var grade = _enum(["pass", "warn", "fail", "inconclusive"]);
var metric = looseObject({
  id: string(),
  title: string(),
  unit: unit2,
  better: _enum(["lower", "higher", "none"]),
  value: number()
});
var site = looseObject({
  function: string(),
  file: string(),
  line: number(),
  source: string().exactOptional(),
  stack: array(frame)
});
var finding = looseObject({
  id: string(),
  kind: _enum(["speed", "cost", "leak", "errors", "crash"]),
  metric: string(),
  unit: unit2,
  before: number().nullable(),
  after: number().nullable(),
  delta: number().nullable(),
  interval: tuple([number(), number()]).nullable(),
  threshold: looseObject({ value: number(), of: _enum(["relative", "absolute"]) }).nullable(),
  outcome: grade,
  reason: string(),
  site: site.exactOptional(),
  facts: array(
    looseObject({
      label: string(),
      text: string(),
      frame: frame.exactOptional(),
      page: string().exactOptional()
    })
  ).exactOptional(),
  flows: array(
    looseObject({
      title: string(),
      steps: array(looseObject({ text: string(), frame: frame.nullable() }))
    })
  ).exactOptional()
});

// src/reporters/coverage-schema.ts
var leakProneSite = looseObject({
  kind: _enum(["go", "context", "timer", "channel", "response", "pool", "growing"]),
  frame,
  source: string(),
  runs: number(),
  routes: array(looseObject({ method: string(), path: string(), may: boolean(), ran: boolean().nullable() })).exactOptional(),
  alive: looseObject({
    count: number(),
    states: record(string(), number()),
    minutes: number(),
    proven: number(),
    wakers: looseObject({ nobody: number(), referenced: number(), runtime: number(), unknown: number() }).exactOptional()
  }).exactOptional(),
  lives: looseObject({
    traceMs: number(),
    started: number(),
    ended: number(),
    runnableMs: number(),
    runningMs: number(),
    syscallMs: number(),
    blocked: array(looseObject({ reason: string(), times: number(), ms: number(), longestMs: number() }))
  }).exactOptional()
});
var leakCoverage = looseObject({
  requests: number(),
  kinds: array(looseObject({ kind: leakProneSite.shape.kind, sites: number(), reached: number() })),
  unreached: array(leakProneSite),
  started: array(leakProneSite)
});

// src/reporters/stage-schema.ts
var stageTable = looseObject({
  source: _enum(["server-timing", "opentelemetry", "cpu-profile"]),
  rows: array(
    looseObject({
      name: string(),
      beforeUs: number().nullable(),
      afterUs: number(),
      beforeQ95Us: number().nullable(),
      afterQ95Us: number().nullable(),
      outcome: grade
    })
  )
});

// src/reporters/load-schema.ts
var load = looseObject({
  engine: looseObject({
    name: string(),
    version: string(),
    model: _enum(["closed", "open"]),
    protocol: _enum(["HTTP/1.1", "HTTP/2"]).optional()
  }),
  connections: number(),
  streams: number().optional(),
  sent: number(),
  answered: number(),
  errors: number(),
  timeouts: number(),
  lost: number(),
  unexpected: number(),
  resets: number().nullable(),
  dropped: number(),
  askedPerSecond: number().nullable(),
  sentPerSecond: number().nullable(),
  answeredPerSecond: number(),
  lagP99Us: number().nullable(),
  generatorCpuUs: number().nullable()
});
var protocolRow = looseObject({
  protocol: _enum(["HTTP/1.1", "HTTP/2"]),
  connections: number(),
  streams: number(),
  requestsPerSecond: number(),
  p50Us: number(),
  p99Us: number(),
  cpuUsPerRequest: number().nullable(),
  socketBytes: number().nullable(),
  heapBytes: number().nullable(),
  goroutines: number().nullable(),
  failedShare: number()
});

// src/reporters/result-schema.ts
var maxCharacters = 32 * 1024 * 1024;
var schemaVersion = 1;
var latency2 = looseObject({ mean: number(), p50: number(), p95: number(), p99: number(), max: number() });
var routeLoad = looseObject({ label: string(), requests: number(), failed: number(), latencyUs: latency2 });
var heapCount = looseObject({ reachableBytes: number(), heapAllocBytes: number() });
var evidence = looseObject({
  requests: number(),
  frames: array(frame),
  nodes: array(
    looseObject({ parent: number(), frame: number(), liveBytes: number(), growthBytes: number() })
  ),
  chains: array(
    looseObject({
      root: string(),
      steps: array(
        looseObject({
          text: string(),
          objects: number(),
          retainedBytes: number(),
          frame: frame.nullable()
        })
      ),
      retainedBytes: number(),
      sites: array(frame),
      requests: number().exactOptional(),
      exact: boolean().exactOptional(),
      heldBy: array(array(string())).exactOptional(),
      stackBytes: number().exactOptional(),
      known: boolean().exactOptional()
    })
  ),
  counted: looseObject({ before: heapCount, after: heapCount.nullable() }).exactOptional(),
  heap: array(
    looseObject({
      parent: number(),
      text: string(),
      frame: frame.nullable(),
      objects: number(),
      grownObjects: number(),
      bytes: number(),
      grownBytes: number(),
      left: looseObject({ steps: number(), bytes: number(), grownBytes: number() }).exactOptional()
    })
  ).exactOptional()
});
var numbers = array(number());
var gaps = array(number().nullable());
var ranges = looseObject({ count: number(), totalMs: number(), fromMs: numbers, toMs: numbers });
var timeline = looseObject({
  durationMs: number(),
  load: looseObject({ bucketMs: number(), requestsPerSecond: numbers, p50Us: gaps, p99Us: gaps, maxUs: gaps }),
  heap: looseObject({ atMs: numbers, liveBytes: numbers, goalBytes: numbers, goroutines: gaps }),
  collections: looseObject({
    count: number(),
    endedMs: numbers,
    pauseMs: numbers,
    durationMs: gaps,
    assistMs: gaps
  }),
  worst: array(
    looseObject({
      endedMs: number(),
      pauseMs: number(),
      durationMs: number().nullable(),
      fromMs: number(),
      toMs: number(),
      lines: array(looseObject({ frame, bytes: number() }))
    })
  ),
  trace: looseObject({ fromMs: number(), toMs: number(), stops: ranges, marks: ranges, assists: ranges }).exactOptional()
});
var groupCounts = looseObject({
  createdBy: frame.nullable(),
  entry: frame.nullable(),
  waitsAt: frame.nullable(),
  state: string(),
  counts: numbers,
  proven: number(),
  lasting: number().nullable(),
  ended: number().nullable(),
  minutes: number().exactOptional(),
  stack: array(frame).exactOptional()
});
var resilience = looseObject({
  bucketMs: number().positive(),
  phases: array(looseObject({ name: string(), fromMs: number(), toMs: number() })),
  buckets: looseObject({
    served: numbers,
    fallback: numbers,
    refused: numbers,
    failed: numbers,
    p95Us: gaps,
    arrivals: numbers.nullable()
  }),
  breaker: array(looseObject({ state: _enum(["closed", "open", "half-open"]), fromMs: number() }))
});
var histogram = looseObject({ perDecade: number().positive(), first: number(), counts: numbers });
var check = looseObject({
  name: string(),
  title: string(),
  outcome,
  summary: string(),
  findings: array(finding),
  metrics: array(metric),
  routes: array(routeLoad),
  load: load.exactOptional(),
  protocols: array(protocolRow).exactOptional(),
  stages: stageTable.exactOptional(),
  coverage: leakCoverage.exactOptional(),
  evidence: evidence.exactOptional(),
  latencies: looseObject({ how: _enum(["paired", "stored"]), base: histogram.nullable(), head: histogram }).exactOptional(),
  timeline: timeline.exactOptional(),
  resilience: resilience.exactOptional(),
  groups: array(groupCounts).exactOptional()
});
var baseline = looseObject({
  found: boolean(),
  branch: string(),
  store: string(),
  sha: string().nullable(),
  createdAt: string().nullable(),
  reason: string(),
  mismatches: array(string()),
  stored: boolean()
});
var environment2 = looseObject({
  os: string(),
  arch: string(),
  cpus: number(),
  cpuModel: string(),
  memoryBytes: number(),
  goVersion: string(),
  nodeVersion: string(),
  runner: _enum(["github", "local"])
});
var error = looseObject({
  code: _enum(["config", "service", "measurement", "internal", "interrupted"]),
  message: string(),
  hint: string().nullable(),
  locations: array(looseObject({ file: string(), line: number(), message: string() })),
  output: string().nullable()
});
var costSides = { base: number().nullable(), head: number() };
var runningCost = looseObject({
  perMillionRequests: looseObject({
    cpuSeconds: looseObject(costSides).nullable(),
    allocatedBytes: looseObject(costSides).nullable()
  }),
  perMonth: looseObject({ ...costSides, currency: string(), requestsPerSecond: number(), pricePerCoreHour: number() }).nullable()
});
var changedLines2 = looseObject({
  since: string(),
  files: array(looseObject({ file: string(), lines: array(tuple([number(), number()])) }))
});
var reportSchema = looseObject({
  schemaVersion: literal(schemaVersion),
  leakgate: string(),
  lang: _enum(["en", "zh-CN"]).exactOptional(),
  createdAt: string(),
  verdict: outcome,
  summary: string(),
  exitCode: number(),
  key: string(),
  service: looseObject({ package: string(), module: string() }),
  commit: looseObject({
    sha: string(),
    branch: string(),
    baseBranch: string().nullable(),
    pullRequest: number().nullable()
  }),
  links: looseObject({
    repository: string().nullable(),
    run: string().nullable(),
    report: string().exactOptional()
  }),
  checks: array(check),
  error: error.nullable(),
  baseline,
  environment: environment2,
  phases: array(looseObject({ name: string(), startedAt: string(), durationMs: number() })),
  notes: array(string()),
  cost: runningCost.exactOptional(),
  changes: changedLines2.exactOptional()
});
function parseReport(json2, where) {
  const given2 = parseJson2(json2, where);
  const { schemaVersion: version2 } = looseObject({ schemaVersion: unknown() }).catch({ schemaVersion: void 0 }).parse(given2);
  if (typeof version2 === "number" && version2 > schemaVersion) {
    throw new LeakgateError("config", `${where} was written by a newer Leakgate (schemaVersion ${version2}).`, {
      hint: `This one reads schemaVersion ${schemaVersion}. Update it, or render the result with the Leakgate that wrote it.`
    });
  }
  if (version2 !== schemaVersion) {
    throw new LeakgateError(
      "config",
      `${where} isn't a result of Leakgate: it has no schemaVersion ${schemaVersion}.`,
      {
        hint: "A run writes it as result.json into its output folder."
      }
    );
  }
  const parsed3 = reportSchema.safeParse(given2);
  if (!parsed3.success) {
    throw new LeakgateError("config", `${where} is a damaged result: ${firstIssues(parsed3.error)}.`, {
      cause: parsed3.error,
      hint: "Was it edited, or cut off while it was written? Run Leakgate again."
    });
  }
  return parsed3.data;
}
function parseJson2(json2, where) {
  if (json2.length > maxCharacters) {
    throw new LeakgateError("config", `${where} is too large to be a result: ${json2.length} characters.`);
  }
  try {
    return JSON.parse(json2);
  } catch (cause) {
    throw new LeakgateError("config", `${where} isn't JSON.`, { cause, hint: "Was it cut off while it was written?" });
  }
}
function firstIssues({ issues }) {
  const shown = issues.slice(0, 3).map(({ path: path3, message }) => `${path3.map(String).join(".")}: ${message}`);
  const more = issues.length > 3 ? [`${issues.length - 3} more`] : [];
  return [...shown, ...more].join("; ");
}

// src/reporters/aggregate-schema.ts
var aggregateSchema = looseObject({
  schemaVersion: literal(1),
  leakgate: string(),
  createdAt: string(),
  verdict: reportSchema.shape.verdict,
  summary: string(),
  exitCode: number(),
  results: array(reportSchema).max(1e3),
  missing: array(looseObject({ name: string(), reason: string() })).max(1e3),
  notes: array(string()).max(1e3)
});
function parseAggregate(json2, where) {
  let given2;
  try {
    given2 = JSON.parse(json2);
  } catch (cause) {
    throw new LeakgateError("config", `${where} isn't JSON.`, { cause });
  }
  const parsed3 = aggregateSchema.safeParse(given2);
  if (parsed3.success) return parsed3.data;
  const [first] = parsed3.error.issues;
  throw new LeakgateError(
    "config",
    `${where} is no aggregate: ${first?.path.map(String).join(".") ?? ""}: ${first?.message ?? ""}.`,
    { cause: parsed3.error }
  );
}

// src/reporters/annotations.ts
var maxPerLevel = 8;
function annotations(given2) {
  const report = told(given2);
  const { deviations, sites: sites2 } = storyOf(report);
  const findings = [...sites2, ...deviations.filter(({ site: site2 }) => site2 === void 0)];
  const all = [...errorAnnotations(report), ...findings.map((finding2) => annotationOf(report, finding2))];
  const level = (wanted) => all.filter((one2) => one2.level === wanted);
  const shown = [...level("error").slice(0, maxPerLevel), ...level("warning").slice(0, maxPerLevel)];
  const hidden = all.length - shown.length;
  if (hidden === 0) return shown;
  return [
    ...shown,
    { level: "notice", title: "Leakgate", message: report.say("{n} more findings are in the report.", { n: hidden }) }
  ];
}
function errorAnnotations({ error: error2 }) {
  if (error2 === null) return [];
  const title = "Leakgate";
  const message = [plain(error2.message), plain(error2.hint ?? "")].filter(Boolean).join("\n");
  const places2 = error2.locations.map(
    ({ file, line: line6, message: said }) => placed2({ level: "error", title, message: plain(said) }, file, line6)
  );
  return [{ level: "error", title, message }, ...places2];
}
function annotationOf(report, finding2) {
  const { site: site2, outcome: outcome2 } = finding2;
  const level = outcome2 === "fail" ? "error" : "warning";
  const { say } = report;
  const annotation = { level, title: titleOf2(finding2, say), message: messageOf3(finding2, say) };
  if (site2 === void 0 || !isOwn(finding2)) return annotation;
  const { file, line: line6 } = changedCaller(report, finding2) ?? site2;
  return placed2(annotation, file, line6);
}
function placed2(annotation, file, line6) {
  return { ...annotation, file, ...line6 > 0 && { line: line6 } };
}
function titleOf2({ metric: metric2, site: site2, outcome: outcome2 }, say) {
  const what = plain(metric2, 80);
  const where = site2 === void 0 ? what : say("{what} in {place}", { what, place: shortFunction(site2.function) });
  return `${where}${outcome2 === "inconclusive" ? say(" (undecided)") : ""}`;
}
function messageOf3(finding2, say) {
  const { site: site2, facts = [] } = finding2;
  const { before, after, change, gate } = figuresOf(finding2, say);
  const figures6 = isLine(finding2) ? growthOf(finding2, say) : say("{before} → {after} ({change}, gate {gate})", { before, after, change, gate });
  const text4 = site2?.source === void 0 ? "" : `: ${plain(site2.source, 160)}`;
  const source = site2 === void 0 ? "" : `${plain(site2.file)}:${site2.line}${text4}`;
  const evidence2 = facts.slice(0, 6).map(({ label: label4, text: said }) => say("{what}: {why}", { what: plain(label4, 40), why: plain(said) }));
  return [figures6, plain(finding2.reason), source, ...evidence2].filter((line6) => line6 !== "").join("\n");
}

// src/reporters/bounded.ts
var most2 = { checks: 40, findings: 400, frames: 60, facts: 40, rows: 200, notes: 100 };
function boundedReport(report) {
  return {
    ...report,
    checks: report.checks.slice(0, most2.checks).map(boundedCheck),
    phases: report.phases.slice(0, most2.rows),
    notes: report.notes.slice(0, most2.notes),
    baseline: { ...report.baseline, mismatches: report.baseline.mismatches.slice(0, most2.notes) },
    error: report.error && { ...report.error, locations: report.error.locations.slice(0, most2.rows) }
  };
}
function boundedCheck({ evidence: _e, timeline: _t, resilience: _r, groups: _g, ...check2 }) {
  return {
    ...check2,
    findings: check2.findings.slice(0, most2.findings).map(boundedFinding),
    metrics: check2.metrics.slice(0, most2.rows),
    routes: check2.routes.slice(0, most2.rows)
  };
}
function boundedFinding({ site: site2, facts, ...finding2 }) {
  return {
    ...finding2,
    ...site2 !== void 0 && { site: { ...site2, stack: site2.stack.slice(0, most2.frames) } },
    ...facts !== void 0 && { facts: facts.slice(0, most2.facts) }
  };
}

// src/reporters/chat.ts
var slackText = (text4) => text4.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
function slackMessage({ title, summary: summary2, facts, link, linkText }) {
  const text4 = (value2) => ({ type: "plain_text", text: slackText(value2), emoji: false });
  return {
    text: slackText(title),
    blocks: [
      { type: "header", text: text4(title) },
      { type: "section", text: text4(summary2) },
      ...facts.length === 0 ? [] : [{ type: "section", fields: facts.map(({ name, value: value2 }) => text4(`${name}: ${value2}`)) }],
      ...link === null ? [] : [{ type: "actions", elements: [{ type: "button", text: text4(linkText), url: link }] }]
    ]
  };
}
var run3 = (text4, look = {}) => ({ type: "TextRun", text: text4, ...look });
var line5 = (...inlines) => ({ type: "RichTextBlock", inlines });
function teamsMessage({ title, summary: summary2, facts, link, linkText }) {
  const content = {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    body: [
      line5(run3(title, { weight: "Bolder", size: "Medium" })),
      line5(run3(summary2)),
      ...facts.map(({ name, value: value2 }) => line5(run3(`${name}: `, { weight: "Bolder" }), run3(value2)))
    ],
    actions: link === null ? [] : [{ type: "Action.OpenUrl", title: linkText, url: link }]
  };
  return {
    type: "message",
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null, content }]
  };
}
var wecomBytes = 4096;
var wecomText = (text4) => text4.replaceAll("<", "‹").replaceAll(">", "›").replaceAll("[", "［").replaceAll("]", "］").replaceAll("`", "ˋ").replaceAll("@", "＠").replaceAll("*", "∗");
function wecomMessage({ title, summary: summary2, facts, link, linkText }) {
  const lines3 = [
    `**${wecomText(title)}**`,
    wecomText(summary2),
    ...facts.map(({ name, value: value2 }) => `> ${name}: <font color="comment">${wecomText(value2)}</font>`),
    ...link === null ? [] : [`[${linkText}](${link})`]
  ];
  return { msgtype: "markdown", markdown: { content: withinBytes(lines3, wecomBytes) } };
}
function withinBytes(lines3, bytes) {
  const kept2 = [];
  for (const one2 of lines3) {
    if (Buffer.byteLength([...kept2, one2].join("\n")) > bytes) break;
    kept2.push(one2);
  }
  return kept2.join("\n");
}

// src/reporters/message.ts
function messageOf4(given2, before) {
  const report = told(given2);
  const { commit: commit2, links, verdict, baseline: baseline2, say } = report;
  const { heading: heading3 } = storyOf(report);
  const turned = before === "red" && verdict === "pass" ? say(" (green again)") : "";
  const place3 = commit2.pullRequest === null ? commit2.branch : `#${commit2.pullRequest} (${commit2.branch})`;
  const failed3 = report.checks.filter(({ outcome: outcome2 }) => outcome2 === "fail").map(({ title }) => title);
  const facts = [
    {
      name: say(commit2.pullRequest === null ? "Branch" : "Pull request"),
      value: `${place3} ${shortSha(commit2.sha)}`.trim()
    },
    { name: say("Failed"), value: failed3.join(say(", ")) },
    { name: say("Baseline"), value: baseline2.found ? `${baseline2.branch} ${shortSha(baseline2.sha ?? "")}`.trim() : "" }
  ];
  return {
    title: plain(`${outcomeIcons[verdict]} ${heading3}${turned}`, 150),
    summary: plain(report.summary, 600),
    facts: facts.map(({ name, value: value2 }) => ({ name, value: plain(value2, 200) })).filter(({ value: value2 }) => value2 !== ""),
    link: safeUrl(links.report ?? null) ?? safeUrl(links.run),
    linkText: say("Full report")
  };
}

// src/reporters/index.ts
var renderings = {
  terminal: (report) => renderTerminal(report, { color: false }),
  markdown: summary,
  comment: prComment,
  html: renderHtml,
  json: renderJson,
  sarif,
  junit,
  csv,
  openmetrics: openMetrics
};

// src/notify/pushgateway.ts
var label3 = (text4) => Buffer.from(text4).toString("base64url") || "=";
function postToGateway({ url, job }, report) {
  const path3 = `metrics/job@base64/${label3(job)}/service@base64/${label3(report.key)}/branch@base64/${label3(report.commit.branch)}`;
  const base = new URL(url);
  const { username, password } = base;
  base.username = "";
  base.password = "";
  base.pathname = `${base.pathname.replace(/\/$/, "")}/${path3}`;
  const basic = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64");
  return {
    url: base.href,
    method: "PUT",
    headers: {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      ...username !== "" && { authorization: `Basic ${basic}` }
    },
    body: openMetrics(report)
  };
}

// src/notify/send.ts
import { setTimeout as sleep16 } from "node:timers/promises";
var answerTimeoutMs3 = 1e4;
var longestPauseMs = 3e4;
var answerCharacters = 2e3;
async function deliver(post, delaysMs, signal) {
  for (const [attempt, delayMs] of [...delaysMs, null].entries()) {
    const outcome2 = await attemptOnce(post, attempt, signal);
    if (outcome2.problem === null || !outcome2.passing || delayMs === null) return outcome2.problem;
    await sleep16(Math.min(Math.max(delayMs, outcome2.pauseMs), longestPauseMs), void 0, { signal });
  }
  return null;
}
async function attemptOnce(post, attempt, signal) {
  try {
    const response = await fetch(post.url, {
      method: post.method,
      headers: { ...post.headers, "x-leakgate-attempt": String(attempt + 1) },
      body: post.body,
      redirect: "error",
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerTimeoutMs3)])
    });
    const answer2 = (await response.text()).slice(0, answerCharacters);
    const { status } = response;
    if (status >= 200 && status < 300) return { problem: post.refusal?.(answer2) ?? null, passing: false, pauseMs: 0 };
    const pauseMs = Number(response.headers.get("retry-after") ?? "0") * 1e3 || 0;
    return { problem: `HTTP ${status}`, passing: status >= 500 || status === 429 || status === 408, pauseMs };
  } catch (error2) {
    signal.throwIfAborted();
    return { problem: whyNoAnswer(error2), passing: true, pauseMs: 0 };
  }
}
function whyNoAnswer(error2) {
  if (error2 instanceof Error && error2.name === "TimeoutError") return `no answer within ${answerTimeoutMs3 / 1e3} s`;
  const cause = error2 instanceof Error ? error2.cause : void 0;
  const code3 = cause instanceof Error && "code" in cause ? String(cause.code) : "the connection failed";
  return `no answer (${code3})`;
}

// src/notify/state.ts
function stateBefore({ commit: commit2, baseline: baseline2 }, { comment, lastSha }) {
  if (commit2.pullRequest !== null) {
    const icon2 = comment === void 0 ? void 0 : /\n### (\S+)/.exec(comment)?.[1];
    if (icon2 === void 0) return "unknown";
    return icon2 === "❌" ? "red" : "green";
  }
  if (lastSha === null || !baseline2.found || baseline2.branch !== commit2.branch) return "unknown";
  return baseline2.sha === lastSha ? "green" : "red";
}
function isNews(red, before, when) {
  if (when === "always") return true;
  if (when === "failure") return red;
  return red ? before !== "red" : before === "red";
}

// src/notify/webhooks.ts
import { createHmac } from "node:crypto";
function postFor(hook, { report, before, id, nowMs }) {
  const message = messageOf4(report, before);
  const json2 = { "content-type": "application/json", "x-leakgate-delivery": id };
  const post = { url: hook.url, method: "POST", headers: json2 };
  if (hook.type === "slack") return { ...post, body: JSON.stringify(slackMessage(message)) };
  if (hook.type === "teams") return { ...post, body: JSON.stringify(teamsMessage(message)) };
  if (hook.type === "wecom") return { ...post, body: JSON.stringify(wecomMessage(message)), refusal: wecomRefusal };
  const body2 = JSON.stringify(plainEvent(report, before));
  return { ...post, headers: { ...json2, ...signature(body2, hook.secret, nowMs) }, body: body2 };
}
function plainEvent({ checks: checks2, environment: _environment, phases: _phases, ...report }, before) {
  const findings = checks2.flatMap((check2) => check2.findings).filter(({ outcome: outcome2 }) => outcome2 !== "pass");
  return {
    event: "leakgate.verdict",
    before,
    ...report,
    checks: checks2.map(({ name, title, outcome: outcome2, summary: summary2, metrics: metrics2 }) => ({ name, title, outcome: outcome2, summary: summary2, metrics: metrics2 })),
    findings: findings.slice(0, 50).map(({ facts: _facts, ...finding2 }) => finding2)
  };
}
function signature(body2, secret, nowMs) {
  const timestamp = String(Math.floor(nowMs / 1e3));
  if (secret === "") return { "x-leakgate-timestamp": timestamp };
  const hmac = createHmac("sha256", secret).update(`${timestamp}.${body2}`).digest("hex");
  return { "x-leakgate-timestamp": timestamp, "x-leakgate-signature-256": `sha256=${hmac}` };
}
var wecomAnswer = object({ errcode: number() });
function wecomRefusal(answer2) {
  try {
    const { errcode } = wecomAnswer.parse(JSON.parse(answer2));
    return errcode === 0 ? null : `errcode ${errcode}`;
  } catch {
    return "an answer that isn’t WeCom’s";
  }
}

// src/notify/index.ts
var retryDelaysMs = [1e3, 4e3, 1e4];
async function notify(hooks, notice, delaysMs, signal) {
  const red = notice.report.verdict === "fail";
  const wanted = hooks.filter(({ url, when }) => url !== "" && isNews(red, notice.before, when));
  return Promise.all(
    wanted.map(
      async (hook) => delivery(`The ${hook.type} webhook`, postFor(hook, { ...notice, nowMs: Date.now() }), delaysMs, signal)
    )
  );
}
async function push(gateway, report, delaysMs, signal) {
  if (gateway.url === "") return [];
  return [await delivery("The Pushgateway", postToGateway(gateway, report), delaysMs, signal)];
}
async function delivery(name, post, delaysMs, signal) {
  const problem = await deliver(post, delaysMs, signal);
  if (problem === null) return { delivered: true, line: `${name} was told.` };
  return { delivered: false, line: `${name} wasn’t told: ${problem}. The verdict stands.` };
}

// src/publish.ts
async function publish(report, publication, signal) {
  const { host, steps: steps2, config } = publication;
  const shown = redactTree(report, redactor(config.secrets));
  const written2 = await steps2.run("archive", async () => archive(shown, publication, signal));
  const linked2 = {
    ...shown,
    links: { ...shown.links, ...written2.reportUrl !== null && { report: written2.reportUrl } }
  };
  const url = await steps2.run("alert", async () => alert(linked2, publication, signal));
  const outputs = { ...outputsOf(shown, written2, url), ...internals(shown, publication) };
  for (const [name, value2] of Object.entries(outputs)) host.output(name, value2);
  return shown;
}
async function archive(shown, publication, signal) {
  const { host, outDir, candidate: candidate2, config, bucket, retryDelaysMs: retryDelaysMs2 = retryDelaysMs } = publication;
  await mkdir2(outDir, { recursive: true });
  const resultPath = join17(outDir, "result.json");
  await writeFile6(resultPath, renderJson(shown));
  const written2 = await writePages(shown, outDir, host);
  if (candidate2 !== null) await writeFile6(join17(outDir, "baseline.json"), `${JSON.stringify(candidate2, null, 2)}
`);
  if (config.pushgateway !== void 0 && shown.error === null)
    tell(host, await unlessStopped(push(config.pushgateway, shown, retryDelaysMs2, signal), [], signal));
  const reportUrl = bucket === null ? null : await keepIn(bucket, shown, publication, signal);
  return { resultPath, ...written2, reportUrl };
}
async function alert(shown, publication, signal) {
  const { host, config, lastSha, job = "", retryDelaysMs: retryDelaysMs2 = retryDelaysMs } = publication;
  await host.summary(summary(shown));
  for (const annotation of annotations(shown)) host.annotate(annotation);
  const when = mayComment(shown, config);
  const comment = await host.comment(shown.key, prComment(shown), when, shown.verdict !== "pass");
  if (comment.reason !== "") host.info(comment.reason);
  if (shown.error?.code !== "interrupted") {
    const before = stateBefore(shown, { comment: comment.previous, lastSha });
    const notice = { report: shown, before, id: artifactName(`${shown.key} ${shown.createdAt}`, job) };
    tell(host, await unlessStopped(notify(config.notify, notice, retryDelaysMs2, signal), [], signal));
  }
  return comment.url;
}
function tell(host, deliveries) {
  for (const { delivered, line: line6 } of deliveries) {
    if (delivered) host.info(line6);
    else host.warning(line6);
  }
}
async function keepIn(bucket, shown, { host, outDir }, signal) {
  if (shown.key === "" || shown.error?.code === "interrupted") return null;
  const nothing = { told: [], reportUrl: null };
  const kept2 = await unlessStopped(bucket.keep({ outDir, files: runFiles }, shown, signal), nothing, signal);
  tell(host, kept2.told);
  return kept2.reportUrl;
}
async function unlessStopped(waiting, otherwise, signal) {
  try {
    return await waiting;
  } catch (error2) {
    if (!signal.aborted) throw error2;
    return otherwise;
  }
}
function mayComment({ error: error2, key }, { comment }) {
  return error2?.code === "interrupted" || key === "" ? "never" : comment;
}
var pages = {
  "report.html": renderHtml,
  "report.sarif": sarif,
  "junit.xml": junit,
  "report.csv": csv,
  "metrics.prom": openMetrics
};
var runFiles = [
  "result.json",
  "baseline.json",
  "trace.out",
  "heap-before.pb.gz",
  "heap-after.pb.gz",
  "k6-script.js",
  "k6-plan.json",
  "k6-testrun.json",
  ...Object.keys(pages)
];
async function clearOutput(outDir) {
  await Promise.all(runFiles.map(async (name) => rm11(join17(outDir, name), { force: true })));
}
var keeper = (outDir) => async (name, bytes) => {
  await mkdir2(outDir, { recursive: true });
  const path3 = join17(outDir, name);
  await writeFile6(path3, bytes);
  return path3;
};
async function writePages(shown, outDir, host) {
  const written2 = {};
  for (const [name, render] of Object.entries(pages)) {
    try {
      const path3 = join17(outDir, name);
      await writeFile6(path3, render(shown));
      written2[name] = path3;
    } catch (error2) {
      host.warning(`There is no ${name} of this run: ${error2.message}`);
    }
  }
  return { reportPath: written2["report.html"] ?? "", sarifPath: written2["report.sarif"] ?? "" };
}
function outputsOf(report, paths, commentUrl) {
  const metric2 = (id) => {
    const found2 = report.checks.flatMap((check2) => check2.metrics).find((one2) => one2.id === id);
    return found2 === void 0 ? "" : String(Number(found2.value.toPrecision(6)));
  };
  const failed3 = report.checks.filter((check2) => check2.outcome === "fail").map((check2) => check2.name);
  return {
    verdict: report.verdict,
    "failed-checks": failed3.join(","),
    // One line without control characters: later steps may print it.
    summary: plain(report.summary),
    "result-path": paths.resultPath,
    "report-path": paths.reportPath,
    "sarif-path": paths.sarifPath,
    "comment-url": commentUrl ?? "",
    "baseline-sha": report.baseline.sha ?? "",
    "baseline-found": String(report.baseline.found),
    qps: metric2("qps/throughput"),
    "p99-ms": metric2("qps/p99"),
    "leaked-bytes-per-request": metric2("heap-leak/retained"),
    "leaked-goroutines": metric2("goroutine-leak/leaked")
  };
}
function internals(report, { outDir, job = "", config }) {
  return {
    "exit-code": String(report.exitCode),
    "artifact-path": outDir,
    "artifact-name": artifactName(report.key, job),
    "retention-days": String(config.retentionDays ?? ""),
    "baseline-stored": report.baseline.stored ? report.baseline.store : ""
  };
}
function artifactName(key, job) {
  const digest2 = createHash4("sha256").update(`${key}
${job}`).digest("hex").slice(0, 6);
  return `leakgate-${key.replaceAll(/[^\w.-]+/g, "-").slice(0, 80)}-${digest2}`;
}

// src/running-cost.ts
var hoursPerMonth = 365.25 * 24 / 12;
function runningCost2(checks2, production) {
  const found2 = (id) => checks2.flatMap(({ findings }) => findings).find((finding2) => finding2.id === id);
  const cpuSeconds = sides(found2("qps/cpu"), ({ interval }) => interval !== null, 1);
  const allocatedBytes = sides(found2("heap-leak/allocated-bytes"), ({ threshold }) => threshold !== null, 1e6);
  if (cpuSeconds === null && allocatedBytes === null) return void 0;
  return { perMillionRequests: { cpuSeconds, allocatedBytes }, perMonth: monthly(cpuSeconds, production) };
}
function sides(finding2, comparable, factor) {
  if (finding2 === void 0 || finding2.after === null) return null;
  const base = finding2.before === null || !comparable(finding2) ? null : finding2.before * factor;
  return { base, head: finding2.after * factor };
}
function monthly(cpuSeconds, production) {
  const { requestsPerSecond, pricePerCoreHour, currency } = production;
  if (cpuSeconds === null || requestsPerSecond === void 0 || pricePerCoreHour === void 0) return null;
  const money = (seconds6) => seconds6 / 1e6 * requestsPerSecond * hoursPerMonth * pricePerCoreHour;
  const { base, head: head4 } = cpuSeconds;
  return { base: base === null ? null : money(base), head: money(head4), currency, requestsPerSecond, pricePerCoreHour };
}

// src/report.ts
function assemble2(course, config) {
  const { place: place3, held, error: error2, measured, changes } = course;
  const cost = runningCost2(measured.reports, config.production);
  const verdict = error2 === void 0 ? overall(measured.reports) : "fail";
  return {
    schemaVersion: 1,
    leakgate: version,
    lang: config.lang,
    createdAt: (/* @__PURE__ */ new Date()).toISOString(),
    verdict,
    summary: error2?.message ?? headline(measured.reports),
    exitCode: error2 === void 0 ? Number(verdict === "fail") : exitCodes[error2.code],
    key: place3?.key ?? config.commentKey ?? "",
    service: { package: place3?.target.packagePath ?? "", module: place3?.target.modulePath ?? "" },
    ...origin2(place3),
    checks: measured.reports,
    error: error2 ?? null,
    baseline: held?.report ?? noBaseline,
    environment: place3?.environment ?? unknownEnvironment,
    phases: course.phases,
    notes: course.notes,
    ...cost !== void 0 && { cost },
    ...changes !== void 0 && { changes }
  };
}
function origin2(place3) {
  const event2 = place3?.event;
  const repository = event2?.repository;
  return {
    commit: {
      sha: event2?.sha ?? "",
      branch: event2?.branch ?? "",
      baseBranch: event2?.baseBranch ?? null,
      pullRequest: event2?.pullRequest?.number ?? null
    },
    links: {
      repository: event2 === void 0 || !repository ? null : `${event2.serverUrl}/${repository.owner}/${repository.name}`,
      run: event2?.runUrl ?? null
    }
  };
}
var noBaseline = {
  found: false,
  branch: "",
  store: "",
  sha: null,
  createdAt: null,
  reason: "The run ended before a baseline was looked for.",
  mismatches: [],
  stored: false
};
var unknownEnvironment = {
  os: process.platform,
  arch: process.arch,
  cpus: 0,
  cpuModel: "unknown",
  memoryBytes: 0,
  goVersion: "unknown",
  nodeVersion: process.version,
  runner: "local"
};
function runError(error2) {
  return {
    code: error2.code,
    message: error2.message,
    hint: error2.hint ?? null,
    locations: error2.locations,
    output: error2.output ?? null
  };
}

// src/steps.ts
var stepNames = ["collect", "aggregate", "compare", "alert", "archive"];
function makeSteps() {
  const times2 = { collect: 0, aggregate: 0, compare: 0, alert: 0, archive: 0 };
  return {
    async run(name, body2) {
      const startedMs = performance.now();
      try {
        return await body2();
      } finally {
        times2[name] += performance.now() - startedMs;
      }
    },
    add(name, durationMs, from) {
      times2[name] += durationMs;
      if (from !== void 0) times2[from] = Math.max(0, times2[from] - durationMs);
    },
    line: () => stepNames.map((name) => `${name} ${formatDuration(times2[name])}`).join(" → ")
  };
}

// src/survey.ts
import { createHash as createHash5 } from "node:crypto";
import { arch, availableParallelism as availableParallelism2, cpus, platform, totalmem } from "node:os";
import { basename as basename3, relative as relative2 } from "node:path";

// src/probes/program-frames.ts
import { existsSync as existsSync2, readFileSync as readFileSync8 } from "node:fs";
import { dirname as dirname3, join as join18 } from "node:path";
function programFrames(origin3, directory) {
  const target = checkoutTarget(origin3, directory);
  return frameResolver(target, target.moduleDirectory);
}
function checkoutTarget(origin3, directory) {
  const checkout = checkoutOf(origin3.modulePath, directory);
  const modulePath = origin3.modulePath || checkout?.modulePath || "main";
  const folder = checkout?.directory ?? "";
  return {
    workingDirectory: folder,
    moduleDirectory: folder,
    modulePath,
    ownModules: [{ path: modulePath, directory: folder }],
    packagePath: origin3.packagePath || modulePath,
    packageDirectory: folder,
    goVersion: "",
    // Unknown, so nothing may lie there; packages tell what is the standard library's.
    goRoot: "\0",
    goModCache: "\0",
    goArch: ""
  };
}
function checkoutOf(modulePath, directory) {
  const file = join18(directory, "go.mod");
  if (existsSync2(file)) {
    const found2 = /^module\s+"?([^\s"]+)/m.exec(readFileSync8(file, "utf8"))?.[1] ?? "";
    return found2 !== "" && (modulePath === "" || found2 === modulePath) ? { directory, modulePath: found2 } : void 0;
  }
  return dirname3(directory) === directory ? void 0 : checkoutOf(modulePath, dirname3(directory));
}

// src/survey.ts
async function survey(config, env, signal) {
  const [{ target, service, conditions }, repository] = await Promise.all([
    config.deployed === null ? buildable(config, env, signal) : running2(config, config.deployed, env, signal),
    repositoryFacts(config.workingDirectory, env, signal)
  ]);
  const event2 = await readEvent(env, repository);
  const named3 = service(repository.root);
  return {
    target,
    repository,
    event: event2,
    key: config.commentKey ?? `${named3}${legOf(env["LEAKGATE_MATRIX"], named3)}`,
    environment: environmentOf(target, event2),
    comparability: {
      ...conditions,
      connections: String(config.connections),
      requests: scenarioHash(config),
      ...config.traffic !== null && { traffic: digest(JSON.stringify(config.traffic)) },
      doses: dosesOf(config)
    }
  };
}
async function buildable(config, env, signal) {
  const asked = {
    workingDirectory: config.workingDirectory,
    flags: config.build.flags,
    env,
    ...config.package !== void 0 && { package: config.package }
  };
  const [target, sentBy] = await Promise.all([resolveTarget(asked, signal), senders(config, env, signal)]);
  return {
    target,
    service: (root) => serviceKey(target, root),
    conditions: {
      "Go version": target.goVersion,
      GOARCH: target.goArch,
      GOMAXPROCS: config.env["GOMAXPROCS"] ?? env["GOMAXPROCS"] ?? String(availableParallelism2()),
      GOGC: config.env["GOGC"] ?? env["GOGC"] ?? "default",
      GOMEMLIMIT: config.env["GOMEMLIMIT"] ?? env["GOMEMLIMIT"] ?? "default",
      ...sentBy
    }
  };
}
async function running2(config, deployed, env, signal) {
  return {
    target: checkoutTarget({ modulePath: "", packagePath: "" }, config.workingDirectory),
    service: () => new URL(deployed.origin).host.replace(":", "-"),
    conditions: await deployedSenders(config, deployed, env, signal)
  };
}
function serviceKey(target, root) {
  const folder = relative2(root, target.packageDirectory).replaceAll("\\", "/");
  return folder === "" || folder.startsWith("..") ? basename3(target.modulePath) : folder;
}
function environmentOf(target, event2) {
  return {
    os: platform(),
    arch: arch(),
    cpus: availableParallelism2(),
    cpuModel: cpus()[0]?.model.trim() ?? "unknown",
    memoryBytes: totalmem(),
    goVersion: target.goVersion || "unknown",
    nodeVersion: process.version,
    runner: event2.kind === "local" ? "local" : "github"
  };
}
function scenarioHash({ routes: routes2, secrets, auth, cookies, leaks }) {
  const redact = redactor(secrets);
  const parts = routes2.map(({ body: body2, ...route }) => [
    redactTree(route, redact),
    body2 === void 0 ? "" : redact(Buffer.from(body2).toString("latin1"))
  ]);
  const more = [
    ...auth === null ? [] : [`auth in ${auth.header}`],
    ...cookies ? ["cookies"] : [],
    ...leaks.keys === "fresh" ? ["fresh keys"] : []
  ];
  return digest(JSON.stringify(more.length === 0 ? parts : [...parts, more]));
}
function dosesOf({ leaks }) {
  return `${leaks.firstDose} in ${leaks.budgetMs / 1e3} s`;
}
var digest = (text4) => createHash5("sha256").update(text4).digest("hex").slice(0, 12);

// src/run.ts
async function run4(config, options, host, signal) {
  config.secrets.forEach((secret) => host.secret(secret));
  await clearOutput(options.outDir);
  const steps2 = makeSteps();
  const startedMs = performance.now();
  const phases = makePhases(async (name, body2) => host.group(name, body2));
  const course = { phases: phases.list, notes: [], measured: { reports: [], measurements: {} } };
  try {
    const place3 = await phases.run("Look around", async () => survey(config, options.env, signal));
    course.place = place3;
    course.held = await phases.run("Read the baseline", async () => holdAgainst(config, place3, options, signal));
    if (course.held.unavailable !== void 0) warn(course.held.unavailable, course, host);
    await measure({ config, options, host, phases, course, place: place3, held: course.held }, signal);
    course.measured.reports = judgedByTrail(course.measured, { config, place: place3, held: course.held });
  } catch (thrown) {
    const stopped = signal.aborted ? new LeakgateError("interrupted", "The run was interrupted.", { cause: thrown }) : void 0;
    course.error = runError(stopped ?? asLeakgateError(thrown));
  }
  steps2.add("collect", performance.now() - startedMs);
  steps2.add("compare", course.measured.comparedMs ?? 0, "collect");
  const report = await finish({ course, config, options, host, steps: steps2 }, signal);
  host.progress(steps2.line());
  return report;
}
function warn(text4, course, host) {
  host.warning(text4);
  course.notes.push(text4);
}
async function measure(underway, signal) {
  var _stack2 = [];
  try {
    const { config, options, host, phases, course, place: place3, held } = underway;
    const repositoryRoot = place3.repository.root;
    const note = (text4) => void course.notes.push(text4);
    const stored = storedFigures(config, held.stored?.measurements ?? {}, note);
    const context = contextOf(config, options.env, held);
    const frames = frameResolver(place3.target, repositoryRoot);
    const parts = {
      config,
      frames,
      source: sourceReader(repositoryRoot),
      repositoryRoot,
      env: options.env,
      secret(value2) {
        config.secrets.push(value2);
        host.secret(value2);
      },
      keep: keeper(options.outDir),
      progress: (text4) => host.progress(text4),
      note,
      stored
    };
    const judged2 = { config, frames, stored, context, phases, into: course.measured };
    const { deployed } = config;
    if (deployed !== null) {
      var _stack = [];
      try {
        const open2 = __using(_stack, openDeployed({ ...parts, deployed }, signal), true);
        await measureChecks({ ...judged2, open: open2 }, signal);
        return;
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    }
    const builds = __using(_stack2, await build(underway, stored, signal), true);
    const { base } = builds;
    if (builds.unchanged && "sha" in base) {
      course.measured = standIn({ config, stored, baseSha: base.sha, context });
      note(
        `The binary is identical to that of the baseline’s commit ${base.sha.slice(0, 7)}, and no other file changed that the service could read. So nothing was measured: these are the baseline’s figures.`
      );
      course.standsIn = true;
      return;
    }
    const open = __using(_stack2, openBench({ ...parts, builds, target: place3.target }, signal), true);
    await measureChecks({ ...judged2, open }, signal);
  } catch (_2) {
    var _error2 = _2, _hasError2 = true;
  } finally {
    var _promise2 = __callDispose(_stack2, _error2, _hasError2);
    _promise2 && await _promise2;
  }
}
async function build({ config, options, host, phases, place: place3, held }, stored, signal) {
  const { env, token } = options;
  const wanted = {
    config,
    target: place3.target,
    repositoryRoot: place3.repository.root,
    env,
    builds: new Set(wantedChecks(config).map((check2) => check2.build)),
    base: baseWanted({ config, place: place3, held, token, env }, canStandIn({ config, stored })),
    progress: (text4) => host.progress(text4)
  };
  return phases.run("Build", async () => buildAll(wanted, signal));
}
function applyPolicy({ measured, notes, error: error2 }, { allow, gates: gates2, failOn }) {
  const gated2 = underGates(measured.reports, gates2);
  const allowed = underAllowances(gated2.reports, allow, (/* @__PURE__ */ new Date()).toISOString().slice(0, 10));
  if (error2 === void 0) notes.push(...gated2.notes, ...allowed.notes);
  measured.reports = allowed.reports.map((report) => underPolicy(report, failOn));
  return adoptionNote(allowed.reports, failOn);
}
async function accept(course, host) {
  const { held, place: place3, measured } = course;
  if (held === void 0 || place3 === void 0) return;
  const { reports, used, notes } = await acceptFailures(measured.reports, { held, place: place3, host });
  measured.reports = reports;
  course.accepted = used;
  notes.forEach((note) => warn(note, course, host));
}
async function finish({ course, config, options, host, steps: steps2 }, signal) {
  const adopted = await steps2.run("compare", async () => {
    const note = applyPolicy(course, config);
    await accept(course, host);
    return note;
  });
  course.changes = await steps2.run("compare", async () => changesUnder(course, options, signal));
  const report = await steps2.run("aggregate", async () => assemble2(course, config));
  const { place: place3, held } = course;
  const figures6 = place3 === void 0 || course.error !== void 0 ? null : redactTree(candidate(place3, figuresOf2(course, place3)), redactor(config.secrets));
  if (figures6 !== null && held !== void 0 && place3 !== void 0) {
    const due = { save: options.save, failed: report.verdict === "fail", checks: config.checks, event: place3.event };
    const refused = await steps2.run("archive", async () => storeWhenDue(held, figures6, due, signal));
    refused.forEach((note) => host.warning(note));
    report.notes.push(...refused);
    if (held.report.stored && adopted !== null) report.notes.push(adopted);
  }
  const job = [options.env["GITHUB_JOB"], options.env["GITHUB_ACTION"]].join(" ");
  const told3 = isLaptop(place3, options.env) ? { ...config, notify: [], pushgateway: void 0, archive: void 0 } : config;
  const bucket = archiveOf(place3, told3, options.env);
  const publication = { config: told3, host, outDir: options.outDir, candidate: figures6, bucket, job };
  return publish(report, { ...publication, lastSha: lastShaOf(place3), steps: steps2 }, signal);
}
var isLaptop = (place3, env) => place3?.event.kind === "local" && (env["CI"] ?? "") === "";
function lastShaOf(place3) {
  if (place3 === void 0) return null;
  const { kind, sha, baseSha, storesBaseline } = place3.event;
  if (kind === "push") return baseSha;
  return storesBaseline ? sha : null;
}
var madeIn = ({ standsIn, held }) => standsIn === true ? held?.stored?.environment : void 0;
var figuresOf2 = (course, place3) => ({
  measurements: course.measured.measurements,
  environment: madeIn(course) ?? place3.environment,
  stored: course.held?.stored ?? null,
  accepted: course.accepted ?? [],
  identical: course.standsIn === true
});

export {
  recordOf,
  today,
  runId,
  connectProbe,
  listeningEndpoints,
  socketInodes,
  heapProfileUrl,
  profileUrl,
  fetchHeapProfile,
  profileOfProcess,
  settle,
  engines,
  loadOf,
  sendNew,
  leakVariants,
  serviceEnvironment,
  startService,
  countingEngine,
  readBuildInfo,
  openElf,
  readGoProgram,
  readProgramBuild,
  addsUp,
  emptyTrie,
  growthTree,
  growth,
  retentionReader,
  readRetention,
  ServiceCrashed,
  startProgram,
  isDumpCrash,
  probeEnvironment,
  buildSourceProgram,
  owned,
  buildAll,
  sameTwice,
  changesSince,
  memoryLimit,
  cell,
  html2 as html,
  spoken,
  foreign,
  code2 as code,
  prose2 as prose,
  toneOf,
  icon,
  styles,
  heapStyles,
  isWanted,
  isState,
  safeUrl,
  groupSection,
  linear2 as linear,
  line_default,
  area_default,
  stepAfter,
  named2 as named,
  walk3 as walk,
  shell,
  table2 as table,
  renderHtml,
  renderJson,
  commentMarker,
  prComment,
  aggregateComment,
  aggregateSummary,
  aggregateLines,
  parseReport,
  parseAggregate,
  boundedReport,
  renderings,
  runFiles,
  programFrames,
  serviceKey,
  run4 as run
};
