import * as z from 'zod';

const event = z.object({
  Action: z.string(),
  Package: z.string().optional(),
  ImportPath: z.string().optional(),
  Test: z.string().optional(),
  Output: z.string().optional(),
  Elapsed: z.number().optional(),
  FailedBuild: z.string().optional(),
});

/** What `go test` did with one package. */
export interface PackageRun {
  path: string;
  /** `build`: it didn't compile. `none`: it has no tests. */
  outcome: 'pass' | 'fail' | 'build' | 'none';
  durationMs: number;
  /** The go command took an earlier result. */
  cached: boolean;
  /** Names of the tests that ran to their end, top level only. */
  tests: string[];
  /** Failed tests, subtests too, with what they said. */
  failed: { test: string; output: string }[];
  /** Everything that it wrote. */
  output: string;
}

type Open = Omit<PackageRun, 'outcome' | 'durationMs' | 'cached'> & { byTest: Map<string, string> };

export interface EventReader {
  line(text: string): void;
  packages: PackageRun[];
  /** Compiler messages and what else belongs to no test. */
  buildOutput: () => string;
}

/** Reads the lines of `go test -json`. `onPackage` hears of each package when it is done. */
export function readEvents(onPackage: (run: PackageRun) => void): EventReader {
  const open = new Map<string, Open>();
  const packages: PackageRun[] = [];
  let build = '';
  const finish = (path: string, outcome: PackageRun['outcome'], elapsedS: number): void => {
    const { byTest: _texts, ...known } = open.get(path) ?? newPackage(path);
    open.delete(path);
    const nothing = outcome === 'pass' && known.tests.length === 0 && /\[no test files\]/.test(known.output);
    const run = {
      ...known,
      outcome: nothing ? ('none' as const) : outcome,
      durationMs: Math.round(elapsedS * 1000),
      cached: /^ok\s.*\(cached\)/m.test(known.output),
    };
    packages.push(run);
    onPackage(run);
  };
  return {
    packages,
    buildOutput: () => build,
    line(text) {
      const parsed = parse(text);
      if (parsed === null) {
        build += `${text}\n`;
        return;
      }
      const { Action: action, Package: path, Test: test, Output: output = '', Elapsed: elapsed = 0 } = parsed;
      if (action === 'build-output') build += output;
      if (path === undefined) return;
      const current = open.get(path) ?? newPackage(path);
      open.set(path, current);
      if (action === 'output') {
        current.output += output;
        if (test !== undefined) current.byTest.set(test, (current.byTest.get(test) ?? '') + output);
      } else if (test === undefined && ['pass', 'fail', 'skip'].includes(action)) {
        const broken = parsed.FailedBuild !== undefined || /\[(?:build|setup) failed\]/.test(current.output);
        finish(path, action === 'fail' ? (broken ? 'build' : 'fail') : action === 'skip' ? 'none' : 'pass', elapsed);
      } else if (test !== undefined && (action === 'pass' || action === 'fail')) {
        if (!test.includes('/')) current.tests.push(test);
        if (action === 'fail') current.failed.push({ test, output: current.byTest.get(test) ?? '' });
      }
    },
  };
}

const newPackage = (path: string): Open => ({ path, tests: [], failed: [], output: '', byTest: new Map() });

/** Null for a line that is no event: before Go 1.24 compiler messages stand between them. */
function parse(line: string): z.output<typeof event> | null {
  if (!line.startsWith('{')) return null;
  try {
    return event.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
