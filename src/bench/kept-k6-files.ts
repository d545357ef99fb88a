import { readFile } from 'node:fs/promises';
import type { Bench } from '../checks/check.ts';
import type { Deployed } from '../config/deployed.ts';
import { redactor, redactTree } from '../config/redact.ts';
import type { Config } from '../config/resolve.ts';
import { k6Plan, k6Script, testRun, type K6Load } from '../engines/index.ts';

interface Sent {
  config: Config;
  deployed: Deployed;
  until: K6Load['until'];
  keep: Bench['keep'];
}

/** Keeps what sent the load, so that anybody can send it again by k6: the script, its plan without secrets, and for a cluster the TestRun. */
export async function keepK6Files({ config, deployed, until, keep }: Sent): Promise<void> {
  const { routes, connections, cookies, requestTimeoutMs: timeoutMs, secrets } = config;
  const plan = k6Plan(deployed.origin, {
    routes,
    connections,
    cookies,
    timeoutMs,
    until,
    variants: { from: 0 },
    fields: {},
  });
  await keep('k6-script.js', await readFile(k6Script()));
  await keep('k6-plan.json', json(redactTree(plan, redactor(secrets))));
  const { cluster } = deployed;
  if (cluster === undefined) return;
  const pods = Math.min(cluster.parallelism, connections);
  await keep('k6-testrun.json', json(testRun({ name: 'leakgate', cluster, pods })));
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
