import { thisMoment } from '@baunghe/db';
import { type TestDatabase, testDatabase } from '@baunghe/db/testing';
import {
  appendEntries,
  type CheckInput,
  canonical,
  check,
  disclosureHash,
  entriesOf,
  formatCheckpoint,
  formatNote,
  formatVerifierKey,
  newSignerKey,
  readDisclosure,
  type SignerKey,
  signNote,
} from '@baunghe/proof';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TraceEventBody } from './event.ts';
import { logTile, proveEvents, recordHarvested, recordPacked, recordShipped, sealEvents } from './index.ts';
import { logEntry } from './log-entry.ts';
import { tilesIn } from './log-tiles.ts';
import { at, harvestedFruit, packedBox, shippedBoxes } from './trace.builders.ts';

const SERIALS = ['B3F7HJ9KQ001', 'B3F7HJ9KQ002', 'B3F7HJ9KQ003'];
const PHOTO = `ni:///sha-256;${'P'.repeat(43)}`;
const boxes = SERIALS.map((serial, number) =>
  packedBox({ boxId: `box_${number}`, serial, ...(number === 0 ? { photo: PHOTO } : {}) }),
);
const [first, second] = boxes.map(({ boxEpc }) => boxEpc) as [string, string];
const old = packedBox({ boxId: 'box_old', serial: 'B3F7HJ9KQ000' });
const { random } = thisMoment();

let test: TestDatabase;
let key: SignerKey;
/** The harvest, the packing of the first box, its loading and its shipping. */
let ofFirst: string[];
let oldId: string;

beforeAll(async () => {
  test = await testDatabase();
  key = await newSignerKey('log.example/trace', 'note', random);
  oldId = await recordPacked(test.db, at('2026-06-01T02:00:00Z'), old);
  await sealAsBefore(oldId);
  await recordHarvested(test.db, at('2026-06-06T03:10:00Z'), harvestedFruit());
  for (const box of boxes) await recordPacked(test.db, at('2026-06-07T02:00:00Z'), box);
  await recordShipped(test.db, at('2026-06-07T09:00:00Z'), shippedBoxes(boxes));
  await sealEvents(test.db, { origin: key.name, keys: [key] }, thisMoment);
  const about = [
    { subject: 'harvest', subjectId: 'har_1' },
    { subject: 'box', subjectId: 'box_0' },
  ] as const;
  const found = await test.db.traceAbout.findMany({ where: { OR: [...about] } });
  ofFirst = found.map(({ eventId }) => eventId);
});
afterAll(() => test.close());

/** Seals an event as it was done before leaves hid anything. */
async function sealAsBefore(id: string): Promise<void> {
  const { body, recordedAt } = await test.db.traceEvent.findUniqueOrThrow({ where: { id } });
  const text = canonical({ ...(body as object), recordTime: recordedAt.toISOString() });
  const entry = new Uint8Array(Buffer.from(text.ok ? text.value : ''));
  const { size, root, tiles } = await appendEntries(0, [entry], tilesIn(test.db));
  const note = formatCheckpoint({ origin: key.name, size, root, extensions: [] });
  const signed = formatNote({ text: note, signatures: [await signNote(note, key)] });
  await test.db.$executeRaw`ALTER TABLE "log_leaf" DISABLE TRIGGER "leaf_names_no_box"`;
  await test.db.$transaction(async (tx) => {
    await tx.logLeaf.create({ data: { index: 0n, eventId: id, entry } });
    const bytes = tiles.find(({ tile }) => tile.level === 0)?.bytes ?? new Uint8Array();
    await tx.logTile.create({ data: { level: 0, index: 0n, bytes: new Uint8Array(bytes) } });
    await tx.logPending.delete({ where: { eventId: id } });
    await tx.logCheckpoint.create({ data: { size: 1n, note: signed, at: recordedAt } });
  });
  await test.db.$executeRaw`ALTER TABLE "log_leaf" ENABLE TRIGGER "leaf_names_no_box"`;
}

/** What the page of a box would carry of these events. */
async function pageOf(ids: readonly string[], epc: string | null): Promise<CheckInput> {
  const proof = await proveEvents(test.db, ids, epc);
  if (!proof) throw new Error('nothing sealed');
  const events = proof.events.map(({ index, entry, disclosures }) => {
    return { index, event: JSON.parse(entry) as unknown, disclosures };
  });
  return { events, proofs: proof.proofs, logKeys: [formatVerifierKey(key)] };
}

const disclosedOn = (page: CheckInput) =>
  page.events.flatMap(({ disclosures = [] }) => disclosures.map((each) => readDisclosure(each)?.value));

describe('a leaf of an event', () => {
  it('holds no serial number of a box and no photo, and all the rest', async () => {
    const leaves = await test.db.logLeaf.count();
    const bundle = await logTile(test.db, { level: 'entries', index: 0, width: leaves });
    const [, ...entries] = entriesOf(bundle ?? new Uint8Array()) ?? [];
    const text = entries.map((entry) => Buffer.from(entry).toString()).join('\n');
    for (const secret of [...SERIALS, PHOTO, '/21/']) expect(text).not.toContain(secret);
    expect(text).toContain('"parentID":"https://id.gs1.org/00/095212340000000010"');
    expect(text.match(/\{"\.\.\.":"/g)).toHaveLength(3 + 3 + 3);
    expect(text.match(/"_sd":\[/g)).toHaveLength(1);
  });

  it('hides what it hides in whatever place it stands, under 128 random bits each', () => {
    const asked: number[] = [];
    const body = { eventID: 'x', parentID: first, deep: [{ 'odd/~': second }, [first, 'urn:x']] };
    const { leaf, disclosures } = logEntry(
      { body: body as unknown as TraceEventBody, recordedAt: new Date(0) },
      (count) => {
        asked.push(count);
        return random(count);
      },
    );
    expect(leaf).not.toContain('B3F7');
    expect(disclosures.map((each) => readDisclosure(each)?.value)).toEqual([first, second, first]);
    expect(asked).toEqual([16, 16, 16]);
  });

  it('cannot be found by trying all serial numbers: another seal has other hashes', () => {
    const body = { eventID: 'x', epcList: [first] } as unknown as TraceEventBody;
    const leaves = [1, 2].map(() => logEntry({ body, recordedAt: new Date(0) }, random).leaf);
    expect(leaves[0]).not.toBe(leaves[1]);
  });
});

describe('the page of a box', () => {
  it('holds, and discloses this box and its photo and no other box', async () => {
    const page = await pageOf(ofFirst, first);
    expect(await check(page)).toMatchObject({ whole: true });
    expect(disclosedOn(page).sort()).toEqual([first, first, first, PHOTO].sort());
    for (const serial of SERIALS.slice(1)) expect(JSON.stringify(page)).not.toContain(serial);
  });

  it('discloses nothing to who holds another box, or none', async () => {
    const events = await test.db.traceEvent.findMany({ where: { bizStep: 'packing', id: { in: ofFirst } } });
    const ids = events.map(({ id }) => id);
    expect(disclosedOn(await pageOf(ids, second))).toEqual([]);
    expect(disclosedOn(await pageOf(ofFirst, null))).toEqual([]);
  });

  it('holds for a box that was sealed before leaves hid anything', async () => {
    const page = await pageOf([oldId], old.boxEpc);
    expect(await check(page)).toMatchObject({ whole: true });
    expect(JSON.stringify(page.events)).toContain('B3F7HJ9KQ000');
  });

  it('holds no more when any one letter of an event, a salt or a disclosed value is another one', async () => {
    const page = await pageOf(ofFirst, first);
    const places = page.events.flatMap(({ disclosures = [] }, event) => [
      { event, disclosure: -1 },
      ...disclosures.map((_, disclosure) => ({ event, disclosure })),
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...places),
        fc.nat(),
        fc.constantFrom(...'aB7-"{'),
        async (place, where, sign) => {
          const shown = page.events[place.event];
          const { disclosures = [] } = shown ?? {};
          const before =
            place.disclosure < 0 ? JSON.stringify(shown?.event) : (disclosures[place.disclosure] ?? '');
          const cut = where % before.length;
          const after = before.slice(0, cut) + sign + before.slice(cut + 1);
          const event = place.disclosure < 0 ? readJson(after) : shown?.event;
          fc.pre(after !== before && event !== undefined && JSON.stringify(event) !== before);
          const changed = {
            index: shown?.index ?? 0,
            event,
            disclosures: place.disclosure < 0 ? disclosures : disclosures.with(place.disclosure, after),
          };
          const said = await check({ ...page, events: page.events.with(place.event, changed) });
          expect(said).toMatchObject({
            whole: false,
            faults: [
              { code: place.disclosure < 0 ? 'event_changed' : 'wrong_disclosure', index: changed.index },
            ],
          });
        },
      ),
    );
  });

  it('holds no more with the disclosure of another box, or one under another salt', async () => {
    const page = await pageOf(ofFirst, first);
    const theirs = await test.db.logDisclosure.findMany({ where: { index: 3n } });
    const [their = ''] = theirs.map(({ disclosure }) => disclosure);
    expect(readDisclosure(their)?.value).toBe(second);
    const salted = logEntry(
      { body: { eventID: 'x', epcList: [first] } as unknown as TraceEventBody, recordedAt: new Date(0) },
      random,
    ).disclosures;
    for (const disclosures of [[their], salted]) {
      const [harvest, packing, ...rest] = page.events;
      const events = [harvest, { ...packing, disclosures }, ...rest] as CheckInput['events'];
      expect(await check({ ...page, events })).toMatchObject({
        whole: false,
        faults: [{ code: 'wrong_disclosure', index: packing?.index }],
      });
    }
  });
});

describe('the database', () => {
  it('takes no leaf that names a box', async () => {
    const entry = Buffer.from(`{"epcList":["${first}"]}`);
    await expect(
      test.db
        .$executeRaw`INSERT INTO "log_leaf" ("index", "eventId", "entry") VALUES (99, ${oldId}, ${entry})`,
    ).rejects.toThrow('leaf_names_no_box');
  });

  it('keeps only disclosures of their own leaf, as they are, and lets them be erased', async () => {
    const [one] = await test.db.logDisclosure.findMany({ where: { index: 2n } });
    const disclosure = one?.disclosure ?? '';
    const entry = (await test.db.logLeaf.findUniqueOrThrow({ where: { index: 2n } })).entry;
    expect(Buffer.from(entry).toString()).toContain(disclosureHash(disclosure));
    await expect(test.db.logDisclosure.create({ data: { index: 3n, disclosure } })).rejects.toThrow(
      'disclosure_is_of_leaf',
    );
    await expect(
      test.db.$executeRaw`UPDATE "log_disclosure" SET "disclosure" = 'x' WHERE "index" = 2`,
    ).rejects.toThrow('append_only');
    const packing = await test.db.logLeaf.findUniqueOrThrow({ where: { index: 2n } });
    await test.db.logDisclosure.deleteMany({ where: { index: 2n } });
    const page = await pageOf([packing.eventId], first);
    expect(disclosedOn(page)).toEqual([]);
    expect(await check(page)).toMatchObject({ whole: true });
  });
});

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
