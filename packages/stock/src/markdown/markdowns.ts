import type { Tx } from '@baunghe/db';
import type { FruitKind } from '../fruit-kind.ts';
import type { TakenOff } from './marked-price.ts';

/** A mark-down that holds now, of the lot named and its kind of fruit. */
export interface OpenMarkdown extends TakenOff, FruitKind {
  id: string;
  lotId: string;
  endsAt: Date;
}

/** A mark-down as the office sees it. */
export interface MarkdownInOffice extends TakenOff {
  id: string;
  reason: string;
  createdAt: Date;
  byUser: string;
  endsAt: Date;
  /** Null while it holds. */
  endedAt: Date | null;
  /** Who ended it before its time; null: it came to its end. */
  endedBy: string | null;
}

/**
 * Those of the mark-downs that hold now. `keeps` keeps them as they are until the transaction ends: whoever wants to end
 * one waits, so that nothing is sold at a price that is over.
 */
export function openMarkdowns(
  tx: Tx,
  now: Date,
  ids: readonly string[],
  { keeps }: { keeps: boolean },
): Promise<OpenMarkdown[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx.$queryRawUnsafe(
    `SELECT m."id", m."lotId", m."percent", m."kiloDong", m."endsAt", l."varietyCode", l."grade"
     FROM "lot_markdown" m JOIN "lot" l ON l."id" = m."lotId"
     WHERE m."id" = ANY($1) AND m."endedAt" IS NULL AND m."endsAt" > $2
     ORDER BY m."id" ${keeps ? 'FOR SHARE OF m' : ''}`,
    [...ids],
    now,
  );
}

/** All mark-downs of a lot, the newest first. */
export async function markdownsOfLot(tx: Tx, now: Date, batch: string): Promise<MarkdownInOffice[]> {
  const rows = await tx.lotMarkdown.findMany({
    where: { lot: { batch } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(({ lotId: _, endedAt, ...row }) => ({
    ...row,
    endedAt: endedAt ?? (row.endsAt <= now ? row.endsAt : null),
  }));
}
