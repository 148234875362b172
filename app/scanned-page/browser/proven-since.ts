import {
  type FetchBytes,
  fetchTile,
  joined,
  openCheckpoint,
  type Proofs,
  parseVerifierKey,
  prove,
  type Tile,
} from '@baunghe/proof';
import type { KeptHead, ProofData } from '../proof-data';

/**
 * The page's proofs with how the log grew from the head that was seen before. A page kept by the browser may be older
 * than that head: then its events are proven anew, in the newest. Offline, the page's own proofs stand.
 */
export async function provenSince(data: ProofData, kept: KeptHead, fetchBytes: FetchBytes): Promise<Proofs> {
  const [pageSize, since] = await Promise.all([
    sizeOf(data.proofs.checkpoint, data.logKeys),
    sizeOf(kept.checkpoint, kept.logKeys),
  ]);
  if (pageSize === null || since === null || pageSize === since) return data.proofs;
  const checkpoint = pageSize > since ? data.proofs.checkpoint : await newest(fetchBytes);
  const size = await sizeOf(checkpoint, data.logKeys);
  if (size === null || size < since) return data.proofs;
  const indexes = data.events.map(({ index }) => index);
  return await prove({ checkpoint, size, indexes, since, readTile: (tile) => readTile(tile, fetchBytes) });
}

async function sizeOf(checkpoint: string, keys: readonly string[]): Promise<number | null> {
  const read = keys.map(parseVerifierKey).flatMap((key) => (key.ok ? key.value : []));
  const opened = await openCheckpoint(checkpoint, read);
  return opened.ok ? opened.value.size : null;
}

async function newest(fetchBytes: FetchBytes): Promise<string> {
  return new TextDecoder().decode((await fetchBytes('checkpoint')) ?? new Uint8Array());
}

async function readTile(tile: Tile, fetchBytes: FetchBytes): Promise<Uint8Array> {
  const served = await fetchTile(tile, fetchBytes);
  if (!served.held) throw new RangeError(served.path);
  return joined(...served.held);
}
