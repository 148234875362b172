import { type CarrierState, lockRows, type Moment, type Tx } from '@baunghe/db';
import { deliverOrder } from '../deliver-order.ts';
import { shipOrder } from '../ship-order.ts';
import type { Carrier, Stop } from './carrier.ts';

/** What became of an order by what its carrier told. */
export interface StopsNoted {
  orderId: string;
  shipped: boolean;
  delivered: boolean;
}

/** After these a carrier tells nothing more. */
const ENDED: ReadonlySet<CarrierState> = new Set(['delivered', 'returned', 'cancelled', 'damaged', 'lost']);
/** These do not say that the fruit has left the house. */
const STILL_HERE: ReadonlySet<CarrierState> = new Set([
  'waiting',
  'collecting',
  'cancelled',
  'trouble',
  'unknown',
]);
/** In these somebody here has to see to it. */
const WANTS_STAFF: ReadonlySet<CarrierState> = new Set([
  ...(['failed', 'returning', 'returned', 'cancelled', 'trouble', 'damaged', 'lost', 'unknown'] as const),
]);
const ASK_AGAIN_MS = 3_600_000;

/**
 * Keeps the stops that a carrier told of a parcel: those known already change nothing, late ones stand where they belong.
 * Fruit that it collected has been shipped, what it delivered is delivered, both as if staff had said so; what it cannot
 * deliver is for staff.
 */
export async function noteStops(
  tx: Tx,
  moment: Moment,
  by: { gln: string; gs1Prefix: string; carrier: Pick<Carrier, 'name'> },
  consignmentId: string,
  stops: readonly Stop[],
): Promise<StopsNoted> {
  const { orderId } = await tx.consignment.findUniqueOrThrow({ where: { id: consignmentId } });
  // Before its consignment, as everybody who moves an order does.
  await lockRows(tx, 'order', [orderId]);
  await lockRows(tx, 'consignment', [consignmentId]);
  const heardAt = moment.now;
  const { count: news } = await tx.carrierEvent.createMany({
    data: stops.map((stop) => ({ ...stop, consignmentId, heardAt })),
    skipDuplicates: true,
  });
  const events = await tx.carrierEvent.findMany({
    where: { consignmentId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const whereabouts = events.at(-1)?.state ?? null;
  const done = await moveOrder(tx, moment, by, consignmentId, events);
  const current = await tx.consignment.findUniqueOrThrow({ where: { id: consignmentId } });
  if (current.state !== 'booked') return { orderId, ...done };
  const inTrouble = whereabouts !== null && WANTS_STAFF.has(whereabouts);
  const ended = whereabouts !== null && ENDED.has(whereabouts);
  const seen = news === 0 && current.whereabouts === whereabouts;
  await tx.consignment.update({
    where: { id: consignmentId },
    data: {
      whereabouts,
      wantsStaff: done.refused || (inTrouble && (seen ? current.wantsStaff : true)),
      trouble: null,
      tries: 0,
      dueAt: ended ? null : new Date(heardAt.getTime() + ASK_AGAIN_MS),
      ...(whereabouts === 'cancelled' ? { state: 'cancelled' as const } : {}),
    },
  });
  return { orderId, ...done };
}

async function moveOrder(
  tx: Tx,
  moment: Moment,
  by: { gln: string; gs1Prefix: string; carrier: Pick<Carrier, 'name'> },
  consignmentId: string,
  events: readonly { state: CarrierState }[],
): Promise<{ shipped: boolean; delivered: boolean; refused: boolean }> {
  const { orderId, tracking, state } = await tx.consignment.findUniqueOrThrow({
    where: { id: consignmentId },
  });
  const stateNow = async () => (await tx.order.findUniqueOrThrow({ where: { id: orderId } })).state;
  const done = { shipped: false, delivered: false, refused: false };
  if (state !== 'booked') return done;
  const system = { userId: null, gln: by.gln, gs1Prefix: by.gs1Prefix };
  if ((await stateNow()) === 'packed' && events.some((event) => !STILL_HERE.has(event.state))) {
    const shipped = await shipOrder(tx, moment, system, { orderId, carrier: by.carrier.name, tracking });
    done.shipped = shipped.ok;
    done.refused = !shipped.ok;
  }
  if ((await stateNow()) === 'shipped' && events.at(-1)?.state === 'delivered') {
    const delivered = await deliverOrder(tx, moment, system, orderId);
    // A refusal after the step would leave half of it: the whole telling is taken back, and asked again.
    if (!delivered.ok) throw new Error(`${orderId}: ${delivered.error.code}`);
    done.delivered = true;
  }
  return done;
}
