import { rm } from 'node:fs/promises';
import { inputsFromEnvironment } from './config/inputs.ts';
import { resolveConfig } from './config/resolve.ts';
import { planDelivery } from './history/delivery.ts';
import { asLeakgateError } from './errors.ts';
import { artifactFinder } from './host/artifact-finder.ts';
import { nowhere, readEvent } from './host/event.ts';
import { githubHost } from './host/github.ts';

/** The composite's first step: says where steps of the action find baselines and keep them. Decides nothing by itself. */
const { env } = process;
const host = githubHost({ env });
try {
  const inputs = inputsFromEnvironment(env);
  const cwd = env['GITHUB_WORKSPACE'] ?? process.cwd();
  const [config, event] = [resolveConfig({ inputs, cwd, env }), await readEvent(env, nowhere)];
  const find = artifactFinder(event, inputs['github-token']);
  const delivery = await planDelivery({ config, event, env, cwd, find });
  // A runner that isn't thrown away may hold what an earlier job had.
  if (delivery !== null) await rm(delivery.folder, { recursive: true, force: true });
  for (const [name, value] of Object.entries(delivery ?? {})) host.output(name, value);
} catch (thrown) {
  const { message, hint } = asLeakgateError(thrown);
  host.output('problem', [message, hint].filter(Boolean).join(' '));
}
