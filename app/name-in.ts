import type { Locale } from './locale';

/** The cooperative's own words in a language; Chinese is written as it finds time: English where it is missing. */
export function wordsIn(words: { vi: string; en: string; zh: string | null }, locale: Locale): string {
  return words[locale] || words.en;
}

/** The name of a product or a variety in a language. */
export const nameIn = (
  { nameVi, nameEn, nameZh }: { nameVi: string; nameEn: string; nameZh: string | null },
  locale: Locale,
): string => wordsIn({ vi: nameVi, en: nameEn, zh: nameZh }, locale);

/** The name of the variety that a lot or its fruit is of. */
export const varietyIn = (
  fruit: { varietyVi: string; varietyEn: string; varietyZh: string | null },
  locale: Locale,
): string => wordsIn({ vi: fruit.varietyVi, en: fruit.varietyEn, zh: fruit.varietyZh }, locale);
