import { fail, lockRows, type Moment, ok, type Result, type Tx, vietnamDay } from '@baunghe/db';
import type { FruitKind } from './fruit-kind.ts';
import { giveBackHeld } from './give-back-held.ts';

/** Fruit that goes from a lot into a box. */
export interface BoxFruit extends FruitKind {
  lotId: string;
  boxId: string;
  lineId: string;
  /** What the scale says. */
  grams: number;
  /** What was promised for the units in this box. */
  promisedGrams: number;
  byUser: string | null;
}

/** Why a lot cannot give the fruit of a box. */
export type LotRefusal =
  | { code: 'lot_unknown' }
  | { code: 'lot_other_fruit' }
  | { code: 'lot_held'; reason: string }
  | { code: 'lot_past_its_day' }
  | { code: 'lot_too_little'; gramsLeft: number };

/**
 * Takes the fruit of a box out of a lot: the line's promise shrinks by what the box serves, in this lot first and
 * elsewhere otherwise, and the ledger books what the scale says.
 */
export async function takeForBox(tx: Tx, moment: Moment, fruit: BoxFruit): Promise<Result<void, LotRefusal>> {
  const lot = await tx.lot.findUnique({ where: { id: fruit.lotId } });
  if (!lot) return fail({ code: 'lot_unknown' });
  if (lot.varietyCode !== fruit.varietyCode || lot.grade !== fruit.grade)
    return fail({ code: 'lot_other_fruit' });
  if (lot.heldReason !== null) return fail({ code: 'lot_held', reason: lot.heldReason });
  if (lot.bestBefore < vietnamDay(moment.now)) return fail({ code: 'lot_past_its_day' });
  const promises = await tx.reservation.findMany({ where: { lineId: fruit.lineId, state: 'active' } });
  await lockRows(tx, 'lot_balance', [fruit.lotId, ...promises.map((promise) => promise.lotId)]);
  // Fruit of a checkout whose time is over must not stand in a packer's way.
  await giveBackHeld(tx, [fruit.lotId], moment.now, null);
  const balance = await tx.lotBalance.findUniqueOrThrow({ where: { lotId: fruit.lotId } });
  const mine = promises.filter((promise) => promise.lotId === fruit.lotId);
  const here = Math.min(fruit.promisedGrams, sum(mine));
  const free = balance.onHandGrams - balance.reservedGrams + here;
  if (free < fruit.grams) return fail({ code: 'lot_too_little', gramsLeft: free });
  const elsewhere = promises.filter((promise) => promise.lotId !== fruit.lotId);
  await shrink(tx, moment, [...mine, ...elsewhere], fruit.promisedGrams);
  await tx.stockMove.create({
    data: {
      lotId: fruit.lotId,
      kind: 'pack',
      grams: -fruit.grams,
      boxId: fruit.boxId,
      at: moment.now,
      byUser: fruit.byUser,
    },
  });
  return ok(undefined);
}

interface Promised {
  id: string;
  grams: number;
}

function sum(promises: readonly Promised[]): number {
  return promises.reduce((grams, promise) => grams + promise.grams, 0);
}

async function shrink(tx: Tx, moment: Moment, promises: readonly Promised[], grams: number): Promise<void> {
  let left = grams;
  for (const promise of promises) {
    if (left === 0) return;
    const part = Math.min(left, promise.grams);
    const data =
      part === promise.grams
        ? { state: 'taken' as const, closedAt: moment.now }
        : { grams: promise.grams - part };
    await tx.reservation.update({ where: { id: promise.id }, data });
    left -= part;
  }
}
