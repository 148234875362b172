import { fail, lockRows, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong, sumDong } from '@baunghe/money';
import { discountOf, isFor, type SumsToDiscount, type VoucherRule } from './discount-of.ts';
import { typedVoucherCode } from './voucher-code.ts';

/** Why a voucher takes nothing off an order. */
export type VoucherRefusal =
  | { code: 'voucher_unknown' }
  | { code: 'voucher_not_begun'; from: Date }
  | { code: 'voucher_ended' }
  | { code: 'voucher_used_up' }
  | { code: 'voucher_used_by_phone' }
  | { code: 'voucher_sum_small'; least: Dong }
  | { code: 'voucher_other_fruit' };

/** What a voucher takes off an order. */
export interface Discount {
  voucherId: string;
  code: string;
  off: Dong;
}

/** A voucher as it was typed, and whose it is to be; null: the number is not known yet. */
export interface TypedVoucher {
  code: string;
  phone: string | null;
}

/** What a code takes off such an order now, or why nothing. */
export async function findDiscount(
  tx: Tx,
  now: Date,
  { code, phone }: TypedVoucher,
  sums: SumsToDiscount,
): Promise<Result<Discount, VoucherRefusal>> {
  const where = { code: typedVoucherCode(code) };
  const voucher = await tx.voucher.findUnique({ where, include: { fruits: true } });
  if (!voucher) return fail({ code: 'voucher_unknown' });
  if (!voucher.isOn || (voucher.untilAt && voucher.untilAt <= now)) return fail({ code: 'voucher_ended' });
  if (voucher.fromAt > now) return fail({ code: 'voucher_not_begun', from: voucher.fromAt });
  if (voucher.mostUses !== null && voucher.used >= voucher.mostUses) return fail({ code: 'voucher_used_up' });
  if (phone !== null && voucher.mostPerPhone !== null) {
    const used = await usesOfPhone(tx, voucher.id, phone);
    if (used >= voucher.mostPerPhone) return fail({ code: 'voucher_used_by_phone' });
  }
  if (!sums.lines.some((line) => isFor(voucher, line))) return fail({ code: 'voucher_other_fruit' });
  const least = dong(voucher.leastDong);
  if (sumDong(sums.lines.map((line) => line.sum)) < least) return fail({ code: 'voucher_sum_small', least });
  return ok({ voucherId: voucher.id, code: voucher.code, off: discountOf(voucher, sums) });
}

/** The same for an order that is being placed: of those who race for a voucher's last use one is answered at a time. */
export async function lockDiscount(
  tx: Tx,
  now: Date,
  typed: { voucher?: string | null; phone: string },
  order: { lines: readonly { product: { id: string; varietyCode: string }; sum: Dong }[]; delivery: Dong },
): Promise<Result<Discount | null, VoucherRefusal>> {
  const code = typedVoucherCode(typed.voucher ?? '');
  if (code === '') return ok(null);
  const found = await tx.voucher.findUnique({ where: { code }, select: { id: true } });
  if (!found) return fail({ code: 'voucher_unknown' });
  await lockRows(tx, 'voucher', [found.id]);
  const lines = order.lines.map(({ product, sum }) => ({
    productId: product.id,
    varietyCode: product.varietyCode,
    sum,
  }));
  return findDiscount(tx, now, { code, phone: typed.phone }, { lines, delivery: order.delivery });
}

function usesOfPhone(tx: Tx, voucherId: string, phone: string): Promise<number> {
  return tx.voucherUse.count({ where: { voucherId, release: null, order: { phone } } });
}

/** What an order's voucher takes off it when it comes to other sums; nothing of one without. */
export async function discountOfOrder(tx: Tx, orderId: string, sums: SumsToDiscount): Promise<Dong> {
  const rule = await ruleOfOrder(tx, orderId);
  return rule ? discountOf(rule, sums) : dong(0);
}

/**
 * What it takes off what was packed: never more than was agreed, and also where fruit weighs less than the voucher's
 * least sum, which the order had when it was placed.
 */
export async function discountOfWeighed(
  tx: Tx,
  order: { id: string; discountDong: bigint },
  sums: SumsToDiscount,
): Promise<Dong> {
  const rule = order.discountDong === 0n ? null : await ruleOfOrder(tx, order.id);
  if (!rule) return dong(order.discountDong);
  return dong(Math.min(Number(order.discountDong), discountOf({ ...rule, leastDong: 0n }, sums)));
}

async function ruleOfOrder(tx: Tx, orderId: string): Promise<VoucherRule | null> {
  const use = await tx.voucherUse.findUnique({
    where: { orderId },
    include: { voucher: { include: { fruits: true } } },
  });
  return use?.voucher ?? null;
}
