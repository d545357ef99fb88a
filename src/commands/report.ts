import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { LeakgateError } from '../errors.ts';
import type { Report } from '../model.ts';
import { parseReport, renderHtml, renderings, type RenderingName } from '../reporters/index.ts';
import { langOption, parseCommand } from './arguments.ts';
import type { Command, Terminal } from './command.ts';
import { writeHtml } from './html-file.ts';
import { printPdf } from './print-pdf.ts';

const formats = Object.keys(renderings) as RenderingName[];

export const report: Command = {
  name: 'report',
  summary: 'show a result.json again, in another form',
  help: `
leakgate report --from result.json [--format ${formats.join('|')}] [--html FILE] [--pdf FILE] [--lang en|zh-CN]

Renders a recorded result. Nothing is measured; the same result gives the same text.

  leakgate report --from leakgate-out/result.json
  leakgate report --from leakgate-out/result.json --format markdown > report.md
  leakgate report --from leakgate-out/result.json --html report.html --pdf report.pdf

--html writes one page that needs nothing else. --pdf prints it with the Chrome or Chromium that is installed
(CHROME_BIN may name one); without one it is left out. --lang renders it in another language than the run asked for.`,

  async run(args, terminal, signal) {
    const { values } = parseCommand('report', {
      args,
      options: {
        from: { type: 'string' },
        format: { type: 'string' },
        html: { type: 'string' },
        pdf: { type: 'string' },
        lang: { type: 'string' },
      },
    });
    const { from, html, pdf } = values;
    if (from === undefined) throw new LeakgateError('config', 'report needs --from result.json.');
    const stored = parseReport(await read(resolve(terminal.cwd, from), from), from);
    const result = { ...stored, ...langOption(values.lang) };
    if (values.format !== undefined || (html === undefined && pdf === undefined))
      terminal.stdout.write(`${rendering(values.format ?? 'terminal')(result)}\n`);
    await writePage(
      result,
      { ...(html !== undefined && { html }), ...(pdf !== undefined && { pdf }) },
      terminal,
      signal,
    );
    return 0;
  },
};

async function read(path: string, from: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new LeakgateError('config', `--from: ${from} can't be read.`, { cause });
  });
}

function rendering(format: string): (report: Report) => string {
  const found = Object.entries(renderings).find(([name]) => name === format);
  if (found !== undefined) return found[1];
  throw new LeakgateError('config', `--format: got ${JSON.stringify(format)}; allowed: ${formats.join(', ')}.`);
}

interface Targets {
  html?: string;
  pdf?: string;
}

/** The page, and the PDF made of it. Without `--html` the page is only a step on the way. */
async function writePage(
  result: Report,
  { html, pdf }: Targets,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  if (html === undefined && pdf === undefined) return;
  const { cwd, env, stderr } = terminal;
  const scratch = html === undefined ? await mkdtemp(join(tmpdir(), 'leakgate-page-')) : null;
  try {
    const page = scratch === null ? resolve(cwd, html!) : join(scratch, 'report.html');
    await writeHtml(page, renderHtml(result));
    if (pdf === undefined) return;
    const missing = await printPdf({ page, to: resolve(cwd, pdf), env }, signal);
    if (missing !== null) stderr.write(`${missing}\n`);
  } finally {
    if (scratch !== null) await rm(scratch, { recursive: true, force: true });
  }
}
