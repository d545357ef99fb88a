import type { Finding, Report } from '../model.ts';
import { changedCaller } from './changed-lines.ts';
import { plain } from './escape.ts';
import { growthOf, figuresOf } from './figures.ts';
import { isOwn } from './links.ts';
import { isLine, shortFunction, storyOf } from './story.ts';

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
export function annotations(report: Report): Annotation[] {
  const { deviations, sites } = storyOf(report);
  const findings = [...sites, ...deviations.filter(({ site }) => site === undefined)];
  const all = [...errorAnnotations(report), ...findings.map((finding) => annotationOf(report, finding))];
  const level = (wanted: Annotation['level']): Annotation[] => all.filter((one) => one.level === wanted);
  const shown = [...level('error').slice(0, maxPerLevel), ...level('warning').slice(0, maxPerLevel)];
  const hidden = all.length - shown.length;
  if (hidden === 0) return shown;
  return [...shown, { level: 'notice', title: 'Leakgate', message: `${hidden} more findings are in the report.` }];
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
function annotationOf(report: Report, finding: Finding): Annotation {
  const { site, outcome } = finding;
  const level = outcome === 'fail' ? ('error' as const) : ('warning' as const);
  const annotation = { level, title: titleOf(finding), message: messageOf(finding) };
  if (site === undefined || !isOwn(finding)) return annotation;
  const { file, line } = changedCaller(report, finding) ?? site;
  return placed(annotation, file, line);
}

function placed(annotation: Annotation, file: string, line: number): Annotation {
  return { ...annotation, file, ...(line > 0 && { line }) };
}

function titleOf(finding: Finding): string {
  const undecided = finding.outcome === 'inconclusive' ? ' (undecided)' : '';
  const where = finding.site === undefined ? '' : ` in ${shortFunction(finding.site.function)}`;
  return `${plain(finding.metric, 80)}${where}${undecided}`;
}

/** Place and source line stand in the text as well: outside the change, annotations show only in the run's list. */
function messageOf(finding: Finding): string {
  const { site, facts = [] } = finding;
  const { before, after, change, gate } = figuresOf(finding);
  const figures = isLine(finding) ? growthOf(finding) : `${before} → ${after} (${change}, gate ${gate})`;
  const told = site?.source === undefined ? '' : `: ${plain(site.source, 160)}`;
  const source = site === undefined ? '' : `${plain(site.file)}:${site.line}${told}`;
  const evidence = facts.slice(0, 6).map(({ label, text }) => `${plain(label, 40)}: ${plain(text)}`);
  return [figures, plain(finding.reason), source, ...evidence].filter((line) => line !== '').join('\n');
}
