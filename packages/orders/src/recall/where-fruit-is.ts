import type { Tx } from '@baunghe/db';

/** Where the fruit of some lots is, in grams: `received` is the sum of all the others, to the gram. */
export interface FruitSums {
  received: number;
  inStore: number;
  reserved: number;
  /** In boxes that have not left. */
  packed: number;
  /** In boxes that left and did not come back. */
  sent: number;
  spoiled: number;
  /** In boxes that were opened or came back, and were destroyed. */
  destroyed: number;
  /** Missing in boxes that came back into the store. */
  short: number;
  /** Found too little when it was counted; negative: too much. */
  difference: number;
}

/** Fruit that boxes hold, counted: how many, of how many orders and buyers. */
export interface Reached {
  boxes: number;
  orders: number;
  buyers: number;
}

/** Where the fruit of lots is that no lot beside them was sorted from: `lotIds` with all below them. */
export async function whereFruitIs(tx: Tx, lotIds: readonly string[]): Promise<FruitSums> {
  const ids = [...lotIds];
  const [[moves], [boxes], [balance]] = [
    await tx.$queryRaw<Record<'came' | 'spoiled' | 'difference', bigint>[]>`
      SELECT coalesce(sum(m."grams") FILTER (WHERE m."kind" IN ('receive', 'grade')), 0)::bigint
          + coalesce(sum(d."lossGrams") FILTER (WHERE m."grams" < 0), 0)::bigint AS came,
        coalesce(-sum(m."grams") FILTER (WHERE m."kind" = 'spoil' OR w."kind" = 'spoil'), 0)::bigint
          + coalesce(sum(d."lossGrams") FILTER (WHERE m."grams" < 0), 0)::bigint AS spoiled,
        coalesce(-sum(m."grams") FILTER (WHERE m."kind" = 'adjust' AND u."boxId" IS NULL AND w."kind" IS DISTINCT FROM 'spoil'), 0)::bigint AS difference
      FROM "stock_move" m
      LEFT JOIN "grading" d ON d."id" = m."gradingId"
      LEFT JOIN "box_unpacking" u ON u."moveId" = m."id"
      LEFT JOIN "trace_correction" c ON c."undoMoveId" = m."id"
      LEFT JOIN "stock_move" w ON w."id" = c."undoneMoveId"
      WHERE m."lotId" = ANY(${ids}::text[])`,
    await tx.$queryRaw<Record<'packed' | 'sent' | 'destroyed' | 'short', bigint>[]>`
      SELECT coalesce(sum(b."grams") FILTER (WHERE u."boxId" IS NULL AND r."id" IS NULL AND s."id" IS NULL), 0)::bigint AS packed,
        coalesce(sum(b."grams") FILTER (WHERE u."boxId" IS NULL AND r."id" IS NULL AND s."id" IS NOT NULL), 0)::bigint AS sent,
        coalesce(sum(b."grams") FILTER (WHERE u."fate" = 'destroyed' OR r."outcome" = 'destroyed'), 0)::bigint AS destroyed,
        coalesce(sum(b."grams" - r."grams") FILTER (WHERE r."outcome" = 'back_in_store'), 0)::bigint AS short
      FROM "box" b
      LEFT JOIN "box_unpacking" u ON u."boxId" = b."id"
      LEFT JOIN "box_return" r ON r."boxId" = b."id"
      LEFT JOIN "shipment" s ON s."orderId" = b."orderId"
      WHERE b."lotId" = ANY(${ids}::text[])`,
    await tx.$queryRaw<Record<'onHand' | 'reserved', bigint>[]>`
      SELECT coalesce(sum("onHandGrams"), 0)::bigint AS "onHand", coalesce(sum("reservedGrams"), 0)::bigint AS reserved
      FROM "lot_balance" WHERE "lotId" = ANY(${ids}::text[])`,
  ];
  const [onHand, reserved] = [Number(balance?.onHand ?? 0), Number(balance?.reserved ?? 0)];
  return {
    received: Number(moves?.came ?? 0),
    inStore: onHand - reserved,
    reserved,
    packed: Number(boxes?.packed ?? 0),
    sent: Number(boxes?.sent ?? 0),
    spoiled: Number(moves?.spoiled ?? 0),
    destroyed: Number(boxes?.destroyed ?? 0),
    short: Number(boxes?.short ?? 0),
    difference: Number(moves?.difference ?? 0),
  };
}

/** How many boxes that still hold fruit of the lots there are, of how many orders, and how many numbers they went to. */
export async function countReached(tx: Tx, lotIds: readonly string[]): Promise<Reached> {
  const [counted] = await tx.$queryRaw<Reached[]>`
    SELECT count(*)::int AS boxes, count(DISTINCT b."orderId")::int AS orders,
      count(DISTINCT o."phone") FILTER (WHERE s."id" IS NOT NULL AND o."phone" <> '')::int AS buyers
    FROM "box" b JOIN "order" o ON o."id" = b."orderId"
    LEFT JOIN "shipment" s ON s."orderId" = b."orderId"
    WHERE b."lotId" = ANY(${[...lotIds]}::text[])
      AND NOT EXISTS (SELECT FROM "box_unpacking" u WHERE u."boxId" = b."id")
      AND NOT EXISTS (SELECT FROM "box_return" r WHERE r."boxId" = b."id")`;
  return counted ?? { boxes: 0, orders: 0, buyers: 0 };
}
