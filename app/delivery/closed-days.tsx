import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { formatDay, formatWeekday } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type ClosedDaysProps = {
  closed: readonly { day: Date; why: string | null }[];
  formKey: string;
  refused: {
    typed: { from: string; to: string; why: string };
    problem: { above: string | null; beside: Record<string, string> };
  } | null;
};

/** The days on which nothing leaves or arrives, each to be opened again, and a form for more. */
export function ClosedDays({ closed, formKey, refused }: ClosedDaysProps) {
  const locale = useLocale();
  return (
    <section aria-labelledby="closed">
      <h2 id="closed" className="text-22">
        {m.delivery_closed_title()}
      </h2>
      <p className="mb-3 text-muted">{m.delivery_closed_lead()}</p>
      {closed.length === 0 ? <p>{m.delivery_closed_none()}</p> : null}
      <ul className="max-w-2xl divide-y divide-line">
        {closed.map(({ day, why }) => (
          <li key={day.toISOString()} className="flex flex-wrap items-center gap-x-4 py-1">
            <span className="grow">
              {formatWeekday(day, locale)} {why ? <span className="text-muted">{why}</span> : null}
            </span>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="key" value={`${formKey}-${day.toISOString().slice(0, 10)}`} />
              <input type="hidden" name="day" value={day.toISOString().slice(0, 10)} />
              <Button kind="quiet" aria-label={m.delivery_open_of({ day: formatDay(day, locale) })}>
                {m.delivery_open()}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <CloseForm formKey={formKey} refused={refused} />
    </section>
  );
}

function CloseForm({ formKey, refused }: Omit<ClosedDaysProps, 'closed'>) {
  const { typed, problem } = refused ?? { typed: null, problem: null };
  return (
    <Form key={formKey} method="post" noValidate className="mt-4 grid max-w-2xl gap-4 sm:grid-cols-2">
      <input type="hidden" name="key" value={formKey} />
      {problem?.above ? (
        <div className="sm:col-span-2">
          <Notice tone="care" title={problem.above} />
        </div>
      ) : null}
      <Field label={m.delivery_closed_from()} error={problem?.beside.from}>
        <TextInput type="date" name="from" required defaultValue={typed?.from} />
      </Field>
      <Field label={m.delivery_closed_to()} error={problem?.beside.to}>
        <TextInput type="date" name="to" required defaultValue={typed?.to} />
      </Field>
      <Field label={m.delivery_closed_why()} error={problem?.beside.why} optional>
        <TextInput name="why" maxLength={80} defaultValue={typed?.why} />
      </Field>
      <div className="sm:self-end">
        <Button kind="quiet">{m.delivery_closed_do()}</Button>
      </div>
    </Form>
  );
}
