import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How a server process ended, and all that it said. */
export type Ending = { code: number | null; signal: NodeJS.Signals | null; out: string; errors: string[] };

/** A started server process: `ready` resolves when it serves, `ended` at its end, whichever comes first. */
export interface Launched {
  child: ChildProcess;
  ready: Promise<undefined>;
  ended: Promise<Ending>;
}

/** Starts the built server (or the command that builds it first) with nothing in its environment but what is given. */
export function launch(env: Record<string, string>, script = 'build/main/main.js'): Launched {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, NODE_ENV: 'development', ...env },
  });
  const said = { out: '', err: '' };
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const ready = new Promise<undefined>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said.out += chunk.toString();
      if (/^ready /m.test(said.out)) resolve(undefined);
    });
  });
  const ended = new Promise<Ending>((resolve) => {
    child.once('close', (code, signal) => {
      resolve({ code, signal, out: said.out, errors: said.err.split('\n').filter(Boolean) });
    });
  });
  return { child, ready, ended };
}

/** The process of the PostgreSQL that keeps its data in a data folder. */
export function postgresOf(folder: string): { pid: number; url: string } {
  const lines = readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
  const password = readFileSync(join(folder, 'postgres.password'), 'utf8');
  return { pid: Number(lines[0]), url: `postgresql://baunghe:${password}@127.0.0.1:${lines[3]}/baunghe` };
}

/** Waits until a process is gone. */
export async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((done) => setTimeout(done, 20));
}

/** Whether a process lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
