import type { Tx } from '@baunghe/db';

/** What people are called, by their ids. */
export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<Record<string, string>> {
  const wanted = ids.filter((each): each is string => each !== null);
  const people = await tx.user.findMany({
    where: { id: { in: [...new Set(wanted)] } },
    select: { id: true, name: true },
  });
  return Object.fromEntries(people.map(({ id: userId, name }) => [userId, name]));
}
