import { type Dong, dong, sumDong } from '@baunghe/money';

/** What of an order's fruit is always left to pay, so that there is a payment at all. */
export const LEAST_LEFT = dong(1000);

/** What a voucher promises. */
export interface VoucherRule {
  kind: 'percent' | 'fixed';
  worth: bigint;
  mostDong: bigint | null;
  leastDong: bigint;
  withDelivery: boolean;
  /** What it is for alone; none: all fruit. */
  fruits: readonly { varietyCode: string | null; productId: string | null }[];
}

/** What an order comes to, as a voucher looks at it. */
export interface SumsToDiscount {
  lines: readonly { productId: string; varietyCode: string; sum: Dong }[];
  delivery: Dong;
}

/** Whether a voucher is for a line's fruit. */
export function isFor(rule: VoucherRule, line: { productId: string; varietyCode: string }): boolean {
  if (rule.fruits.length === 0) return true;
  return rule.fruits.some(
    ({ varietyCode, productId }) => varietyCode === line.varietyCode || productId === line.productId,
  );
}

/**
 * What a voucher takes off: a percent of its fruit, rounded down, or a sum up to what that fruit costs; of delivery
 * only where it says so; never so much that less than `LEAST_LEFT` is paid for all fruit. Nothing below its least sum.
 */
export function discountOf(rule: VoucherRule, { lines, delivery }: SumsToDiscount): Dong {
  const goods = sumDong(lines.map((line) => line.sum));
  if (goods < rule.leastDong) return dong(0);
  const fruit = sumDong(lines.filter((line) => isFor(rule, line)).map((line) => line.sum));
  if (fruit === 0) return dong(0);
  const base = rule.withDelivery ? fruit + delivery : fruit;
  const off =
    rule.kind === 'percent'
      ? Math.floor((base * Number(rule.worth)) / 100)
      : Math.min(base, Number(rule.worth));
  const most = rule.mostDong === null ? off : Number(rule.mostDong);
  return dong(Math.max(0, Math.min(off, most, goods - LEAST_LEFT)));
}
