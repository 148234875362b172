import { testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { forgoAfterSale } from '@baunghe/payments';
import { afterAll, describe, expect, it } from 'vitest';
import { addVatRule, correctSide, invoiceData, orderView, sidesOfOrder } from '../index.ts';
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
