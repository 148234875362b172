import { plusDays, type Tx } from '@baunghe/db';

/** The longest interval that the catalogue takes, in days: no entry older than this holds fruit. */
export const LONGEST_INTERVAL = 120;

/** An application of an input whose interval has not passed on a day. */
export interface OpenInterval {
  inputName: string;
  appliedOn: Date;
  /** The first day on which fruit may be cut. */
  freeFrom: Date;
}

/** What was put on a plot, as its diary's own copy says. */
interface Applied {
  plotId: string;
  doneOn: Date;
  inputName: string | null;
  preHarvestDays: number | null;
}

/**
 * The interval that keeps a plot's fruit from being cut on a day, the one that ends last, or null. Rule of VietGAP:
 * harvest date minus last application is at least the input's pre-harvest interval.
 */
export async function openInterval(tx: Tx, plotId: string, cutOn: Date): Promise<OpenInterval | null> {
  return (await openIntervals(tx, [plotId], cutOn)).get(plotId) ?? null;
}

/** The same for many plots at once, by their ids; a plot that is free is not among them. */
export async function openIntervals(
  tx: Tx,
  plotIds: readonly string[],
  cutOn: Date,
): Promise<Map<string, OpenInterval>> {
  const applied: Applied[] = await tx.diaryEntry.findMany({
    where: {
      plotId: { in: [...plotIds] },
      preHarvestDays: { gt: 0 },
      doneOn: { lte: cutOn, gte: plusDays(cutOn, -LONGEST_INTERVAL) },
    },
    select: { plotId: true, doneOn: true, inputName: true, preHarvestDays: true },
  });
  const open = new Map<string, OpenInterval>();
  for (const { plotId, doneOn, inputName, preHarvestDays } of applied) {
    const freeFrom = plusDays(doneOn, preHarvestDays ?? 0);
    const before = open.get(plotId);
    if (freeFrom <= cutOn || (before && before.freeFrom >= freeFrom)) continue;
    open.set(plotId, { inputName: inputName ?? '', appliedOn: doneOn, freeFrom });
  }
  return open;
}

/** Why a lot cut inside an interval is held, as its row keeps it. */
export function heldSentence({ inputName, appliedOn, freeFrom }: OpenInterval): string {
  return `PHI ${inputName} ${isoDay(appliedOn)} → ${isoDay(freeFrom)}`;
}

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);
