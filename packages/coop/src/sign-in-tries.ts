import type { Phone } from './phone-number.ts';

const TRIES = 10;
const WINDOW_MS = 15 * 60_000;
const PHONES_KEPT = 10_000;

/**
 * Counts the tries to sign in for each number, known or not, so that a password cannot be guessed by machine: ten in
 * the fifteen minutes from the first. Kept in the memory of one process; a restart forgets it.
 */
export class SignInTries {
  readonly #byPhone = new Map<Phone, { since: number; count: number }>();

  /** Takes one try before the password is looked at, so that tries at once count too. Gives the seconds to wait, or 0. */
  take(phone: Phone, now: Date): number {
    const tries = this.#byPhone.get(phone);
    if (!tries || now.getTime() - tries.since >= WINDOW_MS) {
      this.#begin(phone, now);
      return 0;
    }
    if (tries.count >= TRIES) return Math.ceil((tries.since + WINDOW_MS - now.getTime()) / 1000);
    tries.count += 1;
    return 0;
  }

  /** Forgets the tries of a number whose owner has now signed in. */
  forget(phone: Phone): void {
    this.#byPhone.delete(phone);
  }

  #begin(phone: Phone, now: Date): void {
    this.#byPhone.delete(phone);
    if (this.#byPhone.size >= PHONES_KEPT) {
      const oldest = this.#byPhone.keys().next();
      if (!oldest.done) this.#byPhone.delete(oldest.value);
    }
    this.#byPhone.set(phone, { since: now.getTime(), count: 1 });
  }
}
