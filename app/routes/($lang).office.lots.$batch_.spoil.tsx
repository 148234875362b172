import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, PhotoInput, TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { answered } from '~/office/gate-answers.server';
import { leadOn, lotAtHand, typedGrams, typedIn } from '~/office/lot-act.server';
import { LotActPage } from '~/office/lot-act-page';
import { causeWords, SPOIL_CAUSES, type SpoilCause } from '~/office/spoil-words';
import { useLotForm } from '~/office/use-lot-form';
import { useKeepOpened } from '~/offline/page-kept';
import { QueueNotice } from '~/offline/queue-notice';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

export const meta: MetaFunction = ({ params }) => [{ title: `${m.stock_spoil_title()}: ${params.batch}` }];

export const headers = () => PRIVATE;

export const loader = (args: LoaderFunctionArgs) => lotAtHand(args);

/** Writes spoiled fruit off; refused, gives the form back as it was filled in. */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const batch = params.batch ?? '';
  const { typed, photo } = await typedIn(request);
  const { grams, beside } = typedGrams(typed.kg);
  const { key = '', words = null } = typed;
  // Whatever was sent: the gate says whether it is a cause.
  const cause = typed.cause as SpoilCause;
  const entry = { key, batch, grams, cause, words, photo, photoClaim: typed['photo.sha256'] };
  const answer = await answered(request, context.api.store.spoil(entry));
  return leadOn(args, `/office/lots/${batch}?done=spoil`, { typed, answer, beside, photo });
}

export default function Spoil() {
  const { lot, key } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { queued, typed, beside, problem } = useLotForm('spoil', lot.batch, sent);
  useKeepOpened(key);
  return (
    <LotActPage title={m.stock_spoil_title()} act="spoil" lot={lot} problem={problem}>
      <Form {...queued.form} method="post" encType="multipart/form-data" noValidate className="grid gap-6">
        <input type="hidden" name="key" value={typed.key || key} />
        <QueueNotice queued={queued} />
        <Field label={m.stock_spoil_weight()} error={beside.grams}>
          <NumberInput name="kg" unit="kg" defaultValue={typed.kg} required />
        </Field>
        <RadioCards
          legend={m.stock_spoil_cause()}
          name="cause"
          columns={2}
          required
          defaultValue={typed.cause}
          error={beside.cause}
          choices={SPOIL_CAUSES.map((value) => ({ value, title: causeWords(value) }))}
        />
        <Field label={m.stock_spoil_words()} hint={m.stock_spoil_words_hint()} error={beside.words} optional>
          <TextInput name="words" autoComplete="off" defaultValue={typed.words} maxLength={200} />
        </Field>
        <Field label={m.stock_photo()} hint={m.stock_photo_hint()} error={beside.photo} optional>
          <PhotoInput name="photo" />
        </Field>
        <div>
          <Button kind="danger" tall disabled={queued.saving}>
            {m.stock_spoil_do()}
          </Button>
        </div>
      </Form>
    </LotActPage>
  );
}
