import type { RecallAdvice, RecallFate, RecallSeverity, Tx } from '@baunghe/db';
import { PER_PAGE } from './reached-lists.ts';
import { type FruitSums, whereFruitIs } from './where-fruit-is.ts';

/** What buyers say became of the fruit that was sent, in grams and in how many buyers; the last word of each counts. */
export type Answers = Record<RecallFate | 'unknown', { grams: number; buyers: number }>;

/** A recall or a drill in a list. */
export interface RecallRow {
  recallId: string;
  code: string;
  drill: boolean;
  reason: string;
  source: string;
  startedAt: Date;
  endedAt: Date | null;
  lots: number;
  tookMs: number | null;
  receivedGrams: number | null;
  accountedGrams: number | null;
}

/** A recall with all that is known of its fruit and its buyers. */
export interface RecallView extends RecallRow {
  severity: RecallSeverity;
  advice: RecallAdvice;
  conclusion: string | null;
  /** The authority's decision that orders it; null: the cooperative's own will. */
  ordered: string | null;
  /** Who started and who ended it, by name; null where nobody did, or the account is gone. */
  startedByName: string | null;
  endedByName: string | null;
  lotIds: string[];
  sums: FruitSums;
  told: { buyers: number; bySms: number };
  answers: Answers;
}

const LISTED = { end: true, _count: { select: { lots: true } } } as const;

/** Recalls and drills, the newest first, from behind `after`, which is one's id; one more than a page where there are more. */
export async function recalls(
  tx: Tx,
  after: string | null = null,
  most = PER_PAGE + 1,
): Promise<RecallRow[]> {
  // An id begins with the time at which it came to be.
  const where = after === null ? {} : { id: { lt: after } };
  const rows = await tx.recall.findMany({ where, include: LISTED, orderBy: { id: 'desc' }, take: most });
  return rows.map(rowOf);
}

type Row = {
  id: string;
  code: string;
  drill: boolean;
  reason: string;
  source: string;
  startedAt: Date;
  tookMs: number | null;
  receivedGrams: bigint | null;
  accountedGrams: bigint | null;
  end: { at: Date } | null;
  _count: { lots: number };
};

function rowOf(row: Row): RecallRow {
  const { id, code, drill, reason, source, startedAt, tookMs, receivedGrams, accountedGrams, end } = row;
  return {
    recallId: id,
    ...{ code, drill, reason, source, startedAt, tookMs },
    endedAt: end?.at ?? null,
    lots: row._count.lots,
    receivedGrams: receivedGrams === null ? null : Number(receivedGrams),
    accountedGrams: accountedGrams === null ? null : Number(accountedGrams),
  };
}

/** One recall by its code; null when there is none. */
export async function recallView(tx: Tx, code: string): Promise<RecallView | null> {
  const row = await tx.recall.findUnique({
    where: { code },
    include: { ...LISTED, lots: { select: { lotId: true } } },
  });
  if (!row) return null;
  const lotIds = row.lots.map(({ lotId }) => lotId);
  const hands = [row.startedBy, row.end?.byUser ?? ''];
  const people = await tx.user.findMany({ where: { id: { in: hands } }, select: { id: true, name: true } });
  const nameOf = (userId: string | undefined) => people.find(({ id }) => id === userId)?.name ?? null;
  return {
    ...rowOf(row),
    severity: row.severity,
    advice: row.advice,
    conclusion: row.end?.conclusion ?? null,
    ordered: row.ordered,
    startedByName: nameOf(row.startedBy),
    endedByName: nameOf(row.end?.byUser),
    lotIds,
    sums: await whereFruitIs(tx, lotIds),
    told: await toldOf(tx, row.id),
    answers: await answersOf(tx, row.id),
  };
}

async function toldOf(tx: Tx, recallId: string): Promise<RecallView['told']> {
  const buyers = await tx.recallBuyer.count({ where: { recallId } });
  return { buyers, bySms: await tx.recallBuyer.count({ where: { recallId, smsId: { not: null } } }) };
}

/**
 * Of the fruit in boxes that left and did not come back: what its buyers say of it, to the gram. An answer speaks of what
 * was called back by then: of lots that were added later its buyer has said nothing.
 */
async function answersOf(tx: Tx, recallId: string): Promise<Answers> {
  const rows = await tx.$queryRaw<{ fate: RecallFate | 'unknown'; grams: number; buyers: number }[]>`
    SELECT coalesce(a.fate::text, 'unknown') AS fate, sum(b."grams")::float8 AS grams, count(DISTINCT t."buyerId")::int AS buyers
    FROM "recall_lot" l JOIN "box" b ON b."lotId" = l."lotId" JOIN "shipment" s ON s."orderId" = b."orderId"
    LEFT JOIN "box_unpacking" u ON u."boxId" = b."id" LEFT JOIN "box_return" r ON r."boxId" = b."id"
    LEFT JOIN "recall_order" t ON t."recallId" = l."recallId" AND t."orderId" = b."orderId"
    LEFT JOIN LATERAL (SELECT a."fate" AS fate FROM "recall_answer" a
      WHERE a."buyerId" = t."buyerId" AND a."at" >= l."at" ORDER BY a."id" DESC LIMIT 1) a ON true
    WHERE l."recallId" = ${recallId} AND u."boxId" IS NULL AND r."id" IS NULL GROUP BY 1`;
  const none = { grams: 0, buyers: 0 };
  const of = (fate: string) => rows.find((row) => row.fate === fate) ?? none;
  const said = (fate: RecallFate | 'unknown') => ({ grams: of(fate).grams, buyers: of(fate).buyers });
  return {
    destroyed: said('destroyed'),
    eaten: said('eaten'),
    giving_back: said('giving_back'),
    unknown: said('unknown'),
  };
}

/** A buyer who was told and has not answered of all that is with them still, to be called; `grams`: of what not. */
export interface BuyerToCall {
  buyerId: string;
  name: string;
  phone: string;
  orderCodes: string[];
  grams: number;
  bySms: boolean;
}

/** Who has not answered of boxes that did not come back, from behind `after`; one more than a page where there are more. */
export async function buyersToCall(
  tx: Tx,
  recallId: string,
  after: string | null,
  most: number = PER_PAGE + 1,
): Promise<BuyerToCall[]> {
  return tx.$queryRaw<BuyerToCall[]>`
    WITH unheard AS (
      SELECT c."id", c."smsId", t."orderId", b."grams"
      FROM "recall_buyer" c JOIN "recall_order" t ON t."buyerId" = c."id"
      JOIN "box" b ON b."orderId" = t."orderId" JOIN "recall_lot" l ON l."lotId" = b."lotId" AND l."recallId" = c."recallId"
      WHERE c."recallId" = ${recallId} AND (${after}::text IS NULL OR c."id" > ${after})
        AND NOT EXISTS (SELECT FROM "box_unpacking" u WHERE u."boxId" = b."id")
        AND NOT EXISTS (SELECT FROM "box_return" r WHERE r."boxId" = b."id")
        AND NOT EXISTS (SELECT FROM "recall_answer" a WHERE a."buyerId" = c."id" AND a."at" >= l."at"))
    SELECT c."id" AS "buyerId", min(o."buyerName") AS name, min(o."phone") AS phone, array_agg(DISTINCT o."code") AS "orderCodes",
      c."smsId" IS NOT NULL AS "bySms", sum(c."grams")::float8 AS grams
    FROM unheard c JOIN "order" o ON o."id" = c."orderId"
    GROUP BY c."id", c."smsId" ORDER BY c."id" LIMIT ${most}`;
}
