import type { Report } from '../model.ts';
import { csv } from './csv.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';
import { junit } from './junit.ts';
import { openMetrics } from './openmetrics.ts';
import { prComment } from './pr-comment.ts';
import { sarif } from './sarif.ts';
import { summary } from './summary.ts';
import { renderTerminal } from './terminal.ts';

export { aggregateComment, aggregateLines, aggregateSummary } from './aggregate-markdown.ts';
export { parseAggregate } from './aggregate-schema.ts';
export { annotations, type Annotation } from './annotations.ts';
export { boundedReport } from './bounded.ts';
export { slackMessage, teamsMessage, wecomMessage } from './chat.ts';
export { csv } from './csv.ts';
export { renderHtml } from './html.ts';
export { renderJson as toJson } from './json.ts';
export { junit } from './junit.ts';
export { messageOf, type Before, type Message } from './message.ts';
export { openMetrics } from './openmetrics.ts';
export { prComment } from './pr-comment.ts';
export { parseReport, reportSchema } from './result-schema.ts';
export { sarif } from './sarif.ts';
export { summary } from './summary.ts';
export { renderTerminal, type TerminalLook } from './terminal.ts';

/** Every rendering that can be asked for by name: text made of the report alone. A new one is a file and a line here. */
export const renderings = {
  terminal: (report) => renderTerminal(report, { color: false }),
  markdown: summary,
  comment: prComment,
  html: renderHtml,
  json: renderJson,
  sarif,
  junit,
  csv,
  openmetrics: openMetrics,
} as const satisfies Record<string, (report: Report) => string>;

export type RenderingName = keyof typeof renderings;
