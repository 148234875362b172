import type { Tx } from '@baunghe/db';

const KEPT_MS = 30 * 86_400_000;
const MOST_LINES = 40;
const MOST_UNITS = 500;

/** How many units of a product. */
export interface KeptLine {
  productId: string;
  quantity: number;
}

/** What a buyer's cart holds, in the order it was added; nothing once it lay untouched for 30 days. */
export async function keptCart(tx: Tx, now: Date, buyerId: string): Promise<KeptLine[]> {
  return tx.buyerCartLine.findMany({
    where: { buyerId, buyer: { cartChangedAt: { gt: new Date(now.getTime() - KEPT_MS) } } },
    orderBy: [{ addedAt: 'asc' }, { productId: 'asc' }],
    select: { productId: true, quantity: true },
  });
}

/**
 * Adds to lines of a kept cart or takes from them, each by a difference, so that two tabs or two devices that change
 * it at once both have their way. Returns what it holds then.
 */
export async function changeKeptCart(
  tx: Tx,
  now: Date,
  buyerId: string,
  changes: readonly { productId: string; by: number }[],
): Promise<KeptLine[]> {
  const by = new Map(changes.map((change) => [change.productId, change.by]));
  return rewrite(tx, now, buyerId, (before, productId) => before + (by.get(productId) ?? 0), [...by.keys()]);
}

/** Merges the cart that a browser brings along into the kept one: of each product the larger of both quantities. */
export async function mergeCart(
  tx: Tx,
  now: Date,
  buyerId: string,
  brought: readonly KeptLine[],
): Promise<KeptLine[]> {
  const wanted = new Map(brought.map((line) => [line.productId, line.quantity]));
  const larger = (before: number, productId: string) => Math.max(before, wanted.get(productId) ?? 0);
  return rewrite(tx, now, buyerId, larger, [...wanted.keys()]);
}

async function rewrite(
  tx: Tx,
  now: Date,
  buyerId: string,
  quantityOf: (before: number, productId: string) => number,
  touched: readonly string[],
): Promise<KeptLine[]> {
  await tx.$queryRaw`SELECT FROM "buyer" WHERE "id" = ${buyerId} FOR NO KEY UPDATE`;
  const before = await keptCart(tx, now, buyerId);
  if (touched.length === 0) return before;
  if (before.length === 0) await tx.buyerCartLine.deleteMany({ where: { buyerId } });
  const held = new Map(before.map((line) => [line.productId, line.quantity]));
  const known = await tx.product.findMany({ where: { id: { in: [...touched] } }, select: { id: true } });
  // In the order in which they came.
  const products = touched.filter((id) => known.some((product) => product.id === id));
  let lines = held.size;
  for (const [at, productId] of products.entries()) {
    const isNew = !held.has(productId);
    const quantity = Math.min(quantityOf(held.get(productId) ?? 0, productId), MOST_UNITS);
    const key = { buyerId_productId: { buyerId, productId } };
    if (quantity <= 0) await tx.buyerCartLine.deleteMany({ where: { buyerId, productId } });
    else if (!isNew) await tx.buyerCartLine.update({ where: key, data: { quantity } });
    else if (lines < MOST_LINES) {
      lines += 1;
      const addedAt = new Date(now.getTime() + at);
      await tx.buyerCartLine.create({ data: { buyerId, productId, quantity, addedAt } });
    }
  }
  await tx.buyer.update({ where: { id: buyerId }, data: { cartChangedAt: now } });
  return keptCart(tx, now, buyerId);
}
