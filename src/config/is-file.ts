import { statSync } from 'node:fs';

/** Is there a file of that name? What can't be one, such as a name with a NUL or of thousands of signs, isn't. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
