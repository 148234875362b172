import { afterAll, beforeAll, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';
import type { Caller } from './index.ts';

let shop: Shop;
let packer: Caller;

beforeAll(async () => {
  shop = await aShop(4);
  packer = await shop.as(await shop.personWith(['packer']));
  await shop.cut('plo_named', 100_000);
});
afterAll(() => shop.close());

async function anOrder() {
  const guest = await shop.as();
  const placed = await guest.checkout.place(aForm());
  if (!placed.ok) throw new Error(placed.error.code);
  return shop.db.order.findUniqueOrThrow({ where: { code: placed.value.code }, include: { lines: true } });
}

async function pack({ id: orderId, lines }: Awaited<ReturnType<typeof anOrder>>) {
  const lineId = lines[0]?.id ?? '';
  const [lot] = await packer.officeOrders.lotsForLine({ lineId });
  const key = crypto.randomUUID();
  const box = { key, orderId, lineId, lotId: lot?.lotId ?? '', units: 1, grams: 10_000 };
  expect(await packer.officeOrders.packBox(box)).toMatchObject({ ok: true });
}

it('several orders leave at once, each by itself: one refused holds up no other, and twice is once', async () => {
  const [packed, waiting] = [await anOrder(), await anOrder()];
  await pack(packed);
  const codes = [waiting.code, packed.code, 'BN2222222', packed.code];
  const form = {
    key: crypto.randomUUID(),
    codes,
    carrier: 'Xe lạnh thử',
    trackings: { [packed.code]: 'X1' },
  };
  const answers = await packer.bulkSteps.ship(form);
  expect(answers).toMatchObject([
    { code: waiting.code, answer: { error: { code: 'order_state', state: 'placed' } } },
    { code: packed.code, answer: { ok: true } },
    { code: 'BN2222222', answer: { error: { code: 'order_unknown' } } },
  ]);
  expect(await Promise.all([packer.bulkSteps.ship(form), packer.bulkSteps.ship(form)])).toEqual([
    answers,
    answers,
  ]);
  expect(await shop.db.shipment.findMany({ where: { orderId: packed.id } })).toMatchObject([
    { tracking: 'X1' },
  ]);
  const delivered = await packer.bulkSteps.deliver({ key: crypto.randomUUID(), codes: [packed.code] });
  expect(delivered).toMatchObject([{ answer: { ok: true } }]);
  expect(await shop.db.paymentEvent.count({ where: { payment: { orderId: packed.id } } })).toBe(1);
  const nobody = { key: crypto.randomUUID(), codes: [waiting.code], carrier: null };
  expect(await packer.bulkSteps.ship(nobody)).toMatchObject([
    { answer: { error: { code: 'carrier_wanted' } } },
  ]);
  const again = await packer.bulkSteps.deliver({ key: crypto.randomUUID(), codes: [packed.code] });
  expect(again).toMatchObject([{ answer: { error: { code: 'order_state', state: 'delivered' } } }]);
});

it('the pick list sums what is promised by lot and place, and says which lot is not to be taken and why', async () => {
  const [one, two] = [await anOrder(), await anOrder()];
  const codes = [one.code, two.code];
  const list = await packer.officeOrders.pickList({ day: null, codes });
  expect(list).toMatchObject({
    lots: [{ grams: 20_000, place: null, stopped: null }],
    places: [{ place: null, grams: 20_000 }],
    orders: [{ code: one.code, lines: [{ takes: [{ grams: 10_000 }] }] }, { code: two.code }],
  });
  await shop.db.lot.updateMany({ data: { heldReason: 'Chờ phòng thử' } });
  const held = await packer.officeOrders.pickList({ day: null, codes: [one.code] });
  expect(held).toMatchObject({
    lots: [{ grams: 10_000, stopped: { kind: 'held', reason: 'Chờ phòng thử' } }],
    places: [],
  });
});
