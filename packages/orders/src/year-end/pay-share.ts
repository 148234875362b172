import {
  fail,
  lockSettlements,
  type Moment,
  ok,
  type PayoutThrough,
  type Result,
  type Tx,
} from '@baunghe/db';
import { dong } from '@baunghe/money';
import { enterInBooks } from '@baunghe/payments';

/** Why a share is not paid. */
export type PayShareRefusal =
  | { code: 'share_unknown' }
  /** Its year is not approved, or it comes to nothing. */
  | { code: 'share_owes_nothing' }
  | { code: 'share_paid'; at: Date };

/** A share of a year's surplus that was paid. */
export interface PaidShare {
  yearEndId: string;
  memberId: string;
  through: PayoutThrough;
  reference: string;
}

/** Books that a member was paid their share of an approved year's surplus, once. */
export async function payShare(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  { yearEndId, memberId, through, reference }: PaidShare,
): Promise<Result<void, PayShareRefusal>> {
  await lockSettlements(tx);
  const share = await tx.yearShare.findUnique({
    where: { yearEndId_memberId: { yearEndId, memberId } },
    include: { yearEnd: true, payout: true },
  });
  if (!share) return fail({ code: 'share_unknown' });
  if (share.payout) return fail({ code: 'share_paid', at: share.payout.at });
  const { shareDong, yearEnd } = share;
  if (yearEnd.state !== 'approved' || shareDong === 0n) return fail({ code: 'share_owes_nothing' });
  const paid = { yearEndId, memberId, through, reference, amountDong: shareDong };
  await tx.sharePayout.create({ data: { ...paid, at: moment.now, byUser: by.userId } });
  await enterInBooks(tx, moment, {
    key: `paid_share:${yearEndId}:${memberId}`,
    orderId: null,
    sides: [
      { account: 'members_surplus', dong: dong(shareDong) },
      { account: through, dong: dong(-shareDong) },
    ],
  });
  return ok(undefined);
}
