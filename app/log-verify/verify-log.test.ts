import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { thisMoment } from '@baunghe/db';
import { boxEpcUri, lotClassUri, packingLocationUri } from '@baunghe/gs1';
import { entriesOf, entryBundle, formatVerifierKey, type SignerKey } from '@baunghe/proof';
import { recordPacked } from '@baunghe/trace';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, aKey, closed, listening, type OpenLog, openLog } from '../server/log-doors.builders';
import { command } from './command';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

let key: SignerKey;
let log: OpenLog;
/** A log under the same key that tells another story. */
let forked: OpenLog;
let oldCheckpoint: string;
let folder: string;
let keepFile: string;
let kept = 0;
let front: Server | null = null;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baunghe-log-verify-'));
  key = await aKey('shop.example/log');
  [log, forked] = await Promise.all([openLog([key]), openLog([key], { first: 5000 })]);
  await log.grow(290);
  oldCheckpoint = await log.checkpoint();
  await log.grow(10);
  await forked.grow(301);
});
afterEach(async () => {
  if (front) await closed(front);
  front = null;
});
afterAll(async () => {
  await Promise.all([log.close(), forked.close()]);
  await rm(folder, { recursive: true, force: true });
});

type Change = (path: string, bytes: Buffer) => Buffer | null;

/** What somebody between the log and its readers serves: every file as it is, or as `change` makes it; null takes it away. */
async function servedBy(change: Change, from: OpenLog = log): Promise<string> {
  front = await listening(async (request, response) => {
    const answer = await fetch(new URL(request.url ?? '', from.url));
    const path = (request.url ?? '').replace('/log/', '');
    const bytes = answer.ok ? change(path, Buffer.from(await answer.arrayBuffer())) : null;
    response.writeHead(bytes ? 200 : 404).end(bytes);
  });
  return `${addressOf(front)}/log`;
}

interface Told {
  code: number;
  out: string;
  faults: string[];
}

async function verify(url: string, ...args: string[]): Promise<Told> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const code = await command([url, '--keep', keepFile, ...args], folder, { say, complain: say });
  const faults = lines.flatMap((line) => /^FAULT: (.*)$/.exec(line)?.[1] ?? []);
  return { code, out: lines.join('\n'), faults };
}

/** Runs it as an operator does. */
async function npmRun(url: string, ...args: string[]): Promise<{ code: number; stdout: string }> {
  const parts = ['bin/with-typescript.mjs', 'app/log-verify/main.ts', url, ...args];
  return run(process.execPath, parts, { cwd: ROOT, env: { ...process.env, DATA_DIR: folder } }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { code: number; stdout: string }) => error,
  );
}

const trusted = () => ['--key', formatVerifierKey(key)];
const nothingKept = () => {
  kept += 1;
  keepFile = join(folder, String(kept), 'seen.json');
};

/** Reads the honest log once, so that it is remembered. */
async function alreadySeen(): Promise<void> {
  nothingKept();
  expect((await verify(log.url, ...trusted())).code).toBe(0);
}

describe('an honest log', () => {
  it('is whole, its key taken from the site at first use, said plainly, and trusted from then on', async () => {
    nothingKept();
    const first = await verify(log.url.replace(/\/log$/, '/'));
    expect(first.faults).toEqual([]);
    expect(first.code).toBe(0);
    expect(first.out).toContain(`TRUSTED AT FIRST USE: ${formatVerifierKey(key)}`);
    expect(first.out).toMatch(/WHOLE: 300 entries of shop\.example\/log/);
    expect(first.out).toContain('read for the first time');
    const second = await verify(log.url);
    expect(second.code).toBe(0);
    expect(second.out).not.toContain('FIRST USE');
    expect(second.out).toContain('continues the 300 entries');
    expect(JSON.parse(await readFile(keepFile, 'utf8'))).toMatchObject({
      keys: [formatVerifierKey(key)],
      checkpoint: await log.checkpoint(),
    });
  });

  it('is remembered in the data folder when nothing else is said, and told by the exit code', async () => {
    const first = await npmRun(log.url);
    expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('read for the first time') });
    const second = await npmRun(log.url);
    expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining('continues the 300 entries') });
    const broken = await npmRun(log.url, '--key', formatVerifierKey(await aKey(key.name)));
    expect(broken).toMatchObject({ code: 1, stdout: expect.stringContaining('NOT WHOLE: 1 fault in ') });
  });

  it('is whole under the key that the caller gives', async () => {
    nothingKept();
    const told = await verify(log.url, ...trusted());
    expect(told.code).toBe(0);
    expect(told.out).not.toContain('FIRST USE');
  });

  it('that lacks a witness who was asked for is not', async () => {
    nothingKept();
    const witness = formatVerifierKey(await aKey('witness.example', 'cosignature'));
    const told = await verify(log.url, ...trusted(), '--witness', witness);
    expect(told.code).toBe(1);
    expect(told.faults).toEqual(['witness missing: witness.example has not cosigned this checkpoint']);
  });
});

describe('a log whose entries name boxes by hashes', () => {
  it('is whole, and says what was checked of them and what was not', async () => {
    const boxed = await openLog([key]);
    await recordPacked(boxed.test.db, thisMoment(), {
      boxId: 'box_1',
      boxEpc: boxEpcUri('09521234002000', 'B3F7HJ9KQ001'),
      lotId: 'lot_1',
      lotClass: lotClassUri('99521234001006', 'L1'),
      orderId: 'ord_1',
      grams: 10_020,
      bestBefore: new Date('2026-06-16'),
      gln: '9521234000013',
      packingLocation: packingLocationUri('9521234000013'),
    });
    await boxed.grow(2);
    nothingKept();
    const told = await verify(boxed.url, ...trusted());
    expect(told.out).toMatch(/WHOLE: 3 entries/);
    expect(told.out).toMatch(/1 of them holds? salted hashes in the place of box numbers/);
    await boxed.close();
  });
});

describe('a front that tampers is caught, and said which it was', () => {
  const rewritten =
    (wanted: string, change: (entries: Uint8Array[]) => Uint8Array[]): Change =>
    (path, bytes) =>
      path === wanted ? Buffer.from(entryBundle(change(entriesOf(bytes) ?? []))) : bytes;

  it.each<[string, Change, string[]]>([
    [
      'one byte of an event',
      rewritten('tile/entries/001.p/44', (entries) =>
        entries.with(3, Buffer.from(String(Buffer.from(entries[3] ?? [])).replace('RI6', 'RI7'))),
      ),
      ['entry 259 changed: it is not what was signed'],
    ],
    [
      'two events in each other’s place',
      rewritten('tile/entries/000', ([first, second, ...rest]) => [second, first, ...rest] as Uint8Array[]),
      ['entry 0 moved: it belongs at 1', 'entry 1 moved: it belongs at 0'],
    ],
    [
      'the last leaf dropped',
      rewritten('tile/entries/001.p/44', (entries) => entries.slice(0, -1)),
      ['entries missing from entry 299 to the end of its bundle'],
    ],
    [
      'a tile taken away',
      (path, bytes) => (path === 'tile/0/000' ? null : bytes),
      ['tile missing: tile/0/000'],
    ],
    [
      'a tile with another hash',
      (path, bytes) => (path === 'tile/1/000.p/1' ? Buffer.alloc(bytes.length, 7) : bytes),
      ['tile wrong: tile/1/000.p/1 has another hash at 0 than was signed'],
    ],
    [
      'a bad signature',
      (path, bytes) =>
        path === 'checkpoint' ? Buffer.from(String(bytes).replace('\n300\n', '\n299\n')) : bytes,
      ["bad signature: the one of shop.example/log under the log's checkpoint does not hold"],
    ],
    [
      'no checkpoint',
      (path, bytes) => (path === 'checkpoint' ? null : bytes),
      ['the log serves no checkpoint'],
    ],
  ])('%s', async (_, change, faults) => {
    nothingKept();
    const told = await verify(await servedBy(change), ...trusted());
    expect(told.faults).toEqual(faults);
    expect(told.code).toBe(1);
    await expect(readFile(keepFile)).rejects.toThrow('ENOENT');
  });

  it('an old checkpoint, by who has seen a newer one', async () => {
    const old = await servedBy((path, bytes) => (path === 'checkpoint' ? Buffer.from(oldCheckpoint) : bytes));
    nothingKept();
    expect((await verify(old, ...trusted())).code).toBe(0);
    await alreadySeen();
    const told = await verify(old);
    expect(told.faults).toEqual([
      'old checkpoint: the log has 290 entries now and had 300 when it was read last',
    ]);
    expect(told.code).toBe(1);
  });

  it('a fork under the same key, by who has seen the log before', async () => {
    await alreadySeen();
    const told = await verify(await servedBy((_, bytes) => bytes, forked));
    expect(told.faults).toEqual([
      'fork: the first 300 entries are not those that were there when the log was read last',
    ]);
    expect(told.code).toBe(1);
    const seen = JSON.parse(await readFile(keepFile, 'utf8')) as { checkpoint: string };
    expect(seen.checkpoint, 'what was good is still remembered').toBe(await log.checkpoint());
  });

  it('another key', async () => {
    nothingKept();
    const other = formatVerifierKey(await aKey(key.name));
    const told = await verify(log.url, '--key', other);
    expect(told.faults).toEqual(["wrong key: the log's checkpoint is signed by no key that is trusted here"]);
    expect(told.code).toBe(1);
  });
});

describe('a log that changes its key', () => {
  it('is followed from the old key to the new one, over the time in which both sign', async () => {
    const [older, newer] = [await aKey('rotating.example/log'), await aKey('rotating.example/log')];
    const rotating = await openLog([newer, older]);
    await rotating.grow(3);
    nothingKept();
    const before = await verify(rotating.url, '--key', formatVerifierKey(older));
    expect(before.code).toBe(0);
    expect(before.out).toMatch(
      /also signed by rotating\.example\/log\+[0-9a-f]{8}, which was not asked about/,
    );
    const after = await verify(rotating.url, '--key', formatVerifierKey(newer));
    expect(after.out).toContain('continues the 3 entries');
    expect(after.code).toBe(0);
    await rotating.close();
  });
});

describe('what cannot be checked is not called wrong', () => {
  it.each([
    ['an address where nobody answers', ['http://127.0.0.1:9/log'], /NOT READ: /],
    ['no address', ['shop.example'], /not an http/],
    ['a key that is none', ['http://127.0.0.1:9', '--key', 'x'], /--key: not a verifier key/],
  ])('%s', async (_, [url = '', ...args], words) => {
    nothingKept();
    const told = await verify(url, ...args);
    expect(told.code).toBe(2);
    expect(told.out).toMatch(words);
  });
});
