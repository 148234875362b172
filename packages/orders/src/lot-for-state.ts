import type { Tx } from '@baunghe/db';
import { sortingsBehind } from '@baunghe/stock';
import { eventsAbout, proveEvents, type RecordedEvent } from '@baunghe/trace';
import { type LotStory, lotStory } from './origin-story.ts';

/** A lot with all that went out of it, for the State's trace system. Nothing of who bought it. */
export interface LotForState {
  story: LotStory;
  recordedAt: Date;
  /** Batch codes of the lot that it was sorted from, and of those that were sorted from it. */
  sortedFrom: string | null;
  sortedInto: string[];
  boxes: {
    gtin: string;
    serial: string;
    nameVi: string;
    grams: number;
    packedAt: Date;
    /** Of the load it left in; null while it is here. */
    shipment: { sscc: string | null; shippedAt: Date } | null;
    deliveredAt: Date | null;
  }[];
  /** Every event about the lot and its boxes, with its place in the log; null where it waits for one. */
  events: (RecordedEvent & { logIndex: number | null })[];
}

/** All of a lot, from the tree to the door; null when there is none with the batch code. */
export async function lotForState(tx: Tx, batch: string): Promise<LotForState | null> {
  const lot = await tx.lot.findUnique({
    where: { batch },
    include: {
      variety: true,
      harvest: true,
      sortedFrom: { include: { parent: true } },
      sortedInto: { include: { lot: true }, orderBy: { lotId: 'asc' } },
      boxes: {
        where: { unpacking: null },
        include: { product: true, order: { include: ORDER } },
        orderBy: [{ packedAt: 'asc' }, { id: 'asc' }],
      },
    },
  });
  const story = lot && (await lotStory(tx, { gtin: lot.variety.looseGtin, batch }));
  if (!story) return null;
  const about = [
    { subject: 'harvest' as const, id: lot.harvestId },
    { subject: 'lot' as const, id: lot.id },
    ...lot.boxes.map(({ id }) => ({ subject: 'box' as const, id })),
  ];
  const events = await eventsAbout(tx, about, await sortingsBehind(tx, lot.id));
  const logged = await proveEvents(
    tx,
    events.map(({ id }) => id),
  );
  const places = new Map(logged?.events.map(({ eventId, index }) => [eventId, index]));
  return {
    story,
    recordedAt: lot.harvest.recordedAt,
    sortedFrom: lot.sortedFrom?.parent.batch ?? null,
    sortedInto: lot.sortedInto.map((sorted) => sorted.lot.batch),
    boxes: lot.boxes.map(({ gtin, serial, product, grams, packedAt, order }) => ({
      gtin,
      serial,
      nameVi: product.nameVi,
      grams,
      packedAt,
      shipment: order.shipment && { sscc: order.shipment.sscc, shippedAt: order.shipment.shippedAt },
      deliveredAt: order.steps[0]?.at ?? null,
    })),
    events: events.map((event) => ({ ...event, logIndex: places.get(event.id) ?? null })),
  };
}

const ORDER = { shipment: true, steps: { where: { toState: 'delivered' }, take: 1 } } as const;
