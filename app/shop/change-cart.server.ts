import { type Cart, withQuantity } from '~/cart-cookie.server';
import { typedQuantity } from './typed-quantity';

/** A cart after its form was sent. */
export interface ChangedCart {
  cart: Cart;
  /** Quantities that could not be read, as typed, by product; the cart keeps what it had there. */
  unread: Record<string, string>;
  /** Whether the buyer wants to order now. */
  toCheckout: boolean;
}

/**
 * Reads the cart's form: `quantity:<product>` for each line with `seen:<product>`, what its page showed there (a line
 * left as it was shown keeps what another tab made of it meanwhile), and the button that was pressed: `remove=<product>`,
 * `take=<product>:<units>`, `to=checkout`. Products that the cart does not hold are passed over.
 */
export function changeCart(before: Cart, form: FormData): ChangedCart {
  let cart = before;
  const unread: Record<string, string> = {};
  for (const productId of before.keys()) {
    const typed = form.get(`quantity:${productId}`);
    if (typed === null || typed === form.get(`seen:${productId}`)) continue;
    const quantity = typedQuantity(typed);
    if (quantity !== null) cart = withQuantity(cart, productId, quantity);
    else if (isZero(typed)) cart = withQuantity(cart, productId, 0);
    else unread[productId] = String(typed).slice(0, 10);
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
  return { cart, unread, toCheckout: form.get('to') === 'checkout' };
}

function isZero(typed: FormDataEntryValue): boolean {
  return typeof typed === 'string' && /^\s*0+\s*$/.test(typed);
}
