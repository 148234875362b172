import type { OrderState, PaymentMethod, PaymentState, ReturnOutcome, Ripeness, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { missingOf } from '@baunghe/payments';
import type { DeliveryDay } from './delivery/delivery-days.ts';
import type { Gift, InvoiceTo } from './delivery/keep-wishes.ts';
import { wishesOf } from './delivery/wishes-of.ts';
import { WANTED } from './lock-order.ts';
import { type SharedBox, shareOfBox } from './money-of-return.ts';
import { unitsPacked } from './pack-box.ts';
import { type RateTax, taxesOf } from './vat/vat-of-sold.ts';

/** An order as its buyer and the staff see it. */
export interface OrderView {
  id: string;
  code: string;
  state: OrderState;
  placedAt: Date;
  locale: string;
  demo: boolean;
  buyer: { name: string; phone: string; street: string; note: string | null };
  ward: { nameVi: string; nameEn: string };
  province: { nameVi: string; nameEn: string };
  method: PaymentMethod;
  goods: Dong;
  delivery: Dong;
  /** What its voucher takes off at most. */
  discount: Dong;
  /** What it takes off what was packed; null before, and where nothing is paid by weight. */
  finalDiscount: Dong | null;
  /** VAT within what is paid, by its rate in hundredths of a percent; empty where none applies. */
  taxes: RateTax[];
  /** The code of the voucher that it uses. */
  voucher: string | null;
  /** What is to be paid at most. */
  total: Dong;
  /** What the packed fruit costs in all; null before, and where nothing is paid by weight. */
  final: Dong | null;
  /** `missing`: what is still to come in, at the door where it is paid there. */
  payment: { state: PaymentState; purpose: string; receivedAt: Date | null; missing: Dong };
  lines: OrderLineView[];
  boxes: BoxView[];
  steps: { from: OrderState | null; to: OrderState; at: Date; byUser: string | null; why: string | null }[];
  shipment: { carrier: string; tracking: string | null; shippedAt: Date } | null;
  /** When it is to leave and to arrive; null where no day was to be had. */
  day: DeliveryDay | null;
  /** How ripe its fruit is wished to be; null: as the orchard thinks best. */
  ripeness: Ripeness | null;
  gift: Gift | null;
  invoice: InvoiceTo | null;
}

/** A line of an order. */
export interface OrderLineView {
  id: string;
  product: {
    id: string;
    slug: string;
    nameVi: string;
    nameEn: string;
    nameZh: string | null;
    varietyCode: string;
    grade: string;
    saleUnit: 'kg' | 'piece' | 'box';
    picture: string;
  };
  quantity: number;
  unitGrams: number;
  unitPrice: Dong;
  lineSum: Dong;
  /** What of a line by weight is known beforehand, and what the scale said; null where it is sold by the unit. */
  byWeight: { mostGrams: number; estimate: Dong; final: { grams: number; sum: Dong } | null } | null;
  packedUnits: number;
  /** Of fruit about to pass, sold for less: the lot that it comes from, and what it is best before. */
  marked: { batch: string; bestBefore: Date } | null;
  /** The stars that its buyer gave it; null before. */
  stars: number | null;
  /** Whether they erased their rating again. */
  ratingErased: boolean;
}

/** A packed box of an order. */
export interface BoxView {
  id: string;
  lineId: string;
  gtin: string;
  serial: string;
  batch: string;
  cutOn: Date;
  grams: number;
  units: number;
  packedAt: Date;
  /** Why it is not of the lot that is best before the earliest day. */
  lotReason: string | null;
  /** That it came back, and what became of its fruit. */
  returned: { at: Date; grams: number; outcome: ReturnOutcome; owed: Dong; owedWhy: string | null } | null;
  /** What its fruit cost its buyer. */
  share: Dong;
}

/** One order by id or code, or null. */
export async function orderView(tx: Tx, by: { id: string } | { code: string }): Promise<OrderView | null> {
  const order = await tx.order.findUnique({
    where: by as { id: string },
    include: {
      ward: { include: { province: true } },
      lines: {
        where: WANTED,
        include: {
          product: { include: { variety: true } },
          rating: { select: { stars: true, erasedAt: true } },
          markdown: { select: { lot: { select: { batch: true, bestBefore: true } } } },
        },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
      },
      boxes: {
        where: { unpacking: null },
        include: { lot: true, returned: true },
        orderBy: { packedAt: 'asc' },
      },
      steps: { orderBy: { id: 'asc' } },
      shipment: true,
      payment: true,
      gift: true,
      invoice: true,
      voucherUse: { select: { voucher: { select: { code: true } } } },
    },
  });
  if (!order?.payment) return null;
  const { payment, ward, shipment } = order;
  return {
    id: order.id,
    code: order.code,
    state: order.state,
    placedAt: order.placedAt,
    locale: order.locale,
    demo: order.demo,
    buyer: { name: order.buyerName, phone: order.phone, street: order.street, note: order.note },
    ward: { nameVi: ward.nameVi, nameEn: ward.nameEn },
    province: { nameVi: ward.province.nameVi, nameEn: ward.province.nameEn },
    ...wishesOf(order),
    method: order.method,
    goods: dong(order.goodsDong),
    delivery: dong(order.deliveryDong),
    discount: dong(order.discountDong),
    finalDiscount: order.finalDiscountDong === null ? null : dong(order.finalDiscountDong),
    voucher: order.voucherUse?.voucher.code ?? null,
    taxes: taxesOf(order),
    total: dong(order.totalDong),
    final: order.finalDong === null ? null : dong(order.finalDong),
    payment: {
      ...{ state: payment.state, purpose: payment.purpose, receivedAt: payment.receivedAt },
      missing: missingOf(payment),
    },
    lines: order.lines.map((line) => lineView(line, order.boxes)),
    boxes: order.boxes.map((box) => boxView(box, shareOf(order, box))),
    steps: order.steps.map(({ fromState, toState, at, byUser, why }) => ({
      from: fromState,
      to: toState,
      at,
      byUser,
      why,
    })),
    shipment: shipment && {
      carrier: shipment.carrier,
      tracking: shipment.tracking,
      shippedAt: shipment.shippedAt,
    },
  };
}

interface LineRow {
  id: string;
  quantity: number;
  unitGrams: number;
  unitPriceDong: bigint;
  lineDong: bigint;
  mostGrams: number | null;
  estimateDong: bigint | null;
  finalGrams: number | null;
  finalDong: bigint | null;
  product: Omit<OrderLineView['product'], 'picture'> & { variety: { picture: string } };
  rating: { stars: number; erasedAt: Date | null } | null;
  markdown: { lot: { batch: string; bestBefore: Date } } | null;
}

function lineView(line: LineRow, boxes: readonly { lineId: string; units: number }[]): OrderLineView {
  const { id, slug, nameVi, nameEn, nameZh, varietyCode, grade, saleUnit, variety } = line.product;
  return {
    id: line.id,
    product: { id, slug, nameVi, nameEn, nameZh, varietyCode, grade, saleUnit, picture: variety.picture },
    quantity: line.quantity,
    unitGrams: line.unitGrams,
    unitPrice: dong(line.unitPriceDong),
    lineSum: dong(line.lineDong),
    byWeight: byWeight(line),
    packedUnits: unitsPacked(boxes, line.id),
    marked: line.markdown?.lot ?? null,
    stars: line.rating?.erasedAt ? null : (line.rating?.stars ?? null),
    ratingErased: line.rating?.erasedAt != null,
  };
}

function shareOf(
  order: SharedBox['order'] & { lines: readonly (SharedBox['line'] & { id: string })[] },
  box: { lineId: string; units: number; grams: number },
): Dong {
  const line = order.lines.find(({ id }) => id === box.lineId);
  return line ? shareOfBox({ ...box, line, order }) : dong(0);
}

function byWeight({ mostGrams, estimateDong, finalGrams, finalDong }: LineRow): OrderLineView['byWeight'] {
  if (mostGrams === null) return null;
  const final = finalGrams === null ? null : { grams: finalGrams, sum: dong(finalDong ?? 0n) };
  return { mostGrams, estimate: dong(estimateDong ?? 0n), final };
}

type BoxRow = Omit<BoxView, 'batch' | 'cutOn' | 'returned' | 'share'> & {
  lot: { batch: string; cutOn: Date };
  returned: {
    at: Date;
    grams: number;
    outcome: ReturnOutcome;
    owedDong: bigint;
    owedWhy: string | null;
  } | null;
};

function boxView(box: BoxRow, share: Dong): BoxView {
  const { id, lineId, gtin, serial, grams, units, packedAt, lotReason, lot } = box;
  const returned = box.returned && {
    at: box.returned.at,
    grams: box.returned.grams,
    outcome: box.returned.outcome,
    owed: dong(box.returned.owedDong),
    owedWhy: box.returned.owedWhy,
  };
  const { batch, cutOn } = lot;
  return { id, lineId, gtin, serial, batch, cutOn, grams, units, packedAt, lotReason, returned, share };
}
