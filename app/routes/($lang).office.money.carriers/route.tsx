import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { carrierName } from '~/components/carrier-state-words';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { formatDong, formatInstant } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import { wholeNumber } from '~/office/whole-number';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref, useLocale } from '~/use-locale';
import { HeldBy } from './held-by';

export const meta: MetaFunction = () => [{ title: m.carriers_cash_title() }];

export const headers = () => PRIVATE;

/** What carriers hold, and what they handed over. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const cash = await asked(request, context.api.carriers.cash());
  const done = new URL(request.url).searchParams.has('done');
  return data({ ...cash, done, formKey: crypto.randomUUID() }, { headers: PRIVATE });
}

/** Writes down what a carrier handed over; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
  const { key = '', carrier = '', amount, through, reference = '', lineId } = typed;
  const orderIds = form.getAll('order').filter((each) => typeof each === 'string');
  const payout = { key, carrier, orderIds, amount: wholeNumber(amount), reference, lineId: lineId || null };
  const answer = await answered(
    request,
    // Whatever was sent: the gate says whether it is a way.
    context.api.carriers.takePayout({ ...payout, through: through as 'bank' }),
  );
  if (answer.ok) throw redirect(hrefIn(locale, '/office/money/carriers?done'), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale);
  if (problem.beside.orderIds) problem.beside.orderIds = m.carriers_cash_say_orders();
  return data({ typed, orderIds, problem }, { status: problem.status, headers: PRIVATE });
}

export default function CarriersCash() {
  const { held, payouts, lines, done, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const locale = useLocale();
  const href = useHref();
  return (
    <>
      <PageHeader title={m.carriers_cash_title()} lead={m.carriers_cash_lead()}>
        <LinkButton kind="quiet" to={href('/office/money')}>
          {m.money_title()}
        </LinkButton>
      </PageHeader>
      <div className="mb-6 grid gap-3">
        {done && !refused ? <Notice tone="good" title={m.carriers_cash_done()} /> : null}
        {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
      </div>
      <div className="grid gap-12">
        {held.length === 0 ? <p className="text-muted">{m.carriers_cash_none()}</p> : null}
        {held.map((each) => (
          <HeldBy key={each.carrier} held={each} lines={lines} refused={refused} formKey={formKey} />
        ))}
        {payouts.length > 0 ? (
          <section>
            <h2 className="mb-2 text-22">{m.carriers_cash_before()}</h2>
            <ul className="grid gap-2">
              {payouts.map(({ id, carrier, amount, fee, orders, reference, at }) => (
                <li key={id}>
                  {m.carriers_cash_row({
                    ...{ at: formatInstant(at, locale), carrier: carrierName(carrier), orders, reference },
                    ...{ amount: formatDong(amount, locale), fee: formatDong(fee, locale) },
                  })}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </>
  );
}
