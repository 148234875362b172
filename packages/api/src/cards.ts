import { fail, ok, type Result } from '@baunghe/db';
import { typedOrderCode } from '@baunghe/orders';
import { type CardRefusal, noteDispute, openCardPage } from '@baunghe/payments';
import { z } from 'zod';
import { takeCardTruth } from './card-truth.ts';
import type { ApiContext } from './context.ts';
import { opensOrder } from './order-key.ts';
import { anyone, router } from './trpc.ts';

/** The most that a call of the card company may hold, in bytes. */
export const MOST_CARD_NEWS = 512 * 1024;

const order = z.object({ code: z.string().max(40), orderKey: z.string().max(64) });

type NewsRefusal = { code: 'not_set_up' } | { code: 'signature_wrong' } | CardRefusal;

/** Paying by card, on the card company's own page. */
export const cardsRouter = router({
  /** Opens the page for who has the order's key: the same page while it is open. */
  openPage: anyone.input(order).mutation(async ({ ctx, input }) => {
    const found = await orderOfKey(ctx, input);
    if (!found) return fail({ code: 'order_unknown' });
    if (!ctx.cardGateway) return fail({ code: 'method_not_offered' });
    const back = `${ctx.settings.publicUrl}${found.locale === 'vi' ? '' : `/${found.locale}`}/orders/${found.code}`;
    const key = encodeURIComponent(input.orderKey);
    return openCardPage((act) => ctx.database.$transaction(act), ctx.moment(), ctx.cardGateway, {
      ...found,
      doneUrl: `${back}/card?key=${key}`,
      backUrl: `${back}?key=${key}`,
    });
  }),

  /** Asks the company how the order's card stands, for a buyer who came back from its page before its call did. */
  ask: anyone.input(order).mutation(async ({ ctx, input }) => {
    const found = await orderOfKey(ctx, input);
    if (!found) return fail({ code: 'order_unknown' });
    const open = await ctx.database.cardPayment.findFirst({
      where: { state: 'open', sessionId: { not: null }, payment: { orderId: found.id } },
    });
    if (!ctx.cardGateway || !open?.sessionId) return ok(null);
    const session = await ctx.cardGateway.session(open.sessionId);
    if (!session.ok || !session.value.intentId) return ok(null);
    await takeCardTruth(ctx, ctx.cardGateway, session.value.intentId);
    return ok(null);
  }),

  /**
   * What the card company calls about. A call is a doorbell: its signature is checked, then the company is asked how the
   * thing stands now, so that calls may come twice, late and in any order.
   */
  told: anyone
    .input(z.object({ body: z.string().max(MOST_CARD_NEWS), signature: z.string().max(2000) }))
    .mutation(async ({ ctx, input }): Promise<Result<'noted' | 'ignored', NewsRefusal>> => {
      const gateway = ctx.cardGateway;
      if (!gateway) return fail({ code: 'not_set_up' });
      const news = gateway.readNews(input.body, input.signature);
      if (!news.ok) return news;
      const about = news.value;
      if (about.kind === 'other') return ok('ignored');
      if (about.kind === 'dispute') {
        const dispute = await gateway.dispute(about.id);
        if (!dispute.ok) return dispute;
        const ours = await ctx.database.$transaction((tx) => noteDispute(tx, ctx.moment(), dispute.value));
        if (ours) ctx.written();
        return ok(ours ? 'noted' : 'ignored');
      }
      const session = about.kind === 'session' ? await gateway.session(about.id) : null;
      if (session && !session.ok) return session;
      const intentId = session ? session.value.intentId : about.id;
      if (!intentId) return ok('ignored');
      return takeCardTruth(ctx, gateway, intentId);
    }),
});

async function orderOfKey(ctx: ApiContext, input: z.infer<typeof order>) {
  const code = typedOrderCode(input.code);
  if (!opensOrder(ctx.settings.secret, code, input.orderKey)) return null;
  return ctx.database.order.findUnique({ where: { code }, select: { id: true, code: true, locale: true } });
}
