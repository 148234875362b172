import type { Tx } from '@baunghe/db';
import { testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { forgoAfterSale, noteDispute, trialBalance } from '@baunghe/payments';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addCapital,
  addCharterCapital,
  addDealing,
  addVatRule,
  addYearRule,
  approveSettlement,
  approveYear,
  cardOfOrder,
  correctSide,
  dropYear,
  invoiceData,
  keptTaxes,
  lowerKeptTax,
  membersCapital,
  orderView,
  payShare,
  prepareSettlement,
  prepareYear,
  sharesOf,
  sidesOfOrder,
  undoDealing,
  unpaidShares,
  yearView,
} from '../index.ts';
import { aDelivery, aSeason, june, on } from '../settlement/settlement.builders.ts';
import { aPerson, at, kept } from '../shop.builders.ts';

const { db, close } = await testDatabase(6);
const PREPARER = { userId: 'usr_preparer' };
const APPROVER = { userId: 'usr_approver' };
const NEW_YEAR = new Date('2026-12-31T17:00:00Z');
const after = (hours: number) => at(new Date(+NEW_YEAR + hours * 3_600_000));
const given = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};
const number = async (sql: string) =>
  Number(
    (await db.$queryRawUnsafe<{ sum: bigint | null }[]>(`SELECT (${sql})::bigint AS sum`))[0]?.sum ?? 0n,
  );
const prepare = (hours: number) => kept(db, (tx) => prepareYear(tx, after(hours), PREPARER, 2026));
const approve = (id: string, by: { userId: string }) => kept(db, (tx) => approveYear(tx, after(30), by, id));

let outside: { orderId: string };
let inside: { orderId: string };
let taxed: { orderId: string };
const codeOf = async (orderId: string) => (await db.order.findUniqueOrThrow({ where: { id: orderId } })).code;

/** That a manager gave a sum back for fruit that was not good, without which nothing is forgone. */
async function allowed(tx: Tx, orderId: string, { key, off }: { key: string; off: number }): Promise<void> {
  const giver = { askedAt: on(8).now, askedBy: 'usr_giver', closedAt: on(8).now, closedBy: 'usr_giver' };
  const giving = { id: `giv_${key}`, act: 'refund', state: 'given', words: 'thử', key } as const;
  await tx.giving.create({ data: { ...giving, dong: BigInt(off), orderId, ...giver } });
}

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

/** Two boxes sold outside, one to a member, one outside with 5 % VAT; all settled; money given back for a bad fruit. */
beforeAll(async () => {
  const { lots } = await aSeason(db);
  const person = { name: 'Xã viên thử', email: 'a@example.com', phoneNumber: '+84900000011' };
  await db.user.create({ data: { id: 'usr_member', ...person } });
  await db.member.update({ where: { id: 'mem_1' }, data: { userId: 'usr_member' } });
  outside = await aDelivery(db, [lots[0], lots[1]]);
  inside = await aDelivery(db, [lots[0]], { method: 'vietqr', phone: '+84900000011' });
  const rule = {
    productId: 'pro_box',
    fromDay: june(7),
    kind: 'rate',
    rate: 500,
    why: 'bán cho hộ',
  } as const;
  given(await kept(db, (tx) => addVatRule(tx, on(7), PREPARER, rule)));
  taxed = await aDelivery(db, [lots[1]]);
  const off = { off: dong(70_000), reason: 'claim', key: 'claim:thử' } as const;
  await aPerson(db, 'usr_giver', 'manager');
  await allowed(db, outside.orderId, off);
  given(await kept(db, (tx) => forgoAfterSale(tx, on(8), { orderId: outside.orderId, ...off })));
  const period = { fromDay: june(1), toDay: june(7) };
  const { id } = given(await kept(db, (tx) => prepareSettlement(tx, on(8), PREPARER, period)));
  given(await kept(db, (tx) => approveSettlement(tx, on(9), APPROVER, id)));
});
afterAll(() => close());

describe('the side on which an order stands', () => {
  it('is told by the database from whose phone number it is, and corrected with a reason', async () => {
    const sides = async (orderId: string) => (await sidesOfOrder(db, orderId)).map(({ side }) => side);
    expect(await sides(outside.orderId)).toEqual(['external']);
    expect(await sides(inside.orderId)).toEqual(['internal']);
    const told = { code: await codeOf(outside.orderId), why: 'vợ xã viên mua' };
    const put = (side: 'internal' | 'external') =>
      kept(db, (tx) => correctSide(tx, on(10), PREPARER, { ...told, side }));
    expect(await put('external')).toMatchObject({ error: { code: 'side_is_so' } });
    expect(await put('internal')).toMatchObject({ ok: true });
    expect(await put('external')).toMatchObject({ ok: true });
    expect(await sides(outside.orderId)).toEqual(['external', 'internal', 'external']);
    await expect(db.orderSide.updateMany({ data: { why: null } })).rejects.toThrow(/append_only/);
  });
});

describe('VAT', () => {
  it('is that of the day on which an order was placed, stays so, and is owed in the books', async () => {
    const rates = await db.orderLine.findMany({
      orderBy: { id: 'asc' },
      select: { vatKind: true, vatRate: true },
    });
    expect(rates.filter(({ vatKind }) => vatKind === 'rate')).toEqual([{ vatKind: 'rate', vatRate: 500 }]);
    await expect(
      db.orderLine.updateMany({ where: { orderId: taxed.orderId }, data: { vatRate: 800 } }),
    ).rejects.toThrow(/append_only/);
    await expect(
      db.order.updateMany({ where: { id: taxed.orderId }, data: { deliveryVatKind: 'not_declared' } }),
    ).rejects.toThrow(/vat_stays/);
    // 900,000 hold 5 % of what remains without it: 900,000 × 5 / 105, rounded.
    expect(await number(`SELECT -sum(dong) FROM posting WHERE account = 'vat'`)).toBe(42_857);
    expect(
      await number(
        `SELECT "grossDong" FROM settlement_line l JOIN box b ON b.id = l."boxId" WHERE b."orderId" = '${taxed.orderId}'`,
      ),
    ).toBe(857_143);
    const again = { productId: 'pro_box', kind: 'not_subject', rate: 0, why: 'x' } as const;
    const add = (day: number) =>
      kept(db, (tx) => addVatRule(tx, on(9), PREPARER, { ...again, fromDay: june(day) }));
    expect(await add(8)).toMatchObject({ error: { code: 'vat_day_past' } });
    expect(await add(9)).toMatchObject({ ok: true });
    expect(await add(9)).toMatchObject({ error: { code: 'vat_day_taken' } });
    const order = await orderView(db, { id: taxed.orderId });
    expect(order?.taxes).toEqual([{ rate: 500, tax: 42_857 }]);
  });

  it('is lowered in the books on the day of a refund, by the rate of what was given back, and to nothing by all', async () => {
    const { orderId } = taxed;
    const change = { orderId, reason: 'claim', taxRate: 500 } as const;
    const off = (key: string, sum: number, taxRate = 500) => ({ ...change, key, off: dong(sum), taxRate });
    const part = { ...off('claim:5%', 105_000) };
    await allowed(db, orderId, part);
    for (const _twice of [1, 2]) given(await kept(db, (tx) => forgoAfterSale(tx, on(10), part)));
    const [entry] = await db.journal.findMany({
      where: { key: 'forgone:claim:5%' },
      include: { postings: { orderBy: { account: 'asc' } } },
    });
    expect(entry?.at).toEqual(on(10).now);
    const sides = Object.fromEntries(entry?.postings.map((side) => [side.account, Number(side.dong)]) ?? []);
    expect(sides).toEqual({ claims: 100_000, vat: 5_000, buyers: -105_000 });
    const { amountDong } = await db.payment.findUniqueOrThrow({ where: { orderId } });
    const left = Number(amountDong);
    // What is tried here is taken back: the year below is reckoned without it.
    const tried = db.$transaction(async (tx) => {
      const vat = async () => {
        const { _sum } = await tx.posting.aggregate({ where: { account: 'vat' }, _sum: { dong: true } });
        return 0 - Number(_sum.dong);
      };
      await allowed(tx, orderId, off('free', 10_000));
      given(await forgoAfterSale(tx, on(11), off('free', 10_000, 0)));
      expect(await vat()).toBe(37_857);
      const { taxRate: _rate, ...unsaid } = off('whole', 100_000);
      await allowed(tx, orderId, unsaid);
      given(await forgoAfterSale(tx, on(11), unsaid));
      expect(await vat()).toBe(37_857 - Math.round((100_000 * 37_857) / (left - 10_000)));
      await allowed(tx, orderId, off('rest', left - 110_000));
      given(await forgoAfterSale(tx, on(11), off('rest', left - 110_000)));
      expect(await vat()).toBe(0);
      throw new Error('taken back');
    });
    await expect(tried).rejects.toThrow('taken back');
  });

  it('of a refund booked before is seen, and lowered once on the day that somebody says so', async () => {
    const { orderId } = taxed;
    const old = { id: 'jrn_old', key: 'forgone:returned:box_old', orderId, at: on(9).now };
    const tried = db.$transaction(async (tx) => {
      await allowed(tx, orderId, { key: 'returned:box_old', off: 90_000 });
      await tx.journal.create({ data: old });
      const side = (account: 'claims' | 'buyers', sum: bigint) => ({ journalId: old.id, account, dong: sum });
      await tx.posting.createMany({ data: [side('claims', 90_000n), side('buyers', -90_000n)] });
      await tx.payment.update({ where: { orderId }, data: { amountDong: { decrement: 90_000n } } });
      const [kept, ...more] = await keptTaxes(tx);
      expect(more).toEqual([]);
      const { amountDong } = await tx.payment.findUniqueOrThrow({ where: { orderId } });
      const tax = Math.round((90_000 * 37_857) / (Number(amountDong) + 90_000));
      expect(kept).toMatchObject({ key: 'returned:box_old', off: 90_000, tax });
      given(await lowerKeptTax(tx, on(12), 'returned:box_old'));
      expect(await lowerKeptTax(tx, on(12), 'returned:box_old')).toMatchObject({
        error: { code: 'refund_holds_no_tax' },
      });
      expect(await keptTaxes(tx)).toEqual([]);
      const entry = await tx.journal.findUniqueOrThrow({
        where: { key: 'forgone_tax:returned:box_old' },
        include: { postings: true },
      });
      expect(entry.at).toEqual(on(12).now);
      expect(entry.postings.map((each) => [each.account, Number(each.dong)])).toEqual([
        ['vat', tax],
        ['claims', -tax],
      ]);
      await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
      // Of a refund that lowered its VAT when it was booked there is nothing to lower.
      const again = { id: 'jrn_new', key: 'forgone_tax:claim:5%', orderId, at: on(12).now };
      await tx.journal.create({ data: again });
    });
    await expect(tried).rejects.toThrow(/forgone_tax_is_of_refund/);
  });
});

it('gives e-invoices their data: buyer, lines with the tax within, and what was given back as an adjustment', async () => {
  const ward = 'Số 1, Phước Long, Đồng Nai';
  const invoice = { company: 'Công ty thử', email: 'a@b.vn' };
  const asked = { ...invoice, taxCode: '000000000000', address: 'Số 2' };
  await db.orderInvoice.create({ data: { orderId: taxed.orderId, ...asked } });
  const days = { begins: june(7), ends: june(8) };
  const { rows, more } = await invoiceData(db, { ...days, limit: 2 });
  expect([rows.length, more]).toEqual([2, true]);
  const all = (await invoiceData(db, { ...days, limit: 9 })).rows;
  const of = async (orderId: string) => {
    const code = await codeOf(orderId);
    return all.find((row) => row.code === code);
  };
  expect(await of(taxed.orderId)).toMatchObject({
    buyer: { company: 'Công ty thử', taxCode: '000000000000' },
    gaps: [],
    tax: 42_857,
    adjustments: [{ net: 100_000, tax: 5_000 }],
  });
  const plain = await of(outside.orderId);
  expect(plain).toMatchObject({ buyer: { address: ward, taxCode: null }, gaps: [], tax: 0, paid: true });
  expect(plain?.adjustments).toMatchObject([{ net: 70_000, tax: 0 }]);
  expect(plain?.lines[0]).toMatchObject({
    milliUnits: 2000,
    unit: 'box',
    net: 1_800_000,
    kind: 'not_subject',
  });
  const totals = all.map(({ lines, net, tax, total }) => [
    lines.reduce((sum, line) => sum + line.net, 0) === net && net + tax === total,
    total,
  ]);
  const sold = await number(`SELECT sum("totalDong") FROM "order"`);
  expect(totals.every(([adds]) => adds)).toBe(true);
  expect(totals.reduce((sum, [, total]) => sum + Number(total), 0)).toBe(sold);
});

it('gives the price back with its VAT where a card company took it for fruit that was not good, and keeps VAT of a stolen card', async () => {
  const { orderId } = taxed;
  const tried = db.$transaction(async (tx) => {
    const { id: paymentId } = await tx.payment.findUniqueOrThrow({ where: { orderId } });
    const card = {
      state: 'captured',
      amountDong: 930_000n,
      authorisedDong: 930_000n,
      capturedDong: 930_000n,
    } as const;
    const times = { createdAt: on(9).now, expiresAt: on(9).now };
    await tx.cardPayment.create({ data: { id: 'crd_1', paymentId, intentId: 'pi_1', ...card, ...times } });
    let day = 10;
    const lose = (id: string, amount: number, reason: string) =>
      noteDispute(tx, on(++day), {
        ...{ id, intentId: 'pi_1', amount: dong(amount), reason, status: 'lost', dueBy: null },
      });
    const vat = async () => {
      const where = { account: 'vat', journal: { orderId } } as const;
      return 0 - Number((await tx.posting.aggregate({ where, _sum: { dong: true } }))._sum.dong);
    };
    await lose('dp_stolen', 10_000, 'fraudulent');
    expect(await vat()).toBe(37_857);
    for (const _twice of [1, 2]) await lose('dp_part', 82_500, 'product_unacceptable');
    expect(await vat()).toBe(37_857 - 3_786);
    const more = { key: 'claim:more', reason: 'claim', off: dong(74_250) } as const;
    await allowed(tx, orderId, more);
    given(await forgoAfterSale(tx, on(++day), { orderId, ...more }));
    expect(await vat()).toBe(37_857 - 3_786 - 3_407);
    await lose('dp_rest', 930_000, 'product_not_received');
    expect(await vat()).toBe(0);
    const { rows } = await invoiceData(tx, { begins: june(7), ends: june(8), limit: 9 });
    const code = await codeOf(orderId);
    const row = rows.find((each) => each.code === code);
    expect(row?.adjustments).toMatchObject([
      { net: 100_000, tax: 5_000 },
      { net: 82_500 - 3_786, tax: 3_786 },
      { net: 74_250 - 3_407, tax: 3_407 },
      { tax: 30_664 },
    ]);
    expect(row?.adjustments.reduce((sum, { net }) => sum + net, 0)).toBe(row?.net);
    expect((await cardOfOrder(tx, orderId))?.disputes.at(-1)?.lost).toEqual({ cost: 899_336, tax: 30_664 });
    const sums = await trialBalance(tx);
    expect(sums.reduce((sum, each) => sum + each.dong, 0n)).toBe(0n);
    throw new Error('taken back');
  });
  await expect(tried).rejects.toThrow('taken back');
});

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
    const side = { code: await codeOf(outside.orderId), side: 'internal', why: 'nhầm' } as const;
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
    const side = { code: await codeOf(inside.orderId), side: 'external', why: 'nhầm' } as const;
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
