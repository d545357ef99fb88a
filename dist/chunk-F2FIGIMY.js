import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));

// src/host/interrupt.ts
import { setMaxListeners } from "node:events";
function onInterrupt(source) {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal, source);
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    source.on(name, () => {
      if (controller.signal.aborted) source.exit(130);
      controller.abort(new Error(`interrupted by ${name}`));
    });
  }
  return { signal: controller.signal };
}

export {
  onInterrupt
};
