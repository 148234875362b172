import { readFileSync } from 'node:fs';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { lotClassUri, packingLocationUri } from '@baunghe/gs1';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { purchaseOrder } from './business-transaction.ts';
import {
  eventsAbout,
  type JsonObject,
  recordCorrection,
  recordDestroyed,
  recordGraded,
  recordHarvested,
  recordInspected,
  recordReceived,
  recordShipped,
  recordTemperature,
} from './index.ts';
import { at, harvestedFruit, packedBox, shippedBoxes } from './trace.builders.ts';

const PLACE = packingLocationUri('9521234000006');
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const follows = ajv.compile(
  JSON.parse(readFileSync(new URL('../data/EPCIS-JSON-Schema.json', import.meta.url), 'utf8')),
);

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const lot = (batch: string, grams: number) => ({
  lotId: `lot_${batch}`,
  lotClass: lotClassUri('99521234001006', batch),
  grams,
});

/** An event as it was kept, once GS1's schema has found nothing wrong with it. */
async function kept(id: string): Promise<JsonObject> {
  const { body } = await test.db.traceEvent.findUniqueOrThrow({ where: { id } });
  const context = [
    'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
    { baunghe: 'https://a.example/' },
  ];
  follows({ '@context': context, ...(body as JsonObject) });
  expect(follows.errors ?? []).toEqual([]);
  return body as JsonObject;
}

describe('each act', () => {
  it('of grading turns one lot into several', async () => {
    const graded = {
      from: lot('A1', 100_000),
      into: [lot('A2', 60_000), lot('A3', 38_500)],
      packingLocation: PLACE,
    };
    expect(await kept(await recordGraded(test.db, at('2026-06-06T08:00:00Z'), graded))).toMatchObject({
      type: 'TransformationEvent',
      bizStep: 'creating_class_instance',
      inputQuantityList: [{ quantity: 100, uom: 'KGM' }],
      outputQuantityList: [{ quantity: 60 }, { quantity: 38.5 }],
    });
    const forward = await eventsAbout(test.db, [{ subject: 'lot', id: 'lot_A3' }]);
    expect(forward).toHaveLength(1);
  });

  it('of inspecting says whether the fruit passed and where the report is', async () => {
    const inspected = {
      ...lot('B1', 5_000),
      passed: false,
      place: PLACE,
      certificates: ['https://lab.example/r/1'],
    };
    expect(await kept(await recordInspected(test.db, at('2026-06-06T09:00:00Z'), inspected))).toMatchObject({
      bizStep: 'inspecting',
      disposition: 'non_conformant',
      certificationInfo: ['https://lab.example/r/1'],
    });
  });

  it('of receiving and destroying', async () => {
    const fruit = { ...lot('C1', 5_000), packingLocation: PLACE };
    const received = await kept(await recordReceived(test.db, at('2026-06-06T09:00:00Z'), fruit));
    expect(received).toMatchObject({ action: 'OBSERVE', bizStep: 'receiving', disposition: 'in_progress' });
    const destroyed = await kept(await recordDestroyed(test.db, at('2026-06-08T09:00:00Z'), fruit));
    expect(destroyed).toMatchObject({ action: 'DELETE', bizStep: 'destroying', disposition: 'destroyed' });
  });

  it('of harvesting names its certificates and its days', async () => {
    const fruit = harvestedFruit({ certificates: ['https://vietgap.example/c/9'] });
    expect(await kept(await recordHarvested(test.db, at('2026-06-06T03:10:00Z'), fruit))).toMatchObject({
      certificationInfo: ['https://vietgap.example/c/9'],
      ilmd: { 'cbvmda:harvestEndDate': '2026-06-06', 'cbvmda:bestBeforeDate': '2026-06-16' },
    });
  });

  it('of shipping puts the boxes under one SSCC and tells the cold', async () => {
    const box = packedBox({ boxId: 'box_9', serial: 'B3F7HJ9KQ009' });
    const shipped = { ...shippedBoxes([box]), coldBoxCelsius: 12.5 };
    const left = await kept(await recordShipped(test.db, at('2026-06-07T09:00:00Z'), shipped));
    expect(left).toMatchObject({
      sensorElementList: [{ sensorReport: [{ type: 'Temperature', value: 12.5, uom: 'CEL' }] }],
      epcList: [shipped.load.epc, box.boxEpc],
    });
    const [loaded] = await eventsAbout(test.db, [{ subject: 'box', id: 'box_9' }]);
    expect(await kept(loaded?.id ?? '')).toMatchObject({
      type: 'AggregationEvent',
      parentID: shipped.load.epc,
      childEPCs: [box.boxEpc],
    });
  });

  it('of reading a thermometer', async () => {
    const boxes = [{ id: 'box_9', epc: packedBox({ boxId: 'box_9', serial: 'B3F7HJ9KQ009' }).boxEpc }];
    const read = {
      boxes,
      place: PLACE,
      celsius: 13,
      readAt: new Date('2026-06-07T10:00:00Z'),
      deviceId: 'urn:x:cold-1',
    };
    expect(await kept(await recordTemperature(test.db, at('2026-06-07T10:05:00Z'), read))).toMatchObject({
      sensorElementList: [{ sensorMetadata: { time: '2026-06-07T10:00:00.000Z', deviceID: 'urn:x:cold-1' } }],
    });
  });
});

describe('a correction', () => {
  it('is a later event with the eventID of the wrong one, which stays as it was', async () => {
    const eventId = await recordReceived(test.db, at('2026-06-06T09:00:00Z'), {
      ...lot('D1', 5),
      packingLocation: PLACE,
    });
    const before = await kept(eventId);
    const right = await recordReceived(test.db, at('2026-06-06T09:30:00Z'), {
      ...lot('D1', 7),
      packingLocation: PLACE,
    });
    const correction = { eventId, reason: 'incorrect_data' as const, correctedBy: [right] };
    const declared = await recordCorrection(test.db, at('2026-06-06T10:00:00Z'), correction);
    const errorDeclaration = {
      declarationTime: '2026-06-06T10:00:00.000Z',
      reason: 'incorrect_data',
      correctiveEventIDs: [right],
    };
    expect(declared.ok && (await kept(declared.value))).toEqual({ ...before, errorDeclaration });
    expect(await kept(eventId)).toEqual(before);
    expect(await eventsAbout(test.db, [{ subject: 'lot', id: 'lot_D1' }])).toHaveLength(3);
  });

  it('is refused for what never was recorded', async () => {
    const correction = { eventId: 'urn:uuid:none', reason: 'did_not_occur' as const, correctedBy: [] };
    const refused = await recordCorrection(test.db, at('2026-06-06T10:00:00Z'), correction);
    expect(refused).toEqual({ ok: false, error: { code: 'event_unknown' } });
  });
});

describe('the name of an order in events', () => {
  it('is always the same, another for another order, and nothing of its id', () => {
    const { bizTransaction } = purchaseOrder('9521234000006', 'ord_01abc');
    expect(bizTransaction).toMatch(/^urn:epcglobal:cbv:bt:9521234000006:[0-9A-Z]{20}$/);
    expect(purchaseOrder('9521234000006', 'ord_01abc').bizTransaction).toBe(bizTransaction);
    expect(purchaseOrder('9521234000006', 'ord_01abd').bizTransaction).not.toBe(bizTransaction);
    expect(bizTransaction).not.toMatch(/01abc/i);
  });
});
