import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  isVerbose,
  repositoryFacts,
  runSuite,
  withoutLeft
} from "./chunk-YWTVI4KU.js";
import {
  columnsOf,
  cut,
  formatCount,
  formatDuration,
  painter,
  plain
} from "./chunk-ZCMWASTI.js";
import {
  asTree
} from "./chunk-B562THSU.js";
import {
  planOf,
  unitTestOptions
} from "./chunk-7VVFCVTT.js";
import {
  byteSize,
  count,
  object
} from "./chunk-UWNBQVMY.js";
import {
  configPath
} from "./chunk-HND27KHB.js";
import {
  LeakgateError
} from "./chunk-2USEXXJV.js";

// src/commands/test.ts
import { resolve } from "node:path";

// src/host/remaining.ts
var width = 20;
var columnsForBar = 76;
function progressOf(elapsedMs, expectedMs, columns) {
  if (expectedMs === void 0 || !(expectedMs > 0)) return clock(elapsedMs);
  const barred = columns < columnsForBar ? "" : `${bar(Math.min(1, elapsedMs / expectedMs))}  `;
  if (elapsedMs >= expectedMs) return `${barred}${clock(elapsedMs)}, longer than last time`;
  return `${barred}${clock(elapsedMs)}, about ${clock(expectedMs - elapsedMs)} left`;
}
function bar(share) {
  const full = Math.min(width, Math.floor(share * width));
  return `${"━".repeat(full)}${full < width ? "╸" : ""}${"─".repeat(Math.max(0, width - full - 1))}`;
}
function clock(ms) {
  const seconds = Math.round(Math.max(0, ms) / 1e3);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

// src/host/local.ts
var nothing = () => "";
var tickMs = 1e3;
function localHost({ env, stdout, stderr, expectedMs }) {
  const secrets = /* @__PURE__ */ new Set();
  const live = stderr.isTTY === true && env["TERM"] !== "dumb";
  let transient = false;
  const hidden = (text) => [...secrets].reduce((shown, secret) => shown.replaceAll(secret, "***"), text);
  const print = (screen, text) => {
    if (transient) stderr.write("\r\x1B[2K");
    transient = false;
    screen.write(`${hidden(text)}
`);
  };
  const room = () => (stderr.columns || 80) - 1;
  const over = (text, more = "") => {
    const columns = room();
    const left = Math.max(0, columns - 2 - columnsOf(more));
    stderr.write(`\r\x1B[2K${cut(`  ${cut(hidden(plain(text)), left)}${more}`, columns)}`);
    transient = true;
  };
  let said = "";
  let beside = nothing;
  const progress = (text) => {
    said = text;
    if (live) over(text, beside());
    else print(stderr, `  ${plain(text)}`);
  };
  const ticking = (title) => {
    const startedMs = performance.now();
    beside = () => `  ${progressOf(performance.now() - startedMs, expectedMs?.(title), room())}`;
    const timer = live ? setInterval(() => over(said, beside()), tickMs) : void 0;
    return () => {
      clearInterval(timer);
      beside = nothing;
    };
  };
  return {
    name: "local",
    color: showsColor(env, stdout),
    async group(title, body) {
      const stop = ticking(title);
      try {
        return await timed(title, body, { progress, done: (text) => print(stderr, text) });
      } finally {
        stop();
      }
    },
    info: (text) => print(stdout, text),
    notice: (text) => print(stderr, `note: ${text}`),
    warning: (text) => print(stderr, `warning: ${text}`),
    progress,
    // The final table names the lines.
    annotate: () => void 0,
    secret(value) {
      if (value !== "") secrets.add(value);
    },
    output: () => void 0,
    summary: async () => void 0,
    comment: async () => ({ url: null, reason: "" }),
    acceptLabel: async () => null
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

// src/reporters/package-line.ts
function packageLine(run, left, color) {
  const paint = painter(color);
  if (run.outcome === "none") return "";
  const took = run.cached ? "cached" : formatDuration(run.durationMs);
  const line = (sign, paintName, told) => `  ${paint(paintName, sign)} ${plain(run.path, 120).padEnd(48)} ${paint("dim", took.padStart(8))}${told === "" ? "" : `  ${paint(paintName, told)}`}`.trimEnd();
  if (left > 0)
    return line("✘", "red", left === 1 ? "a goroutine left behind" : `${formatCount(left)} goroutines left behind`);
  if (run.outcome === "build") return line("✘", "red", "does not build");
  if (run.outcome === "pass") return line("✔", "green", "");
  const names = run.failed.map(({ test: test2 }) => test2).filter((name) => name !== "");
  return line("✘", "red", `failed${names.length === 0 ? "" : `: ${plain(names.slice(0, 5).join(", "), 200)}`}`);
}

// src/commands/arguments.ts
import { parseArgs } from "node:util";
function parseCommand(command, config) {
  try {
    return parseArgs(config);
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
var langOption = (given) => given === void 0 ? {} : { lang: choice("lang", given, ["en", "zh-CN"]) };
function choice(name, given, allowed) {
  const found = allowed.find((one) => one === given);
  if (found !== void 0) return found;
  throw new LeakgateError("config", `--${name}: got ${JSON.stringify(given)}; allowed: ${allowed.join(", ")}.`);
}

// src/commands/test.ts
var options = {
  config: { type: "string" },
  format: { type: "string", default: "table" },
  "ignore-top-function": { type: "string", multiple: true, default: [] },
  "ignore-any-function": { type: "string", multiple: true, default: [] },
  "ignore-current": { type: "string" },
  "goleak-timeout": { type: "string" }
};
var verdict = async () => import("./test-verdict-2AHAOD5N.js");
var test = {
  name: "test",
  summary: "go test, and the goroutines that the tests leave behind",
  help: `
leakgate test [go test flags] [packages] [-args …]

Runs go test with goleak in it, without a change to the code: the standard library's testing package gets it through
-overlay. What still runs when a package's tests have ended is a leak; the tests that left it are run again alone. Names
the test, the line that started the goroutine, and the line that it waits in. Everything but the options below goes to
go test as it is. Packages that use goleak themselves, have a TestMain, or call os.Exit(m.Run()) work too.

  leakgate test ./...
  leakgate test -race -tags=integration ./internal/...
  leakgate test ./... --ignore-any-function example.com/shop/queue.background
  GOLEAK_FAIL_ON_LEAK=0 leakgate test ./...

Options, each also in the section unit-tests of the config file:
  --ignore-top-function NAME   leave out goroutines with this function at the top of their stack; may be repeated
  --ignore-any-function NAME   the same anywhere on the stack
  --ignore-current true|false  leave out what ran before the first test, and what that started (true)
  --goleak-timeout DURATION    how long goroutines may take to end after the last test (2s)
  --config FILE                otherwise .github/leakgate.yml where there is one
  --format table|json          how what was found is written (table)

Environment: GOLEAK_FAIL_ON_LEAK=0 reports leaks and passes all the same; GOLEAK_TIMEOUT goes before --goleak-timeout.
Exit code: 0 nothing left behind, 1 a leak or a failed test.`,
  async run(args, terminal, signal) {
    const { cwd, env, stdout } = terminal;
    const { own, ofGo } = split(args);
    const { values } = parseCommand("test", { args: own, options });
    const format = choice("format", values.format, ["table", "json"]);
    const { config, format: _format, ...given } = values;
    const settings = await settingsOf(config, given, cwd);
    const host = localHost(terminal);
    const verbose = isVerbose(ofGo);
    const repositoryRoot = repositoryFacts(cwd, env, signal).then((facts) => facts.root);
    repositoryRoot.catch(() => void 0);
    const onPackage = (run2, left) => {
      if (format === "json") return;
      if (verbose && run2.outcome !== "none") host.info(withoutLeft(run2.output).trimEnd());
      const line = packageLine(run2, left, host.color);
      if (line !== "") host.info(line);
    };
    const progress = (text) => host.progress(text);
    const plan = { ...planOf(settings), arguments: ofGo };
    const run = await runSuite(plan, { cwd, env, repositoryRoot, onStart: verdict, onPackage, progress }, signal);
    const { judged, told } = await verdict();
    const report = judged(run, await repositoryRoot, settings);
    if (format === "json")
      stdout.write(`${JSON.stringify({ ...report, packages: run.packages, notes: run.notes }, null, 2)}
`);
    else host.info(told(report, run, { color: host.color }));
    return report.outcome === "fail" ? 1 : 0;
  }
};
function split(args) {
  const own = [];
  const ofGo = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at];
    if (/^--?args$/.test(word)) return { own, ofGo: [...ofGo, ...args.slice(at)] };
    const name = /^--([^=]+)/.exec(word)?.[1];
    if (name === void 0 || !(name in options)) ofGo.push(word);
    else if (word.includes("=") || at + 1 === args.length) own.push(word);
    else own.push(`${word}=${args[++at]}`);
  }
  return { own, ofGo };
}
async function settingsOf(config, given, cwd) {
  const directories = [resolve(cwd)];
  const file = configPath(config, directories, cwd) === void 0 ? null : (await import("./file-MWZINSSK.js")).readConfigFile(config, directories, cwd);
  const told = Object.entries(given).filter(([, value]) => value !== void 0 && value.length > 0);
  const section = { ...asTree(file?.value["unit-tests"]), ...Object.fromEntries(told) };
  const tree = { "unit-tests": section };
  const parsed = sectionSchema.safeParse(tree, { reportInput: true });
  if (parsed.success) return parsed.data["unit-tests"];
  const { explain } = await import("./explain-3G2WFJFJ.js");
  throw explain(parsed.error, { tree, fileName: file?.name ?? "options", inputs: {} });
}
var sectionSchema = object({ "unit-tests": unitTestOptions });

export {
  localHost,
  parseCommand,
  bytesOption,
  countOption,
  langOption,
  choice,
  test
};
