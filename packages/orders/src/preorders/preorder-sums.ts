import type { Tx } from '@baunghe/db';
import { type Dong, dong, sumDong, timesDong } from '@baunghe/money';
import { deliveryRules } from '../delivery/delivery-areas.ts';
import { deliveryOfLoad, type LoadDelivery } from '../delivery/delivery-of-load.ts';

/** Đồng that a deposit is rounded up to. */
const DEPOSIT_STEP = 1000;

/** What a pre-order comes to; while the province is not known, at most. */
export interface PreorderSums extends Omit<LoadDelivery, 'days'> {
  goods: Dong;
  total: Dong;
  /** What is paid ahead, by transfer. */
  deposit: Dong;
}

/** What so many units of an offer cost, delivered to a province where it is known, by the areas that hold now. */
export async function preorderSums(
  tx: Tx,
  now: Date,
  offer: { price: Dong; depositPercent: number; product: { unitGrams: number } },
  quantity: number,
  provinceCode: string | null,
): Promise<PreorderSums> {
  const goods = timesDong(offer.price, quantity);
  const load = { goods, grams: quantity * offer.product.unitGrams };
  const { days: _days, ...sent } = deliveryOfLoad(await deliveryRules(tx, now), now, load, provinceCode);
  const total = sumDong([goods, sent.delivery]);
  return { goods, ...sent, total, deposit: depositOn(total, offer.depositPercent) };
}

/** The deposit on a sum: a percent of it, rounded up to whole thousands, at most all. */
function depositOn(total: Dong, percent: number): Dong {
  return dong(Math.min(total, Math.ceil((total * percent) / 100 / DEPOSIT_STEP) * DEPOSIT_STEP));
}
