import type { Cluster } from '../../model.ts';

interface Run {
  /** Names the test and what belongs to it. A DNS label. */
  name: string;
  cluster: Cluster;
  pods: number;
}

const planFolder = '/leakgate';
const [scriptFile, planFile] = ['script.js', 'plan.json'];

const metadata = ({ name, cluster: { namespace } }: Run) => ({
  name,
  namespace,
  labels: { 'app.kubernetes.io/managed-by': 'leakgate' },
});

/**
 * The TestRun of https://github.com/grafana/k6-operator. Its initializer gets what the runners have unless told, so that the plan is
 * there for it too. Without `cleanup`: the operator would remove the pods and their logs with the results.
 */
export const testRun = (run: Run) => ({
  apiVersion: 'k6.io/v1alpha1',
  kind: 'TestRun',
  metadata: metadata(run),
  spec: {
    parallelism: run.pods,
    script: { configMap: { name: run.name, file: scriptFile } },
    arguments: '--no-color --no-usage-report',
    runner: {
      ...(run.cluster.image !== undefined && { image: run.cluster.image }),
      env: [{ name: 'LEAKGATE_PLAN', value: `${planFolder}/${planFile}` }],
      volumes: [{ name: 'leakgate-plan', secret: { secretName: run.name } }],
      volumeMounts: [{ name: 'leakgate-plan', mountPath: planFolder, readOnly: true }],
    },
  },
});

/** The script, which holds nothing of the service. */
export const scriptMap = (run: Run, script: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: metadata(run),
  data: { [scriptFile]: script },
});

/** The plan: its requests may carry tokens. */
export const planSecret = (run: Run, plan: string) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: metadata(run),
  type: 'Opaque',
  stringData: { [planFile]: plan },
});
