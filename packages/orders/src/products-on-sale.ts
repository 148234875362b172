import type { Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { type SellableLot, sellableLots, unitsIn } from '@baunghe/stock';
import { keptGrams } from './line-price.ts';

/** A harvest that a product is sold from now. */
export interface HarvestOnSale {
  batch: string;
  cutOn: Date;
  bestBefore: Date;
  freeGrams: number;
  plotName: string;
  plotCode: string;
  /** The grower's name, only if they agreed to show it. */
  memberName: string | null;
}

/** A product as the storefront shows it. */
export interface ProductOnSale {
  id: string;
  slug: string;
  gtin: string;
  nameVi: string;
  nameEn: string;
  /** Null where no Chinese text is written. */
  nameZh: string | null;
  descriptionVi: string;
  descriptionEn: string;
  descriptionZh: string | null;
  varietyCode: string;
  fruit: string;
  varietyVi: string;
  varietyEn: string;
  grade: string;
  saleUnit: 'kg' | 'piece' | 'box';
  unitGrams: number;
  /** Of a piece that is paid by weight: what it weighs at most; its price is that of a kilogram. */
  mostGrams: number | null;
  price: Dong;
  picture: string;
  shelfDays: number;
  /** Whole units that could be bought now. */
  unitsLeft: number;
  /** First-expired first. */
  harvests: HarvestOnSale[];
}

/** All listed products in the shop's order, with what is in stock now and of which harvests. */
export function productsOnSale(tx: Tx, now: Date): Promise<ProductOnSale[]> {
  return onSale(tx, now, {});
}

/** One listed product by its slug or its GTIN-14, or null. */
export async function productOnSale(
  tx: Tx,
  now: Date,
  by: { slug: string } | { gtin: string },
): Promise<ProductOnSale | null> {
  return (await onSale(tx, now, by))[0] ?? null;
}

async function onSale(tx: Tx, now: Date, by: { slug?: string; gtin?: string }): Promise<ProductOnSale[]> {
  const products = await tx.product.findMany({
    where: { listed: true, ...by },
    include: { variety: true },
    orderBy: [{ sort: 'asc' }, { slug: 'asc' }],
  });
  const lots = await sellableLots(tx, products, now);
  const origins = await originsOf(tx, lots);
  return products.map((product) => {
    const { variety, priceDong, sort: _sort, listed: _listed, ...told } = product;
    const fitting = lots.filter(
      (lot) => lot.varietyCode === product.varietyCode && lot.grade === product.grade,
    );
    return {
      ...told,
      fruit: variety.fruit,
      varietyVi: variety.nameVi,
      varietyEn: variety.nameEn,
      picture: variety.picture,
      shelfDays: variety.shelfDays,
      price: dong(priceDong),
      unitsLeft: unitsIn(fitting, keptGrams(product)),
      harvests: fitting.flatMap((lot) => origins.get(lot.lotId) ?? []),
    };
  });
}

async function originsOf(tx: Tx, lots: readonly SellableLot[]): Promise<Map<string, HarvestOnSale>> {
  const rows = await tx.lot.findMany({
    where: { id: { in: lots.map((lot) => lot.lotId) } },
    select: { id: true, harvest: { select: { plot: { select: { name: true, code: true, member: true } } } } },
  });
  const plots = new Map(rows.map((row) => [row.id, row.harvest.plot]));
  return new Map(
    lots.flatMap((lot) => {
      const plot = plots.get(lot.lotId);
      if (!plot) return [];
      const memberName = plot.member.shown === 'name' ? plot.member.name : null;
      const { batch, cutOn, bestBefore, freeGrams } = lot;
      return [
        [
          lot.lotId,
          { batch, cutOn, bestBefore, freeGrams, plotName: plot.name, plotCode: plot.code, memberName },
        ],
      ];
    }),
  );
}
