import { execFile } from 'node:child_process';

/**
 * What the kernel holds in the buffers of the established connections to a port on this machine, the service's side of them: bytes
 * in sum, and how many there are. Null where there is no `ss`.
 */
export async function socketMemory(
  port: number,
  signal: AbortSignal,
): Promise<{ bytes: number; connections: number } | null> {
  const filter = ['state', 'established', `( sport = :${port} )`];
  const text = await new Promise<string | null>((resolve) => {
    execFile('ss', ['-tmnHO', ...filter], { signal, maxBuffer: 64 << 20 }, (error, stdout) =>
      resolve(error === null ? stdout : null),
    );
  });
  signal.throwIfAborted();
  return text === null ? null : readSocketMemory(text);
}

/** `skmem:(r0,rb131072,t0,tb2626560,f0,w0,o0,bl0,d0)`: received, being sent, reserved ahead, queued, options and the backlog. */
export function readSocketMemory(text: string): { bytes: number; connections: number } {
  const sockets = [...text.matchAll(/skmem:\(([^)]*)\)/g)].map(([, fields = '']) =>
    fields
      .split(',')
      .map((field) => /^(r|t|f|w|o|bl)(\d+)$/.exec(field))
      .reduce((sum, match) => sum + Number(match?.[2] ?? 0), 0),
  );
  return { bytes: sockets.reduce((sum, bytes) => sum + bytes, 0), connections: sockets.length };
}
