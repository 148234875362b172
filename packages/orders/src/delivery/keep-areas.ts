import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { type DeliveryArea, deliveryRules } from './delivery-areas.ts';

/** An area as staff write it down; without `id` it is a new one. */
export type AreaEntry = Omit<DeliveryArea, 'id'> & { id: string | null };

/** Why an area was not kept. */
export type AreaRefusal =
  | { code: 'area_unknown' }
  | { code: 'province_unknown' }
  /** A province is in another area. */
  | { code: 'province_taken'; placeVi: string; placeEn: string; areaVi: string; areaEn: string }
  /** Neither a step nor a fee for what is heavier. */
  | { code: 'fee_missing' }
  /** Two steps of one weight, or a heavier one that costs less. */
  | { code: 'steps_descend' };

const AREAS_LOCK = 6962_0023;

/** Writes an area down or anew. Orders keep what they were charged. */
export async function keepArea(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  { id: known, steps, beyond, freeFrom, provinceCodes, ...entry }: AreaEntry,
): Promise<Result<{ id: string }, AreaRefusal>> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${AREAS_LOCK}::bigint)`;
  const fees = [...steps].sort((a, b) => a.upToGrams - b.upToGrams);
  if (fees.length === 0 && beyond === null) return fail({ code: 'fee_missing' });
  if (!ascend(fees, beyond)) return fail({ code: 'steps_descend' });
  const { areas } = await deliveryRules(tx, moment.now);
  if (known !== null && !areas.some(({ id }) => id === known)) return fail({ code: 'area_unknown' });
  const codes = [...new Set(provinceCodes)];
  const places = await tx.province.findMany({ where: { code: { in: codes } } });
  if (places.length < codes.length) return fail({ code: 'province_unknown' });
  for (const { id, nameVi: areaVi, nameEn: areaEn, provinceCodes: theirs } of areas) {
    const place = id === known ? undefined : places.find(({ code }) => theirs.includes(code));
    if (!place) continue;
    const { nameVi: placeVi, nameEn: placeEn } = place;
    return fail({ code: 'province_taken', placeVi, placeEn, areaVi, areaEn });
  }
  const id = known ?? newId('dar', moment);
  const data = {
    ...{ ...entry, leaveDays: [...entry.leaveDays] },
    beyondDong: beyond === null ? null : BigInt(beyond),
    freeFromDong: freeFrom === null ? null : BigInt(freeFrom),
    ...{ changedAt: moment.now, changedBy: by.userId },
  };
  await tx.deliveryArea.upsert({ where: { id }, create: { id, ...data }, update: data });
  await tx.deliveryStep.deleteMany({ where: { areaId: id } });
  await tx.deliveryStep.createMany({
    data: fees.map(({ upToGrams, fee }) => ({ areaId: id, upToGrams, feeDong: BigInt(fee) })),
  });
  await tx.deliveryProvince.deleteMany({ where: { areaId: id } });
  await tx.deliveryProvince.createMany({
    data: codes.map((provinceCode) => ({ areaId: id, provinceCode })),
  });
  return ok({ id });
}

/** Takes an area away; what lay in it is delivered to no more. */
export async function removeArea(tx: Tx, id: string): Promise<Result<void, { code: 'area_unknown' }>> {
  const { count } = await tx.deliveryArea.deleteMany({ where: { id } });
  return count === 1 ? ok(undefined) : fail({ code: 'area_unknown' });
}

/** A stretch of days on which nothing leaves or arrives. */
export interface ClosedDays {
  from: Date;
  to: Date;
  why: string | null;
}

const MOST_CLOSED = 31;

/** Closes the days from one to another, both included: at most a month at once. */
export async function closeDays(
  tx: Tx,
  by: { userId: string },
  { from, to, why }: ClosedDays,
): Promise<Result<void, { code: 'days_out_of_order'; most: number }>> {
  const count = Math.round((to.getTime() - from.getTime()) / 86_400_000) + 1;
  if (count < 1 || count > MOST_CLOSED) return fail({ code: 'days_out_of_order', most: MOST_CLOSED });
  await tx.$executeRaw`
    INSERT INTO "delivery_closed_day" ("day", "why", "closedBy")
    SELECT d::date, ${why}, ${by.userId} FROM generate_series(${from}::date, ${to}::date, '1 day') AS d
    ON CONFLICT ("day") DO UPDATE SET "why" = EXCLUDED."why", "closedBy" = EXCLUDED."closedBy"`;
  return ok(undefined);
}

/** Opens a day again. */
export async function openDay(tx: Tx, day: Date): Promise<void> {
  await tx.deliveryClosedDay.deleteMany({ where: { day } });
}

/** The closed days from a day on, the soonest first. */
export function closedDays(tx: Tx, from: Date): Promise<{ day: Date; why: string | null }[]> {
  return tx.deliveryClosedDay.findMany({
    where: { day: { gte: from } },
    select: { day: true, why: true },
    orderBy: { day: 'asc' },
  });
}

function ascend(steps: DeliveryArea['steps'], beyond: DeliveryArea['beyond']): boolean {
  const ascending = steps.every((step, at) => {
    const before = steps[at - 1];
    return !before || (before.upToGrams < step.upToGrams && before.fee <= step.fee);
  });
  const last = steps.at(-1);
  return ascending && (beyond === null || !last || last.fee <= beyond);
}
