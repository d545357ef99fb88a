import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { toJson } from '../../src/reporters/index.ts';
import { reports } from '../unit/reporters/reports.ts';
import { createWorld } from './rig/world.ts';

// A matrix fanned in by the second composite, through a real workflow runner. The legs hand on recorded results, so that
// it's about the fan-in alone.

const root = path.join(import.meta.dirname, '..', '..');
const service = mkdtempSync(path.join(tmpdir(), 'leakgate-matrix-'));
afterAll(() => rmSync(service, { recursive: true }));

const workflow = `
name: Leakgate
on: { push: {}, pull_request: {} }
jobs:
  leg:
    runs-on: ubuntu-latest
    strategy: { fail-fast: false, matrix: { service: [api, cart] } }
    steps:
      - uses: actions/checkout@v5
      - uses: actions/upload-artifact@v5
        with: { name: 'leakgate-\${{ matrix.service }}', path: 'legs/\${{ matrix.service }}' }
  all:
    needs: leg
    if: always()
    runs-on: ubuntu-latest
    steps:
      - id: all
        uses: leakgate/leakgate/aggregate@v1
        with:
          expect: api, cart
          needs: \${{ toJSON(needs) }}
      - id: after
        if: always()
        run: echo "seen=\${{ steps.all.outputs.verdict }}" >> "$GITHUB_OUTPUT"
`;

const legs = (api: keyof typeof reports, cart: keyof typeof reports | null): Record<string, string> => ({
  'legs/api/result.json': toJson({ ...reports[api], key: 'api' }),
  'legs/cart/result.json': cart === null ? '' : toJson({ ...reports[cart], key: 'cart' }),
});

test('one comment for a matrix: red with one red leg, green again in its place', async () => {
  await using world = await createWorld({ service, workflow, action: root });
  await world.commit('start', { files: legs('passing', 'passing') });
  const pushed = await world.push('main');
  expect(pushed.conclusion).toBe('success');
  await world.checkout('change', 'main');
  await world.commit('leak', { files: legs('passing', 'failing') });
  const pull = await world.openPullRequest('change');
  expect(pull.opened.conclusion).toBe('failure');
  expect(pull.opened.step('after').outputs).toEqual({ seen: 'fail' });
  const [first] = await pull.comments();
  expect(first!.body).toContain('### ❌ 2 services: 1 failed.');

  await world.commit('fix', { files: legs('passing', 'passing') });
  expect((await pull.synchronize()).conclusion).toBe('success');
  const comments = await pull.comments();
  expect(comments.map(({ id }) => id)).toEqual([first!.id]);
  expect(comments[0]!.body).toContain('### ✅ 2 services, none failed.');
});
