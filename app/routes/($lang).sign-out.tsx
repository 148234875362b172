import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { hrefIn, localeOf } from '~/locale';
import { PRIVATE } from '~/private-page.server';

/** Signing out is an act: whoever only opens the address is led back to the office. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(hrefIn(localeOf(params), '/office'), { headers: PRIVATE });
}

export async function action({ params, context }: ActionFunctionArgs) {
  await context.api.session.signOut();
  return redirect(hrefIn(localeOf(params), '/office/sign-in'), { headers: PRIVATE });
}
