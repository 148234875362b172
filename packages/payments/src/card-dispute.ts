import type { Moment, Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { enterInBooks } from './books.ts';
import type { ContestedCharge } from './card-gateway.ts';

/** Writes down a contested charge; one that is lost is money gone, booked once. False when the charge is not ours. */
export async function noteDispute(tx: Tx, moment: Moment, told: ContestedCharge): Promise<boolean> {
  const card = await tx.cardPayment.findUnique({
    where: { intentId: told.intentId },
    include: { payment: { select: { orderId: true } } },
  });
  if (!card) return false;
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
  await enterInBooks(tx, moment, {
    key,
    orderId: card.payment.orderId,
    sides: [
      { account: 'claims', dong: told.amount },
      { account: 'card', dong: dong(-told.amount) },
    ],
  });
  return true;
}
