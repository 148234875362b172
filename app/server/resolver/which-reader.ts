/** The shapes of addresses under which a scanned code has its own page, whatever is written in them. */
const HAS_A_PAGE = /^\/01\/[^/?]+(?:\/10\/[^/?]+)?(?:\/21\/[^/?]+)?\/?(?:\?|$)/;

type Asked = { method: string; originalUrl: string; headers: { accept?: string | undefined } };

/** Whether a request at a scanned code's address is for its page, and nothing for the resolver to weigh. */
export function isForAPerson({ method, originalUrl, headers }: Asked): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return HAS_A_PAGE.test(originalUrl) && !asksForLinks(originalUrl) && wantsPage(headers.accept ?? '');
}

/** Whether an address asks the resolver for links, rather than for what it names. */
export function asksForLinks(url: string): boolean {
  return /[?&]linkType=/.test(url);
}

/** Whether whoever sends this `Accept` reads pages: a browser, or what takes anything and names no JSON. */
function wantsPage(accept: string): boolean {
  if (namesJson(accept)) return false;
  return accept === '' || accept.includes('*/*') || accept.includes('text/html');
}

/** Whether a refusal is best told by a page: to a browser, and to whoever did not ask for links. */
export function readsPages({ originalUrl, headers }: Asked): boolean {
  const { accept = '' } = headers;
  return wantsPage(accept) && (accept.includes('text/html') || !asksForLinks(originalUrl));
}

/** Whether an `Accept` weighs pages against documents, so that a kept page is no answer to it. */
export function namesJson(accept: string): boolean {
  return accept.includes('json');
}
