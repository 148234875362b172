import { APPLICATION_WAYS } from '@baunghe/coop';
import { plusDays, thisMoment } from '@baunghe/db';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShop, type Shop } from './api.builders.ts';
import type { SmsSettings } from './context.ts';
import type { Caller, SmsAnswer } from './index.ts';

/** No message leaves, until a test says that some do. */
const sms: SmsSettings = {
  ...{ webhookKey: null, sendsBy: null, esmsSecret: null },
  words: (answer: SmsAnswer) => {
    if (answer.code === 'join_code') return answer.digits;
    return answer.code === 'application_news' ? `${answer.state} ${answer.link}` : answer.code;
  },
};
const key = () => crypto.randomUUID();

let shop: Shop;
let guest: Caller;
let board: Caller[];
let photo: Uint8Array<ArrayBuffer>;
/** The days by which the clock of the shop is ahead. */
let ahead = 0;
let phones = 0;

beforeAll(async () => {
  shop = await aShop(8, { sms, moment: () => ({ ...thisMoment(), now: plusDays(thisMoment().now, ahead) }) });
  guest = await shop.as();
  board = await Promise.all([0, 1, 2].map(async () => shop.as(await shop.personWith(['manager']))));
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#784' } });
  photo = new Uint8Array(await picture.jpeg().toBuffer());
});
afterAll(() => shop.close());

const [one, two, three] = [0, 1, 2].map((at) => () => board[at] as Caller) as [
  () => Caller,
  () => Caller,
  () => Caller,
];
const PLOT = { crop: 'Sầu riêng Ri6', areaM2: '0,5 ha', place: 'Ấp Thử', position: null };

async function draft() {
  phones += 1;
  const phone = `09000003${String(phones).padStart(2, '0')}`;
  const begun = await guest.joining.begin({
    ...{ key: key(), name: 'Người Xin Thử', phone, kind: 'official', place: 'Ấp Thử, phường Phước Long' },
    ...{ consent: true, locale: 'vi' },
  });
  if (!begun.ok) throw new Error(begun.error.code);
  return { ...begun.value, phone };
}

async function filled() {
  const { phone, ...own } = await draft();
  const land = { key: key(), ...own, plots: [PLOT], capital: 2_000_000 };
  expect((await guest.joining.tellLand(land)).ok).toBe(true);
  expect((await guest.joining.addPaper({ key: key(), ...own, kind: 'identity', photo })).ok).toBe(true);
  return { own, phone };
}

async function sent() {
  const { own, phone } = await filled();
  expect((await guest.joining.send({ key: key(), ...own })).ok).toBe(true);
  return { ...own, phone };
}

async function lookedAt() {
  const own = await sent();
  expect((await one().applications.look({ key: key(), code: own.code })).ok).toBe(true);
  return own;
}

const vote = (by: Caller, code: string, yes: boolean, why: string | null = yes ? null : 'Chưa rõ đất') =>
  by.applications.vote({ key: key(), code, yes, why });
const accept = (by: Caller, code: string, memberCode: string) =>
  by.applications.decide({ key: key(), code, to: 'accepted', memberCode, words: null });
const refuse = (by: Caller, code: string) =>
  by.applications.decide({ key: key(), code, to: 'refused', words: 'Đất đang có tranh chấp' });

describe('an application to become a member', () => {
  it('has the ways that the database holds, no more and no fewer', async () => {
    const held = (await shop.db.applicationWay.findMany()).map((way) => `${way.fromState} ${way.toState}`);
    const drawn = Object.entries(APPLICATION_WAYS).flatMap(([from, tos]) => tos.map((to) => `${from} ${to}`));
    expect(drawn.sort()).toEqual(held.sort());
  });

  it('is sent with land and a sealed photo, voted for by two, and makes a member with an account', async () => {
    const own = await sent();
    const { code, phone } = own;
    const kept = await shop.db.applicationPaper.findFirstOrThrow({ where: { application: { code } } });
    await expect(sharp(kept.sealed).metadata()).rejects.toThrow();
    await one().applications.look({ key: key(), code });
    const opened = await two().applications.openPaper({ code, paperId: kept.id });
    expect(opened.ok && (await sharp(opened.value.bytes).metadata()).format).toBe('webp');
    expect(
      await shop.db.act.count({
        where: { procedure: 'applications.openPaper', about: { has: `application:${code}` } },
      }),
    ).toBe(1);
    await vote(one(), code, true);
    expect(await accept(one(), code, 'XV90')).toMatchObject({
      error: { code: 'board_undecided', needed: 2, yes: 1, no: 0 },
    });
    expect(await vote(one(), code, true)).toMatchObject({ error: { code: 'voted_before' } });
    await vote(two(), code, true);
    expect(await accept(two(), code, 'XV01')).toMatchObject({ error: { code: 'member_code_taken' } });
    expect((await accept(two(), code, 'XV90')).ok).toBe(true);
    expect(await accept(one(), code, 'XV91')).toMatchObject({ error: { code: 'application_state' } });
    const member = await shop.db.member.findUniqueOrThrow({
      where: { code: 'XV90' },
      include: { plots: true },
    });
    expect(member.plots).toMatchObject([{ areaM2: 5000, outline: [], name: 'Ấp Thử, Sầu riêng Ri6' }]);
    const texts = await shop.db.smsOutbound.findMany({
      where: { kind: 'application' },
      orderBy: { id: 'asc' },
    });
    expect(texts.map(({ text }) => text.split(' ')[0])).toEqual(['received', 'looked_at', 'accepted']);
    const token = /invited\/(\S+)/.exec(texts.at(-1)?.text ?? '')?.[1] ?? '';
    expect((await guest.people.accept({ token, password: 'mua-he-sau-rieng' })).ok).toBe(true);
    const account = await shop.db.user.findUniqueOrThrow({
      where: { phoneNumber: `+84${phone.slice(1)}` },
      include: { roles: true, member: true },
    });
    expect([account.member?.code, account.roles.map(({ role }) => role)]).toEqual(['XV90', ['member']]);
  });

  it('is sent with a proved number where codes are sent, and the board sees where none was', async () => {
    const trusted = await sent();
    sms.sendsBy = 'esms';
    try {
      const { own, phone } = await filled();
      const send = () => guest.joining.send({ key: key(), ...own });
      const ask = async (to: string) => {
        const asked = await guest.joining.askCode({ key: key(), ...own, phone: to });
        if (!asked.ok) throw new Error(asked.error.code);
        const where = { phone: `+84${to.slice(1)}`, kind: 'sign_in_code' } as const;
        const text = await shop.db.smsOutbound.findFirstOrThrow({ where, orderBy: { id: 'desc' } });
        return { ...own, codeId: asked.value.codeId, digits: text.text };
      };
      expect(await send()).toEqual({ ok: false, error: { code: 'phone_unproved' } });
      const first = await ask(phone);
      const wrong = { ok: false, error: { code: 'code_wrong' } };
      expect(await guest.joining.prove({ ...first, digits: `${first.digits}0` })).toEqual(wrong);
      // The number was mistyped: the code of the first proves nothing of the second.
      const second = await ask('0900000389');
      expect(await guest.joining.prove(first)).toEqual(wrong);
      const forced = shop.db.application.update({
        where: { code: own.code },
        data: { phoneProvedAt: new Date() },
      });
      await expect(forced).rejects.toThrow('application_phone_is_proved');
      const inShop = await guest.buyers.enter({ ...second, cart: [], locale: 'vi' });
      expect(inShop).toEqual(wrong);
      expect(await guest.joining.prove(second)).toEqual({ ok: true, value: undefined });
      expect((await send()).ok).toBe(true);
      // Its owner takes it along and has it erased; what was sent on trust from this number may be somebody else's.
      const buyer = await shop.as(await shop.buyerOf('0900000389'));
      expect(await buyer.buyers.export({ key: key() })).toMatchObject({
        value: { applications: [{ code: own.code, name: 'Người Xin Thử', papers: [{ kind: 'identity' }] }] },
      });
      const { rows } = await one().applications.list({ state: 'received', after: null });
      const shown = rows.filter(({ code }) => [own.code, trusted.code].includes(code));
      expect(shown.map(({ isPhoneProved }) => isPhoneProved)).toEqual([false, true]);
      expect(await one().applications.one({ code: own.code })).toMatchObject({
        value: { phone: '+84900000389', phoneProvedAt: expect.any(Date) },
      });
      expect((await buyer.buyers.erase({ key: key(), locale: 'vi' })).ok).toBe(true);
      const where = { code: own.code };
      expect(
        await shop.db.application.findUniqueOrThrow({ where, include: { papers: true, plots: true } }),
      ).toMatchObject({ state: 'withdrawn', name: '', phone: '', papers: [], plots: [] });
      const stranger = await shop.as(await shop.buyerOf(trusted.phone));
      const told = await stranger.buyers.export({ key: key() });
      const onTrust = [{ state: 'received', sentAt: expect.any(Date) }];
      expect(told).toMatchObject({ value: { applications: onTrust } });
      expect(JSON.stringify(told)).not.toContain(trusted.code);
      expect((await stranger.buyers.erase({ key: key(), locale: 'vi' })).ok).toBe(true);
      expect((await guest.joining.follow(trusted)).ok).toBe(true);
    } finally {
      sms.sendsBy = null;
    }
  });

  it('is decided once however many of the board press at once, and one voice counts once', async () => {
    const { code } = await lookedAt();
    const voices = await Promise.all([
      vote(one(), code, true),
      vote(one(), code, true),
      vote(two(), code, true),
    ]);
    expect(voices.filter(({ ok }) => ok)).toHaveLength(2);
    const pressed = await Promise.all([
      accept(one(), code, 'XV92'),
      accept(two(), code, 'XV93'),
      accept(three(), code, 'XV94'),
    ]);
    expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await shop.db.member.count({ where: { code: { in: ['XV92', 'XV93', 'XV94'] } } })).toBe(1);
  });

  it('once it made a member stays with their capital when their own account in the shop is erased', async () => {
    const { code, phone } = await lookedAt();
    for (const by of [one(), two()]) await vote(by, code, true);
    expect((await accept(one(), code, 'XV95')).ok).toBe(true);
    const { id: memberId } = await shop.db.member.findUniqueOrThrow({ where: { code: 'XV95' } });
    const put = {
      turn: 'put_in',
      amount: 2_000_000,
      through: 'cash',
      reference: 'VG-95',
      note: null,
    } as const;
    const day = plusDays(new Date(), -1).toISOString().slice(0, 10);
    expect((await one().capital.add({ key: key(), memberId, day, ...put })).ok).toBe(true);
    const buyer = await shop.as(await shop.buyerOf(phone));
    expect((await buyer.buyers.erase({ key: key(), locale: 'vi' })).ok).toBe(true);
    expect(await shop.db.buyer.count({ where: { phone: `+84${phone.slice(1)}` } })).toBe(0);
    // What says who put capital in, and by which decision, is kept for the books and for the members.
    const kept = { code: 'XV95', name: 'Người Xin Thử', application: { state: 'accepted', erasedAt: null } };
    const where = { id: memberId };
    const include = { application: true, capital: true } as const;
    expect(await shop.db.member.findUniqueOrThrow({ where, include })).toMatchObject({
      ...kept,
      capital: [{ amountDong: 2_000_000n, reference: 'VG-95' }],
    });
    await expect(shop.db.member.delete({ where })).rejects.toThrow();
    ahead = 31;
    await shop.gate.eraseOldOrders();
    ahead = 0;
    expect(await shop.db.member.findUniqueOrThrow({ where, include })).toMatchObject(kept);
  });

  it('is never decided against the votes, whoever voted how', async () => {
    const property = fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 3 }), async (voices) => {
      const id = `apl_${key()}`;
      const code = `GN${thisCode()}`;
      const now = new Date();
      await shop.db.application.create({
        data: {
          ...{
            id,
            code,
            name: 'Thử',
            phone: '+84900000398',
            kind: 'non_capital',
            place: 'Thử',
            locale: 'vi',
          },
          ...{ consentAt: now, createdAt: now },
        },
      });
      await shop.db.application.update({ where: { id }, data: { state: 'received', sentAt: now } });
      await shop.db.application.update({ where: { id }, data: { state: 'looked_at' } });
      for (const [at, yes] of voices.entries()) await vote(board[at] as Caller, code, yes);
      const yes = voices.filter(Boolean).length;
      const no = voices.length - yes;
      const forced = shop.db.application.update({
        where: { id },
        data: { state: 'refused', endedAt: now },
      });
      if (no >= 2 && no > yes) await forced;
      else await expect(forced).rejects.toThrow('application_board');
      expect((await refuse(one(), code)).ok).toBe(false);
    });
    await fc.assert(property, { numRuns: 6 });
  });

  it('is asked for more, votes anew, is refused with reasons, and is forgotten thirty days later', async () => {
    const own = await lookedAt();
    const { code } = own;
    const of = { code, joinKey: own.joinKey };
    await vote(one(), code, false);
    expect(await vote(two(), code, false, null)).toMatchObject({ error: { code: 'vote_reason_missing' } });
    await one().applications.askMore({ key: key(), code, words: 'Xin chụp rõ sổ đỏ' });
    expect(await guest.joining.addPaper({ key: key(), ...of, kind: 'land', photo })).toMatchObject({
      ok: true,
    });
    expect((await guest.joining.answer({ key: key(), ...of, words: 'Đã chụp lại' })).ok).toBe(true);
    await vote(one(), code, false);
    expect(await refuse(one(), code)).toMatchObject({ error: { code: 'board_undecided', yes: 0, no: 1 } });
    await vote(two(), code, false);
    expect((await refuse(two(), code)).ok).toBe(true);
    expect(await guest.joining.follow(of)).toMatchObject({
      value: { state: 'refused', papers: [{ kind: 'identity' }, { kind: 'land' }] },
    });
    const { phone } = await draft();
    ahead = 31;
    await shop.gate.eraseOldOrders();
    ahead = 0;
    expect(await guest.joining.follow(of)).toMatchObject({ error: { code: 'application_unknown' } });
    const left = await shop.db.application.findUniqueOrThrow({
      where: { code },
      include: { papers: true, plots: true, steps: true, votes: true },
    });
    expect(left).toMatchObject({ name: '', phone: '', place: '', papers: [], plots: [] });
    expect(
      [...left.steps.map(({ words }) => words), ...left.votes.map(({ why }) => why)].filter(Boolean),
    ).toEqual([]);
    expect(await shop.db.application.count({ where: { phone: `+84${phone.slice(1)}` } })).toBe(0);
  });

  it('moves along its ways alone, is opened by its key alone, and is begun three times a day at most', async () => {
    const own = await sent();
    const { code } = own;
    expect(await guest.joining.follow({ code, joinKey: 'x'.repeat(22) })).toMatchObject({
      error: { code: 'application_unknown' },
    });
    expect(await vote(one(), code, true)).toMatchObject({ error: { code: 'application_state' } });
    await expect(
      shop.db.application.update({ where: { code }, data: { name: 'Người Khác' } }),
    ).rejects.toThrow('append_only');
    await expect(
      shop.db.application.update({ where: { code }, data: { state: 'more_asked' } }),
    ).rejects.toThrow('application_way');
    const again = { name: 'Thử', phone: own.phone, kind: 'non_capital', place: 'Thử', locale: 'vi' } as const;
    const begin = () => guest.joining.begin({ key: key(), ...again, consent: true });
    expect([(await begin()).ok, (await begin()).ok]).toEqual([true, true]);
    expect(await begin()).toMatchObject({ error: { code: 'too_many_applications' } });
    expect((await guest.joining.withdraw({ key: key(), code, joinKey: own.joinKey, why: null })).ok).toBe(
      true,
    );
    expect(await one().applications.look({ key: key(), code })).toMatchObject({
      error: { code: 'application_state' },
    });
  });
});

describe('what a member asks the office for', () => {
  it('a correction of their own plot changes it once it is granted, with the trail', async () => {
    const member = await shop.as(await shop.personWith(['member'], 'mem_named'));
    const ask = (plotId: string) =>
      member.memberRequests.askCorrection({
        ...{ key: key(), plotId, areaM2: '8.500', note: 'Bờ phía tây lùi 3 m' },
        trees: { varietyCode: 'RI6', count: 95, plantedYear: null },
      });
    expect(await ask('plo_unnamed')).toMatchObject({ error: { code: 'plot_unknown' } });
    const asked = await ask('plo_named');
    if (!asked.ok) throw new Error(asked.error.code);
    const { code } = asked.value;
    expect(await ask('plo_named')).toMatchObject({ error: { code: 'request_open' } });
    const answer = { code, isGranted: true, words: null, copy: null };
    const both = await Promise.all([
      one().memberRequests.answer({ key: key(), ...answer }),
      two().memberRequests.answer({ key: key(), ...answer }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const plot = await shop.db.plot.findUniqueOrThrow({
      where: { id: 'plo_named' },
      include: { trees: true },
    });
    expect(plot).toMatchObject({
      areaM2: 8500,
      trees: [{ varietyCode: 'RI6', count: 95, plantedYear: 2012 }],
    });
    expect(await member.memberRequests.one({ code })).toMatchObject({
      value: { state: 'granted', areaM2Before: 9000, treesBefore: 90 },
    });
    expect(
      await shop.db.act.count({
        where: { procedure: 'memberRequests.answer', about: { has: `request:${code}` } },
      }),
    ).toBe(1);
  });

  it('a plot’s form from its grower changes the name, and the office what fruit is traced by, in one step', async () => {
    const member = await shop.as(await shop.personWith(['member'], 'mem_unnamed'));
    const corners = '11.82, 107.01\n11.8209, 107.01\n11.8209, 107.0109\n11.82, 107.0109';
    const trees = [{ varietyCode: 'RI6', count: 70, plantedYear: 2012 }];
    const form = {
      ...{
        id: 'plo_unnamed',
        code: 'X',
        name: 'Vườn bên suối',
        memberCode: 'X',
        note: 'Đo lại bằng điện thoại',
      },
      ...{ plantingUnitCode: 'VN-BPOR-0042', areaM2: '9.800', outline: corners, trees },
    };
    const kept = await member.plots.keep({ key: key(), ...form });
    if (!kept.ok) throw new Error(kept.error.code);
    const code = kept.value.request ?? '';
    const plot = () =>
      shop.db.plot.findUniqueOrThrow({ where: { id: 'plo_unnamed' }, include: { trees: true } });
    const before = await plot();
    expect(before).toMatchObject({
      name: 'Vườn bên suối',
      areaM2: 9000,
      outline: [],
      plantingUnitCode: null,
    });
    // A form that was sent once more is told that the office has one already; nothing of it is taken by halves.
    const again = { ...form, name: 'Vườn khác', areaM2: '9.700' };
    expect(await member.plots.keep({ key: key(), ...again })).toMatchObject({
      error: { code: 'request_open' },
    });
    expect((await plot()).name).toBe('Vườn bên suối');
    expect(await one().memberRequests.one({ code })).toMatchObject({
      value: {
        ...{ areaM2: 9800, areaM2Before: 9000, note: 'Đo lại bằng điện thoại' },
        outline: { before: [], after: expect.arrayContaining([[107.01, 11.82]]) },
        plantingUnit: { before: null, after: 'VN-BPOR-0042' },
        allTrees: { before: [{ count: before.trees[0]?.count }], after: trees },
      },
    });
    const answer = { key: key(), code, isGranted: true, words: null, copy: null };
    expect((await one().memberRequests.answer(answer)).ok).toBe(true);
    const after = await plot();
    expect(after).toMatchObject({
      name: 'Vườn bên suối',
      areaM2: 9800,
      plantingUnitCode: 'VN-BPOR-0042',
      trees,
    });
    expect(after.outline).toHaveLength(5);
    expect(await member.plots.keep({ key: key(), ...form })).toMatchObject({ value: { request: null } });
  });

  it('a copy of a certificate is theirs alone', async () => {
    const theirs = await shop.as(await shop.personWith(['member'], 'mem_unnamed'));
    const day = (text: string) => new Date(`${text}T00:00:00Z`);
    const paper = {
      kind: 'vietgap',
      number: 'VG-1',
      issuer: 'Thử',
      recordedBy: 'usr',
      recordedAt: new Date(),
    } as const;
    const until = { validFrom: day('2026-01-01'), validTo: day('2027-01-01') };
    await shop.db.certificate.create({ data: { id: 'cer_of', ...paper, ...until, memberId: 'mem_unnamed' } });
    const other = await shop.as(await shop.personWith(['packer', 'member']));
    const ask = (by: Caller) =>
      by.memberRequests.askCopy({ key: key(), certificateId: 'cer_of', note: null });
    expect(await ask(other)).toMatchObject({ error: { code: 'certificate_unknown' } });
    const asked = await ask(theirs);
    if (!asked.ok) throw new Error(asked.error.code);
    const { code } = asked.value;
    const grant = (copy: Uint8Array<ArrayBuffer> | null) =>
      one().memberRequests.answer({ key: key(), code, isGranted: true, words: 'Bản chụp', copy });
    expect(await grant(null)).toMatchObject({ error: { code: 'copy_missing' } });
    expect(await grant(new Uint8Array([1, 2, 3]))).toMatchObject({ error: { code: 'report_unreadable' } });
    const pdf = new TextEncoder().encode('%PDF-1.4 thử');
    expect((await grant(pdf)).ok).toBe(true);
    expect(await theirs.memberRequests.copy({ code })).toMatchObject({
      value: { mediaType: 'application/pdf', bytes: pdf },
    });
    expect(await other.memberRequests.copy({ code })).toMatchObject({ error: { code: 'copy_unknown' } });
    expect(await other.memberRequests.one({ code })).toMatchObject({ error: { code: 'request_unknown' } });
    const refused = { isGranted: false, words: null, copy: null };
    expect(await one().memberRequests.answer({ key: key(), code, ...refused })).toMatchObject({
      error: { code: 'request_answered' },
    });
  });
});

let codes = 0;
/** The seven characters of a code that no other has. */
function thisCode(): string {
  codes += 1;
  return `TESTAA${'23456789'[codes] ?? 'Z'}`;
}
