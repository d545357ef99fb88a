import { describe, expect, it } from 'vitest';
import { refusalError, refusalOf, type RefusalKind } from '../../../src/baseline/refusal.ts';

const said = (stderr: string, stdout = '') => refusalOf({ exitCode: 128, stdout, stderr });

describe('refusalOf', () => {
  it.each<[RefusalKind, string]>([
    ['no-ref', "fatal: couldn't find remote ref refs/leakgate/main\n"],
    [
      'permission',
      "remote: Permission to acme/svc.git denied to github-actions[bot].\nfatal: unable to access 'https://github.com/acme/svc.git/': The requested URL returned error: 403\n",
    ],
    [
      'permission',
      "remote: Write access to repository not granted.\nfatal: unable to access 'https://github.com/acme/svc.git/': The requested URL returned error: 403\n",
    ],
    [
      'permission',
      'ERROR: The key you are authenticating with has been marked as read only.\nfatal: Could not read from remote repository.\n',
    ],
    ['credentials', "fatal: could not read Username for 'https://github.com': terminal prompts disabled\n"],
    [
      'credentials',
      "remote: Invalid username or token.\nfatal: Authentication failed for 'https://github.com/acme/svc.git/'\n",
    ],
    [
      'credentials',
      'git@github.com: Permission denied (publickey).\r\nfatal: Could not read from remote repository.\n',
    ],
    ['credentials', 'Host key verification failed.\r\nfatal: Could not read from remote repository.\n'],
    [
      'no-repository',
      "remote: Repository not found.\nfatal: repository 'https://github.com/acme/ssl-tls/' not found\n",
    ],
    [
      'no-repository',
      "fatal: '/srv/gone.git' does not appear to be a git repository\nfatal: Could not read from remote repository.\n",
    ],
    ['network', "fatal: unable to access 'https://github.com/acme/svc.git/': Could not resolve host: github.com\n"],
    [
      'network',
      "fatal: unable to access 'https://github.com/acme/svc.git/': Failed to connect to github.com port 443 after 3 ms: Couldn't connect to server\n",
    ],
    [
      'network',
      'ssh: connect to host github.com port 22: Connection timed out\r\nfatal: Could not read from remote repository.\n',
    ],
    [
      'network',
      'error: RPC failed; HTTP 502 curl 22 The requested URL returned error: 502\nfatal: the remote end hung up unexpectedly\n',
    ],
    ['network', "fatal: unable to access 'https://forge.example/a/b/': The requested URL returned error: 503\n"],
    [
      'network',
      "fatal: unable to access 'https://forge.example/a/b/': gnutls_handshake() failed: Error in the pull function.\n",
    ],
    ['unknown', 'fatal: something new\n'],
  ])('%s: %s', (kind, words) => {
    expect(said(words).kind).toBe(kind);
  });

  it.each<[RefusalKind, string]>([
    ['conflict', '[rejected] (stale info)'],
    ['conflict', '[remote rejected] (failed to update ref)'],
    ['conflict', "[remote rejected] (cannot lock ref 'refs/leakgate/main': is at 1111 but expected 2222)"],
    ['declined', '[remote rejected] (pre-receive hook declined)'],
    ['declined', '[remote rejected] (protected branch hook declined)'],
    ['declined', '[remote rejected] (deny updating a hidden ref)'],
  ])('%s: a push that ends in %s', (kind, reason) => {
    const stdout = `To https://github.com/acme/svc.git\n!\tabc:refs/leakgate/main\t${reason}\nDone\n`;
    const refusal = said('error: failed to push some refs', stdout);
    expect(refusal.kind).toBe(kind);
    expect(reason).toContain(refusal.message);
  });
});

describe('refusalError', () => {
  it('names ref, reason and cure, and keeps the end of what git said', () => {
    const long = `${'remote: a line\n'.repeat(40)}remote: Permission to acme/svc.git denied to dev.\n`;
    const error = refusalError(said(long), { verb: 'written', ref: 'refs/leakgate/main' });
    expect(error.message).toBe(
      "The baseline ref refs/leakgate/main couldn't be written: the remote `origin` refused permission (git ended with exit code 128).",
    );
    expect(error.hint).toContain('permissions: { contents: write }');
    expect(error.output?.split('\n')).toHaveLength(15);
    expect(error.output).toContain('denied to dev');
  });
});
