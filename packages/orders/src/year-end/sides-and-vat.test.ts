import { testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { forgoAfterSale, noteDispute, trialBalance } from '@baunghe/payments';
import { afterAll, describe, expect, it } from 'vitest';
import {
  addVatRule,
  cardOfOrder,
  correctSide,
  invoiceData,
  keptTaxes,
  lowerKeptTax,
  orderView,
  sidesOfOrder,
} from '../index.ts';
import { june, on } from '../settlement/settlement.builders.ts';
import { kept } from '../shop.builders.ts';
import { allowed, aYearOfSales, codeOf, given, numberIn, PREPARER, partOf } from './year-end.builders.ts';

const { db, close } = await testDatabase(2);
const number = (sql: string) => numberIn(db, sql);
const { outside, inside, taxed } = await aYearOfSales(db);
afterAll(() => close());

describe('the side on which an order stands', () => {
  it('is told by the database from whose phone number it is, and corrected with a reason', async () => {
    const sides = async (orderId: string) => (await sidesOfOrder(db, orderId)).map(({ side }) => side);
    expect(await sides(outside.orderId)).toEqual(['external']);
    expect(await sides(inside.orderId)).toEqual(['internal']);
    const told = { code: await codeOf(db, outside.orderId), why: 'vợ xã viên mua' };
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
    const part = partOf(orderId);
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
    const code = await codeOf(db, orderId);
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
    const code = await codeOf(db, orderId);
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
