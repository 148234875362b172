import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { useId } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { QuantityStepper } from '~/components/quantity-stepper';
import { formatDay, formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { HarvestList } from './harvest-list';
import { lastDayOf, offerWords } from './marked-words';
import { soldByWords } from './units';

type Product = ApiOutputs['products']['list'][number];
type MarkedOffersProps = {
  product: Product;
  now: Date;
  /** Why one of them was not put into the cart. */
  refused: { markdownId: string; error: string; typed: string } | null;
};

/** Fruit about to pass that is sold for less: what it costs, of which harvest, how long it is good, and the way into the cart. */
export function MarkedOffers({ product, now, refused }: MarkedOffersProps) {
  if (product.markdowns.length === 0) return null;
  return (
    <section
      aria-labelledby="marked-down"
      className="mt-8 rounded-crate border-2 border-flesh bg-flesh-soft p-4"
    >
      <h2 id="marked-down" className="text-22">
        {m.markdown_title()}
      </h2>
      <p>{m.markdown_lead()}</p>
      <ul className="mt-3 grid gap-6">
        {product.markdowns.map((offer) => (
          <li key={offer.id}>
            <Offer
              product={product}
              offer={offer}
              now={now}
              refused={refused?.markdownId === offer.id ? refused : null}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Offer({
  product,
  offer,
  now,
  refused,
}: MarkedOffersProps & { offer: Product['markdowns'][number] }) {
  const locale = useLocale();
  const errorId = useId();
  return (
    <>
      <p className="font-semibold">{offerWords(offer, product.saleUnit, now, locale)}</p>
      <p>
        <span className="text-22 font-extrabold text-rind">{formatDong(offer.price, locale)}</span>
        <span className="text-muted">
          {' '}
          / {soldByWords(product, locale)}, {m.markdown_usual({ price: formatDong(product.price, locale) })}
        </span>
      </p>
      <p className="text-14">{m.markdown_until({ day: formatDay(lastDayOf(offer.endsAt), locale) })}</p>
      <Form method="post" noValidate className="mt-2 flex flex-wrap items-end gap-3">
        <input type="hidden" name="markdown" value={offer.id} />
        <Field label={m.markdown_quantity({ batch: offer.harvest.batch })} error={null}>
          <QuantityStepper
            name="quantity"
            defaultValue={refused?.typed ?? 1}
            most={offer.unitsLeft}
            errorId={refused ? errorId : undefined}
          />
        </Field>
        <Button kind="quiet">{m.markdown_add()}</Button>
        {refused ? (
          <p id={errorId} role="alert" className="basis-full font-semibold text-soil">
            {refused.error}
          </p>
        ) : null}
      </Form>
      <div className="mt-3">
        <HarvestList gtin={product.gtin} harvests={[offer.harvest]} now={now} />
      </div>
    </>
  );
}
