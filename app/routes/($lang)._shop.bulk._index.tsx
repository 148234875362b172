import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { heard } from '~/shop/after/own-order.server';
import { BulkForm, type ShownBulk } from '~/shop/bulk/bulk-form';
import { bulkIn, readBulk } from '~/shop/bulk/read-bulk.server';
import { sayNotSent } from '~/shop/bulk/say-bulk.server';
import { shownPlace } from '~/shop/shown-checkout.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [
  { title: m.bulk_title() },
  { name: 'description', content: m.bulk_lead() },
];

export const headers = () => PRIVATE;

const NOWHERE = { text: '', code: '', choices: [] };

/** What can be asked for; the address may name the variety that somebody came from. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  localeOf(params);
  const choices = await context.api.bulk.choices();
  const variety = new URL(request.url).searchParams.get('variety');
  const asked = choices.find(({ code }) => code === variety)?.code;
  // Nothing is chosen for somebody who came from no fruit: a first choice that nobody made is sent along unread.
  const fruit = asked === undefined ? '' : `${asked}/`;
  const empty: ShownBulk = {
    ...{ key: crypto.randomUUID(), who: '', phone: '', taxCode: '', email: '', fruit, kg: '' },
    ...{ wantedOn: '', packing: '', kind: 'domestic', street: '', country: '', port: '', terms: 'FOB' },
    ...{ needs: [], note: '', province: NOWHERE, ward: NOWHERE },
  };
  return data({ choices, empty }, { headers: PRIVATE });
}

/** Takes the request and leads to its page; refused, gives the form back as it was filled in. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const { typed, places } = readBulk(await formOf(request));
  const { province, ward } = places;
  const settled = await context.api.addresses.settle({ province, ward });
  const answer = await heard(context.api.bulk.send(bulkIn(typed, settled, locale)));
  if (answer.ok) {
    const { code, bulkKey } = answer.value;
    return redirect(hrefIn(locale, `/bulk/${code}?key=${bulkKey}`), { status: 303, headers: PRIVATE });
  }
  const said = sayNotSent(answer.error, settled, locale);
  const shown: ShownBulk = {
    ...typed,
    province: shownPlace(province.typed, settled.province, locale),
    ward: shownPlace(ward.typed, settled.ward, locale),
  };
  return data({ shown, said }, { status: said.status, headers: PRIVATE });
}

export default function Bulk() {
  const { choices, empty } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const href = useHref();
  return (
    <>
      <PageHeader title={m.bulk_title()} lead={m.bulk_lead()} />
      <ol className="mb-8 max-w-2xl list-decimal space-y-1 pl-6">
        <li>{m.bulk_how_send()}</li>
        <li>{m.bulk_how_quote()}</li>
        <li>{m.bulk_how_accept()}</li>
      </ol>
      <BulkForm choices={choices} shown={refused?.shown ?? empty} refused={refused?.said ?? null} />
      <p className="mt-8">
        <Link
          to={href('/bulk/find')}
          className="inline-flex min-h-11 items-center text-rind underline underline-offset-4"
        >
          {m.bulk_find_title()}
        </Link>
      </p>
    </>
  );
}
