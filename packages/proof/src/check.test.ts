import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { appendEntries } from './append.ts';
import { utf8 } from './bytes.ts';
import type { JsonObject } from './canonical.ts';
import { type CheckInput, check } from './check.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { formatNote, parseNote, signNote } from './note.ts';
import { formatVerifierKey } from './note-key.ts';
import { checkpointOf, logOf, ORIGIN, signerOf } from './proof.builders.ts';
import { type Proofs, prove } from './prove.ts';
import { saltLeaf } from './salted-leaf.ts';

/** The way of one box, at three places among `size` events. */
const BOX = [3, 4, 250];
const SIZE = 300;
const WITNESSES = ['a.witness.example', 'b.witness.example'];

interface Log {
  leaves: string[];
  checkpoint: string;
  readTile: Awaited<ReturnType<typeof logOf>>['store']['read'];
}

const eventAt = (index: number): JsonObject => ({
  eventID: `urn:example:${index}`,
  bizStep: 'packing',
  weight: index / 8,
});

async function logOfLeaves(leaves: string[], witnesses: string[] = []): Promise<Log> {
  const log = await logOf(leaves.map(utf8));
  const note = parseNote(await checkpointOf(log));
  if (!note) throw new Error('not a note');
  for (const name of witnesses)
    note.signatures.push(await signNote(note.text, await signerOf(name, 'cosignature'), 1_760_000_000));
  return { leaves, checkpoint: formatNote(note), readTile: log.store.read };
}

const fruit = Array.from({ length: SIZE }, (_, index) =>
  JSON.stringify({ bizStep: 'packing', eventID: `urn:example:${index}`, weight: index / 8 }),
);
const sizeOf = (log: Log) => log.leaves.length;
const proofsOf = (log: Log, since?: number) =>
  prove({ checkpoint: log.checkpoint, size: sizeOf(log), indexes: BOX, since, readTile: log.readTile });

/** A page that shows the box as the log has it. */
async function pageOf(log: Log, since?: number): Promise<CheckInput & { proofs: Proofs }> {
  return {
    events: BOX.map((index) => ({ index, event: eventAt(index) })),
    proofs: await proofsOf(log, since),
    logKeys: [formatVerifierKey(await signerOf(ORIGIN))],
  };
}

const faultsOf = async (input: CheckInput) => {
  const said = await check(input);
  return said.whole ? [] : said.faults;
};

afterEach(() => vi.unstubAllGlobals());

describe('an honest page', () => {
  it('is whole, and says what was checked', async () => {
    const log = await logOfLeaves(fruit, WITNESSES);
    const page = await pageOf(log);
    const witnessKeys = await Promise.all(
      WITNESSES.map(async (name) => formatVerifierKey(await signerOf(name, 'cosignature'))),
    );
    const said = await check({ ...page, witnessKeys, witnessesWanted: 2 });
    expect(said).toMatchObject({
      whole: true,
      checked: { head: { origin: ORIGIN, size: SIZE }, signedBy: [ORIGIN], events: BOX, kept: 'none_kept' },
    });
    expect(said.checked.witnesses).toEqual(WITNESSES.map((name) => ({ name, time: 1_760_000_000 })));
  });

  it('may come as JSON', async () => {
    const page = await pageOf(await logOfLeaves(fruit), 100);
    expect((await check(JSON.parse(JSON.stringify(page)))).whole).toBe(true);
  });

  it('may show less than all: what is personal may be erased', async () => {
    const salted = saltLeaf(
      { ...eventAt(4), grower: 'Example Grower' },
      ['/grower'],
      (count) => new Uint8Array(count),
    );
    if (!salted.ok) throw new Error(salted.error.code);
    const { leaf, disclosures } = salted.value;
    const page = await pageOf(await logOfLeaves(fruit.with(4, leaf)));
    const showing = (shown: string[]) => ({
      ...page,
      events: page.events.with(1, { index: 4, event: JSON.parse(leaf), disclosures: shown }),
    });
    expect(await faultsOf(showing(disclosures))).toEqual([]);
    expect(await faultsOf(showing([]))).toEqual([]);
    const forged = saltLeaf({ grower: 'Another Grower' }, ['/grower'], (count) => new Uint8Array(count));
    if (!forged.ok) throw new Error(forged.error.code);
    expect(await faultsOf(showing(forged.value.disclosures))).toEqual([
      { code: 'wrong_disclosure', index: 4 },
    ]);
  });

  it('is compared with the checkpoint that the reader kept', async () => {
    const before = await logOfLeaves(fruit.slice(0, 100));
    const log = await logOfLeaves(fruit);
    const kept = (how: string) => ({ whole: true, checked: { kept: how } });
    expect(await check({ ...(await pageOf(log, 100)), kept: before.checkpoint })).toMatchObject(
      kept('grown'),
    );
    expect(await check({ ...(await pageOf(log)), kept: before.checkpoint })).toMatchObject(
      kept('not_compared'),
    );
    expect(await check({ ...(await pageOf(log, 99)), kept: before.checkpoint })).toMatchObject(
      kept('not_compared'),
    );
    expect(await check({ ...(await pageOf(log)), kept: log.checkpoint })).toMatchObject(kept('same'));
    const empty = await logOfLeaves([]);
    expect(await check({ ...(await pageOf(log)), kept: empty.checkpoint })).toMatchObject(kept('grown'));
  });
});

describe('a page that was tampered with', () => {
  it('by one sign of an event names the event', async () => {
    const log = await logOfLeaves(fruit);
    const page = await pageOf(log);
    for (const [place, index] of BOX.entries()) {
      const event = { ...eventAt(index), weight: index / 8 + 0.001 };
      const events = page.events.with(place, { index, event });
      const said = await check({ ...page, events });
      expect(said).toMatchObject({ whole: false, faults: [{ code: 'event_changed', index }] });
      expect(said.checked.events).toEqual(BOX.filter((each) => each !== index));
    }
    const events = page.events.with(0, { index: 3, event: { ...eventAt(3), weight: Number.NaN } });
    expect(await faultsOf({ ...page, events })).toEqual([{ code: 'event_changed', index: 3 }]);
  });

  it('by changing any byte of a leaf, never passes', async () => {
    const page = await pageOf(await logOfLeaves(fruit));
    const leaf = fruit[250] as string;
    await fc.assert(
      fc.asyncProperty(fc.nat(leaf.length - 1), fc.constantFrom(...'019abcz"{}'), async (at, sign) => {
        const changed = readJson(leaf.slice(0, at) + sign + leaf.slice(at + 1));
        fc.pre(changed !== undefined && JSON.stringify(changed) !== leaf);
        const events = page.events.with(2, { index: 250, event: changed });
        expect(await faultsOf({ ...page, events })).toEqual([{ code: 'event_changed', index: 250 }]);
      }),
    );
  });

  it('by swapping events says where each belongs', async () => {
    const page = await pageOf(await logOfLeaves(fruit));
    const events = [
      { index: 3, event: eventAt(4) },
      { index: 4, event: eventAt(3) },
      { index: 250, event: eventAt(250) },
    ];
    expect(await faultsOf({ ...page, events })).toEqual([
      { code: 'event_moved', index: 3, belongsAt: 4 },
      { code: 'event_moved', index: 4, belongsAt: 3 },
    ]);
  });

  it('in its proof names the proof', async () => {
    const page = await pageOf(await logOfLeaves(fruit));
    const withProof = (change: (proof: Proofs['events'][number]) => Proofs['events'][number]) => ({
      ...page,
      proofs: {
        ...page.proofs,
        events: page.proofs.events.map((each) => (each.index === 4 ? change(each) : each)),
      },
    });
    const wrong = [{ code: 'wrong_proof', index: 4 }];
    const [sibling = ''] = page.proofs.events[0]?.path ?? [];
    expect(await faultsOf(withProof((proof) => ({ ...proof, path: proof.path.with(2, sibling) })))).toEqual(
      wrong,
    );
    expect(await faultsOf(withProof((proof) => ({ ...proof, path: proof.path.slice(1) })))).toEqual(wrong);
    expect(await faultsOf(withProof((proof) => ({ ...proof, path: ['?'] })))).toEqual(wrong);
    expect(await faultsOf(withProof((proof) => ({ ...proof, index: 5 })))).toEqual([
      { code: 'no_proof', index: 4 },
    ]);
  });

  it('in its checkpoint names the signature', async () => {
    const log = await logOfLeaves(fruit);
    const page = await pageOf(log);
    const head = parseCheckpoint(parseNote(log.checkpoint)?.text ?? '');
    if (!head) throw new Error('not a checkpoint');
    const says = async (checkpoint: string) => faultsOf({ ...page, proofs: { ...page.proofs, checkpoint } });
    expect(await says(log.checkpoint.replace('\n300\n', '\n301\n'))).toEqual([
      { code: 'wrong_signature', name: ORIGIN, of: 'page' },
    ]);
    expect(await says(await checkpointOf(head, ORIGIN, 'forger.example'))).toEqual([
      { code: 'no_known_signature', of: 'page' },
    ]);
    expect(await says('')).toEqual([{ code: 'malformed_note', of: 'page' }]);
    const forger = formatVerifierKey(await signerOf('forger.example'));
    const checkpoint = await checkpointOf(head, ORIGIN, 'forger.example');
    expect(await faultsOf({ ...page, logKeys: [forger], proofs: { ...page.proofs, checkpoint } })).toEqual([
      { code: 'foreign_origin', origin: ORIGIN, of: 'page' },
    ]);
  });

  it('by a log that was forked after the reader saw it', async () => {
    const before = await logOfLeaves(fruit.slice(0, 100));
    const forked = await logOfLeaves(fruit.with(50, '{"bizStep":"shipping"}'));
    expect(await faultsOf({ ...(await pageOf(forked, 100)), kept: before.checkpoint })).toEqual([
      { code: 'fork', keptSize: 100 },
    ]);
    const whole = await logOfLeaves(fruit);
    expect(await faultsOf({ ...(await pageOf(forked)), kept: whole.checkpoint })).toEqual([
      { code: 'fork', keptSize: SIZE },
    ]);
    const power = await logOfLeaves(fruit.slice(0, 64));
    expect(await faultsOf({ ...(await pageOf(forked, 64)), kept: power.checkpoint })).toEqual([
      { code: 'growth_not_shown', keptSize: 64 },
    ]);
  });

  it('by an old checkpoint, or by a log that lost its last leaf', async () => {
    const whole = await logOfLeaves(fruit);
    const shorter = await logOfLeaves(fruit.slice(0, -1));
    expect(await faultsOf({ ...(await pageOf(shorter)), kept: whole.checkpoint })).toEqual([
      { code: 'older_than_kept', size: SIZE - 1, keptSize: SIZE },
    ]);
    const old = await logOfLeaves(fruit.slice(0, 250));
    const page = await pageOf(whole);
    expect(await faultsOf({ ...page, proofs: { ...page.proofs, checkpoint: old.checkpoint } })).toEqual([
      { code: 'wrong_proof', index: 3 },
      { code: 'wrong_proof', index: 4 },
      { code: 'beyond_checkpoint', index: 250, size: 250 },
    ]);
  });

  it('by a proof of growth that proves nothing', async () => {
    const before = await logOfLeaves(fruit.slice(0, 100));
    const page = await pageOf(await logOfLeaves(fruit), 100);
    const path = page.proofs.since?.path ?? [];
    for (const wrong of [path.slice(1), ['?', ...path.slice(1)]]) {
      const proofs = { ...page.proofs, since: { size: 100, path: wrong } };
      expect(await faultsOf({ ...page, proofs, kept: before.checkpoint })).toEqual([
        { code: 'growth_not_shown', keptSize: 100 },
      ]);
    }
  });
});

describe('a reader', () => {
  it('that wants more witnesses than saw it is told so', async () => {
    const page = await pageOf(await logOfLeaves(fruit, WITNESSES.slice(0, 1)));
    const [key] = [await signerOf(WITNESSES[0] as string, 'cosignature')].map(formatVerifierKey);
    const input = { ...page, witnessKeys: [key as string], witnessesWanted: 2 };
    expect(await faultsOf(input)).toEqual([{ code: 'too_few_witnesses', seen: 1, wanted: 2 }]);
  });

  it('that kept something else than a checkpoint of this log is told so', async () => {
    const page = await pageOf(await logOfLeaves(fruit));
    expect(await faultsOf({ ...page, kept: 'nonsense' })).toEqual([{ code: 'malformed_note', of: 'kept' }]);
    const other = 'other.example.org';
    const kept = await checkpointOf({ size: 1, root: new Uint8Array(32) }, other);
    const logKeys = [...page.logKeys, formatVerifierKey(await signerOf(other))];
    expect(await faultsOf({ ...page, logKeys, kept })).toEqual([
      { code: 'kept_of_another_log', origin: other },
    ]);
  });

  it('with a key that is none is told which', async () => {
    const page = await pageOf(await logOfLeaves(fruit));
    expect(await faultsOf({ ...page, logKeys: [...page.logKeys, 'no+key'] })).toEqual([
      { code: 'malformed_key', key: 'no+key' },
    ]);
  });

  it('without WebCrypto is told that nothing was checked', async () => {
    const page = await pageOf(await logOfLeaves(fruit));
    vi.stubGlobal('crypto', undefined);
    expect(await faultsOf(page)).toEqual([{ code: 'no_web_crypto' }]);
  });

  it('never takes nonsense for a proof, and never throws', async () => {
    const page = await pageOf(await logOfLeaves(fruit));
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.anything(), async (proofs, events) => {
        expect((await check({ ...page, proofs })).whole).toBe(false);
        const half = { checkpoint: page.proofs.checkpoint, events };
        expect((await check({ ...page, proofs: half })).whole).toBe(false);
      }),
    );
  });
});

describe('proofs', () => {
  it('read each tile once', async () => {
    const log = await logOf(fruit.map(utf8));
    log.store.asked.length = 0;
    await prove({ checkpoint: '', size: SIZE, indexes: BOX, since: 100, readTile: log.store.read });
    expect(log.store.asked).toHaveLength(2);
  });

  it('grow with the log without being made again for it', async () => {
    const log = await logOf(fruit.map(utf8));
    const grown = await appendEntries(SIZE, [utf8('{}')], log.store.read);
    log.store.write(grown.tiles);
    const old = { leaves: fruit, checkpoint: await checkpointOf(log), readTile: log.store.read };
    expect((await check(await pageOf(old))).whole).toBe(true);
  });
});

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
