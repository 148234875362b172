import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type Database, type Moment, thisMoment } from '@baunghe/db';
import { lotClassUri, plotLocationUri } from '@baunghe/gs1';
import {
  appendEntries,
  canonical,
  check,
  formatCheckpoint,
  formatNote,
  formatVerifierKey,
  newSignerKey,
  prove,
  type ReadTile,
  signNote,
} from '@baunghe/proof';
import { checkDocument, type JsonObject, keepDocument, recordHarvested, sealEvents } from '@baunghe/trace';
import { median, rounded } from './figures';

const SIZES = [1_000, 100_000, 1_000_000];
const AT_ONCE = 5_000;
const TIMES = 30;
const SEALED = 1_000;
const CAPTURED = 10_000;

/** How large a page's proof of four events gets as the log grows, and how long a browser's check of it takes here. */
export async function proofsOfGrowingLogs() {
  const key = await newSignerKey('bench.example/log', 'note', randomBytes);
  const tiles = new Map<string, Uint8Array>();
  const readTile: ReadTile = async ({ level, index, width }) => {
    const bytes = tiles.get(`${level}/${index}`) ?? new Uint8Array();
    return level === 'entries' ? bytes : bytes.subarray(0, width * 32);
  };
  const figures: Record<string, object> = {};
  for (let size = 0; size < (SIZES.at(-1) ?? 0); ) {
    const began = performance.now();
    const count = Math.min(AT_ONCE, (SIZES.find((next) => next > size) ?? size) - size);
    const entries = Array.from({ length: count }, (_, at) => entryAt(size + at));
    const grown = await appendEntries(size, entries, readTile);
    // Bundles are read only where they go on; a full one is of no use here.
    for (const { tile, bytes } of grown.tiles) tiles.set(`${tile.level}/${tile.index}`, bytes);
    for (const { tile } of grown.tiles)
      if (tile.level === 'entries' && tile.width === 256) tiles.delete(`entries/${tile.index}`);
    size = grown.size;
    const perSecond = count / ((performance.now() - began) / 1000);
    if (!SIZES.includes(size)) continue;
    const text = formatCheckpoint({ origin: key.name, size, root: grown.root, extensions: [] });
    const checkpoint = formatNote({ text, signatures: [await signNote(text, key)] });
    figures[`of${size}`] = {
      ...(await proofOf({ checkpoint, size, readTile }, formatVerifierKey(key))),
      hashedPerSecond: rounded(perSecond),
    };
  }
  return figures;
}

async function proofOf(
  { checkpoint, size, readTile }: { checkpoint: string; size: number; readTile: ReadTile },
  logKey: string,
) {
  const indexes = [1, 2, 3, 4].map((part) => Math.floor((size * part) / 5));
  const proofs = await prove({ checkpoint, size, indexes, readTile });
  const events = indexes.map((index) => ({ index, event: eventAt(index) }));
  const milliseconds: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const began = performance.now();
    const { whole } = await check({ events, proofs, logKeys: [logKey] });
    if (!whole) throw new Error('the proof does not hold');
    milliseconds.push(performance.now() - began);
  }
  const json = JSON.stringify(proofs);
  return {
    bytes: json.length,
    gzip: gzipSync(json, { level: 9 }).length,
    checkedInMs: rounded(median(milliseconds)),
  };
}

const eventAt = (number: number) => ({ type: 'ObjectEvent', number, lot: `L${number}` });

function entryAt(number: number): Uint8Array {
  const text = canonical(eventAt(number));
  if (!text.ok) throw new Error(text.error.code);
  return new TextEncoder().encode(text.value);
}

/** Events a second on their way into the log: recorded, as one transaction a thousand, and sealed. */
export async function logSpeed(database: Database) {
  const moment: Moment = thisMoment();
  const began = performance.now();
  for (let first = 0; first < SEALED; first += 1_000) {
    await database.$transaction(
      async (tx) => {
        for (let number = first; number < first + 1_000; number++) await harvest(tx, moment, number);
      },
      { timeout: 120_000 },
    );
  }
  const recorded = performance.now();
  const key = await newSignerKey('bench.example/log', 'note', randomBytes);
  const sealed = await sealEvents(database, { origin: key.name, keys: [key] }, thisMoment);
  const done = performance.now();
  return {
    recordedPerSecond: rounded(SEALED / ((recorded - began) / 1000)),
    sealedPerSecond: rounded(sealed / ((done - recorded) / 1000)),
    sealed,
  };
}

function harvest(tx: Parameters<typeof recordHarvested>[0], moment: Moment, number: number): Promise<string> {
  const batch = `BENCH${number}`;
  return recordHarvested(tx, moment, {
    harvestId: `har_bench_${number}`,
    lotId: `lot_bench_${number}`,
    lotClass: lotClassUri('99521234001006', batch),
    plotLocation: plotLocationUri('9521234000013', 'T01'),
    cutOn: new Date('2026-06-06'),
    bestBefore: new Date('2026-06-16'),
    grams: 240_500,
    batch,
    varietyCode: 'RI6',
    grade: 'A',
    plantingUnitCode: null,
  });
}

/** Seconds that one document of ten thousand events takes, checked, named by hash and kept; then the same once more. */
export async function captureSpeed(database: Database) {
  const eventList = Array.from({ length: CAPTURED }, (_, number) => othersEvent(number));
  const document: JsonObject = {
    '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
    type: 'EPCISDocument',
    schemaVersion: '2.0',
    creationDate: '2026-06-10T00:00:00Z',
    epcisBody: { eventList },
  };
  const seconds: number[] = [];
  for (let time = 0; time < 2; time++) {
    const began = performance.now();
    const checked = await checkDocument({ document, owner: 'bench', errorBehaviour: 'rollback' });
    if (!checked.ok) throw new Error(checked.error.detail);
    const kept = await database.$transaction((tx) => keepDocument(tx, thisMoment(), checked.value), {
      timeout: 120_000,
    });
    if (kept.written.length !== (time === 0 ? CAPTURED : 0)) throw new Error('not kept once');
    seconds.push(rounded((performance.now() - began) / 1000));
  }
  return { events: CAPTURED, seconds: seconds[0], secondsWhenSentAgain: seconds[1] };
}

function othersEvent(number: number): JsonObject {
  return {
    type: 'ObjectEvent',
    eventTime: '2026-06-09T08:00:00.000+07:00',
    eventTimeZoneOffset: '+07:00',
    action: 'OBSERVE',
    bizStep: 'receiving',
    disposition: 'in_progress',
    epcList: [`urn:epc:id:sgtin:9521234.000200.BENCH${number}`],
    readPoint: { id: 'urn:epc:id:sgln:9529999.00001.0' },
  };
}
