import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { MapSketch } from '~/components/map-sketch';
import { Notice } from '~/components/notice';
import { formatDay } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { Orchard } from '~/office/orchard';
import { RecallFromHere } from '~/office/recall/recall-from-here';
import { DiaryList } from '~/orchard/diary-list';
import { FreeNotice } from '~/orchard/free-words';
import { LabList } from '~/orchard/lab-list';
import { PlotFacts } from '~/orchard/plot-facts';
import { farmProblemOf } from '~/orchard/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${m.farm_plot_kind()} ${data.plot.code}` : m.farm_plots_title() },
];

export const headers = () => PRIVATE;

/** One plot with the last of its diary and its laboratory results; 404 for one that the person may not see. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { api } = context;
  const code = params.code ?? '';
  const [[plot], me] = await asked(request, Promise.all([api.plots.list({ code }), api.session.me()]));
  if (!plot) throw new Response(m.farm_plot_not_found(), { status: 404, headers: PRIVATE });
  const roles = me.kind === 'person' ? me.roles : [];
  const [entries, results] = await asked(
    request,
    Promise.all([api.diary.entries({ plotId: plot.id }), api.lab.results({ plotId: plot.id })]),
  );
  return {
    ...{ plot, entries: entries.slice(0, 8), results, today: context.now, key: crypto.randomUUID() },
    grows: roles.some((role) => role !== 'packer'),
    manages: roles.includes('manager'),
  };
}

/** Closes the plot. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const asking = context.api.plots.close({ key: text(form, 'key'), id: text(form, 'id') });
  const closed = await answered(request, asking);
  if (closed.ok) throw redirect(hrefIn(locale, '/office/plots'), { headers: PRIVATE });
  const problem = farmProblemOf(closed.error, locale);
  const said = problem.above ?? Object.values(problem.beside)[0] ?? '';
  return data({ said }, { status: problem.status, headers: PRIVATE });
}

export default function PlotPage() {
  const { plot, entries, results, today, key, grows, manages } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const href = useHref();
  const locale = useLocale();
  const open = plot.closedAt === null;
  return (
    <Orchard>
      <div className="grid gap-6">
        <h1 className="text-28">{`${m.farm_plot_kind()} ${plot.code} · ${plot.name}`}</h1>
        {refused ? <Notice tone="care" title={refused.said} /> : null}
        {plot.closedAt ? (
          <Notice tone="plain" title={m.farm_plot_closed_on({ day: formatDay(plot.closedAt, locale) })} />
        ) : (
          <FreeNotice plot={plot.code} notBefore={plot.notBefore} today={today} />
        )}
        {plot.outline.length > 0 ? (
          <MapSketch ring={plot.outline} label={m.farm_plot_outline_of({ plot: plot.code })} />
        ) : (
          <p className="text-muted">{m.farm_plot_outline_none()}</p>
        )}
        <PlotFacts plot={plot} />
        {grows && open ? (
          <div className="grid gap-3">
            <LinkButton to={href(`/office/diary/new?plot=${plot.code}`)} wide tall>
              {m.farm_diary_new_title()}
            </LinkButton>
            <LinkButton to={href(`/office/plots/${plot.code}/edit`)} wide tall kind="quiet">
              {m.farm_plot_edit()}
            </LinkButton>
          </div>
        ) : null}
        {open ? (
          <LinkButton
            to={href(`/office/plots/signs.pdf?plot=${plot.code}`)}
            reloadDocument
            wide
            tall
            kind="quiet"
          >
            {m.farm_sign_print()}
          </LinkButton>
        ) : null}
        {manages ? <RecallFromHere kind="plot" id={plot.id} tall /> : null}
        {manages && open ? (
          <LinkButton to={href(`/office/plots/${plot.code}/story`)} wide tall kind="quiet">
            {m.finding_story_title()}
          </LinkButton>
        ) : null}
        <section>
          <h2 className="mb-2 text-22">{m.farm_diary_title()}</h2>
          <DiaryList entries={entries} today={today} />
          <LinkButton to={href(`/office/diary?plot=${plot.code}`)} kind="quiet" wide tall className="mt-3">
            {m.farm_diary_show()}
          </LinkButton>
        </section>
        <section>
          <h2 className="mb-2 text-22">{m.farm_lab_title()}</h2>
          <LabList results={results} recalls={manages} />
          {manages ? (
            <LinkButton
              to={href(`/office/lab/new?plot=${plot.code}`)}
              kind="quiet"
              wide
              tall
              className="mt-3"
            >
              {m.farm_lab_new()}
            </LinkButton>
          ) : null}
        </section>
        {manages && open ? (
          <Form method="post" className="grid gap-3 border-t-2 border-ink pt-4">
            <input type="hidden" name="key" value={key} />
            <input type="hidden" name="id" value={plot.id} />
            <p>{m.farm_plot_close_text()}</p>
            <Button kind="danger" tall>
              {m.farm_plot_close()}
            </Button>
          </Form>
        ) : null}
      </div>
    </Orchard>
  );
}
