import { plusDays, refusalOf } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { diaryDigest, sealedDiary } from '@baunghe/proof';
import { eventsAbout } from '@baunghe/trace';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diaryEntry, diaryOffers, diaryOfHarvest, diaryOfPlot, type NewDiaryEntry } from './index.ts';
import { addPlots, cut, given, NOON, plant, TODAY, write } from './orchard.builders.ts';
import { OLDEST_ENTRY_DAYS } from './record-diary.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await testDatabase();
  await plant(test.db);
});
afterAll(() => test.close());

let plots = 1;

/** The id of a plot of the first member that no other test touches. */
async function aPlot(memberId?: string): Promise<string> {
  const id = `plo_${++plots}`;
  await addPlots(test.db, [id], memberId);
  return id;
}

const lotOf = (lotId: string) => test.db.lot.findUniqueOrThrow({ where: { id: lotId } });

describe('an entry', () => {
  it('keeps what the catalogue said of its input on that day', async () => {
    const plotId = await aPlot();
    const id = await given(
      write(test.db, { plotId, inputId: 'inp_7', operator: 'Người phun', areaM2: 5000 }),
    );
    await test.db.input.update({ where: { id: 'inp_7' }, data: { name: 'Đổi tên' } });
    const [line] = await diaryOfPlot(test.db, { plotId, limit: 10 });
    expect(line).toMatchObject({ id, act: 'spray', inputName: 'Thuốc bảy ngày', preHarvestDays: 7 });
    expect(line).toMatchObject({ activeIngredient: 'A', operator: 'Người phun', areaM2: 5000 });
    await test.db.input.update({ where: { id: 'inp_7' }, data: { name: 'Thuốc bảy ngày' } });
  });

  it('of buying runs no interval and is not shown to whoever holds the fruit', async () => {
    const plotId = await aPlot();
    await given(write(test.db, { plotId, act: 'buy', quantity: '5 chai', invoice: 'HD 12' }));
    const { heldBy } = await given(cut(test.db, { plotId }));
    expect(heldBy).toBeNull();
    expect(await diaryOfHarvest(test.db, { plotId, cutOn: TODAY, recordedAt: NOON })).toEqual([]);
    expect(await diaryOfPlot(test.db, { plotId, limit: 9 })).toMatchObject([
      { act: 'buy', invoice: 'HD 12' },
    ]);
  });

  it('of an act that needs none drops an input that was sent along', async () => {
    const plotId = await aPlot();
    await given(write(test.db, { plotId, act: 'prune' }));
    expect(await diaryOfPlot(test.db, { plotId, limit: 9 })).toMatchObject([{ inputName: null }]);
  });

  it('is offered again by what its writer wrote last', async () => {
    const plotId = await aPlot();
    await given(write(test.db, { plotId, operator: 'Anh phun', equipment: 'Bình 16 lít' }));
    const offers = await diaryOffers(test.db, { userId: 'usr_1', today: TODAY });
    expect(offers).toMatchObject({ plotId, operator: 'Anh phun', equipment: 'Bình 16 lít' });
    expect(offers.inputs[0]).toMatchObject({ id: 'inp_14', usedLately: true, banned: false });
    expect(await diaryOffers(test.db, { userId: 'usr_new', today: TODAY })).toMatchObject({ plotId: null });
  });

  it('is read by its own grower and by staff, and not by another member', async () => {
    const plotId = await aPlot();
    const id = await given(write(test.db, { plotId }));
    expect(await diaryEntry(test.db, { id, memberId: 'mem_1' })).toMatchObject({ plotId });
    expect(await diaryEntry(test.db, { id })).toMatchObject({ plotId });
    expect(await diaryEntry(test.db, { id, memberId: 'mem_2' })).toBeNull();
    expect(await diaryOfPlot(test.db, { plotId, memberId: 'mem_2', limit: 9 })).toEqual([]);
  });
});

describe('an entry is refused, and leaves nothing', () => {
  const oldest = plusDays(TODAY, -OLDEST_ENTRY_DAYS);
  const range = { code: 'diary_day_out_of_range', oldest, newest: TODAY };

  it.each<[string, Partial<NewDiaryEntry>, object]>([
    ['on a plot that there is not', { plotId: 'plo_none' }, { code: 'plot_unknown' }],
    ['of tomorrow', { doneOn: plusDays(TODAY, 1) }, range],
    ['of too long ago', { doneOn: plusDays(oldest, -1) }, range],
    ['of spraying nothing', { inputId: null }, { code: 'input_needed' }],
    ['of an input that there is not', { inputId: 'inp_none' }, { code: 'input_unknown' }],
  ])('%s', async (_what, more, error) => {
    const before = await test.db.diaryEntry.count();
    expect(await write(test.db, more)).toEqual({ ok: false, error });
    expect(await test.db.diaryEntry.count()).toBe(before);
  });

  it('of another member’s plot, unless staff writes it', async () => {
    const plotId = await aPlot('mem_2');
    expect(await write(test.db, { plotId })).toMatchObject({ error: { code: 'plot_unknown' } });
    expect(await write(test.db, { plotId }, { memberId: null })).toMatchObject({ ok: true });
  });

  it('with a banned input, with the reason, and by the database too; before the ban it was allowed', async () => {
    const plotId = await aPlot();
    const ban = { bannedOn: TODAY, bannedReason: 'Hết hạn đăng ký' };
    await test.db.input.create({
      data: { id: 'inp_banned', name: 'Thuốc cấm', kind: 'pesticide', preHarvestDays: 3, ...ban },
    });
    expect(await write(test.db, { plotId, inputId: 'inp_banned' })).toEqual({
      ok: false,
      error: { code: 'input_banned', name: 'Thuốc cấm', since: TODAY, reason: 'Hết hạn đăng ký' },
    });
    const row = { id: 'dia_raw', plotId, act: 'spray', inputId: 'inp_banned', recordedAt: NOON } as const;
    const raw = await test.db.diaryEntry.create({ data: { ...row, doneOn: TODAY } }).catch(refusalOf);
    expect(raw).toMatchObject({ constraint: 'diary_entry_input_is_allowed' });
    const before = { plotId, inputId: 'inp_banned', doneOn: plusDays(TODAY, -1) };
    expect(await write(test.db, before)).toMatchObject({ ok: true });
  });
});

describe('an entry that is written down after the harvest', () => {
  it('holds the lot that it puts inside an interval, says which, and leaves what was sealed as it was', async () => {
    const plotId = await aPlot();
    await given(write(test.db, { plotId, act: 'water', inputId: null, doneOn: plusDays(TODAY, -9) }));
    const { lotId, batch, harvestId } = await given(cut(test.db, { plotId }));
    const id = await given(write(test.db, { plotId, doneOn: plusDays(TODAY, -13) }));
    expect((await lotOf(lotId)).heldReason).toBe('PHI Thuốc mười bốn ngày 2026-05-25 → 2026-06-08');
    const entry = await diaryEntry(test.db, { id });
    expect(entry?.inside).toMatchObject([{ batch, onHandGrams: 60_000 }]);
    const harvest = await test.db.harvest.findUniqueOrThrow({ where: { id: harvestId } });
    const diary = await diaryOfHarvest(test.db, harvest);
    expect(diary.find((each) => each.id === id)).toMatchObject({ late: true, intervalKept: false });
    const [event] = await eventsAbout(test.db, [{ subject: 'harvest', id: harvestId }]);
    const sealed = event?.body.type === 'ObjectEvent' ? event.body.ilmd?.['baunghe:diaryDigest'] : '';
    expect(diaryDigest(sealedDiary(diary))).toBe(sealed);
  });

  it('leaves a lot alone that was cut on the day the interval ended, before it, or sold already', async () => {
    const plotId = await aPlot();
    const free = await given(cut(test.db, { plotId }));
    const early = await given(cut(test.db, { plotId, cutOn: plusDays(TODAY, -15) }));
    const sold = await given(cut(test.db, { plotId, cutOn: plusDays(TODAY, -3) }));
    const spoil = { kind: 'spoil', grams: -60_000, reason: 'thử', at: NOON } as const;
    await test.db.stockMove.create({ data: { lotId: sold.lotId, ...spoil } });
    const id = await given(write(test.db, { plotId, doneOn: plusDays(TODAY, -14) }));
    for (const { lotId } of [free, early, sold])
      expect(await lotOf(lotId)).toMatchObject({ heldReason: null });
    const entry = await diaryEntry(test.db, { id });
    expect(entry?.inside).toMatchObject([{ batch: sold.batch, onHandGrams: 0, heldReason: null }]);
  });

  it('keeps the reason of a lot that was held before', async () => {
    const plotId = await aPlot();
    const { lotId } = await given(cut(test.db, { plotId }));
    await test.db.lot.update({ where: { id: lotId }, data: { heldReason: 'RECALL thử' } });
    await given(write(test.db, { plotId, doneOn: plusDays(TODAY, -1) }));
    expect(await lotOf(lotId)).toMatchObject({ heldReason: 'RECALL thử' });
  });

  it('is refused by the database when its lot is not held, and so is letting that lot go', async () => {
    const plotId = await aPlot();
    const { lotId } = await given(cut(test.db, { plotId }));
    const row = { id: 'dia_past', plotId, act: 'spray', inputId: 'inp_7', recordedAt: NOON } as const;
    const past = await test.db.diaryEntry.create({ data: { ...row, doneOn: TODAY } }).catch(refusalOf);
    expect(past).toMatchObject({ constraint: 'lot_inside_interval_is_held' });
    await given(write(test.db, { plotId }));
    const letGo = test.db.lot.update({ where: { id: lotId }, data: { heldReason: null } });
    expect(await letGo.catch(refusalOf)).toMatchObject({ constraint: 'lot_inside_interval_is_held' });
  });
});

const sprayed = fc.record({
  what: fc.constant('spray' as const),
  ago: fc.integer({ min: 0, max: 25 }),
  inputId: fc.constantFrom('inp_0', 'inp_7', 'inp_14'),
});
const harvested = fc.record({ what: fc.constant('cut' as const), ago: fc.integer({ min: 0, max: 25 }) });
const DAYS: Record<string, number> = { inp_0: 0, inp_7: 7, inp_14: 14 };

type Act = { what: 'spray'; ago: number; inputId: string } | { what: 'cut'; ago: number };

/** What must come out: every lot is held exactly when a spray's interval lies over its day. */
async function checkPlot(plotId: string, acts: readonly Act[]): Promise<void> {
  const lots = await test.db.lot.findMany({ where: { harvest: { plotId } }, include: { harvest: true } });
  const sprays = acts.flatMap((act) => (act.what === 'spray' ? [act] : []));
  for (const { cutOn, heldReason, harvest } of lots) {
    const cutAgo = (+TODAY - +cutOn) / 86_400_000;
    const inside = sprays.some(({ ago, inputId }) => ago >= cutAgo && ago - cutAgo < (DAYS[inputId] ?? 0));
    expect([cutAgo, heldReason !== null]).toEqual([cutAgo, inside]);
    const diary = await diaryOfHarvest(test.db, harvest);
    const [event] = await eventsAbout(test.db, [{ subject: 'harvest', id: harvest.id }]);
    const sealed = event?.body.type === 'ObjectEvent' ? event.body.ilmd?.['baunghe:diaryDigest'] : '';
    expect(diaryDigest(sealedDiary(diary))).toBe(sealed);
  }
  expect(lots).toHaveLength(acts.length - sprays.length);
}

describe('whatever is sprayed and cut, in whatever order, a lot is held exactly when an interval says so', () => {
  const acts = fc.array(fc.oneof(sprayed, harvested), { minLength: 2, maxLength: 8 });
  const act = (plotId: string, each: { what: 'spray' | 'cut'; ago: number; inputId?: string }, now: Date) => {
    const day = plusDays(TODAY, -each.ago);
    return each.what === 'spray'
      ? given(write(test.db, { plotId, doneOn: day, inputId: each.inputId ?? null }, { now }))
      : given(cut(test.db, { plotId, cutOn: day, grams: 1000 }, now));
  };

  it('one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const plotId = await aPlot();
        for (const each of list) await act(plotId, each, NOON);
        await checkPlot(plotId, list);
      }),
      { numRuns: 25 },
    );
  });

  it('all at once, whoever is first, with clocks that differ', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const plotId = await aPlot();
        await Promise.all(
          list.map((each, index) => act(plotId, each, new Date(+NOON - ((index * 7) % 5) * 1000))),
        );
        await checkPlot(plotId, list);
      }),
      { numRuns: 25 },
    );
  });
});
