import { thisMoment, vietnamDay } from '@baunghe/db';
import { mondayOf } from '@baunghe/farm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop, type Shop } from './api.builders.ts';
import type { Caller, SmsAnswer } from './index.ts';

const today = vietnamDay(thisMoment().now);
const dayText = today.toISOString().slice(0, 10);
const sms = {
  ...{ webhookKey: null, sendsBy: null, esmsSecret: null },
  words: (answer: SmsAnswer) =>
    answer.code === 'order_news' ? `${answer.news.kind.replaceAll('_', ' ')} ${answer.news.served}` : '',
};

let shop: Shop;
let manager: Caller;
let guest: Caller;

beforeAll(async () => {
  shop = await aShop(4, { sms });
  manager = await shop.as(await shop.personWith(['manager']));
  guest = await shop.as();
  const said = { saidAt: today, saidBy: 'usr_test' };
  const of = { plotId: 'plo_named', varietyCode: 'RI6', monday: mondayOf(today) };
  await shop.db.forecast.create({ data: { ...of, grams: 100_000, ...said } });
});
afterAll(() => shop.close());

const newOffer = {
  ...{ productId: 'pro_kg', week: dayText, lastDay: dayText, price: 120_000 },
  ...{ depositPercent: 30, forecastPercent: 70, rule: 'oldest_first' as const },
};

/** Orders three kilograms ahead, to be paid on delivery. */
function aPreorder(offerId: string, phone: string) {
  return {
    ...{ key: crypto.randomUUID(), offerId, quantity: 3, buyerName: 'Người Mua Thử', phone },
    ...{ provinceCode: '75', wardCode: '25217', street: 'Số nhà riêng', note: null },
    ...{ locale: 'vi' as const, method: 'cod' as const, seenTotal: 390_000 },
  };
}

async function placed(offerId: string, phone: string) {
  const answer = await guest.preorders.place(aPreorder(offerId, phone));
  if (!answer.ok) throw new Error(answer.error.code);
  const followed = await guest.checkout.follow(answer.value);
  if (!followed.ok) throw new Error(followed.error.code);
  return { ...answer.value, order: followed.value };
}

describe('pre-orders through the gate', () => {
  it('wait for a transfer of the deposit whatever way the rest is paid, and say what came of the harvest', async () => {
    const opened = await manager.preorders.open({ key: crypto.randomUUID(), ...newOffer });
    if (!opened.ok) throw new Error(opened.error.code);
    const { offerId } = opened.value;
    const offer = await guest.preorders.offer({ offerId, quantity: 3, provinceCode: '75' });
    expect(offer).toMatchObject({ value: { unitsLeft: 70, sums: { total: 390_000, deposit: 117_000 } } });

    const [first, second] = [await placed(offerId, '0900000098'), await placed(offerId, '0900000099')];
    expect(first.order).toMatchObject({
      ...{ state: 'preordered', method: 'cod', transfer: { amount: 117_000 } },
      preorder: { wanted: 3, served: 0, rule: 'oldest_first' },
    });
    for (const { order, code } of [first, second]) {
      const money = { orderId: order.id, amount: 117_000, reference: code };
      const key = crypto.randomUUID();
      expect(await manager.officeOrders.receiveTransfer({ key, ...money })).toMatchObject({ ok: true });
    }
    await shop.cut('plo_named', 5000);
    const before = await manager.preorders.oneInOffice({ offerId });
    expect(before).toMatchObject({
      value: { paidGrams: 6000, share: { units: 5, parts: [{ gets: 3 }, { gets: 2, has: 0 }] } },
    });
    const key = crypto.randomUUID();
    const shared = await manager.preorders.shareOut({ key, offerId });
    expect(shared).toEqual({ ok: true, value: { told: 2 } });
    expect(await manager.preorders.shareOut({ key, offerId })).toEqual(shared);
    await manager.preorders.close({ key: crypto.randomUUID(), offerId });

    const cut = await guest.checkout.follow({ code: second.code, orderKey: second.orderKey });
    expect(cut).toMatchObject({
      value: { state: 'placed', transfer: null, preorder: { state: 'cut', wanted: 3, served: 2 } },
    });
    const texts = await shop.db.smsOutbound.findMany();
    expect(texts.map(({ kind, text }) => `${kind}: ${text}`).sort()).toEqual([
      'harvest_shared: harvest served 3',
      'harvest_shared: harvest served in part 2',
      'harvest_shared: harvest waits 2',
      'order_paid: deposit paid 0',
      'order_paid: deposit paid 0',
      'order_placed: preorder placed 0',
      'order_placed: preorder placed 0',
    ]);
  });

  it('are not offered without an account for the deposits', async () => {
    const poor = await aShop(2, { bank: null });
    try {
      const boss = await poor.as(await poor.personWith(['manager']));
      const refused = await boss.preorders.open({ key: crypto.randomUUID(), ...newOffer });
      expect(refused).toMatchObject({ error: { code: 'no_bank_account' } });
      expect(await boss.preorders.inOffice()).toEqual({ hasBank: false, offers: [] });
      const buyer = await poor.as();
      expect(await buyer.preorders.onSale({ slug: null })).toEqual([]);
      const placing = buyer.preorders.place(aPreorder('pre_none', '0900000099'));
      expect(await placing).toMatchObject({ error: { code: 'no_bank_account' } });
    } finally {
      await poor.close();
    }
  });
});
