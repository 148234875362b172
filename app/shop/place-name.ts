import type { Locale } from '~/locale';

/** A province's or ward's name in a language. */
export const placeName = (place: { nameVi: string; nameEn: string }, locale: Locale): string =>
  locale === 'vi' ? place.nameVi : place.nameEn;
