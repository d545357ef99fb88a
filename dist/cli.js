import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  LeakgateError,
  asLeakgateError,
  formatBaseline,
  inputDescriptions,
  onInterrupt,
  openStore,
  parseBaseline,
  parseReport,
  plain,
  quoted,
  renderTerminal,
  renderings,
  repositoryFacts,
  resolveConfig,
  run,
  version
} from "./chunk-V7Y5RB7S.js";
import "./chunk-EXBVLXT3.js";
import "./chunk-ANJUXMEH.js";

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
    const [verb, ...rest] = args;
    const { values } = parse(rest);
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
  const figures = parseBaseline(text, { name: values.from, removal: "run Leakgate again" });
  const by = env["GITHUB_ACTOR"] ?? env["USER"] ?? "unknown";
  const accepted = { by, reason: values.reason, at: (/* @__PURE__ */ new Date()).toISOString() };
  const outcome = await store.write({ ...figures, accepted }, signal2);
  if (!outcome.stored) throw new LeakgateError("config", `The baseline wasn't stored: ${outcome.reason}`);
  stdout.write(`${figures.branch}  ${figures.key}  ${figures.sha.slice(0, 7)} is the baseline now.
`);
  return 0;
}

// src/commands/report.ts
import { readFile as readFile2 } from "node:fs/promises";
import { resolve as resolve2 } from "node:path";
import { parseArgs as parseArgs2 } from "node:util";
var formats = Object.keys(renderings);
var report = {
  name: "report",
  summary: "show a result.json again, in another form",
  help: `
leakgate report --from result.json [--format ${formats.join("|")}]

Renders a recorded result. Nothing is measured; the same result gives the same text.

  leakgate report --from leakgate-out/result.json
  leakgate report --from leakgate-out/result.json --format markdown > report.md`,
  async run(args, { cwd, stdout }) {
    const { values } = parseArgs2({
      args,
      options: { from: { type: "string" }, format: { type: "string", default: "terminal" } }
    });
    if (values.from === void 0) throw new LeakgateError("config", "report needs --from result.json.");
    const render = renderings[values.format];
    if (render === void 0) {
      throw new LeakgateError(
        "config",
        `--format: got ${JSON.stringify(values.format)}; allowed: ${formats.join(", ")}.`
      );
    }
    const text = await readFile2(resolve2(cwd, values.from), "utf8").catch((cause) => {
      throw new LeakgateError("config", `--from: ${values.from} can't be read.`, { cause });
    });
    stdout.write(`${render(parseReport(text, values.from))}
`);
    return 0;
  }
};

// src/commands/run.ts
import { resolve as resolve3 } from "node:path";
import { parseArgs as parseArgs3 } from "node:util";

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
    quote: (text) => quoted(text).forEach((line) => print2(stderr, `  ${line}`)),
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

// src/commands/run.ts
var ownOptions = {
  baseline: { type: "string" },
  "save-baseline": { type: "boolean", default: false },
  out: { type: "string", default: "leakgate-out" }
};
var shared = inputDescriptions.filter(({ name }) => !["working-directory", "github-token", "comment"].includes(name));
var sharedOptions = Object.fromEntries(shared.map(({ name }) => [name, { type: "string" }]));
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
  --baseline FILE                  compare with this file instead of .leakgate/
  --save-baseline                  store a passing run as the branch's baseline
  --out DIR                        where result.json goes (leakgate-out)
${shared.map(({ name, description, default: value }) => row(name, description, value)).join("\n")}`,
  async run(args, { env, cwd, stdout, stderr }, signal2) {
    const { values, positionals, serviceArgs } = parse2(args);
    const { baseline: baseline2, out, "save-baseline": save, ...given } = values;
    const [folder = "."] = positionals;
    const inputs = { ...given, "working-directory": folder };
    const config = resolveConfig({ inputs, cwd, env, ...serviceArgs !== void 0 && { serviceArgs } });
    const host = localHost({ env, stdout, stderr });
    const options2 = {
      env,
      outDir: resolve3(cwd, out),
      save: save ? "always" : "never",
      ...baseline2 !== void 0 && { baselineFile: resolve3(cwd, baseline2) }
    };
    const report2 = await run(config, options2, host, signal2);
    host.info(renderTerminal(report2, { color: host.color }));
    return report2.exitCode;
  }
};
function row(name, description, value) {
  const text = description.replaceAll("`", "");
  return `  --${`${name} VALUE`.padEnd(31)}${text}${value === "" ? "" : ` (${value.replaceAll("\n", " ")})`}`;
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

// src/commands/index.ts
var commands = [run2, report, baseline];
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
    return explain(asLeakgateError(thrown), terminal);
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
