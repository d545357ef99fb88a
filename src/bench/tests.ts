import type { Bench } from '../checks/check.ts';
import type { Config } from '../config/resolve.ts';
import { runSuite, type PackageRun } from '../go-test/index.ts';

interface Parts {
  config: Config;
  env: NodeJS.ProcessEnv;
  repositoryRoot: string;
  progress: (text: string) => void;
}

/** The module's own tests, in its working directory. */
export function testsOf({ config, env, repositoryRoot, progress }: Parts, signal: AbortSignal): Bench['goTest'] {
  const onPackage = ({ path }: PackageRun, left: number): void =>
    progress(left === 0 ? path : `${path}: ${left} goroutines left behind`);
  const place = { cwd: config.workingDirectory, env, repositoryRoot: Promise.resolve(repositoryRoot) };
  return async (plan) => runSuite(plan, { ...place, onPackage, progress }, signal);
}
