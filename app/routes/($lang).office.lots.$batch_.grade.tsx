import { kilograms } from '@baunghe/money';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { formatKilograms } from '~/format';
import { answered } from '~/office/gate-answers.server';
import { leadOn, lotAtHand, typedGrams, typedIn } from '~/office/lot-act.server';
import { LotActPage } from '~/office/lot-act-page';
import { useLotForm } from '~/office/use-lot-form';
import { useKeepOpened } from '~/offline/page-kept';
import { QueueNotice } from '~/offline/queue-notice';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useLocale } from '~/use-locale';

const GRADES = ['A', 'B', 'C'] as const;

export const meta: MetaFunction = ({ params }) => [{ title: `${m.stock_grade_title()}: ${params.batch}` }];

export const headers = () => PRIVATE;

export const loader = (args: LoaderFunctionArgs) => lotAtHand(args);

/** Sorts the lot; refused, gives the form back as it was filled in. */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const batch = params.batch ?? '';
  const { typed } = await typedIn(request);
  const whole = typedGrams(typed.kg);
  const parts = GRADES.flatMap((grade) => {
    const kg = typed[`kg${grade}`] ?? '';
    return kg.trim() === '' || isNothing(kg) ? [] : [{ grade, ...typedGrams(kg, grade) }];
  });
  const beside = Object.assign({}, whole.beside, ...parts.map((part) => part.beside));
  const answer = await answered(
    request,
    context.api.store.grade({
      key: typed.key ?? '',
      batch,
      grams: whole.grams,
      parts: parts.map(({ grade, grams }) => ({ grade, grams })),
      lossReason: typed.lossReason ?? null,
    }),
  );
  return leadOn(args, `/office/lots/${batch}?done=grade`, { typed, answer, beside });
}

function isNothing(kg: string): boolean {
  const weight = kilograms(kg);
  return weight.ok && weight.value === 0;
}

export default function Grade() {
  const { lot, key } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { queued, typed, beside, problem } = useLotForm('grade', lot.batch, sent);
  useKeepOpened(key);
  const locale = useLocale();
  const free = lot.onHandGrams - lot.reservedGrams;
  return (
    <LotActPage title={m.stock_grade_title()} act="grade" lot={lot} problem={problem}>
      <Form {...queued.form} method="post" noValidate className="grid gap-6">
        <input type="hidden" name="key" value={typed.key || key} />
        <QueueNotice queued={queued} />
        <p className="text-muted">{m.stock_grade_lead()}</p>
        <Field label={m.stock_grade_whole()} error={beside.grams}>
          <NumberInput
            name="kg"
            unit="kg"
            defaultValue={typed.kg ?? formatKilograms(free, locale).replace(/\s*kg$/, '')}
            required
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-3">
          {GRADES.map((grade) => (
            <Field
              key={grade}
              label={m.stock_grade_part({ grade })}
              error={beside[grade] ?? (grade === 'A' ? beside.parts : undefined)}
            >
              <NumberInput name={`kg${grade}`} unit="kg" defaultValue={typed[`kg${grade}`]} />
            </Field>
          ))}
        </div>
        <Field label={m.stock_grade_loss()} hint={m.stock_grade_loss_hint()} error={beside.lossReason}>
          <TextInput name="lossReason" autoComplete="off" defaultValue={typed.lossReason} maxLength={200} />
        </Field>
        <div>
          <Button tall disabled={queued.saving}>
            {m.stock_grade_do()}
          </Button>
        </div>
      </Form>
    </LotActPage>
  );
}
