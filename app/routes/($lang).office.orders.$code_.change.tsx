import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { formatDong } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { asked } from '~/office/gate-answers.server';
import { changeOrder } from '~/office/order-change/change-order.server';
import { sayChange } from '~/office/order-change/say-change.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { AddressForm, QuantityForm } from '~/shop/after/change-forms';
import { DayForm, WishesForm } from '~/shop/after/wish-forms';
import { placeName } from '~/shop/place-name';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = ({ params }) => [
  { title: m.changes_office_title({ code: params.code ?? '' }) },
];

export const headers = () => PRIVATE;

/** What of an order may still be changed for its buyer. 404 for an unknown code. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const order = await orderOf(request, params.code, context.api);
  const { buyer } = order;
  const place = (name: Parameters<typeof placeName>[0]) => ({
    ...{ text: placeName(name, locale), code: '', choices: [] },
  });
  const where = {
    ...{ province: place(order.province), ward: place(order.ward) },
    ...{ street: buyer.street, note: buyer.note ?? '' },
  };
  const choices = await asked(request, context.api.orderChanges.choices({ orderId: order.id }));
  return { order, where, choices, key: crypto.randomUUID() };
}

/** Changes the order with a reason; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const order = await orderOf(request, params.code, context.api);
  const form = await formOf(request);
  const { answer, beside, ...told } = await changeOrder(request, context.api, order, form, locale);
  if (answer.ok)
    throw redirect(hrefIn(locale, `/office/orders/${order.code}?done=change`), { headers: PRIVATE });
  const said = sayChange(answer.error, order, locale);
  const shown = { ...said, beside: { ...said.beside, ...beside } };
  return data({ ...told, said: shown }, { status: said.status, headers: PRIVATE });
}

type Api = LoaderFunctionArgs['context']['api'];

async function orderOf(request: Request, code: string | undefined, { officeOrders }: Api) {
  const found = await asked(request, officeOrders.one({ code: code ?? '' }));
  if (!found.ok) throw new Response(m.office_order_not_found(), { status: 404, headers: PRIVATE });
  return found.value;
}

export default function ChangeOrder() {
  const { order, where, choices, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const href = useHref();
  const locale = useLocale();
  const of = (act: string) => (refused?.act === act ? refused : null);
  const form = { order, formKey: key, asksWhy: true };
  const mayChange = order.state === 'placed' && order.boxes.length === 0;
  return (
    <>
      <PageHeader
        title={m.changes_office_title({ code: order.code })}
        lead={m.changes_office_total({ total: formatDong(order.total, locale) })}
      />
      <div className="max-w-2xl space-y-10">
        {refused ? <Notice tone="care">{refused.said.above}</Notice> : null}
        {mayChange ? (
          <>
            <p className="text-muted">{m.changes_office_lead()}</p>
            <QuantityForm {...form} hint={m.changes_quantity_hint()} refused={of('quantity')} />
            <DayForm {...form} choices={choices} refused={of('day')} />
            <AddressForm {...form} where={where} refused={of('address')} />
            <WishesForm {...form} choices={choices} refused={of('wishes')} />
          </>
        ) : (
          <Notice tone="plain">{m.changes_office_closed()}</Notice>
        )}
        <LinkButton kind="quiet" to={href(`/office/orders/${order.code}`)}>
          {m.story_back({ code: order.code })}
        </LinkButton>
      </div>
    </>
  );
}
