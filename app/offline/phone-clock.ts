const AHEAD = 'baunghe-clock-ahead';

/** By how much this phone's clock is known to be ahead of the cooperative's, in milliseconds; 0 while nobody has compared them. */
export function knownAhead(): number {
  const ahead = Number(localStorage.getItem(AHEAD));
  return Number.isFinite(ahead) ? ahead : 0;
}

/** Keeps what a comparison gave. */
export function rememberAhead(ahead: number): void {
  try {
    localStorage.setItem(AHEAD, String(Math.round(ahead)));
  } catch {
    // A full phone knows less, and works all the same.
  }
}

/** Compares the clock with an answer that has just arrived from the server itself, by its Date. */
export function compareClock(answer: Response): void {
  const there = Date.parse(answer.headers.get('Date') ?? '');
  if (Number.isFinite(there)) rememberAhead(Date.now() - there);
}

/** The time it is, as far as this phone can know without signal. */
export const rightNow = (): Date => new Date(Date.now() - knownAhead());
