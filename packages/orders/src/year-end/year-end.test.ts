import type { Tx } from '@baunghe/db';
import { testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { forgoAfterSale, trialBalance } from '@baunghe/payments';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addCapital,
  addCharterCapital,
  addDealing,
  addYearRule,
  approveYear,
  correctSide,
  dropYear,
  membersCapital,
  payShare,
  prepareYear,
  sharesOf,
  undoDealing,
  unpaidShares,
  yearView,
} from '../index.ts';
import { june, on } from '../settlement/settlement.builders.ts';
import { at, kept } from '../shop.builders.ts';
import {
  APPROVER,
  allowed,
  aYearOfSales,
  codeOf,
  given,
  numberIn,
  PREPARER,
  partOf,
} from './year-end.builders.ts';

const { db, close } = await testDatabase(6);
const NEW_YEAR = new Date('2026-12-31T17:00:00Z');
const after = (hours: number) => at(new Date(+NEW_YEAR + hours * 3_600_000));
const number = (sql: string) => numberIn(db, sql);
const prepare = (hours: number) => kept(db, (tx) => prepareYear(tx, after(hours), PREPARER, 2026));
const approve = (id: string, by: { userId: string }) => kept(db, (tx) => approveYear(tx, after(30), by, id));

let inside: { orderId: string };
let outside: { orderId: string };

/** Does something, and others at once, which have to wait until it is written: what each comes to. */
async function whileOpen<T>(first: (tx: Tx) => Promise<T>, others: readonly (() => Promise<unknown>)[]) {
  let running: Promise<unknown>[] = [];
  const own = await db.$transaction(async (tx) => {
    const done = await first(tx);
    let over = 0;
    running = others.map((other) => other().finally(() => over++));
    const waiting = `SELECT count(*) FROM pg_stat_activity
      WHERE wait_event_type = 'Lock' AND datname = current_database()`;
    while ((await number(waiting)) + over < others.length);
    return done;
  });
  return [own, ...(await Promise.all(running))] as const;
}

beforeAll(async () => {
  const sold = await aYearOfSales(db);
  ({ inside, outside } = sold);
  const part = partOf(sold.taxed.orderId);
  await allowed(db, part.orderId, part);
  given(await kept(db, (tx) => forgoAfterSale(tx, on(10), part)));
});
afterAll(() => close());

describe('a year', () => {
  let id = '';

  it('has a rule by which at least a twentieth goes into the common fund, as the database says too', async () => {
    const rule = { fromYear: 2026, byUse: 'grams', capitalHundredths: 2000, note: null } as const;
    const add = (fundHundredths: number, capitalHundredths = 2000) =>
      kept(db, (tx) => addYearRule(tx, on(20), PREPARER, { ...rule, fundHundredths, capitalHundredths }));
    expect(await prepare(30)).toMatchObject({ error: { code: 'no_rule_for_year' } });
    expect(await add(499)).toMatchObject({ error: { code: 'fund_too_small' } });
    const raw = { id: 'yrl_raw', ...rule, fundHundredths: 499, at: june(1), byUser: 'usr' };
    await expect(db.yearRule.create({ data: raw })).rejects.toThrow(/year_rule_fund/);
    expect(await add(500, 5000)).toMatchObject({ error: { code: 'capital_part_too_big' } });
    const half = { ...raw, fundHundredths: 500, capitalHundredths: 5000 };
    await expect(db.yearRule.create({ data: half })).rejects.toThrow(/year_rule_capital/);
    expect(await add(500)).toMatchObject({ ok: true });
    const less = { surplusDong: 100n, externalIncomeDong: 100n, fundDong: 4n, membersDong: 96n };
    const none = { internalIncomeDong: 0n, internalCostDong: 0n, externalCostDong: 0n };
    const { id: ruleId } = await db.yearRule.findFirstOrThrow();
    const frozen = {
      id: 'yer_raw',
      year: 2025,
      ruleId,
      ...less,
      ...none,
      preparedAt: june(1),
      preparedBy: 'usr',
    };
    await expect(db.yearEnd.create({ data: frozen })).rejects.toThrow(/year_end_fund/);
  });

  it('counts what members put in by the days it stood, and lets nobody take out more', async () => {
    const paper = { through: 'bank', reference: 'PT-V1', note: null } as const;
    const move = (turn: 'put_in' | 'taken_out', day: Date, amount: number) =>
      kept(db, (tx) =>
        addCapital(tx, on(22), PREPARER, {
          ...{ memberId: 'mem_2', turn, day, amount: dong(amount), ...paper },
        }),
      );
    const january = new Date('2026-01-01');
    expect(await move('put_in', june(23), 1)).toMatchObject({ error: { code: 'capital_day_ahead' } });
    given(await move('put_in', january, 10_000_000));
    given(await move('taken_out', june(20), 4_000_000));
    // On the day of the first there were ten millions, but later only six.
    expect(await move('taken_out', january, 6_000_001)).toMatchObject({
      error: { code: 'capital_too_much', most: 6_000_000 },
    });
    const { id: _id, ...row } = await db.memberCapital.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const more = { ...row, id: 'cpt_raw', amountDong: -6_000_001n };
    await expect(db.memberCapital.create({ data: more })).rejects.toThrow(/capital_below_nothing/);
    const both = await Promise.all([
      move('taken_out', june(22), 5_000_000),
      move('taken_out', june(22), 5_000_000),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    given(await move('put_in', june(22), 5_000_000));
    expect(await membersCapital(db, on(22).now)).toMatchObject([{ code: 'XV02', stands: 6_000_000 }]);
    expect(await number(`SELECT -sum(dong) FROM posting WHERE account = 'members_capital'`)).toBe(6_000_000);
  });

  it('lets nobody put in more than three tenths of the charter capital, and says who has more since it was lowered', async () => {
    const charter = (fromDay: Date, amount: number) =>
      kept(db, (tx) =>
        addCharterCapital(tx, on(22), APPROVER, { fromDay, amount: dong(amount), paper: 'NQ 1' }),
      );
    const paper = { through: 'bank', reference: 'PT-V3', note: null, memberId: 'mem_2' } as const;
    const put = (day: Date, amount: number) =>
      kept(db, (tx) =>
        addCapital(tx, on(22), PREPARER, { ...paper, turn: 'put_in', day, amount: dong(amount) }),
      );
    const { id: _id, ...row } = await db.memberCapital.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const slip = { ...row, id: 'cpt_slip', day: new Date('0202-06-01'), amountDong: 1n };
    await expect(db.memberCapital.create({ data: slip })).rejects.toThrow(/member_capital_day/);
    given(await charter(june(1), 24_000_001));
    expect(await charter(june(1), 9)).toMatchObject({ error: { code: 'charter_day_taken' } });
    expect(await charter(june(23), 9)).toMatchObject({ error: { code: 'charter_day_ahead' } });
    // Six millions of the 7,200,000 that one may have; on the nineteenth there were ten.
    const over = { error: { code: 'capital_over_part', most: 1_200_000 } };
    expect(await put(june(22), 1_200_001)).toMatchObject(over);
    expect(await put(june(19), 1)).toMatchObject({ error: { code: 'capital_over_part', most: 0 } });
    const raw = { ...row, id: 'cpt_more', day: june(22), amountDong: 1_200_001n };
    await expect(db.memberCapital.create({ data: raw })).rejects.toThrow(/capital_within_part/);
    given(await charter(june(22), 15_000_000));
    expect(await membersCapital(db, on(22).now)).toMatchObject([{ code: 'XV02', over: 1_500_000 }]);
    await expect(db.charterCapital.deleteMany()).rejects.toThrow(/append-only/);
  });

  it('comes to what the books and the orders say on either side', async () => {
    const deal = { day: june(20), through: 'cash', reference: 'PC1' } as const;
    const add = (kind: 'income' | 'cost', side: 'internal' | 'external', amount: number) =>
      kept(db, (tx) =>
        addDealing(tx, on(21), PREPARER, { ...deal, kind, side, amount: dong(amount), what: 'phun thuốc' }),
      );
    given(await add('income', 'internal', 50_000));
    given(await add('cost', 'external', 20_000));
    const mistaken = given(await add('cost', 'external', 9_000));
    const undo = () =>
      kept(db, (tx) => undoDealing(tx, on(21), PREPARER, { id: mistaken.id, why: 'ghi nhầm' }));
    expect(await undo()).toMatchObject({ ok: true });
    expect(await undo()).toMatchObject({ error: { code: 'dealing_undone' } });

    const { sums, result } = await yearView(db, NEW_YEAR, 2026);
    const { surplus, externalIncome, internalIncome, fund, members, shares } = given(result);
    // Everything is settled, so what the books hold of income and costs is the surplus.
    const OF_RESULT = `'sales','settled','delivery','claims','vouchers','fees','cooperative','other_income','costs'`;
    expect(surplus).toBe(await number(`SELECT -sum(dong) FROM posting WHERE account IN (${OF_RESULT})`));
    const keptOf = (whose: string) => `SELECT sum(floor(l."grossDong" * 0.1)) FROM settlement_line l
      JOIN box b ON b.id = l."boxId" JOIN "order" o ON o.id = b."orderId" WHERE ${whose}`;
    const fees = (whose: string) => `SELECT sum(o."deliveryDong") FROM "order" o WHERE ${whose}`;
    const ours = `o.phone = '+84900000011'`;
    const others = `o.phone <> '+84900000011'`;
    expect(internalIncome).toBe((await number(keptOf(ours))) + (await number(fees(ours))) + 50_000);
    expect(externalIncome).toBe((await number(keptOf(others))) + (await number(fees(others))));
    expect(sums.external).toMatchObject({ claims: 170_000, costs: 20_000, sold: 2_657_143, orders: 2 });
    expect(sums.internal).toMatchObject({ sold: 900_000, orders: 1, kept: 90_000 });
    expect(fund).toBe(Math.ceil(externalIncome * 0.05));
    expect(fund + members).toBe(surplus);
    expect(shares.map(({ code, grams }) => [code, grams])).toEqual([
      ['XV01', 20_000],
      ['XV02', 20_000],
    ]);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBe(members);
    // A fifth goes by capital, of which only the second has any: ten millions for 170 days, six for 195.
    const mean = Math.floor((10_000_000 * 170 + 6_000_000 * 195) / 365);
    expect(shares.map(({ capital, byCapital }) => [capital, byCapital])).toEqual([
      [0, 0],
      [mean, Math.floor(members / 5)],
    ]);
  });

  it('is prepared when it is over, may be dropped, and takes no entry while it waits', async () => {
    expect(await prepare(-1)).toMatchObject({ error: { code: 'year_not_over' } });
    id = given(await prepare(2)).id;
    expect(await prepare(2)).toMatchObject({ error: { code: 'year_prepared' } });
    given(await kept(db, (tx) => dropYear(tx, after(3), PREPARER, { id, why: 'thiếu chi phí' })));
    // Whoever writes something of the year while it is being closed waits, and is refused then.
    // One who has no share in the year, so that no row of theirs is held by its closing.
    const newcomer = { id: 'mem_3', code: 'XV03', name: 'Xã viên ba', joinedOn: june(1) };
    await db.member.create({ data: newcomer });
    const paper = { through: 'cash', reference: 'PT-V4', note: null, memberId: 'mem_3' } as const;
    const capital = { turn: 'put_in', ...paper } as const;
    const side = { code: await codeOf(db, outside.orderId), side: 'internal', why: 'nhầm' } as const;
    const writes: (() => Promise<unknown>)[] = [
      () =>
        kept(db, (tx) => addCapital(tx, after(4), PREPARER, { ...capital, day: june(2), amount: dong(9) })),
      () => kept(db, (tx) => correctSide(tx, after(4), PREPARER, side)),
    ];
    const [own, ...beside] = await whileOpen((tx) => prepareYear(tx, after(4), PREPARER, 2026), writes);
    id = given(own).id;
    expect(beside).toMatchObject([{ error: { code: 'year_closed' } }, { error: { code: 'year_closed' } }]);
    const late = { data: { id: 'jrn_late', key: 'late', at: june(30) } };
    await expect(db.journal.create(late)).rejects.toThrow(/year_closed/);
    const deal = { kind: 'cost', side: 'external', through: 'cash', what: 'điện', reference: 'PC2' } as const;
    const add = (day: Date) =>
      kept(db, (tx) => addDealing(tx, after(5), PREPARER, { ...deal, day, amount: dong(1000) }));
    expect(await add(june(30))).toMatchObject({ error: { code: 'year_closed', year: 2026 } });
  });

  it('is approved once and by another, and what comes later is of the next year', async () => {
    expect(await approve(id, PREPARER)).toMatchObject({ error: { code: 'prepared_by_you' } });
    const alone = { state: 'approved', closedAt: NEW_YEAR, closedBy: PREPARER.userId } as const;
    await expect(db.yearEnd.update({ where: { id }, data: alone })).rejects.toThrow(/year_end_by_two/);
    const both = await Promise.all([approve(id, APPROVER), approve(id, { userId: 'usr_third' })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'year_end_closed' } });
    expect(await prepare(40)).toMatchObject({ error: { code: 'year_closed' } });

    const { result, closing } = await yearView(db, NEW_YEAR, 2026);
    const { fund, members, surplus } = given(result);
    expect(closing?.state).toBe('approved');
    const balance = Object.fromEntries(
      (await trialBalance(db)).map(({ account, dong: stands }) => [account, Number(stands)]),
    );
    expect(balance).toMatchObject({ surplus, common_fund: -fund, members_surplus: -members });
    expect(await number('SELECT sum(dong) FROM posting')).toBe(0);

    const { id: old } = await db.dealing.findFirstOrThrow({ where: { kind: 'income' } });
    given(await kept(db, (tx) => undoDealing(tx, after(48), PREPARER, { id: old, why: 'sai' })));
    const side = { code: await codeOf(db, inside.orderId), side: 'external', why: 'nhầm' } as const;
    expect(await kept(db, (tx) => correctSide(tx, after(48), PREPARER, side))).toMatchObject({
      error: { code: 'year_closed' },
    });
    const early = { day: june(1), turn: 'put_in', amount: dong(1), through: 'cash', note: null } as const;
    const told = { ...early, memberId: 'mem_1', reference: 'PT-V2' };
    expect(await kept(db, (tx) => addCapital(tx, after(48), PREPARER, told))).toMatchObject({
      error: { code: 'year_closed' },
    });
    expect((await yearView(db, NEW_YEAR, 2026)).sums.internal.other).toBe(50_000);
    expect((await yearView(db, after(48).now, 2027)).sums.internal.other).toBe(-50_000);
  });

  it('pays each member their share once, in the books too, and nobody else more', async () => {
    const [own] = await sharesOf(db, 'mem_1');
    const unpaid = await unpaidShares(db, 2026);
    expect(unpaid?.map(({ code, account }) => [code, account])).toEqual([
      ['XV01', null],
      ['XV02', null],
    ]);
    const way = { through: 'bank', reference: 'FT-TD-1' } as const;
    const pay = () =>
      kept(db, (tx) => payShare(tx, after(50), PREPARER, { yearEndId: id, memberId: 'mem_1', ...way }));
    const raw = { yearEndId: id, memberId: 'mem_2', ...way, amountDong: 1n, at: NEW_YEAR, byUser: 'usr' };
    await expect(db.sharePayout.create({ data: raw })).rejects.toThrow(/share_paid_is_what_is_owed/);
    const twice = await Promise.all([pay(), pay()]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(twice.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'share_paid' } });
    const { share = 0 } = own ?? {};
    const { membersDong } = await db.yearEnd.findUniqueOrThrow({ where: { id } });
    expect(await number(`SELECT -sum(dong) FROM posting WHERE account = 'members_surplus'`)).toBe(
      Number(membersDong) - share,
    );
    expect(await sharesOf(db, 'mem_1')).toMatchObject([{ year: 2026, share, paid: way }]);
    expect((await unpaidShares(db, 2026))?.map(({ code }) => code)).toEqual(['XV02']);
    expect(await unpaidShares(db, 2025)).toBeNull();
    await expect(db.sharePayout.deleteMany()).rejects.toThrow(/append-only/);
  });
});
