import type { CoopDetailKind } from '@baunghe/db';
import { fail, type Moment, ok, plusDays, type Result, type Tx, vietnamDay } from '@baunghe/db';

/** What papers for inspectors say of the cooperative; null: nothing that anybody wrote down. */
export type CoopDetails = Record<CoopDetailKind, string | null>;

/** A detail as it was written down: what holds from which day, and who says so. */
export interface WrittenDetail {
  kind: CoopDetailKind;
  value: string | null;
  fromDay: Date;
  at: Date;
  byName: string | null;
}

/** Why a detail is not written down. */
export type DetailRefusal =
  | { code: 'packing_house_form' }
  | { code: 'detail_day_out_of_range'; oldest: Date; newest: Date };

const YEAR = 366;
/** Codes came into use with the protocols of 2019 and after; what is older is a slip of the hand. */
const OLDEST_YEARS = 10;

/** What holds on a day in Vietnam. */
export async function detailsOn(tx: Tx, day: Date): Promise<CoopDetails> {
  const rows = await tx.$queryRaw<{ kind: CoopDetailKind; value: string | null }[]>`
    SELECT DISTINCT ON ("kind") "kind", "value" FROM "coop_detail"
    WHERE "fromDay" <= ${day}::date ORDER BY "kind", "fromDay" DESC, "id" DESC`;
  const of = (kind: CoopDetailKind) => rows.find((row) => row.kind === kind)?.value ?? null;
  return { phone: of('phone'), packing_house: of('packing_house') };
}

/** The values of a kind that held on one or more days from one to another, both included, each once, in their order. */
export async function detailWithin(tx: Tx, kind: CoopDetailKind, from: Date, to: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ value: string }[]>`
    WITH days AS (
      SELECT DISTINCT ON ("fromDay") "fromDay", "value" FROM "coop_detail" WHERE "kind" = ${kind}::"CoopDetailKind"
      ORDER BY "fromDay", "id" DESC
    ), spans AS (SELECT *, lead("fromDay") OVER (ORDER BY "fromDay") AS until FROM days)
    SELECT "value" AS value FROM spans
    WHERE "value" IS NOT NULL AND "fromDay" <= ${to}::date AND (until IS NULL OR until > ${from}::date)
    GROUP BY 1 ORDER BY min("fromDay")`;
  return rows.map(({ value }) => value);
}

/** All that was written down, what holds last first. */
export async function writtenDetails(tx: Tx): Promise<WrittenDetail[]> {
  return tx.$queryRaw<WrittenDetail[]>`
    SELECT d."kind", d."value", d."fromDay", d."at", u."name" AS "byName"
    FROM "coop_detail" d LEFT JOIN "user" u ON u."id" = d."byUser"
    ORDER BY d."kind", d."fromDay" DESC, d."id" DESC LIMIT 100`;
}

/** Writes down what holds from a day on; nothing that was written before is changed. */
export async function writeDetail(
  tx: Tx,
  { now }: Moment,
  by: { userId: string },
  { kind, value, fromDay }: { kind: CoopDetailKind; value: string | null; fromDay: Date },
): Promise<Result<void, DetailRefusal>> {
  const today = vietnamDay(now);
  const [oldest, newest] = [plusDays(today, -OLDEST_YEARS * YEAR), plusDays(today, YEAR)];
  if (fromDay < oldest || fromDay > newest) return fail({ code: 'detail_day_out_of_range', oldest, newest });
  if (kind === 'packing_house' && value !== null && !/^VN-[A-Z]{2}PH-\d{4}$/.test(value))
    return fail({ code: 'packing_house_form' });
  await tx.coopDetail.create({ data: { kind, value, fromDay, at: now, byUser: by.userId } });
  return ok(undefined);
}
