import { phoneNumber } from '@baunghe/coop';
import { dong } from '@baunghe/money';
import {
  type DiscountedCart,
  type PricedCart,
  priceVoucher,
  typedVoucherCode,
  type VoucherRefusal,
  withoutVoucher,
} from '@baunghe/orders';
import { askCode, type TooManyCodes } from './code-limit.ts';
import type { ApiContext } from './context.ts';

/** A priced cart with what a typed voucher takes off it, or why nothing, for the phone number as far as it is typed. */
export async function priceWithVoucher(
  ctx: ApiContext,
  priced: PricedCart,
  typed: { voucher?: string | null | undefined; phone?: string | null | undefined },
): Promise<DiscountedCart<VoucherRefusal | TooManyCodes>> {
  const code = typedVoucherCode(typed.voucher ?? '');
  if (code === '') return withoutVoucher(priced);
  const read = phoneNumber(typed.phone ?? '');
  const phone = read.ok ? read.value.e164 : null;
  const found = await askCode(ctx, code, () =>
    priceVoucher(ctx.database, ctx.moment().now, priced, { code, phone }),
  );
  if (!found.ok) return { ...priced, discount: dong(0), voucher: { code, refused: found.error } };
  const { off } = found.value;
  return { ...priced, discount: off, total: dong(priced.total - off), voucher: { code, refused: null } };
}
