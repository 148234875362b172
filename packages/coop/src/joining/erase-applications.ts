import { type Moment, plusDays, type Tx } from '@baunghe/db';

const AT_ONCE = 200;
/** A draft that nobody sends is thrown away after so many days. */
const DRAFT_DAYS = 7;

/**
 * Erases who applied, their land, papers and all words of applications that were refused or withdrawn `keepDays` ago,
 * throws drafts away that were never sent, and forgets from which networks those of the day before came. Returns how
 * many were erased.
 */
export async function eraseApplications(tx: Tx, { now }: Moment, keepDays: number): Promise<number> {
  await tx.application.deleteMany({
    where: { state: 'draft', createdAt: { lt: plusDays(now, -DRAFT_DAYS) } },
  });
  await tx.application.updateMany({
    where: { network: { not: null }, erasedAt: null, createdAt: { lt: plusDays(now, -1) } },
    data: { network: null },
  });
  const over = await tx.application.findMany({
    where: {
      state: { in: ['refused', 'withdrawn'] },
      erasedAt: null,
      endedAt: { lt: plusDays(now, -keepDays) },
    },
    select: { id: true },
    take: AT_ONCE,
  });
  const ids = over.map(({ id }) => id);
  const of = { where: { applicationId: { in: ids } } };
  await tx.applicationPaper.deleteMany(of);
  await tx.applicationPlot.deleteMany(of);
  const { count } = await tx.application.updateMany({
    where: { id: { in: ids } },
    data: { name: '', phone: '', place: '', capitalDong: null, network: null, erasedAt: now },
  });
  await tx.applicationStep.updateMany({
    where: { ...of.where, words: { not: null } },
    data: { words: null },
  });
  await tx.applicationVote.updateMany({ where: { ...of.where, why: { not: null } }, data: { why: null } });
  return count;
}
