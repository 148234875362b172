import { describe, expect, it } from 'vitest';
import { appendEntries } from './append.ts';
import { fromBase64 } from './bytes.ts';
import { openCheckpoint } from './checkpoint.ts';
import { consistencyProof } from './merkle-tree.ts';
import { formatNote, parseNote, signNote } from './note.ts';
import { checkpointOf, entriesFrom, logOf, ORIGIN, signerOf, witnessOf } from './proof.builders.ts';
import { nodesFromTiles } from './tile-nodes.ts';
import {
  addCheckpointBody,
  askWitness,
  type Post,
  readWitnessAnswer,
  type WitnessRequest,
} from './witness.ts';

/** A log of 40 entries, which then grew to 300, and how to ask a witness about it. */
async function grownLog(post: Post): Promise<WitnessRequest & { first: string }> {
  const log = await logOf(entriesFrom(0, 40));
  const grown = await appendEntries(40, entriesFrom(40, 260), log.store.read);
  log.store.write(grown.tiles);
  const read = nodesFromTiles(grown.size, log.store.read);
  return {
    post,
    prefix: 'https://witness.example.org/submit',
    keys: [await signerOf('witness.example.org', 'cosignature')],
    first: await checkpointOf({ size: 40, root: log.root }),
    checkpoint: await checkpointOf(grown),
    size: grown.size,
    seenSize: 0,
    proofFrom: (size) => consistencyProof(size, grown.size, read),
  };
}

const answering =
  (status: number, body = '', contentType: string | null = null): Post =>
  async () => ({ status, headers: { get: () => contentType }, text: async () => body });

describe('a witness', () => {
  it('is asked as the specification writes it', () => {
    const hash = fromBase64('PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=') as Uint8Array;
    const checkpoint = 'example.com/behind-the-sofa\n20852163\n…';
    expect(addCheckpointBody(20852014, [hash], checkpoint)).toBe(
      `old 20852014\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n\n${checkpoint}`,
    );
    expect(addCheckpointBody(0, [], checkpoint)).toBe(`old 0\n\n${checkpoint}`);
  });

  it('that never saw the log cosigns it, and cosigns what grew from there', async () => {
    const witness = await witnessOf('witness.example.org');
    const request = await grownLog(witness.post);
    const first = await askWitness({
      ...request,
      checkpoint: request.first,
      size: 40,
      proofFrom: async () => [],
    });
    expect(first).toMatchObject({ kind: 'cosigned', by: [{ time: witness.time }] });
    const then = await askWitness({ ...request, seenSize: 40 });
    if (then.kind !== 'cosigned') throw new Error(then.kind);
    const opened = await openCheckpoint(then.checkpoint, [await signerOf(ORIGIN)], request.keys);
    expect(opened).toMatchObject({ ok: true, value: { size: 300, witnesses: [{ time: witness.time }] } });
    expect(witness.asked).toBe(2);
  });

  it('that saw the log at another size is asked again from there, once', async () => {
    const witness = await witnessOf('witness.example.org');
    const request = await grownLog(witness.post);
    await askWitness({ ...request, checkpoint: request.first, size: 40, proofFrom: async () => [] });
    expect((await askWitness(request)).kind).toBe('cosigned');
    expect(witness.asked).toBe(3);
    const post = answering(409, '41\n', 'text/x.tlog.size');
    expect(await askWitness({ ...request, post })).toEqual({ kind: 'at_other_size', size: 41 });
  });

  it('that is ahead of us is not asked again', async () => {
    let asked = 0;
    const ahead = answering(409, '301\n', 'text/x.tlog.size');
    const request = await grownLog((...call) => {
      asked += 1;
      return ahead(...call);
    });
    expect(await askWitness(request)).toEqual({ kind: 'at_other_size', size: 301 });
    expect(asked).toBe(1);
  });

  it('that saw a fork refuses the proof', async () => {
    const witness = await witnessOf('witness.example.org');
    const request = await grownLog(witness.post);
    const fork = await logOf(entriesFrom(1000, 40));
    const checkpoint = await checkpointOf(fork);
    await askWitness({ ...request, checkpoint, size: 40, proofFrom: async () => [] });
    expect(await askWitness(request)).toEqual({ kind: 'proof_refused' });
  });

  it('that does not know the log, or its key, says so', async () => {
    const witness = await witnessOf('witness.example.org');
    const request = await grownLog(witness.post);
    const head = { size: 1, root: new Uint8Array(32) };
    const other = await checkpointOf(head, 'example.org/other');
    expect(await askWitness({ ...request, checkpoint: other, size: 1 })).toEqual({ kind: 'unknown_log' });
    const forged = await checkpointOf(head, ORIGIN, 'example.org/other');
    expect(await askWitness({ ...request, checkpoint: forged, size: 1 })).toEqual({
      kind: 'signature_refused',
    });
  });

  it.each<[number, string, string | null, object]>([
    [400, '', null, { kind: 'request_refused' }],
    [404, '', null, { kind: 'unknown_log' }],
    [403, '', null, { kind: 'signature_refused' }],
    [422, '', null, { kind: 'proof_refused' }],
    [409, '40\n', 'text/plain', { kind: 'unreadable', status: 409 }],
    [409, '040\n', 'text/x.tlog.size', { kind: 'unreadable', status: 409 }],
    [409, '40', 'text/x.tlog.size', { kind: 'unreadable', status: 409 }],
    [200, '', null, { kind: 'unreadable', status: 200 }],
    [200, '— witness.example.org AAAAAAAA\n', null, { kind: 'unreadable', status: 200 }],
    [302, '', null, { kind: 'unreadable', status: 302 }],
    [503, 'busy', null, { kind: 'unreadable', status: 503 }],
  ])('answering %i with %j as %s', async (status, body, contentType, meaning) => {
    const { checkpoint, keys } = await grownLog(answering(status));
    expect(await readWitnessAnswer({ status, body, contentType }, checkpoint, keys)).toEqual(meaning);
  });

  it('that cannot be reached is no fault of the log', async () => {
    const request = await grownLog(async () => {
      throw new TypeError('fetch failed');
    });
    expect(await askWitness(request)).toEqual({ kind: 'unreachable' });
  });

  it("cannot pass off another's word, or one about another checkpoint", async () => {
    const { checkpoint, first, keys } = await grownLog(answering(200));
    const [known, stranger] = [
      await signerOf('witness.example.org', 'cosignature'),
      await signerOf('stranger.example.org', 'cosignature'),
    ];
    const line = async (text: string, key: typeof known, time = 5) =>
      formatNote({ text: '', signatures: [await signNote(text, key, time)] }).slice(1);
    const text = parseNote(checkpoint)?.text ?? '';
    const read = (body: string) =>
      readWitnessAnswer({ status: 200, body, contentType: null }, checkpoint, keys);
    expect(await read(await line(text, stranger))).toEqual({ kind: 'unreadable', status: 200 });
    expect(await read(await line(parseNote(first)?.text ?? '', known))).toEqual({
      kind: 'unreadable',
      status: 200,
    });
    expect(await read(await line(text, known, 0))).toEqual({ kind: 'unreadable', status: 200 });
    const both = await read((await line(text, stranger)) + (await line(text, known)));
    expect(both).toMatchObject({ kind: 'cosigned', by: [{ time: 5 }] });
    expect(both.kind === 'cosigned' && both.checkpoint).not.toContain('stranger');
  });
});
