import type { LoaderFunctionArgs } from '@remix-run/node';
import { cartLines, parseCart } from '~/cart-cookie.server';
import { localeOf } from '~/locale';

/** What a cart comes to when it goes to a province: `?province=75&lines={…}&voucher=…&phone=…`. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  localeOf(params);
  const asked = new URL(request.url).searchParams;
  const provinceCode = asked.get('province')?.slice(0, 2) || null;
  const lines = cartLines(parseCart(asked.get('lines') ?? ''));
  const voucher = asked.get('voucher')?.slice(0, 60) ?? '';
  const phone = asked.get('phone')?.slice(0, 60) ?? '';
  const cart = { lines, provinceCode, voucher, phone };
  const { lines: _lines, ...sums } = await context.api.products.priceCart(cart);
  return sums;
}
