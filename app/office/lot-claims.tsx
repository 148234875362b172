import type { ApiOutputs } from '@baunghe/api';
import * as m from '~/paraglide/messages.js';
import { reasonWords } from '~/shop/after/claim-words';

/** How many buyers claimed fruit of a lot, by what was wrong: what a recall is weighed by. */
export function LotClaims({ claims }: { claims: ApiOutputs['claims']['ofLot'] }) {
  return (
    <section className="grid gap-2">
      <h2 className="text-22">{m.after_office_lot()}</h2>
      {claims.length === 0 ? (
        <p className="text-muted">{m.after_office_lot_none()}</p>
      ) : (
        <dl className="border-t-2 border-ink">
          {claims.map(({ reason, count }) => (
            <div key={reason} className="flex justify-between gap-4 border-b border-line py-2">
              <dt>{reasonWords(reason)}</dt>
              <dd className="font-semibold">{count}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
