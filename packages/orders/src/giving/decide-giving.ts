import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { type GrantRefusal, grantClaim } from '../claims/grant-claim.ts';
import { lockOrder } from '../lock-order.ts';
import { givenOf, isOver } from './ask-to-give.ts';
import { limitsOf } from './giving-rule.ts';

type By = { userId: string };

/** Why a giving stays as it is. */
export type DecideRefusal =
  | { code: 'giving_unknown' }
  | { code: 'giving_closed'; at: Date }
  /** Who asked for it does not approve it. */
  | { code: 'asked_by_you' }
  /** More than what one may give of the order as the second. */
  | { code: 'giving_over_second'; most: Dong };

/** Approves what somebody else asked to give away, and gives it: all that stood in its way then may stand in it now. */
export async function approveGiving(
  tx: Tx,
  moment: Moment,
  by: By,
  id: string,
): Promise<
  Result<{ claimId: string; orderId: string; newOrder: string | null }, DecideRefusal | GrantRefusal>
> {
  const open = await lockGiving(tx, id);
  if (!open.ok) return open;
  const { order, giving } = open.value;
  if (giving.askedBy === by.userId) return fail({ code: 'asked_by_you' });
  const { second } = await limitsOf(tx, by.userId);
  if (isOver(dong((await givenOf(tx, giving.orderId)) + giving.dong), second))
    return fail({ code: 'giving_over_second', most: second ?? dong(0) });
  const closed = { state: 'given', closedAt: moment.now, closedBy: by.userId } as const;
  const given = await tx.giving.update({ where: { id }, data: closed });
  return grantClaim(tx, moment, order, given);
}

/** Declines what somebody asked to give away, with a reason; or takes one's own asking back. */
export async function declineGiving(
  tx: Tx,
  moment: Moment,
  by: By & { mayDecline: boolean },
  { id, why }: { id: string; why: string },
): Promise<Result<{ orderId: string }, DecideRefusal>> {
  const open = await lockGiving(tx, id);
  if (!open.ok) return open;
  if (!by.mayDecline && open.value.giving.askedBy !== by.userId) return fail({ code: 'giving_unknown' });
  const closed = { state: 'declined', closedAt: moment.now, closedBy: by.userId, closedWhy: why } as const;
  await tx.giving.update({ where: { id }, data: closed });
  return ok({ orderId: open.value.order.id });
}

async function lockGiving(tx: Tx, id: string) {
  const named = await tx.giving.findUnique({ where: { id }, select: { orderId: true } });
  const order = named && (await lockOrder(tx, named.orderId));
  if (!order) return fail({ code: 'giving_unknown' } as const);
  const giving = await tx.giving.findUniqueOrThrow({ where: { id } });
  if (giving.closedAt) return fail({ code: 'giving_closed', at: giving.closedAt } as const);
  return ok({ order, giving });
}
