import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, type MetaFunction, useActionData, useLoaderData, useLocation } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { batchesIn } from '~/office/recall/batches-in';
import { DrillForm } from '~/office/recall/drill-form';
import { FruitBar } from '~/office/recall/fruit-bar';
import { ReachGraph } from '~/office/recall/reach-graph';
import { ReachLists, WayAsList } from '~/office/recall/reach-lists';
import { RecallList } from '~/office/recall/recall-list';
import { partsOf, type Reached, type SourceKind, sourceKindWords } from '~/office/recall/recall-words';
import { StartForm, type StartTyped } from '~/office/recall/start-form';
import { problemOf } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.recall_title() }];

export const headers = () => PRIVATE;

/** What a text names, what that reached, and the recalls that were. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { recalls, session } = context.api;
  const { searchParams } = new URL(request.url);
  const q = (searchParams.get('q') ?? '').slice(0, 400);
  const [kind, id] = [searchParams.get('kind'), searchParams.get('id')];
  const found = q === '' || kind ? [] : await asked(request, recalls.find({ text: q }));
  const chosen = kind && id ? { kind: kind as SourceKind, id } : found.length === 1 ? found[0] : undefined;
  const after = (name: string) => searchParams.get(name)?.slice(0, 64) ?? null;
  const pages = {
    lotsAfter: after('lotsAfter'),
    ordersAfter: after('ordersAfter'),
    touchedAfter: after('touchedAfter'),
  };
  const reach = chosen
    ? await asked(request, recalls.reach({ kind: chosen.kind, id: chosen.id, ...pages }))
    : null;
  const me = await asked(request, session.me());
  return {
    ...(await asked(request, recalls.list({ after: after('recallsAfter') }))),
    q,
    found,
    reach: reach?.ok ? reach.value : null,
    manages: me.kind === 'person' && me.roles.includes('manager'),
    formKey: crypto.randomUUID(),
    drillKey: crypto.randomUUID(),
  };
}

/** Starts a recall or a drill, or shows the message first; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const { recalls } = context.api;
  const [key, reason, act] = [text(form, 'key'), text(form, 'reason'), text(form, 'act')];
  if (act === 'drill') {
    const batch = text(form, 'batch');
    const answer = await answered(request, recalls.drill({ key, batch, reason }));
    if (answer.ok)
      throw redirect(hrefIn(locale, `/office/recall/${answer.value.code}`), { headers: PRIVATE });
    const problem = problemOf(answer.error, locale, {});
    return data(
      { drill: { batch, reason, problem }, start: null },
      { status: problem.status, headers: PRIVATE },
    );
  }
  const ticked = form.getAll('batch').map(String);
  const [severity, advice, more] = [text(form, 'severity'), text(form, 'advice'), text(form, 'more')];
  const all = text(form, 'all') === 'yes';
  const ordered = text(form, 'ordered');
  const typed = { reason, severity, advice, ordered, batches: ticked, all, more };
  const said = { reason, advice: advice as 'discard' };
  if (act === 'preview') {
    const answer = await answered(
      request,
      recalls.preview(said).then((value) => ({ ok: true, value }) as const),
    );
    const problem = answer.ok ? null : problemOf(answer.error, locale, {});
    const start: StartTyped = { ...typed, problem, preview: answer.ok ? answer.value : null };
    return data({ drill: null, start }, { status: problem?.status ?? 200, headers: PRIVATE });
  }
  const source = text(form, 'source');
  const batches = [...new Set([...ticked, ...batchesIn(more)])];
  const from = { kind: text(form, 'kind') as SourceKind, id: text(form, 'id') };
  const lots = { batches, all: all ? from : null };
  const answer = await answered(
    request,
    recalls.start({ key, ...said, ...lots, severity: severity as 'first', source, ordered }),
  );
  if (answer.ok)
    throw redirect(hrefIn(locale, `/office/recall/${answer.value.code}?done=start`), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale, {});
  const start: StartTyped = { ...typed, problem, preview: null };
  return data({ drill: null, start }, { status: problem.status, headers: PRIVATE });
}

export default function RecallPage() {
  const { q, found, reach, recalls, perPage, drill, manages, formKey, drillKey } =
    useLoaderData<typeof loader>();
  const typed = useActionData<typeof action>() ?? null;
  const href = useHref();
  return (
    <>
      <PageHeader title={m.recall_title()} lead={m.recall_lead()} />
      <div className="grid gap-10">
        <Form method="get" action={href('/office/recall')} role="search" className="grid max-w-2xl gap-3">
          <Field label={m.recall_search()} hint={m.recall_search_hint()}>
            <TextInput name="q" defaultValue={q || reach?.source.name} maxLength={400} autoComplete="off" />
          </Field>
          <div>
            <Button>{m.recall_search_do()}</Button>
          </div>
        </Form>
        {q !== '' && !reach ? <Found found={found} /> : null}
        {reach ? (
          <Answer reach={reach} start={manages ? { formKey, typed: typed?.start ?? null } : null} />
        ) : null}
        <RecallList rows={recalls} perPage={perPage} />
        {manages ? <DrillForm drill={drill} formKey={drillKey} typed={typed?.drill ?? null} /> : null}
      </div>
    </>
  );
}

/** Nothing, or several things to choose from. */
function Found({ found }: { found: { kind: SourceKind; id: string; name: string }[] }) {
  const href = useHref();
  if (found.length === 0) return <Notice tone="plain" title={m.recall_found_none()} />;
  return (
    <section>
      <p className="font-semibold">{m.recall_found_many()}</p>
      <ul>
        {found.map(({ kind, id, name }) => (
          <li key={kind + id}>
            <Link
              to={href(`/office/recall?${new URLSearchParams({ kind, id })}`)}
              className="inline-flex min-h-11 items-center text-rind underline underline-offset-4"
            >
              {sourceKindWords(kind)}: {name}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Start = { formKey: string; typed: StartTyped | null };

function Answer({ reach, start }: { reach: Reached; start: Start | null }) {
  const href = useHref();
  const { search } = useLocation();
  const { kind, id } = reach.source;
  const name = `${sourceKindWords(kind)} ${reach.source.name}`;
  const more = (list: string, after: string) => {
    const params = new URLSearchParams(search);
    params.delete('q');
    for (const [key, value] of Object.entries({ kind, id, [list]: after })) params.set(key, value);
    return href(`/office/recall?${params}`);
  };
  return (
    <section className="grid gap-6">
      <h2 className="text-22">{m.recall_reach_title({ name })}</h2>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <div>
          <ReachGraph reach={reach} name={name} />
          <WayAsList reach={reach} name={name} />
        </div>
        <div className="grid gap-6">
          <FruitBar
            title={m.recall_sums_title()}
            parts={partsOf(reach.sums)}
            received={reach.sums.received}
          />
          <div>
            <LinkButton
              kind="quiet"
              reloadDocument
              to={href(`/office/recall/reach.csv?${new URLSearchParams({ kind, id })}`)}
            >
              {m.recall_csv()}
            </LinkButton>
          </div>
          {start && reach.lotCount > 0 ? <StartForm reach={reach} name={name} {...start} /> : null}
        </div>
      </div>
      <ReachLists reach={reach} more={more} />
    </section>
  );
}
