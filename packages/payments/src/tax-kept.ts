import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { lockPayment } from './amount-due.ts';
import { enterInBooks } from './books.ts';
import { taxForgone } from './tax-forgone.ts';

/** A refund after a sale that was booked with the VAT in it, which is owed to the State still. */
export interface RefundWithTax {
  /** What made it, such as `claim:cla_1`. */
  key: string;
  orderId: string;
  at: Date;
  off: Dong;
}

const WHOLE = 'forgone:';
const TAX = 'forgone_tax:';

/** Refunds whose entries lowered no VAT, of orders of which some is owed still, the oldest first. */
export async function refundsWithTax(tx: Tx): Promise<RefundWithTax[]> {
  const rows = await tx.$queryRaw<{ key: string; orderId: string; at: Date; off: bigint }[]>`
    SELECT substr(j."key", ${WHOLE.length + 1}::int) AS key, j."orderId", j."at", sum(p."dong")::bigint AS off
    FROM "journal" j JOIN "posting" p ON p."journalId" = j."id" AND p."account" = 'claims'
    WHERE j."key" LIKE ${`${WHOLE}%`}
      AND NOT EXISTS (SELECT FROM "posting" v WHERE v."journalId" = j."id" AND v."account" = 'vat')
      AND NOT EXISTS (
        SELECT FROM "journal" t WHERE t."key" = ${TAX} || substr(j."key", ${WHOLE.length + 1}::int))
      AND (SELECT sum(v."dong") FROM "journal" o JOIN "posting" v ON v."journalId" = o."id"
        WHERE o."orderId" = j."orderId" AND v."account" = 'vat') < 0
    GROUP BY j."id" ORDER BY j."id"`;
  return rows.map(({ off, ...row }) => ({ ...row, off: dong(off) }));
}

/** The VAT that such a refund would lower, by the rate of what was not good, in hundredths of a percent. */
export async function taxInRefund(
  tx: Tx,
  { orderId, off }: RefundWithTax,
  taxRate: number | undefined,
): Promise<Dong> {
  const payment = await tx.payment.findUnique({ where: { orderId }, select: { amountDong: true } });
  return taxForgone(tx, { orderId, off, costs: dong(Number(payment?.amountDong ?? 0n) + off), taxRate });
}

/** Why the VAT of a refund stays as it is. */
export type LowerTaxRefusal = { code: 'refund_holds_no_tax' };

/** Books the VAT within a refund that was booked with it as no longer owed, today, once. */
export async function lowerTaxOfRefund(
  tx: Tx,
  moment: Moment,
  { key, taxRate }: { key: string; taxRate: number | undefined },
): Promise<Result<{ tax: Dong }, LowerTaxRefusal>> {
  const entry = await tx.journal.findUnique({ where: { key: `${WHOLE}${key}` }, select: { orderId: true } });
  if (!entry?.orderId) return fail({ code: 'refund_holds_no_tax' });
  await lockPayment(tx, entry.orderId);
  const refund = (await refundsWithTax(tx)).find((each) => each.key === key);
  const tax = refund ? await taxInRefund(tx, refund, taxRate) : dong(0);
  if (tax === 0) return fail({ code: 'refund_holds_no_tax' });
  await enterInBooks(tx, moment, {
    key: `${TAX}${key}`,
    orderId: entry.orderId,
    sides: [
      { account: 'vat', dong: tax },
      { account: 'claims', dong: dong(-tax) },
    ],
  });
  return ok({ tax });
}
