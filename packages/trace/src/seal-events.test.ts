import { thisMoment } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import {
  check,
  entriesOf,
  formatVerifierKey,
  newSignerKey,
  nodesFromTiles,
  openCheckpoint,
  type SignerKey,
  treeRoot,
} from '@baunghe/proof';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askWitnesses, foreignHead, logHead, logTile, proveEvents, sealEvents } from './index.ts';
import { tilesIn } from './log-tiles.ts';
import { newEventId, recordEvent } from './record-event.ts';

let test: TestDatabase;
let key: SignerKey;
const { random } = thisMoment();
const now = () => ({ now: new Date('2026-06-12T07:05:00Z'), random });
const signer = () => ({ origin: key.name, keys: [key] });

beforeAll(async () => {
  test = await testDatabase(20);
  key = await newSignerKey('log.example/trace', 'note', random);
});
afterAll(() => test.close());

function anEvent(): Promise<string> {
  const eventID = newEventId(thisMoment());
  const place = { id: 'https://id.gs1.org/414/9521234000013' };
  return test.db.$transaction((tx) =>
    recordEvent(
      tx,
      thisMoment(),
      eventID,
      {
        type: 'ObjectEvent',
        eventID,
        eventTime: '2026-06-12T00:10:00.000Z',
        eventTimeZoneOffset: '+07:00',
        action: 'ADD',
        bizStep: 'commissioning',
        disposition: 'active',
        readPoint: place,
        quantityList: [
          { epcClass: 'https://id.gs1.org/01/99521234001006/10/A1', quantity: 12.5, uom: 'KGM' },
        ],
      },
      [{ subject: 'lot', id: eventID }],
    ),
  );
}

async function proofOf(eventIds: string[]) {
  const proof = await proveEvents(test.db, eventIds);
  if (!proof) throw new Error('nothing sealed');
  const events = proof.events.map(({ index, entry, disclosures }) => ({
    index,
    event: JSON.parse(entry) as unknown,
    disclosures,
  }));
  return { ...proof, shown: events, logKeys: [formatVerifierKey(key)] };
}

describe('the log', () => {
  it('takes each event in once, though many servers seal at once, and signs a head over all of them', async () => {
    const ids: string[] = [];
    // No more at once than there are connections: others wait for one, and on a busy machine too long.
    while (ids.length < 300) ids.push(...(await Promise.all(Array.from({ length: 20 }, anEvent))));
    const sealed = await Promise.all(Array.from({ length: 8 }, () => sealEvents(test.db, signer(), now)));
    expect(sealed.reduce((sum, count) => sum + count, 0)).toBe(300);
    const head = await logHead(test.db);
    const opened = await openCheckpoint(head?.note ?? '', [key]);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(opened.value.size).toBe(300);
    expect(await treeRoot(300, nodesFromTiles(300, tilesIn(test.db)))).toEqual(opened.value.root);
    const leaves = await test.db.logLeaf.findMany({ orderBy: { index: 'asc' } });
    expect(leaves.map(({ index }) => Number(index))).toEqual(Array.from({ length: 300 }, (_, at) => at));
    expect(new Set(leaves.map(({ eventId }) => eventId))).toEqual(new Set(ids));
    expect(await test.db.logPending.count()).toBe(0);
  });

  it('gives bundles and tiles at the width asked for, and none beyond the end', async () => {
    const bundle = await logTile(test.db, { level: 'entries', index: 1, width: 44 });
    expect(entriesOf(bundle ?? new Uint8Array())).toHaveLength(44);
    expect(await logTile(test.db, { level: 0, index: 0, width: 256 })).toHaveLength(8192);
    expect(await logTile(test.db, { level: 0, index: 1, width: 44 })).toHaveLength(44 * 32);
    expect(await logTile(test.db, { level: 'entries', index: 1, width: 45 })).toBeNull();
    expect(await logTile(test.db, { level: 0, index: 1, width: 45 })).toBeNull();
    expect(await logTile(test.db, { level: 3, index: 0, width: 1 })).toBeNull();
  });

  it('lets a visitor check events, sees one that was changed, and counts one that waits', async () => {
    const sealedId = (await test.db.logLeaf.findFirstOrThrow({ where: { index: 17n } })).eventId;
    const waitingId = await anEvent();
    const { shown, proofs, logKeys, waiting } = await proofOf([sealedId, waitingId]);
    expect(waiting).toBe(1);
    expect(await check({ events: shown, proofs, logKeys })).toMatchObject({ whole: true });
    const changed = shown.map(({ index, event }) => ({
      index,
      event: { ...(event as object), eventTime: '2026-06-13T00:10:00.000Z' },
    }));
    expect(await check({ events: changed, proofs, logKeys })).toMatchObject({
      whole: false,
      faults: [{ code: 'event_changed', index: 17 }],
    });
  });

  it('shows a visitor who saw an older head that the log only grew', async () => {
    const before = await logHead(test.db);
    await sealEvents(test.db, signer(), now);
    const last = await test.db.logLeaf.findFirstOrThrow({ orderBy: { index: 'desc' } });
    const { shown, proofs, logKeys } = await proofOf([last.eventId]);
    const checked = await check({ events: shown, proofs, logKeys, kept: before?.note ?? '' });
    expect(checked).toMatchObject({ whole: true, checked: { kept: 'not_compared', head: { size: 301 } } });
  });

  it('knows a head that another key signed', async () => {
    const other = await newSignerKey(key.name, 'note', random);
    expect(await foreignHead(test.db, [key])).toBeNull();
    expect(await foreignHead(test.db, [other])).toEqual({ code: 'signed_by_another_key', size: 301 });
    expect(await foreignHead(test.db, [other, key])).toBeNull();
  });

  it('asks a witness once for each head and goes on without one that is away', async () => {
    const witness = await newSignerKey('witness.example', 'cosignature', random);
    const away = () => Promise.reject(new Error('no route'));
    const answers = await askWitnesses(test.db, [{ key: witness, prefix: 'https://w.invalid' }], away);
    expect(answers).toEqual([{ witness: 'witness.example', answer: { kind: 'unreachable' } }]);
    expect(await test.db.logCosignature.count()).toBe(0);
  });
});

describe('the database', () => {
  it.each([
    ['UPDATE "log_leaf" SET "entry" = \'x\' WHERE "index" = 3', 'append_only'],
    ['DELETE FROM "log_leaf" WHERE "index" = 300', 'append_only'],
    ['UPDATE "log_checkpoint" SET "note" = \'x\'', 'append_only'],
    ['DELETE FROM "log_checkpoint"', 'append_only'],
    ['DELETE FROM "log_tile"', 'append_only'],
    ['TRUNCATE "log_tile"', 'append_only'],
    ['UPDATE "log_tile" SET "bytes" = set_byte("bytes", 5, 7) WHERE "level" = 0', 'tile_only_grows'],
    ['UPDATE "log_tile" SET "bytes" = substring("bytes" FROM 1 FOR 32)', 'tile_only_grows'],
    [
      'INSERT INTO "log_checkpoint" ("size", "note", "at") VALUES (299, \'x\', now())',
      'checkpoint_heads_the_log',
    ],
    [
      'INSERT INTO "log_checkpoint" ("size", "note", "at") VALUES (999, \'x\', now())',
      'checkpoint_heads_the_log',
    ],
  ])('refuses %s', async (sql, constraint) => {
    await expect(test.db.$executeRawUnsafe(sql)).rejects.toThrow(constraint);
  });

  it('lets no event out of the waiting room but into the log', async () => {
    const id = await anEvent();
    await expect(test.db.$executeRaw`DELETE FROM "log_pending" WHERE "eventId" = ${id}`).rejects.toThrow(
      'pending_goes_into_log',
    );
    expect(await sealEvents(test.db, signer(), now)).toBe(1);
  });
});
