import { stringify } from 'yaml';
import type { Candidate } from './candidates.ts';
import type { Start } from './starts.ts';

export const schemaLine =
  '# yaml-language-server: $schema=https://raw.githubusercontent.com/leakgate/leakgate/v1/schema/leakgate.schema.json';

/** What was found out about a service. */
export interface Discovered {
  /** As `package` names it; null when there is no other program. */
  package: string | null;
  start: Start;
  tookPort: boolean;
  health: string | null;
  requests: Candidate[];
  /** What isn't sent, and why. */
  left: string[];
}

const mostLeft = 40;

/** A config file for it, with comments for whoever opens it next. `place` gives a route's file as the reader knows it. */
export function discoveredConfig(found: Discovered, place: (candidate: Candidate) => string | null): string {
  const lines = [schemaLine, '# Every setting: https://github.com/leakgate/leakgate/blob/v1/docs/configuration.md', ''];
  if (found.package !== null) lines.push(yaml('package', found.package));
  if (found.start.args.length > 0) lines.push(yaml('args', found.start.args));
  if (Object.keys(found.start.env).length > 0) lines.push(yaml('env', found.start.env));
  if (!found.tookPort)
    lines.push(
      '# It always listens at a port of its own, so base and head can’t run side by side and speed isn’t compared.',
      '# Let it listen on {port}: args: [--listen, "127.0.0.1:{port}"], or env: { ADDR: "127.0.0.1:{port}" }.',
    );
  if (found.health !== null) lines.push('ready:', `  path: ${scalar(found.health)}`);
  lines.push('# One `METHOD /path [@body-file] [-> status]` each. These answered when they were asked.', 'requests:');
  lines.push(...found.requests.map((candidate) => requestLine(candidate, place(candidate))));
  if (found.left.length > 0) lines.push('', '# Not among them:', ...found.left.slice(0, mostLeft).map(comment));
  if (found.left.length > mostLeft) lines.push(comment(`and ${found.left.length - mostLeft} more`));
  return `${lines.join('\n')}\n${suggestions}`;
}

const suggestions = `
# What else may be worth setting:
# headers: { Authorization: "Bearer \${API_TOKEN}" }   # of all requests; see also auth
# checks: [qps, heap-leak, goroutine-leak, unit-tests]
# known-leaks: record   # leaks that are there already don't fail; new ones do
# production: { requests-per-second: 200, memory-limit: 512MiB }   # then the report says when a leak fills it
`;

function requestLine({ path, madeUp }: Candidate, at: string | null): string {
  const notes = [...(at === null ? [] : [at]), ...(madeUp.length > 0 ? [`made up: ${madeUp.join(', ')}`] : [])];
  return `  - ${scalar(`GET ${path}`)}${notes.length > 0 ? ` # ${oneLine(notes.join('; '))}` : ''}`;
}

const yaml = (key: string, value: unknown): string =>
  stringify({ [key]: value }, { lineWidth: 0, collectionStyle: 'flow' })
    .trim()
    .replace(/^\{\s*|\s*\}$/g, '');
const scalar = (text: string): string => stringify(text, { lineWidth: 0 }).trim();
const comment = (text: string): string => `#   ${oneLine(text)}`;
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 200);
