import type { Finding, Report } from '../model.ts';
import type { Say } from '../words/say.ts';
import { changedCaller } from './changed-lines.ts';
import { plain } from './escape.ts';
import { growthOf, figuresOf } from './figures.ts';
import { isOwn } from './links.ts';
import { isLine, shortFunction, storyOf } from './story.ts';
import { told, type Told } from './told.ts';

/** A remark that a forge shows at a line of the change, or beside the run when it has no file. Plain text. */
export interface Annotation {
  level: 'error' | 'warning' | 'notice';
  title: string;
  message: string;
  /** Relative to the repository. */
  file?: string;
  line?: number;
}

/** GitHub keeps ten of each level per step and drops the rest without a word; two are left for other messages. */
const maxPerLevel = 8;

/** Worst first: at most eight errors and eight warnings, and a notice when there are more. */
export function annotations(given: Report): Annotation[] {
  const report = told(given);
  const { deviations, sites } = storyOf(report);
  const findings = [...sites, ...deviations.filter(({ site }) => site === undefined)];
  const all = [...errorAnnotations(report), ...findings.map((finding) => annotationOf(report, finding))];
  const level = (wanted: Annotation['level']): Annotation[] => all.filter((one) => one.level === wanted);
  const shown = [...level('error').slice(0, maxPerLevel), ...level('warning').slice(0, maxPerLevel)];
  const hidden = all.length - shown.length;
  if (hidden === 0) return shown;
  return [
    ...shown,
    { level: 'notice', title: 'Leakgate', message: report.say('{n} more findings are in the report.', { n: hidden }) },
  ];
}

/** A failed build marks the compiler's lines. */
function errorAnnotations({ error }: Report): Annotation[] {
  if (error === null) return [];
  const title = 'Leakgate';
  const message = [plain(error.message), plain(error.hint ?? '')].filter(Boolean).join('\n');
  const places = error.locations.map(({ file, line, message: said }) =>
    placed({ level: 'error' as const, title, message: plain(said) }, file, line),
  );
  return [{ level: 'error', title, message }, ...places];
}

/** Stands at the line of the change that leads to what was found, where there is one: elsewhere a forge doesn't show it on the change. */
function annotationOf(report: Told, finding: Finding): Annotation {
  const { site, outcome } = finding;
  const level = outcome === 'fail' ? ('error' as const) : ('warning' as const);
  const { say } = report;
  const annotation = { level, title: titleOf(finding, say), message: messageOf(finding, say) };
  if (site === undefined || !isOwn(finding)) return annotation;
  const { file, line } = changedCaller(report, finding) ?? site;
  return placed(annotation, file, line);
}

function placed(annotation: Annotation, file: string, line: number): Annotation {
  return { ...annotation, file, ...(line > 0 && { line }) };
}

function titleOf({ metric, site, outcome }: Finding, say: Say): string {
  const what = plain(metric, 80);
  const where = site === undefined ? what : say('{what} in {place}', { what, place: shortFunction(site.function) });
  return `${where}${outcome === 'inconclusive' ? say(' (undecided)') : ''}`;
}

/** Place and source line stand in the text as well: outside the change, annotations show only in the run's list. */
function messageOf(finding: Finding, say: Say): string {
  const { site, facts = [] } = finding;
  const { before, after, change, gate } = figuresOf(finding, say);
  const figures = isLine(finding)
    ? growthOf(finding, say)
    : say('{before} → {after} ({change}, gate {gate})', { before, after, change, gate });
  const text = site?.source === undefined ? '' : `: ${plain(site.source, 160)}`;
  const source = site === undefined ? '' : `${plain(site.file)}:${site.line}${text}`;
  const evidence = facts
    .slice(0, 6)
    .map(({ label, text: said }) => say('{what}: {why}', { what: plain(label, 40), why: plain(said) }));
  return [figures, plain(finding.reason), source, ...evidence].filter((line) => line !== '').join('\n');
}
