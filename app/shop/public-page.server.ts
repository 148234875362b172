import { hasCart } from '~/cart-cookie.server';

/** The headers of a page that is the same for everyone: it may be kept, unless this visitor brings a cart. */
export function publicPage(request: Request): { headers: Record<string, string> } {
  return { headers: { 'Cache-Control': hasCart(request) ? 'private, no-store' : 'public, max-age=0' } };
}
