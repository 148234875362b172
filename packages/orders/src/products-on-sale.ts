import { memberOnPublicPage } from '@baunghe/coop';
import type { Tx } from '@baunghe/db';
import { nextExpected } from '@baunghe/farm';
import { type Dong, dong } from '@baunghe/money';
import {
  type FruitKind,
  lotsServing,
  markedPrice,
  type PriceOfUnit,
  type SellableLot,
  sellableLots,
  unitsIn,
} from '@baunghe/stock';
import { keptGrams } from './line-price.ts';
import { type RatingSum, ratingSums } from './ratings/rating-sums.ts';

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
  /** The photo taken as it was cut. */
  photoId: string | null;
}

/** Fruit about to pass that is sold for less: of one harvest, at one price, until a time. */
export interface MarkdownOnSale {
  id: string;
  price: Dong;
  /** What that is below the usual price, in whole percent, rounded down. */
  percentOff: number;
  /** Whole units that could be bought now. */
  unitsLeft: number;
  endsAt: Date;
  harvest: HarvestOnSale;
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
  varietyZh: string | null;
  /** The months, 1 to 12, in which it is mostly ripe. */
  ripeMonths: number[];
  grade: string;
  saleUnit: 'kg' | 'piece' | 'box';
  unitGrams: number;
  /** Of a piece that is paid by weight: what it weighs at most; its price is that of a kilogram. */
  mostGrams: number | null;
  price: Dong;
  picture: string;
  shelfDays: number;
  /** Whole units that could be bought now at the usual price. */
  unitsLeft: number;
  /** The Monday of the week in which growers expect to cut it next; null while there is some, or none is expected. */
  comingOn: Date | null;
  /** What its buyers gave it; null before the first. */
  rating: RatingSum | null;
  /** Those sold at the usual price, first-expired first. */
  harvests: HarvestOnSale[];
  /** Those sold for less, first-expired first. */
  markdowns: MarkdownOnSale[];
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
  const [origins, coming, ratings] = await Promise.all([
    originsOf(tx, lots),
    nextExpected(tx, now),
    ratingSums(tx, products),
  ]);
  return products.map((product) => {
    const { variety, priceDong, sort: _sort, listed: _listed, ...told } = product;
    const fitting = lotsServing(lots, product);
    const unitsLeft = unitsIn(fitting, keptGrams(product));
    return {
      ...told,
      fruit: variety.fruit,
      varietyVi: variety.nameVi,
      varietyEn: variety.nameEn,
      varietyZh: variety.nameZh,
      ripeMonths: variety.ripeMonths,
      picture: variety.picture,
      shelfDays: variety.shelfDays,
      price: dong(priceDong),
      unitsLeft,
      comingOn: unitsLeft > 0 ? null : (coming.get(product.varietyCode) ?? null),
      rating: ratings.get(product.id) ?? null,
      harvests: fitting.flatMap((lot) => origins.get(lot.lotId) ?? []),
      markdowns: markdownsOf(product, lots, origins),
    };
  });
}

function markdownsOf(
  product: FruitKind & PriceOfUnit,
  lots: readonly SellableLot[],
  origins: ReadonlyMap<string, HarvestOnSale>,
): MarkdownOnSale[] {
  const { varietyCode, grade, priceDong } = product;
  return lots.flatMap(({ lotId, markdown, ...lot }) => {
    const harvest = origins.get(lotId);
    if (!markdown || !harvest || lot.varietyCode !== varietyCode || lot.grade !== grade) return [];
    const price = markedPrice(product, markdown);
    const unitsLeft = Math.floor(lot.freeGrams / keptGrams(product));
    if (price === null || unitsLeft === 0) return [];
    const percentOff = 100 - Math.ceil((price * 100) / Number(priceDong));
    return [{ id: markdown.id, price, percentOff, unitsLeft, endsAt: markdown.endsAt, harvest }];
  });
}

async function originsOf(tx: Tx, lots: readonly SellableLot[]): Promise<Map<string, HarvestOnSale>> {
  const rows = await tx.lot.findMany({
    where: { id: { in: lots.map((lot) => lot.lotId) } },
    select: {
      id: true,
      harvest: {
        select: { photoId: true, plot: { select: { name: true, code: true, member: true } } },
      },
    },
  });
  const harvests = new Map(rows.map((row) => [row.id, row.harvest]));
  return new Map(
    lots.flatMap((lot) => {
      const harvest = harvests.get(lot.lotId);
      if (!harvest) return [];
      const { photoId, plot } = harvest;
      const { batch, cutOn, bestBefore, freeGrams } = lot;
      const memberName = memberOnPublicPage(plot.member);
      const where = { plotName: plot.name, plotCode: plot.code, memberName, photoId };
      return [[lot.lotId, { batch, cutOn, bestBefore, freeGrams, ...where }]];
    }),
  );
}
