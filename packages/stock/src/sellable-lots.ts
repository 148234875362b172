import { type Tx, vietnamDay } from '@baunghe/db';
import type { FruitKind } from './fruit-kind.ts';
import { giveBackHeld } from './give-back-held.ts';
import type { OpenMarkdown } from './markdown/markdowns.ts';

/** A lot that can be sold from today. */
export interface SellableLot extends FruitKind {
  lotId: string;
  batch: string;
  cutOn: Date;
  bestBefore: Date;
  /** On hand and promised to nobody. */
  freeGrams: number;
  /** That it is sold for less now: then only to who asks for that. */
  markdown: OpenMarkdown | null;
}

/** What fruit is wanted: of any lot that is sold at the usual price, or of the one named alone. */
export interface FruitWanted extends FruitKind {
  lotId?: string | null;
}

/** Those of the lots that can serve what is wanted; who pays the usual price gets none that others get for less. */
export function lotsServing(lots: readonly SellableLot[], wanted: FruitWanted): SellableLot[] {
  const { varietyCode, grade, lotId } = wanted;
  return lots.filter(
    (lot) =>
      lot.varietyCode === varietyCode &&
      lot.grade === grade &&
      (lotId ? lot.lotId === lotId : lot.markdown === null),
  );
}

/**
 * The lots of the given kinds, each once however often its kind is named, with free fruit, not held and good beyond
 * today, since what is ordered today is packed tomorrow; first-expired first. Fruit of a checkout whose time is over is
 * free, and so is what `holdId` keeps, for whoever names it.
 */
export async function sellableLots(
  tx: Tx,
  kinds: readonly FruitKind[],
  now: Date,
  holdId: string | null = null,
): Promise<SellableLot[]> {
  const lots = await lotsOf(tx, kinds, now, holdId, '');
  return lots
    .map(({ lapsedGrams, ...lot }) => ({ ...lot, freeGrams: lot.freeGrams + lapsedGrams }))
    .sort(firstExpiredFirst);
}

/**
 * The same lots, their balances locked until the transaction ends, taken in one order by everybody. What lapsed checkouts
 * and the one named kept of them is given back by this, and the one named ends.
 */
export async function lockSellableLots(
  tx: Tx,
  kinds: readonly FruitKind[],
  now: Date,
  holdId: string | null,
): Promise<SellableLot[]> {
  const lots = await lotsOf(tx, kinds, now, holdId, 'FOR UPDATE OF b');
  const lapsed = lots.flatMap((lot) => (lot.lapsedGrams > 0 ? [lot.lotId] : []));
  const freed = lapsed.length === 0 ? new Map<string, number>() : await giveBackHeld(tx, lapsed, now, holdId);
  return lots
    .map(({ lapsedGrams: _, ...lot }) => ({ ...lot, freeGrams: lot.freeGrams + (freed.get(lot.lotId) ?? 0) }))
    .filter((lot) => lot.freeGrams > 0)
    .sort(firstExpiredFirst);
}

/** With a lock, `lapsedGrams` is as it was before the lock was had: a hint, and no more. */
async function lotsOf(
  tx: Tx,
  kinds: readonly FruitKind[],
  now: Date,
  holdId: string | null,
  lock: '' | 'FOR UPDATE OF b',
): Promise<(SellableLot & { lapsedGrams: number })[]> {
  if (kinds.length === 0) return [];
  const sql = `
    SELECT l."id" AS "lotId", l."batch", l."varietyCode", l."grade", l."cutOn", l."bestBefore",
           b."onHandGrams" - b."reservedGrams" AS "freeGrams", h.grams AS "lapsedGrams",
           m."id" AS "markdownId", m."percent", m."kiloDong", m."endsAt"
    FROM (SELECT DISTINCT * FROM unnest($1::text[], $2::text[]) AS named(variety, grade)) k
    JOIN "lot" l ON l."varietyCode" = k.variety AND l."grade" = k.grade
    JOIN "lot_balance" b ON b."lotId" = l."id"
    LEFT JOIN "lot_markdown" m ON m."lotId" = l."id" AND m."endedAt" IS NULL AND m."endsAt" > $4
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(r."grams"), 0)::int AS grams FROM "reservation" r
      WHERE r."lotId" = l."id" AND r."state" = 'active' AND r."holdId" IS NOT NULL
        AND (r."expiresAt" <= $4 OR r."holdId" = $5)) h
    WHERE l."heldReason" IS NULL AND l."bestBefore" > $3::date AND b."onHandGrams" > b."reservedGrams" - h.grams
    ORDER BY b."lotId" ${lock}`;
  const varieties = kinds.map((kind) => kind.varietyCode);
  const grades = kinds.map((kind) => kind.grade);
  const rows = await tx.$queryRawUnsafe<LotRow[]>(sql, varieties, grades, vietnamDay(now), now, holdId);
  return rows.map(({ markdownId: id, percent, kiloDong, endsAt, ...lot }) => ({
    ...lot,
    markdown:
      id === null
        ? null
        : { id, lotId: lot.lotId, varietyCode: lot.varietyCode, grade: lot.grade, percent, kiloDong, endsAt },
  }));
}

type LotRow = Omit<SellableLot, 'markdown'> &
  Pick<OpenMarkdown, 'percent' | 'kiloDong' | 'endsAt'> & { markdownId: string | null; lapsedGrams: number };

type Aging = Pick<SellableLot, 'bestBefore' | 'cutOn' | 'batch'>;

/** Orders lots by the day they are best before, then by the day they were cut, then by batch. */
export function firstExpiredFirst(a: Aging, b: Aging): number {
  return +a.bestBefore - +b.bestBefore || +a.cutOn - +b.cutOn || (a.batch < b.batch ? -1 : 1);
}
