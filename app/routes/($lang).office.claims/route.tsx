import { CLAIM_RULE } from '@baunghe/api';
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import { wholeNumber } from '~/office/whole-number';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { ClaimCard } from './claim-card';

export const meta: MetaFunction = () => [{ title: m.after_office_title() }];

export const headers = () => PRIVATE;

/** Claims: those that wait, then those that were answered. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const board = await asked(request, context.api.claims.board());
  const me = await asked(request, context.api.session.me());
  const manages = me.kind === 'person' && me.roles.includes('manager');
  const rows = [...board.open, ...board.answered];
  const keys = Object.fromEntries(rows.map(({ id }) => [id, crypto.randomUUID()]));
  const eraseKeys = Object.fromEntries(rows.map(({ id }) => [id, crypto.randomUUID()]));
  const done = new URL(request.url).searchParams;
  return {
    me: me.kind === 'person' ? me.userId : '',
    ...{ ...board, keys, eraseKeys, manages, now: context.now, hours: CLAIM_RULE.hoursToAnswer },
    ...{ sent: done.has('answered'), erased: done.has('erased') },
    ...{ waits: done.has('waits'), declined: done.has('declined') },
  };
}

/** An answer to a claim, or its words and photos erased; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const [key, claimId, words] = [text(form, 'key'), text(form, 'of'), text(form, 'words')];
  const typed = {
    ...{ kind: text(form, 'kind'), units: text(form, 'units'), amount: text(form, 'amount') },
    ...{ words, why: text(form, 'why') },
  };
  const { claims } = context.api;
  const said = { key, claimId, words };
  const given = () => {
    if (typed.kind === 'replace')
      return claims.answer({ ...said, kind: 'replace', units: wholeNumber(typed.units) });
    if (typed.kind === 'refund' || typed.kind === 'credit')
      return claims.answer({ ...said, kind: typed.kind, amount: wholeNumber(typed.amount) });
    // Whatever else was sent: the gate says whether it is an answer.
    return claims.answer({ ...said, kind: typed.kind as 'refuse' });
  };
  const answer = await did(request, context.api, form, given);
  if (answer.ok) throw redirect(hrefIn(locale, `/office/claims?${answer.done}`), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale, {});
  if (problem.beside.kind) problem.beside.kind = m.after_office_say_how();
  return data({ of: claimId, key, typed, problem }, { status: problem.status, headers: PRIVATE });
}

/** Does what a form asks for, and says what was done. */
async function did(
  request: Request,
  { claims, givings }: AppLoadContext['api'],
  form: FormData,
  given: () => ReturnType<typeof claims.answer>,
) {
  const [key, claimId, act] = [text(form, 'key'), text(form, 'of'), text(form, 'act')];
  if (act === 'take-back') {
    const taken = givings.decline({ key, id: text(form, 'giving'), why: text(form, 'why') });
    const answer = await answered(request, taken);
    return answer.ok ? { ok: true as const, done: 'declined' } : answer;
  }
  if (act === 'erase') {
    const answer = await answered(request, claims.erase({ key, claimId }));
    return answer.ok ? { ok: true as const, done: 'erased' } : answer;
  }
  const answer = await answered(request, given());
  return answer.ok ? { ok: true as const, done: answer.value.waits ? 'waits' : 'answered' } : answer;
}

export default function Claims() {
  const {
    open,
    answered: before,
    sent,
    erased,
    waits,
    declined,
    hours,
    ...form
  } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <>
      <PageHeader title={m.after_office_title()} lead={m.after_office_lead({ hours })} />
      {sent && !refused ? <Notice tone="good" title={m.after_office_done()} /> : null}
      {waits && !refused ? <Notice tone="plain" title={m.limits_claim_sent()} /> : null}
      {declined && !refused ? <Notice tone="good" title={m.limits_done_taken_back()} /> : null}
      {erased && !refused ? <Notice tone="good" title={m.after_office_erased()} /> : null}
      {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
      <section className="mt-6">
        <h2 className="mb-3 text-22">{m.after_office_open()}</h2>
        {open.length === 0 ? (
          <EmptyState sign="check" title={m.after_office_none()} text={m.after_office_none_text()} />
        ) : (
          <ul className="grid gap-6">
            {open.map((claim) => (
              <ClaimCard key={claim.id} claim={claim} refused={refused} {...form} />
            ))}
          </ul>
        )}
      </section>
      {before.length > 0 ? (
        <section className="mt-10">
          <h2 className="mb-3 text-22">{m.after_office_answered()}</h2>
          <ul className="grid gap-6">
            {before.map((claim) => (
              <ClaimCard key={claim.id} claim={claim} refused={refused} {...form} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
