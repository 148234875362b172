import type { CopyFlagKind, Tx } from '@baunghe/db';
import type { ScannedBox } from './count-scan.ts';

/** How often codes were opened on a day (UTC midnight, the day in Vietnam); once an hour for a network and code. */
export interface ScansOnDay {
  day: Date;
  /** Of boxes' codes. */
  boxes: number;
  /** Of codes that were no box's. */
  others: number;
}

/** A flag as the manager sees it, with all looks. */
export interface FlagRow extends ScannedBox {
  id: string;
  kind: CopyFlagKind;
  since: Date;
  places: number;
  scans: number;
  raisedAt: Date;
  settled: boolean;
  looks: { at: Date; byUser: string; note: string; settled: boolean }[];
}

/** Openings by day from a day on; days without any are left out. */
export async function scansByDay(tx: Tx, from: Date, of: ScannedBox | null): Promise<ScansOnDay[]> {
  const rows = await tx.$queryRaw<{ day: Date; boxes: bigint; others: bigint }[]>`
    SELECT ("hour" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day,
      count(*) FILTER (WHERE "boxed") AS boxes, count(*) FILTER (WHERE NOT "boxed") AS others
    FROM "scan_place"
    WHERE "hour" >= (${from}::timestamptz - interval '7 hours')
      AND (${of === null} OR ("gtin" = ${of?.gtin ?? ''} AND "serial" = ${of?.serial ?? ''}))
    GROUP BY 1 ORDER BY 1`;
  return rows.map(({ day, boxes, others }) => ({ day, boxes: Number(boxes), others: Number(others) }));
}

/** Flags, those that wait for a look first, then the warned ones, then the settled; the newest first among each. */
export async function flagRows(tx: Tx, limit: number): Promise<FlagRow[]> {
  const flags = await tx.copyFlag.findMany({
    include: { looks: { orderBy: { id: 'asc' } } },
    orderBy: [{ raisedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  const rows = flags.map(({ looks, round: _round, ...flag }) => ({
    ...flag,
    settled: looks.some(({ settled }) => settled),
    looks: looks.map(({ at, byUser, note, settled }) => ({ at, byUser, note, settled })),
  }));
  const rank = (row: FlagRow) => (row.settled ? 2 : row.looks.length > 0 ? 1 : 0);
  return rows.sort((a, b) => rank(a) - rank(b));
}
