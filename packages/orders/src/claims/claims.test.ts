import { testDatabase } from '@baunghe/db/testing';
import { dong } from '@baunghe/money';
import { trialBalance } from '@baunghe/payments';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerClaim,
  type ClaimAnswer,
  claimPhoto,
  claimsBoard,
  claimsOfLot,
  claimsOfOrder,
  deliverOrder,
  eraseClaim,
  makeClaim,
  packBox,
  shipOrder,
} from '../index.ts';
import { aHarvest, aPerson, aRi6Shop, at, checkOut, kept, STAFF } from '../shop.builders.ts';

const NOW = new Date('2026-06-07T03:00:00Z');
const hours = (count: number) => new Date(+NOW + count * 3_600_000);
const MANAGER = { userId: 'usr_1' };
const { db, close } = await testDatabase(8);
let lotId = '';
/** One pixel, as PNG. */
const photo = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

beforeAll(async () => {
  await aRi6Shop(db);
  await aPerson(db, 'usr_1', 'manager');
  await aPerson(db, 'usr_2', 'packer');
  lotId = await aHarvest(db, NOW, 100_000);
});
afterAll(() => close());

/** A box that came to its buyer an hour after noon of the first day, and its order. */
async function aDeliveredBox() {
  const placed = await checkOut(db, NOW, [{ productId: 'pro_box', quantity: 1 }]);
  if (!placed.ok) throw new Error(placed.error.code);
  const { orderId, code } = placed.value;
  const { id: lineId } = await db.orderLine.findFirstOrThrow({ where: { orderId } });
  const boxId = await deliver(orderId, lineId);
  return { orderId, code, lineId, boxId };
}

async function deliver(orderId: string, lineId: string): Promise<string> {
  const moment = at(hours(1));
  const box = await kept(db, (tx) =>
    packBox(tx, moment, STAFF, { orderId, lineId, lotId, units: 1, grams: 10_000 }),
  );
  if (!box.ok) throw new Error(box.error.code);
  const way = { orderId, carrier: 'Xe thử', tracking: null };
  const shipped = await kept(db, (tx) => shipOrder(tx, moment, STAFF, way));
  const delivered = await kept(db, (tx) => deliverOrder(tx, moment, STAFF, orderId));
  if (!shipped.ok || !delivered.ok) throw new Error('not delivered');
  return box.value.boxId;
}

const claim = (of: { orderId: string; lineId: string; boxId: string | null }, when: Date, photos = [photo]) =>
  kept(db, (tx) =>
    makeClaim(tx, at(when), {
      ...{ orderId: of.orderId, lineId: of.lineId, boxId: of.boxId },
      ...{ reason: 'hard_flesh', words: 'hai trái sượng', photos },
    }),
  );

async function aClaim() {
  const box = await aDeliveredBox();
  const made = await claim(box, hours(2));
  if (!made.ok) throw new Error(made.error.code);
  return { ...box, claimId: made.value.claimId };
}

let answered = 0;

/** Answers as the manager unless said otherwise, each answer a minute after the last. */
function answer(given: ClaimAnswer, by: Parameters<typeof answerClaim>[2] = MANAGER) {
  answered += 1;
  const moment = at(new Date(+hours(3) + answered * 60_000));
  return kept(db, (tx) => answerClaim(tx, moment, by, given));
}

describe('a claim', () => {
  it('is in time within 48 hours of delivery, and marked afterwards', async () => {
    const [soon, late] = [await aDeliveredBox(), await aDeliveredBox()];
    expect(await claim(soon, hours(49))).toMatchObject({ value: { late: false } });
    expect(await claim(late, hours(49.1))).toMatchObject({ value: { late: true } });
    expect(await claim(soon, hours(3))).toMatchObject({ error: { code: 'claimed_before' } });
  });

  it('needs a photo that can be read, and fruit that was sent', async () => {
    const box = await aDeliveredBox();
    expect(await claim(box, hours(2), [])).toMatchObject({ error: { code: 'photo_needed' } });
    const text = new TextEncoder().encode('no photo');
    expect(await claim(box, hours(2), [text])).toMatchObject({ error: { code: 'photo_unreadable' } });
    const other = await aDeliveredBox();
    expect(await claim({ ...box, boxId: other.boxId }, hours(2))).toMatchObject({
      error: { code: 'box_unknown' },
    });
    const raw = db.claim.create({
      data: {
        id: 'clm_raw',
        orderId: box.orderId,
        lineId: other.lineId,
        reason: 'worm',
        late: false,
        at: NOW,
      },
    });
    await expect(raw).rejects.toThrow(/claim_is_of_sent_fruit/);
  });

  it('is seen on its order and its lot, and its photo by its order alone, until it is erased', async () => {
    const { orderId, code, claimId } = await aClaim();
    const [seen] = await claimsOfOrder(db, orderId);
    expect(seen).toMatchObject({
      reason: 'hard_flesh',
      words: 'hai trái sượng',
      cost: 900_000,
      granted: false,
    });
    const { batch } = await db.lot.findUniqueOrThrow({ where: { id: lotId } });
    expect(await claimsOfLot(db, batch)).toEqual([{ reason: 'hard_flesh', count: await db.claim.count() }]);
    const [photoId = ''] = seen?.photoIds ?? [];
    expect(await claimPhoto(db, photoId, 'BNOTHER00')).toBeNull();
    expect(await claimPhoto(db, photoId, code)).not.toBeNull();
    const erase = () => kept(db, (tx) => eraseClaim(tx, at(hours(5)), STAFF, claimId));
    expect(await erase()).toMatchObject({ ok: true });
    expect(await erase()).toMatchObject({ error: { code: 'claim_erased' } });
    expect(await claimPhoto(db, photoId, code)).toBeNull();
    expect(await claimsOfOrder(db, orderId)).toMatchObject([{ words: null, photoIds: [] }]);
    await expect(db.claim.deleteMany({ where: { id: claimId } })).rejects.toThrow(/claim_stays/);
  });
});

describe('an answer', () => {
  it('gives money back within what the order cost, and once', async () => {
    const { orderId, claimId } = await aClaim();
    const refund = { claimId, words: 'xin lỗi bạn', kind: 'refund' } as const;
    expect(await answer({ ...refund, amount: dong(930_001) })).toMatchObject({
      error: { code: 'refund_too_much', most: 930_000 },
    });
    const both = await Promise.all([1, 2].map(() => answer({ ...refund, amount: dong(500_000) })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.refund.findMany({ where: { payment: { orderId } } })).toMatchObject([
      { amountDong: 500_000n, reason: 'claim', state: 'due' },
    ]);
    expect((await trialBalance(db)).reduce((sum, { dong: each }) => sum + each, 0n)).toBe(0n);
  });

  it('sends fruit anew: an order for nothing that goes the way of every other', async () => {
    const { claimId, orderId } = await aClaim();
    const replace = { claimId, words: 'gửi bạn thùng khác', kind: 'replace' } as const;
    expect(await answer({ ...replace, units: 2 })).toMatchObject({ error: { code: 'units_over_line' } });
    const sent = await answer({ ...replace, units: 1 });
    const code = sent.ok ? (sent.value.newOrder ?? '') : '';
    const anew = await db.order.findUniqueOrThrow({ where: { code }, include: { lines: true } });
    expect(anew).toMatchObject({ replacement: true, totalDong: 0n, state: 'placed' });
    await deliver(anew.id, anew.lines[0]?.id ?? '');
    expect(await claimsOfOrder(db, orderId)).toMatchObject([
      { granted: true, answers: [{ kind: 'replace', newOrder: code }] },
    ]);
    const free = { orderId: anew.id, productId: 'pro_kg', quantity: 1, unitGrams: 1000 };
    const priced = db.orderLine.create({
      data: { id: 'lin_x', ...free, unitPriceDong: 100_000n, lineDong: 100_000n },
    });
    await expect(priced).rejects.toThrow(/line_costs_unless_it_replaces|order_adds_up/);
  });

  it('that refuses says why, and may be thought over', async () => {
    const { claimId } = await aClaim();
    expect(await answer({ claimId, words: 'ảnh không rõ', kind: 'refuse' })).toMatchObject({ ok: true });
    expect(await answer({ claimId, words: 'đã xem lại', kind: 'replace', units: 1 })).toMatchObject({
      ok: true,
    });
    expect(await answer({ claimId, words: 'thôi', kind: 'refuse' })).toMatchObject({
      error: { code: 'claim_granted', kind: 'replace' },
    });
    const board = await claimsBoard(db, 50);
    const row = board.answered.find(({ id }) => id === claimId);
    expect(row).toMatchObject({ answers: [{ kind: 'refuse' }, { kind: 'replace' }] });
    expect(board.open.every(({ answers }) => answers.length === 0)).toBe(true);
  });
});
