/** Things that were opened and must be closed together, last opened first. Node 20 has no `AsyncDisposableStack`. */
export interface Owned extends AsyncDisposable {
  own<T extends AsyncDisposable>(resource: T): T;
  defer(close: () => Promise<void>): void;
  /** Hands everything over to the caller; disposing this one does nothing afterwards. */
  release(): AsyncDisposable;
}

export function owned(): Owned {
  let closers: (() => Promise<void>)[] = [];
  return {
    own(resource) {
      closers.push(async () => resource[Symbol.asyncDispose]());
      return resource;
    },
    defer: (close) => void closers.push(close),
    release() {
      const handed = closers;
      closers = [];
      return { [Symbol.asyncDispose]: async () => closeAll(handed) };
    },
    [Symbol.asyncDispose]: async () => closeAll(closers),
  };
}

async function closeAll(list: (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of list.toReversed()) await close().catch((error: unknown) => failures.push(error));
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, 'Several things could not be closed.');
}
