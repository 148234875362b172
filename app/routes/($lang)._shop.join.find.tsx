import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { joinPath } from '~/joining/join-path';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { FindOrderForm } from '~/shop/find-order-form';
import { findOwn } from '~/shop/find-own.server';

export const meta: MetaFunction = () => [
  { title: m.joining_find_title() },
  { name: 'robots', content: 'noindex' },
];

export const headers = () => PRIVATE;

/** Leads to an application's page whoever knows its code and its phone number. */
export const action = ({ context, ...asked }: ActionFunctionArgs) =>
  findOwn(asked, {
    find: context.api.joining.find,
    pathOf: ({ code, joinKey }) => joinPath(code, joinKey),
    wrong: m.joining_find_wrong(),
  });

export default function FindApplication() {
  const refused = useActionData<typeof action>();
  const asked = refused ?? { code: '', phone: '' };
  return (
    <>
      <PageHeader title={m.joining_find_title()} lead={m.joining_find_lead()} />
      <FindOrderForm action="/join/find" codeLabel={m.joining_office_code()} {...asked} />
    </>
  );
}
