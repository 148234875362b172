import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { ownPath } from '~/shop/after/own-path';
import { FindOrderForm } from '~/shop/find-order-form';
import { findOwn } from '~/shop/find-own.server';
import { publicPage } from '~/shop/public-page.server';

export const meta: MetaFunction = () => [{ title: m.order_find_title() }];

export const headers: HeadersFunction = ({ loaderHeaders, actionHeaders }) =>
  actionHeaders.has('Cache-Control') ? actionHeaders : loaderHeaders;

export function loader({ params, request }: LoaderFunctionArgs) {
  localeOf(params);
  return data(null, publicPage(request));
}

/** Leads to an order's page whoever knows its code and its phone number. */
export const action = ({ context, ...asked }: ActionFunctionArgs) =>
  findOwn(asked, {
    find: context.api.checkout.find,
    pathOf: ({ code, orderKey }) => ownPath(code, orderKey),
    ...{ wrong: m.errors_order_unknown(), missing: m.errors_order_code_missing() },
  });

export default function FindOrder() {
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={m.order_find_title()} lead={m.order_find_lead()} />
      <FindOrderForm code="" {...answer} />
    </>
  );
}
