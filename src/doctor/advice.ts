/** What was looked at, how it is, and what to do about it. */
export interface Advice {
  /** `node`, `clock`: stable, for programs that read the list. */
  name: string;
  /** `bad`: runs will fail or can't be trusted. `fair`: they work, with less. `unknown`: nobody can tell here. */
  state: 'good' | 'fair' | 'bad' | 'unknown';
  /** What was found, in a sentence without its end. */
  found: string;
  /** What to do, in a sentence; only where something is. */
  todo?: string;
}

export const good = (name: string, found: string): Advice => ({ name, state: 'good', found });
export const fair = (name: string, found: string, todo: string): Advice => ({ name, state: 'fair', found, todo });
export const bad = (name: string, found: string, todo: string): Advice => ({ name, state: 'bad', found, todo });
export const unknown = (name: string, found: string): Advice => ({ name, state: 'unknown', found });
