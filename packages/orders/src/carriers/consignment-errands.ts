import type { ConsignmentState, Moment, Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { missingOf } from '@baunghe/payments';
import type { CarrierKey, Parcel } from './carrier.ts';
import type { WardCodes } from './carrier-ward.ts';

/** What is to be asked of a carrier, and about what. */
export interface CarrierErrand {
  consignmentId: string;
  orderId: string;
  state: ConsignmentState;
  clientCode: string;
  tracking: string | null;
  tries: number;
}

/** How long a carrier that did not answer is left alone: half a minute, and twice as long each time, to an hour. */
const FIRST_WAIT_S = 30;
const LONGEST_WAIT_S = 3600;

/**
 * Takes what is due of a carrier, oldest first. Each is put off as it is taken, so that no other server asks at the same
 * time, and so that what is never answered is asked again, less and less often. An order that was opened again or
 * cancelled is wanted by no carrier any more.
 */
export async function takeCarrierErrands(
  tx: Tx,
  { now }: Moment,
  carrier: CarrierKey,
  most: number,
): Promise<CarrierErrand[]> {
  await tx.$executeRaw`
    UPDATE "consignment" c SET "state" = 'unwanted', "wantsStaff" = false,
      "dueAt" = CASE c."state" WHEN 'wanted' THEN c."dueAt" ELSE ${now}::timestamptz END
    FROM "order" o WHERE o."id" = c."orderId" AND c."state" IN ('wanted', 'booked')
      AND c."dueAt" IS NOT NULL AND o."state" IN ('placed', 'cancelled')`;
  return tx.$queryRaw<CarrierErrand[]>`
    UPDATE "consignment" SET "tries" = "tries" + 1,
      "dueAt" = ${now}::timestamptz + make_interval(secs => least(${LONGEST_WAIT_S}, ${FIRST_WAIT_S} * power(2, least("tries", 10))))
    WHERE "id" IN (
      SELECT "id" FROM "consignment" WHERE "carrier" = ${carrier} AND "dueAt" <= ${now}
      ORDER BY "dueAt", "id" LIMIT ${most} FOR UPDATE SKIP LOCKED)
    RETURNING "id" AS "consignmentId", "orderId", "state"::text, "clientCode", "tracking", "tries"`;
}

/** The ward that an order goes to. */
export async function wardOf(tx: Tx, orderId: string): Promise<WardCodes> {
  const select = { provinceCode: true, wardCode: true } as const;
  return tx.order.findUniqueOrThrow({ where: { id: orderId }, select });
}

/** An order as a carrier is told of it: each box a piece, in Vietnamese. */
export async function parcelOf(tx: Tx, orderId: string, clientCode: string): Promise<Parcel> {
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    include: {
      ward: { include: { province: true } },
      payment: true,
      gift: true,
      boxes: {
        where: { unpacking: null },
        orderBy: [{ packedAt: 'asc' }, { id: 'asc' }],
        select: { grams: true, product: { select: { nameVi: true } } },
      },
    },
  });
  const { gift, ward, payment } = order;
  return {
    clientCode,
    typedTracking: null,
    to: {
      name: gift?.recipientName ?? order.buyerName,
      phone: gift?.recipientPhone ?? order.phone,
      street: order.street,
      ward: ward.nameVi,
      province: ward.province.nameVi,
    },
    pieces: order.boxes.map(({ grams, product }) => ({ name: product.nameVi, grams })),
    collect: order.method === 'cod' && payment ? missingOf(payment) : dong(0),
    note: order.note,
  };
}
