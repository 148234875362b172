import { type ClaimAnswerKind, fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { forgoAfterSale } from '@baunghe/payments';
import { lockOrder } from '../lock-order.ts';
import { sendAnew } from './send-anew.ts';

/** Who answers, and the most that they may give back: null, any sum. */
export interface Answerer {
  userId: string;
  mostRefund: Dong | null;
}

/** An answer to a claim. */
export type ClaimAnswer = { claimId: string; words: string } & (
  | { kind: 'refuse' }
  | { kind: 'refund'; amount: Dong }
  /** So many units of the claimed line again, for nothing. */
  | { kind: 'replace'; units: number }
);

/** Why an answer is not given. */
export type AnswerRefusal =
  | { code: 'claim_unknown' }
  | { code: 'claim_granted'; kind: ClaimAnswerKind }
  | { code: 'refund_over_limit'; most: Dong }
  /** More than what the order still costs. */
  | { code: 'refund_too_much'; most: Dong }
  | { code: 'payment_cancelled' }
  | { code: 'units_over_line'; unitsLeft: number }
  | { code: 'not_enough_stock'; productId: string; unitsLeft: number };

/**
 * Answers a claim: with fruit sent anew, with money, or with a reason why neither. A refusal may be thought over; what
 * was given is given once. Returns the code of the new order, if there is one.
 */
export async function answerClaim(
  tx: Tx,
  moment: Moment,
  by: Answerer,
  answer: ClaimAnswer,
): Promise<Result<{ orderId: string; newOrder: string | null }, AnswerRefusal>> {
  const { claimId } = answer;
  const named = await tx.claim.findUnique({ where: { id: claimId }, select: { orderId: true } });
  const order = named && (await lockOrder(tx, named.orderId));
  if (!order) return fail({ code: 'claim_unknown' });
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, include: { answers: true } });
  const granted = claim.answers.find(({ kind }) => kind !== 'refuse');
  if (granted) return fail({ code: 'claim_granted', kind: granted.kind });
  const told = { id: newId('cla', moment), claimId, words: answer.words, at: moment.now, byUser: by.userId };
  if (answer.kind === 'refuse') {
    await tx.claimAnswer.create({ data: { ...told, kind: 'refuse' } });
    return ok({ orderId: order.id, newOrder: null });
  }
  if (answer.kind === 'refund') {
    const given = await giveBack(tx, moment, by, { orderId: order.id, claimId, amount: answer.amount });
    if (!given.ok) return given;
    await tx.claimAnswer.create({ data: { ...told, kind: 'refund', amountDong: BigInt(answer.amount) } });
    return ok({ orderId: order.id, newOrder: null });
  }
  const line = order.lines.find(({ id }) => id === claim.lineId);
  if (!line) throw new Error(`claim ${claimId} of a line of another order`);
  if (answer.units < 1 || answer.units > line.quantity)
    return fail({ code: 'units_over_line', unitsLeft: line.quantity });
  const sent = await sendAnew(tx, moment, order, { line, units: answer.units });
  if (!sent.ok) return sent;
  await tx.claimAnswer.create({ data: { ...told, kind: 'replace', newOrderId: sent.value.orderId } });
  return ok({ orderId: order.id, newOrder: sent.value.code });
}

async function giveBack(
  tx: Tx,
  moment: Moment,
  by: Answerer,
  { orderId, claimId, amount }: { orderId: string; claimId: string; amount: Dong },
): Promise<Result<void, AnswerRefusal>> {
  if (by.mostRefund !== null && amount > by.mostRefund)
    return fail({ code: 'refund_over_limit', most: by.mostRefund });
  const off = dong(amount);
  const { line } = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, include: { line: true } });
  const forgone = await forgoAfterSale(tx, moment, {
    orderId,
    off,
    reason: 'claim',
    key: `claim:${claimId}`,
    taxRate: line.vatRate,
    byUser: by.userId,
  });
  if (forgone.ok) return ok(undefined);
  const { error } = forgone;
  // Only a replacement's order costs nothing, and a payment is there from the first.
  return error.code === 'payment_unknown' ? fail({ code: 'refund_too_much', most: dong(0) }) : fail(error);
}
