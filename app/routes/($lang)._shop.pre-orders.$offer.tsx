import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { nameIn } from '~/name-in';
import { weekWords } from '~/orchard/week-bars';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { OfferFacts, RuleInWords } from '~/shop/ahead/offer-card';
import { placePreorder } from '~/shop/ahead/place-preorder.server';
import { PreorderForm } from '~/shop/ahead/preorder-form';
import { sayNotPreordered } from '~/shop/ahead/say-not-preordered.server';
import { readCheckout } from '~/shop/checkout-form.server';
import { shownPlace } from '~/shop/shown-checkout.server';
import { typedQuantity } from '~/shop/typed-quantity';
import { useLocale } from '~/use-locale';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? m.preorders_choose_which({ product: page.name }) : m.preorders_title() },
  { name: 'robots', content: 'noindex' },
];

export const headers = () => PRIVATE;

/** An offer with its sums for what the address asks for; 404 once it is no longer on offer. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = localeOf(params);
  const asked = new URL(request.url).searchParams;
  const quantity = typedQuantity(asked.get('quantity')) ?? 1;
  const provinceCode = asked.get('province')?.slice(0, 2) || null;
  const offerId = (params.offer ?? '').slice(0, 64);
  const found = await context.api.preorders.offer({ offerId, quantity, provinceCode });
  if (!found.ok) throw new Response(m.preorders_say_gone(), { status: 404, headers: PRIVATE });
  const [prices, inForce, wordings] = await Promise.all([
    context.api.products.deliveryPrices(),
    context.api.terms.inForce(),
    context.api.buyerData.wordings(),
  ]);
  const name = nameIn(found.value.product, locale);
  const terms = { inForce, wordings };
  return data(
    { offer: found.value, quantity, name, prices, terms, key: crypto.randomUUID() },
    { headers: PRIVATE },
  );
}

/** Orders ahead and leads to the order's page, where the deposit's code waits; refused, gives the form back. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const offerId = (params.offer ?? '').slice(0, 64);
  const form = await formOf(request);
  const sent = readCheckout(form);
  const typed = text(form, 'quantity').slice(0, 10);
  const quantity = typedQuantity(typed);
  const outcome = await placePreorder(context.api, sent, { offerId, quantity, locale });
  if (outcome.ok) {
    const { code, orderKey } = outcome.value;
    return redirect(hrefIn(locale, `/orders/${code}?key=${orderKey}`), { status: 303, headers: PRIVATE });
  }
  const { settled, provinceCode } = outcome;
  const again = await context.api.preorders.offer({
    offerId,
    quantity: quantity ?? 1,
    provinceCode: provinceCode || null,
  });
  if (!again.ok) throw new Response(m.preorders_say_gone(), { status: 404, headers: PRIVATE });
  const { status, above, beside } = sayNotPreordered(outcome, again.value.product.saleUnit, locale);
  const { key, buyerName, phone, street, note, method, consents } = sent;
  const shown = {
    ...{ key, quantity: typed, buyerName, phone, street, note, method, consents },
    province: shownPlace(sent.province.typed, settled.province, locale),
    ward: shownPlace(sent.ward.typed, settled.ward, locale),
  };
  return data({ above, beside, shown, sums: again.value.sums }, { status, headers: PRIVATE });
}

export default function PreOrder() {
  const { offer, quantity, name, prices, terms, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const locale = useLocale();
  return (
    <>
      <PageHeader
        title={m.preorders_choose_which({ product: name })}
        lead={weekWords(offer.monday, locale)}
      />
      <div className="mb-8 flex flex-wrap items-center gap-4">
        <img
          src={`/pictures/${offer.product.picture}`}
          alt=""
          width="120"
          height="90"
          className="h-20 w-24 shrink-0 rounded-crate bg-leaf object-contain p-1"
        />
        <div>
          <OfferFacts offer={offer} />
        </div>
        <div className="max-w-2xl">
          <RuleInWords rule={offer.rule} />
        </div>
      </div>
      <PreorderForm
        offer={offer}
        quantity={quantity}
        prices={prices}
        freshKey={key}
        terms={terms}
        refused={refused}
      />
    </>
  );
}
