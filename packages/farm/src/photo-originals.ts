import type { Tx } from '@baunghe/db';

/** What a camera gave for a photo. For staff alone. */
export interface PhotoOriginal {
  /** SHA-256 of the file as it came here, in hexadecimal: tells whether a file at hand is that one. */
  sha256: string;
  /** The same of the file as the camera made it, where a phone says that it sent a smaller one; nobody has proved it. */
  claimedSha256: string | null;
  position: { latitude: number; longitude: number } | null;
}

/** The originals of a photo, the first first; one, unless several shrank to the very same picture. */
export async function photoOriginals(tx: Tx, photoId: string): Promise<PhotoOriginal[]> {
  const originals = await tx.photoOriginal.findMany({
    where: { photoId },
    orderBy: [{ keptAt: 'asc' }, { sha256: 'asc' }],
  });
  return originals.map(({ sha256, claimedSha256, latitude, longitude }) => ({
    sha256,
    claimedSha256,
    position: latitude === null || longitude === null ? null : { latitude, longitude },
  }));
}
