import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { formatInstant } from '~/format';
import { givingWords } from '~/office/limits/giving-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { ClaimFormState, Row } from './claim-row';

type ClaimWaitsProps = Omit<ClaimFormState, 'eraseKeys'> & {
  waiting: NonNullable<Row['waiting']>;
  claimId: string;
};

/** What is to be given for a claim and waits for a second person; whoever asked may take it back. */
export function ClaimWaits({ waiting, claimId, refused, keys, me }: ClaimWaitsProps) {
  const locale = useLocale();
  const mine = refused?.of === claimId ? refused : null;
  const beside: Record<string, string | undefined> = mine?.problem.beside ?? {};
  return (
    <>
      <Notice tone="plain" title={m.limits_claim_waits({ what: givingWords(waiting, locale) })}>
        {formatInstant(waiting.askedAt, locale)}
      </Notice>
      {waiting.askedBy === me ? (
        <Form method="post" noValidate preventScrollReset className="grid max-w-xl gap-3">
          <input type="hidden" name="act" value="take-back" />
          <input type="hidden" name="of" value={claimId} />
          <input type="hidden" name="giving" value={waiting.givingId} />
          <input type="hidden" name="key" value={mine?.key || keys[claimId]} />
          <Field label={m.limits_take_back_why()} error={beside.why}>
            <TextInput name="why" autoComplete="off" maxLength={200} defaultValue={mine?.typed.why} />
          </Field>
          <div>
            <Button kind="quiet">{m.limits_take_back()}</Button>
          </div>
        </Form>
      ) : null}
    </>
  );
}
