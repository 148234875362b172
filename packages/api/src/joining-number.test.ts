import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEntrance } from './joining.builders.ts';

const key = () => crypto.randomUUID();
const WRONG = { ok: false, error: { code: 'code_wrong' } };

let entrance: Awaited<ReturnType<typeof anEntrance>>;

beforeAll(async () => {
  entrance = await anEntrance();
});
afterAll(() => entrance.shop.close());

/** Asks for a code, to another number where one is given; tells what came, as it is typed. */
async function ask(own: { code: string; joinKey: string }, phone: string | null, goesTo: string) {
  const { guest, shop } = entrance;
  const asked = await guest.joining.askCode({ key: key(), ...own, phone });
  if (!asked.ok) throw new Error(asked.error.code);
  const where = { phone: `+84${goesTo.slice(1)}`, kind: 'sign_in_code' } as const;
  const { text } = await shop.db.smsOutbound.findFirstOrThrow({ where, orderBy: { id: 'desc' } });
  return { ...own, codeId: asked.value.codeId, digits: text };
}

describe('an applicant’s number', () => {
  it('is proved before anything is sent where codes are, and the board sees where it was not', async () => {
    const { shop, guest, board, sms, filled, sent } = entrance;
    const trusted = await sent();
    sms.sendsBy = 'esms';
    try {
      const { own, phone } = await filled();
      const send = () => guest.joining.send({ key: key(), ...own });
      expect(await send()).toEqual({ ok: false, error: { code: 'phone_unproved' } });
      const first = await ask(own, phone, phone);
      expect(await guest.joining.prove({ ...first, digits: `${first.digits}0` })).toEqual(WRONG);
      // The number was mistyped: the code of the first proves nothing of the second.
      const second = await ask(own, '0900000389', '0900000389');
      expect(await guest.joining.prove(first)).toEqual(WRONG);
      const forced = shop.db.application.update({
        where: { code: own.code },
        data: { phoneProvedAt: new Date() },
      });
      await expect(forced).rejects.toThrow('application_phone_is_proved');
      const inShop = await guest.buyers.enter({ ...second, cart: [], locale: 'vi' });
      expect(inShop).toEqual(WRONG);
      expect(await guest.joining.prove(second)).toEqual({ ok: true, value: undefined });
      expect((await send()).ok).toBe(true);
      // Its owner takes it along and has it erased; what was sent on trust from this number may be somebody else's.
      const buyer = await shop.as(await shop.buyerOf('0900000389'));
      expect(await buyer.buyers.export({ key: key() })).toMatchObject({
        value: { applications: [{ code: own.code, name: 'Người Xin Thử', papers: [{ kind: 'identity' }] }] },
      });
      const { rows } = await board[0].applications.list({ state: 'received', after: null });
      const shown = rows.filter(({ code }) => [own.code, trusted.code].includes(code));
      expect(shown.map(({ isPhoneProved }) => isPhoneProved)).toEqual([false, true]);
      expect(await board[0].applications.one({ code: own.code })).toMatchObject({
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

  it('is proved later where an application was sent on trust, until the board decides, and stays the same', async () => {
    const { shop, guest, board, sms, sent } = entrance;
    const [own, quiet] = [await sent(), await sent()];
    const { phone, ...of } = own;
    const mayProve = async () => {
      const told = await guest.joining.follow(of);
      return told.ok && [told.value.mayProve, told.value.phoneProvedAt !== null];
    };
    const askTo = (to: string | null) => guest.joining.askCode({ key: key(), ...of, phone: to });
    expect(await mayProve()).toEqual([false, false]);
    expect(await askTo(null)).toMatchObject({ error: { code: 'codes_not_sent' } });
    sms.sendsBy = 'esms';
    try {
      expect(await mayProve()).toEqual([true, false]);
      expect(await askTo('0900000388')).toMatchObject({ error: { code: 'application_sent' } });
      const code = await ask(of, null, phone);
      expect(await guest.joining.prove({ ...code, digits: '12' })).toEqual(WRONG);
      // A code of this number proves no other application’s.
      const { phone: _other, ...others } = quiet;
      expect(await guest.joining.prove({ ...code, ...others })).toEqual(WRONG);
      const again = await ask(of, null, phone);
      expect(await guest.joining.prove(again)).toEqual({ ok: true, value: undefined });
      expect(await mayProve()).toEqual([false, true]);
      expect(await askTo(null)).toMatchObject({ error: { code: 'phone_proved' } });
      expect(await board[0].applications.one({ code: of.code })).toMatchObject({
        value: { state: 'received', phone: `+84${phone.slice(1)}`, phoneProvedAt: expect.any(Date) },
      });
      const change = (phoneProvedAt: Date | null) =>
        shop.db.application.update({ where: { code: of.code }, data: { phoneProvedAt } });
      await expect(change(null)).rejects.toThrow('append_only');
      await guest.joining.withdraw({ key: key(), ...others, why: null });
      expect(await guest.joining.askCode({ key: key(), ...others, phone: null })).toMatchObject({
        error: { code: 'application_state' },
      });
    } finally {
      sms.sendsBy = null;
    }
  });
});
