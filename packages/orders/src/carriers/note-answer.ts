import { lockRows, type Moment, type Tx } from '@baunghe/db';
import type { Booked, CarrierRefusal } from './carrier.ts';

const MOST_WORDS = 300;
/** A parcel is asked after from this age on, where its carrier does not call. */
const ASK_AFTER_MS = 3_600_000;

/**
 * Keeps that a carrier took a parcel on. One that nobody wants any more by now keeps its number, to be cancelled at once.
 */
export async function noteBooked(
  tx: Tx,
  { now }: Moment,
  consignmentId: string,
  { tracking, sortCode, fee, expectedAt }: Booked,
): Promise<void> {
  await lockRows(tx, 'consignment', [consignmentId]);
  const { state } = await tx.consignment.findUniqueOrThrow({ where: { id: consignmentId } });
  const told = { tracking, sortCode, feeDong: fee, expectedAt };
  const settled = { ...told, trouble: null, tries: 0 };
  const where = { id: consignmentId };
  const dueAt = new Date(now.getTime() + ASK_AFTER_MS);
  if (state === 'wanted')
    await tx.consignment.update({ where, data: { ...settled, state: 'booked', dueAt } });
  if (state === 'unwanted') await tx.consignment.update({ where, data: { ...settled, dueAt: now } });
}

/** Keeps that a carrier let go of a parcel, or never knew of it. */
export async function noteCancelled(tx: Tx, consignmentId: string): Promise<void> {
  await tx.consignment.updateMany({
    where: { id: consignmentId, state: 'unwanted' },
    data: { state: 'cancelled', dueAt: null, tries: 0, trouble: null, wantsStaff: false },
  });
}

/**
 * Keeps what a carrier said instead. Whoever did not answer is asked again when it is due; a refusal is for staff, and
 * nothing is asked until they want it.
 */
export async function noteCarrierRefusal(
  tx: Tx,
  consignmentId: string,
  refusal: CarrierRefusal,
): Promise<void> {
  const trouble = refusal.why.slice(0, MOST_WORDS);
  if (refusal.code === 'carrier_away') {
    await tx.consignment.updateMany({ where: { id: consignmentId }, data: { trouble } });
    return;
  }
  const given = { trouble, dueAt: null, tries: 0, wantsStaff: true };
  await tx.consignment.updateMany({
    where: { id: consignmentId, state: 'wanted' },
    data: { ...given, state: 'refused', wardUnknown: refusal.code === 'ward_unknown' },
  });
  await tx.consignment.updateMany({ where: { id: consignmentId, state: 'unwanted' }, data: given });
}
