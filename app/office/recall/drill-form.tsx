import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { formatDay } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { Problem } from '../refusals.server';

type DrillFormProps = {
  drill: { last: Date | null; due: boolean };
  formKey: string;
  typed: { batch: string; reason: string; problem: Problem } | null;
};

/** The drill of a year: when the last one was, whether it is due, and the button that does it. */
export function DrillForm({ drill, formKey, typed }: DrillFormProps) {
  const locale = useLocale();
  const beside = typed?.problem.beside ?? {};
  return (
    <section className="grid max-w-2xl gap-4">
      <h2 className="text-22">{m.recall_drill_title()}</h2>
      <p>{m.recall_drill_lead()}</p>
      {drill.due ? <Notice tone="plain" title={m.recall_drill_due()} /> : null}
      <p className="text-muted">
        {drill.last ? m.recall_drill_last({ day: formatDay(drill.last, locale) }) : m.recall_drill_never()}
      </p>
      {typed?.problem.above ? <Notice tone="care" title={typed.problem.above} /> : null}
      <Form method="post" noValidate preventScrollReset className="grid gap-4">
        <input type="hidden" name="key" value={formKey} />
        <Field label={m.recall_drill_batch()} error={beside.batch ?? beside.lotId}>
          <TextInput name="batch" defaultValue={typed?.batch} maxLength={20} autoComplete="off" required />
        </Field>
        <Field label={m.recall_drill_reason()} error={beside.reason}>
          <TextInput name="reason" defaultValue={typed?.reason} maxLength={120} autoComplete="off" required />
        </Field>
        <div>
          <Button kind="quiet" name="act" value="drill">
            {m.recall_drill_do()}
          </Button>
        </div>
      </Form>
    </section>
  );
}
