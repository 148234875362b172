import type { AppLoadContext } from '@remix-run/node';
import type { Locale } from '~/locale';
import type { ShownPlace } from '../checkout-parts';
import { placeName } from '../place-name';
import { addressShown } from './addresses.server';

/** What an account fills in at the checkout. */
export interface FilledIn {
  buyerName: string;
  phone: string;
  province: ShownPlace;
  ward: ShownPlace;
  street: string;
  note: string;
}

/** What the checkout offers a buyer who is signed in, and a guest. */
export interface KeptForCheckout {
  signedIn: boolean;
  /** The id of the address that is filled in, or `elsewhere`. */
  chosen: string;
  addresses: { id: string; name: string; place: string }[];
  filled: FilledIn | null;
}

const NOWHERE: ShownPlace = { text: '', code: '', choices: [] };

/** The addresses to choose from, and the chosen one (`?address=`), else the default, as the form shows it. */
export async function keptForCheckout(
  context: AppLoadContext,
  request: Request,
  locale: Locale,
): Promise<KeptForCheckout> {
  const me = await context.api.buyers.me();
  if (!me) return { signedIn: false, chosen: '', addresses: [], filled: null };
  const kept = await context.api.buyers.addresses();
  const asked = new URL(request.url).searchParams.get('address');
  const chosen = asked === 'elsewhere' ? undefined : (kept.find(({ id }) => id === asked) ?? kept[0]);
  const phone = me.phone.replace(/^\+84/, '0');
  const nobody = { buyerName: me.name, province: NOWHERE, ward: NOWHERE, street: '', note: '' };
  const { buyerName, province, ward, street, note } = chosen ? addressShown(chosen, locale) : nobody;
  return {
    signedIn: true,
    chosen: chosen?.id ?? 'elsewhere',
    addresses: kept.map(({ id, name, street: at, ward: of }) => ({
      ...{ id, name, place: `${at}, ${placeName(of, locale)}` },
    })),
    filled: { buyerName, phone, province, ward, street, note },
  };
}
