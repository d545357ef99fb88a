import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { json, type Answer } from './answer.ts';
import { permissions, type Caller } from './tokens.ts';
import { uploadById, uploadsNamed, uploadsOf, zip, type Upload } from './uploads.ts';

// Artifacts of runs, which the emulator has no routes for: by name or by run, all on one page, and their archives.

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

async function list(runsFolder: string, uploads: Upload[]): Promise<Answer> {
  const artifacts = uploads.map(async (upload) => ({
    id: upload.id,
    name: upload.name,
    size_in_bytes: (await zip(upload)).length,
    expired: false,
    workflow_run: await runOf(path.join(runsFolder, `run-${upload.run}`), upload.run),
  }));
  return json(200, { total_count: uploads.length, artifacts: await Promise.all(artifacts) });
}

const mayRead = (caller: Caller): boolean =>
  caller === 'admin' || (caller !== 'none' && 'actions' in permissions[caller]);

interface Asked {
  /** As it was asked for, with its host. */
  url: URL;
  caller: Caller;
  tokenGiven: boolean;
}

/** Undefined: it's about something else. */
export async function answerArtifacts(
  runsFolder: string,
  { url, caller, tokenGiven }: Asked,
): Promise<Answer | undefined> {
  const [, storedId] = /^\/archives\/(\d+)\.zip$/.exec(url.pathname) ?? [];
  if (storedId !== undefined) {
    const upload = await uploadById(runsFolder, Number(storedId));
    // Archives lie on a store of somebody else's, which answers a token that it doesn't know with a refusal.
    if (tokenGiven || !upload) return { status: tokenGiven ? 400 : 404, body: 'The archive is not shown' };
    return { status: 200, headers: { 'content-type': 'application/zip' }, body: await zip(upload) };
  }
  const match = /\/actions\/(?:runs\/(\d+)\/)?artifacts(?:\/(\d+)\/zip)?$/.exec(url.pathname);
  if (!match) return undefined;
  if (!mayRead(caller)) return json(403, { message: 'Resource not accessible by integration' });
  const [, run, id] = match;
  if (id !== undefined)
    return { status: 302, headers: { location: `http://localhost:${url.port}/archives/${id}.zip` } };
  if (run !== undefined) return list(runsFolder, await uploadsOf(runsFolder, Number(run)));
  return list(runsFolder, await uploadsNamed(runsFolder, url.searchParams.get('name')));
}
