import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { formatDong, formatInstant } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { asked } from '~/office/gate-answers.server';
import { refundLook, refundReason } from '~/office/money-words';
import { provedFirst } from '~/office/proved-first.server';
import { problemOf } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref, useLocale } from '~/use-locale';
import { AsCredit, Drop, Settle } from './forms';
import { PayoutTransfer } from './payout-transfer';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: m.money_refund_title({ code: page?.refund.orderCode ?? '' }) },
];

export const headers = () => PRIVATE;

/** A refund: what is owed and why, and the transfer that gives it. 404 for an unknown one. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await asked(request, context.api.money.refund({ refundId: params.id ?? '' }));
  if (!found.ok) throw new Response(m.money_say_refund_unknown(), { status: 404, headers: PRIVATE });
  const done = new URL(request.url).searchParams.get('done');
  return { refund: found.value, key: crypto.randomUUID(), done };
}

/** Writes down that it was given, or that it is not to be given; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
  const { act = '', key = '', through, reference = '', why = '' } = typed;
  if (act !== 'settle' && act !== 'drop' && act !== 'credit')
    throw new Response(m.office_unknown_request(), { status: 400, headers: PRIVATE });
  const refundId = params.id ?? '';
  const { money, credit } = context.api;
  const giving = async () => {
    if (act === 'drop') return money.drop({ key, refundId, why });
    if (act === 'credit') return credit.grant({ key, refundId });
    // Whatever was sent: the gate says whether it is a way.
    return money.settle({ key, refundId, through: through as 'bank', reference });
  };
  const answer = await provedFirst(request, context.api, form, giving);
  if (answer.ok)
    throw redirect(hrefIn(locale, `/office/money/refunds/${refundId}?done=${act}`), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale);
  return data({ act, typed, problem }, { status: problem.status, headers: PRIVATE });
}

export default function RefundPage() {
  const { refund, key, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const locale = useLocale();
  const href = useHref();
  const { words, tone } = refundLook(refund.state);
  return (
    <>
      <PageHeader
        title={m.money_refund_title({ code: refund.orderCode })}
        lead={`${formatDong(refund.amount, locale)} · ${refundReason(refund.reason)}`}
      >
        <Badge tone={tone}>{words}</Badge>
      </PageHeader>
      <div className="grid gap-3">
        {done && !refused ? <Done done={done} /> : null}
        {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
      </div>
      <p className="text-muted">
        {refund.buyerName} · {m.money_refund_since({ at: formatInstant(refund.createdAt, locale) })}
      </p>
      <p>
        <Link
          to={href(`/office/orders/${refund.orderCode}`)}
          className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
        >
          {m.money_is_order({ code: refund.orderCode })}
        </Link>
      </p>
      {refund.closedAt ? (
        <p className="mt-4">
          {m.money_closed_at({
            at: formatInstant(refund.closedAt, locale),
            reference: refund.closedNote ?? refund.reference ?? '',
          })}
        </p>
      ) : (
        <div className="mt-6 grid gap-10 lg:grid-cols-2">
          <PayoutTransfer refund={refund} />
          <div className="grid content-start gap-8">
            <Settle refused={refused} newKey={key} />
            <AsCredit refused={refused} newKey={key} />
            <Drop refused={refused} newKey={key} />
          </div>
        </div>
      )}
    </>
  );
}

function Done({ done }: { done: string }) {
  if (done === 'settle') return <Notice tone="good" title={m.money_done_settle()} />;
  if (done === 'credit') return <Notice tone="good" title={m.credit_granted()} />;
  return done === 'drop' ? <Notice tone="good" title={m.money_done_drop()} /> : null;
}
