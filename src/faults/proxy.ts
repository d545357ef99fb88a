import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { clockMs } from '../clock.ts';
import { openChannel, type Channel } from './channel.ts';
import type { Disturbance } from '../model.ts';

/** Where a dependency listens. */
export interface Address {
  host: string;
  port: number;
}

/** A TCP proxy on loopback in front of a dependency. Disposing closes every connection. */
export interface DependencyProxy extends AsyncDisposable {
  /** `127.0.0.1:40123`: what the service is given in place of the dependency's own address. */
  address: string;
  /** From now on, for open connections too; null for a plain proxy again. */
  disturb(how: Disturbance | null): void;
  /**
   * When a call reached the proxy, by `clockMs()`, in order. A call is what a client sends after silence or an answer, whatever
   * the protocol; under `reset`, each connection that is tried.
   */
  arrivals(): readonly number[];
}

/** Opens a proxy at a port that the kernel chooses. The dependency is connected to for each connection, and not before. */
export async function openProxy(to: Address): Promise<DependencyProxy> {
  const arrivals: number[] = [];
  const pairs = new Set<Pair>();
  let disturbance: Disturbance | null = null;
  const arrived = (): void => void arrivals.push(clockMs());

  const server = createServer((client) => {
    client.on('error', () => undefined);
    if (disturbance?.kind === 'reset') {
      arrived();
      client.resetAndDestroy();
      return;
    }
    const pair = joined(client, to, { arrived, disturbance });
    pairs.add(pair);
    client.once('close', () => pairs.delete(pair));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    disturb(how) {
      disturbance = how;
      for (const pair of pairs) pair.disturb(how);
    },
    arrivals: () => arrivals,
    async [Symbol.asyncDispose]() {
      for (const pair of pairs) pair.close();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

interface Pair {
  disturb(how: Disturbance | null): void;
  close(): void;
}

/** Two sockets and what flows between them. */
function joined(
  client: Socket,
  to: Address,
  { arrived, disturbance }: { arrived: () => void; disturbance: Disturbance | null },
): Pair {
  const dependency = connect({ ...to, noDelay: true });
  client.setNoDelay(true);
  const channels: [Channel, Channel] = [
    openChannel(client, dependency, { delayed: true }),
    openChannel(dependency, client, { delayed: false }),
  ];
  let answering = true;
  client.on('data', () => {
    if (answering) arrived();
    answering = false;
  });
  dependency.on('data', () => (answering = true));
  const close = (): void => {
    for (const channel of channels) channel.close();
    client.destroy();
    dependency.destroy();
  };
  client.once('error', close).once('close', close);
  // What a dependency sent before it hung up still flows; one that refuses is passed on as a reset.
  dependency.once('error', () => client.resetAndDestroy());
  const disturb = (how: Disturbance | null): void => {
    if (how?.kind === 'reset') client.resetAndDestroy();
    else for (const channel of channels) channel.disturb(how);
  };
  disturb(disturbance);
  return { disturb, close };
}
