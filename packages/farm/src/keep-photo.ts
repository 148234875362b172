import { createHash } from 'node:crypto';
import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import sharp from 'sharp';

/** Largest photo taken in, in bytes. */
export const LARGEST_PHOTO = 15 * 1024 * 1024;

/** Why a photo is not taken. */
export type PhotoRefusal = { code: 'photo_too_large'; mostBytes: number } | { code: 'photo_unreadable' };

/**
 * Keeps a photo as WebP, at most 1600 pixels wide or high, turned upright and without what the camera wrote about
 * place and owner. The same picture is kept once. Returns its id.
 */
export async function keepPhoto(
  tx: Tx,
  moment: Moment,
  original: Uint8Array,
): Promise<Result<string, PhotoRefusal>> {
  if (original.byteLength > LARGEST_PHOTO) return fail({ code: 'photo_too_large', mostBytes: LARGEST_PHOTO });
  const bytes = await shrink(original);
  if (!bytes) return fail({ code: 'photo_unreadable' });
  const id = `pho_${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}`;
  await tx.photo.createMany({
    data: [{ id, mediaType: 'image/webp', bytes, createdAt: moment.now }],
    skipDuplicates: true,
  });
  return ok(id);
}

async function shrink(original: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const picture = sharp(original, { limitInputPixels: 60_000_000 }).rotate();
    const small = picture.resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true });
    return new Uint8Array(await small.webp({ quality: 78 }).toBuffer());
  } catch {
    return null;
  }
}

/** A kept photo, or null. */
export async function photo(tx: Tx, id: string): Promise<{ mediaType: string; bytes: Uint8Array } | null> {
  return tx.photo.findUnique({ where: { id }, select: { mediaType: true, bytes: true } });
}
