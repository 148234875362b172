import { formAnswer } from '@baunghe/api';
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { fieldSentence } from '~/shop/field-sentences';
import { FindOrderForm } from '~/shop/find-order-form';
import { publicPage } from '~/shop/public-page.server';

export const meta: MetaFunction = () => [{ title: m.order_find_title() }];

export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders }) =>
  actionHeaders.has('Cache-Control') ? actionHeaders : loaderHeaders;

export function loader({ params, request }: LoaderFunctionArgs) {
  localeOf(params);
  return data(null, publicPage(request));
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const code = String(form.get('code') ?? '').slice(0, 40);
  const phone = String(form.get('phone') ?? '').slice(0, 60);
  const found = await formAnswer(context.api.checkout.find({ code, phone }));
  if (found.ok) {
    const path = `/orders/${found.value.code}?key=${found.value.orderKey}`;
    return redirect(hrefIn(locale, path), { status: 303, headers: PRIVATE });
  }
  const beside: Record<string, string> = code.trim() === '' ? { code: m.errors_order_code_missing() } : {};
  if (found.error.code === 'fields')
    for (const [field, wrong] of Object.entries(found.error.fields)) beside[field] = fieldSentence(wrong);
  const told = Object.keys(beside).length > 0;
  const above = told ? null : m.errors_order_unknown();
  return data({ code, phone, above, beside }, { status: told ? 400 : 404, headers: PRIVATE });
}

export default function FindOrder() {
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={m.order_find_title()} lead={m.order_find_lead()} />
      <FindOrderForm code="" {...answer} />
    </>
  );
}
