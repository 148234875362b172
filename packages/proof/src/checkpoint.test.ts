import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Checkpoint, formatCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { emptyRoot } from './leaf-hash.ts';
import { formatNote, parseNote, signNote } from './note.ts';
import { ORIGIN, signerOf, toHex } from './proof.builders.ts';

/** From the specifications, c2sp.org/tlog-checkpoint and tlog-cosignature. */
const published =
  'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n' +
  '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n' +
  '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n';
const root = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=';

describe('the text of a checkpoint', () => {
  it('is read as published', () => {
    const note = parseNote(published);
    const checkpoint = parseCheckpoint(note?.text ?? '');
    expect(checkpoint).toMatchObject({
      origin: 'example.com/behind-the-sofa',
      size: 20852163,
      extensions: [],
    });
    expect(toHex(checkpoint?.root ?? emptyRoot())).toMatch(/^0ac5186a91863e8e/);
    expect(checkpoint && formatCheckpoint(checkpoint)).toBe(note?.text);
    expect(note && formatNote(note)).toBe(published);
  });

  it('comes back as it was written', () => {
    const lines = fc.stringMatching(/^[ -~]+$/);
    const checkpoints = fc.record({
      origin: lines,
      size: fc.maxSafeNat(),
      root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
      extensions: fc.array(lines),
    });
    fc.assert(
      fc.property(checkpoints, (checkpoint) => {
        expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint);
      }),
    );
  });

  it.each([
    ['', 'nothing'],
    [`log\n5\n${root}`, 'no newline at its end'],
    [`log\n5\n`, 'no root'],
    [`\n5\n${root}\n`, 'no origin'],
    [`log\n05\n${root}\n`, 'a leading zero'],
    [`log\n-5\n${root}\n`, 'a size below zero'],
    [`log\n5.0\n${root}\n`, 'a size that is not whole'],
    [`log\n9007199254740993\n${root}\n`, 'a size that JavaScript cannot hold'],
    [`log\n5\nCsUYapGGPo4=\n`, 'a short root'],
    [`log\n5\n${root.slice(0, -1)}\n`, 'broken base64'],
    [`log\n5\n${root}\n\nmore\n`, 'an empty extension line'],
  ])('%j is none: %s', (text) => {
    expect(parseCheckpoint(text)).toBeNull();
  });

  it('is not written when it could not be read', () => {
    const checkpoint: Checkpoint = { origin: 'log', size: 1, root: emptyRoot(), extensions: [] };
    expect(() => formatCheckpoint({ ...checkpoint, origin: '' })).toThrow(RangeError);
    expect(() => formatCheckpoint({ ...checkpoint, origin: 'two\nlines' })).toThrow(RangeError);
    expect(() => formatCheckpoint({ ...checkpoint, size: 1.5 })).toThrow(RangeError);
    expect(() => formatCheckpoint({ ...checkpoint, root: new Uint8Array(31) })).toThrow(RangeError);
    expect(() => formatCheckpoint({ ...checkpoint, extensions: ['a\nb'] })).toThrow(RangeError);
  });
});

describe('a signed checkpoint', () => {
  const text = formatCheckpoint({ origin: ORIGIN, size: 7, root: emptyRoot(), extensions: ['note'] });
  const witnessName = 'witness.example.org';

  it('opens with the key of the log that it names, and tells who saw it and when', async () => {
    const [log, witness] = [await signerOf(ORIGIN), await signerOf(witnessName, 'cosignature')];
    const signatures = [await signNote(text, log), await signNote(text, witness, 1_760_000_000)];
    const note = formatNote({ text, signatures });
    const opened = await openCheckpoint(note, [log], [witness]);
    expect(opened).toMatchObject({ ok: true, value: { origin: ORIGIN, size: 7, extensions: ['note'] } });
    if (!opened.ok) return;
    expect(opened.value.witnesses).toEqual([{ key: witness, time: 1_760_000_000 }]);
    expect(await openCheckpoint(note, [log])).toMatchObject({ ok: true, value: { witnesses: [] } });
    expect(await openCheckpoint(note, [], [witness])).toEqual({
      ok: false,
      error: { code: 'no_known_signature' },
    });
  });

  it('is refused when a witness says another time than it signed', async () => {
    const [log, witness] = [await signerOf(ORIGIN), await signerOf(witnessName, 'cosignature')];
    const cosignature = await signNote(text, witness, 1_760_000_000);
    const later = { ...cosignature, bytes: cosignature.bytes.with(7, (cosignature.bytes[7] as number) ^ 1) };
    const beyond = { ...cosignature, bytes: cosignature.bytes.with(0, 0xff) };
    const plain = { ...cosignature, bytes: cosignature.bytes.subarray(8) };
    for (const wrong of [later, beyond, plain]) {
      const note = formatNote({ text, signatures: [await signNote(text, log), wrong] });
      const error = { code: 'wrong_signature', name: witnessName };
      expect(await openCheckpoint(note, [log], [witness])).toEqual({ ok: false, error });
    }
  });

  it('is refused when it is of another log than its key', async () => {
    const log = await signerOf('example.org/other');
    const note = formatNote({ text, signatures: [await signNote(text, log)] });
    const error = { code: 'foreign_origin', origin: ORIGIN };
    expect(await openCheckpoint(note, [log])).toEqual({ ok: false, error });
  });

  it('is refused when it is some other note', async () => {
    const log = await signerOf(ORIGIN);
    const note = formatNote({ text: 'hello\n', signatures: [await signNote('hello\n', log)] });
    expect(await openCheckpoint(note, [log])).toEqual({ ok: false, error: { code: 'malformed_checkpoint' } });
  });
});
