import { useEffect, useState } from 'react';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { Sign } from '~/components/sign';
import { formatClock } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

/** Whole minutes until a time, counted up; null before the script runs. */
function useMinutesTo(until: Date): number | null {
  const [minutes, setMinutes] = useState<number | null>(null);
  useEffect(() => {
    const count = () => setMinutes(Math.max(0, Math.ceil((+until - Date.now()) / 60_000)));
    count();
    const timer = setInterval(count, 5000);
    return () => clearInterval(timer);
  }, [until]);
  return minutes;
}

/** Until when the fruit is kept for this checkout: a time of the clock, and with script the minutes left. */
export function HoldNotice({ until }: { until: Date }) {
  const href = useHref();
  const minutes = useMinutesTo(until);
  const time = formatClock(until);
  if (minutes === 0)
    return (
      <Notice tone="care" title={m.buying_hold_over_title()}>
        <p>{m.buying_hold_over()}</p>
        <LinkButton kind="quiet" to={href('/cart')}>
          {m.checkout_change_cart()}
        </LinkButton>
      </Notice>
    );
  return (
    <p className="mb-6 flex items-center gap-2 rounded-crate bg-flesh-soft px-4 py-3">
      <Sign name="clock" />
      <span>
        {m.buying_hold_until({ time })}
        {minutes === null ? null : ` ${m.buying_hold_minutes({ count: minutes })}`}
      </span>
    </p>
  );
}
