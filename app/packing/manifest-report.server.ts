import type { Report } from '@baunghe/api';
import { formatDay, formatDong, formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { spacedPhone } from '~/shop/order-road';
import { placeName } from '~/shop/place-name';
import type { handedOver } from './handed-over.server';

type Handed = Awaited<ReturnType<typeof handedOver>>;

/** A day's manifest for paper, with room for both to sign; in Vietnamese or English, since its letters hold no Chinese. */
export function manifestReport({ day, carrier, rows, sums }: Handed, page: Locale, demo: boolean): Report {
  const locale = page === 'vi' ? 'vi' : 'en';
  const in_ = { locale } as const;
  const named = { day: formatDay(day, locale), carrier: carrier ?? m.packing_manifest_all({}, in_) };
  return {
    head: m.common_coop_name({}, in_),
    title: m.packing_manifest_of(named, in_),
    mark: demo ? m.office_label_demo({}, in_) : null,
    wide: true,
    facts: [],
    tables: [
      {
        title: '',
        heads: [
          m.carriers_manifest_number({}, in_),
          m.packing_manifest_order({}, in_),
          m.packing_manifest_to({}, in_),
          `${m.packing_manifest_carrier({}, in_)} · ${m.carriers_number({}, in_)}`,
          m.carriers_manifest_sscc({}, in_),
          m.packing_manifest_boxes({}, in_),
          m.packing_manifest_weight({}, in_),
          m.packing_manifest_collect({}, in_),
        ],
        widths: [0.04, 0.1, 0.31, 0.15, 0.17, 0.06, 0.08, 0.09],
        rows: rows.map((row, at) => rowOf(row, at + 1, locale)),
      },
    ],
    notes: [
      m.packing_manifest_sum(
        {
          orders: rows.length,
          boxes: sums.boxes,
          grams: formatKilograms(sums.grams, locale),
          collect: formatDong(sums.collect, locale),
        },
        in_,
      ),
    ],
    sign: '',
    signers: [m.packing_manifest_given({}, in_), m.packing_manifest_taken({}, in_)].map(
      (who) => `${who}\n${m.carriers_manifest_signed({}, in_)}`,
    ),
  };
}

function rowOf(row: Handed['rows'][number], number: number, locale: 'vi' | 'en'): string[] {
  const place = [row.street, placeName(row.ward, locale), placeName(row.province, locale)].join(', ');
  return [
    String(number),
    row.orderCode,
    `${row.buyerName}, ${spacedPhone(row.phone)}\n${place}`,
    [row.carrier, row.tracking].filter(Boolean).join('\n'),
    row.sscc ?? '',
    String(row.boxes),
    formatKilograms(row.grams, locale),
    formatDong(row.collect, locale),
  ];
}
