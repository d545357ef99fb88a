export const scenario = { iterationInTest: 0 };
let stopped = false;
export const aborted = () => stopped;
export default { scenario, test: { abort: () => void (stopped = true) } };
