import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { allot, unitsIn } from './first-expired-first-out.ts';
import type { FruitKind } from './fruit-kind.ts';
import { type FruitWanted, lockSellableLots, lotsServing, type SellableLot } from './sellable-lots.ts';

/** So many units of a kind of fruit, each of one weight. */
export interface Wanted extends FruitWanted {
  unitGrams: number;
  units: number;
}

/** What an order line wants kept for it. */
export interface Want extends Wanted {
  lineId: string;
}

/** The first line that the fruit does not suffice for, with the units that are left for it. */
export interface OutOfStock {
  code: 'out_of_stock';
  lineId: string;
  unitsLeft: number;
}

/**
 * Promises stock to order lines, first-expired first, all or nothing. Balances are locked in one order, so that of
 * many who race for the last fruit exactly as many get it as there is. `expiresAt` null keeps until packed. What the
 * checkout `holdId` kept is the first to be taken from, and is no more when this is done.
 */
export async function reserve(
  tx: Tx,
  moment: Moment,
  wants: readonly Want[],
  expiresAt: Date | null,
  holdId: string | null = null,
): Promise<Result<void, OutOfStock>> {
  const lots = await lockSellableLots(tx, kindsOf(wants), moment.now, holdId);
  const shared = shareOut(lots, wants);
  if (!shared.ok) {
    const { at, unitsLeft } = shared.error;
    return fail({ code: 'out_of_stock', lineId: wants[at]?.lineId ?? '', unitsLeft });
  }
  const rows = shared.value.map(({ at, ...row }) => ({ ...row, lineId: wants[at]?.lineId ?? null }));
  await promise(tx, moment, rows, { holdId: null, expiresAt });
  return ok(undefined);
}

/** Keeps stock for a checkout until a time, all or nothing. */
export async function hold(
  tx: Tx,
  moment: Moment,
  { holdId, wants, until }: { holdId: string; wants: readonly Wanted[]; until: Date },
): Promise<Result<void, TooLittle>> {
  const lots = await lockSellableLots(tx, kindsOf(wants), moment.now, null);
  const shared = shareOut(lots, wants);
  if (!shared.ok) return shared;
  const rows = shared.value.map((row) => ({ ...row, lineId: null }));
  await promise(tx, moment, rows, { holdId, expiresAt: until });
  return ok(undefined);
}

/** The place of the want that the fruit does not suffice for, with the units that are left for it. */
interface TooLittle {
  code: 'out_of_stock';
  at: number;
  unitsLeft: number;
}

function shareOut(
  lots: SellableLot[],
  wants: readonly Wanted[],
): Result<{ at: number; lotId: string; grams: number }[], TooLittle> {
  const rows = [];
  for (const [at, want] of wants.entries()) {
    const fitting = lotsServing(lots, want);
    const unitsLeft = unitsIn(fitting, want.unitGrams);
    if (unitsLeft < want.units) return fail({ code: 'out_of_stock', at, unitsLeft });
    for (const { lotId, units } of allot(fitting, want.unitGrams, want.units)) {
      const grams = units * want.unitGrams;
      takeFrom(fitting, lotId, grams);
      rows.push({ at, lotId, grams });
    }
  }
  return ok(rows);
}

/** One statement whatever its length, which PostgreSQL has planned before. */
function promise(
  tx: Tx,
  moment: Moment,
  rows: readonly { lotId: string; lineId: string | null; grams: number }[],
  { holdId, expiresAt }: { holdId: string | null; expiresAt: Date | null },
): Promise<number> {
  const sql = `
    INSERT INTO "reservation" ("id", "lotId", "lineId", "grams", "expiresAt", "createdAt", "holdId")
    SELECT r.id, r.lot, r.line, r.grams, $5, $6, $7
    FROM unnest($1::text[], $2::text[], $3::text[], $4::int[]) AS r(id, lot, line, grams)`;
  return tx.$executeRawUnsafe(
    sql,
    rows.map(() => newId('res', moment)),
    rows.map((row) => row.lotId),
    rows.map((row) => row.lineId),
    rows.map((row) => row.grams),
    expiresAt,
    moment.now,
    holdId,
  );
}

function kindsOf(wants: readonly Wanted[]): FruitKind[] {
  const kinds = new Map(wants.map((want) => [`${want.varietyCode}/${want.grade}`, want]));
  return [...kinds.values()];
}

function takeFrom(lots: SellableLot[], lotId: string, grams: number): void {
  for (const lot of lots) if (lot.lotId === lotId) lot.freeGrams -= grams;
}
