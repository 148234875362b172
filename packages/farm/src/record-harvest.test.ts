import { randomBytes } from 'node:crypto';
import { type Moment, plusDays, vietnamDay } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { diaryDigest, sealedDiary } from '@baunghe/proof';
import { eventsAbout } from '@baunghe/trace';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  diaryOfHarvest,
  type HarvestEntry,
  MOST_GRAMS,
  OLDEST_DAYS,
  openInterval,
  plotsOf,
  recordHarvest,
} from './index.ts';

/** Half past midnight on 7 June in Vietnam, still the 6th in London. */
const NOW = new Date('2026-06-06T17:30:00Z');
const TODAY = new Date('2026-06-07T00:00:00Z');
const SPRAYED = new Date('2026-05-24T00:00:00Z');
const moment: Moment = { now: NOW, random: randomBytes };

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  const { db } = test;
  const fruit = { fruit: 'durian', picture: 'x.svg' };
  await db.variety.createMany({
    data: [
      { code: 'RI6', nameVi: 'Ri6', nameEn: 'Ri6', looseGtin: '99521234001006', shelfDays: 8, ...fruit },
      { code: 'DONA', nameVi: 'Dona', nameEn: 'Dona', looseGtin: '99521234001013', shelfDays: 9, ...fruit },
    ],
  });
  const joinedOn = new Date('2020-01-01');
  await db.member.createMany({
    data: [
      { id: 'mem_1', code: 'XV01', name: 'Xã viên một', joinedOn },
      { id: 'mem_2', code: 'XV02', name: 'Xã viên hai', joinedOn },
    ],
  });
  const land = { memberId: 'mem_1', areaM2: 9000, outline: [] };
  await db.plot.createMany({
    data: [
      { id: 'plo_clean', code: 'T01', name: 'Vườn sạch', ...land },
      { id: 'plo_sprayed', code: 'T02', name: 'Vườn phun', plantingUnitCode: 'VN-XXOR-9001', ...land },
      { id: 'plo_closed', code: 'T03', name: 'Vườn nghỉ', closedAt: NOW, ...land },
    ],
  });
  await db.plotTrees.createMany({
    data: ['plo_clean', 'plo_sprayed', 'plo_closed'].map((plotId) => ({
      plotId,
      varietyCode: 'RI6',
      count: 90,
      plantedYear: 2012,
    })),
  });
  await db.input.createMany({
    data: [
      { id: 'inp_7', name: 'Thuốc bảy ngày', kind: 'pesticide', preHarvestDays: 7 },
      { id: 'inp_14', name: 'Thuốc mười bốn ngày', kind: 'pesticide', preHarvestDays: 14 },
      { id: 'inp_0', name: 'Phân hữu cơ', kind: 'fertiliser', preHarvestDays: 0 },
    ],
  });
  const act = { plotId: 'plo_sprayed', act: 'spray', recordedAt: NOW } as const;
  await db.diaryEntry.createMany({
    data: [
      { id: 'dia_14', inputId: 'inp_14', doneOn: SPRAYED, ...act },
      { id: 'dia_7', inputId: 'inp_7', doneOn: plusDays(SPRAYED, 3), ...act },
      { id: 'dia_0', inputId: 'inp_0', doneOn: TODAY, ...act },
    ],
  });
});
afterAll(() => test.close());

function record(more: Partial<HarvestEntry> = {}, memberId: string | null = 'mem_1') {
  const entry = {
    plotId: 'plo_clean',
    varietyCode: 'RI6',
    grade: 'A',
    grams: 60_000,
    cutOn: TODAY,
    photoId: null,
  };
  const by = { userId: 'usr_1', memberId, gln: '9521234000013' };
  return test.db.$transaction((tx) => recordHarvest(tx, moment, by, { ...entry, ...more }));
}

async function recorded(more: Partial<HarvestEntry> = {}) {
  const done = await record(more);
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

describe('a harvest', () => {
  it('becomes a lot of its own with all of its fruit, good for the variety’s days', async () => {
    const { lotId, batch, harvestId, bestBefore, heldBy } = await recorded();
    expect(heldBy).toBeNull();
    expect(bestBefore).toEqual(new Date('2026-06-15'));
    const lot = await test.db.lot.findUniqueOrThrow({
      where: { id: lotId },
      include: { balance: true, moves: true, harvest: true },
    });
    expect(lot).toMatchObject({ batch, harvestId, varietyCode: 'RI6', grade: 'A', cutOn: TODAY, bestBefore });
    expect(lot).toMatchObject({ heldReason: null, harvest: { grams: 60_000, recordedBy: 'usr_1' } });
    expect(lot.balance).toMatchObject({ onHandGrams: 60_000, reservedGrams: 0 });
    expect(lot.moves).toMatchObject([{ kind: 'receive', grams: 60_000, byUser: 'usr_1' }]);
  });

  it('is told to the trace once, with its lot, place and planting unit', async () => {
    const { harvestId, lotId, batch } = await recorded({
      plotId: 'plo_sprayed',
      cutOn: plusDays(SPRAYED, -1),
    });
    const events = await eventsAbout(test.db, [
      { subject: 'harvest', id: harvestId },
      { subject: 'lot', id: lotId },
    ]);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ bizStep: 'commissioning', eventTime: NOW });
    expect(JSON.stringify(events[0]?.body)).toMatch(new RegExp(`99521234001006/10/${batch}`));
    expect(JSON.stringify(events[0]?.body)).toMatch(/VN-XXOR-9001/);
    expect(JSON.stringify(events[0]?.body)).not.toMatch(/Xã viên|usr_1|mem_1/);
  });

  it('never shares its batch code', async () => {
    const lots = await Promise.all(Array.from({ length: 20 }, () => recorded({ grams: 1000 })));
    expect(new Set(lots.map(({ batch }) => batch)).size).toBe(20);
  });
});

describe('fruit of a sprayed plot', () => {
  const cut = (daysAfter: number) =>
    recorded({ plotId: 'plo_sprayed', cutOn: plusDays(SPRAYED, daysAfter), grams: 5000 });

  it('is held until the day the interval ends, with the reason, and free on that day', async () => {
    const early = await cut(13);
    expect(early.heldBy).toEqual({
      inputName: 'Thuốc mười bốn ngày',
      appliedOn: SPRAYED,
      freeFrom: new Date('2026-06-07'),
    });
    const held = await test.db.lot.findUniqueOrThrow({ where: { id: early.lotId } });
    expect(held.heldReason).toBe('PHI Thuốc mười bốn ngày 2026-05-24 → 2026-06-07');
    const free = await cut(14);
    expect(free.heldBy).toBeNull();
    expect(await test.db.lot.findUnique({ where: { id: free.lotId } })).toMatchObject({ heldReason: null });
  });

  it('is held by the interval that ends last, not by the spray that came last', async () => {
    expect((await cut(5)).heldBy).toMatchObject({ inputName: 'Thuốc mười bốn ngày' });
  });

  it('is free when it was cut before the spraying, and held on its very day', async () => {
    expect((await cut(-1)).heldBy).toBeNull();
    expect((await cut(0)).heldBy).toMatchObject({ appliedOn: SPRAYED });
  });

  it('does not hold the fruit of another plot', async () => {
    expect(await openInterval(test.db, 'plo_clean', plusDays(SPRAYED, 1))).toBeNull();
  });

  it('is shown as not free in the list of plots while the interval runs', async () => {
    const noon = new Date('2026-06-06T05:00:00Z');
    const [sprayed, clean] = ['T02', 'T01'];
    const plots = await plotsOf(test.db, noon, { memberId: 'mem_1' });
    expect(plots.map(({ code }) => code).sort()).toEqual([clean, sprayed]);
    expect(plots.find(({ code }) => code === sprayed)?.notBefore).toMatchObject({ freeFrom: TODAY });
    expect(plots.find(({ code }) => code === clean)?.notBefore).toBeNull();
    expect(await plotsOf(test.db, noon, { memberId: 'mem_2' })).toEqual([]);
  });
});

describe('a harvest is refused, and leaves nothing', () => {
  const oldest = plusDays(vietnamDay(NOW), -OLDEST_DAYS);
  const range = { code: 'day_out_of_range', oldest, newest: TODAY };
  const weight = { code: 'weight_out_of_range', mostGrams: MOST_GRAMS };

  it.each<[string, Partial<HarvestEntry>, object]>([
    ['of a plot that there is not', { plotId: 'plo_none' }, { code: 'plot_unknown' }],
    ['of a plot that is closed', { plotId: 'plo_closed' }, { code: 'plot_closed' }],
    ['of a variety that does not grow there', { varietyCode: 'DONA' }, { code: 'variety_not_on_plot' }],
    ['of tomorrow, as Vietnam counts', { cutOn: plusDays(TODAY, 1) }, range],
    ['of too long ago', { cutOn: plusDays(oldest, -1) }, range],
    ['of nothing', { grams: 0 }, weight],
    ['of more than a lorry', { grams: MOST_GRAMS + 1 }, weight],
  ])('%s', async (_what, more, error) => {
    const before = await test.db.harvest.count();
    expect(await record(more)).toEqual({ ok: false, error });
    expect(await test.db.harvest.count()).toBe(before);
  });

  it('of another member’s plot, unless staff records it', async () => {
    expect(await record({}, 'mem_2')).toEqual({ ok: false, error: { code: 'plot_unknown' } });
    expect(await record({}, null)).toMatchObject({ ok: true });
  });

  it('but not of the oldest day, nor of the most that may be', async () => {
    expect(await record({ cutOn: oldest, grams: MOST_GRAMS })).toMatchObject({ ok: true });
  });
});

describe('the diary that is sealed with a harvest', () => {
  const plotId = 'plo_sprayed';
  const diary = () => diaryOfHarvest(test.db, { plotId, cutOn: TODAY, recordedAt: NOW });
  const digest = async () => diaryDigest(sealedDiary(await diary()));

  it('is what the page shows, less what was written down later, and shows every change', async () => {
    const { harvestId } = await recorded({ plotId });
    const [event] = await eventsAbout(test.db, [{ subject: 'harvest', id: harvestId }]);
    const sealed = event?.body.type === 'ObjectEvent' ? event.body.ilmd?.['baunghe:diaryDigest'] : '';
    expect(sealed).toMatch(/^[\w-]{43}$/);
    expect(await digest()).toBe(sealed);
    expect(sealedDiary(await diary()).map(({ id }) => id)).toEqual(['dia_0', 'dia_7', 'dia_14']);

    const recordedAt = new Date(+NOW + 60_000);
    await test.db.diaryEntry.create({
      data: { id: 'dia_late', plotId, act: 'water', doneOn: SPRAYED, recordedAt },
    });
    expect((await diary()).filter(({ late }) => late).map(({ id }) => id)).toEqual(['dia_late']);
    expect(await digest()).toBe(sealed);

    const changed = (await diary()).map((entry) => ({ ...entry, dose: 'khác' }));
    expect(diaryDigest(sealedDiary(changed))).not.toBe(sealed);
  });

  it('keeps its own copy of an input, whatever the catalogue says of it later', async () => {
    const sealed = await digest();
    const before = { where: { id: 'inp_14' } };
    const input = await test.db.input.findUniqueOrThrow(before);
    await test.db.input.update({
      ...before,
      data: { preHarvestDays: 0, name: 'Tên mới', activeIngredient: 'X' },
    });
    expect(await digest()).toBe(sealed);
    expect(await openInterval(test.db, plotId, plusDays(SPRAYED, 13))).toMatchObject({
      inputName: 'Thuốc mười bốn ngày',
    });
    await test.db.input.update({ ...before, data: input });
  });
});
