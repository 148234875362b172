import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong, grams, priceOfWeight } from '@baunghe/money';
import { forgoAfterSale } from '@baunghe/payments';

/** What a box that came back takes off what its order costs: its share of its line, a sum, or nothing and why. */
export type ReturnMoney =
  | { kind: 'share' }
  | { kind: 'part'; amount: Dong; why: string }
  | { kind: 'none'; why: string };

/** Why so much is not given back. */
export type ReturnMoneyRefusal =
  /** More than what the order still costs. */
  { code: 'refund_too_much'; most: Dong } | { code: 'payment_cancelled' };

/** What a box's share of the money is reckoned from. */
export interface SharedBox {
  units: number;
  grams: number;
  line: { unitPriceDong: bigint; mostGrams: number | null };
  order: { goodsDong: bigint; discountDong: bigint };
}

/** What the fruit of a box cost its buyer: by weight where it was paid so, less its part of what the order was let off. */
export function shareOfBox({ units, grams: weight, line, order }: SharedBox): Dong {
  const price = dong(line.unitPriceDong);
  const cost = line.mostGrams === null ? dong(price * units) : priceOfWeight(price, grams(weight));
  if (order.goodsDong === 0n) return cost;
  return dong(BigInt(cost) - (BigInt(cost) * order.discountDong) / order.goodsDong);
}

/** What a box cost its buyer before the order was let off anything. */
const costOfBox = (box: Omit<SharedBox, 'order'>): Dong =>
  shareOfBox({ ...box, order: { goodsDong: 0n, discountDong: 0n } });

/**
 * The most that is owed by right for a box that came back: what it cost, and what the delivery of its order did as far as
 * that is not owed for another box already. The order must be locked.
 */
export async function mostOwedFor(
  tx: Tx,
  box: SharedBox & { orderId: string; order: { deliveryDong: bigint } },
): Promise<Dong> {
  const before = await tx.boxReturn.findMany({
    where: { box: { orderId: box.orderId } },
    include: { box: { include: { line: true } } },
  });
  const beyond = before.reduce((sum, each) => sum + Number(each.owedDong) - costOfBox(each.box), 0);
  return dong(Math.max(0, costOfBox(box) + Number(box.order.deliveryDong) - beyond));
}

/** What is taken off for a box, and why it is not its whole share. */
export function owedFor(box: SharedBox, money: ReturnMoney): { owed: Dong; why: string | null } {
  if (money.kind === 'share') return { owed: shareOfBox(box), why: null };
  return { owed: money.kind === 'part' ? money.amount : dong(0), why: money.why };
}

/**
 * Takes a sum off what a sent order costs for a box that came back: owed back as far as it was paid. It is owed by right,
 * so at most `most`; whatever is given beyond it is given for a claim.
 */
export async function forgoForReturn(
  tx: Tx,
  moment: Moment,
  of: { orderId: string; boxId: string; owed: Dong; most: Dong; taxRate: number; byUser: string },
): Promise<Result<void, ReturnMoneyRefusal>> {
  if (of.owed === 0) return ok(undefined);
  const { orderId, boxId, owed: off, most, taxRate, byUser } = of;
  if (off > most) return fail({ code: 'refund_too_much', most });
  const key = `returned:${boxId}`;
  const change = { orderId, off, taxRate, reason: 'returned', key, byUser } as const;
  const forgone = await forgoAfterSale(tx, moment, change);
  if (forgone.ok) return ok(undefined);
  if (forgone.error.code === 'payment_unknown') throw new Error(`order ${orderId} has no payment`);
  return fail(forgone.error);
}
