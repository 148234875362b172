import type { Database, Tx } from '../open.ts';

/** Gives `work` a transaction and undoes all of it afterwards, so that cases of one file do not see each other. */
export async function inRolledBackTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const undo = new Error('undone on purpose');
  let given: { value: T } | undefined;
  try {
    await db.$transaction(async (tx) => {
      given = { value: await work(tx) };
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  if (!given) throw new Error('the transaction gave nothing');
  return given.value;
}
