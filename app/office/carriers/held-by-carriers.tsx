import { LinkButton } from '~/components/button';
import { formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';

/** Leads to what carriers hold, and says how much it is. */
export function HeldByCarriers({ held }: { held: readonly { amount: number }[] }) {
  const href = useHref();
  const amount = held.reduce((sum, each) => sum + each.amount, 0);
  return (
    <LinkButton kind="quiet" to={href('/office/money/carriers')}>
      {m.carriers_cash_link({ amount: formatDong(amount, useLocale()) })}
    </LinkButton>
  );
}
