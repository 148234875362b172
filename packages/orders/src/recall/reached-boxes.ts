import type { Tx } from '@baunghe/db';

/** Of so few boxes each is told; of more only how many there are. */
const FEW_BOXES = 12;

/** A box that fruit went into, the order it is of, and which of the buyers has it: the first, the second … */
export interface ReachedBox {
  serial: string;
  batch: string;
  orderCode: string;
  provinceVi: string;
  provinceEn: string;
  /** Null while it has not left. Nothing of who bought but which boxes went to one number. */
  buyer: number | null;
}

/** The boxes that hold fruit of the lots, where there are few of them; of more none is told. */
export async function reachedBoxes(tx: Tx, lotIds: readonly string[]): Promise<ReachedBox[]> {
  const rows = await tx.$queryRaw<(Omit<ReachedBox, 'buyer'> & { sentTo: string | null })[]>`
    SELECT b."serial", l."batch", o."code" AS "orderCode", p."nameVi" AS "provinceVi", p."nameEn" AS "provinceEn",
      CASE WHEN s."id" IS NOT NULL THEN coalesce(nullif(o."phone", ''), o."id") END AS "sentTo"
    FROM (SELECT * FROM "box" b WHERE b."lotId" = ANY(${[...lotIds]}::text[])
        AND NOT EXISTS (SELECT FROM "box_unpacking" u WHERE u."boxId" = b."id")
        AND NOT EXISTS (SELECT FROM "box_return" r WHERE r."boxId" = b."id") LIMIT ${FEW_BOXES + 1}) b
    JOIN "lot" l ON l."id" = b."lotId" JOIN "order" o ON o."id" = b."orderId"
    JOIN "province" p ON p."code" = o."provinceCode" LEFT JOIN "shipment" s ON s."orderId" = o."id"
    ORDER BY l."batch", o."id", b."id"`;
  if (rows.length > FEW_BOXES) return [];
  const buyers = [...new Set(rows.flatMap(({ sentTo }) => sentTo ?? []))];
  return rows.map(({ sentTo, ...box }) => ({
    ...box,
    buyer: sentTo === null ? null : buyers.indexOf(sentTo) + 1,
  }));
}
