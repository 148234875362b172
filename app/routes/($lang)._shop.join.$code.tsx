import { LARGEST_PHOTO } from '@baunghe/api';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Notice } from '~/components/notice';
import { StandingHeader } from '~/components/standing-header';
import { formatInstant } from '~/format';
import { doJoinAct } from '~/joining/do-join-act.server';
import { DraftApplication } from '~/joining/draft-application';
import { withBegun } from '~/joining/join-cookie.server';
import { joinPath } from '~/joining/join-path';
import { applicationStanding } from '~/joining/join-words';
import { SentApplication } from '~/joining/own-application';
import { hrefIn, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { codeAndKey, OWN } from '~/shop/after/own-order.server';
import { useLocale } from '~/use-locale';

export const meta: MetaFunction = ({ params }) => [
  { title: m.joining_own_title({ code: params.code ?? '' }) },
  { name: 'robots', content: 'noindex' },
];

export const headers = () => OWN;

const ownIn = (asked: Pick<LoaderFunctionArgs, 'params' | 'request'>) => {
  const [code, joinKey] = codeAndKey(asked);
  return { code, joinKey };
};

/** One's own application: its next step while it is a draft, else how it stands; without its key the way to find it. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const own = ownIn({ params, request });
  const found = await context.api.joining.follow(own);
  if (!found.ok) throw redirect(hrefIn(locale, '/join/find'), { headers: OWN });
  const application = found.value;
  const asksLand = new URL(request.url).searchParams.get('step') === 'land';
  const step = asksLand || application.plots.length === 0 ? ('land' as const) : ('papers' as const);
  const mostEach = Math.floor(LARGEST_PHOTO / 1024 / 1024);
  return data({ application, own, step, mostEach, key: crypto.randomUUID() }, { headers: OWN });
}

/** Does what the form's `act` says and leads on; refused, gives the form back as it was filled in, less its photos. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const own = ownIn({ params, request });
  const done = await doJoinAct(context.api, own, request);
  if (done.said || done.code) return data(done, { status: done.said?.status ?? 200, headers: OWN });
  if (done.act === 'withdraw' && done.wasDraft)
    return redirect(hrefIn(locale, '/join?dropped'), {
      status: 303,
      headers: withBegun(null, context.publicUrl),
    });
  const headers = done.act === 'send' ? withBegun(null, context.publicUrl) : OWN;
  return redirect(hrefIn(locale, joinPath(own.code, own.joinKey)), { status: 303, headers });
}

export default function OwnApplicationPage() {
  const { application, own, step, mostEach, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const locale = useLocale();
  const { code, state, sentAt, demo } = application;
  const beside = refused?.said?.beside ?? {};
  return (
    <>
      <StandingHeader
        title={m.joining_own_title({ code })}
        lead={sentAt ? m.joining_sent_at({ at: formatInstant(sentAt, locale) }) : m.joining_draft_lead()}
        standing={applicationStanding(state)}
      />
      <div className="max-w-xl space-y-6">
        {refused?.said ? (
          <Notice tone="care" title={m.joining_mend_title()}>
            {refused.said.above}
          </Notice>
        ) : null}
        {refused?.code && !refused.said ? <Notice tone="plain" title={m.entrance_join_prove()} /> : null}
        {demo ? <Notice tone="plain">{m.joining_demo()}</Notice> : null}
        {state === 'draft' ? (
          <DraftApplication
            application={application}
            own={own}
            step={step}
            typed={refused?.typedLand ?? null}
            formKey={key}
            mostEach={mostEach}
            beside={beside}
            code={refused?.code ?? null}
          />
        ) : (
          <SentApplication
            application={application}
            formKey={key}
            typedWords={refused?.typedWords ?? ''}
            beside={beside}
            code={refused?.code ?? null}
          />
        )}
      </div>
    </>
  );
}
