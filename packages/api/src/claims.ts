import { createHash } from 'node:crypto';
import { ClaimReason, fail, ok } from '@baunghe/db';
import {
  answerClaim,
  claimPhoto,
  claimsBoard,
  claimsOfLot,
  claimsOpen,
  eraseClaim,
  makeClaim,
} from '@baunghe/orders';
import { z } from 'zod';
import { afterClaimGranted } from './claim-granted.ts';
import { id, line, optionalLine, sumOfMoney } from './fields.ts';
import { openOwn, ownOrder } from './own-order.ts';
import { tellBuyer } from './tell-buyer.ts';
import { anyone, only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const staff = only('packer', 'manager');
const manager = only('manager');

const answer = writeKey.extend({ claimId: id, words: line(500, 'words_missing') });

/** What buyers say of fruit that was not good, and what is done about it. What is over the limit of who answers waits. */
export const claimsRouter = router({
  make: anyone
    .input(
      writeKey.extend(ownOrder.shape).extend({
        lineId: z.string('box_missing').min(1, 'box_missing').max(64),
        boxId: id.nullable(),
        reason: z.enum(ClaimReason, 'reason_missing'),
        words: optionalLine(500),
        photos: z.array(z.instanceof(Uint8Array)).max(10),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const own = await openOwn(ctx, input);
      if (!own.ok) return own;
      const { lineId, boxId, reason, words, photos, key, code, orderKey } = input;
      const claim = { lineId, boxId, reason, words };
      // Told apart by their hashes: photos of many megabytes would be slow to write out whole.
      const sums = photos.map((photo) => createHash('sha256').update(photo).digest('hex'));
      const sent = { ...claim, key, code, orderKey, photos: sums };
      return writeOnce(ctx, 'claims.make', sent, (tx) =>
        makeClaim(tx, ctx.moment(), { ...claim, photos, orderId: own.value.orderId }),
      );
    }),

  /** A photo of a claim, for who has the key of its order. */
  ownPhoto: anyone.input(ownOrder.extend({ photoId: id })).query(async ({ ctx, input }) => {
    const own = await openOwn(ctx, input);
    const bytes = own.ok ? await claimPhoto(ctx.database, input.photoId, own.value.code) : null;
    return bytes ? ok({ bytes }) : fail({ code: 'photo_unknown' });
  }),

  photo: staff.input(z.object({ photoId: id })).query(async ({ ctx, input }) => {
    const bytes = await claimPhoto(ctx.database, input.photoId, null);
    return bytes ? ok({ bytes }) : fail({ code: 'photo_unknown' });
  }),

  board: staff.query(({ ctx }) => claimsBoard(ctx.database, 50)),

  open: staff.query(({ ctx }) => claimsOpen(ctx.database)),

  ofLot: staff
    .input(z.object({ batch: z.string().min(1).max(20) }))
    .query(({ ctx, input }) => claimsOfLot(ctx.database, input.batch)),

  answer: staff
    .input(
      z.discriminatedUnion(
        'kind',
        [
          answer.extend({ kind: z.literal('refuse') }),
          answer.extend({ kind: z.literal('refund'), amount: sumOfMoney }),
          answer.extend({ kind: z.literal('credit'), amount: sumOfMoney }),
          answer.extend({
            kind: z.literal('replace'),
            units: z.number('quantity_invalid').int('quantity_invalid').min(1, 'quantity_invalid').max(500),
          }),
        ],
        'kind_missing',
      ),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'claims.answer', input, async (tx) => {
        const given = await answerClaim(tx, ctx.moment(), ctx.person, input);
        // What waits for a second person is nothing yet that its buyer could count on.
        if (!given.ok || given.value.waits) return given;
        const { orderId } = given.value;
        if (input.kind === 'refuse') {
          await tellBuyer(tx, ctx.moment(), ctx.settings, { orderId, kind: 'claim_answered' });
          return given;
        }
        const told = await afterClaimGranted(tx, ctx, { claimId: input.claimId, orderId });
        return told.ok ? given : told;
      }),
    ),

  /** Erases a claim's photos and words, since their buyer asked for that. */
  erase: manager
    .input(writeKey.extend({ claimId: id }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'claims.erase', input, (tx) =>
        eraseClaim(tx, ctx.moment(), { userId: ctx.person.userId }, input.claimId),
      ),
    ),
});
