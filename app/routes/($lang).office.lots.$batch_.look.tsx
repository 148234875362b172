import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { answered } from '~/office/gate-answers.server';
import { leadOn, lotAtHand, typedIn } from '~/office/lot-act.server';
import { LotActPage } from '~/office/lot-act-page';
import { typedCelsius } from '~/office/typed-celsius';
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
  const answer = await answered(request, store.inspect({ key, batch, passed, note }));
  return leadOn(args, `/office/lots/${batch}?done=inspect`, { typed, answer });
}

export default function Look() {
  const { lot, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed = refused?.typed ?? {};
  const beside: Record<string, string | undefined> = refused?.problem.beside ?? {};
  const keyOf = (act: string) => (typed.act === act && typed.key) || key;
  return (
    <LotActPage title={m.stock_look_title()} act="look" lot={lot} problem={refused?.problem ?? null}>
      <div className="grid gap-10">
        <Form method="post" noValidate className="grid gap-6">
          <input type="hidden" name="act" value="inspect" />
          <input type="hidden" name="key" value={keyOf('inspect')} />
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
            <Button tall>{m.stock_look_do()}</Button>
          </div>
        </Form>
        <Form method="post" noValidate className="grid gap-4 border-t border-line pt-6">
          <input type="hidden" name="act" value="temperature" />
          <input type="hidden" name="key" value={keyOf('temperature')} />
          <h2 className="text-22">{m.stock_temperature_title()}</h2>
          <Field label={m.stock_temperature()} error={beside.celsius}>
            <NumberInput name="celsius" unit="°C" inputMode="text" defaultValue={typed.celsius} required />
          </Field>
          <div>
            <Button kind="quiet" tall>
              {m.stock_temperature_do()}
            </Button>
          </div>
        </Form>
      </div>
    </LotActPage>
  );
}
