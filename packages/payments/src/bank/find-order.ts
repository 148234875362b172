import type { Tx } from '@baunghe/db';
import { foldContent } from './bank-line.ts';

/** Shorter than any purpose of ours: what is shorter is found in too many texts. */
const SHORTEST = 6;
const LONGEST = 19;

/** What a feed or a statement says of an order. */
interface Named {
  /** An order's purpose as the feed made it out. */
  code: string | null;
  content: string;
}

/**
 * The order whose purpose stands in what was written on a transfer, however the bank mangled it; null when there is
 * none, or more than one. What the feed itself made out goes first.
 */
export async function orderNamedIn(tx: Tx, named: Named): Promise<string | null> {
  const [found = null] = await ordersNamedIn(tx, [named]);
  return found;
}

/** The same of many transfers, in one query. */
export async function ordersNamedIn(tx: Tx, all: readonly Named[]): Promise<(string | null)[]> {
  const texts = all.map(({ code, content }) => [foldContent(code ?? ''), foldContent(content)] as const);
  const pieces = new Set(texts.flat().flatMap(piecesOf));
  if (pieces.size === 0) return all.map(() => null);
  const found = await tx.$queryRaw<Purpose[]>`
    SELECT "orderId", "purpose" FROM "payment" WHERE "purpose" = ANY (${[...pieces]})`;
  return texts.map(([code, content]) => onlyOrderIn(found, code) ?? onlyOrderIn(found, content));
}

type Purpose = { orderId: string; purpose: string };

function onlyOrderIn(found: readonly Purpose[], folded: string): string | null {
  const standing = found.filter(({ purpose }) => folded.includes(purpose));
  // A purpose may begin as a longer one does.
  const named = standing.filter(
    ({ purpose }) => !standing.some((other) => other.purpose !== purpose && other.purpose.includes(purpose)),
  );
  return named.length === 1 ? (named[0]?.orderId ?? null) : null;
}

/** Every piece of a text that may be a purpose: each is looked up by the index, so that no table is read through. */
function piecesOf(folded: string): string[] {
  const pieces = new Set<string>();
  for (let from = 0; from + SHORTEST <= folded.length; from++) {
    for (let length = SHORTEST; length <= Math.min(LONGEST, folded.length - from); length++) {
      pieces.add(folded.slice(from, from + length));
    }
  }
  return [...pieces];
}
