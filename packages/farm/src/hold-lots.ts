import { lockRows, plusDays, type Tx } from '@baunghe/db';
import { LONGEST_INTERVAL } from './pre-harvest-interval.ts';
import { settleHold } from './settle-hold.ts';

/** An act that puts something on a plot. */
interface Application {
  plotId: string;
  doneOn: Date;
  inputName: string | null;
  preHarvestDays: number | null;
}

/** A lot of fruit that was cut inside the interval of a diary entry. */
export interface LotInsideInterval {
  lotId: string;
  batch: string;
  cutOn: Date;
  onHandGrams: number;
  heldReason: string | null;
}

/** The lots of a plot that were cut from the day of an act until its interval had passed, in the order of their cutting. */
export async function lotsInside(tx: Tx, act: Application): Promise<LotInsideInterval[]> {
  const until = plusDays(act.doneOn, Math.min(act.preHarvestDays ?? 0, LONGEST_INTERVAL));
  const lots = await tx.lot.findMany({
    where: { harvest: { plotId: act.plotId, cutOn: { gte: act.doneOn, lt: until } } },
    include: { balance: true },
    orderBy: [{ cutOn: 'asc' }, { batch: 'asc' }],
  });
  return lots.map(({ id, batch, cutOn, heldReason, balance }) => ({
    lotId: id,
    batch,
    cutOn,
    onHandGrams: balance?.onHandGrams ?? 0,
    heldReason,
  }));
}

/**
 * Holds what is left of the lots that were cut inside an act's interval, for an act that is written down only after
 * they were cut. The plot must be locked. Lots that are held already keep their reason.
 */
export async function holdLotsInside(tx: Tx, act: Application): Promise<void> {
  const before = await lotsInside(tx, act);
  if (before.length === 0) return;
  // Whoever takes fruit of these or makes lots out of them meanwhile is waited for, and then the lots are looked at anew.
  await lockRows(
    tx,
    'lot_balance',
    before.map(({ lotId }) => lotId),
  );
  const free = (await lotsInside(tx, act)).filter((lot) => lot.onHandGrams > 0 && lot.heldReason === null);
  await settleHold(
    tx,
    free.map(({ lotId }) => lotId),
  );
}
