import { Badge } from '~/components/badge';
import { formatInstant } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { FollowedOrder } from '../order-road';
import { answerWords, type Claim, reasonWords } from './claim-words';

/** The photos of a claim; `source` gives the address of one. */
export function ClaimPhotos({ claim, source }: { claim: Claim; source: (id: string) => string }) {
  if (claim.photoIds.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-wrap gap-2">
      {claim.photoIds.map((id, index) => (
        <li key={id}>
          <a href={source(id)} className="block">
            <img
              src={source(id)}
              alt={m.after_claim_photo_alt({ number: index + 1 })}
              className="size-28 rounded-crate object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What a claim was answered, the first answer first; until then, by when it will be. */
export function ClaimAnswers({ claim }: { claim: Claim }) {
  const locale = useLocale();
  if (claim.answers.length === 0)
    return (
      <p className="text-14 text-muted">
        {m.after_claim_waits({ by: formatInstant(claim.answerBy, locale) })}
      </p>
    );
  return (
    <ol className="mt-2 space-y-2 border-l-4 border-rind pl-3">
      {claim.answers.map((answer) => (
        <li key={`${answer.at}`}>
          <span className="font-semibold">{answerWords(answer, locale)}</span>
          <span className="block">{answer.words}</span>
          <span className="block text-14 text-muted">{formatInstant(answer.at, locale)}</span>
        </li>
      ))}
    </ol>
  );
}

/** Which fruit a claim is about. */
export function claimFruit({ serial, product }: Claim, locale: Parameters<typeof nameIn>[1]): string {
  const name = nameIn(product, locale);
  return serial ? `${name}, ${m.after_claim_box({ serial })}` : m.after_claim_line({ product: name });
}

/** What a buyer said of fruit that was not good, and what came of it. */
export function OwnClaims({ order, orderKey }: { order: FollowedOrder; orderKey: string }) {
  const locale = useLocale();
  const { claims } = order.after;
  if (claims.length === 0) return null;
  const source = (id: string) =>
    `/orders/${order.code}/claim-photos/${id}?key=${encodeURIComponent(orderKey)}`;
  return (
    <section aria-labelledby="claims">
      <h2 id="claims" className="mb-2 border-b-2 border-ink pb-1 text-22">
        {m.after_claims_title()}
      </h2>
      <ul className="divide-y divide-line">
        {claims.map((claim) => (
          <li key={claim.id} className="py-3">
            <div className="flex flex-wrap items-center gap-2">
              <span className="text-18 font-semibold">{reasonWords(claim.reason)}</span>
              {claim.late ? <Badge tone="care">{m.after_claim_late()}</Badge> : null}
            </div>
            <p className="text-14 text-muted">
              {claimFruit(claim, locale)} · {formatInstant(claim.at, locale)}
            </p>
            {claim.words ? <p>{claim.words}</p> : null}
            {claim.erasedAt ? (
              <p className="text-muted">
                {m.after_claim_erased({ at: formatInstant(claim.erasedAt, locale) })}
              </p>
            ) : null}
            <ClaimPhotos claim={claim} source={source} />
            <ClaimAnswers claim={claim} />
          </li>
        ))}
      </ul>
    </section>
  );
}
