import { Prisma, type Tx } from '@baunghe/db';
import { typedOrderCode } from '../order-code.ts';

const LEAST_DIGITS = 3;
const MOST_WORDS = 6;

/**
 * What orders `o` are meant by words typed into the board's search: the one of that code, transfer memo or box serial;
 * else those whose number ends in the digits typed; else those whose buyer's name holds every word, with or without
 * diacritics, each from its beginning. Null: nothing was typed.
 */
export async function meantBy(tx: Tx, typed: string): Promise<Prisma.Sql | null> {
  if (typed.trim() === '') return null;
  const code = typedOrderCode(typed);
  if (code !== '') {
    const ids = await named(tx, code, typed.trim());
    if (ids.length > 0) return Prisma.sql`o."id" = ANY (${ids})`;
  }
  const digits = /^[\d\s.+()-]+$/.test(typed)
    ? typed.replace(/\D/g, '').replace(/^(0|84)(?=\d{9}$)/, '')
    : '';
  if (digits.length >= LEAST_DIGITS)
    return Prisma.sql`reverse(o."phone") LIKE ${`${[...digits].reverse().join('')}%`}`;
  const [row] = await tx.$queryRaw<{ words: string | null }[]>`SELECT folded_words(${typed}) AS words`;
  const words = (row?.words ?? '').split(' ').filter(Boolean).slice(0, MOST_WORDS);
  if (words.length === 0) return Prisma.sql`false`;
  const each = words.map((word) => Prisma.sql`(' ' || folded_words(o."buyerName")) LIKE ${`% ${word}%`}`);
  return Prisma.join(each, ' AND ');
}

/** The orders that a code is of: their own, a transfer's memo, a box's serial. */
async function named(tx: Tx, code: string, serial: string): Promise<string[]> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "order" WHERE "code" = ${code}
    UNION SELECT "orderId" FROM "payment" WHERE "purpose" = ${code}
    UNION SELECT "orderId" FROM "box" WHERE "serial" IN (${serial}, ${code})`;
  return found.map(({ id }) => id);
}
