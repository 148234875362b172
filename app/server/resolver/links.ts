import type { LinkType, TargetLink } from '@baunghe/gs1';
import { hrefIn, LANGUAGE_TAGS, LOCALES, type Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type Words = (inputs: Record<string, never>, options: { locale: Locale }) => string;

/** Where links lead from, and the language in which one that has no language of its own is titled. */
export interface LinkPlace {
  /** The site's own address without a slash at its end. */
  root: string;
  locale: Locale;
}

/** What a page's language is called: its tag and the bare language, so that `zh-CN` finds `zh-Hans`. */
const tagsOf = (locale: Locale): string[] => [...new Set([LANGUAGE_TAGS[locale], locale])];

/** One page in each language of the site, as links of a type; `path` carries no language. */
function inEachLanguage(place: LinkPlace, linkType: LinkType, path: string, words: Words): TargetLink[] {
  return LOCALES.map((locale) => ({
    linkType,
    href: place.root + hrefIn(locale, path),
    title: words({}, { locale }),
    hreflang: tagsOf(locale),
    type: 'text/html',
  }));
}

/** A page as what is shown by default, in the language that was asked for or else in Vietnamese. */
function byDefault({ root }: LinkPlace, path: string, words: Words): TargetLink[] {
  const plain = {
    linkType: 'gs1:defaultLink',
    href: root + path,
    title: words({}, { locale: 'vi' }),
  } as const;
  return [plain, ...inEachLanguage({ root, locale: 'vi' }, 'gs1:defaultLinkMulti', path, words)];
}

/** Links of a product that is listed. */
export function productLinks(place: LinkPlace, slug: string): TargetLink[] {
  const path = `/products/${slug}`;
  return [
    ...byDefault(place, path, m.box_link_product),
    ...inEachLanguage(place, 'gs1:pip', path, m.box_link_product),
    ...inEachLanguage(place, 'gs1:hasRetailers', path, m.box_link_buy),
  ];
}

/**
 * Links of a lot or a box: its page, which finds out the reader's language by itself, and the same for machines.
 * `path` is the page's own address, `events` what the events are looked up by.
 */
export function scannedLinks(place: LinkPlace, path: string, batch: string, events: string): TargetLink[] {
  const { root, locale } = place;
  const page = (linkType: LinkType, words: Words, fragment = ''): TargetLink => ({
    linkType,
    href: root + path + fragment,
    title: words({}, { locale }),
    hreflang: LOCALES.flatMap(tagsOf),
    type: 'text/html',
    takes: 'rest',
  });
  const title = m.box_link_recall({}, { locale });
  const recall = { href: `${root}/recalls/${batch}`, title, type: 'application/json' };
  return [
    page('gs1:defaultLink', m.box_link_story),
    page('gs1:traceability', m.box_link_story),
    ...eventLinks(place, events),
    page('gs1:certificationInfo', m.box_link_certificates, '#declared'),
    page('gs1:recallStatus', m.box_link_recall),
    { linkType: 'gs1:recallStatus', ...recall },
  ];
}

/** Links to events, found by a query of the EPCIS door, which refuses parameters that it does not know. */
export function eventLinks({ root, locale }: LinkPlace, query: string): TargetLink[] {
  const title = m.box_link_events({}, { locale });
  const events = { href: `${root}/epcis/events?${query}`, title, type: 'application/json' } as const;
  return [
    { linkType: 'gs1:traceability', ...events, takes: 'nothing' },
    { linkType: 'gs1:epcis', ...events, takes: 'nothing' },
  ];
}

/** Links of a load, of which there is no page: its events, also by default. */
export function loadLinks(place: LinkPlace, query: string): TargetLink[] {
  const [first, ...more] = eventLinks(place, query);
  return first ? [{ ...first, linkType: 'gs1:defaultLink' }, first, ...more] : [];
}

/** Links of the cooperative and its places: the home page, which says who and where it is. */
export function homeLinks(place: LinkPlace, linkType: LinkType): TargetLink[] {
  return [
    ...byDefault(place, '/', m.common_coop_name),
    ...inEachLanguage(place, linkType, '/', m.common_coop_name),
  ];
}
