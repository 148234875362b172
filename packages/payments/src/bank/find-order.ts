import type { Tx } from '@baunghe/db';
import { foldContent } from './bank-line.ts';

/** Shorter than any purpose of ours: what is shorter is found in too many texts. */
const SHORTEST = 6;
const LONGEST = 19;

/**
 * The order whose purpose stands in what was written on a transfer, however the bank mangled it; null when there is
 * none, or more than one. What the feed itself made out goes first.
 */
export async function orderNamedIn(
  tx: Tx,
  { code, content }: { code: string | null; content: string },
): Promise<string | null> {
  return (code && (await onlyOrderIn(tx, code))) || onlyOrderIn(tx, content);
}

async function onlyOrderIn(tx: Tx, text: string): Promise<string | null> {
  const found = await tx.payment.findMany({
    where: { purpose: { in: piecesOf(foldContent(text)) } },
    select: { orderId: true, purpose: true },
  });
  // A purpose may begin as a longer one does.
  const named = found.filter(
    ({ purpose }) => !found.some((other) => other.purpose !== purpose && other.purpose.includes(purpose)),
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
