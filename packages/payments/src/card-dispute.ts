import type { Moment, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { lockPayment } from './amount-due.ts';
import { enterInBooks } from './books.ts';
import type { ContestedCharge } from './card-gateway.ts';
import { givesPriceBack, priceLost } from './price-lost.ts';
import { taxForgone } from './tax-forgone.ts';

/**
 * Writes down a contested charge; one that is lost is money gone, booked once, and where its holder got the price of
 * goods back by it, the VAT in it is owed no more (decision 0212). False when the charge is not ours.
 */
export async function noteDispute(tx: Tx, moment: Moment, told: ContestedCharge): Promise<boolean> {
  const card = await tx.cardPayment.findUnique({
    where: { intentId: told.intentId },
    include: { payment: { select: { orderId: true } } },
  });
  if (!card) return false;
  const { orderId } = card.payment;
  const payment = await lockPayment(tx, orderId);
  const costs = dong(Number(payment?.amountDong ?? 0n) - (await priceLost(tx, orderId)));
  const { id, reason, status, dueBy } = told;
  await tx.cardDispute.upsert({
    where: { id },
    create: {
      id,
      cardPaymentId: card.id,
      amountDong: BigInt(told.amount),
      ...{ reason, status, dueBy, createdAt: moment.now, updatedAt: moment.now },
    },
    update: { reason, status, dueBy, updatedAt: moment.now },
  });
  const key = `dispute_lost:${id}`;
  if (status !== 'lost' || (await tx.journal.findUnique({ where: { key } }))) return true;
  const tax = givesPriceBack(reason) ? await taxWithin(tx, orderId, told.amount, costs) : dong(0);
  await enterInBooks(tx, moment, {
    key,
    orderId,
    sides: [
      { account: 'claims', dong: dong(told.amount - tax) },
      { account: 'vat', dong: tax },
      { account: 'card', dong: dong(-told.amount) },
    ],
  });
  return true;
}

const taxWithin = (tx: Tx, orderId: string, off: Dong, costs: Dong): Promise<Dong> =>
  taxForgone(tx, { orderId, off, costs, taxRate: undefined });
