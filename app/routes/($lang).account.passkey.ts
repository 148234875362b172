import { type ActionFunctionArgs, json, redirect } from '@remix-run/node';
import { TRPCError } from '@trpc/server';
import { cartCookie, cartLines, readCart } from '~/cart-cookie.server';
import { hrefIn, isLocale, localeOf } from '~/locale';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { placeAfter } from '~/shop/account/signed-in.server';
import { asCart } from '~/shop/kept-cart.server';

/** Only the page's script speaks to this address. */
export const loader = ({ params }: ActionFunctionArgs) => redirect(hrefIn(localeOf(params), '/account'));

/** What the page's script asks for passkeys: `begin`, `add`, `begin-entry`, `enter`. Refusals are told by status alone. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  try {
    return await answer(
      context.api.buyers.passkeys,
      form,
      (lines, chosen) => {
        const site = { secure: context.publicUrl.startsWith('https:') };
        const headers = { ...PRIVATE, 'Set-Cookie': cartCookie(asCart(lines), site) };
        return json({ to: hrefIn(isLocale(chosen) ? chosen : locale, placeAfter(request)) }, { headers });
      },
      cartLines(readCart(request)),
    );
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.code === 'BAD_REQUEST') return refused(400);
    if (error.code === 'UNAUTHORIZED' || error.code === 'FORBIDDEN') return refused(403);
    throw error;
  }
}

type Passkeys = ActionFunctionArgs['context']['api']['buyers']['passkeys'];
type Lines = ReturnType<typeof cartLines>;

async function answer(
  passkeys: Passkeys,
  form: FormData,
  entered: (kept: Parameters<typeof asCart>[0], chosen: string) => Response,
  cart: Lines,
) {
  const challengeId = text(form, 'challengeId');
  switch (text(form, 'act')) {
    case 'begin':
      return json(await passkeys.begin({}), { headers: PRIVATE });
    case 'add': {
      const added = await passkeys.add({ challengeId, response: signedIn(form) });
      return added.ok ? json({}, { headers: PRIVATE }) : refused(422);
    }
    case 'begin-entry': {
      const begun = await passkeys.beginEntry({});
      return begun.ok ? json(begun.value, { headers: PRIVATE }) : refused(503);
    }
    case 'enter': {
      const done = await passkeys.enter({ challengeId, response: signedIn(form), cart });
      return done.ok ? entered(done.value.cart, done.value.locale) : refused(422);
    }
    default:
      return refused(400);
  }
}

function signedIn(form: FormData) {
  try {
    return JSON.parse(text(form, 'response'));
  } catch {
    return null;
  }
}

function refused(status: number): Response {
  return json({}, { status, headers: PRIVATE });
}
