import type { LoaderFunctionArgs } from '@remix-run/node';
import { hrefIn, localeOf } from '~/locale';
import { nameIn, wordsIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { productFeed } from '~/reach/product-feed';
import { xmlAnswer } from '~/reach/xml';

/** What is on sale, for Google Merchant Center and Facebook's catalogue. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const at = (path: string) => context.publicUrl + hrefIn(locale, path);
  const products = await context.api.products.list();
  const told = products.map((product) => {
    const { descriptionVi: vi, descriptionEn: en, descriptionZh: zh } = product;
    return {
      ...product,
      name: nameIn(product, locale),
      description: wordsIn({ vi, en, zh }, locale),
      link: at(`/products/${product.slug}`),
    };
  });
  const shop = {
    publicUrl: context.publicUrl,
    home: at('/'),
    title: m.reach_feed_products(),
    description: m.shop_home_description(),
  };
  return xmlAnswer(productFeed(shop, told), 'application/rss+xml');
}
