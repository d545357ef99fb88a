import * as z from 'zod';
import { methods } from '../config/requests.ts';
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

const field = z.object({ name: z.string(), value: z.string() });
const harSchema = z.object({
  log: z.object({
    entries: z.array(
      z.object({
        request: z.object({
          method: z.string(),
          url: z.string(),
          headers: z.array(field).default([]),
          postData: z.object({ mimeType: z.string().default(''), text: z.string().optional() }).optional(),
        }),
        response: z.object({ status: z.number().default(0) }).optional(),
      }),
    ),
  }),
});

type Entry = z.output<typeof harSchema>['log']['entries'][number];

/** Parts of a page that no service is loaded for. */
const asset = /\.(?:css|js|mjs|map|png|jpe?g|gif|svg|ico|webp|avif|woff2?|ttf|mp4|webm)(?:$|\?)/i;
const mostBodyBytes = 64 * 1024;

/** Requests of the host that was asked most often, as a browser or proxy recorded them. */
export function fromHar(value: unknown, name: string): Imported {
  const parsed = harSchema.safeParse(value);
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join('.') ?? '';
    throw unreadable(name, `isn't a HAR file: ${at} is missing or of another kind.`, undefined, parsed.error);
  }
  const entries = parsed.data.log.entries.filter(({ request: { url } }) => URL.canParse(url) && pathOf(url) !== null);
  const host = mostFrequent(entries.map(({ request }) => new URL(request.url).host));
  const left: string[] = [];
  const notes = new Set<string>();
  const others = entries.filter(({ request }) => new URL(request.url).host !== host).length;
  if (others > 0) left.push(`${others} ${others === 1 ? 'request' : 'requests'} to other hosts than ${host}`);
  const requests = entries
    .filter(({ request }) => new URL(request.url).host === host)
    .flatMap((entry): ImportedRequest[] => {
      const why = refusal(entry);
      if (why === null) return [toRequest(entry.request, (note) => notes.add(note))];
      left.push(`${entry.request.method} ${new URL(entry.request.url).pathname}: ${why}`);
      return [];
    });
  return { requests: merged(requests), left: [...new Set(left)], notes: [...notes] };
}

function refusal({ request, response }: Entry): string | null {
  const status = response?.status ?? 200;
  if (!(methods as readonly string[]).includes(request.method)) return 'another method';
  if (asset.test(request.url)) return 'part of a page';
  if (status === 0 || status >= 400) return status === 0 ? 'it had no answer' : `it was answered with ${status}`;
  const { postData } = request;
  if (postData === undefined) return null;
  if (postData.mimeType.startsWith('multipart/')) return 'a form with files';
  if (postData.text === undefined) return 'its body wasn’t recorded';
  return postData.text.length > mostBodyBytes ? 'its body is larger than 64 KiB' : null;
}

function toRequest(
  { method, url, headers, postData }: Entry['request'],
  note: (text: string) => void,
): ImportedRequest {
  const { pathname, search, searchParams } = new URL(url);
  for (const name of searchParams.keys())
    if (/token|secret|key|password|signature/i.test(name))
      note(`The query of ${pathname} has a ${name}: is it a secret?`);
  const kept = portableHeaders(
    headers.map((one) => [one.name, one.value] as const),
    note,
  );
  const text = postData?.text;
  const json = text === undefined ? undefined : asJson(text);
  // That is what an object is sent as.
  const implied = Object.entries(kept).find(
    ([key, value]) => /^content-type$/i.test(key) && /^application\/json\b/i.test(value),
  );
  if (json !== undefined && implied !== undefined) delete kept[implied[0]];
  const body = json === undefined ? (text === undefined ? undefined : literal(text)) : (literals(json) as object);
  return {
    method,
    path: literal(pathname + search),
    headers: kept,
    ...(body !== undefined && { body }),
    weight: 1,
    madeUp: [],
  };
}

/** Undefined for what isn't an object or list in JSON. */
export function asJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
