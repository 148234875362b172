import { kilograms } from '@baunghe/money';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { RadioCards } from '~/components/radio-cards';
import { vietnamDayText } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { nameIn } from '~/name-in';
import { weightWords } from '~/office/field-words.server';
import { answered, asked } from '~/office/gate-answers.server';
import { Orchard } from '~/office/orchard';
import { Select } from '~/office/select';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { farmProblemOf } from '~/orchard/refusals.server';
import { WeekBars, weekWords } from '~/orchard/week-bars';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.farm_forecast_title() }];

export const headers = () => PRIVATE;

const DAY_MS = 86_400_000;
const WEEKS_OFFERED = 12;

/** The weeks beside what came in, and for whoever grows the form to say what is expected. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, now } = context;
  const [weeks, me] = await asked(request, Promise.all([api.forecasts.weeks({}), api.session.me()]));
  const grows = me.kind === 'person' && me.roles.some((role) => role !== 'packer');
  const plots = grows ? await asked(request, api.harvests.plots()) : [];
  const today = new Date(`${vietnamDayText(now)}T00:00:00Z`);
  const monday = new Date(today.getTime() - ((today.getUTCDay() + 6) % 7) * DAY_MS);
  const offered = Array.from(
    { length: WEEKS_OFFERED },
    (_, index) => new Date(monday.getTime() + index * 7 * DAY_MS),
  );
  const saved = new URL(request.url).searchParams.has('saved');
  return { weeks, plots, offered, saved, key: crypto.randomUUID() };
}

/** Keeps what is expected; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const typed = {
    ...{ key: text(form, 'key'), of: text(form, 'of') },
    ...{ monday: text(form, 'monday'), kg: text(form, 'kg') },
  };
  const [plotId = '', varietyCode = ''] = typed.of.split(' ');
  const weight = kilograms(typed.kg);
  const said = await answered(
    request,
    context.api.forecasts.say({
      ...{ key: typed.key, plotId, varietyCode, monday: typed.monday },
      // What is no weight is refused by the gate, with the page's own words beside it.
      grams: weight.ok ? weight.value : -1,
    }),
  );
  if (said.ok) throw redirect(hrefIn(locale, '/office/forecasts?saved'), { headers: PRIVATE });
  const problem = farmProblemOf(said.error, locale);
  const beside = { ...problem.beside, ...(weight.ok ? {} : { grams: weightWords(weight.error) }) };
  return data({ typed, problem: { ...problem, beside } }, { status: problem.status, headers: PRIVATE });
}

export default function Forecasts() {
  const { weeks, plots, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Orchard>
      <PageHeader title={m.farm_forecast_title()} lead={m.farm_forecast_lead()} />
      <div className="grid gap-8">
        {saved && !refused ? <Notice tone="good" title={m.farm_forecast_saved()} /> : null}
        {plots.length > 0 ? <Say /> : null}
        <section>
          <h2 className="mb-2 text-22">{m.farm_forecast_weeks()}</h2>
          <WeekBars weeks={weeks} />
        </section>
      </div>
    </Orchard>
  );
}

function Say() {
  const { plots, offered, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const locale = useLocale();
  const typed = refused?.typed;
  const beside: Record<string, string> = refused?.problem.beside ?? {};
  const choices = plots.flatMap((plot) =>
    plot.varieties.map((variety) => ({
      value: `${plot.id} ${variety.code}`,
      title: `${plot.code} · ${nameIn(variety, locale)}`,
    })),
  );
  return (
    <Form method="post" noValidate className="grid gap-6" key={key}>
      <input type="hidden" name="key" value={typed?.key || key} />
      {refused?.problem.above ? (
        <Notice tone="care" title={refused.problem.above}>
          <SignInElsewhere problem={refused.problem} />
        </Notice>
      ) : null}
      {choices.length > 8 ? (
        <Field label={m.farm_forecast_plot()} error={beside.plotId ?? beside.varietyCode}>
          <Select name="of" required defaultValue={typed?.of}>
            {choices.map(({ value, title }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <RadioCards
          legend={m.farm_forecast_plot()}
          name="of"
          required
          defaultValue={typed?.of ?? choices[0]?.value}
          error={beside.plotId ?? beside.varietyCode}
          choices={choices}
        />
      )}
      <Field label={m.farm_forecast_week()} error={beside.monday}>
        <Select name="monday" required defaultValue={typed?.monday}>
          {offered.map((monday) => (
            <option key={monday.toISOString()} value={monday.toISOString().slice(0, 10)}>
              {weekWords(monday, locale)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={m.farm_forecast_weight()} error={beside.grams}>
        <NumberInput name="kg" unit="kg" required defaultValue={typed?.kg} />
      </Field>
      <Button wide tall>
        {m.farm_catalogue_save()}
      </Button>
    </Form>
  );
}
