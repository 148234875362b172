import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { hrefIn, localeOf } from '~/locale';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';

/** Where a buyer comes back to from the card company's page, which may be before its call did. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const orderKey = new URL(request.url).searchParams.get('key') ?? '';
  return leadOn(params, orderKey, async (order) => {
    await context.api.cards.ask(order);
    return null;
  });
}

/** Opens the card company's page; when that cannot be, the order's page says so. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const orderKey = String((await formOf(request)).get('orderKey') ?? '');
  return leadOn(params, orderKey, async (order) => {
    const page = await context.api.cards.openPage(order);
    return page.ok ? page.value.url : null;
  });
}

async function leadOn(
  params: LoaderFunctionArgs['params'],
  key: string,
  ask: (order: { code: string; orderKey: string }) => Promise<string | null>,
) {
  const locale = localeOf(params);
  const order = { code: (params.code ?? '').slice(0, 40), orderKey: key.slice(0, 64) };
  const elsewhere = await ask(order);
  const back = hrefIn(locale, `/orders/${order.code}?key=${encodeURIComponent(order.orderKey)}`);
  return redirect(elsewhere ?? back, { status: 303, headers: PRIVATE });
}
