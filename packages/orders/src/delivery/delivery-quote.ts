import { fail, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { type DeliveryArea, type DeliveryRules, deliveryRules } from './delivery-areas.ts';
import { type DeliveryDay, dayArrivingBy, deliveryDays } from './delivery-days.ts';
import { feeOfArea } from './fee-of-area.ts';

/** Why goods are not sent to a province; the cooperative may still find a way when it is called. */
export type NotSent =
  /** The province is in no area. */
  | { code: 'not_delivered' }
  /** Heavier than what is sent there. */
  | { code: 'too_heavy' };

/** What delivery costs, and the days that may be chosen. */
export interface DeliveryQuote {
  fee: Dong;
  days: DeliveryDay[];
}

/** A cart as a carrier sees it. */
export interface Load {
  goods: Dong;
  grams: number;
}

/** What it costs to send a load to a province, and when it could be there. */
export function quoteFor(
  rules: DeliveryRules,
  now: Date,
  provinceCode: string,
  load: Load,
): Result<DeliveryQuote, NotSent> {
  const area = areaOf(rules, provinceCode);
  if (!area) return fail({ code: 'not_delivered' });
  const fee = feeOfArea(area, load);
  if (fee === null) return fail({ code: 'too_heavy' });
  return ok({ fee, days: deliveryDays(area, rules.closed, now) });
}

/** The same by the areas that hold now. */
export async function deliveryQuote(
  tx: Tx,
  now: Date,
  provinceCode: string,
  load: Load,
): Promise<Result<DeliveryQuote, NotSent>> {
  return quoteFor(await deliveryRules(tx, now), now, provinceCode, load);
}

/** The day on which a load for a province is to leave to be there by a day; null where none is known. */
export async function dayOfWish(
  tx: Tx,
  now: Date,
  provinceCode: string,
  wanted: Date,
): Promise<DeliveryDay | null> {
  const rules = await deliveryRules(tx, now);
  const area = areaOf(rules, provinceCode);
  return area ? dayArrivingBy(area, rules.closed, now, wanted) : null;
}

/** What it costs at least and at most where the province is not known yet; null when nowhere takes so heavy a load. */
export function feeRange({ areas }: DeliveryRules, load: Load): { least: Dong; most: Dong } | null {
  const fees = areas.flatMap((area) =>
    area.provinceCodes.length === 0 ? [] : (feeOfArea(area, load) ?? []),
  );
  if (fees.length === 0) return null;
  return { least: dong(Math.min(...fees)), most: dong(Math.max(...fees)) };
}

/**
 * What delivery of an order costs whose goods change: as agreed, unless the same change would cost another sum today.
 */
export async function feeOfChange(
  tx: Tx,
  now: Date,
  order: { provinceCode: string; agreed: Dong },
  { before, after }: { before: Load; after: Load },
): Promise<Result<Dong, NotSent>> {
  const area = areaOf(await deliveryRules(tx, now), order.provinceCode);
  if (!area) return ok(order.agreed);
  const [was, is] = [feeOfArea(area, before), feeOfArea(area, after)];
  if (is === null) return was === null ? ok(order.agreed) : fail({ code: 'too_heavy' });
  return ok(is === was ? order.agreed : is);
}

function areaOf({ areas }: DeliveryRules, provinceCode: string): DeliveryArea | undefined {
  return areas.find(({ provinceCodes }) => provinceCodes.includes(provinceCode));
}
