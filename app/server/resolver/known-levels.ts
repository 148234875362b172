import {
  boxEpcUri,
  type LinkLevel,
  lotClassUri,
  packingLocationUri,
  plotLocationUri,
  type ResolverRequest,
} from '@baunghe/gs1';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import type { Caller } from '../gate';
import { eventLinks, homeLinks, type LinkPlace, loadLinks, productLinks, scannedLinks } from './links';

/** What is known at a code, as levels with links, the most exact first. */
export interface Known {
  levels: LinkLevel[];
  /** Whether the code has a page of its own, which says what is wrong when it is withdrawn. */
  page: boolean;
}

/** What is told of a withdrawn lot and a retired box all the same: that it is so, and where the fruit went. */
const TOLD_WHEN_WITHDRAWN: readonly (string | null)[] = [
  'gs1:recallStatus',
  'gs1:traceability',
  'gs1:epcis',
  'gs1:certificationInfo',
];

/** What is known at the code of a request, by one question to the gate; null when nothing is. */
export async function knownAt(asked: ResolverRequest, api: Caller, place: LinkPlace): Promise<Known | null> {
  const [key, value] = asked.link.key;
  const qualifier = (ai: string) => asked.link.qualifiers.find(([own]) => own === ai)?.[1] ?? null;
  switch (key) {
    case '01':
      return itemAt(asked, { gtin: value, batch: qualifier('10'), serial: qualifier('21') }, api, place);
    case '00':
      return loadAt(value, api, place);
    case '414':
      return placeAt(value, qualifier('254'), api, place);
    case '417':
      return partyAt(value, api, place);
    default:
      return null;
  }
}

type ItemCode = { gtin: string; batch: string | null; serial: string | null };

async function itemAt(
  asked: ResolverRequest,
  code: ItemCode,
  api: Caller,
  place: LinkPlace,
): Promise<Known | null> {
  const found = await api.resolver.item(code);
  if (!found.ok) return null;
  const { names, slug, lot, unpackedAt } = found.value;
  const { locale } = place;
  const name = nameIn(names, locale);
  const product = `/01/${code.gtin}`;
  const listed = slug === null ? [] : productLinks(place, slug);
  const levels: LinkLevel[] = [{ path: product, description: name, links: listed }];
  if (lot) {
    const path = `${product}/10/${lot.batch}`;
    const events = query('MATCH_anyEPCClass', lotClassUri(lot.looseGtin, lot.batch));
    const description = m.box_link_lot({ name, batch: lot.batch }, { locale });
    levels.unshift({ path, description, links: scannedLinks(place, path, lot.batch, events) });
    if (code.serial !== null)
      levels.unshift(boxLevel(place, { ...code, serial: code.serial, name }, path, lot.batch));
  }
  const [first] = levels;
  if (first && (lot?.withdrawn || unpackedAt) && !isStillTold(asked)) first.withdrawn = true;
  return { levels, page: true };
}

function boxLevel(
  place: LinkPlace,
  { gtin, serial, name }: { gtin: string; serial: string; name: string },
  lotPath: string,
  batch: string,
): LinkLevel {
  const events = query('MATCH_anyEPC', boxEpcUri(gtin, serial));
  return {
    path: `/01/${gtin}/21/${encodeURIComponent(serial)}`,
    description: m.box_link_box({ name, serial }, { locale: place.locale }),
    links: scannedLinks(place, `${lotPath}/21/${encodeURIComponent(serial)}`, batch, events),
  };
}

function isStillTold({ wantsLinkset, wish }: ResolverRequest): boolean {
  return wantsLinkset || TOLD_WHEN_WITHDRAWN.includes(wish.linkType);
}

async function loadAt(sscc: string, api: Caller, place: LinkPlace): Promise<Known | null> {
  if (!(await api.resolver.load({ sscc })).ok) return null;
  const description = m.box_link_load({ sscc }, { locale: place.locale });
  const links = loadLinks(place, query('MATCH_anyEPC', `https://id.gs1.org/00/${sscc}`));
  return { levels: [{ path: `/00/${sscc}`, description, links }], page: false };
}

async function placeAt(
  gln: string,
  plot: string | null,
  api: Caller,
  place: LinkPlace,
): Promise<Known | null> {
  const found = await api.resolver.place({ gln, plot });
  if (!found.ok) return null;
  const ours = m.common_coop_name({}, { locale: place.locale });
  const levels: LinkLevel[] = [level(place, `/414/${gln}`, ours, packingLocationUri(gln))];
  if (found.value.plot) {
    const { code, name } = found.value.plot;
    const path = `/414/${gln}/254/${encodeURIComponent(code)}`;
    levels.unshift(level(place, path, name, plotLocationUri(gln, code)));
  }
  return { levels, page: false };
}

/** A place: the home page says where it is, the events what was done there. */
function level(place: LinkPlace, path: string, description: string, location: string): LinkLevel {
  const events = eventLinks(place, query('EQ_readPoint', location));
  return { path, description, links: [...homeLinks(place, 'gs1:locationInfo'), ...events] };
}

async function partyAt(gln: string, api: Caller, place: LinkPlace): Promise<Known | null> {
  if (!(await api.resolver.place({ gln, plot: null })).ok) return null;
  const description = m.common_coop_name({}, { locale: place.locale });
  return {
    levels: [{ path: `/417/${gln}`, description, links: homeLinks(place, 'gs1:homepage') }],
    page: false,
  };
}

const query = (name: string, value: string): string => `${name}=${encodeURIComponent(value)}`;
