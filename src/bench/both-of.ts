/** Waits for both. The load's error goes first: a service that crashed takes its probe along. */
export async function bothOf<A, B>(load: Promise<A>, beside: Promise<B>): Promise<[A, B]> {
  const [loaded, seen] = await Promise.allSettled([load, beside]);
  if (loaded.status === 'rejected') throw loaded.reason;
  if (seen.status === 'rejected') throw seen.reason;
  return [loaded.value, seen.value];
}
