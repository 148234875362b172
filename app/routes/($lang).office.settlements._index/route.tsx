import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import { daysOf, dayValue } from '~/office/settlement-words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { useHref, useLocale } from '~/use-locale';
import { doBoardAct } from './acts.server';
import { NewPeriod } from './new-period';
import { Rules } from './rules';
import { SettlementList } from './settlement-list';

export const meta: MetaFunction = () => [{ title: m.settlement_title() }];

export const headers = () => PRIVATE;

export { lookAgain as shouldRevalidate } from '~/office/look-again';

/** The settlements, the rules, and with `?from=&to=` what a period would come to. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const board = await asked(request, context.api.settlement.board());
  const { rows, rules, next, mayAddRule } = board;
  const typed = {
    fromDay: search.get('fromDay') ?? dayValue(next.fromDay),
    toDay: search.get('toDay') ?? dayValue(next.toDay),
  };
  const looks = search.has('fromDay') || search.has('toDay');
  const seen = looks ? await answered(request, context.api.settlement.preview(typed)) : null;
  return data(
    {
      ...{ rows, rules, mayAddRule, typed, formKey: crypto.randomUUID() },
      preview: seen?.ok ? seen.value : null,
      problem: seen && !seen.ok ? problemOf(seen.error, localeOf(params)) : null,
      saved: search.get('saved'),
    },
    { headers: PRIVATE },
  );
}

/** Prepares a settlement, or adds a rule; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const done = await doBoardAct(request, context.api, form, locale);
  if (done.ok) throw redirect(hrefIn(locale, done.to), { headers: PRIVATE });
  const { ok: _ok, ...refused } = done;
  return data(refused, { status: refused.problem.status, headers: PRIVATE });
}

export default function Settlements() {
  const { rows, rules, mayAddRule, saved, ...period } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const locale = useLocale();
  const href = useHref();
  const open = rows.find(({ state }) => state === 'prepared');
  return (
    <>
      <PageHeader title={m.settlement_title()} lead={m.settlement_lead()}>
        <LinkButton kind="quiet" to={href('/office/settlements/members')}>
          {m.settlement_to_members()}
        </LinkButton>
        <LinkButton kind="quiet" to={href('/office/books')}>
          {m.settlement_to_books()}
        </LinkButton>
      </PageHeader>
      <div className="mb-6 grid gap-3">
        {saved === 'rule' && !refused ? <Notice tone="good" title={m.settlement_rule_saved()} /> : null}
        {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
        {open ? (
          <Notice tone="plain" title={m.settlement_open(daysOf(open, locale))}>
            <LinkButton kind="quiet" to={href(`/office/settlements/${open.id}`)} className="mt-2">
              {m.settlement_open_link()}
            </LinkButton>
          </Notice>
        ) : null}
      </div>
      <div className="grid gap-12">
        {open ? null : <NewPeriod {...period} refused={refused?.act === 'prepare' ? refused : null} />}
        {rows.length === 0 ? (
          <EmptyState sign="receipt" title={m.settlement_none()} text={m.settlement_none_text()} />
        ) : (
          <SettlementList rows={rows} />
        )}
        <Rules
          rules={rules}
          mayAdd={mayAddRule}
          refused={refused?.act === 'rule' ? refused : null}
          newKey={period.formKey}
        />
      </div>
    </>
  );
}
