import type { SmsKind, Tx } from '@baunghe/db';

/** What is sent to a number as a buyer's; what members are answered is not theirs to wipe as buyers. */
const TO_BUYERS: SmsKind[] = [
  'order_placed',
  'order_paid',
  'order_packed',
  'order_shipped',
  'order_delivered',
  'order_cancelled',
  'order_changed',
  'claim_answered',
  'harvest_shared',
  'credit_granted',
  'bulk_answered',
  'payout_asked',
  'sign_in_code',
];

/** Wipes the words of what was sent to a buyer's number; that it was sent, and when, stays. Returns how many. */
export async function wipeWords(tx: Tx, now: Date, phone: string): Promise<number> {
  const toBuyers = { kind: { in: TO_BUYERS } };
  const wiped = await tx.smsOutbound.updateMany({
    where: {
      ...{ phone, wipedAt: null },
      AND: [
        { OR: [{ demo: true }, { state: { not: 'queued' } }] },
        { OR: [toBuyers, { againOf: toBuyers }] },
      ],
    },
    data: { text: '', wipedAt: now },
  });
  return wiped.count;
}

/** What was sent to a buyer's number and is not wiped, the oldest first. */
export function wordsTo(tx: Tx, phone: string): Promise<{ createdAt: Date; text: string }[]> {
  return tx.smsOutbound.findMany({
    where: { phone, wipedAt: null, kind: { in: TO_BUYERS.filter((kind) => kind !== 'sign_in_code') } },
    select: { createdAt: true, text: true },
    orderBy: { createdAt: 'asc' },
  });
}
