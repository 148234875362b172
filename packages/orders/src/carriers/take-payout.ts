import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong, share } from '@baunghe/money';
import { assignToPayout, enterInBooks } from '@baunghe/payments';

/** What a carrier hands over: the cash of some orders, less what it kept for itself. */
export interface Payout {
  carrier: string;
  orderIds: readonly string[];
  /** What came in. */
  amount: Dong;
  through: 'bank' | 'cash';
  /** What the bank, the carrier's list or the receipt calls it. */
  reference: string;
  /** The movement on the bank account, where it is there already. */
  lineId: string | null;
}

/** Why a payout is not written down. */
export type PayoutRefusal =
  /** One of the orders is not held by the carrier, or was handed over before. */
  | { code: 'cash_unknown' }
  /** More came in than these orders come to. */
  | { code: 'payout_too_much'; most: Dong }
  /** A movement on the bank account is no cash. */
  | { code: 'payout_by_line' }
  | { code: 'line_settled' | 'line_other_way' | 'payout_differs' };

/**
 * Writes down what a carrier handed over and books it, order by order; what it kept are fees, shared out by what each
 * order came to. Once only, however often it is told,
 * until it is undone (`undoPayout`).
 */
export async function takePayout(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  { carrier, orderIds, amount, through, reference, lineId }: Payout,
): Promise<Result<{ id: string; fee: Dong }, PayoutRefusal>> {
  if (lineId !== null && through !== 'bank') return fail({ code: 'payout_by_line' });
  const wanted = [...new Set(orderIds)];
  const held = await tx.$queryRaw<{ orderId: string; dong: bigint }[]>`
    SELECT "orderId", "dong" FROM "carrier_cash"
    WHERE "orderId" = ANY(${wanted}) AND "carrier" = ${carrier} AND "payoutId" IS NULL
    ORDER BY "orderId" FOR UPDATE`;
  if (held.length === 0 || held.length < wanted.length) return fail({ code: 'cash_unknown' });
  const most = dong(held.reduce((sum, row) => sum + row.dong, 0n));
  if (amount > most) return fail({ code: 'payout_too_much', most });
  const fee = dong(most - amount);
  const id = newId('cpo', moment);
  const told = { carrier, through, reference, at: moment.now, byUser: by.userId };
  await tx.carrierPayout.create({ data: { id, dong: BigInt(amount), feeDong: BigInt(fee), ...told } });
  const orders = held.map((row) => row.orderId);
  await tx.carrierCash.updateMany({ where: { orderId: { in: orders } }, data: { payoutId: id } });
  const fees = share(
    fee,
    held.map((row) => Number(row.dong)),
  );
  const parts = held.map((row, at) => ({ ...row, kept: fees[at] ?? dong(0) }));
  await tx.carrierPayoutPart.createMany({
    data: parts.map(({ orderId, dong: cash, kept }) => ({
      ...{ payoutId: id, orderId, dong: cash, feeDong: BigInt(kept) },
    })),
  });
  for (const { kept, ...row } of parts) {
    await enterInBooks(tx, moment, {
      key: `handed_over:${id}:${row.orderId}`,
      orderId: row.orderId,
      sides: [
        { account: through, dong: dong(row.dong - BigInt(kept)) },
        { account: 'fees', dong: kept },
        { account: 'carriers', dong: dong(-row.dong) },
      ],
    });
  }
  if (lineId === null) return ok({ id, fee });
  const assigned = await assignToPayout(tx, moment, { lineId, payoutId: id, byUser: by.userId });
  return assigned.ok ? ok({ id, fee }) : assigned;
}
