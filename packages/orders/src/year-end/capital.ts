import {
  fail,
  lockRows,
  lockSettlements,
  type Moment,
  newId,
  ok,
  type PayoutThrough,
  type Result,
  type Tx,
  vietnamDay,
} from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { enterInBooks } from '@baunghe/payments';
import { type CharterCapital, charterCapital, mostOn } from './charter.ts';

/** Capital that a member puts into the cooperative on a day, or takes out of it. */
export interface NewCapital {
  memberId: string;
  turn: 'put_in' | 'taken_out';
  day: Date;
  amount: Dong;
  through: PayoutThrough;
  reference: string;
  note: string | null;
}

/** An entry that stands in the list; negative where capital was taken out. */
export interface CapitalEntry {
  id: string;
  day: Date;
  amount: Dong;
  through: PayoutThrough;
  reference: string;
  note: string | null;
}

/** A member with what they have in the cooperative. */
export interface MemberCapital {
  memberId: string;
  code: string;
  name: string;
  stands: Dong;
  /** What of it is beyond the part that one member may have of the charter capital: to be given back. */
  over: Dong;
  /** The newest day first. */
  entries: CapitalEntry[];
}

/** Why an entry is not written down. */
export type CapitalRefusal =
  | { code: 'member_unknown' }
  | { code: 'capital_day_ahead' }
  | { code: 'year_closed'; year: number }
  /** More than the member has in the cooperative on that day, or on one after it. */
  | { code: 'capital_too_much'; most: Dong }
  /** It would come to more of the charter capital than one member may have; so much may still be put in. */
  | { code: 'capital_over_part'; most: Dong };

const NOON_MS = 5 * 3_600_000;

/**
 * Books capital put in or taken out on its day, in a year that is not closed, so that nobody comes to have less than
 * nothing, or more of the charter capital than one may. Waits for whoever closes a year. Returns the entry's id.
 */
export async function addCapital(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  { turn, amount, ...told }: NewCapital,
): Promise<Result<{ id: string }, CapitalRefusal>> {
  if (told.day > vietnamDay(moment.now)) return fail({ code: 'capital_day_ahead' });
  await lockSettlements(tx);
  await lockRows(tx, 'member', [told.memberId]);
  if (!(await tx.member.findUnique({ where: { id: told.memberId } })))
    return fail({ code: 'member_unknown' });
  const year = told.day.getUTCFullYear();
  const closed = await tx.yearEnd.count({ where: { year: { gte: year }, state: { not: 'dropped' } } });
  if (closed > 0) return fail({ code: 'year_closed', year });
  const bounds = await boundsFrom(tx, told.memberId, told.day);
  if (turn === 'taken_out' && amount > bounds.out) {
    return fail({ code: 'capital_too_much', most: bounds.out });
  }
  if (turn === 'put_in' && bounds.in !== null && amount > bounds.in) {
    return fail({ code: 'capital_over_part', most: bounds.in });
  }
  const moved = turn === 'put_in' ? amount : dong(-amount);
  const id = newId('cpt', moment);
  await tx.memberCapital.create({
    data: { id, ...told, amountDong: BigInt(moved), at: moment.now, byUser: by.userId },
  });
  const now = +told.day === +vietnamDay(moment.now) ? moment.now : new Date(+told.day + NOON_MS);
  await enterInBooks(
    tx,
    { ...moment, now },
    {
      key: `capital:${id}`,
      orderId: null,
      sides: [
        { account: told.through, dong: moved },
        { account: 'members_capital', dong: dong(-moved) },
      ],
    },
  );
  return ok({ id });
}

/** Members with what they have in the cooperative, by their codes; one alone where named. */
export async function membersCapital(tx: Tx, now: Date, memberId?: string): Promise<MemberCapital[]> {
  const [rows, charter] = await Promise.all([
    tx.member.findMany({
      where: { capital: { some: {} }, ...(memberId === undefined ? {} : { id: memberId }) },
      include: { capital: { orderBy: [{ day: 'desc' }, { id: 'desc' }] } },
      orderBy: { code: 'asc' },
    }),
    charterCapital(tx),
  ]);
  const most = mostOn(charter, vietnamDay(now));
  return rows.map(({ id, code, name, capital }) => {
    const stands = dong(capital.reduce((sum, { amountDong }) => sum + amountDong, 0n));
    return {
      ...{ memberId: id, code, name, stands },
      over: dong(most === null ? 0 : Math.max(0, stands - most)),
      entries: capital.map(({ id: entryId, day, amountDong, through, reference, note }) => ({
        ...{ id: entryId, day, amount: dong(amountDong), through, reference, note },
      })),
    };
  });
}

/** What stood for each member in a year on a day's average, to the whole đồng below. */
export async function meanCapital(tx: Tx, year: number): Promise<Map<string, Dong>> {
  const rows = await tx.$queryRaw<{ memberId: string; dong: bigint }[]>`
    SELECT c."memberId", floor(
      sum(c."amountDong" * (make_date(${year + 1}::int, 1, 1) - greatest(c."day", make_date(${year}::int, 1, 1))))
      / (make_date(${year + 1}::int, 1, 1) - make_date(${year}::int, 1, 1)))::bigint AS dong
    FROM "member_capital" c WHERE c."day" < make_date(${year + 1}::int, 1, 1) GROUP BY 1`;
  return new Map(rows.map((row) => [row.memberId, dong(row.dong)]));
}

/**
 * How much a member may take out and put in on a day: no more than they have on it and on every day after, and no more
 * than the part that one may have of the charter capital leaves on any of them (null where no charter capital is known).
 */
async function boundsFrom(tx: Tx, memberId: string, day: Date): Promise<{ out: Dong; in: Dong | null }> {
  const [rows, charter] = await Promise.all([
    tx.memberCapital.groupBy({
      by: ['day'],
      where: { memberId },
      _sum: { amountDong: true },
      orderBy: { day: 'asc' },
    }),
    charterCapital(tx),
  ]);
  const standsOn = (until: Date) =>
    rows.filter((row) => row.day <= until).reduce((sum, row) => sum + Number(row._sum.amountDong ?? 0n), 0);
  const turns = [...rows.map((row) => row.day), ...charter.map(({ fromDay }) => fromDay)];
  const days = [day, ...turns.filter((each) => each > day)];
  const left = days.flatMap((each) => roomOn(charter, each, standsOn(each)));
  return {
    out: dong(Math.min(...days.map(standsOn))),
    in: left.length === 0 ? null : dong(Math.max(0, Math.min(...left))),
  };
}

function roomOn(charter: readonly CharterCapital[], day: Date, stands: number): number[] {
  const most = mostOn(charter, day);
  return most === null ? [] : [most - stands];
}
