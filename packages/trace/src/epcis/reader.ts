import { Prisma } from '@baunghe/db';
import { OWN } from './index-event.ts';

/** Who reads: anyone sees the cooperative's own events, a key also what was captured with it, the office everything. */
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
