import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNote, openNote, parseNote, parseSignatures, signNote } from './note.ts';
import {
  formatSignerKey,
  formatVerifierKey,
  newSignerKey,
  parseSignerKey,
  parseVerifierKey,
  type VerifierKey,
} from './note-key.ts';
import { signerOf } from './proof.builders.ts';

/** From the specification, c2sp.org/signed-note, verifier keys. */
const c2sp = {
  key: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  note:
    'This is an example message.\n\n— example.com/foo ' +
    'Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n',
};

/** From the tests of Go's golang.org/x/mod/sumdb/note. */
const go = {
  text: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
  signer: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  peter: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  enoch: 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop',
  peterLine:
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
  enochLine:
    '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n',
};

const peter = verifier(go.peter);
const enoch = verifier(go.enoch);
const openedBy = async (note: string, ...keys: VerifierKey[]) => {
  const opened = await openNote(note, keys);
  return opened.ok ? opened.value.signedBy.map(({ key }) => key.name) : opened.error;
};

describe('published notes', () => {
  it('hold: the one of the specification', async () => {
    expect(await openedBy(c2sp.note, verifier(c2sp.key))).toEqual(['example.com/foo']);
  });

  it('hold: those of Go, whoever of the signers is known', async () => {
    const note = `${go.text}\n${go.peterLine}${go.enochLine}`;
    expect(await openedBy(note, peter)).toEqual(['PeterNeumann']);
    expect(await openedBy(note, peter, enoch)).toEqual(['PeterNeumann', 'EnochRoot']);
    expect(await openedBy(note)).toEqual({ code: 'no_known_signature' });
    const opened = await openNote(note, [peter]);
    expect(opened).toMatchObject({
      ok: true,
      value: { text: go.text, signatures: [{}, { name: 'EnochRoot' }] },
    });
  });

  it('are signed by us as Go signs them', async () => {
    const key = await parseSignerKey(go.signer);
    if (!key.ok) throw new Error(key.error.code);
    expect(formatSignerKey(key.value)).toBe(go.signer);
    expect(formatVerifierKey(key.value)).toBe(go.peter);
    const note = formatNote({ text: go.text, signatures: [await signNote(go.text, key.value)] });
    expect(note).toBe(`${go.text}\n${go.peterLine}`);
  });
});

describe('a note', () => {
  it('with a signature that is off is refused, even when another holds', async () => {
    const off = go.enochLine.replace('2tiOHp', '2tiOHq');
    expect(await openedBy(`${go.text}\n${go.peterLine}${off}`, peter, enoch)).toEqual({
      code: 'wrong_signature',
      name: 'EnochRoot',
    });
    expect(await openedBy(`${go.text}\n${go.peterLine}${off}`, peter)).toEqual(['PeterNeumann']);
  });

  it('signed under a known name with another key, or under another name with a known one, is by no one known', async () => {
    const renamed = go.peterLine.replace('PeterNeumann', 'CarmenSandiego');
    const otherId = go.peterLine.replace('x08g', 'xxxx');
    for (const line of [renamed, otherId]) {
      expect(await openedBy(`${go.text}\n${line}`, peter)).toEqual({ code: 'no_known_signature' });
    }
  });

  it('may hold empty lines: its signatures come after the last', () => {
    const text = 'one\n\n\ntwo\n';
    expect(parseNote(`${text}\n${go.peterLine}`)?.text).toBe(text);
  });

  it.each([
    ['nothing but text', go.text],
    ['no signature', `${go.text}\n`],
    ['no newline at the end', `${go.text}\n${go.peterLine.slice(0, -1)}`],
    ['a control sign', `\x01${go.text}\n${go.peterLine}`],
    ['a carriage return', `${go.text.replace('\n', '\r\n')}\n${go.peterLine}`],
    ['half a surrogate pair', `\ud800${go.text}\n${go.peterLine}`],
    ['a space in a name', `${go.text}\n${go.peterLine.replace('PeterNeumann', 'Bad\u00a0Name')}`],
    ['a plus in a name', `${go.text}\n${go.peterLine.replace('PeterNeumann', 'Bad+Name')}`],
    ['a line among signatures', `${go.text}\n${go.peterLine}Unexpected line.\n`],
    ['a hyphen for the dash', `${go.text}\n${go.peterLine.replace('—', '-')}`],
    ['base64 without its padding', `${go.text}\n${go.peterLine.replace('AM=', 'AM')}`],
    ['base64 that could be written shorter', `${go.text}\n${go.peterLine.replace('AM=', 'AN=')}`],
    ['a signature of no bytes', `${go.text}\n— PeterNeumann x08gow==\n`],
    ['more signatures than anyone reads', `${go.text}\n${go.peterLine.repeat(101)}`],
  ])('with %s is none', async (_, note) => {
    expect(parseNote(note)).toBeNull();
    expect(await openedBy(note, peter)).toEqual({ code: 'malformed_note' });
  });

  it('may have 100 signatures, and one of a hundred counts once', async () => {
    expect(await openedBy(`${go.text}\n${go.peterLine.repeat(100)}`, peter)).toEqual(['PeterNeumann']);
  });

  it('that we sign opens with our key, and with no sign of its text changed', async () => {
    const texts = fc.array(
      fc.string({ unit: 'grapheme' }).filter((line) => [...line].every((sign) => sign >= ' ')),
      { minLength: 1 },
    );
    const key = await signerOf('example.org/log');
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(), async (lines, seed) => {
        const text = `${lines.join('\n')}\n`;
        const note = formatNote({ text, signatures: [await signNote(text, key)] });
        expect(await openNote(note, [key])).toMatchObject({ ok: true, value: { text } });
        const at = seed % text.length;
        const changed = `${text.slice(0, at)}x${text.slice(at)}`;
        expect(
          (
            await openNote(
              note.replace(text, () => changed),
              [key],
            )
          ).ok,
        ).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it('is not signed when its text cannot be a note', async () => {
    const key = await signerOf('example.org/log');
    await expect(signNote('no newline', key)).rejects.toThrow(RangeError);
    await expect(signNote('a\ttab\n', key)).rejects.toThrow(RangeError);
  });

  it('is read, whatever it is, without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'— \n\nab=+/', '\ud800') }), (text) => {
        expect([null, 'object']).toContain(parseNote(text) && typeof parseNote(text));
        expect(parseSignatures(text) ?? []).toBeInstanceOf(Array);
      }),
    );
  });
});

describe('a key', () => {
  it('comes back as it was written', async () => {
    for (const use of ['note', 'cosignature'] as const) {
      const key = await newSignerKey('example.org/log', use, (count) => new Uint8Array(count).fill(5));
      expect(await parseSignerKey(formatSignerKey(key))).toEqual({ ok: true, value: key });
      const { seed: _, ...open } = key;
      expect(parseVerifierKey(formatVerifierKey(key))).toEqual({ ok: true, value: open });
    }
  });

  it('has another id for each use and name', async () => {
    const ids = [await signerOf('a'), await signerOf('b'), await signerOf('a', 'cosignature')].map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(3);
  });

  it.each([
    [go.peter.replace('c74f20a3', 'c74f20a4'), 'wrong_key_id'],
    [go.peter.replace('PeterNeumann', 'PaulNeumann'), 'wrong_key_id'],
    [go.peter.replace('ARpc', 'ARpd'), 'wrong_key_id'],
    ['PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==', 'malformed_key'],
    ['PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'unknown_signature_type'],
    [go.peter.replace('c74f20a3', 'C74F20A3'), 'malformed_key'],
    [go.peter.replace('PeterNeumann', 'Peter Neumann'), 'malformed_key'],
    [go.peter.replace('PeterNeumann', ''), 'malformed_key'],
    ['', 'malformed_key'],
    ['PeterNeumann+c74f20a3+', 'malformed_key'],
  ])('%s is refused', (text, code) => {
    expect(parseVerifierKey(text)).toEqual({ ok: false, error: { code } });
  });

  it('that signs is refused when it is not whole', async () => {
    expect(await parseSignerKey(go.peter)).toEqual({ ok: false, error: { code: 'malformed_key' } });
    const changed = go.signer.replace('AYEK', 'AYEL');
    expect(await parseSignerKey(changed)).toEqual({ ok: false, error: { code: 'wrong_key_id' } });
  });

  it('is not made under a name that no key may have', async () => {
    await expect(newSignerKey('a b', 'note', (count) => new Uint8Array(count))).rejects.toThrow(RangeError);
  });
});

function verifier(text: string): VerifierKey {
  const key = parseVerifierKey(text);
  if (!key.ok) throw new Error(key.error.code);
  return key.value;
}
