import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTermination } from './lifeline.ts';
import { killMarked } from './processes.ts';

/** A scratch folder and a mark for processes. Ending it deletes the one and kills what carries the other. */
export interface Scene extends Disposable {
  folder: string;
  /** Prefix of the marks of all processes of this scene. */
  mark: string;
}

/** Also ended when this process is told to stop. */
export async function createScene(): Promise<Scene> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'leakgate-e2e-'));
  const mark = `${randomBytes(6).toString('hex')}:`;
  const clear = (): void => {
    killMarked(mark);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const lifeline = onTermination(clear);
  return {
    folder,
    mark,
    [Symbol.dispose]: () => {
      lifeline[Symbol.dispose]();
      clear();
    },
  };
}
