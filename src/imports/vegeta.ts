import * as z from 'zod';
import { methods } from '../config/requests.ts';
import { asJson } from './har.ts';
import {
  literal,
  literals,
  merged,
  pathOf,
  portableHeaders,
  unreadable,
  type Imported,
  type ImportedRequest,
} from './imported.ts';

const jsonTarget = z.object({
  method: z.string(),
  url: z.string(),
  header: z.record(z.string(), z.array(z.string())).default({}),
  /** In base64. */
  body: z.string().optional(),
});

interface Target {
  where: string;
  method: string;
  address: string;
  headers: [string, string][];
  body?: string;
  bodyFile?: string;
}

/** Vegeta's targets, as HTTP or as an object a line. */
export function fromVegeta(text: string, name: string): Imported {
  const targets = text.trimStart().startsWith('{') ? jsonTargets(text, name) : httpTargets(text, name);
  if (targets.length === 0)
    throw unreadable(name, 'holds no targets.', 'A target is a line such as GET http://localhost:8080/path.');
  const notes = new Set<string>();
  return {
    requests: merged(targets.map((target) => toRequest(target, (note) => notes.add(note)))),
    left: [],
    notes: [...notes],
  };
}

/** A line with method and address, then lines of headers, then perhaps `@body-file`; an empty line ends it. */
function httpTargets(text: string, name: string): Target[] {
  const targets: Target[] = [];
  let current: Target | null = null;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    const where = `${name}, line ${index + 1}`;
    const start = /^([A-Z]+)\s+(\S+)$/.exec(line);
    const header = /^([\w!#$%&'*+.^`|~-]+):\s*(.*)$/.exec(line);
    if (line.startsWith('#')) continue;
    if (line === '') current = null;
    else if (start !== null) targets.push((current = { where, method: start[1]!, address: start[2]!, headers: [] }));
    else if (current !== null && header !== null) current.headers.push([header[1]!, header[2]!]);
    else if (current !== null && line.startsWith('@')) current.bodyFile = line.slice(1);
    else
      throw unreadable(
        where,
        `isn't a vegeta target: ${JSON.stringify(line.slice(0, 80))}.`,
        'A target is a line such as GET http://localhost:8080/path, then its headers, then @body-file.',
      );
  }
  return targets;
}

function jsonTargets(text: string, name: string): Target[] {
  return text.split('\n').flatMap((line, index): Target[] => {
    if (line.trim() === '') return [];
    const where = `${name}, line ${index + 1}`;
    const parsed = jsonTarget.safeParse(asJson(line));
    if (!parsed.success)
      throw unreadable(where, "isn't a vegeta target.", 'Each line is an object with method and url.', parsed.error);
    const { method, url, header, body } = parsed.data;
    const headers = Object.entries(header).map(([key, values]): [string, string] => [key, values.join(', ')]);
    const content = body === undefined ? undefined : Buffer.from(body, 'base64').toString();
    return [{ where, method, address: url, headers, ...(content !== undefined && { body: content }) }];
  });
}

function toRequest(
  { where, method, address, headers, body, bodyFile }: Target,
  note: (text: string) => void,
): ImportedRequest {
  const path = pathOf(address);
  if (path === null)
    throw unreadable(where, `has no address that can be read: ${JSON.stringify(address.slice(0, 80))}.`);
  if (!(methods as readonly string[]).includes(method))
    throw unreadable(where, `has the method ${method}; allowed: ${methods.join(', ')}.`);
  const json = body === undefined ? undefined : asJson(body);
  return {
    method,
    path: literal(path),
    headers: portableHeaders(headers, note),
    ...(body !== undefined && { body: json === undefined ? literal(body) : (literals(json) as object) }),
    ...(bodyFile !== undefined && { bodyFile }),
    weight: 1,
    madeUp: [],
  };
}
