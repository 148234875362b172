import sharp from 'sharp';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { aCarriedShop, key } from './carriers.builders.ts';

const { ghn, shop, packer, errands, of, want, packed, booked, told, newest, stateOf, now, later, close } =
  await aCarriedShop();
afterAll(() => close());
beforeEach(() => {
  ghn.failing = null;
  ghn.losesAnswer = false;
  ghn.wards = null;
});

it('a packed order is booked after its transaction, once however often it is wanted, and leaves when GHN has it', async () => {
  const order = await packed();
  const form = { key: key(), orderId: order.id };
  expect(await Promise.all([packer.carriers.want(form), packer.carriers.want(form)])).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  expect(await want(order.id)).toMatchObject({ error: { code: 'consignment_alive' } });
  expect(await newest(order.id)).toMatchObject({ state: 'wanted', tracking: null });
  const [one, two] = await Promise.all([errands(), errands()]);
  expect(one + two).toBe(1);
  const atGhn = ghn.of(`${order.code}-1`);
  expect(atGhn.asked).toMatchObject({ to_ward_name: 'Phước Long', cod_amount: 930_000, weight: 10_000 });
  expect(await newest(order.id)).toMatchObject({
    state: 'booked',
    tracking: atGhn.order_code,
    fee: 53_900,
    link: `https://donhang.ghn.vn/?order_code=${atGhn.order_code}`,
  });
  expect(await stateOf(order.id)).toBe('packed');
  await told({ ...order, atGhn }, 'picked');
  const shipment = await shop.db.shipment.findUniqueOrThrow({ where: { orderId: order.id } });
  expect(shipment).toMatchObject({ carrier: 'GHN', tracking: atGhn.order_code, shippedBy: null });
});

it('a ward that GHN spells otherwise is found, and one that it has not waits for somebody to say which it is', async () => {
  ghn.wards = [
    { _id: 11, name: 'Phường Phước Bình' },
    { _id: 12, name: 'Xã Phước Lợi', extension_names: ['P. Phuoc Loi'] },
  ];
  const order = await packed();
  await want(order.id);
  await errands();
  expect(await newest(order.id)).toMatchObject({ state: 'refused', wardUnknown: true, wantsStaff: true });
  expect([...ghn.orders.values()].some(({ asked }) => asked.client_order_code === `${order.code}-1`)).toBe(
    false,
  );
  expect(await packer.carriers.wardsFor({ orderId: order.id })).toMatchObject({
    value: { ward: 'Phước Long', names: ['Phường Phước Bình', 'Xã Phước Lợi'], called: null },
  });
  const name = (name: string) => packer.carriers.nameWard({ key: key(), orderId: order.id, name });
  expect(await name('Phường Nào Đó')).toMatchObject({ error: { code: 'ward_not_listed' } });
  expect(await name('Phường Phước Bình')).toMatchObject({ ok: true });
  expect((await of(order.id)).ward).toMatchObject({ name: 'Phường Phước Bình' });
  await errands();
  expect((await of(order.id)).wardTold).toBe('Phường Phước Bình');
  const next = await booked();
  for (const { atGhn } of [{ atGhn: ghn.of(`${order.code}-2`) }, next])
    expect(atGhn.asked).toMatchObject({ to_ward_name: 'Phường Phước Bình', to_province_name: 'Đồng Nai' });
  await shop.db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.carrierWard.deleteMany();
  });
  ghn.wards = [{ _id: 13, name: 'P. Phước Lonq', extension_names: ['phuoclong'] }];
  expect((await booked()).atGhn.asked).toMatchObject({ to_ward_name: 'P. Phước Lonq' });
});

it('a refusal is shown with the words of GHN, is not asked again, and the order leaves by hand or is wanted anew', async () => {
  const order = await packed();
  await shop.db.order.update({ where: { id: order.id }, data: { phone: '+12025550123' } });
  await want(order.id);
  await errands();
  expect(await newest(order.id)).toMatchObject({
    state: 'refused',
    trouble: 'to_phone is not valid',
    wantsStaff: true,
    dueAt: null,
  });
  await shop.db.order.update({ where: { id: order.id }, data: { phone: '+84900000099' } });
  later(1);
  expect(await want(order.id)).toMatchObject({ ok: true });
  await errands();
  expect((await of(order.id)).consignments).toMatchObject([
    { state: 'booked' },
    { state: 'refused', wantsStaff: false },
  ]);
  const byHand = { key: key(), orderId: order.id, carrier: 'Xe nhà', tracking: 'X1' };
  expect(await packer.officeOrders.ship(byHand)).toMatchObject({ ok: true });
  await errands();
  expect(await newest(order.id)).toMatchObject({ state: 'cancelled' });
  expect(ghn.of(`${order.code}-2`).status).toBe('cancel');
});

it('a carrier that does not answer is asked less and less often, and an answer that was lost makes no second parcel', async () => {
  const order = await packed();
  ghn.failing = 'breaks';
  await want(order.id);
  await errands();
  expect(await newest(order.id)).toMatchObject({ state: 'wanted', tries: 1, wantsStaff: false });
  expect(await errands()).toBe(0);
  later(1);
  ghn.failing = null;
  ghn.losesAnswer = true;
  await errands();
  expect(await newest(order.id)).toMatchObject({ state: 'wanted', tries: 2 });
  expect(ghn.of(`${order.code}-1`)).toBeDefined();
  ghn.losesAnswer = false;
  later(1);
  await errands();
  expect(await newest(order.id)).toMatchObject({ state: 'booked', tries: 0 });
  const codes = [...ghn.orders.values()].map(({ asked }) => asked.client_order_code);
  expect(codes.filter((code) => code === `${order.code}-1`)).toHaveLength(1);
});

it('an order opened again is taken back from its carrier, also where the answer was lost; what GHN keeps is for staff', async () => {
  const [lost, kept] = [await packed(), await booked()];
  ghn.losesAnswer = true;
  await want(lost.id);
  await errands();
  ghn.losesAnswer = false;
  const boxId = (await shop.db.box.findFirstOrThrow({ where: { orderId: lost.id } })).id;
  const opened = { key: key(), boxId, reason: 'Nhầm', fate: 'returned' as const };
  expect(await packer.unpacking.unpack(opened)).toMatchObject({ ok: true });
  const gone = await packed();
  await want(gone.id);
  const byHand = { key: key(), orderId: gone.id, carrier: 'Xe nhà', tracking: 'X2' };
  expect(await packer.officeOrders.ship(byHand)).toMatchObject({ ok: true });
  ghn.move(kept.atGhn, 'storing', now());
  const { id: consignmentId = '' } = (await newest(kept.id)) ?? {};
  await packer.carriers.unwant({ key: key(), consignmentId });
  later(1);
  await errands();
  expect(await newest(lost.id)).toMatchObject({ state: 'cancelled' });
  expect(ghn.of(`${lost.code}-1`).status).toBe('cancel');
  expect(await newest(gone.id)).toMatchObject({ state: 'cancelled', tracking: null });
  expect(await newest(kept.id)).toMatchObject({ state: 'unwanted', wantsStaff: true, dueAt: null });
  const along = { key: key(), orderId: kept.id, carrier: 'GHN', tracking: kept.atGhn.order_code };
  expect(await packer.officeOrders.ship(along)).toMatchObject({ ok: true });
  expect(await newest(kept.id)).toMatchObject({ state: 'booked', wantsStaff: false });
});

it('too heavy a parcel is refused before anybody is asked, and one of no carrier set up as well', async () => {
  const order = await packed(6);
  expect(await want(order.id)).toMatchObject({ error: { code: 'parcel_over_weight', mostGrams: 50_000 } });
  expect(await want('ord_none')).toMatchObject({ error: { code: 'order_unknown' } });
  const many = { key: key(), codes: [order.code], carrier: null };
  expect(await packer.bulkSteps.want(many)).toMatchObject([{ answer: { ok: false } }]);
  expect(await packer.bulkSteps.ship(many)).toMatchObject([
    { answer: { error: { code: 'carrier_wanted' } } },
  ]);
});

it('photos of handing over are kept once by their hash, for staff, and those of the door for their buyer alone', async () => {
  const [order, other] = [await packed(), await packed()];
  const flat = { create: { width: 8, height: 6, channels: 3 as const, background: '#6b8' } };
  const photo = new Uint8Array(await sharp(flat).jpeg().toBuffer());
  const ship = { key: key(), orderId: order.id, carrier: 'Xe nhà', tracking: null };
  expect(await packer.officeOrders.ship({ ...ship, photo: new Uint8Array([1]) })).toMatchObject({
    error: { code: 'photo_unreadable' },
  });
  expect(await packer.officeOrders.ship({ ...ship, photo })).toMatchObject({ ok: true });
  later(1);
  expect(await packer.officeOrders.deliver({ key: key(), orderId: order.id, photo })).toMatchObject({
    ok: true,
  });
  const [given, door] = (await of(order.id)).photos;
  expect([given?.to, door?.to]).toEqual(['carrier', 'buyer']);
  const guest = await shop.as();
  const own = { code: order.code, orderKey: order.orderKey };
  const seen = (of: typeof own, photoId = '') => guest.carriers.ownPhoto({ ...of, photoId });
  expect(await seen(own, door?.id)).toMatchObject({ ok: true });
  expect(await seen(own, given?.id)).toMatchObject({ ok: false });
  expect(await seen({ code: other.code, orderKey: other.orderKey }, door?.id)).toMatchObject({ ok: false });
  expect(await packer.carriers.photo({ photoId: given?.id ?? '' })).toMatchObject({ ok: true });
  expect(await guest.buyerData.erase({ key: key(), ...own, locale: 'vi' })).toMatchObject({
    value: { erased: ['photos'] },
  });
  expect(await seen(own, door?.id)).toMatchObject({ ok: false });
  await expect(shop.db.handoverPhoto.deleteMany()).rejects.toThrow('handover_photo_stays');
  await expect(shop.db.carrierEvent.deleteMany()).rejects.toThrow('append_only');
});
