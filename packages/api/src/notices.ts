import { fail, ok } from '@baunghe/db';
import {
  checkSignature,
  inboundPage,
  isEsmsMark,
  noteDelivery,
  outboundPage,
  readEsmsReport,
  readGatewayEvent,
  sendAgain,
} from '@baunghe/notices';
import { z } from 'zod';
import { id } from './fields.ts';
import { receiveSms } from './receive-sms.ts';
import { anyone, only, router } from './trpc.ts';
import { untilNoDeadlock, writeKey, writeOnce } from './write-once.ts';

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

  /** What eSMS reports of a message of ours, believed by the mark in its address. Said twice, it is noted once. */
  receiveEsms: anyone
    .input(
      z.object({
        messageId: id,
        mark: z.string().max(64),
        report: z.record(z.string().max(40), z.string().max(1000)),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const secret = ctx.settings.sms?.esmsSecret;
      if (!secret) return fail({ code: 'not_set_up' });
      const { messageId, mark } = input;
      if (!isEsmsMark(secret, messageId, mark)) return fail({ code: 'mark_wrong' });
      const kind = readEsmsReport(input.report);
      if (kind === 'malformed') return fail({ code: 'report_malformed' });
      if (kind === 'waiting') return ok('ignored');
      const reason = kind === 'failed' ? `eSMS: SendStatus ${input.report.SendStatus}` : null;
      await ctx.database.$transaction((tx) => noteDelivery(tx, ctx.moment(), { kind, messageId, reason }));
      ctx.written();
      return ok('noted');
    }),

  /** Sends the words of a message that failed again, as a new one. */
  sendAgain: only('manager')
    .input(writeKey.extend({ id }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'notices.sendAgain', input, (tx) => sendAgain(tx, ctx.moment(), input.id)),
    ),

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
