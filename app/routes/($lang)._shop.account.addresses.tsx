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
import { formOf, text } from '~/read-form.server';
import { AccountFrame } from '~/shop/account/account-frame';
import { AddressForm } from '~/shop/account/address-form';
import { AddressList } from '~/shop/account/address-list';
import { addressShown, blankAddress, keepTyped } from '~/shop/account/addresses.server';
import { signedIn } from '~/shop/account/signed-in.server';

const PAGE = '/account/addresses';

export const meta: MetaFunction = () => [
  { title: `${m.account_addresses()} · ${m.account_title()}` },
  { name: 'robots', content: 'noindex' },
];

export const headers = () => PRIVATE;

/** The kept addresses; `?edit=new` or `?edit=<id>` opens the form for one. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const me = await signedIn(context, params, PAGE);
  const addresses = await context.api.buyers.addresses();
  const asked = new URL(request.url).searchParams.get('edit');
  const edited = addresses.find(({ id }) => id === asked);
  const opens = edited || asked === 'new' || addresses.length === 0;
  const form = opens ? (edited ? addressShown(edited, locale) : blankAddress(me.name)) : null;
  return data({ addresses, form, key: crypto.randomUUID() }, { headers: PRIVATE });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  await signedIn(context, params, PAGE);
  const form = await formOf(request);
  if (text(form, 'act') === 'drop')
    await context.api.buyers.dropAddress({ key: text(form, 'key'), id: text(form, 'id') });
  else {
    const refused = await keepTyped(context.api, form, locale);
    if (refused) return data(refused, { status: refused.status, headers: PRIVATE });
  }
  return redirect(hrefIn(locale, PAGE), { status: 303, headers: PRIVATE });
}

export default function Addresses() {
  const { addresses, form, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const shown = refused?.form ?? form;
  return (
    <AccountFrame title={m.account_addresses()}>
      {addresses.length > 0 ? (
        <AddressList addresses={addresses} formKey={key} editing={shown !== null} />
      ) : null}
      {shown ? (
        <AddressForm
          key={`${shown.id} ${refused?.status ?? ''}`}
          shown={shown}
          formKey={key}
          isFirst={addresses.length === 0}
          beside={refused?.beside ?? {}}
          above={refused?.above ?? null}
        />
      ) : null}
    </AccountFrame>
  );
}
