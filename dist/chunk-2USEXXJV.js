import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));

// src/errors.ts
var exitCodes = {
  config: 2,
  service: 3,
  measurement: 4,
  internal: 5,
  interrupted: 130
};
var LeakgateError = class extends Error {
  code;
  hint;
  locations;
  output;
  constructor(code, message, details = {}) {
    super(message, { cause: details.cause });
    this.name = "LeakgateError";
    this.code = code;
    this.hint = details.hint;
    this.locations = details.locations ?? [];
    this.output = details.output;
  }
  get exitCode() {
    return exitCodes[this.code];
  }
};
function asLeakgateError(thrown) {
  if (thrown instanceof LeakgateError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (saysFullDisk(message)) return fullDisk(message, { cause: thrown });
  return new LeakgateError("internal", `Leakgate failed: ${message}`, {
    cause: thrown,
    hint: "This is a fault of Leakgate. Please report it with the log of this run."
  });
}
var saysFullDisk = (text) => /no space left on device|disk quota exceeded|\bENOSPC\b|\bEDQUOT\b/i.test(text);
var fullDisk = (what, details = {}) => new LeakgateError("measurement", `The disk is full: ${what}.`, {
  ...details,
  hint: "Free some space. Binaries and heap dumps lie in TMPDIR while a run lasts, results in the output folder."
});

export {
  exitCodes,
  LeakgateError,
  asLeakgateError,
  saysFullDisk,
  fullDisk
};
