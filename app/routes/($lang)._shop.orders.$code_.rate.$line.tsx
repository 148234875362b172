import { formAnswer } from '@baunghe/api';
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { EraseRating } from '~/shop/erase-rating';
import { fieldSentence } from '~/shop/field-sentences';
import { RateForm, type TypedRating } from '~/shop/rate-form';
import { ratePath } from '~/shop/rate-lines';
import { Stars } from '~/shop/stars';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [
  { title: m.finding_rate_title() },
  { name: 'robots', content: 'noindex' },
];

const HEADERS = { ...PRIVATE, 'Referrer-Policy': 'same-origin' };

export const headers = () => HEADERS;

const keyOf = (request: Request) => (new URL(request.url).searchParams.get('key') ?? '').slice(0, 64);

/** The line to be rated, for who holds the key of its order's page. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  localeOf(params);
  const [code, orderKey] = [(params.code ?? '').slice(0, 40), keyOf(request)];
  const found = await context.api.checkout.follow({ code, orderKey });
  const line = found.ok ? found.value.lines.find(({ id }) => id === params.line) : null;
  if (!found.ok || !line) throw new Response(m.errors_order_unknown(), { status: 404, headers: HEADERS });
  const { state, rateAs } = found.value;
  return { code, orderKey, line, delivered: state === 'delivered', rateAs, key: crypto.randomUUID() };
}

const STATUS = { fields: 422, line_unknown: 404, order_unknown: 404, not_delivered: 409, rated_already: 409 };

/** Takes the rating; refused, gives the form back as it was filled in. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const [code, orderKey, lineId] = [params.code ?? '', keyOf(request), params.line ?? ''];
  const form = await formOf(request);
  if (text(form, 'act') === 'erase') {
    const writeKey = text(form, 'key').slice(0, 64);
    const gone = await formAnswer(context.api.ratings.erase({ code, orderKey, lineId, key: writeKey }));
    if (!gone.ok) throw new Response(m.errors_order_unknown(), { status: 404, headers: HEADERS });
    throw redirect(hrefIn(locale, ratePath(code, lineId, orderKey)), { status: 303, headers: HEADERS });
  }
  const said = { key: text(form, 'key'), words: text(form, 'words'), named: text(form, 'named') };
  const typed: TypedRating = { ...said, stars: text(form, 'stars') };
  const rating = { ...said, stars: Number(typed.stars), named: said.named === 'yes' };
  const given = await formAnswer(context.api.ratings.give({ code, orderKey, lineId, ...rating }));
  if (given.ok)
    throw redirect(hrefIn(locale, ratePath(code, lineId, orderKey)), { status: 303, headers: HEADERS });
  const { error } = given;
  const fields = error.code === 'fields' ? Object.entries(error.fields) : [];
  const beside = Object.fromEntries(fields.map(([name, field]) => [name, fieldSentence(field)]));
  return data(
    { typed, beside, above: aboveWords(error.code) },
    { status: STATUS[error.code], headers: HEADERS },
  );
}

function aboveWords(code: keyof typeof STATUS): string {
  if (code === 'fields') return m.finding_say_fields();
  if (code === 'not_delivered') return m.finding_rate_not_yet();
  return code === 'rated_already' ? m.finding_rate_done() : m.errors_order_unknown();
}

export default function RateLine() {
  const { code, orderKey, line, delivered, rateAs, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const locale = useLocale();
  const href = useHref();
  const { product, stars, ratingErased } = line;
  return (
    <>
      <PageHeader title={m.finding_rate_title()} lead={nameIn(product, locale)} />
      {stars !== null ? (
        <div className="mb-6 space-y-4">
          <Notice tone="good" title={m.finding_rate_done()}>
            <Stars stars={stars} size={26} />
          </Notice>
          <LinkButton kind="quiet" to={href(`/products/${product.slug}#ratings`)}>
            {m.finding_rate_see()}
          </LinkButton>
          <EraseRating formKey={key} />
        </div>
      ) : ratingErased ? (
        <Notice tone="plain" title={m.finding_rate_erased()} />
      ) : delivered ? (
        <RateForm
          typed={refused?.typed ?? { key, stars: '', words: '', named: 'yes' }}
          shortName={rateAs}
          above={refused?.above ?? null}
          beside={refused?.beside ?? {}}
        />
      ) : (
        <Notice tone="plain" title={m.finding_rate_not_yet()} />
      )}
      <p className="mt-6">
        <LinkButton kind="quiet" to={href(`/orders/${code}?key=${encodeURIComponent(orderKey)}`)}>
          {m.finding_rate_back()}
        </LinkButton>
      </p>
    </>
  );
}
