import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfigFile } from '../../src/config/file.ts';
import { readRequests } from '../../src/config/requests.ts';
import { configSchema } from '../../src/config/schema.ts';

const root = resolve(import.meta.dirname, '../../examples');
const examples = readdirSync(root, { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && entry.name !== 'workflows',
);
const clean = new Set([
  'shop',
  'clean-gin',
  'clean-chi',
  'notes-sqlite',
  'circuit-breaker',
  'mirror',
  'server-timing',
  'traced',
]);

function goSource(directory: string): string {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.go'))
    .map((file) => readFileSync(join(directory, file), 'utf8'))
    .join('\n');
}

describe.each(examples.map((entry) => entry.name))('examples/%s', (name) => {
  const directory = join(root, name);

  test('has settings that are valid and requests that can be read', () => {
    const file = readConfigFile(undefined, [directory], root);
    const config = configSchema.parse(file?.value);
    const files = {
      exists: (path: string) => existsSync(resolve(directory, path)),
      read: (path: string) => readFileSync(resolve(directory, path)),
      expand: (text: string) => text,
      headers: {},
      sources: {
        column: () => [],
        environment: () => '',
      },
    };
    expect(readRequests(config.requests, 'requests', files).routes.length).toBeGreaterThan(1);
    const schema = readFileSync(join(directory, '.github/leakgate.yml'), 'utf8').split('\n')[0]?.split('$schema=')[1];
    expect(existsSync(resolve(directory, '.github', schema ?? ''))).toBe(true);
  });

  test('has a module, a text and the workflow that all of them have', () => {
    expect(existsSync(join(directory, 'go.mod'))).toBe(true);
    expect(readFileSync(join(directory, 'README.md'), 'utf8')).toContain(`run examples/${name}`);
    const workflow = (of: string) => readFileSync(join(root, of, '.github/workflows/leakgate.yml'), 'utf8');
    expect(workflow(name)).toBe(workflow('shop'));
  });

  test('marks the line that leaks, if it does', () => {
    expect(goSource(directory).includes('// LEAK:')).toBe(!clean.has(name));
  });
});
