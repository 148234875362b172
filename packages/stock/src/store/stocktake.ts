import { fail, lockRows, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { lotClassUri } from '@baunghe/gs1';
import { recordCounted } from '@baunghe/trace';
import { type Hand, house, ordersKeeping } from './lot-at-hand.ts';

/** What was counted of a lot, beside what the sheet said was there. Whole grams. */
export interface Count {
  batch: string;
  seenGrams: number;
  countedGrams: number;
  /** Why it differs; null when it does not. */
  reason: string | null;
}

/** Why a sheet is not saved: the first lot that keeps it from being so. */
export type CountRefusal =
  | { code: 'count_lot_unknown'; batch: string }
  /** Fruit came or went since the sheet was opened. */
  | { code: 'count_outdated'; batch: string; onHandGrams: number }
  | { code: 'count_unexplained'; batch: string }
  | { code: 'count_below_kept'; batch: string; keptGrams: number; orders: string[] };

/**
 * Saves a count of the store as one act: each difference is a row of the ledger with its reason, and the trace is told
 * (ObjectEvent, stock_taking). All lots or none. Returns the stocktake's id and how many lots differed.
 */
export async function saveStocktake(
  tx: Tx,
  moment: Moment,
  by: Hand,
  counts: readonly Count[],
): Promise<Result<{ stocktakeId: string; differing: number }, CountRefusal>> {
  const named = await tx.lot.findMany({
    where: { batch: { in: counts.map(({ batch }) => batch) } },
    include: { variety: true },
  });
  const ids = named.map(({ id }) => id);
  await lockRows(tx, 'lot_balance', ids);
  const balances = await tx.lotBalance.findMany({ where: { lotId: { in: ids } } });
  const lots = new Map(
    named.map((lot) => [lot.batch, { ...lot, balance: balances.find(({ lotId }) => lotId === lot.id) }]),
  );
  const rows = [];
  for (const count of counts) {
    const lot = lots.get(count.batch);
    if (!lot?.balance) return fail({ code: 'count_lot_unknown', batch: count.batch });
    const refusal = await countRefusal(tx, count, lot.balance);
    if (refusal) return fail(refusal);
    rows.push({ ...count, lotId: lot.id, lotClass: lotClassUri(lot.variety.looseGtin, lot.batch) });
  }
  return ok(await write(tx, moment, by, rows));
}

async function countRefusal(
  tx: Tx,
  { batch, seenGrams, countedGrams, reason }: Count,
  balance: { lotId: string; onHandGrams: number; reservedGrams: number },
): Promise<CountRefusal | null> {
  const { lotId, onHandGrams, reservedGrams } = balance;
  if (seenGrams !== onHandGrams) return { code: 'count_outdated', batch, onHandGrams };
  if (countedGrams < reservedGrams) {
    const orders = await ordersKeeping(tx, lotId);
    return { code: 'count_below_kept', batch, keptGrams: reservedGrams, orders };
  }
  return countedGrams !== onHandGrams && !reason ? { code: 'count_unexplained', batch } : null;
}

async function write(
  tx: Tx,
  moment: Moment,
  by: Hand,
  rows: readonly (Count & { lotId: string; lotClass: string })[],
): Promise<{ stocktakeId: string; differing: number }> {
  const stocktakeId = newId('stk', moment);
  const counted = rows.map(({ lotId, lotClass, countedGrams }) => ({ lotId, lotClass, grams: countedGrams }));
  const eventId = await recordCounted(tx, moment, { lots: counted, ...house(by) });
  const act = { at: moment.now, byUser: by.userId };
  await tx.stocktake.create({ data: { id: stocktakeId, ...act } });
  await tx.stocktakeCount.createMany({
    data: rows.map(({ lotId, seenGrams, countedGrams, reason }) => ({
      stocktakeId,
      lotId,
      expectedGrams: seenGrams,
      countedGrams,
      reason: seenGrams === countedGrams ? null : reason,
    })),
  });
  const differing = rows.filter(({ seenGrams, countedGrams }) => seenGrams !== countedGrams);
  await tx.stockMove.createMany({
    data: differing.map(({ lotId, seenGrams, countedGrams, reason }) => ({
      lotId,
      kind: 'adjust' as const,
      grams: countedGrams - seenGrams,
      reason,
      stocktakeId,
      eventId,
      ...act,
    })),
  });
  return { stocktakeId, differing: differing.length };
}
