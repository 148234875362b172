import type { LoaderFunctionArgs } from '@remix-run/node';
import { TERMS_SLUGS } from '~/law/terms-title';
import { sitemap } from '~/reach/sitemap';
import { xmlAnswer } from '~/reach/xml';

/** All pages that anybody may find, in every language. */
export async function loader({ context }: LoaderFunctionArgs) {
  const products = await context.api.products.list();
  const paths = [
    ...['/', '/products', '/pre-orders', '/scan', '/terms'],
    ...products.map(({ slug }) => `/products/${slug}`),
    ...TERMS_SLUGS.map((slug) => `/terms/${slug}`),
  ];
  return xmlAnswer(sitemap(context.publicUrl, paths), 'application/xml');
}
