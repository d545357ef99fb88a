import type { GitResult } from './git.ts';
import { StoreUnavailable } from './unavailable.ts';

/** Why a remote didn't do what git asked it. */
export type RefusalKind =
  'no-ref' | 'conflict' | 'network' | 'credentials' | 'permission' | 'no-repository' | 'declined' | 'unknown';

/** A fetch or push that the remote, or the way to it, refused. */
export class GitRefused extends Error {
  readonly kind: RefusalKind;
  /** What git printed, for the log. */
  readonly output: string;

  /** @param detail the decisive words of git or of the server */
  constructor(kind: RefusalKind, detail: string, output: string) {
    super(detail);
    this.name = 'GitRefused';
    this.kind = kind;
    this.output = output;
  }
}

// First match wins. The words are git's own (in English by LC_ALL=C), ssh's, curl's, GitHub's and Gitea's.
const signs: readonly [RefusalKind, readonly RegExp[]][] = [
  ['no-ref', [/couldn't find remote ref/i]],
  // A compare-and-swap that lost: seen by git before it sent, or by the server when it locked the ref.
  [
    'conflict',
    [/\((stale info|fetch first)\)/, /failed to (update ref|lock)/, /cannot lock ref/, /incorrect old value/],
  ],
  [
    'permission',
    [
      /permission to \S+ denied|denied for writing|insufficient permission|not accessible by integration/i,
      /write access .*not granted|not allowed to (push|upload)|marked as read[ -]only/i,
      /error: 403/,
    ],
  ],
  [
    'credentials',
    [/authentication failed|could not read (username|password)|permission denied \(|host key verif/i, /error: 401/],
  ],
  ['declined', [/\[remote rejected\]/]],
  ['no-repository', [/repository .*not found/i, /does not appear to be a git repo/, /does not exist/, /error: 404/]],
  [
    'network',
    [
      /could not resolve|(failed|couldn't) (to )?connect|connection (timed out|refused|reset|closed)|timed out/i,
      /early EOF|hung up|unexpected disconnect|operation too slow|RPC failed|\b(open)?ssl\b|gnutls|\btls\b/i,
      /error: (429|5\d\d)/,
    ],
  ],
];

/** Sorts a failed fetch or push by what it said. Secrets must be gone from it already. */
export function refusalOf(result: GitResult): GitRefused {
  const output = `${result.stdout}\n${result.stderr}`.trim();
  const kind = signs.find(([, words]) => words.some((word) => word.test(output)))?.[0] ?? 'unknown';
  const rejected = /\[(?:remote )?rejected\] \((.*)\)\s*$/m.exec(output)?.[1];
  const fatal = /^(?:fatal|error): (.*)$/m.exec(output)?.[1];
  return new GitRefused(kind, rejected ?? fatal ?? `git ended with exit code ${result.exitCode}`, output);
}

export interface Attempt {
  verb: 'read' | 'written' | 'removed';
  /** The full ref name, or what several start with and `*`. */
  ref: string;
}

/** The error for a refusal that isn't worth another try, with the cure that the user has. */
export function refusalError(refusal: GitRefused, { verb, ref }: Attempt): StoreUnavailable {
  const { kind, message } = refusal;
  return new StoreUnavailable(`The baseline ref ${ref} couldn't be ${verb}: ${reasons[kind]} (${message}).`, {
    passing: kind === 'network' ? 'outage' : kind === 'conflict' ? 'busy' : 'no',
    cause: refusal,
    hint: hintFor(kind, verb, ref),
    output: refusal.output.split('\n').slice(-15).join('\n'),
  });
}

const reasons: Readonly<Record<RefusalKind, string>> = {
  'no-ref': 'it is not there',
  conflict: 'other runs kept changing it at the same time',
  network: 'the remote `origin` was not reachable',
  credentials: 'the remote `origin` did not accept the credentials',
  permission: 'the remote `origin` refused permission',
  'no-repository': 'the remote `origin` is not there for these credentials',
  declined: 'a rule or hook of the server declined it',
  unknown: 'git failed',
};

function hintFor(kind: RefusalKind, verb: Attempt['verb'], ref: string): string {
  const right = verb === 'read' ? 'contents: read' : 'contents: write';
  switch (kind) {
    case 'permission':
      return `Give the job \`permissions: { ${right} }\`. Pull requests from forks never get to write; they don't need to.`;
    case 'credentials':
      return `Pass a token with \`${right}\` as \`github-token\`, or let actions/checkout keep its credentials (\`persist-credentials\`).`;
    case 'no-repository':
      return `Check \`git remote get-url origin\`, and that the job has \`permissions: { ${right} }\`: private repositories look absent without it. Git must be 2.31 or newer.`;
    case 'declined':
      return `A ruleset, protected ref or pre-receive hook stands in the way: let this token push to ${ref} (\`${right}\`), or use \`baseline-store: file\`.`;
    case 'conflict':
      return 'Run the job again; a `concurrency` group in the workflow keeps runs of one branch apart.';
    case 'network':
      return 'Run the job again when the network is back.';
    default:
      return 'What git said is below.';
  }
}
