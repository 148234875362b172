import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { dayText, type PeriodSeen } from './paths';
import { daysOf, periodWords } from './words';

type PeriodChoiceProps = {
  period: PeriodSeen;
  typed: { from: string; to: string };
  beside: { from?: string; to?: string };
};

const KINDS = ['week', 'month', 'season'] as const;

/** The days that are looked at, and others to choose; what is chosen stands in the address. */
export function PeriodChoice({ period, typed, beside }: PeriodChoiceProps) {
  const href = useHref();
  const locale = useLocale();
  const refused = Boolean(beside.from || beside.to);
  const open = refused || period.kind === 'days';
  return (
    <div className="mb-8 grid gap-2">
      <nav aria-label={m.seeing_period()} className="flex flex-wrap gap-2">
        {KINDS.map((kind) => (
          <Link
            key={kind}
            to={href(`/office/seeing?period=${kind}`)}
            aria-current={period.kind === kind && !refused ? 'true' : undefined}
            className="inline-flex min-h-11 items-center rounded-crate border-2 border-edge bg-card px-4 font-semibold no-underline hover:border-rind aria-[current=true]:border-rind aria-[current=true]:bg-rind aria-[current=true]:text-on-rind"
          >
            {periodWords(kind)}
          </Link>
        ))}
      </nav>
      <p className="text-muted">
        {m.seeing_period_seen(daysOf(period, locale))} {m.seeing_period_before(daysOf(period.before, locale))}
      </p>
      <details open={open}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-rind underline underline-offset-4">
          {m.seeing_period_choose()}
        </summary>
        <Form method="get" className="own flex flex-wrap items-start gap-3">
          <input type="hidden" name="period" value="days" />
          <Field label={m.seeing_from()} error={beside.from ?? null}>
            <TextInput type="date" name="from" defaultValue={refused ? typed.from : dayText(period.from)} />
          </Field>
          <Field label={m.seeing_to()} error={beside.to ?? null}>
            <TextInput type="date" name="to" defaultValue={refused ? typed.to : dayText(period.to)} />
          </Field>
          <Button kind="quiet" className="min-h-12 sm:mt-7.5">
            {m.seeing_show()}
          </Button>
        </Form>
      </details>
    </div>
  );
}
