import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref } from '~/use-locale';
import { useInboundColumns, useOutboundColumns } from './columns';

export const meta: MetaFunction = () => [{ title: m.notices_title() }];

export const headers = () => PRIVATE;

/** Messages that came in and went out; `?in` and `?out` name the last row of the page before. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const after = { inboundAfter: search.get('in'), outboundAfter: search.get('out') };
  const board = await asked(request, context.api.notices.board(after));
  const shown = { demo: context.demo, again: search.has('again'), formKey: crypto.randomUUID() };
  return { ...board, after, ...shown };
}

/** Sends a message that failed again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const sent = { key: text(form, 'key'), id: text(form, 'id') };
  const answer = await answered(request, context.api.notices.sendAgain(sent));
  if (answer.ok) throw redirect(hrefIn(locale, '/office/messages?again'), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale, {});
  return data({ problem }, { status: problem.status, headers: PRIVATE });
}

export default function Messages() {
  const { inbound, outbound, after, again, formKey, ...how } = useLoaderData<typeof loader>();
  const inboundColumns = useInboundColumns();
  const outboundColumns = useOutboundColumns(formKey);
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={m.notices_title()} lead={m.notices_lead()} />
      <div className="grid gap-4">
        {refused?.problem.above ? (
          <Notice tone="care" title={refused.problem.above}>
            <SignInElsewhere problem={refused.problem} />
          </Notice>
        ) : again ? (
          <Notice tone="good" title={m.notices_again_done()} />
        ) : null}
        <HowItStands {...how} />
      </div>
      <section className="mt-8">
        <h2 className="mb-3 text-22">{m.notices_inbound()}</h2>
        {inbound.rows.length === 0 ? (
          <EmptyState title={m.notices_inbound_none()} text={m.notices_inbound_none_text()} sign="receipt" />
        ) : (
          <DataTable
            caption={m.notices_inbound()}
            columns={inboundColumns}
            rows={inbound.rows}
            rowKey={(row) => row.id}
          />
        )}
        <Older in={inbound.next} out={after.outboundAfter} shown={inbound.next !== null} />
      </section>
      <section className="mt-10">
        <h2 className="mb-3 text-22">{m.notices_outbound()}</h2>
        {outbound.rows.length === 0 ? (
          <p className="text-muted">{m.notices_outbound_none()}</p>
        ) : (
          <DataTable
            caption={m.notices_outbound()}
            columns={outboundColumns}
            rows={outbound.rows}
            rowKey={(row) => row.id}
          />
        )}
        <Older in={after.inboundAfter} out={outbound.next} shown={outbound.next !== null} />
      </section>
    </>
  );
}

type How = { receives: boolean; sendsBy: 'android' | 'esms' | null; demo: boolean };

/** Whether messages come in and go out, so that nobody waits for what is not set up. */
function HowItStands({ receives, sendsBy, demo }: How) {
  const ways = { android: m.notices_out_android, esms: m.notices_out_esms };
  const sending = sendsBy ? ways[sendsBy]() : m.notices_out_not_set_up();
  return (
    <Notice tone={receives && (demo || sendsBy) ? 'good' : 'plain'}>
      <p>{receives ? m.notices_in_set_up() : m.notices_in_not_set_up()}</p>
      <p>{demo ? m.notices_out_demo() : sending}</p>
    </Notice>
  );
}

/** The next page of one table; the other stays where it is. */
function Older(props: { in: string | null; out: string | null; shown: boolean }) {
  const href = useHref();
  if (!props.shown) return null;
  const search = new URLSearchParams();
  if (props.in) search.set('in', props.in);
  if (props.out) search.set('out', props.out);
  return (
    <div className="mt-4">
      <LinkButton kind="quiet" to={href(`/office/messages?${search}`)}>
        {m.notices_older()}
      </LinkButton>
    </div>
  );
}
