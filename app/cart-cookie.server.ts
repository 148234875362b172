import { lineOfKey } from './shop/line-key';

/** How many units of each line a buyer wants, by the line's name (`lineKey`), in the order they were added. */
export type Cart = ReadonlyMap<string, number>;

const NAME = 'cart';
const KEPT_SECONDS = 30 * 24 * 60 * 60;
const MOST_LINES = 40;

/** Most of one product in a cart. */
const MOST_UNITS = 500;

/**
 * Whether the request brings a cart, be it an unreadable one, or a buyer's session, whose account may keep one: its
 * answer belongs to this visitor alone.
 */
export function hasCart(request: Request): boolean {
  const isSignedIn = /(?:^|;\s*)buyer=/.test(request.headers.get('Cookie') ?? '');
  return isSignedIn || cookieValue(request) !== undefined;
}

/** The cart of a request. Whatever is not a cart, whole or in part, is passed over. */
export function readCart(request: Request): Cart {
  return parseCart(decoded(cookieValue(request) ?? ''));
}

/** Reads a cart from its text, `{"pro_1":2}`; garbage gives an empty cart. */
export function parseCart(text: string): Cart {
  const entries = Object.entries(jsonObject(text)).filter(
    (entry): entry is [string, number] =>
      /^[A-Za-z0-9_-]{1,64}(~[A-Za-z0-9_-]{1,64})?$/.test(entry[0]) && isQuantity(entry[1]),
  );
  return new Map(entries.slice(0, MOST_LINES));
}

/** A cart as text that `parseCart` reads back. */
export function cartText(cart: Cart): string {
  return JSON.stringify(Object.fromEntries(cart));
}

/** The cart with `quantity` of a line instead of what it held; zero takes the line out, more than may be is cut. */
export function withQuantity(cart: Cart, key: string, quantity: number): Cart {
  const changed = new Map(cart);
  if (quantity <= 0) changed.delete(key);
  else changed.set(key, Math.min(quantity, MOST_UNITS));
  return changed;
}

/** The cart with a line's fruit at the usual price, beside what of that is in it already. */
export function atUsualPrice(cart: Cart, key: string): Cart {
  const { productId } = lineOfKey(key);
  const wanted = (cart.get(key) ?? 0) + (key === productId ? 0 : (cart.get(productId) ?? 0));
  return withQuantity(key === productId ? cart : withQuantity(cart, key, 0), productId, wanted);
}

/** A cart's lines as the procedures take them. */
export function cartLines(cart: Cart): { productId: string; markdownId?: string; quantity: number }[] {
  return [...cart].map(([key, quantity]) => ({ ...lineOfKey(key), quantity }));
}

/** The `Set-Cookie` that keeps a cart for 30 days, or forgets an empty one. */
export function cartCookie(cart: Cart, { secure }: { secure: boolean }): string {
  const value = cart.size === 0 ? '' : encodeURIComponent(cartText(cart));
  const seconds = cart.size === 0 ? 0 : KEPT_SECONDS;
  return `${NAME}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

function cookieValue(request: Request): string | undefined {
  const pairs = (request.headers.get('Cookie') ?? '').split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
}

function isQuantity(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_UNITS;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

function jsonObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}
