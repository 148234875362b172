import { Badge } from '~/components/badge';
import { LinkButton } from '~/components/button';
import { formatDay, formatDong } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { soldByWords, unitsWords } from '~/shop/units';
import { useHref, useLocale } from '~/use-locale';
import { type Offer, ruleWords } from './rule-words';

/** What an offer costs, what is left of it and until when it can be ordered. */
export function OfferFacts({ offer }: { offer: Offer }) {
  const locale = useLocale();
  const { product, unitsLeft } = offer;
  return (
    <>
      <p>
        <span className="text-22 font-extrabold text-rind">{formatDong(offer.price, locale)}</span>
        <span className="text-muted"> / {soldByWords({ ...product, mostGrams: null }, locale)}</span>
      </p>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        {unitsLeft > 0 ? (
          <Badge tone="ripe">
            {m.preorders_left({ units: unitsWords(unitsLeft, product.saleUnit, locale) })}
          </Badge>
        ) : (
          <Badge tone="plain">{m.preorders_full()}</Badge>
        )}
        <span className="text-14">{m.preorders_deposit({ percent: offer.depositPercent })}</span>
        <span className="text-14">{m.preorders_until({ day: formatDay(offer.lastDay, locale) })}</span>
      </p>
    </>
  );
}

/** What happens when too little is cut, in words. */
export function RuleInWords({ rule }: { rule: Offer['rule'] }) {
  return (
    <div className="mt-3 border-l-4 border-rind pl-3 text-14">
      <p className="font-semibold">{m.preorders_rule_title()}</p>
      <p>{ruleWords(rule)}</p>
      <p>{m.preorders_rule_back()}</p>
    </div>
  );
}

/** A product of a week that can be ordered ahead, with the rule by which it is shared when there is too little. */
export function OfferCard({ offer }: { offer: Offer }) {
  const href = useHref();
  const locale = useLocale();
  const name = nameIn(offer.product, locale);
  return (
    <article className="flex h-full flex-col rounded-crate border-2 border-edge bg-card p-4">
      <div className="flex gap-4">
        <img
          src={`/pictures/${offer.product.picture}`}
          alt=""
          width="120"
          height="90"
          loading="lazy"
          className="h-20 w-24 shrink-0 rounded-crate bg-leaf object-contain p-1"
        />
        <div>
          <h3 className="text-18">{name}</h3>
          <OfferFacts offer={offer} />
        </div>
      </div>
      <RuleInWords rule={offer.rule} />
      {offer.unitsLeft > 0 ? (
        <p className="mt-auto pt-4">
          <LinkButton
            to={href(`/pre-orders/${offer.offerId}`)}
            aria-label={m.preorders_choose_which({ product: name })}
            className="max-sm:w-full"
          >
            {m.preorders_choose()}
          </LinkButton>
        </p>
      ) : null}
    </article>
  );
}
