import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { TRPCError } from '@trpc/server';
import { cartCookie, cartLines, readCart } from '~/cart-cookie.server';
import { hrefIn, isLocale, localeOf } from '~/locale';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { placeAfter } from '~/shop/account/signed-in.server';
import { asCart } from '~/shop/kept-cart.server';
import { passkeyAnswer, refused } from '~/signing-in/passkey-door.server';

/** Only the page's script speaks to this address. */
export const loader = ({ params }: ActionFunctionArgs) => redirect(hrefIn(localeOf(params), '/account'));

/** What the page's script asks for passkeys: `begin`, `add`, `begin-entry`, `enter`. Refusals are told by status alone. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const { passkeys } = context.api.buyers;
  try {
    return await passkeyAnswer(await formOf(request), {
      begin: async () => ({ value: await passkeys.begin({}) }),
      add: async (made) => ((await passkeys.add(made)).ok ? { value: {} } : refused(422)),
      'begin-entry': async () => {
        const begun = await passkeys.beginEntry({});
        return begun.ok ? begun : refused(503);
      },
      enter: async (signed) => {
        const done = await passkeys.enter({ ...signed, cart: cartLines(readCart(request)) });
        if (!done.ok) return refused(422);
        const { cart, locale: chosen } = done.value;
        const site = { secure: context.publicUrl.startsWith('https:') };
        const to = hrefIn(isLocale(chosen) ? chosen : locale, placeAfter(request));
        return { value: { to }, headers: { 'Set-Cookie': cartCookie(asCart(cart), site) } };
      },
    });
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const status = { BAD_REQUEST: 400, UNAUTHORIZED: 403, FORBIDDEN: 403 }[error.code as string];
    if (!status) throw error;
    return Response.json({}, { status, headers: PRIVATE });
  }
}
