import { buyerCookie, deviceWords, endBuyerSessions, type KeptLine, mergeCart } from '@baunghe/coop';
import type { Tx } from '@baunghe/db';
import type { ApiContext } from './context.ts';

/** What the shop goes on with once a buyer is signed in. */
export interface EnteredShop {
  cart: KeptLine[];
  locale: string;
}

/**
 * Signs in who has proved who they are: `open` makes the session, in place of one that the browser had, and the cart
 * that the browser brings is merged.
 */
export async function enterShop(
  ctx: ApiContext,
  tx: Tx,
  cart: readonly KeptLine[],
  open: (device: string) => Promise<{ buyerId: string; token: string }>,
): Promise<EnteredShop> {
  const { buyer, settings } = ctx;
  if (buyer) await endBuyerSessions(tx, buyer, { id: buyer.sessionId });
  const { buyerId, token } = await open(deviceWords(ctx.headers.get('user-agent')));
  ctx.setCookie.push(buyerCookie(token, { secure: settings.publicUrl.startsWith('https:') }));
  const { locale } = await tx.buyer.findUniqueOrThrow({ where: { id: buyerId } });
  return { cart: await mergeCart(tx, ctx.moment().now, buyerId, cart), locale };
}
