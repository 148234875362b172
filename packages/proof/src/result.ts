/** What an act gives that may be asked for something impossible: the value, or one of a closed set of errors. */
export type Result<T, E extends { code: string }> = { ok: true; value: T } | { ok: false; error: E };

/** Wraps what an act gave. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Wraps an expected failure. */
export function fail<const E extends { code: string }>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}
