import { COOPERATIVE } from '@baunghe/coop';
import { batch, digitalLink, gtin14, serial } from '@baunghe/gs1';
import type { LotForState } from '@baunghe/orders';
import type { Json, JsonObject } from '@baunghe/proof';
import type { ApiSettings } from './context.ts';

type WhyUnknown =
  /** The cooperative has it, or will have it, and has not published it. */
  | 'not_published'
  /** The person it is about did not agree to show it. */
  | 'not_agreed'
  /** Nobody wrote it down. */
  | 'not_recorded'
  /** It has not happened. */
  | 'not_yet';

const unknown = (why: WhyUnknown): JsonObject => ({ unknown: why });
const orUnknown = (value: Json | null, why: WhyUnknown): Json => value ?? unknown(why);
const day = (date: Date): string => date.toISOString().slice(0, 10);

/** Where codes of the document lead, and whose they are. */
type Place = Pick<ApiSettings, 'publicUrl' | 'gln' | 'demo'>;

/**
 * A lot for the national trace system: the fields of Circular 02/2024/TT-BKHCN and the stages grower, area, purchase,
 * packing, transport, distribution. Days are Vietnam's, instants UTC, weights whole grams. What is not known is
 * `{ "unknown": why }`; of people it holds a member's name where they agreed to show it, and nothing else.
 */
export function stateDocument(lot: LotForState, { publicUrl, gln, demo }: Place, now: Date): JsonObject {
  const { story } = lot;
  const { origin } = story;
  return {
    format: 'baunghe-lot-for-state',
    version: 1,
    madeAt: now.toISOString(),
    regulation: '02/2024/TT-BKHCN',
    demo: demo || origin.demo,
    product: {
      name: origin.varietyVi,
      grade: origin.grade,
      picture: `${publicUrl}/pictures/${origin.picture}`,
      brand: COOPERATIVE.brand,
      page: linkOf(publicUrl, { gtin: story.gtin, batch: origin.batch }),
      traceCode: { gtin: story.gtin, lot: origin.batch },
      held: origin.heldReason !== null,
      stateStamp: orUnknown(origin.stateStamp, 'not_yet'),
    },
    producer: { ...COOPERATIVE, gln, taxCode: unknown('not_published') },
    production: {
      cutOn: day(origin.cutOn),
      recordedAt: lot.recordedAt.toISOString(),
      bestBefore: day(origin.bestBefore),
      harvestedGrams: origin.harvestedGrams,
      ...(lot.sortedFrom ? { sortedFrom: lot.sortedFrom, sortedGrams: story.grams } : {}),
      ...(lot.sortedInto.length > 0 ? { sortedInto: lot.sortedInto } : {}),
    },
    standard: unknown('not_published'),
    certificates: unknown('not_published'),
    stages: stagesOf(lot, publicUrl, gln),
    events: lot.events.map(({ body, logIndex }) => ({
      eventID: body.eventID,
      type: body.type,
      bizStep: body.bizStep,
      eventTime: body.eventTime,
      logIndex: orUnknown(logIndex, 'not_yet'),
    })),
    log: { checkpoint: `${publicUrl}/log/checkpoint`, key: `${publicUrl}/log/key` },
  };
}

function stagesOf(lot: LotForState, publicUrl: string, gln: string): JsonObject[] {
  const { origin } = lot.story;
  const house = { gln };
  const received = lot.events.filter(({ bizStep }) => bizStep === 'receiving');
  return [
    { stage: 'grower', name: orUnknown(origin.memberName, 'not_agreed') },
    areaOf(lot, gln),
    {
      stage: 'purchase',
      to: house,
      received:
        received.length > 0
          ? received.map(({ eventTime }) => eventTime.toISOString())
          : unknown('not_recorded'),
    },
    {
      stage: 'packing',
      location: house,
      packingHouseCode: unknown('not_published'),
      boxes: ifAny(lot.boxes.map((box) => boxOf(box, origin.batch, publicUrl))),
    },
    { stage: 'transport', from: house, carrier: unknown('not_published'), loads: ifAny(loadsOf(lot)) },
    {
      stage: 'distribution',
      to: 'consumers',
      delivered: ifAny(
        lot.boxes.flatMap(({ gtin, serial, deliveredAt }) =>
          deliveredAt ? [{ gtin, serial, at: deliveredAt.toISOString() }] : [],
        ),
      ),
    },
  ];
}

const ifAny = (rows: JsonObject[]): Json => (rows.length > 0 ? rows : unknown('not_yet'));

function areaOf({ story: { origin } }: LotForState, gln: string): JsonObject {
  const { plot } = origin;
  return {
    stage: 'area',
    location: { gln, extension: plot.code },
    name: plot.name,
    plantingUnitCode: orUnknown(plot.plantingUnitCode, 'not_published'),
    areaM2: plot.areaM2,
    diary: origin.diary.map((entry) => ({
      act: entry.act,
      doneOn: day(entry.doneOn),
      input: entry.inputName,
      activeIngredient: entry.activeIngredient,
      dose: entry.dose,
      reason: entry.reason,
      preHarvestDays: entry.preHarvestDays,
      daysBeforeCut: entry.daysBeforeCut,
      intervalKept: entry.intervalKept,
    })),
  };
}

function boxOf(box: LotForState['boxes'][number], lot: string, publicUrl: string): JsonObject {
  const { gtin, serial, nameVi, grams, packedAt } = box;
  const page = linkOf(publicUrl, { gtin, batch: lot, serial });
  return { name: nameVi, gtin, serial, netGrams: grams, packedAt: packedAt.toISOString(), page };
}

function loadsOf({ boxes }: LotForState): JsonObject[] {
  const loads = new Map<string, { sscc: string | null; shippedAt: string; boxes: JsonObject[] }>();
  for (const { gtin, serial, shipment } of boxes) {
    if (!shipment) continue;
    const shippedAt = shipment.shippedAt.toISOString();
    const known = shipment.sscc ?? shippedAt;
    const load = loads.get(known) ?? { sscc: shipment.sscc, shippedAt, boxes: [] };
    load.boxes.push({ gtin, serial });
    loads.set(known, load);
  }
  return [...loads.values()].map(({ sscc, ...load }) => ({ sscc: orUnknown(sscc, 'not_recorded'), ...load }));
}

function linkOf(base: string, code: { gtin: string; batch: string; serial?: string }): string {
  return digitalLink({
    base,
    gtin: gtin14(code.gtin),
    batch: batch(code.batch),
    ...(code.serial ? { serial: serial(code.serial) } : {}),
  });
}
