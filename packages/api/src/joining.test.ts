import { APPLICATION_WAYS } from '@baunghe/coop';
import { plusDays } from '@baunghe/db';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from './index.ts';
import { anEntrance } from './joining.builders.ts';

const key = () => crypto.randomUUID();

let entrance: Awaited<ReturnType<typeof anEntrance>>;

beforeAll(async () => {
  entrance = await anEntrance();
});
afterAll(() => entrance.shop.close());

const vote = (by: Caller, code: string, yes: boolean, why: string | null = yes ? null : 'Chưa rõ đất') =>
  by.applications.vote({ key: key(), code, yes, why });
const accept = (by: Caller, code: string, memberCode: string) =>
  by.applications.decide({ key: key(), code, to: 'accepted', memberCode, words: null });
const refuse = (by: Caller, code: string) =>
  by.applications.decide({ key: key(), code, to: 'refused', words: 'Đất đang có tranh chấp' });

describe('an application to become a member', () => {
  it('has the ways that the database holds, no more and no fewer', async () => {
    const held = (await entrance.shop.db.applicationWay.findMany()).map(
      (way) => `${way.fromState} ${way.toState}`,
    );
    const drawn = Object.entries(APPLICATION_WAYS).flatMap(([from, tos]) => tos.map((to) => `${from} ${to}`));
    expect(drawn.sort()).toEqual(held.sort());
  });

  it('is sent with land and a sealed photo, voted for by two, and makes a member with an account', async () => {
    const own = await entrance.sent();
    const { code, phone } = own;
    const kept = await entrance.shop.db.applicationPaper.findFirstOrThrow({
      where: { application: { code } },
    });
    await expect(sharp(kept.sealed).metadata()).rejects.toThrow();
    await entrance.board[0].applications.look({ key: key(), code });
    const opened = await entrance.board[1].applications.openPaper({ code, paperId: kept.id });
    expect(opened.ok && (await sharp(opened.value.bytes).metadata()).format).toBe('webp');
    expect(
      await entrance.shop.db.act.count({
        where: { procedure: 'applications.openPaper', about: { has: `application:${code}` } },
      }),
    ).toBe(1);
    await vote(entrance.board[0], code, true);
    expect(await accept(entrance.board[0], code, 'XV90')).toMatchObject({
      error: { code: 'board_undecided', needed: 2, yes: 1, no: 0 },
    });
    expect(await vote(entrance.board[0], code, true)).toMatchObject({ error: { code: 'voted_before' } });
    await vote(entrance.board[1], code, true);
    expect(await accept(entrance.board[1], code, 'XV01')).toMatchObject({
      error: { code: 'member_code_taken' },
    });
    expect((await accept(entrance.board[1], code, 'XV90')).ok).toBe(true);
    expect(await accept(entrance.board[0], code, 'XV91')).toMatchObject({
      error: { code: 'application_state' },
    });
    const member = await entrance.shop.db.member.findUniqueOrThrow({
      where: { code: 'XV90' },
      include: { plots: true },
    });
    expect(member.plots).toMatchObject([{ areaM2: 5000, outline: [], name: 'Ấp Thử, Sầu riêng Ri6' }]);
    const texts = await entrance.shop.db.smsOutbound.findMany({
      where: { kind: 'application' },
      orderBy: { id: 'asc' },
    });
    expect(texts.map(({ text }) => text.split(' ')[0])).toEqual(['received', 'looked_at', 'accepted']);
    const token = /invited\/(\S+)/.exec(texts.at(-1)?.text ?? '')?.[1] ?? '';
    expect((await entrance.guest.people.accept({ token, password: 'mua-he-sau-rieng' })).ok).toBe(true);
    const account = await entrance.shop.db.user.findUniqueOrThrow({
      where: { phoneNumber: `+84${phone.slice(1)}` },
      include: { roles: true, member: true },
    });
    expect([account.member?.code, account.roles.map(({ role }) => role)]).toEqual(['XV90', ['member']]);
  });

  it('is decided once however many of the board press at once, and one voice counts once', async () => {
    const { code } = await entrance.lookedAt();
    const voices = await Promise.all([
      vote(entrance.board[0], code, true),
      vote(entrance.board[0], code, true),
      vote(entrance.board[1], code, true),
    ]);
    expect(voices.filter(({ ok }) => ok)).toHaveLength(2);
    const pressed = await Promise.all([
      accept(entrance.board[0], code, 'XV92'),
      accept(entrance.board[1], code, 'XV93'),
      accept(entrance.board[2], code, 'XV94'),
    ]);
    expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await entrance.shop.db.member.count({ where: { code: { in: ['XV92', 'XV93', 'XV94'] } } })).toBe(
      1,
    );
  });

  it('once it made a member stays with their capital when their own account in the shop is erased', async () => {
    const { code, phone } = await entrance.lookedAt();
    for (const by of entrance.board.slice(0, 2)) await vote(by, code, true);
    expect((await accept(entrance.board[0], code, 'XV95')).ok).toBe(true);
    const { id: memberId } = await entrance.shop.db.member.findUniqueOrThrow({ where: { code: 'XV95' } });
    const put = {
      turn: 'put_in',
      amount: 2_000_000,
      through: 'cash',
      reference: 'VG-95',
      note: null,
    } as const;
    const day = plusDays(new Date(), -1).toISOString().slice(0, 10);
    expect((await entrance.board[0].capital.add({ key: key(), memberId, day, ...put })).ok).toBe(true);
    const buyer = await entrance.shop.as(await entrance.shop.buyerOf(phone));
    expect((await buyer.buyers.erase({ key: key(), locale: 'vi' })).ok).toBe(true);
    expect(await entrance.shop.db.buyer.count({ where: { phone: `+84${phone.slice(1)}` } })).toBe(0);
    // What says who put capital in, and by which decision, is kept for the books and for the members.
    const kept = { code: 'XV95', name: 'Người Xin Thử', application: { state: 'accepted', erasedAt: null } };
    const where = { id: memberId };
    const include = { application: true, capital: true } as const;
    expect(await entrance.shop.db.member.findUniqueOrThrow({ where, include })).toMatchObject({
      ...kept,
      capital: [{ amountDong: 2_000_000n, reference: 'VG-95' }],
    });
    await expect(entrance.shop.db.member.delete({ where })).rejects.toThrow();
    entrance.clock.ahead = 31;
    await entrance.shop.gate.eraseOldOrders();
    entrance.clock.ahead = 0;
    expect(await entrance.shop.db.member.findUniqueOrThrow({ where, include })).toMatchObject(kept);
  });

  it('is never decided against the votes, whoever voted how', async () => {
    const property = fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 3 }), async (voices) => {
      const id = `apl_${key()}`;
      const code = `GN${thisCode()}`;
      const now = new Date();
      await entrance.shop.db.application.create({
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
      await entrance.shop.db.application.update({ where: { id }, data: { state: 'received', sentAt: now } });
      await entrance.shop.db.application.update({ where: { id }, data: { state: 'looked_at' } });
      for (const [at, yes] of voices.entries()) await vote(entrance.board[at] as Caller, code, yes);
      const yes = voices.filter(Boolean).length;
      const no = voices.length - yes;
      const forced = entrance.shop.db.application.update({
        where: { id },
        data: { state: 'refused', endedAt: now },
      });
      if (no >= 2 && no > yes) await forced;
      else await expect(forced).rejects.toThrow('application_board');
      expect((await refuse(entrance.board[0], code)).ok).toBe(false);
    });
    await fc.assert(property, { numRuns: 6 });
  });

  it('is asked for more, votes anew, is refused with reasons, and is forgotten thirty days later', async () => {
    const own = await entrance.lookedAt();
    const { code } = own;
    const of = { code, joinKey: own.joinKey };
    await vote(entrance.board[0], code, false);
    expect(await vote(entrance.board[1], code, false, null)).toMatchObject({
      error: { code: 'vote_reason_missing' },
    });
    await entrance.board[0].applications.askMore({ key: key(), code, words: 'Xin chụp rõ sổ đỏ' });
    expect(
      await entrance.guest.joining.addPaper({ key: key(), ...of, kind: 'land', photo: entrance.photo }),
    ).toMatchObject({
      ok: true,
    });
    expect((await entrance.guest.joining.answer({ key: key(), ...of, words: 'Đã chụp lại' })).ok).toBe(true);
    await vote(entrance.board[0], code, false);
    expect(await refuse(entrance.board[0], code)).toMatchObject({
      error: { code: 'board_undecided', yes: 0, no: 1 },
    });
    await vote(entrance.board[1], code, false);
    expect((await refuse(entrance.board[1], code)).ok).toBe(true);
    expect(await entrance.guest.joining.follow(of)).toMatchObject({
      value: { state: 'refused', papers: [{ kind: 'identity' }, { kind: 'land' }] },
    });
    const { phone } = await entrance.draft();
    entrance.clock.ahead = 31;
    await entrance.shop.gate.eraseOldOrders();
    entrance.clock.ahead = 0;
    expect(await entrance.guest.joining.follow(of)).toMatchObject({ error: { code: 'application_unknown' } });
    const left = await entrance.shop.db.application.findUniqueOrThrow({
      where: { code },
      include: { papers: true, plots: true, steps: true, votes: true },
    });
    expect(left).toMatchObject({ name: '', phone: '', place: '', papers: [], plots: [] });
    expect(
      [...left.steps.map(({ words }) => words), ...left.votes.map(({ why }) => why)].filter(Boolean),
    ).toEqual([]);
    expect(await entrance.shop.db.application.count({ where: { phone: `+84${phone.slice(1)}` } })).toBe(0);
  });

  it('moves along its ways alone, is opened by its key alone, and is begun three times a day at most', async () => {
    const own = await entrance.sent();
    const { code } = own;
    expect(await entrance.guest.joining.follow({ code, joinKey: 'x'.repeat(22) })).toMatchObject({
      error: { code: 'application_unknown' },
    });
    expect(await vote(entrance.board[0], code, true)).toMatchObject({ error: { code: 'application_state' } });
    await expect(
      entrance.shop.db.application.update({ where: { code }, data: { name: 'Người Khác' } }),
    ).rejects.toThrow('append_only');
    await expect(
      entrance.shop.db.application.update({ where: { code }, data: { state: 'more_asked' } }),
    ).rejects.toThrow('application_way');
    const again = { name: 'Thử', phone: own.phone, kind: 'non_capital', place: 'Thử', locale: 'vi' } as const;
    const begin = () => entrance.guest.joining.begin({ key: key(), ...again, consent: true });
    expect([(await begin()).ok, (await begin()).ok]).toEqual([true, true]);
    expect(await begin()).toMatchObject({ error: { code: 'too_many_applications' } });
    expect(
      (await entrance.guest.joining.withdraw({ key: key(), code, joinKey: own.joinKey, why: null })).ok,
    ).toBe(true);
    expect(await entrance.board[0].applications.look({ key: key(), code })).toMatchObject({
      error: { code: 'application_state' },
    });
  });
});

let codes = 0;
/** The seven characters of a code that no other has. */
function thisCode(): string {
  codes += 1;
  return `TESTAA${'23456789'[codes] ?? 'Z'}`;
}
