import { Form, useNavigation } from '@remix-run/react';
import { ActForm } from '~/components/act-form';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextArea } from '~/components/inputs';
import * as m from '~/paraglide/messages.js';
import type { Beside } from '~/shop/checkout-parts';
import type { CodeShown } from '~/signing-in/phone-and-code';
import { ApplicationFacts } from './application-facts';
import { ApplicationRoad } from './application-road';
import { type OwnApplication, paperWords } from './join-words';
import { PhotoFiles } from './photo-files';
import { ProveLater } from './prove-number';

type OwnProps = {
  application: OwnApplication;
  formKey: string;
  typedWords: string;
  beside: Beside;
  /** A code on its way to the number. */
  code: CodeShown | null;
};

/** What was sent, where it stands, and what its applicant can do about it. */
export function SentApplication({ application, formKey, typedWords, beside, code }: OwnProps) {
  const { state, papers, mayProve, phone } = application;
  const isOpen = state === 'received' || state === 'looked_at' || state === 'more_asked';
  return (
    <>
      <p className="text-18">{nextWords(application)}</p>
      <ApplicationRoad application={application} />
      {state === 'more_asked' ? (
        <AnswerForm formKey={formKey} typedWords={typedWords} beside={beside} />
      ) : null}
      {mayProve ? (
        <ProveLater phone={phone} code={code} formKey={formKey} error={beside.digits ?? null} />
      ) : null}
      <section aria-labelledby="what" className="space-y-4">
        <h2 id="what" className="border-b-2 border-ink pb-1 text-22">
          {m.joining_what()}
        </h2>
        <ApplicationFacts application={application} />
        <p>{papers.map(({ kind }, at) => `${at + 1}. ${paperWords(kind)}`).join(' · ')}</p>
      </section>
      {isOpen ? (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 text-rind">{m.joining_sure()}</summary>
          <div className="mt-2">
            <ActForm act="withdraw" formKey={formKey} kind="danger">
              {m.joining_withdraw()}
            </ActForm>
          </div>
        </details>
      ) : null}
      <p className="text-14 text-muted">{m.joining_keep({ code: application.code })}</p>
    </>
  );
}

/** What happens next, in a sentence. */
function nextWords({ state, steps }: OwnApplication): string {
  const words = steps.at(-1)?.words ?? '';
  const next: Record<typeof state, () => string> = {
    draft: m.joining_draft_lead,
    received: m.joining_next_received,
    looked_at: m.joining_next_looked_at,
    more_asked: () => m.joining_next_more_asked({ words }),
    accepted: m.joining_next_accepted,
    refused: () => m.joining_next_refused({ words }),
    withdrawn: m.joining_next_withdrawn,
  };
  return next[state]();
}

function AnswerForm({ formKey, typedWords, beside }: Omit<OwnProps, 'application' | 'code'>) {
  const sending = useNavigation().state === 'submitting';
  return (
    <section aria-labelledby="answer" className="space-y-4">
      <h2 id="answer" className="border-b-2 border-ink pb-1 text-22">
        {m.joining_answer_title()}
      </h2>
      <Form method="post" encType="multipart/form-data" noValidate className="space-y-4">
        <input type="hidden" name="key" value={formKey} />
        <Field label={m.joining_answer_words()} error={beside.words ?? null}>
          <TextArea name="words" rows={3} defaultValue={typedWords} />
        </Field>
        <Field label={m.joining_answer_photos()} optional error={beside.identity ?? null}>
          <PhotoFiles name="other" />
        </Field>
        <Button tall wide name="act" value="answer" disabled={sending}>
          {m.joining_answer_send()}
        </Button>
      </Form>
    </section>
  );
}
