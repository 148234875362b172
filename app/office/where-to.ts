const OFFICE = /^(\/[a-z]{2})?\/office(\/(?!sign-in(\/|$))[^/]|$)/;

/** The sign-in page that leads on to a page of the office. */
export function signInPath(to: string): string {
  return isOfficePath(to) ? `/office/sign-in?to=${encodeURIComponent(to)}` : '/office/sign-in';
}

/** Whether an address is a page of the office on this site; anything that a browser could read as another site is not. */
export function isOfficePath(to: string): boolean {
  if (!URL.canParse(to, 'http://here.invalid')) return false;
  const { origin, pathname, search } = new URL(to, 'http://here.invalid');
  return origin === 'http://here.invalid' && to === pathname + search && OFFICE.test(pathname);
}
