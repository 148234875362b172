import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { RadioCards } from '~/components/radio-cards';
import { answered, asked } from '~/office/gate-answers.server';
import { leadOn, lotAtHand, typedIn } from '~/office/lot-act.server';
import { LotActPage } from '~/office/lot-act-page';
import type { Lot } from '~/office/lot-in-store';
import { useLotForm } from '~/office/use-lot-form';
import { useKeepOpened } from '~/offline/page-kept';
import { QueueNotice } from '~/offline/queue-notice';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

export const meta: MetaFunction = ({ params }) => [{ title: `${m.stock_place_title()}: ${params.batch}` }];

export const headers = () => PRIVATE;

/** The lot and the places; a manager may add one. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const lot = await lotAtHand(args);
  const me = await asked(request, context.api.session.me());
  const manages = me.kind === 'person' && me.roles.includes('manager');
  return { ...lot, manages, added: new URL(request.url).searchParams.has('added') };
}

/** Brings the lot to a place, or adds a place; refused, gives the form back as it was filled in. */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const batch = params.batch ?? '';
  const { typed } = await typedIn(request);
  const { key = '', code = '', name = '', placeCode = '' } = typed;
  const { store } = context.api;
  if (typed.act === 'add') {
    const answer = await answered(request, store.addPlace({ key, code, name }));
    return leadOn(args, `/office/lots/${batch}/place?added`, { typed, answer });
  }
  const seenPlace = typed.seenPlace === undefined ? undefined : typed.seenPlace || null;
  const answer = await answered(request, store.move({ key, batch, placeCode, seenPlace }));
  // Told once of what is new, whoever sends it again means it.
  const seen = !answer.ok && answer.error.code === 'lot_moved_meanwhile' ? answer.error.place.code : null;
  const again = seen === null ? typed : { ...typed, seenPlace: seen };
  return leadOn(args, `/office/lots/${batch}?done=move`, { typed: again, answer });
}

export default function Place() {
  const { lot, places, key, manages, added } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const refusedPlace = sent?.typed.act === 'add' ? sent : null;
  const moving = useLotForm('place', lot.batch, refusedPlace ? undefined : sent);
  useKeepOpened(key);
  const problem = refusedPlace?.problem ?? moving.problem;
  return (
    <LotActPage title={m.stock_place_title()} act="place" lot={lot} problem={problem}>
      <div className="grid gap-8">
        {added && !problem ? <Notice tone="good" title={m.stock_place_added()} /> : null}
        {places.length === 0 ? (
          <Notice tone="plain" title={m.stock_place_none()} />
        ) : (
          <MoveForm lot={lot} places={places} formKey={key} {...moving} />
        )}
        {manages ? (
          <AddPlace
            open={refusedPlace !== null || places.length === 0}
            formKey={key}
            typed={refusedPlace?.typed ?? {}}
            beside={refusedPlace?.problem.beside ?? {}}
          />
        ) : null}
      </div>
    </LotActPage>
  );
}

type MoveFormProps = ReturnType<typeof useLotForm> & {
  lot: Lot;
  places: ReturnType<typeof useLoaderData<typeof loader>>['places'];
  formKey: string;
};

function MoveForm({ lot, places, formKey, queued, typed, beside }: MoveFormProps) {
  return (
    <Form {...queued.form} method="post" noValidate className="grid gap-6">
      <input type="hidden" name="key" value={typed.key || formKey} />
      <input type="hidden" name="seenPlace" value={typed.seenPlace ?? lot.place?.code ?? ''} />
      <QueueNotice queued={queued} />
      <RadioCards
        legend={m.stock_place_where()}
        name="placeCode"
        columns={2}
        required
        defaultValue={typed.placeCode ?? lot.place?.code}
        error={beside.placeCode}
        choices={places.map(({ code, name }) => ({
          value: code,
          title: name,
          note: code === lot.place?.code ? m.stock_place_here({ code }) : code,
        }))}
      />
      <div>
        <Button tall disabled={queued.saving}>
          {m.stock_place_do()}
        </Button>
      </div>
    </Form>
  );
}

type AddPlaceProps = {
  open: boolean;
  formKey: string;
  typed: Record<string, string>;
  beside: Record<string, string | undefined>;
};

function AddPlace({ open, formKey, typed, beside }: AddPlaceProps) {
  return (
    <details open={open} className="border-t border-line pt-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold underline underline-offset-4">
        {m.stock_place_add()}
      </summary>
      <Form method="post" noValidate className="mt-3 grid gap-4">
        <input type="hidden" name="act" value="add" />
        <input type="hidden" name="key" value={typed.key || formKey} />
        <Field label={m.stock_place_code()} hint={m.stock_place_code_hint()} error={beside.code}>
          <TextInput name="code" autoComplete="off" defaultValue={typed.code} maxLength={12} required />
        </Field>
        <Field label={m.stock_place_name()} error={beside.name}>
          <TextInput name="name" autoComplete="off" defaultValue={typed.name} maxLength={60} required />
        </Field>
        <div>
          <Button kind="quiet">{m.stock_place_add_do()}</Button>
        </div>
      </Form>
    </details>
  );
}
