import type { ApiInputs, ApiOutputs } from '@baunghe/api';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, Select, TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { RadioCards } from '~/components/radio-cards';
import { formatInstant, formatKilograms } from '~/format';
import { eventWords } from '~/office/event-words';
import { answered, asked } from '~/office/gate-answers.server';
import { leadOn, lotAtHand, typedGrams, typedIn } from '~/office/lot-act.server';
import { LotActPage } from '~/office/lot-act-page';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

type Event = Extract<ApiOutputs['corrections']['ofLot'], { ok: true }>['value'][number];

export const meta: MetaFunction = ({ params }) => [{ title: `${m.stock_events_title()}: ${params.batch}` }];

export const headers = () => PRIVATE;

/** What was recorded about the lot; `?wrong=` names the event that is to be declared wrong. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, params, context } = args;
  const events = await asked(request, context.api.corrections.ofLot({ batch: params.batch ?? '' }));
  const page = await lotAtHand(args);
  const { searchParams } = new URL(request.url);
  const wrong = searchParams.get('wrong');
  return { ...page, events: events.ok ? events.value : [], wrong, done: searchParams.has('done') };
}

/** Declares an event wrong; refused, gives the form back as it was filled in. */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const { typed } = await typedIn(request);
  const right = typed.kg?.trim() ? typedGrams(typed.kg, 'rightGrams') : null;
  const answer = await answered(
    request,
    context.api.corrections.declare({
      key: typed.key ?? '',
      eventId: typed.eventId ?? '',
      // Whatever was sent: the gate says whether it is a reason.
      reason: typed.reason as ApiInputs['corrections']['declare']['reason'],
      words: typed.words ?? '',
      rightGrams: right?.grams ?? null,
      rightEventId: typed.rightEventId || null,
    }),
  );
  const to = `/office/lots/${params.batch}/events?done`;
  return leadOn(args, to, { typed, answer, beside: right?.beside ?? {} });
}

export default function LotEvents() {
  const { lot, events, wrong, key, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const event = events.find(({ id, corrected }) => id === wrong && !corrected);
  return (
    <LotActPage title={m.stock_events_title()} lot={lot} problem={refused?.problem ?? null}>
      <div className="grid gap-8">
        {done && !refused ? <Notice tone="good" title={m.stock_correct_done()} /> : null}
        {event ? (
          <Correct
            event={event}
            events={events}
            formKey={refused?.typed.key || key}
            typed={refused?.typed ?? {}}
            beside={refused?.problem.beside ?? {}}
          />
        ) : (
          <p className="text-muted">{m.stock_events_lead()}</p>
        )}
        <ol className="border-t-2 border-ink">
          {events.map((each) => (
            <EventRow key={each.id} event={each} batch={lot.batch} />
          ))}
        </ol>
      </div>
    </LotActPage>
  );
}

function useTold() {
  const locale = useLocale();
  return ({ bizStep, grams, eventTime }: Event) =>
    [
      eventWords(bizStep),
      ...(grams === null ? [] : [formatKilograms(grams, locale)]),
      formatInstant(eventTime, locale),
    ].join(' · ');
}

function EventRow({ event, batch }: { event: Event; batch: string }) {
  const href = useHref();
  const locale = useLocale();
  const told = useTold();
  const { corrected } = event;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-2">
      <span>
        <span className={corrected ? 'line-through' : 'font-semibold'}>{told(event)}</span>
        {corrected ? (
          <span className="block text-14 text-soil">
            {m.stock_event_corrected({
              at: formatInstant(corrected.at, locale),
              by: corrected.byName ?? m.stock_ledger_nobody(),
              words: corrected.words,
            })}
          </span>
        ) : null}
      </span>
      {corrected ? null : (
        <Link
          to={href(`/office/lots/${batch}/events?wrong=${encodeURIComponent(event.id)}`)}
          className="inline-flex min-h-11 items-center text-soil underline underline-offset-4"
          aria-label={m.stock_correct_this({ event: told(event) })}
        >
          {m.stock_correct()}
        </Link>
      )}
    </li>
  );
}

type CorrectProps = {
  event: Event;
  events: Event[];
  formKey: string;
  typed: Record<string, string>;
  beside: Record<string, string | undefined>;
};

function Correct({ event, events, formKey, typed, beside }: CorrectProps) {
  const told = useTold();
  const later = events.slice(0, events.indexOf(event)).filter(({ corrected }) => !corrected);
  const didNotOccur = { value: 'did_not_occur', title: m.stock_correct_did_not_occur() };
  return (
    <Form method="post" noValidate className="grid gap-6 border-l-4 border-soil pl-4">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="eventId" value={event.id} />
      <h2 className="text-22">{m.stock_correct_title()}</h2>
      <p className="font-semibold">{told(event)}</p>
      <RadioCards
        legend={m.stock_correct_reason()}
        name="reason"
        required
        defaultValue={typed.reason}
        error={beside.reason}
        choices={[
          ...(event.mayNotHaveOccurred
            ? [event.spoiled ? { ...didNotOccur, note: m.stock_correct_gives_back() } : didNotOccur]
            : []),
          { value: 'incorrect_data', title: m.stock_correct_incorrect_data() },
        ]}
      />
      {event.spoiled ? (
        <Field
          label={m.stock_correct_right()}
          hint={m.stock_correct_right_hint()}
          error={beside.rightGrams ?? beside.grams}
          optional
        >
          <NumberInput name="kg" unit="kg" defaultValue={typed.kg} />
        </Field>
      ) : null}
      {later.length > 0 ? (
        <Field label={m.stock_correct_by()} error={beside.rightEventId} optional>
          <EventSelect name="rightEventId" events={later.slice(0, 30)} chosen={typed.rightEventId} />
        </Field>
      ) : null}
      <Field label={m.stock_correct_words()} error={beside.words}>
        <TextInput name="words" autoComplete="off" defaultValue={typed.words} maxLength={300} required />
      </Field>
      <div>
        <Button kind="danger" tall>
          {m.stock_correct_do()}
        </Button>
      </div>
    </Form>
  );
}

function EventSelect({ name, events, chosen }: { name: string; events: Event[]; chosen?: string }) {
  const told = useTold();
  return (
    <Select name={name} defaultValue={chosen ?? ''}>
      <option value="">{m.stock_correct_by_none()}</option>
      {events.map((event) => (
        <option key={event.id} value={event.id}>
          {told(event)}
        </option>
      ))}
    </Select>
  );
}
