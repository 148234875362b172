import { type Prisma, plusDays, type ShareRule, type Tx, vietnamDay } from '@baunghe/db';
import { expectedGrams } from '@baunghe/farm';
import { type Dong, dong } from '@baunghe/money';
import { BEGAN_WITH } from '@baunghe/stock';

/** An offer as buyers see it. */
export interface OfferOnSale {
  offerId: string;
  monday: Date;
  lastDay: Date;
  price: Dong;
  depositPercent: number;
  rule: ShareRule;
  unitsLeft: number;
  gramsLeft: number;
  product: {
    slug: string;
    nameVi: string;
    nameEn: string;
    nameZh: string | null;
    saleUnit: 'kg' | 'piece' | 'box';
    unitGrams: number;
    picture: string;
  };
}

const PARTS = { product: { include: { variety: { select: { picture: true } } } } } as const;

/** The offers that can be ordered from now, the next week first: all, those of a product, or one. */
export async function offersOnSale(
  tx: Tx,
  now: Date,
  of: { slug?: string; offerId?: string } = {},
): Promise<OfferOnSale[]> {
  const offers = await tx.preorderOffer.findMany({
    where: {
      closedAt: null,
      lastDay: { gte: vietnamDay(now) },
      product: { listed: true, ...(of.slug ? { slug: of.slug } : {}) },
      ...(of.offerId ? { id: of.offerId } : {}),
    },
    include: PARTS,
    orderBy: [{ monday: 'asc' }, { productId: 'asc' }],
  });
  return offers.map(({ product, ...offer }) => {
    const { slug, nameVi, nameEn, nameZh, saleUnit, unitGrams } = product;
    const unitsLeft = Math.floor((offer.mayPromiseGrams - offer.promisedGrams) / unitGrams);
    const { monday, lastDay, depositPercent, rule } = offer;
    const { picture } = product.variety;
    return {
      ...{ offerId: offer.id, monday, lastDay, price: dong(offer.priceDong), depositPercent, rule },
      ...{ unitsLeft, gramsLeft: unitsLeft * unitGrams },
      product: { slug, nameVi, nameEn, nameZh, saleUnit, unitGrams, picture },
    };
  });
}

/** An offer as the office sees it, in grams. */
export interface OfferInOffice {
  offerId: string;
  product: {
    id: string;
    nameVi: string;
    nameEn: string;
    nameZh: string | null;
    grade: string;
    saleUnit: 'kg' | 'piece' | 'box';
    unitGrams: number;
  };
  monday: Date;
  lastDay: Date;
  price: Dong;
  depositPercent: number;
  forecastPercent: number;
  rule: ShareRule;
  closedAt: Date | null;
  expectedGrams: number;
  mayPromiseGrams: number;
  promisedGrams: number;
  /** Of what is promised, what its deposit has come in for. */
  paidGrams: number;
  /** Cut in that week, of that variety and grade. */
  cutGrams: number;
  servedGrams: number;
  /** How many orders still wait. */
  waiting: number;
}

const PROMISED = {
  select: {
    grams: true,
    servedGrams: true,
    state: true,
    line: { select: { order: { select: { payment: { select: { state: true } } } } } },
  },
} as const;

/** Offers, newest week first; or the one of an id. */
export async function offersInOffice(tx: Tx, of: { offerId?: string } = {}): Promise<OfferInOffice[]> {
  const offers = await tx.preorderOffer.findMany({
    where: of.offerId ? { id: of.offerId } : {},
    include: { product: true, promises: PROMISED },
    orderBy: [{ monday: 'desc' }, { productId: 'asc' }],
    take: 50,
  });
  return Promise.all(
    offers.map(
      async ({
        id,
        product,
        promises,
        priceDong,
        openedAt: _at,
        openedBy: _by,
        closedBy: _who,
        ...offer
      }) => {
        const { nameVi, nameEn, nameZh, grade, varietyCode, saleUnit, unitGrams } = product;
        const kept = promises.filter(({ state }) => state !== 'lapsed');
        return {
          offerId: id,
          ...offer,
          price: dong(priceDong),
          product: { id: product.id, nameVi, nameEn, nameZh, grade, saleUnit, unitGrams },
          expectedGrams: await expectedGrams(tx, varietyCode, offer.monday),
          paidGrams: promises.reduce((grams, promise) => grams + paidOf(promise), 0),
          cutGrams: await cutIn(tx, { varietyCode, grade }, offer.monday),
          servedGrams: kept.reduce((grams, { servedGrams }) => grams + servedGrams, 0),
          waiting: promises.filter(({ state }) => state === 'waiting').length,
        };
      },
    ),
  );
}

/** Whoever got fruit had paid a deposit; who waits may not have. */
function paidOf({
  state,
  grams,
  servedGrams,
  line,
}: Prisma.ForecastPromiseGetPayload<typeof PROMISED>): number {
  if (state === 'waiting') return line.order.payment?.state === 'received' ? grams : 0;
  if (state === 'lapsed') return 0;
  return state === 'served' ? grams : servedGrams;
}

async function cutIn(tx: Tx, kind: { varietyCode: string; grade: string }, monday: Date): Promise<number> {
  const lots = await tx.lot.findMany({
    where: { ...kind, cutOn: { gte: monday, lt: plusDays(monday, 7) } },
    select: { moves: BEGAN_WITH },
  });
  return lots.flatMap(({ moves }) => moves).reduce((grams, move) => grams + move.grams, 0);
}
