import { plusDays } from '@baunghe/db';
import { testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { creditLeft, grantCredit, settleRefund, spendCredit, takeMoney } from '@baunghe/payments';
import { spoil } from '@baunghe/stock';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  addVatRule,
  answerClaim,
  approveSettlement,
  deliverOrder,
  makeClaim,
  makeVoucher,
  type NewVoucher,
  openOffer,
  packBox,
  payAdvance,
  payStatement,
  prepareSettlement,
  shareOut,
  shipOrder,
  takeBack,
} from '../index.ts';
import { MONDAY, payMissing, preorder } from '../preorders/preorders.builders.ts';
import { aHarvest, aPerson, at, checkOut, kept, STAFF } from '../shop.builders.ts';
import { given, numberIn } from '../year-end/year-end.builders.ts';
import { aDelivery, aSeason, june, on } from './settlement.builders.ts';

const { db, close } = await testDatabase(4);
afterAll(() => close());
const number = (sql: string) => numberIn(db, sql);
const stands = (account: string) => number(`SELECT sum(dong) FROM posting WHERE account = '${account}'`);
const owes = async (account: string) => 0 - (await stands(account));
const CLERK = { userId: 'usr_clerk' };
const BUYER = '+84900000099';
const DAY = on(7).now;
let spent: readonly [string, string];

/** Packs an order's only line in one box of a lot, and brings it to its buyer. */
async function brought(orderId: string, lotId: string, gramsOfBox: number): Promise<void> {
  const line = await db.orderLine.findFirstOrThrow({ where: { orderId } });
  const packing = {
    orderId,
    lineId: line.id,
    lotId,
    units: line.quantity,
    grams: gramsOfBox,
    lotReason: 'thử',
  };
  given(await kept(db, (tx) => packBox(tx, on(9), STAFF, packing)));
  given(await kept(db, (tx) => shipOrder(tx, on(9), STAFF, { orderId, carrier: 'Xe thử', tracking: null })));
  given(await kept(db, (tx) => deliverOrder(tx, on(9), STAFF, orderId)));
}

/** A buyer pays a million too much: another box is bought with the credit of it, and 70,000 are left. */
async function paidByCredit(): Promise<void> {
  const { orderId } = given(await checkOut(db, DAY, [{ productId: 'pro_box', quantity: 1 }], 'vietqr'));
  const money = { orderId, source: 'bank', reference: 'FT-over', into: 'bank', byUser: null } as const;
  await kept(db, (tx) => takeMoney(tx, on(7), { ...money, amount: dong(930_000 + 1_000_000) }));
  const { id: refundId } = await db.refund.findFirstOrThrow({ where: { reason: 'overpaid' } });
  given(await kept(db, (tx) => grantCredit(tx, on(7), { refundId, byUser: null })));
  const next = given(await checkOut(db, DAY, [{ productId: 'pro_box', quantity: 1 }]));
  const { code } = await creditLeft(db, BUYER);
  given(await kept(db, (tx) => spendCredit(tx, on(7), { orderId: next.orderId, code, phone: BUYER })));
  spent = [orderId, next.orderId];
}

/** Fruit that somebody paid a deposit for comes, is shared out, paid and brought. */
async function orderedAhead(): Promise<void> {
  const said = { saidAt: MONDAY, saidBy: 'usr_1' };
  const monday = new Date('2026-06-08');
  await db.forecast.create({
    data: { plotId: 'plo_1', varietyCode: 'RI6', monday, grams: 100_000, ...said },
  });
  const terms = {
    price: dong(120_000),
    depositPercent: 30,
    forecastPercent: 70,
    rule: 'oldest_first',
  } as const;
  const offer = { productId: 'pro_kg', week: monday, lastDay: plusDays(monday, 6), ...terms };
  const { offerId } = given(await kept(db, (tx) => openOffer(tx, at(MONDAY), STAFF, offer)));
  const { orderId } = given(await preorder(db, MONDAY, offerId, 5));
  expect(await payMissing(db, MONDAY, orderId)).toBe('paid');
  const lot = await aHarvest(db, MONDAY, 20_000);
  given(await kept(db, (tx) => shareOut(tx, at(MONDAY), STAFF, offerId)));
  await payMissing(db, MONDAY, orderId);
  await brought(orderId, lot, 5000);
}

beforeAll(async () => {
  const { lots } = await aSeason(db, { claimsOnMember: true });
  await aPerson(db, 'usr_1', 'manager');
  const plain = await aDelivery(db, [lots[0], lots[1]]);
  const voucher: NewVoucher = {
    ...{ code: 'THU50', kind: 'fixed', worth: 50_000, most: null, least: dong(0), withDelivery: false },
    ...{ from: june(1), until: null, mostUses: null, mostPerPhone: null },
    ...{ varietyCodes: [], productIds: [], note: null },
  };
  given(await kept(db, (tx) => makeVoucher(tx, on(7), voucher, 'usr_1')));
  const cheap = { voucher: 'THU50', off: 50_000 };
  const sold = given(await checkOut(db, DAY, [{ productId: 'pro_box', quantity: 1 }], 'cod', cheap));
  await brought(sold.orderId, lots[1], 10_000);
  await paidByCredit();
  for (const orderId of spent) await brought(orderId, lots[0], 10_000);
  await orderedAhead();
  const vat = { productId: 'pro_box', kind: 'rate', rate: 500, why: 'bán cho hộ' } as const;
  given(await kept(db, (tx) => addVatRule(tx, on(7), CLERK, { ...vat, fromDay: june(7) })));
  const taxed = await aDelivery(db, [lots[1]], { moment: on(9) });

  const claimed = { orderId: taxed.orderId, lineId: taxed.lineId, boxId: taxed.boxIds[0] ?? '' };
  const photos = [
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  ];
  const words = { reason: 'hard_flesh', words: null, photos } as const;
  const { claimId } = given(await kept(db, (tx) => makeClaim(tx, on(9), { ...claimed, ...words })));
  const answer = { claimId, words: 'trả lại', kind: 'refund', amount: dong(105_000) } as const;
  given(await kept(db, (tx) => answerClaim(tx, on(9), STAFF, answer)));
  const { id: refundId } = await db.refund.findFirstOrThrow({ where: { reason: 'claim' } });
  const way = { refundId, through: 'bank', reference: 'FT-back', byUser: 'usr_1' } as const;
  given(await kept(db, (tx) => settleRefund(tx, on(9), way)));
  const back = { boxId: plain.boxIds[1] ?? '', grams: 10_000, outcome: 'back_in_store' } as const;
  const share = { reason: 'khách không nhận', photo: null, money: { kind: 'share' } } as const;
  given(await kept(db, (tx) => takeBack(tx, on(9), STAFF, { ...back, ...share })));
  const { batch } = await db.lot.findUniqueOrThrow({ where: { id: lots[0] } });
  const rotten = { batch, grams: 3000, cause: 'overripe', words: null, photo: null } as const;
  given(await kept(db, (tx) => spoil(tx, on(9), STAFF, rotten)));
  const advance = { memberId: 'mem_1', amount: dong(400_000), through: 'cash', reference: 'PC1' } as const;
  given(await kept(db, (tx) => payAdvance(tx, on(9), CLERK, advance)));

  const period = { fromDay: june(1), toDay: june(9) };
  const { id } = given(await kept(db, (tx) => prepareSettlement(tx, on(10), CLERK, period)));
  given(await kept(db, (tx) => approveSettlement(tx, on(11), { userId: 'usr_other' }, id)));
  const { id: statementId } = await db.memberStatement.findFirstOrThrow({ where: { memberId: 'mem_1' } });
  const paid = { statementId, through: 'bank', reference: 'FT-member' } as const;
  given(await kept(db, (tx) => payStatement(tx, on(11), CLERK, paid)));
});

/** What a line was sold for, and the tax within it, straight from its row. */
const SOLD = `coalesce(l."finalDong", l."lineDong")`;
const TAX = `round(${SOLD}::numeric * l."vatRate" / (10000 + l."vatRate"))`;
const LINES = `"order_line" l JOIN "order" o ON o.id = l."orderId" WHERE o.state = 'delivered'`;

it('every entry of the books balances, and each account is what the rows behind it say', async () => {
  expect(await number('SELECT count(*) FROM "order" WHERE state <> \'delivered\'')).toBe(0);
  const open = `SELECT count(*) FROM (SELECT 1 FROM posting GROUP BY "journalId" HAVING sum(dong) <> 0) AS uneven`;
  expect(await number(open)).toBe(0);
  expect(await owes('sales')).toBe(await number(`SELECT sum(${SOLD} - ${TAX}) FROM ${LINES}`));
  expect(await owes('delivery')).toBe(await number(`SELECT sum("deliveryDong") FROM "order"`));
  expect(await stands('vouchers')).toBe(await number(`SELECT sum("discountDong") FROM "order"`));
  expect(await stands('vouchers')).toBe(50_000);
  expect(await owes('credit')).toBe(await number(`SELECT sum(dong) FROM credit_entry`));
  expect(await owes('credit')).toBe(await number(`SELECT sum("balanceDong") FROM credit_account`));
  expect(await owes('credit')).toBe(70_000);
  const came = `SELECT sum("amountDong") FROM payment_event WHERE source <> 'credit'`;
  const gone = `SELECT sum("amountDong") FROM refund WHERE state = 'settled' AND through IN ('bank', 'cash')`;
  const toMembers = `SELECT (SELECT sum("amountDong") FROM member_advance) + (SELECT sum("amountDong") FROM member_payout)`;
  const held = (await number(came)) - (await number(gone)) - (await number(toMembers));
  expect((await stands('bank')) + (await stands('cash'))).toBe(held);
  // What buyers still have to get, and nothing that they still have to pay.
  const owed = `SELECT sum("amountDong") FROM refund WHERE state = 'due'`;
  expect(await owes('buyers')).toBe(await number(owed));
  const taxBack = await number(`SELECT sum(dong) FROM posting p JOIN journal j ON j.id = p."journalId"
    WHERE account = 'vat' AND key LIKE 'forgone:%'`);
  expect(taxBack).toBe(5_000);
  expect(await owes('vat')).toBe((await number(`SELECT sum(${TAX}) FROM ${LINES}`)) - taxBack);
});

it('the statements add up to the sales less what was taken back, and say what members were and are to be paid', async () => {
  const sold = await number(`SELECT sum(${SOLD} - ${TAX}) FROM ${LINES}`);
  expect(await number(`SELECT sum("salesDong") FROM member_statement`)).toBe(sold);
  // A claim without its tax, and a box that came back.
  const off = 100_000 + 900_000;
  expect(await number(`SELECT -sum("takenOffDong") FROM member_statement`)).toBe(off);
  const shared = `SELECT sum("memberDong" + "coopDong") FROM settlement_line WHERE counts`;
  expect(await number(shared)).toBe(sold - off);
  expect(await stands('settled')).toBe(sold - off);
  expect(await number(`SELECT sum("coopDong") FROM settlement_line WHERE counts`)).toBe(
    await owes('cooperative'),
  );
  const each = await db.$queryRaw<{ right: boolean }[]>`
    SELECT "payDong" + "leftDong" = "salesDong" + "takenOffDong" - "coopDong" + "carriedDong" - "advanceDong"
      AND "salesDong" = (SELECT sum("grossDong") FROM settlement_line l
        WHERE l."memberId" = s."memberId" AND l."settlementId" = s."settlementId" AND kind = 'sale') AS right
    FROM member_statement s`;
  expect(each).toEqual([{ right: true }, { right: true }]);
  expect(await stands('advances')).toBe(0);
  const unpaid = `SELECT sum("payDong") - (SELECT sum("amountDong") FROM member_payout) FROM member_statement`;
  expect(await owes('members_owed')).toBe(await number(unpaid));
});

it('all fruit that was cut is in a box, thrown away or in the store', async () => {
  const packed = await number(`SELECT sum(grams) FROM box`);
  const [back, rotten] = [10_000, 3_000];
  expect(await number(`SELECT sum("onHandGrams") FROM lot_balance`)).toBe(
    (await number(`SELECT sum(grams) FROM harvest`)) - packed + back - rotten,
  );
  expect(await number(`SELECT sum(grams) FROM settlement_line WHERE counts AND kind = 'sale'`)).toBe(packed);
});
