import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { push } from '../../../src/notify/index.ts';
import { hostileTexts, reports } from '../reporters/reports.ts';
import { poisoned } from '../reporters/gfm.ts';

const { signal } = new AbortController();

/** Debian's package `prometheus-pushgateway`, or one that PUSHGATEWAY_BIN names. */
function findGateway(): string | null {
  const folders = (process.env['PATH'] ?? '').split(':');
  const names = folders.flatMap((folder) =>
    ['pushgateway', 'prometheus-pushgateway'].map((name) => join(folder, name)),
  );
  return [process.env['PUSHGATEWAY_BIN'] ?? '', ...names].find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== '';
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const program = findGateway();

test.skipIf(program === null)(
  'a real Pushgateway takes the figures, hostile names too, and replaces them',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leakgate-gateway-'));
    const port = await freePort();
    const gateway = spawn(program!, [`--web.listen-address=127.0.0.1:${port}`], { cwd: folder, stdio: 'ignore' });
    try {
      const url = `http://127.0.0.1:${port}`;
      await expect
        .poll(async () => (await fetch(`${url}/-/ready`).catch(() => null))?.status, { timeout: 20_000 })
        .toBe(200);
      const tell = async (report: (typeof reports)['failing']) => push({ url, job: 'leakgate' }, report, [], signal);
      const scraped = async () => (await fetch(`${url}/metrics`)).text();
      const main = (report: (typeof reports)['failing']) => ({
        ...report,
        commit: { ...report.commit, branch: 'release/1.x' },
      });

      expect(await tell(main(reports.failing))).toMatchObject([{ delivered: true }]);
      expect(await scraped()).toMatch(
        /^leakgate_failed\{branch="release\/1\.x",instance="",job="leakgate",service="cmd\/api"\} 1$/m,
      );
      await tell(main(reports.passing));
      expect((await scraped()).match(/^leakgate_failed\{.*\} (\d)$/gm)).toEqual([expect.stringMatching(/ 0$/)]);
      expect(await tell(poisoned(reports.failing, hostileTexts))).toMatchObject([{ delivered: true }]);
    } finally {
      const gone = once(gateway, 'exit');
      gateway.kill();
      await gone;
      rmSync(folder, { recursive: true });
    }
  },
  60_000,
);
