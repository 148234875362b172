import { createHmac } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import type { Moment } from '@baunghe/db';

/** A network as far as it is remembered: marks of one era are comparable, those of two are not. 8 hex digits each. */
export interface NetworkMark {
  era: string;
  network: string;
}

const DAY_MS = 86_400_000;

/**
 * Turns addresses into marks that say "the same network as before" and nothing else: 32 bits of HMAC-SHA256 over the
 * first 24 bits of an IPv4 or 48 of an IPv6 address. The key is random, lives in this process's memory only and is
 * thrown away at the end of its day (UTC); with it goes every way from a mark back to a network.
 */
export class NetworkMarks {
  #day = -1;
  #era = '';
  #key: Uint8Array = new Uint8Array();

  /** The mark of an address, or null for text that is none. */
  of(address: string | null | undefined, moment: Moment): NetworkMark | null {
    const network = networkOf(address ?? '');
    if (network === null) return null;
    const day = Math.floor(moment.now.getTime() / DAY_MS);
    if (day !== this.#day) {
      this.#day = day;
      this.#key = moment.random(32);
      this.#era = Buffer.from(moment.random(4)).toString('hex');
    }
    const mark = createHmac('sha256', this.#key).update(network).digest('hex').slice(0, 8);
    return { era: this.#era, network: mark };
  }
}

/** The /24 of an IPv4 address, or the /48 of an IPv6 one, as text; null when it is neither. */
export function networkOf(address: string): string | null {
  const bare = address.replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
  if (isIPv4(mapped)) return mapped.split('.').slice(0, 3).join('.');
  if (!isIPv6(bare)) return null;
  const [before = '', after] = bare.split('::');
  const groups = before === '' ? [] : before.split(':');
  // What "::" leaves out are zeros; the groups behind it matter only if they reach into the first three.
  if (after !== undefined) {
    const behind = after === '' ? [] : after.split(':');
    const width = behind.reduce((sum, group) => sum + (group.includes('.') ? 2 : 1), 0);
    while (groups.length + width < 8) groups.push('0');
    groups.push(...behind);
  }
  return groups
    .slice(0, 3)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
