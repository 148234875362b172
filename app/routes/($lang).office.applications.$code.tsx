import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { ActForm } from '~/components/act-form';
import { Notice } from '~/components/notice';
import { StandingHeader } from '~/components/standing-header';
import { formatInstant } from '~/format';
import { ApplicationFacts } from '~/joining/application-facts';
import { BoardForms } from '~/joining/board-forms';
import { doBoardAct } from '~/joining/do-board-act.server';
import { applicationStanding, applicationStateWords, paperWords } from '~/joining/join-words';
import { joiningProblemOf } from '~/joining/office-refusals.server';
import { VoteTally } from '~/joining/vote-tally';
import { hrefIn, localeOf } from '~/locale';
import { asked } from '~/office/gate-answers.server';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { typedIn } from '~/office/typed-listing.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = ({ params }) => [
  { title: m.joining_own_title({ code: params.code ?? '' }) },
];

export const headers = () => PRIVATE;

/** An application as the board sees it; 404 for an unknown one. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { applications, session } = context.api;
  const found = await asked(request, applications.one({ code: (params.code ?? '').slice(0, 40) }));
  if (!found.ok) throw new Response(m.joining_office_unknown(), { status: 404, headers: PRIVATE });
  const me = await asked(request, session.me());
  const manages = me.kind === 'person' && me.roles.includes('manager');
  const { votes, round } = found.value;
  const userId = me.kind === 'person' ? me.userId : '';
  const hasVoted = votes.some((vote) => vote.round === round && vote.userId === userId);
  const done = new URL(request.url).searchParams.has('done');
  const [key, vote, decide, ask] = Array.from({ length: 4 }, () => crypto.randomUUID()) as [
    string,
    string,
    string,
    string,
  ];
  return { application: found.value, manages, hasVoted, done, key, keys: { vote, decide, ask } };
}

/** Does what the form's `act` says; a link to invite again is shown in this answer alone. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const typed = await typedIn(request);
  const code = (params.code ?? '').slice(0, 40);
  const answer = await doBoardAct(request, context.api, code, typed);
  if (!answer.ok) {
    const problem = joiningProblemOf(answer.error, locale);
    const refused = { act: typed.act ?? '', typed, problem };
    return data({ refused, link: null }, { status: problem.status, headers: PRIVATE });
  }
  if (answer.link) return data({ refused: null, link: answer.link }, { headers: PRIVATE });
  throw redirect(hrefIn(locale, `/office/applications/${code}?done`), { headers: PRIVATE });
}

/** Where the board still has something to decide. */
const OPEN: readonly string[] = ['received', 'looked_at', 'more_asked'];

export default function ApplicationOfOffice() {
  const { application, manages, hasVoted, done, keys } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>() ?? null;
  const locale = useLocale();
  const { code, state, sentAt, demo } = application;
  const refused = answered?.refused ?? null;
  return (
    <>
      <StandingHeader
        title={m.joining_own_title({ code })}
        lead={sentAt ? m.joining_sent_at({ at: formatInstant(sentAt, locale) }) : null}
        standing={applicationStanding(state)}
      />
      <div className="grid gap-8">
        {done && !answered ? <Notice tone="good" title={m.joining_office_done()} /> : null}
        {refused?.problem.above ? (
          <Notice tone="care" title={refused.problem.above}>
            <SignInElsewhere problem={refused.problem} />
          </Notice>
        ) : null}
        {answered?.link ? (
          <Notice tone="good" title={m.joining_office_invited()}>
            <p className="break-all">{answered.link}</p>
          </Notice>
        ) : null}
        {demo ? <Notice tone="plain">{m.joining_demo()}</Notice> : null}
        {application.phoneProvedAt === null && OPEN.includes(state) ? (
          <Notice tone="care" title={m.entrance_phone_unproved()}>
            {m.entrance_phone_unproved_text()}
          </Notice>
        ) : null}
        <NewMember />
        <div className="grid gap-8 lg:grid-cols-2">
          <section aria-labelledby="what" className="content-start space-y-4">
            <h2 id="what" className="border-b-2 border-ink pb-1 text-22">
              {m.joining_what()}
            </h2>
            <ApplicationFacts application={application} />
            {manages ? <Papers /> : null}
          </section>
          <Story />
        </div>
        {state === 'looked_at' && manages ? (
          <BoardForms application={application} hasVoted={hasVoted} keys={keys} refused={refused} />
        ) : (
          <Waiting />
        )}
      </div>
    </>
  );
}

/** Before it is looked at, the button that begins it; afterwards the votes. */
function Waiting() {
  const { application, manages, key } = useLoaderData<typeof loader>();
  const { state } = application;
  const words = { received: m.joining_office_look, more_asked: m.joining_office_look_again };
  const look = state === 'received' || state === 'more_asked' ? words[state] : null;
  return (
    <div className="space-y-4">
      {look && manages ? (
        <ActForm act="look" formKey={key} kind="primary">
          {look()}
        </ActForm>
      ) : null}
      {application.votes.length > 0 ? <VoteTally application={application} /> : null}
    </div>
  );
}

const LINK = 'inline-flex min-h-11 items-center text-rind underline underline-offset-4';

function Papers() {
  const { application } = useLoaderData<typeof loader>();
  const href = useHref();
  return (
    <>
      <h3 className="text-18 font-extrabold">{m.joining_papers_title()}</h3>
      <p className="text-14 text-muted">{m.joining_office_papers_note()}</p>
      {application.papers.length === 0 ? <p>{m.joining_kept_none()}</p> : null}
      <ul>
        {application.papers.map(({ id, kind }, at) => (
          <li key={id}>
            <a href={href(`/office/applications/${application.code}/papers/${id}`)} className={LINK}>
              {m.joining_office_paper_open({ number: at + 1, kind: paperWords(kind) })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Story() {
  const { application } = useLoaderData<typeof loader>();
  const locale = useLocale();
  return (
    <section aria-labelledby="story" className="content-start space-y-4">
      <h2 id="story" className="border-b-2 border-ink pb-1 text-22">
        {m.joining_office_story()}
      </h2>
      <ol className="space-y-3">
        {application.steps.map(({ to, at, byUser, words }) => (
          <li key={`${to}/${String(at)}`}>
            <span className="font-semibold">{applicationStateWords(to)}</span>{' '}
            <span className="text-14 text-muted">
              {formatInstant(at, locale)}
              {byUser === null ? ` · ${m.joining_office_by_applicant()}` : null}
            </span>
            {words ? <span className="block">{words}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What became of an accepted applicant, and another invitation while they have not signed in. */
function NewMember() {
  const { application, manages, key } = useLoaderData<typeof loader>();
  const href = useHref();
  const { member } = application;
  if (!member) return null;
  return (
    <Notice tone="good" title={m.joining_office_member_made({ code: member.code })}>
      <p>{m.joining_office_to_survey()}</p>
      <p>
        <Link to={href(`/office/members/${member.id}`)} className={LINK}>
          {m.joining_requests_member()} {member.code}
        </Link>
      </p>
      {member.signsIn || !manages ? null : (
        <ActForm act="invite" formKey={key}>
          {m.joining_office_invite_again()}
        </ActForm>
      )}
    </Notice>
  );
}
