import type { AppLoadContext } from '@remix-run/node';
import { type Cart, cartCookie, readCart } from '~/cart-cookie.server';
import { lineKey, lineOfKey } from './line-key';

/** The cart of a request: the account's for a buyer who is signed in, and else the browser's. */
export async function cartOf(context: AppLoadContext, request: Request): Promise<Cart> {
  const kept = await context.api.buyers.cart();
  return kept ? asCart(kept) : readCart(request);
}

/**
 * Keeps what a form made of a cart, and returns the `Set-Cookie` that the browser keeps it by. An account's cart is
 * changed by the difference alone, so that what another tab or device did meanwhile stays.
 */
export async function keepCart(
  context: AppLoadContext,
  request: Request,
  { before, after }: { before: Cart; after: Cart },
): Promise<string> {
  const site = { secure: context.publicUrl.startsWith('https:') };
  if ((await context.api.buyers.me()) === null) return cartCookie(after, site);
  const lines = new Set([...before.keys(), ...after.keys()]);
  const changes = [...lines]
    .map((line) => ({ ...lineOfKey(line), by: (after.get(line) ?? 0) - (before.get(line) ?? 0) }))
    .filter(({ by }) => by !== 0)
    .slice(0, 80);
  const kept = await context.api.buyers.changeCart({ key: crypto.randomUUID(), changes });
  return cartCookie(kept.ok ? asCart(kept.value) : readCart(request), site);
}

/** Lines as a cart. */
export function asCart(
  lines: readonly { productId: string; markdownId?: string | null | undefined; quantity: number }[],
): Cart {
  return new Map(lines.map((line) => [lineKey(line), line.quantity]));
}
