import { type BulkKind, type Tx, vietnamDay } from '@baunghe/db';
import { mondayOf } from '@baunghe/farm';
import { type Dong, dong } from '@baunghe/money';
import { type SellableLot, sellableLots } from '@baunghe/stock';
import { type BulkStanding, standingOf } from './bulk-ways.ts';

/** A request in the office's list. */
export interface BulkRow {
  code: string;
  standing: BulkStanding;
  kind: BulkKind;
  who: string;
  variety: { nameVi: string; nameEn: string; nameZh: string | null };
  grade: string | null;
  grams: number;
  wantedOn: Date;
  createdAt: Date;
  total: Dong | null;
  demo: boolean;
}

/** What waits for the cooperative stands first, then what waits for the buyer, then what is over. */
const PLACES: Record<BulkStanding, number> = {
  ...{ received: 0, expired: 1, quoted: 2, accepted: 3, declined: 4, withdrawn: 5 },
};

/** The newest requests, by where they stand. */
export async function bulkBoard(tx: Tx, now: Date, most: number): Promise<BulkRow[]> {
  const found = await tx.bulkRequest.findMany({
    where: { erasedAt: null },
    include: { variety: true, quotes: { orderBy: { number: 'desc' }, take: 1 } },
    orderBy: { createdAt: 'desc' },
    take: most,
  });
  const rows = found.map((request) => {
    const { code, kind, who, grade, grams, wantedOn, createdAt, demo, quotes } = request;
    const { nameVi, nameEn, nameZh } = request.variety;
    const [quote] = quotes;
    const asked = { code, kind, who, grade, grams, wantedOn, createdAt, demo };
    const total = quote ? dong(quote.totalDong) : null;
    return { ...asked, variety: { nameVi, nameEn, nameZh }, total, standing: standingOf(now, request) };
  });
  return rows.sort((a, b) => PLACES[a.standing] - PLACES[b.standing] || +b.createdAt - +a.createdAt);
}

/** What there is of a variety: lots that can be sold, weeks to come, and the products and offers that a quote may name. */
export interface BulkSupply {
  lots: Pick<SellableLot, 'batch' | 'grade' | 'bestBefore' | 'freeGrams'>[];
  weeks: { monday: Date; expectedGrams: number }[];
  products: {
    id: string;
    nameVi: string;
    nameEn: string;
    nameZh: string | null;
    grade: string;
    unitGrams: number;
    price: Dong;
  }[];
  offers: { id: string; productId: string; monday: Date; gramsLeft: number }[];
}

/** What there is for a request: of its variety, and of its grade where it names one. */
export async function bulkSupply(
  tx: Tx,
  now: Date,
  { varietyCode, grade }: { varietyCode: string; grade: string | null },
): Promise<BulkSupply> {
  const kind = { varietyCode, ...(grade === null ? {} : { grade }) };
  const thisWeek = mondayOf(vietnamDay(now));
  const products = await tx.product.findMany({
    where: { ...kind, mostGrams: null },
    orderBy: [{ listed: 'desc' }, { sort: 'asc' }, { id: 'asc' }],
  });
  const [lots, weeks, offers] = await Promise.all([
    sellableLots(tx, products, now),
    tx.forecast.groupBy({
      by: ['monday'],
      where: { varietyCode, monday: { gte: thisWeek }, plot: { closedAt: null } },
      _sum: { grams: true },
      orderBy: { monday: 'asc' },
      take: 12,
    }),
    tx.preorderOffer.findMany({
      where: { closedAt: null, monday: { gte: thisWeek }, product: kind },
      orderBy: { monday: 'asc' },
    }),
  ]);
  return {
    lots: lots.map(({ batch, grade: of, bestBefore, freeGrams }) => ({
      batch,
      grade: of,
      bestBefore,
      freeGrams,
    })),
    weeks: weeks.map(({ monday, _sum }) => ({ monday, expectedGrams: _sum.grams ?? 0 })),
    products: products.map(({ id, nameVi, nameEn, nameZh, grade: of, unitGrams, priceDong }) => ({
      ...{ id, nameVi, nameEn, nameZh, grade: of, unitGrams, price: dong(priceDong) },
    })),
    offers: offers.map(({ id, productId, monday, mayPromiseGrams, promisedGrams }) => ({
      ...{ id, productId, monday, gramsLeft: mayPromiseGrams - promisedGrams },
    })),
  };
}

/** What can be asked for in the shop: varieties with the grades that are sold of them. */
export async function bulkChoices(tx: Tx) {
  const varieties = await tx.variety.findMany({
    where: { products: { some: {} } },
    select: {
      ...{ code: true, nameVi: true, nameEn: true, nameZh: true },
      products: { distinct: ['grade'], select: { grade: true }, orderBy: { grade: 'asc' } },
    },
    orderBy: { code: 'asc' },
  });
  return varieties.map(({ products, ...variety }) => ({
    ...variety,
    grades: products.map(({ grade }) => grade),
  }));
}
