import type { MetaDescriptor } from '@remix-run/node';
import { LANGUAGE_TAGS, type Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type Shared = {
  publicUrl: string;
  /** The page's path with its language, and the picture's. */
  path: string;
  picture: string;
  title: string;
  description: string;
  locale: Locale;
  type?: 'website' | 'product' | 'article';
};

/** What Zalo, Facebook and others show of a link (Open Graph), and its title and description. */
export function shareMeta(page: Shared): MetaDescriptor[] {
  const og = (property: string, content: string) => ({ property: `og:${property}`, content });
  return [
    { title: page.title },
    { name: 'description', content: page.description },
    og('type', page.type ?? 'website'),
    og('site_name', m.common_coop_name()),
    og('locale', { vi: 'vi_VN', en: 'en_GB', zh: 'zh_CN' }[page.locale]),
    og('title', page.title),
    og('description', page.description),
    og('url', page.publicUrl + page.path),
    og('image', page.publicUrl + page.picture),
    og('image:type', 'image/png'),
    og('image:width', '1200'),
    og('image:height', '630'),
    og('image:alt', m.reach_picture_alt({ name: page.title })),
    { name: 'twitter:card', content: 'summary_large_image' },
  ];
}

type Sold = {
  slug: string;
  gtin: string;
  price: number;
  unitsLeft: number;
  unitGrams: number;
  /** What buyers gave it, on average, and how many of them; null before the first. */
  rating: { mean: number; count: number } | null;
};

const SELLER_ID = '#cooperative';

/** The cooperative as schema.org's Organization, from what is public of it. */
export function organizationLd(publicUrl: string): MetaDescriptor {
  return {
    'script:ld+json': {
      '@context': 'https://schema.org',
      '@type': 'Organization',
      '@id': `${publicUrl}/${SELLER_ID}`,
      name: m.common_coop_name(),
      url: publicUrl,
      logo: `${publicUrl}/icon-512.png`,
      address: {
        '@type': 'PostalAddress',
        streetAddress: m.common_coop_address(),
        addressRegion: 'Đồng Nai',
        addressCountry: 'VN',
      },
    },
  };
}

/** A product as schema.org's Product with its Offer, and where it stands (BreadcrumbList). */
export function productLd(
  publicUrl: string,
  shown: { product: Sold; name: string; description: string; picture: string; path: string; shelf: string },
  locale: Locale,
): MetaDescriptor[] {
  const { product, name, description, picture, path, shelf } = shown;
  const url = publicUrl + path;
  const offer = {
    '@type': 'Offer',
    url,
    price: String(product.price),
    priceCurrency: 'VND',
    availability: `https://schema.org/${product.unitsLeft > 0 ? 'InStock' : 'OutOfStock'}`,
    itemCondition: 'https://schema.org/NewCondition',
    seller: { '@id': `${publicUrl}/${SELLER_ID}` },
  };
  return [
    {
      'script:ld+json': {
        '@context': 'https://schema.org',
        '@type': 'Product',
        name,
        description,
        inLanguage: LANGUAGE_TAGS[locale],
        image: publicUrl + picture,
        sku: product.slug,
        ...(product.gtin.startsWith('0952') ? {} : { gtin14: product.gtin }),
        brand: { '@type': 'Brand', name: m.common_coop_short() },
        weight: { '@type': 'QuantitativeValue', value: product.unitGrams, unitCode: 'GRM' },
        offers: offer,
        ...(product.rating ? { aggregateRating: aggregateRatingLd(product.rating) } : {}),
      },
    },
    {
      'script:ld+json': {
        '@context': 'https://schema.org',
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: m.shop_products_title(), item: publicUrl + shelf },
          { '@type': 'ListItem', position: 2, name, item: url },
        ],
      },
    },
  ];
}

/** Only ratings of who received the fruit are counted, as the page shows them. */
const aggregateRatingLd = ({ mean, count }: { mean: number; count: number }) => ({
  '@type': 'AggregateRating',
  ratingValue: mean.toFixed(1),
  ratingCount: count,
  bestRating: 5,
  worstRating: 1,
});
