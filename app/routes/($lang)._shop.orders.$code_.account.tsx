import { formAnswer } from '@baunghe/api';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { Select } from '~/office/select';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { fieldSentence } from '~/shop/field-sentences';

export const meta: MetaFunction = () => [
  { title: m.money_tell_title() },
  { name: 'robots', content: 'noindex' },
];

const HEADERS = { ...PRIVATE, 'Referrer-Policy': 'same-origin' };

export const headers = () => HEADERS;

function asked({ params, request }: Pick<LoaderFunctionArgs, 'params' | 'request'>) {
  const orderKey = (new URL(request.url).searchParams.get('key') ?? '').slice(0, 64);
  return { code: (params.code ?? '').slice(0, 40), orderKey };
}

/** Asks where money owed back is to be sent; leads to the order where none is, 404 without the order's key. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const order = asked({ params, request });
  const found = await context.api.checkout.follow(order);
  if (!found.ok) throw new Response(m.errors_order_unknown(), { status: 404, headers: HEADERS });
  if (!found.value.money.refunds.some(({ givenAt }) => givenAt === null))
    throw redirect(hrefIn(locale, `/orders/${order.code}?key=${order.orderKey}`), { headers: HEADERS });
  return {
    code: found.value.code,
    banks: await context.api.checkout.payoutBanks(),
    key: crypto.randomUUID(),
  };
}

/** Keeps the account and leads back to the order; refused, gives the form back as it was filled in. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const order = asked({ params, request });
  const form = await formOf(request);
  const typed = {
    key: text(form, 'key'),
    bin: text(form, 'bin'),
    account: text(form, 'account').slice(0, 100),
    holder: text(form, 'holder').slice(0, 200),
  };
  const answer = await formAnswer(context.api.checkout.tellAccount({ ...order, ...typed }));
  if (answer.ok)
    throw redirect(hrefIn(locale, `/orders/${order.code}?key=${order.orderKey}`), { headers: HEADERS });
  const { error } = answer;
  if (error.code !== 'fields') {
    const above = error.code === 'nothing_owed' ? m.money_tell_nothing() : m.errors_order_unknown();
    return data(
      { typed, above, beside: {} },
      { status: error.code === 'nothing_owed' ? 409 : 404, headers: HEADERS },
    );
  }
  const fields = Object.entries(error.fields).map(([name, code]) => [name, fieldSentence(code)]);
  return data({ typed, above: null, beside: Object.fromEntries(fields) }, { status: 400, headers: HEADERS });
}

export default function TellAccount() {
  const { code, banks, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const beside: Record<string, string | undefined> = refused?.beside ?? {};
  return (
    <div className="max-w-xl">
      <PageHeader title={m.money_tell_title()} lead={m.money_tell_lead({ code })} />
      {refused?.above ? (
        <div className="mb-6">
          <Notice tone="care" title={refused.above} />
        </div>
      ) : null}
      <Form method="post" noValidate className="grid gap-5">
        <input type="hidden" name="key" value={refused?.typed.key || key} />
        <Field label={m.money_bank()} error={beside.bin}>
          <Select name="bin" defaultValue={refused?.typed.bin ?? ''} required>
            <option value="">{m.money_tell_bank_choose()}</option>
            {banks.map(({ bin, name }) => (
              <option key={bin} value={bin}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={m.money_account()} error={beside.account}>
          <TextInput
            name="account"
            inputMode="numeric"
            autoComplete="off"
            defaultValue={refused?.typed.account}
            required
          />
        </Field>
        <Field label={m.money_holder()} error={beside.holder}>
          <TextInput name="holder" autoComplete="name" defaultValue={refused?.typed.holder} required />
        </Field>
        <div>
          <Button>{m.money_tell_do()}</Button>
        </div>
      </Form>
    </div>
  );
}
