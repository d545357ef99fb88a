/** A stage of one answer, as the service measured it itself. */
export interface StageTime {
  name: string;
  us: number;
}

/** A hostile service may send thousands. */
const mostStages = 64;
const mostNameLength = 80;

/**
 * Reads a `Server-Timing` field (https://www.w3.org/TR/server-timing/): `db;dur=53.2;desc="orders", cache;dur=0.1`. Durations are
 * milliseconds; entries without one name something that took no time and are left out. The same name twice is one stage.
 */
export function readServerTiming(field: string): StageTime[] {
  const stages = new Map<string, number>();
  for (const entry of splitOutsideQuotes(field, ',')) {
    const [name = '', ...parameters] = splitOutsideQuotes(entry, ';').map((part) => part.trim());
    const ms = durationOf(parameters);
    if (name === '' || name.length > mostNameLength || ms === null) continue;
    if (!stages.has(name) && stages.size >= mostStages) break;
    stages.set(name, (stages.get(name) ?? 0) + ms * 1000);
  }
  return [...stages].map(([name, us]) => ({ name, us }));
}

/** Of several `dur` the first counts. */
function durationOf(parameters: readonly string[]): number | null {
  for (const parameter of parameters) {
    const [, text] = /^dur\s*=\s*"?\s*([\d.]+(?:e[+-]?\d+)?)\s*"?$/i.exec(parameter) ?? [];
    const ms = Number(text);
    if (text !== undefined && Number.isFinite(ms)) return ms;
  }
  return null;
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = [];
  let [from, quoted] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\' && quoted) at += 1;
    else if (text[at] === '"') quoted = !quoted;
    else if (text[at] === separator && !quoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
