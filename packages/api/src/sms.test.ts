import { createHmac } from 'node:crypto';
import { phoneNumber } from '@baunghe/coop';
import { type Role, thisMoment } from '@baunghe/db';
import { esmsMark } from '@baunghe/notices';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';
import type { SmsAnswer } from './index.ts';

const KEY = 'signing-key';
const ESMS_SECRET = 'secret-of-esms';
/** Half past eight in the morning of 7 June in Vietnam. */
const NOW = new Date('2026-06-07T01:30:00Z');

let shop: Shop;
let now = NOW;
let told = 0;
const answers: SmsAnswer[] = [];
const numbers = { grower: '', other: '', packer: '', manager: '', both: '', newcomer: '' };

/** Whose number is whose: each is an account with a telephone, some with a member's record. */
beforeAll(async () => {
  shop = await aShop(10, {
    moment: () => ({ ...thisMoment(), now }),
    sms: {
      webhookKey: KEY,
      sendsBy: null,
      esmsSecret: ESMS_SECRET,
      words: (answer) => {
        answers.push(answer);
        return answer.code;
      },
    },
  });
  const joinedOn = new Date('2020-01-01');
  await shop.db.member.create({
    data: { id: 'mem_both', code: 'XV03', name: 'Vừa trồng vừa gói', joinedOn },
  });
  const people: [keyof typeof numbers, Role[], string | undefined][] = [
    ['grower', ['member'], 'mem_named'],
    ['other', ['member'], 'mem_unnamed'],
    ['packer', ['packer'], undefined],
    ['manager', ['manager'], undefined],
    ['both', ['member', 'packer'], 'mem_both'],
    ['newcomer', [], undefined],
  ];
  for (const [who, roles, member] of people) {
    await shop.personWith(roles, member);
    const user = await shop.db.user.findFirstOrThrow({ orderBy: { phoneNumber: 'desc' } });
    numbers[who] = user.phoneNumber ?? '';
  }
});
afterAll(() => shop.close());
beforeEach(() => {
  now = NOW;
  answers.length = 0;
});

interface Sms {
  id?: string;
  key?: string;
  receivedAt?: string;
  event?: string;
  payload?: object;
  signedAt?: number;
}

async function post(from: string, message: string, more: Sms = {}) {
  told += 1;
  const { id = `gw-${told}`, key = KEY, event = 'sms:received', signedAt = now.getTime() / 1000 } = more;
  const payload = more.payload ?? {
    messageId: 'same',
    message,
    phoneNumber: from,
    simNumber: 1,
    // No two messages share the millisecond.
    receivedAt: more.receivedAt ?? new Date(now.getTime() - 500 + told).toISOString(),
  };
  const body = JSON.stringify({ deviceId: 'd', event, id, payload, webhookId: 'w' });
  const timestamp = String(Math.floor(signedAt));
  const signature = createHmac('sha256', key)
    .update(body + timestamp)
    .digest('hex');
  return (await shop.as()).notices.receive({ body, signature, timestamp });
}

/** Sends a text and gives what it is answered; null for silence. */
async function answerTo(from: string, message: string, more: Sms = {}): Promise<SmsAnswer | null> {
  const before = answers.length;
  expect(await post(from, message, more)).toEqual({ ok: true, value: 'kept' });
  return answers[before] ?? null;
}

async function recorded(from: string, message: string) {
  const answer = await answerTo(from, message);
  if (answer?.code !== 'harvest_recorded') throw new Error(JSON.stringify(answer));
  return answer;
}

const counts = async () => ({
  inbound: await shop.db.smsInbound.count(),
  outbound: await shop.db.smsOutbound.count(),
  harvests: await shop.db.harvest.count(),
});

describe('a harvest by SMS', () => {
  it('is recorded as the page does: harvest, lot, ledger, trace, and who did it', async () => {
    const { batch, undoCode } = await recorded(numbers.grower, 'Thu hoạch T01 Ri6 loại A 120,5 kg');
    const lot = await shop.db.lot.findUniqueOrThrow({
      where: { batch },
      include: { balance: true, harvest: true },
    });
    expect(lot).toMatchObject({ balance: { onHandGrams: 120_500 }, heldReason: null });
    expect(lot.harvest).toMatchObject({ plotId: 'plo_named', grade: 'A', cutOn: new Date('2026-06-07') });
    const user = await shop.db.user.findUniqueOrThrow({ where: { phoneNumber: numbers.grower } });
    expect(lot.harvest.recordedBy).toBe(user.id);
    const about = await shop.db.traceAbout.count({ where: { subject: 'harvest', subjectId: lot.harvestId } });
    expect(about).toBe(1);
    const inbound = await shop.db.smsInbound.findFirstOrThrow({
      where: { harvestId: lot.harvestId },
      include: { answer: true },
    });
    expect(inbound).toMatchObject({ outcome: 'done', undoCode, userId: user.id });
    expect(inbound.answer).toMatchObject({
      phone: numbers.grower,
      kind: 'answer',
      state: 'queued',
      demo: false,
    });
  });

  it('is held and told so while an interval runs', async () => {
    await shop.db.input.create({
      data: { id: 'inp_9', name: 'Thuốc chín ngày', kind: 'pesticide', preHarvestDays: 9 },
    });
    const sprayed = {
      plotId: 'plo_unnamed',
      act: 'spray',
      inputId: 'inp_9',
      doneOn: new Date('2026-06-05'),
    } as const;
    await shop.db.diaryEntry.create({ data: { id: 'dia_9', ...sprayed, recordedAt: NOW } });
    const { batch, heldBy } = await recorded(numbers.other, 'TH T02 RI6 A 40');
    expect(heldBy).toMatchObject({ inputName: 'Thuốc chín ngày', freeFrom: new Date('2026-06-14') });
    const lot = await shop.db.lot.findUniqueOrThrow({ where: { batch } });
    expect(lot.heldReason).toContain('PHI Thuốc chín ngày');
  });

  it('is of the day on which the telephone got it, also when that comes through late', async () => {
    now = new Date('2026-06-08T02:00:00Z');
    const late = await answerTo(numbers.grower, 'TH T01 RI6 B 11', {
      receivedAt: '2026-06-06T20:00:00+07:00',
    });
    const batch = late?.code === 'harvest_recorded' ? late.batch : '';
    const lot = await shop.db.lot.findUniqueOrThrow({ where: { batch } });
    expect(lot.cutOn).toEqual(new Date('2026-06-06'));
    const future = await answerTo(numbers.grower, 'TH T01 RI6 B 12', { receivedAt: '2026-07-01T00:00:00Z' });
    expect(future).toMatchObject({ code: 'harvest_recorded' });
    const old = await answerTo(numbers.grower, 'TH T01 RI6 B 13', { receivedAt: '2026-01-01T00:00:00Z' });
    expect(old).toMatchObject({ code: 'harvest_refused', refusal: { code: 'day_out_of_range' } });
  });

  it('is of one’s own plots, and what others have is not told', async () => {
    const before = await counts();
    const theirs = await answerTo(numbers.grower, 'TH T02 RI6 A 10');
    const nobodys = await answerTo(numbers.grower, 'TH T99 RI6 A 10');
    const unknown = (said: string) => ({
      code: 'harvest_unclear',
      unclear: { kind: 'unclear_harvest', why: 'plot_unknown', said },
    });
    expect([theirs, nobodys]).toEqual([unknown('T02'), unknown('T99')]);
    expect((await counts()).harvests).toBe(before.harvests);
    expect(await answerTo(numbers.manager, 'TH T02 RI6 A 10')).toMatchObject({ code: 'harvest_recorded' });
    expect(await answerTo(numbers.packer, 'TH T02 RI6 A 10')).toEqual({ code: 'may_not' });
  });
});

describe('told twice', () => {
  it('is done once, by the gateway’s id, also at once and when its signature is fresh', async () => {
    const before = await counts();
    const more = { id: 'gw-twice' };
    const once = await Promise.all(
      Array.from({ length: 6 }, () => post(numbers.grower, 'TH T01 RI6 C 5', more)),
    );
    expect(once.map((done) => done.ok && done.value).sort()).toEqual([
      ...Array.from({ length: 5 }, () => 'again'),
      'kept',
    ]);
    now = new Date(NOW.getTime() + 3_600_000);
    expect(await post(numbers.grower, 'TH T01 RI6 C 5', more)).toEqual({ ok: true, value: 'again' });
    const after = await counts();
    expect(after).toEqual({
      inbound: before.inbound + 1,
      outbound: before.outbound + 1,
      harvests: before.harvests + 1,
    });
  });
});

it('tells a grower by day that a certificate ends, once', async () => {
  const days = { validFrom: new Date('2025-06-20'), validTo: new Date('2026-06-20') };
  const paper = { id: 'cer_1', kind: 'vietgap', number: 'VG-1', issuer: 'Nơi cấp thử', ...days } as const;
  const kept = { memberId: 'mem_named', recordedAt: NOW, recordedBy: 'usr_1' };
  await shop.db.certificate.create({ data: { ...paper, ...kept } });
  now = new Date('2026-06-06T15:00:00Z');
  expect(await shop.gate.tellCertificates()).toBe(0);
  now = NOW;
  expect([await shop.gate.tellCertificates(), await shop.gate.tellCertificates()]).toEqual([1, 0]);
  expect(answers).toMatchObject([{ code: 'certificate_ends', number: 'VG-1', daysLeft: 13 }]);
  const sent = await shop.db.smsOutbound.findFirstOrThrow({ where: { kind: 'notice' } });
  expect(sent).toMatchObject({ phone: numbers.grower, text: 'certificate_ends' });
});

describe('the same words', () => {
  const TEXT = 'TH T01 RI6 C 71';
  const at = (seconds: number) => ({ receivedAt: new Date(+NOW - 600_000 + seconds * 1000).toISOString() });

  it('under two ids of two webhooks, of the very same moment, are one message, also at once', async () => {
    const before = await counts();
    const told = await Promise.all([0, 1, 2].map(() => post(numbers.grower, 'TH T01 RI6 C 72', at(0))));
    expect(told.map((done) => done.ok && done.value).sort()).toEqual(['again', 'again', 'kept']);
    expect((await counts()).harvests).toBe(before.harvests + 1);
  });

  it('a moment later are asked about, and recorded once they say that they are one more', async () => {
    const first = await answerTo(numbers.grower, TEXT, at(0));
    const batch = first?.code === 'harvest_recorded' ? first.batch : '';
    const before = await counts();
    expect(await answerTo(numbers.grower, TEXT, at(7))).toEqual({ code: 'harvest_same', batch });
    expect(await shop.db.smsInbound.count({ where: { message: TEXT, outcome: 'asked' } })).toBe(1);
    expect((await counts()).harvests).toBe(before.harvests);
    const more = await answerTo(numbers.grower, `${TEXT} nữa`, at(40));
    expect(more).toMatchObject({ code: 'harvest_recorded', grams: 71_000 });
    expect(await answerTo(numbers.grower, `${TEXT} nữa`, at(44))).toMatchObject({ code: 'harvest_same' });
  });

  it('are recorded when the first was undone, when time has passed, and for another number', async () => {
    const text = 'TH T01 RI6 C 73';
    const first = await answerTo(numbers.grower, text, at(0));
    await answerTo(numbers.grower, `HUY ${first?.code === 'harvest_recorded' ? first.undoCode : ''}`);
    expect(await answerTo(numbers.grower, text, at(30))).toMatchObject({ code: 'harvest_recorded' });
    expect(await answerTo(numbers.grower, text, at(151))).toMatchObject({ code: 'harvest_recorded' });
    expect(await answerTo(numbers.manager, text, at(151))).toMatchObject({ code: 'harvest_recorded' });
  });
});

describe('eSMS reports of a message', () => {
  const ID = 'sms_00esms';
  const report = async (more: object = {}, mark = esmsMark(ESMS_SECRET, ID)) => {
    const told = { SMSID: 'x', SendStatus: '5', SendSuccess: '1', SendFailed: '0', ...more };
    return (await shop.as()).notices.receiveEsms({ messageId: ID, mark, report: told });
  };
  const row = () => shop.db.smsOutbound.findUniqueOrThrow({ where: { id: ID } });

  it('by its mark alone, once, and the manager sends again what failed, once', async () => {
    const sms = { id: ID, kind: 'answer', phone: numbers.grower, text: 'Da ghi.', demo: false } as const;
    await shop.db.smsOutbound.create({ data: { ...sms, nextAt: NOW, createdAt: NOW } });
    expect(await report({}, esmsMark(ESMS_SECRET, 'sms_other'))).toMatchObject({
      error: { code: 'mark_wrong' },
    });
    expect(await report({ SendStatus: 'x' })).toMatchObject({ error: { code: 'report_malformed' } });
    expect(await report({ SendStatus: '2' })).toEqual({ ok: true, value: 'ignored' });
    expect(await row()).toMatchObject({ state: 'queued' });
    const manager = await shop.as(await shop.personWith(['manager']));
    const again = (key = crypto.randomUUID()) => manager.notices.sendAgain({ key, id: ID });
    expect(await again()).toMatchObject({ error: { code: 'message_not_failed' } });
    await report({ SendStatus: '7', SendSuccess: '0' });
    expect(await row()).toMatchObject({ state: 'sent' });
    for (const _ of [1, 2]) await report({ SendSuccess: '0', SendFailed: '1' });
    await report();
    expect(await row()).toMatchObject({ state: 'failed', trouble: 'eSMS: SendStatus 5' });
    const board = await manager.notices.board({ inboundAfter: null, outboundAfter: null });
    expect(board.outbound.rows.find(({ id }) => id === ID)).toMatchObject({ maySendAgain: true });
    const both = await Promise.all([again(), again()]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const [copy, ...more] = await shop.db.smsOutbound.findMany({ where: { againOfId: ID } });
    expect([copy?.state, copy?.text, more.length]).toEqual(['queued', 'Da ghi.', 0]);
    expect(await manager.notices.sendAgain({ key: crypto.randomUUID(), id: 'sms_none' })).toMatchObject({
      error: { code: 'message_unknown' },
    });
  });
});

describe('HUY', () => {
  const onHand = async (batch: string) =>
    (await shop.db.lot.findUniqueOrThrow({ where: { batch }, include: { balance: true } })).balance
      ?.onHandGrams;

  it('undoes by the code, for its own number, once', async () => {
    const { batch, undoCode } = await recorded(numbers.grower, 'TH T01 RI6 A 33');
    expect(await answerTo(numbers.other, `HUY ${undoCode}`)).toMatchObject({ code: 'not_undone' });
    expect(await onHand(batch)).toBe(33_000);
    expect(await answerTo(numbers.grower, `Huỷ ${undoCode}`)).toEqual({ code: 'undone', batch });
    expect(await onHand(batch)).toBe(0);
    expect(await answerTo(numbers.grower, `HUY ${undoCode}`)).toEqual({
      code: 'not_undone',
      why: { code: 'harvest_undone_before' },
    });
  });

  it('undoes no more after half an hour', async () => {
    const { undoCode } = await recorded(numbers.manager, 'TH T01 RI6 B 60');
    now = new Date(NOW.getTime() + 31 * 60_000);
    expect(await answerTo(numbers.manager, `HUY ${undoCode}`)).toMatchObject({
      why: { code: 'harvest_too_old' },
    });
  });

  it('without a code means the only one, and asks which of several', async () => {
    now = new Date('2026-06-09T01:00:00Z');
    expect(await answerTo(numbers.manager, 'HUY')).toMatchObject({ why: { code: 'nothing_to_undo' } });
    const first = await recorded(numbers.manager, 'TH T01 RI6 B 1');
    const second = await recorded(numbers.manager, 'TH T01 RI6 B 2');
    const asked = await answerTo(numbers.manager, 'HUY');
    expect(asked).toEqual({ code: 'undo_which', undoCodes: expect.arrayContaining([first.undoCode]) });
    expect(asked).toEqual({ code: 'undo_which', undoCodes: expect.arrayContaining([second.undoCode]) });
    await answerTo(numbers.manager, `HUY ${second.undoCode}`);
    expect(await answerTo(numbers.manager, 'HUY')).toEqual({ code: 'undone', batch: first.batch });
  });
});

describe('KHO and DON', () => {
  it('tell a grower of their own fruit alone, and staff of all', async () => {
    const grams = async (who: keyof typeof numbers) => {
      const answer = await answerTo(numbers[who], 'KHO');
      if (answer?.code !== 'store') throw new Error(JSON.stringify(answer));
      return answer.piles.reduce((sum, pile) => sum + pile.grams, 0);
    };
    const lots = await shop.db.lot.findMany({
      include: { balance: true, harvest: { include: { plot: true } } },
    });
    const inStore = (memberId?: string) =>
      lots
        .filter((lot) => !memberId || lot.harvest.plot.memberId === memberId)
        .reduce((sum, lot) => sum + (lot.balance?.onHandGrams ?? 0), 0);
    expect(await grams('grower')).toBe(inStore('mem_named'));
    expect(await grams('other')).toBe(inStore('mem_unnamed'));
    expect(await grams('both')).toBe(0);
    expect(await grams('packer')).toBe(inStore());
    expect(inStore()).toBeGreaterThan(inStore('mem_named'));
  });

  it('tell of what is to be packed, and of what buyers took of one’s own fruit today', async () => {
    now = new Date();
    await recorded(numbers.grower, 'TH T01 RI6 A 70');
    const placed = await (await shop.as()).checkout.place(aForm());
    if (!placed.ok) throw new Error(placed.error.code);
    const toPack = { count: 1, codes: [placed.value.code] };
    const grown = { reservedGrams: 10_000, packedGrams: 0 };
    const nothing = { reservedGrams: 0, packedGrams: 0 };
    expect(await answerTo(numbers.packer, 'DON')).toEqual({ code: 'orders', grown: null, toPack });
    expect(await answerTo(numbers.grower, 'Đơn hàng')).toEqual({ code: 'orders', grown, toPack: null });
    expect(await answerTo(numbers.other, 'DON')).toEqual({ code: 'orders', grown: nothing, toPack: null });
    expect(await answerTo(numbers.both, 'DON')).toEqual({ code: 'orders', grown: nothing, toPack });
  });

  it('help is by what somebody may do', async () => {
    expect(await answerTo(numbers.grower, '?')).toEqual({ code: 'help', grows: true, packs: false });
    expect(await answerTo(numbers.packer, 'tro giup')).toEqual({ code: 'help', grows: false, packs: true });
    expect(await answerTo(numbers.both, '?')).toEqual({ code: 'help', grows: true, packs: true });
  });
});

describe('a number of nobody’s', () => {
  it('is told so once a day, also when it writes many at once, and nothing else', async () => {
    const writes = () =>
      Promise.all(['KHO', 'TH T01 RI6 A 9', '?'].map((text) => answerTo('0912345678', text)));
    const before = await counts();
    await writes();
    expect(answers).toEqual([{ code: 'stranger' }]);
    now = new Date('2026-06-07T16:59:00Z');
    await writes();
    expect(answers).toHaveLength(1);
    now = new Date('2026-06-07T17:00:00Z');
    await writes();
    expect(answers).toEqual([{ code: 'stranger' }, { code: 'stranger' }]);
    expect((await counts()).harvests).toBe(before.harvests);
    expect(await shop.db.smsOutbound.count({ where: { phone: '+84912345678' } })).toBe(2);
  });

  it.each(['Viettel', '191', '02713778899', '+12025550123', 'x'.repeat(40)])(
    '%s is not answered',
    async (sender) => {
      expect(await answerTo(sender, 'KHO')).toBeNull();
      expect(await shop.db.smsInbound.findFirst({ where: { sender } })).toMatchObject({ outcome: 'silent' });
    },
  );

  it('is one without a role too, and one of the demo is never answered', async () => {
    expect(await answerTo(numbers.newcomer, 'KHO')).toEqual({ code: 'stranger' });
    const demo = phoneNumber('0900000077');
    if (!demo.ok) throw new Error(demo.error.code);
    const user = { id: 'usr_demo', name: 'Minh họa', email: 'demo@example.com', demo: true };
    await shop.db.user.create({ data: { ...user, phoneNumber: demo.value.e164 } });
    await shop.db.userRole.create({ data: { userId: 'usr_demo', role: 'manager' } });
    expect(await answerTo('0900000077', 'KHO')).toBeNull();
  });
});

describe('what nobody understands', () => {
  it('is told five times an hour at the most, and commands are answered all the while', async () => {
    now = new Date('2026-06-10T01:00:00Z');
    for (let time = 0; time < 8; time++) await answerTo(numbers.other, 'Tôi đang bận, sẽ gọi lại sau');
    expect(answers).toHaveLength(5);
    expect(await answerTo(numbers.other, 'KHO')).toMatchObject({ code: 'store' });
    now = new Date('2026-06-10T02:30:00Z');
    expect(await answerTo(numbers.other, 'xin chào')).toEqual({ code: 'unclear' });
  });
});

describe('what is not believed', () => {
  it.each<[string, Sms, string]>([
    ['another key', { key: 'another-key' }, 'signature_wrong'],
    ['a time long gone', { signedAt: NOW.getTime() / 1000 - 301 }, 'timestamp_drift'],
    ['a time to come', { signedAt: NOW.getTime() / 1000 + 301 }, 'timestamp_drift'],
    [
      'a payload without a sender',
      { payload: { message: 'KHO', receivedAt: NOW.toISOString() } },
      'event_malformed',
    ],
  ])('%s', async (_what, more, code) => {
    const before = await counts();
    expect(await post(numbers.grower, 'TH T01 RI6 A 1', more)).toMatchObject({ ok: false, error: { code } });
    expect(await counts()).toEqual(before);
  });

  it('but five minutes are', async () => {
    for (const seconds of [-299, 299]) {
      const signedAt = NOW.getTime() / 1000 + seconds;
      expect(await post(numbers.grower, 'KHO', { signedAt })).toEqual({ ok: true, value: 'kept' });
    }
  });

  it('is passed over when it is of no matter to us', async () => {
    expect(await post('', '', { event: 'system:ping', payload: {} })).toEqual({ ok: true, value: 'ignored' });
    expect(await post('', '', { event: 'toString', payload: {} })).toEqual({ ok: true, value: 'ignored' });
  });
});

describe('the board', () => {
  it('shows a manager both sides, page by page, and what is set up', async () => {
    const api = await shop.as(await shop.personWith(['manager']));
    const first = await api.notices.board({ inboundAfter: null, outboundAfter: null });
    expect([first.receives, first.sendsBy]).toEqual([true, null]);
    expect(first.inbound.rows).toHaveLength(50);
    const second = await api.notices.board({ inboundAfter: first.inbound.next, outboundAfter: null });
    const ids = [...first.inbound.rows, ...second.inbound.rows].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(first.outbound.rows[0]).toMatchObject({ state: 'queued', demo: false });
  });
});
