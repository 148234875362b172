import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { lockPayment, missingOf } from './amount-due.ts';
import type { CardIntent, CardRefusal } from './card-gateway.ts';
import { type MoneyTaken, takeMoney } from './take-money.ts';

/** How long the card company's page stays open, in minutes: the least that Stripe allows is 30. */
const CARD_PAGE_MINUTES = 31;

/** Why no page is opened for a card. */
export type CardPageRefusal =
  | { code: 'payment_unknown' }
  /** It is paid, cancelled, or kept on a card already. */
  | { code: 'nothing_to_pay' }
  | CardRefusal;

/** A try to pay by card that waits for its page. */
export interface CardTry {
  id: string;
  amountDong: bigint;
  sessionId: string | null;
  expiresAt: Date;
}

/**
 * The try that is alive for an order, or a new one for what is missing: of two who ask at once both get the same.
 * One that ran out is closed first.
 */
export async function cardTry(
  tx: Tx,
  moment: Moment,
  orderId: string,
): Promise<Result<CardTry, CardPageRefusal>> {
  const payment = await lockPayment(tx, orderId);
  if (payment?.method !== 'card') return fail({ code: 'payment_unknown' });
  const missing = missingOf(payment);
  if (missing === 0) return fail({ code: 'nothing_to_pay' });
  const alive = await tx.cardPayment.findFirst({
    where: { paymentId: payment.id, state: { in: ['open', 'authorised'] } },
  });
  if (alive?.state === 'authorised') return fail({ code: 'nothing_to_pay' });
  if (alive && alive.expiresAt > moment.now && alive.amountDong === BigInt(missing)) return ok(alive);
  if (alive) await tx.cardPayment.update({ where: { id: alive.id }, data: { state: 'cancelled' } });
  const id = newId('cpy', moment);
  const times = {
    createdAt: moment.now,
    expiresAt: new Date(moment.now.getTime() + CARD_PAGE_MINUTES * 60_000),
  };
  return ok(
    await tx.cardPayment.create({
      data: { id, paymentId: payment.id, amountDong: BigInt(missing), ...times },
    }),
  );
}

/** What the truth about a card changed here. */
export type CardSynced =
  | { kind: 'nothing_new' }
  | { kind: 'authorised'; orderId: string }
  /** `first`: nothing was heard of it before. */
  | { kind: 'captured'; orderId: string; taken: MoneyTaken; first: boolean }
  | { kind: 'cancelled'; orderId: string }
  /** It is kept on a card for an order that does not want it any more: the card is to be let go. */
  | { kind: 'unwanted'; intentId: string }
  | { kind: 'not_ours' };

/**
 * Brings a card payment to what the company says of it now. Told twice, late or in any order, the end is the same: the
 * company is asked for the truth each time, and a try goes forward only.
 */
export async function syncCard(tx: Tx, moment: Moment, truth: CardIntent): Promise<CardSynced> {
  const found = await tx.cardPayment.findFirst({
    where: truth.cardPaymentId ? { id: truth.cardPaymentId } : { intentId: truth.id },
    include: { payment: true },
  });
  if (!found) return { kind: 'not_ours' };
  const { orderId } = found.payment;
  await lockPayment(tx, orderId);
  const before = await tx.cardPayment.findUniqueOrThrow({ where: { id: found.id } });
  const where = { id: found.id };
  const asked = { intentId: truth.id, trouble: truth.trouble, askedAt: moment.now };
  if (truth.state === 'captured' && before.state !== 'captured')
    return captured(tx, moment, before, truth, orderId);
  if (truth.state === 'authorised' && before.state === 'open') {
    await tx.cardPayment.update({
      where,
      data: { ...asked, state: 'authorised', authorisedDong: BigInt(truth.capturable) },
    });
    return { kind: 'authorised', orderId };
  }
  if (truth.state === 'cancelled' && (before.state === 'open' || before.state === 'authorised')) {
    await tx.cardPayment.update({ where, data: { ...asked, state: 'cancelled' } });
    return { kind: 'cancelled', orderId };
  }
  await tx.cardPayment.update({ where, data: asked });
  const givenUp = before.state === 'cancelled' && truth.state === 'authorised';
  return givenUp ? { kind: 'unwanted', intentId: truth.id } : { kind: 'nothing_new' };
}

async function captured(
  tx: Tx,
  moment: Moment,
  before: { id: string; authorisedDong: bigint; amountDong: bigint; state: string },
  truth: CardIntent,
  orderId: string,
): Promise<CardSynced> {
  const sums = {
    capturedDong: BigInt(truth.captured),
    authorisedDong: before.authorisedDong || BigInt(truth.captured),
  };
  const asked = { intentId: truth.id, trouble: truth.trouble, askedAt: moment.now };
  // Money that came although its try was given up here: it is kept as taken, and owed back where nobody wants it.
  if (before.state !== 'cancelled')
    await tx.cardPayment.update({ where: { id: before.id }, data: { ...asked, ...sums, state: 'captured' } });
  const taken = await takeMoney(tx, moment, {
    orderId,
    source: 'stripe',
    reference: truth.id,
    amount: truth.captured,
    into: 'card',
    byUser: null,
  });
  if (!taken.ok) throw new Error(`captured money of ${truth.id} was refused: ${taken.error.code}`);
  return { kind: 'captured', orderId, taken: taken.value, first: before.state === 'open' };
}

/** Whether a card keeps at least what an order costs. */
export async function isKeptOnCard(tx: Tx, orderId: string): Promise<boolean> {
  const payment = await tx.payment.findUnique({ where: { orderId }, include: { cards: true } });
  if (!payment) return false;
  const missing = BigInt(missingOf(payment));
  return payment.cards.some((card) => card.state === 'authorised' && card.authorisedDong >= missing);
}
