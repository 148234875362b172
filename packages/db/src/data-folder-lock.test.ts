import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DataFolderInUse, lockDataFolder } from './data-folder-lock.ts';

const LOCK = pathToFileURL(join(import.meta.dirname, 'data-folder-lock.ts')).href;

let folder: string;
let other: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
});
afterEach(async () => {
  await killOther();
  await rm(folder, { recursive: true, force: true });
});

/** Another process that holds the folder. Returns its pid. */
async function anotherHolds(): Promise<number> {
  const script = `
    const { lockDataFolder } = await import(${JSON.stringify(LOCK)});
    await lockDataFolder(${JSON.stringify(folder)});
    console.log('held');
    setInterval(() => {}, 1000);`;
  other = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!other.stdout) throw new Error('no output');
  await once(other.stdout, 'data');
  return other.pid ?? 0;
}

async function killOther(): Promise<void> {
  if (!other) return;
  const gone = once(other, 'exit');
  other.kill('SIGKILL');
  await gone;
  other = undefined;
}

it('is held once, until it is released', async () => {
  const release = await lockDataFolder(folder);
  await expect(lockDataFolder(folder)).rejects.toEqual(new DataFolderInUse(folder, process.pid));
  await release();
  expect(await readdir(folder)).toEqual([]);
  await (await lockDataFolder(folder))();
});

it('is refused while another process holds it, and taken over once that one was killed', async () => {
  const pid = await anotherHolds();
  await expect(lockDataFolder(folder)).rejects.toEqual(new DataFolderInUse(folder, pid));
  await killOther();
  await (await lockDataFolder(folder))();
});

it('is taken over from a process whose number another one has by now', async () => {
  await writeFile(join(folder, 'server.lock'), `${process.pid} 1`);
  await (await lockDataFolder(folder))();
});
