import { fail, ok, plusDays, vietnamDay } from '@baunghe/db';
import { parseSerial } from '@baunghe/gs1';
import { pinSlips } from '@baunghe/labels';
import {
  BOX_REPORT_KINDS,
  boxesOfCodes,
  boxesToLabel,
  boxOfCode,
  boxReports,
  eraseReport,
  lookAtReport,
  reportBox,
} from '@baunghe/orders';
import {
  boxPin,
  coarseCell,
  countScan,
  enterPin,
  firstEntry,
  flagRows,
  lookAtFlag,
  openFlags,
  raiseCopyFlags,
  scansByDay,
} from '@baunghe/trace';
import { z } from 'zod';
import { id, line, optionalLine, phone } from './fields.ts';
import { anyone, only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const manager = only('manager');
const staff = only('packer', 'manager');

const code = z.object({
  gtin: z.string().regex(/^\d{14}$/),
  serial: z
    .string()
    .max(20)
    .refine((text) => parseSerial(text).ok),
});

const pin = z
  .string('pin_invalid')
  .max(60, 'pin_invalid')
  .transform((typed) => typed.normalize('NFKC').replace(/\D/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'pin_invalid'));

const optionalPhone = z.preprocess(
  (typed) => (typeof typed === 'string' && typed.trim() !== '' ? typed : null),
  phone.nullable(),
);

const report = code
  .extend({
    kind: z.enum(BOX_REPORT_KINDS, 'kind_missing'),
    words: optionalLine(1000),
    phone: optionalPhone,
  })
  .refine(({ kind, words }) => kind !== 'other' || words !== null, {
    path: ['words'],
    message: 'words_missing',
  });

const DAYS_SHOWN = 14;

/** Openings of boxes' pages, what they tell of copied labels, the number under the lid, and what people report. */
export const scansRouter = router({
  /** What anyone who opens a box's page is told of it: open flags, and when its number was first entered. */
  ofBox: anyone.input(code).query(async ({ ctx, input }) => {
    const { box } = await boxOfCode(ctx.database, input);
    if (!box) return fail({ code: 'box_unknown' });
    const flags = await openFlags(ctx.database, input);
    const shown = flags.map(({ kind, since, places }) => ({ kind, since, places }));
    return ok({ flags: shown, pinFirstAt: await firstEntry(ctx.database, box.boxId) });
  }),

  /**
   * Counts an opening; GTINs that the cooperative never listed are passed over. It carries no key: the same network is
   * counted once an hour, however often it is sent. The network is what the server saw, never what a caller says.
   */
  count: anyone
    .input(code.extend({ cell: z.string().max(12).nullable() }))
    .mutation(async ({ ctx, input: { cell, ...scanned } }) => {
      const { network } = ctx;
      if (!network) return { raised: 0 };
      const raised = await ctx.database.$transaction(async (tx) => {
        const { ours, box } = await boxOfCode(tx, scanned);
        if (!ours) return 0;
        const from = { ...network, cell: cell && coarseCell(cell) };
        const written = await countScan(tx, ctx.moment(), scanned, from, box !== null);
        return written && box ? raiseCopyFlags(tx, ctx.moment(), scanned, box) : 0;
      });
      if (raised > 0) ctx.written();
      return { raised };
    }),

  /** Enters the number under the lid. A second sending is a second entry, which names the first. */
  enterPin: anyone.input(code.extend({ pin })).mutation(async ({ ctx, input }) => {
    const { box } = await boxOfCode(ctx.database, input);
    if (!box) return fail({ code: 'box_unknown' });
    const entry = { boxId: box.boxId, pin: input.pin, secret: ctx.settings.secret };
    const entered = await ctx.database.$transaction((tx) => enterPin(tx, ctx.moment(), entry));
    if (entered.ok && entered.value.outcome === 'first') ctx.written();
    return entered;
  }),

  /** Takes down what is wrong with a box, for the manager alone. */
  report: anyone.input(report).mutation(async ({ ctx, input }) => {
    const { gtin, serial, ...told } = input;
    const { box } = await boxOfCode(ctx.database, { gtin, serial });
    if (!box) return fail({ code: 'box_unknown' });
    return ctx.database.$transaction((tx) => reportBox(tx, ctx.moment(), { boxId: box.boxId, ...told }));
  }),

  /** Flags with the days around them, reports, and how often codes were opened. */
  board: manager.query(async ({ ctx }) => {
    const { database } = ctx;
    const today = vietnamDay(ctx.moment().now);
    const from = plusDays(today, 1 - DAYS_SHOWN);
    const days = Array.from({ length: DAYS_SHOWN }, (_, at) => plusDays(from, at));
    const [flags, reports, counts] = await Promise.all([
      flagRows(database, 50),
      boxReports(database, 50),
      scansByDay(database, from, null),
    ]);
    const boxes = await boxesOfCodes(database, flags);
    return {
      days,
      counts,
      reports,
      flags: await Promise.all(
        flags.map(async ({ looks, ...flag }) => ({
          ...flag,
          orderCode:
            boxes.find(({ gtin, serial }) => gtin === flag.gtin && serial === flag.serial)?.orderCode ?? null,
          looks: looks.map(({ at, note, settled }) => ({ at, note, settled })),
          counts: await scansByDay(database, from, flag),
        })),
      ),
    };
  }),

  lookAtFlag: manager
    .input(writeKey.extend({ flagId: id, note: line(500, 'note_missing'), settled: z.boolean() }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'scans.lookAtFlag', input, (tx) => {
        const { key: _key, ...look } = input;
        return lookAtFlag(tx, ctx.moment(), { userId: ctx.person.userId }, look);
      }),
    ),

  lookAtReport: manager
    .input(writeKey.extend({ reportId: id, note: line(500, 'note_missing') }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'scans.lookAtReport', input, (tx) => {
        const { key: _key, ...look } = input;
        return lookAtReport(tx, ctx.moment(), { userId: ctx.person.userId }, look);
      }),
    ),

  /** Erases what somebody wrote and their number, since they asked for that. */
  eraseReport: manager
    .input(writeKey.extend({ reportId: id }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'scans.eraseReport', input, (tx) =>
        eraseReport(tx, ctx.moment(), { userId: ctx.person.userId }, input.reportId),
      ),
    ),

  /** The slips that go under the lids of the boxes of some orders, or of one box, as the bytes of a PDF. */
  slips: staff
    .input(
      z.object({
        codes: z.array(z.string().max(40)).min(1).max(50),
        serial: z.string().max(20).nullable(),
        layout: z.enum(['single', 'a4']),
        words: z.object({
          title: z.string(),
          how: z.string(),
          box: z.string(),
          cooperative: z.string(),
          demo: z.string().nullable(),
        }),
      }),
    )
    .query(async ({ ctx, input }) => {
      const { codes, serial } = input;
      const each = codes.map((code) => boxesToLabel(ctx.database, { code, serial }));
      const boxes = (await Promise.all(each)).flat();
      if (boxes.length === 0) return fail({ code: 'box_unknown' });
      const { secret } = ctx.settings;
      const slips = boxes.map((box) => ({ serial: box.serial, pin: boxPin(secret, box.boxId) }));
      const pdf = pinSlips(slips, { layout: input.layout, words: input.words });
      return ok(new Uint8Array(Buffer.concat(await pdf.toArray())));
    }),
});
