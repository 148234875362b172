import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { formatDay, formatDong } from '~/format';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type Voucher = ApiOutputs['vouchers']['list'][number];

/** All vouchers: what each takes off, how often it was used, and its switch. */
export function VoucherList({ vouchers, formKey }: { vouchers: readonly Voucher[]; formKey: string }) {
  const locale = useLocale();
  const columns: Column<Voucher>[] = [
    {
      key: 'code',
      head: m.vouchers_code(),
      names: true,
      cell: ({ code, note }) => (
        <>
          <span className="font-extrabold tracking-wide">{code}</span>
          {note ? <span className="block text-14 font-normal text-muted">{note}</span> : null}
        </>
      ),
    },
    { key: 'takes', head: m.vouchers_takes(), cell: (voucher) => takes(voucher, locale) },
    { key: 'for', head: m.vouchers_for(), cell: (voucher) => isFor(voucher, locale) },
    { key: 'holds', head: m.vouchers_holds(), cell: (voucher) => holds(voucher, locale) },
    { key: 'used', head: m.vouchers_used(), figures: true, cell: used },
    {
      key: 'taken',
      head: m.vouchers_taken_sum(),
      figures: true,
      cell: ({ taken }) => formatDong(taken, locale),
    },
    {
      key: 'state',
      head: m.vouchers_state(),
      cell: (voucher) => <Switch voucher={voucher} formKey={formKey} />,
    },
  ];
  return <DataTable caption={m.vouchers_title()} columns={columns} rows={vouchers} rowKey={({ id }) => id} />;
}

function takes({ kind, worth, most, least, withDelivery }: Voucher, locale: Locale): string {
  return [
    kind === 'percent' ? m.vouchers_percent_of({ percent: worth }) : formatDong(worth, locale),
    most === null ? null : m.vouchers_most_of({ most: formatDong(most, locale) }),
    least === 0 ? null : m.vouchers_least_of({ least: formatDong(least, locale) }),
    withDelivery ? m.vouchers_and_delivery() : null,
  ]
    .filter(Boolean)
    .join(', ');
}

const isFor = ({ fruits }: Voucher, locale: Locale): string =>
  fruits.length === 0 ? m.vouchers_for_all() : fruits.map((fruit) => nameIn(fruit, locale)).join(', ');

function holds({ from, until }: Voucher, locale: Locale): string {
  const first = formatDay(from, locale);
  if (!until) return m.vouchers_from_day({ from: first });
  // The end is the midnight after the last day.
  const last = formatDay(new Date(new Date(until).getTime() - 1), locale);
  return m.vouchers_from_until({ from: first, until: last });
}

function used({ used: times, mostUses, mostPerPhone }: Voucher): string {
  const all =
    mostUses === null
      ? m.vouchers_used_any({ used: times })
      : m.vouchers_used_of({ used: times, most: mostUses });
  return mostPerPhone === null ? all : `${all}, ${m.vouchers_each_phone({ most: mostPerPhone })}`;
}

function Switch({ voucher, formKey }: { voucher: Voucher; formKey: string }) {
  const { id, code, isOn, until } = voucher;
  if (until && new Date(until) <= new Date()) return <Badge tone="care">{m.vouchers_is_over()}</Badge>;
  return (
    <Form method="post" className="flex items-center gap-3" preventScrollReset>
      <input type="hidden" name="act" value="switch" />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="voucherId" value={id} />
      <input type="hidden" name="isOn" value={isOn ? 'no' : 'yes'} />
      <Badge tone={isOn ? 'done' : 'care'}>{isOn ? m.vouchers_is_on() : m.vouchers_is_off()}</Badge>
      <Button
        kind="quiet"
        aria-label={isOn ? m.vouchers_turn_off_of({ code }) : m.vouchers_turn_on_of({ code })}
      >
        {isOn ? m.vouchers_turn_off() : m.vouchers_turn_on()}
      </Button>
    </Form>
  );
}
