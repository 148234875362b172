import { randomBytes } from 'node:crypto';
import { ghnCarrier } from '@baunghe/orders';
import { LocalGhn } from '@baunghe/orders/testing';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';
import type { Caller } from './index.ts';

let ghn: LocalGhn;
let shop: Shop;
let packer: Caller;
let clock: Date;

beforeAll(async () => {
  ghn = await LocalGhn.open();
  clock = new Date();
  const moment = () => ({ now: clock, random: randomBytes });
  const carrier = ghnCarrier(ghn.settings);
  shop = await aShop(6, { moment, carrier, carrierCalls: true });
  packer = await shop.as(await shop.personWith(['packer']));
  await shop.cut('plo_named', 900_000);
});
afterAll(async () => {
  await shop.close();
  await ghn.close();
});
beforeEach(() => {
  ghn.failing = null;
  ghn.losesAnswer = false;
  ghn.wards = null;
});

const key = () => crypto.randomUUID();
const later = (minutes: number) => {
  clock = new Date(clock.getTime() + minutes * 60_000);
};

/** An order of so many boxes, packed. */
async function packed(boxes = 1) {
  const guest = await shop.as();
  const lines = [{ productId: 'pro_box', quantity: boxes }];
  const { total } = await guest.products.priceCart({ lines, provinceCode: '75' });
  const placed = await guest.checkout.place(aForm({ lines, seenTotal: total }));
  if (!placed.ok) throw new Error(placed.error.code);
  const { code, orderKey } = placed.value;
  const order = await shop.db.order.findUniqueOrThrow({ where: { code }, include: { lines: true } });
  const lineId = order.lines[0]?.id ?? '';
  const [lot] = await packer.officeOrders.lotsForLine({ lineId });
  for (let box = 0; box < boxes; box += 1) {
    const packing = {
      key: key(),
      orderId: order.id,
      lineId,
      lotId: lot?.lotId ?? '',
      units: 1,
      grams: 10_000,
    };
    expect(await packer.officeOrders.packBox(packing)).toMatchObject({ ok: true });
  }
  return { id: order.id, code, orderKey };
}

const of = (orderId: string) => packer.carriers.ofOrder({ orderId });
const newest = async (orderId: string) => (await of(orderId)).consignments[0];
const stateOf = async (id: string) => (await shop.db.order.findUniqueOrThrow({ where: { id } })).state;
const want = (orderId: string) => packer.carriers.want({ key: key(), orderId });

async function booked() {
  const order = await packed();
  expect(await want(order.id)).toMatchObject({ ok: true });
  await shop.gate.runCarrierErrands();
  return { ...order, atGhn: ghn.of(`${order.code}-1`) };
}

/** GHN's people move a parcel on, and GHN calls. */
async function told(
  order: Awaited<ReturnType<typeof booked>>,
  status: string,
  at = clock,
  why?: { code: string; words: string },
) {
  const body = ghn.move(order.atGhn, status, at, why);
  const guest = await shop.as();
  const answer = await guest.carriers.told({ secret: ghn.settings.webhookSecret, body });
  await shop.gate.runCarrierErrands();
  return { answer, body };
}

it('a packed order is booked after its transaction, once however often it is wanted, and leaves when GHN has it', async () => {
  const order = await packed();
  const form = { key: key(), orderId: order.id };
  expect(await Promise.all([packer.carriers.want(form), packer.carriers.want(form)])).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  expect(await want(order.id)).toMatchObject({ error: { code: 'consignment_alive' } });
  expect(await newest(order.id)).toMatchObject({ state: 'wanted', tracking: null });
  const [one, two] = await Promise.all([shop.gate.runCarrierErrands(), shop.gate.runCarrierErrands()]);
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

it('what is delivered is delivered as staff would say it, its cash booked once, by calls that come twice and out of order', async () => {
  const order = await booked();
  const [hour, two] = [new Date(+clock + 3_600_000), new Date(+clock + 7_200_000)];
  const { body } = await told(order, 'delivered', two);
  expect(await stateOf(order.id)).toBe('delivered');
  const guest = await shop.as();
  for (let calls = 0; calls < 3; calls += 1)
    expect(await guest.carriers.told({ secret: ghn.settings.webhookSecret, body })).toMatchObject({
      value: 'noted',
    });
  await told(order, 'delivering', hour);
  const { events } = await of(order.id);
  expect(events.map(({ said, state }) => [said, state])).toEqual([
    ['delivering', 'delivering'],
    ['delivered', 'delivered'],
  ]);
  expect(await newest(order.id)).toMatchObject({ whereabouts: 'delivered', wantsStaff: false, dueAt: null });
  expect(await shop.db.paymentEvent.count({ where: { payment: { orderId: order.id } } })).toBe(1);
  const own = { code: order.code, orderKey: order.orderKey };
  expect(await guest.carriers.ownWay(own)).toMatchObject({
    value: { stops: [{ state: 'delivering' }, { state: 'delivered' }], photos: [] },
  });
});

it('cash that GHN collects is held by it until it hands it over, once, less what it keeps, as the bank tells', async () => {
  const accountant = await shop.as(await shop.personWith(['accountant']));
  const before = (await accountant.carriers.cash()).held[0]?.orders.length ?? 0;
  const orders = [await booked(), await booked()];
  for (const order of orders) await told(order, 'delivered');
  const [held] = (await accountant.carriers.cash()).held;
  expect(held).toMatchObject({ carrier: 'ghn' });
  expect(held?.orders).toHaveLength(before + 2);
  const own = (await packed()).id;
  for (const step of ['ship', 'deliver'] as const)
    expect(
      await packer.officeOrders[step]({ key: key(), orderId: own, carrier: 'Xe nhà', tracking: null }),
    ).toMatchObject({ ok: true });
  expect((await accountant.carriers.cash()).held[0]?.orders).toHaveLength(before + 2);
  const standsAt = async (account: string) =>
    Number((await accountant.money.books()).find((row) => row.account === account)?.dong ?? 0);
  const [carriers, fees, bank] = [await standsAt('carriers'), await standsAt('fees'), await standsAt('bank')];
  expect(carriers).toBe(held?.amount);
  const file = `Ngày;Số tham chiếu;Ghi nợ;Ghi có;Nội dung\n12/06/2026;GHN-1;;1800001;GHN COD\n`;
  await accountant.bank.takeStatement({ file: new TextEncoder().encode(file), columns: null });
  const line = (await accountant.carriers.cash()).lines.find(({ reference }) => reference === 'GHN-1');
  const payout = {
    ...{ carrier: 'ghn', orderIds: orders.map(({ id }) => id), amount: 1_800_001 },
    ...{ through: 'bank' as const, reference: 'GHN-1', lineId: line?.id ?? '' },
  };
  const take = (change: { amount?: number; orderIds?: string[] } = {}) =>
    accountant.carriers.takePayout({ key: key(), ...payout, ...change });
  expect(await take({ amount: 1_860_001 })).toMatchObject({
    error: { code: 'payout_too_much', most: 1_860_000 },
  });
  expect(await take({ amount: 1_800_000 })).toMatchObject({ error: { code: 'payout_differs' } });
  expect(await take({ orderIds: [own] })).toMatchObject({ error: { code: 'cash_unknown' } });
  const both = await Promise.all([take(), take()]);
  expect(both.filter(({ ok }) => ok)).toMatchObject([{ value: { fee: 59_999 } }]);
  expect(both.filter(({ ok }) => !ok)).toMatchObject([{ error: { code: 'cash_unknown' } }]);
  expect([await standsAt('carriers'), await standsAt('fees'), await standsAt('bank')]).toEqual([
    carriers - 1_860_000,
    fees + 59_999,
    bank + 1_800_001,
  ]);
  const { lines, payouts } = await accountant.carriers.cash();
  expect(lines.some(({ reference }) => reference === 'GHN-1')).toBe(false);
  expect(payouts).toMatchObject([{ amount: 1_800_001, fee: 59_999, orders: 2 }]);
  const { rows } = await accountant.bank.lines({ show: 'all', after: null });
  expect(rows.find(({ reference }) => reference === 'GHN-1')?.is).toMatchObject({
    kind: 'carrier',
    note: 'ghn',
  });
  const again = shop.db.carrierCash.updateMany({ data: { payoutId: payouts[0]?.id ?? '' } });
  await expect(again).rejects.toThrow('carrier_cash_once');
  const forged = shop.db.posting.create({
    data: { journalId: (await shop.db.journal.findFirstOrThrow()).id, account: 'carriers', dong: 1n },
  });
  await expect(forged).rejects.toThrow();
});

it('a ward that GHN spells otherwise is found, and one that it has not waits for somebody to say which it is', async () => {
  ghn.wards = [
    { _id: 11, name: 'Phường Phước Bình' },
    { _id: 12, name: 'Xã Phước Lợi', extension_names: ['P. Phuoc Loi'] },
  ];
  const order = await packed();
  await want(order.id);
  await shop.gate.runCarrierErrands();
  expect(await newest(order.id)).toMatchObject({ state: 'refused', wardUnknown: true, wantsStaff: true });
  expect([...ghn.orders.values()].some(({ asked }) => asked.client_order_code === `${order.code}-1`)).toBe(
    false,
  );
  expect(await packer.carriers.wardsFor({ orderId: order.id })).toMatchObject({
    value: { ward: 'Phước Long', names: ['Phường Phước Bình', 'Xã Phước Lợi'] },
  });
  const name = (name: string) => packer.carriers.nameWard({ key: key(), orderId: order.id, name });
  expect(await name('Phường Nào Đó')).toMatchObject({ error: { code: 'ward_not_listed' } });
  expect(await name('Phường Phước Bình')).toMatchObject({ ok: true });
  await shop.gate.runCarrierErrands();
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

it('what cannot be delivered is on the board until somebody saw to it, and again when it comes to nothing', async () => {
  const order = await booked();
  await told(order, 'picked');
  const onBoard = async () => (await packer.officeOrders.boardCounts()).toDo.carrier;
  const before = await onBoard();
  later(60);
  await told(order, 'delivery_fail', clock, { code: 'GHN-DFC1A4', words: 'Không nghe máy' });
  await told(order, 'delivery_fail', clock, { code: 'GHN-DFC1A4', words: 'Không nghe máy' });
  const nobodyHome = { said: 'delivery_fail', reason: { code: 'GHN-DFC1A4', words: 'Không nghe máy' } };
  expect((await of(order.id)).events.at(-1)).toMatchObject(nobodyHome);
  expect(await onBoard()).toBe(before + 1);
  const { id: consignmentId = '' } = (await newest(order.id)) ?? {};
  expect(await packer.carriers.lookedAt({ key: key(), consignmentId })).toMatchObject({ ok: true });
  later(61);
  await shop.gate.runCarrierErrands();
  expect(await onBoard()).toBe(before);
  later(1);
  await told(order, 'teleported');
  expect(await onBoard()).toBe(before + 1);
  expect((await of(order.id)).events.at(-1)).toMatchObject({ said: 'teleported', state: 'unknown' });
  later(1);
  await told(order, 'delivering');
  expect(await onBoard()).toBe(before);
  later(1);
  await told(order, 'returned');
  expect(await newest(order.id)).toMatchObject({ whereabouts: 'returned', wantsStaff: true, dueAt: null });
  expect(await stateOf(order.id)).toBe('shipped');
});

it('a refusal is shown with the words of GHN, is not asked again, and the order leaves by hand or is wanted anew', async () => {
  const order = await packed();
  await shop.db.order.update({ where: { id: order.id }, data: { phone: '+12025550123' } });
  await want(order.id);
  await shop.gate.runCarrierErrands();
  expect(await newest(order.id)).toMatchObject({
    state: 'refused',
    trouble: 'to_phone is not valid',
    wantsStaff: true,
    dueAt: null,
  });
  await shop.db.order.update({ where: { id: order.id }, data: { phone: '+84900000099' } });
  later(1);
  expect(await want(order.id)).toMatchObject({ ok: true });
  await shop.gate.runCarrierErrands();
  expect((await of(order.id)).consignments).toMatchObject([
    { state: 'booked' },
    { state: 'refused', wantsStaff: false },
  ]);
  const byHand = { key: key(), orderId: order.id, carrier: 'Xe nhà', tracking: 'X1' };
  expect(await packer.officeOrders.ship(byHand)).toMatchObject({ ok: true });
  await shop.gate.runCarrierErrands();
  expect(await newest(order.id)).toMatchObject({ state: 'cancelled' });
  expect(ghn.of(`${order.code}-2`).status).toBe('cancel');
});

it('a carrier that does not answer is asked less and less often, and an answer that was lost makes no second parcel', async () => {
  const order = await packed();
  ghn.failing = 'breaks';
  await want(order.id);
  await shop.gate.runCarrierErrands();
  expect(await newest(order.id)).toMatchObject({ state: 'wanted', tries: 1, wantsStaff: false });
  expect(await shop.gate.runCarrierErrands()).toBe(0);
  later(1);
  ghn.failing = null;
  ghn.losesAnswer = true;
  await shop.gate.runCarrierErrands();
  expect(await newest(order.id)).toMatchObject({ state: 'wanted', tries: 2 });
  expect(ghn.of(`${order.code}-1`)).toBeDefined();
  ghn.losesAnswer = false;
  later(1);
  await shop.gate.runCarrierErrands();
  expect(await newest(order.id)).toMatchObject({ state: 'booked', tries: 0 });
  const codes = [...ghn.orders.values()].map(({ asked }) => asked.client_order_code);
  expect(codes.filter((code) => code === `${order.code}-1`)).toHaveLength(1);
});

it('an order opened again is taken back from its carrier, also where the answer was lost; what GHN keeps is for staff', async () => {
  const [lost, kept] = [await packed(), await booked()];
  ghn.losesAnswer = true;
  await want(lost.id);
  await shop.gate.runCarrierErrands();
  ghn.losesAnswer = false;
  const boxId = (await shop.db.box.findFirstOrThrow({ where: { orderId: lost.id } })).id;
  const opened = { key: key(), boxId, reason: 'Nhầm', fate: 'returned' as const };
  expect(await packer.unpacking.unpack(opened)).toMatchObject({ ok: true });
  const gone = await packed();
  await want(gone.id);
  const byHand = { key: key(), orderId: gone.id, carrier: 'Xe nhà', tracking: 'X2' };
  expect(await packer.officeOrders.ship(byHand)).toMatchObject({ ok: true });
  ghn.move(kept.atGhn, 'storing', clock);
  const { id: consignmentId = '' } = (await newest(kept.id)) ?? {};
  await packer.carriers.unwant({ key: key(), consignmentId });
  later(1);
  await shop.gate.runCarrierErrands();
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

it('a call with a wrong secret, of an unknown parcel or of another one with our code changes nothing', async () => {
  const order = await booked();
  const guest = await shop.as();
  const body = ghn.move(order.atGhn, 'lost', clock);
  const secret = ghn.settings.webhookSecret;
  expect(await guest.carriers.told({ secret: 'guessed', body })).toMatchObject({
    error: { code: 'secret_wrong' },
  });
  for (const change of [{ OrderCode: 'LZZZZ9' }, { ClientOrderCode: 'BN0-1' }, { ClientOrderCode: '' }])
    expect(
      await guest.carriers.told({ secret, body: JSON.stringify({ ...JSON.parse(body), ...change }) }),
    ).toEqual({ ok: true, value: 'ignored' });
  expect((await newest(order.id))?.dueAt?.getTime()).toBeGreaterThan(+clock);
  // A call that lies is asked after, and the answer counts.
  order.atGhn.log.length = 0;
  order.atGhn.status = 'ready_to_pick';
  expect(await guest.carriers.told({ secret, body })).toMatchObject({ value: 'noted' });
  await shop.gate.runCarrierErrands();
  expect(await newest(order.id)).toMatchObject({ state: 'booked', whereabouts: null });
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

it('whatever GHN tells, in whatever order, an order ends as the newest of it says', async () => {
  const statuses = fc.constantFrom(
    'picking',
    'picked',
    'storing',
    'delivering',
    'delivery_fail',
    'delivered',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(statuses, fc.integer({ min: 1, max: 90 })), { minLength: 1, maxLength: 5 }),
      async (moves) => {
        const order = await booked();
        const start = +clock;
        for (const [status, minutes] of moves) await told(order, status, new Date(start + minutes * 60_000));
        const { events } = await of(order.id);
        const state = await stateOf(order.id);
        const left = events.some((event) => event.state !== 'collecting');
        const delivered = moves.some(([status]) => status === 'delivered');
        expect(state === 'packed').toBe(!left);
        if (events.at(-1)?.state === 'delivered') expect(state).toBe('delivered');
        if (!delivered) expect(state).not.toBe('delivered');
      },
    ),
    { numRuns: 4 },
  );
});
