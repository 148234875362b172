import { plusDays, thisMoment, vietnamDay } from '@baunghe/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aForm, aShop, type Shop } from './api.builders.ts';
import type { Caller, SmsAnswer } from './index.ts';

let shop: Shop;
let now = new Date();
let people: Record<'manager' | 'accountant' | 'grower' | 'other', Caller>;
const said: SmsAnswer[] = [];
const dayText = (instant: Date) => vietnamDay(instant).toISOString().slice(0, 10);
const key = () => crypto.randomUUID();

/** A box of the named member's is sold and delivered; the day after, it is to be settled. */
beforeAll(async () => {
  shop = await aShop(6, {
    moment: () => ({ ...thisMoment(), now }),
    sms: {
      ...{ webhookKey: null, sendsBy: null, esmsSecret: null },
      words: (answer) => {
        said.push(answer);
        return answer.code;
      },
    },
  });
  const as = async (...who: Parameters<Shop['personWith']>) => shop.as(await shop.personWith(...who));
  people = {
    manager: await as(['manager']),
    accountant: await as(['accountant']),
    grower: await as(['member'], 'mem_named'),
    other: await as(['member'], 'mem_unnamed'),
  };
  await shop.cut('plo_named', 100_000);
  await sell(people.manager);
  now = plusDays(now, 1);
  said.length = 0;
});
afterAll(() => shop.close());

async function sell(manager: Caller): Promise<void> {
  const rule = { keeps: { kind: 'percent', hundredths: 850 }, claimsOnMember: false, note: null } as const;
  const added = await manager.settlement.addRule({
    key: key(),
    fromDay: dayText(plusDays(now, -30)),
    ...rule,
  });
  const placed = await manager.checkout.place(aForm());
  if (!added.ok || !placed.ok) throw new Error('not sold');
  const { id: lineId, orderId } = await shop.db.orderLine.findFirstOrThrow();
  const { id: lotId } = await shop.db.lot.findFirstOrThrow();
  const box = { orderId, lineId, lotId, units: 1, grams: 10_000 };
  const steps = [
    await manager.officeOrders.packBox({ key: key(), ...box }),
    await manager.officeOrders.ship({ key: key(), orderId, carrier: 'Xe thử' }),
    await manager.officeOrders.deliver({ key: key(), orderId }),
  ];
  if (!steps.every(({ ok }) => ok)) throw new Error('not delivered');
}

it('is prepared by one, approved by another, told to its member, and read by nobody else of the growers', async () => {
  const { manager, accountant, grower, other } = people;
  const sold = dayText(plusDays(now, -1));
  expect(await grower.statements.standing()).toMatchObject({ unsettled: { value: { gross: 900_000 } } });
  expect(await other.statements.standing()).toMatchObject({ unsettled: { value: { gross: 0 } } });
  const prepared = await accountant.settlement.prepare({ key: key(), fromDay: sold, toDay: sold });
  if (!prepared.ok) throw new Error(prepared.error.code);
  const { id } = prepared.value;
  expect(await grower.statements.list()).toEqual([]);
  const own = await accountant.settlement.approve({ key: key(), id });
  expect(own).toMatchObject({ error: { code: 'prepared_by_you' } });
  expect(said).toEqual([]);
  const approved = await manager.settlement.approve({ key: key(), id });
  expect(approved.ok).toBe(true);
  expect(said).toMatchObject([{ code: 'statement_ready', pay: 823_500, left: 0 }]);
  const [statement] = await grower.statements.list();
  expect(statement).toMatchObject({ memberCode: 'XV01', pay: 823_500 });
  const one = { id: statement?.id ?? '' };
  expect(await grower.statements.one(one)).toMatchObject({ ok: true });
  expect(await other.statements.one(one)).toMatchObject({ error: { code: 'statement_unknown' } });
  expect(await other.statements.list()).toEqual([]);
});

it('is paid where one proposed and another confirmed, in digits alone, and whoever looks sees how it came', async () => {
  const { manager, accountant, grower, other } = people;
  const account = { memberId: 'mem_named', bin: '970405', holder: 'NGUOI TRONG THU' };
  const propose = (who: Caller, number: string) =>
    who.memberAccounts.propose({ key: key(), ...account, account: number });
  await expect(propose(accountant, '12 34x')).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  expect(await propose(other, '0000 000 001')).toMatchObject({ error: { code: 'member_unknown' } });
  const by = await propose(grower, '0000 000 001');
  if (!by.ok) throw new Error(by.error.code);
  const [own] = await grower.statements.list();
  const statement = async () => grower.statements.one({ id: own?.id ?? '' });
  expect(await statement()).toMatchObject({ value: { account: null } });
  await expect(accountant.memberAccounts.confirm({ key: key(), ...by.value })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await accountant.memberAccounts.drop({ key: key(), ...by.value })).toMatchObject({
    error: { code: 'account_change_unknown' },
  });
  said.length = 0;
  expect(await manager.memberAccounts.confirm({ key: key(), ...by.value })).toMatchObject({ ok: true });
  expect(said).toEqual([{ code: 'account_changed', lastDigits: '0001' }]);
  expect(await statement()).toMatchObject({
    value: { account: { account: '0000000001', bankName: 'Agribank' } },
  });
  const moved = await propose(manager, '0000000002');
  if (!moved.ok) throw new Error(moved.error.code);
  expect(await manager.memberAccounts.confirm({ key: key(), ...moved.value })).toMatchObject({
    error: { code: 'proposed_by_you' },
  });
  const board = (await accountant.settlement.board()).members.find(({ code }) => code === 'XV01');
  expect(board).toMatchObject({ account: { lastDigits: '0001' }, accountWaits: true });
  expect(await accountant.memberAccounts.of({ memberId: 'mem_named' })).toMatchObject({
    value: {
      waiting: { account: '0000000002', isOwn: false },
      history: [
        { state: 'proposed', before: { lastDigits: '0001' }, after: { lastDigits: '0002' }, closedBy: null },
        { state: 'confirmed', before: null, after: { lastDigits: '0001' } },
      ],
    },
  });
  const journal = await accountant.books.journal({ account: 'members_owed', after: null });
  expect(journal.rows).toHaveLength(1);
});

it('is changed by no one alone: the database refuses one hand, a proposal made confirmed, and a past made over', async () => {
  const { db } = shop;
  const [open] = await db.memberAccountChange.findMany({ where: { state: 'proposed' } });
  if (!open) throw new Error('nothing waits');
  const closed = { state: 'confirmed', closedAt: now, closedBy: open.proposedBy } as const;
  await expect(db.memberAccountChange.update({ where: { id: open.id }, data: closed })).rejects.toThrow(
    /member_account_change_by_two/,
  );
  await expect(
    db.memberBankAccount.update({ where: { memberId: 'mem_named' }, data: { account: '0000000002' } }),
  ).rejects.toThrow(/member_bank_account_by_two/);
  await expect(
    db.memberAccountChange.create({ data: { ...open, id: 'mac_forged', ...closed, closedBy: 'usr_x' } }),
  ).rejects.toThrow(/member_account_change_begins/);
  await expect(db.$executeRaw`UPDATE "member_account_change" SET "account" = '999999'`).rejects.toThrow(
    /append_only/,
  );
  await expect(db.$executeRaw`DELETE FROM "member_account_change"`).rejects.toThrow(/append-only/);
  // Told at night, it leaves in the morning.
  const [sms] = await db.smsOutbound.findMany({ where: { text: 'statement_ready' } });
  const hour = ((sms?.nextAt.getUTCHours() ?? 0) + 7) % 24;
  expect([hour >= 8, hour < 20]).toEqual([true, true]);
});

it('shares a year by use and capital, tells each member their part by SMS and on their page, and pays it once', async () => {
  const { manager, accountant, grower, other } = people;
  const cash = { through: 'cash', reference: 'VG-1' } as const;
  const put = { memberId: 'mem_unnamed', turn: 'put_in', amount: 1_000_000, ...cash } as const;
  expect(await accountant.capital.add({ key: key(), day: dayText(now), ...put })).toMatchObject({ ok: true });
  const { closedAt } = await shop.db.settlement.findFirstOrThrow({ where: { state: 'approved' } });
  const year = vietnamDay(closedAt ?? now).getUTCFullYear();
  const rule = { fromYear: year, fundHundredths: 500, byUse: 'dong', capitalHundredths: 1000 } as const;
  expect(await manager.yearEnd.addRule({ key: key(), ...rule, note: null })).toMatchObject({ ok: true });
  now = new Date(Date.UTC(year + 1, 0, 2));
  said.length = 0;
  const prepared = await accountant.yearEnd.prepare({ key: key(), year });
  if (!prepared.ok) throw new Error(prepared.error.code);
  const { id } = prepared.value;
  expect(await accountant.yearEnd.unpaid({ year })).toMatchObject({ error: { code: 'year_unknown' } });
  expect(await grower.statements.standing()).toMatchObject({ shares: [] });
  expect(await manager.yearEnd.approve({ key: key(), id })).toMatchObject({ ok: true });
  const { membersDong } = await shop.db.yearEnd.findUniqueOrThrow({ where: { id } });
  const shares = said.map((sms) => (sms.code === 'share_ready' ? sms.share : 0));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBe(Number(membersDong));
  const told = await grower.statements.standing();
  expect(told).toMatchObject({ shares: [{ year, byCapital: 0, paid: null }], capital: null });
  expect(await other.statements.standing()).toMatchObject({
    capital: { stands: 1_000_000, entries: [{ reference: 'VG-1' }] },
  });
  const paid = { yearEndId: id, memberId: 'mem_named', through: 'bank', reference: 'FT-TD' } as const;
  expect(await accountant.yearEnd.payShare({ key: key(), ...paid })).toMatchObject({ ok: true });
  expect(await manager.yearEnd.payShare({ key: key(), ...paid })).toMatchObject({
    error: { code: 'share_paid' },
  });
  const unpaid = await accountant.yearEnd.unpaid({ year });
  expect(unpaid.ok && unpaid.value.map(({ share }) => share)).toEqual(
    shares.filter((share) => share !== told?.shares[0]?.share),
  );
});
