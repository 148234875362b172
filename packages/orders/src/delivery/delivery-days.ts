import { plusDays, vietnamDay } from '@baunghe/db';

/** When an area's orders leave, and how long they are on the way. */
export interface DayRule {
  /** Weekdays, 1 (Monday) to 7. */
  leaveDays: readonly number[];
  /** The hour in Vietnam before which an order still leaves on its day. */
  cutOffHour: number;
  daysFrom: number;
  daysTo: number;
}

/** A day that a buyer may choose: when the order leaves, and between which days it arrives; each UTC midnight. */
export interface DeliveryDay {
  leaveOn: Date;
  arriveFrom: Date;
  arriveOn: Date;
}

/** How many days are offered, and how far ahead they are looked for. */
const OFFERED = 5;
const LOOKED_AT = 60;

/** `2026-12-03`, as closed days are told apart. */
export const dayKey = (day: Date): string => day.toISOString().slice(0, 10);

/**
 * The next days on which an order placed now can leave, the soonest first: a leaving day of the area, before its hour if
 * it is today, on which nothing is closed, nor on any day on which it may arrive. Empty when there is none for two months.
 */
export function deliveryDays(rule: DayRule, closed: ReadonlySet<string>, now: Date): DeliveryDay[] {
  const days: DeliveryDay[] = [];
  for (let ahead = soonest(rule, now); ahead <= LOOKED_AT && days.length < OFFERED; ahead++) {
    const day = leaving(rule, closed, plusDays(vietnamDay(now), ahead));
    if (day) days.push(day);
  }
  return days;
}

/** The last day on which an order placed now can leave to be there by a day, or the soonest where none is in time. */
export function dayArrivingBy(
  rule: DayRule,
  closed: ReadonlySet<string>,
  now: Date,
  wanted: Date,
): DeliveryDay | null {
  const earliest = plusDays(vietnamDay(now), soonest(rule, now));
  for (let day = plusDays(wanted, -rule.daysTo); day >= earliest; day = plusDays(day, -1)) {
    const found = leaving(rule, closed, day);
    if (found) return found;
  }
  return deliveryDays(rule, closed, now)[0] ?? null;
}

/** In how many days an order placed now leaves at the soonest. */
function soonest(rule: DayRule, now: Date): number {
  const hour = Math.floor((now.getTime() - vietnamDay(now).getTime()) / 3_600_000 + 7);
  return hour < rule.cutOffHour ? 0 : 1;
}

/** A day on which orders leave, and when they arrive; null where they do not, or a day is closed. */
function leaving(rule: DayRule, closed: ReadonlySet<string>, leaveOn: Date): DeliveryDay | null {
  if (!rule.leaveDays.includes(leaveOn.getUTCDay() || 7) || closed.has(dayKey(leaveOn))) return null;
  const arrives = Array.from({ length: rule.daysTo - rule.daysFrom + 1 }, (_, at) =>
    plusDays(leaveOn, rule.daysFrom + at),
  );
  if (arrives.some((day) => closed.has(dayKey(day)))) return null;
  return {
    leaveOn,
    arriveFrom: plusDays(leaveOn, rule.daysFrom),
    arriveOn: plusDays(leaveOn, rule.daysTo),
  };
}
