import type { CheckReport, Finding, Frame } from '../model.ts';

/** A panic, fatal error or unexpected exit of the service while it was under load. */
export interface CrashSeen {
  message: string;
  /** Of the goroutine that crashed, innermost first. */
  frames: Frame[];
  /** How often it was seen; above 1 for panics that net/http recovered. */
  count: number;
  /** False when net/http recovered the panic and the service went on. */
  fatal: boolean;
}

/** A crash under load is red whatever the baseline says: a service that answers less is faster and leaks less. */
export function crashReport(crashes: CrashSeen[], output: string[]): CheckReport {
  const fatal = crashes.some((crash) => crash.fatal);
  return {
    name: 'service',
    title: 'Service',
    outcome: 'fail',
    summary: fatal ? 'The service crashed under load.' : 'A handler panicked under load.',
    findings: crashes.map((crash) => crashFinding(crash, output)),
    metrics: [],
    routes: [],
  };
}

function crashFinding({ message, frames, count, fatal }: CrashSeen, output: string[]): Finding {
  const at = frames.find((frame) => frame.own) ?? frames[0];
  const said = message.split('\n')[0] ?? message;
  return {
    id: `service/crash/${at?.function ?? said}`,
    kind: 'crash',
    metric: fatal ? 'Crash under load' : 'Handler panic under load',
    unit: 'count',
    before: null,
    after: count,
    delta: null,
    interval: null,
    threshold: { value: 0, of: 'absolute' },
    outcome: 'fail',
    reason: fatal
      ? `The service went down: ${said}`
      : `The server recovered it; the client got an error or no answer: ${said}`,
    ...(at !== undefined && { site: { function: at.function, file: at.file, line: at.line, stack: frames } }),
    facts: firstLines(output).map((line) => ({ label: 'said', text: line })),
  };
}

const shownLines = 6;

/** The panic's own first lines; the last that was said where no panic stands in the output. */
function firstLines(output: string[]): string[] {
  const begins = output.findIndex((line) => /^(?:panic:|fatal error:|SIG[A-Z]+:)/.test(line));
  const lines = begins < 0 ? output.slice(-shownLines) : output.slice(begins);
  return lines.filter((line) => line.trim() !== '').slice(0, shownLines);
}
