import { createHash } from 'node:crypto';
import type { CodeFlow, Location, Log, ReportingDescriptor, Result, ThreadFlowLocation } from 'sarif';
import type { Fact, Finding, Flow, Frame, Report, Site } from '../model.ts';
import { sayIn } from '../words/say.ts';
import { changedCaller } from './changed-lines.ts';
import { plain } from './escape.ts';
import { growthOf } from './figures.ts';
import { isOwn } from './links.ts';
import { ruleOf, rules } from './sarif-rules.ts';
import { shortFunction, stackTitle, storyOf } from './story.ts';
import { told } from './told.ts';

/** A forge keeps 5,000 results of an upload; nobody reads as many. Worst first. */
const maxResults = 200;

/** SARIF 2.1.0: each line that a finding points at, for code scanning. Paths are relative to the repository. */
export function sarif(report: Report): string {
  const { sites } = storyOf(told({ ...report, lang: 'en' }));
  const located = sites.filter((finding) => isOwn(finding) && locatable(finding.site!));
  const results = located.slice(0, maxResults).map((finding) => resultOf(report, finding));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Leakgate',
            semanticVersion: /^\d+\.\d+\.\d+/.exec(report.leakgate)?.[0] ?? '0.0.0',
            rules: rules.map(descriptor),
          },
        },
        // One category for each service, so that the results of one don't replace those of another.
        automationDetails: { id: `leakgate/${plain(report.key, 120).replaceAll(' ', '-')}/` },
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor({ id, name, short, full, help, level }: (typeof rules)[number]): ReportingDescriptor {
  return {
    id,
    name,
    shortDescription: { text: short },
    fullDescription: { text: full },
    help: { text: help },
    defaultConfiguration: { level },
    properties: { tags: ['performance', 'reliability', 'go'] },
  };
}

/** A path that leads out of the repository, or none, can't be shown there. */
function locatable({ file, line }: Pick<Frame, 'file' | 'line'>): boolean {
  return line > 0 && file !== '' && !file.startsWith('/') && !file.split('/').includes('..');
}

/** Of all locations only the first counts, and a forge shows it on a pull request only at a line that the request changed. */
function resultOf(report: Report, finding: Finding): Result {
  const site = finding.site!;
  const rule = ruleOf(finding);
  const caller = changedCaller(report, finding);
  const changed = caller !== null && locatable(caller) ? caller : null;
  const facts = [...(changed === null ? [] : [foundIn(site)]), ...(finding.facts ?? [])];
  const related = facts.filter(pointsIntoRepository).slice(0, 20);
  return {
    ruleId: rule.id,
    ruleIndex: rules.indexOf(rule),
    level: finding.outcome === 'fail' ? 'error' : 'warning',
    ...(finding.before !== null && { baselineState: finding.before === 0 ? 'new' : 'updated' }),
    message: { text: messageOf(finding, facts, related) },
    locations: [
      changed === null
        ? locationOf(site, shortFunction(site.function), site.source)
        : locationOf(changed, shortFunction(changed.function)),
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map(({ label, frame }, index) => ({
        id: index + 1,
        ...locationOf(frame!, plain(label, 60)),
      })),
    }),
    ...flowsOf(finding),
    partialFingerprints: { primaryLocationLineHash: fingerprint(rule.id, finding) },
  };
}

/** A result that stands at a call has to name the line that the call leads to. */
const foundIn = ({ function: name, file, line }: Site): Fact => ({
  label: 'found in',
  text: `${shortFunction(name)} (${file}:${line})`,
  frame: { function: name, file, line, own: true },
});

const pointsIntoRepository = ({ frame }: Fact): boolean => frame !== undefined && frame.own && locatable(frame);

/** `[text](1)` in a message is a link to the related location 1; brackets of others must not make one. */
function messageOf(finding: Finding, facts: Fact[], related: Fact[]): string {
  const growth = growthOf(finding, sayIn('en'));
  const lines = facts.map((fact) => {
    const at = related.indexOf(fact);
    const label = unlinked(plain(fact.label, 60));
    return `${at === -1 ? label : `[${label}](${at + 1})`}: ${unlinked(plain(fact.text))}`;
  });
  const head = `${plain(finding.metric, 80)}${growth === '' ? '' : `, ${growth}`}. ${plain(finding.reason, 500)}`;
  return [unlinked(head), ...lines].join('\n');
}

const unlinked = (text: string): string => text.replace(/[[\]]/g, '\\$&');

/** All four ends of the region are required where it's shown. Columns aren't known: no line is shorter than its trimmed text. */
function locationOf({ file, line }: Pick<Frame, 'file' | 'line'>, text: string, source?: string): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
      region: {
        startLine: line,
        startColumn: 1,
        endLine: line,
        endColumn: (source?.length || 1) + 1,
        ...(source !== undefined && { snippet: { text: plain(source, 400) } }),
      },
    },
    ...(text !== '' && { message: { text } }),
  };
}

const uriOf = (file: string): string =>
  file
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');

/**
 * The calls that lead to the line, outermost first, then what keeps it alive or where it waits: viewers step through each. One step is
 * worth a flow: its title tells what the line is to the finding.
 */
function flowsOf(finding: Finding): Pick<Result, 'codeFlows'> {
  const calls = (finding.site?.stack ?? [])
    .filter(({ line, file }) => line > 0 && file !== '')
    .toReversed()
    .map((frame) => ({ text: frame.function, frame }));
  const flows = [{ title: stackTitle(finding, sayIn('en')), steps: calls }, ...(finding.flows ?? [])].filter(
    ({ steps }) => steps.length > 0,
  );
  return flows.length === 0 ? {} : { codeFlows: flows.slice(0, maxFlows).map(codeFlow) };
}

const [maxFlows, maxSteps] = [8, 100];

const codeFlow = ({ title, steps }: Flow): CodeFlow => ({
  message: { text: plain(title, 120) },
  threadFlows: [{ locations: steps.slice(-maxSteps).map(flowLocation) }],
});

function flowLocation({ text, frame }: Flow['steps'][number]): ThreadFlowLocation {
  // A step of a stack is its function; one of a chain has a name of its own.
  const name = text === frame?.function ? shortFunction(text) : plain(text, 200);
  const known = frame !== null && frame.own && locatable(frame);
  return {
    location: known ? locationOf(frame, name) : elsewhere(name, text, frame),
    importance: known ? 'essential' : 'unimportant',
  };
}

/** A frame of a library has no file in the repository, and a global or a type no frame: they're named and not linked. */
const elsewhere = (name: string, fullName: string, frame: Frame | null): Location => ({
  logicalLocations: [{ fullyQualifiedName: plain(fullName, 200), kind: frame === null ? 'variable' : 'function' }],
  message: { text: frame === null || endsAt(frame, name) ? name : `${name} (${plain(frame.file)}:${frame.line})` },
});

/** Names of allocation sites tell their place already. */
const endsAt = ({ file, line }: Frame, name: string): boolean =>
  name.endsWith(` ${file.slice(file.lastIndexOf('/') + 1)}:${line}`);

/** Holds when lines move: made of the function and the text of the line, or of the finding's own stable id. */
function fingerprint(rule: string, { id, site }: Finding): string {
  const text = site?.source?.replaceAll(/\s+/g, ' ').trim() ?? id;
  const hash = createHash('sha256')
    .update([rule, site?.function ?? '', text].join('\n'))
    .digest('hex');
  return `${hash.slice(0, 16)}:1`;
}
