import { type Dong, dong } from '@baunghe/money';
import type { DeliveryRules } from './delivery-areas.ts';
import type { DeliveryDay } from './delivery-days.ts';
import { feeRange, type Load, type NotSent, quoteFor } from './delivery-quote.ts';

/** What it costs to send a load, and when it can be there. */
export interface LoadDelivery {
  /** The most that it can be while the province is not known; nothing where it is not sent. */
  delivery: Dong;
  /** From what on, where the province is not known and the areas differ; null: `delivery` is exact. */
  deliveryFrom: Dong | null;
  /** Why it is not sent: there, or with no province yet, anywhere. */
  notSent: NotSent['code'] | null;
  /** The days that may be chosen; empty while the province is not known. */
  days: DeliveryDay[];
}

/** Of a load that is sent nowhere, or weighs nothing. */
export const NOT_SENT = { delivery: dong(0), deliveryFrom: null, notSent: null, days: [] };

/** What it costs to send a load to a province, or to anywhere while none is chosen. */
export function deliveryOfLoad(
  rules: DeliveryRules,
  now: Date,
  load: Load,
  provinceCode: string | null,
): LoadDelivery {
  if (provinceCode === null) {
    const range = feeRange(rules, load);
    if (!range) return { ...NOT_SENT, notSent: 'too_heavy' };
    return {
      ...NOT_SENT,
      delivery: range.most,
      deliveryFrom: range.least < range.most ? range.least : null,
    };
  }
  const quote = quoteFor(rules, now, provinceCode, load);
  if (!quote.ok) return { ...NOT_SENT, notSent: quote.error.code };
  return { ...NOT_SENT, delivery: quote.value.fee, days: quote.value.days };
}
