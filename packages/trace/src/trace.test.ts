import { readFileSync } from 'node:fs';
import { refusalOf } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TraceEventBody } from './event.ts';
import { eventsAbout, historyOfBox, recordHarvested, recordPacked, recordShipped } from './index.ts';
import { at, harvestedFruit, packedBox, shippedBoxes } from './trace.builders.ts';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const follows = ajv.compile(
  JSON.parse(readFileSync(new URL('../data/EPCIS-JSON-Schema.json', import.meta.url), 'utf8')),
);

/** What GS1's schema finds wrong with events, as one document. */
function faults(eventList: readonly TraceEventBody[]): string[] {
  follows({
    '@context': [
      'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld',
      { baunghe: 'https://baunghe.example/epcis/' },
    ],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-06-10T00:00:00Z',
    epcisBody: { eventList },
  });
  return (follows.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
  await recordTheWay();
});
afterAll(() => test.close());

const first = packedBox({ boxId: 'box_1', serial: 'B3F7HJ9KQ001' });
const second = packedBox({ boxId: 'box_2', serial: 'B3F7HJ9KQ002' });

/** A season in small: a harvest, two boxes of it, one shipment of both, and a harvest that has nothing to do with them. */
async function recordTheWay(): Promise<void> {
  await recordHarvested(
    test.db,
    at('2026-06-06T03:10:00Z'),
    harvestedFruit({ plantingUnitCode: 'VN-XXOR-0000' }),
  );
  const other = harvestedFruit({ harvestId: 'har_2', lotId: 'lot_2', batch: 'ZZ99ZZ99' });
  await recordHarvested(test.db, at('2026-06-06T04:00:00Z'), other);
  await recordPacked(test.db, at('2026-06-07T02:00:00Z'), first);
  await recordPacked(test.db, at('2026-06-07T02:20:00Z'), second);
  await recordShipped(test.db, at('2026-06-07T09:00:00Z'), shippedBoxes([first, second]));
}

describe('the events', () => {
  it('follow the JSON Schema of EPCIS 2.0', async () => {
    const events = await test.db.traceEvent.findMany({ orderBy: { position: 'asc' } });
    expect(events).toHaveLength(6);
    expect(faults(events.map(({ body }) => body as unknown as TraceEventBody))).toEqual([]);
  });

  it('are held against a schema that does find faults', () => {
    const wrong = { type: 'ObjectEvent', eventTime: 'yesterday', action: 'ADD' } as unknown as TraceEventBody;
    expect(faults([wrong])).not.toEqual([]);
  });

  it('name neither grower nor buyer nor order', async () => {
    const told = JSON.stringify(await test.db.traceEvent.findMany({ select: { body: true } }));
    expect(told).not.toMatch(/ord_|mem_|phone|buyer|member/i);
  });

  it('have an id of their own, a version 4 UUID', async () => {
    const ids = (await test.db.traceEvent.findMany()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
    for (const id of ids) {
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });
});

describe('the history', () => {
  it('of a box goes from its own harvest over its own packing to its shipping', async () => {
    const history = await historyOfBox(test.db, { boxId: 'box_2', harvestId: 'har_1' });
    expect(history.map(({ bizStep }) => bizStep)).toEqual([
      'commissioning',
      'packing',
      'loading',
      'shipping',
    ]);
    expect(history[1]?.body).toMatchObject({ outputEPCList: [second.boxEpc] });
  });

  it('is in the order in which things happened, however late they were recorded', async () => {
    const late = { harvestId: 'har_3', lotId: 'lot_3', batch: 'LATE0001' };
    const box = packedBox({ boxId: 'box_3', serial: 'B3F7HJ9KQ003', lotId: 'lot_3' });
    await test.db
      .$transaction(async (tx) => {
        await recordPacked(tx, at('2026-06-09T02:00:00Z'), box);
        await recordHarvested(tx, at('2026-06-08T03:10:00Z'), harvestedFruit(late));
        const history = await historyOfBox(tx, { boxId: 'box_3', harvestId: 'har_3' });
        expect(history.map(({ bizStep }) => bizStep)).toEqual(['commissioning', 'packing']);
        expect(history[0]?.position).toBeGreaterThan(history[1]?.position ?? Number.POSITIVE_INFINITY);
        throw new Error('only tried');
      })
      .catch((error: Error) => expect(error.message).toBe('only tried'));
  });

  it('of a lot names every box that came from it, each event once', async () => {
    const events = await eventsAbout(test.db, [
      { subject: 'lot', id: 'lot_1' },
      { subject: 'harvest', id: 'har_1' },
    ]);
    expect(events.map(({ bizStep }) => bizStep)).toEqual(['commissioning', 'packing', 'packing']);
  });
});

describe('what is recorded stays recorded', () => {
  it('against change, removal and emptying', async () => {
    const deeds = [
      () => test.db.traceEvent.updateMany({ data: { eventTime: new Date('2026-06-01') } }),
      () => test.db.traceEvent.deleteMany({}),
      () => test.db.traceAbout.deleteMany({}),
      () => test.db.$executeRawUnsafe('TRUNCATE "trace_event" CASCADE'),
    ];
    for (const deed of deeds) {
      const refused = await deed().then(
        () => null,
        (error: unknown) => refusalOf(error),
      );
      expect(refused).toMatchObject({ constraint: 'append_only' });
    }
    expect(await test.db.traceEvent.count()).toBe(6);
  });
});
