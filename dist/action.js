import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  run
} from "./chunk-QPHJ4NB6.js";
import "./chunk-CWK4A577.js";
import {
  onInterrupt
} from "./chunk-F2FIGIMY.js";
import "./chunk-WFQE4CWI.js";
import {
  plain,
  prose
} from "./chunk-ZCMWASTI.js";
import {
  githubHost,
  inputsFromEnvironment,
  resolveConfig
} from "./chunk-JTS2Y7LN.js";
import "./chunk-HXPQAQM3.js";
import "./chunk-UVL6LYKJ.js";
import "./chunk-46XZKQKD.js";
import "./chunk-DFAMOUJC.js";
import "./chunk-VPST7CEL.js";
import "./chunk-QZAEZYMB.js";
import "./chunk-5RGIH5GM.js";
import "./chunk-PAG6JYHX.js";
import "./chunk-UWNBQVMY.js";
import "./chunk-WFSSV7UN.js";
import "./chunk-JBSSTEKG.js";
import "./chunk-XBKERFI5.js";
import "./chunk-IDXL3IWR.js";
import "./chunk-HND27KHB.js";
import "./chunk-C33SJUDZ.js";
import {
  asLeakgateError
} from "./chunk-PA2N6MFC.js";
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
