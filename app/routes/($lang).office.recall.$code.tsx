import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { formatDay, formatInstant, formatKilograms } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { batchesIn } from '~/office/recall/batches-in';
import { Calls } from '~/office/recall/calls';
import { FruitBar } from '~/office/recall/fruit-bar';
import { GoOn } from '~/office/recall/go-on';
import { ReachGraph } from '~/office/recall/reach-graph';
import { WayAsList } from '~/office/recall/reach-lists';
import { ADVICES, accountOf, type Fate, type RecallShown, SEVERITIES } from '~/office/recall/recall-words';
import { LetGoForm, RecalledLots } from '~/office/recall/recalled-lots';
import { problemOf } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = ({ params }) => [
  { title: m.recall_one_title({ code: params.code ?? '' }) },
];

export const headers = () => PRIVATE;

export { lookAgain as shouldRevalidate } from '~/office/look-again';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const after = (name: string) => searchParams.get(name)?.slice(0, 64) ?? null;
  const pages = { callsAfter: after('after'), recalledAfter: after('recalledAfter') };
  const asking = context.api.recalls.one({ code: params.code ?? '', ...pages });
  const [found, me] = [await asked(request, asking), await asked(request, context.api.session.me())];
  if (!found.ok) throw new Response(m.recall_say_unknown(), { status: 404, headers: PRIVATE });
  const manages = me.kind === 'person' && me.roles.includes('manager');
  return {
    recall: found.value,
    manages,
    started: searchParams.get('done') === 'start',
    formKey: crypto.randomUUID(),
  };
}

/** Notes what a buyer said, takes further lots in, ends the recall, or lets lots go. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const code = params.code ?? '';
  const { recalls } = context.api;
  const act = text(form, 'act');
  const key = text(form, 'key');
  const [conclusion, lots, reason] = [text(form, 'conclusion'), text(form, 'lots'), text(form, 'reason')];
  const letGo = form.getAll('letGo').map(String);
  const acts = {
    end: () => answered(request, recalls.end({ key, code, conclusion, letGo })),
    extend: () => answered(request, recalls.extend({ key, code, batches: batchesIn(lots) })),
    letGo: () => answered(request, recalls.letGo({ key, code, batches: letGo, reason })),
    heard: () => {
      const said = { buyerId: text(form, 'buyerId'), fate: text(form, 'fate') as Fate };
      return answered(request, recalls.heard({ key, ...said }));
    },
  };
  const answer = await (acts[act as keyof typeof acts] ?? acts.heard)();
  if (answer.ok) throw redirect(hrefIn(locale, `/office/recall/${code}`), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale, {});
  return data(
    { act, conclusion, lots, letGo, reason, problem },
    { status: problem.status, headers: PRIVATE },
  );
}

export default function OneRecall() {
  const { recall, manages, started, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const locale = useLocale();
  const { code, source, startedAt, drill } = recall;
  return (
    <>
      <PageHeader
        title={m.recall_one_title({ code })}
        lead={m.recall_one_lead({ source, at: formatInstant(startedAt, locale) })}
      />
      <div className="grid gap-8">
        {started ? <Notice tone="good" title={m.recall_one_started({ count: recall.told.buyers })} /> : null}
        {refused?.problem.above ? (
          <Notice tone="care" title={refused.problem.beside.fate ?? refused.problem.above} />
        ) : null}
        <How recall={recall} />
        <div className="grid items-start gap-8 lg:grid-cols-2">
          <div>
            <ReachGraph reach={{ ...recall.reach, source: NAMELESS, perPage: recall.perPage }} name={code} />
            <WayAsList reach={{ ...recall.reach, perPage: recall.perPage }} name={code} />
          </div>
          <div className="grid gap-6">
            <FruitBar
              title={m.recall_accounted_title()}
              parts={accountOf(recall.sums, recall.answers)}
              received={recall.sums.received}
            />
            <Reports code={code} />
          </div>
        </div>
        {drill ? null : <Calls recall={recall} formKey={formKey} manages={manages} />}
        <RecalledLots recall={recall} />
        {manages && !drill && !recall.endedAt ? (
          <GoOn formKey={formKey} refused={refused} recalled={recall.recalled} />
        ) : null}
        {manages && recall.endedAt ? (
          <LetGoForm formKey={formKey} refused={refused} lots={recall.recalled} />
        ) : null}
      </div>
    </>
  );
}

const NAMELESS = { kind: 'lot', id: '', name: '' } as const;

/** Why, how grave, what buyers should do; of a drill what it measured; of a recall that is over its conclusion. */
function How({ recall }: { recall: RecallShown }) {
  const locale = useLocale();
  const kg = (grams: number | null) => formatKilograms(grams ?? 0, locale);
  const { drill, tookMs, accountedGrams, receivedGrams, endedAt, conclusion } = recall;
  const { startedByName, endedByName } = recall;
  if (drill)
    return (
      <Notice tone="plain" title={m.recall_drill_mark()}>
        <p lang="vi">{recall.reason}</p>
        <p>{m.recall_drill_result({ ms: tookMs ?? 0, known: kg(accountedGrams), all: kg(receivedGrams) })}</p>
      </Notice>
    );
  return (
    <div className="grid gap-2">
      <p className="text-18">{m.recall_one_reason({ reason: recall.reason })}</p>
      <p>
        {SEVERITIES[recall.severity]()}. {ADVICES[recall.advice]()}.
      </p>
      {startedByName ? <p className="text-muted">{m.recall_started_by({ name: startedByName })}</p> : null}
      {endedAt ? (
        <Notice tone="good" title={m.recall_state_over({ day: formatDay(endedAt, locale) })}>
          <p lang="vi">{conclusion}</p>
          {endedByName ? <p>{m.recall_ended_by({ name: endedByName })}</p> : null}
        </Notice>
      ) : null}
    </div>
  );
}

function Reports({ code }: { code: string }) {
  const href = useHref();
  return (
    <section className="grid gap-2">
      <h3 className="text-18 font-extrabold">{m.recall_report_title()}</h3>
      <div className="flex flex-wrap gap-3">
        <LinkButton kind="quiet" reloadDocument to={href(`/office/recall/${code}/report.pdf`)}>
          {m.recall_report_pdf()}
        </LinkButton>
        <LinkButton kind="quiet" reloadDocument to={href(`/office/recall/${code}/report.csv`)}>
          {m.recall_report_csv()}
        </LinkButton>
      </div>
    </section>
  );
}
