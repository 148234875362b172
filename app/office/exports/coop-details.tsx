import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { formatDay } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { Problem } from '../refusals.server';

type Details = ApiOutputs['coopDetails']['list'];
type Kind = Details['written'][number]['kind'];

/** What was typed into one of the forms, and what was refused of it. */
export interface DetailTyped {
  kind: string;
  value: string;
  fromDay: string;
  problem: Problem;
}

const KINDS: readonly Kind[] = ['phone', 'packing_house'];
const LABELS: Record<Kind, () => string> = {
  phone: m.papers_phone,
  packing_house: m.papers_packing_house,
};
const HINTS: Record<Kind, () => string> = {
  phone: m.papers_phone_hint,
  packing_house: m.papers_packing_house_hint,
};

/** What papers for inspectors say of the cooperative itself: what holds, since when, and a form to write what comes next. */
export function CoopDetails({
  details,
  typed,
  today,
  formKeys,
  manages,
  done,
}: {
  details: Details;
  typed: DetailTyped | null;
  today: string;
  formKeys: Record<Kind, string>;
  manages: boolean;
  done: boolean;
}) {
  return (
    <section className="mt-10 grid gap-5 border-t border-line pt-6">
      <h2 className="text-22">{m.papers_details()}</h2>
      <p className="max-w-2xl text-muted">{m.papers_details_lead()}</p>
      {done ? <Notice tone="good" title={m.papers_details_done()} /> : null}
      <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-2">
        {KINDS.map((kind) => (
          <div key={kind} className="grid gap-4">
            <Written details={details} kind={kind} />
            {manages ? (
              <DetailForm
                kind={kind}
                formKey={formKeys[kind]}
                today={today}
                typed={typed?.kind === kind ? typed : null}
              />
            ) : null}
          </div>
        ))}
      </div>
    </section>
  );
}

/** What holds today, and under it what was before or comes after. */
function Written({ details, kind }: { details: Details; kind: Kind }) {
  const locale = useLocale();
  const rows = details.written.filter((row) => row.kind === kind);
  return (
    <div>
      <h3 className="text-18">{LABELS[kind]()}</h3>
      <p className="text-18">{details.today[kind] ?? m.papers_detail_none()}</p>
      {rows.length > 0 ? (
        <ul className="mt-1 text-muted">
          {rows.map(({ value, fromDay, at, byName }) => (
            <li key={`${+fromDay} ${+at}`}>
              {m.papers_detail_row({
                value: value ?? m.papers_detail_none(),
                day: formatDay(fromDay, locale),
                name: byName ?? '–',
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function DetailForm({
  kind,
  formKey,
  today,
  typed,
}: {
  kind: Kind;
  formKey: string;
  today: string;
  typed: DetailTyped | null;
}) {
  const beside = typed?.problem.beside ?? {};
  return (
    <Form method="post" noValidate preventScrollReset className="grid gap-4">
      {typed?.problem.above ? <Notice tone="care" title={typed.problem.above} /> : null}
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="kind" value={kind} />
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <Field label={LABELS[kind]()} hint={HINTS[kind]()} error={beside.value}>
          <TextInput
            name="value"
            type={kind === 'phone' ? 'tel' : 'text'}
            defaultValue={typed?.value}
            maxLength={40}
            autoComplete="off"
          />
        </Field>
        <Field label={m.papers_from_day()} error={beside.fromDay}>
          <TextInput type="date" name="fromDay" defaultValue={typed?.fromDay ?? today} required />
        </Field>
      </div>
      <div>
        <Button kind="quiet">{m.papers_detail_write()}</Button>
      </div>
    </Form>
  );
}
