import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long one code lasts (RFC 6238, section 4.1), and how many digits telephones show. */
const STEP_S = 30;
const DIGITS = 6;
/** A telephone's clock may be a step off either way (section 5.2). */
const DRIFT = [0, -1, 1] as const;

/** The step that an instant falls in: whole half-minutes since 1970. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_S);
}

/** The code of a step (RFC 6238 with HMAC-SHA-1; RFC 4226, section 5.3, for the digits). */
export function codeOfStep(secret: Uint8Array, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const offset = (hash[19] ?? 0) & 0xf;
  const number = hash.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/** The step whose code was typed, if it is a later one than `lastStep`; null for a wrong code and for a used one. */
export function stepOfCode(secret: Uint8Array, typed: string, now: Date, lastStep: number): number | null {
  const at = stepAt(now);
  const found = DRIFT.map((drift) => at + drift).find((step) => same(codeOfStep(secret, step), typed));
  return found !== undefined && found > lastStep ? found : null;
}

/** What telephones scan (Key URI Format of Google Authenticator). */
export function keyUri(secret: Uint8Array, { issuer, account }: { issuer: string; account: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`;
}

/** Base 32 without padding (RFC 4648, section 6), as people type a secret that they cannot scan. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

function same(right: string, typed: string): boolean {
  const [wanted, given] = [Buffer.from(right), Buffer.from(typed)];
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
