import type { ApiOutputs } from '@baunghe/api';
import type { ReactNode } from 'react';
import { formatDay, formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

export type DiaryLine = ApiOutputs['diary']['entries'][number];

/** All that an entry says, a line each. */
export function DiaryFacts({ entry }: { entry: DiaryLine }) {
  const locale = useLocale();
  const told: [string, ReactNode][] = [
    [m.farm_diary_day_date(), formatDay(entry.doneOn, locale)],
    [m.farm_diary_input(), entry.inputName],
    [m.farm_diary_active(), entry.activeIngredient],
    [m.farm_diary_registration(), entry.registration],
    [m.farm_diary_interval(), daysWords(entry)],
    [m.farm_diary_quantity(), entry.quantity],
    [m.farm_diary_dose(), entry.dose],
    [
      m.farm_diary_area(),
      entry.areaM2 && m.farm_diary_area_m2({ area: entry.areaM2.toLocaleString(locale) }),
    ],
    [m.farm_diary_reason_short(), entry.reason],
    [m.farm_diary_operator(), entry.operator],
    [m.farm_diary_equipment(), entry.equipment],
    [m.farm_diary_weather(), entry.weather],
    [m.farm_diary_supplier(), entry.supplier],
    [m.farm_diary_invoice(), entry.invoice],
    [m.farm_diary_note(), entry.note],
    [m.farm_diary_recorded(), formatInstant(entry.recordedAt, locale)],
  ];
  return (
    <dl className="border-t-2 border-ink">
      {told.map(([name, value]) =>
        value ? (
          <div key={name} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2">
            <dt className="text-muted">{name}</dt>
            <dd className="text-right font-semibold">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function daysWords({ preHarvestDays }: DiaryLine): string | null {
  return preHarvestDays === null ? null : m.farm_diary_interval_days({ days: preHarvestDays });
}

/** What an entry says in one line: the input, its dose, what for. */
export function shortWords({ inputName, dose, quantity, reason, note }: DiaryLine): string {
  return [inputName, dose, quantity, reason, inputName ? null : note].filter(Boolean).join(' · ');
}
