import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { Orchard } from '~/office/orchard';
import { farmProblemOf } from '~/orchard/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { PlotForm } from './plot-form';
import { readPlot, typedPlot } from './read-plot.server';

export const meta: MetaFunction = () => [{ title: m.farm_plot_edit() }];

export const headers = () => PRIVATE;

type Context = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>;

/** The plot that the address names; null at `/office/plots/new`. */
async function plotOf({ request, params, context }: Context) {
  if (params.code === undefined) return null;
  const [plot] = await asked(request, context.api.plots.list({ code: params.code }));
  if (!plot || plot.closedAt) throw new Response(m.farm_plot_not_found(), { status: 404, headers: PRIVATE });
  return plot;
}

/** The plot as its form shows it. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = args.context;
  const [plot, offers] = await Promise.all([plotOf(args), asked(args.request, api.plots.offers())]);
  if (!plot && offers.members.length === 0)
    throw new Response(m.office_forbidden(), { status: 403, headers: PRIVATE });
  return { typed: typedPlot(plot), offers, isNew: plot === null };
}

/** Keeps the plot and leads to its page; refused, gives the form back as it was filled in. */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const locale = localeOf(params);
  const plot = await plotOf(args);
  const { typed, entry } = readPlot(await formOf(request), plot?.id ?? null, plot?.code ?? '');
  const kept = await answered(request, context.api.plots.keep(entry));
  if (kept.ok) {
    throw redirect(hrefIn(locale, '/office/plots'), { headers: PRIVATE });
  }
  const problem = farmProblemOf(kept.error, locale);
  return data({ typed, problem }, { status: problem.status, headers: PRIVATE });
}

export default function EditPlot() {
  const { typed, offers, isNew } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Orchard>
      <PageHeader title={isNew ? m.farm_plots_new() : m.farm_plot_edit()} />
      <PlotForm typed={refused?.typed ?? typed} offers={offers} problem={refused?.problem ?? null} />
    </Orchard>
  );
}
