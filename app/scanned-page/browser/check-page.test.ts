import { randomBytes } from 'node:crypto';
import {
  appendEntries,
  canonical,
  diaryDigest,
  formatCheckpoint,
  formatNote,
  formatVerifierKey,
  type JsonObject,
  newSignerKey,
  prove,
  type ReadTile,
  type SealedDiaryEntry,
  type SignerKey,
  saltLeaf,
  signNote,
  tilePath,
} from '@baunghe/proof';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { KeptHead, PageFault, ProofData } from '../proof-data';
import { checkPage } from './check-page';

const LOT = 'https://id.gs1.org/01/99521234001006/10/K7M2QXWD';
const BOX = '/01/09521234002000/10/K7M2QXWD/21/B3F7HJ9KQ001';

const harvest = (changes: object = {}) => ({
  type: 'ObjectEvent',
  bizStep: 'commissioning',
  quantityList: [{ epcClass: LOT, quantity: 60, uom: 'KGM' }],
  ilmd: { 'cbvmda:lotNumber': 'K7M2QXWD', 'cbvmda:harvestEndDate': '2026-06-07' },
  ...changes,
});
const packing = (serial = 'B3F7HJ9KQ001') => ({
  type: 'TransformationEvent',
  bizStep: 'packing',
  inputQuantityList: [{ epcClass: LOT, quantity: 10.2, uom: 'KGM' }],
  outputEPCList: [`https://id.gs1.org/01/09521234002000/21/${serial}`],
});
const other = (number: number) => ({ type: 'ObjectEvent', bizStep: 'inspecting', number });

let key: SignerKey;
beforeAll(async () => {
  key = await newSignerKey('shop.example/log', 'note', randomBytes);
});

/** A log of these events, and what a server gives out of it. */
async function aLog(events: readonly object[], signers: readonly SignerKey[] = [key]) {
  const tiles = new Map<string, Uint8Array>();
  const entries = events.map((event) => {
    const text = canonical(event);
    if (!text.ok) throw new Error(text.error.code);
    return new TextEncoder().encode(text.value);
  });
  const readTile: ReadTile = async (tile) => tiles.get(tilePath(tile)) as Uint8Array;
  const { size, root, tiles: grown } = await appendEntries(0, entries, readTile);
  for (const { tile, bytes } of grown) tiles.set(tilePath(tile), bytes);
  const text = formatCheckpoint({ origin: key.name, size, root, extensions: [] });
  const checkpoint = formatNote({
    text,
    signatures: await Promise.all(signers.map((signer) => signNote(text, signer, SEEN_AT))),
  });
  const fetchBytes = async (path: string) =>
    path === 'checkpoint' ? new TextEncoder().encode(checkpoint) : (tiles.get(path) ?? null);
  return { checkpoint, size, readTile, fetchBytes };
}

type Log = Awaited<ReturnType<typeof aLog>>;

async function aPage(
  log: Log,
  events: ProofData['events'],
  changes: Partial<ProofData> = {},
): Promise<ProofData> {
  const { checkpoint, size, readTile } = log;
  const indexes = events.map(({ index }) => index);
  return {
    logKeys: [formatVerifierKey(key)],
    witnessKeys: [],
    proofs: await prove({ checkpoint, size, indexes, readTile }),
    events,
    waiting: 0,
    shown: { cutOn: '2026-06-07', batch: 'K7M2QXWD', grams: 10_200, diary: [] },
    words: {} as ProofData['words'],
    ...changes,
  };
}

const EVENTS = [other(0), harvest(), other(2), packing(), other(4)];
/** When a witness cosigned. */
const SEEN_AT = 1_780_000_000;
const OF_BOX = [
  { index: 1, event: harvest() },
  { index: 3, event: packing() },
];

async function faultsOf(
  page: ProofData,
  log: Log,
  seen: { kept?: KeptHead | null; path?: string } = {},
): Promise<PageFault['code'][]> {
  const { kept = null, path = BOX } = seen;
  const { faults, keep } = await checkPage(page, { path, kept, fetchBytes: log.fetchBytes });
  expect(keep === null).toBe(faults.length > 0);
  return faults.map(({ code }) => code);
}

const keptOf = (log: Log): KeptHead => ({
  logKeys: [formatVerifierKey(key)],
  checkpoint: log.checkpoint,
});

describe('a box whose page and log are whole', () => {
  it('holds, on a first visit and on the next, and its head is kept', async () => {
    const log = await aLog(EVENTS);
    const page = await aPage(log, OF_BOX);
    expect(await faultsOf(page, log)).toEqual([]);
    expect(await faultsOf(page, log, { kept: keptOf(log) })).toEqual([]);
    expect(await faultsOf(page, log, { path: '/en/01/09521234002000/21/B3F7HJ9KQ001' })).toEqual([]);
  });

  it('holds when the log has only grown since the last visit', async () => {
    const before = await aLog(EVENTS.slice(0, 4));
    const log = await aLog(EVENTS);
    const found = await checkPage(await aPage(log, OF_BOX), {
      path: BOX,
      kept: keptOf(before),
      fetchBytes: log.fetchBytes,
    });
    expect(found).toMatchObject({
      faults: [],
      checked: { kept: 'grown' },
      keep: { checkpoint: log.checkpoint },
    });
  });

  it('holds when the browser kept an old page but the log goes on', async () => {
    const old = await aLog(EVENTS.slice(0, 4));
    const log = await aLog(EVENTS);
    expect(await faultsOf(await aPage(old, OF_BOX), log, { kept: keptOf(log) })).toEqual([]);
  });

  it('holds while an old key and a new one both sign, and then with the new one alone', async () => {
    const newer = await newSignerKey(key.name, 'note', randomBytes);
    const both = await aLog(EVENTS.slice(0, 4), [newer, key]);
    const bothKeys = [newer, key].map(formatVerifierKey);
    const first = await checkPage(await aPage(both, OF_BOX, { logKeys: bothKeys }), {
      path: BOX,
      kept: keptOf(await aLog(EVENTS.slice(0, 4))),
      fetchBytes: both.fetchBytes,
    });
    expect(first.keep).toEqual({ logKeys: bothKeys, checkpoint: both.checkpoint });
    const log = await aLog(EVENTS, [newer]);
    const page = await aPage(log, OF_BOX, { logKeys: [formatVerifierKey(newer)] });
    expect(await faultsOf(page, log, { kept: first.keep })).toEqual([]);
  });

  it('names the witnesses whose keys it knows, and condemns a head with a false one', async () => {
    const witness = await newSignerKey('witness.example', 'cosignature', randomBytes);
    const log = await aLog(EVENTS, [key, witness]);
    const page = await aPage(log, OF_BOX, { witnessKeys: [formatVerifierKey(witness)] });
    const { checked } = await checkPage(page, { path: BOX, kept: null, fetchBytes: log.fetchBytes });
    expect(checked.witnesses).toEqual([{ name: 'witness.example', time: SEEN_AT }]);
    const line = log.checkpoint.split('\n').find((each) => each.startsWith('— witness.example')) ?? '';
    const changed = line.slice(0, -6) + (line.at(-6) === 'A' ? 'B' : 'A') + line.slice(-5);
    const false_ = { ...page.proofs, checkpoint: log.checkpoint.replace(line, changed) };
    expect(await faultsOf({ ...page, proofs: false_ }, log)).toEqual(['wrong_signature']);
  });

  it('holds offline, without being compared with what was seen', async () => {
    const before = await aLog(EVENTS.slice(0, 4));
    const log = await aLog(EVENTS);
    const found = await checkPage(await aPage(log, OF_BOX), {
      path: BOX,
      kept: keptOf(before),
      fetchBytes: () => Promise.reject(new Error('offline')),
    });
    expect(found).toMatchObject({ faults: [], checked: { kept: 'not_compared' } });
  });
});

describe('tampering', () => {
  it('with one byte of an event is told', async () => {
    const log = await aLog(EVENTS);
    const changed = harvest({
      ilmd: { 'cbvmda:lotNumber': 'K7M2QXWD', 'cbvmda:harvestEndDate': '2026-06-08' },
    });
    const page = await aPage(log, [{ index: 1, event: changed }, ...OF_BOX.slice(1)]);
    expect(await faultsOf(page, log)).toContain('event_changed');
  });

  it('with the order of events is told', async () => {
    const log = await aLog(EVENTS);
    const page = await aPage(log, [
      { index: 3, event: harvest() },
      { index: 1, event: packing() },
    ]);
    expect(await faultsOf(page, log)).toEqual(['event_moved', 'event_moved']);
  });

  it('by leaving out what came last is told to whoever saw it', async () => {
    const log = await aLog(EVENTS);
    const short = await aLog(EVENTS.slice(0, 4));
    expect(await faultsOf(await aPage(short, OF_BOX), short, { kept: keptOf(log) })).toEqual([
      'older_than_kept',
    ]);
  });

  it('by a second version of the log is told to whoever saw the first', async () => {
    const first = await aLog([other(9), ...EVENTS.slice(1)]);
    const second = await aLog([...EVENTS, other(5)]);
    expect(await faultsOf(await aPage(second, OF_BOX), second, { kept: keptOf(first) })).toEqual([
      expect.stringMatching(/^(fork|growth_not_shown)$/),
    ]);
  });

  it('by signing with another key is told, on a first visit and later', async () => {
    const log = await aLog(EVENTS);
    const page = await aPage(log, OF_BOX);
    const forger = await newSignerKey(key.name, 'note', randomBytes);
    const forged = { ...page, logKeys: [formatVerifierKey(forger)] };
    expect(await faultsOf(forged, log)).toEqual(['no_known_signature']);
    const kept = { ...keptOf(log), logKeys: [formatVerifierKey(forger)] };
    expect(await faultsOf(page, log, { kept })).toEqual(['key_changed']);
  });

  it('by naming another key beside the known one, and signing with that alone', async () => {
    const forger = await newSignerKey(key.name, 'note', randomBytes);
    const [before, log] = [await aLog(EVENTS.slice(0, 4)), await aLog(EVENTS, [forger])];
    const page = await aPage(log, OF_BOX, { logKeys: [forger, key].map(formatVerifierKey) });
    expect(await faultsOf(page, log, { kept: keptOf(before) })).toEqual(['no_known_signature']);
  });

  it('by putting the proof of another box on a page is told', async () => {
    const log = await aLog(EVENTS);
    const page = await aPage(log, OF_BOX);
    expect(await faultsOf(page, log, { path: BOX.replace('B3F7HJ9KQ001', 'B3F7HJ9KQ002') })).toEqual([
      'other_fruit',
    ]);
    expect(await faultsOf(page, log, { path: BOX.replace('K7M2QXWD', 'K7M2QXWE') })).toEqual(['other_fruit']);
  });

  it.each([
    [{ cutOn: '2026-06-09' }, 'cutOn'],
    [{ batch: 'K7M2QXWE' }, 'batch'],
    [{ grams: 12_000 }, 'grams'],
  ])('with what the page says, %o, and not with the events, is told', async (changes, fact) => {
    const log = await aLog(EVENTS);
    const page = await aPage(log, OF_BOX);
    const shown = { ...page.shown, ...changes };
    const { faults } = await checkPage(
      { ...page, shown },
      { path: BOX, kept: null, fetchBytes: log.fetchBytes },
    );
    expect(faults).toEqual([{ code: 'page_differs', fact }]);
  });
});

describe('events that name boxes by salted hashes', () => {
  const epcOf = (serial: string) => `https://id.gs1.org/01/09521234002000/21/${serial}`;
  const [own, neighbour] = ['B3F7HJ9KQ001', 'B3F7HJ9KQ002'].map(epcOf) as [string, string];
  const leafOf = (event: JsonObject, hidden: string[]) => {
    const salted = saltLeaf(event, hidden, (count) => randomBytes(count));
    if (!salted.ok) throw new Error(salted.error.code);
    return { event: JSON.parse(salted.value.leaf) as object, disclosures: salted.value.disclosures };
  };
  const packed = leafOf(packing(), ['/outputEPCList/0']);
  const packedNeighbour = leafOf(packing('B3F7HJ9KQ002'), ['/outputEPCList/0']);
  const shipping = {
    type: 'ObjectEvent',
    bizStep: 'shipping',
    epcList: ['https://id.gs1.org/00/0', own, neighbour],
  };
  const shipped = leafOf(shipping, ['/epcList/1', '/epcList/2']);
  const ofOwn = shipped.disclosures.slice(0, 1);
  const shown = (changes: { packed?: string[]; shipped?: string[] } = {}) => [
    { index: 1, event: harvest() },
    { index: 3, event: packed.event, disclosures: changes.packed ?? packed.disclosures },
    { index: 4, event: shipped.event, disclosures: changes.shipped ?? ofOwn },
  ];
  const hiding = () => aLog([other(0), harvest(), packedNeighbour.event, packed.event, shipped.event]);
  const faults = async (events: ProofData['events'], path = BOX) => {
    const log = await hiding();
    return faultsOf(await aPage(log, events), log, { path });
  };

  it('hold with the disclosures of the box that the address names', async () => {
    expect(await faults(shown())).toEqual([]);
  });

  it('are those of another box at another address', async () => {
    expect(await faults(shown(), BOX.replace('KQ001', 'KQ002'))).toEqual(['other_fruit']);
  });

  it.each<[string, { packed?: string[]; shipped?: string[] }, PageFault['code'][]]>([
    ['another box disclosed beside it', { shipped: shipped.disclosures }, ['other_fruit']],
    ['another box disclosed in its place', { shipped: shipped.disclosures.slice(1) }, ['other_fruit']],
    ['nothing disclosed of a shipment', { shipped: [] }, ['other_fruit']],
    ['nothing disclosed of the packing', { packed: [] }, ['other_fruit']],
    ['the disclosure of another event', { packed: packedNeighbour.disclosures }, ['wrong_disclosure']],
    [
      'its own number under another salt',
      { packed: leafOf(packing(), ['/outputEPCList/0']).disclosures },
      ['wrong_disclosure'],
    ],
  ])('do not hold with %s', async (_, changes, expected) => {
    expect(await faults(shown(changes))).toEqual(expected);
  });

  it('do not hold when the proof of the packing is the neighbour’s', async () => {
    const [first, , last] = shown();
    const events = [first, { index: 2, ...packedNeighbour }, last] as ProofData['events'];
    expect(await faults(events)).toEqual(['other_fruit']);
  });

  it('hold beside events of before, which name all their boxes', async () => {
    const log = await aLog([other(0), harvest(), shipping, packing()]);
    const events = [...OF_BOX, { index: 2, event: shipping }];
    expect(await faultsOf(await aPage(log, events), log)).toEqual([]);
    const elsewhere = BOX.replace('KQ001', 'KQ009');
    expect(await faultsOf(await aPage(log, events), log, { path: elsewhere })).toEqual(['other_fruit']);
  });

  it('hold no more when any one letter of an event, a disclosure or a salt is another one', async () => {
    const log = await hiding();
    const page = await aPage(log, shown());
    const plain = JSON.stringify(page.events);
    await fc.assert(
      fc.asyncProperty(fc.nat(plain.length - 1), fc.constantFrom(...'abcXYZ0189-_'), async (at, sign) => {
        const changed = readJson(plain.slice(0, at) + sign + plain.slice(at + 1));
        fc.pre(plain[at] !== sign && changed !== undefined);
        const { faults: found } = await checkPage(
          { ...page, events: changed as ProofData['events'] },
          { path: BOX, kept: null, fetchBytes: log.fetchBytes },
        );
        expect(found).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

describe('the farm diary of the fruit', () => {
  const spray: SealedDiaryEntry = {
    id: 'dia_1',
    act: 'spray',
    doneOn: '2026-05-20',
    inputName: 'Thuốc thử A',
    activeIngredient: 'Azoxystrobin',
    dose: '20 ml/16 lít',
    reason: 'Thối trái',
    preHarvestDays: 7,
  };
  const water = { ...spray, id: 'dia_2', act: 'water', inputName: null, preHarvestDays: null };
  const sealed = harvest({ ilmd: { ...harvest().ilmd, 'baunghe:diaryDigest': diaryDigest([spray, water]) } });
  const of = async (diary: readonly SealedDiaryEntry[]) => {
    const log = await aLog([other(0), sealed, other(2), packing()]);
    const page = await aPage(log, [{ index: 1, event: sealed }, ...OF_BOX.slice(1)]);
    return faultsOf({ ...page, shown: { ...page.shown, diary } }, log);
  };

  it('holds as it was sealed, in whatever order', async () => {
    expect(await of([spray, water])).toEqual([]);
    expect(await of([water, spray])).toEqual([]);
  });

  it('is told when any letter of any entry is another one', async () => {
    const fields = Object.keys(spray) as (keyof SealedDiaryEntry)[];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...fields),
        fc.string({ minLength: 1, maxLength: 9 }),
        async (field, more) => {
          expect(await of([{ ...spray, [field]: `${spray[field]}${more}` }, water])).toEqual([
            'diary_changed',
          ]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is told when an act was left out, added or has no waiting time any more', async () => {
    expect(await of([water])).toEqual(['diary_changed']);
    expect(await of([spray, water, { ...water, id: 'dia_3' }])).toEqual(['diary_changed']);
    expect(await of([{ ...spray, preHarvestDays: 0 }, water])).toEqual(['diary_changed']);
  });

  it('is not judged where the harvest was sealed without it', async () => {
    const log = await aLog(EVENTS);
    const page = await aPage(log, OF_BOX);
    expect(await faultsOf({ ...page, shown: { ...page.shown, diary: [spray] } }, log)).toEqual([]);
  });
});
