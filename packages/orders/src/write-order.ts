import { type Moment, newId, type Ripeness, type Tx, vietnamDay } from '@baunghe/db';
import type { Dong } from '@baunghe/money';
import type { Checkout } from './checkout.ts';
import type { DeliveryDay } from './delivery/delivery-days.ts';

/** What is computed of an order before it is written. */
export interface NewOrder {
  id: string;
  code: string;
  goods: Dong;
  delivery: Dong;
  discount: Dong;
  total: Dong;
  purpose: string;
  /** When it is to leave and arrive; null where the cooperative calls. */
  day: DeliveryDay | null;
  /** Kept only where a line ripens after it was cut. */
  ripeness: Ripeness | null;
}

/** A line before it is written. */
export interface NewLine {
  id: string;
  product: {
    id: string;
    unitGrams: number;
    mostGrams: number | null;
    priceDong: bigint;
    markdown: { id: string } | null;
  };
  quantity: number;
  sum: Dong;
  estimate: Dong | null;
}

/**
 * Writes an order with its lines, first step, payment and the versions of the shop's terms that hold, in one statement,
 * since a checkout's speed is its number of round trips. Returns false when the province has no such ward.
 */
export async function writeOrder(
  tx: Tx,
  moment: Moment,
  checkout: Checkout,
  order: NewOrder,
  lines: readonly NewLine[],
): Promise<boolean> {
  const sql = `
    WITH new_order AS (
      INSERT INTO "order" ("id", "code", "buyerName", "phone", "provinceCode", "wardCode", "street", "note", "locale",
        "method", "goodsDong", "deliveryDong", "totalDong", "placedAt", "discountDong",
        "leaveOn", "arriveFrom", "arriveOn", "ripeness")
      SELECT $1, $2, $3, $4, w."provinceCode", w."code", $7, $8, $9, $10::"PaymentMethod", $11, $12, $13, $14, $26,
        $27::date, $28::date, $29::date, CASE WHEN EXISTS (
          SELECT FROM "product" p JOIN "variety" v ON v."code" = p."varietyCode" WHERE p."id" = ANY($16) AND v."ripens")
        THEN $30::"Ripeness" END
      FROM "ward" w WHERE w."provinceCode" = $5 AND w."code" = $6
      RETURNING "id", "method", "totalDong", "placedAt"
    ), new_lines AS (
      INSERT INTO "order_line" ("id", "orderId", "productId", "quantity", "unitGrams", "unitPriceDong", "lineDong",
        "position", "mostGrams", "estimateDong", "markdownId")
      SELECT l.id, o."id", l.product, l.quantity, l.grams, l.price, l.total, l.position - 1, l.most, l.estimate, l.markdown
      FROM new_order o, unnest($15::text[], $16::text[], $17::int[], $18::int[], $19::bigint[], $20::bigint[],
        $23::int[], $24::bigint[], $25::text[])
        WITH ORDINALITY AS l(id, product, quantity, grams, price, total, most, estimate, markdown, position)
    ), new_step AS (
      INSERT INTO "order_step" ("orderId", "toState", "at") SELECT "id", 'placed', "placedAt" FROM new_order
    ), new_payment AS (
      INSERT INTO "payment" ("id", "orderId", "method", "amountDong", "purpose", "createdAt")
      SELECT $21, "id", "method", "totalDong", $22, "placedAt" FROM new_order
    ), new_terms AS (
      INSERT INTO "order_terms" ("orderId", "slug", "number")
      SELECT DISTINCT ON (t."slug") o."id", t."slug", t."number" FROM new_order o, "terms_version" t
      WHERE t."holdsFrom" <= $31::date ORDER BY t."slug", t."number" DESC
    )
    SELECT "id" FROM new_order`;
  const { buyerName, phone, provinceCode, wardCode, street, note, locale, method } = checkout;
  const written = await tx.$queryRawUnsafe<{ id: string }[]>(
    sql,
    ...[order.id, order.code, buyerName, phone, provinceCode, wardCode, street, note, locale, method],
    ...[BigInt(order.goods), BigInt(order.delivery), BigInt(order.total), moment.now],
    lines.map((line) => line.id),
    lines.map((line) => line.product.id),
    lines.map((line) => line.quantity),
    lines.map((line) => line.product.unitGrams),
    lines.map((line) => line.product.priceDong),
    lines.map((line) => BigInt(line.sum)),
    newId('pay', moment),
    order.purpose,
    lines.map((line) => line.product.mostGrams),
    lines.map((line) => (line.estimate === null ? null : BigInt(line.estimate))),
    lines.map((line) => line.product.markdown?.id ?? null),
    BigInt(order.discount),
    ...[order.day?.leaveOn ?? null, order.day?.arriveFrom ?? null, order.day?.arriveOn ?? null],
    order.ripeness,
    vietnamDay(moment.now),
  );
  return written.length === 1;
}
