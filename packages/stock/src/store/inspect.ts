import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { recordInspected, recordTemperature } from '@baunghe/trace';
import { openWithdrawal } from '../withdraw-lot.ts';
import { type Hand, house, type LotUnknown, lotAtHand } from './lot-at-hand.ts';

/** What a lot that did not pass is held for begins with; the words of whoever looked follow. */
const HELD_BY_INSPECTION = 'INSPECT ';

/** What somebody saw who looked at a lot. */
export interface Inspection {
  batch: string;
  passed: boolean;
  note: string;
  /** Why the lot was held as whoever looked saw it, null for not at all; unless given, what holds it is not compared. */
  seenHold?: string | null | undefined;
}

/** Why a look is not recorded: there is no such lot, or it would free what another look holds that nobody told of. */
export type InspectRefusal = LotUnknown | { code: 'lot_failed_meanwhile'; heldReason: string; note: string };

/**
 * Records that a lot was looked at, and tells the trace (ObjectEvent, inspecting). A lot that does not pass is held
 * from now on; one that was held for that alone is free once it passes. What the pre-harvest interval, a laboratory or
 * a withdrawal holds stays held. Nobody frees a lot for a look that failed after theirs: they are told of it first.
 */
export async function inspectLot(
  tx: Tx,
  moment: Moment,
  by: Hand,
  { batch, passed, note, seenHold }: Inspection,
): Promise<Result<void, InspectRefusal>> {
  const lot = await lotAtHand(tx, batch);
  if (!lot) return fail({ code: 'lot_unknown' });
  const { heldReason } = lot;
  const failed = heldReason?.startsWith(HELD_BY_INSPECTION) ? heldReason : null;
  if (passed && failed !== null && seenHold !== undefined && seenHold !== failed) {
    const said = failed.slice(HELD_BY_INSPECTION.length);
    return fail({ code: 'lot_failed_meanwhile', heldReason: failed, note: said });
  }
  const { packingLocation } = house(by);
  const told = { ...lot.fruit, grams: lot.onHandGrams, passed, place: packingLocation, certificates: [] };
  const eventId = await recordInspected(tx, moment, told);
  await tx.lotInspection.create({
    data: { lotId: lot.id, passed, note, eventId, at: moment.now, byUser: by.userId },
  });
  const heldForLooks = failed !== null && !openWithdrawal(lot.withdrawals);
  if (!passed && heldReason === null) await hold(tx, lot.id, HELD_BY_INSPECTION + note);
  if (passed && heldForLooks) await hold(tx, lot.id, null);
  return ok(undefined);
}

function hold(tx: Tx, id: string, heldReason: string | null) {
  return tx.lot.update({ where: { id }, data: { heldReason } });
}

/** Records what a thermometer beside a lot says, in degrees Celsius (ObjectEvent, sensor_reporting). */
export async function readTemperature(
  tx: Tx,
  moment: Moment,
  by: Hand,
  { batch, celsius }: { batch: string; celsius: number },
): Promise<Result<void, LotUnknown>> {
  const lot = await lotAtHand(tx, batch);
  if (!lot) return fail({ code: 'lot_unknown' });
  const place = house(by).packingLocation;
  await recordTemperature(tx, moment, { boxes: [], lots: [lot.fruit], place, celsius, readAt: moment.now });
  return ok(undefined);
}
