import * as m from '~/paraglide/messages.js';

const TITLES = {
  identity: m.law_identity,
  conditions: m.law_conditions,
  payment: m.law_payment,
  delivery: m.law_delivery,
  complaints: m.law_complaints,
  privacy: m.law_privacy,
  ranking: m.law_ranking,
} as const;

export type TermsSlug = keyof typeof TITLES;

/** The pages that the shop publishes of itself, in the order of the footer. */
export const TERMS_SLUGS = Object.keys(TITLES) as TermsSlug[];

/** Whether an address names one of them. */
export const isTermsSlug = (text: string | undefined): text is TermsSlug =>
  TERMS_SLUGS.some((slug) => slug === text);

/** What a page is called. */
export const termsTitle = (slug: string): string => (isTermsSlug(slug) ? TITLES[slug]() : '');
