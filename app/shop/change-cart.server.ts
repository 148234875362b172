import { atUsualPrice, type Cart, withQuantity } from '~/cart-cookie.server';
import { typedQuantity } from './typed-quantity';

/** A cart after its form was sent. */
export interface ChangedCart {
  cart: Cart;
  /** Quantities that could not be read, as typed, by line; the cart keeps what it had there. */
  unread: Record<string, string>;
  /** Whether the buyer wants to order now. */
  toCheckout: boolean;
}

/**
 * Reads the cart's form: `quantity:<line>` for each line with `seen:<line>`, what its page showed there (a line left as
 * it was shown keeps what another tab made of it meanwhile), and the button that was pressed: `remove=<line>`,
 * `take=<line>:<units>`, `usual=<line>`, `to=checkout`. Lines that the cart does not hold are passed over.
 */
export function changeCart(before: Cart, form: FormData): ChangedCart {
  let cart = before;
  const unread: Record<string, string> = {};
  for (const key of before.keys()) {
    const typed = form.get(`quantity:${key}`);
    if (typed === null || typed === form.get(`seen:${key}`)) continue;
    const quantity = typedQuantity(typed);
    if (quantity !== null) cart = withQuantity(cart, key, quantity);
    else if (isZero(typed)) cart = withQuantity(cart, key, 0);
    else unread[key] = String(typed).slice(0, 10);
  }
  const removed = String(form.get('remove') ?? '');
  if (cart.has(removed)) {
    cart = withQuantity(cart, removed, 0);
    delete unread[removed];
  }
  const [productId = '', units = ''] = String(form.get('take') ?? '').split(':');
  if (cart.has(productId)) {
    cart = withQuantity(cart, productId, typedQuantity(units) ?? 0);
    delete unread[productId];
  }
  const usual = String(form.get('usual') ?? '');
  if (cart.has(usual)) {
    cart = atUsualPrice(cart, usual);
    delete unread[usual];
  }
  return { cart, unread, toCheckout: form.get('to') === 'checkout' };
}

function isZero(typed: FormDataEntryValue): boolean {
  return typeof typed === 'string' && /^\s*0+\s*$/.test(typed);
}
