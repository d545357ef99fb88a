import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { programFrames } from '../../../src/probes/program-frames.ts';

let checkout: string;
beforeAll(() => {
  checkout = realpathSync(mkdtempSync(join(tmpdir(), 'leakgate-frames-')));
  mkdirSync(join(checkout, 'cmd/api'), { recursive: true });
  writeFileSync(join(checkout, 'go.mod'), '// the shop\nmodule example.com/shop // main\n\ngo 1.22\n');
});
afterAll(() => rmSync(checkout, { recursive: true }));

const origin = { modulePath: 'example.com/shop', packagePath: 'example.com/shop/cmd/api' };

test('own code gets the paths of a checkout, wherever in it one stands', () => {
  const frames = programFrames(origin, join(checkout, 'cmd/api'));
  expect(frames('main.main', join(checkout, 'cmd/api/main.go'), 3)).toMatchObject({
    file: 'cmd/api/main.go',
    own: true,
  });
  expect(frames('example.com/shop/cart.Add', 'example.com/shop/cart/add.go', 3)).toMatchObject({
    file: 'cart/add.go',
    own: true,
  });
});

test('built elsewhere, it is still own code', () => {
  const frames = programFrames(origin, tmpdir());
  expect(frames('main.main', '/build/cmd/api/main.go', 3)).toMatchObject({ own: true });
  expect(frames('example.com/shop/cart.Add', '/build/cart/add.go', 3)).toMatchObject({ own: true });
});

test('libraries are not, wherever they lay', () => {
  const frames = programFrames(origin, checkout);
  expect(frames('net/http.(*Server).Serve', '/usr/local/go/src/net/http/server.go', 3)).toMatchObject({
    file: 'net/http/server.go',
    own: false,
  });
  expect(
    frames('github.com/gin-gonic/gin.New', '/root/go/pkg/mod/github.com/gin-gonic/gin@v1.10.0/gin.go', 3),
  ).toMatchObject({ own: false });
});

test('a checkout of another module says nothing; of a program that tells none, it says all', () => {
  const other = programFrames({ modulePath: 'example.com/blog', packagePath: 'example.com/blog' }, checkout);
  expect(other('example.com/shop/cart.Add', '/build/cart/add.go', 3)).toMatchObject({ own: false });
  const unknown = programFrames({ modulePath: '', packagePath: '' }, checkout);
  expect(unknown('example.com/shop/cart.Add', '/build/cart/add.go', 3)).toMatchObject({ own: true });
  const nothing = programFrames({ modulePath: '', packagePath: '' }, tmpdir());
  expect(nothing('main.main', '/build/main.go', 3)).toMatchObject({ own: true });
});
