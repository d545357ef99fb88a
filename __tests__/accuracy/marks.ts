import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files.ts';

const mark = '// LEAK';

/**
 * The guilty lines of a service: `file:line` of each line that ends with a `// LEAK` mark, and of none in a line comment of its own.
 * @param folder the service's folder.
 * @param prefix of the files in the answer: the folder as reports name it.
 */
export function leakMarks(folder: string, prefix: string): string[] {
  const files = filesBelow(folder).filter((file) => file.endsWith('.go'));
  return files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.trimEnd().endsWith(mark) ? [`${prefix}/${file}:${index + 1}`] : [])),
  );
}
