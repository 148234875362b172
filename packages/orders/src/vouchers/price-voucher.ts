import { ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import type { PricedCart } from '../price-cart.ts';
import { type Discount, findDiscount, type TypedVoucher, type VoucherRefusal } from './find-discount.ts';

/** A cart with what a voucher takes off it; `refused` says why one takes nothing. */
export interface DiscountedCart<R = VoucherRefusal> extends PricedCart {
  discount: Dong;
  voucher: { code: string; refused: R | null } | null;
}

/** A cart without a voucher. */
export const withoutVoucher = (priced: PricedCart): DiscountedCart<never> => ({
  ...priced,
  discount: dong(0),
  voucher: null,
});

/** What a typed voucher takes off a priced cart. */
export async function priceVoucher(
  tx: Tx,
  now: Date,
  priced: PricedCart,
  typed: TypedVoucher,
): Promise<Result<Discount, VoucherRefusal>> {
  const ids = priced.lines.map((line) => line.productId);
  if (ids.length === 0) return ok({ voucherId: '', code: typed.code, off: dong(0) });
  const products = await tx.product.findMany({
    where: { id: { in: ids } },
    select: { id: true, varietyCode: true },
  });
  const lines = priced.lines.map(({ productId, lineSum }) => ({
    productId,
    varietyCode: products.find(({ id }) => id === productId)?.varietyCode ?? '',
    sum: lineSum,
  }));
  return findDiscount(tx, now, typed, { lines, delivery: priced.delivery });
}
