import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  asLeakgateError,
  inputsFromEnvironment,
  onInterrupt,
  plain,
  prose,
  quoted,
  readEvent,
  resolveConfig,
  run,
  withoutCommands
} from "./chunk-VRWWGTKK.js";
import {
  require_tunnel
} from "./chunk-YYQV2EHE.js";
import {
  require_undici
} from "./chunk-EXBVLXT3.js";
import {
  __toESM
} from "./chunk-ANJUXMEH.js";

// src/action.ts
import { join } from "node:path";

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os4 from "os";

// node_modules/@actions/http-client/lib/index.js
var tunnel = __toESM(require_tunnel(), 1);
var import_undici = __toESM(require_undici(), 1);
var HttpCodes;
(function(HttpCodes2) {
  HttpCodes2[HttpCodes2["OK"] = 200] = "OK";
  HttpCodes2[HttpCodes2["MultipleChoices"] = 300] = "MultipleChoices";
  HttpCodes2[HttpCodes2["MovedPermanently"] = 301] = "MovedPermanently";
  HttpCodes2[HttpCodes2["ResourceMoved"] = 302] = "ResourceMoved";
  HttpCodes2[HttpCodes2["SeeOther"] = 303] = "SeeOther";
  HttpCodes2[HttpCodes2["NotModified"] = 304] = "NotModified";
  HttpCodes2[HttpCodes2["UseProxy"] = 305] = "UseProxy";
  HttpCodes2[HttpCodes2["SwitchProxy"] = 306] = "SwitchProxy";
  HttpCodes2[HttpCodes2["TemporaryRedirect"] = 307] = "TemporaryRedirect";
  HttpCodes2[HttpCodes2["PermanentRedirect"] = 308] = "PermanentRedirect";
  HttpCodes2[HttpCodes2["BadRequest"] = 400] = "BadRequest";
  HttpCodes2[HttpCodes2["Unauthorized"] = 401] = "Unauthorized";
  HttpCodes2[HttpCodes2["PaymentRequired"] = 402] = "PaymentRequired";
  HttpCodes2[HttpCodes2["Forbidden"] = 403] = "Forbidden";
  HttpCodes2[HttpCodes2["NotFound"] = 404] = "NotFound";
  HttpCodes2[HttpCodes2["MethodNotAllowed"] = 405] = "MethodNotAllowed";
  HttpCodes2[HttpCodes2["NotAcceptable"] = 406] = "NotAcceptable";
  HttpCodes2[HttpCodes2["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
  HttpCodes2[HttpCodes2["RequestTimeout"] = 408] = "RequestTimeout";
  HttpCodes2[HttpCodes2["Conflict"] = 409] = "Conflict";
  HttpCodes2[HttpCodes2["Gone"] = 410] = "Gone";
  HttpCodes2[HttpCodes2["TooManyRequests"] = 429] = "TooManyRequests";
  HttpCodes2[HttpCodes2["InternalServerError"] = 500] = "InternalServerError";
  HttpCodes2[HttpCodes2["NotImplemented"] = 501] = "NotImplemented";
  HttpCodes2[HttpCodes2["BadGateway"] = 502] = "BadGateway";
  HttpCodes2[HttpCodes2["ServiceUnavailable"] = 503] = "ServiceUnavailable";
  HttpCodes2[HttpCodes2["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers2) {
  Headers2["Accept"] = "accept";
  Headers2["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes2) {
  MediaTypes2["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
var HttpRedirectCodes = [
  HttpCodes.MovedPermanently,
  HttpCodes.ResourceMoved,
  HttpCodes.SeeOther,
  HttpCodes.TemporaryRedirect,
  HttpCodes.PermanentRedirect
];
var HttpResponseRetryCodes = [
  HttpCodes.BadGateway,
  HttpCodes.ServiceUnavailable,
  HttpCodes.GatewayTimeout
];

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/platform.js
import os3 from "os";

// node_modules/@actions/io/lib/io-util.js
import * as fs2 from "fs";
var { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;

// node_modules/@actions/exec/lib/toolrunner.js
var IS_WINDOWS2 = process.platform === "win32";

// node_modules/@actions/core/lib/platform.js
var platform = os3.platform();
var arch = os3.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os4.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os4.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}

// src/host/octokit-comments.ts
import { setTimeout as sleep } from "node:timers/promises";

// src/host/sticky-comment.ts
async function upsertComment(api, marker, body) {
  const [first, ...extra] = await ownComments(api, marker);
  const updated = first === void 0 ? null : await unlessGone(async () => api.update(first.id, body));
  if (updated !== null) {
    await removeAll(api, extra);
    return { comment: updated, did: "updated" };
  }
  const created = await api.create(body);
  const [kept = created, ...rest] = await ownComments(api, marker, created.user?.login);
  await removeAll(api, rest);
  if (kept.id === created.id) return { comment: created, did: "created" };
  return { comment: await unlessGone(async () => api.update(kept.id, body)) ?? created, did: "updated" };
}
async function ownComments(api, marker, login) {
  const marked = (await api.list()).filter(({ body }) => body?.trimStart().startsWith(marker));
  if (marked.length === 0) return [];
  const me = login ?? await api.whoAmI();
  return marked.filter((comment) => isMine(comment, me)).toSorted((a, b) => a.id - b.id);
}
function isMine({ user }, me) {
  if (user === null) return false;
  const login = user.login.toLowerCase();
  if (me !== null) return login === me.toLowerCase();
  return user.type === "Bot" || login.endsWith("[bot]") || login === "gitea-actions" || login === "forgejo-actions";
}
async function removeAll(api, comments) {
  for (const { id } of comments) await api.remove(id).catch(() => void 0);
}
async function unlessGone(call) {
  try {
    return await call();
  } catch (error2) {
    if (statusOf(error2) === 404 || statusOf(error2) === 410) return null;
    throw error2;
  }
}
function statusOf(error2) {
  const status = typeof error2 === "object" && error2 !== null && "status" in error2 ? error2.status : null;
  return typeof status === "number" ? status : null;
}

// src/host/octokit-comments.ts
var requestTimeoutMs = 3e4;
var silent = { debug: () => void 0, info: () => void 0, warn: () => void 0, error: () => void 0 };
async function connect({ token: token2, apiUrl }) {
  const { getOctokit } = await import("./github-RKHHJFTP.js");
  const octokit = getOctokit(token2, { baseUrl: apiUrl.replace(/\/$/, ""), log: silent });
  octokit.hook.before("request", (options) => {
    options.request = { ...options.request, signal: AbortSignal.timeout(requestTimeoutMs) };
  });
  return octokit;
}
async function commentApi(access2, pullRequest) {
  const octokit = await connect(access2);
  const { issues, users } = octokit.rest;
  const where = { owner: access2.repository.owner, repo: access2.repository.name };
  const issue2 = { ...where, issue_number: pullRequest };
  return {
    list: async () => octokit.paginate(issues.listComments, { ...issue2, per_page: 100 }),
    create: async (body) => (await issues.createComment({ ...issue2, body })).data,
    update: async (id, body) => (await issues.updateComment({ ...where, comment_id: id, body })).data,
    remove: async (id) => void await issues.deleteComment({ ...where, comment_id: id }),
    async whoAmI() {
      if (access2.token.startsWith("ghs_")) return null;
      try {
        return (await users.getAuthenticated()).data.login;
      } catch (error2) {
        if (isRefusal(error2)) return null;
        throw error2;
      }
    }
  };
}
async function pullRequestOf(access2, sha) {
  const octokit = await connect(access2);
  const { owner, name: repo } = access2.repository;
  const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: sha });
  return data.find(({ state, head }) => state === "open" && head.sha === sha)?.number ?? null;
}
function isRefusal(error2) {
  const status = statusOf(error2);
  return status === 401 || status === 403 || status === 404;
}
async function patiently(delaysMs, call) {
  for (const delayMs of delaysMs) {
    try {
      return await call();
    } catch (error2) {
      if (!isPassing(error2)) throw error2;
      await sleep(delayMs);
    }
  }
  return call();
}
function isPassing(error2) {
  const status = statusOf(error2);
  return status === null || status >= 500 || status === 429;
}

// src/host/github.ts
var info2 = (text) => info(withoutCommands(text));
function githubHost({ env: env2, token: token2, retryDelaysMs = [1e3, 4e3] }) {
  return {
    name: "github",
    color: env2["NO_COLOR"] === void 0 || env2["NO_COLOR"] === "",
    async group(title, body) {
      startGroup(title);
      try {
        return await body();
      } finally {
        endGroup();
      }
    },
    info: info2,
    notice: (text) => notice(text),
    warning: (text) => warning(text),
    quote: (text) => quoted(text).forEach((line) => info(line)),
    progress: info2,
    annotate,
    secret(value) {
      if (value !== "") setSecret(value);
    },
    output: (name, value) => setOutput(name, value),
    summary: writeSummary,
    async comment(key, markdown, when, failed) {
      const warn = failed || when === "always" ? (text) => warning(text) : info2;
      return publishComment({ env: env2, token: token2, retryDelaysMs, key, markdown, when, warn });
    }
  };
}
var annotators = { error, warning, notice };
function annotate({ level, title, message, file, line }) {
  const properties = { title, ...file !== void 0 && { file }, ...line !== void 0 && { startLine: line } };
  annotators[level](message, properties);
}
async function writeSummary(markdown) {
  try {
    await summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
  } catch (error2) {
    info(`The job summary wasn't written: ${said(error2)}`);
  }
}
async function publishComment(publishing) {
  const { env: env2, token: token2, when } = publishing;
  if (when === "never") return { url: null, reason: "" };
  try {
    const event = await readEvent(env2, nowhere);
    if (event.repository === null) return { url: null, reason: "No comment: GITHUB_REPOSITORY is not set." };
    if (token2 === void 0 || token2 === "") return { url: null, reason: "No comment: there is no github-token." };
    const access2 = { token: token2, apiUrl: event.apiUrl, repository: event.repository };
    return await commentOn(access2, event, publishing);
  } catch (error2) {
    publishing.warn(refusalText(error2));
    return { url: null, reason: "" };
  }
}
async function commentOn(access2, event, publishing) {
  const { key, markdown, when, retryDelaysMs } = publishing;
  return patiently(retryDelaysMs, async () => {
    const asked = event.pullRequest?.number ?? null;
    const number = asked ?? (when === "always" ? await pullRequestOf(access2, event.sha) : null);
    if (number === null) return { url: null, reason: "No comment: this run belongs to no pull request." };
    const marker = markdown.slice(0, markdown.indexOf("\n"));
    const { comment, did } = await upsertComment(await commentApi(access2, number), marker, markdown);
    return { url: comment.html_url, reason: `The comment for ${key} was ${did}: ${comment.html_url}` };
  });
}
function refusalText(error2) {
  if (!isRefusal(error2)) return `The pull request wasn't commented; the verdict stands. ${said(error2)}`;
  return [
    `The pull request wasn't commented, since the token may not (HTTP ${statusOf(error2)}: ${said(error2)}); the verdict stands.`,
    "Give the job `permissions: pull-requests: write`. A pull request from a fork never gets that right: the job summary has the report."
  ].join(" ");
}
var said = (error2) => error2 instanceof Error ? error2.message : String(error2);
var nowhere = {
  root: "",
  sha: "",
  committedAt: null,
  branch: null,
  dirty: false,
  defaultBranch: null,
  remoteUrl: null
};

// src/action.ts
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
  const error2 = asLeakgateError(thrown);
  host.annotate({ level: "error", title: "Leakgate", message: [error2.message, error2.hint].filter(Boolean).join(" ") });
  for (const { file, line, message } of error2.locations)
    host.annotate({ level: "error", title: "Leakgate", message, file, line });
  await host.summary(`### ❌ Leakgate couldn’t start

${prose(error2.message)}
`);
  host.output("verdict", "fail");
  host.output("summary", plain(error2.message));
  host.output("exit-code", String(error2.exitCode));
}
