import { LARGEST_REPORT } from '@baunghe/api';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { ChangeAsked } from '~/asking/change-asked';
import { requestStateTone, requestStateWords } from '~/asking/request-words';
import { ActForm } from '~/components/act-form';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextArea, TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { StandingHeader } from '~/components/standing-header';
import { formatInstant } from '~/format';
import { joiningProblemOf } from '~/joining/office-refusals.server';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { readForm, text } from '~/read-form.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = ({ params }) => [
  { title: m.joining_requests_title({ code: params.code ?? '' }) },
];

export const headers = () => PRIVATE;

const MOST_BYTES = 2 * LARGEST_REPORT;

/** A request, one's own or for the office any; 404 for another. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { memberRequests, session } = context.api;
  const found = await asked(request, memberRequests.one({ code: (params.code ?? '').slice(0, 40) }));
  if (!found.ok) throw new Response(m.joining_requests_unknown(), { status: 404, headers: PRIVATE });
  const me = await asked(request, session.me());
  const roles = me.kind === 'person' ? me.roles : [];
  const [manages, asks] = [roles.includes('manager'), roles.includes('member')];
  const done = new URL(request.url).searchParams.has('done');
  const mostFile = Math.floor(LARGEST_REPORT / 1024 / 1024);
  return { asked: found.value, manages, asks, done, mostFile, key: crypto.randomUUID() };
}

/** Answers it, or takes it back, as the form's `act` says. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const { memberRequests } = context.api;
  const code = (params.code ?? '').slice(0, 40);
  const form = await readForm(request, MOST_BYTES);
  if (!form) {
    const problem = joiningProblemOf({ code: 'report_too_large', mostBytes: LARGEST_REPORT }, locale);
    return data({ words: '', problem }, { status: problem.status, headers: PRIVATE });
  }
  const [act, key, words] = [text(form, 'act'), text(form, 'key'), text(form, 'words').slice(0, 1200)];
  const file = form.get('copy');
  const copy = file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
  const given = { key, code, words, copy, isGranted: act === 'grant' };
  const answer =
    act === 'withdraw'
      ? await answered(request, memberRequests.withdraw({ key, code }))
      : await answered(request, memberRequests.answer(given));
  if (answer.ok) throw redirect(hrefIn(locale, `/office/requests/${code}?done`), { headers: PRIVATE });
  const problem = joiningProblemOf(answer.error, locale);
  return data({ words, problem }, { status: problem.status, headers: PRIVATE });
}

export default function RequestPage() {
  const { asked: request, manages, asks, done, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const locale = useLocale();
  const href = useHref();
  const isOpen = request.state === 'received';
  return (
    <>
      <StandingHeader
        title={m.joining_requests_title({ code: request.code })}
        lead={m.joining_sent_at({ at: formatInstant(request.createdAt, locale) })}
        standing={{ tone: requestStateTone(request.state), words: requestStateWords(request.state) }}
      />
      <div className="grid max-w-2xl gap-6">
        {done && !refused ? <Notice tone="good" title={m.joining_office_done()} /> : null}
        {refused?.problem.above ? (
          <Notice tone="care" title={refused.problem.above}>
            <SignInElsewhere problem={refused.problem} />
          </Notice>
        ) : null}
        <ChangeAsked request={request} varieties={request.varieties} />
        {request.answeredAt && request.state !== 'withdrawn' ? (
          <div>
            <p className="text-14 text-muted">
              {m.joining_requests_answered({ at: formatInstant(request.answeredAt, locale) })}
            </p>
            <p className="text-18">{request.answer}</p>
          </div>
        ) : null}
        {request.hasCopy ? (
          <p>
            <a
              href={href(`/office/requests/${request.code}/copy`)}
              className="inline-flex min-h-11 items-center font-semibold text-rind underline underline-offset-4"
            >
              {m.joining_requests_fetch()}
            </a>
          </p>
        ) : null}
        {isOpen && manages ? <AnswerForm /> : null}
        {isOpen && asks && !manages ? (
          <ActForm act="withdraw" formKey={key}>
            {m.joining_requests_withdraw()}
          </ActForm>
        ) : null}
      </div>
    </>
  );
}

function AnswerForm() {
  const { asked: request, mostFile, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const beside = refused?.problem.beside ?? {};
  const isCopy = request.kind === 'certificate_copy';
  return (
    <section aria-labelledby="answer" className="space-y-4">
      <h2 id="answer" className="border-b-2 border-ink pb-1 text-22">
        {m.joining_requests_answer_title()}
      </h2>
      <Form method="post" encType="multipart/form-data" noValidate className="space-y-4">
        <input type="hidden" name="key" value={key} />
        {isCopy ? (
          <Field
            label={m.joining_requests_file()}
            hint={m.joining_requests_file_hint({ most: mostFile })}
            error={beside.copy}
          >
            <TextInput
              type="file"
              name="copy"
              accept="image/jpeg,image/png,image/webp,application/pdf"
              className="file:mr-3 file:min-h-10 file:rounded-crate file:bg-leaf file:px-4 file:font-semibold file:text-rind"
            />
          </Field>
        ) : null}
        <Field
          label={m.joining_requests_answer()}
          hint={m.joining_requests_answer_hint()}
          error={beside.words}
        >
          <TextArea name="words" rows={3} defaultValue={refused?.words} />
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button name="act" value="grant">
            {isCopy ? m.joining_requests_grant() : m.joining_requests_grant_correction()}
          </Button>
          <Button kind="danger" name="act" value="refuse">
            {m.joining_requests_refuse()}
          </Button>
        </div>
      </Form>
    </section>
  );
}
