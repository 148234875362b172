export { noteCodeTry, triedTooMuch } from './code-tries.ts';
export type { Discount, TypedVoucher, VoucherRefusal } from './find-discount.ts';
export {
  makeVoucher,
  type NewVoucher,
  switchVoucher,
  type VoucherOfficeRefusal,
  type VoucherView,
  vouchers,
} from './office-vouchers.ts';
export { type DiscountedCart, priceVoucher, withoutVoucher } from './price-voucher.ts';
export { typedVoucherCode } from './voucher-code.ts';
