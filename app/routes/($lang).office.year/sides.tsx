import { Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { formatDay, formatDong } from '~/format';
import { type Side, sideWords } from '~/office/year/year-words';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { SideCards } from './dealings';
import { refusedIn, YearForm, type YearFormProps } from './year-form';

type Told = { code: string; placedAt: Date | string; total: number; side: Side; why: string | null };

/** Orders that stand inside the membership or were put on their side by hand, and the form that does so. */
export function Sides({ sides, ...form }: { sides: readonly Told[] } & YearFormProps) {
  const { typed, beside } = refusedIn(form.refused, 'side');
  const columns = useColumns();
  return (
    <section>
      <h2 className="text-22">{m.yearend_sides()}</h2>
      <p className="mb-3 max-w-prose text-muted">{m.yearend_sides_text()}</p>
      {sides.length === 0 ? (
        <p className="text-muted">{m.yearend_sides_none()}</p>
      ) : (
        <DataTable caption={m.yearend_sides()} columns={columns} rows={sides} rowKey={({ code }) => code} />
      )}
      <div className="mt-4">
        <YearForm act="side" summary={m.yearend_side_correct()} {...form}>
          <Field label={m.yearend_side_code()} error={beside.orderCode}>
            <TextInput name="orderCode" autoComplete="off" maxLength={20} defaultValue={typed.orderCode} />
          </Field>
          <SideCards legend={m.yearend_side_to()} value={typed.side} error={beside.side} />
          <Field label={m.yearend_side_why()} error={beside.why}>
            <TextInput name="why" maxLength={200} defaultValue={typed.why} />
          </Field>
          <div>
            <Button>{m.yearend_save()}</Button>
          </div>
        </YearForm>
      </div>
    </section>
  );
}

function useColumns(): Column<Told>[] {
  const locale = useLocale();
  const href = useHref();
  return [
    {
      key: 'order',
      head: m.yearend_order(),
      names: true,
      cell: ({ code }) => (
        <Link
          to={href(`/office/orders/${code}`)}
          className="inline-flex min-h-11 items-center underline underline-offset-4"
        >
          {code}
        </Link>
      ),
    },
    { key: 'placed', head: m.yearend_placed(), cell: ({ placedAt }) => formatDay(placedAt, locale) },
    {
      key: 'side',
      head: m.yearend_stands(),
      cell: ({ side, why }) => (
        <>
          {sideWords(side)}
          <span className="block text-14 text-muted">{why ?? m.yearend_side_by_phone()}</span>
        </>
      ),
    },
    {
      ...{ key: 'total', head: m.yearend_total(), figures: true },
      cell: ({ total }) => <span className="whitespace-nowrap">{formatDong(total, locale)}</span>,
    },
  ];
}
