import { CsvError, parse } from 'csv-parse/sync';
import { LeakgateError } from '../errors.ts';

/** A file of values, row by row. */
export interface Feeder {
  /** As users named it. */
  path: string;
  columns: string[];
  rows: { line: number; values: Readonly<Record<string, string>> }[];
}

/** Reads a `.csv` file with a line of column names, or a `.jsonl` file with an object a line. @throws LeakgateError `config` */
export function readFeeder(path: string, text: string): Feeder {
  const feeder = /\.(?:jsonl|ndjson)$/i.test(path) ? readJsonLines(path, text) : readCsv(path, text);
  if (feeder.rows.length > 0) return feeder;
  throw new LeakgateError('config', `${path} has no rows of values.`, {
    hint: 'A feeder is a .csv file whose first line names the columns, or a .jsonl file with an object a line.',
  });
}

/** All values of a column. `where` names the placeholder that asks. @throws LeakgateError `config` where it's missing in any row. */
export function columnOf({ path, columns, rows }: Feeder, column: string, where: string): string[] {
  return rows.map(({ line, values }) => {
    const value = values[column];
    if (value !== undefined) return value;
    const missing = columns.includes(column) ? `has no ${column} in line ${line}` : `has no column ${column}`;
    throw new LeakgateError('config', `${where}: ${path} ${missing}.`, { hint: `Its columns: ${columns.join(', ')}.` });
  });
}

function readCsv(path: string, text: string): Feeder {
  const records = parseCsv(path, text);
  const [head, ...rest] = records;
  const columns = head?.record ?? [];
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) throw new LeakgateError('config', `${path} has two columns named ${JSON.stringify(twice)}.`);
  const rows = rest.map(({ record, info }) => ({
    line: info.lines,
    values: Object.fromEntries(columns.map((name, index) => [name, record[index]!])),
  }));
  return { path, columns, rows };
}

interface CsvRecord {
  record: string[];
  info: { lines: number };
}

function parseCsv(path: string, text: string): CsvRecord[] {
  try {
    return parse(text, { bom: true, info: true, skip_empty_lines: true }) as unknown as CsvRecord[];
  } catch (cause) {
    const said = cause instanceof CsvError ? cause.message.replace(/^[A-Z][\w ]*: /, '') : String(cause);
    throw new LeakgateError('config', `${path} can't be read as CSV: ${said}.`, { cause });
  }
}

function readJsonLines(path: string, text: string): Feeder {
  const lines = text.split('\n').map((content, index) => ({ content: content.trim(), line: index + 1 }));
  const rows = lines
    .filter(({ content }) => content !== '')
    .map(({ content, line }) => ({ line, values: texts(parseObject(content, `${path}, line ${line}`)) }));
  return { path, columns: [...new Set(rows.flatMap(({ values }) => Object.keys(values)))], rows };
}

function parseObject(text: string, where: string): object {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new LeakgateError('config', `${where} isn't JSON: ${(cause as Error).message}.`, { cause });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw new LeakgateError('config', `${where}: got ${text.slice(0, 60)}; write an object such as {"id": 1}.`);
}

/** Whatever isn't text is its JSON. */
const texts = (row: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
