import { useRouteLoaderData } from '@remix-run/react';
import type { loader as officeLoader } from '~/routes/($lang).office';

/** Whether this person packs and ships, or reads all that those who do are shown; an accountant does neither. */
export function usePacks(): boolean {
  const may = useRouteLoaderData<typeof officeLoader>('routes/($lang).office');
  return may ? may.sells || may.reads : false;
}
