import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { packTyped } from '~/packing/pack-typed.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref } from '~/use-locale';
import { atTheTable } from './at-the-table.server';
import { LastBoxes } from './last-boxes';
import { OrderQueue } from './order-queue';
import { Packed } from './packed';
import { Station } from './station';

export const meta: MetaFunction = () => [{ title: m.packing_title() }];

export const headers = () => PRIVATE;

export const loader = (args: LoaderFunctionArgs) => atTheTable(args);

/** Packs, chooses a crate, or opens a box again; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const typed: Record<string, string> = Object.fromEntries(
    [...form.keys()].map((name) => [name, text(form, name)]),
  );
  const { code = '' } = typed;
  const to = (query: Record<string, string>) =>
    redirect(hrefIn(locale, `/office/packing?${new URLSearchParams(query)}`), { headers: PRIVATE });
  if (typed.act === 'unpack') {
    const { key = '', boxId = '', reason = '' } = typed;
    const fate = typed.fate as 'returned' | 'destroyed';
    const undone = await answered(request, context.api.unpacking.unpack({ key, boxId, reason, fate }));
    if (undone.ok) throw to({ order: code, undone: undone.value.serial });
    const problem = problemOf(undone.error, locale);
    return data({ typed, problem }, { status: problem.status, headers: PRIVATE });
  }
  const came = await packTyped(request, context.api, typed, locale);
  if (came.kind === 'chosen') throw to({ order: code, lot: came.batch });
  if (came.kind === 'packed')
    throw to({ ...(came.orderPacked ? {} : { order: code }), packed: came.serial, of: code });
  return data({ typed, problem: came.problem }, { status: came.problem.status, headers: PRIVATE });
}

export default function PackingStation() {
  const { order, unknown, queue, last, packed, of, undone, today, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const href = useHref();
  return (
    <>
      <PageHeader title={m.packing_title()} lead={m.packing_lead()}>
        <LinkButton kind="quiet" to={href(`/office/packing/manifest?day=${today}`)}>
          {m.packing_manifest_today()}
        </LinkButton>
      </PageHeader>
      <div className="grid gap-4 empty:hidden">
        {packed && of && !refused ? <Packed serial={packed} code={of} /> : null}
        {undone && !refused ? <Notice tone="good" title={m.packing_undone({ serial: undone })} /> : null}
        {unknown ? <Notice tone="care" title={m.office_order_not_found()} /> : null}
        {refused?.problem.above ? (
          <Notice tone="care" title={refused.problem.above}>
            <SignInElsewhere problem={refused.problem} />
          </Notice>
        ) : null}
      </div>
      <div className="mt-6 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid content-start gap-10">
          {order ? (
            <Station key={order.code} refused={refused?.typed.act === 'unpack' ? null : refused} />
          ) : (
            <EmptyState sign="box" title={m.packing_empty()} text={m.packing_empty_text()} />
          )}
        </div>
        <div className="grid content-start gap-10">
          <OrderQueue orders={queue} here={order?.code ?? null} />
          <LastBoxes boxes={last} newKey={key} refused={refused?.typed.act === 'unpack' ? refused : null} />
        </div>
      </div>
    </>
  );
}
