import { createHmac } from 'node:crypto';
import { thisMoment } from '@baunghe/db';
import { packBox, shipOrder } from '@baunghe/orders';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';
import type { Caller } from './index.ts';

const KEY = 'signing-key';
const STAFF = { userId: 'usr_1', gln: '9521234000013', gs1Prefix: '9521234' };

let shop: Shop;
let manager: Caller;
let batch: string;

beforeAll(async () => {
  const words = (answer: { code: string; link?: string }) => `${answer.code} ${answer.link ?? ''}`.trim();
  shop = await aShop(10, { sms: { webhookKey: KEY, sendsBy: null, esmsSecret: null, words } });
  manager = await shop.as(await shop.personWith(['manager']));
  batch = await shop.cut('plo_named', 50_000);
  const guest = await shop.as();
  for (const phone of ['0912000140', '0912000140', '0912000141']) {
    const placed = await guest.checkout.place(aForm({ phone }));
    if (!placed.ok) throw new Error(placed.error.code);
    const order = await shop.db.order.findFirstOrThrow({ orderBy: { id: 'desc' }, include: { lines: true } });
    const lot = await shop.db.lot.findUniqueOrThrow({ where: { batch } });
    const box = {
      orderId: order.id,
      lineId: order.lines[0]?.id ?? '',
      lotId: lot.id,
      units: 1,
      grams: 10_000,
    };
    const shipping = { orderId: order.id, carrier: 'Xe', tracking: null };
    await shop.db.$transaction((tx) => packBox(tx, thisMoment(), STAFF, box));
    await shop.db.$transaction((tx) => shipOrder(tx, thisMoment(), STAFF, shipping));
  }
});
afterAll(() => shop.close());

/** A text from a phone, as the gateway tells of it. */
async function text(phoneNumber: string, message: string): Promise<string | undefined> {
  const id = crypto.randomUUID();
  const payload = { messageId: id, message, phoneNumber, simNumber: 1, receivedAt: new Date().toISOString() };
  const body = JSON.stringify({ deviceId: 'd', event: 'sms:received', id, payload, webhookId: 'w' });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', KEY)
    .update(body + timestamp)
    .digest('hex');
  expect(await (await shop.as()).notices.receive({ body, signature, timestamp })).toMatchObject({ ok: true });
  const inbound = await shop.db.smsInbound.findUniqueOrThrow({
    where: { gatewayId: id },
    include: { answer: true },
  });
  return inbound.answer?.text;
}

it('a recall tells each number once, and counts what is answered by SMS and on the page', async () => {
  const asked = { reason: 'Dư lượng', severity: 'first', advice: 'discard' } as const;
  const form = {
    key: crypto.randomUUID(),
    ...asked,
    batches: [batch],
    all: null,
    source: batch,
    ordered: ' QĐ thử 01 ',
  };
  expect(await text('+84912000140', 'DA HUY')).toBe('stranger');
  const [begun, again] = await Promise.all([manager.recalls.start(form), manager.recalls.start(form)]);
  expect(again).toEqual(begun);
  if (!begun.ok) throw new Error(begun.error.code);
  const { code } = begun.value;
  const second = await manager.recalls.start({ ...form, key: crypto.randomUUID() });
  expect(second).toMatchObject({ error: { code: 'recall_open', recall: code } });

  const sent = await shop.db.smsOutbound.findMany({ where: { kind: 'recall' }, orderBy: { phone: 'asc' } });
  expect(sent.map(({ phone }) => phone)).toEqual(['+84912000140', '+84912000141']);
  expect(await text('+84912000140', 'Tôi đã hủy')).toBe('recall_heard');
  const pageKey = /\/recall\/(\w+)$/.exec(sent[1]?.text ?? '')?.[1] ?? '';
  const guest = await shop.as();
  expect(await guest.recalls.mine({ key: pageKey })).toMatchObject({
    value: { reason: 'Dư lượng', advice: 'discard', boxes: [{ batch }], answer: null },
  });
  await guest.recalls.answer({ key: crypto.randomUUID(), pageKey, fate: 'eaten' });
  expect(await guest.recalls.mine({ key: 'nosuchkeyatall' })).toMatchObject({ ok: false });

  const one = await manager.recalls.one({ code, callsAfter: null, recalledAfter: null });
  expect(one).toMatchObject({
    value: {
      told: { buyers: 2, bySms: 2 },
      answers: { destroyed: { grams: 20_000, buyers: 1 }, eaten: { grams: 10_000, buyers: 1 } },
      calls: [],
    },
  });
  const report = await manager.recalls.report({ code });
  expect(report).toMatchObject({ value: { ordered: 'QĐ thử 01', owner: { phone: null } } });
  expect(JSON.stringify(report)).not.toMatch(/8491200014|Người Mua Thử/);
  const story = await guest.boxes.lot({ gtin: '99521234001006', batch });
  expect(JSON.stringify(story)).toContain('Dư lượng');

  const { id } = await shop.db.plot.findFirstOrThrow({ where: { code: 'T01' } });
  const all = { key: crypto.randomUUID(), ...asked, batches: [], source: 'T01' };
  expect(await manager.recalls.start({ ...all, all: { kind: 'plot', id } })).toEqual(second);
  const nothing = manager.recalls.start({ ...all, key: crypto.randomUUID(), all: null });
  expect(await nothing).toMatchObject({ error: { code: 'recall_no_lots' } });
  const end = { key: crypto.randomUUID(), code, conclusion: 'Kết quả đạt', letGo: [batch] };
  expect(await manager.recalls.end(end)).toMatchObject({ ok: true });
  expect(await manager.recalls.one({ code, callsAfter: null, recalledAfter: null })).toMatchObject({
    value: { recalled: [{ batch, calledBack: false, reason: 'Kết quả đạt' }], endedAt: expect.any(Date) },
  });
});

it('an auditor is given what they ask for as files, of plots and days that there are', async () => {
  const auditor = await shop.as(await shop.personWith(['auditor']));
  const days = { from: '2020-01-01', to: '2099-12-31' };
  const manager = await shop.as(await shop.personWith(['manager']));
  const write = async (kind: 'phone' | 'packing_house', value: string, back = 0) => {
    const fromDay = new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
    return manager.coopDetails.write({ key: crypto.randomUUID(), kind, value, fromDay });
  };
  for (const [code, back] of [
    ['vn-xxph-9998', 20],
    ['VN-XXPH-9999', 9],
    ['', 2],
  ] as const)
    expect(await write('packing_house', code, back)).toEqual({ ok: true, value: undefined });
  expect(await write('phone', '0912 000 999', 1)).toMatchObject({ ok: true });
  expect(await write('packing_house', 'VN-PH-1')).toMatchObject({ error: { code: 'packing_house_form' } });
  await expect(write('phone', '12')).rejects.toThrow('phone_invalid');
  const tooOld = await write('phone', '0912 000 999', 5000);
  expect(tooOld).toMatchObject({ error: { code: 'detail_day_out_of_range' } });
  const details = await auditor.coopDetails.list();
  expect(details.today).toEqual({ phone: '+84912000999', packing_house: null });
  expect(details.written).toHaveLength(4);
  await shop.db.plot.updateMany({ where: { code: 'T01' }, data: { plantingUnitCode: 'VN-XXOR-9999' } });
  expect(await auditor.exports.choice()).toEqual({ units: ['VN-XXOR-9999'], mostEvents: 10_000 });
  const unit = await auditor.exports.unit({ unitCode: ' vn-xxor-9999', ...days });
  expect(unit).toMatchObject({
    value: {
      packingHouseCodes: ['VN-XXPH-9998', 'VN-XXPH-9999'],
      plots: [{ code: 'T01', harvests: [{ batches: [batch], grams: 50_000 }] }],
      lots: [{ batch, boxes: 3, boxedGrams: 30_000, onHandGrams: 20_000 }],
    },
  });
  const order = await shop.db.order.findFirstOrThrow();
  const invoice = {
    company: 'Công ty thử',
    taxCode: '0000000017',
    address: 'Nơi thử',
    email: 'a@example.com',
  };
  await shop.db.orderInvoice.create({ data: { orderId: order.id, ...invoice } });
  const rows = async (who: typeof auditor) => {
    const answer = await who.exports.steps({ from: '2020-01-01', to: '2099-12-31' });
    if (!answer.ok) throw new Error(answer.error.code);
    expect(answer.value.phone).toBe('+84912000999');
    return answer.value.steps.filter(({ step }) => step === 'shipping').map(({ business }) => business);
  };
  const named = { name: 'Công ty thử', phone: order.phone, place: expect.stringContaining(', ') };
  const told = await rows(manager);
  expect(told.filter((business) => business !== null)).toEqual([named]);
  expect(told).toContain(null);
  expect((await rows(auditor)).every((business) => business === null)).toBe(true);
  const unknown = await auditor.exports.unit({ unitCode: 'VN-XXOR-0000', ...days });
  expect(unknown).toMatchObject({ error: { code: 'unit_unknown' } });
  const events = await auditor.exports.events({ plotCode: 't01', ...days });
  expect(events).toMatchObject({
    value: { events: expect.any(Number), document: { type: 'EPCISDocument' } },
  });
  expect(JSON.stringify(events)).toContain('/epcis/terms/');
  const nowhere = await auditor.exports.events({ plotCode: 'NO', ...days });
  expect(nowhere).toMatchObject({ error: { code: 'plot_unknown' } });
});

it('a buyer whose order further lots reach is told again, and what they said before says nothing of those', async () => {
  const [one, other] = [await shop.cut('plo_named', 50_000), await shop.cut('plo_named', 50_000)];
  const guest = await shop.as();
  const placed = await guest.checkout.place(
    aForm({ phone: '0912000142', lines: [{ productId: 'pro_box', quantity: 2 }], seenTotal: 1_830_000 }),
  );
  if (!placed.ok) throw new Error(placed.error.code);
  const { id: orderId, lines } = await shop.db.order.findFirstOrThrow({
    orderBy: { id: 'desc' },
    include: { lines: true },
  });
  for (const each of [one, other]) {
    const { id: lotId } = await shop.db.lot.findUniqueOrThrow({ where: { batch: each } });
    const box = { orderId, lineId: lines[0]?.id ?? '', lotId, units: 1, grams: 10_000, lotReason: 'thử' };
    await shop.db.$transaction((tx) => packBox(tx, thisMoment(), STAFF, box));
  }
  const shipping = { orderId, carrier: 'Xe', tracking: null };
  await shop.db.$transaction((tx) => shipOrder(tx, thisMoment(), STAFF, shipping));
  const asked = { reason: 'Lẫn lô', severity: 'first', advice: 'discard', source: one } as const;
  const form = { key: crypto.randomUUID(), ...asked, batches: [one], all: null, ordered: null };
  const begun = await manager.recalls.start(form);
  if (!begun.ok) throw new Error(begun.error.code);
  const { code } = begun.value;
  expect(await text('+84912000142', 'DA HUY')).toBe('recall_heard');
  const view = async () => {
    const found = await manager.recalls.one({ code, callsAfter: null, recalledAfter: null });
    if (!found.ok) throw new Error(found.error.code);
    return found.value;
  };
  expect(await view()).toMatchObject({ answers: { destroyed: { grams: 10_000 } }, calls: [] });
  const more = { key: crypto.randomUUID(), code, batches: [other] };
  expect(await manager.recalls.extend(more)).toMatchObject({ ok: true });
  const sent = await shop.db.smsOutbound.findMany({ where: { kind: 'recall', phone: '+84912000142' } });
  expect(sent).toHaveLength(2);
  const { text: told = '' } = sent[0] ?? {};
  expect(sent.map((sms) => sms.text)).toEqual([told, told]);
  expect(told).toMatch(/^recall_told /);
  expect(await view()).toMatchObject({
    answers: { destroyed: { grams: 10_000 }, unknown: { grams: 10_000 } },
    calls: [{ grams: 10_000 }],
  });
  const pageKey = /\/recall\/(\w+)$/.exec(sent[0]?.text ?? '')?.[1] ?? '';
  expect(await guest.recalls.mine({ key: pageKey })).toMatchObject({
    value: { boxes: { length: 2 }, answer: null },
  });
  await guest.recalls.answer({ key: crypto.randomUUID(), pageKey, fate: 'destroyed' });
  expect(await view()).toMatchObject({ answers: { destroyed: { grams: 20_000 } }, calls: [] });
});
