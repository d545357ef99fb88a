import * as z from 'zod';
import { json, type Answer } from './answer.ts';
import type { ApiRequest } from './api-gaps.ts';

// On GitHub every pull request is an issue as well. The emulator denies that when it is asked for the issue or its events.

const ofIssue = /^(\/repos\/[^/]+\/[^/]+)\/issues\/(\d+)(\/labels|\/events)?$/;
const labelsBody = z.object({ labels: z.array(z.string()) });

/** Where the emulator keeps what was asked for. Nobody opens plain issues here. */
export function emulatorPath(method: string, path: string): string {
  const [, repository, number, part] = ofIssue.exec(path) ?? [];
  return method === 'GET' && number !== undefined && part === undefined ? `${repository}/pulls/${number}` : path;
}

/** Who set which label. Only the repository's owner does here. */
export function createLabelLog(owner: string) {
  const set: { number: string; name: string }[] = [];
  return {
    /** Notes a label on its way to the emulator, and answers what became of an issue. */
    answer: ({ method, path, body, caller }: ApiRequest): Answer | undefined => {
      const [, , number, part] = ofIssue.exec(path) ?? [];
      if (number === undefined) return undefined;
      if (method === 'POST' && part === '/labels' && caller === 'admin') {
        const { labels } = labelsBody.parse(JSON.parse(body.toString()));
        set.push(...labels.map((name) => ({ number, name })));
        return undefined;
      }
      if (method !== 'GET' || part !== '/events') return undefined;
      const events = set
        .filter((one) => one.number === number)
        .map(({ name }, index) => ({ id: index + 1, event: 'labeled', label: { name }, actor: { login: owner } }));
      return json(200, events);
    },
  };
}
