import type { Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';

/**
 * Why a holder gets a price back, in Stripe's words ("Dispute categories"): fruit that did not come, that was not good,
 * or of which a refund was promised. Of a card that was stolen or a charge that nobody remembers the sale stands.
 */
const PRICE_BACK: readonly string[] = [
  'product_not_received',
  'product_unacceptable',
  'credit_not_processed',
];

/** Whether a lost dispute gave the price of goods back: then it lowers VAT and the invoice, as a refund does. */
export const givesPriceBack = (reason: string): boolean => PRICE_BACK.includes(reason);

/** What of an order's price its card's holder got back by disputes that were lost. */
export async function priceLost(tx: Tx, orderId: string): Promise<Dong> {
  const { _sum } = await tx.cardDispute.aggregate({
    where: { status: 'lost', reason: { in: [...PRICE_BACK] }, card: { payment: { orderId } } },
    _sum: { amountDong: true },
  });
  return dong(_sum.amountDong ?? 0n);
}
