import {
  type ClaimAnswerKind,
  fail,
  type GivingAct,
  type Moment,
  newId,
  ok,
  type Result,
  type Tx,
} from '@baunghe/db';
import { type Dong, dong, grams, priceOfWeight } from '@baunghe/money';
import { askToGive } from '../giving/ask-to-give.ts';
import { lockOrder } from '../lock-order.ts';
import { claimKey, type GrantRefusal, grantClaim, type LockedOrder } from './grant-claim.ts';

/** An answer to a claim. */
export type ClaimAnswer = { claimId: string; words: string } & (
  | { kind: 'refuse' }
  /** Money, or credit for the next order. */
  | { kind: 'refund' | 'credit'; amount: Dong }
  /** So many units of the claimed line again, for nothing. */
  | { kind: 'replace'; units: number }
);

/** Why an answer is not given. */
export type AnswerRefusal =
  | { code: 'claim_granted'; kind: ClaimAnswerKind }
  /** What somebody asked to give for it waits for a second person. */
  | { code: 'giving_waits' }
  | GrantRefusal;

/** What an answer came to. */
export interface Answered {
  orderId: string;
  /** The code of the order that brings other fruit. */
  newOrder: string | null;
  /** Whether it is more than who answered may give alone, and waits for a second person. */
  waits: boolean;
}

/**
 * Answers a claim: with fruit sent anew, with money, or with a reason why neither. A refusal may be thought over; what
 * was given is given once. What is over the limit of who answers is written down and waits.
 */
export async function answerClaim(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  answer: ClaimAnswer,
): Promise<Result<Answered, AnswerRefusal>> {
  const { claimId, words } = answer;
  const named = await tx.claim.findUnique({ where: { id: claimId }, select: { orderId: true } });
  const order = named && (await lockOrder(tx, named.orderId));
  if (!order) return fail({ code: 'claim_unknown' });
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: claimId }, include: { answers: true } });
  const granted = claim.answers.find(({ kind }) => kind !== 'refuse');
  if (granted) return fail({ code: 'claim_granted', kind: granted.kind });
  const orderId = order.id;
  const key = claimKey(claimId);
  if (answer.kind === 'refuse') {
    if (await tx.giving.count({ where: { key, state: 'waits' } })) return fail({ code: 'giving_waits' });
    const told = { id: newId('cla', moment), claimId, words, at: moment.now, byUser: by.userId };
    await tx.claimAnswer.create({ data: { ...told, kind: 'refuse' } });
    return ok({ orderId, newOrder: null, waits: false });
  }
  const worth = worthOf(order, claim.lineId, answer);
  if (!worth.ok) return worth;
  const units = answer.kind === 'replace' ? answer.units : null;
  const act: GivingAct = answer.kind === 'replace' ? 'anew' : answer.kind;
  const asked = await askToGive(tx, moment, by, { key, act, orderId, amount: worth.value, units, words });
  if (!asked.ok) return asked;
  if (asked.value.waits) return ok({ orderId, newOrder: null, waits: true });
  const given = { key, act, dong: BigInt(worth.value), units, words, askedBy: by.userId };
  const done = await grantClaim(tx, moment, order, given);
  return done.ok ? ok({ orderId, newOrder: done.value.newOrder, waits: false }) : done;
}

/** What an answer gives away: money at most what the order still costs, fruit at what it was sold for. */
function worthOf(
  order: LockedOrder,
  lineId: string,
  answer: Exclude<ClaimAnswer, { kind: 'refuse' }>,
): Result<Dong, AnswerRefusal> {
  if (answer.kind !== 'replace') {
    const most = dong(order.payment?.amountDong ?? 0n);
    return answer.amount > most ? fail({ code: 'refund_too_much', most }) : ok(dong(answer.amount));
  }
  const line = order.lines.find(({ id }) => id === lineId);
  if (!line) throw new Error(`order ${order.id} without line ${lineId}`);
  const { units } = answer;
  if (units < 1 || units > line.quantity) return fail({ code: 'units_over_line', unitsLeft: line.quantity });
  return ok(dong(costOfOne(line) * units));
}

/** What a unit of a line costs; of one that replaced another and cost nothing, what is asked for it now. */
function costOfOne(line: LockedOrder['lines'][number]): Dong {
  const price = dong(line.unitPriceDong || line.product.priceDong);
  const { mostGrams, product } = line;
  const byWeight = mostGrams ?? product.mostGrams;
  return byWeight === null ? price : priceOfWeight(price, grams(byWeight));
}
