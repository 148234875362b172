import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { vietnamDayText } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { NoPlots } from '~/office/no-plots';
import { Orchard } from '~/office/orchard';
import { problemOf } from '~/office/refusals.server';
import { isFromPhone } from '~/offline/is-from-phone.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { HarvestForm } from './harvest-form';
import { readHarvest, tooLarge } from './read-harvest.server';

export const meta: MetaFunction = () => [{ title: m.office_harvest_title() }];

export const headers = () => PRIVATE;

/** The plots that may be chosen, and the days that are today and yesterday in Vietnam, as 2026-11-24. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const plots = await asked(request, context.api.harvests.plots());
  const today = vietnamDayText(context.now);
  const yesterday = vietnamDayText(new Date(context.now.getTime() - 86_400_000));
  return { plots, today, yesterday, key: crypto.randomUUID() };
}

/** Records the harvest and leads to its lot; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const read = await readHarvest(request);
  if (!read) {
    const problem = problemOf(tooLarge(), locale);
    return data({ typed: null, problem }, { status: problem.status, headers: PRIVATE });
  }
  const { typed, entry, beside } = read;
  const recorded = await answered(request, context.api.harvests.record(entry));
  if (recorded.ok) {
    throw redirect(hrefIn(locale, `/office/lots/${recorded.value.batch}?new`), { headers: PRIVATE });
  }
  const again: Record<string, string> =
    entry.photo && !isFromPhone(request) ? { photo: m.office_say_photo_again() } : {};
  const problem = problemOf(recorded.error, locale, beside);
  return data(
    { typed, problem: { ...problem, beside: { ...again, ...problem.beside } } },
    { status: problem.status, headers: PRIVATE },
  );
}

export default function NewHarvest() {
  const { plots, today, yesterday, key } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  if (plots.length === 0) return <NoPlots title={m.office_harvest_title()} />;
  return (
    <Orchard>
      <h1 className="mb-4 text-28">{m.office_harvest_title()}</h1>
      <HarvestForm
        plots={plots}
        days={{ today, yesterday }}
        formKey={answered?.typed?.key || key}
        answered={answered}
      />
    </Orchard>
  );
}
