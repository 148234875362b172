import type { ApiInputs } from '@baunghe/api';
import type { Cart } from '~/cart-cookie.server';
import { parseCart } from '~/cart-cookie.server';
import { readWishes } from '~/delivery/read-wishes.server';
import type { SentWishes } from '~/delivery/wished';

type TypedPlace = ApiInputs['addresses']['settle']['province'];

/** The checkout form as it was sent: texts as typed, cut where nobody types that much. */
export interface SentCheckout {
  key: string;
  /** What the form's page showed, which the cart's cookie may no longer hold. */
  cart: Cart;
  /** The sum that the page showed, in đồng. */
  seenTotal: number;
  buyerName: string;
  phone: string;
  province: TypedPlace;
  ward: TypedPlace;
  street: string;
  note: string;
  method: string;
  /** What was ticked beside the order. */
  consents: string[];
  wishes: SentWishes;
  /** A voucher's code as typed. */
  voucher: string;
  /** The code of money kept for the next order. */
  credit: string;
}

/** Reads the checkout form; what is missing is empty. */
export function readCheckout(form: FormData): SentCheckout {
  const text = (name: string, most = 400) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, most) : '';
  };
  const place = (name: string): TypedPlace => ({
    typed: text(name, 80),
    picked: text(`${name}Code`, 5) || null,
    chosen: text(`${name}Choice`, 5) || null,
  });
  const seen = text('seenTotal', 16);
  return {
    key: text('key', 64),
    cart: parseCart(text('lines', 8000)),
    seenTotal: /^\d{1,15}$/.test(seen) ? Number(seen) : 0,
    buyerName: text('buyerName'),
    phone: text('phone', 60),
    province: place('province'),
    ward: place('ward'),
    street: text('street'),
    note: text('note', 800),
    method: text('method', 20),
    voucher: text('voucher', 60),
    credit: text('credit', 60),
    consents: form.getAll('consent').slice(0, 9).map(String),
    wishes: readWishes(form),
  };
}
