import { testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { trialBalance } from '@baunghe/payments';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addSharingRule,
  addVatRule,
  answerClaim,
  approveSettlement,
  dropSettlement,
  makeClaim,
  notYetSettled,
  payAdvance,
  payStatement,
  prepareSettlement,
  previewSettlement,
  settlementView,
  statements,
  statementView,
  takeBack,
} from '../index.ts';
import { aPerson, kept, STAFF } from '../shop.builders.ts';
import { aDelivery, aSeason, june, on } from './settlement.builders.ts';

const { db, close } = await testDatabase(6);
const PREPARER = { userId: 'usr_preparer' };
const APPROVER = { userId: 'usr_approver' };
const PHOTO = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
let lots: readonly [string, string];
let sold: Awaited<ReturnType<typeof aDelivery>>;
let firstId = '';

beforeAll(async () => {
  ({ lots } = await aSeason(db, { claimsOnMember: true }));
  sold = await aDelivery(db, [lots[0], lots[1]]);
  await aDelivery(db, [lots[1]], { method: 'vietqr' });
});
afterAll(() => close());

const prepare = (fromDay: number, toDay: number, today: number) =>
  kept(db, (tx) =>
    prepareSettlement(tx, on(today), PREPARER, { fromDay: june(fromDay), toDay: june(toDay) }),
  );
const approve = (id: string, by = APPROVER) => kept(db, (tx) => approveSettlement(tx, on(12), by, id));
const books = async () =>
  Object.fromEntries((await trialBalance(db)).map(({ account, dong: stands }) => [account, Number(stands)]));
const given = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

/** What each of the two is told of what is not settled yet is what a settlement of the same days would be. */
async function agrees(today: number, fromDay: number): Promise<number[]> {
  const period = { fromDay: june(fromDay), toDay: june(today - 1) };
  const seen = await previewSettlement(db, on(today), period);
  const told = [];
  for (const memberId of ['mem_1', 'mem_2']) {
    const own = given(await notYetSettled(db, on(today).now, memberId));
    const theirs = seen.ok ? seen.value.members.find((member) => member.memberId === memberId) : undefined;
    expect(own).toMatchObject({ toDay: period.toDay, sums: theirs ?? null });
    expect(own.gross).toBe(theirs ? theirs.sales + theirs.takenOff : 0);
    expect(own.harvests.reduce((sum, { gross }) => sum + gross, 0)).toBe(own.gross);
    told.push(own.gross, own.waiting);
  }
  return told;
}

describe('the settlement of a period', () => {
  it('pays whoever had the plot when its fruit was cut, and no harvest changes hands after', async () => {
    // Both plots change hands after the harvest: what follows is owed as if they had not.
    const [one, two] = await db.plot.findMany({ orderBy: { memberId: 'asc' } });
    if (!one || !two) throw new Error('no plots');
    await db.plot.update({ where: { id: one.id }, data: { memberId: two.memberId } });
    await db.plot.update({ where: { id: two.id }, data: { memberId: one.memberId } });
    await expect(db.$executeRaw`UPDATE "harvest" SET "memberId" = ${two.memberId}`).rejects.toThrow(
      /harvest_of_the_plots_member/,
    );
  });

  it('is seen before anything is written, and only of days that are over', async () => {
    const period = { fromDay: june(1), toDay: june(7) };
    expect(await previewSettlement(db, on(7), period)).toMatchObject({ error: { code: 'period_not_over' } });
    const seen = given(await previewSettlement(db, on(8), period));
    expect(seen.members).toMatchObject([
      { memberId: 'mem_1', sales: 900_000, coop: 90_000, pay: 810_000 },
      { memberId: 'mem_2', sales: 1_800_000, coop: 180_000, pay: 1_620_000 },
    ]);
    expect(await db.settlement.count()).toBe(0);
    expect(await agrees(8, 1)).toEqual([900_000, 0, 1_800_000, 0]);
  });

  it('freezes what each box earned, takes an advance off, and lets nobody open another beside it', async () => {
    const advance = {
      memberId: 'mem_1',
      amount: dong(1_000_000),
      through: 'cash',
      reference: 'PC1',
    } as const;
    given(await kept(db, (tx) => payAdvance(tx, on(8), PREPARER, advance)));
    firstId = given(await prepare(1, 7, 8)).id;
    expect(await prepare(8, 8, 9)).toMatchObject({ error: { code: 'settlement_open', id: firstId } });
    const view = await settlementView(db, firstId);
    expect(view?.statements).toMatchObject([
      { code: 'XV01', sales: 900_000, advance: 810_000, pay: 0, left: 0 },
      { code: 'XV02', advance: 0, pay: 1_620_000 },
    ]);
    expect(await statements(db, null, 10)).toEqual([]);
    expect(await agrees(8, 1)).toEqual([0, 900_000, 0, 1_800_000]);
  });

  it('may be dropped with a reason, and its boxes are settled again', async () => {
    given(await kept(db, (tx) => dropSettlement(tx, on(9), PREPARER, { id: firstId, why: 'sai kỳ' })));
    firstId = given(await prepare(1, 7, 9)).id;
    expect(await db.settlementLine.count({ where: { counts: true } })).toBe(3);
  });

  it('is approved by somebody else, as the database says too', async () => {
    expect(await approve(firstId, PREPARER)).toMatchObject({ error: { code: 'prepared_by_you' } });
    const alone = db.settlement.update({
      where: { id: firstId },
      data: { state: 'approved', closedAt: june(9), closedBy: PREPARER.userId },
    });
    await expect(alone).rejects.toThrow(/settlement_by_two/);
  });

  it('is booked once by two who approve it at once', async () => {
    const both = await Promise.all([approve(firstId), approve(firstId, { userId: 'usr_third' })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'settlement_closed' } });
    expect(await books()).toMatchObject({
      ...{ settled: 2_700_000, cooperative: -270_000, members_owed: -1_620_000, advances: 190_000 },
      sales: -2_700_000,
    });
  });

  it('holds no rule for its days any more', async () => {
    const rule = { keeps: { kind: 'per_kg', amount: dong(5000) }, claimsOnMember: true, note: null } as const;
    const add = (day: number) =>
      kept(db, (tx) => addSharingRule(tx, on(12), APPROVER, { fromDay: june(day), ...rule }));
    expect(await add(7)).toMatchObject({ error: { code: 'rule_in_settled_days' } });
    const raw = { id: 'srl_raw', fromDay: june(7), perKgDong: 1n, claimsOnMember: true, at: june(12) };
    await expect(db.settlementRule.create({ data: { ...raw, byUser: 'usr' } })).rejects.toThrow(
      /settlement_rule_looks_ahead/,
    );
    expect(await add(8)).toMatchObject({ ok: true });
  });
});

describe('what comes after a settlement', () => {
  it('is paid once, and what a statement says', async () => {
    const [owed] = await db.memberStatement.findMany({
      where: { payDong: { gt: 0 }, settlement: { state: 'approved' } },
    });
    const statementId = owed?.id ?? '';
    const pay = () =>
      kept(db, (tx) =>
        payStatement(tx, on(12), APPROVER, { statementId, through: 'bank', reference: 'FT77' }),
      );
    const raw = { statementId, amountDong: 1n, through: 'cash', reference: 'x', at: june(12) } as const;
    await expect(db.memberPayout.create({ data: { ...raw, byUser: 'usr' } })).rejects.toThrow(
      /payout_is_what_is_owed/,
    );
    expect((await Promise.all([pay(), pay()])).map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await books()).toMatchObject({ members_owed: 0 });
  });

  it('goes into the next one: a claim of late is taken off its member, who is left owing and paid nothing', async () => {
    const claimed = { orderId: sold.orderId, lineId: sold.lineId, boxId: sold.boxIds[0] ?? '' };
    const words = { reason: 'hard_flesh', words: null, photos: [PHOTO] } as const;
    const { claimId } = given(await kept(db, (tx) => makeClaim(tx, on(9), { ...claimed, ...words })));
    const answer = { claimId, words: 'trả lại', kind: 'refund', amount: dong(300_000) } as const;
    await aPerson(db, 'usr_1', 'manager');
    given(await kept(db, (tx) => answerClaim(tx, on(9), STAFF, answer)));
    // The other box came back and lies in the store again.
    const back = { boxId: sold.boxIds[1] ?? '', grams: 10_000, outcome: 'back_in_store' } as const;
    const money = { reason: 'khách không nhận', photo: null, money: { kind: 'share' } } as const;
    given(await kept(db, (tx) => takeBack(tx, on(9), STAFF, { ...back, ...money })));

    expect(await agrees(11, 8)).toEqual([-300_000, 0, -900_000, 0]);
    const { id } = given(await prepare(8, 10, 11));
    expect((await settlementView(db, id))?.statements).toMatchObject([
      { code: 'XV01', sales: 0, takenOff: -300_000, coop: -30_000, pay: 0, left: -270_000, advance: 0 },
      { code: 'XV02', sales: 0, takenOff: -900_000, coop: -90_000, left: -810_000 },
    ]);
    given(await approve(id));
    expect(await books()).toMatchObject({ members_owed: 1_080_000, settled: 1_500_000 });
  });

  it('carries what a member owes on, by the rule of the day of each sale', async () => {
    await aDelivery(db, [lots[0], lots[1]], { moment: on(11) });
    expect(await agrees(12, 11)).toEqual([900_000, 0, 900_000, 0]);
    const { id } = given(await prepare(11, 11, 12));
    given(await approve(id));
    const view = await settlementView(db, id);
    expect(view?.statements).toMatchObject([
      // 900 000 less 5 000 a kilogram, less what was owed, less what is left of the advance.
      { code: 'XV01', coop: 50_000, carried: -270_000, advance: 190_000, pay: 390_000 },
      { code: 'XV02', coop: 50_000, carried: -810_000, pay: 40_000, left: 0 },
    ]);
    expect(await prepare(12, 12, 13)).toMatchObject({ error: { code: 'nothing_to_settle' } });
  });

  it('is what raw sums say: members and cooperative have all of the sales that were not taken back', async () => {
    const [sums] = await db.$queryRaw<{ sales: bigint; gross: bigint; shared: bigint; stated: bigint }[]>`
      SELECT
        (SELECT sum("goodsDong") FROM "order" WHERE "state" = 'delivered') AS "sales",
        (SELECT sum("grossDong") FROM "settlement_line" WHERE "counts" AND "kind" = 'sale') AS "gross",
        (SELECT sum("memberDong" + "coopDong") FROM "settlement_line" WHERE "counts") AS "shared",
        (SELECT sum(m."salesDong" + m."takenOffDong") FROM "member_statement" m
          JOIN "settlement" s ON s."id" = m."settlementId" WHERE s."state" = 'approved') AS "stated"`;
    expect(sums?.gross).toEqual(sums?.sales);
    expect(Number(sums?.shared)).toBe(Number(sums?.sales) - 1_200_000);
    expect(sums?.stated).toEqual(sums?.shared);
    const balance = await trialBalance(db);
    expect(balance.reduce((sum, { dong: stands }) => sum + stands, 0n)).toBe(0n);
  });

  it('is read by its member alone, lot by lot', async () => {
    const [own] = await statements(db, 'mem_1', 10);
    const id = own?.id ?? '';
    expect(await statementView(db, 'mem_2', id)).toBeNull();
    const view = await statementView(db, 'mem_1', id);
    expect(view?.lots).toMatchObject([{ plotCode: 'T01', boxes: 1, grams: 10_000, member: 850_000 }]);
    expect(view?.sums).toMatchObject({ pay: 390_000, carried: -270_000 });
  });

  it('takes off what was given back without the VAT in it, as the books do', async () => {
    const vat = { productId: 'pro_box', kind: 'rate', rate: 500, why: 'bán cho hộ' } as const;
    given(await kept(db, (tx) => addVatRule(tx, on(7), PREPARER, { ...vat, fromDay: june(7) })));
    const { orderId, lineId, boxIds } = await aDelivery(db, [lots[0]], { moment: on(13) });
    const claimed = { orderId, lineId, boxId: boxIds[0] ?? '' };
    const words = { reason: 'hard_flesh', words: null, photos: [PHOTO] } as const;
    const { claimId } = given(await kept(db, (tx) => makeClaim(tx, on(13), { ...claimed, ...words })));
    const answer = { claimId, words: 'trả lại', kind: 'refund', amount: dong(105_000) } as const;
    given(await kept(db, (tx) => answerClaim(tx, on(13), STAFF, answer)));
    expect(await books()).toMatchObject({ vat: -(42_857 - 5_000) });
    const seen = given(await previewSettlement(db, on(14), { fromDay: june(13), toDay: june(13) }));
    expect(seen.members).toMatchObject([{ sales: 857_143, takenOff: -100_000 }]);
    await agrees(14, 13);
  });

  it('foretells the next one as if that which waits were approved, advances included', async () => {
    const paper = { memberId: 'mem_1', through: 'cash', reference: 'PC2' } as const;
    given(await kept(db, (tx) => payAdvance(tx, on(14), PREPARER, { ...paper, amount: dong(1_000_000) })));
    await aDelivery(db, [lots[0]], { moment: on(14) });
    given(await prepare(13, 13, 14));
    // The one that waits takes 707,143 of the advance; 807,143 less the rest of it remain.
    const told = given(await notYetSettled(db, on(15).now, 'mem_1'));
    expect(told).toMatchObject({ waiting: 757_143, sums: { advance: 292_857, pay: 514_286 } });
  });
});
