import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApiOutputs, Caller } from '@baunghe/api';
import { formatDay, formatDong, formatKilograms } from '~/format';
import { isLocale, type Locale } from '~/locale';
import { nameIn, varietyIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { type LinkPicture, linkPictureHash } from './link-picture.server';

/** What a picture may be of. */
export type Pictured =
  | { kind: 'shop' }
  | { kind: 'products'; slug: string }
  | { kind: 'harvests'; gtin: string; batch: string };

type Product = Extract<ApiOutputs['products']['one'], { ok: true }>['value'];
type Lot = Extract<ApiOutputs['boxes']['lot'], { ok: true }>['value'];

/** The font has no Chinese letters: pages in Chinese show the English picture. */
const drawnIn = (locale: Locale): Locale => (locale === 'zh' ? 'en' : locale);

const drawings = new Map<string, string>();

/** One of the shop's own drawings, as SVG. */
export async function drawing(name: string): Promise<string> {
  const known = drawings.get(name);
  if (known !== undefined) return known;
  const svg = await readFile(
    join(process.cwd(), 'public/pictures', name.replace(/[^a-z0-9.-]/g, '')),
    'utf8',
  );
  drawings.set(name, svg);
  return svg;
}

async function ofShop(locale: Locale): Promise<LinkPicture> {
  return {
    drawing: await drawing('crate.svg'),
    title: m.common_coop_name({}, { locale }),
    lines: [m.reach_picture_shop({}, { locale }), m.reach_picture_scan({}, { locale })],
    foot: m.common_coop_address({}, { locale }),
  };
}

async function ofProduct(product: Product, locale: Locale): Promise<LinkPicture> {
  const weight = formatKilograms(product.unitGrams, locale);
  const unit = { kg: () => 'kg', piece: m.shop_per_piece, box: m.shop_per_box }[product.saleUnit];
  const price = `${formatDong(product.price, locale)} / ${unit({ weight }, { locale })}`;
  return {
    drawing: await drawing(product.picture),
    title: nameIn(product, locale),
    lines: [
      price,
      m.shop_product_grade({ grade: product.grade }, { locale }),
      m.reach_picture_scan({}, { locale }),
    ],
    foot: m.common_coop_name({}, { locale }),
  };
}

async function ofHarvest({ origin, grams }: Lot, locale: Locale): Promise<LinkPicture> {
  const cut = m.reach_picture_cut({ day: formatDay(origin.cutOn, locale) }, { locale });
  const weight = formatKilograms(grams, locale);
  return {
    drawing: await drawing(origin.picture),
    title: varietyIn(origin, locale),
    lines: [cut, origin.plot.name, m.reach_picture_lot({ batch: origin.batch, weight }, { locale })],
    foot: m.common_coop_name({}, { locale }),
  };
}

/** What a picture shows in a language; null for what does not exist. */
export async function linkPicture(api: Caller, of: Pictured, locale: Locale): Promise<LinkPicture | null> {
  const spoken = drawnIn(locale);
  if (of.kind === 'shop') return ofShop(spoken);
  if (of.kind === 'products') {
    const product = await api.products.one({ slug: of.slug });
    return product.ok ? ofProduct(product.value, spoken) : null;
  }
  const lot = await api.boxes.lot({ gtin: of.gtin, batch: of.batch });
  return lot.ok ? ofHarvest(lot.value, spoken) : null;
}

const nameOf = (of: Pictured): string =>
  of.kind === 'shop' ? 'home' : of.kind === 'products' ? of.slug : `${of.gtin}-${of.batch}`;

/** Where a picture lies: its address changes with what it shows, so that everybody may keep it. */
export function pictureAddress(of: Pictured, locale: Locale, picture: LinkPicture): string {
  return `/link-pictures/${drawnIn(locale)}/${of.kind}/${nameOf(of)}/${linkPictureHash(picture)}.png`;
}

/** Reads what an address names; null for none of ours. */
export function picturedBy(
  locale?: string,
  kind?: string,
  name = '',
): { of: Pictured; locale: Locale } | null {
  if (!isLocale(locale) || locale === 'zh') return null;
  if (kind === 'shop' && name === 'home') return { of: { kind }, locale };
  if (kind === 'products' && name.length <= 120) return { of: { kind, slug: name }, locale };
  const [, gtin, batch] = /^(\d{14})-([0-9A-Z]{1,20})$/.exec(name) ?? [];
  return kind === 'harvests' && gtin && batch ? { of: { kind, gtin, batch }, locale } : null;
}

/** The address of a product's picture, for its page. */
export async function productPicture(product: Product, locale: Locale): Promise<string> {
  const picture = await ofProduct(product, drawnIn(locale));
  return pictureAddress({ kind: 'products', slug: product.slug }, locale, picture);
}

/** The address of a harvest's picture, for a lot's page. */
export async function harvestPicture(lot: Lot, locale: Locale): Promise<string> {
  const picture = await ofHarvest(lot, drawnIn(locale));
  return pictureAddress({ kind: 'harvests', gtin: lot.gtin, batch: lot.origin.batch }, locale, picture);
}

/** The address of the shop's own picture. */
export async function shopPicture(locale: Locale): Promise<string> {
  return pictureAddress({ kind: 'shop' }, locale, await ofShop(drawnIn(locale)));
}
