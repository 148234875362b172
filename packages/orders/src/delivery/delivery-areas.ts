import { type Tx, vietnamDay } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import type { DayRule } from './delivery-days.ts';
import type { FeeRule } from './fee-of-area.ts';

/** Provinces that are delivered to alike. */
export interface DeliveryArea extends FeeRule, DayRule {
  id: string;
  nameVi: string;
  nameEn: string;
  nameZh: string | null;
  position: number;
  provinceCodes: string[];
}

/** All areas in their order, and the days from today on that nothing leaves or arrives. */
export interface DeliveryRules {
  areas: DeliveryArea[];
  /** Each as `2026-12-03`. */
  closed: Set<string>;
}

type AreaRow = Omit<DeliveryArea, keyof FeeRule> & {
  steps: { upToGrams: number; fee: number }[];
  beyondDong: bigint | null;
  freeFromDong: bigint | null;
  closed: string[];
};

const dongOrNull = (amount: bigint | null): Dong | null => (amount === null ? null : dong(amount));

/** What holds of delivery now, in one round trip: a checkout asks for it. */
export async function deliveryRules(tx: Tx, now: Date): Promise<DeliveryRules> {
  const rows = await tx.$queryRaw<AreaRow[]>`
    SELECT a."id", a."nameVi", a."nameEn", a."nameZh", a."position", a."leaveDays", a."cutOffHour", a."daysFrom",
      a."daysTo", a."beyondDong", a."freeFromDong",
      (SELECT coalesce(json_agg(json_build_object('upToGrams', s."upToGrams", 'fee', s."feeDong") ORDER BY s."upToGrams"), '[]')
        FROM "delivery_step" s WHERE s."areaId" = a."id") AS "steps",
      ARRAY(SELECT p."provinceCode" FROM "delivery_province" p WHERE p."areaId" = a."id" ORDER BY 1) AS "provinceCodes",
      ARRAY(SELECT to_char(c."day", 'YYYY-MM-DD') FROM "delivery_closed_day" c WHERE c."day" >= ${vietnamDay(now)}::date) AS "closed"
    FROM "delivery_area" a ORDER BY a."position", a."id"`;
  const areas = rows.map(({ closed: _closed, beyondDong, freeFromDong, steps, ...area }) => ({
    ...area,
    steps: steps.map(({ upToGrams, fee }) => ({ upToGrams, fee: dong(fee) })),
    beyond: dongOrNull(beyondDong),
    freeFrom: dongOrNull(freeFromDong),
  }));
  return { areas, closed: new Set(rows[0]?.closed ?? []) };
}
