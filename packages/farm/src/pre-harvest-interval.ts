import { plusDays, type Tx } from '@baunghe/db';

/** An application of an input whose interval has not passed on a day. */
export interface OpenInterval {
  inputName: string;
  appliedOn: Date;
  /** The first day on which fruit may be cut. */
  freeFrom: Date;
}

/**
 * The interval that keeps a plot's fruit from being cut on a day, the one that ends last, or null. Rule of VietGAP:
 * harvest date minus last application is at least the input's pre-harvest interval.
 */
export async function openInterval(tx: Tx, plotId: string, cutOn: Date): Promise<OpenInterval | null> {
  const applied = await tx.diaryEntry.findMany({
    where: { plotId, inputId: { not: null }, doneOn: { lte: cutOn, gte: plusDays(cutOn, -120) } },
    include: { input: true },
  });
  const open = applied
    .flatMap(({ input, doneOn }) =>
      input
        ? [{ inputName: input.name, appliedOn: doneOn, freeFrom: plusDays(doneOn, input.preHarvestDays) }]
        : [],
    )
    .filter((interval) => interval.freeFrom > cutOn)
    .sort((a, b) => +b.freeFrom - +a.freeFrom);
  return open[0] ?? null;
}
