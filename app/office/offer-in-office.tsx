import type { ApiOutputs } from '@baunghe/api';
import { Badge } from '~/components/badge';
import { formatDay, formatDong, formatKilograms } from '~/format';
import * as m from '~/paraglide/messages.js';
import { soldByWords } from '~/shop/units';
import { useLocale } from '~/use-locale';

/** An offer as the office sees it. */
export type OfferInOffice = ApiOutputs['preorders']['inOffice']['offers'][number];

const RULE: Record<OfferInOffice['rule'], () => string> = {
  oldest_first: m.preorders_rule_name_oldest_first,
  pro_rata: m.preorders_rule_name_pro_rata,
};

/** How a short harvest is shared out, in a few words. */
export const ruleName = (rule: OfferInOffice['rule']): string => RULE[rule]();

/** Whether an offer can be ordered, waits for its harvest, or is closed. */
export function OfferState({ offer, now }: { offer: OfferInOffice; now: Date }) {
  if (offer.closedAt) return <Badge tone="plain">{m.preorders_is_closed()}</Badge>;
  // The last day is a day of Vietnam's calendar, all of it.
  const isOver = +now >= +offer.lastDay + 17 * 3_600_000;
  if (isOver) return <Badge tone="ripe">{m.preorders_is_over()}</Badge>;
  return <Badge tone="done">{m.preorders_is_open()}</Badge>;
}

/** Price, deposit, rule and last day of an offer, in a line. */
export function OfferTerms({ offer }: { offer: OfferInOffice }) {
  const locale = useLocale();
  const per = soldByWords({ ...offer.product, mostGrams: null }, locale);
  return (
    <p className="text-14 text-muted">
      {formatDong(offer.price, locale)} / {per}
      {' · '}
      {m.preorders_deposit({ percent: offer.depositPercent })}
      {' · '}
      {ruleName(offer.rule)}
      {' · '}
      {m.preorders_until({ day: formatDay(offer.lastDay, locale) })}
    </p>
  );
}

const WIDTH = 300;

/** What growers expect, what is promised of it, what is paid for and what was cut, as drawn bars with their figures. */
export function OfferBars({ offer }: { offer: OfferInOffice }) {
  const locale = useLocale();
  const kg = (grams: number) => formatKilograms(grams, locale);
  const { expectedGrams, mayPromiseGrams, promisedGrams, paidGrams, cutGrams } = offer;
  const most = Math.max(1, expectedGrams, promisedGrams, cutGrams);
  const bars = [
    { key: 'forecast', grams: expectedGrams, fill: 'flesh', words: m.preorders_bar_forecast },
    {
      ...{ key: 'promised', grams: promisedGrams, fill: 'leaf' },
      words: (said: { kg: string }) => m.preorders_bar_promised({ ...said, most: kg(mayPromiseGrams) }),
    },
    { key: 'paid', grams: paidGrams, fill: 'rind', words: m.preorders_bar_paid },
    { key: 'cut', grams: cutGrams, fill: 'rind', words: m.preorders_bar_cut },
  ];
  return (
    <ul className="grid gap-2">
      {bars.map(({ key, grams, fill, words }) => (
        <li key={key}>
          <span className="text-14">{words({ kg: kg(grams) })}</span>
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${WIDTH} 12`}
            preserveAspectRatio="none"
            className="block h-3 w-full"
          >
            <rect width={WIDTH} height="12" fill="none" stroke="var(--color-line)" />
            <rect
              width={grams > 0 ? Math.max(2, (grams / most) * WIDTH) : 0}
              height="12"
              fill={`var(--color-${fill})`}
              stroke="var(--color-edge)"
            />
            {key === 'promised' ? (
              <rect x={(mayPromiseGrams / most) * WIDTH - 1} width="2" height="12" fill="var(--color-ink)" />
            ) : null}
          </svg>
        </li>
      ))}
    </ul>
  );
}
