import { type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { keepEvidence, type PhotoRefusal, type SnapshotRefusal } from '@baunghe/farm';

/** The photo that a pack event names, and what the packing house's camera had to do with it. */
interface PackingPhoto {
  /** `ni:///sha-256;…`; null without a photo. */
  uri: string | null;
  /** Null where the camera was not asked. */
  camera: 'kept' | SnapshotRefusal['code'] | null;
}

/**
 * Keeps the photo that came with the form, else the camera's. A photo of the packer's that cannot be kept is a refusal,
 * since they can take another; the camera's never keeps a box on the table.
 */
export async function keepPackingPhoto(
  tx: Tx,
  moment: Moment,
  original: { bytes: Uint8Array; claim: string | null } | null,
  seen: Result<Uint8Array, SnapshotRefusal> | null,
): Promise<Result<PackingPhoto, PhotoRefusal>> {
  if (original) {
    const kept = await keepEvidence(tx, moment, original.bytes, original.claim);
    return kept.ok ? ok({ uri: kept.value.uri, camera: null }) : kept;
  }
  if (!seen) return ok({ uri: null, camera: null });
  if (!seen.ok) return ok({ uri: null, camera: seen.error.code });
  const kept = await keepEvidence(tx, moment, seen.value);
  return ok(kept.ok ? { uri: kept.value.uri, camera: 'kept' } : { uri: null, camera: 'camera_no_picture' });
}
