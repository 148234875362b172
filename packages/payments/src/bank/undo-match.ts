import { fail, lockBankLines, lockRows, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { changeAmountDue } from '../amount-due.ts';
import { enterInBooks } from '../books.ts';
import { creditHeld } from '../credit/give-back-credit.ts';
import { giveBack } from '../give-back.ts';
import { dropRefund } from '../refund.ts';

/** Why a movement stays what it was taken for. */
export type UndoRefusal =
  /** It is no order's money. */
  | { code: 'line_not_taken' }
  /** Money of it was given back already. */
  | { code: 'money_given_back' };

/**
 * Takes a movement away from the order that it was wrongly taken for: the money is booked back out of it by an event of
 * its own, what is due of it is not given back, and the order waits for its money again. Nothing is removed, and
 * afterwards nobody knows what the movement is, so that it may be taken for another order.
 */
export async function undoMatch(
  tx: Tx,
  moment: Moment,
  { lineId, why, byUser }: { lineId: string; why: string; byUser: string },
): Promise<Result<{ orderId: string }, UndoRefusal>> {
  await lockBankLines(tx);
  const match = await tx.bankMatch.findFirst({
    where: { lineId, kind: 'order', undoing: null },
    include: { event: { include: { payment: true } } },
  });
  if (!match?.event) return fail({ code: 'line_not_taken' });
  const { amountDong, paymentId, payment } = match.event;
  await lockRows(tx, 'payment', [paymentId]);
  const credit = (await creditHeld(tx, payment.orderId))?.amount ?? 0;
  if (!(await freeMoney(tx, moment, paymentId, amountDong + BigInt(credit), byUser)))
    return fail({ code: 'money_given_back' });
  const {
    state,
    orderId,
    amountDong: due,
  } = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } });
  if (state === 'received')
    await tx.payment.update({ where: { id: paymentId }, data: { state: 'awaiting', receivedAt: null } });
  await tx.bankMatchUndoing.create({ data: { matchId: match.id, why, at: moment.now, byUser } });
  const told = { source: 'undone', reference: match.id, at: moment.now, byUser };
  await tx.paymentEvent.create({
    data: { id: newId('pev', moment), paymentId, amountDong: -amountDong, ...told },
  });
  await enterInBooks(tx, moment, {
    key: `undone:${match.id}`,
    orderId,
    sides: [
      { account: 'buyers', dong: dong(amountDong) },
      { account: 'bank', dong: dong(-amountDong) },
    ],
  });
  const left = { orderId, key: `undone:${match.id}`, byUser };
  if (payment.state === 'cancelled') await oweAllAgain(tx, moment, paymentId, left);
  else await changeAmountDue(tx, moment, { ...left, amount: dong(due), reason: 'overpaid' });
  return ok({ orderId });
}

/** Says of the movement that a payout was taken for, if any, that nobody knows again what it is; the payout is undone. */
export async function unmatchPayout(
  tx: Tx,
  moment: Moment,
  { payoutId, why, byUser }: { payoutId: string; why: string; byUser: string },
): Promise<void> {
  await lockBankLines(tx);
  const match = await tx.bankMatch.findFirst({ where: { payoutId, undoing: null }, select: { id: true } });
  if (!match) return;
  await tx.bankMatchUndoing.create({ data: { matchId: match.id, why, at: moment.now, byUser } });
}

/** Drops what is due of a payment, newest first, until so much of it is not owed back; false where too much was given. */
async function freeMoney(
  tx: Tx,
  moment: Moment,
  paymentId: string,
  wanted: bigint,
  byUser: string,
): Promise<boolean> {
  const due = await tx.refund.findMany({ where: { paymentId, state: 'due' }, orderBy: { id: 'desc' } });
  const payment = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } });
  let free = payment.receivedDong - payment.refundDong;
  for (const refund of due) {
    if (free >= wanted) break;
    const dropped = await dropRefund(tx, moment, { refundId: refund.id, why: 'bank_line_undone', byUser });
    if (!dropped.ok) throw new Error(`a refund that is due was not dropped: ${dropped.error.code}`);
    free += refund.amountDong;
  }
  return free >= wanted;
}

/** What is left of a cancelled order's money is owed back, as before. */
async function oweAllAgain(
  tx: Tx,
  moment: Moment,
  paymentId: string,
  left: { orderId: string; key: string; byUser: string },
): Promise<void> {
  const payment = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } });
  const amount = dong(payment.receivedDong - payment.refundDong);
  if (amount === 0) return;
  await giveBack(tx, moment, { ...left, amount, reason: 'cancelled' });
}
