import type { RatingActKind, Tx } from '@baunghe/db';
import { lastOf, wasHidden } from './act-on-rating.ts';
import { shortName } from './short-name.ts';

/** A harvest that a rated line was packed from. */
export interface RatedHarvest {
  batch: string;
  cutOn: Date;
  plotName: string;
}

/** A rating as anyone may read it. */
export interface ShownRating {
  id: string;
  stars: number;
  words: string | null;
  /** The buyer's shortened name; null where they would rather not be named. */
  by: string | null;
  at: Date;
  harvests: RatedHarvest[];
  answer: { words: string; at: Date } | null;
}

/** A page of a product's ratings, and how many gave 1, 2, 3, 4 and 5 stars. */
export interface ProductRatings {
  ratings: ShownRating[];
  stars: [number, number, number, number, number];
}

/** A rating as staff see it. */
export interface RatingInOffice extends ShownRating {
  orderCode: string;
  product: { nameVi: string; nameEn: string; nameZh: string | null; slug: string };
  /** Since when it is hidden, and why. */
  hidden: { at: Date; words: string } | null;
  /** When its buyer erased it. */
  erasedAt: Date | null;
}

const PARTS = {
  acts: true,
  line: {
    include: {
      product: true,
      order: { select: { code: true, buyerName: true } },
      boxes: {
        where: { unpacking: null },
        select: { lot: { select: { batch: true, cutOn: true, harvest: { select: { plot: true } } } } },
      },
    },
  },
} as const;

/** The newest ratings of a product that are neither hidden nor erased, at most `most`. */
export async function ratingsOfProduct(tx: Tx, productId: string, most: number): Promise<ProductRatings> {
  const found = await tx.rating.findMany({
    where: { line: { productId }, erasedAt: null },
    include: PARTS,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  const shown = found.filter(({ acts }) => !wasHidden(acts));
  const stars: ProductRatings['stars'] = [0, 0, 0, 0, 0];
  for (const rating of shown) stars[rating.stars - 1] = (stars[rating.stars - 1] ?? 0) + 1;
  return { ratings: shown.slice(0, most).map(shownRating), stars };
}

/** The newest ratings, at most `most`, hidden ones too. */
export async function ratingsInOffice(tx: Tx, most: number): Promise<RatingInOffice[]> {
  const found = await tx.rating.findMany({
    include: PARTS,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most,
  });
  return found.map((rating) => {
    const { product, order } = rating.line;
    const { nameVi, nameEn, nameZh, slug } = product;
    const last = lastOf(rating.acts, ['hide', 'show']);
    return {
      ...shownRating(rating),
      ...{ orderCode: order.code, product: { nameVi, nameEn, nameZh, slug } },
      hidden: last?.kind === 'hide' ? { at: last.at, words: last.words } : null,
      erasedAt: rating.erasedAt,
    };
  });
}

type Row = {
  id: string;
  stars: number;
  words: string | null;
  named: boolean;
  at: Date;
  acts: { id: bigint; kind: RatingActKind; words: string; at: Date }[];
  line: {
    order: { buyerName: string };
    boxes: { lot: { batch: string; cutOn: Date; harvest: { plot: { name: string } } } }[];
  };
};

function shownRating({ id, stars, words, named, at, acts, line }: Row): ShownRating {
  const answer = lastOf(acts, ['answer']);
  const harvests = new Map(
    line.boxes.map(({ lot: { batch, cutOn, harvest } }) => [
      batch,
      { batch, cutOn, plotName: harvest.plot.name },
    ]),
  );
  return {
    ...{ id, stars, words, at },
    by: named ? shortName(line.order.buyerName) : null,
    harvests: [...harvests.values()],
    answer: answer && { words: answer.words, at: answer.at },
  };
}
