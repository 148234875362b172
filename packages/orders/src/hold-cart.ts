import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { giveBackLapsed, hold } from '@baunghe/stock';
import { keptGrams } from './line-price.ts';
import { listedProducts } from './listed-products.ts';
import { atItsPrice, type MarkdownOver, markdownsNamed } from './marked-down.ts';
import type { CartLine } from './price-cart.ts';

/** Minutes that fruit is kept from the start of a checkout. */
const HOLD_MINUTES = 15;

/**
 * What one network may keep at once, so that nobody empties the shop by opening checkouts. A network is up to 256
 * addresses, behind each of which there may be a village: what goes beyond is not kept, and is sold like before.
 */
const MOST_HELD = { checkouts: 40, grams: 300_000 } as const;

/** Fruit kept for a checkout, and until when. */
export interface Hold {
  id: string;
  until: Date;
}

/** Why nothing is kept. */
export type HoldRefusal =
  | { code: 'product_unlisted'; productId: string }
  | MarkdownOver
  | { code: 'not_enough_stock'; productId: string; unitsLeft: number };

/** A cart that goes to the checkout; `holdId` is what was kept for it before. */
export interface CartToHold {
  holdId: string | null;
  lines: readonly CartLine[];
  /** A mark of the visitor's network; null where it is not known. */
  network: string | null;
}

/**
 * Keeps a cart's fruit for the time of a checkout, instead of what was kept for it before. Null where nothing is kept:
 * the cart is empty, or its network keeps as much as it may.
 */
export async function holdCart(
  tx: Tx,
  moment: Moment,
  { holdId, lines, network }: CartToHold,
): Promise<Result<Hold | null, HoldRefusal>> {
  const before = holdId === null ? null : await openHold(tx, moment.now, holdId);
  if (before) await giveBackLapsed(tx, moment, before.id);
  if (lines.length === 0) return ok(null);
  const products = await listedProducts(
    tx,
    lines.map((line) => line.productId),
  );
  const open = await markdownsNamed(tx, moment.now, lines, { keeps: true });
  const wants = [];
  for (const line of lines) {
    const { productId, quantity, markdownId } = line;
    const product = products.find((listed) => listed.id === productId);
    if (!product) return fail({ code: 'product_unlisted', productId });
    const sold = atItsPrice(product, line, open);
    if (!sold) return fail({ code: 'markdown_over', productId, markdownId: markdownId ?? '' });
    const lotId = sold.markdown?.lotId ?? null;
    wants.push({ ...product, lotId, unitGrams: keptGrams(product), units: quantity });
  }
  const grams = wants.reduce((sum, want) => sum + want.units * want.unitGrams, 0);
  if (!(await mayHold(tx, moment.now, network, grams))) return ok(null);
  const id = newId('hld', moment);
  const until = new Date(moment.now.getTime() + HOLD_MINUTES * 60_000);
  const kept = lines.map(({ productId, quantity, markdownId = null }) => ({
    productId,
    quantity,
    markdownId,
  }));
  await tx.checkoutHold.create({
    data: { id, network, lines: kept, startedAt: moment.now, expiresAt: until },
  });
  const held = await hold(tx, moment, { holdId: id, wants, until });
  if (held.ok) return ok({ id, until });
  const { at, unitsLeft } = held.error;
  return fail({ code: 'not_enough_stock', productId: lines[at]?.productId ?? '', unitsLeft });
}

/** Until when exactly this cart is kept by a checkout; null when it is not. */
export async function heldUntil(
  tx: Tx,
  now: Date,
  { holdId, lines }: { holdId: string; lines: readonly CartLine[] },
): Promise<Date | null> {
  const found = await openHold(tx, now, holdId);
  const same = found && cartKey(found.lines as unknown as CartLine[]) === cartKey(lines);
  return same ? found.expiresAt : null;
}

/** Gives back what checkouts keep whose time is over, and forgets those of the day before. Returns of how many lots. */
export async function endLapsedHolds(tx: Tx, moment: Moment): Promise<number> {
  const lots = await giveBackLapsed(tx, moment);
  const yesterday = new Date(moment.now.getTime() - 86_400_000);
  const over = { expiresAt: { lt: yesterday } };
  await tx.reservation.deleteMany({ where: { hold: over, state: { not: 'active' } } });
  await tx.checkoutHold.deleteMany({ where: { ...over, reservations: { none: {} } } });
  return lots;
}

function openHold(tx: Tx, now: Date, id: string) {
  return tx.checkoutHold.findFirst({ where: { id, endedAt: null, expiresAt: { gt: now } } });
}

const HOLDS_LOCK = 6962_0002;

/** Whether a network may keep so much more; of one network one is answered at a time. */
async function mayHold(tx: Tx, now: Date, network: string | null, grams: number): Promise<boolean> {
  if (network === null) return grams <= MOST_HELD.grams;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${HOLDS_LOCK}::int, hashtext(${network}))`;
  const [kept] = await tx.$queryRaw<{ checkouts: number; grams: number }[]>`
    SELECT count(DISTINCT h."id")::int AS checkouts, coalesce(sum(r."grams"), 0)::int AS grams
    FROM "checkout_hold" h JOIN "reservation" r ON r."holdId" = h."id" AND r."state" = 'active'
    WHERE h."network" = ${network} AND h."endedAt" IS NULL AND h."expiresAt" > ${now}`;
  if (!kept) return false;
  return kept.checkouts < MOST_HELD.checkouts && kept.grams + grams <= MOST_HELD.grams;
}

function cartKey(lines: readonly CartLine[]): string {
  const keys = lines.map(
    ({ productId, markdownId, quantity }) => `${productId}~${markdownId ?? ''}:${quantity}`,
  );
  return JSON.stringify(keys.sort());
}
