import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { Problem } from './refusals.server';

type Lot = Extract<ApiOutputs['harvests']['lot'], { ok: true }>['value'];

/** What the form that calls a lot back, or ends that, stands on: the key of a new one, and the one refused. */
export interface CallBackState {
  formKey: string;
  refused: { reason: string; problem: Problem } | null;
}

/** That a lot is called back, since when and why. */
export function CalledBackNotice({ lot }: { lot: Lot }) {
  const locale = useLocale();
  if (!lot.withdrawn) return null;
  const { since, reason } = lot.withdrawn;
  return (
    <Notice tone="care" title={m.office_recall_is({ at: formatInstant(since, locale) })}>
      {m.office_recall_reason({ reason })}
    </Notice>
  );
}

/** For the manager, behind a fold: calling the lot back, or ending that, with the reason that buyers read. */
export function CallBack({ lot, formKey, refused }: CallBackState & { lot: Lot }) {
  const act = lot.withdrawn ? 'end' : 'withdraw';
  return (
    <details open={refused !== null} className="border-t border-line pt-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4">
        {lot.withdrawn ? m.office_recall_end_title() : m.office_recall_title()}
      </summary>
      <Form method="post" noValidate preventScrollReset className="mt-3 grid gap-4">
        <input type="hidden" name="act" value={act} />
        <input type="hidden" name="key" value={formKey} />
        <p className="text-14 text-muted">
          {lot.withdrawn ? m.office_recall_end_text() : m.office_recall_text()}
        </p>
        <Field
          label={lot.withdrawn ? m.office_recall_end_why() : m.office_recall_why()}
          hint={lot.withdrawn ? undefined : m.office_recall_why_hint()}
          error={refused?.problem.beside.reason}
        >
          <TextInput
            name="reason"
            autoComplete="off"
            defaultValue={refused?.reason}
            maxLength={300}
            required
          />
        </Field>
        <Button kind={lot.withdrawn ? 'primary' : 'danger'} tall>
          {lot.withdrawn ? m.office_recall_end_do() : m.office_recall_do()}
        </Button>
      </Form>
    </details>
  );
}
