import type { Tx } from '@baunghe/db';
import { metresFromPlot, type PhotoOriginal, photoIdOf, photoOriginals } from '@baunghe/farm';
import type { TraceEventBody } from '@baunghe/trace';

/** A photo that stands in an event, with what its camera wrote. For staff alone. */
export interface PhotoEvidence {
  photoId: string;
  /** Of the box that it was taken of; null for a photo of the harvest. */
  serial: string | null;
  plot: { code: string; name: string; outline: [number, number][] };
  /** `metresFromPlot`: null where the camera wrote no place, or the plot has no outline. */
  originals: (PhotoOriginal & { metresFromPlot: number | null })[];
}

/** The photos of an order's boxes, in the order in which they were packed. */
export async function photosOfOrder(tx: Tx, code: string): Promise<PhotoEvidence[]> {
  const boxes = await tx.box.findMany({
    where: { order: { code }, unpacking: null },
    select: { serial: true, packEvent: true, lot: { select: { harvest: { select: { plot: PLOT } } } } },
    orderBy: [{ packedAt: 'asc' }, { id: 'asc' }],
  });
  const told = boxes.map(({ serial, packEvent, lot }) => {
    const { 'baunghe:photo': uri } = packEvent.body as unknown as TraceEventBody;
    const photoId = photoIdOf(uri ?? '');
    return photoId === null ? null : evidence(tx, photoId, serial, lot.harvest.plot);
  });
  return (await Promise.all(told)).filter((photo) => photo !== null);
}

/** The photo of the harvest that a lot came from: none or one. */
export async function photosOfLot(tx: Tx, batch: string): Promise<PhotoEvidence[]> {
  const lot = await tx.lot.findUnique({
    where: { batch },
    select: { harvest: { select: { photoId: true, plot: PLOT } } },
  });
  if (!lot?.harvest.photoId) return [];
  return [await evidence(tx, lot.harvest.photoId, null, lot.harvest.plot)];
}

const PLOT = { select: { code: true, name: true, outline: true } } as const;

async function evidence(
  tx: Tx,
  photoId: string,
  serial: string | null,
  { code, name, outline: drawn }: { code: string; name: string; outline: unknown },
): Promise<PhotoEvidence> {
  const outline = drawn as [number, number][];
  const originals = await photoOriginals(tx, photoId);
  return {
    photoId,
    serial,
    plot: { code, name, outline },
    originals: originals.map((original) => ({
      ...original,
      metresFromPlot: original.position && metresFromPlot(outline, original.position),
    })),
  };
}
