import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  formatSignerKey,
  formatVerifierKey,
  openCheckpoint,
  parseNote,
  type SignerKey,
} from '@baunghe/proof';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from './config';
import { aKey, type OpenLog, openLog } from './log-doors.builders';
import { logSigner, witnessOf } from './log-signer';
import { NotStarted } from './why-not-started';

let folder: string;
/** A log that `older` signed. */
let log: OpenLog;
let older: SignerKey;
let newer: SignerKey;

beforeAll(async () => {
  [older, newer] = await Promise.all([aKey('shop.example/log'), aKey('shop.example/log')]);
  log = await openLog([older]);
  await log.grow(3);
});
afterAll(() => log.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baunghe-log-signer-'));
});
afterEach(() => rm(folder, { recursive: true }));

function config(env: Record<string, string> = {}) {
  const parsed = parseConfig({ DATA_DIR: join(folder, 'data'), PUBLIC_URL: 'https://shop.example', ...env });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.config;
}

const secrets = (...keys: SignerKey[]) => ({ LOG_KEY: keys.map(formatSignerKey).join(' ') });

describe('with no LOG_KEY', () => {
  it('a key named for the site is made once, kept where only the operator reads it, and found again', async () => {
    const empty = await openLog([older]);
    const first = await logSigner(config(), empty.test.db);
    expect(first.origin).toBe('shop.example/log');
    const file = join(folder, 'data', 'log.key');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readFile(file, 'utf8')).toBe(`${formatSignerKey(first.keys[0] as SignerKey)}\n`);
    const again = await logSigner(config(), empty.test.db);
    expect(again.keys.map(formatVerifierKey)).toEqual(first.keys.map(formatVerifierKey));
    await empty.close();
  });

  it('none is made in the place of one that is gone: the log has a head of another key', async () => {
    const start = logSigner(config(), log.test.db);
    await expect(start).rejects.toBeInstanceOf(NotStarted);
    await expect(start).rejects.toThrow(
      /the log in this database, 3 entries long, was signed by another key; .* LOG_KEY_LOST=1 once/,
    );
  });
});

describe('LOG_KEY', () => {
  it('goes on with the log that it signed', async () => {
    const signer = await logSigner(config(secrets(older)), log.test.db);
    expect(signer).toMatchObject({ origin: 'shop.example/log', keys: [{ id: older.id }] });
  });

  it('with a new key before the old one signs each head with both, and then the new one goes on alone', async () => {
    const rotating = await openLog([older]);
    await rotating.grow(2);
    const { db } = rotating.test;
    await expect(logSigner(config(secrets(newer)), db)).rejects.toThrow('was signed by another key');
    rotating.goOn(await logSigner(config(secrets(newer, older)), db));
    await rotating.grow(1);
    const note = await rotating.checkpoint();
    expect(parseNote(note)?.signatures.map(({ id }) => id)).toEqual([newer.id, older.id]);
    for (const key of [newer, older])
      expect(await openCheckpoint(note, [key])).toMatchObject({ ok: true, value: { size: 3 } });
    rotating.goOn(await logSigner(config(secrets(newer)), db));
    await rotating.grow(1);
    const last = await rotating.checkpoint();
    expect(await openCheckpoint(last, [newer])).toMatchObject({ ok: true, value: { size: 4 } });
    expect(await openCheckpoint(last, [older])).toMatchObject({ ok: false });
    await rotating.close();
  });

  it.each<[string, () => Promise<string>, string]>([
    ['is no key', async () => 'PRIVATE+KEY+x+00000000+AAAA', 'LOG_KEY: not a signer key'],
    [
      'is of two names',
      async () => secrets(older, await aKey('other.example/log')).LOG_KEY,
      'its keys must all have one name',
    ],
    [
      'is a witness’s',
      async () => secrets(await aKey('shop.example/log', 'cosignature')).LOG_KEY,
      'the key of a witness, not of a log',
    ],
  ])('that %s is refused, without its secret being said', async (_, made, words) => {
    const LOG_KEY = await made();
    const error = await logSigner(config({ LOG_KEY }), log.test.db).catch((thrown: Error) => thrown);
    expect(error).toBeInstanceOf(NotStarted);
    expect((error as Error).message).toContain(words);
    for (const secret of LOG_KEY.split(' ')) expect((error as Error).message).not.toContain(secret);
  });
});

describe('LOG_KEY_LOST=1', () => {
  it('goes on with the same log under a new key', async () => {
    const lost = await openLog([older]);
    await lost.grow(2);
    const before = await lost.checkpoint();
    lost.goOn(await logSigner(config({ LOG_KEY_LOST: '1', ...secrets(newer) }), lost.test.db));
    await lost.grow(1);
    expect(await openCheckpoint(await lost.checkpoint(), [newer])).toMatchObject({
      ok: true,
      value: { size: 3 },
    });
    expect(await openCheckpoint(before, [older])).toMatchObject({ ok: true, value: { size: 2 } });
    expect(await logSigner(config(secrets(newer)), lost.test.db), 'needs to be said once only').toBeDefined();
    await lost.close();
  });
});

describe('LOG_WITNESSES', () => {
  it('takes the key of a witness and no other', async () => {
    const prefix = 'https://witness.example';
    const witness = await aKey('witness.example', 'cosignature');
    expect(witnessOf({ key: formatVerifierKey(witness), prefix })).toMatchObject({
      prefix,
      key: { id: witness.id },
    });
    expect(() => witnessOf({ key: formatVerifierKey(older), prefix })).toThrow('not the key of a witness');
    expect(() => witnessOf({ key: 'x+00000000+AAAA', prefix })).toThrow('not a verifier key');
  });
});
