import { Prisma, type Tx } from '@baunghe/db';
import { OWN } from './index-event.ts';

/**
 * Who reads: anyone sees the cooperative's own events, a key also what was captured with it, the office everything. Whose
 * serial numbers stand in our events is told to the office, and to others of a box that they name themselves, since a
 * box's number opens its page.
 */
export type Reader = { kind: 'public' } | { kind: 'key'; keyId: string } | { kind: 'office' };

/** Whose what a reader captures or names is. */
export function ownerOf(reader: Exclude<Reader, { kind: 'public' }>): string {
  return reader.kind === 'key' ? reader.keyId : 'office';
}

/** The condition under which a row with the column `owner` is for a reader. */
export function seenBy(reader: Reader, owner: Prisma.Sql): Prisma.Sql {
  if (reader.kind === 'office') return Prisma.sql`TRUE`;
  if (reader.kind === 'public') return Prisma.sql`${owner} = ${OWN}`;
  return Prisma.sql`${owner} IN (${OWN}, ${reader.keyId})`;
}

/** Values that name no single box, in the words of the index that is kept of them. */
const NAMES_NO_BOX = Prisma.raw(`"value" !~ '/01/[0-9]{14}/([^?#]*/)?21/'`);

/** The condition under which a value of our own or of others' events may be listed for a reader. */
export function listedFor(reader: Reader): Prisma.Sql {
  const own = Prisma.sql`("owner" = ${OWN} AND ${NAMES_NO_BOX})`;
  if (reader.kind === 'office') return Prisma.sql`TRUE`;
  return reader.kind === 'public' ? own : Prisma.sql`(${own} OR "owner" = ${reader.keyId})`;
}

/** Which of the EPCs in our events a reader is told: those asked for by name, and those that came in with the same key. */
export async function namedTo(
  tx: Tx,
  reader: Exclude<Reader, { kind: 'office' }>,
  asked: readonly string[],
  epcs: readonly string[],
): Promise<Set<string>> {
  const named = new Set(asked);
  const others = [...new Set(epcs)].filter((epc) => !named.has(epc));
  if (reader.kind === 'public' || others.length === 0) return named;
  const captured = await tx.$queryRaw<{ value: string }[]>`
    SELECT "value" FROM "epcis_value"
    WHERE "kind" = 'epcs' AND "owner" = ${reader.keyId} AND "value" = ANY(${others})`;
  for (const { value } of captured) named.add(value);
  return named;
}
