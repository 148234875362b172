import type { Tx } from '@baunghe/db';
import { type Dong, dong, sumDong } from '@baunghe/money';
import { sellableLots, unitsIn } from '@baunghe/stock';
import { type CartDelivery, deliveryOfCart } from './delivery/delivery-of-cart.ts';
import { keptGrams, linePrice } from './line-price.ts';

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
    /** Of a piece that is paid by weight: what it weighs at most; `unitGrams` is the least, the price a kilogram's. */
    mostGrams: number | null;
  };
  unitPrice: Dong;
  /** Of pieces by weight the most that it can be. */
  lineSum: Dong;
  /** What pieces by weight are expected to cost. */
  estimate: Dong | null;
  /** Whole units that could be reserved now. */
  unitsLeft: number;
}

/** A cart with its sums; lines of products that are no longer listed are gone. */
export interface PricedCart extends CartDelivery {
  lines: PricedLine[];
  goods: Dong;
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
    include: { variety: { select: { picture: true, ripens: true } } },
  });
  const lots = await sellableLots(tx, products, now, holdId);
  const lines = cart.flatMap(({ productId, quantity }) => {
    const product = products.find((listed) => listed.id === productId);
    if (!product) return [];
    const fitting = lots.filter(
      (lot) => lot.varietyCode === product.varietyCode && lot.grade === product.grade,
    );
    const { slug, nameVi, nameEn, nameZh, saleUnit, unitGrams, mostGrams } = product;
    const { sum, estimate } = linePrice(product, quantity);
    return {
      productId,
      quantity,
      product: {
        slug,
        nameVi,
        nameEn,
        nameZh,
        saleUnit,
        unitGrams,
        mostGrams,
        picture: product.variety.picture,
      },
      unitPrice: dong(product.priceDong),
      lineSum: sum,
      estimate,
      unitsLeft: unitsIn(fitting, keptGrams(product)),
    };
  });
  const goods = sumDong(lines.map((line) => line.lineSum));
  const sent = await deliveryOfCart(tx, now, { goods, lines, products, lots }, provinceCode);
  return { lines, goods, ...sent, total: sumDong([goods, sent.delivery]) };
}
