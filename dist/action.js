import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  run
} from "./chunk-XNA5UACB.js";
import "./chunk-2G7FOXLJ.js";
import {
  onInterrupt
} from "./chunk-F2FIGIMY.js";
import "./chunk-YWTVI4KU.js";
import {
  plain,
  prose
} from "./chunk-ZCMWASTI.js";
import {
  githubHost,
  inputsFromEnvironment,
  resolveConfig
} from "./chunk-2AI76RYX.js";
import "./chunk-B562THSU.js";
import "./chunk-5HS3HS5F.js";
import "./chunk-46XZKQKD.js";
import "./chunk-G34SXJWV.js";
import "./chunk-7FUSKRBO.js";
import "./chunk-AFJEBKOS.js";
import "./chunk-MIJVHSNN.js";
import "./chunk-7VVFCVTT.js";
import "./chunk-UWNBQVMY.js";
import "./chunk-WFSSV7UN.js";
import "./chunk-JBSSTEKG.js";
import "./chunk-EIC6RUP4.js";
import "./chunk-IMKAAXQG.js";
import "./chunk-HND27KHB.js";
import "./chunk-C33SJUDZ.js";
import {
  asLeakgateError
} from "./chunk-2USEXXJV.js";
import "./chunk-YYQV2EHE.js";
import "./chunk-EXBVLXT3.js";
import "./chunk-ANJUXMEH.js";

// src/action.ts
import { join } from "node:path";
var { env } = process;
var { signal } = onInterrupt(process);
var inputs = inputsFromEnvironment(env);
var token = inputs["github-token"];
var host = githubHost({ env, ...token !== void 0 && { token } });
try {
  const cwd = env["GITHUB_WORKSPACE"] ?? process.cwd();
  const config = resolveConfig({ inputs, cwd, env });
  const outDir = join(env["RUNNER_TEMP"] ?? cwd, "leakgate", env["GITHUB_ACTION"] ?? "run");
  await run(config, { env, outDir, save: "auto", ...token !== void 0 && { token } }, host, signal);
} catch (thrown) {
  const error = asLeakgateError(thrown);
  host.annotate({ level: "error", title: "Leakgate", message: [error.message, error.hint].filter(Boolean).join(" ") });
  for (const { file, line, message } of error.locations)
    host.annotate({ level: "error", title: "Leakgate", message, file, line });
  await host.summary(`### ❌ Leakgate couldn’t start

${prose(error.message)}
`);
  host.output("verdict", "fail");
  host.output("summary", plain(error.message));
  host.output("exit-code", String(error.exitCode));
}
