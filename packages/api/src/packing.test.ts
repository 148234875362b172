import { afterAll, beforeAll, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';
import type { Caller } from './index.ts';

let shop: Shop;
let clerk: Caller;
let other: Caller;
beforeAll(async () => {
  shop = await aShop(6);
  clerk = await shop.as(await shop.personWith(['packer']));
  other = await shop.as(await shop.personWith(['packer']));
});
afterAll(() => shop.close());

const scan = (orderId: string, batch: string, grams = 10_000) => ({
  key: crypto.randomUUID(),
  orderId,
  batch,
  units: 1,
  grams,
});

async function ordered(quantity = 1): Promise<{ orderId: string; code: string }> {
  const seenTotal = 930_000 + (quantity - 1) * 900_000;
  const form = { lines: [{ productId: 'pro_box', quantity }], seenTotal };
  let placed = await (await shop.as()).checkout.place(aForm(form));
  if (!placed.ok && placed.error.code === 'total_changed')
    placed = await (await shop.as()).checkout.place(aForm({ ...form, seenTotal: placed.error.total }));
  if (!placed.ok) throw new Error(placed.error.code);
  const order = await shop.db.order.findUniqueOrThrow({ where: { code: placed.value.code } });
  return { orderId: order.id, code: order.code };
}

it('two clerks scan the last fruit of a lot for two orders: one box, and the other is told what is left', async () => {
  const batch = await shop.cut('plo_named', 21_000);
  const [one, two] = [await ordered(), await ordered()];
  const answers = await Promise.all([
    clerk.packing.packScanned(scan(one.orderId, batch, 11_000)),
    other.packing.packScanned(scan(two.orderId, batch, 11_000)),
  ]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.find((answer) => !answer.ok)).toMatchObject({
    error: { code: 'lot_too_little', gramsLeft: 10_000 },
  });
  const waiting = answers[0]?.ok ? two : one;
  expect(await clerk.packing.packScanned(scan(waiting.orderId, batch.toLowerCase()))).toMatchObject({
    ok: true,
  });
});

it('a scan that is sent again packs no second box', async () => {
  const batch = await shop.cut('plo_named', 60_000);
  const { orderId, code } = await ordered(3);
  const sent = scan(orderId, batch);
  const first = await clerk.packing.packScanned(sent);
  expect(first).toMatchObject({ ok: true, value: { orderPacked: false } });
  expect(await clerk.packing.packScanned(sent)).toEqual(first);
  expect(await shop.db.box.count({ where: { orderId } })).toBe(1);
  const [last] = await clerk.packing.lastBoxes();
  expect(last).toMatchObject({ orderCode: code, batch, grams: 10_000 });
});

it('a crate is refused for what it is', async () => {
  const batch = await shop.cut('plo_named', 30_000);
  const { orderId } = await ordered();
  const ask = (of = batch) => clerk.packing.crate({ orderId, batch: of });
  expect(await ask()).toMatchObject({ ok: true, value: { batch } });
  expect(await ask('NOWHERE2')).toMatchObject({ error: { code: 'lot_unknown' } });
  await shop.db.lot.update({ where: { batch }, data: { heldReason: 'thử' } });
  expect(await ask()).toMatchObject({ error: { code: 'lot_held' } });
  const manager = await shop.as(await shop.personWith(['manager']));
  await manager.withdrawals.withdraw({ key: crypto.randomUUID(), batch, reason: 'Thử thu hồi' });
  expect(await ask()).toMatchObject({ error: { code: 'lot_withdrawn' } });
});

it('what left today stands in the day’s list with what is to be collected, and its load has a label', async () => {
  const batch = await shop.cut('plo_named', 30_000);
  const { orderId, code } = await ordered();
  const box = await clerk.packing.packScanned(scan(orderId, batch));
  expect(box).toMatchObject({ ok: true, value: { orderPacked: true } });
  const shipping = { key: crypto.randomUUID(), orderId, carrier: 'Xe nhà', tracking: 'T1' };
  expect(await clerk.officeOrders.ship(shipping)).toMatchObject({ ok: true });
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const rows = await clerk.packing.handovers({ day: today, carrier: 'Xe nhà' });
  const paid = await shop.db.payment.findUniqueOrThrow({ where: { orderId } });
  expect(rows).toMatchObject([
    { orderCode: code, boxes: 1, grams: 10_000, collect: Number(paid.amountDong) },
  ]);
  expect(await clerk.packing.handovers({ day: today, carrier: 'Xe khác' })).toEqual([]);
  const words = { kind: 'Kiện hàng', boxes: 'thùng', cooperative: 'HTX' };
  const label = await clerk.packing.loadLabel({ code, as: 'zpl', dpi: 203, words, demo: null });
  const said = label.ok ? new TextDecoder().decode(label.value) : '';
  expect(said).toContain(`^FD(00)${rows[0]?.sscc}^FS`);
});
