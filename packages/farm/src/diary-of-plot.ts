import type { DiaryAct, InputKind, Tx } from '@baunghe/db';
import { type LotInsideInterval, lotsInside } from './hold-lots.ts';

/** A diary entry as the plot's grower and the cooperative's staff read it. */
export interface DiaryLine {
  id: string;
  plotId: string;
  plotCode: string;
  plotName: string;
  act: DiaryAct;
  doneOn: Date;
  inputName: string | null;
  activeIngredient: string | null;
  registration: string | null;
  preHarvestDays: number | null;
  dose: string | null;
  reason: string | null;
  operator: string | null;
  areaM2: number | null;
  quantity: string | null;
  equipment: string | null;
  weather: string | null;
  invoice: string | null;
  supplier: string | null;
  note: string | null;
  recordedAt: Date;
}

/** Diary entries, the last done first: of a plot, of one member's plots (`memberId`), or of all; at most `limit`. */
export async function diaryOfPlot(
  tx: Tx,
  of: { plotId?: string; memberId?: string; limit: number },
): Promise<DiaryLine[]> {
  const entries = await tx.diaryEntry.findMany({
    where: {
      ...(of.plotId ? { plotId: of.plotId } : {}),
      ...(of.memberId ? { plot: { memberId: of.memberId } } : {}),
    },
    include: { plot: { select: { code: true, name: true } } },
    orderBy: [{ doneOn: 'desc' }, { id: 'desc' }],
    take: of.limit,
  });
  return entries.map(toLine);
}

/** One entry, and the lots that were cut inside its interval; null when there is none that the member may read. */
export async function diaryEntry(
  tx: Tx,
  of: { id: string; memberId?: string },
): Promise<(DiaryLine & { inside: LotInsideInterval[] }) | null> {
  const entry = await tx.diaryEntry.findUnique({
    where: { id: of.id },
    include: { plot: { select: { code: true, name: true, memberId: true } } },
  });
  if (!entry || (of.memberId !== undefined && entry.plot.memberId !== of.memberId)) return null;
  return { ...toLine(entry), inside: entry.preHarvestDays ? await lotsInside(tx, [entry]) : [] };
}

type WithPlot = Omit<DiaryLine, 'plotCode' | 'plotName'> & { plot: { code: string; name: string } };

/** An entry as it is read. */
export function toLine({ plot, ...entry }: WithPlot): DiaryLine {
  const { id, plotId, act, doneOn, inputName, activeIngredient, registration, preHarvestDays } = entry;
  const { dose, reason, operator, areaM2, quantity, equipment, weather, invoice, supplier, note } = entry;
  return {
    ...{ id, plotId, plotCode: plot.code, plotName: plot.name, act, doneOn },
    ...{ inputName, activeIngredient, registration, preHarvestDays },
    ...{ dose, reason, operator, areaM2, quantity, equipment, weather, invoice, supplier, note },
    recordedAt: entry.recordedAt,
  };
}

/** An input as the diary's form offers it. */
export interface InputChoice {
  id: string;
  name: string;
  kind: InputKind;
  preHarvestDays: number;
  banned: boolean;
  /** Whether this person wrote it into a diary lately. */
  usedLately: boolean;
}

/** What the diary's form offers somebody: what they wrote last, and the catalogue with what they used lately first. */
export async function diaryOffers(
  tx: Tx,
  of: { userId: string; today: Date },
): Promise<{
  plotId: string | null;
  operator: string | null;
  equipment: string | null;
  inputs: InputChoice[];
}> {
  const [lately, inputs] = await Promise.all([
    tx.diaryEntry.findMany({ where: { recordedBy: of.userId }, orderBy: { recordedAt: 'desc' }, take: 40 }),
    tx.input.findMany({ orderBy: { name: 'asc' } }),
  ]);
  const rank = new Map<string, number>();
  for (const { inputId } of lately) if (inputId && !rank.has(inputId)) rank.set(inputId, rank.size);
  const at = (id: string) => rank.get(id) ?? lately.length;
  return {
    plotId: lately[0]?.plotId ?? null,
    operator: lately.find(({ operator }) => operator)?.operator ?? null,
    equipment: lately.find(({ equipment }) => equipment)?.equipment ?? null,
    inputs: inputs
      .map(({ id, name, kind, preHarvestDays, bannedOn }) => ({
        ...{ id, name, kind, preHarvestDays },
        banned: bannedOn !== null && bannedOn <= of.today,
        usedLately: rank.has(id),
      }))
      .sort((a, b) => at(a.id) - at(b.id)),
  };
}
