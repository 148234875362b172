import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { answered } from '~/office/gate-answers.server';
import { leadOn, lotAtHand, typedIn } from '~/office/lot-act.server';
import { LotActPage } from '~/office/lot-act-page';
import type { Lot } from '~/office/lot-in-store';
import { typedCelsius } from '~/office/typed-celsius';
import { useLotForm } from '~/office/use-lot-form';
import { useKeepOpened } from '~/offline/page-kept';
import { QueueNotice } from '~/offline/queue-notice';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

export const meta: MetaFunction = ({ params }) => [{ title: `${m.stock_look_title()}: ${params.batch}` }];

export const headers = () => PRIVATE;

export const loader = (args: LoaderFunctionArgs) => lotAtHand(args);

/** Records a look at the lot or at its thermometer; refused, gives the form back as it was filled in. */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const batch = params.batch ?? '';
  const { typed } = await typedIn(request);
  const { key = '', note = '', outcome } = typed;
  const { store } = context.api;
  if (typed.act === 'temperature') {
    const celsius = typedCelsius(typed.celsius);
    const answer = await answered(request, store.readTemperature({ key, batch, celsius }));
    return leadOn(args, `/office/lots/${batch}?done=temperature`, { typed, answer });
  }
  // Neither is for the gate to refuse, beside its field.
  const passed = outcome === 'passed' || outcome === 'failed' ? outcome === 'passed' : (undefined as never);
  const seenHold = typed.seenHold === undefined ? undefined : typed.seenHold || null;
  const answer = await answered(request, store.inspect({ key, batch, passed, note, seenHold }));
  // Told once of what is new, whoever sends it again means it.
  const seen = !answer.ok && answer.error.code === 'lot_failed_meanwhile' ? answer.error.heldReason : null;
  const again = seen === null ? typed : { ...typed, seenHold: seen };
  return leadOn(args, `/office/lots/${batch}?done=inspect`, { typed: again, answer });
}

export default function Look() {
  const { lot, key } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const ofReading = sent?.typed.act === 'temperature';
  const look = useLotForm('look', lot.batch, ofReading ? undefined : sent);
  const reading = useLotForm('temperature', lot.batch, ofReading ? sent : undefined);
  useKeepOpened(key);
  const problem = reading.problem?.above ? reading.problem : look.problem;
  return (
    <LotActPage title={m.stock_look_title()} act="look" lot={lot} problem={problem}>
      <div className="grid gap-10">
        <LookForm lot={lot} formKey={key} {...look} />
        <ReadingForm formKey={key} {...reading} />
      </div>
    </LotActPage>
  );
}

type FormProps = ReturnType<typeof useLotForm> & { formKey: string };

function LookForm({ lot, formKey, queued, typed, beside }: FormProps & { lot: Lot }) {
  return (
    <Form {...queued.form} method="post" noValidate className="grid gap-6">
      <input type="hidden" name="act" value="inspect" />
      <input type="hidden" name="key" value={typed.key || formKey} />
      <input type="hidden" name="seenHold" value={typed.seenHold ?? lot.heldReason ?? ''} />
      <QueueNotice queued={queued} />
      <RadioCards
        legend={m.stock_look_outcome()}
        name="outcome"
        columns={2}
        required
        defaultValue={typed.outcome}
        error={beside.passed}
        choices={[
          { value: 'passed', title: m.stock_look_passed(), sign: 'check' },
          {
            value: 'failed',
            title: m.stock_look_failed(),
            note: m.stock_look_failed_note(),
            sign: 'care',
          },
        ]}
      />
      <Field label={m.stock_look_note()} error={beside.note}>
        <TextInput name="note" autoComplete="off" defaultValue={typed.note} maxLength={300} required />
      </Field>
      <div>
        <Button tall disabled={queued.saving}>
          {m.stock_look_do()}
        </Button>
      </div>
    </Form>
  );
}

function ReadingForm({ formKey, queued, typed, beside }: FormProps) {
  return (
    <Form {...queued.form} method="post" noValidate className="grid gap-4 border-t border-line pt-6">
      <input type="hidden" name="act" value="temperature" />
      <input type="hidden" name="key" value={typed.key || formKey} />
      <QueueNotice queued={queued} />
      <h2 className="text-22">{m.stock_temperature_title()}</h2>
      <Field label={m.stock_temperature()} error={beside.celsius}>
        <NumberInput name="celsius" unit="°C" inputMode="text" defaultValue={typed.celsius} required />
      </Field>
      <div>
        <Button kind="quiet" tall disabled={queued.saving}>
          {m.stock_temperature_do()}
        </Button>
      </div>
    </Form>
  );
}
