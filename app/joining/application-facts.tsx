import { formatDong, formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { Fact } from '~/shop/bulk/bulk-facts';
import { spacedPhone } from '~/shop/order-road';
import { useLocale } from '~/use-locale';
import { membershipWords, type OwnApplication } from './join-words';

type Told = Pick<OwnApplication, 'name' | 'phone' | 'phoneProvedAt' | 'kind' | 'place' | 'capital' | 'plots'>;

/** What an applicant said of themselves and of their land. */
export function ApplicationFacts({ application }: { application: Told }) {
  const locale = useLocale();
  const { name, phone, phoneProvedAt, kind, place, capital, plots } = application;
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      <Fact term={m.joining_name()}>{name}</Fact>
      <Fact term={m.checkout_phone()}>
        <a
          href={`tel:${phone}`}
          className="inline-flex min-h-11 items-center text-rind underline underline-offset-4"
        >
          {spacedPhone(phone)}
        </a>
        <span className="block text-14 text-muted">
          {phoneProvedAt
            ? m.entrance_phone_proved({ at: formatInstant(phoneProvedAt, locale) })
            : m.entrance_phone_not_proved()}
        </span>
      </Fact>
      <Fact term={m.joining_kind()}>{membershipWords(kind)}</Fact>
      <Fact term={m.joining_place()}>{place}</Fact>
      {capital === null ? null : <Fact term={m.joining_capital_title()}>{formatDong(capital, locale)}</Fact>}
      {plots.map((plot, at) => (
        <Fact key={at} term={m.joining_plot({ number: at + 1 })}>
          {plot.crop} · {m.joining_requests_area_of({ area: plot.areaM2.toLocaleString(locale) })} ·{' '}
          {plot.place}
          {plot.latitude === null || plot.longitude === null ? null : (
            <span className="block text-14 text-muted">
              {plot.latitude.toFixed(5)}, {plot.longitude.toFixed(5)}
            </span>
          )}
        </Fact>
      ))}
    </dl>
  );
}
