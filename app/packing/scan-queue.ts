/** A scan on its way: it keeps one key from the trigger to the answer. */
export interface Scan<What> {
  key: string;
  what: What;
}

/** What became of a scan: answered, or not yet since nothing came through. */
export type Sent<Answer> = { sent: true; answer: Answer } | { sent: false };

interface QueueParts<What, Answer> {
  newKey: () => string;
  send: (scan: Scan<What>) => Promise<Sent<Answer>>;
  done: (scan: Scan<What>, answer: Answer) => void;
  /** Waits before a scan that did not come through is sent again. */
  pause: () => Promise<void>;
}

/**
 * Sends scans one after another in the order in which they came, each until it is answered and always with the key it
 * got when it came: a scanner may be faster than the line, and a line may break after the far end has written.
 */
export class ScanQueue<What, Answer> {
  readonly #parts: QueueParts<What, Answer>;
  readonly #waiting: Scan<What>[] = [];
  #running: Promise<void> | null = null;

  constructor(parts: QueueParts<What, Answer>) {
    this.#parts = parts;
  }

  /** Takes a scan in; sent at once when none is before it. */
  take(what: What): Scan<What> {
    const scan = { key: this.#parts.newKey(), what };
    this.#waiting.push(scan);
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return scan;
  }

  /** Resolves when nothing waits any more. */
  async empty(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let scan = this.#waiting[0]; scan; scan = this.#waiting[0]) {
      const sent = await this.#parts.send(scan);
      if (!sent.sent) {
        await this.#parts.pause();
        continue;
      }
      this.#waiting.shift();
      this.#parts.done(scan, sent.answer);
    }
  }
}
