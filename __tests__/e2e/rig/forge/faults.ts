import type { Answer } from './answer.ts';
import { json } from './answer.ts';

/** Something that goes wrong on the forge's side. */
export interface Fault {
  method?: string;
  /** Tested against path and query. */
  path: RegExp;
  /** The status to answer with, or `reset`: the connection is cut without an answer. */
  status: number | 'reset';
  message?: string;
  headers?: Record<string, string>;
  /** How many matching requests fail before it heals. All of them, unless given. */
  times?: number;
}

/** Faults in force. The first that matches a request is used. */
export function createFaults() {
  const active: { fault: Fault; left: number }[] = [];
  return {
    /** Disposing the handle heals the fault. */
    inject: (fault: Fault): Disposable => {
      const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
      active.push(entry);
      return { [Symbol.dispose]: () => void (entry.left = 0) };
    },
    match: (method: string, path: string): Fault | undefined => {
      const entry = active.find(
        ({ fault, left }) => left > 0 && (fault.method ?? method) === method && fault.path.test(path),
      );
      if (entry) entry.left -= 1;
      return entry?.fault;
    },
  };
}

export function faultAnswer(fault: Fault): Answer | 'reset' {
  if (fault.status === 'reset') return 'reset';
  const answer = json(fault.status, { message: fault.message ?? `Injected ${fault.status}` });
  return { ...answer, headers: { ...answer.headers, ...fault.headers } };
}
