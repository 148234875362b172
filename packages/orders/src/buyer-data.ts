import { type DataRequestKind, fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { type ConsentState, consentsOf, withdrawConsent } from './consents.ts';
import { keptUntil } from './erase-old-orders.ts';
import { WANTED } from './lock-order.ts';
import { orderTerms } from './order-terms.ts';
import { eraseRatingsOf } from './ratings/erase-rating.ts';

/** Why nothing is told or erased. */
export type DataRefusal = { code: 'order_unknown' };

/** Everything that is kept of a buyer by one order, whose key proves who asks. */
export interface BuyerData {
  order: Record<string, unknown>;
  terms: { slug: string; number: number }[];
  consents: ConsentState[];
  reports: { at: Date; kind: string; words: string | null; phone: string | null }[];
  requests: { kind: DataRequestKind; at: Date }[];
  /** Other orders of the same number, each opened by a key of its own. */
  otherOrders: { code: string; placedAt: Date }[];
  /** From when on name, phone and street are erased: the law keeps them until then. */
  keptUntil: Date;
}

/** A request as the office sees it. */
export interface DataRequestRow {
  id: string;
  kind: DataRequestKind;
  /** Null: asked by an account, for all that is kept of its number. */
  orderCode: string | null;
  phoneMask: string | null;
  at: Date;
  erased: string[];
  keptUntil: Date | null;
}

/** Writes down that an order's buyer asked for what is kept of them. */
export async function askExport(tx: Tx, moment: Moment, orderId: string): Promise<void> {
  await tx.dataRequest.create({
    data: { id: newId('dat', moment), kind: 'export', orderId, at: moment.now, erased: [] },
  });
}

/** All that is kept of an order's buyer. */
export async function orderData(tx: Tx, code: string): Promise<Result<BuyerData, DataRefusal>> {
  const found = await orderOf(tx, code);
  if (!found || found.phone === '') return fail({ code: 'order_unknown' });
  const { id, phone, lines, payment, shipment, dataRequests: requests, ...order } = found;
  const others = await tx.order.findMany({
    where: { phone, id: { not: id } },
    select: { code: true, placedAt: true },
    orderBy: { placedAt: 'desc' },
  });
  return ok({
    order: { ...order, phone, lines: lines.map(lineTold), payment, shipment },
    terms: await orderTerms(tx, id),
    consents: await consentsOf(tx, phone),
    reports: await reportsOf(tx, id, phone),
    requests: requests.map(({ kind, at }) => ({ kind, at })),
    otherOrders: others,
    keptUntil: await contractKeptUntil(tx, found),
  });
}

/**
 * Erases what no law obliges to keep: consents are taken back, words and number of reports about the order's boxes go,
 * ratings are erased, and so do the note and the present's card and recipient of an order that has ended, also where they
 * stood before a change. The rest stays until its day, which is answered.
 */
export async function askErasure(
  tx: Tx,
  moment: Moment,
  asked: { code: string; locale: string; page: string },
): Promise<Result<{ erased: string[]; keptUntil: Date }, DataRefusal>> {
  const order = await orderOf(tx, asked.code);
  if (!order || order.phone === '') return fail({ code: 'order_unknown' });
  const { id: orderId, phone } = order;
  const { locale, page } = asked;
  const erased: string[] = [];
  for (const { purpose } of (await consentsOf(tx, phone)).filter(({ given }) => given))
    if (await withdrawConsent(tx, moment, { phone, purpose, locale, page, orderId })) erased.push(purpose);
  const reports = await tx.boxReport.updateMany({
    where: { phone, erasedAt: null, box: { orderId } },
    data: { words: null, phone: null, erasedAt: moment.now, erasedBy: 'buyer' },
  });
  if (reports.count > 0) erased.push('reports');
  const ended = order.state === 'delivered' || order.state === 'cancelled';
  if (ended && order.note !== null) {
    await tx.order.update({ where: { id: orderId }, data: { note: null } });
    erased.push('note');
  }
  if (ended && order.gift !== null) {
    await tx.orderGift.delete({ where: { orderId } });
    erased.push('gift');
  }
  if (ended)
    await tx.$executeRaw`
    UPDATE "order_change" SET "before" = change_without_words("before"), "after" = change_without_words("after")
    WHERE "orderId" = ${orderId}`;
  if ((await eraseRatingsOf(tx, moment, orderId)) > 0) erased.push('ratings');
  const until = await contractKeptUntil(tx, order);
  await tx.dataRequest.create({
    data: {
      ...{ id: newId('dat', moment), kind: 'erase', orderId, at: moment.now },
      ...{ erased, keptUntil: until },
    },
  });
  return ok({ erased, keptUntil: until });
}

/** The newest requests, for the office. */
export async function dataRequests(tx: Tx, limit: number): Promise<DataRequestRow[]> {
  const rows = await tx.dataRequest.findMany({
    include: { order: { select: { code: true } } },
    orderBy: { at: 'desc' },
    take: limit,
  });
  return rows.map(({ order, orderId: _orderId, ...row }) => ({ ...row, orderCode: order?.code ?? null }));
}

function orderOf(tx: Tx, code: string) {
  return tx.order.findUnique({
    where: { code },
    select: {
      ...{ id: true, code: true, state: true, placedAt: true, buyerName: true, phone: true },
      ...{ provinceCode: true, wardCode: true, street: true, note: true, locale: true, method: true },
      ...{ goodsDong: true, deliveryDong: true, totalDong: true },
      ...{ leaveOn: true, arriveFrom: true, arriveOn: true, ripeness: true },
      gift: { omit: { orderId: true } },
      invoice: { omit: { orderId: true } },
      lines: {
        where: WANTED,
        select: { quantity: true, lineDong: true, product: { select: { slug: true } } },
      },
      payment: { select: { state: true, purpose: true, createdAt: true } },
      shipment: { select: { carrier: true, tracking: true, shippedAt: true } },
      dataRequests: { select: { kind: true, at: true }, orderBy: { at: 'asc' } },
    },
  });
}

function lineTold(line: { quantity: number; lineDong: bigint; product: { slug: string } }) {
  return { product: line.product.slug, quantity: line.quantity, dong: line.lineDong };
}

function reportsOf(tx: Tx, orderId: string, phone: string): Promise<BuyerData['reports']> {
  return tx.boxReport.findMany({
    where: { phone, box: { orderId } },
    select: { at: true, kind: true, words: true, phone: true },
    orderBy: { at: 'asc' },
  });
}

async function contractKeptUntil(tx: Tx, order: { id: string; placedAt: Date }): Promise<Date> {
  const last = await tx.orderStep.findFirst({ where: { orderId: order.id }, orderBy: { at: 'desc' } });
  return keptUntil(last && last.at > order.placedAt ? last.at : order.placedAt);
}
