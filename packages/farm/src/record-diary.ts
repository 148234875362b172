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

/** Who writes: `memberId` null lets staff write for any plot. */
export interface Writer {
  userId: string;
  memberId: string | null;
}

/**
 * Writes an act into a plot's diary, with a copy of what the catalogue says of its input today. Where that puts fruit
 * which was already cut inside an interval, what is left of its lots is held. Returns the entry's id.
 */
export async function recordDiary(
  tx: Tx,
  moment: Moment,
  by: Writer,
  entry: NewDiaryEntry,
): Promise<Result<string, DiaryRefusal>> {
  const [written] = await recordDiaryEntries(tx, moment, by, [entry]);
  if (!written) throw new Error('an entry without its answer');
  return written;
}

/** Writes acts down, each as `recordDiary` does, and answers in their order; what one is refused for stops no other. */
export async function recordDiaryEntries(
  tx: Tx,
  moment: Moment,
  by: Writer,
  entries: readonly NewDiaryEntry[],
): Promise<Result<string, DiaryRefusal>[]> {
  const known = await whatIsKnown(tx, entries);
  const answers = entries.map((entry) => {
    const refusal = refusalOf(moment, by, known, entry);
    return refusal ? fail(refusal) : ok(newId('dia', moment));
  });
  const kept = await tx.diaryEntry.createManyAndReturn({
    data: entries.flatMap((entry, at) => {
      const answer = answers[at];
      if (!answer?.ok) return [];
      const inputId = WITH_INPUT.includes(entry.act) ? entry.inputId : null;
      // Later than every harvest that is there: none of them was sealed with this entry.
      const afterHarvests = +(known.lastHarvests.get(entry.plotId) ?? 0) + 1;
      const recordedAt = new Date(Math.max(+moment.now, afterHarvests));
      return [{ id: answer.value, ...entry, inputId, recordedAt, recordedBy: by.userId }];
    }),
    select: { plotId: true, doneOn: true, inputName: true, preHarvestDays: true },
  });
  await holdLotsInside(
    tx,
    kept.filter(({ preHarvestDays }) => preHarvestDays),
  );
  return answers;
}

interface Known {
  plots: Map<string, { memberId: string; closedAt: Date | null }>;
  /** When the last harvest of a plot was recorded. */
  lastHarvests: Map<string, Date>;
  inputs: Map<string, { name: string; bannedOn: Date | null; bannedReason: string | null }>;
}

/** The plots, locked, and the inputs that entries name. */
async function whatIsKnown(tx: Tx, entries: readonly NewDiaryEntry[]): Promise<Known> {
  const plotIds = [...new Set(entries.map(({ plotId }) => plotId))];
  await lockRows(tx, 'plot', plotIds);
  const plots = await tx.plot.findMany({ where: { id: { in: plotIds } } });
  const last = await tx.harvest.groupBy({
    by: ['plotId'],
    where: { plotId: { in: plotIds } },
    _max: { recordedAt: true },
  });
  const inputIds = [...new Set(entries.flatMap(({ inputId }) => inputId ?? []))];
  const inputs = inputIds.length > 0 ? await tx.input.findMany({ where: { id: { in: inputIds } } }) : [];
  return {
    plots: new Map(plots.map((plot) => [plot.id, plot])),
    lastHarvests: new Map(last.map(({ plotId, _max }) => [plotId, _max.recordedAt ?? new Date(0)])),
    inputs: new Map(inputs.map((input) => [input.id, input])),
  };
}

function refusalOf(moment: Moment, by: Writer, known: Known, entry: NewDiaryEntry): DiaryRefusal | null {
  const plot = known.plots.get(entry.plotId);
  if (!plot || (by.memberId !== null && plot.memberId !== by.memberId)) return { code: 'plot_unknown' };
  if (plot.closedAt) return { code: 'plot_closed' };
  const newest = vietnamDay(moment.now);
  const oldest = plusDays(newest, -OLDEST_ENTRY_DAYS);
  if (entry.doneOn > newest || entry.doneOn < oldest)
    return { code: 'diary_day_out_of_range', oldest, newest };
  return inputRefusal(known, entry);
}

function inputRefusal({ inputs }: Known, { act, inputId, doneOn }: NewDiaryEntry): DiaryRefusal | null {
  if (!WITH_INPUT.includes(act)) return null;
  if (inputId === null) return { code: 'input_needed' };
  const input = inputs.get(inputId);
  if (!input) return { code: 'input_unknown' };
  if (!input.bannedOn || input.bannedOn > doneOn) return null;
  return { code: 'input_banned', name: input.name, since: input.bannedOn, reason: input.bannedReason ?? '' };
}
