import { writeFile } from 'node:fs/promises';
import { LeakgateError } from '../errors.ts';

/** Writes the page that `--html` asked for. @throws LeakgateError `config` that names the file. */
export async function writeHtml(path: string, page: string): Promise<void> {
  await writeFile(path, page).catch((cause: unknown) => {
    throw new LeakgateError('config', `--html: ${path} can't be written.`, { cause });
  });
}
