import type { Tx } from '@baunghe/db';

const KEPT_MS = 30 * 86_400_000;
const MOST_LINES = 40;
const MOST_UNITS = 500;

/** How many units of a product, at its usual price or at that of a mark-down. */
export interface KeptLine {
  productId: string;
  markdownId?: string | null | undefined;
  quantity: number;
}

type Named = Omit<KeptLine, 'quantity'>;

/** What a buyer's cart holds, in the order it was added; nothing once it lay untouched for 30 days. */
export async function keptCart(tx: Tx, now: Date, buyerId: string): Promise<KeptLine[]> {
  const lines = await tx.buyerCartLine.findMany({
    where: { buyerId, buyer: { cartChangedAt: { gt: new Date(now.getTime() - KEPT_MS) } } },
    orderBy: [{ addedAt: 'asc' }, { line: 'asc' }],
    select: { productId: true, markdownId: true, quantity: true },
  });
  return lines.map(({ markdownId, ...line }) => (markdownId ? { ...line, markdownId } : line));
}

/**
 * Adds to lines of a kept cart or takes from them, each by a difference, so that two tabs or two devices that change
 * it at once both have their way. Returns what it holds then.
 */
export async function changeKeptCart(
  tx: Tx,
  now: Date,
  buyerId: string,
  changes: readonly (Named & { by: number })[],
): Promise<KeptLine[]> {
  const by = new Map(changes.map((change) => [nameOf(change), change.by]));
  return rewrite(tx, now, buyerId, (before, line) => before + (by.get(line) ?? 0), changes);
}

/** Merges the cart that a browser brings along into the kept one: of each line the larger of both quantities. */
export async function mergeCart(
  tx: Tx,
  now: Date,
  buyerId: string,
  brought: readonly KeptLine[],
): Promise<KeptLine[]> {
  const wanted = new Map(brought.map((line) => [nameOf(line), line.quantity]));
  const larger = (before: number, line: string) => Math.max(before, wanted.get(line) ?? 0);
  return rewrite(tx, now, buyerId, larger, brought);
}

const nameOf = ({ productId, markdownId }: Named): string =>
  markdownId ? `${productId}~${markdownId}` : productId;

async function rewrite(
  tx: Tx,
  now: Date,
  buyerId: string,
  quantityOf: (before: number, line: string) => number,
  touched: readonly Named[],
): Promise<KeptLine[]> {
  await tx.$queryRaw`SELECT FROM "buyer" WHERE "id" = ${buyerId} FOR NO KEY UPDATE`;
  const before = await keptCart(tx, now, buyerId);
  if (touched.length === 0) return before;
  if (before.length === 0) await tx.buyerCartLine.deleteMany({ where: { buyerId } });
  const held = new Map(before.map((line) => [nameOf(line), line.quantity]));
  let lines = held.size;
  // In the order in which they came.
  for (const [at, { productId, markdownId = null }] of (await stillKnown(tx, touched)).entries()) {
    const line = nameOf({ productId, markdownId });
    const quantity = Math.min(quantityOf(held.get(line) ?? 0, line), MOST_UNITS);
    if (quantity <= 0) await tx.buyerCartLine.deleteMany({ where: { buyerId, line } });
    else if (held.has(line))
      await tx.buyerCartLine.update({ where: { buyerId_line: { buyerId, line } }, data: { quantity } });
    else if (lines < MOST_LINES) {
      lines += 1;
      const addedAt = new Date(now.getTime() + at);
      await tx.buyerCartLine.create({ data: { buyerId, line, productId, markdownId, quantity, addedAt } });
    }
  }
  await tx.buyer.update({ where: { id: buyerId }, data: { cartChangedAt: now } });
  return keptCart(tx, now, buyerId);
}

/** The lines whose product, and mark-down if they name one, there are. */
async function stillKnown(tx: Tx, lines: readonly Named[]): Promise<Named[]> {
  const among = (ids: readonly (string | null | undefined)[]) => ({
    where: { id: { in: ids.filter((id) => id != null) } },
    select: { id: true },
  });
  const products = await tx.product.findMany(among(lines.map(({ productId }) => productId)));
  const markdowns = await tx.lotMarkdown.findMany(among(lines.map(({ markdownId }) => markdownId)));
  return lines.filter(
    ({ productId, markdownId }) =>
      products.some(({ id }) => id === productId) &&
      (!markdownId || markdowns.some(({ id }) => id === markdownId)),
  );
}
