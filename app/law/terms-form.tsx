import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextArea, TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';

type TermsFormProps = {
  typed: Record<string, string | undefined>;
  problem: { above: string | null; beside: Record<string, string> } | null;
  formKey: string;
};

/** A page's next version, in up to three languages; seen before it is published. */
export function TermsForm({ typed, problem, formKey }: TermsFormProps) {
  const beside = problem?.beside ?? {};
  const bodies = [
    { name: 'bodyVi', label: m.law_office_vi(), lang: 'vi', hint: m.law_office_edit_lead() },
    { name: 'bodyEn', label: m.law_office_en(), lang: 'en', hint: m.law_office_missing() },
    { name: 'bodyZh', label: m.law_office_zh(), lang: 'zh-Hans', hint: m.law_office_missing() },
  ];
  return (
    <Form method="post" noValidate className="shows grid max-w-3xl gap-6">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="after" value={typed.after} />
      {problem?.above ? <Notice tone="care" title={problem.above} /> : null}
      {bodies.map(({ name, label, lang, hint }) => (
        <Field key={name} label={label} hint={hint} error={beside[name]}>
          <TextArea name={name} lang={lang} rows={14} defaultValue={typed[name]} className="font-mono" />
        </Field>
      ))}
      <Field label={m.law_office_from()} error={beside.holdsFrom}>
        <TextInput type="date" name="holdsFrom" defaultValue={typed.holdsFrom} />
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button kind="quiet" name="act" value="preview">
          {m.law_office_preview()}
        </Button>
        <Button name="act" value="publish">
          {m.law_office_publish()}
        </Button>
      </div>
    </Form>
  );
}
