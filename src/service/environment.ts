/** Variables that belong to the workflow step, not to the service under test. */
const withheld = /^(INPUT_|ACTIONS_|GITHUB_(TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$|LEAKGATE_)/;

/** The parent's environment without the step's inputs, tokens and command files: a hostile service can't reach them. */
export function serviceEnvironment(env: NodeJS.ProcessEnv): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !withheld.test(name)));
}
