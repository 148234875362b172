import { detailsOn } from '@baunghe/coop';
import { fail, ok, RecallAdvice, RecallFate, RecallSeverity, type Tx, vietnamDay } from '@baunghe/db';
import { smsSegments } from '@baunghe/notices';
import {
  answerRecall,
  buyersToCall,
  drillDue,
  drillRecall,
  endRecall,
  extendRecall,
  findSources,
  letLotsGo,
  lotsOfRecall,
  lotsOfSource,
  MOST_RECALLED,
  orderGroups,
  REACH_PER_PAGE,
  reachedLots,
  reachedOrders,
  reachOf,
  reachOfLots,
  recallByKey,
  recalls,
  recallView,
  SOURCE_KINDS,
  sourceOf,
  startRecall,
} from '@baunghe/orders';
import { z } from 'zod';
import { id, line, optionalLine } from './fields.ts';
import { tellRecalled } from './tell-recall.ts';
import { anyone, only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const manager = only('manager');

const source = z.object({ kind: z.enum(SOURCE_KINDS), id });
const after = z.string().max(64).nullable();
const batches = z.array(z.string().min(1).max(20)).min(1, 'lot_missing').max(MOST_RECALLED);
const key = z.string().max(40);
const said = z.object({
  reason: line(120, 'why_missing'),
  advice: z.enum(RecallAdvice, 'invalid'),
});

/** Most rows of a file of orders or lots. */
const MOST_ROWS = 100_000;

/** The batch codes of all lots that a source reached. */
async function batchesOf(tx: Tx, of: z.infer<typeof source>): Promise<string[]> {
  const lots = await reachedLots(tx, await lotsOfSource(tx, of), null, MOST_RECALLED + 1);
  return lots.map(({ batch }) => batch);
}

/** What fruit reached, recalls of it, and the drill of one. */
export const recallsRouter = router({
  /** What a text names: batches, plots, inputs, members, days, results, boxes. */
  find: manager
    .input(z.object({ text: z.string().max(400) }))
    .query(({ ctx, input }) => findSources(ctx.database, input.text)),

  /** All that a source reached, each list from behind a place in it. */
  reach: manager
    .input(source.extend({ lotsAfter: after, ordersAfter: after, touchedAfter: after }))
    .query(async ({ ctx, input: { kind, id, ...pages } }) => {
      const found = await sourceOf(ctx.database, kind, id);
      if (!found) return fail({ code: 'recall_source_unknown' });
      const reach = await reachOf(ctx.database, found, pages);
      return ok({ source: found, perPage: REACH_PER_PAGE, ...reach });
    }),

  /** The same lots and orders in full, for a file. Nothing of who bought. */
  reachFile: manager.input(source).query(async ({ ctx, input }) => {
    const found = await sourceOf(ctx.database, input.kind, input.id);
    if (!found) return fail({ code: 'recall_source_unknown' });
    const lotIds = await lotsOfSource(ctx.database, found);
    return ok({
      source: found,
      lots: await reachedLots(ctx.database, lotIds, null, MOST_ROWS),
      orders: await reachedOrders(ctx.database, lotIds, null, MOST_ROWS),
    });
  }),

  /** What buyers would be sent, and as how many messages it is paid. */
  preview: manager.input(said).query(({ ctx, input }) => {
    const { sms, publicUrl } = ctx.settings;
    const link = `${publicUrl}/recall/${'x'.repeat(13)}`;
    return ['vi', 'en'].map((locale) => {
      const asked = { code: 'recall_told', ...input, orderCode: 'BN000000', locale, link } as const;
      const text = sms?.words(asked) ?? null;
      return { locale, text, segments: text === null ? 0 : smsSegments(text).segments };
    });
  }),

  /**
   * Holds the lots, has their boxes' pages say so, and tells every buyer, in one transaction: the named lots, and where
   * `all` names a source every lot that it reached.
   */
  start: manager
    .input(
      writeKey.extend({
        ...said.shape,
        batches: batches.or(z.tuple([])),
        all: source.nullable(),
        severity: z.enum(RecallSeverity, 'invalid'),
        source: z.string().min(1).max(120),
        ordered: optionalLine(120),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'recalls.start', input, async (tx) => {
        const { key: _, all, ...asked } = input;
        const moment = ctx.moment();
        const by = { userId: ctx.person.userId, gln: ctx.settings.gln };
        const lots = [...new Set([...asked.batches, ...(all ? await batchesOf(tx, all) : [])])];
        const begun = await startRecall(tx, moment, by, { ...asked, batches: lots });
        if (begun.ok) await tellRecalled(tx, moment, ctx.settings, begun.value.recallId, asked);
        return begun;
      }),
    ),

  /** Calls further lots back within a recall, and tells whom they reach. */
  extend: manager.input(writeKey.extend({ code: z.string().max(20), batches })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'recalls.extend', input, async (tx) => {
      const moment = ctx.moment();
      const by = { userId: ctx.person.userId, gln: ctx.settings.gln };
      const recall = await recallView(tx, input.code);
      if (!recall) return fail({ code: 'recall_unknown' });
      const { recallId } = recall;
      const done = await extendRecall(tx, moment, by, { recallId, batches: input.batches });
      if (done.ok) await tellRecalled(tx, moment, ctx.settings, recallId, recall);
      return done;
    }),
  ),

  /** Ends it; the named lots are let go with its conclusion as their reason, the others stay called back. */
  end: manager
    .input(
      writeKey.extend({
        code: z.string().max(20),
        conclusion: line(1000, 'why_missing'),
        letGo: batches.or(z.tuple([])),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'recalls.end', input, async (tx) => {
        const recall = await recallView(tx, input.code);
        if (!recall) return fail({ code: 'recall_unknown' });
        const by = { userId: ctx.person.userId, gln: ctx.settings.gln };
        const { conclusion, letGo } = input;
        return endRecall(tx, ctx.moment(), by, { recallId: recall.recallId, conclusion, letGo });
      }),
    ),

  /** Lets lots of a recall go, one or several, with a reason. */
  letGo: manager
    .input(writeKey.extend({ code: z.string().max(20), batches, reason: line(300, 'why_missing') }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'recalls.letGo', input, async (tx) => {
        const recall = await recallView(tx, input.code);
        if (!recall) return fail({ code: 'recall_unknown' });
        const by = { userId: ctx.person.userId, gln: ctx.settings.gln };
        const lots = { recallId: recall.recallId, batches: input.batches, reason: input.reason };
        return letLotsGo(tx, ctx.moment(), by, lots);
      }),
    ),

  /** Does all of it but holding and telling, and measures that. */
  drill: manager
    .input(
      writeKey.extend({ batch: z.string().min(1, 'lot_missing').max(20), reason: line(120, 'why_missing') }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'recalls.drill', input, (tx) => {
        const { batch, reason } = input;
        const clock = () => ctx.moment().now;
        return drillRecall(tx, ctx.moment(), ctx.person.userId, {
          batch: batch.toUpperCase(),
          reason,
          clock,
        });
      }),
    ),

  /** Recalls and drills, the newest first, and whether a drill is due. */
  list: manager.input(z.object({ after })).query(async ({ ctx, input }) => {
    const drill = await drillDue(ctx.database, ctx.moment().now);
    return { recalls: await recalls(ctx.database, input.after), drill, perPage: REACH_PER_PAGE };
  }),

  /** One of them with its fruit, its answers, and who is to be called. */
  one: manager
    .input(z.object({ code: z.string().max(20), callsAfter: after, recalledAfter: after }))
    .query(async ({ ctx, input }) => {
      const recall = await recallView(ctx.database, input.code);
      if (!recall) return fail({ code: 'recall_unknown' });
      const { lotIds, ...view } = recall;
      const calls = await buyersToCall(ctx.database, recall.recallId, input.callsAfter);
      const recalled = await lotsOfRecall(ctx.database, recall.recallId, input.recalledAfter);
      const reach = await reachOfLots(ctx.database, lotIds);
      return ok({ ...view, calls, recalled, reach, perPage: REACH_PER_PAGE });
    }),

  /** What the report for the authority says: fruit by province and lot, and buyers as numbers alone. */
  report: manager.input(z.object({ code: z.string().max(20) })).query(async ({ ctx, input }) => {
    const recall = await recallView(ctx.database, input.code);
    if (!recall) return fail({ code: 'recall_unknown' });
    const { lotIds, ...view } = recall;
    const owner = await detailsOn(ctx.database, vietnamDay(ctx.moment().now));
    const lots = await reachedLots(ctx.database, lotIds, null, MOST_ROWS);
    return ok({ ...view, owner, lots, ...(await orderGroups(ctx.database, lotIds)) });
  }),

  /** What a buyer said on the telephone. */
  heard: manager
    .input(writeKey.extend({ buyerId: id, fate: z.enum(RecallFate, 'fate_missing') }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'recalls.heard', input, async (tx) => {
        const { buyerId, fate } = input;
        const buyer = await tx.recallBuyer.findUnique({ where: { id: buyerId } });
        if (!buyer) return fail({ code: 'recall_unknown' });
        const by = { via: 'office', byUser: ctx.person.userId } as const;
        await answerRecall(tx, ctx.moment(), { buyerId, fate, ...by });
        return ok({ buyerId });
      }),
    ),

  /** The page of a buyer who was told, by the key in its address. */
  mine: anyone.input(z.object({ key })).query(async ({ ctx, input }) => {
    const found = await recallByKey(ctx.database, input.key);
    if (!found) return fail({ code: 'recall_unknown' });
    const { buyerId: _, ...recall } = found;
    return ok(recall);
  }),

  /** What that buyer says became of the fruit. */
  answer: anyone
    .input(writeKey.extend({ pageKey: key, fate: z.enum(RecallFate, 'invalid') }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'recalls.answer', input, async (tx) => {
        const found = await recallByKey(tx, input.pageKey);
        if (!found) return fail({ code: 'recall_unknown' });
        const { buyerId } = found;
        await answerRecall(tx, ctx.moment(), { buyerId, fate: input.fate, via: 'page', byUser: null });
        return ok({ fate: input.fate });
      }),
    ),
});
