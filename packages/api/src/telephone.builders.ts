import { createHmac } from 'node:crypto';

/** What a telephone makes of the secret that it was told (RFC 6238), at any instant. */
export function telephone(typed: string, now: () => Date): () => string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...typed].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return () => {
    const step = Buffer.alloc(8);
    step.writeBigUInt64BE(BigInt(Math.floor(now().getTime() / 30_000)));
    const hash = createHmac('sha1', secret).update(step).digest();
    const number = hash.readUInt32BE((hash[19] ?? 0) & 15) & 0x7fff_ffff;
    return String(number % 1_000_000).padStart(6, '0');
  };
}
