import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closePlot, growersChange, keepPlot, type PlotEntry, plots } from './index.ts';
import { cut, given, NOON, plant, write } from './orchard.builders.ts';
import { areaOf, readOutline } from './plot-outline.ts';

/** A field of 100 m by 100 m near Phước Long, a corner a line. */
const FIELD = '11.82, 107.01\n11.820898, 107.01\n11.820898, 107.010918\n11.82, 107.010918';

describe('an outline', () => {
  it('is read a corner a line, closed, and measured', () => {
    const ring = readOutline(`\n${FIELD}\n`);
    if (!ring.ok) throw new Error(ring.error.code);
    expect(ring.value).toHaveLength(5);
    expect(ring.value[0]).toEqual([107.01, 11.82]);
    expect(ring.value[4]).toEqual(ring.value[0]);
    expect(Math.abs(areaOf(ring.value) - 10_000)).toBeLessThan(60);
    expect(readOutline(`${FIELD}\n11.82, 107.01`)).toEqual(ring);
    expect(readOutline('')).toEqual({ ok: true, value: [] });
  });

  it.each<[string, string, object]>([
    ['that is no pair of figures', '11.82, 107.01\nđây', { code: 'outline_unreadable', line: 2 }],
    ['with its figures turned round', '107.01, 11.82', { code: 'outline_outside_vietnam', line: 1 }],
    ['in Bangkok', '13.75, 100.5', { code: 'outline_outside_vietnam', line: 1 }],
    ['of two corners', '11.82, 107.01\n11.83, 107.01', { code: 'outline_too_short' }],
    [
      'like a bow tie',
      '11.82, 107.01\n11.83, 107.02\n11.83, 107.01\n11.82, 107.02',
      { code: 'outline_crosses_itself' },
    ],
    ['that folds back', '11.82, 107.01\n11.84, 107.01\n11.83, 107.01', { code: 'outline_crosses_itself' }],
  ])('%s is refused', (_what, text, error) => {
    expect(readOutline(text)).toEqual({ ok: false, error });
  });

  it('around a middle never crosses itself, and with two of its corners swapped it does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 40 }),
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        (corners, flat) => {
          const at = (index: number) => {
            const angle = (index / corners) * 2 * Math.PI;
            return `${11.82 + Math.sin(angle) * 0.01 * flat}, ${107.01 + Math.cos(angle) * 0.01}`;
          };
          const lines = Array.from({ length: corners }, (_, index) => at(index));
          expect(readOutline(lines.join('\n'))).toMatchObject({ ok: true });
          const [first = '', second = ''] = lines;
          const swapped = [second, first, ...lines.slice(2)];
          expect(readOutline(swapped.join('\n'))).toMatchObject({
            error: { code: 'outline_crosses_itself' },
          });
        },
      ),
    );
  });
});

describe('a plot', () => {
  let test: TestDatabase;
  const moment = { now: NOON, random: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };

  beforeAll(async () => {
    test = await testDatabase();
    await plant(test.db);
  });
  afterAll(() => test.close());

  const entered = (more: Partial<PlotEntry>): PlotEntry => ({
    ...{ id: null, code: 'T50', name: 'Vườn mới', memberCode: 'XV01', plantingUnitCode: null },
    ...{ areaM2: null, outline: FIELD, trees: [{ varietyCode: 'RI6', count: 80, plantedYear: 2015 }] },
    ...more,
  });
  const keep = (more: Partial<PlotEntry> = {}) =>
    test.db.$transaction((tx) => keepPlot(tx, moment, entered(more)));
  const change = (memberId: string, more: Partial<PlotEntry>) =>
    test.db.$transaction((tx) => growersChange(tx, moment, memberId, entered(more)));

  it('is added by staff, named by its grower, who asks for the rest, and closed', async () => {
    const id = await given(keep());
    const [plot] = await plots(test.db, NOON, { code: 'T50' });
    expect(plot).toMatchObject({ id, memberCode: 'XV01', trees: [{ count: 80, plantedYear: 2015 }] });
    expect(Math.abs((plot?.areaM2 ?? 0) - 10_000)).toBeLessThan(60);
    const told = { id, code: 'X', name: 'Vườn suối', memberCode: 'XV02', areaM2: 11_000 };
    const asked = await given(change('mem_1', { ...told, plantingUnitCode: 'VN-XXOR-0041' }));
    expect(asked.change).toMatchObject({
      ...{ areaM2: 11_000, areaM2Before: plot?.areaM2, outline: null, trees: null },
      ...{ plantingUnitCode: 'VN-XXOR-0041', plantingUnitBefore: null },
    });
    expect(await plots(test.db, NOON, { memberId: 'mem_1', code: 'T50' })).toMatchObject([
      { name: 'Vườn suối', areaM2: plot?.areaM2, memberCode: 'XV01', plantingUnitCode: null },
    ]);
    expect((await given(change('mem_1', { id, name: 'Vườn suối' }))).change).toBeNull();
    const moved = FIELD.replace('11.82, 107.01\n', '11.8201, 107.01\n');
    const trees = [{ varietyCode: 'RI6', count: 79, plantedYear: 2015 }];
    expect(
      (await given(change('mem_1', { id, outline: moved, areaM2: plot?.areaM2 ?? 0, trees }))).change,
    ).toMatchObject({ areaM2: null, outlineBefore: plot?.outline, trees });
    expect(await plots(test.db, NOON, { memberId: 'mem_2' })).toEqual([]);
    expect(await change('mem_2', told)).toMatchObject({ error: { code: 'plot_unknown' } });
    expect(await change('mem_1', {})).toMatchObject({ error: { code: 'plot_unknown' } });
    await given(test.db.$transaction((tx) => closePlot(tx, moment, id)));
    for (const refused of [keep({ id }), write(test.db, { plotId: id }), cut(test.db, { plotId: id })])
      expect(await refused).toMatchObject({ error: { code: 'plot_closed' } });
  });

  it('keeps its code once fruit was cut there, since the fruit’s events name it', async () => {
    const id = await given(keep({ code: 'T60' }));
    await given(cut(test.db, { plotId: id }));
    await given(keep({ id, code: 'T61', plantingUnitCode: 'VN-XXOR-0042' }));
    expect(await plots(test.db, NOON, { code: 'T60' })).toMatchObject([{ plantingUnitCode: 'VN-XXOR-0042' }]);
  });

  it.each<[string, Partial<PlotEntry>, object]>([
    ['of a code that is taken', { code: 'PLO_1' }, { code: 'plot_code_taken' }],
    ['of nobody', { memberCode: 'XV99' }, { code: 'plot_member_unknown' }],
    ['with an odd planting unit', { plantingUnitCode: 'VN-XX-1' }, { code: 'planting_unit_form' }],
    ['without any area', { outline: '' }, { code: 'plot_area_missing' }],
    ['much larger than its outline', { areaM2: 13_000 }, { code: 'plot_area_differs' }],
    [
      'of a variety that nobody grows',
      { trees: [{ varietyCode: 'NONE', count: 1, plantedYear: 2020 }] },
      { code: 'plot_without_trees' },
    ],
    ['without trees', { trees: [] }, { code: 'plot_without_trees' }],
    [
      'with trees of next year',
      { trees: [{ varietyCode: 'RI6', count: 1, plantedYear: 2027 }] },
      { code: 'plot_trees_wrong', thisYear: 2026 },
    ],
  ])('%s is refused', async (_what, more, error) => {
    const before = await test.db.plot.count();
    expect(await keep({ code: 'T70', ...more })).toMatchObject({ ok: false, error });
    expect(await test.db.plot.count()).toBe(before);
  });
});
