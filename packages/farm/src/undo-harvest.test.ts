import { randomBytes } from 'node:crypto';
import { type Moment, refusalOf } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { lostFruit } from '@baunghe/stock';
import { eventsAbout } from '@baunghe/trace';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordHarvest, undoableUntil, undoHarvest } from './index.ts';

const NOW = new Date('2026-06-07T03:00:00Z');
const TODAY = new Date('2026-06-07T00:00:00Z');
const at = (minutes: number): Moment => ({ now: new Date(+NOW + minutes * 60_000), random: randomBytes });

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  const { db } = test;
  const words = { fruit: 'durian', picture: 'x.svg', nameVi: 'Ri6', nameEn: 'Ri6', shelfDays: 8 };
  await db.variety.create({ data: { code: 'RI6', looseGtin: '99521234001006', ...words } });
  await db.member.create({ data: { id: 'mem_1', code: 'XV01', name: 'Xã viên một', joinedOn: TODAY } });
  const plot = { id: 'plo_1', code: 'T01', name: 'Vườn', memberId: 'mem_1', areaM2: 9000, outline: [] };
  await db.plot.create({ data: plot });
  await db.plotTrees.create({ data: { plotId: 'plo_1', varietyCode: 'RI6', count: 9, plantedYear: 2012 } });
});
afterAll(() => test.close());

async function cut(grams = 60_000) {
  const by = { userId: 'usr_1', memberId: 'mem_1', gln: '9521234000013' };
  const entry = { plotId: 'plo_1', varietyCode: 'RI6', grade: 'A', grams, cutOn: TODAY, photoId: null };
  const done = await test.db.$transaction((tx) => recordHarvest(tx, at(0), by, entry));
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

function undo(harvestId: string, minutes = 5, byUser = 'usr_1') {
  return test.db.$transaction((tx) => undoHarvest(tx, at(minutes), { harvestId, byUser }));
}

const balanceOf = (lotId: string) => test.db.lotBalance.findUniqueOrThrow({ where: { lotId } });

describe('a harvest undone', () => {
  it('leaves no gram, says why in the ledger, and is declared wrong in the trace', async () => {
    const { harvestId, lotId, batch } = await cut();
    expect(await undo(harvestId, 30)).toEqual({ ok: true, value: [batch] });
    expect(await balanceOf(lotId)).toMatchObject({ onHandGrams: 0, reservedGrams: 0 });
    const moves = await test.db.stockMove.findMany({ where: { lotId }, orderBy: { id: 'asc' } });
    expect(moves).toMatchObject([
      { kind: 'receive', grams: 60_000 },
      { kind: 'adjust', grams: -60_000, reason: 'ghi nhầm, xã viên hủy', byUser: 'usr_1' },
    ]);
    const events = await eventsAbout(test.db, [{ subject: 'harvest', id: harvestId }]);
    expect(events.map(({ body }) => body.errorDeclaration?.reason)).toEqual([undefined, 'did_not_occur']);
    expect(events[1]?.body.eventID).toBe(events[0]?.body.eventID);
    // It never was, so it was not lost either.
    expect(await lostFruit(test.db, { begins: new Date(0), ends: at(600).now })).toEqual([]);
  });

  it('is undone once, also when it is asked twice at once', async () => {
    const { harvestId } = await cut();
    const answers = await Promise.all([undo(harvestId), undo(harvestId)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'harvest_undone_before' } });
    expect(await undo(harvestId)).toEqual({ ok: false, error: { code: 'harvest_undone_before' } });
  });
});

it('is offered to its recorder alone, for half an hour, while its fruit lies as it came', async () => {
  const { harvestId, lotId } = await cut();
  const until = (minutes: number, userId = 'usr_1') => undoableUntil(test.db, at(minutes).now, lotId, userId);
  expect([await until(30), await until(31), await until(1, 'usr_2')]).toEqual([at(30).now, null, null]);
  await undo(harvestId);
  expect(await until(6)).toBeNull();
  const used = await cut();
  const move = { lotId: used.lotId, kind: 'spoil', grams: -1, reason: 'dập', at: NOW } as const;
  await test.db.stockMove.create({ data: move });
  expect(await undoableUntil(test.db, NOW, used.lotId, 'usr_1')).toBeNull();
});

describe('a harvest stays', () => {
  it('once half an hour has gone', async () => {
    const { harvestId, lotId } = await cut();
    expect(await undo(harvestId, 31)).toEqual({ ok: false, error: { code: 'harvest_too_old', minutes: 30 } });
    expect(await balanceOf(lotId)).toMatchObject({ onHandGrams: 60_000 });
  });

  it('for others', async () => {
    const { harvestId } = await cut();
    expect(await undo(harvestId, 5, 'usr_2')).toEqual({ ok: false, error: { code: 'harvest_unknown' } });
    expect(await undo('har_none')).toEqual({ ok: false, error: { code: 'harvest_unknown' } });
  });

  it('once any of it has left the ledger, and nothing is written then', async () => {
    const { harvestId, lotId, batch } = await cut();
    const move = { lotId, kind: 'spoil', grams: -1, reason: 'dập', at: NOW } as const;
    await test.db.stockMove.create({ data: move });
    expect(await undo(harvestId)).toEqual({ ok: false, error: { code: 'lot_in_use', batch } });
    expect(await test.db.harvestUndone.count({ where: { harvestId } })).toBe(0);
    expect(await balanceOf(lotId)).toMatchObject({ onHandGrams: 59_999 });
  });
});

describe('the database refuses', () => {
  const refused = async (act: Promise<unknown>) =>
    refusalOf(await act.catch((error: unknown) => error))?.constraint;
  const row = (harvestId: string, minutes = 5) => ({
    harvestId,
    at: at(minutes).now,
    byUser: 'usr_1',
    reason: 'x',
  });

  it('a harvest undone with fruit left, too late, untold or without a reason', async () => {
    const { harvestId } = await cut();
    const { harvestUndone } = test.db;
    expect(await refused(harvestUndone.create({ data: row(harvestId) }))).toBe(
      'harvest_undone_leaves_nothing',
    );
    expect(await refused(harvestUndone.create({ data: row(harvestId, 31) }))).toBe('harvest_undone_soon');
    expect(await refused(harvestUndone.create({ data: { ...row(harvestId), reason: '' } }))).toBe(
      'harvest_undone_says_why',
    );
    const untold = test.db.$transaction(async (tx) => {
      const lots = await tx.lot.findMany({ where: { harvestId } });
      const lotId = lots[0]?.id ?? '';
      await tx.stockMove.create({ data: { lotId, kind: 'adjust', grams: -60_000, reason: 'x', at: NOW } });
      await tx.harvestUndone.create({ data: row(harvestId) });
    });
    expect(await refused(untold)).toBe('harvest_undone_is_told');
  });

  it('fruit that comes back, and a row that changes or goes', async () => {
    const { harvestId, lotId } = await cut();
    await undo(harvestId);
    const move = { lotId, kind: 'adjust', grams: 1, reason: 'x', at: NOW } as const;
    expect(await refused(test.db.stockMove.create({ data: move }))).toBe('undone_harvest_stays_empty');
    const where = { harvestId };
    expect(await refused(test.db.harvestUndone.update({ where, data: { reason: 'y' } }))).toBe('append_only');
    expect(await refused(test.db.harvestUndone.delete({ where }))).toBe('append_only');
  });
});
