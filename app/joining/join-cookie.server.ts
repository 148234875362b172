import { OWN } from '~/shop/after/own-order.server';

const NAME = 'joining';
/** As long as a draft lasts. */
const KEPT_SECONDS = 7 * 24 * 60 * 60;

/** The application that was begun in this browser and not sent: its code and key. */
export function begunIn(request: Request): { code: string; joinKey: string } | null {
  const found = new RegExp(`(?:^|;\\s*)${NAME}=(GN[0-9A-Z]{7})\\.([\\w-]{22})(?:;|$)`).exec(
    request.headers.get('Cookie') ?? '',
  );
  return found ? { code: found[1] ?? '', joinKey: found[2] ?? '' } : null;
}

/** Headers that keep the way back to a draft in this browser, or, with null, forget it. */
export function withBegun(begun: { code: string; joinKey: string } | null, publicUrl: string): Headers {
  const headers = new Headers(OWN);
  const value = begun ? `${begun.code}.${begun.joinKey}` : '';
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  headers.append(
    'Set-Cookie',
    `${NAME}=${value}; Path=/; Max-Age=${begun ? KEPT_SECONDS : 0}; HttpOnly; SameSite=Lax${secure}`,
  );
  return headers;
}
