import type { ApiOutputs } from '@baunghe/api';
import { Link } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { LinkButton } from '~/components/button';
import { CrateLabel } from '~/components/crate-label';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { DayBars } from './day-bars';
import { LookForm, type LookState } from './look-form';

type Board = ApiOutputs['scans']['board'];
type Flag = Board['flags'][number];

const KINDS: Record<Flag['kind'], (of: { places: number; scans: number }) => string> = {
  many_places: m.office_scans_many,
  after_delivery: m.office_scans_after,
  before_packing: m.office_scans_before,
};

function FlagState({ flag }: { flag: Flag }) {
  if (flag.settled) return <Badge tone="done">{m.office_scans_state_settled()}</Badge>;
  if (flag.looks.length > 0)
    return (
      <Badge tone="care" sign="check">
        {m.office_scans_state_looked()}
      </Badge>
    );
  return <Badge tone="care">{m.office_scans_state_new()}</Badge>;
}

/** One flagged box: what was seen since when, the openings by day, what was found, and the form to say so. */
export function FlagCard({ flag, days, ...form }: LookState & { flag: Flag; days: Board['days'] }) {
  const locale = useLocale();
  const href = useHref();
  const { places, scans, orderCode } = flag;
  return (
    <li className="grid gap-x-10 gap-y-3 border-t-2 border-ink pt-4 lg:grid-cols-2">
      <div>
        <div className="flex flex-wrap items-center gap-3">
          <CrateLabel kind={m.office_order_box_kind()} code={flag.serial} />
          <FlagState flag={flag} />
        </div>
        <p className="mt-2 font-semibold">{KINDS[flag.kind]({ places, scans })}</p>
        <p className="text-14 text-muted">
          {m.office_scans_since({ at: formatInstant(flag.since, locale) })}
        </p>
        <div className="mt-3 flex flex-wrap gap-3">
          <LinkButton kind="quiet" to={href(`/01/${flag.gtin}/21/${flag.serial}`)} reloadDocument>
            {m.office_scans_page()}
          </LinkButton>
          {orderCode ? (
            <Link
              to={href(`/office/orders/${orderCode}`)}
              className="inline-flex min-h-11 items-center text-rind underline underline-offset-4"
            >
              {m.office_order_title({ code: orderCode })}
            </Link>
          ) : null}
        </div>
      </div>
      <div>
        <DayBars days={days} counts={flag.counts} />
        {flag.looks.map((look) => (
          <p key={`${look.at}`} className="mt-2">
            {look.note} <span className="text-14 text-muted">{formatInstant(look.at, locale)}</span>
          </p>
        ))}
        {flag.settled ? null : <LookForm of={flag.id} act="flag" {...form} />}
      </div>
    </li>
  );
}
