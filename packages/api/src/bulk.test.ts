import { plusDays, thisMoment, vietnamDay } from '@baunghe/db';
import { mondayOf } from '@baunghe/farm';
import { dong } from '@baunghe/money';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop, type Shop } from './api.builders.ts';
import type { ApiInputs, Caller, SmsAnswer } from './index.ts';

const sms = {
  ...{ webhookKey: null, sendsBy: null, esmsSecret: null },
  words: (answer: SmsAnswer) =>
    answer.code === 'bulk_answered' ? `${answer.quoted ? 'quoted' : 'declined'} ${answer.link}` : answer.code,
};
const dayText = (days: number) => plusDays(vietnamDay(thisMoment().now), days).toISOString().slice(0, 10);
const key = () => crypto.randomUUID();

let shop: Shop;
let guest: Caller;
let manager: Caller;
/** The days by which the clock of the shop is ahead. */
let ahead = 0;

beforeAll(async () => {
  const moment = () => ({ ...thisMoment(), now: plusDays(thisMoment().now, ahead) });
  shop = await aShop(6, { sms, moment });
  guest = await shop.as();
  manager = await shop.as(await shop.personWith(['manager']));
  await shop.cut('plo_named', 100_000);
});
afterAll(() => shop.close());

type Sent = ApiInputs['bulk']['send'];
const AT_HOME: Sent['where'] = { kind: 'domestic', provinceCode: '75', wardCode: '25217', street: 'Số 1' };
const ABROAD: Sent['where'] = {
  ...{ kind: 'export', country: 'Trung Quốc', port: 'Hữu Nghị', terms: 'FOB' },
  needs: ['phytosanitary', 'gacc'],
};

async function asked(phone: string, where = AT_HOME, billed = { taxCode: '', email: '' }, by = guest) {
  const sent = await by.bulk.send({
    ...{ key: key(), who: 'Công ty Thử', phone, ...billed, varietyCode: 'RI6', grade: 'A' },
    ...{ grams: 50_000, wantedOn: dayText(7), packing: 'Thùng 10 kg', note: null, locale: 'vi', where },
  });
  if (!sent.ok) throw new Error(sent.error.code);
  const own = sent.value;
  const seen = await guest.bulk.follow(own);
  if (!seen.ok) throw new Error(seen.error.code);
  return { ...own, requestId: seen.value.id };
}

async function quoted(requestId: string, more: Partial<ApiInputs['bulk']['quote']> = {}) {
  const given = await manager.bulk.quote({
    ...{ key: key(), requestId, lines: [{ productId: 'pro_kg', grams: 50_000, kiloDong: 81_000 }] },
    ...{ offerId: null, delivery: 500_000, deposit: null, validUntil: dayText(3), message: null },
    ...{ handOver: null, ...more },
  });
  if (!given.ok) throw new Error(given.error.code);
  return given.value.quoteId;
}

type Own = { code: string; bulkKey: string };
const TOTAL = 50 * 81_000 + 500_000;
const accept = ({ code, bulkKey }: Own, quoteId: string, seenTotal = TOTAL) =>
  guest.bulk.accept({ key: key(), code, bulkKey, quoteId, seenTotal, method: 'vietqr' });

const reserved = async () =>
  (await shop.db.lotBalance.aggregate({ _sum: { reservedGrams: true } }))._sum.reservedGrams ?? 0;

describe('a request for much fruit', () => {
  it('is quoted, and accepted in two tabs at once becomes one order at the price that was quoted', async () => {
    const billed = { taxCode: '0100109106', email: 'ke.toan@example.com' };
    await expect(asked('0900000091', AT_HOME, { ...billed, email: '' })).rejects.toThrow('email_invalid');
    const own = await asked('0900000091', AT_HOME, billed);
    const quoteId = await quoted(own.requestId);
    const both = await Promise.all([accept(own, quoteId), accept(own, quoteId)]);
    const made = both.find(({ ok }) => ok);
    if (!made?.ok) throw new Error('no order');
    const { code } = made.value;
    expect(both.find(({ ok }) => !ok)).toEqual({
      ok: false,
      error: { code: 'bulk_accepted', orderCode: code },
    });
    expect(await reserved()).toBe(50_000);
    const order = await guest.checkout.follow(made.value);
    expect(order).toMatchObject({
      value: {
        ...{ state: 'placed', total: TOTAL, delivery: 500_000, transfer: { amount: TOTAL } },
        lines: [{ quantity: 50, unitPrice: 81_000 }],
      },
    });
    const kept = await shop.db.order.findUnique({ where: { code }, include: { invoice: true } });
    expect(kept).toMatchObject({
      invoice: { ...billed, company: 'Công ty Thử', address: expect.stringMatching(/^Số 1, /) },
      leaveOn: expect.any(Date),
    });
    expect(kept?.arriveOn && kept.arriveOn <= plusDays(vietnamDay(thisMoment().now), 7)).toBe(true);
    expect(await manager.officeOrders.one({ code })).toMatchObject({ value: { bulkCode: own.code } });
    expect(await guest.bulk.follow(own)).toMatchObject({
      value: { standing: 'accepted', order: made.value },
    });
    expect(await guest.bulk.withdraw({ key: key(), ...own })).toMatchObject({
      error: { code: 'bulk_state' },
    });
    const texts = await shop.db.smsOutbound.findMany({ orderBy: { id: 'asc' } });
    expect(texts.map(({ kind, text }) => [kind, text])).toEqual([
      ['bulk_answered', `quoted https://shop.example/bulk/${own.code}?key=${own.bulkKey}`],
      ['order_placed', 'order_news'],
    ]);
    const changed = { key: key(), ...made.value, lines: [], seenTotal: TOTAL };
    const [line] = order.ok ? order.value.lines : [];
    const more = [{ lineId: line?.id ?? '', quantity: 60 }];
    expect(await guest.ownOrder.changeQuantities({ ...changed, lines: more })).toMatchObject({
      error: { code: 'order_state' },
    });
  });

  it('cannot become an order at another price, of an old quote or after its day, not even in raw SQL', async () => {
    const own = await asked('0900000092');
    const first = await quoted(own.requestId, { validUntil: dayText(0) });
    const second = await quoted(own.requestId, { validUntil: dayText(1) });
    expect(await accept(own, first)).toMatchObject({ error: { code: 'quote_replaced' } });
    expect(await accept(own, second, TOTAL - 1)).toMatchObject({ error: { code: 'quote_replaced' } });
    ahead = 2;
    expect(await accept(own, second)).toMatchObject({ error: { code: 'quote_over' } });
    expect(await guest.bulk.follow(own)).toMatchObject({ value: { standing: 'expired' } });
    ahead = 0;
    const cheap = await guest.checkout.place({
      ...{ key: key(), lines: [{ productId: 'pro_kg', quantity: 1 }], buyerName: 'Thử', phone: '0900000092' },
      ...{ provinceCode: '75', wardCode: '25217', street: 'Số 1', note: null, locale: 'vi', method: 'cod' },
      seenTotal: 130_000,
    });
    if (!cheap.ok) throw new Error(cheap.error.code);
    const { id: orderId, placedAt } = await shop.db.order.findUniqueOrThrow({
      where: { code: cheap.value.code },
    });
    const { requestId } = own;
    const forged = shop.db.$transaction(async (tx) => {
      await tx.bulkRequest.update({ where: { id: requestId }, data: { state: 'accepted' } });
      await tx.bulkAcceptance.create({ data: { requestId, quoteId: second, orderId, at: placedAt } });
    });
    await expect(forged).rejects.toThrow('bulk_order_is_as_quoted');
    await expect(
      shop.db.$executeRaw`UPDATE "bulk_request" SET "state" = 'accepted' WHERE "id" = ${requestId}`,
    ).rejects.toThrow('bulk_accepted_has_its_order');
    await expect(
      shop.db.$executeRaw`UPDATE "bulk_quote" SET "validUntil" = "validUntil" + 9`,
    ).rejects.toThrow('append_only');
    expect(await shop.db.bulkQuote.count({ where: { requestId } })).toBe(2);
  });

  it('of more than there is stays open, and nothing is kept or lost', async () => {
    const own = await asked('0900000093');
    const before = await reserved();
    const lines = [{ productId: 'pro_kg', grams: 60_000, kiloDong: dong(81_000) }];
    const quoteId = await quoted(own.requestId, { lines });
    const short = { code: 'not_enough_fruit', productId: 'pro_kg', unitsLeft: 49 };
    expect(await accept(own, quoteId, 60 * 81_000 + 500_000)).toEqual({ ok: false, error: short });
    expect(await reserved()).toBe(before);
    expect(await guest.bulk.follow(own)).toMatchObject({ value: { standing: 'quoted', order: null } });
    const no = { key: key(), requestId: own.requestId, why: 'Vụ này hết hàng' };
    expect(await manager.bulk.decline(no)).toEqual({ ok: true, value: undefined });
    expect(await accept(own, quoteId)).toMatchObject({ error: { code: 'bulk_state' } });
  });

  it('from abroad needs a place of handing over, and of a harvest to come waits for its deposit', async () => {
    const today = vietnamDay(thisMoment().now);
    const of = { plotId: 'plo_named', varietyCode: 'RI6', monday: mondayOf(today) };
    await shop.db.forecast.create({ data: { ...of, grams: 100_000, saidAt: today, saidBy: 'usr_test' } });
    const offer = await manager.preorders.open({
      ...{ key: key(), productId: 'pro_kg', week: dayText(0), lastDay: dayText(0), price: 120_000 },
      ...{ depositPercent: 30, forecastPercent: 70, rule: 'oldest_first' },
    });
    if (!offer.ok) throw new Error(offer.error.code);
    const { offerId } = offer.value;
    const own = await asked('+8613800138000', ABROAD);
    const nowhere = await quoted(own.requestId, { offerId });
    expect(await accept(own, nowhere)).toMatchObject({ error: { code: 'no_hand_over' } });
    const handOver = { provinceCode: '75', wardCode: '25217', street: 'Kho hợp tác xã' };
    const quoteId = await quoted(own.requestId, { offerId, handOver, deposit: { percent: 40 } });
    const made = await accept(own, quoteId);
    if (!made.ok) throw new Error(made.error.code);
    const deposit = Math.ceil((TOTAL * 0.4) / 1000) * 1000;
    expect(await guest.checkout.follow(made.value)).toMatchObject({
      value: { state: 'preordered', total: TOTAL, transfer: { amount: deposit }, preorder: { wanted: 50 } },
    });
  });

  it('forgets its network with the day, and who asked after a year, unless it is a contract', async () => {
    const { db } = shop;
    const network = { network: expect.any(String) };
    const { api } = await shop.gate.callerFor(new Headers(), '203.0.113.9');
    const own = await asked('0900000096', AT_HOME, undefined, api);
    await shop.gate.eraseOldOrders();
    expect(await db.bulkRequest.findUnique({ where: { code: own.code } })).toMatchObject(network);
    ahead = 2;
    await shop.gate.eraseOldOrders();
    const kept = await db.bulkRequest.findUnique({ where: { code: own.code } });
    expect(kept).toMatchObject({ network: null, who: 'Công ty Thử', erasedAt: null });
    ahead = 366;
    await shop.gate.eraseOldOrders();
    ahead = 0;
    const gone = { who: '', phone: '', street: '', packing: null, erasedAt: expect.any(Date) };
    expect(await db.bulkRequest.findUnique({ where: { code: own.code } })).toMatchObject(gone);
    expect(await guest.bulk.follow(own)).toEqual({ ok: false, error: { code: 'bulk_unknown' } });
    const contracts = await db.bulkRequest.findMany({ where: { acceptance: { isNot: null } } });
    expect(contracts.map(({ erasedAt, who }) => [erasedAt, who])).toEqual(
      contracts.map(() => [null, 'Công ty Thử']),
    );
    expect(contracts.length).toBeGreaterThan(0);
  });

  it('is opened by its own key alone, or by its number; five a day are taken of a number', async () => {
    const [own, other] = [await asked('0900000094'), await asked('0900000095')];
    const foreign = { code: own.code, bulkKey: other.bulkKey };
    const unknown = { ok: false, error: { code: 'bulk_unknown' } };
    const quoteId = await quoted(own.requestId);
    expect(await guest.bulk.follow(foreign)).toEqual(unknown);
    expect(await accept(foreign, quoteId)).toEqual(unknown);
    expect(await accept(other, quoteId)).toMatchObject({ error: { code: 'bulk_state' } });
    expect(await guest.bulk.withdraw({ key: key(), ...foreign })).toEqual(unknown);
    expect(await guest.bulk.find({ code: own.code, phone: '0900000095' })).toEqual(unknown);
    expect(await guest.bulk.find({ code: own.code, phone: '0900000094' })).toMatchObject({
      value: { bulkKey: own.bulkKey },
    });
    // A network that tries one number after the other is answered nothing more, and none of them is kept.
    const tries = Array.from({ length: 29 }, (_, at) => `09000006${10 + at}`);
    for (const phone of tries) await guest.bulk.find({ code: own.code, phone });
    expect(await guest.bulk.find({ code: own.code, phone: '0900000094' })).toEqual({
      ...{ ok: false, error: { code: 'too_many_codes' } },
    });
    const kept = JSON.stringify(await shop.db.codeTry.findMany());
    expect(kept).not.toMatch(new RegExp(`${own.code}|9000006`));
    await shop.db.codeTry.deleteMany();
    expect(await guest.bulk.withdraw({ key: key(), code: own.code, bulkKey: own.bulkKey })).toMatchObject({
      ok: true,
    });
    for (let sent = 1; sent < 5; sent++) await asked('0900000094');
    await expect(asked('0900000094')).rejects.toThrow('too_many_requests');
    const buyer = await shop.as(await shop.buyerOf('0900000094'));
    const told = await buyer.buyers.export({ key: key() });
    expect(told).toMatchObject({
      value: { requests: [{ code: own.code, who: 'Công ty Thử' }, {}, {}, {}, {}] },
    });
    expect(await buyer.buyers.erase({ key: key(), locale: 'vi' })).toMatchObject({ ok: true });
    expect(await guest.bulk.follow(own)).toEqual(unknown);
  });
});
