import type { Tx } from '@baunghe/db';
import { type Dong, dong, sumDong } from '@baunghe/money';
import { lotsServing, sellableLots, unitsIn } from '@baunghe/stock';
import { type CartDelivery, deliveryOfCart } from './delivery/delivery-of-cart.ts';
import { keptGrams, linePrice } from './line-price.ts';
import { atItsPrice, markdownsNamed } from './marked-down.ts';

/** What a buyer wants of one product. */
export interface CartLine {
  productId: string;
  quantity: number;
  /** Of fruit about to pass: the mark-down at whose price it is wanted, from whose lot alone it comes. */
  markdownId?: string | null;
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
  /** Of fruit about to pass: what it costs else, and until when it is good. Null of other fruit. */
  marked: { usualPrice: Dong; bestBefore: Date | null } | null;
  /** That the mark-down which it names is over: then it costs nothing here and cannot be had, and the price is the usual one. */
  over: boolean;
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
  const open = await markdownsNamed(tx, now, cart, { keeps: false });
  const lines = cart.flatMap((line) => {
    const { productId, quantity, markdownId = null } = line;
    const product = products.find((listed) => listed.id === productId);
    if (!product) return [];
    const sold = atItsPrice(product, line, open);
    const { varietyCode, grade } = product;
    const lotId = sold?.markdown?.lotId ?? null;
    const fitting = sold ? lotsServing(lots, { varietyCode, grade, lotId }) : [];
    const { slug, nameVi, nameEn, nameZh, saleUnit, unitGrams, mostGrams } = product;
    const { sum, estimate } = sold ? linePrice(sold, quantity) : { sum: dong(0), estimate: null };
    const usualPrice = dong(product.priceDong);
    return {
      productId,
      quantity,
      markdownId,
      marked: lotId === null ? null : { usualPrice, bestBefore: fitting[0]?.bestBefore ?? null },
      over: sold === null,
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
      unitPrice: sold ? dong(sold.priceDong) : usualPrice,
      lineSum: sum,
      estimate,
      unitsLeft: unitsIn(fitting, keptGrams(product)),
    };
  });
  const goods = sumDong(lines.map((line) => line.lineSum));
  const sent = await deliveryOfCart(tx, now, { goods, lines, products, lots }, provinceCode);
  return { lines, goods, ...sent, total: sumDong([goods, sent.delivery]) };
}
