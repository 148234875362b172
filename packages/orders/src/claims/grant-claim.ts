import { fail, type GivingAct, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { forgoAfterSale } from '@baunghe/payments';
import type { lockOrder } from '../lock-order.ts';
import { sendAnew } from './send-anew.ts';

export type LockedOrder = NonNullable<Awaited<ReturnType<typeof lockOrder>>>;

/** What was given for a claim, as its giving keeps it. */
export interface GivenForClaim {
  key: string;
  act: GivingAct;
  dong: bigint;
  units: number | null;
  words: string;
  askedBy: string;
}

/** Why something that may be given cannot be. */
export type GrantRefusal =
  | { code: 'claim_unknown' }
  /** More than what the order still costs. */
  | { code: 'refund_too_much'; most: Dong }
  | { code: 'payment_cancelled' }
  | { code: 'units_over_line'; unitsLeft: number }
  | { code: 'not_enough_stock'; productId: string; unitsLeft: number };

/** The key of what is given for a claim, and back. */
export const claimKey = (claimId: string): string => `claim:${claimId}`;
const claimOf = (key: string): string => key.slice('claim:'.length);

/**
 * Does what was given for a claim of an order that is locked: money or credit off what it costs, or an order for nothing.
 * The answer is its asker's.
 */
export async function grantClaim(
  tx: Tx,
  moment: Moment,
  order: LockedOrder,
  given: GivenForClaim,
): Promise<Result<{ claimId: string; orderId: string; newOrder: string | null }, GrantRefusal>> {
  const claimId = claimOf(given.key);
  const claim = await tx.claim.findUnique({ where: { id: claimId } });
  if (!claim) return fail({ code: 'claim_unknown' });
  const told = {
    id: newId('cla', moment),
    claimId,
    words: given.words,
    at: moment.now,
    byUser: given.askedBy,
  };
  if (given.act !== 'anew') {
    const off = await takeOff(tx, moment, order.id, given);
    if (!off.ok) return off;
    await tx.claimAnswer.create({ data: { ...told, kind: 'refund', amountDong: given.dong } });
    return ok({ claimId, orderId: order.id, newOrder: null });
  }
  const [line, units] = [order.lines.find(({ id }) => id === claim.lineId), given.units ?? 0];
  if (!line) throw new Error(`claim ${claimId} of a line of another order`);
  if (units < 1 || units > line.quantity) return fail({ code: 'units_over_line', unitsLeft: line.quantity });
  const sent = await sendAnew(tx, moment, order, { line, units });
  if (!sent.ok) return sent;
  await tx.claimAnswer.create({ data: { ...told, kind: 'replace', newOrderId: sent.value.orderId } });
  return ok({ claimId, orderId: order.id, newOrder: sent.value.code });
}

async function takeOff(
  tx: Tx,
  moment: Moment,
  orderId: string,
  { key, dong: sum, askedBy }: GivenForClaim,
): Promise<Result<void, GrantRefusal>> {
  const { line } = await tx.claim.findUniqueOrThrow({
    where: { id: claimOf(key) },
    include: { line: { select: { vatRate: true } } },
  });
  const taxed = { off: dong(sum), taxRate: line.vatRate };
  const change = { orderId, ...taxed, reason: 'claim', key, byUser: askedBy } as const;
  const forgone = await forgoAfterSale(tx, moment, change);
  if (forgone.ok) return ok(undefined);
  const { error } = forgone;
  // Only a replacement's order costs nothing, and a payment is there from the first.
  return error.code === 'payment_unknown' ? fail({ code: 'refund_too_much', most: dong(0) }) : fail(error);
}
