import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  asJson,
  fromHar,
  literal as literal2,
  literals,
  merged,
  pathOf,
  portableHeaders,
  unreadable
} from "./chunk-DDC4CUFM.js";
import {
  ServiceCrashed,
  addsUp,
  aggregateComment,
  aggregateLines,
  aggregateSummary,
  area_default,
  boundedReport,
  buildAll,
  buildSourceProgram,
  cell,
  changesSince,
  code as code2,
  commentMarker,
  connectProbe,
  countingEngine,
  emptyTrie,
  engines,
  fetchHeapProfile,
  foreign,
  groupSection,
  growth,
  growthTree,
  heapProfileUrl,
  heapStyles,
  html as html2,
  icon,
  isDumpCrash,
  isState,
  isWanted,
  leakVariants,
  line_default,
  linear,
  listeningEndpoints,
  loadOf,
  memoryLimit,
  named,
  openElf,
  owned,
  parseAggregate,
  parseReport,
  prComment,
  probeEnvironment,
  profileOfProcess,
  profileUrl,
  programFrames,
  prose,
  readBuildInfo,
  readGoProgram,
  readProgramBuild,
  readRetention,
  recordOf,
  renderHtml,
  renderJson,
  renderings,
  retentionReader,
  run,
  runFiles,
  runId,
  safeUrl,
  sameTwice,
  sendNew,
  serviceEnvironment,
  serviceKey,
  settle,
  shell,
  socketInodes,
  spoken,
  startProgram,
  startService,
  stepAfter,
  styles,
  table,
  today,
  toneOf,
  walk
} from "./chunk-XNA5UACB.js";
import {
  growthOf,
  renderTerminal,
  sayIn,
  shortFunction,
  shortSha,
  siteLines,
  toldTrend
} from "./chunk-2G7FOXLJ.js";
import {
  bytesOption,
  choice,
  countOption,
  langOption,
  localHost,
  parseCommand,
  test
} from "./chunk-OZ2NPEDG.js";
import {
  buildStock,
  go,
  goFailed,
  groupGoroutines,
  leakProof,
  mainPackages,
  parseJsonStream,
  parseStacks,
  readGoEnv,
  repositoryFacts,
  repositoryName,
  resolveTarget,
  runCommand,
  version,
  worktreeAt
} from "./chunk-YWTVI4KU.js";
import {
  bareRelative,
  code,
  columnsOf,
  fenced,
  formatCount,
  formatDuration,
  formatRelative,
  formatShare,
  formatTime,
  formatValue,
  html,
  padEnd,
  painter,
  plain,
  shownStep,
  text
} from "./chunk-ZCMWASTI.js";
import {
  DamagedBaseline,
  abandoned,
  commentApi,
  connect,
  displayName,
  entryOf,
  formatBaseline,
  githubHost,
  headline,
  hideFromGit,
  inputDescriptions,
  isRefusal,
  mismatches,
  newestFirst,
  openStore,
  overall,
  parseBaseline,
  patiently,
  readEvent,
  resolveConfig,
  resolveStores,
  statusOf,
  storeNames,
  upsertComment
} from "./chunk-2AI76RYX.js";
import {
  gitEnvironment,
  runGit
} from "./chunk-B562THSU.js";
import "./chunk-5HS3HS5F.js";
import "./chunk-46XZKQKD.js";
import "./chunk-G34SXJWV.js";
import {
  checks,
  countGroups,
  gateEffects,
  growsSteadily,
  measurePair,
  relativeChange,
  speedGates
} from "./chunk-7FUSKRBO.js";
import {
  median
} from "./chunk-AFJEBKOS.js";
import {
  methods
} from "./chunk-MIJVHSNN.js";
import {
  Profile,
  decodeHeap,
  frameResolver,
  isProbe,
  isRuntimeOwned
} from "./chunk-7VVFCVTT.js";
import {
  _enum,
  array,
  boolean,
  discriminatedUnion,
  duration,
  int,
  lazy,
  literal,
  looseObject,
  number,
  object,
  record,
  string,
  tuple,
  union,
  unknown,
  url
} from "./chunk-UWNBQVMY.js";
import "./chunk-WFSSV7UN.js";
import "./chunk-JBSSTEKG.js";
import "./chunk-EIC6RUP4.js";
import {
  YamlProblem,
  readYaml,
  require_dist
} from "./chunk-IMKAAXQG.js";
import "./chunk-HND27KHB.js";
import "./chunk-C33SJUDZ.js";
import {
  LeakgateError,
  asLeakgateError,
  exitCodes
} from "./chunk-2USEXXJV.js";
import "./chunk-YYQV2EHE.js";
import {
  require_undici
} from "./chunk-EXBVLXT3.js";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-ANJUXMEH.js";

// src/commands/affected.ts
import { realpath as realpath2 } from "node:fs/promises";
import { relative, resolve } from "node:path";

// src/affected/graph.ts
import { realpath } from "node:fs/promises";
import { dirname, join } from "node:path";
var listed = object({
  ImportPath: string(),
  Name: string().default(""),
  Dir: string().default(""),
  Standard: boolean().default(false),
  Incomplete: boolean().default(false),
  Deps: array(string()).nullish(),
  EmbedPatterns: array(string()).nullish(),
  CgoCFLAGS: array(string()).nullish(),
  CgoCPPFLAGS: array(string()).nullish(),
  CgoCXXFLAGS: array(string()).nullish(),
  Module: object({
    Path: string(),
    Dir: string().default(""),
    Main: boolean().default(false),
    Replace: object({ Path: string() }).optional()
  }).nullish()
});
async function moduleFolders(root, env, signal) {
  const asked = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "go.mod", "*/go.mod"];
  const { stdout } = await runGit(asked, { cwd: root, env: gitEnvironment(env) }, signal);
  const folders = stdout.split("\0").filter(Boolean).map(dirname);
  const ignored = /(?:^|\/)(?:[._][^/]+|testdata|vendor|node_modules)(?:\/|$)/;
  return [...new Set(folders)].filter((folder) => !ignored.test(folder)).toSorted();
}
async function packageGraph(root, env, signal) {
  const packages = /* @__PURE__ */ new Map();
  for (const folder of await moduleFolders(root, env, signal)) {
    const directory = await realpath(join(root, folder)).catch(() => null);
    if (directory === null) continue;
    for (const found of await listModule(directory, env, signal))
      packages.set(found.directory + found.importPath, found);
  }
  return [...packages.values()];
}
async function listModule(cwd, env, signal) {
  const fields2 = `-json=${Object.keys(listed.shape).join(",")}`;
  const list4 = async (more) => go(["list", "-e", "-deps", fields2, "./..."], { cwd, env: { ...env, ...more } }, signal);
  const inWorkspace = await list4({});
  const result = inWorkspace.exitCode === 0 ? inWorkspace : await list4({ GOWORK: "off" });
  if (result.exitCode !== 0) throw goFailed("go list", cwd, result);
  return array(listed).parse(parseJsonStream(result.stdout)).filter((found) => !found.Standard).map(toPackage);
}
function toPackage(found) {
  const flags2 = [found.CgoCFLAGS, found.CgoCPPFLAGS, found.CgoCXXFLAGS].flatMap((list4) => list4 ?? []);
  return {
    importPath: found.ImportPath,
    isProgram: found.Name === "main" && found.Module?.Main === true,
    directory: found.Dir,
    incomplete: found.Incomplete,
    deps: found.Deps ?? [],
    embedPatterns: found.EmbedPatterns ?? [],
    includeDirectories: flags2.filter((flag) => flag.startsWith("-I/")).map((flag) => flag.slice(2)),
    module: found.Module ? {
      path: found.Module.Path,
      directory: found.Module.Dir,
      replacedBy: found.Module.Replace?.Path ?? null
    } : null
  };
}

// src/affected/module-changes.ts
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname as dirname2, join as join2 } from "node:path";
async function moduleChanges(changes2, env, signal) {
  const found = { folders: [], workspaces: [], modules: /* @__PURE__ */ new Set() };
  for (const path2 of changes2.paths) {
    const name2 = basename(path2);
    if (name2 === "go.work") found.workspaces.push(dirname2(path2));
    if (!["go.mod", "go.sum", "go.work.sum"].includes(name2)) continue;
    const [before, after] = await Promise.all([changes2.before(path2), changes2.after(path2)]);
    if (name2 !== "go.mod") changedSums(before, after).forEach((module) => found.modules.add(module));
    else {
      const required = await changedRequirements(before, after, env, signal);
      if (required === null) found.folders.push(dirname2(path2));
      else required.forEach((module) => found.modules.add(module));
    }
  }
  return found;
}
function changedSums(before, after) {
  const [old, current] = [linesOf(before), linesOf(after)];
  const differing = [...old, ...current].filter((line2) => !(old.has(line2) && current.has(line2)));
  return differing.map((line2) => line2.split(" ")[0] ?? "").filter((module) => module !== "");
}
var linesOf = (text2) => new Set((text2 ?? "").split("\n").map((line2) => line2.trim()));
var moduleFile = looseObject({
  Go: string().optional(),
  Require: array(object({ Path: string(), Version: string() })).nullish()
});
var listsAll = ({ Go: version2 = "1.16" }) => Number(version2.split(".")[1] ?? "0") >= 17;
async function changedRequirements(before, after, env, signal) {
  const [old, current] = [await parsed(before, env, signal), await parsed(after, env, signal)];
  if (old === null || current === null || !listsAll(current)) return null;
  if (otherThanRequired(old) !== otherThanRequired(current)) return null;
  const [was, is] = [versionsOf(old), versionsOf(current)];
  return [.../* @__PURE__ */ new Set([...was.keys(), ...is.keys()])].filter((path2) => was.get(path2) !== is.get(path2));
}
var otherThanRequired = ({ Require: _required, ...other }) => JSON.stringify(other);
var versionsOf = (file) => new Map((file.Require ?? []).map(({ Path, Version }) => [Path, Version]));
async function parsed(text2, env, signal) {
  if (text2 === null) return null;
  const folder = await mkdtemp(join2(tmpdir(), "leakgate-mod-"));
  try {
    await writeFile(join2(folder, "go.mod"), text2);
    const place3 = { cwd: folder, env: { ...env, GOWORK: "off", GOTOOLCHAIN: "local", GOFLAGS: "" } };
    const result = await go(["mod", "edit", "-json", "go.mod"], place3, signal);
    return result.exitCode === 0 ? moduleFile.parse(JSON.parse(result.stdout)) : null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// src/affected/touched.ts
import { basename as basename2, dirname as dirname3, extname, join as join3 } from "node:path";
var compiled = /^\.(?:go|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|s|S|sx|swig|swigcxx|syso)$/;
function affectedPrograms(packages, touching) {
  const reasons = /* @__PURE__ */ new Map();
  for (const one of packages) {
    const reason2 = whyTouched(one, touching);
    if (reason2 !== null) reasons.set(one.importPath, reason2);
  }
  return packages.filter(({ isProgram: isProgram2 }) => isProgram2).flatMap((program) => {
    const because = whyMeasured(program, reasons, touching);
    return because === null ? [] : [{ program, because }];
  });
}
function whyMeasured(program, reasons, touching) {
  const watched = touching.paths.find((path2) => touching.watched.some((one) => isAt(path2, plainFolder(one))));
  if (watched !== void 0) return watched;
  const settings2 = touching.paths.find((path2) => isSettingsOf(program, path2, touching.root));
  if (settings2 !== void 0) return settings2;
  if (program.incomplete) return "a dependency is missing";
  const own = reasons.get(program.importPath);
  if (own !== void 0) return own;
  const dep = program.deps.find((path2) => reasons.has(path2));
  return dep === void 0 ? null : reasons.get(dep);
}
var plainFolder = (path2) => path2.replace(/^(?:\.\/)+|\/+$/g, "");
var isAt = (path2, place3) => path2 === place3 || path2.startsWith(`${place3}/`);
function isSettingsOf({ directory }, path2, root) {
  if (!/(?:^|\/)\.github\/leakgate\.ya?ml$/.test(path2)) return false;
  return isAt(directory, dirname3(dirname3(join3(root, path2))));
}
function whyTouched(one, { root, paths, modules }) {
  const path2 = paths.find((changed) => belongsTo(one, join3(root, changed)));
  if (path2 !== void 0) return path2;
  const { module } = one;
  if (module === null) return null;
  const folder = modules.folders.find((changed) => module.directory === join3(root, changed));
  if (folder !== void 0) return join3(folder, "go.mod");
  const workspace = modules.workspaces.find((changed) => isAt(module.directory, join3(root, changed)));
  if (workspace !== void 0) return join3(workspace, "go.work");
  return [module.path, module.replacedBy].find((name2) => name2 !== null && modules.modules.has(name2)) ?? null;
}
function belongsTo({ directory, embedPatterns, includeDirectories }, path2) {
  if (directory === "") return false;
  if (isAt(directory, path2)) return true;
  if (dirname3(path2) === directory && isCompiled(path2)) return true;
  if (includeDirectories.some((folder) => isAt(path2, folder))) return true;
  return isAt(path2, directory) && embedPatterns.some((pattern) => mayEmbed(pattern, path2.slice(directory.length + 1)));
}
var isCompiled = (path2) => compiled.test(extname(path2)) && !basename2(path2).endsWith("_test.go");
function mayEmbed(pattern, path2) {
  const fixed = pattern.replace(/^all:/, "").replace(/[*?[\\].*$/, "");
  return fixed.endsWith("/") || pattern.includes("*") || pattern.includes("?") || pattern.includes("[") ? path2.startsWith(fixed) : isAt(path2, fixed) || fixed === ".";
}

// src/host/index.ts
var tokenOf = (env) => [env["INPUT_GITHUB_TOKEN"], env["GITHUB_TOKEN"]].find((token2) => token2 !== void 0 && token2 !== "");
function hostOf({ env, stdout, stderr }) {
  if (env["GITHUB_ACTIONS"] !== "true") return localHost({ env, stdout, stderr });
  const token2 = tokenOf(env);
  return githubHost({ env, ...token2 !== void 0 && { token: token2 } });
}

// src/commands/affected.ts
var options = {
  base: { type: "string" },
  watch: { type: "string", multiple: true, default: [] },
  format: { type: "string", default: "matrix" }
};
var affected = {
  name: "affected",
  summary: "list the services whose Go packages a change touches, as a matrix",
  help: `
leakgate affected [DIR…] [--base REF] [--watch PATH]… [--format matrix|text]

Holds what changed since the branch left REF (uncommitted changes too) against the package graph of every module in the
repository, and lists the main packages that are built from any of it: packages, embedded files, C sources and headers,
vendored and replaced modules, versions in go.mod and go.sum, go.work, .github/leakgate.yml. Tests don't count. What can't
be told counts as affected.

  leakgate affected --base origin/main
  leakgate affected --base origin/main --format text     with the reason for each
  leakgate affected services --watch deploy              only services below services/; deploy/ touches all of them

In a workflow REF is the base of the pull request, or what the branch was before the push. The matrix is
{"include":[{"key","package","working-directory"}]}; as step outputs: matrix and count.`,
  async run(args, terminal, signal) {
    const { values, positionals } = parseCommand("affected", { args, options, allowPositionals: true });
    const format = choice("format", values.format, ["matrix", "text"]);
    const { env, cwd } = terminal;
    const { root, found } = await findAffected({ base: values.base, watched: values.watch }, terminal, signal);
    const folders = await Promise.all(positionals.map(async (folder) => realpath2(resolve(cwd, folder))));
    const wanted2 = found.filter(({ program }) => isBelow(program, folders.length === 0 ? [root] : folders));
    const include = wanted2.map(({ program }) => legOf(program, root));
    const matrix = JSON.stringify({ include });
    terminal.stdout.write(format === "matrix" ? `${matrix}
` : textOf(wanted2, root));
    if (env["GITHUB_ACTIONS"] === "true") {
      const host = hostOf(terminal);
      host.output("matrix", matrix);
      host.output("count", String(include.length));
    }
    return 0;
  }
};
async function findAffected({ base, watched }, { env, cwd, stderr }, signal) {
  const facts = await repositoryFacts(cwd, env, signal);
  const root = await realpath2(facts.root);
  const from = base ?? (await readEvent(env, facts)).baseSha;
  const changes2 = from === null ? null : await changesSince(from, { root, env }, signal);
  const packages = await packageGraph(root, env, signal);
  if (changes2 === null) {
    const because = from === null ? "there is nothing to compare with" : `${from} can’t be found`;
    stderr.write(`${plain(because)}: every service counts as affected
`);
    return { root, found: packages.filter(({ isProgram: isProgram2 }) => isProgram2).map((program) => ({ program, because })) };
  }
  const modules = await moduleChanges(changes2, env, signal);
  return { root, found: affectedPrograms(packages, { root, paths: changes2.paths, modules, watched }) };
}
var isBelow = ({ directory }, folders) => folders.some((folder) => directory === folder || directory.startsWith(`${folder}/`));
function legOf({ directory, module }, root) {
  const moduleDirectory = module?.directory ?? directory;
  return {
    key: serviceKey({ packageDirectory: directory, modulePath: module?.path ?? "" }, root),
    package: relativePath(moduleDirectory, directory),
    "working-directory": relative(root, moduleDirectory) || "."
  };
}
var relativePath = (from, to) => from === to ? "." : `./${relative(from, to)}`;
function textOf(found, root) {
  if (found.length === 0) return "No service is affected.\n";
  return found.map(({ program, because }) => `${plain(legOf(program, root).key)}  because of ${plain(because)}
`).join("");
}

// src/commands/aggregate.ts
import { mkdir, writeFile as writeFile2 } from "node:fs/promises";
import { join as join5, resolve as resolve2 } from "node:path";

// src/aggregate.ts
var worstFirst = ["fail", "inconclusive", "pass", "skipped"];
function aggregate(given, expected, createdAt) {
  const results = given.toSorted(byOutcomeThenKey);
  const missing = [...missingNames(results, expected.names), ...silentJobs(results, expected.jobs)];
  if (results.length === 0 && missing.length === 0 && expected.names === null)
    missing.push({ name: "any service", reason: "There is not a single result." });
  return {
    schemaVersion: 1,
    leakgate: version,
    createdAt,
    verdict: verdictOf(results, missing.length),
    summary: sentenceOf(results, missing),
    exitCode: exitCodeOf(results, missing.length),
    results,
    missing,
    notes: remarks(results)
  };
}
function byOutcomeThenKey(a, b) {
  return worstFirst.indexOf(a.verdict) - worstFirst.indexOf(b.verdict) || compare(a.key, b.key);
}
var compare = (a, b) => a < b ? -1 : Number(a > b);
var plainPath = (path2) => path2.replace(/^\.\//, "").replace(/\/+$/, "");
function missingNames(results, names2) {
  const there = new Set(results.flatMap(({ key, service }) => [key, service.package]).map(plainPath));
  return (names2 ?? []).filter((name2) => !there.has(plainPath(name2))).map((name2) => ({ name: name2, reason: "It was expected and left no result." }));
}
function silentJobs(results, jobs) {
  if (results.some(({ verdict }) => verdict === "fail")) return [];
  return Object.entries(jobs).filter(([, conclusion]) => conclusion !== "success" && conclusion !== "skipped").map(([name2, conclusion]) => ({ name: name2, reason: `The job ended as ${conclusion}, and no result tells why.` }));
}
function verdictOf(results, missing) {
  if (missing > 0) return "fail";
  return worstFirst.find((outcome) => results.some(({ verdict }) => verdict === outcome)) ?? "skipped";
}
function exitCodeOf(results, missing) {
  const codes = results.map(({ exitCode }) => exitCode).filter((code3) => code3 !== 0);
  if (codes.includes(1)) return 1;
  return codes[0] ?? (missing > 0 ? exitCodes.measurement : 0);
}
function sentenceOf(results, missing) {
  const count = (outcome) => results.filter(({ verdict }) => verdict === outcome).length;
  const total = results.length + missing.length;
  const services = `${total} ${total === 1 ? "service" : "services"}`;
  const [failed, undecided] = [count("fail"), count("inconclusive")];
  const told3 = [
    ...failed > 0 ? [`${failed} failed`] : [],
    ...missing.length > 0 ? [`${missing.length} missing`] : [],
    ...undecided > 0 ? [`${undecided} undecided`] : []
  ];
  if (total === 0) return "No service had to be measured.";
  return told3.length === 0 ? `${services}, none failed.` : `${services}: ${told3.join(", ")}.`;
}
function remarks(results) {
  const keys = results.map(({ key }) => key);
  const twice2 = [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
  const commits = new Set(results.map(({ commit: commit2 }) => commit2.sha));
  return [
    ...twice2.map((key) => `Several results are called ${key}. Give each its own comment-key: they share a baseline.`),
    ...commits.size > 1 ? ["The results are of different commits."] : []
  ];
}

// src/archive/result-files.ts
import { readdir, readFile, stat } from "node:fs/promises";
import { join as join4, relative as relative2 } from "node:path";
var most = { files: 1e3, depth: 4, fileBytes: 32 * 1024 * 1024 };
async function readResultFiles(path2, name2, wanted2 = ["result.json"]) {
  const found = await stat(path2).catch(() => null);
  if (found === null) throw new LeakgateError("config", `${name2} isn't there.`);
  const files = found.isDirectory() ? await filesBelow(path2, wanted2, 0) : [path2];
  if (files.length > most.files)
    throw new LeakgateError("config", `${name2} holds more than ${most.files} results.`, {
      hint: "Name a folder that holds one run’s results."
    });
  return Promise.all(
    files.toSorted().map(async (file) => {
      const shown2 = file === path2 ? name2 : join4(name2, relative2(path2, file));
      const { size } = await stat(file);
      if (size > most.fileBytes)
        throw new LeakgateError("config", `${shown2} is too large to be a result: ${size} bytes.`);
      return { name: shown2, text: await readFile(file, "utf8") };
    })
  );
}
async function filesBelow(folder, wanted2, depth) {
  const entries = await readdir(folder, { withFileTypes: true });
  const here = entries.filter((entry) => entry.isFile() && wanted2.includes(entry.name));
  const below = depth < most.depth ? entries.filter((entry) => entry.isDirectory()) : [];
  const deeper = await Promise.all(below.map(async ({ name: name2 }) => filesBelow(join4(folder, name2), wanted2, depth + 1)));
  return [...here.map(({ name: name2 }) => join4(folder, name2)), ...deeper.flat()];
}

// src/commands/expected.ts
var name = union([
  string(),
  object({ key: string().optional(), package: string().optional(), service: string().optional() }).transform(({ key, package: path2, service }) => key ?? path2 ?? service).pipe(string({ error: "a leg needs key, package or service" }))
]);
var expectation = union([
  array(name),
  object({ include: array(name) }).transform(({ include }) => include),
  record(string(), array(string())).refine((matrix) => Object.keys(matrix).length === 1, { error: "a matrix of several values: name the keys" }).transform((matrix) => Object.values(matrix).flat())
]);
function parseExpected(given) {
  const text2 = given?.trim() ?? "";
  if (text2 === "") return null;
  if (!/^[[{]/.test(text2)) return words(text2);
  const parsed2 = expectation.safeParse(parseJson("--expect", text2));
  if (parsed2.success) return parsed2.data;
  throw new LeakgateError("config", `--expect: ${parsed2.error.issues[0]?.message ?? "it can’t be read"}.`, {
    hint: "Give names separated by commas, a JSON list of names, or the matrix that `leakgate affected` wrote."
  });
}
var words = (text2) => text2.split(/[,\n]/).map((word) => word.trim()).filter((word) => word !== "");
var jobsSchema = record(string(), object({ result: string() }));
function parseJobs(given) {
  if (given === void 0 || given.trim() === "") return {};
  const parsed2 = jobsSchema.safeParse(parseJson("--needs", given));
  if (!parsed2.success) throw new LeakgateError("config", "--needs isn’t what the runner’s `toJSON(needs)` gives.");
  return Object.fromEntries(Object.entries(parsed2.data).map(([job, { result }]) => [job, result]));
}
function parseJson(option, text2) {
  try {
    return JSON.parse(text2);
  } catch (cause) {
    throw new LeakgateError("config", `${option} isn’t JSON: ${text2.slice(0, 60)}`, { cause });
  }
}

// src/commands/aggregate.ts
var options2 = {
  expect: { type: "string" },
  needs: { type: "string" },
  comment: { type: "string", default: "auto" },
  name: { type: "string", default: "" },
  out: { type: "string", default: "leakgate-out" }
};
var aggregate2 = {
  name: "aggregate",
  summary: "make one verdict and one comment of the results of several services",
  help: `
leakgate aggregate DIR [--expect NAMES] [--needs JSON] [--comment auto|always|never] [--name NAME] [--out DIR]

Reads every result.json below DIR, the artifacts of a matrix, and fans them in: one verdict, one comment on the pull
request, one summary, a section for each service. A leg that should be there and isn't makes it red.

  leakgate aggregate artifacts
  leakgate aggregate artifacts --expect cmd/api,cmd/worker
  leakgate aggregate artifacts --expect "$MATRIX" --needs "$NEEDS"

--expect takes names, a JSON list, or the matrix that \`leakgate affected\` wrote. --needs takes the runner's
toJSON(needs): a job that ended red without a red result counts as missing. --name tells several matrices apart.
Writes aggregate.json and aggregate.md into --out. Exit code 1 when a gate was exceeded, 4 when only results are missing.`,
  async run(args, terminal) {
    const { values, positionals } = parseCommand("aggregate", { args, options: options2, allowPositionals: true });
    const [folder] = positionals;
    if (folder === void 0 || positionals.length > 1)
      throw new LeakgateError("config", "aggregate takes one folder, that of the results.");
    const when = choice("comment", values.comment, ["auto", "always", "never"]);
    const texts = await readResultFiles(resolve2(terminal.cwd, folder), folder);
    const results = texts.map(({ text: text2, name: name2 }) => boundedReport(parseReport(text2, name2)));
    const expected = { names: parseExpected(values.expect), jobs: parseJobs(values.needs) };
    const whole = aggregate(results, expected, (/* @__PURE__ */ new Date()).toISOString());
    const page2 = aggregateSummary(whole);
    await writeFiles(whole, page2, resolve2(terminal.cwd, values.out));
    const host = hostOf(terminal);
    aggregateLines(whole).forEach((line2) => host.info(line2));
    await host.summary(page2);
    await comment(whole, host, { when, name: values.name });
    return whole.exitCode;
  }
};
async function writeFiles(whole, page2, outDir) {
  await mkdir(outDir, { recursive: true });
  await writeFile2(join5(outDir, "aggregate.json"), `${JSON.stringify(whole, null, 2)}
`);
  await writeFile2(join5(outDir, "aggregate.md"), page2);
}
async function comment(whole, host, { when, name: name2 }) {
  const { url: url2, reason: reason2 } = await host.comment(
    "all services",
    aggregateComment(whole, name2),
    when,
    whole.verdict !== "pass"
  );
  if (reason2 !== "") host.info(reason2);
  host.output("verdict", whole.verdict);
  host.output("summary", aggregateLines({ ...whole, results: [], missing: [] }).join(" "));
  host.output("comment-url", url2 ?? "");
}

// src/commands/baseline-accept.ts
import { readFile as readFile2 } from "node:fs/promises";
import { resolve as resolve3 } from "node:path";
var accept = async ({ store, values, terminal }, signal) => {
  const { reason: reason2 = "", until, from = "leakgate-out/baseline.json" } = values;
  if (reason2.trim() === "")
    throw new LeakgateError("config", "baseline accept needs --reason: it is shown to those who come later.");
  if (until !== void 0) assertDay(until);
  const figures3 = await readFigures(from, terminal);
  const word = {
    checks: Object.keys(figures3.measurements),
    by: terminal.env["GITHUB_ACTOR"] ?? terminal.env["USER"] ?? "unknown",
    reason: reason2,
    how: "leakgate baseline accept",
    ...until !== void 0 && { until }
  };
  const before = until === void 0 ? null : await newestBefore(store, figures3, signal);
  const accepted = [...figures3.accepted ?? [], recordOf(word, before)];
  const outcome = await store.write({ ...figures3, accepted, ...markedTrail(figures3, word.checks) }, signal);
  if (!outcome.stored) throw new LeakgateError("config", `The baseline wasn't stored: ${outcome.reason}`);
  const { branch, key, sha } = figures3;
  terminal.stdout.write(`${plain(`${sha.slice(0, 10)} is a baseline of ${branch} for ${key} now.`)}
`);
  return 0;
};
function markedTrail({ trail = [] }, checks2) {
  const last = trail.at(-1);
  return last === void 0 ? {} : { trail: [...trail.slice(0, -1), { ...last, accepted: checks2 }] };
}
function assertDay(until) {
  if (/^\d{4}-\d{2}-\d{2}$/.test(until) && !Number.isNaN(Date.parse(until)) && until >= today()) return;
  throw new LeakgateError("config", `--until: got ${JSON.stringify(until)}; write a day to come, such as 2030-03-31.`);
}
async function readFigures(from, { cwd }) {
  const text2 = await readFile2(resolve3(cwd, from), "utf8").catch((cause) => {
    throw new LeakgateError("config", `--from: ${from} can't be read.`, {
      cause,
      hint: "`leakgate run` leaves baseline.json beside result.json; a workflow run has it in its artifact."
    });
  });
  return parseBaseline(text2, { name: from, removal: "run Leakgate again" });
}
async function newestBefore(store, { key, branch, sha }, signal) {
  const entries = await store.list({ key }, signal);
  const [newest] = entries.filter((entry) => entry.branch === displayName(branch) && entry.sha !== sha).toSorted(newestFirst);
  return newest === void 0 ? null : store.read(newest, signal);
}

// src/commands/baseline-archive.ts
import { readFile as readFile3, writeFile as writeFile3 } from "node:fs/promises";
import { resolve as resolve4 } from "node:path";

// src/commands/baseline-verb.ts
var baselineOptions = {
  store: { type: "string", default: "file" },
  config: { type: "string" },
  file: { type: "string" },
  branch: { type: "string" },
  key: { type: "string" },
  commit: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  reason: { type: "string" },
  until: { type: "string" },
  "older-than": { type: "string" },
  damaged: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false }
};
async function wanted({ store, values }, signal) {
  const { key, branch, commit: commit2 } = values;
  const listed3 = await store.list({ ...key !== void 0 && { key } }, signal);
  return listed3.filter((entry) => branch === void 0 || entry.branch === displayName(branch)).filter((entry) => commit2 === void 0 || entry.sha.startsWith(commit2)).toSorted((a, b) => order(a.key, b.key) || order(a.branch, b.branch) || newestFirst(a, b));
}
var order = (a, b) => a < b ? -1 : Number(a > b);
var lineOf = ({ key, branch, sha, at }) => [key, branch, sha === "" ? "no commit" : sha.slice(0, 10), at.replace(".000Z", "Z")].map((text2) => plain(text2)).join("  ");

// src/commands/baseline-archive.ts
var archive = object({ leakgateBaselines: literal(1), baselines: array(unknown()) });
var exportAll = async (given, signal) => {
  const { store, values, terminal } = given;
  const baselines = [];
  for (const entry of (await wanted(given, signal)).toReversed()) {
    const baseline2 = await store.read(entry, signal);
    if (baseline2 !== null) baselines.push(baseline2);
  }
  const text2 = `${JSON.stringify({ leakgateBaselines: 1, baselines }, null, 2)}
`;
  if (values.to === void 0) terminal.stdout.write(text2);
  else await writeFile3(resolve4(terminal.cwd, values.to), text2);
  terminal.stderr.write(`${baselines.length} baselines were exported.
`);
  return 0;
};
var importAll = async ({ store, values, terminal }, signal) => {
  const { from } = values;
  if (from === void 0) throw new LeakgateError("config", "baseline import needs --from FILE.");
  const text2 = await readFile3(resolve4(terminal.cwd, from), "utf8").catch((cause) => {
    throw new LeakgateError("config", `--from: ${from} can't be read.`, { cause });
  });
  const baselines = baselinesIn(text2, from);
  let stored = 0;
  for (const baseline2 of baselines) {
    const outcome = await store.write(baseline2, signal);
    stored += Number(outcome.stored);
    if (!outcome.stored) terminal.stderr.write(`${baseline2.sha.slice(0, 10)} wasn't stored: ${outcome.reason}
`);
  }
  terminal.stdout.write(`${stored} of ${baselines.length} baselines were stored.
`);
  return 0;
};
function baselinesIn(text2, from) {
  const parsed2 = archive.safeParse(json(text2, from));
  if (!parsed2.success)
    throw new LeakgateError("config", `--from: ${from} isn't what \`leakgate baseline export\` writes.`);
  return parsed2.data.baselines.map((one, index) => {
    const place3 = { name: `${index + 1} of ${from}`, removal: `take it out of ${from}` };
    return parseBaseline(JSON.stringify(one), place3);
  });
}
function json(text2, from) {
  try {
    return JSON.parse(text2);
  } catch (cause) {
    throw new LeakgateError("config", `--from: ${from} isn't JSON.`, { cause });
  }
}

// src/commands/baseline-list.ts
var list = async (given, signal) => {
  const entries = await wanted(given, signal);
  for (const entry of entries) given.terminal.stdout.write(`${lineOf(entry)}
`);
  if (entries.length === 0) given.terminal.stdout.write("No baseline is stored.\n");
  return 0;
};
var show = async (given, signal) => {
  const { store, values, terminal } = given;
  const entries = await wanted(given, signal);
  const one = values.commit !== void 0 || values.branch !== void 0 && values.key !== void 0;
  if (entries.length === 0 && one) throw new LeakgateError("config", "There is no such baseline.");
  if (entries.length === 0) terminal.stdout.write("No baseline is stored.\n");
  let damaged = 0;
  for (const entry of one ? entries.slice(0, 1) : entries) {
    const found = await readable(async () => store.read(entry, signal));
    if (typeof found === "string") damaged += 1;
    if (typeof found === "string") terminal.stderr.write(`${plain(found)}
`);
    else if (found !== null) terminal.stdout.write(one ? formatBaseline(found) : described(entry, found));
  }
  return damaged === 0 ? 0 : exitCodes.config;
};
async function readable(read3) {
  try {
    return await read3();
  } catch (error) {
    if (error instanceof LeakgateError && error.code === "config") return `${error.message} ${error.hint ?? ""}`.trim();
    throw error;
  }
}
function described(entry, { leakgate, measurements, accepted = [] }) {
  const checks2 = Object.keys(measurements).join(", ");
  const words3 = accepted.map(
    ({ checks: which, by, reason: reason2, how, at, until }) => `accepted for ${which.join(", ")} by ${by} (${how}) on ${at.slice(0, 10)}${until === void 0 ? "" : ` until ${until}`}: ${reason2}`
  );
  const head2 = `${lineOf(entry)}  ${plain(`${checks2} by Leakgate ${leakgate}`)}`;
  return [head2, ...words3.map((text2) => `  ${plain(text2)}`)].map((text2) => `${text2}
`).join("");
}
var dayMs = 24 * 36e5;
var prune = async (given, signal) => {
  const { store, values, terminal } = given;
  const entries = await wanted(given, signal);
  const days = countOption("older-than", values["older-than"]) ?? 180;
  const { defaultBranch } = await repositoryFacts(terminal.cwd, terminal.env, signal);
  const kept = [defaultBranch ?? "main"].map(displayName);
  const byAge = values.branch === void 0 && !values.damaged;
  const doomed = values.damaged ? await damagedOf(entries, async (entry) => store.read(entry, signal)) : byAge ? abandoned(entries, kept, { nowMs: Date.now(), afterMs: days * dayMs }) : entries;
  for (const entry of doomed) terminal.stdout.write(`${lineOf(entry)}
`);
  if (!values["dry-run"]) await store.remove(doomed, signal);
  terminal.stdout.write(`${doomed.length} of ${entries.length} ${values["dry-run"] ? "would be" : "were"} removed.
`);
  return 0;
};
async function damagedOf(entries, read3) {
  const damaged = [];
  for (const entry of entries)
    await read3(entry).catch((error) => {
      if (!(error instanceof DamagedBaseline)) throw error;
      damaged.push(entry);
    });
  return damaged;
}

// src/commands/named-store.ts
import { resolve as resolve5 } from "node:path";
async function openNamedStore({ option, name: name2 }, values, { env, cwd }, signal) {
  const chosen = choice(option, name2, storeNames);
  const { root, remoteUrl } = await repositoryFacts(cwd, env, signal);
  const repository = repositoryName(remoteUrl);
  const addressed = chosen === "postgres" || chosen === "s3";
  return openStore(chosen, {
    directory: root,
    env,
    ...values.file !== void 0 && { file: resolve5(cwd, values.file) },
    ...repository !== null && { repository },
    ...addressed && resolveStores(values.config, cwd, env)
  });
}

// src/commands/baseline-migrate.ts
var migrateStore = async ({ values, terminal }, signal) => {
  const { from, to } = values;
  if (from === void 0 || to === void 0 || from === to)
    throw new LeakgateError("config", "baseline migrate-store needs two stores: --from S --to S.");
  const source = await openNamedStore({ option: "from", name: from }, values, terminal, signal);
  const target = await openNamedStore({ option: "to", name: to }, { config: values.config }, terminal, signal);
  const entries = (await wanted({ store: source, values, terminal }, signal)).toReversed();
  const result = await copyAll(entries, { source, target, terminal }, signal);
  const { overtaken, lost } = await readBack([...result.copied, ...result.there], target, signal);
  for (const one of lost) terminal.stderr.write(`Not the same in ${to}: ${lineOf(one)}
`);
  const { copied, there, older, damaged } = result;
  const same = copied.length + there.length - overtaken - lost.length;
  terminal.stdout.write(
    `${copied.length} copied, ${there.length} there already, ${older + overtaken} older than what ${to} keeps, ${damaged} damaged. ${same} were read back and are the same.
`
  );
  return damaged + lost.length === 0 ? 0 : 2;
};
async function copyAll(entries, { source, target, terminal }, signal) {
  const result = { copied: [], there: [], older: 0, damaged: 0 };
  const kept = await target.list({}, signal);
  for (const entry of entries) {
    const baseline2 = await readable2(source, entry, terminal, signal);
    if (baseline2 === "damaged") result.damaged++;
    else if (baseline2 !== null && await isKept(baseline2, { target, kept }, signal)) result.there.push(baseline2);
    else if (baseline2 !== null && (await target.write(baseline2, signal)).stored) result.copied.push(baseline2);
    else if (baseline2 !== null) result.older++;
  }
  return result;
}
async function readable2(source, entry, { stderr }, signal) {
  try {
    return await source.read(entry, signal);
  } catch (error) {
    if (!(error instanceof DamagedBaseline)) throw error;
    stderr.write(`${error.message}
`);
    return "damaged";
  }
}
async function readBack(baselines, target, signal) {
  const kept = await target.list({}, signal);
  const lost = [];
  let overtaken = 0;
  for (const baseline2 of baselines) {
    if (await isKept(baseline2, { target, kept }, signal)) continue;
    const entry = entryOf(baseline2, "");
    const rivals = kept.filter((one) => one.key === displayName(entry.key) && one.branch === displayName(entry.branch));
    if (rivals.length > 0 && rivals.every(({ at }) => at > entry.at)) overtaken++;
    else lost.push(entry);
  }
  return { overtaken, lost };
}
async function isKept(baseline2, { target, kept }, signal) {
  const named2 = entryOf(baseline2, "");
  const entry = kept.find(
    ({ key, branch, sha, at }) => key === displayName(named2.key) && branch === displayName(named2.branch) && sha === named2.sha && at === named2.at
  );
  const there = entry === void 0 ? null : await target.read(entry, signal).catch(ignoringDamage);
  return there !== null && formatBaseline(there) === formatBaseline(baseline2);
}
function ignoringDamage(error) {
  if (error instanceof DamagedBaseline) return null;
  throw error;
}

// src/commands/baseline.ts
var verbs = {
  list,
  show,
  accept,
  export: exportAll,
  import: importAll,
  prune,
  "migrate-store": migrateStore
};
var baseline = {
  name: "baseline",
  summary: "list, show, accept, move or prune the stored baselines",
  help: `
leakgate baseline list   [--store S] [--branch B] [--key K]
leakgate baseline show   [--store S] [--branch B] [--key K] [--commit SHA]
leakgate baseline accept [--from leakgate-out/baseline.json] --reason TEXT [--until 2026-03-31] [--store S]
leakgate baseline export [--to FILE] [--store S] [--branch B] [--key K]
leakgate baseline import --from FILE [--store S]
leakgate baseline prune  [--older-than 180] [--branch B] [--damaged] [--dry-run] [--store S]
leakgate baseline migrate-store --from S --to S [--branch B] [--key K]

list names them, newest first: service, branch, commit, its time.
show reads them: who wrote and accepted each. With one commit, or with branch and key, the newest as JSON. Damaged ones are
named, the rest is shown all the same, and the exit code is 2.
accept makes the figures of a run a baseline of its branch, also when the run failed: the leak or the slow-down is intended,
or has to wait. Who accepted it, why, and until when is kept with it. After that day the figures from before count again.
export writes them as one JSON document, import puts such a document into a store.
prune removes those of branches without news for so many days, all of the branch that --branch names, or the damaged ones.
migrate-store copies them from one store to another, passes over what is there already, and reads all of it back.

S is file (.leakgate in this repository, the default), git-ref (in the remote origin), postgres or s3 (where the config file,
or the one that --config names, says).

  leakgate baseline list --store git-ref
  leakgate baseline show --branch main --key cmd/api
  leakgate baseline accept --reason 'the cache is meant to fill, see #812'
  leakgate baseline accept --from baseline.json --store git-ref --reason …
  leakgate baseline export --store git-ref --to baselines.json
  leakgate baseline prune --store git-ref --branch old-release --dry-run
  leakgate baseline migrate-store --from git-ref --to postgres`,
  async run(args, terminal, signal) {
    const [given = "", ...rest] = args;
    const verb = Object.hasOwn(verbs, given) ? verbs[given] : void 0;
    if (verb === void 0) {
      const allowed = Object.keys(verbs).join(", ");
      throw new LeakgateError("config", `baseline: got ${JSON.stringify(given)}; allowed: ${allowed}.`);
    }
    const { values } = parseCommand("baseline", { args: rest, options: baselineOptions });
    const store = await openNamedStore({ option: "store", name: values.store }, values, terminal, signal);
    return verb({ store, values, terminal }, signal);
  }
};

// src/commands/bisect.ts
import { writeFile as writeFile4 } from "node:fs/promises";
import { resolve as resolve7 } from "node:path";

// src/bisect/hunks.ts
var mostLines = 40;
function hunksAt(patch, line2) {
  const hunks = patch.split(/^(?=@@ )/m).filter((part) => part.startsWith("@@ "));
  const hit = hunks.filter((hunk) => {
    const [, start2 = "0", length = "1"] = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(hunk) ?? [];
    return line2 >= Number(start2) && line2 < Number(start2) + Number(length);
  });
  const lines = (hit.length > 0 ? hit : hunks).join("").trimEnd().split("\n");
  const kept = lines.slice(0, mostLines);
  return lines.length > mostLines ? [...kept, `… ${lines.length - mostLines} more lines`] : kept.filter((text2) => text2 !== "");
}

// src/bisect/search.ts
async function firstBad(count, tried) {
  let lastGood = -1;
  let first = count - 1;
  const untestable = /* @__PURE__ */ new Set();
  for (; ; ) {
    const index = nearestMiddle(lastGood, first, untestable);
    if (index === null) break;
    const answer2 = await tried(index);
    if (answer2 === "untestable") untestable.add(index);
    else if (answer2 === "good") lastGood = index;
    else first = index;
  }
  const untested = [...untestable].filter((index) => index > lastGood && index < first);
  return { first, lastGood, untested: untested.toSorted((a, b) => a - b) };
}
function nearestMiddle(low, high, left2) {
  const middle = Math.floor((low + high) / 2);
  for (let away = 0; away < high - low; away++) {
    for (const index of [middle - away, middle + away])
      if (index > low && index < high && !left2.has(index)) return index;
  }
  return null;
}

// src/bisect/history.ts
var fields = ["%H", "%P", "%an", "%aI", "%s"].join("%x00");
function openHistory(root, env, signal) {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...rest } = env;
  const git2 = async (...args) => runCommand("git", ["--no-optional-locks", ...args], { cwd: root, env: { ...rest, LC_ALL: "C" } }, signal);
  const isShallow = async () => (await git2("rev-parse", "--is-shallow-repository")).stdout.trim() === "true";
  const log = async (range) => {
    const { stdout } = await git2("log", "--first-parent", "--reverse", `--format=%x1e${fields}`, range, "--");
    return stdout.split("").slice(1).map(commitOf);
  };
  return {
    isShallow,
    async resolve(name2) {
      const { exitCode, stdout } = await git2(
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        `${name2}^{commit}`
      );
      if (exitCode === 0) return stdout.trim();
      throw new LeakgateError("config", `${name2} is no commit of this repository.`, {
        hint: await isShallow() ? "This clone is shallow: `git fetch --unshallow --tags` brings the rest." : "Is it a tag or branch that isn’t here? `git fetch --tags` may bring it."
      });
    },
    async between(good2, bad2) {
      const { exitCode } = await git2("merge-base", "--is-ancestor", good2, bad2);
      if (exitCode !== 0)
        throw new LeakgateError(
          "config",
          `${good2.slice(0, 7)} isn't an ancestor of ${bad2.slice(0, 7)}, so no commit lies between them.`,
          {
            hint: await isShallow() ? "This clone is shallow: `git fetch --unshallow` brings the history." : "After a rebase, name a commit that is: --since COMMIT."
          }
        );
      return log(`${good2}..${bad2}`);
    },
    merged: async ({ parents: [into, from] }) => from === void 0 ? [] : log(`${into}..${from}`),
    async patch(sha, file) {
      const at = file === void 0 ? [] : [file];
      const { stdout } = await git2(
        "show",
        "--first-parent",
        "-m",
        "--format=",
        "--no-color",
        "--no-ext-diff",
        "-U3",
        sha,
        "--",
        ...at
      );
      return stdout.trim();
    }
  };
}
function commitOf(text2) {
  const [sha = "", parents = "", author = "", authoredAt = "", subject = ""] = text2.trimEnd().split("\0");
  return { sha, parents: parents.split(" ").filter((one) => one !== ""), author, authoredAt, subject };
}

// src/bisect/suspect.ts
function suspectOf({ checks: checks2 }, named2) {
  const failing2 = checks2.filter(({ name: name2, outcome }) => outcome === "fail" && (named2 === void 0 || name2 === named2));
  for (const { name: name2, findings } of failing2) {
    const finding = findings.find(({ outcome }) => outcome === "fail");
    if (finding !== void 0) return { check: name2, finding };
  }
  const red = checks2.filter(({ outcome }) => outcome === "fail").map(({ name: name2 }) => name2);
  throw new LeakgateError(
    "config",
    named2 === void 0 ? "Nothing failed in that run." : `The check ${named2} didn't fail in that run.`,
    {
      hint: red.length > 0 ? `Red there: ${red.join(", ")}.` : "Bisect takes a red run: `leakgate bisect RUN`, or --from result.json."
    }
  );
}
function sameIn({ checks: checks2 }, { check, finding }) {
  const found = checks2.find(({ name: name2 }) => name2 === check)?.findings ?? [];
  const alike = ({ id, kind, metric, site }) => id === finding.id || kind === finding.kind && metric === finding.metric && site?.function === finding.site?.function;
  return found.find((one) => one.outcome === "fail" && alike(one)) ?? found.find(alike) ?? null;
}
var drivingRoutes = ({ finding }) => finding.facts?.find(({ label: label2 }) => label2 === "driven by")?.text ?? "";

// src/bisect/trial.ts
import { mkdtemp as mkdtemp2, rm as rm2 } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join6, relative as relative3 } from "node:path";
async function openLaboratory(options14, signal) {
  const directory = await mkdtemp2(join6(tmpdir2(), "leakgate-bisect-"));
  return {
    async measure(sha, against) {
      const first = await once(sha, against, directory, options14, signal);
      return first.undecided ? once(sha, against, directory, options14, signal) : first;
    },
    [Symbol.asyncDispose]: async () => rm2(directory, { recursive: true, force: true })
  };
}
async function once(sha, against, directory, { config, suspect, repositoryRoot, env, host }, signal) {
  var _stack = [];
  try {
    const tree = __using(_stack, await worktreeAt({ repositoryRoot, sha, env }, signal), true);
    const outDir = await mkdtemp2(join6(directory, `${sha.slice(0, 7)}-`));
    const workingDirectory = join6(tree.directory, relative3(repositoryRoot, config.workingDirectory));
    const report2 = await run(
      narrowed({ ...config, workingDirectory }, suspect),
      { env: withoutEvent(env), outDir, save: "never", ...against !== null && { file: against } },
      host,
      signal
    );
    const figures3 = report2.error === null ? join6(outDir, "baseline.json") : null;
    return { ...judged(report2, suspect), figures: figures3 };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function narrowed(config, suspect) {
  const driving = drivingRoutes(suspect);
  const routes = config.routes.filter(({ label: label2 }) => driving.includes(label2));
  return {
    ...config,
    routes: routes.length > 0 ? routes : config.routes,
    checks: [suspect.check],
    knownLeaks: "fail",
    allow: [],
    baselineStore: "file",
    baselineBranch: void 0,
    archive: void 0,
    notify: [],
    pushgateway: void 0,
    comment: "never"
  };
}
var withoutEvent = (env) => Object.fromEntries(Object.entries(env).filter(([name2]) => !/^(?:GITHUB_|GITEA_|CI$)/.test(name2)));
function judged(report2, suspect) {
  const { error } = report2;
  if (error?.code === "interrupted" || error?.code === "internal")
    throw new LeakgateError(error.code, error.message, error.hint === null ? {} : { hint: error.hint });
  const nothing = { finding: null, why: "" };
  if (error !== null) return { ...nothing, outcome: "untestable", why: error.message };
  const finding = sameIn(report2, suspect);
  if (finding?.outcome === "fail") return { outcome: "bad", finding, why: "" };
  const check = report2.checks.find(({ name: name2 }) => name2 === suspect.check);
  const other = check?.findings.find(
    ({ kind, outcome }) => outcome === "fail" && (kind === "crash" || kind === "errors")
  );
  if (other !== void 0) return { ...nothing, outcome: "untestable", why: other.reason };
  if (finding?.outcome === "inconclusive" || check === void 0 || check.outcome === "inconclusive")
    return {
      ...nothing,
      outcome: "untestable",
      why: finding?.reason ?? check?.summary ?? "it wasn’t measured",
      undecided: true
    };
  return { ...nothing, outcome: "good" };
}

// src/bisect/index.ts
async function bisect(bisecting) {
  const { history: history2, suspect, good: good2, bad: bad2 } = bisecting;
  const commits = await history2.between(good2, bad2);
  if (commits.length === 0) throw new LeakgateError("config", "The good commit and the bad one are the same.");
  const bench = trialsOf(bisecting);
  const reference = await bench.measure({ sha: good2, subject: "" }, null);
  assertGood(reference, good2);
  let { culprit, lastGood, untested } = await search(commits, good2, reference, bench);
  while (culprit.parents.length > 1) {
    const inside = await history2.merged(culprit);
    if (inside.length === 0) break;
    const within = await search([...inside, culprit], lastGood, reference, bench);
    if (within.culprit.sha === culprit.sha) break;
    ({ culprit, lastGood, untested } = within);
  }
  const before = bench.figures(lastGood) ?? reference.figures;
  const last = await bench.measure(culprit, before);
  const finding = last.finding ?? bench.finding(culprit.sha);
  if (finding === null)
    throw new LeakgateError(
      "config",
      `${culprit.sha.slice(0, 7)} isn't red any more: ${suspect.finding.metric} is fine there.`,
      {
        hint: "Run Leakgate again on that commit: is the result from another machine, or from other requests?"
      }
    );
  return {
    check: suspect.check,
    finding,
    culprit,
    lastGood,
    untested,
    confirmed: last.outcome === "bad" ? "yes" : finding.kind === "leak" ? "unsteady" : "adds-up",
    tried: bench.tried,
    commits: commits.length,
    patch: await patchOf(history2, culprit.sha, finding)
  };
}
function trialsOf({ laboratory, onTried }) {
  const tried = [];
  const known = /* @__PURE__ */ new Map();
  return {
    tried,
    figures: (sha) => known.get(sha)?.figures ?? null,
    finding: (sha) => known.get(sha)?.finding ?? null,
    async measure({ sha, subject }, against) {
      const startedMs = performance.now();
      const trial = await laboratory.measure(sha, against);
      const { outcome, why } = trial;
      if (outcome === "bad" || !known.has(sha)) known.set(sha, trial);
      const one = { commit: { sha, subject }, outcome, why, durationMs: performance.now() - startedMs };
      tried.push(one);
      onTried(one);
      return trial;
    }
  };
}
function assertGood({ outcome, why, figures: figures3 }, sha) {
  const short2 = sha.slice(0, 7);
  if (outcome === "bad")
    throw new LeakgateError("config", `${short2} is red already, so the cause lies before it.`, {
      hint: "Name an earlier commit or tag: --since v1.4.0"
    });
  if (outcome === "untestable" || figures3 === null)
    throw new LeakgateError("config", `${short2} can't be measured, so nothing can be held against it: ${why}`, {
      hint: "Name another commit or tag that is good: --since v1.4.0"
    });
}
async function search(commits, good2, reference, bench) {
  const found = await firstBad(
    commits.length,
    async (index) => (await bench.measure(commits[index], reference.figures)).outcome
  );
  return {
    culprit: commits[found.first],
    lastGood: commits[found.lastGood]?.sha ?? good2,
    untested: found.untested.map((index) => commits[index])
  };
}
async function patchOf(history2, sha, { site }) {
  if (site !== void 0) {
    const patch = await history2.patch(sha, site.file);
    if (patch !== "") return { file: site.file, lines: hunksAt(patch, site.line) };
  }
  const whole = await history2.patch(sha);
  const [first] = whole.split(/^(?=diff --git )/m).filter((part) => /^\+\+\+ b\/.*\.go$/m.test(part));
  const file = /^\+\+\+ b\/(.+)$/m.exec(first ?? "")?.[1];
  return first === void 0 || file === void 0 ? null : { file, lines: hunksAt(first, 0) };
}

// src/reporters/bisection.ts
var short = (sha) => sha.slice(0, 7);
function subjectOf({ finding }) {
  const { metric, site } = finding;
  return site === void 0 ? metric : `${metric} in ${shortFunction(site.function)} (${site.file}:${site.line})`;
}
function doubts({ confirmed, untested, lastGood }) {
  return [
    ...untested.length === 0 ? [] : [`It may also be ${untested.map(({ sha }) => short(sha)).join(", ")}, which can’t be measured.`],
    ...confirmed === "adds-up" ? [
      `The step from ${short(lastGood)} to it alone is below the gate: it took several commits, and with this one the gate is passed.`
    ] : [],
    ...confirmed === "unsteady" ? ["Measured once more it wasn’t there: run it again before you trust this."] : []
  ];
}
function effort({ tried, commits }) {
  const skipped = tried.filter(({ outcome }) => outcome === "untestable").length;
  const parts = [
    `${formatCount(commits)} ${commits === 1 ? "commit" : "commits"}`,
    `${tried.length} runs`,
    ...skipped === 0 ? [] : [`${skipped} untestable`],
    formatDuration(tried.reduce((sum, { durationMs }) => sum + durationMs, 0))
  ];
  return parts.join(" · ");
}
var origin = ({ author, authoredAt }) => `${author}, ${formatTime(authoredAt)}`;
function renderBisection(found, { color }) {
  const paint = painter(color);
  const { culprit, patch, finding } = found;
  return [
    `${paint("red", paint("bold", short(culprit.sha)))} ${paint("bold", plain(culprit.subject, 120))}`,
    paint("dim", `  ${plain(origin(culprit), 120)}`),
    "",
    `  brought ${plain(subjectOf(found))}`,
    ...siteLines(finding, sayIn("en"), paint),
    ...patch === null ? [] : ["", paint("dim", `  ${plain(patch.file)}`), ...patch.lines.map((line2) => patchLine(line2, paint))],
    ...doubts(found).flatMap((doubt) => ["", paint("yellow", `  ${plain(doubt, 500)}`)]),
    "",
    paint("dim", `  ${effort(found)}`)
  ].join("\n");
}
function patchLine(line2, paint) {
  const shown2 = `    ${plain(line2.replaceAll("	", "  "), 160)}`;
  if (line2.startsWith("+")) return paint("green", shown2);
  return line2.startsWith("-") ? paint("red", shown2) : paint("dim", shown2);
}
function triedLine({ commit: commit2, outcome, why, durationMs }, color) {
  const paint = painter(color);
  const [sign, name2] = { good: ["✔", "green"], bad: ["✘", "red"], untestable: ["–", "yellow"] }[outcome];
  const told3 = why === "" ? plain(commit2.subject, 60) : plain(why, 120);
  return `  ${paint(name2, `${sign} ${short(commit2.sha)} ${outcome}`.padEnd(22))} ${paint("dim", formatDuration(durationMs).padStart(8))}  ${told3}`;
}
function bisectionComment(found, key) {
  const { culprit, finding, patch } = found;
  const growth2 = growthOf(finding, sayIn("en"));
  return [
    commentMarker(`${key} bisect`),
    `### ${code(short(culprit.sha))} brought ${text(subjectOf(found), 200)}`,
    "",
    `**${text(culprit.subject, 150)}** · ${text(origin(culprit), 120)}`,
    "",
    ...growth2 === "" ? [] : [`${text(growth2)}. `],
    text(finding.reason, 500),
    ...patch === null ? [] : ["", code(patch.file), "", fenced(patch.lines, "diff")],
    ...doubts(found).flatMap((doubt) => ["", `> ${text(doubt, 500)}`]),
    "",
    "<details><summary>Commits that were measured</summary>",
    "",
    "| commit | outcome | |",
    "|---|---|---|",
    ...found.tried.map(
      ({ commit: commit2, outcome, why }) => `| ${code(short(commit2.sha))} | ${outcome} | ${text(why === "" ? commit2.subject : why, 120)} |`
    ),
    "",
    "</details>",
    "",
    `<sub>${text(effort(found))}</sub>`,
    ""
  ].join("\n");
}

// src/commands/kept-run.ts
import { readFile as readFile5, stat as stat3 } from "node:fs/promises";
import { dirname as dirname4, join as join8, resolve as resolve6 } from "node:path";

// src/archive/kept-runs.ts
import { copyFile, mkdir as mkdir2, readdir as readdir2, readFile as readFile4, rm as rm3, stat as stat2 } from "node:fs/promises";
import { join as join7 } from "node:path";
var mostRuns = 20;
function openArchive(root) {
  const home = join7(root, ".leakgate");
  const runs2 = join7(home, "runs");
  const ids = async () => {
    const entries = await readdir2(runs2).catch((error) => {
      if (error.code === "ENOENT") return [];
      throw error;
    });
    return entries.filter((name2) => /^\d{8}-\d{6}/.test(name2)).toSorted((a, b) => a < b ? 1 : -1);
  };
  const newestOf = async (branch, all) => {
    for (const id of all) if (await branchOf(join7(runs2, id, "result.json")) === branch) return [id];
    return [];
  };
  return {
    ids,
    async keep(outDir, report2) {
      const id = runId(report2);
      await hideFromGit(home);
      await mkdir2(join7(runs2, id), { recursive: true });
      for (const name2 of runFiles)
        if (await isThere(join7(outDir, name2))) await copyFile(join7(outDir, name2), join7(runs2, id, name2));
      const tooMany = (await ids()).slice(mostRuns);
      await Promise.all(tooMany.map(async (old) => rm3(join7(runs2, old), { recursive: true, force: true })));
      return id;
    },
    async folderOf(name2) {
      const all = await ids();
      const named2 = matching(all, name2);
      const found = named2.length > 0 ? named2 : await newestOf(name2, all);
      if (found.length === 1) return join7(runs2, found[0]);
      const few = all.slice(0, 5).join(", ");
      throw new LeakgateError(
        "config",
        found.length === 0 ? `There is no kept run ${JSON.stringify(name2)}.` : `${found.length} kept runs begin with ${name2}.`,
        { hint: all.length === 0 ? "`leakgate run` keeps each run in .leakgate/runs." : `The newest: ${few}.` }
      );
    }
  };
}
function matching(ids, name2) {
  if (name2 === "latest") return ids.slice(0, 1);
  if (ids.includes(name2)) return [name2];
  const begun = name2 === "" ? [] : ids.filter((id) => id.startsWith(name2));
  if (begun.length > 0) return begun;
  return /^[0-9a-f]{4,40}$/.test(name2) ? ids.filter((id) => commitOf2(id) !== "" && name2.startsWith(commitOf2(id))).slice(0, 1) : [];
}
var commitOf2 = (id) => id.split("-")[2] ?? "";
var branchOfResult = object({ commit: object({ branch: string().min(1) }) });
async function branchOf(path2) {
  try {
    return branchOfResult.parse(JSON.parse(await readFile4(path2, "utf8"))).commit.branch;
  } catch {
    return null;
  }
}
var isThere = async (path2) => stat2(path2).then(
  (found) => found.isFile(),
  () => false
);

// src/commands/kept-run.ts
async function findRun(name2, { cwd, env }, signal) {
  const folder = await folderAt(name2, cwd) ?? await archived(name2 ?? "latest", { cwd, env }, signal);
  const path2 = join8(folder, "result.json");
  const json4 = await readFile5(path2, "utf8").catch((cause) => {
    throw new LeakgateError("config", `${path2} can't be read.`, { cause });
  });
  return { folder, report: parseReport(json4, path2) };
}
async function archived(name2, { cwd, env }, signal) {
  const { root } = await repositoryFacts(cwd, env, signal);
  return openArchive(root).folderOf(name2);
}
async function folderAt(name2, cwd) {
  if (name2 === void 0) return null;
  const path2 = resolve6(cwd, name2);
  if (await isFile(join8(path2, "result.json"))) return path2;
  return path2.endsWith(".json") && await isFile(path2) ? dirname4(path2) : null;
}
var isFile = async (path2) => stat3(path2).then(
  (found) => found.isFile(),
  () => false
);

// src/commands/bisect.ts
var options3 = {
  from: { type: "string" },
  since: { type: "string" },
  check: { type: "string" },
  package: { type: "string" },
  config: { type: "string" },
  format: { type: "string", default: "table" },
  markdown: { type: "string" },
  comment: { type: "boolean", default: false }
};
var bisect2 = {
  name: "bisect",
  summary: "the commit that brought what a run found",
  help: `
leakgate bisect [RUN] [options]

Takes a red run (the newest of .leakgate/runs, or one by its id, commit, folder or result.json) and finds the first commit
that is red between its baseline's commit and its own: each is checked out in a folder of its own, and only the failing
check runs, with the requests that drive it, held against the good commit. Commits that don't build or start are passed
over. Then the commit is measured once more against its predecessor. Work tree, HEAD and git's own bisect stay as they are.

  leakgate bisect
  leakgate bisect --since v1.4.0              the good end is a tag: what drifted since?
  leakgate bisect 20261124-091500 --check goroutine-leak
  leakgate bisect --from leakgate-out --markdown bisect.md

Options:
  --from RUN        the same as RUN
  --since COMMIT    a commit or tag that is good (the baseline's commit)
  --check NAME      which check to follow, where several failed
  --package PACKAGE, --config FILE   as for run, where the run's own were given on its command line
  --format table|json
  --markdown FILE   also write it as a comment
  --comment         post that comment on the pull request of this workflow's event; needs GITHUB_TOKEN

Exit code: 0 when a commit was found.`,
  async run(args, terminal, signal) {
    var _stack = [];
    try {
      const { values, positionals } = parseCommand("bisect", { args, options: options3, allowPositionals: true });
      const format = choice("format", values.format, ["table", "json"]);
      const [named2 = values.from, ...more] = positionals;
      if (more.length > 0) throw new LeakgateError("config", `bisect takes one run, got ${positionals.join(" ")}.`);
      const { cwd, env, stdout } = terminal;
      const host = hostOf(terminal);
      const { report: report2 } = await findRun(named2, terminal, signal);
      const suspect = suspectOf(report2, values.check);
      const { root } = await repositoryFacts(cwd, env, signal);
      const history2 = openHistory(root, env, signal);
      const ends = { good: await goodEnd(history2, report2, values.since), bad: await history2.resolve(report2.commit.sha) };
      const inputs = {
        ...values.package !== void 0 && { package: values.package },
        ...values.config !== void 0 && { config: values.config }
      };
      const config = resolveConfig({ inputs, cwd, env });
      host.info(`Looking for ${suspect.finding.metric} between ${ends.good.slice(0, 7)} and ${ends.bad.slice(0, 7)}.`);
      const laboratory = __using(_stack, await openLaboratory(
        { config, suspect, repositoryRoot: root, env, host: quiet(host) },
        signal
      ), true);
      const found = await bisect({
        suspect,
        history: history2,
        laboratory,
        ...ends,
        onTried: (tried) => host.info(triedLine(tried, host.color))
      });
      if (format === "json") stdout.write(`${JSON.stringify(found, null, 2)}
`);
      else host.info(`
${renderBisection(found, { color: host.color })}`);
      await publish(found, report2, {
        markdown: values.markdown && resolve7(cwd, values.markdown),
        comment: values.comment,
        host
      });
      return 0;
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  }
};
async function goodEnd(history2, { baseline: baseline2 }, since) {
  const name2 = since ?? baseline2.sha;
  if (name2 !== null) return history2.resolve(name2);
  throw new LeakgateError("config", "That run had no baseline, so nobody knows a good commit.", {
    hint: "Name one: --since v1.4.0"
  });
}
async function publish(found, { key }, { markdown, comment: comment4, host }) {
  const text2 = bisectionComment(found, key);
  if (markdown !== void 0)
    await writeFile4(markdown, text2).catch((cause) => {
      throw new LeakgateError("config", `--markdown: ${markdown} can't be written.`, { cause });
    });
  if (!comment4) return;
  const { reason: reason2 } = await host.comment(`${key} bisect`, text2, "always", true);
  if (reason2 !== "") host.info(reason2);
}
var quiet = (host) => ({
  ...host,
  group: async (_title, body) => body(),
  info: () => void 0,
  notice: () => void 0,
  warning: () => void 0,
  annotate: () => void 0,
  output: () => void 0,
  summary: async () => void 0,
  comment: async () => ({ url: null, reason: "" }),
  acceptLabel: async () => null
});

// src/commands/compare.ts
import { resolve as resolve9 } from "node:path";

// src/history/judge-figures.ts
function judgeFigures(now, then, { apart }) {
  const differing = then === null ? [] : mismatches(then.comparability, now.comparability);
  const context = { compare: "auto", knownLeaks: "fail", mismatches: differing };
  const alone = [];
  const reports = checks.flatMap((check) => {
    const measured2 = figuresOf(check, now);
    if (measured2 === null) return [];
    const stored = then === null ? null : figuresOf(check, then);
    if (stored === null) alone.push(check.title);
    const { apart: without, judge } = check;
    const current = apart ? without?.(measured2) ?? measured2 : measured2;
    const options14 = check.options.parse({});
    return [{ name: check.name, title: check.title, ...judge(current, stored, options14, context) }];
  });
  return { reports, differing, alone };
}
function figuresOf(check, { measurements }) {
  const parsed2 = check.measurement.safeParse(measurements[check.name]);
  return parsed2.success ? parsed2.data : null;
}

// src/history/compare.ts
function compareRuns(before, after) {
  const [then, now] = [before.figures, after.figures];
  const { reports: judged2, differing, alone } = judgeFigures(now, then, { apart: true });
  const reports = judged2.map((report2) => ({ ...report2, ...picturesOf(report2.name, after) }));
  const verdict = overall(reports);
  return {
    schemaVersion: 1,
    leakgate: version,
    createdAt: now.createdAt,
    verdict,
    summary: headline(reports),
    exitCode: Number(verdict === "fail"),
    key: now.key,
    service: after.report?.service ?? { package: now.key, module: "" },
    commit: { sha: now.sha, branch: now.branch, baseBranch: null, pullRequest: null },
    links: { repository: after.report?.links.repository ?? null, run: null },
    checks: reports,
    error: null,
    baseline: baselineOf(then, differing),
    environment: now.environment,
    phases: [],
    notes: alone.map((title) => `${title}: the first of the two has no figures of it.`)
  };
}
function picturesOf(check, { report: report2 }) {
  const shown2 = report2?.checks.find(({ name: name2 }) => name2 === check);
  if (shown2 === void 0) return {};
  const { evidence, timeline, resilience, groups } = shown2;
  return {
    ...evidence && { evidence },
    ...timeline && { timeline },
    ...resilience && { resilience },
    ...groups && { groups }
  };
}
var baselineOf = (then, differing) => ({
  found: true,
  branch: then.branch,
  store: "comparison",
  sha: then.sha,
  createdAt: then.createdAt,
  reason: `Compared with the run of \`${then.branch}\` at ${then.createdAt.slice(0, 16).replace("T", " ")} UTC.`,
  mismatches: differing,
  stored: false
});

// src/commands/find-figures.ts
import { readFile as readFile6, stat as stat4 } from "node:fs/promises";
import { join as join9, resolve as resolve8 } from "node:path";
async function findFigures(name2, asked, signal) {
  const { store, key, terminal } = asked;
  const path2 = resolve8(terminal.cwd, name2);
  if (name2.endsWith(".json") && !name2.endsWith("result.json") && await isFile2(path2))
    return { figures: await readFigures2(path2), report: null };
  const entries = await store.list({ ...key !== void 0 && { key } }, signal);
  const ofBranch = entries.filter(({ branch }) => branch === displayName(name2)).toSorted(newestFirst);
  const stored = ofBranch.length === 0 ? null : await store.read(oneService(name2, ofBranch), signal);
  if (stored !== null) return { figures: stored, report: null };
  const { folder, report: report2 } = await findRun(name2, terminal, signal);
  return { figures: await readFigures2(join9(folder, "baseline.json")), report: report2 };
}
function oneService(branch, entries) {
  const keys = [...new Set(entries.map((entry) => entry.key))];
  if (keys.length === 1) return entries[0];
  throw new LeakgateError(
    "config",
    `${branch} has baselines of ${keys.length} services: ${keys.slice(0, 10).join(", ")}.`,
    {
      hint: "Name one of them: --key KEY."
    }
  );
}
async function readFigures2(path2) {
  const text2 = await readFile6(path2, "utf8").catch((cause) => {
    throw new LeakgateError("config", `${path2} can't be read: the run left no figures.`, {
      cause,
      hint: "A run that ends before its checks has none."
    });
  });
  return parseBaseline(text2, { name: path2, removal: "run Leakgate again" });
}
var isFile2 = async (path2) => stat4(path2).then(
  (found) => found.isFile(),
  () => false
);

// src/commands/html-file.ts
import { writeFile as writeFile5 } from "node:fs/promises";
async function writeHtml(path2, page2) {
  await writeFile5(path2, page2).catch((cause) => {
    throw new LeakgateError("config", `--html: ${path2} can't be written.`, { cause });
  });
}

// src/commands/compare.ts
var options4 = {
  store: { type: "string", default: "file" },
  config: { type: "string" },
  key: { type: "string" },
  format: { type: "string", default: "table" },
  html: { type: "string" },
  lang: { type: "string" },
  gate: { type: "boolean", default: false }
};
var compare2 = {
  name: "compare",
  summary: "hold any two runs, or the baselines of two branches, against each other",
  help: `
leakgate compare BEFORE AFTER [options]

Each is a branch with a stored baseline, a folder that a run left, or a run of .leakgate/runs by its id, the beginning of
it, its commit, or its branch (see leakgate open). Counts are judged as in a run; times are only shown, since the two were measured at
different moments.

  leakgate compare main feat/x
  leakgate compare 20261124-091500 latest
  leakgate compare main leakgate-out --html changes.html
  leakgate compare main release --store git-ref --format json

Options:
  --store NAME           where the branches' baselines are: file, git-ref, postgres, s3 (file)
  --config FILE          where the addresses of postgres and s3 stand (.github/leakgate.yml)
  --key KEY              the service, where a branch has several
  --format table|json
  --html FILE            also write one page; it needs nothing else
  --lang en|zh-CN        the language of both (en)
  --gate                 exit 1 when AFTER is worse`,
  async run(args, terminal, signal) {
    const { values, positionals } = parseCommand("compare", { args, options: options4, allowPositionals: true });
    const format = choice("format", values.format, ["table", "json"]);
    const [before, after, ...more] = positionals;
    if (before === void 0 || after === void 0 || more.length > 0) {
      throw new LeakgateError("config", `compare takes two runs or branches, got ${positionals.length}.`, {
        hint: "leakgate compare BEFORE AFTER"
      });
    }
    const asked = {
      store: await openNamedStore({ option: "store", name: values.store }, values, terminal, signal),
      key: values.key,
      terminal
    };
    const compared = compareRuns(await findFigures(before, asked, signal), await findFigures(after, asked, signal));
    const report2 = { ...compared, ...langOption(values.lang) };
    const { color } = localHost(terminal);
    terminal.stdout.write(format === "json" ? `${renderJson(report2).trimEnd()}
` : renderTerminal(report2, { color }));
    if (values.html !== void 0) await writeHtml(resolve9(terminal.cwd, values.html), renderHtml(report2));
    return values.gate ? report2.exitCode : 0;
  }
};

// src/commands/completion.ts
var shells = ["bash", "zsh", "fish"];
function completedOf({ name: name2, summary: summary2, help }) {
  const found = [...help.matchAll(/(?:^ {2}|, |\[)(--[a-z][a-z0-9-]*)/gm)].map(([, option]) => option);
  return { name: name2, summary: summary2, options: [.../* @__PURE__ */ new Set([...found, "--help"])] };
}
var quoted = (text2) => `'${text2.replaceAll("'", `'\\''`)}'`;
function bash(commands2) {
  const cases = commands2.map(({ name: name2, options: options14 }) => `    ${name2}) words=${quoted(options14.join(" "))} ;;`);
  return `_leakgate() {
  local current=\${COMP_WORDS[COMP_CWORD]} words
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted(commands2.map(({ name: name2 }) => name2).join(" "))} -- "$current"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join("\n")}
  esac
  if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "$words" -- "$current")); else COMPREPLY=($(compgen -f -- "$current")); fi
}
complete -o filenames -F _leakgate leakgate
`;
}
function zsh(commands2) {
  const described2 = commands2.map(({ name: name2, summary: summary2 }) => `    ${quoted(`${name2}:${summary2.replaceAll(":", "\\:")}`)}`);
  const cases = commands2.map(({ name: name2, options: options14 }) => `    ${name2}) compadd -- ${options14.join(" ")} ;;`);
  return `#compdef leakgate
_leakgate() {
  local -a commands=(
${described2.join("\n")}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  if [[ $PREFIX != -* ]]; then _files; return; fi
  case $words[2] in
${cases.join("\n")}
  esac
}
compdef _leakgate leakgate
`;
}
function fish(commands2) {
  return `${commands2.flatMap(({ name: name2, summary: summary2, options: options14 }) => [
    `complete -c leakgate -n __fish_use_subcommand -f -a ${name2} -d ${quoted(summary2)}`,
    ...options14.map((option) => `complete -c leakgate -n '__fish_seen_subcommand_from ${name2}' -l ${option.slice(2)}`)
  ]).join("\n")}
`;
}
var scripts = { bash, zsh, fish };
var completion = (all) => ({
  name: "completion",
  summary: "a script that completes commands and options in a shell",
  help: `
leakgate completion bash|zsh|fish

  source <(leakgate completion bash)              in ~/.bashrc
  source <(leakgate completion zsh)               in ~/.zshrc, after compinit
  leakgate completion fish | source               in ~/.config/fish/config.fish

It completes the command \`leakgate\`: alias leakgate='node /path/to/leakgate/dist/cli.js'`,
  async run(args, { stdout }) {
    const { positionals } = parseCommand("completion", { args, allowPositionals: true });
    const shell2 = shells.find((one) => one === positionals[0]);
    if (shell2 === void 0 || positionals.length !== 1)
      throw new LeakgateError("config", `completion takes one of ${shells.join(", ")}.`);
    stdout.write(scripts[shell2](all().map(completedOf)));
    return 0;
  }
});

// src/commands/diff.ts
import { resolve as resolve10 } from "node:path";

// src/heap/heap-account.ts
function heapAccount(before, after, shownBytes) {
  const heapAllocBytes = after.heapAllocBytes - before.heapAllocBytes;
  const runtimeBytes = foreignBytes(after.trie) - foreignBytes(before.trie);
  const reached = after.trie.retainedBytes - before.trie.retainedBytes;
  return {
    heapAllocBytes,
    shownBytes,
    otherBytes: reached - runtimeBytes - shownBytes,
    runtimeBytes,
    unreachedBytes: heapAllocBytes - reached
  };
}
var foreignBytes = ({ children }) => [...children.values()].filter(({ label: label2 }) => label2.foreign).reduce((sum, { retainedBytes }) => sum + retainedBytes, 0);

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
  const warnings = doubts2(before, after);
  const requests = answeredBetween(before, after);
  const finish = (rows) => rows.filter(({ totalBytes }) => totalBytes > rules.thresholdBytes).map((row2) => ({
    ...row2,
    bytesPerRequest: requests === null ? null : row2.grownBytes / requests,
    exceeds: rules.failOverBytes !== null && row2.grownBytes > rules.failOverBytes
  }));
  if (before.kind === "retention" && after.kind === "retention") {
    const rows = finish(chainRows(before, after).filter(({ chain }) => chain.length >= rules.minChain));
    const shownBytes = rows.reduce((sum, { grownBytes }) => sum + grownBytes, 0);
    return { kind: "retention", rows, warnings, account: heapAccount(before, after, shownBytes) };
  }
  if (before.kind === "profile" && after.kind === "profile") {
    if (rules.minChain > 1) warnings.push("Profiles hold no chains, so their length is no condition.");
    return { kind: "profile", rows: finish(siteRows(before, after)), warnings, account: null };
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
    heldBy: heldBy.map((way) => way.map(({ text: text2 }) => text2))
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
function doubts2(before, after) {
  const list4 = [];
  const one = isOneProcess(before, after);
  if (before.process.buildId !== null && after.process.buildId !== null && before.process.buildId !== after.process.buildId)
    list4.push("The snapshots are of two builds: what changed its name or line shows as growth.");
  else if (one === false) list4.push("The snapshots are of two processes: growth is not exact.");
  else if (one === "unknown")
    list4.push("Whether the snapshots are of one process isn’t known: growth may not be exact.");
  if (before.takenAt > after.takenAt) list4.push("The second snapshot is older than the first.");
  return [...list4, ...mismatch(before, "The first snapshot"), ...mismatch(after, "The second snapshot")];
}
function mismatch(snapshot2, which) {
  if (snapshot2.kind === "profile") return [];
  const { heapAllocBytes, reachableBytes } = snapshot2;
  return addsUp(snapshot2) ? [] : [
    `${which} doesn't add up: the runtime counts ${heapAllocBytes} bytes, of which ${reachableBytes} are reachable. Unless garbage wasn't collected before, its chains can't be trusted.`
  ];
}

// src/probes/heap-file.ts
import { closeSync, existsSync as existsSync2, openSync, readFileSync as readFileSync4, readSync, statSync } from "node:fs";
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
    heldBy: array(tuple([number(), array(array(number()))])),
    /** Labels of goroutines, and the bytes of their stacks. Missing in files of older versions. */
    stacks: array(tuple([number(), number()])).default([])
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
function parseSnapshot(bytes, name2) {
  const found = json2(bytes, name2);
  try {
    const file = fileSchema.parse(found);
    return file.kind === "profile" ? file : unpack(file);
  } catch (cause) {
    throw new LeakgateError("config", `${name2} is no snapshot that this version of Leakgate can read.`, {
      cause,
      hint: "Take it again with `leakgate snapshot`."
    });
  }
}
function json2(bytes, name2) {
  try {
    return JSON.parse(gunzipSync(bytes, { maxOutputLength: 512 << 20 }).toString("utf8"));
  } catch (cause) {
    throw new LeakgateError("config", `${name2} is no snapshot: it isn't gzipped JSON.`, { cause });
  }
}
function pack({ trie, ...rest }) {
  const labels = [];
  const numbers = /* @__PURE__ */ new Map();
  const numberOf = (one) => {
    let number2 = numbers.get(one.text);
    if (number2 === void 0) numbers.set(one.text, number2 = labels.push(one) - 1);
    return number2;
  };
  const node2 = (one) => [
    numberOf(one.label),
    one.objects,
    one.bytes,
    [...one.children.values()].map(node2)
  ];
  const heldBy = [...trie.children.values()].flatMap(
    (child) => child.heldBy === void 0 ? [] : [[numberOf(child.label), child.heldBy.map((way) => way.map(numberOf))]]
  );
  const stacks = [...trie.children.values()].flatMap(
    ({ label: of, stackBytes }) => stackBytes === void 0 ? [] : [[numberOf(of), stackBytes]]
  );
  return { ...rest, trie: node2(trie), heldBy, stacks, labels };
}
function unpack({ trie, labels, heldBy, stacks, ...rest }) {
  const nameless = { text: "?", frame: null, foreign: false };
  const labelOf = (number2) => labels[number2] ?? nameless;
  const node2 = ([number2, objects, bytes, packedChildren]) => {
    const children = new Map(packedChildren.map(node2).map((child) => [child.label.text, child]));
    const below = [...children.values()].reduce((sum, child) => sum + child.retainedBytes, 0);
    return { label: labelOf(number2), objects, bytes, retainedBytes: bytes + below, children };
  };
  const top3 = node2(trie);
  for (const [number2, ways] of heldBy) {
    const child = top3.children.get(labelOf(number2).text);
    if (child !== void 0) child.heldBy = ways.map((way) => way.map(labelOf));
  }
  for (const [number2, bytes] of stacks) {
    const child = top3.children.get(labelOf(number2).text);
    if (child !== void 0) child.stackBytes = bytes;
  }
  return { ...rest, trie: top3 };
}

// src/probes/heap-snapshot.ts
import { setTimeout as sleep } from "node:timers/promises";

// src/probes/find-probe.ts
import { readFileSync as readFileSync2 } from "node:fs";

// src/service/unix-sockets.ts
import { existsSync, readFileSync, readlinkSync } from "node:fs";
import { isAbsolute, join as join10 } from "node:path";
var acceptsConnections = 65536;
function listeningUnixSockets(pid, root = "/proc") {
  const owned2 = new Set(socketInodes(`${root}/${pid}/fd`));
  return readTable(`${root}/${pid}/net/unix`).map((line2) => /^\S+ \S+ \S+ (\S+) 0001 \S+\s+(\d+) (.+)$/.exec(line2) ?? []).filter(([, flags2 = "", inode = ""]) => (Number.parseInt(flags2, 16) & acceptsConnections) !== 0 && owned2.has(inode)).flatMap(([, , , path2 = ""]) => path2.startsWith("@") ? [] : [reachable(path2, `${root}/${pid}`)]);
}
function readTable(path2) {
  try {
    return readFileSync(path2, "utf8").split("\n");
  } catch {
    return [];
  }
}
function reachable(path2, process2) {
  if (!isAbsolute(path2)) return join10(readlinkSync(`${process2}/cwd`), path2);
  return existsSync(path2) ? path2 : `${process2}/root${path2}`;
}

// src/probes/find-probe.ts
var answerMs = 1e3;
async function findProbe(pid, signal) {
  for (const path2 of listeningUnixSockets(pid)) {
    const probe = connectProbe(path2, answerMs);
    const answer2 = await probe.ping(signal).catch(() => {
      signal.throwIfAborted();
      return null;
    });
    if (answer2 !== null && knownAs(pid).includes(answer2.pid)) return probe;
  }
  return null;
}
function knownAs(pid) {
  const status = readFileSync2(`/proc/${pid}/status`, "latin1");
  return [pid, ...(/^NSpid:(.*)$/m.exec(status)?.[1] ?? "").trim().split(/\s+/).map(Number)];
}

// src/probes/running-process.ts
import { readFileSync as readFileSync3, readlinkSync as readlinkSync2 } from "node:fs";
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
    const { code: code3 } = cause;
    const denied = code3 === "EACCES" || code3 === "EPERM";
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
    const stat7 = readFileSync3(`${root}/${pid}/stat`, "latin1");
    const ticks = Number(stat7.slice(stat7.lastIndexOf(")") + 2).split(" ")[22 - 3]);
    const boot = Number(/^btime (\d+)$/m.exec(readFileSync3(`${root}/stat`, "latin1"))?.[1]);
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
async function snapshotOfProcess(asked, signal) {
  const process2 = runningProcess(asked.pid);
  if (process2.replaced) {
    asked.note(`${process2.program} was replaced since the process started: lines may have moved in the source.`);
  }
  const probe = await findProbe(asked.pid, signal);
  if (probe !== null) return chainsOf(process2, probe, asked, signal);
  const profile = await profileOfProcess(asked.pid, signal);
  if (profile !== null) return sitesOf(process2, profile, asked);
  throw new LeakgateError("config", `Process ${asked.pid} (${process2.program}) can't be looked into.`, {
    hint: "It needs the probe (`leakgate snapshot --package` builds and starts it so), or net/http/pprof on a loopback port."
  });
}
async function chainsOf(process2, probe, asked, signal) {
  const { build } = readGoProgram(process2.binary);
  const frames = programFrames(build, asked.directory);
  await awaitRest(probe, { ...asked, frames, goVersion: build.goVersion }, signal);
  const retention = await retentionReader(process2.binary, frames)(probe, signal);
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
var unknown2 = { goVersion: "", buildId: "", modulePath: "", packagePath: "" };
function buildOf({ binary }) {
  try {
    return { build: readProgramBuild(binary) };
  } catch (error) {
    if (!(error instanceof LeakgateError)) throw error;
    return { build: unknown2, why: error.message };
  }
}
var restLimitMs = 3e3;
var pollMs = 100;
async function awaitRest(probe, { pid, force, frames, goVersion, note }, signal) {
  const deadlineMs = performance.now() + restLimitMs;
  for (; ; ) {
    const busy = parseStacks(await probe.stacks(signal), frames).filter(
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
    await sleep(pollMs, void 0, { signal });
  }
}
var canDie = (goVersion) => !/^go1\.(?:1?\d|2[0-5])(?:\D|$)/.test(goVersion);

// src/probes/heap-file.ts
var dumpStart = "go1.7 heap dump";
var maxBytes = 512 << 20;
function readHeapFile(path2, reading) {
  const start2 = firstBytes(path2, reading.name);
  if (start2.length === 0) throw new LeakgateError("config", `${reading.name} is empty.`, { hint: "Take it again." });
  if (start2.toString("latin1").startsWith(dumpStart)) return readDump(path2, reading);
  if (start2.toString("latin1").startsWith("heap profile:")) {
    throw new LeakgateError("config", `${reading.name} is a profile as text, which is for people.`, {
      hint: "Fetch it without `debug=1`."
    });
  }
  const bytes = readFileSync4(path2);
  const unzipped = start2[0] === 31 && start2[1] === 139 ? gunzip(bytes, reading.name) : bytes;
  return unzipped[0] === openingBrace ? parseSnapshot(bytes, reading.name) : readProfile(unzipped, reading);
}
var openingBrace = 123;
function firstBytes(path2, name2) {
  try {
    const file = openSync(path2, "r");
    try {
      const start2 = Buffer.alloc(16);
      return start2.subarray(0, Math.max(0, readSync(file, start2, 0, 16, 0)));
    } finally {
      closeSync(file);
    }
  } catch (cause) {
    const missing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    throw new LeakgateError("config", missing ? `There is no file ${name2}.` : `${name2} can't be read.`, { cause });
  }
}
function gunzip(bytes, name2) {
  try {
    return gunzipSync2(bytes, { maxOutputLength: maxBytes });
  } catch (cause) {
    throw new LeakgateError("config", `${name2} can't be unpacked: it is cut off or damaged.`, { cause });
  }
}
function readDump(path2, { name: name2, program: binary, directory }) {
  if (binary === void 0) {
    throw new LeakgateError("config", `${name2} is a raw heap dump, which holds no names.`, {
      hint: "Name the file that the process ran: --program BINARY."
    });
  }
  if (!existsSync2(binary)) throw new LeakgateError("config", `--program: there is no file ${binary}.`);
  const { program, retention } = givenByHand(() => {
    const found = readGoProgram(binary);
    return { program: found, retention: readRetention(path2, found, programFrames(found.build, directory)) };
  });
  const { goVersion, buildId } = program.build;
  const process2 = { pid: null, startedAt: null, buildId };
  const takenAt = statSync(path2).mtime.toISOString();
  return { ...retentionSnapshot(retention, { process: process2, goVersion, requests: null }), takenAt };
}
function givenByHand(read3) {
  try {
    return read3();
  } catch (error) {
    if (!(error instanceof LeakgateError)) throw error;
    const { message, hint, cause } = error;
    throw new LeakgateError("config", message, { ...hint !== void 0 && { hint }, cause });
  }
}
function readProfile(bytes, { name: name2, directory }) {
  try {
    const frames = programFrames({ modulePath: "", packagePath: "" }, directory);
    return profileSnapshot(bytes, frames, { pid: null, startedAt: null, goVersion: "" });
  } catch (cause) {
    throw new LeakgateError("config", `${name2} is neither a snapshot, nor a heap profile, nor a heap dump.`, {
      cause,
      hint: "Take one with `leakgate snapshot`, or fetch /debug/pprof/heap."
    });
  }
}

// src/reporters/heap-terminal.ts
function renderDiff({ kind, rows, warnings, account }, look2) {
  const paint = painter(look2.color);
  const perRequest = rows.some(({ bytesPerRequest }) => bytesPerRequest !== null);
  const columns = [
    { head: "growth", cell: ({ grownBytes }) => formatValue(grownBytes, "bytes", "always") },
    { head: "now", cell: ({ totalBytes }) => formatValue(totalBytes, "bytes") },
    ...perRequest ? [perRequestColumn] : []
  ];
  const total = rows.reduce((sum, { grownBytes }) => sum + grownBytes, 0);
  const lines = rows.length === 0 ? [paint("dim", "  Nothing grew that counts here.")] : [...table2(rows, columns, { kind, paint, limit: look2.limit }), restLine(rows, look2.limit, paint)];
  const exceeding = rows.filter(({ exceeds }) => exceeds).length;
  return finished([
    ...lines,
    ...warnings.map((warning) => paint("yellow", `  ▲ ${plain(warning)}`)),
    rows.length === 0 ? "" : paint(exceeding > 0 ? "red" : "dim", `  ${formatValue(total, "bytes", "always")} in all${failing(exceeding)}`),
    paint("dim", account === null ? `  ${sampled}` : `  ${accountText(account)}`)
  ]);
}
var sampled = "Estimates: a profile counts samples, and what grew by less than a few of them doesn’t show.";
var exactBytes = (bytes) => `${bytes > 0 ? "+" : ""}${formatCount(bytes)} B`;
function accountText(account) {
  const { heapAllocBytes, shownBytes, otherBytes, runtimeBytes, unreachedBytes } = account;
  const parts = [
    `${exactBytes(shownBytes)} above`,
    `${exactBytes(otherBytes)} of other roots`,
    `${exactBytes(runtimeBytes)} of the runtime and the probe`,
    `${exactBytes(unreachedBytes)} that no root reaches`
  ];
  return `HeapAlloc ${exactBytes(heapAllocBytes)}: ${parts.join(", ")}`;
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
    ...table2(rows, columns, { kind, paint, limit: look2.limit }),
    restLine(rows, look2.limit, paint),
    paint("dim", `  ${formatValue(heapBytes, "bytes")} in all`)
  ]);
}
function table2(rows, columns, { kind, paint, limit }) {
  const shown2 = rows.slice(0, limit);
  const cells3 = [columns.map(({ head: head3 }) => head3), ...shown2.map((row2) => columns.map(({ cell: cell2 }) => cell2(row2)))];
  const widths = columns.map((_, column) => Math.max(...cells3.map((row2) => row2[column].length)));
  const [head2, ...lines] = cells3.map((row2) => row2.map((cell2, column) => cell2.padStart(widths[column])).join("  "));
  const indent = " ".repeat(head2.length + 6);
  return [
    paint("dim", `    ${head2}  ${kind === "retention" ? "kept alive by" : "allocated in"}`),
    ...shown2.flatMap((row2, at) => [
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
function stepText({ text: text2, frame: frame2, objects }) {
  const place3 = frame2 === null || text2.startsWith("internal/") ? "" : `${frame2.file.slice(frame2.file.lastIndexOf("/") + 1)}:${frame2.line}`;
  const told3 = place3 === "" || text2.includes(place3) ? text2 : `${text2} (${place3})`;
  return `${shortText(told3)}${objects > 1 ? ` ×${formatCount(objects)}` : ""}`;
}
var shownCallers = 2;
function stackText([site, ...callers]) {
  if (site === void 0) return "";
  const calls2 = callers.slice(0, shownCallers).map(({ frame: frame2, text: text2 }) => placeText(text2, frame2));
  const count = site.objects > 1 ? ` ×${formatCount(Math.round(site.objects))}` : "";
  return [`${placeText(site.text, site.frame)}${count}`, ...calls2].join(" ← ");
}
var placeText = (text2, frame2) => shortText(frame2 === null ? text2 : `${text2} ${frame2.file.slice(frame2.file.lastIndexOf("/") + 1)}:${frame2.line}`);
var shortText = (text2) => plain(text2, 120);
function restLine(rows, limit, paint) {
  const rest = rows.slice(limit);
  if (rest.length === 0) return "";
  const bytes = rest.reduce((sum, { grownBytes }) => sum + grownBytes, 0);
  return paint("dim", `    … and ${formatCount(rest.length)} more, ${formatValue(bytes, "bytes")}`);
}
var finished = (lines) => `${lines.filter((line2) => line2 !== "").join("\n")}
`;
var shownBranches = 6;
var smallestShare = 0.01;
function renderTree(root, look2) {
  const paint = painter(look2.color);
  const lines = [];
  const add = (trie, lead3, below) => {
    lines.push({ bytes: formatValue(trie.retainedBytes, "bytes"), name: `${paint("dim", lead3)}${trieText(trie)}` });
    const all = [...trie.children.values()].toSorted((a, b) => b.retainedBytes - a.retainedBytes);
    const shown2 = all.filter(({ retainedBytes }) => retainedBytes >= root.retainedBytes * smallestShare).slice(0, shownBranches);
    shown2.forEach((child, k) => {
      const last = k === shown2.length - 1 && shown2.length === all.length;
      add(child, `${below}${last ? "└─ " : "├─ "}`, `${below}${last ? "   " : "│  "}`);
    });
    const rest = all.slice(shown2.length);
    if (rest.length === 0) return;
    const bytes = rest.reduce((sum, { retainedBytes }) => sum + retainedBytes, 0);
    lines.push({
      bytes: formatValue(bytes, "bytes"),
      name: paint("dim", `${below}└─ … ${formatCount(rest.length)} more`)
    });
  };
  add(root, "", "");
  const width2 = Math.max(...lines.map(({ bytes }) => bytes.length));
  const held = (root.heldBy ?? []).map(
    (way, k) => paint(
      "dim",
      `${" ".repeat(width2 + 4)}${k === 0 ? "held together by" : "             and"} ${way.map(({ text: text2 }) => shortText(text2)).join(" → ")}`
    )
  );
  return finished([...lines.map(({ bytes, name: name2 }) => `  ${bytes.padStart(width2)}  ${name2}`), ...held]);
}
var trieText = ({ label: { text: text2, frame: frame2 }, objects }) => stepText({ text: text2, frame: frame2, objects, retainedBytes: 0 });

// src/reporters/html/heap-roots.ts
var shownCallers2 = 3;
function roots(rows, look2) {
  const columns = columnsOf2(rows, look2);
  const rest = rows.slice(look2.most);
  const restBytes = rest.reduce((sum, { grownBytes }) => sum + grownBytes, 0);
  return html2`<section aria-labelledby="roots">
    <h2 id="roots">${titleOf(look2)}</h2>
    ${rows.length === 0 ? html2`<p class="hint">Nothing ${look2.compared ? "grew" : "is held"} that counts here.</p>` : html2`<div class="scroll" tabindex="0" role="group" aria-labelledby="roots">
            <table class="roots">
              <thead>
                <tr>
                  ${columns.map(({ head: head2 }) => html2`<th scope="col" class="right">${head2}</th> `)}
                  <th scope="col">${look2.kind === "retention" ? "Kept alive by" : "Allocated in"}</th>
                </tr>
              </thead>
              <tbody>
                ${rows.slice(0, look2.most).map((row2) => line(row2, columns, look2))}
              </tbody>
            </table>
          </div>`}
    ${rest.length > 0 && html2`<p class="hint">… and ${formatCount(rest.length)} more, ${formatValue(restBytes, "bytes")}.</p>`}
  </section>`;
}
function titleOf({ kind, compared }) {
  if (kind === "profile") return compared ? "Lines that hold more" : "Lines that hold most";
  return compared ? "Roots that keep more" : "Roots that keep most";
}
function columnsOf2(rows, { kind, compared, heapBytes }) {
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
    cell: ({ grownBytes }) => html2`<b>${formatValue(grownBytes, "bytes", "always")}</b>`
  };
  return [growth2, now, ...rows.some(({ bytesPerRequest }) => bytesPerRequest !== null) ? [perRequest] : [], objects];
}
function objectsOf({ chain }, compared) {
  const last = chain.at(-1);
  if (last === void 0 || last.objects === 0) return html2`–`;
  const many = Math.round(last.objects);
  const each = many > 1 && html2` <small>${formatValue(Math.round(last.retainedBytes / last.objects), "bytes")} each</small>`;
  return html2`${formatValue(many, "count", compared ? "always" : "negative")}${each}`;
}
function line(row2, columns, { kind }) {
  const { chain, heldBy, exceeds } = row2;
  const ways = heldBy.slice(0, 3).map(
    (way, at) => html2` <small
          >${at === 0 ? "held together by" : "and"}
          ${way.slice(0, 10).map((text2, k) => html2`${k > 0 && " → "}${code2(text2, 120)}`)}</small
        >`
  );
  return html2`<tr class="${exceeds ? "fail" : "grew"}">
    ${columns.map(({ cell: cell2 }) => html2`<td class="right">${cell2(row2)}</td> `)}
    <th scope="row">
      ${exceeds && html2`<span class="hidden">Exceeds the limit: </span>`}${kind === "retention" ? down(chain) : calls(chain)}${ways}
    </th>
  </tr> `;
}
var down = (chain) => chain.slice(0, 12).map((step, at) => html2`${at > 0 && " → "}${named(step)}`);
function calls([site, ...callers]) {
  if (site === void 0) return html2`–`;
  return html2`${named(site)}${callers.slice(0, shownCallers2).map((caller) => html2` <small>← ${named(caller)}</small>`)}`;
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
  let page2 = "";
  for (const amount of amounts) {
    page2 = pageOf(finding, amount);
    if (Buffer.byteLength(page2) <= mostBytes) break;
  }
  return page2;
}
function pageOf(finding, { nodes, rows: most3 }) {
  const { before, after, rows, limit, version: version2 } = finding;
  const { kind } = after.snapshot;
  const compared = before !== null;
  const pruning = { most: nodes, smallestShare: 1e-3, deepest: 10 };
  const root = growthTree(before?.snapshot ?? null, after.snapshot, pruning);
  const heading = headingOf(finding);
  return shell({
    title: heading,
    lang: "en",
    styles: heapStyles,
    skipLink: "Skip to the roots",
    header: header(finding, heading),
    main: [
      roots(rows, { kind, heapBytes: heapBytesOf(after.snapshot), compared, most: Math.min(limit, most3) }),
      html2``,
      walk({ kind, say: sayIn("en"), root, compared })
    ],
    footer: html2`<footer class="wrap">leakgate ${foreign(version2, 40)}</footer>`
  });
}
function headingOf({ before, after, rows }) {
  const verb = after.snapshot.kind === "retention" ? "keeps" : "holds";
  const [first] = rows;
  if (first === void 0)
    return before === null ? "Nothing is held that counts here" : "Nothing grew that counts here";
  const name2 = plain(first.chain[0]?.text ?? "", 120) || "–";
  if (before !== null) return `${name2} ${verb} ${formatValue(first.grownBytes, "bytes")} more`;
  return `${name2} ${verb} ${formatValue(first.totalBytes, "bytes")}`;
}
function header(finding, heading) {
  const tone = toneOf2(finding);
  return html2`<header class="top">
    <div class="wrap">
      <div class="${tone === null ? "plainly" : "verdict"}">
        ${tone !== null && icon(tone)}
        <div>
          <h1><bdi>${heading}</bdi></h1>
          <p class="lead">${lead(finding)}</p>
        </div>
      </div>
      ${finding.warnings.length > 0 && html2`<ul class="warnings">
          ${finding.warnings.map((one) => html2`<li>${icon("warn")}<span>${prose(one)}</span></li> `)}
        </ul>`}
      <dl class="about">
        ${about(finding).map(
    ([term, said]) => html2`<div>
              <dt>${term}</dt>
              <dd>${said}</dd>
            </div> `
  )}
      </dl>
    </div>
  </header>`;
}
function toneOf2({ rows, failOverBytes }) {
  if (failOverBytes === null) return null;
  return rows.some(({ exceeds }) => exceeds) ? "fail" : "ok";
}
function lead({ before, after, rows, failOverBytes }) {
  const noun = after.snapshot.kind === "retention" ? "root" : "line";
  const many = `${formatCount(rows.length)} ${rows.length === 1 ? noun : `${noun}s`}`;
  if (before === null) return html2`${formatValue(heapBytesOf(after.snapshot), "bytes")} in all, through ${many}.`;
  const total = formatValue(
    rows.reduce((sum, { grownBytes }) => sum + grownBytes, 0),
    "bytes",
    "always"
  );
  const exceeding = rows.filter(({ exceeds }) => exceeds).length;
  const limit = failOverBytes === null ? "" : `No more than ${formatValue(failOverBytes, "bytes")} of growth is allowed. `;
  return html2`${exceeding > 0 && html2`<b>${exceeding} of ${formatCount(rows.length)} ${exceeding === 1 ? "exceeds" : "exceed"} the limit.</b> `}${limit}${rows.length > 0 && `${total} in all, through ${many}.`}`;
}
function about(finding) {
  const { before, after } = finding;
  const taken = before === null ? [["Snapshot", takenOf(after)]] : [
    ["Before", takenOf(before)],
    ["After", takenOf(after)]
  ];
  const both = (say) => {
    const [then, now] = [before === null ? null : say(before), say(after)];
    return html2`${then !== null && then !== now && html2`${foreign(then, 80)} → `}${foreign(now, 80)}`;
  };
  return [
    ...taken,
    ["Process", both(processOf)],
    ["Go", both(({ snapshot: snapshot2 }) => snapshot2.goVersion)],
    ["Heap", html2`${before !== null && `${heapOf(before)} → `}${heapOf(after)}`],
    ["Figures", html2`${exactness(finding)}`],
    ...finding.account ? [["Adds up", html2`${accountText(finding.account)}`]] : []
  ];
}
function takenOf({ name: name2, snapshot: { takenAt, requests } }) {
  return html2`${code2(name2, 80)}
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

// src/commands/diff.ts
var options5 = {
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
  --threshold SIZE       only roots that keep more than this now
  --min-chain N          only chains of at least N steps, the root included
  --fail-over SIZE       exit 1 when a root that is shown grew by more than this
  --gate                 the rule for leaks: --threshold 5MB --min-chain 3 --fail-over 1MB
  --program FILE         what the process ran, for raw dumps; twice when the two ran different files
  --limit N              lines of the table (20)
  --format table|json
  --html FILE            also write one page to walk through with a browser; it needs nothing else`,
  async run(args, { env, cwd, stdout, stderr }) {
    const { values, positionals } = parseCommand("diff", { args, options: options5, allowPositionals: true });
    const format = choice("format", values.format, ["table", "json"]);
    const [before, after, ...more] = positionals;
    if (before === void 0 || after === void 0 || more.length > 0) {
      throw new LeakgateError("config", `diff takes two files, got ${positionals.length}.`, {
        hint: "leakgate diff BEFORE AFTER"
      });
    }
    const rules = rulesOf(values);
    const read3 = (name2, program) => readHeapFile(resolve10(cwd, name2), {
      name: name2,
      directory: cwd,
      ...program !== void 0 && { program: resolve10(cwd, program) }
    });
    const [first, second = first] = values.program;
    const snapshots = [read3(before, first), read3(after, second)];
    const found = diffSnapshots(...snapshots, rules);
    const fails = found.rows.some(({ exceeds }) => exceeds);
    const look2 = { color: localHost({ env, stdout, stderr }).color, limit: countOption("limit", values.limit) ?? 20 };
    stdout.write(format === "json" ? json3(found, rules, fails) : renderDiff(found, look2));
    if (values.html !== void 0) {
      const [was, is] = snapshots;
      const named2 = { before: { name: before, snapshot: was }, after: { name: after, snapshot: is } };
      const page2 = renderHeapPage({
        ...named2,
        ...found,
        failOverBytes: rules.failOverBytes,
        limit: look2.limit,
        version
      });
      await writeHtml(resolve10(cwd, values.html), page2);
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
function json3({ kind, rows, warnings, account }, rules, fails) {
  const outcome = fails ? "fail" : "pass";
  return `${JSON.stringify({ leakgate: "diff", schemaVersion: 1, kind, outcome, rules, warnings, account, rows }, null, 2)}
`;
}

// src/doctor/machine.ts
import { readFile as readFile7, statfs } from "node:fs/promises";
import { createServer } from "node:http";
import { availableParallelism, loadavg, tmpdir as tmpdir3, totalmem } from "node:os";

// src/doctor/advice.ts
var good = (name2, found) => ({ name: name2, state: "good", found });
var fair = (name2, found, todo) => ({ name: name2, state: "fair", found, todo });
var bad = (name2, found, todo) => ({ name: name2, state: "bad", found, todo });
var unknown3 = (name2, found) => ({ name: name2, state: "unknown", found });

// src/doctor/machine.ts
var readText = async (path2) => readFile7(path2, "utf8").catch(() => null);
var gib = 1024 ** 3;
var inGib = (bytes) => `${(bytes / gib).toFixed(1)} GiB`;
async function processors(read3, count = availableParallelism()) {
  const [quota, period] = (await read3("/sys/fs/cgroup/cpu.max") ?? "max 100000").trim().split(" ");
  const given = quota === "max" ? count : Number(quota) / Number(period);
  const found = `${count} ${count === 1 ? "processor" : "processors"}${given < count ? `, of which the container is given ${given.toFixed(1)}` : ""}`;
  if (given < count)
    return fair(
      "processors",
      found,
      "A quota stops a service in the middle of a request. Give the job whole processors, or set GOMAXPROCS to what it is given."
    );
  return count < 2 ? fair(
    "processors",
    found,
    "Service and generator share it, so speed is seen less well. Two processors or more are better."
  ) : good("processors", found);
}
function load(averages = loadavg(), count = availableParallelism()) {
  const [last = 0] = averages;
  const found = `load ${last.toFixed(1)} on ${count} processors in the last minute`;
  return last > count / 2 ? fair(
    "load",
    found,
    "Something else is running. What is measured meanwhile scatters, and more runs end undecided."
  ) : good("load", found);
}
function memory(env, total = totalmem()) {
  const limit = memoryLimit({ limitBytes: void 0, env });
  const found = limit === void 0 ? inGib(total) : `${inGib(limit.bytes)} by the container's limit, of ${inGib(total)}`;
  return Math.min(total, limit?.bytes ?? total) < 2 * gib ? fair("memory", found, "Two copies of the service and a build must fit. 4 GiB are comfortable.") : good("memory", found);
}
async function clock(read3) {
  const source = (await read3("/sys/devices/system/clocksource/clocksource0/current_clocksource"))?.trim();
  if (source === void 0) return unknown3("clock", "the system doesn’t tell what its clock reads");
  return ["tsc", "kvm-clock", "hyperv_clocksource_tsc_page", "arch_sys_counter"].includes(source) ? good("clock", `the clock reads ${source}`) : fair(
    "clock",
    `the clock reads ${source}`,
    "Each look at it is a call into the kernel or slower: fast services seem slower than they are."
  );
}
async function disk(folder = tmpdir3()) {
  const found = await statfs(folder).catch(() => null);
  if (found === null) return bad("disk", `${folder} can't be read`, "Set TMPDIR to a folder that can be written to.");
  const free = found.bavail * found.bsize;
  const said = `${inGib(free)} free in ${folder}`;
  return free < 2 * gib ? fair("disk", said, "Two builds and a checkout of the baseline go there; large services need more.") : good("disk", said);
}
async function descriptors(read3) {
  const limit = /^Max open files\s+(\d+|unlimited)/m.exec(await read3("/proc/self/limits") ?? "")?.[1];
  if (limit === void 0) return unknown3("descriptors", "the system doesn’t tell how many files may be open");
  return Number(limit) < 4096 ? fair("descriptors", `${limit} files may be open`, "Wide loads need one for each connection: `ulimit -n 65536`.") : good("descriptors", `${limit} files may be open`);
}
async function loopback(env) {
  const server = createServer((_request, response) => response.end("here")).listen(0, "127.0.0.1");
  try {
    await new Promise((resolve24, reject) => server.once("listening", resolve24).once("error", reject));
    const { port } = server.address();
    const answer2 = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(2e3) });
    if (await answer2.text() !== "here") throw new Error("somebody else answered");
  } catch (error) {
    return bad(
      "loopback",
      `127.0.0.1 can't be reached: ${error.message}`,
      "Leakgate loads the service over the loopback interface alone."
    );
  } finally {
    server.close();
  }
  const proxy = ["HTTP_PROXY", "http_proxy"].find((name2) => (env[name2] ?? "") !== "");
  const spared = /127\.0\.0\.1|localhost|\*/.test(env["NO_PROXY"] ?? env["no_proxy"] ?? "");
  return proxy !== void 0 && !spared ? fair(
    "loopback",
    `127.0.0.1 answers; ${proxy} is set`,
    "If the service calls others on this machine, set NO_PROXY=127.0.0.1,localhost."
  ) : good("loopback", "127.0.0.1 answers");
}

// src/doctor/noise.ts
import { mkdtemp as mkdtemp3, rm as rm4 } from "node:fs/promises";
import { tmpdir as tmpdir4 } from "node:os";
import { join as join11 } from "node:path";
var windows = 24;
var mostMs = 9e4;
var percent = (share) => `${(100 * share).toFixed(1)} %`;
async function noise(config, { env, progress }, signal) {
  const directory = await mkdtemp3(join11(tmpdir4(), "leakgate-doctor-"));
  try {
    var _stack = [];
    try {
      const pair = __using(_stack, await sameTwice(config, { directory, env, progress }, signal), true);
      const gates = speedGates({});
      const plan = { gates, planned: windows, mostMs, maxErrorShare: 0.01, progress };
      const measured2 = await measurePair(pair, plan, signal);
      if (measured2.kind !== "measured")
        return bad(
          "noise",
          `the service couldn't be measured beside itself${measured2.kind === "unavailable" ? `: ${measured2.reason}` : ""}`,
          "`leakgate run` tells more."
        );
      const spreads = [...gateEffects(measured2, gates)].map(([{ metric, limit }, { interval }]) => {
        const [low, high] = interval.map((end) => relativeChange(metric, end));
        return { title: metric.title, limit, spread: Math.abs(high - low) / 2 };
      });
      const told3 = spreads.map(({ title, spread }) => `${title} ±${percent(spread)}`).join(", ");
      const found = `the service beside itself, ${windows} windows: ${told3}`;
      const blind = spreads.filter(({ limit, spread }) => spread > limit);
      if (blind.length === 0) return good("noise", found);
      const limits = blind.map(({ title, limit }) => `${title} ${percent(limit)}`).join(", ");
      return fair(
        "noise",
        found,
        `What scatters by more than its limit (${limits}) will often end undecided here. Fewer neighbours, more processors, or a longer speed-budget help.`
      );
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } catch (error) {
    signal.throwIfAborted();
    const { message, hint } = asLeakgateError(error);
    return bad("noise", message.replace(/\.$/, ""), hint ?? "`leakgate run` tells more.");
  } finally {
    await rm4(directory, { recursive: true, force: true });
  }
}

// src/doctor/repository.ts
async function history(cwd, env, signal) {
  try {
    const { root, sha } = await repositoryFacts(cwd, env, signal);
    if (sha === "")
      return fair("history", "there is no commit yet", "Commit something: a baseline belongs to a commit.");
    return await openHistory(root, env, signal).isShallow() ? fair(
      "history",
      "this clone is shallow",
      "Leakgate fetches what it needs; `fetch-depth: 0` of actions/checkout spares it that, and `bisect` needs it."
    ) : good("history", "the whole history is here");
  } catch (error) {
    const { message, hint } = asLeakgateError(error);
    return bad("history", message.replace(/\.$/, ""), hint ?? "Run it in a git repository.");
  }
}
function settings(cwd, env) {
  try {
    const { routes } = resolveConfig({ inputs: {}, cwd, env });
    const labels = routes.map(({ label: label2 }) => label2);
    return labels.length === 1 && labels[0] === "GET /" ? fair("settings", "nothing says which requests to send, so it is GET /", "`leakgate init` finds them.") : good("settings", `${labels.length} ${labels.length === 1 ? "request" : "requests"} to send`);
  } catch (error) {
    const { message, hint } = asLeakgateError(error);
    return bad("settings", message.replace(/\.$/, ""), hint ?? "Mend the config file.");
  }
}
async function token(env, value) {
  if (env["GITHUB_ACTIONS"] !== "true") return good("token", "no workflow runs this, so no token is needed");
  if (value === void 0)
    return fair(
      "token",
      "the step has no token",
      "Without one there is no comment: `env: { GITHUB_TOKEN: ${{ github.token }} }`."
    );
  const [owner = "", name2 = ""] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
  try {
    const octokit = await connect({
      token: value,
      apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
      repository: { owner, name: name2 }
    });
    const { data } = await octokit.rest.repos.get({ owner, repo: name2 });
    if (data.permissions === void 0) return unknown3("token", "the forge doesn’t tell what the token may do");
    return data.permissions.push ? good("token", "the token may write: baselines can be stored") : fair(
      "token",
      "the token may only read",
      "`permissions: { contents: write, pull-requests: write }` lets it store baselines and comment. Forks never get that."
    );
  } catch (error) {
    return fair(
      "token",
      `the forge refuses the token (${statusOf(error) ?? error.message})`,
      "Give the job `permissions: { contents: write, pull-requests: write }`."
    );
  }
}

// src/doctor/tools.ts
var oldestNode = [20, 19];
function node(version2 = process.version) {
  const [major = 0, minor = 0] = version2.slice(1).split(".").map(Number);
  return major > oldestNode[0] || major === oldestNode[0] && minor >= oldestNode[1] ? good("node", `Node ${version2.slice(1)}`) : bad("node", `Node ${version2.slice(1)}`, "Leakgate needs Node 20.19 or newer.");
}
async function go2(cwd, env, signal) {
  try {
    const { GOVERSION, GOEXPERIMENT } = await readGoEnv({ cwd, env }, signal);
    const found = `Go ${GOVERSION.slice(2)}`;
    return leakProof(GOVERSION, GOEXPERIMENT).leakProof ? good("go", `${found}, whose collector proves goroutine leaks`) : fair(
      "go",
      `${found}, which can’t prove goroutine leaks`,
      "They are found by their growth all the same. Go 1.26 proves them; the go line of go.mod can stay."
    );
  } catch (error) {
    const { message, hint } = asLeakgateError(error);
    return bad("go", message.replace(/\.$/, ""), hint ?? "Install Go 1.22 or newer.");
  }
}
async function git(env, signal) {
  try {
    const { stdout } = await runCommand("git", ["--version"], { cwd: "/", env }, signal);
    return good("git", stdout.trim());
  } catch {
    signal.throwIfAborted();
    return bad(
      "git",
      "the program `git` is not on PATH",
      "Baselines are chosen by history and kept in git refs: install git."
    );
  }
}
function browser(path2) {
  return path2 === null ? fair("browser", "no Chrome or Chromium is installed", "Only `report --pdf` needs one.") : good("browser", `${path2} prints PDF`);
}

// src/doctor/index.ts
async function* examine(options14, signal) {
  const { cwd, env, progress } = options14;
  yield node();
  yield await go2(cwd, env, signal);
  yield await git(env, signal);
  yield await history(cwd, env, signal);
  const asked = settings(cwd, env);
  yield asked;
  yield await token(env, options14.token);
  yield await processors(readText);
  yield load();
  yield memory(env);
  yield await clock(readText);
  yield await disk();
  yield await descriptors(readText);
  yield await loopback(env);
  yield browser(options14.chrome);
  if (!options14.noise || asked.state === "bad") return;
  const config = resolveConfig({ inputs: {}, cwd, env });
  if (config.deployed !== null) return;
  progress("measuring the service beside itself");
  yield await noise(config, { env, progress }, signal);
}

// src/commands/print-pdf.ts
import { execFile } from "node:child_process";
import { access, constants, mkdtemp as mkdtemp4, rm as rm5, stat as stat5 } from "node:fs/promises";
import { tmpdir as tmpdir5 } from "node:os";
import { delimiter, join as join12 } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
var limitMs = 6e4;
var names = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome", "microsoft-edge"];
var macApplications = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
  (name2) => `/Applications/${name2}.app/Contents/MacOS/${name2}`
);
async function findChrome(env) {
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = names.flatMap((name2) => folders.map((folder) => join12(folder, name2)));
  const chosen = env["CHROME_BIN"];
  for (const path2 of [...chosen === void 0 || chosen === "" ? [] : [chosen], ...onPath, ...macApplications]) {
    if (await isProgram(path2)) return path2;
  }
  return null;
}
async function isProgram(path2) {
  try {
    await access(path2, constants.X_OK);
    return (await stat5(path2)).isFile();
  } catch {
    return false;
  }
}
async function printPdf({ page: page2, to, env }, signal) {
  const chrome = await findChrome(env);
  if (chrome === null) return "No PDF: no Chrome or Chromium is installed. CHROME_BIN may name one.";
  const profile = await mkdtemp4(join12(tmpdir5(), "leakgate-chrome-"));
  try {
    await rm5(to, { force: true });
    await promisify(execFile)(chrome, argumentsFor(page2, to, profile), {
      env,
      signal,
      timeout: limitMs,
      killSignal: "SIGKILL",
      maxBuffer: 16 * 1024 * 1024
    });
    return await isFile3(to) ? null : `No PDF: ${chrome} ended without writing it.`;
  } catch (error) {
    signal.throwIfAborted();
    const { killed, code: code3 } = error;
    const why = killed === true ? `didn't finish within ${limitMs / 1e3} s` : `failed (exit ${String(code3 ?? "unknown")})`;
    return `No PDF: ${chrome} ${why}.`;
  } finally {
    await rm5(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
function argumentsFor(page2, to, profile) {
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
    pathToFileURL(page2).href
  ];
}
async function isFile3(path2) {
  return stat5(path2).then(
    (found) => found.isFile() && found.size > 0,
    () => false
  );
}

// src/commands/doctor.ts
var options6 = {
  format: { type: "string", default: "table" },
  quick: { type: "boolean", default: false }
};
var doctor = {
  name: "doctor",
  summary: "is this machine fit to measure on, and how small a change could it see?",
  help: `
leakgate doctor [--quick] [--format table|json]

Looks at Node, Go, git, the clone's history, the config file, the workflow's token, processors and their quota, load,
memory, clock, disk, open files, and the loopback interface, and says what to do about each that is wanting. Then it
builds the service in this folder and measures it beside itself: how small a slow-down a run could see here.

  leakgate doctor
  leakgate doctor --quick      without that measurement
  leakgate doctor --format json

Exit code: 0 when runs work here, 1 when something keeps them from it.`,
  async run(args, terminal, signal) {
    const { values } = parseCommand("doctor", { args, options: options6 });
    const format = choice("format", values.format, ["table", "json"]);
    const { cwd, env, stdout } = terminal;
    const host = hostOf(terminal);
    const all = [];
    const chrome = await findChrome(env);
    const asked = {
      cwd,
      env,
      token: tokenOf(env),
      chrome,
      noise: !values.quick,
      progress: (text2) => host.progress(text2)
    };
    for await (const advice of examine(asked, signal)) {
      all.push(advice);
      if (format === "table") host.info(told(advice, host.color));
    }
    if (format === "json") stdout.write(`${JSON.stringify(all, null, 2)}
`);
    return all.some(({ state }) => state === "bad") ? 1 : 0;
  }
};
var looks = { good: ["✔", "green"], fair: ["▲", "yellow"], bad: ["✘", "red"], unknown: ["–", "dim"] };
function told({ name: name2, state, found, todo }, color) {
  const paint = painter(color);
  const [sign, tone] = looks[state];
  const line2 = `  ${paint(tone, sign)} ${paint("bold", name2.padEnd(11))} ${plain(found, 400)}`;
  return todo === void 0 ? line2 : `${line2}
                ${paint("dim", plain(todo, 400))}`;
}

// src/commands/explain.ts
import { existsSync as existsSync3, readFileSync as readFileSync5 } from "node:fs";
import { fileURLToPath } from "node:url";

// src/reporters/pattern-terminal.ts
function parsePatterns(markdown) {
  const [, ...sections] = markdown.split(/^## /m);
  return sections.map((section) => {
    const [name2 = "", ...lines] = section.trim().split("\n");
    const text2 = lines.join("\n").trim();
    return { name: name2, text: text2, summary: /^.*?[.:](?=\s|$)/.exec(text2)?.[0].replace(/:$/, ".") ?? "" };
  });
}
function renderPatternList(patterns, { color }) {
  const paint = painter(color);
  const width2 = Math.max(...patterns.map(({ name: name2 }) => name2.length));
  const lines = patterns.map(({ name: name2, summary: summary2 }) => `  ${paint("bold", name2.padEnd(width2))}  ${plainText(summary2)}`);
  return `${[...lines, "", paint("dim", "  leakgate explain PATTERN shows the wrong code and the right one.")].join("\n")}
`;
}
function renderPattern({ name: name2, text: text2 }, { color }) {
  const paint = painter(color);
  let inCode = false;
  const lines = text2.split("\n").flatMap((line2) => {
    if (line2.startsWith("```")) {
      inCode = !inCode;
      return [];
    }
    if (!inCode) return [`  ${wrapped(plainText(line2))}`];
    if (line2 === "// wrong") return [paint("red", "  ✘ wrong")];
    if (line2 === "// right") return [paint("green", "  ✔ right")];
    return [paint("dim", "  │ ") + line2.replaceAll("	", "    ")];
  });
  return `
  ${paint("bold", name2)}

${lines.map((line2) => line2.trimEnd()).join("\n")}

`;
}
var plainText = (markdown) => markdown.replaceAll(/[`*]/g, "");
var lineWidth = 96;
function wrapped(line2) {
  let room = lineWidth;
  return line2.split(" ").map((word, at) => {
    room -= word.length + 1;
    if (room >= 0 || at === 0) return `${at === 0 ? "" : " "}${word}`;
    room = lineWidth - word.length - 1;
    return `
  ${word}`;
  }).join("");
}

// src/commands/explain.ts
var explain = {
  name: "explain",
  summary: "a pattern of leaks: what it looks like, how it is mended, how it is seen",
  help: `
leakgate explain [PATTERN]

Prints the page of a pattern that a report names: the wrong code, the right code, and how Leakgate tells it from others.
Without a name it lists all of them.

  leakgate explain
  leakgate explain lost-cancel
  leakgate explain blocked-send`,
  async run(args, terminal) {
    const { positionals } = parseCommand("explain", { args, options: {}, allowPositionals: true });
    if (positionals.length > 1)
      throw new LeakgateError("config", `explain takes one pattern, got ${positionals.join(" ")}.`);
    const patterns = parsePatterns(readFileSync5(page(), "utf8"));
    const { color } = localHost(terminal);
    const [name2] = positionals;
    if (name2 === void 0) {
      terminal.stdout.write(renderPatternList(patterns, { color }));
      return 0;
    }
    const found = patterns.find((one) => one.name === name2.toLowerCase());
    if (found === void 0) {
      throw new LeakgateError("config", `${JSON.stringify(name2)} is no pattern.`, {
        hint: `Patterns: ${patterns.map((one) => one.name).join(", ")}.`
      });
    }
    terminal.stdout.write(renderPattern(found, { color }));
    return 0;
  }
};
function page() {
  const candidates = ["../../docs/patterns.md", "./patterns.md"].map(
    (path2) => fileURLToPath(new URL(path2, import.meta.url))
  );
  const found = candidates.find((path2) => existsSync3(path2));
  if (found !== void 0) return found;
  throw new LeakgateError("internal", `The patterns are in none of ${candidates.join(", ")}.`, {
    hint: "The installation of Leakgate is incomplete: `patterns.md` belongs beside its JavaScript files."
  });
}

// src/commands/goroutines.ts
import { resolve as resolve11 } from "node:path";
import { setTimeout as sleep2 } from "node:timers/promises";

// src/probes/stack-source.ts
var twice = [1, 2];
async function stacksOfProcess({ pid, directory }, signal) {
  const { binary } = runningProcess(pid);
  const frames = programFrames(buildOf2(binary), directory);
  const probe = await findProbe(pid, signal);
  if (probe !== null) {
    const { leakProof: leakProof2 } = await probe.ping(signal);
    return {
      name: `probe of process ${pid}`,
      provesLeaks: leakProof2,
      frames,
      async look(until) {
        for (const _ of leakProof2 ? twice : []) await probe.leakProfile(until);
        return probe.stacks(until);
      }
    };
  }
  for (const { host, port } of listeningEndpoints([pid])) {
    const base = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
    const source = await stacksOfUrl(base, frames, signal).catch(() => null);
    signal.throwIfAborted();
    if (source !== null) return source;
  }
  throw new LeakgateError("config", `Process ${pid} has no probe and serves no /debug/pprof on this machine.`, {
    hint: "Import net/http/pprof in the service, or run a build with the probe. `kill -QUIT` prints the stacks too, and ends the process."
  });
}
async function stacksOfUrl(given, frames, signal) {
  const stacks = profileUrl(given, "goroutine?debug=2");
  const proof = profileUrl(given, "goroutineleak?debug=0");
  const provesLeaks = await answers(proof, signal);
  const read3 = async (until) => {
    for (const _ of provesLeaks ? twice : []) await answers(proof, until);
    return fetchText(stacks, until);
  };
  let first = await read3(signal);
  return {
    name: stacks.href,
    provesLeaks,
    frames,
    async look(until) {
      const text2 = first ?? await read3(until);
      first = null;
      return text2;
    }
  };
}
var answerMs2 = 3e4;
var maxTextBytes = 128 << 20;
async function fetchText(url2, signal) {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(answerMs2)]);
  try {
    const response = await fetch(url2, { signal: bounded, redirect: "error" });
    if (!response.ok) throw new Error(`status ${response.status}`);
    const chunks = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      if (bytes > maxTextBytes) throw new Error(`more than ${maxTextBytes >> 20} MB`);
      chunks.push(chunk);
    }
    const text2 = Buffer.concat(chunks).toString("utf8");
    if (!text2.startsWith("goroutine ")) throw new Error("the answer is no stack dump");
    return text2;
  } catch (cause) {
    signal.throwIfAborted();
    const why = bounded.aborted ? `no answer within ${answerMs2 / 1e3} s` : reason(cause);
    throw new LeakgateError("measurement", `${url2.href} gave no goroutine stacks: ${why}.`, {
      cause,
      hint: "A service answers there once it imports net/http/pprof and serves its default mux."
    });
  }
}
async function answers(url2, signal) {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(answerMs2)]);
  try {
    const response = await fetch(url2, { signal: bounded, redirect: "error" });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    signal.throwIfAborted();
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
function reason(error) {
  const cause = error instanceof Error ? error.cause : void 0;
  const told3 = cause instanceof Error ? cause : error;
  return told3 instanceof Error ? told3.message : String(told3);
}

// src/reporters/goroutine-terminal.ts
var heads = ["goroutines", "state", "waits in", "started in", "waits since", "same", "leak"];
function renderGroups(groups, { color, provesLeaks, stacks }) {
  const paint = painter(color);
  if (groups.length === 0) return "  No goroutine is in such a state.\n";
  const rows = [[...heads], ...groups.map(cells)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row2) => row2[column].length)));
  const [head2, ...lines] = rows.map(
    (row2) => row2.map((cell2, column) => cell2.padEnd(widths[column])).join("  ").trimEnd()
  );
  const total = groups.reduce((sum, { counts }) => sum + counts.at(-1), 0);
  return [
    paint("dim", `  ${head2}`),
    ...lines.flatMap((line2, at) => {
      const group = groups[at];
      const below = stacks || suspicious(group) ? stackLines(group).map((call) => paint("dim", call)) : [];
      return [`  ${suspicious(group) ? paint("red", line2) : line2}`, ...below];
    }),
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
var stackLines = ({ stack = [] }) => stack.length < 2 ? [] : stack.map((frame2) => `      ${place(frame2)}`);
var suspicious = (group) => suspicion(group) !== "";
var place = (frame2) => frame2 === null ? "" : `${shortFunction(frame2.function)} ${plain(frame2.file.split("/").slice(-2).join("/"), 60)}:${frame2.line}`;

// src/reporters/html/goroutine-page.ts
function renderGoroutinePage(seen) {
  const { groups, version: version2 } = seen;
  const heading = headingOf2(seen);
  return shell({
    title: heading,
    lang: "en",
    styles,
    skipLink: "Skip to the groups",
    header: header2(seen, heading),
    main: groups.length === 0 ? html2`` : groupSection(nowhere, {
      groups,
      id: "groups",
      leak: suspicion,
      rest: (n) => `… and ${n} more with --format json.`
    }),
    footer: html2`<footer class="wrap">leakgate ${foreign(version2, 40)}</footer>`
  });
}
var nowhere = {
  say: sayIn("en"),
  links: { repository: null, run: null },
  commit: { sha: "", branch: "", baseBranch: null, pullRequest: null }
};
var goroutinesIn = (groups) => groups.reduce((sum, { counts }) => sum + counts.at(-1), 0);
var leaking = ({ groups }) => groups.filter((group) => suspicion(group) !== "");
function headingOf2(seen) {
  const [first, ...more] = leaking(seen);
  if (first === void 0) return `${counted(goroutinesIn(seen.groups), "goroutine")} in ${countedGroups(seen.groups)}`;
  const starts = first.createdBy ?? first.entry;
  const name2 = starts === null ? "the runtime" : shortFunction(starts.function);
  const others2 = more.length === 0 ? "" : ` and ${formatCount(more.length)} more`;
  const verb = first.proven === 0 ? "may leak" : more.length === 0 ? "leaks" : "leak";
  return `${name2}${others2} ${verb} goroutines`;
}
var countedGroups = (groups) => counted(groups.length, "group");
var counted = (count, noun) => `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
function header2(seen, heading) {
  const { groups, provesLeaks, source, looks: looks2, takenAt } = seen;
  const suspected = leaking(seen);
  const proven = suspected.some((group) => group.proven > 0);
  const about2 = [
    ["Stacks of", foreign(source, 160)],
    ["Looks", html2`${formatCount(looks2)}, the last ${formatTime(takenAt)}`],
    ["Proof", html2`${provesLeaks ? "by the garbage collector" : "not in this build: leaks can only be suspected"}`]
  ];
  return html2`<header class="top">
    <div class="wrap">
      <div class="verdict">
        ${suspected.length > 0 && icon(proven ? "fail" : "warn")}
        <div>
          <h1><bdi>${heading}</bdi></h1>
          ${suspected.length > 0 && html2`<p class="lead">
              ${formatCount(goroutinesIn(suspected))} of ${formatCount(goroutinesIn(groups))} goroutines, in
              ${formatCount(suspected.length)} of ${countedGroups(groups)}.
            </p>`}
        </div>
      </div>
      <dl class="about">
        ${about2.map(
    ([term, said]) => html2`<div>
              <dt>${term}</dt>
              <dd>${said}</dd>
            </div> `
  )}
      </dl>
    </div>
  </header>`;
}

// src/commands/goroutines.ts
var options7 = {
  pid: { type: "string" },
  url: { type: "string" },
  state: { type: "string", default: "" },
  watch: { type: "string", default: "1" },
  every: { type: "string", default: "1s" },
  top: { type: "string", default: "30" },
  stacks: { type: "boolean", default: false },
  format: { type: "string", default: "table" },
  html: { type: "string" }
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
  leakgate goroutines --pid 4711 --watch 10 --html goroutines.html

Options:
  --state LIST           only these waits: IO wait, semacquire (all of sync), chan, select, sleep, or a state's own name
  --watch N              look N times (1)
  --every DURATION       between two looks (1s)
  --top N                show N groups, those that changed most first (30)
  --stacks               the whole stack below each group, innermost call first; suspected ones always have it
  --format table|json    how the groups are written (table)
  --html FILE            also write one page; it needs nothing else`,
  async run(args, terminal, signal) {
    const { values } = parseCommand("goroutines", { args, options: options7 });
    const format = choice("format", values.format, ["table", "json"]);
    const looks2 = countOption("watch", values.watch) ?? 1;
    if (looks2 > mostLooks) throw new LeakgateError("config", `--watch: got ${looks2}; ${mostLooks} at most.`);
    const everyMs = duration.safeParse(values.every);
    if (!everyMs.success) {
      throw new LeakgateError("config", `--every: got ${JSON.stringify(values.every)}; write a duration such as 10s.`);
    }
    const top3 = countOption("top", values.top) ?? 30;
    const states = statesOf(values.state);
    const source = await open(values, terminal, signal);
    const groups = countGroups(await watch(source, { looks: looks2, everyMs: everyMs.data, states }, signal), top3);
    const { provesLeaks } = source;
    terminal.stdout.write(
      format === "json" ? `${JSON.stringify({ source: source.name, provesLeaks, groups: groups.map(asJson2) }, null, 2)}
` : renderGroups(groups, { provesLeaks, stacks: values.stacks, color: localHost(terminal).color })
    );
    if (values.html !== void 0) {
      const seen = { source: source.name, provesLeaks, groups, looks: looks2, takenAt: (/* @__PURE__ */ new Date()).toISOString(), version };
      await writeHtml(resolve11(terminal.cwd, values.html), renderGoroutinePage(seen));
    }
    return 0;
  }
};
function statesOf(given) {
  const states = given.split(",").map((state) => state.trim()).filter((state) => state !== "");
  const unknown4 = states.find((state) => !isState(state));
  if (unknown4 === void 0) return states;
  throw new LeakgateError("config", `--state: got ${JSON.stringify(unknown4)}, which is no state of a goroutine.`, {
    hint: "Allowed: IO wait, semacquire, chan, select, sleep, running, syscall, or a name of the runtime such as sync.Mutex.Lock."
  });
}
async function open(given, { cwd }, signal) {
  if (given.pid === void 0 === (given.url === void 0)) {
    throw new LeakgateError("config", "goroutines needs one of --pid and --url.", {
      hint: "`leakgate help goroutines` shows both."
    });
  }
  if (given.url !== void 0) {
    return stacksOfUrl(given.url, programFrames({ modulePath: "", packagePath: "" }, cwd), signal);
  }
  return stacksOfProcess({ pid: countOption("pid", given.pid) ?? 0, directory: cwd }, signal);
}
async function watch(source, { looks: looks2, everyMs, states }, signal) {
  const seen = [];
  for (; ; ) {
    const groups = groupGoroutines(parseStacks(await source.look(signal), source.frames));
    seen.push(groups.filter(({ state }) => isWanted(state, states)));
    if (seen.length === looks2) return seen;
    await sleep2(everyMs, void 0, { signal });
  }
}
var asJson2 = (group) => ({
  ...group,
  leak: suspicion(group) || null
});

// src/commands/init-from.ts
var import_yaml3 = __toESM(require_dist(), 1);
import { mkdir as mkdir3, readFile as readFile8, stat as stat6, writeFile as writeFile6 } from "node:fs/promises";
import { dirname as dirname5, resolve as resolve12 } from "node:path";

// src/imports/openapi-sample.ts
var isNode = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function resolver(document) {
  return (value) => {
    let node2 = value;
    for (let steps = 0; steps < 20; steps += 1) {
      if (!isNode(node2)) return void 0;
      const reference = node2["$ref"];
      if (typeof reference !== "string") return node2;
      if (!reference.startsWith("#/")) return void 0;
      const names2 = reference.slice(2).split("/").map((name2) => name2.replaceAll("~1", "/").replaceAll("~0", "~"));
      node2 = names2.reduce(
        (at, name2) => isNode(at) && Object.hasOwn(at, name2) ? at[name2] : void 0,
        document
      );
    }
    return void 0;
  };
}
function givenValue(schema) {
  const examples = schema["examples"];
  const first = Array.isArray(examples) ? examples[0] : isNode(examples) ? valueOf(Object.values(examples)[0]) : void 0;
  const allowed = schema["enum"];
  const value = schema["example"] ?? first ?? schema["default"] ?? schema["const"] ?? (Array.isArray(allowed) ? allowed[0] : void 0);
  return literals(value);
}
var valueOf = (example) => isNode(example) ? example["value"] : void 0;
function sampleOf(given, resolve24, name2 = "body", around = []) {
  const schema = resolve24(given);
  if (schema === void 0 || around.includes(schema)) return { value: void 0, madeUp: [name2] };
  const known = givenValue(schema);
  if (known !== void 0) return { value: known, madeUp: [] };
  const below = (inner, as) => sampleOf(inner, resolve24, as, [...around, schema]);
  const parts = list2(schema["allOf"]);
  const own = isNode(schema["properties"]) ? [{ ...schema, allOf: void 0 }] : [];
  if (parts.length > 0) return mergedSample([...own, ...parts].map((part) => below(part, name2)));
  const [choice2] = [...list2(schema["oneOf"]), ...list2(schema["anyOf"])];
  if (choice2 !== void 0) return below(choice2, name2);
  const type = typeOf(schema);
  if (type === "object") return objectSample(schema, resolve24, below);
  if (type === "array") {
    const item = below(schema["items"], name2);
    return { value: item.value === void 0 ? [] : [item.value], madeUp: item.madeUp };
  }
  return scalarSample(schema, type, name2);
}
function objectSample(schema, resolve24, below) {
  const properties = isNode(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  const required = new Set(list2(schema["required"]));
  const writable = properties.filter(([, inner]) => resolve24(inner)?.["readOnly"] !== true);
  const wanted2 = writable.filter(([key, inner]) => required.has(key) || givenValue(resolve24(inner) ?? {}) !== void 0);
  const samples = (wanted2.length > 0 ? wanted2 : writable).map(([key, inner]) => [key, below(inner, key)]);
  return {
    value: Object.fromEntries(samples.map(([key, { value }]) => [key, value])),
    madeUp: samples.flatMap(([, { madeUp }]) => madeUp)
  };
}
function mergedSample(samples) {
  const objects = samples.filter(({ value }) => isNode(value));
  const madeUp = (objects.length > 0 ? objects : samples).flatMap((sample) => sample.madeUp);
  if (objects.length === 0) return { value: samples.at(-1)?.value, madeUp };
  return { value: Object.assign({}, ...objects.map(({ value }) => value)), madeUp };
}
function typeOf(schema) {
  const type = Array.isArray(schema["type"]) ? schema["type"].find((one) => one !== "null") : schema["type"];
  if (typeof type === "string") return type;
  if (isNode(schema["properties"])) return "object";
  return schema["items"] === void 0 ? "object" : "array";
}
var formats = {
  uuid: "{{uuid}}",
  "date-time": "2026-01-01T00:00:00Z",
  date: "2026-01-01",
  time: "00:00:00Z",
  email: "user@example.com",
  uri: "https://example.com",
  url: "https://example.com",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  byte: "AA=="
};
function scalarSample(schema, type, name2) {
  const madeUp = [name2];
  if (type === "boolean") return { value: true, madeUp };
  if (type === "integer" || type === "number") return { value: numberFor(schema), madeUp };
  const format = formats[String(schema["format"])];
  if (format !== void 0) return { value: format, madeUp };
  const [least, most3] = [Number(schema["minLength"] ?? 0), Number(schema["maxLength"] ?? Infinity)];
  return { value: "string".padEnd(Math.min(least, 4096), "x").slice(0, Math.max(most3, 0)), madeUp };
}
function numberFor({ minimum, exclusiveMinimum, maximum }) {
  const above = typeof exclusiveMinimum === "number" ? exclusiveMinimum + 1 : void 0;
  const least = above ?? (typeof minimum === "number" ? minimum + (exclusiveMinimum === true ? 1 : 0) : 1);
  return typeof maximum === "number" ? Math.min(least, maximum) : least;
}
var list2 = (value) => Array.isArray(value) ? value : [];

// src/imports/openapi.ts
function fromOpenApi(root, name2) {
  const version2 = root["openapi"];
  if (root["swagger"] !== void 0)
    throw unreadable(
      name2,
      `is Swagger ${textOf2(root["swagger"])}; OpenAPI 3 is read.`,
      "swagger2openapi, or editor.swagger.io, converts it."
    );
  if (typeof version2 !== "string" || !version2.startsWith("3."))
    throw unreadable(name2, `says openapi: ${JSON.stringify(version2)}; OpenAPI 3 is read.`);
  if (!isNode(root["paths"])) throw unreadable(name2, "has no paths.");
  const description = { root, base: basePath(root), resolve: resolver(root) };
  const left2 = [];
  const requests = operationsOf(root["paths"], description).flatMap((operation) => {
    const made = toRequest(operation, description);
    if (typeof made !== "string") return [made];
    left2.push(`${operation.method} ${operation.path}: ${made}`);
    return [];
  });
  const { base } = description;
  const prefix = base === "" ? [] : [`The paths begin with ${base}, as the first server has it.`];
  return { requests, left: left2, notes: [...prefix, ...securityNotes(root)] };
}
function operationsOf(paths, { resolve: resolve24, base }) {
  return Object.entries(paths).flatMap(([key, given]) => {
    if (!key.startsWith("/")) return [];
    const path2 = key.replace(/[^\x21-\x7e]+/g, (signs) => encodeURIComponent(Buffer.from(signs).toString()));
    const item = resolve24(given) ?? {};
    return methods.flatMap((method) => {
      const node2 = item[method.toLowerCase()];
      if (!isNode(node2)) return [];
      const parameters = [...list2(item["parameters"]), ...list2(node2["parameters"])].map((one) => resolve24(one) ?? {});
      return [{ method, path: base + path2, node: node2, parameters }];
    });
  });
}
function toRequest({ method, path: path2, node: node2, parameters }, { resolve: resolve24 }) {
  const own = new Map(
    parameters.map((parameter) => [`${String(parameter["in"])} ${String(parameter["name"])}`, parameter])
  );
  const query = [];
  const headers2 = {};
  const segments = /* @__PURE__ */ new Map();
  for (const parameter of own.values()) {
    const [place3, name2] = [String(parameter["in"]), String(parameter["name"])];
    const value = parameterValue(parameter, resolve24);
    const needed = place3 === "path" || parameter["required"] === true;
    if (value === null && needed) return `no example or default for the ${place3} parameter ${name2}`;
    if (value === null || !needed && parameter["example"] === void 0) continue;
    if (place3 === "path") segments.set(name2, encoded(value));
    else if (place3 === "query") query.push(`${encodeURIComponent(name2)}=${encoded(value)}`);
    else if (place3 === "header") headers2[name2] = value;
  }
  const missing = Array.from(path2.matchAll(/\{([^{}]*)\}/g), ([, name2]) => name2).find((name2) => !segments.has(name2));
  if (missing !== void 0) return `the path parameter ${missing} isn't described`;
  const filled = path2.replace(/\{([^{}]*)\}/g, (_, name2) => segments.get(name2));
  const body = bodyOf(node2["requestBody"], resolve24);
  if (typeof body === "string") return body;
  const target = query.length === 0 ? filled : `${filled}?${query.join("&")}`;
  return { method, path: target, ...body, headers: { ...headers2, ...body.headers }, weight: 1 };
}
function parameterValue(parameter, resolve24) {
  const content = isNode(parameter["content"]) ? Object.values(parameter["content"])[0] : void 0;
  const schema = resolve24(parameter["schema"] ?? (isNode(content) ? content["schema"] : void 0)) ?? {};
  const value = givenValue(parameter) ?? givenValue(schema) ?? (schema["format"] === "uuid" ? "{{uuid}}" : void 0);
  if (value === void 0 || value === null) return null;
  if (typeof value === "object") return list2(value).map(String).join(",") || null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
var encoded = (value) => value.replace(/\{\{[^{}]*\}\}|[^{}]+|[{}]/g, (part) => part.startsWith("{{") ? part : encodeURIComponent(part));
function bodyOf(given, resolve24) {
  const nothing = { headers: {}, madeUp: [] };
  const body = resolve24(given);
  if (body === void 0) return given === void 0 ? nothing : "its body is described in another file";
  const content = isNode(body["content"]) ? Object.entries(body["content"]) : [];
  const json4 = content.find(([type2]) => /^application\/(?:[\w.-]+\+)?json\b|^\*\/\*$/i.test(type2));
  const form = content.find(([type2]) => /^application\/x-www-form-urlencoded\b/i.test(type2));
  const chosen = json4 ?? form;
  if (chosen === void 0)
    return body["required"] === true ? `its body is ${content.map(([type2]) => type2).join(" or ") || "not described"}` : nothing;
  const [type, media] = chosen;
  const described2 = isNode(media) ? media : {};
  const known = givenValue(described2);
  const { value, madeUp } = known === void 0 ? sampleOf(described2["schema"], resolve24) : { value: known, madeUp: [] };
  const headers2 = /^application\/json$|^\*/i.test(type) ? {} : { "content-type": type };
  if (json4 === void 0) return { body: formText(value), headers: headers2, madeUp };
  if (typeof value === "object" && value !== null) return { body: value, headers: headers2, madeUp };
  return {
    body: JSON.stringify(value ?? null),
    headers: { "content-type": type.replace("*/*", "application/json") },
    madeUp
  };
}
var formText = (value) => Object.entries(isNode(value) ? value : {}).map(([name2, one]) => `${encodeURIComponent(name2)}=${encoded(typeof one === "string" ? one : JSON.stringify(one))}`).join("&");
var textOf2 = (value) => typeof value === "string" || typeof value === "number" ? String(value) : "";
function basePath(root) {
  const server = list2(root["servers"])[0];
  if (!isNode(server)) return "";
  const variables = isNode(server["variables"]) ? server["variables"] : {};
  const address = textOf2(server["url"]).replace(/\{([^{}]*)\}/g, (_, name2) => {
    const variable = variables[name2];
    return isNode(variable) ? textOf2(variable["default"]) : "";
  });
  return (pathOf(address) ?? "").replace(/\/$/, "");
}
function securityNotes(root) {
  const components = isNode(root["components"]) ? root["components"] : {};
  const schemes = isNode(components["securitySchemes"]) ? Object.values(components["securitySchemes"]).filter(isNode) : [];
  return schemes.map(
    ({ type, name: name2, in: place3 }) => type === "apiKey" ? `Operations may ask for an API key in the ${String(place3)} ${String(name2)}: set it under \`headers\`, or in the path.` : "Operations may ask for a token: set `auth`, with a command or a login."
  ).filter((note, index, all) => all.indexOf(note) === index);
}

// src/imports/vegeta.ts
var jsonTarget = object({
  method: string(),
  url: string(),
  header: record(string(), array(string())).default({}),
  /** In base64. */
  body: string().optional()
});
function fromVegeta(text2, name2) {
  const targets = text2.trimStart().startsWith("{") ? jsonTargets(text2, name2) : httpTargets(text2, name2);
  if (targets.length === 0)
    throw unreadable(name2, "holds no targets.", "A target is a line such as GET http://localhost:8080/path.");
  const notes = /* @__PURE__ */ new Set();
  return {
    requests: merged(targets.map((target) => toRequest2(target, (note) => notes.add(note)))),
    left: [],
    notes: [...notes]
  };
}
function httpTargets(text2, name2) {
  const targets = [];
  let current = null;
  for (const [index, raw] of text2.split("\n").entries()) {
    const line2 = raw.trim();
    const where = `${name2}, line ${index + 1}`;
    const start2 = /^([A-Z]+)\s+(\S+)$/.exec(line2);
    const header3 = /^([\w!#$%&'*+.^`|~-]+):\s*(.*)$/.exec(line2);
    if (line2.startsWith("#")) continue;
    if (line2 === "") current = null;
    else if (start2 !== null) targets.push(current = { where, method: start2[1], address: start2[2], headers: [] });
    else if (current !== null && header3 !== null) current.headers.push([header3[1], header3[2]]);
    else if (current !== null && line2.startsWith("@")) current.bodyFile = line2.slice(1);
    else
      throw unreadable(
        where,
        `isn't a vegeta target: ${JSON.stringify(line2.slice(0, 80))}.`,
        "A target is a line such as GET http://localhost:8080/path, then its headers, then @body-file."
      );
  }
  return targets;
}
function jsonTargets(text2, name2) {
  return text2.split("\n").flatMap((line2, index) => {
    if (line2.trim() === "") return [];
    const where = `${name2}, line ${index + 1}`;
    const parsed2 = jsonTarget.safeParse(asJson(line2));
    if (!parsed2.success)
      throw unreadable(where, "isn't a vegeta target.", "Each line is an object with method and url.", parsed2.error);
    const { method, url: url2, header: header3, body } = parsed2.data;
    const headers2 = Object.entries(header3).map(([key, values]) => [key, values.join(", ")]);
    const content = body === void 0 ? void 0 : Buffer.from(body, "base64").toString();
    return [{ where, method, address: url2, headers: headers2, ...content !== void 0 && { body: content } }];
  });
}
function toRequest2({ where, method, address, headers: headers2, body, bodyFile }, note) {
  const path2 = pathOf(address);
  if (path2 === null)
    throw unreadable(where, `has no address that can be read: ${JSON.stringify(address.slice(0, 80))}.`);
  if (!methods.includes(method))
    throw unreadable(where, `has the method ${method}; allowed: ${methods.join(", ")}.`);
  const json4 = body === void 0 ? void 0 : asJson(body);
  return {
    method,
    path: literal2(path2),
    headers: portableHeaders(headers2, note),
    ...body !== void 0 && { body: json4 === void 0 ? literal2(body) : literals(json4) },
    ...bodyFile !== void 0 && { bodyFile },
    weight: 1,
    madeUp: []
  };
}

// src/imports/config-text.ts
var import_yaml = __toESM(require_dist(), 1);
function configText({ requests, left: left2, notes }, { from, into = "" }) {
  const document = (0, import_yaml.parseDocument)(into);
  const list4 = new import_yaml.YAMLSeq();
  list4.items = requests.map((request2) => requestNode(request2, document));
  const key = new import_yaml.Scalar("requests");
  key.commentBefore = [` From ${oneLine(from)}.`, ...notes.map((note) => ` ${oneLine(note)}`)].join("\n");
  if (left2.length > 0) list4.comment = [" Left out:", ...left2.map((one) => `   ${oneLine(one)}`)].join("\n");
  if (!(0, import_yaml.isMap)(document.contents)) document.contents = document.createNode({});
  const map = document.contents;
  map.items = map.items.filter(({ key: known }) => !(known instanceof import_yaml.Scalar && known.value === "requests"));
  map.items.push(new import_yaml.Pair(key, list4));
  return document.toString({ lineWidth: 0 });
}
function requestNode(request2, document) {
  const { method, path: path2, headers: headers2, body, bodyFile, weight, madeUp } = request2;
  const plain3 = Object.keys(headers2).length === 0 && body === void 0 && weight === 1;
  const file = bodyFile === void 0 ? "" : ` @${bodyFile}`;
  const node2 = document.createNode(
    plain3 && !/\s/.test(bodyFile ?? "") ? `${method} ${path2}${file}` : {
      method,
      path: path2,
      ...Object.keys(headers2).length > 0 && { headers: headers2 },
      ...body !== void 0 && { body },
      ...bodyFile !== void 0 && { bodyFile },
      ...weight !== 1 && { weight }
    }
  );
  if (madeUp.length > 0) node2.commentBefore = ` Made up: ${[...new Set(madeUp)].map(oneLine).join(", ")}.`;
  return node2;
}
var oneLine = (text2) => text2.replace(/\s+/g, " ").slice(0, 200);

// src/imports/index.ts
var mostImportBytes = 20 * 1024 * 1024;
async function importRequests(text2, name2) {
  if (text2.trim() === "") throw unreadable(name2, "is empty.");
  if (/\.[cm]?[jt]s$/i.test(name2)) {
    const { fromK6 } = await import("./k6-365GN2QS.js");
    return fromK6(text2, name2);
  }
  if (isTarget(text2)) return fromVegeta(text2, name2);
  const value = /^\s*\{/.test(text2) ? parseJson2(text2, name2) : parseYaml(text2, name2);
  if (isNode(value) && isNode(value["log"])) return fromHar(value, name2);
  if (isNode(value) && ("openapi" in value || "swagger" in value)) return fromOpenApi(value, name2);
  throw unreadable(
    name2,
    "is of no kind that can be read.",
    "OpenAPI 3 (YAML or JSON), HAR, a k6 script (.js), and vegeta targets are."
  );
}
function isTarget(text2) {
  const first = text2.split("\n").find((line2) => line2.trim() !== "" && !line2.startsWith("#")) ?? "";
  const value = asJson(first);
  return /^[A-Z]+\s+(?:\w+:\/\/|\/)\S/.test(first) || isNode(value) && "method" in value && "url" in value;
}
function parseJson2(text2, name2) {
  try {
    return JSON.parse(text2);
  } catch (cause) {
    throw unreadable(name2, `isn't JSON: ${cause.message}.`, void 0, cause);
  }
}
function parseYaml(text2, name2) {
  try {
    return readYaml(text2);
  } catch (error) {
    if (!(error instanceof YamlProblem)) throw error;
    throw unreadable(`${name2}, line ${error.line}:`, error.message, void 0, error);
  }
}

// src/commands/init-from.ts
async function initFrom(target, terminal) {
  const { from } = target;
  const imported = await importRequests(await readSource(from, terminal), from);
  if (imported.requests.length === 0)
    throw new LeakgateError("config", `${from} has no request that can be sent as it stands.`, {
      ...imported.left.length > 0 && { output: imported.left.join("\n") },
      hint: "Add examples or defaults to it, or write the requests by hand."
    });
  await write(imported, target, terminal);
}
async function readSource(from, { cwd }) {
  const path2 = resolve12(cwd, from);
  const found = await stat6(path2).catch(() => null);
  if (found?.isFile() !== true) throw new LeakgateError("config", `--from: ${from} doesn't exist, or isn't a file.`);
  if (found.size > mostImportBytes) {
    throw new LeakgateError(
      "config",
      `--from: ${from} has ${Math.ceil(found.size / 1024 ** 2)} MB; 20 MB at most are read.`,
      {
        hint: "A recording without the bodies of answers is smaller, and so is a shorter one."
      }
    );
  }
  return readFile8(path2, "utf8");
}
async function write(imported, { from, output, force }, { cwd, stdout, stderr }) {
  if (output === "-") {
    stdout.write(configText(imported, { from }));
  } else {
    const path2 = resolve12(cwd, output);
    const into = await readFile8(path2, "utf8").catch(() => "");
    refuseToReplace(into, output, force);
    await mkdir3(dirname5(path2), { recursive: true });
    await writeFile6(path2, configText(imported, { from, into })).catch((cause) => {
      throw new LeakgateError("config", `--output: ${output} can't be written.`, { cause });
    });
  }
  stderr.write(`${summary(imported, output)}
`);
}
function refuseToReplace(into, output, force) {
  const document = (0, import_yaml3.parseDocument)(into);
  if (document.errors.length > 0)
    throw new LeakgateError("config", `--output: ${output} isn't YAML, and isn't touched.`);
  if (document.has("requests") && !force) {
    throw new LeakgateError("config", `--output: ${output} has requests already.`, {
      hint: "--force replaces them; --output - prints the new ones."
    });
  }
}
function summary({ requests, left: left2, notes }, output) {
  const made = requests.filter(({ madeUp }) => madeUp.length > 0).length;
  return [
    `${requests.length} ${requests.length === 1 ? "request" : "requests"}${output === "-" ? "" : ` in ${output}`}.`,
    ...made > 0 ? [`${made} with values that were made up: look at them.`] : [],
    ...left2.length > 0 ? [`${left2.length} left out:`, ...left2.slice(0, 20).map((one) => `  ${plain(one, 200)}`)] : [],
    ...notes.map((note) => plain(note, 200))
  ].join("\n");
}

// src/commands/init-service.ts
import { existsSync as existsSync4 } from "node:fs";
import { mkdir as mkdir4, writeFile as writeFile7 } from "node:fs/promises";
import { dirname as dirname6, join as join17, relative as relative5, resolve as resolve14 } from "node:path";

// src/discover/index.ts
import { mkdtemp as mkdtemp7, rm as rm8 } from "node:fs/promises";
import { tmpdir as tmpdir8 } from "node:os";
import { join as join15 } from "node:path";

// src/discover/asking.ts
var import_undici = __toESM(require_undici(), 1);

// src/discover/examples.ts
var deepest = 4;
function exampleFrom(answer2, placeholder) {
  let value;
  try {
    value = JSON.parse(answer2);
  } catch {
    return null;
  }
  const item = firstItem(value, deepest);
  if (item === null) return null;
  if (typeof item !== "object") return segment(item);
  const wanted2 = plain2(placeholder);
  const keys = Object.keys(item);
  const key = keys.find((one) => plain2(one) === wanted2) ?? keys.find((one) => wanted2.endsWith(plain2(one)) || plain2(one).endsWith(wanted2)) ?? keys.find((one) => ["id", "uuid", "slug", "name", "key"].includes(plain2(one)));
  return key === void 0 ? null : segment(item[key]);
}
var plain2 = (key) => key.toLowerCase().replaceAll("_", "");
function firstItem(value, depth) {
  if (Array.isArray(value)) {
    const [first] = value;
    return typeof first === "object" || typeof first === "string" || typeof first === "number" ? first : null;
  }
  if (typeof value !== "object" || value === null || depth === 0) return null;
  for (const inner of Object.values(value)) {
    const found = firstItem(inner, depth - 1);
    if (found !== null) return found;
  }
  return null;
}
function segment(value) {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const text2 = String(value);
  return text2 === "" || text2.length > 100 ? null : encodeURIComponent(text2);
}

// src/discover/asking.ts
var timeoutMs = 2e3;
var times = 3;
var mostBytes2 = 2 * 1024 * 1024;
async function ask(origin3, path2, signal) {
  let first;
  for (let time = 0; time < times; time++) {
    const answer2 = await once2(origin3, path2, signal);
    if ("none" in answer2) return answer2;
    if (first !== void 0 && "status" in first && first.status !== answer2.status)
      return { none: `answers ${first.status} and then ${answer2.status}` };
    first = answer2;
  }
  return first;
}
async function once2(origin3, path2, signal) {
  const over = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const { statusCode, headers: headers2, body } = await (0, import_undici.request)(`${origin3}${path2}`, { signal: over });
    const chunks = [];
    let bytes = 0;
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > mostBytes2) return { none: "answers with more than 2 MiB" };
      chunks.push(chunk);
    }
    const { location } = headers2;
    const text2 = Buffer.concat(chunks).toString("utf8");
    return { status: statusCode, text: text2, ...typeof location === "string" && { location } };
  } catch (error) {
    signal.throwIfAborted();
    return { none: over.aborted ? "didn’t answer within 2 s" : `failed (${error.message})` };
  }
}
var mostRequests = 12;
async function askAll(origin3, { candidates, health }, signal) {
  const answered = [];
  const left2 = [];
  const good2 = /* @__PURE__ */ new Map();
  const check = async (path2) => {
    const answer2 = await ask(origin3, path2, signal);
    const why = whyNot(answer2);
    if ("status" in answer2 && why === null) good2.set(path2, answer2.text);
    return why;
  };
  for (const candidate of candidates) {
    const why = await check(candidate.path);
    const better = why === null ? null : fromList(candidate, good2);
    if (why === null) answered.push(candidate);
    else if (better !== null && await check(better.path) === null) answered.push(better);
    else left2.push(`GET ${candidate.source?.path ?? candidate.path}: ${why}`);
  }
  const answersAll = whyNot(await ask(origin3, "/leakgate-asks-for-what-is-not-there", signal)) === null;
  if (!answersAll) {
    for (const path2 of health) if (!good2.has(path2)) await check(path2);
  }
  return { answered: answered.slice(0, mostRequests), left: left2, health: health.find((path2) => good2.has(path2)) ?? null };
}
function fromList(candidate, good2) {
  const [name2, ...more] = candidate.madeUp;
  if (name2 === void 0 || more.length > 0) return null;
  const made = candidate.path.split("/");
  const at = candidate.source.path.split("/").findIndex((segment2) => /^[:{]/.test(segment2));
  const list4 = made.slice(0, at).join("/");
  const text2 = good2.get(list4) ?? good2.get(`${list4}/`);
  const value = text2 === void 0 ? null : exampleFrom(text2, name2);
  return value === null ? null : { ...candidate, path: made.with(at, value).join("/"), madeUp: [] };
}
function whyNot(answer2) {
  if ("none" in answer2) return answer2.none;
  const { status, location } = answer2;
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400)
    return `sends elsewhere (${status}${location === void 0 ? "" : ` ${location}`})`;
  return status === 401 || status === 403 ? `answers ${status}: give it \`auth\`` : `answers ${status}`;
}

// src/discover/candidates.ts
var healthPaths = [
  "/healthz",
  "/health",
  "/readyz",
  "/livez",
  "/ping",
  "/-/healthy",
  "/api/health",
  "/status"
];
var unasked = /(?:^|\/)(?:debug|pprof|shutdown|quit|exit|kill|panic|crash|stop|restart|reload|logout|signout|delay|sleep|drip|stream|sse|events|ws|websocket|echo\/ws|download|callback|chunked|fault|error|fail|deny)(?:\/|$|\{|:)/i;
var mostCandidates = 60;
function candidatesOf(routes) {
  const candidates = /* @__PURE__ */ new Map();
  const left2 = [];
  for (const source of routes) {
    const { method, path: path2 } = source;
    if (method !== "" && method !== "GET") {
      if (method !== "HEAD" && method !== "OPTIONS")
        left2.push(`${method} ${path2}: it may change something; add it with a body`);
    } else if (unasked.test(path2)) left2.push(`GET ${path2}: it wasn’t asked, because of its name`);
    else {
      const filled = fill(path2);
      if (filled === null) left2.push(`GET ${path2}: any path fits`);
      else if (!candidates.has(filled.path)) candidates.set(filled.path, { ...filled, source });
    }
  }
  return { candidates: [...candidates.values()].slice(0, mostCandidates), left: left2 };
}
function fill(path2) {
  const madeUp = [];
  const segments = path2.replace(/\{\$\}$/, "").split("/");
  const filled = segments.map((segment2) => {
    const name2 = /^:(\w+)\??$/.exec(segment2)?.[1] ?? /^\{(\w+)(?::.*)?\}$/.exec(segment2)?.[1];
    if (name2 === void 0) return segment2;
    madeUp.push(name2);
    return valueOf2(name2);
  });
  const whole = filled.join("/");
  return /[*{}]|^\/?\.|\(/.test(whole) ? null : { path: whole === "" ? "/" : whole, madeUp };
}
function valueOf2(name2) {
  if (/status|code/i.test(name2)) return "200";
  if (/uuid/i.test(name2)) return "3f2b8c1e-7a54-4d0b-9c86-5e1d2a7b4f60";
  return /id$|num|count|page|size|bytes|^n$|seconds|version|year|index|offset|limit/i.test(name2) ? "1" : name2.toLowerCase();
}

// src/discover/program.ts
import { basename as basename3, relative as relative4 } from "node:path";
var listed2 = object({
  Dir: string().default(""),
  Module: object({ Main: boolean().default(false) }).optional()
});
async function readPrograms(mains, { reader, env }, signal) {
  const programs = [];
  for (const main of mains) {
    const place3 = { cwd: main.directory, env };
    const result = await go(["list", "-e", "-deps", "-json=Dir,Module", "."], place3, signal);
    if (result.exitCode !== 0) throw goFailed("go list", place3.cwd, result);
    const own = parseJsonStream(result.stdout).flatMap((value) => {
      const { Dir, Module } = listed2.parse(value);
      return Module?.Main === true && Dir !== "" ? [Dir] : [];
    });
    programs.push({ ...main, facts: await reader.read(own, signal) });
  }
  return programs;
}
var usual = /^(?:server|serverd?|api|apid|web|app|httpd|service|daemon)$/;
function chooseProgram(programs, directory) {
  const serving2 = programs.filter(({ facts }) => facts.listens.length > 0);
  const [only] = programs;
  if (only === void 0) {
    throw new LeakgateError("config", `There is no main package in ${directory} or below it.`, {
      hint: "Start `leakgate init` in the module of the service."
    });
  }
  if (programs.length === 1) return only;
  const candidates = serving2.length > 0 ? serving2 : programs;
  const ranked = candidates.map((program) => ({ program, rank: rankOf(program, directory) }));
  const best = Math.max(...ranked.map(({ rank: rank2 }) => rank2));
  const first = ranked.filter(({ rank: rank2 }) => rank2 === best);
  if (first.length === 1) return first[0].program;
  const lines = candidates.map((one) => `leakgate init --package ${packageName(one, directory)}`);
  throw new LeakgateError("config", `${candidates.length} programs could be the service.`, {
    hint: `Name it:
${lines.slice(0, 20).join("\n")}`
  });
}
function rankOf({ directory, importPath, facts }, root) {
  const place3 = relative4(root, directory);
  if (/(?:^|\/)_?(?:examples?|tests?|testdata|tools?|hack|scripts?|bench\w*|internal)(?:\/|$)/.test(place3)) return -1;
  const name2 = basename3(place3);
  const module = basename3(importPath.slice(0, -place3.length - 1).replace(/\/v\d+$/, ""));
  const named2 = place3 === "" || name2 === module ? 4 : usual.test(name2) ? 2 : 0;
  return named2 + (facts.routes.length > 0 ? 1 : 0);
}
var packageName = ({ directory }, root) => {
  const path2 = relative4(root, directory);
  return path2 === "" ? "." : `./${path2}`;
};

// src/discover/reader.ts
import { mkdtemp as mkdtemp5, rm as rm6 } from "node:fs/promises";
import { tmpdir as tmpdir6 } from "node:os";
import { join as join13 } from "node:path";
var readSource2 = object({
  /** Import paths, the one that most files import first; net/http last. */
  frameworks: array(string()),
  routes: array(
    object({
      /** Empty: any. */
      method: string(),
      /** With the framework's own placeholders. */
      path: string(),
      /** Absolute. */
      file: string(),
      line: number()
    })
  ),
  /** Flags and environment variables, with a default where it stands there as a literal. */
  settings: array(object({ kind: _enum(["flag", "variable"]), name: string(), default: string() })),
  /** Names of sub-commands. */
  commands: array(string()),
  /** Folders of packages that start an HTTP server themselves. */
  listens: array(string())
});
async function openReader(env, signal) {
  const directory = await mkdtemp5(join13(tmpdir6(), "leakgate-reader-"));
  const dispose = async () => rm6(directory, { recursive: true, force: true });
  try {
    const { path: path2, place: place3 } = await buildSourceProgram("discover", { directory, env }, signal);
    return {
      async read(directories, asked) {
        const result = await runCommand(path2, [...directories], place3, asked);
        if (result.exitCode !== 0) throw goFailed("the reader of Go source", place3.cwd, result);
        return readSource2.parse(JSON.parse(result.stdout));
      },
      [Symbol.asyncDispose]: dispose
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

// src/discover/try-out.ts
import { mkdtemp as mkdtemp6, rm as rm7 } from "node:fs/promises";
import { tmpdir as tmpdir7 } from "node:os";
import { join as join14 } from "node:path";

// src/discover/help-flags.ts
var flagLine = /^\s+(?:-\w, *)?--?(?:\[no-\])?([a-zA-Z][\w.-]+)(?:=(\S+))?(.*)$/;
var statedDefault = /[([]default:? *"?([^")\]\s]*)/i;
function helpFlags(text2) {
  const lines = text2.split("\n");
  return lines.flatMap((line2, index) => {
    const [, name2, value, rest = ""] = flagLine.exec(line2) ?? [];
    if (name2 === void 0 || name2 === "help" || name2 === "version") return [];
    const stated = statedDefault.exec(rest) ?? (flagLine.test(lines[index + 1] ?? "") ? null : statedDefault.exec(lines[index + 1] ?? ""));
    return [{ kind: "flag", name: name2, default: stated?.[1] ?? value?.replaceAll('"', "") ?? "" }];
  });
}

// src/discover/starts.ts
var serving = ["serve", "server", "start", "run", "web", "http", "api", "daemon"];
var place2 = /(?:^|[._-])(?:port|addr|address|listen|bind|host(?:port)?)(?:$|[._-])|(?:port|addr|address)$/i;
var others = /grpc|metric|admin|debug|pprof|redis|mysql|postgres|\bdb|database|smtp|mail|remote|proxy|upstream|target|tls|https|ssl|cluster|peer|advert|backend|sentry|jaeger|otel|statsd|health|udp|unix|socket|socks/i;
var mostSettings = 8;
function serveCommands({ commands: commands2 }) {
  return [[], ...serving.filter((name2) => commands2.includes(name2)).map((name2) => [name2])];
}
function portSettings({ settings: settings2 }, listed3, command) {
  const known = listed3.length === 0 ? settings2 : [...listed3, ...settings2.filter(({ kind }) => kind === "variable")];
  return known.filter(({ name: name2 }) => place2.test(name2) && !others.test(name2) && name2 !== "PORT").toSorted((a, b) => rank(b) - rank(a)).slice(0, mostSettings).map((setting) => startWith(setting, command));
}
function rank({ name: name2, default: value }) {
  const looks2 = /^[^:]*:\d+$|^\d{2,5}$/.test(value) ? 2 : 0;
  return looks2 + (/host$/i.test(name2) ? 0 : 1);
}
function startWith(setting, command) {
  const value = valueFor(setting);
  return setting.kind === "flag" ? { args: [...command, `--${setting.name}=${value}`], env: {} } : { args: [...command], env: { [setting.name]: value } };
}
function valueFor({ name: name2, default: value }) {
  if (value.includes(":")) return "127.0.0.1:{port}";
  return /^\d+$/.test(value) || /port$/i.test(name2) ? "{port}" : "127.0.0.1:{port}";
}

// src/discover/try-out.ts
var readyMs = 1e4;
async function withService(tryOut, use, signal) {
  const directory = await mkdtemp6(join14(tmpdir7(), "leakgate-init-"));
  try {
    var _stack = [];
    try {
      const start2 = await findStart(tryOut, directory, signal);
      const service = __using(_stack, await startOnce(tryOut, start2, directory, signal), true);
      return await use(service, { start: start2, tookPort: service.tookPort });
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } finally {
    await rm7(directory, { recursive: true, force: true });
  }
}
async function findStart(tryOut, directory, signal) {
  const { facts, given, progress } = tryOut;
  const works = async (start2) => {
    progress(`starting it${shown(start2)}`);
    try {
      var _stack = [];
      try {
        const service = __using(_stack, await startOnce(tryOut, start2, directory, signal), true);
        return service.tookPort ? "told" : "elsewhere";
      } catch (_) {
        var _error = _, _hasError = true;
      } finally {
        var _promise = __callDispose(_stack, _error, _hasError);
        _promise && await _promise;
      }
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof LeakgateError) return error;
      throw error;
    }
  };
  let problem;
  let listens;
  for (const args of given === void 0 ? serveCommands(facts) : [given]) {
    const outcome = await works({ args, env: {} });
    if (outcome === "told") return { args, env: {} };
    if (outcome === "elsewhere") {
      listens = { args, env: {} };
      break;
    }
    problem ??= outcome;
  }
  const command = listens?.args ?? given ?? [];
  for (const start2 of portSettings(facts, await listedFlags(tryOut, command, signal), command)) {
    if (await works(start2) === "told") return start2;
  }
  if (listens !== void 0) return listens;
  throw howToStart(problem);
}
var helpMs = 5e3;
async function listedFlags({ binary, cwd, env }, command, signal) {
  const over = AbortSignal.any([signal, AbortSignal.timeout(helpMs)]);
  try {
    const { stdout, stderr } = await runCommand(binary, [...command, "--help"], { cwd, env }, over);
    return helpFlags(`${stdout}
${stderr}`);
  } catch {
    signal.throwIfAborted();
    return [];
  }
}
async function startOnce({ binary, cwd, env }, start2, dir, signal) {
  return startService(
    {
      name: "head",
      side: "head",
      binary,
      args: start2.args,
      env: { ...env, ...start2.env },
      cwd,
      dir,
      ready: { timeoutMs: readyMs }
    },
    signal
  );
}
var shown = ({ args, env }) => [...Object.entries(env).map(([name2, value]) => `${name2}=${value}`), ...args].map((word) => ` ${word}`).join("");
function howToStart(problem) {
  return new LeakgateError("service", problem.message, {
    ...problem.output !== void 0 && { output: problem.output },
    cause: problem,
    hint: "Say how it starts: `leakgate init -- serve --port={port}`. Variables of the shell reach it as well."
  });
}

// src/discover/config-text.ts
var import_yaml4 = __toESM(require_dist(), 1);
var schemaLine = "# yaml-language-server: $schema=https://raw.githubusercontent.com/leakgate/leakgate/v1/schema/leakgate.schema.json";
var mostLeft = 40;
function discoveredConfig(found, place3) {
  const lines = [schemaLine, "# Every setting: https://github.com/leakgate/leakgate/blob/v1/docs/configuration.md", ""];
  if (found.package !== null) lines.push(yaml("package", found.package));
  if (found.start.args.length > 0) lines.push(yaml("args", found.start.args));
  if (Object.keys(found.start.env).length > 0) lines.push(yaml("env", found.start.env));
  if (!found.tookPort)
    lines.push(
      "# It always listens at a port of its own, so base and head can’t run side by side and speed isn’t compared.",
      '# Let it listen on {port}: args: [--listen, "127.0.0.1:{port}"], or env: { ADDR: "127.0.0.1:{port}" }.'
    );
  if (found.health !== null) lines.push("ready:", `  path: ${scalar(found.health)}`);
  lines.push("# One `METHOD /path [@body-file] [-> status]` each. These answered when they were asked.", "requests:");
  lines.push(...found.requests.map((candidate) => requestLine(candidate, place3(candidate))));
  if (found.left.length > 0) lines.push("", "# Not among them:", ...found.left.slice(0, mostLeft).map(comment2));
  if (found.left.length > mostLeft) lines.push(comment2(`and ${found.left.length - mostLeft} more`));
  return `${lines.join("\n")}
${suggestions}`;
}
var suggestions = `
# What else may be worth setting:
# headers: { Authorization: "Bearer \${API_TOKEN}" }   # of all requests; see also auth
# checks: [qps, heap-leak, goroutine-leak, unit-tests]
# known-leaks: record   # leaks that are there already don't fail; new ones do
# production: { requests-per-second: 200, memory-limit: 512MiB }   # then the report says when a leak fills it
`;
function requestLine({ path: path2, madeUp }, at) {
  const notes = [...at === null ? [] : [at], ...madeUp.length > 0 ? [`made up: ${madeUp.join(", ")}`] : []];
  return `  - ${scalar(`GET ${path2}`)}${notes.length > 0 ? ` # ${oneLine2(notes.join("; "))}` : ""}`;
}
var yaml = (key, value) => (0, import_yaml4.stringify)({ [key]: value }, { lineWidth: 0, collectionStyle: "flow" }).trim().replace(/^\{\s*|\s*\}$/g, "");
var scalar = (text2) => (0, import_yaml4.stringify)(text2, { lineWidth: 0 }).trim();
var comment2 = (text2) => `#   ${oneLine2(text2)}`;
var oneLine2 = (text2) => text2.replace(/\s+/g, " ").slice(0, 200);

// src/discover/workflow-text.ts
var import_yaml5 = __toESM(require_dist(), 1);
function workflowText({ branch, folder, goMod }) {
  const where = folder === "" ? "" : `
        with:
          working-directory: ${scalar2(folder)}`;
  return `# Fails a pull request that makes the service leak or slow down: https://github.com/leakgate/leakgate
name: leakgate
on:
  push:
    branches: [${scalar2(branch)}]
  pull_request:

permissions:
  contents: write # a push to ${branch.replaceAll("\n", " ")} stores its figures as the baseline
  pull-requests: write # the comment

jobs:
  leakgate:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version-file: ${scalar2(goMod)}
      - uses: leakgate/leakgate@v1 # reads ${folder === "" ? "" : `${folder}/`}.github/leakgate.yml${where}
`;
}
var scalar2 = (text2) => (0, import_yaml5.stringify)(text2, { lineWidth: 0 }).trim();

// src/discover/index.ts
async function discover(options14, signal) {
  const { workingDirectory, env, progress } = options14;
  const { program, several } = await findProgram(options14, signal);
  const target = await resolveTarget({ workingDirectory, package: program.directory, env }, signal);
  const { facts } = program;
  progress(`${facts.routes.length} routes in the source of ${target.packagePath}`);
  const directory = await mkdtemp7(join15(tmpdir8(), "leakgate-build-"));
  try {
    progress("building it");
    const build = { outDir: directory, flags: [], env, repositoryRoot: options14.repositoryRoot };
    const binary = await buildStock(target, build, signal);
    const tryOut = {
      binary: binary.path,
      cwd: workingDirectory,
      env: serviceEnvironment(env),
      facts,
      given: options14.serviceArgs,
      progress
    };
    return await withService(
      tryOut,
      async (service, { start: start2, tookPort }) => {
        progress("asking it for its routes");
        const { candidates, left: left2 } = candidatesOf(facts.routes);
        const root = { path: "/", madeUp: [], source: null };
        const all = candidates.some(({ path: path2 }) => path2 === "/") ? candidates : [...candidates, root];
        const asked = await askAll(service.origin, { candidates: all, health: healthPaths }, signal);
        const requests = asked.answered.length > 0 ? asked.answered : healthOnly(asked.health);
        if (requests.length === 0) throw nothingAnswers([...asked.left, ...left2], service.origin);
        return {
          target,
          frameworks: facts.frameworks,
          routes: facts.routes.length,
          package: several || options14.package !== void 0 ? packageName(program, workingDirectory) : null,
          start: start2,
          tookPort,
          health: asked.health,
          requests,
          left: [...asked.left, ...left2]
        };
      },
      signal
    );
  } finally {
    await rm8(directory, { recursive: true, force: true });
  }
}
async function findProgram({ workingDirectory, package: named2, env }, signal) {
  var _stack = [];
  try {
    const reader = __using(_stack, await openReader(env, signal), true);
    const asked = { workingDirectory, env };
    const mains = named2 === void 0 ? await mainPackages(asked, signal) : [await resolveTarget({ ...asked, package: named2 }, signal)].map((target) => ({
      importPath: target.packagePath,
      directory: target.packageDirectory
    }));
    const programs = await readPrograms(mains, { reader, env }, signal);
    const program = chooseProgram(programs, workingDirectory);
    return { program, several: mains.length > 1 };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
var healthOnly = (path2) => path2 === null ? [] : [{ path: path2, madeUp: [], source: null }];
function nothingAnswers(left2, origin3) {
  return new LeakgateError(
    "service",
    `The service listens at ${origin3}, and nothing that was asked answered with success.`,
    {
      output: left2.slice(0, 20).join("\n"),
      hint: "Write the requests by hand, or take them from a description: `leakgate init --from openapi.yaml`."
    }
  );
}

// src/commands/run.ts
import { readFile as readFile9 } from "node:fs/promises";
import { join as join16, resolve as resolve13 } from "node:path";
import { parseArgs } from "node:util";
var ownOptions = {
  baseline: { type: "string" },
  "save-baseline": { type: "boolean", default: false },
  out: { type: "string", default: "leakgate-out" }
};
var workflowOnly = ["working-directory", "github-token", "comment", "retention-days"];
var shared2 = inputDescriptions.filter(({ name: name2 }) => !workflowOnly.includes(name2));
var sharedOptions = Object.fromEntries(shared2.map(({ name: name2 }) => [name2, { type: "string" }]));
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
${shared2.map(({ name: name2, description, default: value }) => row(name2, description, value)).join("\n")}`,
  async run(args, { env, cwd, stdout, stderr }, signal) {
    const { values, positionals, serviceArgs } = parse(args);
    const { baseline: baseline2, out, "save-baseline": save, ...given } = values;
    const [folder = "."] = positionals;
    const inputs = { ...given, "working-directory": folder };
    const config = resolveConfig({ inputs, cwd, env, ...serviceArgs !== void 0 && { serviceArgs } });
    const last = await lastDurations(resolve13(cwd, folder), env, signal);
    const host = localHost({ env, stdout, stderr, expectedMs: (phase) => last.get(phase) });
    const options14 = {
      env,
      outDir: resolve13(cwd, out),
      save: save ? "always" : "never",
      ...baseline2 !== void 0 && { file: resolve13(cwd, baseline2) }
    };
    const report2 = await run(config, options14, host, signal);
    host.info(renderTerminal(report2, { color: host.color }));
    const kept = await archive2(report2, { folder: resolve13(cwd, folder), outDir: options14.outDir, env, host }, signal);
    host.info(`Report: ${join16(out, "report.html")}${kept === null ? "" : ` · again: leakgate open ${kept}`}`);
    return report2.exitCode;
  }
};
async function lastDurations(folder, env, signal) {
  try {
    const { root } = await repositoryFacts(folder, env, signal);
    const path2 = join16(await openArchive(root).folderOf("latest"), "result.json");
    const { phases } = parseReport(await readFile9(path2, "utf8"), path2);
    return new Map(phases.map(({ name: name2, durationMs }) => [name2, durationMs]));
  } catch {
    return /* @__PURE__ */ new Map();
  }
}
async function archive2(report2, { folder, outDir, env, host }, signal) {
  if (report2.error?.code === "interrupted") return null;
  try {
    const { root } = await repositoryFacts(folder, env, signal);
    return await openArchive(root).keep(outDir, report2);
  } catch (error) {
    signal.throwIfAborted();
    host.warning(`The run wasn’t kept for later: ${error.message}`);
    return null;
  }
}
function row(name2, description, value) {
  const text2 = description.replaceAll("`", "");
  return `  --${`${name2} VALUE`.padEnd(37)} ${text2}${value === "" ? "" : ` (${value.replaceAll("\n", " ")})`}`;
}
var flags = new Set(shared2.filter(({ default: value }) => value === "false").map(({ name: name2 }) => `--${name2}`));
var withFlagValues = (args) => args.map((arg, index) => flags.has(arg) && !/^(true|false)$/.test(args[index + 1] ?? "") ? `${arg}=true` : arg);
function parse(args) {
  const end = args.indexOf("--");
  const own = withFlagValues(end === -1 ? args : args.slice(0, end));
  try {
    const parsed2 = parseArgs({ args: own, options: { ...sharedOptions, ...ownOptions }, allowPositionals: true });
    if (parsed2.positionals.length > 1) {
      throw new LeakgateError("config", `run takes one folder, got ${parsed2.positionals.join(" ")}.`);
    }
    return { ...parsed2, serviceArgs: end === -1 ? void 0 : args.slice(end + 1) };
  } catch (cause) {
    if (cause instanceof LeakgateError) throw cause;
    const message = cause instanceof Error ? cause.message.split(". ")[0] : String(cause);
    throw new LeakgateError("config", `${message}.`, { cause, hint: "`leakgate help run` lists the options." });
  }
}

// src/commands/init-service.ts
async function initService(target, terminal, signal) {
  const { cwd, env, stdout } = terminal;
  const host = localHost(terminal);
  const repository = await repositoryFacts(cwd, env, signal);
  const config = target.output === "-" ? null : resolve14(cwd, target.output);
  if (config !== null) refuseToReplace2(config, target);
  const found = await discover(
    {
      workingDirectory: cwd,
      package: target.package,
      serviceArgs: target.serviceArgs,
      repositoryRoot: repository.root,
      env,
      progress: (text3) => host.progress(text3)
    },
    signal
  );
  const text2 = discoveredConfig(
    found,
    ({ source }) => source === null ? null : `${relative5(cwd, source.file)}:${source.line}`
  );
  host.info(told2(found));
  if (config === null) {
    stdout.write(text2);
    return 0;
  }
  await put(config, text2, target.output);
  host.info(`Wrote ${target.output}${await workflow(found, { repository, cwd, force: target.force })}.`);
  return target.run ? run2.run(["."], terminal, signal) : 0;
}
function refuseToReplace2(path2, { output, force }) {
  if (force || !existsSync4(path2)) return;
  throw new LeakgateError("config", `--output: ${output} is there already.`, {
    hint: "--force replaces it; --output - prints a new one. `leakgate run` runs with it."
  });
}
async function put(path2, text2, name2) {
  try {
    await mkdir4(dirname6(path2), { recursive: true });
    await writeFile7(path2, text2);
  } catch (cause) {
    throw new LeakgateError("config", `--output: ${name2} can't be written.`, { cause });
  }
}
async function workflow({ target }, { repository, cwd, force }) {
  const { root, branch, defaultBranch, sha } = repository;
  if (sha === "" && branch === null) return "";
  const path2 = join17(root, ".github/workflows/leakgate.yml");
  if (existsSync4(path2) && !force) return `; ${relative5(cwd, path2)} stays as it is`;
  const text2 = workflowText({
    branch: defaultBranch ?? branch ?? "main",
    folder: relative5(root, cwd),
    goMod: relative5(root, join17(target.moduleDirectory, "go.mod"))
  });
  await put(path2, text2, relative5(cwd, path2));
  return ` and ${relative5(cwd, path2)}`;
}
function told2({ target, frameworks, routes, requests, tookPort, left: left2 }) {
  const [framework = "no framework that is known"] = frameworks;
  return [
    `${target.packagePath}: ${framework}, ${routes} ${routes === 1 ? "route" : "routes"} in the source, ${requests.length} of them asked for in a run.`,
    ...tookPort ? [] : ["It listens at a port of its own wherever it is told to, so its speed can’t be compared side by side."],
    ...left2.length > 0 ? [`${left2.length} left out; the config file says which and why.`] : []
  ].join("\n");
}

// src/commands/init.ts
var options8 = {
  from: { type: "string" },
  output: { type: "string" },
  package: { type: "string" },
  force: { type: "boolean", default: false },
  "no-run": { type: "boolean", default: false }
};
var init = {
  name: "init",
  summary: "config and workflow for the service in this folder, and a first run",
  help: `
leakgate init [--package PACKAGE] [--no-run] [--force] [-- ARGS…]
leakgate init --from FILE [--output FILE] [--force]

Reads the source of the service in this folder for its programs, routes (gin, echo, chi, fiber, gorilla, httprouter,
net/http), flags and variables; builds it, starts it, finds how it is told its port, and asks it for its GET routes.
Those that answer become the requests of .github/leakgate.yml, beside a workflow, .github/workflows/leakgate.yml. Then it
runs once. Nothing but GET is sent before you have looked at the file, and a file that is there already is left alone.

With --from, the requests come from a file that describes them:

  openapi.yaml, openapi.json   OpenAPI 3: examples and defaults; what has neither is listed
  recording.har                what a browser or proxy recorded, of the host that was asked most
  script.js                    a k6 script, as far as its requests are written in it; it isn't run
  targets.txt                  vegeta's targets, as HTTP or JSON

The other settings of a config file that is there already stay as they are. Secrets become \${NAME}.

  leakgate init
  leakgate init --package ./cmd/api -- serve --listen 127.0.0.1:{port}
  leakgate init --from openapi.yaml
  leakgate init --from recording.har --output -

Options:
  --package PACKAGE  which program is the service, where there are several
  --no-run           write the files, and don't run
  --from FILE        where the requests come from; 20 MB at most
  --output FILE      config file to write (.github/leakgate.yml); - prints it
  --force            replace what is there: the config file and workflow, or with --from its requests`,
  async run(args, terminal, signal) {
    const end = args.indexOf("--");
    const serviceArgs = end === -1 ? void 0 : args.slice(end + 1);
    const { values } = parseCommand("init", { args: end === -1 ? args : args.slice(0, end), options: options8 });
    const { from, output = ".github/leakgate.yml", force } = values;
    if (from === void 0)
      return initService(
        { package: values.package, output, force, run: !values["no-run"], serviceArgs },
        terminal,
        signal
      );
    await initFrom({ from, output, force }, terminal);
    return 0;
  }
};

// src/commands/open.ts
import { once as once4 } from "node:events";
import { readFile as readFile10 } from "node:fs/promises";
import { join as join18 } from "node:path";

// src/commands/report-server.ts
import { randomBytes } from "node:crypto";
import { once as once3 } from "node:events";
import { createServer as createServer2 } from "node:http";
var headers = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff"
};
async function serveReport(files) {
  const token2 = randomBytes(16).toString("hex");
  const byPath = new Map(files.map((file) => [`/${token2}/${file.name}`, file]));
  const server = createServer2((request2, response) => answer(request2, response, byPath));
  server.listen(0, "127.0.0.1");
  await once3(server, "listening");
  const { port } = server.address();
  return { origin: `http://127.0.0.1:${port}/${token2}/`, [Symbol.asyncDispose]: async () => close(server) };
}
function answer(request2, response, byPath) {
  request2.resume();
  if (request2.method !== "GET") return refuse(response, 405, { Allow: "GET" });
  if (!/^(?:127\.0\.0\.1|localhost):\d+$/.test(request2.headers.host ?? "")) return refuse(response, 403);
  const found = byPath.get((request2.url ?? "").split("?")[0]);
  if (found === void 0) return refuse(response, 404);
  response.writeHead(200, { ...headers, "Content-Type": found.type, "Content-Length": Buffer.byteLength(found.body) });
  response.end(found.body);
}
function refuse(response, status, more = {}) {
  response.writeHead(status, { ...headers, ...more, "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${status}
`);
}
async function close(server) {
  const closed = once3(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

// src/commands/open.ts
var rawFiles = {
  "result.json": "application/json",
  "report.sarif": "application/json",
  "heap-before.pb.gz": "application/octet-stream",
  "heap-after.pb.gz": "application/octet-stream",
  "trace.out": "application/octet-stream"
};
var open2 = {
  name: "open",
  summary: "serve the report of a run, and its raw profiles, to this machine",
  help: `
leakgate open [RUN] [--lang en|zh-CN]

Serves the report of a run on a free port of this machine until Ctrl-C, with the raw profiles beside it. RUN is a folder
with a result.json, or a run of .leakgate/runs by its id, the beginning of it, its commit or its branch;
otherwise the newest one.

  leakgate open
  leakgate open 20261125-222306
  leakgate open 8eb9505
  leakgate open leakgate-out

It prints the command that shows in pprof what grew between the first look at the heap and the last.`,
  async run(args, terminal, signal) {
    var _stack = [];
    try {
      const { positionals, values } = parseCommand("open", {
        args,
        options: { lang: { type: "string" } },
        allowPositionals: true
      });
      if (positionals.length > 1) throw new LeakgateError("config", `open takes one run, got ${positionals.join(" ")}.`);
      const run4 = await findRun(positionals[0], terminal, signal);
      const files = await servedFiles({ ...run4, report: { ...run4.report, ...langOption(values.lang) } });
      const server = __using(_stack, await serveReport(files), true);
      announce(server.origin, files, terminal);
      if (!signal.aborted) await once4(signal, "abort");
      return 0;
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  }
};
async function servedFiles({ folder, report: report2 }) {
  const page2 = { name: "", type: "text/html; charset=utf-8", body: renderHtml(report2) };
  const raw = await Promise.all(
    Object.entries(rawFiles).map(async ([name2, type]) => {
      const body = await readFile10(join18(folder, name2)).catch(() => null);
      return body === null ? [] : [{ name: name2, type, body }];
    })
  );
  return [page2, ...raw.flat()];
}
function announce(origin3, files, { stdout }) {
  const has = (name2) => files.some((file) => file.name === name2);
  const lines = [["report", origin3]];
  if (has("heap-before.pb.gz") && has("heap-after.pb.gz"))
    lines.push(["growth", `go tool pprof -diff_base ${origin3}heap-before.pb.gz ${origin3}heap-after.pb.gz`]);
  if (has("trace.out")) lines.push(["trace", `curl -sO ${origin3}trace.out && go tool trace trace.out`]);
  lines.push(["", "Ctrl-C ends it."]);
  stdout.write(`${lines.map(([what, how]) => `${what.padEnd(8)}${how}`).join("\n")}
`);
}

// src/commands/path.ts
import { resolve as resolve15 } from "node:path";

// src/heap/find-root.ts
function findRoots(trie, name2) {
  const roots2 = [...trie.children.values()].toSorted((a, b) => b.retainedBytes - a.retainedBytes);
  const wanted2 = name2.toLowerCase();
  const rules = [
    (text2) => text2 === name2,
    (text2) => text2.startsWith(name2),
    (text2) => text2.toLowerCase().includes(wanted2)
  ];
  for (const matches of rules) {
    const found = roots2.filter(({ label: label2 }) => matches(label2.text));
    if (found.length > 0) return { found };
  }
  const byDistance = roots2.map(({ label: label2 }) => ({ text: label2.text, distance: distanceBetween(label2.text.toLowerCase(), wanted2) })).filter(({ text: text2, distance }) => distance <= Math.max(text2.length, name2.length) / 2).toSorted((a, b) => a.distance - b.distance);
  return { nearest: byDistance.slice(0, nearestNames).map(({ text: text2 }) => text2) };
}
var nearestNames = 5;
var comparedLetters = 80;
function distanceBetween(one, other) {
  const [a, b] = [one.slice(0, comparedLetters), other.slice(0, comparedLetters)];
  let row2 = Array.from({ length: b.length + 1 }, (_, i2) => i2);
  for (let i2 = 1; i2 <= a.length; i2++) {
    const next = [i2];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row2[j] + 1, next[j - 1] + 1, row2[j - 1] + (a[i2 - 1] === b[j - 1] ? 0 : 1));
    }
    row2 = next;
  }
  return row2[b.length];
}

// src/commands/path.ts
var options9 = { program: { type: "string" }, format: { type: "string", default: "table" } };
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
    const { values, positionals } = parseCommand("path", { args, options: options9, allowPositionals: true });
    const format = choice("format", values.format, ["table", "json"]);
    const [name2, root, ...more] = positionals;
    if (name2 === void 0 || root === void 0 || more.length > 0) {
      throw new LeakgateError(
        "config",
        `path takes a file and the name of a root, got ${positionals.length} arguments.`,
        {
          hint: "leakgate path SNAPSHOT ROOT"
        }
      );
    }
    const program = values.program === void 0 ? {} : { program: resolve15(cwd, values.program) };
    const snapshot2 = readHeapFile(resolve15(cwd, name2), { name: name2, directory: cwd, ...program });
    if (snapshot2.kind === "profile") {
      throw new LeakgateError("config", `${name2} is a profile: it doesn't tell who keeps objects alive.`, {
        hint: `\`leakgate top ${name2}\` shows its allocation sites.`
      });
    }
    const roots2 = findRoots(snapshot2.trie, root);
    if ("nearest" in roots2) throw unknownRoot(name2, root, roots2.nearest);
    if (format === "json") stdout.write(`${JSON.stringify(roots2.found.map(plainTree), null, 2)}
`);
    else if (roots2.found.length === 1) {
      stdout.write(renderTree(roots2.found[0], { color: localHost({ env, stdout, stderr }).color }));
    } else stdout.write(list3(roots2.found));
    return 0;
  }
};
function unknownRoot(name2, root, nearest) {
  const hint = nearest.length === 0 ? `\`leakgate top ${name2}\` lists the roots.` : `Did you mean ${nearest.map((one) => plain(one, 120)).join(", ")}?`;
  return new LeakgateError("config", `${name2} has no root ${JSON.stringify(root)}.`, { hint });
}
function list3(found) {
  const bytes = found.slice(0, listedRoots).map(({ retainedBytes }) => formatValue(retainedBytes, "bytes"));
  const width2 = Math.max(...bytes.map((text2) => text2.length));
  const lines = bytes.map((text2, k) => `  ${text2.padStart(width2)}  ${plain(found[k].label.text, 160)}`);
  const rest = found.length - lines.length;
  return `${[`${found.length} roots fit; name one of them:`, ...lines, ...rest > 0 ? [`  … and ${rest} more`] : []].join("\n")}
`;
}
var plainTree = ({ label: label2, objects, bytes, retainedBytes, heldBy, children }) => ({
  text: label2.text,
  frame: label2.frame,
  objects,
  bytes,
  retainedBytes,
  ...heldBy !== void 0 && { heldBy: heldBy.map((way) => way.map(({ text: text2 }) => text2)) },
  children: [...children.values()].toSorted((a, b) => b.retainedBytes - a.retainedBytes).map(plainTree)
});

// src/commands/publish.ts
import { resolve as resolve16 } from "node:path";

// node_modules/fflate/esm/index.mjs
import { createRequire } from "module";
var require2 = createRequire("/");
var _a;
var Worker;
var isMarkedAsUntransferable;
try {
  _a = require2("worker_threads"), Worker = _a.Worker, isMarkedAsUntransferable = _a.isMarkedAsUntransferable;
} catch (e) {
}
var u8 = Uint8Array;
var u16 = Uint16Array;
var i32 = Int32Array;
var fleb = new u8([
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
  /* unused */
  0,
  0,
  /* impossible */
  0
]);
var fdeb = new u8([
  0,
  0,
  0,
  0,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  4,
  5,
  5,
  6,
  6,
  7,
  7,
  8,
  8,
  9,
  9,
  10,
  10,
  11,
  11,
  12,
  12,
  13,
  13,
  /* unused */
  0,
  0
]);
var clim = new u8([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
var freb = function(eb, start2) {
  var b = new u16(31);
  for (var i2 = 0; i2 < 31; ++i2) {
    b[i2] = start2 += 1 << eb[i2 - 1];
  }
  var r = new i32(b[30]);
  for (var i2 = 1; i2 < 30; ++i2) {
    for (var j = b[i2]; j < b[i2 + 1]; ++j) {
      r[j] = j - b[i2] << 5 | i2;
    }
  }
  return { b, r };
};
var _a = freb(fleb, 2);
var fl = _a.b;
var revfl = _a.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0);
var fd = _b.b;
var revfd = _b.r;
var rev = new u16(32768);
for (i = 0; i < 32768; ++i) {
  x = (i & 43690) >> 1 | (i & 21845) << 1;
  x = (x & 52428) >> 2 | (x & 13107) << 2;
  x = (x & 61680) >> 4 | (x & 3855) << 4;
  rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
}
var x;
var i;
var hMap = (function(cd, mb, r) {
  var s = cd.length;
  var i2 = 0;
  var l = new u16(mb);
  for (; i2 < s; ++i2) {
    if (cd[i2])
      ++l[cd[i2] - 1];
  }
  var le = new u16(mb);
  for (i2 = 1; i2 < mb; ++i2) {
    le[i2] = le[i2 - 1] + l[i2 - 1] << 1;
  }
  var co;
  if (r) {
    co = new u16(1 << mb);
    var rvb = 15 - mb;
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        var sv = i2 << 4 | cd[i2];
        var r_1 = mb - cd[i2];
        var v = le[cd[i2] - 1]++ << r_1;
        for (var m = v | (1 << r_1) - 1; v <= m; ++v) {
          co[rev[v] >> rvb] = sv;
        }
      }
    }
  } else {
    co = new u16(s);
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        co[i2] = rev[le[cd[i2] - 1]++] >> 15 - cd[i2];
      }
    }
  }
  return co;
});
var flt = new u8(288);
for (i = 0; i < 144; ++i)
  flt[i] = 8;
var i;
for (i = 144; i < 256; ++i)
  flt[i] = 9;
var i;
for (i = 256; i < 280; ++i)
  flt[i] = 7;
var i;
for (i = 280; i < 288; ++i)
  flt[i] = 8;
var i;
var fdt = new u8(32);
for (i = 0; i < 32; ++i)
  fdt[i] = 5;
var i;
var flrm = /* @__PURE__ */ hMap(flt, 9, 1);
var fdrm = /* @__PURE__ */ hMap(fdt, 5, 1);
var max = function(a) {
  var m = a[0];
  for (var i2 = 1; i2 < a.length; ++i2) {
    if (a[i2] > m)
      m = a[i2];
  }
  return m;
};
var bits = function(d, p, m) {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8) >> (p & 7) & m;
};
var bits16 = function(d, p) {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8 | d[o + 2] << 16) >> (p & 7);
};
var shft = function(p) {
  return (p + 7) / 8 | 0;
};
var slc = function(v, s, e) {
  if (s == null || s < 0)
    s = 0;
  if (e == null || e > v.length)
    e = v.length;
  return new u8(v.subarray(s, e));
};
var ec = [
  "unexpected EOF",
  "invalid block type",
  "invalid length/literal",
  "invalid distance",
  "stream finished",
  "no stream handler",
  ,
  // determined by compression function
  "no callback",
  "invalid UTF-8 data",
  "extra field too long",
  "date not in range 1980-2099",
  "filename too long",
  "stream finishing",
  "invalid zip data"
  // determined by unknown compression method
];
var err = function(ind, msg, nt) {
  var e = new Error(msg || ec[ind]);
  e.code = ind;
  if (Error.captureStackTrace)
    Error.captureStackTrace(e, err);
  if (!nt)
    throw e;
  return e;
};
var inflt = function(dat, st, buf, dict) {
  var sl = dat.length, dl = dict ? dict.length : 0;
  if (!sl || st.f && !st.l)
    return buf || new u8(0);
  var noBuf = !buf;
  var resize = noBuf || st.i != 2;
  var noSt = st.i;
  if (noBuf)
    buf = new u8(sl * 3);
  var cbuf = function(l2) {
    var bl = buf.length;
    if (l2 > bl) {
      var nbuf = new u8(Math.max(bl * 2, l2));
      nbuf.set(buf);
      buf = nbuf;
    }
  };
  var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
  var tbts = sl * 8;
  do {
    if (!lm) {
      final = bits(dat, pos, 1);
      var type = bits(dat, pos + 1, 3);
      pos += 3;
      if (!type) {
        var s = shft(pos) + 4, l = dat[s - 4] | dat[s - 3] << 8, t = s + l;
        if (t > sl) {
          if (noSt)
            err(0);
          break;
        }
        if (resize)
          cbuf(bt + l);
        buf.set(dat.subarray(s, t), bt);
        st.b = bt += l, st.p = pos = t * 8, st.f = final;
        continue;
      } else if (type == 1)
        lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
      else if (type == 2) {
        var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
        var tl = hLit + bits(dat, pos + 5, 31) + 1;
        pos += 14;
        var ldt = new u8(tl);
        var clt = new u8(19);
        for (var i2 = 0; i2 < hcLen; ++i2) {
          clt[clim[i2]] = bits(dat, pos + i2 * 3, 7);
        }
        pos += hcLen * 3;
        var clb = max(clt), clbmsk = (1 << clb) - 1;
        var clm = hMap(clt, clb, 1);
        for (var i2 = 0; i2 < tl; ) {
          var r = clm[bits(dat, pos, clbmsk)];
          pos += r & 15;
          var s = r >> 4;
          if (s < 16) {
            ldt[i2++] = s;
          } else {
            var c = 0, n = 0;
            if (s == 16)
              n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i2 - 1];
            else if (s == 17)
              n = 3 + bits(dat, pos, 7), pos += 3;
            else if (s == 18)
              n = 11 + bits(dat, pos, 127), pos += 7;
            while (n--)
              ldt[i2++] = c;
          }
        }
        var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
        lbt = max(lt);
        dbt = max(dt);
        lm = hMap(lt, lbt, 1);
        dm = hMap(dt, dbt, 1);
      } else
        err(1);
      if (pos > tbts) {
        if (noSt)
          err(0);
        break;
      }
    }
    if (resize)
      cbuf(bt + 131072);
    var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
    var lpos = pos;
    for (; ; lpos = pos) {
      var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
      pos += c & 15;
      if (pos > tbts) {
        if (noSt)
          err(0);
        break;
      }
      if (!c)
        err(2);
      if (sym < 256)
        buf[bt++] = sym;
      else if (sym == 256) {
        lpos = pos, lm = null;
        break;
      } else {
        var add = sym - 254;
        if (sym > 264) {
          var i2 = sym - 257, b = fleb[i2];
          add = bits(dat, pos, (1 << b) - 1) + fl[i2];
          pos += b;
        }
        var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
        if (!d)
          err(3);
        pos += d & 15;
        var dt = fd[dsym];
        if (dsym > 3) {
          var b = fdeb[dsym];
          dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
        }
        if (pos > tbts) {
          if (noSt)
            err(0);
          break;
        }
        if (resize)
          cbuf(bt + 131072);
        var end = bt + add;
        if (bt < dt) {
          var shift = dl - dt, dend = Math.min(dt, end);
          if (shift + bt < 0)
            err(3);
          for (; bt < dend; ++bt)
            buf[bt] = dict[shift + bt];
        }
        for (; bt < end; ++bt)
          buf[bt] = buf[bt - dt];
      }
    }
    st.l = lm, st.p = lpos, st.b = bt, st.f = final;
    if (lm)
      final = 1, st.m = lbt, st.d = dm, st.n = dbt;
  } while (!final);
  return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
var et = /* @__PURE__ */ new u8(0);
var b2 = function(d, b) {
  return d[b] | d[b + 1] << 8;
};
var b4 = function(d, b) {
  return (d[b] | d[b + 1] << 8 | d[b + 2] << 16 | d[b + 3] << 24) >>> 0;
};
var b8 = function(d, b) {
  return b4(d, b) + b4(d, b + 4) * 4294967296;
};
function inflateSync(data, opts) {
  return inflt(data, { i: 2 }, opts && opts.out, opts && opts.dictionary);
}
var td = typeof TextDecoder != "undefined" && /* @__PURE__ */ new TextDecoder();
var tds = 0;
try {
  td.decode(et, { stream: true });
  tds = 1;
} catch (e) {
}
var dutf8 = function(d) {
  for (var r = "", i2 = 0; ; ) {
    var c = d[i2++];
    var eb = (c > 127) + (c > 223) + (c > 239);
    if (i2 + eb > d.length)
      return { s: r, r: slc(d, i2 - 1) };
    if (!eb)
      r += String.fromCharCode(c);
    else if (eb == 3) {
      c = ((c & 15) << 18 | (d[i2++] & 63) << 12 | (d[i2++] & 63) << 6 | d[i2++] & 63) - 65536, r += String.fromCharCode(55296 | c >> 10, 56320 | c & 1023);
    } else if (eb & 1)
      r += String.fromCharCode((c & 31) << 6 | d[i2++] & 63);
    else
      r += String.fromCharCode((c & 15) << 12 | (d[i2++] & 63) << 6 | d[i2++] & 63);
  }
};
function strFromU8(dat, latin1) {
  if (latin1) {
    var r = "";
    for (var i2 = 0; i2 < dat.length; i2 += 16384)
      r += String.fromCharCode.apply(null, dat.subarray(i2, i2 + 16384));
    return r;
  } else if (td) {
    return td.decode(dat);
  } else {
    var _a2 = dutf8(dat), s = _a2.s, r = _a2.r;
    if (r.length)
      err(8);
    return s;
  }
}
var slzh = function(d, b) {
  return b + 30 + b2(d, b + 26) + b2(d, b + 28);
};
var zh = function(d, b, z) {
  var fnl = b2(d, b + 28), efl = b2(d, b + 30), fn = strFromU8(d.subarray(b + 46, b + 46 + fnl), !(b2(d, b + 8) & 2048)), es = b + 46 + fnl;
  var _a2 = z64hs(d, es, efl, z, b4(d, b + 20), b4(d, b + 24), b4(d, b + 42)), sc = _a2[0], su = _a2[1], off = _a2[2];
  return [b2(d, b + 10), sc, su, fn, es + efl + b2(d, b + 32), off];
};
var z64hs = function(d, b, l, z, sc, su, off) {
  var nsc = sc == 4294967295, nsu = su == 4294967295, noff = off == 4294967295, e = b + l;
  var nf = nsc + nsu + noff;
  if (z && nf) {
    for (; b + 4 < e; b += 4 + b2(d, b + 2)) {
      if (b2(d, b) == 1) {
        return [
          nsc ? b8(d, b + 4 + 8 * nsu) : sc,
          nsu ? b8(d, b + 4) : su,
          noff ? b8(d, b + 4 + 8 * (nsu + nsc)) : off,
          1
        ];
      }
    }
    if (z < 2)
      err(13);
  }
  return [sc, su, off, 0];
};
function unzipSync(data, opts) {
  var files = {};
  var e = data.length - 22;
  for (; b4(data, e) != 101010256; --e) {
    if (!e || data.length - e > 65558)
      err(13);
  }
  ;
  var c = b2(data, e + 8);
  if (!c)
    return {};
  var o = b4(data, e + 16);
  var z = b4(data, e - 20) == 117853008;
  if (z) {
    var ze = b4(data, e - 12);
    z = b4(data, ze) == 101075792;
    if (z) {
      c = b4(data, ze + 32);
      o = b4(data, ze + 48);
    }
  }
  var fltr = opts && opts.filter;
  for (var i2 = 0; i2 < c; ++i2) {
    var _a2 = zh(data, o, z), c_2 = _a2[0], sc = _a2[1], su = _a2[2], fn = _a2[3], no = _a2[4], off = _a2[5], b = slzh(data, off);
    o = no;
    if (!fltr || fltr({
      name: fn,
      size: sc,
      originalSize: su,
      compression: c_2
    })) {
      if (!c_2)
        files[fn] = slc(data, b, b + sc);
      else if (c_2 == 8)
        files[fn] = inflateSync(data.subarray(b, b + sc), { out: new u8(su) });
      else
        err(14, "unknown compression type " + c_2);
    }
  }
  return files;
}

// src/host/octokit-runs.ts
var most2 = { artifacts: 100, archiveBytes: 64 * 1024 * 1024, entryBytes: 32 * 1024 * 1024 };
async function readArtifacts(access2, runId2, wanted2) {
  const { actions } = (await connect(access2)).rest;
  const { owner, name: repo } = access2.repository;
  const { data } = await actions.listWorkflowRunArtifacts({ owner, repo, run_id: runId2, per_page: 100 });
  const ours = data.artifacts.filter(({ name: name2, expired }) => name2.startsWith("leakgate-") && !expired);
  if (data.total_count > most2.artifacts && ours.length === most2.artifacts)
    throw new LeakgateError("config", `Run ${runId2} has more than ${most2.artifacts} artifacts.`);
  const files = [];
  for (const { id, name: name2, size_in_bytes: bytes } of ours) {
    if (bytes > most2.archiveBytes)
      throw new LeakgateError("config", `Artifact ${name2} is too large to be a result: ${bytes} bytes.`);
    const answer2 = await actions.downloadArtifact({ owner, repo, artifact_id: id, archive_format: "zip" });
    if (!(answer2.data instanceof ArrayBuffer))
      throw new LeakgateError("config", `Artifact ${name2} came in a form that isn't an archive.`);
    files.push(...filesOf(new Uint8Array(answer2.data), name2, wanted2));
  }
  return files;
}
function filesOf(archive3, artifact, wanted2) {
  if (archive3.length > most2.archiveBytes) throw new LeakgateError("config", `Artifact ${artifact} is too large.`);
  const seen = /* @__PURE__ */ new Set();
  const entries = openArchive2(archive3, artifact, ({ name: name2, originalSize }) => {
    if (!wanted2.includes(name2) || seen.has(name2)) return false;
    seen.add(name2);
    if (originalSize > most2.entryBytes)
      throw new LeakgateError("config", `${name2} in artifact ${artifact} is too large to be a result.`);
    return true;
  });
  return Object.entries(entries).map(([name2, bytes]) => ({ artifact, name: name2, text: strFromU8(bytes) }));
}
function openArchive2(archive3, artifact, filter) {
  try {
    return unzipSync(archive3, { filter });
  } catch (cause) {
    if (cause instanceof LeakgateError) throw cause;
    throw new LeakgateError("config", `Artifact ${artifact} is no archive that can be read.`, { cause });
  }
}
async function pullRequestOfRun(access2, run4) {
  const { pulls } = (await connect(access2)).rest;
  const { owner, name: repo } = access2.repository;
  const head2 = `${run4.headOwner}:${run4.headBranch}`;
  const { data } = await pulls.list({ owner, repo, state: "open", head: head2, per_page: 100 });
  return data.find((pull) => pull.head.sha === run4.headSha)?.number ?? null;
}

// src/host/publish-comment.ts
async function publishCommentOn(access2, pullRequest, markdown, retryDelaysMs2) {
  const marker = markdown.slice(0, markdown.indexOf("\n"));
  return patiently(retryDelaysMs2, async () => upsertComment(await commentApi(access2, pullRequest), marker, markdown));
}

// src/host/workflow-run.ts
import { readFile as readFile11 } from "node:fs/promises";
var payload = object({
  workflow_run: object({
    id: int().positive(),
    html_url: url({ protocol: /^https?$/ }),
    head_sha: string().regex(/^[0-9a-f]{40,64}$/i),
    head_branch: string().min(1),
    // Null once the fork is deleted: then its pull request is closed as well.
    head_repository: object({ owner: object({ login: string().min(1) }) })
  }),
  repository: object({
    name: string().min(1),
    owner: object({ login: string().min(1) }),
    html_url: url({ protocol: /^https?$/ })
  })
});
async function readFinishedRun(env) {
  const path2 = env["GITHUB_EVENT_PATH"] ?? "";
  const text2 = await readFile11(path2, "utf8").catch(() => "null");
  const parsed2 = payload.safeParse(parseOrNull(text2));
  if (!parsed2.success) {
    throw new LeakgateError("config", "publish needs the event of a finished run (`on: workflow_run`).", {
      cause: parsed2.error,
      hint: "examples/workflows/fork-comment.yml is a workflow that can be taken as it is."
    });
  }
  const { workflow_run: run4, repository } = parsed2.data;
  return {
    id: run4.id,
    headSha: run4.head_sha,
    headOwner: run4.head_repository.owner.login,
    headBranch: run4.head_branch,
    url: run4.html_url,
    repository: { owner: repository.owner.login, name: repository.name, url: repository.html_url }
  };
}
function parseOrNull(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return null;
  }
}

// src/foreign-comments.ts
var mostComments = 10;
var origin2 = "The figures come from the pull request’s own run, which its author can change: look at the run before trusting a green one.";
function foreignComments(files, source) {
  const whole = files.find(({ name: name2 }) => name2.endsWith("aggregate.json"));
  if (whole !== void 0) {
    const parsed2 = parseAggregate(whole.text, whole.name);
    const trusted = {
      ...parsed2,
      notes: [...parsed2.notes.slice(0, 20), origin2],
      results: parsed2.results.map((report2) => believed(report2, source, whole.name))
    };
    return [aggregateComment(trusted)];
  }
  if (files.length > mostComments) {
    throw new LeakgateError("config", `The run left ${files.length} results: more than ${mostComments} comments.`, {
      hint: "Fan a matrix in with `leakgate aggregate` in the first workflow; its artifact becomes one comment."
    });
  }
  return files.map(({ name: name2, text: text2 }) => believed(parseReport(text2, name2), source, name2)).filter(hasComment).map((report2) => prComment({ ...report2, notes: [origin2, ...report2.notes] }));
}
var hasComment = ({ key, error }) => key !== "" && error?.code !== "interrupted";
function believed(given, { headSha, headBranch, url: url2, repository, pullRequest }, name2) {
  if (given.commit.sha !== "" && given.commit.sha !== headSha) {
    throw new LeakgateError("config", `${name2} is of another commit than the run: it isn't shown.`);
  }
  const report2 = boundedReport(given);
  return {
    ...report2,
    commit: { sha: headSha, branch: headBranch, baseBranch: given.commit.baseBranch, pullRequest },
    links: { repository: repository.url, run: url2 },
    baseline: { ...report2.baseline, stored: false }
  };
}

// src/commands/publish.ts
var retryDelaysMs = [1e3, 4e3, 1e4];
var publish2 = {
  name: "publish",
  summary: "comment on a pull request from the result that its own run left behind",
  help: `
leakgate publish [--from DIR]

For pull requests from forks, whose run may not comment: a second workflow, started by \`on: workflow_run\`, runs this. It
reads result.json (or aggregate.json) from the run's artifacts, renders it again, and comments on the open pull request
whose newest commit the run measured. Nothing is checked out, nothing of the artifact is executed or written to disk, and
what it says about pull request, links and commit isn't believed.

--from reads a folder with result.json files instead of asking for artifacts.
GITHUB_TOKEN needs \`actions: read\` and \`pull-requests: write\`. examples/workflows/fork-comment.yml is the workflow.`,
  async run(args, terminal) {
    const { values } = parseCommand("publish", { args, options: { from: { type: "string" } } });
    const { env } = terminal;
    const token2 = tokenOf(env);
    if (token2 === void 0) throw new LeakgateError("config", "publish needs GITHUB_TOKEN.");
    const run4 = await readFinishedRun(env);
    const access2 = { token: token2, apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com", repository: run4.repository };
    const files = await filesOf2(values.from, { access: access2, run: run4 }, terminal);
    await explained(async () => comment3(files, { access: access2, run: run4 }, terminal));
    return 0;
  }
};
async function filesOf2(from, { access: access2, run: run4 }, { cwd }) {
  const wanted2 = ["result.json", "aggregate.json"];
  if (from !== void 0) return readResultFiles(resolve16(cwd, from), from, wanted2);
  const found = await explained(
    async () => patiently(retryDelaysMs, async () => readArtifacts(access2, run4.id, wanted2))
  );
  return found.map(({ artifact, name: name2, text: text2 }) => ({ name: `${artifact}/${name2}`, text: text2 }));
}
async function comment3(files, { access: access2, run: run4 }, terminal) {
  const host = hostOf(terminal);
  if (files.length === 0) return host.info(`Run ${run4.id} left no result of Leakgate.`);
  const pullRequest = await patiently(retryDelaysMs, async () => pullRequestOfRun(access2, run4));
  if (pullRequest === null)
    return host.info(`No open pull request of ${run4.headOwner} has ${run4.headSha.slice(0, 7)} as its newest commit.`);
  for (const markdown of foreignComments(files, { ...run4, pullRequest })) {
    const { comment: written, did } = await publishCommentOn(access2, pullRequest, markdown, retryDelaysMs);
    host.info(`The comment was ${did}: ${written.html_url}`);
    host.output("comment-url", written.html_url);
  }
}
async function explained(call) {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof LeakgateError) throw cause;
    const said = cause instanceof Error ? cause.message : String(cause);
    const hint = isRefusal(cause) ? "Give the job `permissions: { actions: read, pull-requests: write }`." : void 0;
    throw new LeakgateError("config", `The pull request wasn't commented: ${said}`, {
      cause,
      ...hint !== void 0 && { hint }
    });
  }
}

// src/commands/report.ts
import { mkdtemp as mkdtemp8, readFile as readFile12, rm as rm9 } from "node:fs/promises";
import { tmpdir as tmpdir9 } from "node:os";
import { join as join19, resolve as resolve17 } from "node:path";
var formats2 = Object.keys(renderings);
var report = {
  name: "report",
  summary: "show a result.json again, in another form",
  help: `
leakgate report --from result.json [--format ${formats2.join("|")}] [--html FILE] [--pdf FILE] [--lang en|zh-CN]

Renders a recorded result. Nothing is measured; the same result gives the same text.

  leakgate report --from leakgate-out/result.json
  leakgate report --from leakgate-out/result.json --format markdown > report.md
  leakgate report --from leakgate-out/result.json --html report.html --pdf report.pdf

--html writes one page that needs nothing else. --pdf prints it with the Chrome or Chromium that is installed
(CHROME_BIN may name one); without one it is left out. --lang renders it in another language than the run asked for.`,
  async run(args, terminal, signal) {
    const { values } = parseCommand("report", {
      args,
      options: {
        from: { type: "string" },
        format: { type: "string" },
        html: { type: "string" },
        pdf: { type: "string" },
        lang: { type: "string" }
      }
    });
    const { from, html: html3, pdf } = values;
    if (from === void 0) throw new LeakgateError("config", "report needs --from result.json.");
    const stored = parseReport(await read(resolve17(terminal.cwd, from), from), from);
    const result = { ...stored, ...langOption(values.lang) };
    if (values.format !== void 0 || html3 === void 0 && pdf === void 0)
      terminal.stdout.write(`${rendering(values.format ?? "terminal")(result)}
`);
    await writePage(
      result,
      { ...html3 !== void 0 && { html: html3 }, ...pdf !== void 0 && { pdf } },
      terminal,
      signal
    );
    return 0;
  }
};
async function read(path2, from) {
  return readFile12(path2, "utf8").catch((cause) => {
    throw new LeakgateError("config", `--from: ${from} can't be read.`, { cause });
  });
}
function rendering(format) {
  const found = Object.entries(renderings).find(([name2]) => name2 === format);
  if (found !== void 0) return found[1];
  throw new LeakgateError("config", `--format: got ${JSON.stringify(format)}; allowed: ${formats2.join(", ")}.`);
}
async function writePage(result, { html: html3, pdf }, terminal, signal) {
  if (html3 === void 0 && pdf === void 0) return;
  const { cwd, env, stderr } = terminal;
  const scratch = html3 === void 0 ? await mkdtemp8(join19(tmpdir9(), "leakgate-page-")) : null;
  try {
    const page2 = scratch === null ? resolve17(cwd, html3) : join19(scratch, "report.html");
    await writeHtml(page2, renderHtml(result));
    if (pdf === void 0) return;
    const missing = await printPdf({ page: page2, to: resolve17(cwd, pdf), env }, signal);
    if (missing !== null) stderr.write(`${missing}
`);
  } finally {
    if (scratch !== null) await rm9(scratch, { recursive: true, force: true });
  }
}

// src/commands/scorecard.ts
import { mkdir as mkdir5, readFile as readFile13, writeFile as writeFile8 } from "node:fs/promises";
import { availableParallelism as availableParallelism2, cpus } from "node:os";
import { dirname as dirname7, join as join21, relative as relative7, resolve as resolve20 } from "node:path";

// src/scorecard/measure.ts
import { basename as basename4, resolve as resolve19 } from "node:path";

// src/scorecard/place.ts
import { join as join20, relative as relative6, resolve as resolve18 } from "node:path";
async function placeOf({ folder, ref }, { cwd, env }, stack, signal) {
  const here = resolve18(cwd, folder);
  const { root, sha } = await repositoryFacts(here, env, signal);
  if (ref === null) return { folder: here, root, sha };
  const tree = stack.own(await worktreeAt({ repositoryRoot: root, sha: ref, env }, signal));
  const there = await repositoryFacts(tree.directory, env, signal);
  return { folder: join20(tree.directory, relative6(root, here)), root: tree.directory, sha: there.sha };
}

// src/scorecard/versions.ts
async function currentVersions({ folder, ref, sha, modules }, place3, signal) {
  var _stack = [];
  try {
    const stack = __using(_stack, owned(), true);
    const { cwd, env } = place3;
    const there = await placeOf({ folder, ref: ref === null ? null : sha }, place3, stack, signal);
    const { package: wanted2, build } = resolveConfig({ inputs: { "working-directory": there.folder }, cwd, env });
    const target = await resolveTarget(
      { workingDirectory: there.folder, flags: build.flags, env, ...wanted2 !== void 0 && { package: wanted2 } },
      signal
    );
    const current = ref === null ? await requiredModules(target.moduleDirectory, env, signal) : modules;
    return { goVersion: target.goVersion, modules: current };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
var requirements = object({
  Require: array(object({ Path: string(), Version: string(), Indirect: boolean().optional() })).nullish()
});
async function requiredModules(moduleDirectory, env, signal) {
  const result = await go(["mod", "edit", "-json"], { cwd: moduleDirectory, env }, signal);
  if (result.exitCode !== 0) throw goFailed("go mod edit", moduleDirectory, result);
  const { Require } = requirements.parse(JSON.parse(result.stdout));
  const direct = (Require ?? []).filter(({ Indirect }) => Indirect !== true);
  return Object.fromEntries(direct.map(({ Path, Version }) => [Path, Version]));
}

// src/scorecard/measure.ts
async function measureField(specs, around, signal) {
  var _stack = [];
  try {
    const stack = __using(_stack, owned(), true);
    const field = [];
    for (const spec of specs) {
      around.progress(`building ${spec.name}`);
      field.push(await start(spec, around, stack, signal));
    }
    const rounds = await speedRounds(field, around, signal);
    const measured2 = [];
    for (const [index, running] of field.entries()) {
      around.progress(`${running.contestant.name}: what ${around.plan.leakRequests} requests leave behind`);
      const speed = summed(rounds[index] ?? []);
      measured2.push({ ...running.contestant, figures: { ...speed, ...await leftBehind(running, around, signal) } });
    }
    return measured2;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function start(spec, { cwd, env, inputs, secret }, stack, signal) {
  const { folder, root, sha } = await placeOf(spec, { cwd, env }, stack, signal);
  const config = resolveConfig({ inputs: { ...inputs, "working-directory": folder }, cwd, env });
  const target = await resolveTarget(
    {
      workingDirectory: folder,
      env,
      flags: config.build.flags,
      ...config.package !== void 0 && { package: config.package }
    },
    signal
  );
  const wanted2 = { config, target, repositoryRoot: root, env, progress: () => void 0 };
  const builds = stack.own(
    await buildAll(
      { ...wanted2, builds: /* @__PURE__ */ new Set(["stock", "probe"]), base: { unavailable: "a scorecard has none" } },
      signal
    )
  );
  const parent = { env, secret };
  const stock = stack.own(await startProgram(config, parent, { side: "head", binary: builds.stock.path }, signal));
  const probing = {
    side: "probe",
    binary: builds.probe.path,
    probe: true,
    env: probeEnvironment({ ...env, ...config.env })
  };
  const probed = stack.own(await startProgram(config, parent, probing, signal));
  const probe = connectProbe(probed.probeSocket ?? "");
  await probe.ping(signal);
  const modules = await requiredModules(target.moduleDirectory, env, signal);
  return { contestant: { ...spec, sha, goVersion: target.goVersion, modules }, config, stock, probed, probe };
}
async function speedRounds(field, { plan, progress }, signal) {
  const rounds = field.map(() => []);
  for (let round = -1; round < plan.rounds; round += 1) {
    progress(round < 0 ? "warming up" : `round ${round + 1} of ${plan.rounds}`);
    const order2 = field.map((_, index) => index);
    for (const index of round % 2 === 0 ? order2 : order2.toReversed()) {
      const result = await loadFor(field[index], plan.roundMs, signal);
      if (round >= 0) rounds[index].push(result);
    }
  }
  return rounds;
}
async function loadFor({ config, stock, contestant: contestant2 }, durationMs, signal) {
  const summary2 = await stock.survives(
    async () => sendNew(
      config,
      stock,
      async (origin3, load2) => engines.autocannon.run(origin3, { ...load2, stop: { durationMs } }, signal)
    )
  );
  const wrong = summary2.errors + summary2.timeouts + summary2.lost + summary2.unexpected;
  if (summary2.answered === 0 || wrong > summary2.answered * 0.01)
    throw new LeakgateError(
      "measurement",
      `${contestant2.name}: ${wrong} of ${summary2.sent} requests weren’t answered as expected.`,
      {
        hint: "A broken handler is fast: make the requests succeed with every contestant."
      }
    );
  return { qps: summary2.requestsPerSecond, p99Ms: summary2.latencyUs.p99 / 1e3 };
}
var summed = (rounds) => ({
  qps: median(rounds.map(({ qps }) => qps)),
  p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
  qpsRounds: rounds.map(({ qps }) => qps)
});
async function leftBehind(running, { plan }, signal) {
  const { config, probed, probe } = running;
  const send = async (requests2) => {
    const load2 = { ...loadOf(config, probed), stop: { requests: requests2 }, variants: "replayed" };
    return (await probed.survives(async () => engines.autocannon.run(probed.service.origin, load2, signal))).answered;
  };
  const look2 = async () => {
    await settle(probe, signal);
    const { heapBytes } = await probe.memStats(3, signal);
    return { heapBytes, goroutines: await probe.goroutines(signal) };
  };
  await send(Math.max(2e3, plan.leakRequests / 4));
  const before = await look2();
  const requests = await send(plan.leakRequests);
  const after = await look2();
  return {
    initialGoroutines: before.goroutines,
    afterGoroutines: after.goroutines,
    initialHeapBytes: before.heapBytes,
    afterHeapBytes: after.heapBytes,
    requests
  };
}
function parseSpec(given) {
  const [, name2, folder = "", ref] = /^(?:([\w. -]+)=)?([^@]+)(?:@(.+))?$/.exec(given) ?? [];
  if (folder === "")
    throw new LeakgateError("config", `scorecard: got ${JSON.stringify(given)}; write [NAME=]DIR[@COMMIT].`);
  const own = `${basename4(resolve19(folder))}${ref === void 0 ? "" : `@${ref}`}`;
  return { name: name2 ?? own, folder, ref: ref ?? null };
}

// src/scorecard/scorecard.ts
var criteria = ["throughput", "latency", "memory", "goroutines"];
var figures = object({
  qps: number(),
  p99Ms: number(),
  /** Of each round, to tell how far they lie apart. */
  qpsRounds: array(number()),
  initialGoroutines: number(),
  afterGoroutines: number(),
  initialHeapBytes: number(),
  afterHeapBytes: number(),
  /** Between the two looks. */
  requests: number()
});
var perCriterion = object({
  throughput: number(),
  latency: number(),
  memory: number(),
  goroutines: number()
});
var contestant = object({
  name: string(),
  folder: string(),
  ref: string().nullable(),
  sha: string(),
  goVersion: string(),
  /** Version by path of the modules that its go.mod requires directly. */
  modules: record(string(), string())
});
var scorecard = object({
  schemaVersion: literal(1),
  leakgate: string(),
  createdAt: string(),
  machine: object({ cpus: number(), cpuModel: string() }),
  plan: object({ rounds: number(), roundMs: number(), leakRequests: number() }),
  /** Settings that held for all, such as `requests`. */
  inputs: record(string(), string()),
  weights: perCriterion,
  entries: array(contestant.extend({ figures, scores: perCriterion, total: number() }))
});
function parseScorecard(text2, where) {
  let given;
  try {
    given = JSON.parse(text2);
  } catch (cause) {
    throw new LeakgateError("config", `${where} isn't JSON.`, { cause });
  }
  const parsed2 = scorecard.safeParse(given);
  if (parsed2.success) return parsed2.data;
  throw new LeakgateError("config", `${where} is no scorecard of this version of Leakgate.`, { cause: parsed2.error });
}

// src/scorecard/score.ts
var defaultWeights = { throughput: 30, latency: 25, memory: 25, goroutines: 20 };
var marks = {
  /** Bytes that a request leaves behind: a line that keeps more than 1 B is a leak, 100 B fill 1 GiB in ten million requests. */
  memory: { full: 1, none: 100 },
  /** Goroutines that 1,000 requests leave behind. */
  goroutines: { full: 0, none: 10 }
};
var formulas = {
  throughput: "100 × QPS ÷ best QPS",
  latency: "100 × best p99 ÷ p99",
  memory: `100 up to ${marks.memory.full} B of heap growth per request, 0 from ${marks.memory.none} B on, linear between`,
  goroutines: `100 at ${marks.goroutines.full} goroutines left by 1,000 requests, 0 from ${marks.goroutines.none} on, linear between`
};
var clamp = (score) => Math.min(100, Math.max(0, score));
var onLine = (value, { full, none }) => clamp(100 * (none - value) / (none - full));
var round1 = (value) => Math.round(value * 10) / 10;
var heapPerRequest = ({ initialHeapBytes, afterHeapBytes, requests }) => (afterHeapBytes - initialHeapBytes) / Math.max(1, requests);
var goroutinesPerThousand = ({ initialGoroutines, afterGoroutines, requests }) => 1e3 * (afterGoroutines - initialGoroutines) / Math.max(1, requests);
function scored(field, weights) {
  const bestQps = Math.max(...field.map(({ figures: figures3 }) => figures3.qps));
  const bestP99 = Math.min(...field.map(({ figures: figures3 }) => figures3.p99Ms).filter((ms) => ms > 0));
  return field.map((one) => {
    const { figures: figures3 } = one;
    const scores = {
      throughput: bestQps > 0 ? round1(clamp(100 * figures3.qps / bestQps)) : 0,
      latency: figures3.p99Ms > 0 ? round1(clamp(100 * bestP99 / figures3.p99Ms)) : 0,
      memory: round1(onLine(heapPerRequest(figures3), marks.memory)),
      goroutines: round1(onLine(goroutinesPerThousand(figures3), marks.goroutines))
    };
    return { ...one, scores, total: totalOf(scores, weights) };
  }).toSorted((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1));
}
function totalOf(scores, weights) {
  const sum = criteria.reduce((all, name2) => all + weights[name2], 0);
  return round1(criteria.reduce((all, name2) => all + scores[name2] * weights[name2], 0) / sum);
}
function majorOf(version2) {
  const [major = "", minor = ""] = version2.split(".");
  return major === "v0" ? `${major}.${minor}` : major;
}
var goRelease = (version2) => /^go\d+\.\d+/.exec(version2)?.[0] ?? version2;
function outdated(then, now) {
  const go3 = goRelease(then.goVersion) === goRelease(now.goVersion) ? [] : [`${then.goVersion} is ${now.goVersion} now`];
  const paths = [.../* @__PURE__ */ new Set([...Object.keys(then.modules), ...Object.keys(now.modules)])].toSorted();
  const modules = paths.flatMap((path2) => {
    const [was, is] = [then.modules[path2], now.modules[path2]];
    if (was === void 0) return [`${path2} ${is} is new`];
    if (is === void 0) return [`${path2} ${was} is gone`];
    return majorOf(was) === majorOf(is) ? [] : [`${path2} ${was} is ${is} now`];
  });
  return [...go3, ...modules];
}
var tolerance = 10;
function contradictions(then, now) {
  const moved = now.flatMap(({ name: name2, total }) => {
    const before = then.find((entry) => entry.name === name2)?.total;
    return before === void 0 || Math.abs(total - before) <= tolerance ? [] : [`${name2}: ${before} is ${total} now`];
  });
  const [was, is] = [then[0], now[0]];
  const left2 = now.find(({ name: name2 }) => name2 === was?.name)?.total ?? 0;
  const overtaken = is !== void 0 && is.total - left2 > tolerance;
  return overtaken ? [`the best was ${was?.name}, now it is ${is.name}`, ...moved] : moved;
}

// src/scorecard/render.ts
var head = ["Service", "QPS", "p99", "Goroutines before", "after", "Heap growth", "per request"];
function figureCells({ figures: figures3 }) {
  const growth2 = figures3.afterHeapBytes - figures3.initialHeapBytes;
  return [
    formatCount(Math.round(figures3.qps)),
    formatValue(figures3.p99Ms, "ms"),
    formatCount(figures3.initialGoroutines),
    formatCount(figures3.afterGoroutines),
    formatValue(growth2, "bytes", "always"),
    formatValue(heapPerRequest(figures3), "bytes/req", "always")
  ];
}
var scoreCells = ({ scores, total }) => [
  ...criteria.map((name2) => String(scores[name2])),
  String(total)
];
var scoreHead = ({ weights }) => [
  "Service",
  ...criteria.map((name2) => `${name2[0].toUpperCase()}${name2.slice(1)} (${weights[name2]})`),
  "Total"
];
function remarks2({ plan, machine, leakgate, createdAt, entries }) {
  const go3 = [...new Set(entries.map(({ goVersion }) => goVersion))].join(", ");
  return [
    `Measured in turn, ${plan.rounds} rounds of ${plan.roundMs / 1e3} s each, on one machine (${machine.cpus} CPUs, ${machine.cpuModel}); the median round counts. Goroutines and heap at rest, before and after ${formatCount(plan.leakRequests)} requests.`,
    `${go3}; leakgate ${leakgate}; ${formatTime(createdAt)}.`
  ];
}
function scorecardMarkdown(card) {
  const [winner] = card.entries;
  const right2 = [1, 2, 3, 4, 5, 6];
  return `${[
    `### Scorecard: ${winner === void 0 ? "nobody" : `${text(winner.name)} leads with ${winner.total}`}`,
    table(
      head,
      card.entries.map((entry) => [code(entry.name, 60), ...figureCells(entry)]),
      right2
    ),
    table(
      scoreHead(card),
      card.entries.map((entry) => [code(entry.name, 60), ...scoreCells(entry)]),
      right2.slice(0, 5)
    ),
    criteria.map((name2) => `- **${name2}**: ${formulas[name2]}`).join("\n"),
    "Total: the mean of the scores, weighted as the heads say.",
    ...remarks2(card).map((line2) => text(line2, 600))
  ].join("\n\n")}
`;
}
function scorecardCsv(card) {
  const names2 = [
    "name",
    "sha",
    "go",
    "qps",
    "p99_ms",
    "initial_goroutines",
    "after_goroutines",
    "initial_heap_bytes",
    "after_heap_bytes",
    "requests",
    ...criteria.map((name2) => `score_${name2}`),
    "total"
  ];
  const rows = card.entries.map(({ name: name2, sha, goVersion, figures: figures3, scores, total }) => [
    name2,
    sha,
    goVersion,
    figures3.qps,
    figures3.p99Ms,
    figures3.initialGoroutines,
    figures3.afterGoroutines,
    figures3.initialHeapBytes,
    figures3.afterHeapBytes,
    figures3.requests,
    ...criteria.map((criterion) => scores[criterion]),
    total
  ]);
  return [names2, ...rows].map((row2) => `${row2.map(cell).join(",")}\r
`).join("");
}
var style = "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color-scheme:light dark}table{border-collapse:collapse;margin:1rem 0}th,td{padding:.3rem .8rem;border-bottom:1px solid #8886;text-align:right}th:first-child,td:first-child{text-align:left}";
var tableOf = (names2, rows) => `<table><thead><tr>${names2.map((name2) => `<th scope="col">${html(name2)}</th>`).join("")}</tr></thead><tbody>${rows.map((row2) => `<tr>${row2.map((value) => `<td>${html(value)}</td>`).join("")}</tr>`).join("")}</tbody></table>`;
function scorecardHtml(card) {
  return [
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Leakgate scorecard</title><style>${style}</style>`,
    "<h1>Scorecard</h1>",
    tableOf(
      head,
      card.entries.map((entry) => [entry.name, ...figureCells(entry)])
    ),
    tableOf(
      scoreHead(card),
      card.entries.map((entry) => [entry.name, ...scoreCells(entry)])
    ),
    `<ul>${criteria.map((name2) => `<li><b>${name2}</b>: ${html(formulas[name2])}</li>`).join("")}</ul>`,
    "<p>Total: the mean of the scores, weighted as the heads say.</p>",
    ...remarks2(card).map((line2) => `<p>${html(line2, 600)}</p>`),
    "</html>\n"
  ].join("\n");
}

// src/scorecard/validate.ts
async function validated(old, now, measure) {
  const changes2 = [];
  for (const entry of old.entries)
    changes2.push(...outdated(entry, await now(entry)).map((change) => `${entry.name}: ${change}`));
  if (changes2.length === 0) return { changes: changes2, again: null, wrong: [] };
  const specs = old.entries.map(({ name: name2, folder, ref, sha }) => ({ name: name2, folder, ref: ref === null ? null : sha }));
  const card = await measure(specs);
  const refs = new Map(old.entries.map(({ name: name2, ref }) => [name2, ref]));
  const entries = card.entries.map((entry) => ({ ...entry, ref: refs.get(entry.name) ?? entry.ref }));
  return { changes: changes2, again: { ...card, entries }, wrong: contradictions(old.entries, entries) };
}

// src/commands/scorecard.ts
var options10 = {
  requests: { type: "string" },
  connections: { type: "string" },
  rounds: { type: "string", default: "5" },
  round: { type: "string", default: "3s" },
  "leak-requests": { type: "string", default: "8000" },
  weights: { type: "string", default: criteria.map((name2) => defaultWeights[name2]).join(",") },
  out: { type: "string" }
};
var scorecard2 = {
  name: "scorecard",
  summary: "measure several services, commits or frameworks side by side and score them",
  help: `
leakgate scorecard [NAME=]DIR[@COMMIT]… [--requests R] [--weights 30,25,25,20] [--rounds 5] [--round 3s] [--out DIR]
leakgate scorecard validate DIR/scorecard.json [--out DIR/validated]

Builds and starts all of them, loads them in turn on this machine, and writes scorecard.json, .md, .csv and .html: QPS,
p99, goroutines and heap before and after --leak-requests (8000), each scored from 0 to 100 and weighted in the order
throughput, latency, memory, goroutines. The formulas stand below the table. Each folder's own config file holds;
--requests and --connections are the same for all.

  leakgate scorecard gin=bench/gin chi=bench/chi --requests 'GET /items'
  leakgate scorecard before=.@v1.4.0 after=.

validate looks whether Go's release or the major version of a required module changed since, and if so measures again,
commits as they were then, keeps the new scores and holds them against the old: exit code 1 when they contradict each other.`,
  async run(args, terminal, signal) {
    const { values, positionals } = parseCommand("scorecard", { args, options: options10, allowPositionals: true });
    if (positionals[0] === "validate") return validate(positionals[1], values.out, terminal, signal);
    if (positionals.length < 2) throw new LeakgateError("config", "scorecard needs at least two folders to compare.");
    const plan = {
      rounds: countOption("rounds", values.rounds),
      roundMs: durationOf(values.round),
      leakRequests: countOption("leak-requests", values["leak-requests"])
    };
    const { requests, connections } = values;
    const inputs = { ...requests !== void 0 && { requests }, ...connections !== void 0 && { connections } };
    const specs = distinct(positionals.map(parseSpec));
    const card = await measured({ specs, plan, inputs, weights: weightsOf(values.weights) }, terminal, signal);
    await writeAll(card, resolve20(terminal.cwd, values.out ?? "leakgate-scorecard"));
    terminal.stdout.write(scorecardMarkdown(card));
    return 0;
  }
};
async function measured({ specs, plan, inputs, weights }, terminal, signal) {
  const { cwd, env } = terminal;
  const host = hostOf(terminal);
  const around = {
    cwd,
    env,
    inputs,
    plan,
    progress: (text2) => host.progress(text2),
    secret: (value) => host.secret(value)
  };
  const field = await measureField(specs, around, signal);
  return {
    schemaVersion: 1,
    leakgate: version,
    createdAt: (/* @__PURE__ */ new Date()).toISOString(),
    machine: { cpus: availableParallelism2(), cpuModel: cpus()[0]?.model.trim() ?? "unknown" },
    plan,
    inputs,
    weights,
    entries: scored(field, weights)
  };
}
async function writeAll(card, folder) {
  await mkdir5(folder, { recursive: true });
  await Promise.all([
    writeFile8(join21(folder, "scorecard.json"), `${JSON.stringify(card, null, 2)}
`),
    writeFile8(join21(folder, "scorecard.md"), scorecardMarkdown(card)),
    writeFile8(join21(folder, "scorecard.csv"), scorecardCsv(card)),
    writeFile8(join21(folder, "scorecard.html"), scorecardHtml(card))
  ]);
}
async function validate(file, out, terminal, signal) {
  if (file === void 0) throw new LeakgateError("config", "scorecard validate needs a scorecard.json.");
  const { cwd, env, stdout } = terminal;
  const path2 = resolve20(cwd, file);
  const text2 = await readFile13(path2, "utf8").catch((cause) => {
    throw new LeakgateError("config", `${file} can't be read.`, { cause });
  });
  const old = parseScorecard(text2, file);
  const { changes: changes2, again, wrong } = await validated(
    old,
    async (entry) => currentVersions(entry, { cwd, env }, signal),
    async (specs) => measured({ ...old, specs }, terminal, signal)
  );
  if (again === null) {
    stdout.write(`The scores of ${file} hold: Go and the major versions are those that they were measured with.
`);
    return 0;
  }
  const folder = resolve20(cwd, out ?? join21(dirname7(path2), "validated"));
  await writeAll(again, folder);
  const verdict = wrong.length === 0 ? "The old scores hold." : `${wrong.join("\n")}
The old scores don’t hold.`;
  const kept = `The new ones are in ${relative7(cwd, folder)}: let them take the place of the old ones.`;
  stdout.write(`${changes2.join("\n")}

${scorecardMarkdown(again)}
${verdict} ${kept}
`);
  return Number(wrong.length > 0);
}
function distinct(specs) {
  const names2 = specs.map(({ name: name2 }) => name2);
  const twice2 = names2.find((name2, index) => names2.indexOf(name2) !== index);
  if (twice2 === void 0) return specs;
  throw new LeakgateError("config", `scorecard: two contestants are called ${twice2}; write NAME=DIR.`);
}
function weightsOf(given) {
  const numbers = given.split(",").map(Number);
  if (numbers.length !== criteria.length || numbers.some((one) => !(one >= 0)) || numbers.every((one) => one === 0))
    throw new LeakgateError(
      "config",
      `--weights: got ${JSON.stringify(given)}; write four numbers: ${criteria.join(", ")}.`
    );
  const [throughput = 0, latency = 0, memory2 = 0, goroutines2 = 0] = numbers;
  return { throughput, latency, memory: memory2, goroutines: goroutines2 };
}
function durationOf(given) {
  const parsed2 = duration.safeParse(given);
  if (parsed2.success) return parsed2.data;
  throw new LeakgateError("config", `--round: got ${JSON.stringify(given)}; ${parsed2.error.issues[0]?.message ?? ""}.`);
}

// src/commands/snapshot.ts
import { writeFile as writeFile9 } from "node:fs/promises";
import { resolve as resolve21 } from "node:path";

// src/bench/heap-snapshots.ts
var exactProfile = "memprofilerate=1";
async function* heapSnapshots(plan, signal) {
  var _stack = [];
  try {
    const { config, binary, env, after, progress } = plan;
    const own = config.env["GODEBUG"] ?? env["GODEBUG"];
    const GODEBUG = own === void 0 || own === "" ? exactProfile : `${own},${exactProfile}`;
    const start2 = { side: "probe", binary: binary.path, probe: true, env: { GODEBUG } };
    const running = __using(_stack, await startProgram(config, { env, secret: plan.secret }, start2, signal), true);
    const probe = connectProbe(running.probeSocket ?? "");
    await probe.ping(signal);
    if (!binary.heapDumpSafe) progress("this Go version can crash while it dumps its heap: if it does, try again");
    const read3 = retentionReader(binary.path, plan.frames);
    const { buildId } = readGoProgram(binary.path).build;
    const { pid, startedAt } = runningProcess(running.service.pid);
    let answered = 0;
    for (const requests of after) {
      if (requests > answered) {
        progress(`sending ${requests - answered} requests`);
        const stop = { requests: requests - answered };
        const load2 = { ...loadOf(config, running), stop, variants: leakVariants(config, answered) };
        const summary2 = await running.survives(
          async () => countingEngine(config).run(running.service.origin, load2, signal)
        );
        if (summary2.answered === 0) throw unanswered(running.service.output());
        answered += summary2.answered;
      }
      progress("writing and reading the heap");
      const look2 = running.survives(async () => {
        await settle(probe, signal);
        return read3(probe, signal);
      });
      const retention = await look2.catch((error) => {
        throw isDumpCrash(error) ? killedByDump(error) : error;
      });
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
var killedByDump = (cause) => new LeakgateError("measurement", "A fault of this Go version killed the service while its heap was dumped.", {
  cause,
  hint: "Try again: it is rare. Where it is not, build with another Go version."
});
var unanswered = (output) => new LeakgateError("measurement", "The service answered none of the requests.", {
  output: output.join("\n"),
  hint: "Its last output may say why."
});

// src/commands/snapshot-package.ts
async function snapshotsOfPackage(asked, { env, cwd, host, keep }, signal) {
  var _stack = [];
  try {
    const after = countsOf(asked.after ?? "1000");
    const config = configOf(asked, cwd, env);
    config.secrets.forEach((secret2) => host.secret(secret2));
    const { target, root } = await look(config, env, signal);
    const progress = (text2) => host.progress(text2);
    const wanted2 = { config, target, repositoryRoot: root, env, progress };
    const builds = __using(_stack, await host.group(
      "Build",
      async () => buildAll({ ...wanted2, builds: /* @__PURE__ */ new Set(["probe"]), base: { unavailable: "a snapshot needs none" } }, signal)
    ), true);
    const secret = (value) => host.secret(value);
    const plan = { secret, config, binary: builds.probe, frames: frameResolver(target, root), env, after, progress };
    try {
      let taken = 0;
      for await (const found of heapSnapshots(plan, signal)) {
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
function configOf({ package: wanted2, config, requests, folder, serviceArgs }, cwd, env) {
  const inputs = {
    package: wanted2,
    "working-directory": folder,
    ...config !== void 0 && { config },
    ...requests !== void 0 && { requests }
  };
  return resolveConfig({ inputs, cwd, env, ...serviceArgs !== void 0 && { serviceArgs } });
}
async function look(config, env, signal) {
  const { workingDirectory, package: wanted2 } = config;
  const [target, { root }] = await Promise.all([
    resolveTarget({ workingDirectory, env, ...wanted2 !== void 0 && { package: wanted2 } }, signal),
    repositoryFacts(workingDirectory, env, signal)
  ]);
  return { target, root };
}
function countsOf(given) {
  const counts = given.split(",").map((text2) => /^\s*\d{1,9}\s*$/.test(text2) ? Number(text2) : Number.NaN);
  if (counts.every((one, k) => one > (counts[k - 1] ?? -1))) return counts;
  throw new LeakgateError(
    "config",
    `--after: got ${JSON.stringify(given)}; write growing counts such as 1000 or 1000,3000.`
  );
}
function numbered(name2, count) {
  const [, stem = name2, ending = ""] = /^(.*[^/])(\.[^./]+)$/.exec(name2) ?? [];
  return `${stem}-${count}${ending}`;
}

// src/commands/snapshot.ts
var options11 = {
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
  async run(args, terminal, signal) {
    const { values, positionals, serviceArgs } = parse2(args);
    const host = localHost(terminal);
    const ways = ["pid", "package", "url"].filter((way) => values[way] !== void 0);
    if (ways.length !== 1 || positionals.length > (ways[0] === "package" ? 1 : 0)) {
      throw new LeakgateError("config", "snapshot needs one of --package, --pid and --url.", {
        hint: "`leakgate help snapshot` shows each."
      });
    }
    const keep = async (found, name2) => {
      await writeFile9(resolve21(terminal.cwd, name2), writeSnapshot(found)).catch((cause) => {
        throw new LeakgateError("config", `--output: ${name2} can't be written.`, { cause });
      });
      tell(found, name2, host);
    };
    if (values.package !== void 0) {
      const asked = { ...values, package: values.package, folder: positionals[0] ?? ".", serviceArgs };
      await snapshotsOfPackage(asked, { ...terminal, host, keep }, signal);
    } else {
      const found = await (values.url === void 0 ? ofProcess(values, terminal, host, signal) : ofUrl(values.url, terminal, signal));
      await keep(found, values.output);
    }
    return 0;
  }
};
function parse2(args) {
  const end = args.indexOf("--");
  const own = end === -1 ? args : args.slice(0, end);
  const parsed2 = parseCommand("snapshot", { args: own, options: options11, allowPositionals: true });
  return { ...parsed2, serviceArgs: end === -1 ? void 0 : args.slice(end + 1) };
}
async function ofProcess(values, { cwd }, host, signal) {
  const pid = countOption("pid", values.pid) ?? 0;
  const note = (text2) => host.notice(text2);
  return snapshotOfProcess({ pid, directory: cwd, force: values.force, note }, signal);
}
async function ofUrl(given, { cwd }, signal) {
  const bytes = await fetchHeapProfile(heapProfileUrl(given), signal);
  const frames = programFrames({ modulePath: "", packagePath: "" }, cwd);
  return profileSnapshot(bytes, frames, { pid: null, startedAt: null, goVersion: "" });
}
function tell(found, name2, host) {
  for (const warning of mismatch(found, name2)) host.warning(warning);
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
  host.info(`${plain(name2)}  ${facts.join(" · ")}`);
  host.info(renderTop(rows, { kind: found.kind, heapBytes }, { color: host.color, limit: 5 }));
}

// src/commands/top.ts
import { resolve as resolve22 } from "node:path";
var options12 = {
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
    const { values, positionals } = parseCommand("top", { args, options: options12, allowPositionals: true });
    const format = choice("format", values.format, ["table", "json"]);
    const [name2, ...more] = positionals;
    if (name2 === void 0 || more.length > 0) {
      throw new LeakgateError("config", `top takes one file, got ${positionals.length}.`, {
        hint: "leakgate top SNAPSHOT"
      });
    }
    const program = values.program === void 0 ? {} : { program: resolve22(cwd, values.program) };
    const snapshot2 = readHeapFile(resolve22(cwd, name2), { name: name2, directory: cwd, ...program });
    const host = localHost({ env, stdout, stderr });
    const warnings = mismatch(snapshot2, name2);
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
      const finding = { before: null, after: { name: name2, snapshot: snapshot2 }, rows, warnings, failOverBytes: null, limit, version };
      await writeHtml(resolve22(cwd, values.html), renderHeapPage(finding));
    }
    return 0;
  }
};

// src/commands/trend.ts
import { resolve as resolve23 } from "node:path";

// src/reporters/html/trend-chart.ts
var width = 380;
var height = 150;
var [left, right, top2, bottom] = [104, width - 8, 12, 128];
function valueChart({ points }, metric, say) {
  const values = points.flatMap(
    ({ values: { [metric.id]: value } }, at) => value === void 0 ? [] : [[at, value]]
  );
  const shown2 = values.map(([, value]) => value);
  const most3 = Math.max(...shown2);
  const axis = axisOf(points, Math.min(...shown2), most3, shownStep(most3, metric.unit));
  const path2 = line_default(
    ([at]) => axis.x(at),
    ([, value]) => axis.y(value)
  ).curve(stepAfter);
  const label2 = say("{metric} from {first} to {last} over {n} runs", {
    metric: metric.title,
    first: formatValue(shown2[0], metric.unit),
    last: formatValue(shown2.at(-1), metric.unit),
    n: shown2.length
  });
  return chart(label2, [
    grid(axis, (value) => formatValue(value, metric.unit)),
    marks2(points, axis),
    html2`<path class="now" d="${path2([...values, [points.length, shown2.at(-1)]]) ?? ""}" />`
  ]);
}
function changeChart({ points }, { id, title }, say) {
  const measured2 = points.flatMap(
    ({ changes: { [id]: change } }, at) => change === void 0 ? [] : [{ at, ...change }]
  );
  if (measured2.length === 0) return null;
  const ends = measured2.flatMap(({ interval }) => interval);
  const axis = axisOf(points, Math.min(0, ...ends), Math.max(0, ...ends));
  const band = area_default().x(({ at }) => axis.x(at)).y0(({ interval }) => axis.y(interval[0])).y1(({ interval }) => axis.y(interval[1]));
  const path2 = line_default(
    ({ at }) => axis.x(at),
    ({ delta }) => axis.y(delta)
  );
  const last = measured2.at(-1);
  const label2 = say("{metric} against each run’s base; the last {change}, 95 % interval {interval}", {
    metric: title,
    change: formatRelative(last.delta),
    interval: last.interval.map(bareRelative).join(" … ")
  });
  return chart(label2, [
    grid(axis, formatRelative),
    html2`<path class="spread" d="${band(measured2) ?? ""}" /><path class="now" d="${path2(measured2) ?? ""}" />`,
    measured2.length === 1 && html2`<circle class="now" cx="${axis.x(last.at)}" cy="${axis.y(last.delta)}" r="3" />`
  ]);
}
var chart = (label2, parts) => html2`<svg class="lines" viewBox="0 0 ${width} ${height}" width="100%" role="img" aria-label="${label2}">
    ${parts}
  </svg>`;
function axisOf({ length }, least, most3, step = 1) {
  const pad = most3 > least ? (most3 - least) * 0.08 : Math.abs(most3) * 0.1 || 1;
  const floor = least >= 0 ? Math.max(0, least - pad) : least - pad;
  const scale = linear().domain([floor / step, (most3 + pad) / step]).nice(3).range([bottom, top2]);
  return {
    x: (index) => Math.round(left + index / Math.max(1, length) * (right - left)),
    y: (value) => Math.round(scale(value / step)),
    ticks: scale.ticks(3).map((tick) => tick * step)
  };
}
var grid = ({ y, ticks }, text2) => html2`${ticks.map((tick) => html2`<path class="grid" d="M${left} ${y(tick)}H${right}" /><text class="small" x="${left - 8}" y="${y(tick) + 4}" text-anchor="end">${text2(tick)}</text>`)}`;
var marks2 = (points, { x: x2 }) => html2`${points.map(({ accepted, differing }, at) => {
  if (accepted.length > 0) return html2`<path class="accepted" d="M${x2(at)} ${top2}V${bottom}" />`;
  return differing.length > 0 && html2`<path class="changed" d="M${x2(at)} ${top2}V${bottom}" />`;
})}`;

// src/reporters/html/trend-page.ts
var trendStyles = `${styles}
.lines .accepted{stroke:var(--warn);stroke-width:1.5}.lines .changed{stroke:var(--muted);stroke-width:1;stroke-dasharray:2 3}
.key.accepted{border-color:var(--warn);width:14px;margin-left:14px}.key.changed{border-top:2px dashed var(--muted);width:14px;margin-left:14px}
.plainly{padding-right:96px}@media screen and (max-width:760px){.plainly{padding:0}}
.runs td{padding:5px 12px}.runs td:last-child{white-space:normal;overflow-wrap:anywhere;min-width:240px;width:70%}
.columns .lines{min-width:0}
.now-value{float:right;color:var(--text);font-weight:650}
`;
function renderTrend(given, version2, lang = "en") {
  const trend2 = toldTrend(given, lang);
  const { branch, key, say } = trend2;
  const heading = say("{key} on {branch}", { key: plain(key, 120), branch: plain(branch, 120) });
  return shell({
    title: heading,
    lang,
    styles: trendStyles,
    skipLink: say("Skip to the figures"),
    header: html2`<header class="top">
      <div class="wrap plainly">
        <h1><bdi>${heading}</bdi></h1>
        <p class="lead">${lead2(trend2)}</p>
      </div>
    </header>`,
    main: [figures2(trend2), changes(trend2), runs(trend2)],
    footer: html2`<footer class="wrap">leakgate ${foreign(version2, 40)}</footer>`
  });
}
function lead2({ points, say }) {
  const accepted = points.filter((point) => point.accepted.length > 0).length;
  const stored = say(points.length === 1 ? "One stored run, {from} to {to}." : "{n} stored runs, {from} to {to}.", {
    n: formatCount(points.length),
    from: formatTime(points[0].createdAt),
    to: formatTime(points.at(-1).createdAt)
  });
  return stored + (accepted === 0 ? say(" Nothing had to be accepted.") : say(" In {n} of them somebody accepted a change.", { n: formatCount(accepted) }));
}
function figures2(trend2) {
  const { say } = trend2;
  const panels = trend2.metrics.map((metric) => panel(metric, lastOf(trend2, metric), valueChart(trend2, metric, say)));
  return html2`<section aria-labelledby="figures">
    <h2 id="figures">${say("Figures")}</h2>
    <p class="hint">
      ${say("Run by run, oldest on the left.")} <span class="key accepted"></span> ${say("a change was accepted")}
      <span class="key changed"></span> ${say("conditions changed, so that counts before and after can’t be compared")}
    </p>
    <div class="columns">${panels}</div>
  </section>`;
}
function changes(trend2) {
  const { say } = trend2;
  const panels = trend2.metrics.flatMap((metric) => {
    const drawn = changeChart(trend2, metric, say);
    return drawn === null ? [] : [panel(metric, "", drawn)];
  });
  if (panels.length === 0) return html2``;
  return html2`<section aria-labelledby="changes">
    <h2 id="changes">${say("Change against the base of each run")}</h2>
    <p class="hint">${say("Measured side by side. Line: change. Band: 95 % interval.")}</p>
    <div class="columns">${panels}</div>
  </section>`;
}
var panel = ({ title }, now, drawn) => html2`<div class="panel" tabindex="0" role="group" aria-label="${plain(title, 80)}">
    <h3 class="first"><span class="now-value">${now}</span>${foreign(title, 80)}</h3>
    ${drawn}
  </div> `;
function lastOf({ points }, { id, unit }) {
  const value = points.at(-1).values[id];
  return value === void 0 ? "–" : formatValue(value, unit);
}
function runs(trend2) {
  const { say } = trend2;
  return html2`<section aria-labelledby="runs">
    <h2 id="runs">${say("Runs")}</h2>
    <p class="hint">${say("Newest first, each judged against the one before it.")}</p>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="runs">
      <table class="runs">
        <thead>
          <tr>
            <th scope="col">${say("Measured")}</th>
            <th scope="col">${say("Commit")}</th>
            <th scope="col">${say("Verdict")}</th>
            <th scope="col">${say("What happened")}</th>
          </tr>
        </thead>
        <tbody>
          ${trend2.points.toReversed().map((point) => run3(point, trend2))}
        </tbody>
      </table>
    </div>
  </section>`;
}
var words2 = {
  pass: "Within gates",
  fail: "Exceeded",
  inconclusive: "Undecided",
  skipped: "Skipped"
};
function run3(point, { repository, say }) {
  const { createdAt, outcome } = point;
  return html2`<tr><td>${formatTime(createdAt)}<td>${commit(point, repository)}<td>${outcome !== "pass" && html2`${icon(toneOf(outcome))} `}${say(words2[outcome])}<td>${events(point, say)}
`;
}
function commit({ sha }, repository) {
  const base = safeUrl(repository);
  const short2 = html2`<code>${shortSha(sha) || "–"}</code>`;
  return base === null || !/^[0-9a-f]{7,64}$/i.test(sha) ? short2 : html2`<a href="${base}/commit/${sha}">${short2}</a>`;
}
function events({ outcome, summary: summary2, accepted, differing }, say) {
  const said = [
    ...accepted.map(
      ({ by, reason: reason2, checks: checks2 }) => spoken(say, "Accepted by {who}: {reason}", {
        who: html2`${foreign(by, 60)}${!checks2.includes("all") && html2` (${foreign(checks2.join(", "), 80)})`}`,
        reason: prose(reason2, 200)
      })
    ),
    ...outcome === "pass" ? [] : [prose(summary2, 200)],
    ...differing.length === 0 ? [] : [html2`<span class="muted">${foreign(differing.join("; "), 200)}</span>`]
  ];
  return html2`${said.map((one, at) => html2`${at > 0 && " · "}${one}`)}`;
}

// src/reporters/trend-terminal.ts
var bars = "▁▂▃▄▅▆▇█";
var shownRuns = 30;
function renderTrendTerminal(given, { color, lang = "en" }) {
  const trend2 = toldTrend(given, lang);
  const paint = painter(color);
  const { key, branch, points, say } = trend2;
  const stored = say(points.length === 1 ? "{n} stored run, {from} to {to}" : "{n} stored runs, {from} to {to}", {
    n: formatCount(points.length),
    from: formatTime(points[0].createdAt),
    to: formatTime(points.at(-1).createdAt)
  });
  const rows = trend2.metrics.map((metric) => cells2(metric, points));
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row2) => columnsOf(row2[column]))));
  const lines = rows.map(
    ([title, first, last, change, shape]) => [
      `  ${padEnd(title, widths[0])}`,
      paint("dim", first.padStart(widths[1])),
      last.padStart(widths[2]),
      change.padStart(widths[3]),
      paint("dim", shape)
    ].join("  ").trimEnd()
  );
  const head2 = `${paint("bold", plain(key, 80))}   ${plain(branch, 80)}   ${paint("dim", stored)}`;
  const told3 = points.flatMap((point) => events2(point, say, paint));
  return `${[head2, "", ...lines, ...told3.length === 0 ? [] : ["", ...told3.slice(-20)]].join("\n")}
`;
}
function cells2({ id, title, unit }, points) {
  const values = points.flatMap(({ values: { [id]: value } }) => value === void 0 ? [] : [value]);
  const [first, last] = [values[0], values.at(-1)];
  const change = values.length < 2 || first === 0 ? "" : formatRelative(last / first - 1);
  return [
    plain(title, 50),
    formatValue(first, unit),
    formatValue(last, unit),
    change,
    shapeOf(values.slice(-shownRuns))
  ];
}
function shapeOf(values) {
  const [least, most3] = [Math.min(...values), Math.max(...values)];
  const at = (value) => most3 === least ? 0 : Math.round((value - least) / (most3 - least) * (bars.length - 1));
  return values.map((value) => bars[at(value)]).join("");
}
var events2 = ({ sha, createdAt, accepted }, say, paint) => accepted.map(
  ({ by, reason: reason2 }) => `  ${paint("yellow", "▲")} ${formatTime(createdAt).slice(0, 10)}  ${shortSha(sha)}  ${say("accepted by {who}: {reason}", { who: plain(by, 60), reason: plain(reason2, 200) })}`
);

// src/history/trend.ts
var mostRuns2 = 500;
var shownEntries = (entries) => entries.toSorted(newestFirst).slice(0, mostRuns2).toReversed();
function trendOf(history2, repository) {
  const metrics = /* @__PURE__ */ new Map();
  const points = history2.map((now, at) => {
    const { reports, differing } = judgeFigures(now, history2[at - 1] ?? null, { apart: false });
    const all = reports.flatMap((report2) => report2.metrics);
    for (const { value: _, ...metric } of all) metrics.set(metric.id, metric);
    const { sha, createdAt, accepted = [] } = now;
    return {
      sha,
      createdAt,
      values: Object.fromEntries(all.map(({ id, value }) => [id, rounded(value)])),
      changes: changesOf(reports),
      outcome: overall(reports),
      summary: headline(reports),
      accepted: accepted.map(({ checks: checks2, by, reason: reason2 }) => ({ checks: checks2, by, reason: reason2 })),
      differing
    };
  });
  const { branch, key } = history2.at(-1);
  return { branch, key, repository, metrics: [...metrics.values()], points };
}
var rounded = (value) => Number(value.toPrecision(5));
function changesOf(reports) {
  return Object.fromEntries(
    reports.flatMap(({ findings }) => findings).flatMap(
      ({ id, delta, interval }) => delta === null || interval === null ? [] : [[id, { delta: rounded(delta), interval: [rounded(interval[0]), rounded(interval[1])] }]]
    )
  );
}

// src/commands/trend.ts
var options13 = {
  branch: { type: "string" },
  key: { type: "string" },
  store: { type: "string", default: "file" },
  config: { type: "string" },
  format: { type: "string", default: "table" },
  html: { type: "string" },
  lang: { type: "string" }
};
var trend = {
  name: "trend",
  summary: "show how the figures of a branch developed over its stored runs",
  help: `
leakgate trend [options]

Each figure over the stored runs of a branch, with what was accepted and where the conditions changed.

  leakgate trend
  leakgate trend --branch main --html trend.html
  leakgate trend --store git-ref --key cmd/api --format json

Options:
  --branch B             the default branch, else the one with the newest run
  --key KEY              the service, where the branch has several
  --store NAME           where the baselines are: file, git-ref, postgres, s3 (file)
  --config FILE          where the addresses of postgres and s3 stand (.github/leakgate.yml)
  --format table|json
  --html FILE            also write one page; it needs nothing else
  --lang en|zh-CN        the language of both (en)`,
  async run(args, terminal, signal) {
    const { values } = parseCommand("trend", { args, options: options13 });
    const format = choice("format", values.format, ["table", "json"]);
    const { cwd, env, stdout } = terminal;
    const { defaultBranch, remoteUrl } = await repositoryFacts(cwd, env, signal);
    const store = await openNamedStore({ option: "store", name: values.store }, values, terminal, signal);
    const entries = await store.list({ ...values.key !== void 0 && { key: values.key } }, signal);
    const history2 = await read2(store, historyOf(entries, values.branch, defaultBranch), signal);
    const found = trendOf(history2, webAddress(remoteUrl));
    const { color } = localHost(terminal);
    const { lang = "en" } = langOption(values.lang);
    stdout.write(
      format === "json" ? `${JSON.stringify(found, null, 2)}
` : renderTrendTerminal(found, { color, lang })
    );
    if (values.html !== void 0) await writeHtml(resolve23(cwd, values.html), renderTrend(found, version, lang));
    return 0;
  }
};
function historyOf(entries, asked, defaultBranch) {
  const of = (branch2) => branch2 == null ? [] : entries.filter((entry) => entry.branch === displayName(branch2)).toSorted(newestFirst);
  const newest = entries.toSorted(newestFirst)[0]?.branch;
  const branch = asked ?? [defaultBranch, newest].find((one) => of(one).length > 0);
  const found = of(branch);
  if (found.length === 0) {
    throw new LeakgateError(
      "config",
      asked === void 0 ? "No baseline is stored." : `There is no baseline of ${asked}.`,
      {
        hint: "`leakgate run --save-baseline` stores one; --store names another place."
      }
    );
  }
  const { key } = oneService(branch, found);
  return shownEntries(found.filter((entry) => entry.key === key));
}
async function read2(store, entries, signal) {
  const history2 = [];
  for (const entry of entries) {
    const figures3 = await store.read(entry, signal);
    if (figures3 !== null) history2.push(figures3);
  }
  if (history2.length === 0) throw new LeakgateError("config", "No baseline is stored any more.");
  return history2;
}
function webAddress(remoteUrl) {
  const [, host, path2] = /^(?:https?:\/\/|ssh:\/\/git@|git@)([\w.-]+(?::\d+)?)[/:](.+?)(?:\.git)?\/?$/.exec(remoteUrl ?? "") ?? [];
  return host === void 0 || path2 === void 0 ? null : `https://${host}/${path2}`;
}

// src/commands/all.ts
var commands = [
  run2,
  test,
  report,
  open2,
  compare2,
  bisect2,
  trend,
  baseline,
  snapshot,
  diff,
  top,
  path,
  goroutines,
  explain,
  affected,
  aggregate2,
  publish2,
  scorecard2,
  init,
  doctor,
  completion(() => commands)
];
export {
  commands
};
