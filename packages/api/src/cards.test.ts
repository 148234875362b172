import { thisMoment } from '@baunghe/db';
import { openStripe } from '@baunghe/payments';
import { LocalStripe } from '@baunghe/payments/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';
import type { Caller } from './index.ts';

let stripe: LocalStripe;
let shop: Shop;
let guest: Caller;
let staff: Caller;
let later = 0;

beforeAll(async () => {
  stripe = await LocalStripe.open();
  const moment = () => ({ ...thisMoment(), now: new Date(Date.now() + later) });
  shop = await aShop(12, {
    ...{ cardGateway: await openStripe(stripe.settings), moment },
    sms: { webhookKey: null, sendsBy: null, esmsSecret: null, words: ({ code }) => code },
  });
  guest = await shop.as();
  staff = await shop.as(await shop.personWith(['manager', 'packer']));
  await shop.cut('plo_named', 900_000);
});
afterAll(async () => {
  await shop.close();
  await stripe.close();
});

/** An order to be paid by card, and the page that was opened for it. */
async function anOrder() {
  const placed = await guest.checkout.place(aForm({ method: 'card', phone: '0912 000 117' }));
  if (!placed.ok) throw new Error(placed.error.code);
  const { code, orderKey } = placed.value;
  const order = await shop.db.order.findUniqueOrThrow({ where: { code }, include: { lines: true } });
  const page = await guest.cards.openPage({ code, orderKey });
  if (!page.ok) throw new Error(page.error.code);
  const sessionId = page.value.url.split('/').at(-1) ?? '';
  return { code, orderKey, id: order.id, lineId: order.lines[0]?.id ?? '', sessionId, url: page.value.url };
}
type Order = Awaited<ReturnType<typeof anOrder>>;

const told = ({ body, signature }: { body: string; signature: string }) =>
  guest.cards.told({ body, signature });
const cardOf = (order: Order) =>
  shop.db.cardPayment.findFirstOrThrow({
    where: { payment: { orderId: order.id } },
    orderBy: { id: 'desc' },
  });
const paymentOf = (order: Order) => shop.db.payment.findUniqueOrThrow({ where: { orderId: order.id } });

async function paid(): Promise<{ order: Order; intent: ReturnType<LocalStripe['pay']> }> {
  const order = await anOrder();
  const intent = stripe.pay(order.sessionId);
  expect(await told(stripe.news('payment_intent.amount_capturable_updated', intent))).toEqual({
    ok: true,
    value: 'noted',
  });
  return { order, intent };
}

async function pack(order: Order) {
  const [lot] = await staff.officeOrders.lotsForLine({ lineId: order.lineId });
  const box = { orderId: order.id, lineId: order.lineId, lotId: lot?.lotId ?? '', units: 1, grams: 10_200 };
  return staff.officeOrders.packBox({ key: crypto.randomUUID(), ...box, lotReason: null });
}

describe('a card', () => {
  it('keeps the sum on the company’s page, which is one page however often it is asked for', async () => {
    const order = await anOrder();
    expect(await guest.cards.openPage(order)).toEqual({ ok: true, value: { url: order.url } });
    expect(stripe.sessions.get(order.sessionId)).toMatchObject({ amount_total: 930_000, currency: 'vnd' });
    expect(await pack(order)).toMatchObject({ error: { code: 'not_paid_yet' } });
    expect(await guest.cards.openPage({ ...order, orderKey: 'wrong' })).toMatchObject({
      error: { code: 'order_unknown' },
    });
  });

  it('is taken once the fruit is packed: once, into the books, whatever is called twice, late or out of order', async () => {
    const paidNews = () => shop.db.smsOutbound.count({ where: { kind: 'order_paid' } });
    const before = await paidNews();
    const { order, intent } = await paid();
    const first = structuredClone(intent);
    expect(await cardOf(order)).toMatchObject({ state: 'authorised', authorisedDong: 930_000n });
    expect(await guest.cards.openPage(order)).toMatchObject({ error: { code: 'nothing_to_pay' } });
    expect(await pack(order)).toMatchObject({ ok: true });
    await Promise.all([shop.gate.settleCards(), shop.gate.settleCards()]);
    expect(intent).toMatchObject({ status: 'succeeded', amount_received: 930_000 });
    for (const news of [
      stripe.news('payment_intent.succeeded', intent),
      stripe.news('payment_intent.succeeded', intent),
      stripe.news('payment_intent.amount_capturable_updated', first),
    ])
      expect(await told(news)).toMatchObject({ ok: true });
    expect(await paymentOf(order)).toMatchObject({
      state: 'received',
      receivedDong: 930_000n,
      refundDong: 0n,
    });
    expect(await shop.db.paymentEvent.count({ where: { reference: intent.id } })).toBe(1);
    const sum = await shop.db.posting.aggregate({
      where: { account: 'card', journal: { orderId: order.id } },
      _sum: { dong: true },
    });
    expect(sum._sum.dong).toBe(930_000n);
    expect((await paidNews()) - before).toBe(1);
  });

  it('is asked after when the call never comes, by the buyer who comes back and by the clock', async () => {
    const [back, away] = [await anOrder(), await anOrder()];
    stripe.pay(back.sessionId);
    stripe.pay(away.sessionId);
    await guest.cards.ask(back);
    expect((await cardOf(back)).state).toBe('authorised');
    expect((await cardOf(away)).state).toBe('open');
    later = 120_000;
    await shop.gate.settleCards();
    expect((await cardOf(away)).state).toBe('authorised');
    later = 0;
  });

  it('is let go when its order is cancelled, also when it was paid on a page that was given up', async () => {
    const { order, intent } = await paid();
    const cancel = (orderId: string) =>
      staff.officeOrders.cancel({ key: crypto.randomUUID(), orderId, why: 'người mua đổi ý' });
    expect(await cancel(order.id)).toMatchObject({ ok: true });
    await shop.gate.settleCards();
    expect(intent.status).toBe('canceled');
    expect((await cardOf(order)).state).toBe('cancelled');

    const other = await anOrder();
    await cancel(other.id);
    await shop.gate.settleCards();
    expect(stripe.sessions.get(other.sessionId)?.status).toBe('expired');
    Object.assign(stripe.sessions.get(other.sessionId) ?? {}, { status: 'open' });
    const late = stripe.pay(other.sessionId);
    await told(stripe.news('payment_intent.amount_capturable_updated', late));
    expect(late.status).toBe('canceled');
  });

  it('keeps fruit from being given away while it keeps the money, and gives it up after an hour without', async () => {
    const { order } = await paid();
    const unpaid = await anOrder();
    later = 3_700_000;
    await shop.gate.cancelUnpaid();
    later = 0;
    const state = async ({ id }: Order) => (await shop.db.order.findUniqueOrThrow({ where: { id } })).state;
    expect([await state(order), await state(unpaid)]).toEqual(['placed', 'cancelled']);
  });

  it('gets back what is owed, once, and never more than it gave', async () => {
    const { order, intent } = await paid();
    await pack(order);
    await shop.gate.settleCards();
    const { id: paymentId } = await paymentOf(order);
    await shop.db.$transaction(async (tx) => {
      await tx.payment.update({ where: { id: paymentId }, data: { amountDong: 830_000n } });
      const owed = { paymentId, key: 'changed:1', reason: 'changed', amountDong: 100_000n } as const;
      await tx.refund.create({ data: { id: 'rfd_card', createdAt: new Date(), ...owed } });
    });
    await Promise.all([shop.gate.settleCards(), shop.gate.settleCards()]);
    await shop.gate.settleCards();
    const back = stripe.refunds.filter(({ payment_intent }) => payment_intent === intent.id);
    expect(back).toMatchObject([{ amount: 100_000 }]);
    const refund = await shop.db.refund.findUniqueOrThrow({ where: { id: 'rfd_card' } });
    expect(refund).toMatchObject({ state: 'settled', through: 'card', reference: back[0]?.id });
  });

  it('that is contested is shown to staff with its day, and books the loss once', async () => {
    const { order, intent } = await paid();
    await pack(order);
    await shop.gate.settleCards();
    const dispute = stripe.contest(intent.id);
    await told(stripe.news('charge.dispute.created', dispute));
    const seen = await staff.officeOrders.one({ code: order.code });
    expect(seen).toMatchObject({
      value: { card: { disputes: [{ amount: 930_000, status: 'needs_response' }] } },
    });
    Object.assign(dispute, { status: 'lost' });
    for (let time = 0; time < 2; time++) await told(stripe.news('charge.dispute.closed', dispute));
    const lost = await shop.db.posting.findMany({
      where: { journal: { key: `dispute_lost:${dispute.id}` } },
    });
    expect(lost.map(({ account, dong }) => [account, dong]).sort()).toEqual([
      ['card', -930_000n],
      ['claims', 930_000n],
    ]);
  });

  it('shows staff why it could not be taken, and the order does not leave', async () => {
    const { order, intent } = await paid();
    await pack(order);
    Object.assign(intent, { status: 'canceled' });
    await shop.gate.settleCards();
    expect((await cardOf(order)).trouble).toBe('payment_intent_unexpected_state');
    const ship = { key: crypto.randomUUID(), orderId: order.id, carrier: 'Xe lạnh thử', tracking: null };
    expect(await staff.officeOrders.ship(ship)).toMatchObject({ error: { code: 'not_paid_yet' } });
  });

  it('waits while its company is away, and takes nothing twice when that is over', async () => {
    const { order, intent } = await paid();
    await pack(order);
    stripe.away = true;
    await shop.gate.settleCards();
    expect(await told(stripe.news('payment_intent.succeeded', intent))).toMatchObject({
      error: { code: 'card_away' },
    });
    stripe.away = false;
    await shop.gate.settleCards();
    expect((await paymentOf(order)).state).toBe('received');
  });
});

describe('a call', () => {
  it('is believed only with the signature of this body, this hour and our secret', async () => {
    const { intent } = await paid();
    const news = stripe.news('payment_intent.succeeded', intent);
    const refused = { ok: false, error: { code: 'signature_wrong' } };
    expect(await told({ ...news, body: `${news.body} ` })).toEqual(refused);
    expect(await told({ ...news, signature: '' })).toEqual(refused);
    expect(await told({ ...news, signature: news.signature.replace(/v1=./, 'v1=z') })).toEqual(refused);
    expect(await told(stripe.news('payment_intent.succeeded', intent, 3600))).toEqual(refused);
  });

  it('about what is not ours is passed over', async () => {
    const order = await anOrder();
    const intent = stripe.pay(order.sessionId);
    Object.assign(intent, { metadata: {} });
    expect(await told(stripe.news('payment_intent.succeeded', intent))).toEqual({
      ok: true,
      value: 'ignored',
    });
    const other = { ...intent, id: 'cus_1', object: 'customer' };
    expect(await told(stripe.news('customer.created', other))).toEqual({ ok: true, value: 'ignored' });
  });
});
