import { Button } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { formatDay, formatDong } from '~/format';
import { HowPaid } from '~/office/how-paid';
import { sideWords, type Year } from '~/office/year/year-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { refusedIn, YearForm, type YearFormProps } from './year-form';

type Dealing = Omit<Year['dealings'][number], 'day'> & { day: Date | string };

/** Income and costs that no order tells of, and the form that writes one down. */
export function Dealings({ dealings, ...form }: { dealings: readonly Dealing[] } & YearFormProps) {
  const columns = useColumns(form);
  return (
    <section>
      <h2 className="text-22">{m.yearend_dealings()}</h2>
      <p className="mb-3 text-muted">{m.yearend_dealings_text()}</p>
      {dealings.length === 0 ? (
        <p className="text-muted">{m.yearend_dealings_none()}</p>
      ) : (
        <DataTable caption={m.yearend_dealings()} columns={columns} rows={dealings} rowKey={({ id }) => id} />
      )}
      <div className="mt-4">
        <YearForm act="deal" summary={m.yearend_dealing_add()} {...form}>
          <Fields {...refusedIn(form.refused, 'deal')} />
          <div>
            <Button>{m.yearend_save()}</Button>
          </div>
        </YearForm>
      </div>
    </section>
  );
}

function useColumns(form: YearFormProps): Column<Dealing>[] {
  const locale = useLocale();
  return [
    {
      key: 'what',
      head: m.yearend_dealing_what(),
      names: true,
      cell: ({ what, reference, undone }) => (
        <>
          {what}
          <span className="block text-14 font-normal text-muted">
            {reference}
            {undone ? ` · ${m.yearend_dealing_undone()}` : ''}
          </span>
        </>
      ),
    },
    { key: 'day', head: m.yearend_dealing_day(), cell: ({ day }) => formatDay(day, locale) },
    { key: 'side', head: m.yearend_stands(), cell: ({ side }) => sideWords(side) },
    {
      ...{ key: 'amount', head: m.yearend_dealing_amount(), figures: true },
      cell: ({ kind, amount }) => (
        <span className="whitespace-nowrap">
          {kind === 'income' ? m.yearend_dealing_income() : m.yearend_dealing_cost()}{' '}
          {formatDong(amount, locale)}
        </span>
      ),
    },
    {
      key: 'undo',
      head: m.yearend_dealing_undo(),
      cell: (row) => (row.undone ? null : <Undo dealing={row} {...form} />),
    },
  ];
}

function Undo({ dealing: { id, what }, ...form }: { dealing: Dealing } & YearFormProps) {
  const { typed, beside } = refusedIn(form.refused, 'undo', id);
  return (
    <YearForm
      act="undo"
      id={id}
      summary={m.yearend_dealing_undo()}
      label={m.yearend_dealing_undo_of({ what })}
      {...form}
    >
      <input type="hidden" name="id" value={id} />
      <Field label={m.yearend_dealing_undo_why()} error={beside.why}>
        <TextInput name="why" maxLength={200} defaultValue={typed.why} />
      </Field>
      <div>
        <Button kind="danger">{m.yearend_dealing_undo()}</Button>
      </div>
    </YearForm>
  );
}

function Fields({ typed, beside }: Omit<ReturnType<typeof refusedIn>, 'open'>) {
  return (
    <>
      <RadioCards
        legend={m.yearend_dealing_kind()}
        name="kind"
        columns={2}
        defaultValue={typed.kind ?? 'cost'}
        error={beside.kind}
        choices={[
          { value: 'cost', title: m.yearend_dealing_cost() },
          { value: 'income', title: m.yearend_dealing_income() },
        ]}
      />
      <SideCards legend={m.yearend_dealing_side()} value={typed.side} error={beside.side} />
      <Field label={m.yearend_dealing_what()} error={beside.what}>
        <TextInput name="what" maxLength={200} defaultValue={typed.what} />
      </Field>
      <Field label={m.yearend_dealing_day()} error={beside.day}>
        <TextInput type="date" name="day" defaultValue={typed.day} />
      </Field>
      <Field label={m.yearend_dealing_amount()} error={beside.amount}>
        <NumberInput name="amount" unit="₫" defaultValue={typed.amount} />
      </Field>
      <HowPaid typed={typed} beside={beside} columns={2} />
    </>
  );
}

type SideCardsProps = { legend: string; value: string | undefined; error: string | undefined };

/** With a member, or outside: nothing is chosen beforehand, since it decides where money goes. */
export function SideCards({ legend, value, error }: SideCardsProps) {
  return (
    <RadioCards
      legend={legend}
      name="side"
      columns={2}
      {...(value === undefined ? {} : { defaultValue: value })}
      error={error ?? null}
      choices={[
        { value: 'internal', title: m.yearend_internal() },
        { value: 'external', title: m.yearend_external() },
      ]}
    />
  );
}
