import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, type MetaFunction, useLoaderData } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';
import { PageHeader } from '~/components/page-header';
import { asked } from '~/office/gate-answers.server';
import { Orchard } from '~/office/orchard';
import { Select } from '~/office/select';
import { DiaryList } from '~/orchard/diary-list';
import { FreeNotice } from '~/orchard/free-words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.farm_diary_title() }];

export const headers = () => PRIVATE;

/** The diary of the plot that `?plot=` names by its code, or of all plots that the person may read. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { api } = context;
  const me = await asked(request, api.session.me());
  const writes = me.kind === 'person' && me.roles.some((role) => role !== 'packer');
  const plots = writes ? await asked(request, api.harvests.plots()) : [];
  const code = new URL(request.url).searchParams.get('plot') ?? '';
  const plot = plots.find((each) => each.code === code) ?? null;
  const entries = await asked(request, api.diary.entries({ plotId: plot?.id ?? null }));
  return { plots, plot, entries, writes, today: context.now };
}

export default function Diary() {
  const { plots, plot, entries, writes, today } = useLoaderData<typeof loader>();
  const href = useHref();
  const write = plot ? `/office/diary/new?plot=${plot.code}` : '/office/diary/new';
  return (
    <Orchard>
      <PageHeader title={m.farm_diary_title()} lead={m.farm_diary_lead()} />
      <div className="grid gap-6">
        {writes ? (
          <LinkButton to={href(write)} wide tall>
            {m.farm_diary_new_title()}
          </LinkButton>
        ) : null}
        {plots.length > 1 ? <WhichPlot plots={plots} chosen={plot?.code ?? ''} /> : null}
        {plot ? <FreeNotice plot={plot.code} notBefore={plot.notBefore} today={today} /> : null}
        {entries.length > 0 ? (
          <DiaryList entries={entries} today={today} plots={!plot} />
        ) : (
          <EmptyState sign="book" title={m.farm_diary_empty_title()} text={m.farm_diary_empty()} />
        )}
        <div className="grid gap-3">
          <LinkButton to={href('/office/catalogue')} wide tall kind="quiet">
            {m.farm_catalogue_title()}
          </LinkButton>
          {writes ? (
            <LinkButton to={href('/office/imports/new?kind=diary')} wide tall kind="quiet">
              {m.farm_import_title_diary()}
            </LinkButton>
          ) : null}
        </div>
      </div>
    </Orchard>
  );
}

function WhichPlot({ plots, chosen }: { plots: { code: string; name: string }[]; chosen: string }) {
  return (
    <Form method="get" className="flex flex-wrap items-end gap-3">
      <div className="grow">
        <Field label={m.office_lot_col_plot()}>
          <Select key={chosen} name="plot" defaultValue={chosen}>
            <option value="">{m.farm_diary_plot_all()}</option>
            {plots.map(({ code, name }) => (
              <option key={code} value={code}>{`${code} · ${name}`}</option>
            ))}
          </Select>
        </Field>
      </div>
      <Button kind="quiet" tall>
        {m.farm_diary_show()}
      </Button>
    </Form>
  );
}
