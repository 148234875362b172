import type { AppLoadContext } from '@remix-run/node';
import { type Cart, withQuantity } from '~/cart-cookie.server';
import { readHold } from '~/hold-cookie.server';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { cartOf } from './kept-cart.server';
import { overStockWords } from './stock-words';
import { typedQuantity } from './typed-quantity';

/** A cart with fruit put in, or what to say to the buyer, with its HTTP status. */
type Added = { ok: true; before: Cart; cart: Cart } | { ok: false; status: 400 | 404 | 422; words: string };

/** Puts what a product's form asks for into the visitor's cart, as far as there is enough. */
export async function addToCart(
  context: AppLoadContext,
  request: Request,
  locale: Locale,
  asked: { slug: string; quantity: FormDataEntryValue | null },
): Promise<Added> {
  const found = await context.api.products.one({ slug: asked.slug });
  if (!found.ok) return { ok: false, status: 404, words: m.shop_product_unknown() };
  const product = found.value;
  const quantity = typedQuantity(asked.quantity);
  if (quantity === null) return { ok: false, status: 400, words: m.errors_quantity_invalid() };
  const cart = await cartOf(context, request);
  const before = cart.get(product.id) ?? 0;
  const more = before + quantity;
  const unitsLeft = more <= product.unitsLeft ? product.unitsLeft : await leftFor(context, request, product);
  if (more <= unitsLeft) return { ok: true, before: cart, cart: withQuantity(cart, product.id, more) };
  const words = overStockWords(product, unitsLeft, locale);
  return {
    ok: false,
    status: 422,
    words: before > 0 ? `${words} ${m.errors_in_cart_already({ count: before })}` : words,
  };
}

/** What is left for a visitor whose own checkout may be what keeps the rest. */
async function leftFor(
  context: AppLoadContext,
  request: Request,
  product: { id: string; unitsLeft: number },
): Promise<number> {
  const hold = readHold(request);
  if (hold === null) return product.unitsLeft;
  const lines = [{ productId: product.id, quantity: 1 }];
  const { lines: priced } = await context.api.products.priceCart({ lines, provinceCode: null, hold });
  return priced[0]?.unitsLeft ?? 0;
}
