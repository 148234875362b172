import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { HeldByCarriers } from '~/office/carriers/held-by-carriers';
import { FactorAdvice } from '~/office/factor-advice';
import { asked } from '~/office/gate-answers.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { useHref } from '~/use-locale';
import { doLineAct, isLineAct } from './acts.server';
import { Books } from './books';
import { LineTable } from './line-table';
import { Payments } from './payments';
import { Refunds } from './refunds';
import { UnknownLines } from './unknown-lines';
import { standingOf, viewOf } from './views';
import { Views } from './views-nav';

export const meta: MetaFunction = () => [{ title: m.money_title() }];

export const headers = () => PRIVATE;

/** One of the views of money, by `?show=`; `?standing=` filters all orders, `?after=` names the last row before. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const view = viewOf(search.get('show'));
  const standing = view === 'all' ? standingOf(search.get('standing')) : null;
  const after = search.get('after');
  const { money, bank } = context.api;
  const board = await asked(
    request,
    money.board({
      show: standing ?? (view === 'all' ? 'all' : 'differences'),
      after: view === 'all' || view === 'differences' ? after : null,
    }),
  );
  const isLines = view === 'lines' || view === 'statement';
  const isRefunds = view === 'refunds' || view === 'closed';
  const [lines, refunds, books] = await asked(
    request,
    Promise.all([
      isLines ? bank.lines({ show: view === 'lines' ? 'unknown' : 'all', after }) : null,
      isRefunds ? money.refunds({ show: view === 'refunds' ? 'due' : 'closed', after }) : null,
      view === 'books' ? money.books() : [],
    ]),
  );
  const own = await asked(request, context.api.me.state());
  const { held } = await asked(request, context.api.carriers.cash());
  const done = search.get('done');
  return {
    ...{ view, standing, board, lines, refunds, held, key: crypto.randomUUID() },
    books: books.map(({ account, dong }) => ({ account, dong: Number(dong) })),
    done: isLineAct(done) ? done : null,
    hasFactor: own.provesBy.code || own.provesBy.passkey,
  };
}

/** Says what a movement is: an order's money, a refund that was given, or nothing of ours. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const done = await doLineAct(request, context.api, await formOf(request), locale);
  if (done.ok)
    throw redirect(hrefIn(locale, `/office/money?show=lines&done=${done.act}`), { headers: PRIVATE });
  const { typed, problem } = done;
  return data({ typed, problem }, { status: problem.status, headers: PRIVATE });
}

const DONE = {
  assign: m.money_done_assign,
  refund: m.money_done_assign,
  aside: m.money_done_aside,
  undo: m.money_done_undo,
};
const FEED = { sepay: m.money_feed_sepay, payos: m.money_feed_payos };

export default function Money() {
  const { view, standing, board, lines, refunds, books, key, done, hasFactor, held } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const href = useHref();
  const { counts, unknownLines, feed, ways } = board;
  return (
    <>
      <PageHeader title={m.money_title()} lead={m.money_lead()}>
        <HeldByCarriers held={held} />
        <LinkButton kind="quiet" to={href('/office/credit')}>
          {m.credit_title()}
        </LinkButton>
        <LinkButton kind="quiet" to={href('/office/money/statement')}>
          {m.money_csv_link()}
        </LinkButton>
      </PageHeader>
      <div className="grid gap-3">
        {done && !refused ? <Notice tone="good" title={DONE[done]()} /> : null}
        {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
      </div>
      <FactorAdvice hasFactor={hasFactor} />
      <Views view={view} counts={counts} unknownLines={unknownLines} />
      {view === 'differences' || view === 'all' ? <Payments {...{ view, standing, board }} /> : null}
      {view === 'lines' && lines ? <UnknownLines {...{ lines, refused }} newKey={key} /> : null}
      {view === 'statement' && lines ? <LineTable {...{ lines, refused }} newKey={key} /> : null}
      {(view === 'refunds' || view === 'closed') && refunds ? <Refunds {...{ view, refunds }} /> : null}
      {view === 'books' ? <Books books={books} /> : null}
      <div className="mt-10 grid gap-1 text-14 text-muted">
        <p>{feed ? FEED[feed]() : m.money_feed_none()}</p>
        {ways.includes('vietqr') ? null : <p>{m.money_way_none_bank()}</p>}
        {ways.includes('card') ? null : <p>{m.money_way_none_card()}</p>}
      </div>
    </>
  );
}
