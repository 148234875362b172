import type { Tx } from '@baunghe/db';
import { type Dong, dong, sumDong, timesDong } from '@baunghe/money';
import { sellableLots, unitsIn } from '@baunghe/stock';
import { deliveryFee } from './delivery-fee.ts';

/** What a buyer wants of one product. */
export interface CartLine {
  productId: string;
  quantity: number;
}

/** A line with today's price and what is left. */
export interface PricedLine extends CartLine {
  product: {
    slug: string;
    nameVi: string;
    nameEn: string;
    nameZh: string | null;
    picture: string;
    saleUnit: 'kg' | 'piece' | 'box';
    unitGrams: number;
  };
  unitPrice: Dong;
  lineSum: Dong;
  /** Whole units that could be reserved now. */
  unitsLeft: number;
}

/** A cart with its sums; lines of products that are no longer listed are gone. */
export interface PricedCart {
  lines: PricedLine[];
  goods: Dong;
  delivery: Dong;
  total: Dong;
}

/** Prices a cart at today's prices, for a province when it is known; what `holdId` keeps is left for it. */
export async function priceCart(
  tx: Tx,
  now: Date,
  cart: readonly CartLine[],
  provinceCode: string | null,
  holdId: string | null = null,
): Promise<PricedCart> {
  const products = await tx.product.findMany({
    where: { id: { in: cart.map((line) => line.productId) }, listed: true },
    include: { variety: { select: { picture: true } } },
  });
  const lots = await sellableLots(tx, products, now, holdId);
  const lines = cart.flatMap(({ productId, quantity }) => {
    const product = products.find((listed) => listed.id === productId);
    if (!product) return [];
    const fitting = lots.filter(
      (lot) => lot.varietyCode === product.varietyCode && lot.grade === product.grade,
    );
    const { slug, nameVi, nameEn, nameZh, saleUnit, unitGrams } = product;
    const unitPrice = dong(product.priceDong);
    return {
      productId,
      quantity,
      product: { slug, nameVi, nameEn, nameZh, saleUnit, unitGrams, picture: product.variety.picture },
      unitPrice,
      lineSum: timesDong(unitPrice, quantity),
      unitsLeft: unitsIn(fitting, unitGrams),
    };
  });
  const goods = sumDong(lines.map((line) => line.lineSum));
  const delivery = lines.length === 0 ? dong(0) : deliveryFee(goods, provinceCode);
  return { lines, goods, delivery, total: sumDong([goods, delivery]) };
}
