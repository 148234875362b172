const TRIES = 10;
const WINDOW_MS = 15 * 60_000;
const MOST_KEPT = 10_000;

/**
 * Counts the tries to prove who one is for each telephone number, known or not, or account, so that no password and no
 * code can be guessed by machine: ten in the fifteen minutes from the first. Kept in the memory of one process; a restart forgets it.
 */
export class SignInTries {
  readonly #byWhom = new Map<string, { since: number; count: number }>();

  /** Takes one try before the password is looked at, so that tries at once count too. Gives the seconds to wait, or 0. */
  take(who: string, now: Date): number {
    const tries = this.#byWhom.get(who);
    if (!tries || now.getTime() - tries.since >= WINDOW_MS) {
      this.#begin(who, now);
      return 0;
    }
    if (tries.count >= TRIES) return Math.ceil((tries.since + WINDOW_MS - now.getTime()) / 1000);
    tries.count += 1;
    return 0;
  }

  /** Forgets the tries of a number whose owner has now signed in. */
  forget(who: string): void {
    this.#byWhom.delete(who);
  }

  #begin(who: string, now: Date): void {
    this.#byWhom.delete(who);
    if (this.#byWhom.size >= MOST_KEPT) {
      const oldest = this.#byWhom.keys().next();
      if (!oldest.done) this.#byWhom.delete(oldest.value);
    }
    this.#byWhom.set(who, { since: now.getTime(), count: 1 });
  }
}
