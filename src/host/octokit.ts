export interface ForgeAccess {
  token: string;
  apiUrl: string;
  repository: { owner: string; name: string };
}

/** A forge that stops answering may not hold up a verdict. */
const requestTimeoutMs = 30_000;
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** The REST API by octokit, which is loaded only when there is something to publish. */
export async function connect({ token, apiUrl }: ForgeAccess) {
  const { getOctokit } = await import('@actions/github');
  const octokit = getOctokit(token, { baseUrl: apiUrl.replace(/\/$/, ''), log: silent });
  octokit.hook.before('request', (options) => {
    options.request = { ...options.request, signal: AbortSignal.timeout(requestTimeoutMs) };
  });
  return octokit;
}
