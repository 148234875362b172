import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { hrefIn, localeOf } from '~/locale';
import { QuoteForm } from '~/office/bulk/quote-form';
import { Supply } from '~/office/bulk/supply';
import { quoteIn } from '~/office/bulk/typed-quote.server';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import { SignInElsewhere } from '~/office/sign-in-elsewhere';
import { typedIn } from '~/office/typed-listing.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { AskedFor, Fact } from '~/shop/bulk/bulk-facts';
import { BulkHeader } from '~/shop/bulk/bulk-header';
import { OlderQuotes, QuoteCard } from '~/shop/bulk/quote-card';
import { spacedPhone } from '~/shop/order-road';
import { shownPlace } from '~/shop/shown-checkout.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = ({ params }) => [{ title: m.bulk_own_title({ code: params.code ?? '' }) }];

export const headers = () => PRIVATE;

const DONE: Record<string, () => string> = {
  quote: m.bulk_office_done_quote,
  decline: m.bulk_office_done_decline,
};
const NOWHERE = { text: '', code: '', choices: [] };

/** A request and what there is for it; 404 for an unknown one. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { bulk, session } = context.api;
  const found = await asked(request, bulk.one({ code: (params.code ?? '').slice(0, 40) }));
  if (!found.ok) throw new Response(m.bulk_office_unknown(), { status: 404, headers: PRIVATE });
  const me = await asked(request, session.me());
  const manages = me.kind === 'person' && me.roles.includes('manager');
  const done = new URL(request.url).searchParams.get('done') ?? '';
  const [key, declineKey] = [crypto.randomUUID(), crypto.randomUUID()];
  return { bulk: found.value, manages, done, key, declineKey };
}

/** Quotes or declines, as the form's `act` says; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const { bulk, addresses } = context.api;
  const typed = await typedIn(request);
  const code = (params.code ?? '').slice(0, 40);
  const found = await asked(request, bulk.one({ code }));
  if (!found.ok) throw new Response(m.bulk_office_unknown(), { status: 404, headers: PRIVATE });
  const { id: requestId, kind } = found.value;
  const { act, key = '', why = '' } = typed;
  if (act !== 'quote' && act !== 'decline')
    throw new Response(m.office_unknown_request(), { status: 400, headers: PRIVATE });
  const place = (name: string) => ({
    typed: (typed[name] ?? '').slice(0, 80),
    picked: typed[`${name}Code`]?.slice(0, 5) || null,
    chosen: typed[`${name}Choice`]?.slice(0, 5) || null,
  });
  const [province, ward] = [place('province'), place('ward')];
  const settled = kind === 'export' ? await addresses.settle({ province, ward }) : null;
  const answer =
    act === 'decline'
      ? await answered(request, bulk.decline({ key, requestId, why }))
      : await answered(request, bulk.quote(quoteIn(typed, requestId, settled)));
  if (answer.ok) throw redirect(hrefIn(locale, `/office/bulk/${code}?done=${act}`), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale);
  // Of a line that is sold by weight, its place among the lines says beside which.
  if ('at' in answer.error && problem.beside.productId)
    problem.beside[`lines.${answer.error.at}.productId`] = problem.beside.productId;
  const handOver = {
    province: settled ? shownPlace(province.typed, settled.province, locale) : NOWHERE,
    ward: settled ? shownPlace(ward.typed, settled.ward, locale) : NOWHERE,
    street: typed.street ?? '',
  };
  return data({ act, typed, problem, handOver }, { status: problem.status, headers: PRIVATE });
}

export default function BulkOfOffice() {
  const { bulk, manages, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const said = refused ? null : DONE[done]?.();
  const open = bulk.standing === 'received' || bulk.standing === 'quoted' || bulk.standing === 'expired';
  const [quote, ...older] = bulk.quotes;
  return (
    <>
      <BulkHeader bulk={bulk} />
      <div className="grid gap-8">
        {said ? <Notice tone="good" title={said} /> : null}
        {bulk.demo ? <Notice tone="plain">{m.bulk_demo()}</Notice> : null}
        {refused?.problem.above ? (
          <Notice tone="care" title={refused.problem.above}>
            <SignInElsewhere problem={refused.problem} />
          </Notice>
        ) : null}
        <div className="grid gap-8 lg:grid-cols-2">
          <WhoAsks />
          <section aria-labelledby="asked" className="grid content-start gap-3">
            <h2 id="asked" className="border-b-2 border-ink pb-1 text-22">
              {m.bulk_asked_title()}
            </h2>
            <AskedFor bulk={bulk} />
          </section>
        </div>
        {quote ? (
          <section aria-labelledby="quote" className="grid max-w-3xl gap-3">
            <h2 id="quote" className="border-b-2 border-ink pb-1 text-22">
              {m.bulk_quote_title({ number: quote.number })}
            </h2>
            <QuoteCard quote={quote} />
            <OlderQuotes quotes={older} />
          </section>
        ) : null}
        {open ? <Supply bulk={bulk} /> : null}
        {open && manages ? <Answer /> : null}
      </div>
    </>
  );
}

/** Whom to call, what was said, and the order that came of it. */
function WhoAsks() {
  const { bulk } = useLoaderData<typeof loader>();
  const href = useHref();
  const link = 'inline-flex min-h-11 items-center text-rind underline underline-offset-4';
  const why = bulk.steps.at(-1)?.why;
  return (
    <section aria-labelledby="who" className="grid content-start gap-3">
      <h2 id="who" className="border-b-2 border-ink pb-1 text-22">
        {m.bulk_who_title()}
      </h2>
      <dl className="grid gap-3 sm:grid-cols-2">
        <Fact term={m.bulk_who()}>{bulk.who}</Fact>
        <Fact term={m.checkout_phone()}>
          <a href={`tel:${bulk.phone}`} className={link}>
            {spacedPhone(bulk.phone)}
          </a>
        </Fact>
        {bulk.taxCode ? <Fact term={m.bulk_tax_code()}>{bulk.taxCode}</Fact> : null}
        {bulk.email ? <Fact term={m.bulk_email()}>{bulk.email}</Fact> : null}
        {why ? <Fact term={m.bulk_office_why()}>{why}</Fact> : null}
      </dl>
      {bulk.orderCode ? (
        <p>
          <Link to={href(`/office/orders/${bulk.orderCode}`)} className={link}>
            {m.bulk_to_order({ code: bulk.orderCode })}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

/** The quote's form, and the one that declines. */
function Answer() {
  const { bulk, key, declineKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const of = (act: string) => (refused?.act === act ? refused : null);
  const [quoting, declining] = [of('quote'), of('decline')];
  const nowhere = { province: NOWHERE, ward: NOWHERE, street: '' };
  return (
    <section aria-labelledby="answer" className="grid max-w-3xl gap-6">
      <h2 id="answer" className="border-b-2 border-ink pb-1 text-22">
        {bulk.quotes.length > 0 ? m.bulk_office_replace() : m.bulk_office_answer()}
      </h2>
      <QuoteForm
        bulk={bulk}
        typed={quoting?.typed ?? { key, 'lines.0.grams': String(bulk.grams / 1000) }}
        handOver={quoting?.handOver ?? nowhere}
        beside={quoting?.problem.beside ?? {}}
      />
      <Form method="post" noValidate className="grid gap-4 border-t border-line pt-4">
        <input type="hidden" name="key" value={declining?.typed.key || declineKey} />
        <Field
          label={m.bulk_office_decline_why()}
          hint={m.bulk_office_decline_hint()}
          error={declining?.problem.beside.why}
        >
          <TextInput name="why" defaultValue={declining?.typed.why} />
        </Field>
        <div>
          <Button kind="danger" name="act" value="decline">
            {m.bulk_office_decline()}
          </Button>
        </div>
      </Form>
    </section>
  );
}
