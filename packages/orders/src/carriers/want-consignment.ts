import {
  type ConsignmentState,
  fail,
  type Moment,
  newId,
  ok,
  type Prisma,
  type Result,
  type Tx,
} from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { missingOf } from '@baunghe/payments';
import { lockOrder } from '../lock-order.ts';
import type { NoWay } from '../order-ways.ts';
import type { Carrier } from './carrier.ts';

/** Why an order cannot be given to a carrier, or not be taken back from it. */
export type ConsignmentRefusal =
  | { code: 'order_unknown' }
  | { code: 'consignment_unknown' }
  /** Of the demo season: there is nobody at its door. */
  | { code: 'order_demo' }
  /** The carrier has it already, or is being asked. */
  | { code: 'consignment_alive' }
  | { code: 'parcel_over_weight'; mostGrams: number }
  | { code: 'collect_over_most'; most: Dong }
  | NoWay;

/**
 * Wants a packed order taken by a carrier that is spoken to. Nobody is asked yet: that is an errand, done once this is
 * committed. A carrier that refused before may be asked again, under a new code.
 */
export async function wantConsignment(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  orderId: string,
  { key, limits }: Pick<Carrier, 'key' | 'limits'>,
): Promise<Result<{ consignmentId: string }, ConsignmentRefusal>> {
  const order = await lockOrder(tx, orderId);
  if (!order) return fail({ code: 'order_unknown' });
  if (order.demo) return fail({ code: 'order_demo' });
  if (order.state !== 'packed') return fail({ code: 'order_state', state: order.state });
  const before = await tx.consignment.findMany({ where: { orderId }, select: { state: true } });
  if (before.some(({ state }) => state === 'wanted' || state === 'booked'))
    return fail({ code: 'consignment_alive' });
  const grams = order.boxes.reduce((sum, box) => sum + box.grams, 0);
  if (limits.grams !== null && grams > limits.grams)
    return fail({ code: 'parcel_over_weight', mostGrams: limits.grams });
  const collect = order.method === 'cod' && order.payment ? missingOf(order.payment) : dong(0);
  if (limits.collect !== null && collect > limits.collect)
    return fail({ code: 'collect_over_most', most: limits.collect });
  await tx.consignment.updateMany({ where: { orderId, state: 'refused' }, data: { wantsStaff: false } });
  const { now } = moment;
  const data = { id: newId('cns', moment), orderId, carrier: key, wantedBy: by.userId, wantedAt: now };
  const clientCode = `${order.code}-${before.length + 1}`;
  await tx.consignment.create({ data: { ...data, clientCode, dueAt: now } });
  return ok({ consignmentId: data.id });
}

/** Takes an order back from a carrier that was asked, or asks it again to let go of it. */
export async function unwantConsignment(
  tx: Tx,
  moment: Moment,
  consignmentId: string,
): Promise<Result<void, ConsignmentRefusal>> {
  const count = await letGo(tx, moment, { id: consignmentId }, ['booked', 'unwanted']);
  return count === 0 ? fail({ code: 'consignment_unknown' }) : ok(undefined);
}

/** Says that somebody has seen to what a carrier told; the next trouble is shown again. */
export async function lookedAtConsignment(
  tx: Tx,
  consignmentId: string,
): Promise<Result<void, ConsignmentRefusal>> {
  const { count } = await tx.consignment.updateMany({
    where: { id: consignmentId },
    data: { wantsStaff: false },
  });
  return count === 0 ? fail({ code: 'consignment_unknown' }) : ok(undefined);
}

/** What has left another way is taken back from the carrier; `tracking` is the number that it left with. */
export async function leaveCarriers(
  tx: Tx,
  moment: Moment,
  { orderId, tracking }: { orderId: string; tracking: string | null },
): Promise<void> {
  const others = tracking === null ? {} : { OR: [{ tracking: null }, { tracking: { not: tracking } }] };
  await letGo(tx, moment, { orderId, ...others }, ['booked']);
  // One that could not be cancelled, and took it along after all.
  if (tracking !== null)
    await tx.consignment.updateMany({
      where: { orderId, tracking, state: 'unwanted' },
      data: { state: 'booked', dueAt: moment.now, wantsStaff: false, trouble: null },
    });
  await tx.consignment.updateMany({ where: { orderId, state: 'refused' }, data: { wantsStaff: false } });
}

/**
 * What is booked is cancelled at once. One that is only wanted may be being asked for this very moment: it is let go of
 * when that question has had its time, so that its answer is known by then.
 */
async function letGo(
  tx: Tx,
  { now }: Moment,
  which: Prisma.ConsignmentWhereInput,
  atOnce: ConsignmentState[],
): Promise<number> {
  const gone = { state: 'unwanted', wantsStaff: false } as const;
  const wanted = await tx.consignment.updateMany({ where: { ...which, state: 'wanted' }, data: gone });
  const booked = await tx.consignment.updateMany({
    where: { ...which, state: { in: atOnce } },
    data: { ...gone, dueAt: now },
  });
  return wanted.count + booked.count;
}
