import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { ActForm } from '~/components/act-form';
import { Notice } from '~/components/notice';
import { hrefIn, localeOf } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { formOf, text } from '~/read-form.server';
import { codeAndKey, heard, OWN } from '~/shop/after/own-order.server';
import { ownPath } from '~/shop/after/own-path';
import { AcceptForm } from '~/shop/bulk/accept-form';
import { AskedFor } from '~/shop/bulk/bulk-facts';
import { BulkHeader } from '~/shop/bulk/bulk-header';
import { OlderQuotes, QuoteCard } from '~/shop/bulk/quote-card';
import { sayNotAccepted } from '~/shop/bulk/say-bulk.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = ({ params }) => [
  { title: m.bulk_own_title({ code: params.code ?? '' }) },
  { name: 'robots', content: 'noindex' },
];

export const headers = () => OWN;

const ownIn = (asked: Pick<LoaderFunctionArgs, 'params' | 'request'>) => {
  const [code, bulkKey] = codeAndKey(asked);
  return { code, bulkKey };
};

/** One's own request; without its key the way to find it is shown. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const [found, inForce] = await Promise.all([
    context.api.bulk.follow(ownIn({ params, request })),
    context.api.terms.inForce(),
  ]);
  if (!found.ok) throw redirect(hrefIn(locale, '/bulk/find'), { headers: OWN });
  return data({ bulk: found.value, inForce, key: crypto.randomUUID() }, { headers: OWN });
}

/** Accepts the quote or withdraws the request, as the form's `act` says. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const own = ownIn({ params, request });
  const form = await formOf(request);
  const act = text(form, 'act');
  const method = text(form, 'method');
  const sent = { ...own, key: text(form, 'key') };
  if (act === 'withdraw') {
    const answer = await heard(context.api.bulk.withdraw(sent));
    if (answer.ok) return redirect(request.url, { status: 303, headers: OWN });
    return refused(answer.error);
  }
  const seen = text(form, 'seenTotal');
  const answer = await heard(
    context.api.bulk.accept({
      ...sent,
      quoteId: text(form, 'quoteId').slice(0, 64),
      seenTotal: /^\d{1,13}$/.test(seen) ? Number(seen) : 0,
      method: method as 'cod',
    }),
  );
  if (answer.ok) {
    const to = ownPath(answer.value.code, answer.value.orderKey);
    return redirect(hrefIn(locale, to), { status: 303, headers: OWN });
  }
  return refused(answer.error);

  async function refused(error: Parameters<typeof sayNotAccepted>[0]) {
    const now = await context.api.bulk.follow(own);
    if (!now.ok) throw redirect(hrefIn(locale, '/bulk/find'), { headers: OWN });
    const said = sayNotAccepted(error, now.value, locale);
    return data({ said, method }, { status: said.status, headers: OWN });
  }
}

export default function OwnBulkRequest() {
  const { bulk, inForce, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const [quote, ...older] = bulk.quotes;
  const open = bulk.standing === 'received' || bulk.standing === 'quoted' || bulk.standing === 'expired';
  return (
    <>
      <BulkHeader bulk={bulk} />
      <div className="max-w-2xl space-y-8">
        {refused ? <Notice tone="care">{refused.said.above}</Notice> : null}
        {bulk.demo ? <Notice tone="plain">{m.bulk_demo()}</Notice> : null}
        <Standing />
        {quote ? (
          <section aria-labelledby="quote" className="space-y-4">
            <h2 id="quote" className="border-b-2 border-ink pb-1 text-22">
              {m.bulk_quote_title({ number: quote.number })}
            </h2>
            <QuoteCard quote={quote} />
            {bulk.standing === 'quoted' ? (
              <AcceptForm bulk={bulk} quote={quote} inForce={inForce} formKey={key} refused={refused} />
            ) : null}
            <OlderQuotes quotes={older} />
          </section>
        ) : null}
        <section aria-labelledby="asked" className="space-y-4">
          <h2 id="asked" className="border-b-2 border-ink pb-1 text-22">
            {m.bulk_asked_title()}
          </h2>
          <AskedFor bulk={bulk} />
        </section>
        {open ? (
          <ActForm act="withdraw" formKey={key}>
            {m.bulk_withdraw()}
          </ActForm>
        ) : null}
        <p className="text-14 text-muted">{m.bulk_keep({ code: bulk.code })}</p>
      </div>
    </>
  );
}

/** What happens next, in a sentence; of an accepted one the way to its order. */
function Standing() {
  const { bulk } = useLoaderData<typeof loader>();
  const href = useHref();
  const why = bulk.steps.at(-1)?.why ?? '';
  const next: Record<typeof bulk.standing, () => string> = {
    received: m.bulk_next_received,
    quoted: m.bulk_next_quoted,
    expired: m.bulk_next_expired,
    accepted: m.bulk_next_accepted,
    declined: () => m.bulk_next_declined({ why }),
    withdrawn: m.bulk_next_withdrawn,
  };
  return (
    <div>
      <p className="text-18">{next[bulk.standing]()}</p>
      {bulk.order ? (
        <Link
          to={href(ownPath(bulk.order.code, bulk.order.orderKey))}
          className="inline-flex min-h-11 items-center font-semibold text-rind underline underline-offset-4"
        >
          {m.bulk_to_order({ code: bulk.order.code })}
        </Link>
      ) : null}
    </div>
  );
}
