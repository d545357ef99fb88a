import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that carries a mark. */
export interface MarkedProcess {
  pid: number;
  command: string;
}

/** The variable that every process of a world inherits, whatever process group or session it moves to. */
export const markVariable = 'E2E_WORLD';

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // Ended meanwhile, or belongs to somebody else.
  }
}

/** Every living process whose mark starts with `mark`, this process excepted. Zombies have no environment. */
export function markedProcesses(mark: string): MarkedProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && `\0${readProc(pid, 'environ')}`.includes(`\0${markVariable}=${mark}`))
    .map((pid) => ({ pid, command: readProc(pid, 'cmdline').replaceAll('\0', ' ').trim() }));
}

/** Kills them for good. Repeated, because a dying parent can have started one more. */
export function killMarked(mark: string): void {
  for (let round = 0; round < 5; round++) {
    const found = markedProcesses(mark);
    if (found.length === 0) return;
    for (const { pid } of found) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Gone already.
      }
    }
  }
}

/** What still lives a second after everything should have ended. */
export async function leftoverProcesses(mark: string): Promise<MarkedProcess[]> {
  for (let attempt = 0; attempt < 10; attempt++) {
    if (markedProcesses(mark).length === 0) return [];
    await sleep(100);
  }
  return markedProcesses(mark);
}
