import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { FindOrderForm } from '~/shop/find-order-form';
import { findOwn } from '~/shop/find-own.server';

export const meta: MetaFunction = () => [
  { title: m.bulk_find_title() },
  { name: 'robots', content: 'noindex' },
];

export const headers = () => PRIVATE;

/** Leads to a request's page whoever knows its code and its phone number. */
export const action = ({ context, ...asked }: ActionFunctionArgs) =>
  findOwn(asked, {
    find: context.api.bulk.find,
    pathOf: ({ code, bulkKey }) => `/bulk/${code}?key=${bulkKey}`,
    wrong: m.bulk_find_wrong(),
  });

export default function FindBulk() {
  const refused = useActionData<typeof action>();
  const asked = refused ?? { code: '', phone: '' };
  return (
    <>
      <PageHeader title={m.bulk_find_title()} lead={m.bulk_find_lead()} />
      <FindOrderForm action="/bulk/find" {...asked} />
    </>
  );
}
