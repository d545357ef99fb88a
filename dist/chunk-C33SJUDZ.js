import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));

// src/config/is-file.ts
import { statSync } from "node:fs";
function isFile(path) {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

export {
  isFile
};
