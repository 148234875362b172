import type { AppLoadContext } from '@remix-run/node';
import { type Cart, cartLines } from '~/cart-cookie.server';
import { holdCookie, readHold } from '~/hold-cookie.server';

/** How keeping a cart's fruit went, and the cookie to send with the answer. */
interface Held {
  enough: boolean;
  cookie: string | null;
}

/**
 * Keeps what a cart holds for the time of a checkout, instead of what the visitor's checkout kept before. `begins` is
 * false where the cart only changed: then nothing is kept that was not kept before.
 */
export async function holdCart(
  context: AppLoadContext,
  request: Request,
  cart: Cart,
  { begins }: { begins: boolean },
): Promise<Held> {
  const hold = readHold(request);
  if (!begins && hold === null) return { enough: true, cookie: null };
  const key = crypto.randomUUID();
  const held = await context.api.checkout.hold({ key, lines: cartLines(cart), hold });
  if (!held.ok) return { enough: false, cookie: null };
  const secure = context.publicUrl.startsWith('https:');
  return { enough: true, cookie: holdCookie(held.value?.id ?? null, { secure }) };
}
