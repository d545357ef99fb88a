import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { LeakgateError } from '../errors.ts';

const lowestPort = 20_000;
const attempts = 50;

/**
 * The first port that the kernel may hand to outgoing connections. A port above it can be taken between our look and the
 * service's bind by any client on the machine (seen twice in 900 starts).
 */
function firstEphemeralPort(): number {
  try {
    const first = Number(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'latin1').split(/\s+/)[0]);
    return first > lowestPort + attempts ? first : 32_768;
  } catch {
    return 49_152; // macOS and the BSDs
  }
}

async function canListen(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    // Without a host this binds every address, so a listener on any of them makes it fail.
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

/** A TCP port below the ephemeral range that nothing listens on now. Another program can still take it before the service does. */
export async function freePort(signal: AbortSignal): Promise<number> {
  const end = firstEphemeralPort();
  for (let attempt = 0; attempt < attempts; attempt++) {
    signal.throwIfAborted();
    const port = randomInt(lowestPort, end);
    if (await canListen(port)) return port;
  }
  throw new LeakgateError('service', `No free TCP port was found between ${lowestPort} and ${end - 1}.`);
}
