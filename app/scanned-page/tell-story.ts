import type { ApiOutputs } from '@baunghe/api';
import { parseDigitalLink } from '@baunghe/gs1';
import { sealedDiary } from '@baunghe/proof';
import { simplifyOutline } from './simplify-outline';
import type { SeenOfBox, Station, Story, TracePlace } from './story';

type BoxTold = Extract<ApiOutputs['boxes']['story'], { ok: true }>['value'];
type LotTold = Extract<ApiOutputs['boxes']['lot'], { ok: true }>['value'];

/** Corners that a sketch of a plot is drawn with at most. */
const MOST_CORNERS = 24;

const STEPS: readonly Station['step'][] = [
  'commissioning',
  'creating_class_instance',
  'packing',
  'shipping',
  'receiving',
  'destroying',
];

/** What the page of a box shows of what the rooms know. */
export function tellBox(told: BoxTold, seen: SeenOfBox | null): Story {
  const { gtin, serial, product, grams, packedAt, photoId, harvestPhotoId, unpackedAt } = told;
  const box = { gtin, serial, product, grams, packedAt, photoId, harvestPhotoId, unpackedAt };
  return { ...box, boxes: null, seen, ...fromTheTree(told, grams) };
}

/** What the page of a lot shows. */
export function tellLot(told: LotTold): Story {
  const { gtin, product, boxes, grams, harvestPhotoId } = told;
  return {
    gtin,
    serial: null,
    product,
    grams,
    packedAt: null,
    photoId: null,
    harvestPhotoId,
    unpackedAt: null,
    boxes,
    seen: null,
    ...fromTheTree(told, null),
  };
}

type FromTheTree = Pick<Story, 'origin' | 'outline' | 'stations' | 'corrected' | 'proof'>;

function fromTheTree(told: BoxTold | LotTold, grams: number | null): FromTheTree {
  const { heldReason, photoId: _photoId, ...origin } = told.origin;
  return {
    origin: { ...origin, held: heldReason !== null },
    outline: simplifyOutline(origin.plot.outline, MOST_CORNERS),
    stations: told.told.flatMap(stationOf),
    corrected: told.corrected,
    proof: told.proof && proofOf(told, told.proof, grams),
  };
}

function stationOf({ bizStep, eventTime, body }: BoxTold['events'][number]): Station[] {
  const step = STEPS.find((known) => known === bizStep);
  return step ? [{ step, at: eventTime, place: placeOf(body.readPoint.id) }] : [];
}

function placeOf(uri: string): TracePlace | null {
  const link = parseDigitalLink(uri);
  if (!link.ok || link.value.key !== '414') return null;
  return { gln: link.value.gln, extension: link.value.extension };
}

type TheProof = NonNullable<BoxTold['proof']>;

function proofOf(told: BoxTold | LotTold, proof: TheProof, grams: number | null): Story['proof'] {
  const { logKeys, witnessKeys, proofs, waiting, sealedAt } = proof;
  const events = proof.events.map(({ index, entry, disclosures }) => ({
    index,
    event: JSON.parse(entry) as unknown,
    ...(disclosures.length > 0 ? { disclosures } : {}),
  }));
  const { cutOn, batch, diary } = told.origin;
  return {
    logKeys,
    witnessKeys,
    proofs,
    events,
    waiting,
    sealedAt,
    shown: { cutOn: cutOn.toISOString().slice(0, 10), batch, grams, diary: sealedDiary(diary) },
  };
}
