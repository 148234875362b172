import {
  fail,
  lockRows,
  type Moment,
  newId,
  ok,
  type RecallAdvice,
  type RecallSeverity,
  type Result,
  type Tx,
  vietnamDay,
} from '@baunghe/db';
import { withLotsSortedFrom } from '@baunghe/stock';
import { withdrawLot } from '../withdraw-lot.ts';
import { type LetGoRefusal, letLotsGo } from './let-go.ts';

type By = { userId: string; gln: string };

/** What a manager says when lots are called back together. */
export interface NewRecall {
  batches: readonly string[];
  severity: RecallSeverity;
  advice: RecallAdvice;
  reason: string;
  /** From what it set out, as people call it. */
  source: string;
  /** The authority's decision that orders it; null: the cooperative calls them back of its own will. */
  ordered: string | null;
}

/** Most lots that are called back at once. */
export const MOST_RECALLED = 2000;

/** Why a recall does not start, or takes no more lots. */
export type StartRefusal =
  | { code: 'recall_no_lots' }
  | { code: 'recall_lots_unknown'; batches: string[] }
  | { code: 'recall_too_many'; most: number }
  | { code: 'recall_open'; recall: string };
/** Why a recall is not extended, or does not end. */
export type OpenRefusal = { code: 'recall_unknown' } | { code: 'recall_over'; at: Date };

/**
 * Calls lots back with all that were sorted from them: held at once, their boxes' pages say so, the trace is told. Lots
 * that are in an open recall are left to that; where none is left, this is no second recall.
 */
export async function startRecall(
  tx: Tx,
  moment: Moment,
  by: By,
  { batches, ...recall }: NewRecall,
): Promise<Result<{ recallId: string; code: string }, StartRefusal>> {
  const free = await freeLots(tx, batches);
  if (!free.ok) return free;
  const recallId = newId('rcl', moment);
  const code = await nextCode(tx, moment);
  await tx.recall.create({
    data: { id: recallId, code, drill: false, ...recall, startedAt: moment.now, startedBy: by.userId },
  });
  await addLots(tx, moment, by, { recallId, reason: recall.reason, lots: free.value });
  return ok({ recallId, code });
}

/** Calls more lots back within a recall, for its reason. */
export async function extendRecall(
  tx: Tx,
  moment: Moment,
  by: By,
  { recallId, batches }: { recallId: string; batches: readonly string[] },
): Promise<Result<{ recallId: string }, StartRefusal | OpenRefusal>> {
  const open = await openRecall(tx, recallId);
  if (!open.ok) return open;
  const free = await freeLots(tx, batches);
  if (!free.ok) return free;
  await addLots(tx, moment, by, { recallId, reason: open.value.reason, lots: free.value });
  return ok({ recallId });
}

/**
 * Ends a recall with what came of it. The lots named in `letGo` are let go with that as their reason; the others stay
 * called back until somebody lets them go. Of two at once one ends it.
 */
export async function endRecall(
  tx: Tx,
  moment: Moment,
  by: By,
  { recallId, conclusion, letGo }: { recallId: string; conclusion: string; letGo: readonly string[] },
): Promise<Result<void, OpenRefusal | LetGoRefusal>> {
  const open = await openRecall(tx, recallId);
  if (!open.ok) return open;
  await tx.recallEnd.create({ data: { recallId, conclusion, at: moment.now, byUser: by.userId } });
  return letLotsGo(tx, moment, by, { recallId, reason: conclusion, batches: letGo });
}

/** An open recall, locked until the transaction ends. */
async function openRecall(tx: Tx, recallId: string): Promise<Result<{ reason: string }, OpenRefusal>> {
  await tx.$queryRaw`SELECT FROM "recall" WHERE "id" = ${recallId} FOR NO KEY UPDATE`;
  const recall = await tx.recall.findUnique({ where: { id: recallId }, include: { end: true } });
  if (!recall || recall.drill) return fail({ code: 'recall_unknown' });
  return recall.end ? fail({ code: 'recall_over', at: recall.end.at }) : ok({ reason: recall.reason });
}

/** The named lots, locked, without those that an open recall has; a refusal where none is left. */
async function freeLots(
  tx: Tx,
  batches: readonly string[],
): Promise<Result<{ id: string; batch: string }[], StartRefusal>> {
  const lots = await tx.lot.findMany({
    where: { batch: { in: [...batches] } },
    select: { id: true, batch: true },
    orderBy: { id: 'asc' },
  });
  if (batches.length === 0) return fail({ code: 'recall_no_lots' });
  if (lots.length > MOST_RECALLED) return fail({ code: 'recall_too_many', most: MOST_RECALLED });
  const known = new Set(lots.map(({ batch }) => batch));
  const unknown = batches.filter((batch) => !known.has(batch));
  if (unknown.length > 0) return fail({ code: 'recall_lots_unknown', batches: unknown.slice(0, 5) });
  const below = await Promise.all(lots.map(({ id }) => withLotsSortedFrom(tx, id)));
  const ids = [...new Set(below.flat())].sort();
  await lockRows(tx, 'lot_balance', ids);
  const taken = await tx.recallLot.findMany({
    where: { lotId: { in: ids }, recall: { drill: false, end: null } },
    include: { recall: { select: { code: true } } },
  });
  const inOther = new Set(taken.map(({ lotId }) => lotId));
  const free = lots.filter(({ id }) => !inOther.has(id));
  if (free.length > 0) return ok(free);
  return fail({ code: 'recall_open', recall: taken[0]?.recall.code ?? '' });
}

async function addLots(
  tx: Tx,
  moment: Moment,
  by: By,
  {
    recallId,
    reason,
    lots,
  }: { recallId: string; reason: string; lots: readonly { id: string; batch: string }[] },
): Promise<void> {
  const below: string[] = [];
  for (const { id, batch } of lots) {
    // A lot that was called back on its own page, or with the one before it here, stays so.
    await withdrawLot(tx, moment, by, { batch, reason });
    below.push(...(await withLotsSortedFrom(tx, id)));
  }
  const taken = await tx.recallLot.findMany({
    where: { lotId: { in: below }, recall: { drill: false, end: null } },
    select: { lotId: true },
  });
  const inOther = new Set(taken.map(({ lotId }) => lotId));
  const added = [...new Set(below)].filter((lotId) => !inOther.has(lotId));
  await tx.recallLot.createMany({
    data: added.map((lotId) => ({ recallId, lotId, at: moment.now, byUser: by.userId })),
  });
}

/** `TH260614-1`: the day in Vietnam, and which of that day it is; `DT` for a drill. */
export async function nextCode(tx: Tx, moment: Moment, drill = false): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('recall_code'))`;
  const day = vietnamDay(moment.now).toISOString().slice(2, 10).replaceAll('-', '');
  const prefix = `${drill ? 'DT' : 'TH'}${day}-`;
  return `${prefix}${(await tx.recall.count({ where: { code: { startsWith: prefix } } })) + 1}`;
}
