import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import { Select } from '~/office/select';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = ({ params }) => [
  { title: `${m.carriers_ward_choose()}: ${params.code ?? ''}` },
];

export const headers = () => PRIVATE;

/** The wards of a carrier's own list, for an order whose ward it does not know; 404 for an unknown order. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { carriers, officeOrders } = context.api;
  const found = await asked(request, officeOrders.one({ code: params.code ?? '' }));
  if (!found.ok) throw new Response(m.office_order_not_found(), { status: 404, headers: PRIVATE });
  const { id: orderId, code } = found.value;
  const list = await asked(request, carriers.wardsFor({ orderId }));
  const away = list.ok ? null : problemOf(list.error, localeOf(params)).above;
  return data(
    { orderId, code, list: list.ok ? list.value : null, away, formKey: crypto.randomUUID() },
    { headers: PRIVATE },
  );
}

/** Keeps the choice and wants the order taken again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const typed = { key: text(form, 'key'), orderId: text(form, 'orderId'), name: text(form, 'name') };
  const answer = await answered(request, context.api.carriers.nameWard(typed));
  if (answer.ok)
    throw redirect(hrefIn(locale, `/office/orders/${params.code}?done=want`), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale);
  return data({ typed, problem }, { status: problem.status, headers: PRIVATE });
}

export default function ChooseWard() {
  const { orderId, code, list, away, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const href = useHref();
  const above = refused?.problem.above ?? away;
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={m.carriers_ward_choose()}
        lead={list?.called ? m.carriers_ward_kept({ name: list.called }) : m.carriers_ward_wanted()}
      >
        <LinkButton to={href(`/office/orders/${code}`)} kind="quiet">
          {m.office_order_title({ code })}
        </LinkButton>
      </PageHeader>
      {above ? <Notice tone="care" title={above} /> : null}
      {list ? (
        <Form method="post" noValidate className="mt-6 grid gap-4">
          <input type="hidden" name="key" value={refused?.typed.key || formKey} />
          <input type="hidden" name="orderId" value={orderId} />
          <p className="font-semibold">
            {m.carriers_ward_ours({ ward: list.ward, province: list.province })}
          </p>
          <Field label={m.carriers_ward_name()} error={refused?.problem.beside.name}>
            <Select name="name" defaultValue={refused?.typed.name ?? list.called ?? ''}>
              <option value="">{m.carriers_ward_pick()}</option>
              {list.names.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <div>
            <Button>{m.carriers_ward_do()}</Button>
          </div>
        </Form>
      ) : null}
    </div>
  );
}
