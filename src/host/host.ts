import type { Annotation } from '../reporters/index.ts';
import type { LabelSeen } from './accept-label.ts';
import type { RunEvent } from './event.ts';

/**
 * When the pull request gets its comment. `auto`: in every run of a pull request, and the same one is updated from then on.
 * `always`: also after a push, on the open pull request that the pushed commit heads. `never`: not at all.
 */
export type CommentWhen = 'auto' | 'always' | 'never';

export interface CommentOutcome {
  url: string | null;
  /** A line for the log: what was done, or why nothing was. Empty when a warning has said it. */
  reason: string;
  /** What the comment said before this run. */
  previous?: string;
}

/**
 * Where a run happens and shows itself: a workflow runner or a terminal. Nothing of it throws for what a forge refuses:
 * publishing never decides a verdict.
 */
export interface Host {
  name: 'github' | 'local';
  /** Can what is printed here show colours? */
  color: boolean;
  /** Folds, or names, what is printed while `body` runs. Not to be nested. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
  info(text: string): void;
  notice(text: string): void;
  warning(text: string): void;
  /** A line that is worth seeing while a long step runs, and not afterwards. */
  progress(text: string): void;
  annotate(annotation: Annotation): void;
  /** From now on the value is hidden in everything that is printed. */
  secret(value: string): void;
  output(name: string, value: string): void;
  /** The page of the run. A second call replaces the first one's text. */
  summary(markdown: string): Promise<void>;
  /**
   * Creates or updates the comment of `key`. `markdown` starts with the key's marker.
   * @param failed a refusal is worth a warning when the comment would have told of a failure.
   */
  comment(key: string, markdown: string, when: CommentWhen, failed: boolean): Promise<CommentOutcome>;
  /** The run's pull request when it carries the label `leakgate:accept`. Null when it doesn't, and where nobody knows. */
  acceptLabel(event: RunEvent): Promise<LabelSeen | null>;
}
