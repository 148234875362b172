import type { LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { PageHeader } from '~/components/page-header';
import { asked } from '~/office/gate-answers.server';
import { LabList } from '~/orchard/lab-list';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.farm_lab_title() }];

export const headers = () => PRIVATE;

/** The results that the person may read, the newest first. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = context;
  const [results, me] = await asked(request, Promise.all([api.lab.results({}), api.session.me()]));
  return { results, manages: me.kind === 'person' && me.roles.includes('manager') };
}

export default function LabResults() {
  const { results, manages } = useLoaderData<typeof loader>();
  const href = useHref();
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={m.farm_lab_title()} lead={m.farm_lab_lead()}>
        {manages ? <LinkButton to={href('/office/lab/new')}>{m.farm_lab_new()}</LinkButton> : null}
      </PageHeader>
      <LabList results={results} recalls={manages} />
    </div>
  );
}
