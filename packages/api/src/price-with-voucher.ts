import { phoneNumber } from '@baunghe/coop';
import { type Dong, dong } from '@baunghe/money';
import {
  type DiscountedCart,
  type PricedCart,
  priceVoucher,
  typedVoucherCode,
  type VoucherRefusal,
  withoutVoucher,
} from '@baunghe/orders';
import { type CreditRefusal, findCredit } from '@baunghe/payments';
import { askCode, type TooManyCodes } from './code-limit.ts';
import type { ApiContext } from './context.ts';

interface Typed {
  voucher?: string | null | undefined;
  credit?: string | null | undefined;
  phone?: string | null | undefined;
}

/** A priced cart, and how much of it kept money may pay; null where no code was typed. */
export interface PricedCheckout extends DiscountedCart<VoucherRefusal | TooManyCodes> {
  credit: { balance: Dong; refused: CreditRefusal | TooManyCodes | null } | null;
}

/** A priced cart with what a typed voucher takes off it, or why nothing, for the phone number as far as it is typed. */
export async function priceWithVoucher(
  ctx: ApiContext,
  priced: PricedCart,
  typed: Typed,
): Promise<PricedCheckout> {
  const credit = await creditFor(ctx, typed);
  return { ...(await withDiscount(ctx, priced, typed)), credit };
}

async function withDiscount(
  ctx: ApiContext,
  priced: PricedCart,
  typed: Typed,
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

async function creditFor(ctx: ApiContext, { credit, phone }: Typed): Promise<PricedCheckout['credit']> {
  const code = credit?.trim();
  if (!code) return null;
  const read = phoneNumber(phone ?? '');
  const found = await askCode(ctx, code, () =>
    findCredit(ctx.database, { code, phone: read.ok ? read.value.e164 : '' }),
  );
  if (!found.ok) return { balance: dong(0), refused: found.error };
  return { balance: found.value, refused: null };
}
