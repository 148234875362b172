import type { ApiOutputs } from '@baunghe/api';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { Orchard } from '~/office/orchard';
import { farmProblemOf } from '~/orchard/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { useHref } from '~/use-locale';
import { PlotForm } from './plot-form';
import { readPlot, typedPlot } from './read-plot.server';

export const meta: MetaFunction = () => [{ title: m.farm_plot_edit() }];

export const headers = () => PRIVATE;

type Context = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>;

/** The plot that the address names; null at `/office/plots/new`. */
async function plotOf(args: Context) {
  const { code } = args.params;
  return code === undefined
    ? null
    : openPlot(await asked(args.request, args.context.api.plots.list({ code })));
}

function openPlot([plot]: ApiOutputs['plots']['list']) {
  if (!plot || plot.closedAt) throw new Response(m.farm_plot_not_found(), { status: 404, headers: PRIVATE });
  return plot;
}

/** The plot as its form shows it. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = args.context;
  const [plots, offers] = await asked(args.request, Promise.all([api.plots.list({}), api.plots.offers()]));
  const { code } = args.params;
  const plot = code === undefined ? null : openPlot(plots.filter((each) => each.code === code));
  const neighbours = plots
    .filter((each) => each !== plot && !each.closedAt && each.outline.length > 0)
    .map((each) => ({ code: each.code, outline: each.outline }));
  if (!plot && !offers.manages) throw new Response(m.office_forbidden(), { status: 403, headers: PRIVATE });
  return { typed: typedPlot(plot), offers, neighbours, isNew: plot === null };
}

/** Keeps the plot, or sends what its grower asks; refused, gives the form back as it was filled in. */
export async function action(args: ActionFunctionArgs) {
  const { request, params, context } = args;
  const locale = localeOf(params);
  const plot = await plotOf(args);
  const { typed, entry } = readPlot(await formOf(request), plot?.id ?? null, plot?.code ?? '');
  const kept = await answered(request, context.api.plots.keep(entry));
  if (kept.ok) {
    const { request: asks } = kept.value;
    const to = asks ? `/office/requests/mine?sent=${asks}` : '/office/plots';
    throw redirect(hrefIn(locale, to), { headers: PRIVATE });
  }
  const problem = farmProblemOf(kept.error, locale);
  return data({ typed, problem }, { status: problem.status, headers: PRIVATE });
}

export default function EditPlot() {
  const { typed, offers, neighbours, isNew } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (isNew && offers.members.length === 0) return <MembersFirst />;
  return (
    <Orchard>
      <PageHeader title={isNew ? m.farm_plots_new() : m.farm_plot_edit()} />
      <PlotForm
        typed={refused?.typed ?? typed}
        offers={offers}
        neighbours={neighbours}
        problem={refused?.problem ?? null}
      />
    </Orchard>
  );
}

function MembersFirst() {
  const href = useHref();
  return (
    <>
      <PageHeader title={m.farm_plots_new()} />
      <EmptyState sign="person" title={m.farm_plots_no_members()} text={m.farm_plots_no_members_text()}>
        <LinkButton to={href('/office/members/new')}>{m.office_first_member()}</LinkButton>
      </EmptyState>
    </>
  );
}
