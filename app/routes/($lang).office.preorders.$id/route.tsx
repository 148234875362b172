import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { nameIn } from '~/name-in';
import { answered, asked } from '~/office/gate-answers.server';
import { OfferBars, OfferState, OfferTerms } from '~/office/offer-in-office';
import { problemOf } from '~/office/refusals.server';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { typedIn } from '~/office/typed-listing.server';
import { weekWords } from '~/orchard/week-bars';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useLocale } from '~/use-locale';
import { CloseOffer, ShareOut } from './share';

export const meta: MetaFunction = () => [{ title: m.preorders_office_title() }];

export const headers = () => PRIVATE;

const DONE: Record<string, () => string> = {
  open: m.preorders_done_open,
  share: m.preorders_done_share,
  close: m.preorders_done_close,
};

/** An offer, and how the fruit that is free now would be shared out. 404 for an unknown one. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { preorders, session } = context.api;
  const found = await asked(request, preorders.oneInOffice({ offerId: params.id ?? '' }));
  if (!found.ok) throw new Response(m.preorders_say_unknown(), { status: 404, headers: PRIVATE });
  const me = await asked(request, session.me());
  const manages = me.kind === 'person' && me.roles.includes('manager');
  const done = new URL(request.url).searchParams.get('done') ?? '';
  return { offer: found.value, manages, done, now: context.now, key: crypto.randomUUID() };
}

/** Shares the harvest out or closes the offer, as the form's `act` says. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const { act, key = '' } = await typedIn(request);
  if (act !== 'share' && act !== 'close')
    throw new Response(m.office_unknown_request(), { status: 400, headers: PRIVATE });
  const { shareOut, close } = context.api.preorders;
  const asking = { key, offerId: params.id ?? '' };
  const answer = await answered(request, act === 'share' ? shareOut(asking) : close(asking));
  if (answer.ok)
    throw redirect(hrefIn(locale, `/office/preorders/${params.id}?done=${act}`), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale);
  return data({ problem }, { status: problem.status, headers: PRIVATE });
}

export default function OfferOfOffice() {
  const { offer, manages, done, now, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const locale = useLocale();
  const said = refused ? null : DONE[done]?.();
  return (
    <>
      <PageHeader title={nameIn(offer.product, locale)} lead={weekWords(offer.monday, locale)}>
        <OfferState offer={offer} now={now} />
      </PageHeader>
      <div className="grid gap-8">
        {said ? <Notice tone="good" title={said} /> : null}
        {refused?.problem.above ? (
          <Notice tone="care" title={refused.problem.above}>
            <SignInElsewhere problem={refused.problem} />
          </Notice>
        ) : null}
        <section className="grid max-w-3xl gap-3">
          <OfferTerms offer={offer} />
          <OfferBars offer={offer} />
        </section>
        <ShareOut offer={offer} manages={manages} formKey={key} />
        {manages && !offer.closedAt ? <CloseOffer formKey={key} /> : null}
      </div>
    </>
  );
}
