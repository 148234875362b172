import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { grade, readTemperature } from '@baunghe/stock';
import { checkDocument, eventDocument, type JsonObject } from '@baunghe/trace';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packBox, shipOrder, takeBack } from '../index.ts';
import { aHarvest, aRi6Shop, at, checkOut, kept, STAFF } from '../shop.builders.ts';
import { eventsOfFruit } from './events-of-fruit.ts';
import { tracedSteps } from './traced-steps.ts';

const NOW = new Date('2026-06-07T03:00:00Z');
const later = (hours: number) => new Date(+NOW + hours * 3_600_000);
const DAYS = { from: '2026-06-07', to: '2026-06-08' };
const ASKED = { ...DAYS, names: true };

let test: TestDatabase;
let batch: string;

/** A lot that was sorted, read beside a thermometer, packed, sent, and of which a box came back. */
beforeAll(async () => {
  test = await testDatabase();
  await aRi6Shop(test.db);
  const lotId = await aHarvest(test.db, NOW, 60_000);
  batch = (await test.db.lot.findUniqueOrThrow({ where: { id: lotId } })).batch;
  const did = async (act: Promise<{ ok: boolean }>) => expect(await act).toMatchObject({ ok: true });
  const sorting = { batch, grams: 10_000, parts: [{ grade: 'B', grams: 9500 }], lossReason: 'rụng cuống' };
  await did(kept(test.db, (tx) => grade(tx, at(later(1)), STAFF, sorting)));
  await did(kept(test.db, (tx) => readTemperature(tx, at(later(2)), STAFF, { batch, celsius: 13.5 })));
  const placed = await checkOut(test.db, NOW, [{ productId: 'pro_box', quantity: 2 }]);
  if (!placed.ok) throw new Error(placed.error.code);
  const { orderId } = placed.value;
  const { id: lineId } = await test.db.orderLine.findFirstOrThrow({ where: { orderId } });
  const box = { orderId, lineId, lotId, units: 1, grams: 10_000, lotReason: 'thử' };
  for (const hour of [3, 4]) await did(kept(test.db, (tx) => packBox(tx, at(later(hour)), STAFF, box)));
  const shipping = { orderId, carrier: 'Xe', tracking: null };
  await did(kept(test.db, (tx) => shipOrder(tx, at(later(5)), STAFF, shipping)));
  const { id: boxId } = await test.db.box.findFirstOrThrow({ orderBy: { id: 'asc' } });
  const back = { boxId, grams: 9900, reason: 'thử', photo: null, outcome: 'destroyed' } as const;
  await did(kept(test.db, (tx) => takeBack(tx, at(later(26)), STAFF, { ...back, money: { kind: 'share' } })));
});
afterAll(() => test.close());

it('every critical tracking event has its key data elements, from the field to what came back', async () => {
  const steps = await tracedSteps(test.db, ASKED);
  expect(steps.map(({ step }) => step)).toEqual([
    'cooling',
    'harvesting',
    'initial_packing',
    'shipping',
    'transformation',
    'receiving',
  ]);
  const of = (step: string) => steps.find((each) => each.step === step);
  const fruit = { commodity: 'durian', variety: 'Ri6', plotCode: 'T01', plotName: 'Vườn thử' };
  for (const step of steps) expect(step).toMatchObject({ ...fruit, cutOn: '2026-06-07' });
  for (const { reference, referenceType } of steps) expect([reference, referenceType]).not.toContain('');
  const { lotCode: sorted, ...sorting } = of('transformation') ?? { lotCode: '' };
  expect(sorted).not.toBe(batch);
  expect(sorting).toMatchObject({ usedLotCode: batch, usedGrams: 10_000, grams: 9500, grade: 'B' });
  const itself = { lotCode: batch, usedLotCode: null, usedGrams: null };
  expect(of('harvesting')).toMatchObject({ ...itself, grams: 60_000, boxes: 0, day: '2026-06-07' });
  expect(of('cooling')).toMatchObject({ ...itself, grams: 50_000, celsius: 13.5, cooledOn: '2026-06-07' });
  const packed = { grams: 20_000, boxes: 2, receivedOn: '2026-06-07', cooledOn: '2026-06-07' };
  expect(of('initial_packing')).toMatchObject({ ...itself, ...packed });
  const sscc = expect.stringMatching(/^\d{18}$/);
  const sent = { grams: 20_000, province: 'Dong Nai', referenceType: 'SSCC', reference: sscc };
  expect(of('shipping')).toMatchObject({ ...itself, ...sent });
  expect(of('receiving')).toMatchObject({ ...itself, grams: 9900, province: 'Dong Nai', day: '2026-06-08' });
  expect(await tracedSteps(test.db, { ...ASKED, from: '2026-06-08' })).toHaveLength(1);
  expect(await tracedSteps(test.db, { ...ASKED, most: 2 })).toHaveLength(3);
  expect(JSON.stringify(steps)).not.toMatch(/Người mua|\+849/);
});

it('the events of a plot’s fruit, or of some days, are an EPCIS document that another repository captures', async () => {
  const all = await eventsOfFruit(test.db, { plotCode: 'T01', ...DAYS }, 100);
  const document = await eventDocument(test.db, all, {
    now: later(30),
    ownNamespace: 'https://shop.example/epcis/terms/',
  });
  const sent = { document, owner: 'key_1', errorBehaviour: 'rollback' } as const;
  const checked = await checkDocument(sent);
  expect(checked).toMatchObject({ ok: true, value: { errors: [], rows: { length: all.length } } });
  const { eventList } = document.epcisBody as { eventList: JsonObject[] };
  const happened = eventList.map(({ bizStep }) => bizStep);
  const steps = ['commissioning', 'creating_class_instance', 'sensor_reporting', 'packing', 'shipping'];
  expect(happened).toEqual(expect.arrayContaining(steps));
  const inDays = await eventsOfFruit(test.db, { plotCode: null, ...DAYS }, 100);
  expect(inDays).toEqual(all);
  const second = await eventsOfFruit(test.db, { plotCode: null, from: '2026-06-08', to: '2026-06-08' }, 100);
  expect(second).toEqual(all.slice(-second.length));
  expect(await eventsOfFruit(test.db, { plotCode: 'T09', ...DAYS }, 100)).toEqual([]);
  expect(await eventsOfFruit(test.db, { plotCode: null, ...DAYS }, 2)).toEqual(all.slice(0, 2));
});
