import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatVerifierKey, openCheckpoint, type SignerKey } from '@baunghe/proof';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { command } from '../log-verify/command';
import { aKey, type OpenLog, openLog } from './log-doors.builders';
import { type RunningWitness, runWitness } from './witness.builders';

let key: SignerKey;
let witness: RunningWitness;
let log: OpenLog;

beforeEach(async () => {
  key = await aKey('shop.example/log');
  witness = await runWitness('witness.example', [key]);
  log = await openLog([key], { witnesses: [witness] });
});
afterEach(async () => {
  await log.close();
  await witness.close();
});

async function cosigners(): Promise<string[]> {
  const opened = await openCheckpoint(await log.checkpoint(), [key], [witness.key]);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.witnesses.map(({ key: { name } }) => name);
}

it('cosigns each head, asked from the size that it saw last, and the published checkpoint carries it', async () => {
  for (const count of [1, 2, 300, 5]) {
    expect(await log.grow(count)).toMatchObject({ unwitnessed: [] });
    expect(await cosigners()).toEqual(['witness.example']);
  }
  expect(witness.answers).toEqual([200, 200, 200, 200]);
  expect(witness.seen.get(key.name)?.size).toBe(308);
});

it('is what log:verify --witness asks for', async () => {
  await log.grow(3);
  const folder = await mkdtemp(join(tmpdir(), 'baunghe-witness-'));
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const args = [log.url, '--key', formatVerifierKey(key), '--witness', formatVerifierKey(witness.key)];
  expect(await command(args, folder, { say, complain: say })).toBe(0);
  expect(lines.join('\n')).toContain('cosigned by witness.example at ');
  await rm(folder, { recursive: true });
});

it('that was told of another size by somebody else says so, and is asked again from there', async () => {
  await log.grow(4);
  await log.test.db.$executeRaw`ALTER TABLE "log_cosignature" DISABLE TRIGGER USER`;
  await log.test.db.logCosignature.deleteMany();
  await log.grow(4);
  expect(witness.answers).toEqual([200, 409, 200]);
  expect(await cosigners()).toEqual(['witness.example']);
});

it('refuses a log that was forked, and the operator is told', async () => {
  witness.seen.set(key.name, { size: 2, root: new Uint8Array(32).fill(9) });
  expect((await log.grow(4)).unwitnessed).toEqual([{ witness: 'witness.example', said: 'proof_refused' }]);
  expect(witness.answers).toEqual([409, 422]);
  expect(await cosigners()).toEqual([]);
});

it('that does not know the log, or its key, cosigns nothing, and the log goes on', async () => {
  witness.logs.clear();
  expect((await log.grow(1)).unwitnessed).toEqual([{ witness: 'witness.example', said: 'unknown_log' }]);
  witness.logs.set(key.name, await aKey(key.name));
  expect((await log.grow(1)).unwitnessed).toEqual([
    { witness: 'witness.example', said: 'signature_refused' },
  ]);
  witness.logs.set(key.name, key);
  expect((await log.grow(1)).unwitnessed).toEqual([]);
  expect(await cosigners()).toEqual(['witness.example']);
});

it('that never answers is given up, and cosigns once it is back', async () => {
  witness.silent = true;
  expect((await log.grow(1)).unwitnessed).toEqual([{ witness: 'witness.example', said: 'unreachable' }]);
  witness.silent = false;
  expect((await log.grow(0)).unwitnessed).toEqual([]);
  expect(await cosigners()).toEqual(['witness.example']);
});
