import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { planSecret, scriptMap, testRun } from '../../../../src/engines/k6/manifest.ts';

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../fixtures/engines/k6/testrun-1.6.0.schema.json'), 'utf8'),
) as object;
const accepts = new Ajv({ strict: false, formats: { int32: true, int64: true } }).compile(schema);
const run = { name: 'leakgate-1', cluster: { namespace: 'load', parallelism: 4 }, pods: 3 };

test.each([undefined, 'registry.example/k6:1.8.1'])('the operator accepts the TestRun, with image %s', (image) => {
  const cluster = { ...run.cluster, ...(image !== undefined && { image }) };
  const made = testRun({ ...run, cluster });
  accepts(made);
  expect(accepts.errors).toBeNull();
  expect(made.spec).toMatchObject({ parallelism: 3, runner: image === undefined ? {} : { image } });
});

test('script and plan are where the TestRun looks for them', () => {
  const { spec, metadata } = testRun(run);
  const [script, plan] = [scriptMap(run, 'code'), planSecret(run, '{}')];
  expect([script.metadata, plan.metadata]).toEqual([metadata, metadata]);
  expect(script.data).toEqual({ [spec.script.configMap.file]: 'code' });
  expect(spec.script.configMap.name).toBe(script.metadata.name);
  const [volume] = spec.runner.volumes;
  const [mount] = spec.runner.volumeMounts;
  expect(volume!.secret.secretName).toBe(plan.metadata.name);
  expect(mount!.name).toBe(volume!.name);
  expect(spec.runner.env[0]!.value).toBe(`${mount!.mountPath}/${Object.keys(plan.stringData)[0]}`);
});

test('a field that the operator doesn’t know is seen', () => {
  expect(accepts({ ...testRun(run), spec: { ...testRun(run).spec, pods: 3 } })).toBe(false);
});
