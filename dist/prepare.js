import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  connect,
  githubHost,
  inputsFromEnvironment,
  isRefusal,
  legOf,
  nowhere,
  parcelName,
  patiently,
  readEvent,
  resolveConfig,
  slotFolder,
  statusOf
} from "./chunk-2AI76RYX.js";
import "./chunk-B562THSU.js";
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
  LeakgateError,
  asLeakgateError
} from "./chunk-2USEXXJV.js";
import "./chunk-YYQV2EHE.js";
import "./chunk-EXBVLXT3.js";
import "./chunk-ANJUXMEH.js";

// src/prepare.ts
import { rm } from "node:fs/promises";

// src/history/delivery.ts
import { join, relative } from "node:path";
async function planDelivery({ config, event, env: env2, cwd, find }) {
  const { baselineStore: store } = config;
  if (store !== "artifact" && store !== "cache") return null;
  const slot = slotOf(config, env2, cwd);
  const own = parcelName({ slot, branch: event.branch });
  const wanted = branchesOf(config, event).map((branch) => ({ branch, name: parcelName({ slot, branch }) }));
  const from = store === "artifact" ? await firstOf(wanted, find) : null;
  return {
    store,
    folder: join(temporary(env2), "leakgate-baselines", slotFolder(slot)),
    name: own,
    key: `${own}/${env2["GITHUB_RUN_ID"] ?? "0"}-${env2["GITHUB_RUN_ATTEMPT"] ?? "1"}`,
    "restore-keys": wanted.map(({ name }) => `${name}/`).join("\n"),
    "from-name": from?.name ?? "",
    "from-run": from === null ? "" : String(from.run)
  };
}
function temporary(env2) {
  const folder = env2["RUNNER_TEMP"] ?? "";
  if (folder === "") throw new LeakgateError("config", "RUNNER_TEMP isn’t set: artifacts and caches need a runner.");
  return folder;
}
function slotOf({ commentKey, workingDirectory, package: main = "" }, env2, cwd) {
  if (commentKey !== void 0) return commentKey;
  const service = [relative(cwd, workingDirectory).replaceAll("\\", "/"), main].filter(Boolean).join(" ");
  return `${service}${legOf(env2["LEAKGATE_MATRIX"], service)}`;
}
function branchesOf(config, { branch, baseBranch, defaultBranch }) {
  const first = config.baselineBranch ?? baseBranch ?? branch;
  return [.../* @__PURE__ */ new Set([first, ...defaultBranch === null ? [] : [defaultBranch]])];
}
async function firstOf(wanted, find) {
  for (const { name, branch } of wanted) {
    const run = await find({ name, branch });
    if (run !== null) return { name, run };
  }
  return null;
}

// src/host/octokit-artifacts.ts
var most = { pages: 10, onPage: 100 };
async function runWithArtifact(access, { name, branch }) {
  const { actions } = (await connect(access)).rest;
  const where = { owner: access.repository.owner, repo: access.repository.name, name, per_page: most.onPage };
  for (let page = 1; page <= most.pages; page++) {
    const { data } = await actions.listArtifactsForRepo({ ...where, page });
    const runs = data.artifacts.flatMap((artifact) => runOf(artifact, branch) ?? []);
    if (runs.length > 0) return Math.max(...runs);
    if (data.artifacts.length < most.onPage) return null;
  }
  return null;
}
function runOf({ expired, workflow_run: run }, branch) {
  if (expired || run?.id === void 0 || run.head_branch !== branch) return null;
  return run.repository_id !== void 0 && run.repository_id === run.head_repository_id ? run.id : null;
}

// src/host/artifact-finder.ts
function artifactFinder({ repository, apiUrl }, token, retryDelaysMs = [1e3, 4e3]) {
  return async (wanted) => {
    if (repository === null || token === void 0 || token === "")
      throw new LeakgateError("config", "Artifacts of earlier runs can’t be looked for without a github-token.");
    try {
      return await patiently(retryDelaysMs, async () => runWithArtifact({ token, apiUrl, repository }, wanted));
    } catch (cause) {
      throw notFoundOut(cause);
    }
  };
}
function notFoundOut(cause) {
  const said = cause instanceof Error ? cause.message : String(cause);
  const status = statusOf(cause);
  const why = status === null ? said : `HTTP ${status}: ${said}`;
  return new LeakgateError("config", `The artifact with the baselines couldn’t be looked for (${why}).`, {
    cause,
    ...isRefusal(cause) && { hint: "Give the job `permissions: actions: read`." }
  });
}

// src/prepare.ts
var { env } = process;
var host = githubHost({ env });
try {
  const inputs = inputsFromEnvironment(env);
  const cwd = env["GITHUB_WORKSPACE"] ?? process.cwd();
  const [config, event] = [resolveConfig({ inputs, cwd, env }), await readEvent(env, nowhere)];
  const find = artifactFinder(event, inputs["github-token"]);
  const delivery = await planDelivery({ config, event, env, cwd, find });
  if (delivery !== null) await rm(delivery.folder, { recursive: true, force: true });
  for (const [name, value] of Object.entries(delivery ?? {})) host.output(name, value);
} catch (thrown) {
  const { message, hint } = asLeakgateError(thrown);
  host.output("problem", [message, hint].filter(Boolean).join(" "));
}
