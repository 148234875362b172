import { formAnswer } from '@baunghe/api';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { cartCookie } from '~/cart-cookie.server';
import { LinkButton } from '~/components/button';
import { hrefIn, isLocale, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { AccountFrame } from '~/shop/account/account-frame';
import { DetailsForm } from '~/shop/account/details-form';
import { signedIn } from '~/shop/account/signed-in.server';
import { Passkeys, Sessions } from '~/shop/account/ways-in';
import { fieldSentence } from '~/shop/field-sentences';
import { useHref } from '~/use-locale';

const PAGE = '/account/details';

export const meta: MetaFunction = () => [
  { title: `${m.account_details()} · ${m.account_title()}` },
  { name: 'robots', content: 'noindex' },
];

export const headers = () => PRIVATE;

export async function loader({ context, params }: LoaderFunctionArgs) {
  localeOf(params);
  const me = await signedIn(context, params, PAGE);
  const { buyers } = context.api;
  const [sessions, passkeys] = await Promise.all([buyers.sessions(), buyers.passkeys.list()]);
  return data({ me, sessions, passkeys, key: crypto.randomUUID() }, { headers: PRIVATE });
}

/** Changes name and language, ends sessions, takes a passkey away, or signs out. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const [act, key, id] = ['act', 'key', 'id'].map((name) => text(form, name)) as [string, string, string];
  const { buyers } = context.api;
  if (act === 'sign-out') {
    await buyers.signOut({ key });
    // Whoever comes to this browser next finds nothing of this buyer's.
    const cart = cartCookie(new Map(), { secure: context.publicUrl.startsWith('https:') });
    return redirect(hrefIn(locale, '/account'), { status: 303, headers: { ...PRIVATE, 'Set-Cookie': cart } });
  }
  await signedIn(context, params, PAGE);
  let next = locale;
  if (act === 'end') await buyers.endSessions({ key, id: id || null });
  else if (act === 'drop-passkey') await buyers.passkeys.drop({ key, id });
  else {
    const spoken = text(form, 'locale');
    next = isLocale(spoken) ? spoken : locale;
    const name = text(form, 'name').slice(0, 400);
    const kept = await formAnswer(buyers.changeDetails({ key, name, locale: next }));
    if (!kept.ok && kept.error.code === 'fields') {
      const beside = fieldSentence(kept.error.fields.name ?? 'invalid');
      return data({ name, beside }, { status: 400, headers: PRIVATE });
    }
  }
  return redirect(hrefIn(next, PAGE), { status: 303, headers: PRIVATE });
}

export default function Details() {
  const { me, sessions, passkeys, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const href = useHref();
  return (
    <AccountFrame title={m.account_details()}>
      <div className="max-w-2xl space-y-10">
        <DetailsForm me={me} formKey={key} refused={refused} />
        <Passkeys passkeys={passkeys} formKey={key} />
        <Sessions sessions={sessions} formKey={key} />
        <section aria-labelledby="data">
          <h2 id="data" className="mb-2 border-b-2 border-ink pb-1 text-22">
            {m.law_my_data()}
          </h2>
          <p className="mb-3">{m.account_data_text()}</p>
          <LinkButton kind="quiet" to={href('/my-data')}>
            {m.account_data_open()}
          </LinkButton>
        </section>
      </div>
    </AccountFrame>
  );
}
