import type { ApiOutputs } from '@baunghe/api';
import type { ProofData } from './proof-data';
import type { Corner } from './simplify-outline';

type Told<Kind extends 'story' | 'lot'> = Extract<ApiOutputs['boxes'][Kind], { ok: true }>['value'];

/** A place as its trace code names it: a Global Location Number, and the plot's code within it. */
export interface TracePlace {
  gln: string;
  extension: string | null;
}

/** A stop on the fruit's way. */
export interface Station {
  step: 'commissioning' | 'creating_class_instance' | 'packing' | 'shipping' | 'receiving' | 'destroying';
  at: Date;
  place: TracePlace | null;
}

/** What openings of a box's page, and the number under its lid, tell. */
export type SeenOfBox = Extract<ApiOutputs['scans']['ofBox'], { ok: true }>['value'];

/** What a scanned page shows, and nothing else: whatever is in here can be read by anyone. */
export interface Story {
  gtin: string;
  /** Null on the page of a lot. */
  serial: string | null;
  product: Told<'lot'>['product'];
  /** Net weight of the box, or of the whole harvest. */
  grams: number;
  packedAt: Date | null;
  /** The photo taken as the box was packed; null without one and on the page of a lot. */
  photoId: string | null;
  /** The photo taken as the fruit was cut, where its event vouches for it. */
  harvestPhotoId: string | null;
  /** When the box was opened again before it left; null otherwise and on the page of a lot. */
  unpackedAt: Date | null;
  /** How many boxes were packed from the lot; null on the page of a box. */
  boxes: number | null;
  origin: Omit<Told<'story'>['origin'], 'photoId' | 'heldReason'> & { held: boolean };
  outline: Corner[];
  stations: Station[];
  /** What was written down wrongly and is no longer told, and when that was said. */
  corrected: Told<'lot'>['corrected'];
  /** What the visitor's browser checks by itself; null before anything was sealed. */
  proof: (Omit<ProofData, 'words'> & { sealedAt: Date }) | null;
  /** Null on the page of a lot. */
  seen: SeenOfBox | null;
}
