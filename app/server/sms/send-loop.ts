import type { Gate } from '../gate';

/** How soon after a write messages leave, and how often those are looked for that wait for another try, in milliseconds. */
const SOON_MS = 500;
const EVERY_MS = 15_000;

type SendLoop = {
  /** Something was written: there may be a message to send. */
  nudge: () => void;
  /** Stops, after a round that runs. */
  stop: () => Promise<void>;
};

/** Sends what lies in the outbox, one round at a time, until nothing is due. */
export function sendLoop(send: Gate['sendMessages'], failed: (error: unknown) => void): SendLoop {
  let running: Promise<void> = Promise.resolve();
  let soon: NodeJS.Timeout | undefined;
  let stopped = false;
  const round = async () => {
    while (!stopped && (await send()) > 0);
  };
  const now = () => {
    soon = undefined;
    running = running.then(round).catch(failed);
  };
  const timer = setInterval(now, EVERY_MS);
  return {
    nudge: () => {
      if (!stopped) soon ??= setTimeout(now, SOON_MS);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      clearTimeout(soon);
      await running;
    },
  };
}
