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
  const today = vietnamDay(now);
  const hour = Math.floor((now.getTime() - today.getTime()) / 3_600_000 + 7);
  const days: DeliveryDay[] = [];
  for (let ahead = hour < rule.cutOffHour ? 0 : 1; ahead <= LOOKED_AT && days.length < OFFERED; ahead++) {
    const leaveOn = plusDays(today, ahead);
    if (!rule.leaveDays.includes(leaveOn.getUTCDay() || 7) || closed.has(dayKey(leaveOn))) continue;
    const arrives = Array.from({ length: rule.daysTo - rule.daysFrom + 1 }, (_, at) =>
      plusDays(leaveOn, rule.daysFrom + at),
    );
    if (arrives.some((day) => closed.has(dayKey(day)))) continue;
    days.push({
      leaveOn,
      arriveFrom: plusDays(leaveOn, rule.daysFrom),
      arriveOn: plusDays(leaveOn, rule.daysTo),
    });
  }
  return days;
}
