import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { json, type Answer } from './answer.ts';
import type { Caller } from './tokens.ts';

const payloadSchema = z.object({
  ref: z.string().optional(),
  pull_request: z
    .object({ head: z.object({ ref: z.string(), repo: z.object({ fork: z.boolean().optional() }) }) })
    .optional(),
});

/** Whose artifacts they are, by the event that started the run. */
async function runOf(folder: string, id: number) {
  const payload = payloadSchema.parse(JSON.parse(await readFile(path.join(folder, 'event.json'), 'utf8')));
  const head = payload.pull_request?.head;
  return {
    id,
    repository_id: 1,
    head_repository_id: head?.repo.fork === true ? 2 : 1,
    head_branch: head?.ref ?? payload.ref?.replace('refs/heads/', ''),
  };
}

/** `GET /repos/OWNER/REPO/actions/artifacts?name=…`, which the emulator has no route for: newest first, on one page. */
export async function answerArtifacts(runsFolder: string, name: string | null, caller: Caller): Promise<Answer> {
  if (caller !== 'rw' && caller !== 'fork') return json(403, { message: 'Resource not accessible by integration' });
  const runs = (await readdir(runsFolder)).flatMap((entry) => /^run-(\d+)$/.exec(entry)?.[1] ?? []).map(Number);
  const left = runs
    .toSorted((a, b) => b - a)
    .map((id) => ({ id, folder: path.join(runsFolder, `run-${id}`) }))
    .filter(({ folder }) => name !== null && existsSync(path.join(folder, 'artifacts', name)));
  const artifacts = await Promise.all(
    left.map(async ({ id, folder }) => ({ id, name, expired: false, workflow_run: await runOf(folder, id) })),
  );
  return json(200, { total_count: artifacts.length, artifacts });
}
