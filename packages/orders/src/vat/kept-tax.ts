import type { Moment, Result, Tx } from '@baunghe/db';
import type { Dong } from '@baunghe/money';
import { type LowerTaxRefusal, lowerTaxOfRefund, refundsWithTax, taxInRefund } from '@baunghe/payments';

/** A refund that was booked before refunds lowered VAT, and the tax within it that is owed still. */
export interface KeptTax {
  key: string;
  orderCode: string;
  at: Date;
  off: Dong;
  tax: Dong;
}

/** Refunds booked before they lowered VAT whose tax is owed to the State still, the oldest first. */
export async function keptTaxes(tx: Tx): Promise<KeptTax[]> {
  const refunds = await refundsWithTax(tx);
  const where = { id: { in: refunds.map(({ orderId }) => orderId) } };
  const orders = await tx.order.findMany({ where, select: { id: true, code: true } });
  const codes = new Map(orders.map(({ id, code }) => [id, code]));
  const kept: KeptTax[] = [];
  for (const { orderId, key, at, off } of refunds) {
    const tax = await taxInRefund(tx, { orderId, key, at, off }, await rateOf(tx, key));
    if (tax > 0) kept.push({ key, at, off, tax, orderCode: codes.get(orderId) ?? '' });
  }
  return kept;
}

/** Books the tax within such a refund as no longer owed: today, since a period that is declared stays as it is. */
export async function lowerKeptTax(
  tx: Tx,
  moment: Moment,
  key: string,
): Promise<Result<{ tax: Dong }, LowerTaxRefusal>> {
  return lowerTaxOfRefund(tx, moment, { key, taxRate: await rateOf(tx, key) });
}

/** The rate of what was not good, as its refund's key names it; undefined: of the order as a whole. */
async function rateOf(tx: Tx, key: string): Promise<number | undefined> {
  const [kind, id = ''] = key.split(':');
  const line = { select: { line: { select: { vatRate: true } } }, where: { id } } as const;
  const found =
    kind === 'claim'
      ? await tx.claim.findUnique(line)
      : kind === 'returned'
        ? await tx.box.findUnique(line)
        : null;
  return found?.line?.vatRate;
}
