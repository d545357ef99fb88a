import type { Address } from './proxy.ts';

/** `db:5432`, `127.0.0.1:5432`, `[::1]:5432`; undefined for anything else. */
export function parseAddress(text: string): Address | undefined {
  const [, six, host = six, digits] = /^(?:\[([0-9a-f:]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(text.trim()) ?? [];
  const port = Number(digits);
  return host !== undefined && port > 0 && port < 65_536 ? { host, port } : undefined;
}
