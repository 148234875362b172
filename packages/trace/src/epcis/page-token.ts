import { createHash } from 'node:crypto';

const LASTS_MS = 3_600_000;

/** Where the next page begins: the last row's place in the order of the query, and how many rows may still come. */
export interface PagePlace {
  after: string;
  position: string;
  left: number | null;
}

/**
 * A `nextPageToken`: the place itself, bound to its query and to an hour, so that nothing is kept for it. Whoever
 * changes it only chooses another place in what they may see anyway.
 */
export function pageToken(place: PagePlace, query: string, now: Date): { token: string; expires: Date } {
  const expires = new Date(now.getTime() + LASTS_MS);
  const told = [place.after, place.position, place.left, expires.getTime(), digest(query)];
  return { token: Buffer.from(JSON.stringify(told)).toString('base64url'), expires };
}

/** Reads a token for a query; null when it is malformed, for another query or too old. */
export function readPageToken(token: string, query: string, now: Date): PagePlace | null {
  let told: unknown;
  try {
    told = JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    return null;
  }
  if (!Array.isArray(told)) return null;
  const [after, position, left, expires, of] = told as unknown[];
  if (typeof after !== 'string' || after.length > 1_000 || after.includes('\0')) return null;
  if (typeof position !== 'string' || !/^\d{1,18}$/.test(position)) return null;
  if (left !== null && !(typeof left === 'number' && Number.isInteger(left) && left > 0)) return null;
  if (typeof expires !== 'number' || expires < now.getTime() || of !== digest(query)) return null;
  return { after, position, left };
}

function digest(query: string): string {
  return createHash('sha256').update(query).digest('base64url').slice(0, 12);
}
