import { type DiaryAct, plusDays, type Tx } from '@baunghe/db';

/** Days before cutting whose diary concerns the fruit: from flowering to harvest of durian. */
const SEASON_DAYS = 130;

/** A diary entry as anyone holding the box may read it: never who did it. */
export interface PublicDiaryEntry {
  id: string;
  act: DiaryAct;
  doneOn: Date;
  inputName: string | null;
  activeIngredient: string | null;
  dose: string | null;
  reason: string | null;
  preHarvestDays: number | null;
  /** Whole days from the act to the cutting. */
  daysBeforeCut: number;
  /** Whether cutting waited out the input's pre-harvest interval; null for an act without input. */
  intervalKept: boolean | null;
  /** Written down only after the harvest was recorded, so no part of what was sealed with it. */
  late: boolean;
}

/** VietGAP's rule: harvest date minus application is at least the input's interval. Null when nothing was applied. */
export function intervalKept(daysBeforeCut: number, preHarvestDays: number | null): boolean | null {
  return preHarvestDays === null ? null : daysBeforeCut >= preHarvestDays;
}

/** The diary of the plot that concerns fruit cut on a day, newest first. `recordedAt` is when the harvest was recorded. */
export async function diaryOfHarvest(
  tx: Tx,
  harvest: { plotId: string; cutOn: Date; recordedAt: Date },
): Promise<PublicDiaryEntry[]> {
  const entries = await tx.diaryEntry.findMany({
    where: {
      plotId: harvest.plotId,
      doneOn: { lte: harvest.cutOn, gte: plusDays(harvest.cutOn, -SEASON_DAYS) },
      // What was only bought was put on nothing.
      act: { not: 'buy' },
    },
    orderBy: [{ doneOn: 'desc' }, { id: 'desc' }],
  });
  return entries.map((entry) => {
    const { id, act, doneOn, inputName, activeIngredient, dose, reason, preHarvestDays } = entry;
    const daysBeforeCut = Math.round((+harvest.cutOn - +doneOn) / 86_400_000);
    return {
      id,
      act,
      doneOn,
      inputName,
      activeIngredient,
      dose,
      reason,
      preHarvestDays,
      daysBeforeCut,
      intervalKept: intervalKept(daysBeforeCut, preHarvestDays),
      late: entry.recordedAt > harvest.recordedAt,
    };
  });
}
