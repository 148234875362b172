import { Notice } from '~/components/notice';
import { daysFrom, formatDay } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

export type NotBefore = { inputName: string; appliedOn: Date; freeFrom: Date } | null;

/** "Thửa T12: được thu hoạch từ 03/06/2026, còn 4 ngày." */
export function freeWords(plot: string, notBefore: NotBefore, today: Date, locale: Locale): string {
  if (!notBefore) return m.farm_diary_free_now({ plot });
  const { freeFrom } = notBefore;
  const days = daysFrom(today, freeFrom);
  return m.office_harvest_plot_closed_until({ plot, day: formatDay(freeFrom, locale), days });
}

/** From which day a plot's fruit may be cut, before anybody cuts it. */
export function FreeNotice({ plot, notBefore, today }: { plot: string; notBefore: NotBefore; today: Date }) {
  const locale = useLocale();
  const words = freeWords(plot, notBefore, today, locale);
  if (!notBefore) return <Notice tone="plain" title={words} />;
  const { inputName, appliedOn } = notBefore;
  return (
    <Notice tone="care" title={words}>
      {m.office_harvest_plot_why({ input: inputName, day: formatDay(appliedOn, locale) })}
    </Notice>
  );
}
