import { useRouteLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import * as m from '~/paraglide/messages.js';
import type { loader as officeLoader } from '~/routes/($lang).office';
import { useHref } from '~/use-locale';

/** The way from a lot to what the State's trace system gets of it, for the manager alone. */
export function ToTheState({ batch }: { batch: string }) {
  const href = useHref();
  const manages = useRouteLoaderData<typeof officeLoader>('routes/($lang).office')?.manages ?? false;
  if (!manages) return null;
  return (
    <LinkButton to={href(`/office/lots/${batch}/state`)} kind="quiet" wide tall>
      {m.office_state_title()}
    </LinkButton>
  );
}
