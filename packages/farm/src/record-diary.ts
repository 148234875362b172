import {
  type DiaryAct,
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
import { holdLotsInside } from './hold-lots.ts';

/** How far back an act may be written down, in days: a season and a little more. */
export const OLDEST_ENTRY_DAYS = 400;

/** The acts that need an input of the catalogue. */
const WITH_INPUT: readonly DiaryAct[] = ['spray', 'fertilise', 'buy'];

/** An act as whoever did it writes it down (TCVN 11892-1, records of inputs and of their use). `doneOn`: UTC midnight. */
export interface NewDiaryEntry {
  plotId: string;
  act: DiaryAct;
  doneOn: Date;
  inputId: string | null;
  dose: string | null;
  /** Against what, or what for. */
  reason: string | null;
  operator: string | null;
  areaM2: number | null;
  quantity: string | null;
  equipment: string | null;
  weather: string | null;
  invoice: string | null;
  supplier: string | null;
  note: string | null;
}

/** Why an act is not written down. */
export type DiaryRefusal =
  | { code: 'plot_unknown' }
  | { code: 'plot_closed' }
  | { code: 'diary_day_out_of_range'; oldest: Date; newest: Date }
  | { code: 'input_needed' }
  | { code: 'input_unknown' }
  | { code: 'input_banned'; name: string; since: Date; reason: string };

/**
 * Writes an act into a plot's diary, with a copy of what the catalogue says of its input today. Where that puts fruit
 * which was already cut inside an interval, what is left of its lots is held. `memberId` null lets staff write for any
 * plot. Returns the entry's id.
 */
export async function recordDiary(
  tx: Tx,
  moment: Moment,
  by: { userId: string; memberId: string | null },
  entry: NewDiaryEntry,
): Promise<Result<string, DiaryRefusal>> {
  await lockRows(tx, 'plot', [entry.plotId]);
  const plot = await tx.plot.findUnique({
    where: { id: entry.plotId },
    include: { harvests: { orderBy: { recordedAt: 'desc' }, take: 1, select: { recordedAt: true } } },
  });
  if (!plot || (by.memberId !== null && plot.memberId !== by.memberId)) return fail({ code: 'plot_unknown' });
  if (plot.closedAt) return fail({ code: 'plot_closed' });
  const newest = vietnamDay(moment.now);
  const oldest = plusDays(newest, -OLDEST_ENTRY_DAYS);
  if (entry.doneOn > newest || entry.doneOn < oldest)
    return fail({ code: 'diary_day_out_of_range', oldest, newest });
  const wrong = await inputRefusal(tx, entry);
  if (wrong) return fail(wrong);
  // Later than every harvest that is there: none of them was sealed with this entry.
  const afterHarvests = +(plot.harvests[0]?.recordedAt ?? 0) + 1;
  const recordedAt = new Date(Math.max(+moment.now, afterHarvests));
  const id = newId('dia', moment);
  const inputId = WITH_INPUT.includes(entry.act) ? entry.inputId : null;
  const kept = await tx.diaryEntry.create({
    data: { id, ...entry, inputId, recordedAt, recordedBy: by.userId },
  });
  if (kept.preHarvestDays) await holdLotsInside(tx, kept);
  return ok(id);
}

async function inputRefusal(
  tx: Tx,
  { act, inputId, doneOn }: Pick<NewDiaryEntry, 'act' | 'inputId' | 'doneOn'>,
): Promise<DiaryRefusal | null> {
  if (!WITH_INPUT.includes(act)) return null;
  if (inputId === null) return { code: 'input_needed' };
  const input = await tx.input.findUnique({ where: { id: inputId } });
  if (!input) return { code: 'input_unknown' };
  if (!input.bannedOn || input.bannedOn > doneOn) return null;
  return { code: 'input_banned', name: input.name, since: input.bannedOn, reason: input.bannedReason ?? '' };
}
