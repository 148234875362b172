import { type CarrierState, newId, type Tx } from '@baunghe/db';
import { Chance } from './chance.ts';
import type { DemoStaff } from './sales.ts';

const HOUR_MS = 3_600_000;

/** A parcel's way at GHN, in its words, and how many hours ago. */
const ON_ITS_WAY: [said: string, state: CarrierState, hours: number][] = [
  ['ready_to_pick', 'waiting', 9],
  ['picked', 'collected', 7],
  ['storing', 'stored', 5],
  ['transporting', 'moving', 3],
  ['delivering', 'delivering', 1],
];
const NOBODY_HOME: typeof ON_ITS_WAY = [
  ...ON_ITS_WAY.slice(0, 4),
  ['delivering', 'delivering', 2],
  ['delivery_fail', 'failed', 0.5],
];

/**
 * Of the orders that left today one is on its way with GHN and one could not be delivered; one that is packed was
 * refused. By dice of its own, and due at no hour: nobody is asked about made-up parcels.
 */
export async function carrySome(tx: Tx, now: Date, staff: DemoStaff): Promise<void> {
  const chance = new Chance(95_212_342);
  const left = await tx.order.findMany({ where: { state: 'shipped' }, orderBy: { id: 'asc' }, take: 2 });
  for (const [at, { id, code }] of left.entries())
    await carry(tx, chance, now, staff, { id, code }, at === 0 ? ON_ITS_WAY : NOBODY_HOME);
  const packed = await tx.order.findFirst({ where: { state: 'packed' }, orderBy: { id: 'asc' } });
  if (!packed) return;
  const refused = { ...wanted(chance, now, staff, packed), state: 'refused', wantsStaff: true } as const;
  await tx.consignment.create({
    data: { ...refused, trouble: 'Phường/xã nhận chưa hỗ trợ giao (minh họa)' },
  });
}

function wanted(chance: Chance, now: Date, staff: DemoStaff, order: { id: string; code: string }) {
  const wantedAt = new Date(+now - 10 * HOUR_MS);
  const id = newId('cns', chance.at(wantedAt));
  return {
    id,
    orderId: order.id,
    carrier: 'ghn',
    clientCode: `${order.code}-1`,
    wantedBy: staff.userId,
    wantedAt,
  };
}

async function carry(
  tx: Tx,
  chance: Chance,
  now: Date,
  staff: DemoStaff,
  order: { id: string; code: string },
  stops: typeof ON_ITS_WAY,
): Promise<void> {
  const tracking = `MINHHOA${order.code.slice(-4)}`;
  await tx.shipment.update({ where: { orderId: order.id }, data: { carrier: 'GHN', tracking } });
  const whereabouts = stops.at(-1)?.[1] ?? null;
  const booked = {
    ...({ state: 'booked', tracking, sortCode: '19-60-06', feeDong: 53_900n, whereabouts } as const),
    wantsStaff: whereabouts === 'failed',
  };
  const { id } = await tx.consignment.create({ data: { ...wanted(chance, now, staff, order), ...booked } });
  const at = new Date(+now - 0.5 * HOUR_MS);
  const why = { said: 'delivery_fail', code: 'GHN-DFC1A4', words: 'Minh họa', at, heardAt: at };
  if (whereabouts === 'failed') await tx.carrierReason.create({ data: { consignmentId: id, ...why } });
  await tx.carrierEvent.createMany({
    data: stops.map(([said, state, hours]) => {
      const at = new Date(+now - hours * HOUR_MS);
      return { consignmentId: id, said, state, at, heardAt: at };
    }),
  });
}
