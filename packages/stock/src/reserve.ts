import { fail, type Moment, newId, ok, type Result, type Tx, vietnamDay } from '@baunghe/db';
import { allot, unitsIn } from './first-expired-first-out.ts';
import { type FruitKind, type SellableLot, sellableLots } from './sellable-lots.ts';

/** What an order line wants kept for it. */
export interface Want extends FruitKind {
  lineId: string;
  unitGrams: number;
  units: number;
}

/** The first line that the fruit does not suffice for, with the units that are left for it. */
export interface OutOfStock {
  code: 'out_of_stock';
  lineId: string;
  unitsLeft: number;
}

/**
 * Promises stock to order lines, first-expired first, all or nothing. Balances are locked in one order, so that of
 * many who race for the last fruit exactly as many get it as there is. `expiresAt` null keeps until packed.
 */
export async function reserve(
  tx: Tx,
  moment: Moment,
  wants: readonly Want[],
  expiresAt: Date | null,
): Promise<Result<void, OutOfStock>> {
  const lots = await sellableLots(tx, kindsOf(wants), vietnamDay(moment.now), true);
  const rows: { id: string; lotId: string; lineId: string; grams: number }[] = [];
  for (const want of wants) {
    const fitting = lots.filter((lot) => lot.varietyCode === want.varietyCode && lot.grade === want.grade);
    const unitsLeft = unitsIn(fitting, want.unitGrams);
    if (unitsLeft < want.units) return fail({ code: 'out_of_stock', lineId: want.lineId, unitsLeft });
    for (const { lotId, units } of allot(fitting, want.unitGrams, want.units)) {
      const grams = units * want.unitGrams;
      takeFrom(fitting, lotId, grams);
      rows.push({ id: newId('res', moment), lotId, lineId: want.lineId, grams });
    }
  }
  await promise(tx, moment, rows, expiresAt);
  return ok(undefined);
}

/** One statement whatever its length, which PostgreSQL has planned before. */
function promise(
  tx: Tx,
  moment: Moment,
  rows: readonly { id: string; lotId: string; lineId: string; grams: number }[],
  expiresAt: Date | null,
): Promise<number> {
  const sql = `
    INSERT INTO "reservation" ("id", "lotId", "lineId", "grams", "expiresAt", "createdAt")
    SELECT r.id, r.lot, r.line, r.grams, $5, $6
    FROM unnest($1::text[], $2::text[], $3::text[], $4::int[]) AS r(id, lot, line, grams)`;
  return tx.$executeRawUnsafe(
    sql,
    rows.map((row) => row.id),
    rows.map((row) => row.lotId),
    rows.map((row) => row.lineId),
    rows.map((row) => row.grams),
    expiresAt,
    moment.now,
  );
}

function kindsOf(wants: readonly Want[]): FruitKind[] {
  const kinds = new Map(wants.map((want) => [`${want.varietyCode}/${want.grade}`, want]));
  return [...kinds.values()];
}

function takeFrom(lots: SellableLot[], lotId: string, grams: number): void {
  for (const lot of lots) if (lot.lotId === lotId) lot.freeGrams -= grams;
}
