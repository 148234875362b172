import type { Tx } from '@baunghe/db';
import { deviceWords } from '../buyers/device-words.ts';

/** A browser in which somebody of the office is signed in. */
export interface StaffSessionRow {
  id: string;
  /** Browser and system, such as `Chrome · Android`; empty where they are not known. */
  device: string;
  createdAt: Date;
}

/** Where a person is signed in, the latest first. */
export async function staffSessions(tx: Tx, now: Date, userId: string): Promise<StaffSessionRow[]> {
  const rows = await tx.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true, userAgent: true, createdAt: true },
  });
  return rows.map(({ id, userAgent, createdAt }) => ({ id, device: deviceWords(userAgent), createdAt }));
}

/** Ends one session of a person, all but one, or all: whoever has a copy of its cookie is a guest at once. */
export async function endStaffSessions(
  tx: Tx,
  userId: string,
  which: { only: string } | { allBut: string } | 'all',
): Promise<void> {
  const id = which === 'all' ? {} : 'only' in which ? { id: which.only } : { id: { not: which.allBut } };
  await tx.session.deleteMany({ where: { userId, ...id } });
}
