import type { BookAccount, DealingKind, Side, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { yearBounds } from './year-days.ts';

/** What a year brought and cost on one side of the membership. */
export interface SideSums {
  /** Fruit sold, as it was settled, and of how many orders. */
  sold: Dong;
  orders: number;
  /** Income: what the cooperative keeps of what was sold, delivery, and what no order tells of. */
  kept: Dong;
  delivery: Dong;
  other: Dong;
  /** Costs: given back for bad fruit and not borne by members, vouchers, fees, and what no order tells of. */
  claims: Dong;
  vouchers: Dong;
  fees: Dong;
  costs: Dong;
}

/** A year's sums on both sides. */
export type YearSums = Record<Side, SideSums>;

/** What a side brought in all. */
export const incomeOf = ({ kept, delivery, other }: SideSums): Dong => dong(kept + delivery + other);

/** What a side cost in all. */
export const costOf = ({ claims, vouchers, fees, costs }: SideSums): Dong =>
  dong(claims + vouchers + fees + costs);

/**
 * What a year brought and cost, inside and outside the membership. What an order brought or cost counts once it is
 * settled, in the year of that settlement or in the later one in which it was booked: until then its fruit is not sold
 * for good, and members are owed nothing of it.
 */
export async function yearSums(tx: Tx, year: number): Promise<YearSums> {
  const [settled, booked, dealt] = await Promise.all([
    settledIn(tx, year),
    bookedIn(tx, year),
    dealtIn(tx, year),
  ]);
  const of = (side: Side): SideSums => {
    const own = settled.find((row) => row.side === side);
    const stands = (account: BookAccount) =>
      Number(booked.find((row) => row.side === side && row.account === account)?.dong ?? 0n);
    const dealing = (kind: DealingKind) =>
      dong(dealt.find((row) => row.side === side && row.kind === kind)?.dong ?? 0n);
    return {
      ...{ sold: dong(own?.sold ?? 0n), orders: own?.orders ?? 0, kept: dong(own?.kept ?? 0n) },
      ...{ delivery: dong(0 - stands('delivery')), other: dealing('income') },
      claims: dong(stands('claims') + Number(own?.borne ?? 0n)),
      ...{ vouchers: dong(stands('vouchers')), fees: dong(stands('fees')), costs: dealing('cost') },
    };
  };
  return { internal: of('internal'), external: of('external') };
}

/** Settlements approved in the year; fruit sent anew is a cost, and what was taken off members is none to the cooperative. */
function settledIn(tx: Tx, year: number) {
  const { begins, ends } = yearBounds(year);
  return tx.$queryRaw<{ side: Side; sold: bigint; kept: bigint; borne: bigint; orders: number }[]>`
    SELECT side_of_order(b."orderId") AS side,
      coalesce(sum(l."grossDong") FILTER (WHERE l."kind" = 'sale'), 0)::bigint AS sold,
      coalesce(sum(l."coopDong"), 0)::bigint AS kept,
      coalesce(sum(l."grossDong") FILTER (WHERE l."kind" <> 'sale'), 0)::bigint AS borne,
      count(DISTINCT b."orderId") FILTER (WHERE l."kind" = 'sale')::int AS orders
    FROM "settlement" s JOIN "settlement_line" l ON l."settlementId" = s."id" JOIN "box" b ON b."id" = l."boxId"
    WHERE s."state" = 'approved' AND s."closedAt" >= ${begins} AND s."closedAt" < ${ends}
    GROUP BY 1`;
}

function bookedIn(tx: Tx, year: number) {
  const { begins, ends } = yearBounds(year);
  return tx.$queryRaw<{ side: Side; account: BookAccount; dong: bigint }[]>`
    WITH first_settled AS (
      SELECT b."orderId" AS id, min(s."closedAt") AS at
      FROM "settlement" s JOIN "settlement_line" l ON l."settlementId" = s."id" JOIN "box" b ON b."id" = l."boxId"
      WHERE s."state" = 'approved' AND s."closedAt" < ${ends} GROUP BY 1)
    SELECT side_of_order(j."orderId") AS side, p."account", sum(p."dong")::bigint AS dong
    FROM first_settled f JOIN "journal" j ON j."orderId" = f.id JOIN "posting" p ON p."journalId" = j."id"
    WHERE p."account" IN ('delivery', 'claims', 'vouchers', 'fees')
      AND greatest(j."at", f.at) >= ${begins} AND greatest(j."at", f.at) < ${ends}
    GROUP BY 1, 2`;
}

function dealtIn(tx: Tx, year: number) {
  return tx.$queryRaw<{ side: Side; kind: DealingKind; dong: bigint }[]>`
    SELECT "side", "kind", sum("amountDong")::bigint AS dong FROM "dealing"
    WHERE "day" >= make_date(${year}::int, 1, 1) AND "day" < make_date(${year + 1}::int, 1, 1)
    GROUP BY 1, 2`;
}
