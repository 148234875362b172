import { afterAll, beforeAll, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await aShop(4);
  await shop.cut('plo_named', 200_000);
});
afterAll(() => shop.close());

it('a box sent twice to be unpacked is unpacked once, and anyone is told at its code', async () => {
  const packer = await shop.as(await shop.personWith(['packer']));
  const placed = await (await shop.as()).checkout.place(aForm());
  if (!placed.ok) throw new Error(placed.error.code);
  const { code } = placed.value;
  const order = await shop.db.order.findUniqueOrThrow({
    where: { code },
    include: { lines: { include: { reservations: true } } },
  });
  const [line] = order.lines;
  const lotId = line?.reservations[0]?.lotId ?? '';
  const chosen = { orderId: order.id, lineId: line?.id ?? '', lotId, units: 1, grams: 10_000 };
  const box = await packer.officeOrders.packBox({ key: crypto.randomUUID(), ...chosen });
  if (!box.ok) throw new Error(box.error.code);
  const { boxId, gtin, serial } = box.value;
  const undone = { key: crypto.randomUUID(), boxId, fate: 'returned' as const, reason: 'Nhầm lô' };
  const first = await packer.unpacking.unpack(undone);
  expect(first).toEqual({ ok: true, value: { serial, unitsKept: 1 } });
  expect(await packer.unpacking.unpack(undone)).toEqual(first);
  expect(await packer.unpacking.ofOrder({ code })).toMatchObject([{ serial, reason: 'Nhầm lô' }]);
  const anyone = await shop.as();
  const story = await anyone.boxes.story({ gtin, serial, batch: null });
  expect(story).toMatchObject({ ok: true, value: { unpackedAt: expect.any(Date) } });
  expect(JSON.stringify(story)).not.toContain('Nhầm lô');
  const again = { ...undone, key: crypto.randomUUID() };
  expect(await packer.unpacking.unpack(again)).toMatchObject({ error: { code: 'box_unpacked' } });
});
