import { LineCounter, parseDocument, visit, type Alias, type Document } from 'yaml';

/** What is wrong with a text, and where. */
export class YamlProblem extends Error {
  override readonly name = 'YamlProblem';
  /** From 1. */
  readonly line: number;

  constructor(message: string, line: number, options: ErrorOptions = {}) {
    super(message, options);
    this.line = line;
  }
}

/** A bomb of aliases unfolds no further. */
const limits = { maxAliasCount: 100 };

/** Reads YAML, and JSON as a part of it. @throws YamlProblem for what is neither, and for aliases of nothing or without end. */
export function readYaml(text: string): unknown {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { prettyErrors: true, lineCounter, logLevel: 'error' });
  const [problem] = document.errors;
  if (problem !== undefined) throw new YamlProblem(firstLine(problem), problem.linePos?.[0].line ?? 1);
  try {
    return document.toJS(limits) as unknown;
  } catch (cause) {
    // Aliases are followed only now, and what went wrong doesn't say where.
    throw new YamlProblem(firstLine(cause), lineCounter.linePos(wrongAlias(document)).line || 1, { cause });
  }
}

/** Where the first alias stands that leads nowhere; or the first of all, where they lead too far. */
function wrongAlias(document: Document.Parsed): number {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  const wrong = aliases.find((alias) => alias.resolve(document) === undefined) ?? aliases[0];
  return wrong?.range?.[0] ?? 0;
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!.trimEnd();
