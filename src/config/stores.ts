import { resolve } from 'node:path';
import * as z from 'zod';
import { explain } from './explain.ts';
import { expandEnvironment } from './expand.ts';
import { readConfigFile } from './file.ts';
import { redactError, redactor } from './redact.ts';
import { storeSettings, type StoreSettings } from './store-settings.ts';

/** With the certificate's path as the files of the service are meant: from its folder. */
export function storesOf(
  { postgres, s3 }: StoreSettings,
  { workingDirectory }: { workingDirectory: string },
): StoreSettings {
  const caFile = postgres?.caFile === undefined ? undefined : resolve(workingDirectory, postgres.caFile);
  return { ...(postgres !== undefined && { postgres: { ...postgres, caFile } }), ...(s3 !== undefined && { s3 }) };
}

/** Only what a config file says of stores, for commands that need no service; the rest of the file isn't looked at. */
export function resolveStores(named: string | undefined, cwd: string, env: NodeJS.ProcessEnv): StoreSettings {
  const file = readConfigFile(named, [cwd], cwd);
  const { postgres, s3 } = file?.value ?? {};
  const name = file?.name ?? 'inputs';
  const { value, secrets } = expandEnvironment({ postgres, s3 }, name, env);
  const parsed = z.object(storeSettings).safeParse(value, { reportInput: true });
  if (parsed.success) return storesOf(parsed.data, { workingDirectory: cwd });
  throw redactError(explain(parsed.error, { tree: value, fileName: name, inputs: {} }), redactor(secrets));
}
