import { Prisma } from '@baunghe/db';
import { dayKey } from '../delivery/delivery-days.ts';

/** Newest first, or by the day on which they leave, the soonest first and those without a day last. */
export const BOARD_ORDERS = ['newest', 'leave'] as const;
export type BoardOrder = (typeof BOARD_ORDERS)[number];

/** Where a page of the board lies: behind a row, or before one. */
export interface BoardPlace {
  sort: BoardOrder;
  after: string | null;
  before: string | null;
}

const LEAVES = Prisma.sql`coalesce(o."leaveOn", 'infinity'::date)`;
const NO_DAY = 'infinity';
const KEY = /^(?:(\d{4}-\d{2}-\d{2}|infinity)~)?([\w-]{1,64})$/;

/** The key of a row: its id, behind its day where the board goes by that. */
export function boardKey(sort: BoardOrder, row: { id: string; leaveOn: Date | null }): string {
  return sort === 'newest' ? row.id : `${row.leaveOn ? dayKey(row.leaveOn) : NO_DAY}~${row.id}`;
}

/** Whether a page is read backwards, what its rows are past, and in which order they come. */
export function readingOf({ sort, after, before }: BoardPlace): {
  back: boolean;
  past: Prisma.Sql | null;
  by: Prisma.Sql;
} {
  const back = after === null && before !== null;
  const [, day, id] = KEY.exec(after ?? before ?? '') ?? [];
  if (sort === 'newest') {
    const by = back ? Prisma.sql`o."id" ASC` : Prisma.sql`o."id" DESC`;
    if (id === undefined) return { back: false, past: null, by: Prisma.sql`o."id" DESC` };
    return { back, by, past: back ? Prisma.sql`o."id" > ${id}` : Prisma.sql`o."id" < ${id}` };
  }
  const forward = Prisma.sql`${LEAVES} ASC, o."id" ASC`;
  if (id === undefined || day === undefined) return { back: false, past: null, by: forward };
  const row = Prisma.sql`(${LEAVES}, o."id")`;
  const at = Prisma.sql`(${day}::date, ${id})`;
  return back
    ? { back, by: Prisma.sql`${LEAVES} DESC, o."id" DESC`, past: Prisma.sql`${row} < ${at}` }
    : { back, by: forward, past: Prisma.sql`${row} > ${at}` };
}
