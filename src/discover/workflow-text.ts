import { stringify } from 'yaml';

export interface WorkflowPlace {
  branch: string;
  /** The service's folder and its go.mod, relative to the repository. */
  folder: string;
  goMod: string;
}

/** A workflow that gates one service. */
export function workflowText({ branch, folder, goMod }: WorkflowPlace): string {
  const where = folder === '' ? '' : `\n        with:\n          working-directory: ${scalar(folder)}`;
  return `# Fails a pull request that makes the service leak or slow down: https://github.com/leakgate/leakgate
name: leakgate
on:
  push:
    branches: [${scalar(branch)}]
  pull_request:

permissions:
  contents: write # a push to ${branch.replaceAll('\n', ' ')} stores its figures as the baseline
  pull-requests: write # the comment

jobs:
  leakgate:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version-file: ${scalar(goMod)}
      - uses: leakgate/leakgate@v1 # reads ${folder === '' ? '' : `${folder}/`}.github/leakgate.yml${where}
`;
}

const scalar = (text: string): string => stringify(text, { lineWidth: 0 }).trim();
