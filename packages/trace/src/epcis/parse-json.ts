import { ok, type Result } from '@baunghe/db';
import { type EpcisFailure, refuse } from './failure.ts';
import type { Json } from './json.ts';

/** Bytes that one captured document may have (`GS1-EPCIS-Capture-File-Size-Limit`). */
export const MOST_BYTES = 20 * 1024 * 1024;

/** Reads JSON text (RFC 8259). */
export function parseJson(text: string): Result<Json, EpcisFailure> {
  if (text.length > MOST_BYTES)
    return refuse('capture_limit', `the document is larger than ${MOST_BYTES} bytes`);
  try {
    return ok(JSON.parse(text) as Json);
  } catch (error) {
    const why =
      error instanceof Error ? error.message.replace(/[\s\S]{0,40}is not valid JSON/, '').slice(0, 120) : '';
    return refuse('validation', `the body is not JSON: ${why}`);
  }
}
