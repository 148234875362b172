import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { RadioCards } from '~/components/radio-cards';
import * as m from '~/paraglide/messages.js';
import type { Problem } from '../refusals.server';
import { ADVICES, type Reached, SEVERITIES } from './recall-words';

/** What was typed into the form, and what the message would be. */
export interface StartTyped {
  reason: string;
  severity: string;
  advice: string;
  ordered: string;
  batches: string[];
  all: boolean;
  more: string;
  problem: Problem | null;
  preview: { locale: string; text: string | null; segments: number }[] | null;
}

/** For the manager: which of the lots are called back, why, and what buyers should do. */
export function StartForm({
  reach,
  formKey,
  name,
  typed,
}: {
  reach: Reached;
  formKey: string;
  name: string;
  typed: StartTyped | null;
}) {
  const beside = typed?.problem?.beside ?? {};
  const lots = reach.lots.slice(0, reach.perPage);
  return (
    <details open={typed !== null} className="border-t border-line pt-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-18 font-extrabold text-soil underline underline-offset-4">
        {m.recall_start_title()}
      </summary>
      <Form method="post" noValidate preventScrollReset className="mt-3 grid max-w-2xl gap-5">
        <p>{m.recall_start_lead()}</p>
        {typed?.problem?.above ? <Notice tone="care" title={typed.problem.above} /> : null}
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="source" value={name} />
        <input type="hidden" name="kind" value={reach.source.kind} />
        <input type="hidden" name="id" value={reach.source.id} />
        <fieldset className="grid gap-1">
          <legend className="font-semibold">{m.recall_start_lots()}</legend>
          {reach.lotCount > lots.length ? (
            <label className="flex min-h-11 items-center gap-3 font-semibold">
              <input
                type="checkbox"
                name="all"
                value="yes"
                defaultChecked={typed ? typed.all : true}
                className="size-5 accent-rind"
              />
              {m.recall_start_all({ count: reach.lotCount })}
            </label>
          ) : null}
          {lots.map(({ batch }) => (
            <label key={batch} className="flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                name="batch"
                value={batch}
                defaultChecked={typed ? typed.batches.includes(batch) : true}
                className="size-5 accent-rind"
              />
              {m.recall_lot_take({ batch })}
            </label>
          ))}
        </fieldset>
        <Field
          label={m.recall_start_more()}
          hint={m.recall_start_more_hint()}
          error={beside.batches}
          optional
        >
          <TextInput name="more" defaultValue={typed?.more} autoComplete="off" />
        </Field>
        <Field label={m.recall_start_reason()} hint={m.recall_start_reason_hint()} error={beside.reason}>
          <TextInput name="reason" defaultValue={typed?.reason} maxLength={120} autoComplete="off" required />
        </Field>
        <Field label={m.papers_ordered()} hint={m.papers_ordered_hint()} error={beside.ordered} optional>
          <TextInput name="ordered" defaultValue={typed?.ordered} maxLength={120} autoComplete="off" />
        </Field>
        <RadioCards
          legend={m.recall_start_severity()}
          name="severity"
          defaultValue={typed?.severity ?? 'first'}
          choices={Object.entries(SEVERITIES).map(([value, words]) => ({ value, title: words() }))}
        />
        <RadioCards
          legend={m.recall_start_advice()}
          name="advice"
          defaultValue={typed?.advice ?? 'do_not_eat'}
          choices={Object.entries(ADVICES).map(([value, words]) => ({ value, title: words() }))}
        />
        {typed?.preview ? <Preview preview={typed.preview} buyers={reach.reached.buyers} /> : null}
        <div className="flex flex-wrap gap-3">
          <Button kind="quiet" name="act" value="preview">
            {m.recall_preview()}
          </Button>
          <Button kind="danger" name="act" value="start">
            {m.recall_start_do()}
          </Button>
        </div>
      </Form>
    </details>
  );
}

function Preview({ preview, buyers }: { preview: NonNullable<StartTyped['preview']>; buyers: number }) {
  return (
    <Notice tone="plain" title={m.recall_preview_title()}>
      {preview.map(({ locale, text, segments }) =>
        text === null ? null : (
          <p key={locale} lang={locale} className="mb-2 wrap-anywhere">
            {text} <b>{m.recall_preview_counts({ buyers, segments })}</b>
          </p>
        ),
      )}
      {preview.every(({ text }) => text === null) ? <p>{m.recall_preview_off()}</p> : null}
    </Notice>
  );
}
