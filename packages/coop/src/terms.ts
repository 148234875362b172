import { fail, type Moment, ok, plusDays, type Result, refusalOf, type Tx, vietnamDay } from '@baunghe/db';

/** The pages that a Vietnamese shop must publish, in the order of the footer (Decree 248/2026/NĐ-CP). */
export const TERMS_SLUGS = [
  'identity',
  'conditions',
  'payment',
  'delivery',
  'complaints',
  'privacy',
  'ranking',
] as const;
export type TermsSlug = (typeof TERMS_SLUGS)[number];

/** How far ahead a new version may be announced, in days. */
const MOST_DAYS_AHEAD = 366;

/** The words of a page, Markdown; a language without them shows the Vietnamese. */
export interface TermsWords {
  bodyVi: string;
  bodyEn: string | null;
  bodyZh: string | null;
}

/** Which version of a page, and from which day in Vietnam it holds. */
export interface TermsVersionMark {
  slug: string;
  number: number;
  holdsFrom: Date;
}

/** A version as it is read. */
export interface TermsVersion extends TermsVersionMark, TermsWords {
  /** The account that wrote it; null: it came with the software. */
  writtenBy: string | null;
  writtenAt: Date;
}

/** Why a version is not published. */
export type TermsRefusal =
  | { code: 'terms_changed_meanwhile'; newest: number }
  | { code: 'terms_day_out_of_range'; oldest: Date; newest: Date };

/** The versions that hold at an instant, one a page. */
export function termsInForce(tx: Tx, now: Date): Promise<TermsVersionMark[]> {
  return tx.$queryRaw<TermsVersionMark[]>`
    SELECT DISTINCT ON ("slug") "slug", "number", "holdsFrom" FROM "terms_version"
    WHERE "holdsFrom" <= ${vietnamDay(now)}::date ORDER BY "slug", "number" DESC`;
}

/** All versions of a page, the newest first. */
export function termsHistory(tx: Tx, slug: TermsSlug): Promise<TermsVersion[]> {
  return tx.termsVersion.findMany({ where: { slug }, orderBy: { number: 'desc' } });
}

/** A page's version by its number, or the one that holds now; null where there is none. */
export function termsVersion(
  tx: Tx,
  now: Date,
  slug: TermsSlug,
  number: number | null,
): Promise<TermsVersion | null> {
  const which = number === null ? { holdsFrom: { lte: vietnamDay(now) } } : { number };
  return tx.termsVersion.findFirst({ where: { slug, ...which }, orderBy: { number: 'desc' } });
}

/** Publishes a page's next version, which follows the one that its writer had before them. */
export async function publishTerms(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  page: TermsWords & { slug: TermsSlug; after: number; holdsFrom: Date },
): Promise<Result<{ number: number }, TermsRefusal>> {
  const { after, ...words } = page;
  const today = vietnamDay(moment.now);
  const last = await termsHistory(tx, page.slug).then(([first]) => first);
  if ((last?.number ?? 0) !== after) return meanwhile(last?.number ?? 0);
  const oldest = last && last.holdsFrom > today ? last.holdsFrom : today;
  const newest = plusDays(today, MOST_DAYS_AHEAD);
  if (page.holdsFrom < oldest || page.holdsFrom > newest)
    return fail({ code: 'terms_day_out_of_range', oldest, newest });
  const number = after + 1;
  try {
    await tx.termsVersion.create({
      data: { ...words, number, writtenBy: by.userId, writtenAt: moment.now },
    });
  } catch (error) {
    // Somebody published at the same moment.
    if (refusalOf(error)?.sqlState !== '23505') throw error;
    return meanwhile(number);
  }
  return ok({ number });
}

const meanwhile = (newest: number) => fail({ code: 'terms_changed_meanwhile', newest } as const);

/**
 * Publishes the words that come with the software: as the first version of a page that has none, or as the next where
 * the newest came with the software too and reads otherwise. What the office wrote stays, and words that were published
 * once are not published again, so that an older program beside a newer one brings nothing back. Returns how many.
 */
export async function keepShippedTerms(
  tx: Tx,
  now: Date,
  pages: readonly (TermsWords & { slug: TermsSlug })[],
): Promise<number> {
  const known = await tx.termsVersion.findMany({ orderBy: { number: 'desc' } });
  const due = pages.flatMap((page) => {
    const versions = known.filter(({ slug }) => slug === page.slug);
    const [last] = versions;
    if (last && (last.writtenBy !== null || versions.some((version) => readsAs(version, page)))) return [];
    const today = vietnamDay(now);
    const holdsFrom = last && last.holdsFrom > today ? last.holdsFrom : today;
    return [{ ...page, number: (last?.number ?? 0) + 1, writtenAt: now, holdsFrom }];
  });
  const { count } = await tx.termsVersion.createMany({ data: due, skipDuplicates: true });
  return count;
}

const readsAs = (one: TermsWords, other: TermsWords): boolean =>
  one.bodyVi === other.bodyVi && one.bodyEn === other.bodyEn && one.bodyZh === other.bodyZh;
