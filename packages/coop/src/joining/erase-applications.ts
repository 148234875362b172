import { type Moment, type Prisma, plusDays, type Tx } from '@baunghe/db';
import type { Phone } from '../phone-number.ts';
import { moveApplication } from './move-application.ts';

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
  return eraseEnded(
    tx,
    now,
    over.map(({ id }) => id),
  );
}

/** Applications that a number's owner may have erased: proved to be theirs, or ended. Whoever was accepted is a member. */
const theirs = (phone: Phone): Prisma.ApplicationWhereInput => ({
  ...{ phone, erasedAt: null, state: { not: 'accepted' } },
  OR: [{ phoneProvedAt: { not: null } }, { endedAt: { not: null } }],
});

/**
 * Erases the applications of whoever owns a number: drafts are thrown away, and what the board has not decided yet is
 * withdrawn. Returns how many there were.
 */
export async function eraseApplicationsOf(tx: Tx, moment: Moment, phone: Phone): Promise<number> {
  const drafts = await tx.application.deleteMany({ where: { ...theirs(phone), state: 'draft' } });
  const found = await tx.application.findMany({ where: theirs(phone), select: { id: true } });
  const step = { from: OPEN, to: 'withdrawn', byUser: null, words: null } as const;
  for (const { id } of found) await moveApplication(tx, moment, { id, ...step });
  return (
    drafts.count +
    (await eraseEnded(
      tx,
      moment.now,
      found.map(({ id }) => id),
    ))
  );
}

/** What an applicant may still withdraw. */
const OPEN = ['received', 'looked_at', 'more_asked'] as const;

/** Takes all that is personal out of applications that ended. Returns how many it took it out of. */
async function eraseEnded(tx: Tx, now: Date, ids: readonly string[]): Promise<number> {
  const of = { where: { applicationId: { in: [...ids] } } };
  await tx.applicationPaper.deleteMany(of);
  await tx.applicationPlot.deleteMany(of);
  const { count } = await tx.application.updateMany({
    where: { id: { in: [...ids] } },
    data: { name: '', phone: '', place: '', capitalDong: null, network: null, erasedAt: now },
  });
  await tx.applicationStep.updateMany({
    where: { ...of.where, words: { not: null } },
    data: { words: null },
  });
  await tx.applicationVote.updateMany({ where: { ...of.where, why: { not: null } }, data: { why: null } });
  return count;
}
