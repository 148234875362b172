import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { stopServer } from './postgres-process.ts';

const AGAIN_AFTER_MS = 1_000;

/**
 * Starts PostgreSQL and starts it again whenever it ends without being told to, such as when the system was short of
 * memory and chose it; `clear` makes way for the next one, `ended` hears of each end. Whoever stops it in order, from
 * here or outside, is obeyed.
 */
export async function keepRunning(
  start: () => Promise<ChildProcess>,
  clear: () => Promise<void>,
  ended: () => void,
): Promise<{ stop(): Promise<void> }> {
  let child = await start();
  let stopping = false;
  let comingBack = Promise.resolve();
  const watch = (watched: ChildProcess) =>
    watched.once('exit', (code) => {
      if (stopping || code === 0) return;
      ended();
      comingBack = comeBack();
    });
  const comeBack = async () => {
    while (!stopping) {
      try {
        await clear();
        child = await start();
        watch(child);
        return;
      } catch {
        await wait(AGAIN_AFTER_MS);
      }
    }
  };
  watch(child);
  return {
    async stop() {
      stopping = true;
      await comingBack;
      await stopServer(child);
    },
  };
}
