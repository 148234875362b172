import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';
import type { Caller } from './index.ts';

const NOWHERE_PUBLIC = /Người Mua Thử|900000099|Số nhà riêng|Ghi chú riêng|Người Kín Tiếng|usr_|mem_/;

let shop: Shop;
let guest: Caller;
let named: Caller;
let unnamed: Caller;
let packer: Caller;
let manager: Caller;
let batch: { named: string; unnamed: string };
let order: { code: string; orderKey: string };
let another: { code: string; orderKey: string };

beforeAll(async () => {
  shop = await aShop();
  guest = await shop.as();
  named = await shop.as(await shop.personWith(['member'], 'mem_named'));
  unnamed = await shop.as(await shop.personWith(['member'], 'mem_unnamed'));
  packer = await shop.as(await shop.personWith(['packer']));
  manager = await shop.as(await shop.personWith(['manager']));
  batch = { named: await shop.cut('plo_named', 60_000), unnamed: await shop.cut('plo_unnamed', 60_000) };
  order = await place({ note: 'Ghi chú riêng' });
  another = await place({ buyerName: 'Người Khác', phone: '0900000098', method: 'vietqr' });
});
afterAll(() => shop.close());

async function place(more: Parameters<typeof aForm>[0]) {
  const placed = await guest.checkout.place(aForm(more));
  if (!placed.ok) throw new Error(placed.error.code);
  return placed.value;
}

/** Packs the order's one box out of the lot of the member who is not named, and sends it. */
async function packAndShip(code: string): Promise<{ gtin: string; serial: string }> {
  const seen = await packer.officeOrders.one({ code });
  if (!seen.ok) throw new Error(seen.error.code);
  const lot = await shop.db.lot.findUniqueOrThrow({ where: { batch: batch.unnamed } });
  const orderId = seen.value.id;
  const box = { orderId, lineId: seen.value.lines[0]?.id ?? '', lotId: lot.id, units: 1, grams: 10_300 };
  const packed = await packer.officeOrders.packBox({ key: crypto.randomUUID(), ...box });
  if (!packed.ok) throw new Error(packed.error.code);
  const shipping = { key: crypto.randomUUID(), orderId, carrier: 'Xe nhà', tracking: null };
  expect(await packer.officeOrders.ship(shipping)).toEqual({ ok: true, value: undefined });
  return packed.value;
}

describe('a member', () => {
  const harvestOn = (plotId: string) => ({
    key: crypto.randomUUID(),
    plotId,
    varietyCode: 'RI6',
    grade: 'A' as const,
    grams: 5000,
    cutOn: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10),
    photo: null,
  });

  it('is shown their own plots and lots, and no others', async () => {
    expect((await named.harvests.plots()).map(({ id }) => id)).toEqual(['plo_named']);
    expect((await unnamed.harvests.plots()).map(({ id }) => id)).toEqual(['plo_unnamed']);
    expect((await named.harvests.lots()).map((lot) => lot.batch)).toEqual([batch.named]);
    expect((await unnamed.harvests.lots()).map((lot) => lot.batch)).toEqual([batch.unnamed]);
  });

  it('is told the same of another’s lot as of one that there is not', async () => {
    expect(await named.harvests.lot({ batch: batch.named })).toMatchObject({ ok: true });
    const unknown = { ok: false, error: { code: 'lot_unknown' } };
    expect(await named.harvests.lot({ batch: batch.unnamed })).toEqual(unknown);
    expect(await named.harvests.lot({ batch: 'NOSUCHLOT' })).toEqual(unknown);
  });

  it('is told the same of another’s plot as of one that there is not, and records nothing on it', async () => {
    const before = await shop.db.harvest.count();
    const unknown = { ok: false, error: { code: 'plot_unknown' } };
    expect(await named.harvests.record(harvestOn('plo_unnamed'))).toEqual(unknown);
    expect(await named.harvests.record(harvestOn('plo_nowhere'))).toEqual(unknown);
    expect(await shop.db.harvest.count()).toBe(before);
  });

  it('without a member’s record has no plot and no lot', async () => {
    const headers = await shop.personWith(['member']);
    const nobodys = await shop.as(headers);
    expect(await nobodys.harvests.plots()).toEqual([]);
    expect(await nobodys.harvests.lots()).toEqual([]);
    expect(await nobodys.harvests.record(harvestOn('plo_named'))).toEqual({
      ok: false,
      error: { code: 'plot_unknown' },
    });
  });

  it('who packs sees every lot, and still records on their own plots only', async () => {
    const both = await shop.as(await shop.personWith(['member', 'packer'], 'mem_unnamed'));
    expect((await both.harvests.lots()).map((lot) => lot.batch).sort()).toEqual(Object.values(batch).sort());
    expect(await both.harvests.record(harvestOn('plo_named'))).toMatchObject({
      error: { code: 'plot_unknown' },
    });
  });

  it('is no measure for staff: packer and manager see every lot, the manager every plot', async () => {
    for (const staff of [packer, manager]) {
      expect((await staff.harvests.lots()).map((lot) => lot.batch).sort()).toEqual(
        Object.values(batch).sort(),
      );
      expect(await staff.harvests.lot({ batch: batch.unnamed })).toMatchObject({ ok: true });
    }
    expect((await manager.harvests.plots()).map(({ id }) => id).sort()).toEqual(['plo_named', 'plo_unnamed']);
  });
});

describe('an order', () => {
  it('opens to its own key only, however the code is typed', async () => {
    const typed = ` ${order.code.slice(0, 4).toLowerCase()}-${order.code.slice(4)} `;
    for (const code of [order.code, typed]) {
      expect(await guest.checkout.follow({ code, orderKey: order.orderKey })).toMatchObject({
        ok: true,
        value: { code: order.code, buyer: { name: 'Người Mua Thử' } },
      });
    }
    const unknown = { ok: false, error: { code: 'order_unknown' } };
    const wrong = [another.orderKey, '', order.orderKey.slice(1), `${order.orderKey}A`, 'ặ'.repeat(22)];
    for (const orderKey of wrong) {
      expect(await guest.checkout.follow({ code: order.code, orderKey })).toEqual(unknown);
      expect(await guest.checkout.transferPicture({ code: order.code, orderKey })).toEqual(unknown);
    }
    expect(await guest.checkout.follow({ code: 'BN0000000', orderKey: order.orderKey })).toEqual(unknown);
  });

  it('gives its transfer to its own key only', async () => {
    expect(await guest.checkout.transferPicture(another)).toMatchObject({ ok: true });
    expect(await guest.checkout.transferPicture({ ...another, orderKey: order.orderKey })).toEqual({
      ok: false,
      error: { code: 'order_unknown' },
    });
  });

  it('is found by its code with its buyer’s number alone, every mismatch told alike', async () => {
    const find = (code: string, phone: string) => guest.checkout.find({ code, phone });
    expect(await find(order.code.toLowerCase(), '+84 900 000 099')).toEqual({
      ok: true,
      value: { code: order.code, orderKey: order.orderKey },
    });
    const unknown = { ok: false, error: { code: 'order_unknown' } };
    expect(await find(order.code, '0900000098')).toEqual(unknown);
    expect(await find('BN0000000', '0900000099')).toEqual(unknown);
    expect(await find('', '0900000099')).toEqual(unknown);
  });

  it('tells its buyer when it moved, and nobody’s name or account', async () => {
    const { code, orderKey } = await place({});
    await packAndShip(code);
    const followed = await guest.checkout.follow({ code, orderKey });
    if (!followed.ok) throw new Error(followed.error.code);
    expect(followed.value.steps.map((step) => step.to)).toEqual(['placed', 'packed', 'shipped']);
    expect(JSON.stringify(followed)).not.toMatch(/usr_|Nhân viên|Người Kín Tiếng|byUser/);
  });
});

describe('what anyone may read', () => {
  it('holds nothing of the buyer, nor of a member who did not agree to be named', async () => {
    const { code } = await place({ note: 'Ghi chú riêng' });
    const { gtin, serial } = await packAndShip(code);
    const answers = {
      list: await guest.products.list(),
      one: await guest.products.one({ slug: 'ri6' }),
      byGtin: await guest.products.one({ gtin: '09521234002000' }),
      cart: await guest.products.priceCart({
        lines: [{ productId: 'pro_box', quantity: 1 }],
        provinceCode: null,
      }),
      delivery: await guest.products.deliveryPrices(),
      box: await guest.boxes.story({ gtin, serial, batch: null }),
      lot: await guest.boxes.lot({ gtin, batch: batch.unnamed }),
      looseLot: await guest.boxes.lot({ gtin: '99521234001006', batch: batch.unnamed }),
      methods: await guest.checkout.methods(),
      provinces: await guest.addresses.provinces(),
      wards: await guest.addresses.findWards({ provinceCode: null, typed: '' }),
      me: await guest.session.me(),
    };
    for (const told of [answers.one, answers.byGtin, answers.box, answers.lot, answers.looseLot])
      expect(told.ok).toBe(true);
    for (const [name, answer] of Object.entries(answers))
      expect([name, JSON.stringify(answer)]).toEqual([name, expect.not.stringMatching(NOWHERE_PUBLIC)]);
  });

  it('names the member who agreed, in the shop and in the lot', async () => {
    const one = await guest.products.one({ slug: 'ri6' });
    expect(one.ok && one.value.harvests.map((harvest) => harvest.memberName).sort()).toEqual([
      'Người Trồng Thử',
      null,
    ]);
    expect(await guest.boxes.lot({ gtin: '99521234001006', batch: batch.named })).toMatchObject({
      value: { origin: { memberName: 'Người Trồng Thử' } },
    });
  });
});
