import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextArea, TextInput } from '~/components/inputs';
import * as m from '~/paraglide/messages.js';
import type { Problem } from '../refusals.server';
import { LotChoice, type RecalledLot } from './recalled-lots';

type Refused = { act: string; conclusion: string; lots: string; letGo: string[]; problem: Problem };
type GoOnProps = { formKey: string; refused: Refused | null; recalled: RecalledLot[] };

const SUMMARY =
  'inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4';

/** For the manager, behind folds: calling further lots back, and ending the recall. */
export function GoOn({ formKey, refused, recalled }: GoOnProps) {
  const of = (act: string) => (refused?.act === act ? refused : null);
  const [extend, end] = [of('extend'), of('end')];
  return (
    <div className="grid max-w-2xl gap-3 border-t border-line pt-3">
      <details open={extend !== null}>
        <summary className={SUMMARY}>{m.recall_extend_title()}</summary>
        <Form method="post" noValidate preventScrollReset className="mt-3 grid gap-4">
          <input type="hidden" name="act" value="extend" />
          <input type="hidden" name="key" value={formKey} />
          <Field label={m.recall_extend_lots()} error={extend?.problem.beside.batches}>
            <TextInput name="lots" defaultValue={extend?.lots} autoComplete="off" required />
          </Field>
          <div>
            <Button kind="danger">{m.recall_extend_do()}</Button>
          </div>
        </Form>
      </details>
      <details open={end !== null}>
        <summary className={SUMMARY}>{m.recall_end_title()}</summary>
        <Form method="post" noValidate preventScrollReset className="mt-3 grid gap-4">
          <input type="hidden" name="act" value="end" />
          <input type="hidden" name="key" value={formKey} />
          <p className="text-14 text-muted">{m.recall_end_text()}</p>
          <LotChoice
            legend={m.recall_end_let_go()}
            lots={recalled}
            ticked={end?.letGo ?? []}
            error={end?.problem.beside.letGo ?? end?.problem.beside.batches}
          />
          <Field label={m.recall_end_conclusion()} error={end?.problem.beside.conclusion}>
            <TextArea name="conclusion" defaultValue={end?.conclusion} maxLength={1000} required />
          </Field>
          <div>
            <Button>{m.recall_end_do()}</Button>
          </div>
        </Form>
      </details>
    </div>
  );
}
