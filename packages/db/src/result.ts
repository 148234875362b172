/** A finished act: what it gave. */
export interface Ok<T> {
  ok: true;
  value: T;
}

/** An expected failure: one of a closed set, told by its code. */
export interface Failed<E extends { code: string }> {
  ok: false;
  error: E;
}

/** What an act returns when a person may have asked for something impossible. The unexpected throws instead. */
export type Result<T, E extends { code: string }> = Ok<T> | Failed<E>;

/** Wraps what an act gave. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps an expected failure. */
export function fail<const E extends { code: string }>(error: E): Failed<E> {
  return { ok: false, error };
}
