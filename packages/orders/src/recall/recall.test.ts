import { newId, Prisma, refusalOf } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { grade } from '@baunghe/stock';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packBox, shipOrder, takeBack } from '../index.ts';
import { aHarvest, aRi6Shop, at, checkOut, kept, STAFF } from '../shop.builders.ts';
import {
  answerRecall,
  buyersToCall,
  buyersToTell,
  drillDue,
  drillRecall,
  endRecall,
  extendRecall,
  findSources,
  keepTold,
  letLotsGo,
  lotsOfRecall,
  lotsOfSource,
  reachOf,
  recallKey,
  recalls,
  recallsOfPhone,
  recallView,
  startRecall,
} from './index.ts';
import { batchesThatBegin } from './source.ts';

const NOW = new Date('2026-06-07T03:00:00Z');
const LATER = new Date('2026-06-07T05:00:00Z');

let test: TestDatabase;
let lotId: string;
let batch: string;
let otherLot: string;
type Explained = { 'QUERY PLAN': [{ Plan: Record<string, unknown> }] };
const batchOf = async (id: string) => (await test.db.lot.findUniqueOrThrow({ where: { id } })).batch;

/** An order of a box of 10 kg from a lot, sent or left standing here. */
async function anOrder(lot: string, when: Date, phone: string, sent: boolean): Promise<string> {
  const placed = await checkOut(test.db, when, [{ productId: 'pro_box', quantity: 1 }], 'cod', { phone });
  if (!placed.ok) throw new Error(placed.error.code);
  const { orderId } = placed.value;
  const line = await test.db.orderLine.findFirstOrThrow({ where: { orderId } });
  const box = { orderId, lineId: line.id, lotId: lot, units: 1, grams: 10_000, lotReason: 'thử' };
  expect(await kept(test.db, (tx) => packBox(tx, at(when), STAFF, box))).toMatchObject({ ok: true });
  const shipping = { orderId, carrier: 'Xe', tracking: null };
  if (sent) expect((await kept(test.db, (tx) => shipOrder(tx, at(when), STAFF, shipping))).ok).toBe(true);
  return orderId;
}

beforeAll(async () => {
  test = await testDatabase();
  await aRi6Shop(test.db);
  lotId = await aHarvest(test.db, NOW, 60_000);
  otherLot = await aHarvest(test.db, NOW, 50_000);
  batch = await batchOf(lotId);
  const parts = [{ grade: 'A', grams: 9000 }];
  const sorting = { batch, grams: 10_000, parts, lossReason: 'rụng cuống' };
  expect((await kept(test.db, (tx) => grade(tx, at(NOW), STAFF, sorting))).ok).toBe(true);
  await anOrder(lotId, NOW, '+84900000001', true);
  await anOrder(lotId, NOW, '+84900000001', true);
  await anOrder(lotId, NOW, '+84900000002', false);
  await anOrder(otherLot, new Date(+NOW + 20 * 60_000), '+84900000003', true);
});
afterAll(() => test.close());

const start = (batches: string[]) =>
  kept(test.db, (tx) => {
    const asked = {
      severity: 'first',
      advice: 'discard',
      reason: 'Dư lượng',
      source: batch,
      ordered: null,
    } as const;
    return startRecall(tx, at(LATER), STAFF, { batches, ...asked });
  });

describe('what fruit reached', () => {
  it('is found from a batch, plot, member, input, day, result and box, in whatever way it is written', async () => {
    const box = await test.db.box.findFirstOrThrow({ where: { lotId } });
    const day = new Date('2026-06-06');
    const input = { id: 'inp_1', name: 'Thuốc Thử 5EC', kind: 'pesticide', preHarvestDays: 0 } as const;
    await test.db.input.create({ data: input });
    const spray = { plotId: 'plo_1', act: 'spray', doneOn: day, inputId: 'inp_1', recordedAt: NOW } as const;
    await test.db.diaryEntry.create({ data: { id: 'dia_1', ...spray } });
    const found: Record<string, string> = {
      [batch]: 'lot',
      T01: 'plot',
      xv01: 'member',
      'xã viên THỬ': 'member',
      'vườn thử': 'plot',
      'thử 5ec': 'input',
      '07/06/2026': 'day',
      [box.serial]: 'box',
      [`https://shop.example/01/${box.gtin}/10/${batch}/21/${box.serial}`]: 'box',
    };
    for (const [text, kind] of Object.entries(found)) {
      const [source] = await findSources(test.db, text);
      expect([text, source?.kind]).toEqual([text, kind]);
      expect(source && (await lotsOfSource(test.db, source))).toContain(lotId);
    }
    const begins = await findSources(test.db, batch.slice(0, -1).toLowerCase());
    expect(begins.map(({ name }) => name)).toContain(batch);
    expect(await findSources(test.db, '100%')).toEqual([]);
    expect((await findSources(test.db, '2026-06-07'))[0]?.name).toBe('07/06/2026');
  });

  it('is found by the beginning of a batch code in an index, with as many reads among 20,000 lots as among 1,000', async () => {
    const rolledBack = new Error('rolled back');
    const reads: number[] = [];
    const among = test.db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      for (const [from, to] of [
        [1, 1000],
        [1001, 20_000],
      ]) {
        await tx.$executeRaw`
          INSERT INTO "lot" ("id", "batch", "harvestId", "graded", "varietyCode", "grade", "cutOn", "bestBefore", "createdAt")
          SELECT 'lot_~' || n, upper(left(md5(n::text), 8)), l."harvestId", true, l."varietyCode", 'A', l."cutOn", l."bestBefore", l."createdAt"
          FROM "lot" l, generate_series(${from}::int, ${to}::int) AS n WHERE l."id" = ${lotId} ON CONFLICT DO NOTHING`;
        await tx.$executeRaw`ANALYZE "lot"`;
        const begins = batchesThatBegin(batch.slice(0, 7));
        const [row] = await tx.$queryRaw<Explained[]>(
          Prisma.sql`EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${begins}`,
        );
        const plan = row?.['QUERY PLAN'][0].Plan ?? {};
        expect(JSON.stringify(plan)).toContain('lot_batch_begins');
        reads.push(Number(plan['Shared Hit Blocks']) + Number(plan['Shared Read Blocks']));
        expect((await findSources(tx, batch.slice(0, 7))).map(({ name }) => name)).toContain(batch);
      }
      throw rolledBack;
    });
    await expect(among).rejects.toBe(rolledBack);
    // A level more of the tree is all that twenty times the lots may cost.
    expect(reads[1]).toBeLessThanOrEqual((reads[0] ?? 0) + 2);
  });

  it('goes from the lot to what was sorted from it, its boxes, orders and buyers, and tells whom it stood beside', async () => {
    const reach = await reachOf(test.db, { kind: 'lot', id: lotId });
    expect(reach.lotCount).toBe(2);
    expect(reach.reached).toEqual({ boxes: 3, orders: 3, buyers: 1 });
    expect(reach.sums).toMatchObject({ received: 60_000, sent: 20_000, packed: 10_000, spoiled: 1000 });
    expect(reach.provinces).toMatchObject([{ key: '75', orders: 2, grams: 20_000 }]);
    const boxes = reach.boxes.map(({ batch: of, buyer }) => [of, buyer] as const);
    expect(boxes.toSorted(([, one], [, other]) => Number(other) - Number(one))).toEqual([
      [batch, 1],
      [batch, 1],
      [batch, null],
    ]);
    const other = await batchOf(otherLot);
    expect(reach.touched).toMatchObject({ count: 1, lots: [{ batch: other, by: ['hands'] }] });
    const pages = { lotsAfter: null, ordersAfter: reach.orders[0]?.orderId ?? null, touchedAfter: null };
    expect((await reachOf(test.db, { kind: 'lot', id: lotId }, pages)).orders).toHaveLength(2);
  });
});

describe('a recall', () => {
  it('holds the lots, tells each number once, counts what buyers say, and is no second one of the same lots', async () => {
    const both = await Promise.all([start([batch]), start([batch])]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const [begun] = await test.db.recall.findMany();
    if (!begun) throw new Error('none');
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'recall_open', recall: begun.code } });
    expect(await test.db.lot.count({ where: { heldReason: 'RECALL Dư lượng' } })).toBe(2);

    const told = await buyersToTell(test.db, begun.id);
    expect(told).toMatchObject([{ phone: '+84900000001', locale: 'vi', orderIds: { length: 2 } }]);
    await kept(test.db, async (tx) => {
      const rows = told.map(({ orderIds }) => ({ key: recallKey(at(LATER)), smsId: null, orderIds }));
      await keepTold(tx, at(LATER), begun.id, rows);
      return { ok: true, value: undefined } as const;
    });
    expect(await buyersToTell(test.db, begun.id)).toEqual([]);
    expect(await buyersToCall(test.db, begun.id, null)).toMatchObject([{ grams: 20_000, bySms: false }]);

    const [buyerId = ''] = await recallsOfPhone(test.db, '+84900000001');
    for (const fate of ['eaten', 'eaten', 'destroyed'] as const)
      await test.db.$transaction((tx) =>
        answerRecall(tx, at(LATER), { buyerId, fate, via: 'sms', byUser: null }),
      );
    expect(await test.db.recallAnswer.count()).toBe(2);
    const view = await recallView(test.db, begun.code);
    expect(view?.answers).toMatchObject({ destroyed: { grams: 20_000, buyers: 1 }, eaten: { grams: 0 } });
    expect(view?.told).toEqual({ buyers: 1, bySms: 0 });
    expect(await buyersToCall(test.db, begun.id, null)).toEqual([]);
  });

  it('takes further lots until it ends, and nothing of it is ever changed', async () => {
    const { id: recallId } = await test.db.recall.findFirstOrThrow();
    const more = await batchOf(otherLot);
    const extend = () =>
      kept(test.db, (tx) => extendRecall(tx, at(LATER), STAFF, { recallId, batches: [more] }));
    expect(await extend()).toMatchObject({ ok: true });
    expect(await buyersToTell(test.db, recallId)).toMatchObject([{ phone: '+84900000003' }]);
    const end = (letGo: string[]) =>
      kept(test.db, (tx) => endRecall(tx, at(LATER), STAFF, { recallId, conclusion: 'Đã thu về đủ', letGo }));
    const foreign = await batchOf(await aHarvest(test.db, NOW, 1000));
    const lost = { error: { code: 'recall_lots_unknown', batches: [foreign] } };
    expect(await end([foreign])).toMatchObject(lost);
    expect(
      await kept(test.db, (tx) => extendRecall(tx, at(LATER), STAFF, { recallId, batches: [more, 'NO'] })),
    ).toEqual({
      ok: false,
      error: { code: 'recall_lots_unknown', batches: ['NO'] },
    });
    const both = await Promise.all([end([batch]), end([batch])]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'recall_over' } });
    expect(await extend()).toMatchObject({ error: { code: 'recall_over' } });
    const lots = await lotsOfRecall(test.db, recallId);
    expect(lots.filter(({ calledBack }) => calledBack).map((lot) => lot.batch)).toEqual([more]);
    expect(lots.find((lot) => lot.batch === batch)).toMatchObject({ reason: 'Đã thu về đủ', at: LATER });
    const goes = { recallId, reason: 'Kết quả đạt', batches: lots.map((lot) => lot.batch) };
    expect((await kept(test.db, (tx) => letLotsGo(tx, at(LATER), STAFF, goes))).ok).toBe(true);
    expect(await test.db.lot.count({ where: { heldReason: { not: null } } })).toBe(0);
    const refused = (sql: string) =>
      test.db.$executeRawUnsafe(sql).then(
        () => 'taken',
        (error: unknown) => refusalOf(error)?.constraint,
      );
    for (const table of ['recall', 'recall_lot', 'recall_answer', 'recall_end'])
      expect(await refused(`DELETE FROM "${table}"`)).toBe('append_only');
  });

  it('accounts for its fruit to the gram, whatever buyers say and whatever comes back', async () => {
    const lot = await aHarvest(test.db, LATER, 70_000);
    const phones = ['+84900000011', '+84900000011', '+84900000012', '+84900000013', '+84900000014'];
    for (const phone of phones) await anOrder(lot, LATER, phone, phone !== '+84900000014');
    const begun = await start([await batchOf(lot)]);
    if (!begun.ok) throw new Error(begun.error.code);
    const { recallId, code } = begun.value;
    const told = await buyersToTell(test.db, recallId);
    const rows = told.map(({ orderIds }) => ({ key: recallKey(at(LATER)), smsId: null, orderIds }));
    await test.db.$transaction((tx) => keepTold(tx, at(LATER), recallId, rows));
    const buyers = await test.db.recallBuyer.findMany({ where: { recallId }, orderBy: { id: 'asc' } });
    const boxes = await test.db.box.findMany({ where: { lotId: lot }, orderBy: { id: 'asc' } });
    const fates = ['destroyed', 'eaten', 'giving_back'] as const;
    const acts = fc.array(
      fc.oneof(
        fc.record({ fate: fc.constantFrom(...fates), who: fc.nat(2) }),
        fc.record({ box: fc.nat(3), grams: fc.integer({ min: 1, max: 10_000 }), lost: fc.boolean() }),
      ),
      { minLength: 1, maxLength: 4 },
    );
    const check = async () => {
      const view = await recallView(test.db, code);
      const { received = -1, ...places } = view?.sums ?? {};
      const sum = (parts: number[]) => parts.reduce((all, part) => all + part, 0);
      expect([received, sum(Object.values(places))]).toEqual([70_000, 70_000]);
      expect(sum(Object.values(view?.answers ?? {}).map(({ grams }) => grams))).toBe(view?.sums.sent);
      const calls = await buyersToCall(test.db, recallId, null);
      expect(sum(calls.map(({ grams }) => grams))).toBe(view?.answers.unknown.grams);
      expect(calls.every(({ grams }) => grams > 0)).toBe(true);
    };
    await check();
    const property = fc.asyncProperty(acts, async (done) => {
      for (const act of done) {
        if ('fate' in act) {
          const said = {
            buyerId: buyers[act.who]?.id ?? '',
            fate: act.fate,
            via: 'sms',
            byUser: null,
          } as const;
          await test.db.$transaction((tx) => answerRecall(tx, at(LATER), said));
        } else {
          const outcome = act.lost ? 'destroyed' : 'back_in_store';
          const back = { boxId: boxes[act.box]?.id ?? '', grams: act.grams, reason: 'thử', photo: null };
          const money = { kind: 'share' } as const;
          await kept(test.db, (tx) => takeBack(tx, at(LATER), STAFF, { ...back, outcome, money }));
        }
        await check();
      }
    });
    await fc.assert(property, { numRuns: 5 });
  });

  it('is practised without holding or telling, and due again after twelve months', async () => {
    const fresh = await batchOf(await aHarvest(test.db, LATER, 5000));
    expect(await drillDue(test.db, NOW)).toEqual({ last: null, due: true });
    const times = [0, 250].map((ms) => new Date(+LATER + ms));
    const asked = { batch: fresh, reason: 'Diễn tập', clock: () => times.shift() ?? LATER };
    const drill = await kept(test.db, (tx) => drillRecall(tx, at(LATER), STAFF.userId, asked));
    if (!drill.ok) throw new Error(drill.error.code);
    const measured = { drill: true, tookMs: 250, receivedGrams: 5000, accountedGrams: 5000 };
    expect(await recallView(test.db, drill.value.code)).toMatchObject(measured);
    const all = (await recalls(test.db)).map((row) => row.recallId);
    const paged = await recalls(test.db, all[0]);
    expect([all.length, paged.map((row) => row.recallId)]).toEqual([3, all.slice(1)]);
    expect((await test.db.lot.findUniqueOrThrow({ where: { batch: fresh } })).heldReason).toBeNull();
    expect(await drillDue(test.db, new Date('2027-05-01'))).toEqual({ last: LATER, due: false });
    expect((await drillDue(test.db, new Date('2027-06-30'))).due).toBe(true);
    const buyer = {
      id: newId('rcb', at(NOW)),
      recallId: drill.value.recallId,
      key: 'abcdefghijklm',
      at: NOW,
    };
    const told = await test.db.recallBuyer.create({ data: buyer }).catch((error) => refusalOf(error));
    expect(told).toMatchObject({ constraint: 'recall_drill_tells_nobody' });
  });
});
