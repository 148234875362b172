import type { Tx } from '@baunghe/db';
import { noteAct } from './acts.ts';

/** Who is noted for a number, or a passkey, that is nobody's. */
const NOBODY = 'nobody';

const RUN_MS = 15 * 60_000;
const FAILED_LOCK = 6962_0190;

/**
 * Keeps in the trail that somebody tried in vain to sign in, whose account it was, and by which way, but nothing of what
 * was typed. One row for a run: what fails again within a quarter of an hour is the same run, so that nobody floods the
 * trail. All numbers that are nobody's are one.
 */
export async function noteFailedSignIn(
  tx: Tx,
  now: Date,
  { userId, procedure }: { userId: string | null; procedure: string },
): Promise<void> {
  const byUser = userId ?? NOBODY;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FAILED_LOCK}::int, hashtext(${byUser}))`;
  const since = new Date(now.getTime() - RUN_MS);
  const where = { byUser, procedure, outcome: 'refused', at: { gt: since } } as const;
  if ((await tx.act.count({ where })) > 0) return;
  await noteAct(tx, now, { byUser, procedure, about: [], outcome: 'refused' });
}
