import { fail, type Moment, newId, ok, plusDays, type Result, type Tx, vietnamDay } from '@baunghe/db';
import { lotAtHand } from '../store/lot-at-hand.ts';
import type { TakenOff } from './marked-price.ts';

/** Hours that Vietnam's days begin before those of UTC. */
const VIETNAM_HOURS = 7;

/** A lot to be sold for less, why, and the last day on which it is. */
export interface NewMarkdown extends TakenOff {
  batch: string;
  reason: string;
  lastDay: Date;
  byUser: string;
}

/** Why a lot is not marked down. */
export type MarkDownRefusal =
  | { code: 'lot_unknown' }
  | { code: 'lot_held'; reason: string }
  | { code: 'lot_past_its_day' }
  | { code: 'lot_marked_down'; since: Date }
  | { code: 'markdown_day'; oldest: Date; newest: Date };

/** Marks a lot down until its last day is over, at the latest its best-before day. Returns the mark-down's id. */
export async function markDown(
  tx: Tx,
  moment: Moment,
  { batch, lastDay, ...entry }: NewMarkdown,
): Promise<Result<string, MarkDownRefusal>> {
  const lot = await lotAtHand(tx, batch);
  if (!lot) return fail({ code: 'lot_unknown' });
  if (lot.heldReason !== null) return fail({ code: 'lot_held', reason: lot.heldReason });
  const today = vietnamDay(moment.now);
  if (lot.bestBefore <= today) return fail({ code: 'lot_past_its_day' });
  const [oldest, newest] = [today, lot.bestBefore];
  if (lastDay < oldest || lastDay > newest) return fail({ code: 'markdown_day', oldest, newest });
  const before = await tx.lotMarkdown.findFirst({ where: { lotId: lot.id, endedAt: null } });
  if (before && before.endsAt > moment.now) return fail({ code: 'lot_marked_down', since: before.createdAt });
  if (before) await tx.lotMarkdown.update({ where: { id: before.id }, data: { endedAt: before.endsAt } });
  const id = newId('mkd', moment);
  const endsAt = new Date(plusDays(lastDay, 1).getTime() - VIETNAM_HOURS * 3_600_000);
  await tx.lotMarkdown.create({ data: { id, lotId: lot.id, ...entry, endsAt, createdAt: moment.now } });
  return ok(id);
}

/** Ends a lot's mark-down before its time: what was ordered stays at its price, what lies in carts does not. */
export async function endMarkdown(
  tx: Tx,
  moment: Moment,
  { batch, byUser }: { batch: string; byUser: string },
): Promise<Result<void, { code: 'lot_unknown' } | { code: 'lot_not_marked_down' }>> {
  // The balance stays unlocked: who buys at this price locks that after the mark-down, and would wait for us as we for them.
  const lot = await tx.lot.findUnique({ where: { batch }, select: { id: true } });
  if (!lot) return fail({ code: 'lot_unknown' });
  const open = { lotId: lot.id, endedAt: null, endsAt: { gt: moment.now } };
  const ended = await tx.lotMarkdown.updateMany({
    where: open,
    data: { endedAt: moment.now, endedBy: byUser },
  });
  return ended.count === 1 ? ok(undefined) : fail({ code: 'lot_not_marked_down' });
}
