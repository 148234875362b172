import { Form } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { DataTable } from '~/components/data-table';
import { Field, FieldError } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import type { Problem } from '../refusals.server';
import { CodeLink, More } from './list-parts';
import type { RecallShown } from './recall-words';

export type RecalledLot = RecallShown['recalled'][number];

/** The lots of a recall: held still, or let go by whom, when and why. */
export function RecalledLots({ recall }: { recall: RecallShown }) {
  const href = useHref();
  const locale = useLocale();
  const { perPage, code, drill } = recall;
  const lots = recall.recalled.slice(0, perPage);
  if (drill) return null;
  const said = ({ byName, at, reason }: RecalledLot) =>
    at && m.recall_by_whom({ name: byName ?? '', at: formatInstant(at, locale), reason: reason ?? '' });
  return (
    <section className="grid gap-3">
      <DataTable
        captionShown
        caption={m.recall_recalled_title()}
        rows={lots}
        rowKey={({ batch }) => batch}
        columns={[
          {
            key: 'lot',
            head: m.recall_col_lot(),
            names: true,
            cell: ({ batch }) => <CodeLink to={`/office/lots/${batch}`} code={batch} />,
          },
          {
            key: 'state',
            head: m.recall_col_lot_state(),
            cell: ({ calledBack }) =>
              calledBack ? (
                <Badge tone="care">{m.recall_lot_called()}</Badge>
              ) : (
                <Badge tone="done">{m.recall_lot_let_go()}</Badge>
              ),
          },
          { key: 'by', head: m.recall_col_by(), cell: (lot) => <span lang="vi">{said(lot)}</span> },
        ]}
      />
      <More
        there={recall.recalled.length > perPage}
        to={href(`/office/recall/${code}?recalledAfter=${lots.at(-1)?.batch}`)}
      />
    </section>
  );
}

type LotChoiceProps = { legend: string; lots: RecalledLot[]; ticked: string[]; error: string | undefined };

/** Which of the lots that are held are let go: one by one, or all. */
export function LotChoice({ legend, lots, ticked, error }: LotChoiceProps) {
  const held = lots.filter(({ calledBack }) => calledBack);
  if (held.length === 0) return null;
  return (
    <fieldset className="grid gap-1">
      <legend className="font-semibold">{legend}</legend>
      {held.map(({ batch }) => (
        <label key={batch} className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            name="letGo"
            value={batch}
            defaultChecked={ticked.includes(batch)}
            className="size-5 accent-rind"
          />
          {m.recall_lot_take({ batch })}
        </label>
      ))}
      {error ? <FieldError>{error}</FieldError> : null}
    </fieldset>
  );
}

type LetGoProps = {
  formKey: string;
  lots: RecalledLot[];
  refused: { letGo: string[]; reason: string; problem: Problem } | null;
};

/** For the manager, when a recall is over: lets lots that are held still go, with a reason. */
export function LetGoForm({ formKey, lots, refused }: LetGoProps) {
  if (!lots.some(({ calledBack }) => calledBack)) return null;
  const beside = refused?.problem.beside ?? {};
  return (
    <Form
      method="post"
      noValidate
      preventScrollReset
      className="grid max-w-2xl gap-4 border-t border-line pt-4"
    >
      <h2 className="text-22">{m.recall_let_go_title()}</h2>
      <p className="text-muted">{m.recall_let_go_text()}</p>
      <input type="hidden" name="act" value="letGo" />
      <input type="hidden" name="key" value={formKey} />
      <LotChoice
        legend={m.recall_end_let_go()}
        lots={lots}
        ticked={refused?.letGo ?? []}
        error={beside.batches && m.recall_let_go_none()}
      />
      <Field label={m.recall_let_go_why()} error={beside.reason}>
        <TextInput name="reason" defaultValue={refused?.reason} maxLength={300} autoComplete="off" required />
      </Field>
      <div>
        <Button>{m.recall_let_go_do()}</Button>
      </div>
    </Form>
  );
}
