import type { Fault } from './find-fault.ts';

/** Why a value does not fit its Application Identifier. */
export interface ValueError {
  code: Fault['code'];
  ai: string;
}

/** A read value, or why it could not be read. */
export type Read<T, E = ValueError> = { ok: true; value: T } | { ok: false; error: E };
