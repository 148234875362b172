import { createHash } from 'node:crypto';
import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { positionIn } from './photo-position.ts';

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
  const id = idOf(sha256(bytes));
  await tx.photo.createMany({
    data: [{ id, mediaType: 'image/webp', bytes, createdAt: moment.now }],
    skipDuplicates: true,
  });
  return ok(id);
}

/** A photo that stands in an event: its id, and the hash of its public picture as a name (RFC 6920). */
export interface Evidence {
  photoId: string;
  /** `ni:///sha-256;…`: the SHA-256, in base64url, of what /photos/:id serves. */
  uri: string;
}

/**
 * Keeps a photo as `keepPhoto` does, to stand in an event by its hash; for staff also the hash of the original and,
 * where the camera wrote one, its position. A phone that sent less than its camera made says what hash that had
 * (`claimedSha256`, in hexadecimal): a claim, which is kept unless the file itself bears it out.
 */
export async function keepEvidence(
  tx: Tx,
  moment: Moment,
  original: Uint8Array,
  claimedSha256: string | null = null,
): Promise<Result<Evidence, PhotoRefusal>> {
  const kept = await keepPhoto(tx, moment, original);
  if (!kept.ok) return kept;
  const photoId = kept.value;
  const { bytes } = await tx.photo.findUniqueOrThrow({ where: { id: photoId }, select: { bytes: true } });
  const position = await positionIn(original);
  const hash = sha256(original).toString('hex');
  await tx.photoOriginal.createMany({
    data: [
      {
        photoId,
        sha256: hash,
        claimedSha256: claimedSha256 === hash ? null : claimedSha256,
        latitude: position?.latitude ?? null,
        longitude: position?.longitude ?? null,
        keptAt: moment.now,
      },
    ],
    skipDuplicates: true,
  });
  return ok({ photoId, uri: NI_SHA_256 + sha256(bytes).toString('base64url') });
}

/** The id of the photo that an event names by its hash; null for another kind of name. */
export function photoIdOf(uri: string): string | null {
  const hash = uri.startsWith(NI_SHA_256) ? Buffer.from(uri.slice(NI_SHA_256.length), 'base64url') : null;
  return hash?.length === 32 ? idOf(hash) : null;
}

const NI_SHA_256 = 'ni:///sha-256;';

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

const idOf = (hash: Buffer): string => `pho_${hash.toString('hex').slice(0, 32)}`;

/** A picture as it is kept; null for what is none. */
export async function shrink(original: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  const { default: sharp } = await import('sharp');
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

/** A photo made as small and as silent as one that `keepPhoto` keeps, to be kept where not everybody may see it. */
export async function privatePhoto(
  original: Uint8Array,
): Promise<Result<Uint8Array<ArrayBuffer>, PhotoRefusal>> {
  if (original.byteLength > LARGEST_PHOTO) return fail({ code: 'photo_too_large', mostBytes: LARGEST_PHOTO });
  const bytes = await shrink(original);
  return bytes ? ok(bytes) : fail({ code: 'photo_unreadable' });
}
