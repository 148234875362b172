import { useRouteLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import * as m from '~/paraglide/messages.js';
import type { loader as officeLoader } from '~/routes/($lang).office';
import { useHref } from '~/use-locale';

/** In place of a form that needs a plot: a manager is led to add one, a grower to ask a manager. */
export function NoPlots({ title }: { title: string }) {
  const href = useHref();
  const manages = useRouteLoaderData<typeof officeLoader>('routes/($lang).office')?.manages ?? false;
  const text = manages ? m.office_harvest_no_plots_manager() : m.office_harvest_no_plots();
  return (
    <>
      <PageHeader title={title} />
      <EmptyState sign="plot" title={m.office_harvest_no_plots_title()} text={text}>
        {manages ? <LinkButton to={href('/office/plots/new')}>{m.farm_plots_new()}</LinkButton> : null}
      </EmptyState>
    </>
  );
}
