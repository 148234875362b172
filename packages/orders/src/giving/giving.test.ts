import { refusalOf } from '@baunghe/db';
import { testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { trialBalance } from '@baunghe/payments';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addGivingRule,
  answerClaim,
  approveGiving,
  type ClaimAnswer,
  declineGiving,
  givingRules,
  givingsBoard,
  givingsOfOrder,
  limitsOf,
  makeClaim,
  packBox,
  shipOrder,
} from '../index.ts';
import { aHarvest, aPerson, aRi6Shop, at, checkOut, kept, STAFF } from '../shop.builders.ts';

const NOW = new Date('2026-06-07T03:00:00Z');
const [ANNA, BINH, PACKER, ACCOUNTANT] = ['usr_1', 'usr_2', 'usr_packer', 'usr_accountant'];
const PHOTO = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const { db, close } = await testDatabase(8);
let lotId = '';
let minutes = 0;

/** Each act a minute after the last. */
const next = () => at(new Date(+NOW + (minutes++ + 120) * 60_000));

beforeAll(async () => {
  await aRi6Shop(db);
  for (const manager of [ANNA, BINH]) await aPerson(db, manager ?? '', 'manager');
  await aPerson(db, PACKER ?? '', 'packer');
  await aPerson(db, ACCOUNTANT ?? '', 'accountant');
  lotId = await aHarvest(db, NOW, 900_000);
});
afterAll(() => close());

/** An order of so many boxes on its way, with a claim of each of them. */
async function claimed(boxes = 1) {
  const placed = await checkOut(db, NOW, [{ productId: 'pro_box', quantity: boxes }]);
  if (!placed.ok) throw new Error(placed.error.code);
  const { orderId } = placed.value;
  const { id: lineId } = await db.orderLine.findFirstOrThrow({ where: { orderId } });
  const boxIds: string[] = [];
  for (let box = 0; box < boxes; box++) {
    const packed = await kept(db, (tx) =>
      packBox(tx, at(NOW), STAFF, { orderId, lineId, lotId, units: 1, grams: 10_000 }),
    );
    if (!packed.ok) throw new Error(packed.error.code);
    boxIds.push(packed.value.boxId);
  }
  await kept(db, (tx) => shipOrder(tx, at(NOW), STAFF, { orderId, carrier: 'Xe thử', tracking: null }));
  const claimIds: string[] = [];
  for (const boxId of boxIds) {
    const claim = { orderId, lineId, boxId, reason: 'worm', words: null, photos: [PHOTO] } as const;
    const made = await kept(db, (tx) => makeClaim(tx, next(), claim));
    if (!made.ok) throw new Error(made.error.code);
    claimIds.push(made.value.claimId);
  }
  return { orderId, lineId, claimIds, claimId: claimIds[0] ?? '' };
}

const answer = (userId = '', given: ClaimAnswer) =>
  kept(db, (tx) => answerClaim(tx, next(), { userId }, given));
const refund = (claimId: string, amount: number) =>
  ({ claimId, kind: 'refund', amount: dong(amount), words: 'xin lỗi bạn' }) as const;
const approve = (userId = '', id: string) => kept(db, (tx) => approveGiving(tx, next(), { userId }, id));
const decline = (userId = '', id: string, mayDecline = true) =>
  kept(db, (tx) => declineGiving(tx, next(), { userId, mayDecline }, { id, why: 'cao quá' }));
const waitingOf = async (orderId: string) => {
  const found = await givingsOfOrder(db, orderId);
  return found.find(({ state }) => state === 'waits')?.id ?? '';
};
const refundsOf = (orderId: string) => db.payment.findUniqueOrThrow({ where: { orderId } });
const refusal = (act: Promise<unknown>) => act.catch((error: unknown) => refusalOf(error)?.constraint);

describe('what is over the limit of who gives it', () => {
  it('waits, and is given once by one of those who approve it at one time, never by who asked', async () => {
    const { orderId, claimId } = await claimed();
    expect(await answer(PACKER, refund(claimId, 500_000))).toMatchObject({ value: { waits: true } });
    expect(await refundsOf(orderId)).toMatchObject({ amountDong: 930_000n });
    expect(await answer(ANNA, refund(claimId, 1))).toMatchObject({ error: { code: 'giving_waits' } });
    expect(await answer(ANNA, { claimId, kind: 'refuse', words: 'thôi' })).toMatchObject({
      error: { code: 'giving_waits' },
    });
    const id = await waitingOf(orderId);
    expect((await givingsBoard(db, 50)).waiting).toMatchObject([{ id, amount: 500_000, askedBy: PACKER }]);
    expect(await approve(PACKER, id)).toMatchObject({ error: { code: 'asked_by_you' } });
    const both = await Promise.all([approve(ANNA, id), approve(BINH, id), approve(ACCOUNTANT, id)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter(({ ok }) => !ok)).toMatchObject(
      [1, 2].map(() => ({ error: { code: 'giving_closed' } })),
    );
    expect(await refundsOf(orderId)).toMatchObject({ amountDong: 430_000n });
    expect(await db.claimAnswer.findMany({ where: { claimId } })).toMatchObject([
      { kind: 'refund', amountDong: 500_000n, byUser: PACKER },
    ]);
    expect((await trialBalance(db)).reduce((sum, { dong: each }) => sum + each, 0n)).toBe(0n);
  });

  it('is declined with a reason, or taken back, and may be asked anew', async () => {
    const { orderId, claimId } = await claimed();
    await answer(PACKER, refund(claimId, 500_000));
    const id = await waitingOf(orderId);
    expect(await decline(ACCOUNTANT, id, false)).toMatchObject({ error: { code: 'giving_unknown' } });
    const [one, two] = await Promise.all([decline(ANNA, id), approve(BINH, id)]);
    expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1);
    if (two.ok) return;
    expect(await givingsOfOrder(db, orderId)).toMatchObject([{ state: 'declined', closedWhy: 'cao quá' }]);
    expect(await answer(ANNA, refund(claimId, 100_000))).toMatchObject({ value: { waits: false } });
  });

  it('is reckoned of one order altogether, of fruit sent anew at its price, and of what replaced it', async () => {
    const { orderId, claimIds } = await claimed(3);
    const anew = (claimId = '') => ({ claimId, kind: 'replace', units: 1, words: 'gửi thùng khác' }) as const;
    const sent = await answer(PACKER, anew(claimIds[0]));
    expect(sent).toMatchObject({ value: { waits: false } });
    // Two boxes would come to 1,800,000 of one order.
    expect(await answer(PACKER, anew(claimIds[1]))).toMatchObject({ value: { waits: true } });
    const id = await waitingOf(orderId);
    expect(await approve(ACCOUNTANT, id)).toMatchObject({ ok: true });
    expect(await answer(PACKER, anew(claimIds[2]))).toMatchObject({ value: { waits: true } });
    expect(await approve(ACCOUNTANT, await waitingOf(orderId))).toMatchObject({
      error: { code: 'giving_over_second', most: 2_000_000 },
    });
    const code = sent.ok ? sent.value.newOrder : null;
    const replaced = await db.order.findUniqueOrThrow({ where: { code: code ?? '' } });
    const [root] = await db.$queryRaw<{ id: string }[]>`SELECT giving_root(${replaced.id}) AS id`;
    expect(root).toEqual({ id: orderId });
  });

  it('stays where it is when its order was given back otherwise meanwhile', async () => {
    const { orderId, claimIds } = await claimed(2);
    const [one = '', two = ''] = claimIds;
    await answer(PACKER, refund(one, 1_000_000));
    const id = await waitingOf(orderId);
    const [approved, other] = await Promise.all([approve(BINH, id), answer(ANNA, refund(two, 1_000_000))]);
    expect([approved.ok, other.ok].filter(Boolean)).toHaveLength(1);
    const late = approved.ok ? other : approved;
    expect(late).toMatchObject({ error: { code: 'refund_too_much', most: 830_000 } });
    expect(await refundsOf(orderId)).toMatchObject({ amountDong: 830_000n });
  });
});

describe('the database', () => {
  it('refuses what nobody may give, an asker’s own approval, and a claim granted without', async () => {
    const { orderId, claimId } = await claimed();
    const asked = { askedAt: NOW, askedBy: PACKER ?? '' };
    const wanted = {
      key: `claim:${claimId}`,
      orderId,
      act: 'refund',
      dong: 1n,
      words: 'thử',
      ...asked,
    } as const;
    const closed = { state: 'given', closedAt: NOW, closedBy: PACKER ?? '' } as const;
    expect(await refusal(db.giving.create({ data: { id: 'giv_a', ...wanted, ...closed } }))).toBe(
      'giving_within_limit',
    );
    const forged = { ...closed, closedBy: ANNA ?? '' };
    expect(await refusal(db.giving.create({ data: { id: 'giv_a', ...wanted, ...forged } }))).toBe(
      'giving_begins',
    );
    const told = { id: 'cla_x', claimId, kind: 'refund', amountDong: 1n, words: 'x', at: NOW } as const;
    const granted = () => refusal(db.claimAnswer.create({ data: { ...told, byUser: PACKER ?? '' } }));
    expect(await granted()).toBe('claim_answer_is_given');
    await db.giving.create({ data: { id: 'giv_a', ...wanted } });
    expect(await granted()).toBe('claim_answer_is_given');
    const close_ = (data: object) => refusal(db.giving.update({ where: { id: 'giv_a' }, data }));
    expect(await close_(closed)).toBe('giving_by_two');
    expect(await close_({ ...closed, closedBy: 'usr_nobody' })).toBe('giving_within_limit');
    expect(await close_({ ...forged, dong: 2n })).toBe('append_only');
    await db.user.update({ where: { id: BINH ?? '' }, data: { switchedOffAt: NOW } });
    expect(await close_({ ...closed, closedBy: BINH ?? '' })).toBe('giving_within_limit');
    await db.user.update({ where: { id: BINH ?? '' }, data: { switchedOffAt: null } });
  });
});

describe('the rule', () => {
  const rule = (most: number) => {
    const alone = { refund: dong(most), credit: dong(most), anew: dong(most), ofOrder: dong(most) };
    return { note: 'thử', packer: alone, accountant: { ...alone, second: null }, manager: alone };
  };

  it('is kept beside those before it, and binds its own writer only where it lowers', async () => {
    const write = (userId = '', most: number) =>
      kept(db, (tx) => addGivingRule(tx, next(), { userId }, rule(most)));
    await write(ANNA, 4_000_000);
    expect((await limitsOf(db, ANNA ?? '')).refund).toBe(3_000_000);
    expect((await limitsOf(db, BINH ?? '')).refund).toBe(4_000_000);
    await write(ANNA, 2_000_000);
    expect((await limitsOf(db, ANNA ?? '')).refund).toBe(2_000_000);
    await write(BINH, 4_000_000);
    expect((await limitsOf(db, ANNA ?? '')).refund).toBe(4_000_000);
    expect(await limitsOf(db, 'usr_nobody')).toMatchObject({ refund: 0, second: 0 });
    const rules = await givingRules(db, 10);
    expect(rules.map(({ byUser }) => byUser)).toEqual([BINH, ANNA, ANNA, null]);
    expect(rules[0]?.limits.manager).toMatchObject({ refund: 4_000_000, second: null });
    expect(rules[0]?.limits.packer.second).toBe(0);
    expect(await refusal(db.givingRule.deleteMany())).toBe('append_only');
    expect(await refusal(db.givingLimit.updateMany({ data: { refundDong: null } }))).toBe('append_only');
  });

  it('is not gone beyond by one person, whatever they ask for, in whatever order', async () => {
    const sums = fc.array(fc.integer({ min: 1, max: 600_000 }), { minLength: 1, maxLength: 3 });
    const limit = 800_000;
    await kept(db, (tx) => addGivingRule(tx, next(), { userId: BINH ?? '' }, rule(limit)));
    await fc.assert(
      fc.asyncProperty(sums, async (amounts) => {
        const { orderId, claimIds } = await claimed(3);
        await Promise.all(amounts.map((amount, at) => answer(ANNA, refund(claimIds[at] ?? '', amount))));
        const givings = await givingsOfOrder(db, orderId);
        const sum = (state: string) =>
          givings.filter((each) => each.state === state).reduce((all, { amount }) => all + amount, 0);
        expect(sum('given')).toBeLessThanOrEqual(limit);
        expect(sum('given') + sum('waits')).toBe(amounts.reduce((all, amount) => all + amount, 0));
        expect((await refundsOf(orderId)).amountDong).toBe(BigInt(2_700_000 - sum('given')));
      }),
      { numRuns: 3 },
    );
  });
});
