import { element, escapeXml } from './xml';

/** What a feed says of a product. */
export interface FeedProduct {
  slug: string;
  gtin: string;
  name: string;
  description: string;
  price: number;
  unitsLeft: number;
  unitGrams: number;
  picture: string;
}

/** The longest that Google takes (Merchant Center product data specification). */
const LONGEST = { title: 150, description: 5000 };

/**
 * "Food, Beverages & Tobacco > Food Items > Fruits & Vegetables > Fresh & Frozen Fruits", which names neither durian nor
 * jackfruit further down (google.com/basepages/producttype/taxonomy-with-ids.en-US.txt, version 2021-09-21).
 */
const FRESH_FRUIT = '5795';

/** GS1's prefix for examples, with an indicator digit before it: no number that a shop may give out. */
const isExample = (gtin: string) => gtin.slice(1, 4) === '952';

function item(product: FeedProduct, link: string, publicUrl: string): string {
  const name = product.name.slice(0, LONGEST.title);
  return `<item>${[
    element('g:id', product.slug),
    element('g:title', name),
    element('g:description', (product.description || product.name).slice(0, LONGEST.description)),
    element('g:link', link),
    element('g:image_link', `${publicUrl}/drawings/${product.picture.replace(/\.svg$/, '')}.png`),
    element('g:availability', product.unitsLeft > 0 ? 'in_stock' : 'out_of_stock'),
    element('g:price', `${product.price} VND`),
    element('g:condition', 'new'),
    element('g:brand', 'Bàu Nghé'),
    isExample(product.gtin) ? element('g:identifier_exists', 'no') : element('g:gtin', product.gtin),
    element('g:shipping_weight', `${product.unitGrams} g`),
    element('g:google_product_category', FRESH_FRUIT),
  ].join('')}</item>`;
}

/** The product feed that Google Merchant Center and Facebook's catalogue read: RSS 2.0 with the g: namespace. */
export function productFeed(
  shop: { publicUrl: string; home: string; title: string; description: string },
  products: readonly (FeedProduct & { link: string })[],
): string {
  const items = products.map((product) => item(product, product.link, shop.publicUrl));
  return `<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>
<title>${escapeXml(shop.title)}</title><link>${escapeXml(shop.home)}</link><description>${escapeXml(shop.description)}</description>
${items.join('\n')}
</channel></rss>`;
}
