import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import type { Problem } from '~/office/refusals.server';
import { StatementTable } from '~/office/statement-table';
import * as m from '~/paraglide/messages.js';

type Preview = Extract<ApiOutputs['settlement']['preview'], { ok: true }>['value'];

type NewPeriodProps = {
  typed: { fromDay: string; toDay: string };
  preview: Preview | null;
  problem: Problem | null;
  formKey: string;
  refused: { typed: Record<string, string>; problem: Problem } | null;
};

/** A period to come: its days, what it would come to, and the button that freezes it. */
export function NewPeriod({ preview, refused, ...seen }: NewPeriodProps) {
  const typed = refused?.typed ?? seen.typed;
  const problem = refused?.problem ?? seen.problem;
  const beside: Record<string, string | undefined> = problem?.beside ?? {};
  return (
    <section className="grid gap-6">
      <h2 className="text-22">{m.settlement_new()}</h2>
      <Form method="get" className="flex flex-wrap items-start gap-4">
        <Field label={m.settlement_from()} error={beside.fromDay}>
          <TextInput type="date" name="fromDay" defaultValue={typed.fromDay} />
        </Field>
        <Field label={m.settlement_to()} error={beside.toDay}>
          <TextInput type="date" name="toDay" defaultValue={typed.toDay} />
        </Field>
        <Button kind="quiet" className="min-h-12 self-end">
          {m.settlement_look()}
        </Button>
      </Form>
      {seen.problem?.above && !refused ? <Notice tone="care" title={seen.problem.above} /> : null}
      {preview ? (
        <>
          <p className="text-muted">{m.settlement_preview_lines({ count: preview.lines })}</p>
          <StatementTable caption={m.settlement_preview()} rows={preview.members} />
          <PrepareForm typed={seen.typed} formKey={seen.formKey} />
        </>
      ) : null}
    </section>
  );
}

function PrepareForm({ typed, formKey }: { typed: { fromDay: string; toDay: string }; formKey: string }) {
  return (
    <Form method="post" action="?index">
      <input type="hidden" name="act" value="prepare" />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="fromDay" value={typed.fromDay} />
      <input type="hidden" name="toDay" value={typed.toDay} />
      <Button>{m.settlement_prepare()}</Button>
    </Form>
  );
}
