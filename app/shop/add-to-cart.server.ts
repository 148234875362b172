import type { AppLoadContext } from '@remix-run/node';
import { type Cart, withQuantity } from '~/cart-cookie.server';
import { readHold } from '~/hold-cookie.server';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { cartOf } from './kept-cart.server';
import { lineKey } from './line-key';
import { overStockWords } from './stock-words';
import { typedQuantity } from './typed-quantity';

/** A cart with fruit put in, or what to say to the buyer, with its HTTP status. */
type Added = { ok: true; before: Cart; cart: Cart } | { ok: false; status: 400 | 404 | 422; words: string };

/** Puts what a product's form asks for into the visitor's cart, as far as there is enough. */
export async function addToCart(
  context: AppLoadContext,
  request: Request,
  locale: Locale,
  asked: { slug: string; quantity: FormDataEntryValue | null; markdownId?: string },
): Promise<Added> {
  const found = await context.api.products.one({ slug: asked.slug });
  if (!found.ok) return { ok: false, status: 404, words: m.shop_product_unknown() };
  const product = found.value;
  const quantity = typedQuantity(asked.quantity);
  if (quantity === null) return { ok: false, status: 400, words: m.errors_quantity_invalid() };
  const cart = await cartOf(context, request);
  const { markdownId } = asked;
  const sold = markdownId ? product.markdowns.find(({ id }) => id === markdownId) : product;
  const key = lineKey({ productId: product.id, markdownId: markdownId ?? null });
  const before = cart.get(key) ?? 0;
  const more = before + quantity;
  const shown = sold?.unitsLeft ?? 0;
  const line = { productId: product.id, quantity: 1, markdownId: markdownId ?? null };
  const unitsLeft = more <= shown ? shown : await leftFor(context, request, line, shown);
  if (more <= unitsLeft) return { ok: true, before: cart, cart: withQuantity(cart, key, more) };
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
  line: { productId: string; quantity: number; markdownId: string | null },
  shown: number,
): Promise<number> {
  const hold = readHold(request);
  if (hold === null) return shown;
  const { lines: priced } = await context.api.products.priceCart({ lines: [line], provinceCode: null, hold });
  return priced[0]?.unitsLeft ?? 0;
}
