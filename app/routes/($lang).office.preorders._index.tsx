import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { nameIn } from '~/name-in';
import { asked } from '~/office/gate-answers.server';
import { OfferBars, OfferState, OfferTerms } from '~/office/offer-in-office';
import { weekWords } from '~/orchard/week-bars';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.preorders_office_title() }];

export const headers = () => PRIVATE;

/** All offers, newest week first, and whether there is an account for deposits. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { preorders, session } = context.api;
  const [{ hasBank, offers }, me] = await asked(request, Promise.all([preorders.inOffice(), session.me()]));
  const manages = me.kind === 'person' && me.roles.includes('manager');
  return { hasBank, offers, manages, now: context.now };
}

export default function PreordersInOffice() {
  const { hasBank, offers, manages, now } = useLoaderData<typeof loader>();
  const href = useHref();
  const locale = useLocale();
  return (
    <>
      <PageHeader title={m.preorders_office_title()} lead={m.preorders_office_lead()}>
        {manages && hasBank ? (
          <LinkButton to={href('/office/preorders/new')}>{m.preorders_new_title()}</LinkButton>
        ) : null}
      </PageHeader>
      {hasBank ? null : (
        <div className="mb-6">
          <Notice tone="care" title={m.preorders_no_bank_title()}>
            {m.preorders_no_bank_text()}
          </Notice>
        </div>
      )}
      {offers.length === 0 ? (
        <EmptyState
          sign="basket"
          title={m.preorders_office_none_title()}
          text={m.preorders_office_none_text()}
        />
      ) : null}
      <ul className="border-t-2 border-ink">
        {offers.map((offer) => (
          <li
            key={offer.offerId}
            className="grid gap-x-10 gap-y-3 border-b border-line py-4 lg:grid-cols-[2fr_3fr]"
          >
            <div>
              <h2 className="text-18">
                <Link
                  to={href(`/office/preorders/${offer.offerId}`)}
                  className="inline-flex min-h-11 items-center underline underline-offset-4"
                >
                  {nameIn(offer.product, locale)}
                </Link>
              </h2>
              <p className="mb-1 font-semibold">{weekWords(offer.monday, locale)}</p>
              <p className="mb-1 flex flex-wrap items-center gap-2">
                <OfferState offer={offer} now={now} />
                {offer.waiting > 0 ? <span>{m.preorders_waiting({ count: offer.waiting })}</span> : null}
              </p>
              <OfferTerms offer={offer} />
            </div>
            <OfferBars offer={offer} />
          </li>
        ))}
      </ul>
    </>
  );
}
