import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { batchCode, lotClassUri } from '@baunghe/gs1';
import { recordGraded } from '@baunghe/trace';
import { openWithdrawal } from '../withdraw-lot.ts';
import { type Hand, house, type LotUnknown, lotAtHand, type NotFree, notFree } from './lot-at-hand.ts';

/** What of a lot was sorted, and into what. Whole grams; each grade once. */
export interface Sorting {
  batch: string;
  /** What was taken out of the lot to be sorted. */
  grams: number;
  parts: readonly { grade: string; grams: number }[];
  /** Why the parts weigh less than what was taken; null when they do not. */
  lossReason: string | null;
}

/** Why a lot cannot be sorted so. */
export type SortRefusal =
  | LotUnknown
  | NotFree
  | { code: 'lot_withdrawn'; since: Date }
  | { code: 'parts_over_whole'; overGrams: number }
  | { code: 'loss_unexplained'; lossGrams: number };

/** A lot that sorting made. */
export interface SortedLot {
  lotId: string;
  batch: string;
  grade: string;
  grams: number;
}

type LotAtHand = NonNullable<Awaited<ReturnType<typeof lotAtHand>>>;

/**
 * Sorts a lot, or some of it, into lots of one grade each, and tells the trace (TransformationEvent). They are of the
 * same harvest, good until the same day, and held if the lot is; what is lost in between is explained.
 */
export async function grade(
  tx: Tx,
  moment: Moment,
  by: Hand,
  sorting: Sorting,
): Promise<Result<SortedLot[], SortRefusal>> {
  const lot = await lotAtHand(tx, sorting.batch);
  if (!lot) return fail({ code: 'lot_unknown' });
  const called = openWithdrawal(lot.withdrawals);
  if (called) return fail({ code: 'lot_withdrawn', since: called.since });
  if (sorting.grams > lot.freeGrams) return fail(await notFree(tx, lot));
  const lossGrams = sorting.parts.reduce((left, part) => left - part.grams, sorting.grams);
  if (lossGrams < 0) return fail({ code: 'parts_over_whole', overGrams: -lossGrams });
  if (lossGrams > 0 && !sorting.lossReason) return fail({ code: 'loss_unexplained', lossGrams });
  const into = sorting.parts.map((part) => ({ ...part, ...newLot(moment) }));
  await tx.lot.createMany({ data: into.map((part) => childOf(lot, part, moment)) });
  const eventId = await recordGraded(tx, moment, {
    from: { ...lot.fruit, grams: sorting.grams },
    into: into.map(({ lotId, batch, grams }) => ({
      lotId,
      lotClass: lotClassUri(lot.variety.looseGtin, batch),
      grams,
    })),
    ...house(by),
  });
  await write(tx, moment, by, { lot, eventId, into, grams: sorting.grams, lossGrams, ...reason(sorting) });
  return ok(into);
}

const reason = ({ lossReason }: Sorting) => ({ lossReason: lossReason ?? null });

const newLot = (moment: Moment) => ({ lotId: newId('lot', moment), batch: batchCode(moment.random) });

function childOf(lot: LotAtHand, part: SortedLot, moment: Moment) {
  const { harvestId, varietyCode, cutOn, bestBefore, heldReason } = lot;
  const same = { harvestId, varietyCode, cutOn, bestBefore, heldReason, graded: true };
  return { id: part.lotId, batch: part.batch, grade: part.grade, ...same, createdAt: moment.now };
}

interface Sorted {
  lot: { id: string };
  eventId: string;
  into: readonly SortedLot[];
  grams: number;
  lossGrams: number;
  lossReason: string | null;
}

async function write(tx: Tx, moment: Moment, by: Hand, sorted: Sorted): Promise<void> {
  const { lot, eventId, into, grams, lossGrams, lossReason } = sorted;
  const gradingId = newId('grd', moment);
  const act = { at: moment.now, byUser: by.userId };
  await tx.grading.create({ data: { id: gradingId, eventId, lossGrams, lossReason, ...act } });
  await tx.gradedLot.createMany({
    data: into.map(({ lotId }) => ({ lotId, parentId: lot.id, gradingId })),
  });
  const row = { kind: 'grade', gradingId, eventId, ...act } as const;
  await tx.stockMove.createMany({
    data: [
      { lotId: lot.id, grams: -grams, reason: lossReason, ...row },
      ...into.map((part) => ({ lotId: part.lotId, grams: part.grams, ...row })),
    ],
  });
}
