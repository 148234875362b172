import { type EpcisEvent, eventPreHash } from './event-pre-hash.ts';

/**
 * The id of an event that anyone can work out again from the event itself: SHA-256 of its canonical text, as a named
 * information URI (CBV 2.0, 8.9; RFC 6920). `namespaces` are the prefixes of the document's `@context`.
 */
export async function eventHashId(
  event: EpcisEvent,
  namespaces: Readonly<Record<string, string>> = {},
): Promise<string> {
  const text = new TextEncoder().encode(eventPreHash(event, namespaces));
  const hash = new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', text));
  const hexadecimal = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `ni:///sha-256;${hexadecimal}?ver=CBV2.0`;
}
