import { createHash } from 'node:crypto';
import { type HandoverTo, ok, type Result, type Tx } from '@baunghe/db';
import { type HandoverPhotoRefusal, keepHandoverPhoto } from '@baunghe/orders';
import { z } from 'zod';
import type { ApiContext } from './context.ts';

/** A photo of fruit that is handed over, where one was taken. */
export const handedPhoto = z.instanceof(Uint8Array).nullish();

/** A photo as it tells one writing from another: a photo of many megabytes would be slow to write out whole. */
export function hashOf(photo: Uint8Array | null | undefined): { photo?: string } {
  return photo ? { photo: createHash('sha256').update(photo).digest('hex') } : {};
}

/** Keeps the photo that came with a handover, if one did. An order that is not there is refused by what follows. */
export async function keepHanded(
  tx: Tx,
  ctx: Pick<ApiContext, 'moment'> & { person: { userId: string } },
  { orderId, to, photo }: { orderId: string; to: HandoverTo; photo: Uint8Array | null | undefined },
): Promise<Result<void, HandoverPhotoRefusal>> {
  const isThere = photo && (await tx.order.count({ where: { id: orderId } })) > 0;
  if (!isThere) return ok(undefined);
  return keepHandoverPhoto(tx, ctx.moment(), ctx.person, { orderId, to, original: photo });
}
