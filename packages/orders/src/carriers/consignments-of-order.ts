import type { CarrierState, ConsignmentState, Moment, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import type { CarrierNews } from './carrier.ts';
import { trackingLink } from './tracking-link.ts';

/** An order's way with a carrier, as staff see it. */
export interface ConsignmentView {
  id: string;
  carrier: string;
  state: ConsignmentState;
  tracking: string | null;
  link: string | null;
  sortCode: string | null;
  fee: Dong | null;
  expectedAt: Date | null;
  trouble: string | null;
  tries: number;
  dueAt: Date | null;
  wantedAt: Date;
  whereabouts: CarrierState | null;
  wantsStaff: boolean;
  /** That it was refused since the carrier's list has no ward that is surely this one. */
  wardUnknown: boolean;
}

/** A thing that a carrier told of an order. */
export interface CarrierEventView {
  carrier: string;
  tracking: string | null;
  said: string;
  state: CarrierState;
  at: Date;
  heardAt: Date;
  /** Why, as its call said. */
  reason: { code: string | null; words: string | null } | null;
}

/** What was asked of carriers for an order, newest first. */
export async function consignmentsOfOrder(tx: Tx, orderId: string): Promise<ConsignmentView[]> {
  const rows = await tx.consignment.findMany({
    where: { orderId },
    orderBy: [{ wantedAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(({ orderId: _of, clientCode: _code, wantedBy: _by, feeDong, ...row }) => ({
    ...row,
    fee: feeDong === null ? null : dong(feeDong),
    link: trackingLink(row.carrier, row.tracking),
  }));
}

/** All that carriers told of an order, in the order in which it happened. */
export async function carrierEventsOfOrder(tx: Tx, orderId: string): Promise<CarrierEventView[]> {
  const events = await tx.carrierEvent.findMany({
    where: { consignment: { orderId } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: { consignment: { select: { carrier: true, tracking: true, reasons: true } } },
  });
  return events.map(({ said, state, at, heardAt, consignment: { reasons, ...of } }) => ({
    ...of,
    ...{ said, state, at, heardAt, reason: reasonOf(reasons, { said, at }) },
  }));
}

/** A call and the parcel's log may tell one thing a few minutes apart. */
const NEAR_MS = 600_000;

/** Why a carrier told something, by the call that came nearest to it. */
export function reasonOf(
  reasons: readonly { said: string; at: Date; code: string | null; words: string | null }[],
  event: { said: string; at: Date },
): CarrierEventView['reason'] {
  const apart = ({ at }: { at: Date }) => Math.abs(+at - +event.at);
  const [nearest] = reasons
    .filter((reason) => reason.said === event.said && apart(reason) <= NEAR_MS)
    .sort((a, b) => apart(a) - apart(b));
  return nearest ? { code: nearest.code, words: nearest.words } : null;
}

/**
 * Takes a carrier's call as a bell: what it is about is asked after soon; only why something is so is
 * kept as it was called, since nothing else tells it. Says whether there is such a parcel; both of its
 * codes must be right.
 */
export async function ringConsignment(
  tx: Tx,
  { now }: Moment,
  carrier: string,
  { tracking, clientCode, reason }: CarrierNews,
): Promise<{ consignmentId: string } | null> {
  const found = await tx.consignment.findUnique({ where: { clientCode } });
  if (!found || found.carrier !== carrier || found.tracking !== tracking) return null;
  if (reason)
    await tx.carrierReason.createMany({
      data: { consignmentId: found.id, ...reason, heardAt: now },
      skipDuplicates: true,
    });
  // What is being cancelled is asked for that first.
  if (found.state === 'booked')
    await tx.consignment.update({ where: { id: found.id }, data: { dueAt: now, tries: 0 } });
  return { consignmentId: found.id };
}

/** The number with which a carrier has an order; null: none has. */
export async function bookedFor(
  tx: Tx,
  orderId: string,
): Promise<{ carrier: string; tracking: string } | null> {
  const found = await tx.consignment.findFirst({ where: { orderId, state: 'booked' } });
  return found?.tracking ? { carrier: found.carrier, tracking: found.tracking } : null;
}
