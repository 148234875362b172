import { formAnswer } from '@baunghe/api';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { AccountData } from '~/law/account-data';
import { ExportButton, ProofFields } from '~/law/export-button';
import { MyConsents } from '~/law/my-consents';
import { actOnAccountData, actOnMyData } from '~/law/my-data.server';
import { hrefIn, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { fieldSentence } from '~/shop/field-sentences';
import { FindOrderForm } from '~/shop/find-order-form';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [
  { title: `${m.law_my_data()} · ${m.common_coop_short()}` },
  { name: 'robots', content: 'noindex' },
];

const HEADERS = { ...PRIVATE, 'Referrer-Policy': 'same-origin' };

export const headers = () => HEADERS;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  localeOf(params);
  const asked = new URL(request.url).searchParams;
  const code = (asked.get('code') ?? '').slice(0, 40);
  const orderKey = (asked.get('key') ?? '').slice(0, 64);
  const opened = await context.api.buyerData.consents({ code, orderKey });
  const me = await context.api.buyers.me();
  const proof = { code, orderKey, formKey: crypto.randomUUID() };
  const phone = me ? me.phone.replace(/^\+84/, '0') : null;
  return { proof, phone, opened: opened.ok ? opened.value : null, wrong: orderKey !== '' && !opened.ok };
}

/** Opens the page by an order's code and phone number, or does what one of its forms asks for. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  if (text(form, 'act') === 'erase-account') return actOnAccountData(context, form, locale, HEADERS);
  if (form.has('act')) {
    const done = await actOnMyData(context.api, form, locale);
    if (done) return data({ done, refused: null }, { headers: HEADERS });
    return data({ done: null, refused: { above: m.law_data_unknown() } }, { status: 404, headers: HEADERS });
  }
  const code = text(form, 'code').slice(0, 40);
  const phone = text(form, 'phone').slice(0, 60);
  const found = await formAnswer(context.api.checkout.find({ code, phone }));
  if (found.ok) {
    const path = `/my-data?code=${found.value.code}&key=${found.value.orderKey}`;
    return redirect(hrefIn(locale, path), { status: 303, headers: HEADERS });
  }
  const beside: Record<string, string> = code.trim() === '' ? { code: m.errors_order_code_missing() } : {};
  if (found.error.code === 'fields')
    for (const [field, wrong] of Object.entries(found.error.fields)) beside[field] = fieldSentence(wrong);
  const told = Object.keys(beside).length > 0;
  const refused = { code, phone, beside, above: told ? null : m.errors_order_unknown() };
  return data({ done: null, refused }, { status: told ? 400 : 404, headers: HEADERS });
}

function Opened({ opened, proof }: NonNullableData) {
  return (
    <div className="space-y-10">
      <p>{m.law_my_data_open({ code: opened.code, phone: opened.phone })}</p>
      <section aria-labelledby="consents">
        <h2 id="consents" className="text-22">
          {m.law_consents()}
        </h2>
        <MyConsents consents={opened.consents} proof={proof} />
      </section>
      <section aria-labelledby="export" className="max-w-prose">
        <h2 id="export" className="text-22">
          {m.law_export()}
        </h2>
        <p className="mt-1 mb-3">{m.law_export_lead()}</p>
        <ExportButton {...proof} />
      </section>
      <section aria-labelledby="erase" className="max-w-prose">
        <h2 id="erase" className="text-22">
          {m.law_erase()}
        </h2>
        <p className="mt-1 mb-3">{m.law_erase_lead()}</p>
        <Form method="post">
          <ProofFields {...proof} />
          <Button kind="danger" name="act" value="erase">
            {m.law_erase_do()}
          </Button>
        </Form>
      </section>
    </div>
  );
}

function ByCode() {
  const href = useHref();
  return (
    <section className="max-w-prose">
      <p className="mb-3">{m.account_data_by_code()}</p>
      <LinkButton to={href('/account?to=/my-data')}>{m.account_data_sign_in()}</LinkButton>
    </section>
  );
}

type Page = Awaited<ReturnType<typeof loader>>;
type NonNullableData = { opened: NonNullable<Page['opened']>; proof: Page['proof'] };

export default function MyData() {
  const { opened, proof, phone, wrong } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const above = wrong ? m.law_data_unknown() : null;
  return (
    <>
      <PageHeader title={m.law_my_data()} lead={m.law_my_data_lead()} />
      {answer?.done ? (
        <div className="mb-6">
          <Notice tone="good">{answer.done}</Notice>
        </div>
      ) : null}
      {opened ? (
        <Opened opened={opened} proof={proof} />
      ) : (
        <div className="space-y-10">
          {phone ? <AccountData phone={phone} formKey={proof.formKey} /> : <ByCode />}
          <section aria-labelledby="by-order">
            <h2 id="by-order" className="mb-3 text-22">
              {m.account_data_or_order()}
            </h2>
            <FindOrderForm action="/my-data" code={proof.code} above={above} {...answer?.refused} />
          </section>
        </div>
      )}
    </>
  );
}
