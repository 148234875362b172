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
import { hrefIn, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { formOf } from '~/read-form.server';
import { AddressForm, CancelForm, QuantityForm } from '~/shop/after/change-forms';
import { changeOwn } from '~/shop/after/change-own.server';
import { OWN, ownIn, ownOrder } from '~/shop/after/own-order.server';
import { ownPath } from '~/shop/after/own-path';
import { sayRefused } from '~/shop/after/say-refused.server';
import { DayForm, WishesForm } from '~/shop/after/wish-forms';
import { placeName } from '~/shop/place-name';
import { useHref } from '~/use-locale';

export const meta: MetaFunction<typeof loader> = ({ params }) => [
  { title: m.after_change_title({ code: params.code ?? '' }) },
  { name: 'robots', content: 'noindex' },
];

export const headers = () => OWN;

/** What may still be changed of one's own order; 404 without its key. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const own = ownIn({ params, request });
  const order = await ownOrder(context.api, own);
  const { after, buyer } = order;
  const place = (code: string, of: Parameters<typeof placeName>[0]) => {
    return { text: placeName(of, locale), code, choices: [] };
  };
  const where = {
    province: place(after.provinceCode, order.province),
    ward: place(after.wardCode, order.ward),
    street: buyer.street,
    note: buyer.note ?? '',
  };
  const found = after.mayChange ? await context.api.ownOrder.choices(own) : null;
  const choices = found?.ok ? found.value : null;
  return data({ order, where, choices, orderKey: own.orderKey, key: crypto.randomUUID() }, { headers: OWN });
}

/** Changes the order or cancels it; refused, gives the form back as it was filled in. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const own = ownIn({ params, request });
  const order = await ownOrder(context.api, own);
  const { act, answer, typed, where, wishes, beside } = await changeOwn(
    context.api,
    own,
    order,
    await formOf(request),
    locale,
  );
  if (answer.ok)
    return redirect(hrefIn(locale, `${ownPath(own.code, own.orderKey)}&done=${act}`), {
      ...{ status: 303, headers: OWN },
    });
  const said = sayRefused(answer.error, order, locale);
  const shown = { ...said, beside: { ...said.beside, ...beside } };
  return data({ act, typed, where, wishes, said: shown }, { status: said.status, headers: OWN });
}

export default function ChangeOrder() {
  const { order, where, choices, orderKey, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const href = useHref();
  const of = (act: string) => (refused?.act === act ? refused : null);
  const form = { order, formKey: key };
  const waits = order.state === 'preordered';
  return (
    <>
      <PageHeader
        title={m.after_change_title({ code: order.code })}
        lead={waits ? m.preorders_change_lead() : m.after_change_lead()}
      />
      <div className="max-w-2xl space-y-10">
        {refused ? <Notice tone="care">{refused.said.above}</Notice> : null}
        {order.after.mayChange ? (
          <>
            {choices ? <DayForm {...form} choices={choices} refused={of('day')} /> : null}
            <AddressForm {...form} where={where} refused={of('address')} />
            {order.after.replacement ? null : order.method === 'card' ? (
              <Notice tone="plain" title={m.after_quantity_title()}>
                {m.after_quantity_card()}
              </Notice>
            ) : (
              <QuantityForm {...form} refused={of('quantity')} />
            )}
            {choices ? <WishesForm {...form} choices={choices} refused={of('wishes')} /> : null}
            <CancelForm {...form} refused={of('cancel')} />
          </>
        ) : waits ? (
          <CancelForm {...form} text={m.preorders_cancel_text()} refused={of('cancel')} />
        ) : (
          <Notice tone="plain">{m.after_change_closed()}</Notice>
        )}
        <LinkButton kind="quiet" to={href(ownPath(order.code, orderKey))}>
          {m.after_change_back()}
        </LinkButton>
      </div>
    </>
  );
}
