import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, type MetaFunction, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { PageHeader } from '~/components/page-header';
import { formatDay, vietnamDayText } from '~/format';
import { LotsToPick, OrdersToPick, PlaceSums } from '~/office/board/pick-parts';
import { asked } from '~/office/gate-answers.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.board_pick_title() }];

export const headers = () => PRIVATE;

/** What to take from which shelf: `?day=` for another leave day than today, `?order=` for chosen orders alone. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const typed = search.get('day') ?? '';
  const day = /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(typed)) ? typed : null;
  const codes = search.getAll('order').slice(0, 50);
  const list = await asked(request, context.api.officeOrders.pickList({ day, codes }));
  return { ...list, day: list.leaveOn.toISOString().slice(0, 10), chosen: codes.length > 0 };
}

export default function Picking() {
  const { lots, places, orders, leaveOn, day, chosen } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const lead = chosen
    ? m.board_pick_chosen({ count: orders.length })
    : m.board_pick_day({ day: formatDay(leaveOn, locale), count: orders.length });
  return (
    <>
      <PageHeader title={m.board_pick_title()} lead={lead} />
      <Form method="get" className="mb-6 flex flex-wrap items-end gap-3 print:hidden">
        <Field label={m.board_pick_which()}>
          <TextInput type="date" name="day" defaultValue={day} />
        </Field>
        <Button kind="quiet">{m.board_pick_show()}</Button>
      </Form>
      {orders.length === 0 ? (
        <EmptyState sign="basket" title={m.board_pick_none()} text={m.board_pick_none_text()} />
      ) : (
        <div className="grid gap-8">
          <PlaceSums places={places} />
          <LotsToPick lots={lots} ticksOf={vietnamDayText(leaveOn)} />
          <OrdersToPick orders={orders} ticksOf={vietnamDayText(leaveOn)} />
        </div>
      )}
    </>
  );
}
