import { LOCALES, type Locale } from '~/locale';

/** A sentence without places, in the language of the page or in another. */
type Words = (inputs: Record<never, never>, options: { locale: Locale }) => string;

/** Words as a paper has them, in whatever languages it is in. */
export type Said = (words: Words) => string;

/** Words in several languages beside each other, each once: `Thửa / Plot`. */
const saidIn =
  (...locales: readonly Locale[]): Said =>
  (words) =>
    [...new Set(locales.map((locale) => words({}, { locale })))].join(' / ');

/** Vietnamese for who signs, English for who reads; the fonts on paper have no Chinese. */
export const onPaper = saidIn('vi', 'en');

/** All languages, for a spreadsheet. */
export const inSheet = saidIn(...LOCALES);
