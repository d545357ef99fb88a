import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));

// src/reporters/escape.ts
var gap = "&#8203;";
var terminalSequences = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g;
var invisible = /(?![\u200c\u200d])[\p{Cc}\p{Cs}\p{Cf}]/gu;
var rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
function withoutTerminalSequences(given) {
  return given.replace(terminalSequences, "");
}
function plain(given, max = 300) {
  const line = shorten(withoutTerminalSequences(given), max).replace(/[\s\u0085\u2028\u2029]+/g, " ");
  return visible(line).trim();
}
function visible(given) {
  return given.replace(invisible, "�");
}
function shorten(given, max) {
  if (given.length <= max) return given;
  const head = Math.ceil((max - 1) * 0.6);
  const start = given.slice(0, head).replace(/[\ud800-\udbff]$/, "");
  const end = given.slice(given.length - (max - 1 - head)).replace(/^[\udc00-\udfff]/, "");
  return `${start}…${end}`;
}
function isolated(line) {
  return rightToLeft.test(line) ? `⁨${line}⁩` : line;
}
var entity = (character) => `&#${character.codePointAt(0)};`;
function withGaps(escaped) {
  return escaped.replaceAll("@", `@${gap}`).replace(/(?<!&)#(?=\d)/g, `#${gap}`).replace(/(gh-)(?=\d)/gi, `$1${gap}`).replace(/:(?=\/)/g, `:${gap}`).replace(/(www)\./gi, `$1${gap}.`);
}
function text(given, max = 300) {
  return isolated(atStart(inline(plain(given, max)))) || "–";
}
function prose(given, max = 500) {
  const pieces = plain(given, max).split(/`([^`]+)`/);
  return isolated(atStart(pieces.map((piece, index) => index % 2 === 0 ? inline(piece) : code(piece)).join("")));
}
function inline(line) {
  return withGaps(
    line.replace(/[<>&|$`\\]/g, entity).replace(/[*[\]~]/g, "\\$&").replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
  );
}
function atStart(escaped) {
  return escaped.replace(/^[-+=#]/, "\\$&").replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}
function code(given, max = 120) {
  const line = plain(given, max);
  if (line === "") return "–";
  if (/[`|\\]/.test(line) || rightToLeft.test(line)) {
    return `<code>${isolated(withGaps(line.replace(/[<>&|$`\\*[\]_~"'!]/g, entity)))}</code>`;
  }
  return `\`${line}\``;
}
function html(given, max = 300) {
  return isolated(withGaps(plain(given, max).replace(/[<>&"']/g, entity)));
}
function fenced(lines, language = "text") {
  const kept = lines.map(outputLine);
  const runs = kept.flatMap((line) => line.match(/`+/g) ?? []).map((run) => run.length);
  const fence = "`".repeat(Math.max(3, ...runs.map((run) => run + 1)));
  return `${fence}${language}
${kept.join("\n")}
${fence}`;
}
function outputLine(line) {
  const spaces = /^[ \t]*/.exec(line)?.[0].replaceAll("	", "  ").slice(0, 40) ?? "";
  return `${spaces}${plain(line, 400)}`.trimEnd();
}

// src/reporters/numbers.ts
var groupSeparator = ",";
var noBreakSpace = " ";
var minusSign = "−";
var byteScales = (suffix) => [
  { from: 2 ** 30, per: 2 ** 30, suffix: `GiB${suffix}` },
  { from: 2 ** 20, per: 2 ** 20, suffix: `MiB${suffix}` },
  // Up to four digits the plain count is easier to compare than its share of a KiB.
  { from: 1e4, per: 1024, suffix: `KiB${suffix}` },
  { from: 0, per: 1, suffix: `B${suffix}` }
];
var scales = {
  bytes: byteScales(""),
  "bytes/req": byteScales("/req"),
  ms: [
    { from: 1e4, per: 1e3, suffix: "s" },
    { from: 0, per: 1, suffix: "ms" }
  ],
  "us/req": [
    { from: 1e4, per: 1e3, suffix: "ms/req" },
    { from: 0, per: 1, suffix: "µs/req" }
  ],
  "req/s": [{ from: 0, per: 1, suffix: "req/s" }],
  "objects/req": [{ from: 0, per: 1, suffix: "objects/req" }],
  "allocs/req": [{ from: 0, per: 1, suffix: "allocs/req" }],
  goroutines: [{ from: 0, per: 1, suffix: "goroutines" }],
  ratio: [{ from: 0, per: 0.01, suffix: "%" }],
  count: [{ from: 0, per: 1, suffix: "" }]
};
var shownStep = (value, unit) => scales[unit].find(({ from }) => Math.abs(value) >= from)?.per ?? 1;
function decimalsFor(magnitude) {
  if (magnitude >= 100 || Number.isInteger(magnitude)) return 0;
  return magnitude >= 10 ? 1 : 2;
}
function grouped(magnitude, decimals) {
  const [whole = "", fraction] = magnitude.toFixed(decimals).split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, groupSeparator);
  return fraction === void 0 ? groups : `${groups}.${fraction}`;
}
function signed(value, shown, sign) {
  if (!/[1-9]/.test(shown)) return "0";
  if (value < 0) return `${minusSign}${shown}`;
  return sign === "always" ? `+${shown}` : shown;
}
function formatValue(value, unit, sign = "negative") {
  if (!Number.isFinite(value)) return "n/a";
  const magnitude = Math.abs(value);
  const rows = scales[unit];
  const scale = rows.find(({ from }) => magnitude >= from) ?? rows[rows.length - 1];
  const scaled = Number((magnitude / scale.per).toPrecision(12));
  const shown = signed(value, grouped(scaled, decimalsFor(scaled)), sign);
  const suffix = unit === "goroutines" && magnitude === 1 ? "goroutine" : scale.suffix;
  return suffix === "" ? shown : `${shown}${noBreakSpace}${suffix}`;
}
function formatCount(value) {
  return formatValue(value, "count");
}
function formatRelative(delta) {
  if (!Number.isFinite(delta)) return "n/a";
  if (delta > 10) return `×${grouped(1 + delta, decimalsFor(Number((1 + delta).toPrecision(3))))}`;
  return `${bareRelative(delta)}${noBreakSpace}%`;
}
function bareRelative(delta) {
  const percent = Math.abs(delta * 100);
  return signed(delta, grouped(percent, percent >= 99.95 ? 0 : 1), "always");
}
function formatShare(share) {
  return `${String(Number((share * 100).toFixed(2)))}${noBreakSpace}%`;
}
function formatDuration(durationMs) {
  if (durationMs < 1e3) return `${Math.round(durationMs)}${noBreakSpace}ms`;
  if (durationMs < 59950) return `${(durationMs / 1e3).toFixed(1)}${noBreakSpace}s`;
  const seconds = Math.round(durationMs / 1e3);
  return `${formatCount(Math.floor(seconds / 60))}${noBreakSpace}min ${seconds % 60}${noBreakSpace}s`;
}
function formatTime(iso) {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? "an unknown time" : `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

// src/reporters/paint.ts
var codes = { red: 31, green: 32, yellow: 33, dim: 2, bold: 1 };
function painter(color) {
  return (name, text2) => color && text2 !== "" ? `\x1B[${codes[name]}m${text2}\x1B[0m` : text2;
}

// src/reporters/columns.ts
var wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/gu;
var columnsOf = (text2) => text2.length + (text2.match(wide)?.length ?? 0);
function cut(text2, columns) {
  if (columnsOf(text2) <= columns) return text2;
  let [kept, used] = ["", 0];
  for (const sign of text2) {
    used += columnsOf(sign);
    if (used > columns) break;
    kept += sign;
  }
  return kept;
}
var padEnd = (text2, columns) => text2 + blanks(text2, columns);
var padStart = (text2, columns) => blanks(text2, columns) + text2;
var blanks = (text2, columns) => " ".repeat(Math.max(0, columns - columnsOf(text2)));

export {
  plain,
  visible,
  shorten,
  text,
  prose,
  code,
  html,
  fenced,
  outputLine,
  shownStep,
  formatValue,
  formatCount,
  formatRelative,
  bareRelative,
  formatShare,
  formatDuration,
  formatTime,
  columnsOf,
  cut,
  padEnd,
  padStart,
  painter
};
