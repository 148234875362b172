import { type AppLoadContext, redirect } from '@remix-run/node';
import { hrefIn, localeOf } from '~/locale';
import { PRIVATE } from '~/private-page.server';

/** Where somebody may be led after signing in: pages of the shop that ask for it. */
const PLACES = /^\/(account(\/(addresses|details))?|cart|checkout|my-data)$/;

/** The page that was asked for before the sign-in, or `/account`. */
export function placeAfter(request: Request): string {
  const to = new URL(request.url).searchParams.get('to') ?? '';
  return PLACES.test(to) ? to : '/account';
}

/** The buyer who is signed in; throws a redirect to the sign-in, which leads back to `page`. */
export async function signedIn(
  context: AppLoadContext,
  params: Parameters<typeof localeOf>[0],
  page: string,
) {
  const me = await context.api.buyers.me();
  if (me) return me;
  throw redirect(hrefIn(localeOf(params), `/account?to=${encodeURIComponent(page)}`), { headers: PRIVATE });
}
