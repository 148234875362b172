import type { ApiOutputs } from '@baunghe/api';
import type { ProductOnCard } from '~/components/product-card';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';

type Product = ApiOutputs['products']['list'][number];

/** A product as its card shows it, in one language. */
export function onCard(product: Product, locale: Locale): ProductOnCard {
  const {
    slug,
    picture,
    price,
    saleUnit,
    unitGrams,
    mostGrams,
    unitsLeft,
    comingOn,
    rating,
    harvests,
    markdowns,
  } = product;
  const [first] = [...harvests].sort((a, b) => +b.cutOn - +a.cutOn);
  const freshest = first
    ? { cutOn: first.cutOn, plotName: first.plotName, memberName: first.memberName }
    : null;
  const name = nameIn(product, locale);
  const told = {
    slug,
    picture,
    price,
    saleUnit,
    unitGrams,
    mostGrams,
    unitsLeft,
    comingOn,
    rating,
    markdowns,
  };
  return { ...told, name, freshest };
}

/**
 * What is ripe this week: at most `most` products in stock, a first one of every variety before a second of any, in
 * the shop's order.
 */
export function ripeThisWeek(products: readonly Product[], most: number): Product[] {
  const seen = new Set<string>();
  const firsts: Product[] = [];
  const others: Product[] = [];
  for (const product of products) {
    if (product.unitsLeft === 0) continue;
    (seen.has(product.varietyCode) ? others : firsts).push(product);
    seen.add(product.varietyCode);
  }
  return [...firsts, ...others].slice(0, most);
}
