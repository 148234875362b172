import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import type { MoneyTaken } from '../take-money.ts';
import { takeForOrder } from './match-line.ts';
import { giveByLine } from './match-refund.ts';
import { lockOpenLine, writeMatch } from './write-match.ts';

/** Why a movement is not taken for what somebody says it is. */
export type AssignRefusal =
  /** It is none, or is already an order's money or a refund. */
  | { code: 'line_settled' }
  | { code: 'line_other_way' }
  | { code: 'order_unknown' }
  | { code: 'refund_differs' };

/** Takes money that nobody knew for an order that somebody here names by its code. */
export async function assignToOrder(
  tx: Tx,
  moment: Moment,
  { lineId, orderCode, byUser }: { lineId: string; orderCode: string; byUser: string },
): Promise<Result<{ orderId: string; kind: MoneyTaken['kind'] }, AssignRefusal>> {
  const line = await lockOpenLine(tx, lineId);
  if (!line) return fail({ code: 'line_settled' });
  if (line.direction !== 'in') return fail({ code: 'line_other_way' });
  const order = await tx.order.findUnique({
    where: { code: orderCode },
    select: { id: true, payment: { select: { id: true } } },
  });
  if (!order?.payment) return fail({ code: 'order_unknown' });
  return ok({ orderId: order.id, kind: await takeForOrder(tx, moment, line, order.id, byUser) });
}

/** Says that money that left gave a refund: one that is due, of the very sum. */
export async function assignToRefund(
  tx: Tx,
  moment: Moment,
  { lineId, refundId, byUser }: { lineId: string; refundId: string; byUser: string },
): Promise<Result<void, AssignRefusal>> {
  const line = await lockOpenLine(tx, lineId);
  if (!line) return fail({ code: 'line_settled' });
  if (line.direction !== 'out') return fail({ code: 'line_other_way' });
  const refund = await tx.refund.findUnique({ where: { id: refundId } });
  if (refund?.state !== 'due' || refund.amountDong !== line.amountDong)
    return fail({ code: 'refund_differs' });
  const isGiven = await giveByLine(tx, moment, line, refundId, byUser);
  return isGiven ? ok(undefined) : fail({ code: 'refund_differs' });
}

/** Says that a movement has to do with no order, and why. */
export async function setLineAside(
  tx: Tx,
  moment: Moment,
  { lineId, why, byUser }: { lineId: string; why: string; byUser: string },
): Promise<Result<void, AssignRefusal>> {
  const line = await lockOpenLine(tx, lineId);
  if (!line) return fail({ code: 'line_settled' });
  await writeMatch(tx, moment, line.id, { kind: 'not_ours', note: why, byUser });
  return ok(undefined);
}

/** Takes a movement for what a carrier handed over, whose payout is written down: money that came in, of the very sum. */
export async function assignToPayout(
  tx: Tx,
  moment: Moment,
  { lineId, payoutId, byUser }: { lineId: string; payoutId: string; byUser: string },
): Promise<Result<void, { code: 'line_settled' | 'line_other_way' | 'payout_differs' }>> {
  const line = await lockOpenLine(tx, lineId);
  if (!line) return fail({ code: 'line_settled' });
  if (line.direction !== 'in') return fail({ code: 'line_other_way' });
  const payout = await tx.carrierPayout.findUniqueOrThrow({ where: { id: payoutId } });
  if (payout.dong !== line.amountDong) return fail({ code: 'payout_differs' });
  await writeMatch(tx, moment, line.id, { kind: 'carrier', payoutId, byUser });
  return ok(undefined);
}
