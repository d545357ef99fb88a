import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));

// src/expected-status.ts
function isExpected({ expectStatus }, status) {
  if (expectStatus.length > 0) return expectStatus.includes(status);
  return status >= 200 && status < 400;
}

export {
  isExpected
};
