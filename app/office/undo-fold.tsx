import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { FactorField } from './factor-field';
import type { Problem } from './refusals.server';

type UndoFoldProps = {
  /** The name and value of the field that says what is undone. */
  of: readonly [name: string, value: string];
  /** The form, if it was the one refused. */
  refused: { typed: Record<string, string>; problem: Problem } | null;
  newKey: string;
  words: { title: string; titleOf: string; text: string; why: string; button: string };
};

/** Undoing money that was written down wrongly, with a reason, behind a fold. */
export function UndoFold({ of: [name, value], refused, newKey, words }: UndoFoldProps) {
  return (
    <details open={refused !== null}>
      <summary
        aria-label={words.titleOf}
        className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4"
      >
        {words.title}
      </summary>
      <Form method="post" noValidate preventScrollReset className="grid max-w-md gap-3">
        <input type="hidden" name="act" value="undo" />
        <input type="hidden" name={name} value={value} />
        <input type="hidden" name="key" value={refused?.typed.key || newKey} />
        <p className="text-14 text-muted">{words.text}</p>
        <Field label={words.why} error={refused?.problem.beside.why}>
          <TextInput
            name="why"
            autoComplete="off"
            defaultValue={refused?.typed.why}
            maxLength={200}
            required
          />
        </Field>
        <FactorField error={refused?.problem.beside.digits} />
        <div>
          <Button kind="danger">{words.button}</Button>
        </div>
      </Form>
    </details>
  );
}
