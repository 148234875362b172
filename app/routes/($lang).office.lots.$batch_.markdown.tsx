import type { ApiInputs } from '@baunghe/api';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { formatDay } from '~/format';
import { answered, asked } from '~/office/gate-answers.server';
import { leadOn, lotAtHand, typedIn } from '~/office/lot-act.server';
import { LotActPage } from '~/office/lot-act-page';
import { LotMarkdownNotice, LotPrices, PastMarkdowns } from '~/office/lot-markdown';
import { wholeNumber } from '~/office/whole-number';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useLocale } from '~/use-locale';

export const meta: MetaFunction = ({ params }) => [
  { title: `${m.markdown_office_title()}: ${params.batch}` },
];

export const headers = () => PRIVATE;

export async function loader(args: LoaderFunctionArgs) {
  const { lot, key } = await lotAtHand(args);
  const { request, context } = args;
  return { lot, key, ...(await asked(request, context.api.markdowns.ofLot({ batch: lot.batch }))) };
}

/** Marks the lot down or ends that; refused, gives the form back as it was filled in. */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const batch = params.batch ?? '';
  const { typed } = await typedIn(request);
  const { key = '', reason = '', lastDay = '' } = typed;
  const { markdowns } = context.api;
  if (typed.act === 'end') {
    const answer = await answered(request, markdowns.end({ key, batch }));
    return leadOn(args, `/office/lots/${batch}?done=markdown_end`, { typed, answer });
  }
  const off = typedOff(typed);
  const answer = await answered(request, markdowns.begin({ key, batch, off, reason, lastDay }));
  return leadOn(args, `/office/lots/${batch}?done=markdown`, { typed, answer });
}

function typedOff({ by, percent, kilo }: Record<string, string>): ApiInputs['markdowns']['begin']['off'] {
  if (by === 'kilogram') return { by: 'kilogram', kiloDong: wholeNumber(kilo) };
  return { by: 'percent', percent: wholeNumber((percent ?? '').replace(/\s*%$/, '')) };
}

export default function MarkDown() {
  const { lot, key, open, all, prices } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem ?? null;
  return (
    <LotActPage title={m.markdown_office_title()} lot={lot} problem={problem}>
      <div className="grid gap-8">
        {open ? (
          <div className="grid gap-4">
            <LotMarkdownNotice markdown={open} />
            <Form method="post">
              <input type="hidden" name="act" value="end" />
              <input type="hidden" name="key" value={key} />
              <p className="mb-2 text-14 text-muted">{m.markdown_end_note()}</p>
              <Button tall>{m.markdown_end()}</Button>
            </Form>
          </div>
        ) : prices.length > 0 ? (
          <NewMarkdown />
        ) : null}
        <LotPrices open={open} prices={prices} />
        <PastMarkdowns all={all} />
      </div>
    </LotActPage>
  );
}

function NewMarkdown() {
  const { lot, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const locale = useLocale();
  const typed = refused?.typed ?? {};
  const beside: Record<string, string | undefined> = refused?.problem.beside ?? {};
  const best = lot.bestBefore.toISOString().slice(0, 10);
  return (
    <Form method="post" noValidate className="grid gap-6">
      <input type="hidden" name="key" value={typed.key || key} />
      <p>{m.markdown_office_lead()}</p>
      <RadioCards
        legend={m.markdown_by()}
        name="by"
        columns={2}
        required
        defaultValue={typed.by ?? 'percent'}
        error={beside.off}
        choices={[
          { value: 'percent', title: m.markdown_by_percent(), note: m.markdown_by_percent_note() },
          { value: 'kilogram', title: m.markdown_by_kilogram(), note: m.markdown_by_kilogram_note() },
        ]}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <Field label={m.markdown_percent()} error={beside['off.percent']} optional>
          <NumberInput name="percent" unit="%" inputMode="numeric" defaultValue={typed.percent} />
        </Field>
        <Field label={m.markdown_kilo()} error={beside['off.kiloDong']} optional>
          <NumberInput name="kilo" unit="₫" inputMode="numeric" defaultValue={typed.kilo} />
        </Field>
      </div>
      <Field label={m.markdown_reason()} hint={m.markdown_reason_hint()} error={beside.reason}>
        <TextInput name="reason" autoComplete="off" defaultValue={typed.reason} maxLength={200} required />
      </Field>
      <Field
        label={m.markdown_last_day()}
        hint={m.markdown_last_day_hint({ day: formatDay(lot.bestBefore, locale) })}
        error={beside.lastDay}
      >
        <TextInput type="date" name="lastDay" defaultValue={typed.lastDay ?? best} max={best} required />
      </Field>
      <div>
        <Button tall>{m.markdown_begin()}</Button>
      </div>
    </Form>
  );
}
