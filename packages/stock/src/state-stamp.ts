import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';

/** Why a stamp's address is not taken: no https address of a host under gov.vn, or no such lot. */
export type StateStampRefusal = { code: 'stamp_not_the_states' } | { code: 'lot_unknown' };

const LONGEST = 500;

/**
 * Keeps where the State's trace system shows a lot; null takes the stamp away. Earlier ones stay on record, the newest
 * counts.
 */
export async function putStateStamp(
  tx: Tx,
  moment: Moment,
  stamp: { batch: string; url: string | null; byUser: string },
): Promise<Result<{ url: string | null }, StateStampRefusal>> {
  const url = stamp.url === null ? null : statesAddress(stamp.url);
  if (stamp.url !== null && url === null) return fail({ code: 'stamp_not_the_states' });
  const lot = await tx.lot.findUnique({ where: { batch: stamp.batch }, select: { id: true } });
  if (!lot) return fail({ code: 'lot_unknown' });
  await tx.lotStateStamp.create({ data: { lotId: lot.id, url, at: moment.now, byUser: stamp.byUser } });
  return ok({ url });
}

/** The address that counts for a lot; null where there is none. */
export async function stateStampOf(tx: Tx, lotId: string): Promise<string | null> {
  const newest = await tx.lotStateStamp.findFirst({ where: { lotId }, orderBy: { id: 'desc' } });
  return newest?.url ?? null;
}

/** An address as it is kept, in ASCII; null unless it is https on a host under gov.vn, with no port and no user. */
function statesAddress(typed: string): string | null {
  if (!URL.canParse(typed.trim())) return null;
  const url = new URL(typed.trim());
  if (url.protocol !== 'https:' || !/^([a-z0-9-]+\.)+gov\.vn$/.test(url.hostname)) return null;
  if (url.port || url.username || url.password || url.href.length > LONGEST) return null;
  return url.href;
}
