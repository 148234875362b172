import { fail, type Moment, ok, type Result, type SpoilCause, type Tx } from '@baunghe/db';
import { recordDestroyed } from '@baunghe/trace';
import { type Hand, house, type LotUnknown, lotAtHand, type NotFree, notFree } from './lot-at-hand.ts';

/** Fruit that is thrown away. Whole grams. */
export interface Spoilage {
  batch: string;
  grams: number;
  cause: SpoilCause;
  words: string | null;
  /** A kept picture of it: its id, and its hash as an event names it. */
  photo: { photoId: string; uri: string } | null;
}

/** Why fruit cannot be written off. */
export type SpoilRefusal = LotUnknown | NotFree;

/**
 * Takes spoiled fruit out of a lot and tells the trace (ObjectEvent, destroying). Only what is promised to nobody: an
 * order's fruit is replaced first. A held lot's fruit may be thrown away. Returns the eventID.
 */
export async function spoil(
  tx: Tx,
  moment: Moment,
  by: Hand,
  spoilage: Spoilage,
): Promise<Result<string, SpoilRefusal>> {
  const { batch, grams, cause, words, photo } = spoilage;
  const lot = await lotAtHand(tx, batch);
  if (!lot) return fail({ code: 'lot_unknown' });
  if (grams > lot.freeGrams) return fail(await notFree(tx, lot));
  const told = { ...lot.fruit, ...house(by), grams, cause, photo: photo?.uri ?? null };
  const eventId = await recordDestroyed(tx, moment, told);
  await tx.stockMove.create({
    data: {
      lotId: lot.id,
      kind: 'spoil',
      grams: -grams,
      cause,
      reason: words ?? cause,
      photoId: photo?.photoId ?? null,
      eventId,
      at: moment.now,
      byUser: by.userId,
    },
  });
  return ok(eventId);
}
