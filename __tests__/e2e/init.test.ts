import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder: string;
/** Where it keeps what it must remove. */
let temporary: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'leakgate-init-'));
  temporary = mkdtempSync(join(tmpdir(), 'leakgate-init-tmp-'));
  execFileSync('git', ['init', '-q', '-b', 'trunk'], { cwd: folder });
});
afterEach(() => [folder, temporary].forEach((path) => rmSync(path, { recursive: true, force: true })));

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries({ 'go.mod': 'module example.com/it\n\ngo 1.22\n', ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const init = (...args: string[]) =>
  spawnSync('node', [join(root, 'dist/cli.js'), 'init', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: temporary },
  });

/** Its address comes from a flag, behind a sub-command; without the flag it takes any port. */
const flagged = {
  'cli/cli.go': 'package cli\n\ntype Command struct{ Use string }\n',
  'main.go': `package main

import (
	"flag"
	"fmt"
	"net/http"
	"os"

	"example.com/it/cli"
)

var serve = cli.Command{Use: "serve"}

func main() {
	if len(os.Args) < 2 || os.Args[1] != serve.Use {
		fmt.Println("usage: it serve")
		os.Exit(1)
	}
	flags := flag.NewFlagSet("serve", flag.ExitOnError)
	flags.String("redis-addr", "127.0.0.1:6379", "not it")
	listen := flags.String("listen", "127.0.0.1:0", "where")
	flags.Parse(os.Args[2:])
	http.HandleFunc("/hello", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "hello") })
	panic(http.ListenAndServe(*listen, nil))
}
`,
};

test('a service is found out about, and its first run is green', () => {
  cpSync(join(root, 'examples/shop'), folder, { recursive: true });
  rmSync(join(folder, '.github'), { recursive: true });
  const { status, stdout } = init();
  expect(stdout).toContain('PASS  cmd/shop: no leak, no baseline yet for trunk');
  expect(status).toBe(0);
  const config = readFileSync(join(folder, '.github/leakgate.yml'), 'utf8');
  expect(config).toContain('ready:\n  path: /healthz\n');
  // The value for {sku} comes from what /products answers.
  expect(config).toMatch(/- GET \/products\/green-00 # internal\/api\/api\.go:\d+\n/);
  expect(config).toContain('#   POST /carts/{id}/checkout: it may change something');
  expect(readFileSync(join(folder, '.github/workflows/leakgate.yml'), 'utf8')).toContain('branches: [trunk]');
  expect(init()).toMatchObject({ status: 2, stderr: expect.stringContaining('is there already') as string });
});

test('a sub-command and a flag for the port; --output - touches nothing', () => {
  write(flagged);
  const { status, stdout } = init('--output', '-');
  expect(status).toBe(0);
  expect(stdout).toContain('args: [ serve, "--listen=127.0.0.1:{port}" ]\n');
  expect(stdout).toContain('  - GET /hello # main.go:');
  expect(existsSync(join(folder, '.github'))).toBe(false);
});

test('arguments that are given aren’t guessed', () => {
  write(flagged);
  const { stdout } = init('--output', '-', '--', 'serve', '-listen', '127.0.0.1:{port}');
  expect(stdout).toContain('args: [ serve, -listen, "127.0.0.1:{port}" ]\n');
});

test('several programs, none that starts, no module: one sentence each, and nothing is left behind', () => {
  const ends =
    'package main\n\nimport "net/http"\n\nfunc main() { _ = http.ListenAndServe; println("no DATABASE_URL"); panic(1) }\n';
  write({ 'cmd/one/main.go': ends, 'cmd/two/main.go': ends });
  expect(init()).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('leakgate: 2 programs could be the service.\n') as string,
  });
  const one = init('--package', './cmd/one');
  expect(one.status).toBe(3);
  expect(one.stderr).toContain('ended before it was ready');
  expect(one.stderr).toContain('Say how it starts: `leakgate init -- serve --port={port}`.');
  rmSync(join(folder, 'go.mod'));
  expect(init().status).toBe(2);
  expect(existsSync(join(folder, '.github'))).toBe(false);
  expect(readdirSync(temporary)).toEqual([]);
});
