import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { FactorField } from '~/office/factor-field';
import type { Year } from '~/office/year/year-words';
import * as m from '~/paraglide/messages.js';
import type { YearFormProps } from './year-form';
import { refusedIn, YearForm } from './year-form';

type ClosingProps = YearFormProps & {
  year: { year: number; over: boolean; isOwn: boolean; ready: boolean; closingId: string | null };
  state: NonNullable<Year['closing']>['state'] | null;
};

/** What may be done with a year that is over: prepared by one, approved by another, or dropped. */
export function Closing({ year, state, ...form }: ClosingProps) {
  if (state === 'approved' || !year.over) return null;
  if (state === null) {
    if (!year.ready) return null;
    return (
      <YearForm act="prepare" {...form}>
        <p className="text-muted">{m.yearend_prepare_text({ year: year.year })}</p>
        <div>
          <Button>{m.yearend_prepare({ year: year.year })}</Button>
        </div>
      </YearForm>
    );
  }
  return <Waiting id={year.closingId ?? ''} isOwn={year.isOwn} {...form} />;
}

function Waiting({ id, isOwn, ...form }: { id: string; isOwn: boolean } & YearFormProps) {
  const drop = refusedIn(form.refused, 'drop');
  const approve = refusedIn(form.refused, 'approve');
  return (
    <section className="grid max-w-2xl gap-6">
      {isOwn ? (
        <p className="font-semibold">{m.yearend_approve_other()}</p>
      ) : (
        <YearForm act="approve" {...form}>
          <input type="hidden" name="id" value={id} />
          <p className="text-muted">{m.yearend_approve_text()}</p>
          <FactorField error={approve.beside.digits} />
          <div>
            <Button>{m.yearend_approve()}</Button>
          </div>
        </YearForm>
      )}
      <YearForm act="drop" summary={m.yearend_drop()} {...form}>
        <input type="hidden" name="id" value={id} />
        <Field label={m.yearend_drop_why()} error={drop.beside.why}>
          <TextInput name="why" maxLength={200} defaultValue={drop.typed.why} />
        </Field>
        <div>
          <Button kind="danger">{m.yearend_drop()}</Button>
        </div>
      </YearForm>
    </section>
  );
}
