import type { Gate } from './gate';

/** How often files that were sent in are looked for, in milliseconds. */
const EVERY_MS = 1_000;

/** Works through files that were sent in, little by little, one piece at a time. Returns what stops it after its piece. */
export function importLoop(gate: Gate, failed: (error: unknown) => void): () => Promise<void> {
  let running: Promise<void> | null = null;
  let stopped = false;
  const work = async () => {
    while (!stopped && (await gate.importSome()) > 0);
  };
  const timer = setInterval(() => {
    running ??= work()
      .catch(failed)
      .finally(() => {
        running = null;
      });
  }, EVERY_MS);
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}
