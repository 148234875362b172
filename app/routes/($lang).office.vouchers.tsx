import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import { voucherIn } from '~/office/typed-voucher.server';
import { VoucherForm } from '~/office/voucher-form';
import { VoucherList } from '~/office/voucher-list';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';

export const meta: MetaFunction = () => [{ title: m.vouchers_title() }];

export const headers = () => PRIVATE;

/** All vouchers, newest first, and what one may be for. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { vouchers, listings } = context.api;
  const [list, { varieties, products }] = await asked(
    request,
    Promise.all([vouchers.list(), listings.all()]),
  );
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const made = new URL(request.url).searchParams.get('made')?.slice(0, 40) ?? null;
  return { list, fruits: { varieties, products }, today, made, key: crypto.randomUUID() };
}

/** Makes a voucher or switches one; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const { vouchers } = context.api;
  if (text(form, 'act') === 'switch') {
    const wanted = {
      key: text(form, 'key'),
      voucherId: text(form, 'voucherId'),
      isOn: text(form, 'isOn') === 'yes',
    };
    const switched = await answered(request, vouchers.switch(wanted));
    if (switched.ok) throw redirect(hrefIn(locale, '/office/vouchers'), { headers: PRIVATE });
    const problem = problemOf(switched.error, locale);
    return data({ typed: null, ticked: [], problem }, { status: problem.status, headers: PRIVATE });
  }
  const made = await answered(request, vouchers.make(voucherIn(form)));
  if (made.ok)
    throw redirect(hrefIn(locale, `/office/vouchers?made=${made.value.code}`), { headers: PRIVATE });
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
  const ticked = form.getAll('fruit').map(String);
  const problem = problemOf(made.error, locale);
  return data({ typed, ticked, problem }, { status: problem.status, headers: PRIVATE });
}

export default function Vouchers() {
  const { list, fruits, today, made, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={m.vouchers_title()} lead={m.vouchers_lead()} />
      {made && !refused ? (
        <div className="mb-6">
          <Notice tone="good">{m.vouchers_made({ code: made })}</Notice>
        </div>
      ) : null}
      {list.length > 0 ? (
        <VoucherList vouchers={list} formKey={key} />
      ) : (
        <EmptyState sign="receipt" title={m.vouchers_none()} text={m.vouchers_none_text()} />
      )}
      <div className="mt-10">
        <VoucherForm
          key={key}
          formKey={refused?.typed?.key ?? key}
          typed={refused?.typed ?? { kind: 'percent', from: today, mostPerPhone: '1' }}
          ticked={refused?.ticked ?? []}
          problem={refused?.problem ?? null}
          fruits={fruits}
        />
      </div>
    </>
  );
}
