import { json, type Answer } from './answer.ts';

/** A pull request as the forge told it last. */
export interface ToldPullRequest {
  number: number;
  head: { ref: string; sha: string; repo: { owner: { login: string } } };
}

/**
 * `GET /repos/OWNER/REPO/pulls?head=OWNER:BRANCH`. The emulator knows neither forks nor the commits of the real
 * repository; what events told of them is the truth. Undefined: it's about something else.
 */
export function answerPullRequests(method: string, url: URL, told: Iterable<ToldPullRequest>): Answer | undefined {
  if (method !== 'GET' || !/^\/repos\/[^/]+\/[^/]+\/pulls$/.test(url.pathname)) return undefined;
  const wanted = url.searchParams.get('head');
  const found = [...told].filter(({ head }) => wanted === null || wanted === `${head.repo.owner.login}:${head.ref}`);
  return json(200, found);
}
