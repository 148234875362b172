/** Why a value does not fit its Application Identifier. */
export type ValueError =
  | { code: 'bad_length'; ai: string }
  | { code: 'bad_characters'; ai: string }
  | { code: 'bad_check_digit'; ai: string }
  | { code: 'bad_date'; ai: string };

/** A read value, or why it could not be read. */
export type Read<T, E = ValueError> = { ok: true; value: T } | { ok: false; error: E };
