import type { Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { missingOf } from '@baunghe/payments';

/** What is to be asked of the card company. */
export type CardErrand =
  | { act: 'capture'; intentId: string; amount: Dong }
  | { act: 'cancel'; intentId: string }
  | { act: 'close'; sessionId: string; cardPaymentId: string }
  | { act: 'ask'; sessionId: string; cardPaymentId: string };

/** Pages of which nothing was heard are asked after from this age on, in milliseconds. */
const ASK_AFTER_MS = 60_000;

/**
 * What cards want done: sums to be taken of packed orders, cards to be let go of cancelled ones, and pages that
 * nothing was heard of. Found out from how things stand, so that a server killed in the middle goes on.
 */
export async function cardErrands(tx: Tx, now: Date, most: number): Promise<CardErrand[]> {
  const before = new Date(now.getTime() - ASK_AFTER_MS);
  const unasked = { OR: [{ askedAt: null }, { askedAt: { lt: before } }] };
  const cards = await tx.cardPayment.findMany({
    where: {
      OR: [
        { state: 'authorised', payment: { order: { state: { in: ['packed', 'cancelled'] } } } },
        { state: 'open', sessionId: { not: null }, createdAt: { lt: before }, ...unasked },
        { state: 'open', sessionId: { not: null }, payment: { state: 'cancelled' } },
      ],
    },
    orderBy: { createdAt: 'asc' },
    take: most,
    include: { payment: { include: { order: { select: { state: true } } } } },
  });
  return cards.flatMap((card): CardErrand[] => {
    const { sessionId, intentId, id: cardPaymentId, payment } = card;
    if (card.state === 'open' && sessionId)
      return [{ act: payment.state === 'cancelled' ? 'close' : 'ask', sessionId, cardPaymentId }];
    if (!intentId) return [];
    if (payment.order.state === 'cancelled') return [{ act: 'cancel', intentId }];
    const missing = BigInt(missingOf(payment));
    const amount = dong(missing < card.authorisedDong ? missing : card.authorisedDong);
    return amount === 0 ? [{ act: 'cancel', intentId }] : [{ act: 'capture', intentId, amount }];
  });
}

/** Refunds that go back onto the card that paid, oldest first. */
export async function cardRefunds(
  tx: Tx,
  most: number,
): Promise<{ refundId: string; intentId: string; amount: Dong }[]> {
  const refunds = await tx.refund.findMany({
    where: { state: 'due', payment: { method: 'card', cards: { some: { state: 'captured' } } } },
    orderBy: { createdAt: 'asc' },
    take: most,
    include: {
      payment: { include: { cards: { where: { state: 'captured' }, orderBy: { createdAt: 'asc' } } } },
    },
  });
  return refunds.flatMap(({ id: refundId, amountDong, payment }) => {
    const card = payment.cards.find((each) => each.capturedDong >= amountDong);
    return card?.intentId ? [{ refundId, intentId: card.intentId, amount: dong(amountDong) }] : [];
  });
}
