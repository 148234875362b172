import { type ClaimReason, fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { type PhotoRefusal, privatePhoto } from '@baunghe/farm';
import { lockOrder } from '../lock-order.ts';
import type { NoWay } from '../order-ways.ts';
import { CLAIM_RULE, claimableUntil } from './claim-rule.ts';

/** A claim as its buyer sends it. */
export interface NewClaim {
  orderId: string;
  lineId: string;
  /** Null: of all boxes of the line. */
  boxId: string | null;
  reason: ClaimReason;
  words: string | null;
  /** As the camera made them. */
  photos: readonly Uint8Array[];
}

/** Why a claim is not taken. */
export type ClaimRefusal =
  | { code: 'order_unknown' }
  | { code: 'box_unknown' }
  | { code: 'photo_needed' }
  | { code: 'too_many_photos'; most: number }
  /** It was claimed before. */
  | { code: 'claimed_before'; at: Date }
  | NoWay
  | PhotoRefusal;

/**
 * Takes a claim of fruit that was sent, with one to three photos kept without their place, for its buyer and the staff
 * alone. A late one is taken and marked. Returns its id.
 */
export async function makeClaim(
  tx: Tx,
  moment: Moment,
  { photos, ...claim }: NewClaim,
): Promise<Result<{ claimId: string; late: boolean }, ClaimRefusal>> {
  const order = await lockOrder(tx, claim.orderId);
  if (!order) return fail({ code: 'order_unknown' });
  if (order.state !== 'shipped' && order.state !== 'delivered')
    return fail({ code: 'order_state', state: order.state });
  const isThere = claim.boxId
    ? order.boxes.some(({ id, lineId }) => id === claim.boxId && lineId === claim.lineId)
    : order.lines.some(({ id }) => id === claim.lineId);
  if (!isThere) return fail({ code: 'box_unknown' });
  const before = await tx.claim.findFirst({
    where: claim.boxId ? { boxId: claim.boxId } : { lineId: claim.lineId, boxId: null },
  });
  if (before) return fail({ code: 'claimed_before', at: before.at });
  if (photos.length === 0) return fail({ code: 'photo_needed' });
  const most = CLAIM_RULE.mostPhotos;
  if (photos.length > most) return fail({ code: 'too_many_photos', most });
  const steps = await tx.orderStep.findMany({ where: { orderId: order.id }, orderBy: { id: 'asc' } });
  const until = claimableUntil({ state: order.state, steps });
  const late = until !== null && moment.now > until;
  const claimId = newId('clm', moment);
  await tx.claim.create({ data: { id: claimId, ...claim, late, at: moment.now } });
  for (const [position, original] of photos.entries()) {
    const kept = await privatePhoto(original);
    if (!kept.ok) return kept;
    await tx.claimPhoto.create({
      data: { id: newId('clp', moment), claimId, position, bytes: kept.value },
    });
  }
  return ok({ claimId, late });
}
