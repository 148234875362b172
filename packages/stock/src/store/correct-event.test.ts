import { type Moment, thisMoment } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { eventsAbout, trueEvents } from '@baunghe/trace';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  addPlace,
  correctEvent,
  type EventCorrection,
  ledgerOf,
  lostFruit,
  lotEvents,
  lotsInStore,
  moveLot,
  reserve,
  spoil,
} from '../index.ts';
import { aLine, aLot, anOrchard } from '../stock.builders.ts';

const RI6 = { varietyCode: 'RI6', grade: 'A' };
const HAND = { userId: 'usr_1', gln: '9521234000013' };
const start = Date.now();
const after = (minutes: number): Moment => ({ ...thisMoment(), now: new Date(start + minutes * 60_000) });

let test: TestDatabase;
let batch: string;
let lotId: string;

beforeEach(async () => {
  test = await testDatabase();
  await anOrchard(test.db);
  lotId = await aLot(test.db, after(0), { ...RI6, grams: 30_000 });
  batch = (await test.db.lot.findUniqueOrThrow({ where: { id: lotId } })).batch;
});
afterEach(() => test.close());

async function spoiled(grams: number): Promise<string> {
  const entry = { batch, grams, cause: 'rotten', words: null, photo: null } as const;
  const done = await test.db.$transaction((tx) => spoil(tx, after(1), HAND, entry));
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
}

const correct = (more: Partial<EventCorrection> & { eventId: string }) =>
  test.db.$transaction((tx) =>
    correctEvent(tx, after(2), HAND, {
      reason: 'did_not_occur',
      words: 'bấm nhầm',
      rightGrams: null,
      rightEventId: null,
      ...more,
    }),
  );

const onHand = async () => (await lotsInStore(test.db, { batch, limit: 1 }))[0]?.onHandGrams;

it('that fruit was thrown away is undone in the ledger, once, and the event is no longer told', async () => {
  const eventId = await spoiled(4000);
  expect(await onHand()).toBe(26_000);
  expect(await correct({ eventId })).toMatchObject({ ok: true });
  expect(await onHand()).toBe(30_000);
  expect(await ledgerOf(test.db, lotId)).toMatchObject([
    { kind: 'receive' },
    { kind: 'spoil', grams: -4000, undone: true },
    { kind: 'adjust', grams: 4000, undoes: true, reason: 'bấm nhầm', balanceGrams: 30_000 },
  ]);
  const { told, wrong } = trueEvents(await eventsAbout(test.db, [{ subject: 'lot', id: lotId }]));
  expect(told).toEqual([]);
  expect(wrong).toMatchObject([
    { event: { id: eventId }, declaredAt: after(2).now, reason: 'did_not_occur' },
  ]);
  expect(await correct({ eventId })).toEqual({
    ok: false,
    error: { code: 'event_corrected', at: after(2).now },
  });
  expect(await onHand()).toBe(30_000);
  expect(await lotEvents(test.db, lotId, 10)).toMatchObject([
    { id: eventId, spoiled: true, grams: 4000, corrected: { words: 'bấm nhầm' } },
  ]);
});

it('of a wrong weight books the right one, by an event that the declaration names', async () => {
  const eventId = await spoiled(4000);
  const declared = await correct({ eventId, reason: 'incorrect_data', rightGrams: 400 });
  if (!declared.ok) throw new Error(declared.error.code);
  expect(await onHand()).toBe(29_600);
  const days = { begins: new Date(0), ends: after(9).now };
  expect(await lostFruit(test.db, days)).toMatchObject([{ kind: 'spoil', grams: 400 }]);
  const declaration = await test.db.traceEvent.findUniqueOrThrow({ where: { id: declared.value } });
  const right = await test.db.stockMove.findFirstOrThrow({ where: { kind: 'spoil', grams: -400 } });
  expect(declaration.body).toMatchObject({ errorDeclaration: { correctiveEventIDs: [right.eventId] } });
});

it('is refused beyond what is free, and leaves all as it was', async () => {
  const eventId = await spoiled(4000);
  const lineId = await aLine(test.db, after(1));
  const want = { lineId, ...RI6, unitGrams: 10_000, units: 2 };
  await test.db.$transaction((tx) => reserve(tx, after(1), [want], null));
  const answer = await test.db
    .$transaction(async (tx) => {
      const refused = await correctEvent(tx, after(2), HAND, {
        eventId,
        reason: 'incorrect_data',
        words: 'cân lại',
        rightGrams: 10_001,
        rightEventId: null,
      });
      throw Object.assign(new Error('rolled back'), { refused });
    })
    .catch((error: { refused: unknown }) => error.refused);
  expect(answer).toMatchObject({ ok: false, error: { code: 'grams_not_free', freeGrams: 10_000 } });
  expect(await onHand()).toBe(26_000);
});

it('of a move brings the lot back to where it lay', async () => {
  const place = async () => (await lotsInStore(test.db, { batch, limit: 1 }))[0]?.place?.code;
  for (const code of ['KHO1', 'KE1']) {
    await addPlace(test.db, { code, name: code });
    await test.db.$transaction((tx) => moveLot(tx, after(1), HAND, { batch, placeCode: code }));
  }
  expect(await place()).toBe('KE1');
  const { eventId } = await test.db.lotPlacing.findFirstOrThrow({ where: { placeCode: 'KE1' } });
  await correct({ eventId });
  expect(await place()).toBe('KHO1');
});

it('may say of no event that is none, and name no other lot’s event as the right one', async () => {
  expect(await correct({ eventId: 'urn:uuid:none' })).toMatchObject({ error: { code: 'event_unknown' } });
  const eventId = await spoiled(1000);
  expect(await correct({ eventId, rightEventId: eventId })).toMatchObject({
    error: { code: 'right_event_unknown' },
  });
});
