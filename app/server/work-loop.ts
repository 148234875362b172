/**
 * Does what waits, one piece at a time, and looks for more every so often. `some` returns how much it did; 0: nothing
 * waits. Returns what stops it after its piece.
 */
export function workLoop(
  some: () => Promise<number>,
  everyMs: number,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  let stopped = false;
  const work = async () => {
    while (!stopped && (await some()) > 0);
  };
  const timer = setInterval(() => {
    running ??= work()
      .catch(failed)
      .finally(() => {
        running = null;
      });
  }, everyMs);
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}
