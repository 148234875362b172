import type { Gate } from './gate';

/** How soon after a write its events are sealed, and how often events of other servers are looked for, in milliseconds. */
const SOON_MS = 250;
const EVERY_MS = 30_000;

type SealLoop = {
  /** Something was written: seal it soon. */
  nudge: () => void;
  /** Stops, after a sealing that runs. */
  stop: () => Promise<void>;
};

/** Seals events shortly after they are written, one sealing at a time. */
export function sealLoop(
  seal: Gate['seal'],
  told: { unwitnessed: (witness: string, said: string) => void; failed: (error: unknown) => void },
): SealLoop {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let soon: NodeJS.Timeout | undefined;
  const once = async () => {
    const { unwitnessed } = await seal();
    for (const { witness, said } of unwitnessed) told.unwitnessed(witness, said);
  };
  const now = () => {
    soon = undefined;
    if (running) {
      again = true;
      return;
    }
    running = once()
      .catch(told.failed)
      .finally(() => {
        running = null;
        if (again) nudge();
        again = false;
      });
  };
  const nudge = () => {
    if (stopped) return;
    soon ??= setTimeout(now, SOON_MS);
  };
  const timer = setInterval(now, EVERY_MS);
  return {
    nudge,
    async stop() {
      clearInterval(timer);
      clearTimeout(soon);
      stopped = true;
      await running;
    },
  };
}
