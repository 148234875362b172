import { randomBytes } from 'node:crypto';
import { type Moment, refusalOf } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LocalGateway, localAndroid } from './gateways.builders.ts';
import {
  androidGateway,
  type Handover,
  keepInbound,
  noteDelivery,
  type OutboundSms,
  outboundPage,
  queueSms,
  type SmsGateway,
  sendAgain,
  sendQueued,
} from './index.ts';

const NOW = new Date('2026-06-07T03:00:00Z');
const DAY = new Date('2026-06-07T00:00:00Z');
const ACCOUNT = { user: 'sms', password: 'p' };
const after = (seconds: number): Moment => ({ now: new Date(+NOW + seconds * 1000), random: randomBytes });

let test: TestDatabase;
let android: LocalGateway;
beforeAll(async () => {
  test = await testDatabase();
  android = await localAndroid(ACCOUNT);
});
afterAll(() => Promise.all([test.close(), android.close()]));
beforeEach(async () => {
  await test.db.smsOutbound.deleteMany();
  Object.assign(android, { asked: 0, mishaps: [] });
  android.taken.clear();
});

async function queued(more: Partial<OutboundSms> = {}, at = after(0)): Promise<string> {
  const sms = {
    kind: 'answer',
    phone: '+84900000011',
    text: 'Đã ghi.',
    answersId: null,
    strangerDay: null,
    demo: false,
  };
  return test.db.$transaction((tx) => queueSms(tx, at, { ...sms, ...more } as OutboundSms));
}

const row = (id: string) => test.db.smsOutbound.findUniqueOrThrow({ where: { id } });
const phone = (): SmsGateway => androidGateway({ url: android.url, ...ACCOUNT, timeoutMs: 500 });
const send = (seconds: number, gateway = phone()) => sendQueued(test.db, gateway, () => after(seconds));
const note = (kind: 'sent' | 'delivered' | 'failed', messageId: string, reason: string | null = null) =>
  test.db.$transaction((tx) => noteDelivery(tx, after(60), { kind, messageId, reason }));

describe('a queued message', () => {
  it('is plain, is sent once, and then is sent', async () => {
    const id = await queued();
    expect(await row(id)).toMatchObject({ text: 'Da ghi.', state: 'queued', attempts: 0 });
    expect(await send(0)).toBe(1);
    expect(await send(1)).toBe(0);
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 1, sentAt: NOW, trouble: null });
    expect([...android.taken]).toEqual([[id, { phone: '+84900000011', text: 'Da ghi.' }]]);
  });

  it('of the demo is never sent, whatever the gateway', async () => {
    const id = await queued({ demo: true });
    expect(await send(86_400)).toBe(0);
    expect(android.asked).toBe(0);
    expect(await row(id)).toMatchObject({ state: 'queued', attempts: 0 });
    await note('delivered', id);
    expect(await row(id)).toMatchObject({ state: 'queued' });
  });

  it('is tried again, each time later, and says what was the matter', async () => {
    const id = await queued();
    android.mishaps = ['broken', 'not_json', 'crowded'];
    expect(await send(0)).toBe(1);
    expect(await row(id)).toMatchObject({ state: 'queued', trouble: '500 Failed to enqueue' });
    expect(await send(29)).toBe(0);
    expect(await send(30)).toBe(1);
    expect(await send(89)).toBe(0);
    expect(await send(90)).toBe(1);
    expect(await row(id)).toMatchObject({ state: 'queued', attempts: 3, trouble: '429 Too many requests' });
    expect(await send(90 + 599)).toBe(0);
    expect(await send(90 + 600)).toBe(1);
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 4, trouble: null });
  });

  it('fails at once when it is refused, and once nobody needs it any more', async () => {
    const refused = await queued({ phone: '+8490000' });
    const late = await queued({}, after(-20 * 3600 + 10));
    android.mishaps = ['broken'];
    await send(0);
    expect(await row(refused)).toMatchObject({ state: 'failed', trouble: '400 invalid phone number' });
    expect(await row(late)).toMatchObject({ state: 'failed', attempts: 1 });
    expect(await send(86_400)).toBe(0);
  });

  it('that is a code loses its words when it leaves or is too late, and is nobody’s to read or to send again', async () => {
    const code = { kind: 'sign_in_code', text: 'Ma 123456' } as const;
    const [sent, late] = [await queued(code), await queued(code, after(-300))];
    const board = async () => (await outboundPage(test.db, { after: null, limit: 9 })).rows;
    expect((await board()).map(({ text }) => text)).toEqual([null, null]);
    await send(0);
    expect([...android.taken].map(([id, { text }]) => [id, text])).toEqual([[sent, 'Ma 123456']]);
    expect(await row(sent)).toMatchObject({ state: 'sent', text: '' });
    expect(await row(late)).toMatchObject({ state: 'failed', text: '' });
    expect((await board()).map(({ maySendAgain }) => maySendAgain)).toEqual([false, false]);
    const again = await sendAgain(test.db, after(1), late);
    expect(again).toEqual({ ok: false, error: { code: 'message_not_failed' } });
  });

  it('that lay there for a day, while there was no gateway, is not sent any more', async () => {
    const id = await queued({}, after(-20 * 3600));
    expect(await send(0)).toBe(1);
    expect(android.asked).toBe(0);
    expect(await row(id)).toMatchObject({ state: 'failed', trouble: 'waited too long' });
  });

  it('is sent again after a round that was cut off, with the same id, so that the gateway has it once', async () => {
    const id = await queued();
    const cutOff: SmsGateway = {
      name: 'android',
      async send(message) {
        await phone().send(message);
        throw new Error('the server was killed');
      },
    };
    await expect(send(0, cutOff)).rejects.toThrow('killed');
    expect(await row(id)).toMatchObject({ state: 'queued', attempts: 1 });
    expect(await send(119)).toBe(0);
    expect(await send(120)).toBe(1);
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 2 });
    expect([android.asked, android.taken.size]).toEqual([2, 1]);
  });

  it('is taken by one of many rounds at once', async () => {
    for (let count = 0; count < 12; count++) await queued();
    const told: string[] = [];
    const slow: SmsGateway = {
      name: 'esms',
      async send({ id }): Promise<Handover> {
        told.push(id);
        await new Promise((resolve) => setTimeout(resolve, 5));
        return { kind: 'taken' };
      },
    };
    const rounds = await Promise.all(Array.from({ length: 6 }, () => send(0, slow)));
    expect(rounds.reduce((sum, tried) => sum + tried, 0)).toBe(12);
    expect(new Set(told).size).toBe(12);
    expect(told).toHaveLength(12);
  });
});

describe('what a gateway says later', () => {
  it('moves a message on, in whatever order it is told and however often', async () => {
    const id = await queued();
    await send(0);
    for (const kind of ['delivered', 'sent', 'failed', 'delivered'] as const) await note(kind, id);
    expect(await row(id)).toMatchObject({ state: 'delivered', sentAt: NOW, deliveredAt: after(60).now });
  });

  it('counts before we know that it was taken', async () => {
    const id = await queued();
    await note('delivered', id);
    expect(await row(id)).toMatchObject({ state: 'delivered' });
    expect(await send(0)).toBe(0);
  });

  it('may be that it failed, with the reason, and is nothing for a message that is not ours', async () => {
    const id = await queued();
    await send(0);
    await note('failed', id, 'No service');
    expect(await row(id)).toMatchObject({ state: 'failed', trouble: 'No service' });
    await note('failed', 'sms_none');
    expect(await test.db.smsOutbound.count()).toBe(1);
  });
});

describe('what is older than 400 days', () => {
  const long = new Date('2025-04-01T00:00:00Z');
  const inbound = {
    sender: 'x',
    userId: null,
    message: 'KHO',
    receivedAt: long,
    outcome: 'silent',
    recorded: null,
  } as const;
  const keep = (gatewayId: string, moment: Moment) =>
    test.db.$transaction((tx) => keepInbound(tx, moment, { ...inbound, gatewayId }));

  it('is cleared now and then, on both sides', async () => {
    const seldom = (byte: number) => (count: number) => new Uint8Array(count).fill(byte);
    const answersId = await keep('old', { now: long, random: seldom(1) });
    const old = await queued({ answersId }, { now: long, random: randomBytes });
    const young = await queued();
    await keep('new', { ...after(0), random: seldom(1) });
    expect(await test.db.smsInbound.count()).toBe(2);
    await keep('newer', { ...after(1), random: seldom(0) });
    expect(await test.db.smsInbound.findMany({ select: { gatewayId: true } })).not.toContainEqual({
      gatewayId: 'old',
    });
    const left = await test.db.smsOutbound.findMany({ select: { id: true } });
    expect(left.map(({ id }) => id)).toEqual([young]);
    expect(old).not.toBe(young);
  });

  it('but what may be told again stays, as it was', async () => {
    const id = await keep('stays', { now: new Date(), random: () => new Uint8Array(16).fill(2) });
    const gone = test.db.smsInbound.delete({ where: { id } }).catch((error: unknown) => error);
    expect(refusalOf(await gone)?.constraint).toBe('sms_inbound_stays');
    const changed = test.db.smsInbound.update({ where: { id }, data: { message: 'x' } });
    expect(refusalOf(await changed.catch((error: unknown) => error))?.constraint).toBe('sms_inbound_stays');
  });
});

describe('the database refuses', () => {
  const refused = async (act: Promise<unknown>) =>
    refusalOf(await act.catch((error: unknown) => error))?.constraint;
  const stranger = { kind: 'stranger', strangerDay: DAY } as const;

  it('a second answer to a stranger on a day', async () => {
    await queued(stranger);
    const again = await queued(stranger).catch((error: unknown) => error);
    expect(refusalOf(again)?.sqlState).toBe('23505');
    expect(await queued({ ...stranger, strangerDay: new Date('2026-06-08') })).toMatch(/^sms_/);
  });

  it.each<[string, Partial<OutboundSms>]>([
    ['sms_outbound_phone_form', { phone: '0900000011' }],
    ['sms_outbound_one_segment', { text: '' }],
    ['sms_outbound_stranger_day', { kind: 'stranger' }],
    ['sms_outbound_stranger_day', { strangerDay: DAY }],
  ])('what is against %s', async (constraint, more) => {
    expect(await refused(queued(more))).toBe(constraint);
  });

  it('a message that changes or goes back, and one of the demo that leaves', async () => {
    const [demo, sent] = [await queued({ demo: true }), await queued()];
    await send(0);
    const change = (id: string, data: object) => refused(test.db.smsOutbound.update({ where: { id }, data }));
    expect(await change(demo, { state: 'sent', sentAt: NOW })).toBe('sms_outbound_demo_stays');
    expect(await change(demo, { state: 'failed' })).toBe('sms_outbound_demo_stays');
    expect(await change(sent, { state: 'queued' })).toBe('sms_outbound_one_way');
    expect(await change(sent, { text: 'x' })).toBe('sms_outbound_one_way');
    expect(await change(sent, { phone: '+84900000012' })).toBe('sms_outbound_one_way');
    expect(await change(sent, { state: 'delivered' })).toBe('sms_outbound_times');
    await change(sent, { state: 'failed' });
    expect(await change(sent, { state: 'sent' })).toBe('sms_outbound_one_way');
  });
});
