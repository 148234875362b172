import { type Dong, dong } from '@baunghe/money';

/** What delivery costs, in đồng; the cooperative's own rule, in one place. */
export const DELIVERY = {
  homeProvince: '75',
  withinHomeProvince: dong(30_000),
  elsewhere: dong(60_000),
  freeFrom: dong(2_000_000),
} as const;

/** Delivery of goods worth `goods` to a province: free from a sum on, cheaper within Đồng Nai. */
export function deliveryFee(goods: Dong, provinceCode: string | null): Dong {
  if (goods >= DELIVERY.freeFrom) return dong(0);
  return provinceCode === DELIVERY.homeProvince ? DELIVERY.withinHomeProvince : DELIVERY.elsewhere;
}
