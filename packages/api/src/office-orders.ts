import { createHash } from 'node:crypto';
import { fail, ok, vietnamDay } from '@baunghe/db';
import { packingCamera, takeSnapshot } from '@baunghe/farm';
import { boxLabels } from '@baunghe/labels';
import { dong } from '@baunghe/money';
import {
  boardChoices,
  boardCounts,
  boxesToLabel,
  cancelOrder,
  cardOfOrder,
  changesOfOrder,
  countToDo,
  deliverOrder,
  lotsForLine,
  orderBoard,
  ordersByState,
  ordersToDo,
  orderView,
  packBox,
  pickList,
  preorderOfOrder,
  requestOfOrder,
  shipByHand,
} from '@baunghe/orders';
import { receivePayment } from '@baunghe/payments';
import { z } from 'zod';
import { boardAsked } from './board-asked.ts';
import { day, id, line, optionalLine, photoClaim, weight } from './fields.ts';
import { handedPhoto, hashOf, keepHanded } from './handed-photo.ts';
import { keepPackingPhoto } from './keep-packing-photo.ts';
import { labelOfBox, labelWords } from './label-of-box.ts';
import { told } from './told.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const staff = only('packer', 'manager');
const reader = only('packer', 'manager', 'accountant');
const manager = only('manager');
const orderId = id;

/** Orders as staff see and move them: packers pack and ship, accountants take money in, the manager also cancels. */
export const officeOrdersRouter = router({
  board: reader.input(boardAsked).query(({ ctx, input: { words, sort, after, before, ...sieve } }) => {
    const place = { sort, after, before };
    return orderBoard(ctx.database, ctx.moment().now, { sieve, words, place, limit: 50 });
  }),

  /** How many orders stand in each state, how many want what to be done, and what they can be sifted by. */
  boardCounts: reader.query(async ({ ctx }) => ({
    states: await boardCounts(ctx.database),
    toDo: await countToDo(ctx.database, vietnamDay(ctx.moment().now)),
    choices: await boardChoices(ctx.database),
  })),

  /** What to take from which shelf for the orders named, or for all that leave on a day (today unless named). */
  pickList: staff
    .input(z.object({ day: day.nullable(), codes: z.array(z.string().max(40)).max(50) }))
    .query(async ({ ctx, input }) => {
      const { now } = ctx.moment();
      const leaveOn = input.day ?? vietnamDay(now);
      return { ...(await pickList(ctx.database, now, { leaveOn, codes: input.codes })), leaveOn };
    }),

  counts: reader.query(({ ctx }) => ordersByState(ctx.database)),

  toDo: reader.query(({ ctx }) => ordersToDo(ctx.database, 6)),

  one: reader.input(z.object({ code: z.string().max(40) })).query(async ({ ctx, input }) => {
    const order = await orderView(ctx.database, { code: input.code });
    if (!order) return fail({ code: 'order_unknown' });
    const people = await ctx.database.user.findMany({ select: { id: true, name: true } });
    const names = new Map(people.map((person) => [person.id, person.name]));
    const changes = await changesOfOrder(ctx.database, order.id);
    return ok({
      ...order,
      preorder: await preorderOfOrder(ctx.database, order.id),
      bulkCode: await requestOfOrder(ctx.database, order.id),
      card: order.method === 'card' ? await cardOfOrder(ctx.database, order.id) : null,
      changes: changes.map((change) => ({ ...change, byName: names.get(change.byUser ?? '') ?? null })),
      steps: order.steps.map((step) => ({ ...step, byName: names.get(step.byUser ?? '') ?? null })),
    });
  }),

  lotsForLine: reader
    .input(z.object({ lineId: id }))
    .query(({ ctx, input }) => lotsForLine(ctx.database, ctx.moment().now, input.lineId)),

  /** The labels of the boxes of some orders, or of one box, as the bytes of a PDF. */
  labels: staff
    .input(
      z.object({
        codes: z.array(z.string().max(40)).min(1).max(50),
        serial: z.string().max(20).nullable(),
        layout: z.enum(['single', 'a4']),
        locale: z.enum(['vi', 'en']),
        words: labelWords,
      }),
    )
    .query(async ({ ctx, input }) => {
      const { codes, serial } = input;
      const each = codes.map((code) => boxesToLabel(ctx.database, { code, serial }));
      const boxes = (await Promise.all(each)).flat();
      if (boxes.length === 0) return fail({ code: 'box_unknown' });
      const { layout, locale, words } = input;
      const labels = boxes.map((box) => labelOfBox(box, locale));
      const pdf = boxLabels(labels, { layout, base: ctx.settings.publicUrl, words });
      return ok(new Uint8Array(Buffer.concat(await pdf.toArray())));
    }),

  receiveTransfer: only('manager', 'accountant')
    .input(
      writeKey.extend({
        orderId,
        amount: z
          .number('amount_missing')
          .int('amount_invalid')
          .min(1, 'amount_missing')
          .max(2e12, 'amount_invalid'),
        reference: line(80, 'reference_missing'),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'officeOrders.receiveTransfer', input, async (tx) => {
        const received = await receivePayment(tx, ctx.moment(), {
          orderId: input.orderId,
          source: 'staff',
          reference: input.reference,
          amount: dong(input.amount),
          into: 'bank',
          byUser: ctx.person.userId,
        });
        return told(tx, ctx, received, input.orderId, 'order_paid');
      }),
    ),

  packBox: staff
    .input(
      writeKey.extend({
        orderId,
        lineId: id,
        lotId: z.string('lot_missing').min(1, 'lot_missing').max(64),
        units: z.number('quantity_invalid').int('quantity_invalid').min(1, 'quantity_invalid'),
        grams: weight,
        lotReason: optionalLine(200),
        photo: z.instanceof(Uint8Array).nullish(),
        photoClaim,
        /** Takes a picture with the packing house's camera, unless a photo comes with the form. */
        camera: z.boolean().optional(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      // Whether the camera looks on is no part of what is packed: a box sent again later must not be a new one.
      const { photo: original, photoClaim: claim, camera, ...sent } = input;
      const wanted = camera && !original ? ctx.settings.packingCamera : undefined;
      const seen = wanted === undefined ? null : await takeSnapshot(packingCamera(wanted));
      // Told apart by its hash: a photo of many megabytes would be slow to write out whole.
      const photo = original ? { photo: createHash('sha256').update(original).digest('hex') } : {};
      return writeOnce(ctx, 'officeOrders.packBox', { ...sent, ...photo }, async (tx) => {
        const kept = await keepPackingPhoto(
          tx,
          ctx.moment(),
          original ? { bytes: original, claim } : null,
          seen,
        );
        if (!kept.ok) return kept;
        const { key: _key, ...packed } = sent;
        const by = { userId: ctx.person.userId, gln: ctx.settings.gln };
        const box = await packBox(tx, ctx.moment(), by, { ...packed, photo: kept.value.uri });
        if (!box.ok) return box;
        if (box.value.orderPacked) await told(tx, ctx, box, packed.orderId, 'order_packed');
        return ok({ ...box.value, camera: kept.value.camera });
      });
    }),

  /** Whether there is a camera that looks at the packing table. */
  hasCamera: reader.query(({ ctx }) => ctx.settings.packingCamera !== undefined),

  ship: staff
    .input(
      writeKey.extend({
        orderId,
        carrier: line(60, 'carrier_missing'),
        tracking: optionalLine(60),
        coldBoxCelsius: z
          .number('celsius_invalid')
          .min(-40, 'celsius_invalid')
          .max(60, 'celsius_invalid')
          .nullish(),
        photo: handedPhoto,
      }),
    )
    .mutation(({ ctx, input: { photo, ...input } }) =>
      writeOnce(ctx, 'officeOrders.ship', { ...input, ...hashOf(photo) }, async (tx) => {
        const { key: _key, ...shipping } = input;
        const { gln, gs1Prefix } = ctx.settings;
        const by = { userId: ctx.person.userId, gln, gs1Prefix };
        const kept = await keepHanded(tx, ctx, { orderId: input.orderId, to: 'carrier', photo });
        if (!kept.ok) return kept;
        const shipped = await shipByHand(tx, ctx.moment(), by, shipping);
        return told(tx, ctx, shipped, input.orderId, 'order_shipped');
      }),
    ),

  deliver: staff
    .input(writeKey.extend({ orderId, photo: handedPhoto }))
    .mutation(({ ctx, input: { photo, ...input } }) =>
      writeOnce(ctx, 'officeOrders.deliver', { ...input, ...hashOf(photo) }, async (tx) => {
        const kept = await keepHanded(tx, ctx, { orderId: input.orderId, to: 'buyer', photo });
        if (!kept.ok) return kept;
        const delivered = await deliverOrder(tx, ctx.moment(), ctx.person, input.orderId);
        return told(tx, ctx, delivered, input.orderId, 'order_delivered');
      }),
    ),

  cancel: manager
    .input(writeKey.extend({ orderId, why: line(200, 'why_missing') }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'officeOrders.cancel', input, async (tx) => {
        const { orderId, why } = input;
        const gone = await cancelOrder(tx, ctx.moment(), { orderId, byUser: ctx.person.userId, why });
        return told(tx, ctx, gone, orderId, 'order_cancelled');
      }),
    ),
});
