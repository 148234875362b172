import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { hrefIn, type Locale } from '~/locale';
import { OWN } from '~/shop/after/own-order.server';
import { ownPath } from '~/shop/after/own-path';

/** The short link of a message: leads to the order's page, in its buyer's language; to the search for one otherwise. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const asked = { code: (params.code ?? '').slice(0, 40), key: (params.key ?? '').slice(0, 40) };
  const found = await context.api.ownOrder.byLink(asked);
  if (!found.ok) return redirect('/orders', { headers: OWN });
  const { code, locale, orderKey } = found.value;
  return redirect(hrefIn(locale as Locale, ownPath(code, orderKey)), { headers: OWN });
}
