import { createHash } from 'node:crypto';
import { fail, type HandoverTo, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { type PhotoRefusal, privatePhoto } from '@baunghe/farm';

/** The most photos of one order's handing over. */
const MOST_PHOTOS = 8;

/** Why a photo of a handover is not kept. */
export type HandoverPhotoRefusal = PhotoRefusal | { code: 'photos_enough'; most: number };

/**
 * Keeps a photo of fruit handed to a carrier, or to its buyer, by its hash, as small and silent as photos of packing. It
 * may show a door, so it is for staff, and one of the buyer's door for that buyer alone. The same picture is kept once.
 */
export async function keepHandoverPhoto(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  { orderId, to, original }: { orderId: string; to: HandoverTo; original: Uint8Array },
): Promise<Result<void, HandoverPhotoRefusal>> {
  const small = await privatePhoto(original);
  if (!small.ok) return small;
  if ((await tx.handoverPhoto.count({ where: { orderId } })) >= MOST_PHOTOS)
    return fail({ code: 'photos_enough', most: MOST_PHOTOS });
  const told = { orderId, to, sha256: sha256(small.value), originalSha256: sha256(original) };
  await tx.handoverPhoto.createMany({
    data: [{ id: newId('hph', moment), ...told, bytes: small.value, at: moment.now, byUser: by.userId }],
    skipDuplicates: true,
  });
  return ok(undefined);
}

/** The photos of an order's handing over that are still there, the first taken first. */
export function handoverPhotosOf(
  tx: Tx,
  orderId: string,
): Promise<{ id: string; to: HandoverTo; at: Date; originalSha256: string }[]> {
  return tx.handoverPhoto.findMany({
    where: { orderId, bytes: { not: null } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, to: true, at: true, originalSha256: true },
  });
}

/** A photo as WebP; `orderId`: only one of that buyer's own door. Null: there is none, or no more. */
export async function handoverPhoto(tx: Tx, id: string, orderId: string | null): Promise<Uint8Array | null> {
  const own = orderId === null ? {} : { orderId, to: 'buyer' as const };
  const found = await tx.handoverPhoto.findFirst({ where: { id, ...own }, select: { bytes: true } });
  return found?.bytes ?? null;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
