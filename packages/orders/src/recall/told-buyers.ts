import { type Moment, newId, type RecallAdvice, type RecallFate, type RecallVia, type Tx } from '@baunghe/db';

/** A number that fruit of a recall was sent to and that nobody has told. */
export interface BuyerToTell {
  phone: string;
  locale: string;
  demo: boolean;
  orderCode: string;
  orderIds: string[];
}

/** Whom a recall reaches that were not told of it: each number once, in the language of its last order. */
export async function buyersToTell(tx: Tx, recallId: string): Promise<BuyerToTell[]> {
  return tx.$queryRaw<BuyerToTell[]>`
    SELECT o."phone", (array_agg(o."locale" ORDER BY o."id" DESC))[1] AS locale, bool_and(o."demo") AS demo,
      (array_agg(o."code" ORDER BY o."id" DESC))[1] AS "orderCode", array_agg(o."id" ORDER BY o."id") AS "orderIds"
    FROM "order" o JOIN "shipment" s ON s."orderId" = o."id"
    WHERE o."id" IN (SELECT b."orderId" FROM "recall_lot" l JOIN "box" b ON b."lotId" = l."lotId"
        LEFT JOIN "box_unpacking" u ON u."boxId" = b."id" LEFT JOIN "box_return" r ON r."boxId" = b."id"
        WHERE l."recallId" = ${recallId} AND u."boxId" IS NULL AND r."id" IS NULL)
      AND NOT EXISTS (SELECT FROM "recall_order" t WHERE t."recallId" = ${recallId} AND t."orderId" = o."id")
    GROUP BY CASE WHEN o."phone" = '' THEN o."id" ELSE o."phone" END, o."phone" ORDER BY min(o."id")`;
}

/** A number that was told, and that lots which were called back last reach in an order it was told of; its page stays. */
export type BuyerToTellAgain = Omit<BuyerToTell, 'orderIds'> & { key: string };

/** Whom the lots that came to a recall last reach in orders told of before: their boxes of those nobody told of. */
export async function buyersToTellAgain(tx: Tx, recallId: string): Promise<BuyerToTellAgain[]> {
  return tx.$queryRaw<BuyerToTellAgain[]>`
    SELECT c."key", min(o."phone") AS phone, (array_agg(o."locale" ORDER BY o."id" DESC))[1] AS locale,
      bool_and(o."demo") AS demo, (array_agg(o."code" ORDER BY o."id" DESC))[1] AS "orderCode"
    FROM "recall_buyer" c JOIN "recall_order" t ON t."buyerId" = c."id" JOIN "order" o ON o."id" = t."orderId"
    JOIN (SELECT max(l."at") AS at FROM "recall_lot" l WHERE l."recallId" = ${recallId}) last ON c."at" < last.at
    WHERE c."recallId" = ${recallId} AND EXISTS (
      SELECT FROM "box" b JOIN "recall_lot" l ON l."lotId" = b."lotId" AND l."recallId" = ${recallId} AND l."at" = last.at
      WHERE b."orderId" = o."id" AND NOT EXISTS (SELECT FROM "box_unpacking" u WHERE u."boxId" = b."id")
        AND NOT EXISTS (SELECT FROM "box_return" r WHERE r."boxId" = b."id"))
    GROUP BY c."id" ORDER BY c."id"`;
}

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** A key of 65 bits for a buyer's page, short enough for a message. */
export function recallKey(moment: Moment): string {
  return [...moment.random(13)].map((byte) => LETTERS[byte & 31]).join('');
}

/** Keeps whom a recall reached, and by which message; a number known from before keeps its page. */
export async function keepTold(
  tx: Tx,
  moment: Moment,
  recallId: string,
  told: readonly { key: string; smsId: string | null; orderIds: readonly string[] }[],
): Promise<void> {
  const rows = told.map((buyer) => ({ id: newId('rcb', moment), ...buyer }));
  await tx.recallBuyer.createMany({
    data: rows.map(({ id, key, smsId }) => ({ id, recallId, key, smsId, at: moment.now })),
  });
  await tx.recallOrder.createMany({
    data: rows.flatMap(({ id, orderIds }) => orderIds.map((orderId) => ({ recallId, orderId, buyerId: id }))),
  });
}

/**
 * Writes down what a buyer says became of the fruit; another word counts from now on, and so does the same one where
 * lots were called back since; else the same said twice counts once.
 */
export async function answerRecall(
  tx: Tx,
  moment: Moment,
  answer: { buyerId: string; fate: RecallFate; via: RecallVia; byUser: string | null },
): Promise<void> {
  await tx.$queryRaw`SELECT FROM "recall_buyer" WHERE "id" = ${answer.buyerId} FOR UPDATE`;
  const last = await tx.recallAnswer.findFirst({
    where: { buyerId: answer.buyerId },
    orderBy: { id: 'desc' },
  });
  if (last?.fate === answer.fate && (await isOfAll(tx, answer.buyerId, last.at))) return;
  await tx.recallAnswer.create({ data: { ...answer, at: moment.now } });
}

/** Whether nothing was added to a buyer's recall since an instant. */
async function isOfAll(tx: Tx, buyerId: string, since: Date): Promise<boolean> {
  const { recallId } = await tx.recallBuyer.findUniqueOrThrow({ where: { id: buyerId } });
  return (await tx.recallLot.count({ where: { recallId, at: { gt: since } } })) === 0;
}

/** The ids of the buyers that a number is in open recalls. */
export async function recallsOfPhone(tx: Tx, phone: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT t."buyerId" AS id FROM "order" o JOIN "recall_order" t ON t."orderId" = o."id"
    WHERE o."phone" = ${phone} AND NOT EXISTS (SELECT FROM "recall_end" e WHERE e."recallId" = t."recallId")`;
  return rows.map(({ id }) => id);
}

/** What the page of a told buyer shows: what is called back, what to do, and what they said. */
export interface BuyersRecall {
  buyerId: string;
  code: string;
  reason: string;
  advice: RecallAdvice;
  startedAt: Date;
  over: boolean;
  boxes: {
    serial: string;
    batch: string;
    nameVi: string;
    nameEn: string;
    nameZh: string | null;
    orderCode: string;
  }[];
  answer: { fate: RecallFate; at: Date } | null;
}

/** A told buyer's recall by the key of its page; null for any other. */
export async function recallByKey(tx: Tx, key: string): Promise<BuyersRecall | null> {
  const buyer = await tx.recallBuyer.findUnique({
    where: { key },
    include: {
      recall: { include: { end: true, lots: { select: { lotId: true, at: true } } } },
      orders: { select: { orderId: true } },
      answers: { orderBy: { id: 'desc' }, take: 1 },
    },
  });
  if (!buyer) return null;
  const boxes = await tx.box.findMany({
    where: {
      orderId: { in: buyer.orders.map(({ orderId }) => orderId) },
      lotId: { in: buyer.recall.lots.map(({ lotId }) => lotId) },
      unpacking: null,
    },
    include: { product: true, lot: { select: { batch: true } }, order: { select: { code: true } } },
    orderBy: { id: 'asc' },
  });
  const own = new Set(boxes.map(({ lotId }) => lotId));
  const lastAdded = Math.max(
    0,
    ...buyer.recall.lots.filter((lot) => own.has(lot.lotId)).map((lot) => +lot.at),
  );
  const { code, reason, advice, startedAt, end } = buyer.recall;
  const [answer] = buyer.answers;
  return {
    buyerId: buyer.id,
    code,
    reason,
    advice,
    startedAt,
    over: end !== null,
    boxes: boxes.map(({ serial, lot, order, product: { nameVi, nameEn, nameZh } }) => {
      return { serial, batch: lot.batch, nameVi, nameEn, nameZh, orderCode: order.code };
    }),
    // What was said before a box of theirs was called back says nothing of it.
    answer: answer && +answer.at >= lastAdded ? { fate: answer.fate, at: answer.at } : null,
  };
}
