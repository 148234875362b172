import type { IncomingHttpHeaders } from 'node:http';
import { BASE_LOCALE, isLocale, LANGUAGE_TAGS, LOCALES, type Locale, localeOfPath } from '../locale';

type Range = { range: string; quality: number };

/** Whether an address is that of a code on a box (GS1 Digital Link) and leaves the language to the visitor. */
export const leavesLanguageOpen = (url: string): boolean => url.startsWith('/01/');

/**
 * The language that a request is answered in. The address decides where it carries one; the address on a box does
 * not: there it is the language chosen by the page's switch (`?lang=`), the one chosen earlier (cookie `lang`), the one
 * the browser asks for, or Vietnamese.
 */
export function spokenLanguage(url: string, { cookie, ...headers }: IncomingHttpHeaders): Locale {
  const path = url.split('?', 1)[0] ?? '';
  if (!leavesLanguageOpen(path)) return localeOfPath(path);
  const chosen = chosenLanguage(url);
  if (chosen) return chosen;
  const kept = /(?:^|;\s*)lang=([a-z]+)/.exec(cookie ?? '')?.[1];
  return isLocale(kept) ? kept : languageFor(headers['accept-language']);
}

/** The language that a link of the page's switch asks for, `?lang=zh`; null when none. */
export function chosenLanguage(url: string): Locale | null {
  const lang = /[?&]lang=([a-z]+)(?:[&#]|$)/.exec(url)?.[1];
  return isLocale(lang) ? lang : null;
}

const answersSeen = new Map<string, Locale>();

/**
 * The language for an Accept-Language header (RFC 9110, section 12.5.4) by lookup (RFC 4647, section 3.4): the range
 * with the highest quality first, each cut shorter until it names a language of the site; Vietnamese when none does.
 */
export function languageFor(accepted: string | undefined): Locale {
  if (accepted === undefined) return BASE_LOCALE;
  const seen = answersSeen.get(accepted);
  if (seen) return seen;
  const found = lookUp(rangesIn(accepted));
  // Browsers send few different values; a stranger's inventions must not fill the memory.
  if (answersSeen.size < 500 && accepted.length < 200) answersSeen.set(accepted, found);
  return found;
}

/** The ranges of a header, best first, in their order where they are equal; what is not a range is passed over. */
function rangesIn(accepted: string): Range[] {
  const ranges = accepted.split(',').flatMap((part): Range[] => {
    const read =
      /^\s*([a-z]{1,8}(?:-[a-z0-9]{1,8})*|\*)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?$/i.exec(part);
    return read?.[1] ? [{ range: read[1].toLowerCase(), quality: Number(read[2] ?? 1) }] : [];
  });
  return ranges.sort((a, b) => b.quality - a.quality);
}

function lookUp(ranges: readonly Range[]): Locale {
  const refused = new Set(ranges.filter((one) => one.quality === 0).map((one) => named(one.range)));
  const offered = LOCALES.filter((locale) => !refused.has(locale));
  for (const { range, quality } of ranges) {
    if (quality === 0) break;
    const found = range === '*' ? offered[0] : nearest(range);
    if (found && offered.includes(found)) return found;
  }
  return BASE_LOCALE;
}

/** The language that a range names as it stands. */
const named = (range: string): Locale | undefined =>
  LOCALES.find((locale) => range === locale || range === LANGUAGE_TAGS[locale].toLowerCase());

/** The language that a range names once its last parts are cut off: `zh-Hans-CN`, `zh-Hans`, `zh`. */
function nearest(range: string): Locale | undefined {
  const parts = range.split('-');
  for (; parts.length > 0; parts.pop()) {
    const found = named(parts.join('-'));
    if (found) return found;
  }
  return undefined;
}
