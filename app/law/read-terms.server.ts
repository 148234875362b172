import type { Caller } from '@baunghe/api';
import { vietnamDayText } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { markdownToHtml } from './markdown.server';
import { isTermsSlug, type TermsSlug } from './terms-title';

/** A page of the shop's terms as it is shown in a language. */
export interface TermsPage {
  slug: TermsSlug;
  number: number;
  holdsFrom: Date;
  writtenAt: Date;
  html: string;
  /** No text in the language asked for: the words are Vietnamese. */
  untranslated: boolean;
  standing: 'holds' | 'past' | 'coming';
  versions: { number: number; holdsFrom: Date }[];
}

/** Reads a page's version, or with null the one that holds. Throws a 404 Response where there is none. */
export async function readTerms(
  api: Caller,
  asked: { slug: string | undefined; number: number | null },
  locale: Locale,
  now: Date,
): Promise<TermsPage> {
  const { slug } = asked;
  if (!isTermsSlug(slug)) throw new Response(m.law_unknown(), { status: 404 });
  const [found, versions] = await Promise.all([
    api.terms.one({ slug, number: asked.number }),
    api.terms.history({ slug }),
  ]);
  if (!found.ok) throw new Response(m.law_unknown(), { status: 404 });
  const { number, holdsFrom, writtenAt, bodyVi, bodyEn, bodyZh } = found.value;
  const translated = { vi: bodyVi, en: bodyEn, zh: bodyZh }[locale];
  const today = vietnamDayText(now);
  const current = versions.find((version) => version.holdsFrom.toISOString().slice(0, 10) <= today);
  return {
    ...{ slug, number, holdsFrom, writtenAt },
    html: markdownToHtml(translated ?? bodyVi),
    untranslated: translated === null,
    standing: number === current?.number ? 'holds' : number > (current?.number ?? 0) ? 'coming' : 'past',
    versions: versions.map((version) => ({ number: version.number, holdsFrom: version.holdsFrom })),
  };
}
