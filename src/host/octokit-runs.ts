import { strFromU8, unzipSync } from 'fflate';
import { LeakgateError } from '../errors.ts';
import { connect, type ForgeAccess } from './octokit.ts';
import type { FinishedRun } from './workflow-run.ts';

/** Whoever opened the pull request decides what its run uploads; beyond these it isn't looked at. */
const most = { artifacts: 100, archiveBytes: 64 * 1024 * 1024, entryBytes: 32 * 1024 * 1024 };

/** A text that a run left in an artifact. */
export interface ArtifactFile {
  artifact: string;
  name: string;
  text: string;
}

/**
 * Reads the named files from the artifacts of a run whose names start with `leakgate-`. Archives are read in memory and
 * nothing of them is written to disk, so that no name in them can point anywhere.
 * @throws LeakgateError `config` when there's too much or an archive is damaged. What the API refuses is thrown as it comes.
 */
export async function readArtifacts(
  access: ForgeAccess,
  runId: number,
  wanted: readonly string[],
): Promise<ArtifactFile[]> {
  const { actions } = (await connect(access)).rest;
  const { owner, name: repo } = access.repository;
  const { data } = await actions.listWorkflowRunArtifacts({ owner, repo, run_id: runId, per_page: 100 });
  const ours = data.artifacts.filter(({ name, expired }) => name.startsWith('leakgate-') && !expired);
  if (data.total_count > most.artifacts && ours.length === most.artifacts)
    throw new LeakgateError('config', `Run ${runId} has more than ${most.artifacts} artifacts.`);
  const files: ArtifactFile[] = [];
  for (const { id, name, size_in_bytes: bytes } of ours) {
    if (bytes > most.archiveBytes)
      throw new LeakgateError('config', `Artifact ${name} is too large to be a result: ${bytes} bytes.`);
    const answer = await actions.downloadArtifact({ owner, repo, artifact_id: id, archive_format: 'zip' });
    if (!(answer.data instanceof ArrayBuffer))
      throw new LeakgateError('config', `Artifact ${name} came in a form that isn't an archive.`);
    files.push(...filesOf(new Uint8Array(answer.data), name, wanted));
  }
  return files;
}

/** The wanted files of an archive. A size that it lies about is cut off there: memory is bounded by what was asked for. */
function filesOf(archive: Uint8Array, artifact: string, wanted: readonly string[]): ArtifactFile[] {
  if (archive.length > most.archiveBytes) throw new LeakgateError('config', `Artifact ${artifact} is too large.`);
  const seen = new Set<string>();
  const entries = openArchive(archive, artifact, ({ name, originalSize }) => {
    // The first of several with one name counts, as it does for most programs.
    if (!wanted.includes(name) || seen.has(name)) return false;
    seen.add(name);
    if (originalSize > most.entryBytes)
      throw new LeakgateError('config', `${name} in artifact ${artifact} is too large to be a result.`);
    return true;
  });
  return Object.entries(entries).map(([name, bytes]) => ({ artifact, name, text: strFromU8(bytes) }));
}

type EntryFilter = (entry: { name: string; originalSize: number }) => boolean;

function openArchive(archive: Uint8Array, artifact: string, filter: EntryFilter): Record<string, Uint8Array> {
  try {
    return unzipSync(archive, { filter });
  } catch (cause) {
    if (cause instanceof LeakgateError) throw cause;
    throw new LeakgateError('config', `Artifact ${artifact} is no archive that can be read.`, { cause });
  }
}

/** The open pull request that the run measured; null when it's closed or has moved on to a newer commit. */
export async function pullRequestOfRun(access: ForgeAccess, run: FinishedRun): Promise<number | null> {
  const { pulls } = (await connect(access)).rest;
  const { owner, name: repo } = access.repository;
  const head = `${run.headOwner}:${run.headBranch}`;
  const { data } = await pulls.list({ owner, repo, state: 'open', head, per_page: 100 });
  // Forges that don't know `head` list all: the commit decides.
  return data.find((pull) => pull.head.sha === run.headSha)?.number ?? null;
}
