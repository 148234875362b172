import { plusDays, refusalOf } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { endWithdrawal, withdrawLot } from '@baunghe/stock';
import { eventsAbout } from '@baunghe/trace';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CADMIUM_LIMIT,
  labDocument,
  labResults,
  type NewLabResult,
  recordLabResult,
  settleHold,
} from './index.ts';
import { addPlots, cut, given, NOON, plant, TODAY, write } from './orchard.builders.ts';

let test: TestDatabase;
let plots = 1;
const moment = { now: NOON, random: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };
const BY = { userId: 'usr_lab', gln: '9521234000013', cadmiumLimit: CADMIUM_LIMIT };

beforeAll(async () => {
  test = await testDatabase();
  await plant(test.db);
});
afterAll(() => test.close());

async function aPlot(): Promise<string> {
  const id = `plo_${++plots}`;
  await addPlots(test.db, [id]);
  return id;
}

function found(more: Partial<NewLabResult>) {
  const result: NewLabResult = {
    ...{ kind: 'residue', batch: null, plotCode: null, laboratory: 'Phòng thử', number: 'KN-1' },
    ...{ sampledOn: TODAY, resultOn: TODAY, passed: true, nanogramsPerKg: null, note: null, document: null },
    ...more,
  };
  return test.db.$transaction((tx) => recordLabResult(tx, moment, BY, result));
}

const reasonOf = async (lotId: string) =>
  (await test.db.lot.findUniqueOrThrow({ where: { id: lotId } })).heldReason;

describe('a lot that was cut inside an interval', () => {
  async function heldLot() {
    const plotId = await aPlot();
    await given(write(test.db, { plotId }));
    return given(cut(test.db, { plotId }));
  }

  it('is let go by a passed result on residues, and the trace is told', async () => {
    const { lotId, batch } = await heldLot();
    expect(await reasonOf(lotId)).toMatch(/^PHI /);
    await given(found({ batch }));
    expect(await reasonOf(lotId)).toBeNull();
    const events = await eventsAbout(test.db, [{ subject: 'lot', id: lotId }]);
    expect(events.at(-1)).toMatchObject({ bizStep: 'inspecting', body: { disposition: 'conformant' } });
  });

  it('stays held through a passed result of another kind, and through a failed one', async () => {
    const { lotId, batch } = await heldLot();
    await given(found({ batch, kind: 'cadmium', nanogramsPerKg: 1000 }));
    expect(await reasonOf(lotId)).toMatch(/^PHI /);
    await given(found({ batch, passed: false }));
    expect(await reasonOf(lotId)).toBe('LAB residue KN-1 2026-06-07');
  });

  it('is not let go by a sample taken before it was cut, nor by a hand', async () => {
    const { lotId, batch } = await heldLot();
    const refused = await found({ batch, sampledOn: plusDays(TODAY, -1) });
    expect(refused).toEqual({ ok: false, error: { code: 'lab_sampled_before_cut', cutOn: TODAY } });
    const letGo = test.db.lot.update({ where: { id: lotId }, data: { heldReason: null } });
    expect(await letGo.catch(refusalOf)).toMatchObject({ constraint: 'lot_inside_interval_is_held' });
  });

  it('that is called back is let go only when that ends too', async () => {
    const { lotId, batch } = await heldLot();
    const called = { batch, reason: 'thử', byUser: 'usr_1' };
    await test.db.$transaction((tx) => withdrawLot(tx, moment, called));
    await given(found({ batch }));
    expect(await reasonOf(lotId)).toMatch(/^PHI /);
    await test.db.$transaction(async (tx) => {
      await endWithdrawal(tx, moment, called);
      await settleHold(tx, [lotId]);
    });
    expect(await reasonOf(lotId)).toBeNull();
  });
});

describe('a failed result', () => {
  it('holds its lot, until a newer one of the same kind passes; the newest counts', async () => {
    const { lotId, batch } = await given(cut(test.db, { plotId: await aPlot() }));
    await given(found({ batch, kind: 'auramine_o', passed: false, number: 'A-7' }));
    expect(await reasonOf(lotId)).toBe('LAB auramine_o A-7 2026-06-07');
    await given(found({ batch, kind: 'residue' }));
    expect(await reasonOf(lotId)).toMatch(/^LAB/);
    await given(found({ batch, kind: 'auramine_o' }));
    expect(await reasonOf(lotId)).toBeNull();
  });

  it('of a plot holds what it has in store and what is cut there next, until one of the plot passes', async () => {
    const plotId = await aPlot();
    const plotCode = plotId.toUpperCase();
    const before = await given(cut(test.db, { plotId }));
    await given(found({ plotCode, kind: 'cadmium', nanogramsPerKg: 50_001, number: 'CD-1' }));
    const after = await given(cut(test.db, { plotId }));
    for (const { lotId } of [before, after])
      expect(await reasonOf(lotId)).toBe('LAB cadmium CD-1 2026-06-07');
    await given(found({ batch: after.batch, kind: 'cadmium', nanogramsPerKg: 50_000 }));
    expect([await reasonOf(before.lotId), await reasonOf(after.lotId)]).toEqual([expect.any(String), null]);
    await given(found({ plotCode, kind: 'cadmium', nanogramsPerKg: 9 }));
    expect(await reasonOf(before.lotId)).toBeNull();
  });

  it('may not stand beside a free lot, nor be changed', async () => {
    const { lotId } = await given(cut(test.db, { plotId: await aPlot() }));
    const row = {
      id: 'lab_raw',
      kind: 'residue',
      laboratory: 'P',
      number: '1',
      passed: false,
      lotId,
    } as const;
    const days = { sampledOn: TODAY, resultOn: TODAY, recordedAt: NOON, recordedBy: 'usr_1' };
    const raw = await test.db.labResult.create({ data: { ...row, ...days } }).catch(refusalOf);
    expect(raw).toMatchObject({ constraint: 'lot_that_failed_is_held' });
    const cadmium = {
      ...row,
      ...days,
      kind: 'cadmium',
      passed: true,
      nanogramsPerKg: 2,
      limitNanogramsPerKg: 1,
    } as const;
    expect(await test.db.labResult.create({ data: cadmium }).catch(refusalOf)).toMatchObject({
      constraint: 'lab_result_cadmium_counts',
    });
    const change = test.db.labResult.updateMany({ data: { passed: true } });
    expect(await change.catch(refusalOf)).toMatchObject({ constraint: 'append_only' });
  });
});

describe('a result', () => {
  it.each<[string, Partial<NewLabResult>, object]>([
    ['of no lot', { batch: 'NOSUCH' }, { code: 'lot_unknown' }],
    ['of no plot', { plotCode: 'T99' }, { code: 'lab_plot_unknown' }],
    ['of nothing', {}, { code: 'lab_plot_unknown' }],
    ['without a verdict', { plotCode: 'PLO_1', passed: null }, { code: 'lab_verdict_missing' }],
    ['of cadmium without its figure', { plotCode: 'PLO_1', kind: 'cadmium' }, { code: 'lab_value_missing' }],
    ['of tomorrow', { plotCode: 'PLO_1', resultOn: plusDays(TODAY, 1) }, { code: 'lab_day_out_of_range' }],
    [
      'older than its sample',
      { plotCode: 'PLO_1', resultOn: plusDays(TODAY, -1) },
      { code: 'lab_day_out_of_range' },
    ],
    [
      'with a report that is none',
      { plotCode: 'PLO_1', document: new Uint8Array([1, 2]) },
      { code: 'report_unreadable' },
    ],
  ])('%s is refused', async (_what, more, error) => {
    const before = await test.db.labResult.count();
    expect(await found(more)).toMatchObject({ ok: false, error });
    expect(await test.db.labResult.count()).toBe(before);
  });

  it('is read with its report by its grower and by staff, and not by another member', async () => {
    const plotId = await aPlot();
    const { batch } = await given(cut(test.db, { plotId }));
    const document = new TextEncoder().encode('%PDF-1.7 thử');
    const id = await given(found({ batch, document, number: 'KN-77' }));
    const mine = await labResults(test.db, { batch, memberId: 'mem_1', limit: 9 });
    expect(mine).toMatchObject([{ id, number: 'KN-77', batch, passed: true, hasDocument: true }]);
    expect(await labResults(test.db, { plotId, limit: 9 })).toHaveLength(1);
    expect(await labResults(test.db, { batch, memberId: 'mem_2', limit: 9 })).toEqual([]);
    expect(await labDocument(test.db, { id, memberId: 'mem_1' })).toMatchObject({
      mediaType: 'application/pdf',
    });
    expect(await labDocument(test.db, { id, memberId: 'mem_2' })).toBeNull();
  });
});

it('whatever laboratories say, in whatever order, the room and the database agree on what is held', async () => {
  const kind = fc.constantFrom('residue', 'auramine_o');
  const act = fc.record({ kind, ofPlot: fc.boolean(), passed: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 5 }), fc.boolean(), async (acts, sprayed) => {
      const plotId = await aPlot();
      if (sprayed) await given(write(test.db, { plotId }));
      const { lotId, batch } = await given(cut(test.db, { plotId }));
      for (const { ofPlot, ...said } of acts) {
        const whose = ofPlot ? { plotCode: plotId.toUpperCase() } : { batch };
        await given(found({ ...said, ...whose } as Partial<NewLabResult>));
      }
      const held = (await reasonOf(lotId)) !== null;
      const letGo = test.db.lot.update({ where: { id: lotId }, data: { heldReason: null } });
      const mayBeFree = await letGo.then(
        () => true,
        () => false,
      );
      expect(held).toBe(!mayBeFree);
    }),
    { numRuns: 15 },
  );
});
