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
}

/** The diary of the plot that concerns fruit cut on a day, newest first. */
export async function diaryOfHarvest(
  tx: Tx,
  harvest: { plotId: string; cutOn: Date },
): Promise<PublicDiaryEntry[]> {
  const entries = await tx.diaryEntry.findMany({
    where: {
      plotId: harvest.plotId,
      doneOn: { lte: harvest.cutOn, gte: plusDays(harvest.cutOn, -SEASON_DAYS) },
    },
    include: { input: true },
    orderBy: [{ doneOn: 'desc' }, { id: 'desc' }],
  });
  return entries.map((entry) => ({
    id: entry.id,
    act: entry.act,
    doneOn: entry.doneOn,
    inputName: entry.input?.name ?? null,
    activeIngredient: entry.input?.activeIngredient ?? null,
    dose: entry.dose,
    reason: entry.reason,
    preHarvestDays: entry.input?.preHarvestDays ?? null,
    daysBeforeCut: Math.round((+harvest.cutOn - +entry.doneOn) / 86_400_000),
  }));
}
