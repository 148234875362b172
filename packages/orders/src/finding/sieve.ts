import type { ProductOnSale } from '../products-on-sale.ts';

/** By what fruit may be sifted; each leaves those through that fit one of the values chosen, or all when none is. */
export const SIEVES = ['fruit', 'variety', 'grade', 'when', 'season', 'unit', 'price'] as const;
export type Sieve = (typeof SIEVES)[number];

/** The values chosen of each sieve. */
export type Chosen = Partial<Record<Sieve, readonly string[]>>;

/** Each value of each sieve with how many products it would leave, whatever else is chosen of that sieve. */
export type Counts = Record<Sieve, Record<string, number>>;

/** Limits of prices a kilogram, in thousands of đồng: `0-50` holds what costs less than 50,000. */
export const PRICE_BANDS = ['0-50', '50-100', '100-200', '200-'] as const;

type Sifted = Pick<
  ProductOnSale,
  | 'fruit'
  | 'varietyCode'
  | 'grade'
  | 'saleUnit'
  | 'unitGrams'
  | 'price'
  | 'ripeMonths'
  | 'unitsLeft'
  | 'comingOn'
>;

const VALUES: Record<Sieve, (product: Sifted) => readonly string[]> = {
  fruit: ({ fruit }) => [fruit],
  variety: ({ varietyCode }) => [varietyCode],
  grade: ({ grade }) => [grade],
  unit: ({ saleUnit }) => [saleUnit],
  when: ({ unitsLeft, comingOn }) => [unitsLeft > 0 ? 'now' : comingOn ? 'coming' : 'later'],
  season: ({ ripeMonths }) => ripeMonths.map(String),
  price: (product) => [priceBand(perKilogram(product))],
};

/** The price of a kilogram of a product, in đồng. */
export const perKilogram = ({ price, unitGrams }: Pick<Sifted, 'price' | 'unitGrams'>): number =>
  (price * 1000) / unitGrams;

function priceBand(dong: number): string {
  return PRICE_BANDS.find((band) => dong < Number(band.split('-')[1] || Infinity) * 1000) ?? '200-';
}

/** The products that pass every sieve, in their order. */
export function sift<P extends Sifted>(products: readonly P[], chosen: Chosen): P[] {
  return products.filter((product) => SIEVES.every((sieve) => passes(product, sieve, chosen[sieve])));
}

/** Counts, for every value that any product has, what choosing it would leave beside what the other sieves leave. */
export function countEach(products: readonly Sifted[], chosen: Chosen): Counts {
  const counts = Object.fromEntries(SIEVES.map((sieve) => [sieve, {}])) as Counts;
  for (const sieve of SIEVES) {
    const others = SIEVES.filter((other) => other !== sieve);
    const of = counts[sieve];
    for (const product of products) {
      const counted = others.every((other) => passes(product, other, chosen[other]));
      for (const value of VALUES[sieve](product)) of[value] = (of[value] ?? 0) + Number(counted);
    }
  }
  return counts;
}

function passes(product: Sifted, sieve: Sieve, values: readonly string[] = []): boolean {
  return values.length === 0 || VALUES[sieve](product).some((value) => values.includes(value));
}
