import { type Moment, refusalOf, thisMoment } from '@baunghe/db';
import { inRolledBackTransaction, type TestDatabase, testDatabase } from '@baunghe/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MANY_PLACES_IN_AN_HOUR } from './copy-flags.ts';
import { MOST_CODES_A_NETWORK, MOST_PLACES_AN_HOUR, MOST_UNKNOWN_AN_HOUR } from './count-scan.ts';
import { clearOldScans, countScan, lookAtFlag, openFlags, raiseCopyFlags } from './index.ts';
import { flagRows, scansByDay } from './scan-counts.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const GTIN = '09521234002000';
const box = (serial: string) => ({ gtin: GTIN, serial });
const network = (number: number, cell: string | null = null) => ({
  era: 'aaaaaaaa',
  network: number.toString(16).padStart(8, '0'),
  cell,
});
const WAY = { packedAt: new Date('2026-06-06T02:00:00Z'), deliveredAt: null };
/** An instant, with chances of its own. */
const at = (instant: string): Moment => ({ ...thisMoment(), now: new Date(instant) });
const NOON = at('2026-06-07T05:10:00Z');

/** Counts an opening and judges the box, as a visitor brings it about. */
function open(code: { gtin: string; serial: string }, from: ReturnType<typeof network>, moment = NOON) {
  return test.db.$transaction(async (tx) => {
    await countScan(tx, moment, code, from, true);
    return raiseCopyFlags(tx, moment, code, WAY);
  });
}

describe('an opening', () => {
  it('is counted once an hour for a network, also of ten at once', async () => {
    const code = box('COUNTED00001');
    const counted = await Promise.all(
      Array.from({ length: 10 }, () => countScan(test.db, NOON, code, network(1), true)),
    );
    expect(counted.filter(Boolean)).toHaveLength(1);
    expect(await countScan(test.db, at('2026-06-07T05:59:59Z'), code, network(1), true)).toBe(false);
    expect(await countScan(test.db, at('2026-06-07T06:00:00Z'), code, network(1), true)).toBe(true);
    expect(await test.db.scanPlace.count({ where: code })).toBe(2);
  });

  it('takes a place that is told later, once', async () => {
    const code = box('COUNTED00002');
    await countScan(test.db, NOON, code, network(1), true);
    expect(await countScan(test.db, NOON, code, network(1, '11.8,107.0'), true)).toBe(true);
    expect(await countScan(test.db, NOON, code, network(1, '21.0,105.8'), true)).toBe(false);
    const rows = await test.db.scanPlace.findMany({ where: code });
    expect(rows.map(({ cell }) => cell)).toEqual(['11.8,107.0']);
  });

  it('keeps nothing that is finer than it should be', async () => {
    const finer = countScan(test.db, NOON, box('COUNTED00003'), network(1, '11.8231,107.0112'), true);
    const refused = await finer.catch((error: unknown) => refusalOf(error));
    expect(refused).toMatchObject({ constraint: 'scan_place_coarse' });
  });

  it('is bounded for a code, for a network, and for codes that are no box’s', async () => {
    await inRolledBackTransaction(test.db, async (tx) => {
      const code = box('BOUNDED00001');
      for (let at = 0; at < MOST_PLACES_AN_HOUR + 3; at++) await countScan(tx, NOON, code, network(at), true);
      expect(await tx.scanPlace.count({ where: code })).toBe(MOST_PLACES_AN_HOUR);
    });
    await inRolledBackTransaction(test.db, async (tx) => {
      const rows = Array.from({ length: MOST_CODES_A_NETWORK }, (_, each) => each);
      await fill(
        tx,
        rows.map((each) => ({ ...box(`MADEUP${each}`), ...network(7), boxed: true })),
      );
      expect(await countScan(tx, NOON, box('ONEMORE'), network(7), true)).toBe(false);
      expect(await countScan(tx, NOON, box('ONEMORE'), network(8), true)).toBe(true);
    });
    await inRolledBackTransaction(test.db, async (tx) => {
      const rows = Array.from({ length: MOST_UNKNOWN_AN_HOUR }, (_, each) => each);
      await fill(
        tx,
        rows.map((each) => ({ ...box(`MADEUP${each}`), ...network(each), boxed: false })),
      );
      expect(await countScan(tx, NOON, box('ONEMORE'), network(9001), false)).toBe(false);
      expect(await countScan(tx, NOON, box('ONEMORE'), network(9001), true)).toBe(true);
    });
  });

  it('is cleared after its days and not before', async () => {
    await inRolledBackTransaction(test.db, async (tx) => {
      const code = box('OLDOLDOLD001');
      await countScan(tx, at('2020-06-07T05:00:00Z'), code, network(1), true);
      await countScan(tx, NOON, code, network(1), true);
      expect(await clearOldScans(tx, NOON)).toBe(1);
      expect(await tx.scanPlace.count({ where: code })).toBe(1);
    });
    await countScan(test.db, { ...NOON, now: new Date() }, box('FRESH0000001'), network(1), true);
    for (const deed of [
      () => test.db.scanPlace.deleteMany({ where: { serial: 'FRESH0000001' } }),
      () =>
        test.db.scanPlace.updateMany({ where: { serial: 'FRESH0000001' }, data: { network: 'bbbbbbbb' } }),
    ]) {
      const refused = await deed().catch((error: unknown) => refusalOf(error));
      expect(refused).toMatchObject({ constraint: 'scan_place_is_kept' });
    }
  });

  it('stands under its day in Vietnam', async () => {
    const code = box('BYDAY0000001');
    await countScan(test.db, at('2026-06-08T16:30:00Z'), code, network(1), true);
    await countScan(test.db, at('2026-06-08T17:30:00Z'), code, network(1), true);
    await countScan(test.db, at('2026-06-08T17:30:00Z'), code, network(2), true);
    const days = await scansByDay(test.db, new Date('2026-06-01'), code);
    expect(days.map(({ day, boxes }) => [day.toISOString().slice(0, 10), boxes])).toEqual([
      ['2026-06-08', 1],
      ['2026-06-09', 2],
    ]);
    expect(await scansByDay(test.db, new Date('2026-06-09'), code)).toHaveLength(1);
  });
});

type Row = {
  gtin: string;
  serial: string;
  era: string;
  network: string;
  cell: string | null;
  boxed: boolean;
};

function fill(tx: Parameters<typeof countScan>[0], rows: readonly Row[]) {
  const hour = new Date('2026-06-07T05:00:00Z');
  return tx.scanPlace.createMany({ data: rows.map((row) => ({ ...row, hour })) });
}

describe('a flag', () => {
  it('is raised once when all see the box at the same instant', async () => {
    const code = box('FLAGGED00001');
    const raised = await Promise.all(Array.from({ length: 9 }, (_, each) => open(code, network(each))));
    expect(raised.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await openFlags(test.db, code)).toMatchObject([
      { kind: 'many_places', since: new Date('2026-06-07T05:00:00Z'), places: MANY_PLACES_IN_AN_HOUR },
    ]);
  });

  it('is not raised by one network, however often it comes', async () => {
    const code = box('FLAGGED00002');
    for (let each = 0; each < 20; each++) expect(await open(code, network(1))).toBe(0);
    expect(await openFlags(test.db, code)).toEqual([]);
  });

  it('stays through a look, ends when settled, and comes back only by what is seen later', async () => {
    const code = box('FLAGGED00003');
    for (let each = 0; each < 6; each++) await open(code, network(each));
    const [flag] = await openFlags(test.db, code);
    const look = (settled: boolean) =>
      test.db.$transaction((tx) =>
        lookAtFlag(
          tx,
          at('2026-06-07T05:30:00Z'),
          { userId: 'usr_1' },
          {
            flagId: flag?.id ?? '',
            note: 'Ảnh tem đăng trên mạng',
            settled,
          },
        ),
      );
    expect((await look(false)).ok).toBe(true);
    expect(await openFlags(test.db, code)).toHaveLength(1);
    expect((await look(true)).ok).toBe(true);
    expect(await look(true)).toEqual({ ok: false, error: { code: 'flag_settled' } });
    expect(await openFlags(test.db, code)).toEqual([]);
    expect(await open(code, network(7))).toBe(0);
    const evening = at('2026-06-07T12:00:00Z');
    for (let each = 0; each < 6; each++) await open(code, network(each), evening);
    expect(await openFlags(test.db, code)).toMatchObject([{ since: new Date('2026-06-07T12:00:00Z') }]);
    const rows = (await flagRows(test.db, 50)).filter(({ serial }) => serial === code.serial);
    expect(rows.map(({ settled, looks }) => [settled, looks.length])).toEqual([
      [false, 0],
      [true, 2],
    ]);
  });

  it('is never changed or removed, nor is a look', async () => {
    for (const deed of [
      () => test.db.copyFlag.updateMany({ data: { places: 99, scans: 99 } }),
      () => test.db.copyFlagLook.updateMany({ data: { settled: true } }),
      () => test.db.copyFlagLook.deleteMany({}),
      () => test.db.$executeRawUnsafe('TRUNCATE "copy_flag" CASCADE'),
    ]) {
      const refused = await deed().then(
        () => null,
        (error: unknown) => refusalOf(error),
      );
      expect(refused).toMatchObject({ constraint: 'append_only' });
    }
  });
});
