import type { Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { markedPrice, type TakenOff } from '@baunghe/stock';

/** A listed product that a lot's fruit is sold as, and its price once the lot is marked down. */
export interface LotPrice {
  productId: string;
  nameVi: string;
  nameEn: string;
  nameZh: string | null;
  saleUnit: 'kg' | 'piece' | 'box';
  unitGrams: number;
  mostGrams: number | null;
  usual: Dong;
  /** Null: no lower than the usual one, so that it is not offered for less. */
  marked: Dong | null;
}

/** What a lot's fruit is sold as, in the shop's order; `off` is the mark-down that holds or is to hold. */
export async function lotPrices(tx: Tx, batch: string, off: TakenOff | null): Promise<LotPrice[]> {
  const lot = await tx.lot.findUnique({ where: { batch }, select: { varietyCode: true, grade: true } });
  if (!lot) return [];
  const products = await tx.product.findMany({
    where: { ...lot, listed: true },
    orderBy: [{ sort: 'asc' }, { slug: 'asc' }],
  });
  return products.map((product) => {
    const { id, nameVi, nameEn, nameZh, saleUnit, unitGrams, mostGrams, priceDong } = product;
    const told = { productId: id, nameVi, nameEn, nameZh, saleUnit, unitGrams, mostGrams };
    return { ...told, usual: dong(priceDong), marked: off && markedPrice(product, off) };
  });
}
