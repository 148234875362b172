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

/** The lots that were cut from the day of an act on their plot until its interval had passed, in the order of their cutting. */
export async function lotsInside(tx: Tx, acts: readonly Application[]): Promise<LotInsideInterval[]> {
  const runs = acts.map(({ plotId, doneOn, preHarvestDays }) => {
    return { plotId, from: doneOn, until: plusDays(doneOn, Math.min(preHarvestDays ?? 0, LONGEST_INTERVAL)) };
  });
  const first = new Date(Math.min(...runs.map(({ from }) => +from)));
  const end = new Date(Math.max(...runs.map(({ until }) => +until)));
  const plotIds = [...new Set(runs.map(({ plotId }) => plotId))];
  const lots = await tx.lot.findMany({
    where: { harvest: { plotId: { in: plotIds }, cutOn: { gte: first, lt: end } } },
    include: { balance: true, harvest: { select: { plotId: true } } },
    orderBy: [{ cutOn: 'asc' }, { batch: 'asc' }],
  });
  const inside = lots.filter(({ cutOn, harvest }) =>
    runs.some((run) => run.plotId === harvest.plotId && run.from <= cutOn && cutOn < run.until),
  );
  return inside.map(({ id, batch, cutOn, heldReason, balance }) => ({
    lotId: id,
    batch,
    cutOn,
    onHandGrams: balance?.onHandGrams ?? 0,
    heldReason,
  }));
}

/**
 * Holds what is left of the lots that were cut inside an act's interval, for acts that are written down only after they
 * were cut. The plots must be locked. Lots that are held already keep their reason.
 */
export async function holdLotsInside(tx: Tx, acts: readonly Application[]): Promise<void> {
  if (acts.length === 0) return;
  const before = await lotsInside(tx, acts);
  if (before.length === 0) return;
  // Whoever takes fruit of these or makes lots out of them meanwhile is waited for, and then the lots are looked at anew.
  await lockRows(
    tx,
    'lot_balance',
    before.map(({ lotId }) => lotId),
  );
  const free = (await lotsInside(tx, acts)).filter((lot) => lot.onHandGrams > 0 && lot.heldReason === null);
  await settleHold(
    tx,
    free.map(({ lotId }) => lotId),
  );
}
