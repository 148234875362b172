import { memberOnPublicPage } from '@baunghe/coop';
import type { Tx } from '@baunghe/db';
import { type ProductOnSale, productsOnSale } from '../products-on-sale.ts';
import { faintlyLike, findWords } from './find-words.ts';
import { type Chosen, type Counts, countEach, perKilogram, sift } from './sieve.ts';

/** In what order fruit may be shown. */
export const ORDERS = ['shop', 'fresh', 'cheap', 'dear', 'liked'] as const;
export type FruitOrder = (typeof ORDERS)[number];

/** What somebody looks for. */
export interface FruitAsked {
  /** Words in any language; empty: all fruit. */
  words: string;
  chosen: Chosen;
  order: FruitOrder;
  /** From 1. */
  page: number;
}

/** An orchard whose grower agreed to be shown, as a search names it. */
export interface FoundOrchard {
  code: string;
  name: string;
  memberName: string;
}

/** A page of what was found. */
export interface FoundFruit {
  products: ProductOnSale[];
  total: number;
  page: number;
  pages: number;
  counts: Counts;
  orchards: FoundOrchard[];
  /** True: nothing holds every word, and these names are spelled nearly so. */
  nearly: boolean;
  /** Where nothing is found: what is nearest to it. */
  instead: ProductOnSale[];
}

const PAGE = 24;
const MOST_FOUND = 500;
const MOST_ORCHARDS = 6;
const MOST_INSTEAD = 3;

/**
 * Finds fruit by words, sieves and order, a page at a time. Of words: first what holds all of them in its names, then
 * fruit now on sale of an orchard that does; only where there is neither, what is spelled nearly so. Within each what
 * can be bought now comes first, unless another order is asked for. Runs in a transaction.
 */
export async function findFruit(tx: Tx, now: Date, asked: FruitAsked): Promise<FoundFruit> {
  const all = await productsOnSale(tx, now);
  const { found, orchards, nearly } = await byWords(tx, all, asked.words);
  const sifted = inOrder(sift(found, asked.chosen), asked.order);
  const pages = Math.max(1, Math.ceil(sifted.length / PAGE));
  const page = Math.min(asked.page, pages);
  return {
    products: sifted.slice((page - 1) * PAGE, page * PAGE),
    total: sifted.length,
    page,
    pages,
    counts: countEach(found, asked.chosen),
    orchards,
    nearly,
    instead: sifted.length > 0 ? [] : await instead(tx, all, found, asked.words),
  };
}

type ByWords = { found: ProductOnSale[]; orchards: FoundOrchard[]; nearly: boolean };

async function byWords(tx: Tx, all: readonly ProductOnSale[], words: string): Promise<ByWords> {
  if (words.trim() === '') return { found: stocked(all), orchards: [], nearly: false };
  const { productIds, plotIds, nearly } = await findWords(tx, words, MOST_FOUND);
  const byId = new Map(all.map((product) => [product.id, product]));
  const named = productIds.flatMap((id) => byId.get(id) ?? []);
  const plots = await tx.plot.findMany({ where: { id: { in: plotIds } }, include: { member: true } });
  const codes = new Set(plots.map((plot) => plot.code));
  const ofOrchards = all.filter(
    (product) => !named.includes(product) && product.harvests.some(({ plotCode }) => codes.has(plotCode)),
  );
  const orchards = plotIds.flatMap((id) => {
    const plot = plots.find((each) => each.id === id);
    const memberName = plot && !plot.closedAt ? memberOnPublicPage(plot.member) : null;
    return plot && memberName !== null ? [{ code: plot.code, name: plot.name, memberName }] : [];
  });
  const found = [...stocked(named), ...stocked(ofOrchards)];
  return { found, orchards: orchards.slice(0, MOST_ORCHARDS), nearly: nearly && found.length > 0 };
}

/** What can be bought now before what cannot, else as it was. */
const stocked = (products: readonly ProductOnSale[]) =>
  [...products].sort((a, b) => Number(b.unitsLeft > 0) - Number(a.unitsLeft > 0));

const freshest = ({ harvests }: ProductOnSale) => Math.max(0, ...harvests.map(({ cutOn }) => +cutOn));

const BY: Record<Exclude<FruitOrder, 'shop'>, (a: ProductOnSale, b: ProductOnSale) => number> = {
  fresh: (a, b) => freshest(b) - freshest(a),
  cheap: (a, b) => perKilogram(a) - perKilogram(b),
  dear: (a, b) => perKilogram(b) - perKilogram(a),
  liked: (a, b) =>
    (b.rating?.mean ?? 0) - (a.rating?.mean ?? 0) || (b.rating?.count ?? 0) - (a.rating?.count ?? 0),
};

/** In the order asked for; what cannot be bought now stays behind. */
function inOrder(products: readonly ProductOnSale[], order: FruitOrder): ProductOnSale[] {
  return order === 'shop' ? [...products] : stocked([...products].sort(BY[order]));
}

/** What to offer where nothing is left: what the sieves held back, else faintly alike names, else what is in stock. */
async function instead(
  tx: Tx,
  all: readonly ProductOnSale[],
  found: readonly ProductOnSale[],
  words: string,
): Promise<ProductOnSale[]> {
  if (words.trim() !== '' && found.length > 0) return found.slice(0, MOST_INSTEAD);
  const alike = await faintlyLike(tx, words, MOST_FOUND);
  const near = alike.flatMap((id) => all.find((product) => product.id === id) ?? []);
  const offered = [...near, ...stocked(all).filter((product) => !near.includes(product))];
  return offered.slice(0, MOST_INSTEAD);
}
