import { thisMoment } from '@baunghe/db';
import { type SmsGateway, sendQueued } from '@baunghe/notices';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';

/** What the shop's clock says; tests move it on. */
let now = new Date();
let shop: Shop;

beforeAll(async () => {
  shop = await aShop(6, {
    moment: () => ({ ...thisMoment(), now }),
    sms: {
      webhookKey: null,
      sendsBy: 'esms',
      esmsSecret: null,
      words: (answer) => (answer.code === 'sign_in_code' ? `Ma ${answer.digits}` : 'tin khac'),
    },
  });
  await shop.cut('plo_named', 200_000);
});
afterAll(() => shop.close());

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const key = () => crypto.randomUUID();
const WRONG = { ok: false, error: { code: 'code_wrong' } };

async function ask(phone: string) {
  // Ids sort by the time they were made.
  later(1 / 60);
  const asked = await (await shop.as()).buyers.askCode({ key: key(), phone, locale: 'vi' });
  if (!asked.ok) throw new Error(asked.error.code);
  const sms = await shop.db.smsOutbound.findFirstOrThrow({
    where: { kind: 'sign_in_code' },
    orderBy: { id: 'desc' },
  });
  return { ...asked.value, digits: sms.text.slice(3), smsId: sms.id };
}

const other = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, '0');

/** Signs in with a code, as a browser: returns the answer and the headers it sends from then on. */
async function enter(
  code: { codeId: string; digits: string },
  cart: { productId: string; quantity: number }[] = [],
  before = new Headers(),
) {
  const { api, setCookie } = await shop.gate.callerFor(before);
  const { codeId, digits } = code;
  const answer = await api.buyers.enter({ codeId, digits, cart, locale: 'vi' });
  return { answer, headers: new Headers({ cookie: setCookie.map((line) => line.split(';')[0]).join('; ') }) };
}

const signedIn = async (phone: string) => (await enter(await ask(phone))).headers;

// Before the clock moves on: fruit of today is sold today.
describe('an account with orders', () => {
  it('shows the orders of its number, also those from before, and each opens by its key', async () => {
    const guest = await shop.as();
    const placed = await guest.checkout.place(aForm({ phone: '0900000321' }));
    await guest.checkout.place(aForm({ phone: '0900000322' }));
    if (!placed.ok) throw new Error(placed.error.code);
    const api = await shop.as(await signedIn('0900000321'));
    const orders = await api.buyers.orders();
    expect(orders).toMatchObject([
      { code: placed.value.code, orderKey: placed.value.orderKey, lines: [{ quantity: 1 }] },
    ]);
  });

  it('is told whole to its owner, and is erased but for what the law keeps', async () => {
    const guest = await shop.as();
    const phone = '0900000326';
    const placed = await guest.checkout.place(aForm({ phone, consents: ['news_sms'], note: 'Gọi trước' }));
    if (!placed.ok) throw new Error(placed.error.code);
    await shop.db.smsOutbound.updateMany({
      where: { kind: 'order_placed' },
      data: { state: 'sent', sentAt: now },
    });
    const headers = await signedIn(phone);
    const api = await shop.as(headers);
    await api.buyers.changeDetails({ key: key(), name: ' Chị  Mận ', locale: 'en' });
    const told = await (await shop.as(headers)).buyers.export({ key: key() });
    expect(told).toMatchObject({
      value: {
        account: { name: 'Chị Mận', locale: 'en' },
        messages: [{ text: 'tin khac' }],
        orders: [{ order: { note: 'Gọi trước' } }],
      },
    });
    const erased = await api.buyers.erase({ key: key(), locale: 'vi' });
    expect(erased.ok && erased.value.keptUntil && erased.value.keptUntil > now).toBe(true);
    expect(await (await shop.as(headers)).buyers.me()).toBeNull();
    expect(await shop.db.buyer.count({ where: { phone: '+84900000326' } })).toBe(0);
    const sent = await shop.db.smsOutbound.findMany({ where: { phone: '+84900000326', state: 'sent' } });
    expect(sent.map(({ text }) => text)).toEqual(sent.map(() => ''));
    const order = await shop.db.order.findUniqueOrThrow({ where: { code: placed.value.code } });
    expect([order.buyerName, order.phone]).toEqual(['Người Mua Thử', '+84900000326']);
    const manager = await shop.as(await shop.personWith(['manager']));
    expect(await manager.buyerData.requests()).toContainEqual(
      expect.objectContaining({
        kind: 'erase',
        orderCode: null,
        phoneMask: expect.stringMatching(/326$/),
        erased: ['account', 'messages'],
      }),
    );
  });
});

describe('a code', () => {
  it('proves a number once, and stands nowhere but in the message until that has left', async () => {
    const code = await ask('0900000301');
    expect(code.demoDigits).toBeNull();
    const { answer, headers } = await enter({
      ...code,
      digits: ` ${code.digits.slice(0, 3)} ${code.digits.slice(3)} `,
    });
    expect(answer.ok).toBe(true);
    expect(await (await shop.as(headers)).buyers.me()).toMatchObject({ phone: '+84900000301', name: '' });
    expect((await enter(code)).answer).toEqual(WRONG);
    const kept = JSON.stringify([await shop.db.buyerCode.findMany(), await shop.db.write.findMany()]);
    expect(kept).not.toContain(code.digits);
    const taken: string[] = [];
    const gateway: SmsGateway = {
      name: 'esms',
      async send({ text }) {
        taken.push(text);
        return TAKEN;
      },
    };
    await sendQueued(shop.db, gateway, () => ({ ...thisMoment(), now }));
    expect(taken).toContain(`Ma ${code.digits}`);
    expect(await shop.db.smsOutbound.findUnique({ where: { id: code.smsId } })).toMatchObject({
      text: '',
      state: 'sent',
    });
  });

  it('is not guessed: five tries, also at once, and none after five minutes, all answered alike', async () => {
    const code = await ask('0900000302');
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => enter({ ...code, digits: other(code.digits) })),
    );
    expect(tries.map(({ answer }) => answer)).toEqual(Array(8).fill(WRONG));
    expect(await shop.db.buyerCode.findUnique({ where: { id: code.codeId } })).toMatchObject({ tries: 5 });
    expect((await enter(code)).answer).toEqual(WRONG);
    const late = await ask('0900000302');
    later(5);
    expect((await enter(late)).answer).toEqual(WRONG);
    expect((await enter({ codeId: 'cod_unknown', digits: '000000' })).answer).toEqual(WRONG);
  });

  it('sent twice opens each by its own digits alone, and one sent twice at once opens one session', async () => {
    const [first, second] = [await ask('0900000303'), await ask('0900000303')];
    expect((await enter({ codeId: first.codeId, digits: other(first.digits) })).answer).toEqual(WRONG);
    const entered = await Promise.all([enter(first), enter(first), enter(second)]);
    expect(entered.filter(({ answer }) => answer.ok)).toHaveLength(2);
    expect(await shop.db.buyer.count({ where: { phone: '+84900000303' } })).toBe(1);
    expect(await shop.db.buyerSession.count({ where: { buyer: { phone: '+84900000303' } } })).toBe(2);
  });

  it('is asked for five times an hour, and whether somebody is known makes no difference', async () => {
    const guest = await shop.as();
    const askAs = (phone: string) => guest.buyers.askCode({ key: key(), phone, locale: 'vi' });
    const answers = { known: [] as unknown[], unknown: [] as unknown[] };
    await signedIn('0900000304');
    later(61);
    for (let at = 0; at < 6; at++) {
      answers.known.push(shapeOf(await askAs('0900000304')));
      answers.unknown.push(shapeOf(await askAs('0900000305')));
    }
    expect(answers.known).toEqual(answers.unknown);
    expect(answers.known.at(-1)).toMatchObject({
      error: { code: 'too_many_codes', retryAfterSeconds: 3600 },
    });
    expect(answers.known.at(-2)).toMatchObject({ ok: true });
    later(61);
    expect(await askAs('0900000304')).toMatchObject({ ok: true });
    expect(await askAs('02513888888')).toMatchObject({ error: { code: 'phone_not_mobile' } });
    const limited = await Promise.all(
      Array.from({ length: 34 }, (_, at) => askFrom('203.0.113.9', `09000004${10 + at}`)),
    );
    expect(limited.filter(({ ok }) => ok)).toHaveLength(30);
  });
});

const TAKEN = { kind: 'taken' } as const;

const shapeOf = (answer: { ok: boolean; value?: object }) =>
  answer.ok ? { ok: true, keys: Object.keys(answer.value ?? {}) } : answer;

async function askFrom(address: string, phone: string) {
  const { api } = await shop.gate.callerFor(new Headers(), address);
  return api.buyers.askCode({ key: key(), phone, locale: 'vi' });
}

describe('a session', () => {
  it('is worth nothing once signed out, whoever has its cookie', async () => {
    const headers = await signedIn('0900000311');
    const stolen = await shop.as(new Headers(headers));
    await (await shop.as(headers)).buyers.signOut({ key: key() });
    const again = await shop.as(new Headers(headers));
    expect(await again.buyers.me()).toBeNull();
    await expect(again.buyers.orders()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    expect(await stolen.session.me()).toEqual({ kind: 'guest' });
    expect(JSON.stringify(await shop.db.buyerSession.findMany())).not.toContain(
      headers.get('cookie')?.slice(6),
    );
  });

  it('is listed and ended from another, ends by itself after thirty days, and is nobody else’s to end', async () => {
    const [phone, laptop] = [await signedIn('0900000312'), await signedIn('0900000312')];
    const api = await shop.as(laptop);
    const listed = await api.buyers.sessions();
    expect(listed.map(({ isThisOne }) => isThisOne).sort()).toEqual([false, true]);
    const stranger = await shop.as(await signedIn('0900000313'));
    await stranger.buyers.endSessions({ key: key(), id: listed[0]?.id ?? '' });
    expect(await api.buyers.sessions()).toHaveLength(2);
    await api.buyers.endSessions({ key: key(), id: null });
    expect(await (await shop.as(phone)).buyers.me()).toBeNull();
    later(30 * 24 * 60);
    expect(await (await shop.as(laptop)).buyers.me()).toBeNull();
  });

  it('of a member’s or manager’s number is a buyer’s and no more', async () => {
    const manager = await shop.personWith(['manager']);
    const number = await shop.db.user.findFirstOrThrow({ where: { roles: { some: { role: 'manager' } } } });
    const headers = await signedIn(number.phoneNumber ?? '');
    const api = await shop.as(headers);
    expect(await api.buyers.me()).toMatchObject({ phone: number.phoneNumber });
    expect(await api.session.me()).toEqual({ kind: 'guest' });
    await expect(api.officeOrders.board({ states: ['placed'], after: null } as never)).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    });
    // The same token where the office looks for one of its own.
    const token = headers.get('cookie')?.split('=')[1];
    const posing = await shop.as(new Headers({ cookie: `baunghe.session_token=${token}` }));
    expect(await posing.session.me()).toEqual({ kind: 'guest' });
    await expect((await shop.as(manager)).buyers.orders()).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('an account', () => {
  it('keeps addresses, one of them the default, and nobody else’s', async () => {
    const api = await shop.as(await signedIn('0900000323'));
    const address = { name: 'Người Nhận', provinceCode: '75', wardCode: '25217', street: 'Số 1', note: null };
    const keep = (more: object) =>
      api.buyers.keepAddress({ key: key(), id: null, isDefault: false, ...address, ...more });
    const [first, second] = [await keep({}), await keep({ street: 'Số 2', isDefault: true })];
    if (!first.ok || !second.ok) throw new Error('not kept');
    const seen = async () =>
      (await api.buyers.addresses()).map(({ street, isDefault }) => [street, isDefault]);
    expect(await seen()).toEqual([
      ['Số 2', true],
      ['Số 1', false],
    ]);
    expect(await keep({ wardCode: '00001' })).toEqual({ ok: false, error: { code: 'ward_unknown' } });
    const stranger = await shop.as(await signedIn('0900000324'));
    const theirs = { key: key(), id: first.value.id, isDefault: true, ...address };
    expect(await stranger.buyers.keepAddress(theirs)).toMatchObject({ error: { code: 'address_unknown' } });
    await stranger.buyers.dropAddress({ key: key(), id: first.value.id });
    await api.buyers.dropAddress({ key: key(), id: second.value.id });
    expect(await seen()).toEqual([['Số 1', true]]);
    await Promise.all(Array.from({ length: 12 }, () => keep({})));
    expect(await seen()).toHaveLength(10);
    expect(await (await shop.as()).buyers.addresses()).toEqual([]);
  });

  it('keeps a cart: the larger of both at sign-in, both of two changes at once, nothing after thirty days', async () => {
    const phone = '0900000325';
    const first = await enter(await ask(phone), [{ productId: 'pro_box', quantity: 2 }]);
    const again = [
      { productId: 'pro_box', quantity: 1 },
      { productId: 'pro_kg', quantity: 3 },
      { productId: 'pro_gone', quantity: 1 },
    ];
    const second = await enter(await ask(phone), again);
    const merged = [
      { productId: 'pro_box', quantity: 2 },
      { productId: 'pro_kg', quantity: 3 },
    ];
    expect(second.answer).toEqual({ ok: true, value: { cart: merged, locale: 'vi' } });
    const [tab, device] = [await shop.as(first.headers), await shop.as(second.headers)];
    expect(await tab.buyers.cart()).toEqual(merged);
    const add = (api: typeof tab) =>
      api.buyers.changeCart({ key: key(), changes: [{ productId: 'pro_box', by: 1 }] });
    await Promise.all([add(tab), add(device), add(tab)]);
    expect(await device.buyers.cart()).toContainEqual({ productId: 'pro_box', quantity: 5 });
    const taking = { key: key(), changes: [{ productId: 'pro_kg', by: -3 }] };
    await device.buyers.changeCart(taking);
    await device.buyers.changeCart(taking);
    expect(await tab.buyers.cart()).toEqual([{ productId: 'pro_box', quantity: 5 }]);
    expect(await (await shop.as()).buyers.cart()).toBeNull();
    later(29 * 24 * 60);
    expect(await tab.buyers.cart()).toHaveLength(1);
    later(24 * 60);
    const third = await shop.as(await signedIn(phone));
    expect(await third.buyers.cart()).toEqual([]);
  });
});
