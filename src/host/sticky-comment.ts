/** A comment as GitHub and Gitea describe it, as far as we look. */
export interface IssueComment {
  id: number;
  body?: string | undefined;
  html_url: string;
  user: { login: string; type?: string } | null;
}

/** What is needed of a forge. Each call may throw an error with a `status`. */
export interface CommentApi {
  list(): Promise<IssueComment[]>;
  create(body: string): Promise<IssueComment>;
  update(id: number, body: string): Promise<IssueComment>;
  remove(id: number): Promise<void>;
  /** Login of the token's user; null when the token may not ask. */
  whoAmI(): Promise<string | null>;
}

export interface Upserted {
  comment: IssueComment;
  did: 'created' | 'updated';
  /** What the comment said before. */
  previous?: string;
}

/**
 * Keeps exactly one comment that starts with `marker`. Listing and creating aren't atomic, so two jobs may both create:
 * whoever sees two keeps the one with the lowest number, which is the same for all, and deletes the rest.
 */
export async function upsertComment(api: CommentApi, marker: string, body: string): Promise<Upserted> {
  const [first, ...extra] = await ownComments(api, marker);
  const updated = first === undefined ? null : await unlessGone(async () => api.update(first.id, body));
  if (updated !== null) {
    await removeAll(api, extra);
    return { comment: updated, did: 'updated', ...(first?.body !== undefined && { previous: first.body }) };
  }
  const created = await api.create(body);
  const [kept = created, ...rest] = await ownComments(api, marker, created.user?.login);
  await removeAll(api, rest);
  if (kept.id === created.id) return { comment: created, did: 'created' };
  return { comment: (await unlessGone(async () => api.update(kept.id, body))) ?? created, did: 'updated' };
}

/** Ours, oldest first. Anyone may write a comment with our marker; only an account like the token's is believed. */
async function ownComments(api: CommentApi, marker: string, login?: string): Promise<IssueComment[]> {
  const marked = (await api.list()).filter(({ body }) => body?.trimStart().startsWith(marker));
  if (marked.length === 0) return [];
  const me = login ?? (await api.whoAmI());
  return marked.filter((comment) => isMine(comment, me)).toSorted((a, b) => a.id - b.id);
}

/** A workflow's token may not ask who it is: then it is a machine account, as no passer-by is. */
function isMine({ user }: IssueComment, me: string | null): boolean {
  if (user === null) return false;
  const login = user.login.toLowerCase();
  if (me !== null) return login === me.toLowerCase();
  return user.type === 'Bot' || login.endsWith('[bot]') || login === 'gitea-actions' || login === 'forgejo-actions';
}

/** Deleting extras is tidying: what can't be deleted stays. */
async function removeAll(api: CommentApi, comments: IssueComment[]): Promise<void> {
  for (const { id } of comments) await api.remove(id).catch(() => undefined);
}

/** Another job may have deleted it in the meantime. */
async function unlessGone<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (statusOf(error) === 404 || statusOf(error) === 410) return null;
    throw error;
  }
}

/** The HTTP status that an error of the API carries; null when it never got an answer. */
export function statusOf(error: unknown): number | null {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
  return typeof status === 'number' ? status : null;
}
