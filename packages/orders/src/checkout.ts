import type { PaymentMethod } from '@baunghe/db';
import type { Dong } from '@baunghe/money';
import type { Wishes } from './delivery/keep-wishes.ts';
import type { CartLine } from './price-cart.ts';

/** What a buyer sends at checkout; texts in NFC, phone in E.164. */
export interface Checkout {
  lines: readonly CartLine[];
  buyerName: string;
  phone: string;
  provinceCode: string;
  wardCode: string;
  street: string;
  note: string | null;
  locale: string;
  method: PaymentMethod;
  /** The sum that the buyer saw; another one is refused, so that nobody pays what they did not see. */
  seenTotal: Dong;
  /** What was kept for this checkout since it began, if anything. */
  holdId?: string | null;
  /** Day, ripeness, present and invoice. */
  wishes?: Wishes;
  /** A voucher's code as it was typed, if any. */
  voucher?: string | null;
}
