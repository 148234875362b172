import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { hrefIn, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { AccountFrame } from '~/shop/account/account-frame';
import { OwnOrders } from '~/shop/account/own-orders';
import { SignIn } from '~/shop/account/sign-in';
import { actOnSignIn } from '~/shop/account/sign-in.server';
import { placeAfter } from '~/shop/account/signed-in.server';

export const meta: MetaFunction = () => [
  { title: `${m.account_title()} · ${m.common_coop_short()}` },
  { name: 'robots', content: 'noindex' },
];

export const headers = () => PRIVATE;

/** A buyer's orders, or the sign-in. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const me = await context.api.buyers.me();
  const asked = new URL(request.url).searchParams;
  if (me && asked.has('to')) throw redirect(hrefIn(locale, placeAfter(request)), { headers: PRIVATE });
  const orders = me ? await context.api.buyers.orders() : [];
  return data({ me, orders, demo: context.demo, key: crypto.randomUUID() }, { headers: PRIVATE });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return actOnSignIn(context, request, await formOf(request), localeOf(params));
}

export default function Account() {
  const { me, orders, demo, key } = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>() ?? null;
  if (!me) return <SignIn key={shown?.code?.id} shown={shown} formKey={key} demo={demo} />;
  return (
    <AccountFrame title={me.name ? m.account_hello({ name: me.name }) : m.account_title()}>
      <OwnOrders orders={orders} />
    </AccountFrame>
  );
}
