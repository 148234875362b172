import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { CopyForm, CorrectionForm } from '~/asking/ask-forms';
import { RequestList } from '~/asking/request-list';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { joiningProblemOf } from '~/joining/office-refusals.server';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { Orchard } from '~/office/orchard';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { typedIn } from '~/office/typed-listing.server';
import { wholeNumber } from '~/office/whole-number';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.joining_requests_mine() }];

export const headers = () => PRIVATE;

/** What one has asked the office for, and the forms that ask. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { memberRequests } = context.api;
  const { searchParams } = new URL(request.url);
  const after = searchParams.get('after')?.slice(0, 64) ?? null;
  const reading = Promise.all([memberRequests.mine({ after }), memberRequests.offers()]);
  const [page, offers] = await asked(request, reading);
  const sent = /^TV[0-9A-Z]{7}$/.exec(searchParams.get('sent') ?? '')?.[0] ?? null;
  return { ...page, offers, sent, keys: { copy: crypto.randomUUID(), correction: crypto.randomUUID() } };
}

/** Sends a request; refused, gives its form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const typed = await typedIn(request);
  const { act = '', key = '', note = '', certificateId = '', plotId = '', areaM2 = '' } = typed;
  const { varietyCode = '', count = '', plantedYear = '' } = typed;
  const { memberRequests } = context.api;
  const trees = {
    ...{ varietyCode, count: wholeNumber(count) },
    plantedYear: plantedYear.trim() === '' ? null : wholeNumber(plantedYear),
  };
  const corrected = { key, plotId, areaM2, note, trees: varietyCode === '' && count === '' ? null : trees };
  const answer =
    act === 'copy'
      ? await answered(request, memberRequests.askCopy({ key, certificateId, note }))
      : await answered(request, memberRequests.askCorrection(corrected));
  if (answer.ok)
    throw redirect(hrefIn(locale, `/office/requests/mine?sent=${answer.value.code}`), { headers: PRIVATE });
  const problem = joiningProblemOf(answer.error, locale);
  return data({ act, typed, problem }, { status: problem.status, headers: PRIVATE });
}

export default function MyRequests() {
  const { rows, next, offers, sent, keys } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const href = useHref();
  const of = (act: string) => (refused?.act === act ? refused : null);
  const [copy, correction] = [of('copy'), of('correction')];
  return (
    <Orchard>
      <PageHeader title={m.joining_requests_mine()} lead={m.joining_requests_mine_lead()} />
      <div className="grid gap-8">
        {sent && !refused ? <Notice tone="good" title={m.joining_requests_sent({ code: sent })} /> : null}
        {refused?.problem.above ? (
          <Notice tone="care" title={refused.problem.above}>
            <SignInElsewhere problem={refused.problem} />
          </Notice>
        ) : null}
        {rows.length > 0 ? <RequestList rows={rows} ofWhom={false} /> : null}
        {next ? (
          <LinkButton kind="quiet" to={href(`/office/requests/mine?after=${next}`)}>
            {m.joining_office_next()}
          </LinkButton>
        ) : null}
        <section aria-labelledby="copy" className="space-y-4">
          <h2 id="copy" className="border-b-2 border-ink pb-1 text-22">
            {m.joining_requests_copy()}
          </h2>
          <CopyForm
            offers={offers}
            formKey={copy?.typed.key || keys.copy}
            typed={copy?.typed ?? {}}
            beside={copy?.problem.beside ?? {}}
          />
        </section>
        <section aria-labelledby="correction" className="space-y-4">
          <h2 id="correction" className="border-b-2 border-ink pb-1 text-22">
            {m.joining_requests_correction()}
          </h2>
          <p>
            {m.entrance_correction_form()}{' '}
            <Link to={href('/office/plots')} className="text-rind underline underline-offset-4">
              {m.farm_plots_title()}
            </Link>
          </p>
          <CorrectionForm
            offers={offers}
            formKey={correction?.typed.key || keys.correction}
            typed={correction?.typed ?? {}}
            beside={correction?.problem.beside ?? {}}
          />
        </section>
      </div>
    </Orchard>
  );
}
