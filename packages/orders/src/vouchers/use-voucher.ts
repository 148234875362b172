import { lockRows, type Moment, type Tx } from '@baunghe/db';
import type { Discount } from './find-discount.ts';

/** Writes down that an order uses a voucher; the database counts, and refuses one more than may be. */
export async function useVoucher(
  tx: Tx,
  { now }: Moment,
  orderId: string,
  discount: Discount | null,
): Promise<void> {
  if (!discount) return;
  await tx.voucherUse.create({ data: { orderId, voucherId: discount.voucherId, at: now } });
}

/** Gives back the use of an order that is being cancelled and of which nothing was paid; another keeps it. */
export async function releaseVoucher(
  tx: Tx,
  { now }: Moment,
  order: { id: string; payment: { receivedDong: bigint } | null },
): Promise<void> {
  if ((order.payment?.receivedDong ?? 0n) > 0n) return;
  const use = await tx.voucherUse.findUnique({ where: { orderId: order.id } });
  if (!use) return;
  await lockRows(tx, 'voucher', [use.voucherId]);
  await tx.voucherRelease.create({ data: { orderId: order.id, at: now } });
}
