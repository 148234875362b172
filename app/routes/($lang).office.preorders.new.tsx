import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, Select, TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { RadioCards } from '~/components/radio-cards';
import { vietnamDayText } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { nameIn } from '~/name-in';
import { answered, asked } from '~/office/gate-answers.server';
import { ruleName } from '~/office/offer-in-office';
import { problemOf } from '~/office/refusals.server';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { typedIn } from '~/office/typed-listing.server';
import { wholeNumber } from '~/office/whole-number';
import { weekWords } from '~/orchard/week-bars';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { ruleWords } from '~/shop/ahead/rule-words';
import { useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.preorders_new_title() }];

export const headers = () => PRIVATE;

const DAY_MS = 86_400_000;
const WEEKS_OFFERED = 26;
/** What this form's figures should be: elsewhere the same codes stand for other figures. */
const FIGURES: Record<string, () => string> = {
  price: m.preorders_say_price,
  depositPercent: m.preorders_say_percent,
  forecastPercent: m.preorders_say_percent,
};
const RULES = ['oldest_first', 'pro_rata'] as const;

/** What can be offered, and the weeks from the next one on. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { listings, preorders } = context.api;
  const [{ products }, { hasBank }] = await asked(
    request,
    Promise.all([listings.all(), preorders.inOffice()]),
  );
  const today = new Date(`${vietnamDayText(context.now)}T00:00:00Z`);
  const monday = +today - ((today.getUTCDay() + 6) % 7) * DAY_MS;
  const weeks = Array.from({ length: WEEKS_OFFERED }, (_, index) => new Date(monday + index * 7 * DAY_MS));
  const known = products.filter(({ listed, mostGrams }) => listed && mostGrams === null);
  return { products: known, hasBank, weeks, key: crypto.randomUUID() };
}

/** Offers the week; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const typed = await typedIn(request);
  const answer = await answered(
    request,
    context.api.preorders.open({
      ...{ key: typed.key ?? '', productId: typed.productId ?? '' },
      ...{ week: typed.week ?? '', lastDay: typed.lastDay ?? '' },
      price: wholeNumber(typed.price),
      depositPercent: wholeNumber(typed.depositPercent),
      forecastPercent: wholeNumber(typed.forecastPercent),
      // Whatever was sent: the gate says whether it is a rule.
      rule: typed.rule as (typeof RULES)[number],
    }),
  );
  if (answer.ok)
    throw redirect(hrefIn(locale, `/office/preorders/${answer.value.offerId}?done=open`), {
      headers: PRIVATE,
    });
  const said = problemOf(answer.error, locale);
  const own = Object.entries(FIGURES).filter(([name]) => said.beside[name]);
  const beside = { ...said.beside, ...Object.fromEntries(own.map(([name, words]) => [name, words()])) };
  const problem = { ...said, beside };
  return data({ typed, problem }, { status: problem.status, headers: PRIVATE });
}

export default function OpenOffer() {
  const { products, hasBank, weeks, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const beforeNextWeek = new Date(+(weeks[1] ?? 0) - DAY_MS).toISOString().slice(0, 10);
  const typed: Record<string, string> = refused?.typed ?? {
    ...{ key, rule: 'oldest_first', depositPercent: '30', forecastPercent: '70' },
    ...{ week: weeks[1]?.toISOString().slice(0, 10) ?? '', lastDay: beforeNextWeek },
  };
  const problem = refused?.problem ?? null;
  const beside = problem?.beside ?? {};
  return (
    <>
      <PageHeader title={m.preorders_new_title()} lead={m.preorders_office_lead()} />
      {hasBank ? null : (
        <Notice tone="care" title={m.preorders_no_bank_title()}>
          {m.preorders_no_bank_text()}
        </Notice>
      )}
      <Form method="post" noValidate className="mt-6 grid max-w-3xl gap-6">
        <input type="hidden" name="key" value={typed.key || key} />
        {problem?.above ? (
          <Notice tone="care" title={problem.above}>
            <SignInElsewhere problem={problem} />
          </Notice>
        ) : null}
        <FruitAndWeek products={products} weeks={weeks} typed={typed} beside={beside} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={m.preorders_field_last_day()} error={beside.lastDay}>
            <TextInput type="date" name="lastDay" defaultValue={typed.lastDay} required />
          </Field>
          <Field label={m.preorders_field_price()} error={beside.price}>
            <NumberInput name="price" unit="₫" inputMode="numeric" defaultValue={typed.price} required />
          </Field>
          <Field
            label={m.preorders_field_deposit()}
            hint={m.preorders_field_deposit_hint()}
            error={beside.depositPercent}
          >
            <NumberInput name="depositPercent" unit="%" defaultValue={typed.depositPercent} required />
          </Field>
          <Field
            label={m.preorders_field_forecast()}
            hint={m.preorders_field_forecast_hint()}
            error={beside.forecastPercent}
          >
            <NumberInput name="forecastPercent" unit="%" defaultValue={typed.forecastPercent} required />
          </Field>
        </div>
        <RadioCards
          legend={m.preorders_field_rule()}
          name="rule"
          required
          defaultValue={typed.rule}
          error={beside.rule}
          choices={RULES.map((rule) => ({ value: rule, title: ruleName(rule), note: ruleWords(rule) }))}
        />
        <div>
          <Button>{m.preorders_new_do()}</Button>
        </div>
      </Form>
    </>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type FruitAndWeekProps = Pick<Loaded, 'products' | 'weeks'> &
  Record<'typed' | 'beside', Record<string, string>>;

/** Which product is offered, and of which week. */
function FruitAndWeek({ products, weeks, typed, beside }: FruitAndWeekProps) {
  const locale = useLocale();
  return (
    <>
      <Field label={m.preorders_field_fruit()} hint={m.preorders_field_fruit_hint()} error={beside.productId}>
        <Select name="productId" required defaultValue={typed.productId}>
          {products.map((product) => (
            <option key={product.id} value={product.id}>
              {nameIn(product, locale)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={m.preorders_which_week()} error={beside.week}>
        <Select name="week" required defaultValue={typed.week}>
          {weeks.map((monday) => (
            <option key={monday.toISOString()} value={monday.toISOString().slice(0, 10)}>
              {weekWords(monday, locale)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}
