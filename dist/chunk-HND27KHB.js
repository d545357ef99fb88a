import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));

// src/config/config-path.ts
import { existsSync } from "node:fs";
import { resolve } from "node:path";
var found = [".github/leakgate.yml", ".github/leakgate.yaml", "leakgate.yml", "leakgate.yaml", "leakgate.json"];
var configPath = (named, directories, cwd) => named === void 0 ? directories.flatMap((directory) => found.map((name) => resolve(directory, name))).find((one) => existsSync(one)) : resolve(cwd, named);

export {
  configPath
};
