import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  test
} from "./chunk-OZ2NPEDG.js";
import {
  onInterrupt
} from "./chunk-F2FIGIMY.js";
import {
  version
} from "./chunk-YWTVI4KU.js";
import "./chunk-ZCMWASTI.js";
import "./chunk-B562THSU.js";
import "./chunk-7VVFCVTT.js";
import "./chunk-UWNBQVMY.js";
import "./chunk-HND27KHB.js";
import {
  LeakgateError,
  asLeakgateError
} from "./chunk-2USEXXJV.js";
import "./chunk-ANJUXMEH.js";

// src/commands/index.ts
var all = async () => (await import("./all-WQIMV7BT.js")).commands;
async function runCli(argv, terminal, signal2) {
  const [name, ...args] = argv;
  try {
    if (name === void 0 || name === "help" || name === "--help" || name === "-h")
      return print(terminal, overview(await all(), args[0]));
    if (name === "--version" || name === "version") return print(terminal, version);
    const commands = name === test.name ? [test] : await all();
    const command = commands.find((one) => one.name === name);
    if (command === void 0) throw unknownCommand(commands, name);
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
function overview(commands, topic) {
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
function unknownCommand(commands, name) {
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
