import {
  fail,
  lockRows,
  type Moment,
  newId,
  ok,
  plusDays,
  type Result,
  type Tx,
  vietnamDay,
} from '@baunghe/db';
import { batchCode, lotClassUri, plotLocationUri } from '@baunghe/gs1';
import { diaryDigest, sealedDiary } from '@baunghe/proof';
import { receiveLot } from '@baunghe/stock';
import { recordHarvested } from '@baunghe/trace';
import { diaryOfHarvest } from './diary-of-harvest.ts';
import { heldSentence, type OpenInterval, openInterval } from './pre-harvest-interval.ts';
import { failedResult, failedSentence } from './settle-hold.ts';

/** Most that one harvest may weigh: 20 tonnes; more is a slip of the thumb. */
export const MOST_GRAMS = 20_000_000;
/** How far back a harvest may be entered, in days. */
export const OLDEST_DAYS = 30;

/** A harvest as the member enters it. `cutOn` is a UTC midnight. */
export interface HarvestEntry {
  plotId: string;
  varietyCode: string;
  grade: string;
  grams: number;
  cutOn: Date;
  photoId: string | null;
  /** The hash of that photo, as `ni:///sha-256;…`, for the event to vouch for. */
  photo?: string | null;
}

/** Why a harvest cannot be recorded. */
export type HarvestRefusal =
  | { code: 'plot_unknown' }
  | { code: 'plot_closed' }
  | { code: 'variety_not_on_plot' }
  | { code: 'weight_out_of_range'; mostGrams: number }
  | { code: 'day_out_of_range'; oldest: Date; newest: Date };

/** The lot that a harvest made. */
export interface RecordedHarvest {
  harvestId: string;
  lotId: string;
  batch: string;
  bestBefore: Date;
  /** Set when the fruit was cut too early and is held. */
  heldBy: OpenInterval | null;
}

/**
 * Records fruit cut from a plot, makes its lot and tells the trace. Fruit cut inside a pre-harvest interval makes a
 * held lot. `memberId` null lets staff record for any plot; `gln` is the cooperative's location number.
 */
export async function recordHarvest(
  tx: Tx,
  moment: Moment,
  by: { userId: string; memberId: string | null; gln: string },
  { photo, ...entry }: HarvestEntry,
): Promise<Result<RecordedHarvest, HarvestRefusal>> {
  // Of a harvest and a diary entry at once, the second sees the first: nothing slips past an interval.
  await lockRows(tx, 'plot', [entry.plotId]);
  const plot = await tx.plot.findUnique({
    where: { id: entry.plotId },
    include: { trees: { include: { variety: true } } },
  });
  if (!plot || (by.memberId !== null && plot.memberId !== by.memberId)) return fail({ code: 'plot_unknown' });
  if (plot.closedAt) return fail({ code: 'plot_closed' });
  const variety = plot.trees.find((trees) => trees.varietyCode === entry.varietyCode)?.variety;
  if (!variety) return fail({ code: 'variety_not_on_plot' });
  const refusal = outOfRange(entry, vietnamDay(moment.now));
  if (refusal) return fail(refusal);
  const harvestId = newId('har', moment);
  await tx.harvest.create({
    data: {
      ...{ id: harvestId, memberId: plot.memberId, ...entry },
      ...{ recordedAt: moment.now, recordedBy: by.userId },
    },
  });
  const heldBy = await openInterval(tx, plot.id, entry.cutOn);
  const fruit = {
    harvestId,
    batch: batchCode(moment.random),
    varietyCode: variety.code,
    grade: entry.grade,
    cutOn: entry.cutOn,
    grams: entry.grams,
  };
  const bestBefore = plusDays(entry.cutOn, variety.shelfDays);
  const failed = failedResult(await tx.labResult.findMany({ where: { plotId: plot.id } }));
  const heldReason = failed ? failedSentence(failed) : heldBy ? heldSentence(heldBy) : null;
  const lotId = await receiveLot(tx, moment, { ...fruit, bestBefore, heldReason, byUser: by.userId });
  const { plotId, cutOn } = entry;
  const diary = await diaryOfHarvest(tx, { plotId, cutOn, recordedAt: moment.now });
  await recordHarvested(tx, moment, {
    ...fruit,
    lotId,
    lotClass: lotClassUri(variety.looseGtin, fruit.batch),
    bestBefore,
    plotLocation: plotLocationUri(by.gln, plot.code),
    plantingUnitCode: plot.plantingUnitCode,
    diaryDigest: diaryDigest(sealedDiary(diary)),
    photo: photo ?? null,
  });
  return ok({ harvestId, lotId, batch: fruit.batch, bestBefore, heldBy });
}

function outOfRange(entry: Pick<HarvestEntry, 'grams' | 'cutOn'>, today: Date): HarvestRefusal | null {
  if (entry.grams <= 0 || entry.grams > MOST_GRAMS)
    return { code: 'weight_out_of_range', mostGrams: MOST_GRAMS };
  const oldest = plusDays(today, -OLDEST_DAYS);
  if (entry.cutOn > today || entry.cutOn < oldest) return { code: 'day_out_of_range', oldest, newest: today };
  return null;
}
