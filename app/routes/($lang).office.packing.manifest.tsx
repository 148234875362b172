import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, type MetaFunction, useLoaderData } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { PageHeader } from '~/components/page-header';
import { formatDay, formatDong, formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import { asked } from '~/office/gate-answers.server';
import { RecallFromHere } from '~/office/recall/recall-from-here';
import { handedOver } from '~/packing/handed-over.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { spacedPhone } from '~/shop/order-road';
import { placeName } from '~/shop/place-name';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.packing_manifest() }];

export const headers = () => PRIVATE;

/** What a day's carrier took along: `?day=2026-06-07`, `&carrier=`; to be printed and signed. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const me = await asked(request, context.api.session.me());
  const manages = me.kind === 'person' && me.roles.includes('manager');
  return { ...(await handedOver(request, context)), manages };
}

export default function Manifest() {
  const { day, carrier, carriers, rows, sums, manages } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const href = useHref();
  const inAddress = new URLSearchParams({ day, ...(carrier ? { carrier } : {}) });
  const title = m.packing_manifest_of({
    day: formatDay(day, locale),
    carrier: carrier ?? m.packing_manifest_all(),
  });
  return (
    <>
      <PageHeader title={title} lead={m.common_coop_name()} />
      <div className="mb-6 grid gap-4 print:hidden">
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <Field label={m.packing_manifest_day()}>
            <TextInput type="date" name="day" defaultValue={day} />
          </Field>
          <Button kind="quiet">{m.packing_manifest_show()}</Button>
        </Form>
        <nav aria-label={m.packing_manifest_carriers()} className="flex flex-wrap gap-2">
          {carriers.length > 1
            ? [null, ...carriers].map((each) => (
                <LinkButton
                  key={each ?? ''}
                  kind={each === carrier ? 'primary' : 'quiet'}
                  aria-current={each === carrier ? 'page' : undefined}
                  to={href(`/office/packing/manifest?${new URLSearchParams({ day, carrier: each ?? '' })}`)}
                >
                  {each ?? m.packing_manifest_all()}
                </LinkButton>
              ))
            : null}
          {manages ? <RecallFromHere kind="day" id={day} /> : null}
        </nav>
      </div>
      {rows.length === 0 ? (
        <EmptyState sign="truck" title={m.packing_manifest_empty()} text={m.packing_manifest_empty_text()} />
      ) : (
        <>
          <DataTable
            caption={title}
            columns={columnsIn(locale, href)}
            rows={rows}
            rowKey={(row) => row.orderCode}
          />
          <p className="mt-4 text-18 font-extrabold">
            {m.packing_manifest_sum({
              orders: rows.length,
              boxes: sums.boxes,
              grams: formatKilograms(sums.grams, locale),
              collect: formatDong(sums.collect, locale),
            })}
          </p>
          <div className="mt-4 print:hidden">
            <LinkButton to={href(`/office/packing/manifest.pdf?${inAddress}`)} reloadDocument target="_blank">
              {m.carriers_manifest_pdf()}
            </LinkButton>
          </div>
          <div className="mt-10 grid grid-cols-2 gap-8">
            {[m.packing_manifest_given(), m.packing_manifest_taken()].map((who) => (
              <p key={who} className="border-t-2 border-ink pt-1">
                {who}
              </p>
            ))}
          </div>
        </>
      )}
    </>
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number];

function columnsIn(locale: Locale, href: (path: string) => string): Column<Row>[] {
  return [
    {
      key: 'order',
      head: m.packing_manifest_order(),
      names: true,
      cell: (row) => (
        <Link
          to={href(`/office/orders/${row.orderCode}`)}
          className="inline-flex min-h-11 items-center text-rind underline underline-offset-4"
        >
          {row.orderCode}
        </Link>
      ),
    },
    {
      key: 'to',
      head: m.packing_manifest_to(),
      cell: (row) => (
        <>
          {row.buyerName}, {spacedPhone(row.phone)}
          <span className="block text-14 text-muted">
            {[row.street, placeName(row.ward, locale), placeName(row.province, locale)].join(', ')}
          </span>
        </>
      ),
    },
    {
      key: 'carrier',
      head: m.packing_manifest_carrier(),
      cell: (row) => (
        <>
          {row.carrier}
          <span className="block text-14 text-muted">{row.tracking}</span>
          {row.sscc ? <LoadLinks row={row} href={href} /> : null}
        </>
      ),
    },
    { key: 'boxes', head: m.packing_manifest_boxes(), figures: true, cell: (row) => row.boxes },
    {
      key: 'grams',
      head: m.packing_manifest_weight(),
      figures: true,
      cell: (row) => formatKilograms(row.grams, locale),
    },
    {
      key: 'collect',
      head: m.packing_manifest_collect(),
      figures: true,
      cell: (row) => formatDong(row.collect, locale),
    },
  ];
}

function LoadLinks({ row, href }: { row: Row; href: (path: string) => string }) {
  return (
    <span className="flex flex-wrap gap-x-4 print:hidden">
      {(['pdf', 'zpl'] as const).map((as) => (
        <a
          key={as}
          href={href(`/office/packing/load.${as}?order=${row.orderCode}`)}
          className="inline-flex min-h-11 items-center text-rind underline underline-offset-4"
        >
          {m.packing_load_label({ as: as.toUpperCase(), order: row.orderCode })}
        </a>
      ))}
    </span>
  );
}
