import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const found = ['.github/leakgate.yml', '.github/leakgate.yaml', 'leakgate.yml', 'leakgate.yaml', 'leakgate.json'];

/** The named config file, or the first of `.github/leakgate.yml` and its neighbours that is there in `directories`. */
export const configPath = (named: string | undefined, directories: string[], cwd: string): string | undefined =>
  named === undefined
    ? directories.flatMap((directory) => found.map((name) => resolve(directory, name))).find((one) => existsSync(one))
    : resolve(cwd, named);
