/** Milliseconds on a clock that all threads of this process share and that never steps. Its zero means nothing. */
export const clockMs = (): number => Number(process.hrtime.bigint()) / 1e6;
