import { thisMoment } from '@baunghe/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aShop, type Shop } from './api.builders.ts';
import { type Caller, factorWanted } from './index.ts';
import { telephone } from './telephone.builders.ts';

let shop: Shop;
let now = new Date();
let manager: Headers;
const PASSWORD = 'mua-he-sau-rieng';
const WRONG = { ok: false, error: { code: 'code_wrong' } };
const key = () => crypto.randomUUID();
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

beforeAll(async () => {
  shop = await aShop(4, {
    moment: () => ({ ...thisMoment(), now }),
    sms: {
      ...{ webhookKey: null, sendsBy: 'esms', esmsSecret: null },
      words: (answer) => {
        if (answer.code === 'office_code') return `Ma ${answer.digits}`;
        return answer.code === 'invitation' ? `Moi ${answer.link}` : answer.code;
      },
    },
  });
  manager = await shop.personWith(['manager']);
});
afterAll(() => shop.close());

async function person(roles: Parameters<Shop['personWith']>[0]) {
  const headers = await shop.personWith(roles);
  const me = await (await shop.as(headers)).session.me();
  if (me.kind !== 'person') throw new Error('a guest');
  const user = await shop.db.user.findUniqueOrThrow({ where: { id: me.userId } });
  return { headers, userId: me.userId, phone: user.phoneNumber ?? '' };
}

async function ask(phone: string) {
  const asked = await (await shop.as()).session.askCode({ key: key(), phone, locale: 'vi' });
  if (!asked.ok) throw new Error(asked.error.code);
  return asked.value;
}

const sent = async (phone: string) =>
  (await shop.db.smsOutbound.findMany({ where: { phone }, orderBy: { createdAt: 'desc' } })).map(
    ({ kind, text }) => ({ kind, text }),
  );

/** Enters as a browser: the answer, and who it then is. */
async function enter(act: (api: Caller) => Promise<{ ok: boolean }>) {
  const { api, setCookie } = await shop.gate.callerFor(new Headers());
  const answer = await act(api);
  const cookie = setCookie.map((line) => line.split(';')[0]).join('; ');
  return { answer, me: await (await shop.as(new Headers({ cookie }))).session.me() };
}

const acts = async (procedure: string) => {
  const wanted = { byUser: null, procedure, code: null, day: null, after: null };
  const { rows } = await (await shop.as(manager)).trail.acts(wanted);
  return rows.map(({ byUser, outcome }) => ({ byUser, outcome }));
};

it('lets in by a code that came by SMS, once and not late, and tells nobody whether a number is known', async () => {
  const packer = await person(['packer']);
  const { codeId, demoDigits } = await ask(packer.phone);
  expect(demoDigits).toBeNull();
  const [sms] = await sent(packer.phone);
  const digits = sms?.text.slice(3) ?? '';
  expect(sms?.kind).toBe('sign_in_code');
  const by = { codeId, digits };
  // A code of the office opens nothing in the shop.
  const inShop = await (await shop.as()).buyers.enter({ ...by, cart: [], locale: 'vi' });
  expect(inShop).toEqual(WRONG);
  const entered = await enter((api) => api.session.enterByCode(by));
  expect(entered).toMatchObject({ answer: { ok: true }, me: { kind: 'person', userId: packer.userId } });
  expect((await enter((api) => api.session.enterByCode(by))).answer).toEqual(WRONG);
  const late = await ask(packer.phone);
  later(6);
  const [second] = await sent(packer.phone);
  const tooLate = { codeId: late.codeId, digits: second?.text.slice(3) ?? '' };
  expect((await enter((api) => api.session.enterByCode(tooLate))).answer).toEqual(WRONG);
  const unknown = await ask('0900000399');
  expect(Object.keys(unknown)).toEqual(['codeId', 'demoDigits']);
  expect(await sent('+84900000399')).toEqual([]);
  expect(await acts('session.enterByCode')).toEqual([
    { byUser: packer.userId, outcome: 'refused' },
    { byUser: packer.userId, outcome: 'done' },
  ]);
});

it('sends a number five codes an hour and no more, whichever door they are for', async () => {
  const { phone } = await person(['packer']);
  for (let asked = 0; asked < 4; asked++) await ask(phone);
  const guest = await shop.as();
  await guest.buyers.askCode({ key: key(), phone, locale: 'vi' });
  expect(await guest.session.askCode({ key: key(), phone, locale: 'vi' })).toMatchObject({
    error: { code: 'too_many_codes' },
  });
});

it('keeps a run of failed sign-ins as one row, a locked one as another, and nothing of what was typed', async () => {
  const { phone, userId } = await person(['accountant']);
  const guest = await shop.as();
  await guest.session.signIn({ phone, password: 'doan-mo' });
  // Too long to be anybody's, so it costs a try and no hash.
  const password = 'doan-mo'.repeat(30);
  for (let tries = 0; tries < 11; tries++) await guest.session.signIn({ phone, password });
  await guest.session.signIn({ phone: '0900000398', password: 'doan-mo' });
  await guest.session.signIn({ phone: 'khong-phai-so', password: 'doan-mo' });
  const refused = (await acts('session.signIn')).filter(({ outcome }) => outcome === 'refused');
  expect(refused).toEqual([
    { byUser: 'nobody', outcome: 'refused' },
    { byUser: userId, outcome: 'refused' },
  ]);
  expect(await acts('session.locked')).toEqual([{ byUser: userId, outcome: 'refused' }]);
  expect(JSON.stringify(await shop.db.act.findMany({ select: { about: true } }))).not.toContain('doan-mo');
});

it('has a manager with a second factor drop another’s, who is signed out and told; nobody drops their own', async () => {
  const lost = await person(['accountant']);
  const setUp = async (headers: Headers) => {
    const me = await shop.as(headers);
    const begun = await me.me.beginFactor();
    if (!begun.ok) throw new Error(begun.error.code);
    const code = telephone(begun.value.typed, () => now);
    expect((await me.me.confirmFactor({ digits: code() })).ok).toBe(true);
  };
  await setUp(lost.headers);
  const drop = async (userId: string) => {
    const asked = (await shop.as(manager)).people.dropFactor({ key: key(), userId });
    return asked.catch((error: unknown) => ({ ok: false, error: factorWanted(error) }));
  };
  expect(await drop(lost.userId)).toMatchObject({ error: { code: 'second_factor_to_set_up' } });
  await setUp(manager);
  const me = await (await shop.as(manager)).session.me();
  expect(await drop(me.kind === 'person' ? me.userId : '')).toMatchObject({ error: { code: 'own_factor' } });
  later(16);
  expect(await drop(lost.userId)).toMatchObject({ error: { code: 'second_factor_wanted' } });
  later(-16);
  expect(await drop(lost.userId)).toMatchObject({ ok: true });
  expect(await drop(lost.userId)).toMatchObject({ error: { code: 'factor_off' } });
  expect(await sent(lost.phone)).toEqual([{ kind: 'notice', text: 'factor_dropped' }]);
  expect((await (await shop.as(lost.headers)).session.me()).kind).toBe('guest');
  expect((await acts('people.dropFactor')).map(({ outcome }) => outcome)).toEqual(['done']);
  const again = await (await shop.as()).session.signIn({ phone: lost.phone, password: PASSWORD });
  expect(again.ok).toBe(true);
});

it('sends an invitation by SMS to a mobile number, with the link that opens it, and to a fixed line none', async () => {
  const api = await shop.as(manager);
  const who = { name: 'Người Được Mời', roles: ['packer' as const] };
  const invited = await api.people.invite({ key: key(), ...who, phone: '0900000397' });
  if (!invited.ok) throw new Error(invited.error.code);
  expect(invited.value.isSent).toBe(true);
  expect(await sent('+84900000397')).toEqual([{ kind: 'invitation', text: `Moi ${invited.value.link}` }]);
  await shop.db.smsOutbound.updateMany({
    where: { kind: 'invitation' },
    data: { state: 'sent', sentAt: now },
  });
  expect(await sent('+84900000397')).toEqual([{ kind: 'invitation', text: '' }]);
  const fixed = await api.people.invite({ key: key(), ...who, phone: '0271 3888 888' });
  expect(fixed).toMatchObject({ ok: true, value: { isSent: false } });
  expect(await sent('+842713888888')).toEqual([]);
});
