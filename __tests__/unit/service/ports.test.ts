import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { hasProcfs } from '../../../src/service/process-table.ts';
import { freePort } from '../../../src/service/ports.ts';

const never = new AbortController().signal;

async function listen(port: number, host?: string): Promise<ReturnType<typeof createServer>> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return server;
}

test('a free port can be bound', async () => {
  const server = await listen(await freePort(never));
  expect((server.address() as AddressInfo).port).toBeGreaterThanOrEqual(20_000);
  server.close();
});

test.runIf(hasProcfs())('it is out of reach for outgoing connections', async () => {
  const first = Number.parseInt(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'latin1'), 10);
  const ports = await Promise.all(Array.from({ length: 30 }, async () => await freePort(never)));
  expect(ports.every((port) => port < first)).toBe(true);
});

test('an aborted search gives up', async () => {
  await expect(freePort(AbortSignal.abort(new Error('interrupted')))).rejects.toThrow('interrupted');
});
