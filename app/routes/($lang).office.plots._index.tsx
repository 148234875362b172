import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { formatDay } from '~/format';
import { nameIn } from '~/name-in';
import { asked } from '~/office/gate-answers.server';
import { Orchard } from '~/office/orchard';
import { freeWords } from '~/orchard/free-words';
import { areaWords, type PlotRecord } from '~/orchard/plot-facts';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.farm_plots_title() }];

export const headers = () => PRIVATE;

/** The plots that the person may see, the closed ones last. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api, now } = context;
  const [found, me] = await asked(request, Promise.all([api.plots.list({}), api.session.me()]));
  const plots = [...found.filter((plot) => !plot.closedAt), ...found.filter((plot) => plot.closedAt)];
  const roles = me.kind === 'person' ? me.roles : [];
  return {
    plots,
    manages: roles.includes('manager'),
    staff: roles.some((role) => role !== 'member'),
    today: now,
  };
}

export default function Plots() {
  const { plots, manages, staff, today } = useLoaderData<typeof loader>();
  const href = useHref();
  return (
    <Orchard>
      <PageHeader title={m.farm_plots_title()} lead={m.farm_plots_lead()}>
        {manages ? <LinkButton to={href('/office/plots/new')}>{m.farm_plots_new()}</LinkButton> : null}
      </PageHeader>
      {plots.length > 0 ? (
        <ul className="border-t-2 border-ink">
          {plots.map((plot) => (
            <PlotLine key={plot.id} plot={plot} staff={staff} today={today} />
          ))}
        </ul>
      ) : (
        <EmptyState sign="plot" title={m.farm_plots_none_title()} text={m.farm_plots_none()} />
      )}
      <div className="mt-6 grid gap-3">
        {plots.some(({ closedAt }) => closedAt === null) ? (
          <LinkButton to={href('/office/plots/signs.pdf')} reloadDocument wide tall kind="quiet">
            {m.farm_signs_print()}
          </LinkButton>
        ) : null}
        <LinkButton to={href('/office/catalogue')} wide tall kind="quiet">
          {m.farm_catalogue_title()}
        </LinkButton>
        <LinkButton to={href('/office/lab')} wide tall kind="quiet">
          {m.farm_lab_title()}
        </LinkButton>
        <LinkButton to={href('/office/forecasts')} wide tall kind="quiet">
          {m.farm_forecast_title()}
        </LinkButton>
        {staff ? (
          <LinkButton to={href('/office/certificates')} wide tall kind="quiet">
            {m.farm_cert_title()}
          </LinkButton>
        ) : null}
      </div>
    </Orchard>
  );
}

function PlotLine({ plot, staff, today }: { plot: PlotRecord; staff: boolean; today: Date }) {
  const href = useHref();
  const locale = useLocale();
  return (
    <li className="border-b border-line">
      <Link to={href(`/office/plots/${plot.code}`)} className="grid min-h-14 gap-1 py-3 hover:bg-leaf/50">
        <span className="flex flex-wrap items-center justify-between gap-2">
          <span className="font-semibold underline underline-offset-4">{`${plot.code} · ${plot.name}`}</span>
          <span>{areaWords(plot.areaM2, locale)}</span>
        </span>
        {staff ? <span>{plot.memberName}</span> : null}
        <span>{plot.trees.map((trees) => nameIn(trees, locale)).join(', ')}</span>
        {plot.closedAt ? (
          <span>
            <Badge tone="plain">{m.farm_plot_closed_on({ day: formatDay(plot.closedAt, locale) })}</Badge>
          </span>
        ) : (
          <span className={plot.notBefore ? 'font-semibold text-soil' : ''}>
            {freeWords(plot.code, plot.notBefore, today, locale)}
          </span>
        )}
      </Link>
    </li>
  );
}
