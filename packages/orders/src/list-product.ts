import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { parseGtin } from '@baunghe/gs1';
import { type Dong, dong } from '@baunghe/money';
import { nextGtin } from './next-gtin.ts';
import { plainLetters } from './plain-letters.ts';

/** What may be said anew of a listing at any time. */
export interface ProductWords {
  nameVi: string;
  nameEn: string;
  nameZh: string | null;
  descriptionVi: string;
  descriptionEn: string;
  descriptionZh: string | null;
  price: Dong;
  /** Its place in the shop, the smallest first. */
  sort: number;
  listed: boolean;
}

/** A new listing; what its GTIN stands for is fixed from then on. */
export interface NewProduct extends ProductWords {
  varietyCode: string;
  grade: string;
  saleUnit: 'kg' | 'piece' | 'box';
  /** Grams that one sold unit promises, at least. */
  unitGrams: number;
  /** Of a piece that is paid by weight: what it weighs at most; its price is that of a kilogram. */
  mostGrams?: number | null;
  /** A GTIN that was given to it before; null: the next free one. */
  gtin: string | null;
}

/** A listing as the office sees it. */
export interface ProductInOffice extends ProductWords {
  id: string;
  slug: string;
  gtin: string;
  varietyCode: string;
  varietyVi: string;
  varietyEn: string;
  varietyZh: string | null;
  picture: string;
  grade: string;
  saleUnit: 'kg' | 'piece' | 'box';
  unitGrams: number;
  mostGrams: number | null;
}

/** Why a listing was not made or changed. */
export type ProductRefusal =
  | { code: 'variety_unknown' | 'gtin_invalid' | 'gtin_not_ours' | 'gtin_taken' | 'gtins_used_up' }
  | { code: 'product_unknown' };

/** All listings, also those that are not shown, in the shop's order. */
export async function productsInOffice(tx: Tx): Promise<ProductInOffice[]> {
  const products = await tx.product.findMany({
    include: { variety: true },
    orderBy: [{ sort: 'asc' }, { slug: 'asc' }],
  });
  return products.map(({ variety, priceDong, ...told }) => ({
    ...told,
    varietyVi: variety.nameVi,
    varietyEn: variety.nameEn,
    varietyZh: variety.nameZh,
    picture: variety.picture,
    price: dong(priceDong),
  }));
}

/** Lists a product under a GTIN of the cooperative's. */
export async function listProduct(
  tx: Tx,
  moment: Moment,
  gs1Prefix: string,
  { price, gtin: given, ...entry }: NewProduct,
): Promise<Result<{ id: string; gtin: string }, ProductRefusal>> {
  const variety = await tx.variety.findUnique({ where: { code: entry.varietyCode }, select: { code: true } });
  if (!variety) return fail({ code: 'variety_unknown' });
  const gtin = given === null ? await freeGtin(tx, gs1Prefix) : await givenGtin(tx, gs1Prefix, given);
  if (!gtin.ok) return gtin;
  const id = newId('pro', moment);
  const slug = await freeSlug(tx, entry.nameVi);
  await tx.product.create({ data: { ...entry, id, slug, gtin: gtin.value, priceDong: price } });
  return ok({ id, gtin: gtin.value });
}

/** Says a listing anew. Its address stays, so that what links to it still finds it. */
export async function changeProduct(
  tx: Tx,
  id: string,
  { price, ...words }: ProductWords,
): Promise<Result<{ id: string }, ProductRefusal>> {
  const { count } = await tx.product.updateMany({ where: { id }, data: { ...words, priceDong: price } });
  return count === 1 ? ok({ id }) : fail({ code: 'product_unknown' });
}

async function freeGtin(tx: Tx, gs1Prefix: string): Promise<Result<string, ProductRefusal>> {
  const gtin = await nextGtin(tx, gs1Prefix);
  return gtin ? ok(gtin) : fail({ code: 'gtins_used_up' });
}

async function givenGtin(tx: Tx, gs1Prefix: string, typed: string): Promise<Result<string, ProductRefusal>> {
  const read = parseGtin(typed);
  if (!read.ok) return fail({ code: 'gtin_invalid' });
  const gtin = read.value;
  if (!gtin.startsWith(gs1Prefix, 1)) return fail({ code: 'gtin_not_ours' });
  const [product, variety] = await Promise.all([
    tx.product.findUnique({ where: { gtin }, select: { id: true } }),
    tx.variety.findUnique({ where: { looseGtin: gtin }, select: { code: true } }),
  ]);
  return product || variety ? fail({ code: 'gtin_taken' }) : ok(gtin);
}

/** A part of an address out of a name: `sau-rieng-ri6-loai-a`, with a number where that is taken. */
async function freeSlug(tx: Tx, name: string): Promise<string> {
  const stem = plainLetters(name).slice(0, 80).trim().replaceAll(' ', '-') || 'trai-cay';
  const taken = await tx.product.findMany({ where: { slug: { startsWith: stem } }, select: { slug: true } });
  const slugs = new Set(taken.map(({ slug }) => slug));
  let slug = stem;
  for (let number = 2; slugs.has(slug); number++) slug = `${stem}-${number}`;
  return slug;
}
