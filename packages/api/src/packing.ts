import { fail, ok } from '@baunghe/db';
import { boxLabelsZpl, loadLabelZpl, signs } from '@baunghe/labels';
import {
  afterOrder,
  boxesToLabel,
  crateForOrder,
  handovers,
  lastBoxes,
  loadOfOrder,
  ordersToDo,
  orderView,
  packBox,
} from '@baunghe/orders';
import { z } from 'zod';
import { day, id, line, optionalLine, weight } from './fields.ts';
import { labelOfBox, labelWords } from './label-of-box.ts';
import { tellBuyer } from './tell-buyer.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const staff = only('packer', 'manager');
const reader = only('packer', 'manager', 'accountant');
const orderCode = z.string().max(40);
const batch = z.string('lot_missing').min(1, 'lot_missing').max(20, 'lot_missing');
const dpi = z.union([z.literal(203), z.literal(300)]);
const DAY_MS = 86_400_000;
const VIETNAM_MS = 7 * 3_600_000;

/** The packing station: what is to be packed, what a crate may serve, and what goes out of the door. */
export const packingRouter = router({
  queue: staff.query(({ ctx }) => ordersToDo(ctx.database, 30)),

  lastBoxes: staff.query(({ ctx }) => lastBoxes(ctx.database, 6)),

  crate: staff
    .input(z.object({ orderId: id, batch }))
    .query(({ ctx, input }) => crateForOrder(ctx.database, ctx.moment().now, input)),

  /** Packs a box out of the crate that was scanned: the first line of the order that it may serve. */
  packScanned: staff
    .input(
      writeKey.extend({
        orderId: id,
        batch,
        units: z.number('quantity_invalid').int('quantity_invalid').min(1, 'quantity_invalid'),
        grams: weight,
        lotReason: optionalLine(200),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'packing.packScanned', input, async (tx) => {
        const moment = ctx.moment();
        const { orderId, units, grams, lotReason } = input;
        const crate = await crateForOrder(tx, moment.now, input);
        if (!crate.ok) return crate;
        const { lineId, lotId } = crate.value;
        const by = { userId: ctx.person.userId, gln: ctx.settings.gln };
        const box = await packBox(tx, moment, by, { orderId, lineId, lotId, units, grams, lotReason });
        if (box.ok && box.value.orderPacked)
          await tellBuyer(tx, ctx.moment(), ctx.settings, { orderId, kind: 'order_packed' });
        return box;
      }),
    ),

  /** The labels of an order's boxes, or of one box, as ZPL II. */
  labelsZpl: staff
    .input(
      z.object({
        code: orderCode,
        serial: z.string().max(20).nullable(),
        dpi,
        locale: z.enum(['vi', 'en']),
        words: labelWords,
      }),
    )
    .query(async ({ ctx, input }) => {
      const boxes = await boxesToLabel(ctx.database, input);
      if (boxes.length === 0) return fail({ code: 'box_unknown' });
      const labels = boxes.map((box) => labelOfBox(box, input.locale));
      return ok(boxLabelsZpl(labels, { dpi: input.dpi, base: ctx.settings.publicUrl, words: input.words }));
    }),

  /** The label of the load that an order left as: its SSCC, as a PDF or as ZPL II. */
  loadLabel: staff
    .input(
      z.object({
        code: orderCode,
        as: z.enum(['pdf', 'zpl']),
        dpi,
        words: z.object({
          kind: line(40, 'name_missing'),
          boxes: line(40, 'name_missing'),
          cooperative: z.string(),
        }),
        demo: z.string().nullable(),
      }),
    )
    .query(async ({ ctx, input }) => {
      const load = await loadOfOrder(ctx.database, input.code);
      if (!load) return fail({ code: 'load_unknown' });
      const base = ctx.settings.publicUrl.replace(/\/+$/, '');
      const weighed = new Intl.NumberFormat('vi-VN', { style: 'unit', unit: 'kilogram' }).format(
        load.grams / 1000,
      );
      const lines = [
        input.code,
        load.carrier,
        load.provinceVi,
        `${load.boxes} ${input.words.boxes} · ${weighed}`,
      ];
      const { kind, cooperative } = input.words;
      if (input.as === 'zpl') {
        const said = input.demo === null ? lines : [...lines, input.demo];
        const zpl = loadLabelZpl({ sscc: load.sscc, lines: said, cooperative }, { dpi: input.dpi, base });
        return ok(new TextEncoder().encode(zpl));
      }
      const sign = { kind, name: load.sscc, lines, link: `${base}/00/${load.sscc}` };
      const pdf = signs([sign], { size: 'card', cooperative, demo: input.demo });
      return ok(new Uint8Array(Buffer.concat(await pdf.toArray())));
    }),

  /** Orders as their slips and bills say them; those that are not there are left out. */
  papers: reader
    .input(z.object({ codes: z.array(orderCode).min(1).max(50) }))
    .query(async ({ ctx, input }) => {
      const { now } = ctx.moment();
      const orders = [];
      for (const code of new Set(input.codes)) {
        const order = await orderView(ctx.database, { code });
        if (order) orders.push({ ...order, after: await afterOrder(ctx.database, now, order.id) });
      }
      return orders;
    }),

  /** What was handed over on a day of the calendar in Vietnam, to one carrier or to all. */
  handovers: staff.input(z.object({ day, carrier: optionalLine(60) })).query(({ ctx, input }) => {
    const from = new Date(input.day.getTime() - VIETNAM_MS);
    return handovers(ctx.database, {
      from,
      until: new Date(from.getTime() + DAY_MS),
      carrier: input.carrier,
    });
  }),
});
