import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { begunIn, withBegun } from '~/joining/join-cookie.server';
import { joinPath } from '~/joining/join-path';
import { readWho, type TypedWho } from '~/joining/read-join.server';
import { sayJoining } from '~/joining/say-joining.server';
import { WhoForm } from '~/joining/who-form';
import { hrefIn, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { heard } from '~/shop/after/own-order.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [
  { title: m.joining_title() },
  { name: 'description', content: m.joining_lead() },
];

export const headers = () => PRIVATE;

/** The first step, and the way back to an application that was begun in this browser. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  localeOf(params);
  const rule = await context.api.joining.rule();
  const empty: TypedWho = {
    ...{ key: crypto.randomUUID(), name: '', phone: '', kind: 'official', place: '', consent: '' },
  };
  const dropped = new URL(request.url).searchParams.has('dropped');
  return data({ rule, empty, begun: begunIn(request), dropped }, { headers: PRIVATE });
}

/** Begins an application and leads to its page, whose address goes on with it anywhere. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const typed = readWho(await formOf(request));
  const { key, name, phone, place } = typed;
  const answer = await heard(
    context.api.joining.begin({
      ...{ key, name, phone, place, locale },
      // Whatever was sent: the gate says what is wrong with it.
      kind: typed.kind as 'official',
      consent: (typed.consent === 'yes') as true,
    }),
  );
  if (answer.ok) {
    const { code, joinKey } = answer.value;
    const headers = withBegun(answer.value, context.publicUrl);
    return redirect(hrefIn(locale, joinPath(code, joinKey)), { status: 303, headers });
  }
  const said = sayJoining(answer.error);
  return data({ typed, said }, { status: said.status, headers: PRIVATE });
}

const LINK = 'inline-flex min-h-11 items-center text-rind underline underline-offset-4';

export default function Join() {
  const { rule, empty, begun, dropped } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const href = useHref();
  return (
    <>
      <PageHeader title={m.joining_title()} lead={m.joining_lead()} />
      <div className="space-y-6">
        {dropped ? <Notice tone="plain">{m.joining_dropped()}</Notice> : null}
        {begun ? (
          <Notice tone="plain" title={m.joining_going_on({ code: begun.code })}>
            <Link to={href(joinPath(begun.code, begun.joinKey))} className={LINK}>
              {m.joining_open_own({ code: begun.code })}
            </Link>
          </Notice>
        ) : null}
        <ol className="max-w-xl list-decimal space-y-1 pl-6">
          <li>{m.joining_how_who()}</li>
          <li>{m.joining_how_land()}</li>
          <li>{m.joining_how_papers()}</li>
        </ol>
        <WhoForm typed={refused?.typed ?? empty} keepDays={rule.keepDays} refused={refused?.said ?? null} />
        <p>
          <Link to={href('/join/find')} className={LINK}>
            {m.joining_find_title()}
          </Link>
        </p>
      </div>
    </>
  );
}
