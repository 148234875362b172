import { type Dong, dong, sumDong, timesDong } from '@baunghe/money';
import { deliveryFee } from '../delivery-fee.ts';

/** Đồng that a deposit is rounded up to. */
const DEPOSIT_STEP = 1000;

/** What a pre-order comes to. */
export interface PreorderSums {
  goods: Dong;
  delivery: Dong;
  total: Dong;
  /** What is paid ahead, by transfer. */
  deposit: Dong;
}

/** What so many units of an offer cost, delivered to a province where it is known. */
export function preorderSums(
  offer: { price: Dong; depositPercent: number },
  quantity: number,
  provinceCode: string | null,
): PreorderSums {
  const goods = timesDong(offer.price, quantity);
  const delivery = deliveryFee(goods, provinceCode);
  const total = sumDong([goods, delivery]);
  return { goods, delivery, total, deposit: depositOn(total, offer.depositPercent) };
}

/** The deposit on a sum: a percent of it, rounded up to whole thousands, at most all. */
function depositOn(total: Dong, percent: number): Dong {
  return dong(Math.min(total, Math.ceil((total * percent) / 100 / DEPOSIT_STEP) * DEPOSIT_STEP));
}
