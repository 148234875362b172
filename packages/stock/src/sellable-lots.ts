import type { Tx } from '@baunghe/db';

/** What kind of fruit: lots of one kind can serve the same product. */
export interface FruitKind {
  varietyCode: string;
  grade: string;
}

/** A lot that can be sold from today. */
export interface SellableLot extends FruitKind {
  lotId: string;
  batch: string;
  cutOn: Date;
  bestBefore: Date;
  /** On hand and promised to nobody. */
  freeGrams: number;
}

/**
 * The lots of the given kinds, each once however often its kind is named, with free fruit, not held and good beyond
 * today, since what is ordered today is packed tomorrow; first-expired first. With `lock`,
 * their balances stay locked until the transaction ends, taken in one order by everybody.
 */
export async function sellableLots(
  tx: Tx,
  kinds: readonly FruitKind[],
  today: Date,
  lock = false,
): Promise<SellableLot[]> {
  if (kinds.length === 0) return [];
  const sql = `
    SELECT l."id" AS "lotId", l."batch", l."varietyCode", l."grade", l."cutOn", l."bestBefore",
           b."onHandGrams" - b."reservedGrams" AS "freeGrams"
    FROM (SELECT DISTINCT * FROM unnest($1::text[], $2::text[]) AS named(variety, grade)) k
    JOIN "lot" l ON l."varietyCode" = k.variety AND l."grade" = k.grade
    JOIN "lot_balance" b ON b."lotId" = l."id"
    WHERE l."heldReason" IS NULL AND l."bestBefore" > $3::date AND b."onHandGrams" > b."reservedGrams"
    ORDER BY b."lotId" ${lock ? 'FOR UPDATE OF b' : ''}`;
  const varieties = kinds.map((kind) => kind.varietyCode);
  const grades = kinds.map((kind) => kind.grade);
  const lots = await tx.$queryRawUnsafe<SellableLot[]>(sql, varieties, grades, today);
  return lots.sort(firstExpiredFirst);
}

/** Orders lots by the day they are best before, then by the day they were cut, then by batch. */
export function firstExpiredFirst(a: SellableLot, b: SellableLot): number {
  return +a.bestBefore - +b.bestBefore || +a.cutOn - +b.cutOn || (a.batch < b.batch ? -1 : 1);
}
