export { buildProbe, buildStock, type BuildOptions } from './go-build.ts';
export { changedFiles, onlyThroughBinary } from './changes.ts';
export { resolveTarget } from './target.ts';
export { worktreeAt } from './worktree.ts';
export { go, goFailed } from './toolchain.ts';
export { parseJsonStream } from './modules.ts';
