import type { Locale } from '~/locale';

/** A province's or ward's name in a language: Chinese keeps the Vietnamese one, as it stands on a parcel. */
export const placeName = (place: { nameVi: string; nameEn: string }, locale: Locale): string =>
  locale === 'en' ? place.nameEn : place.nameVi;
