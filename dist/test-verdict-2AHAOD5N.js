import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
import {
  sayIn,
  siteLines,
  sourceReader
} from "./chunk-2G7FOXLJ.js";
import {
  formatCount,
  formatDuration,
  outputLine,
  painter,
  plain
} from "./chunk-ZCMWASTI.js";
import {
  judgeTests,
  measurementOf
} from "./chunk-AFJEBKOS.js";
import "./chunk-7VVFCVTT.js";
import "./chunk-UWNBQVMY.js";
import "./chunk-2USEXXJV.js";
import "./chunk-ANJUXMEH.js";

// src/reporters/test-terminal.ts
function renderTests(report, run, { color }) {
  const paint = painter(color);
  const leaks = report.findings.filter(({ kind }) => kind === "leak");
  const blocks = [
    ...run.packages.flatMap(({ failed }) => failed).map(({ test, output }) => outputLines(test, output, paint)),
    ...leaks.slice(0, 20).map((finding) => siteLines(finding, sayIn("en"), paint)),
    [
      ...leaks.length > 20 ? [paint("dim", `  … and ${leaks.length - 20} more places`)] : [],
      ...run.notes.map((note) => paint("dim", `  ${plain(note)}`))
    ],
    [verdictLine(report, run, leaks, paint)]
  ];
  return `
${blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function outputLines(test, output, paint) {
  const lines = output.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== "" && !line.startsWith("=== "));
  return [
    ...test === "" ? [] : [`  ${paint("red", "✘")} ${paint("bold", plain(test, 120))}`],
    ...lines.slice(-40).map((line) => paint("dim", `  │ ${outputLine(line)}`))
  ];
}
var words = {
  pass: ["PASS", "green"],
  fail: ["FAIL", "red"],
  skipped: ["SKIPPED", "dim"],
  inconclusive: ["UNDECIDED", "yellow"]
};
function verdictLine({ outcome, summary }, run, leaks, paint) {
  const [word, color] = words[outcome];
  const proven = leaks.filter(({ reason }) => reason.includes("Proven")).length;
  const parts = [
    summary.replace(/\.$/, ""),
    ...proven === 0 ? [] : [`${formatCount(proven)} proven`],
    formatDuration(run.durationMs),
    `exit ${outcome === "fail" ? 1 : 0}`
  ];
  return `${paint(color, paint("bold", word))}  ${parts.join(" · ")}`;
}

// src/commands/test-verdict.ts
var judged = (run, root, settings) => judgeTests(measurementOf(run, sourceReader(root)), null, settings, { knownLeaks: "fail" });
var told = (...given) => renderTests(...given).trimEnd();
export {
  judged,
  told
};
