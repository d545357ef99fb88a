import manifest from '../package.json' with { type: 'json' };

/** Leakgate's own version. `GITHUB_ACTION_REF` is empty in a composite's steps, so it comes from the package. */
export const version: string = manifest.version;
