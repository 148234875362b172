import type { IncomingHttpHeaders } from 'node:http';

/** The largest body that the gate's machine door takes: a photo of 15 MiB written out as JSON numbers. */
export const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Why a request's body is not taken in whole, as its status: 413 when it is longer than `most` bytes, 411 when it does
 * not say how long it is (RFC 9110, 15.5.12). Null when it may be read. Node itself cuts a body at the length it names.
 */
export function refusedBody(headers: IncomingHttpHeaders, most: number): 411 | 413 | null {
  const length = headers['content-length'];
  if (length === undefined) return headers['transfer-encoding'] === undefined ? null : 411;
  return Number(length) > most ? 413 : null;
}
