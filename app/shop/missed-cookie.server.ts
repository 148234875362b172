import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import type { FollowedOrder } from './order-road';

const NAME = 'missed';
const MOST_NAMES = 8;

/** What of an order bought again is not in the cart, or not all of it: sold out, or no longer sold. */
export interface Missed {
  gone: string[];
  less: string[];
}

/** Compares what was bought with what can be had now. */
export function missedOf(
  { lines, again }: { lines: FollowedOrder['lines']; again: FollowedOrder['after']['again'] },
  locale: Locale,
): Missed {
  const missed: Missed = { gone: [], less: [] };
  for (const { product, quantity } of lines) {
    const line = again.find(({ productId }) => productId === product.id);
    if (!line) missed.gone.push(nameIn(product, locale));
    else if (line.unitsLeft < quantity) missed.less.push(nameIn(product, locale));
  }
  return { gone: missed.gone.slice(0, MOST_NAMES), less: missed.less.slice(0, MOST_NAMES) };
}

/** The `Set-Cookie` by which the cart's page says it once; forgets it where there is nothing to say. */
export function missedCookie(missed: Missed | null, publicUrl: string): string {
  const said = missed && missed.gone.length + missed.less.length > 0;
  const value = said ? encodeURIComponent(JSON.stringify(missed)) : '';
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${NAME}=${value}; Path=/; Max-Age=${said ? 60 : 0}; HttpOnly; SameSite=Lax${secure}`;
}

/** What the cart's page has to say of an order that was bought again; null: nothing. */
export function readMissed(request: Request): Missed | null {
  const pairs = (request.headers.get('Cookie') ?? '').split(/;\s*/);
  const value = pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
  if (!value) return null;
  try {
    const { gone, less } = JSON.parse(decodeURIComponent(value)) as Record<keyof Missed, unknown>;
    return { gone: names(gone), less: names(less) };
  } catch {
    return null;
  }
}

function names(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((name): name is string => typeof name === 'string').slice(0, MOST_NAMES);
}
