import { leakProof, readGoEnv, runCommand } from '../build/index.ts';
import { asLeakgateError } from '../errors.ts';
import { bad, fair, good, type Advice } from './advice.ts';

const oldestNode = [20, 19];

export function node(version = process.version): Advice {
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
  return major > oldestNode[0]! || (major === oldestNode[0] && minor >= oldestNode[1]!)
    ? good('node', `Node ${version.slice(1)}`)
    : bad('node', `Node ${version.slice(1)}`, 'Leakgate needs Node 20.19 or newer.');
}

/** The toolchain that the folder's module selects, and what it can prove. */
export async function go(cwd: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Advice> {
  try {
    const { GOVERSION, GOEXPERIMENT } = await readGoEnv({ cwd, env }, signal);
    const found = `Go ${GOVERSION.slice(2)}`;
    return leakProof(GOVERSION, GOEXPERIMENT).leakProof
      ? good('go', `${found}, whose collector proves goroutine leaks`)
      : fair(
          'go',
          `${found}, which can’t prove goroutine leaks`,
          'They are found by their growth all the same. Go 1.26 proves them; the go line of go.mod can stay.',
        );
  } catch (error) {
    const { message, hint } = asLeakgateError(error);
    return bad('go', message.replace(/\.$/, ''), hint ?? 'Install Go 1.22 or newer.');
  }
}

export async function git(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Advice> {
  try {
    const { stdout } = await runCommand('git', ['--version'], { cwd: '/', env }, signal);
    return good('git', stdout.trim());
  } catch {
    signal.throwIfAborted();
    return bad(
      'git',
      'the program `git` is not on PATH',
      'Baselines are chosen by history and kept in git refs: install git.',
    );
  }
}

export function browser(path: string | null): Advice {
  return path === null
    ? fair('browser', 'no Chrome or Chromium is installed', 'Only `report --pdf` needs one.')
    : good('browser', `${path} prints PDF`);
}
