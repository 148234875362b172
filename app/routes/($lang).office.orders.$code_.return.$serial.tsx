import type { ApiInputs } from '@baunghe/api';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, PhotoInput, TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { RadioCards } from '~/components/radio-cards';
import { formatInstant, formatKilograms } from '~/format';
import { answered, asked } from '~/office/gate-answers.server';
import { leadOn, typedGrams, typedIn } from '~/office/lot-act.server';
import { MoneyOfReturn } from '~/office/money-of-return';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { wholeNumber } from '~/office/whole-number';
import { useKeepOpened } from '~/offline/page-kept';
import { QueueNotice } from '~/offline/queue-notice';
import { StillOnPhone } from '~/offline/still-on-phone';
import { type RefusedForm, useQueuedForm } from '~/offline/use-queued-form';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = ({ params }) => [{ title: `${m.stock_return_title()}: ${params.serial}` }];

export const headers = () => PRIVATE;

/** A box of an order that is on its way or was delivered; 404 for any other. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await asked(request, context.api.officeOrders.one({ code: params.code ?? '' }));
  const order = found.ok ? found.value : null;
  const box = order?.boxes.find(({ serial }) => serial === params.serial);
  if (!order || !box) throw new Response(m.office_order_not_found(), { status: 404, headers: PRIVATE });
  const left = order.state === 'shipped' || order.state === 'delivered';
  return { code: order.code, box, left, key: crypto.randomUUID() };
}

/** Takes the box back; refused, gives the form back as it was filled in. */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const { typed, photo } = await typedIn(request);
  const { grams, beside } = typedGrams(typed.kg);
  const { key = '', boxId = '', reason = '' } = typed;
  // Whatever was sent: the gate says whether it is an outcome.
  const outcome = typed.outcome as 'back_in_store';
  const answer = await answered(
    request,
    context.api.returns.takeBack({
      ...{ key, boxId, grams, outcome, reason, photo },
      photoClaim: typed['photo.sha256'],
      money: typedMoney(typed),
    }),
  );
  return leadOn(args, `/office/orders/${params.code}`, { typed, answer, beside, photo });
}

function typedMoney(typed: Record<string, string>): ApiInputs['returns']['takeBack']['money'] {
  const { money, moneyWhy: why = '' } = typed;
  if (money === 'share') return { kind: 'share' };
  if (money === 'part') return { kind: 'part', amount: wholeNumber(typed.amount), why };
  // Whatever was sent: the gate says whether it is one of the three.
  return { kind: money as 'none', why };
}

export default function Return() {
  const { code, box, left, key } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const of = `${code}/${box.serial}`;
  const queued = useQueuedForm<RefusedForm>({ kind: 'return', of, answered: sent });
  useKeepOpened(key);
  const refused = queued.refused;
  const locale = useLocale();
  const href = useHref();
  const typed = refused?.typed ?? {};
  const beside: Record<string, string | undefined> = refused?.problem.beside ?? {};
  return (
    <div className="max-w-2xl">
      <PageHeader
        title={m.stock_return_title()}
        lead={m.stock_return_lead({ serial: box.serial, grams: formatKilograms(box.grams, locale) })}
      >
        <LinkButton to={href(`/office/orders/${code}`)} kind="quiet">
          {m.stock_return_back()}
        </LinkButton>
      </PageHeader>
      {refused?.problem.above ? (
        <Notice tone="care" title={refused.problem.above}>
          <SignInElsewhere problem={refused.problem} />
        </Notice>
      ) : null}
      {box.returned || !left ? <StillOnPhone kind="return" title={m.offline_return_no_form()} /> : null}
      {box.returned ? (
        <Notice
          tone="plain"
          title={m.stock_say_box_came_back({ at: formatInstant(box.returned.at, locale) })}
        />
      ) : left ? (
        <Form
          {...queued.form}
          method="post"
          encType="multipart/form-data"
          noValidate
          className="mt-6 grid gap-6"
        >
          <input type="hidden" name="key" value={typed.key || key} />
          <QueueNotice queued={queued} />
          <input type="hidden" name="boxId" value={box.id} />
          <Field label={m.stock_return_weight()} error={beside.grams}>
            <NumberInput name="kg" unit="kg" defaultValue={typed.kg} required />
          </Field>
          <RadioCards
            legend={m.stock_return_outcome()}
            name="outcome"
            required
            defaultValue={typed.outcome}
            error={beside.outcome}
            choices={[
              {
                value: 'back_in_store',
                title: m.stock_return_store(),
                note: m.stock_return_store_note({ batch: box.batch }),
                sign: 'basket',
              },
              { value: 'destroyed', title: m.stock_return_destroy(), sign: 'cross' },
            ]}
          />
          <Field label={m.stock_return_why()} error={beside.reason}>
            <TextInput
              name="reason"
              autoComplete="off"
              defaultValue={typed.reason}
              maxLength={200}
              required
            />
          </Field>
          <MoneyOfReturn share={box.share} typed={typed} beside={beside} />
          <Field label={m.stock_photo()} hint={m.stock_photo_hint()} error={beside.photo} optional>
            <PhotoInput name="photo" />
          </Field>
          <div>
            <Button tall disabled={queued.saving}>
              {m.stock_return_do()}
            </Button>
          </div>
        </Form>
      ) : (
        <Notice tone="plain" title={m.stock_return_not_left()} />
      )}
    </div>
  );
}
