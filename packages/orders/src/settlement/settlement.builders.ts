import { type Database, vietnamDay } from '@baunghe/db';
import { recordHarvest } from '@baunghe/farm';
import { dong } from '@baunghe/money';
import { receivePayment } from '@baunghe/payments';
import { addSharingRule, deliverOrder, packBox, shipOrder } from '../index.ts';
import { aHarvest, aRi6Shop, at, checkOut, kept, STAFF } from '../shop.builders.ts';

/** The day on which everything is delivered. */
const DELIVERED = new Date('2026-06-07T03:00:00Z');

/** A day of June 2026. */
export const june = (day: number) => new Date(Date.UTC(2026, 5, day));

/** At ten in the morning of a day of June. */
export const on = (day: number) => at(new Date(+june(day) + 3 * 3_600_000));

/** A shop with a lot of each of two members, and a rule that leaves them nine tenths from January on. */
export async function aSeason(db: Database, rule: { claimsOnMember?: boolean } = {}) {
  await aRi6Shop(db);
  await db.member.create({
    data: { id: 'mem_2', code: 'XV02', name: 'Xã viên hai', joinedOn: new Date('2020-01-01') },
  });
  const plot = { code: 'T02', name: 'Vườn hai', memberId: 'mem_2', areaM2: 9000, outline: [] };
  await db.plot.create({ data: { id: 'plo_2', ...plot } });
  await db.plotTrees.create({
    data: { plotId: 'plo_2', varietyCode: 'RI6', count: 90, plantedYear: 2012 },
  });
  const first = await aHarvest(db, DELIVERED, 200_000);
  const entry = { plotId: 'plo_2', varietyCode: 'RI6', grade: 'A', grams: 200_000, photoId: null };
  const cut = await kept(db, (tx) =>
    recordHarvest(tx, at(DELIVERED), STAFF, { ...entry, cutOn: vietnamDay(DELIVERED) }),
  );
  if (!cut.ok) throw new Error(cut.error.code);
  const added = await kept(db, (tx) =>
    addSharingRule(tx, at(DELIVERED), STAFF, {
      fromDay: new Date('2026-01-01'),
      keeps: { kind: 'percent', hundredths: 1000 },
      claimsOnMember: rule.claimsOnMember ?? false,
      note: null,
    }),
  );
  if (!added.ok) throw new Error(added.error.code);
  return { lots: [first, cut.value.lotId] as const };
}

/** An order of boxes of 10 kg, packed of the given lots box by box, sent, paid and delivered at a moment. */
export async function aDelivery(
  db: Database,
  lots: readonly string[],
  {
    method = 'cod',
    moment = at(DELIVERED),
    phone,
  }: { method?: 'cod' | 'vietqr'; moment?: ReturnType<typeof at>; phone?: string } = {},
) {
  const cart = [{ productId: 'pro_box', quantity: lots.length }];
  const placed = await checkOut(db, DELIVERED, cart, method, phone === undefined ? {} : { phone });
  if (!placed.ok) throw new Error(placed.error.code);
  const { orderId } = placed.value;
  if (method === 'vietqr') {
    const { amountDong } = await db.payment.findUniqueOrThrow({ where: { orderId } });
    const money = { source: 'staff', reference: orderId, amount: dong(amountDong), into: 'bank' } as const;
    await kept(db, (tx) => receivePayment(tx, at(DELIVERED), { orderId, ...money, byUser: null }));
  }
  const { id: lineId } = await db.orderLine.findFirstOrThrow({ where: { orderId } });
  const boxIds: string[] = [];
  for (const lotId of lots) {
    const box = { orderId, lineId, lotId, units: 1, grams: 10_000, lotReason: 'thử' };
    const packed = await kept(db, (tx) => packBox(tx, at(DELIVERED), STAFF, box));
    if (!packed.ok) throw new Error(packed.error.code);
    boxIds.push(packed.value.boxId);
  }
  const shipping = { orderId, carrier: 'Xe thử', tracking: null };
  const shipped = await kept(db, (tx) => shipOrder(tx, moment, STAFF, shipping));
  const delivered = await kept(db, (tx) => deliverOrder(tx, moment, STAFF, orderId));
  if (!shipped.ok || !delivered.ok) throw new Error('not delivered');
  return { orderId, lineId, boxIds };
}
