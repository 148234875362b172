import { hrefIn, type Locale } from '~/locale';
import { isOfficePath } from '../where-to';

/** Where somebody goes who has signed in: the place in the office that they asked for (`?to=`), or its home. */
export function placeAfterSignIn(request: Request, locale: Locale): string {
  const to = new URL(request.url).searchParams.get('to') ?? '';
  return isOfficePath(to) ? to : hrefIn(locale, '/office');
}
