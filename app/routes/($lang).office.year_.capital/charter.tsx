import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { formatDay, formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { RefusedForm } from './capital-form';

type CharterProps = {
  charter: readonly { id: string; fromDay: Date | string; amount: number; paper: string }[];
  /** What one member may have of it. */
  most: number | null;
  mayAdd: boolean;
  refused: RefusedForm;
  newKey: string;
};

/** The charter capital, by which the part that one member may have is reckoned; a manager adds to it. */
export function Charter({ charter, most, mayAdd, refused, newKey }: CharterProps) {
  const locale = useLocale();
  return (
    <section className="max-w-2xl">
      <h2 className="mb-2 text-22">{m.shares_charter()}</h2>
      {charter.length === 0 ? <p className="text-muted">{m.shares_charter_none()}</p> : null}
      <ul>
        {charter.map(({ id, fromDay, amount, paper }) => (
          <li key={id}>
            {m.shares_charter_is({
              ...{ amount: formatDong(amount, locale), day: formatDay(fromDay, locale), paper },
            })}
          </li>
        ))}
      </ul>
      {most === null ? null : (
        <p className="text-muted">{m.shares_charter_most({ most: formatDong(most, locale) })}</p>
      )}
      {mayAdd ? <CharterForm refused={refused} newKey={newKey} /> : null}
    </section>
  );
}

function CharterForm({ refused, newKey }: Pick<CharterProps, 'refused' | 'newKey'>) {
  const typed: Record<string, string | undefined> = refused?.typed ?? {};
  const beside = refused?.problem.beside ?? {};
  return (
    <details key={newKey} open={refused !== null}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4">
        {m.shares_charter_add()}
      </summary>
      <Form method="post" noValidate preventScrollReset className="mt-2 grid gap-4">
        <input type="hidden" name="act" value="charter" />
        <input type="hidden" name="key" value={typed.key || newKey} />
        <Field label={m.shares_charter_from()} error={beside.fromDay}>
          <TextInput type="date" name="fromDay" defaultValue={typed.fromDay} />
        </Field>
        <Field label={m.shares_charter_amount()} error={beside.charterAmount}>
          <NumberInput name="charterAmount" unit="₫" defaultValue={typed.charterAmount} />
        </Field>
        <Field label={m.shares_charter_paper()} hint={m.shares_charter_paper_hint()} error={beside.paper}>
          <TextInput name="paper" autoComplete="off" maxLength={200} defaultValue={typed.paper} />
        </Field>
        <div>
          <Button>{m.yearend_save()}</Button>
        </div>
      </Form>
    </details>
  );
}
