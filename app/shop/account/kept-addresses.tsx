import { Link } from '@remix-run/react';
import { Sign } from '~/components/sign';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import type { KeptForCheckout } from './kept-addresses.server';

const CARD =
  'flex min-h-14 items-center gap-3 rounded-crate border-2 border-edge bg-card px-4 py-2 no-underline hover:bg-leaf aria-[current=true]:border-rind aria-[current=true]:bg-leaf';

/** One choice fills in who and where; a guest is told that signing in would. Links, so that it works without script. */
export function KeptAddresses({ kept }: { kept: KeptForCheckout }) {
  const href = useHref();
  if (!kept.signedIn)
    return (
      <p className="mb-6">
        <Link
          to={href('/account?to=/checkout')}
          className="inline-flex min-h-11 items-center gap-2 underline"
        >
          <Sign name="person" />
          {m.account_sign_in_for_address()}
        </Link>
      </p>
    );
  if (kept.addresses.length === 0) return null;
  const choices = [...kept.addresses, { id: 'elsewhere', name: m.account_send_elsewhere(), place: '' }];
  return (
    <nav aria-labelledby="kept-addresses" className="mb-8">
      <h2 id="kept-addresses" className="mb-2 text-18">
        {m.account_send_to()}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {choices.map(({ id, name, place }) => (
          <li key={id}>
            <Link
              to={`${href('/checkout')}?address=${id}`}
              preventScrollReset
              aria-current={id === kept.chosen ? 'true' : undefined}
              className={CARD}
            >
              <Sign name={id === kept.chosen ? 'check' : 'truck'} size={22} />
              <span className="min-w-0 wrap-anywhere">
                <span className="block font-semibold">{name}</span>
                {place ? <span className="block text-14 text-muted">{place}</span> : null}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
