import type { PaymentMethod, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { missingOf } from '@baunghe/payments';

/** A load handed to a carrier, as its manifest lists it. */
export interface Handover {
  orderCode: string;
  carrier: string;
  tracking: string | null;
  sscc: string | null;
  shippedAt: Date;
  buyerName: string;
  phone: string;
  street: string;
  ward: { nameVi: string; nameEn: string };
  province: { nameVi: string; nameEn: string };
  method: PaymentMethod;
  boxes: number;
  grams: number;
  /** What the carrier is to bring back in cash. */
  collect: Dong;
}

/** What was handed over from `from` until before `until`, in the order in which it left; `carrier`: to that one alone. */
export async function handovers(
  tx: Tx,
  of: { from: Date; until: Date; carrier: string | null },
): Promise<Handover[]> {
  const shipments = await tx.shipment.findMany({
    where: { shippedAt: { gte: of.from, lt: of.until }, ...(of.carrier ? { carrier: of.carrier } : {}) },
    orderBy: [{ carrier: 'asc' }, { shippedAt: 'asc' }, { id: 'asc' }],
    include: {
      order: {
        include: {
          ward: { include: { province: true } },
          boxes: { where: { unpacking: null }, select: { grams: true } },
          payment: true,
        },
      },
    },
  });
  return shipments.map(({ carrier, tracking, sscc, shippedAt, order }) => ({
    orderCode: order.code,
    carrier,
    tracking,
    sscc,
    shippedAt,
    buyerName: order.buyerName,
    phone: order.phone,
    street: order.street,
    ward: { nameVi: order.ward.nameVi, nameEn: order.ward.nameEn },
    province: { nameVi: order.ward.province.nameVi, nameEn: order.ward.province.nameEn },
    method: order.method,
    boxes: order.boxes.length,
    grams: order.boxes.reduce((grams, box) => grams + box.grams, 0),
    collect: order.method === 'cod' && order.payment ? missingOf(order.payment) : dong(0),
  }));
}

/** The load of an order that left: what its label says; null before it left, and for loads without an SSCC. */
export async function loadOfOrder(
  tx: Tx,
  code: string,
): Promise<{ sscc: string; carrier: string; boxes: number; grams: number; provinceVi: string } | null> {
  const order = await tx.order.findUnique({
    where: { code },
    include: {
      shipment: true,
      ward: { include: { province: true } },
      boxes: { where: { unpacking: null }, select: { grams: true } },
    },
  });
  if (!order?.shipment?.sscc) return null;
  return {
    sscc: order.shipment.sscc,
    carrier: order.shipment.carrier,
    boxes: order.boxes.length,
    grams: order.boxes.reduce((grams, box) => grams + box.grams, 0),
    provinceVi: order.ward.province.nameVi,
  };
}
