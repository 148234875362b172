import { type ActionFunctionArgs, data, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { joinPath } from '~/joining/join-path';
import { hrefIn, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { heard } from '~/shop/after/own-order.server';
import { fieldSentence } from '~/shop/field-sentences';
import { FindOrderForm } from '~/shop/find-order-form';

export const meta: MetaFunction = () => [
  { title: m.joining_find_title() },
  { name: 'robots', content: 'noindex' },
];

export const headers = () => PRIVATE;

/** Leads to an application's page whoever knows its code and its phone number. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const [code, phone] = [text(form, 'code').slice(0, 40), text(form, 'phone').slice(0, 60)];
  const found = await heard(context.api.joining.find({ code, phone }));
  if (found.ok) {
    const to = joinPath(found.value.code, found.value.joinKey);
    return redirect(hrefIn(locale, to), { status: 303, headers: PRIVATE });
  }
  const fields = found.error.code === 'fields' ? found.error.fields : {};
  const beside = Object.fromEntries(Object.entries(fields).map(([name, of]) => [name, fieldSentence(of)]));
  const isForm = found.error.code === 'fields';
  const above = isForm ? null : m.joining_find_wrong();
  return data({ code, phone, above, beside }, { status: isForm ? 400 : 404, headers: PRIVATE });
}

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
