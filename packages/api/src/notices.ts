import { fail, ok } from '@baunghe/db';
import { checkSignature, inboundPage, outboundPage, readGatewayEvent } from '@baunghe/notices';
import { z } from 'zod';
import { receiveSms } from './receive-sms.ts';
import { anyone, only, router } from './trpc.ts';
import { untilNoDeadlock } from './write-once.ts';

/** The longest telling of a gateway, in characters; an SMS has 1,600 at the most. */
export const MOST_SMS_BODY = 65_536;

const PER_PAGE = 50;

const after = z.string().max(64).nullable();

/** Messages from and to plain phones. */
export const noticesRouter = router({
  /**
   * What an SMS gateway posts, believed by its signature. Sent twice it is dealt with once, by the gateway's own id
   * instead of a writer's key.
   */
  receive: anyone
    .input(
      z.object({
        body: z.string().max(MOST_SMS_BODY),
        signature: z.string().max(200),
        timestamp: z.string().max(40),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { sms } = ctx.settings;
      if (!sms?.webhookKey) return fail({ code: 'not_set_up' });
      const signed = checkSignature(sms.webhookKey, input, ctx.moment().now);
      if (!signed.ok) return signed;
      const event = readGatewayEvent(input.body);
      if (!event.ok) return event;
      const settings = { ...ctx.settings, sms };
      const received = await untilNoDeadlock(() =>
        ctx.database.$transaction((tx) => receiveSms(tx, ctx.moment(), settings, event.value)),
      );
      if (received === 'kept' || received === 'noted') ctx.written();
      return ok(received);
    }),

  /** What came in and what went out, newest first, and what of it is set up. Pages of either by their own `after`. */
  board: only('manager')
    .input(z.object({ inboundAfter: after, outboundAfter: after }))
    .query(async ({ ctx, input }) => {
      const { sms } = ctx.settings;
      return {
        inbound: await inboundPage(ctx.database, { after: input.inboundAfter, limit: PER_PAGE }),
        outbound: await outboundPage(ctx.database, { after: input.outboundAfter, limit: PER_PAGE }),
        receives: Boolean(sms?.webhookKey),
        sendsBy: sms?.sendsBy ?? null,
      };
    }),
});
