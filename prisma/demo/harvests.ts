import { plusDays, type Tx } from '@baunghe/db';
import { recordHarvest } from '@baunghe/farm';
import { type Hand, spoil } from '@baunghe/stock';
import type { Chance } from './chance.ts';
import { VARIETIES } from './fruit.ts';
import type { DemoPlot } from './orchard.ts';

/** A harvest that the demo's season will see. */
export interface PlannedHarvest {
  plotId: string;
  varietyCode: string;
  grade: 'A' | 'B';
  cutOn: Date;
  grams: number;
  /** Growers cut what is missing to this in the store; null: all that is ripe. */
  upToGrams: number | null;
}

/** Kilograms that a variety sells between two harvests and a little more, of each grade: what growers cut to. */
const UP_TO: Record<string, readonly number[]> = {
  RI6: [64, 12],
  DONA: [76, 12],
  CHINHOA: [14],
  MUSANG: [14],
  BO034: [18],
  CHOMCHOM: [14],
  MANGCUT: [24],
  MIT: [48],
  BUOI: [60],
  NHAN: [16],
};

/** Plans what is cut over the last `days` days, so that every variety was cut within its shelf life of today. */
export function planHarvests(
  chance: Chance,
  plots: readonly DemoPlot[],
  today: Date,
  days: number,
): PlannedHarvest[] {
  const planned: PlannedHarvest[] = [];
  VARIETIES.forEach((variety, index) => {
    const fields = plots.filter((plot) => plot.varieties.includes(variety.code));
    for (let ago = index % 2; ago <= days; ago += variety.everyDays) {
      const cutOn = plusDays(today, -ago);
      const kilograms = chance.whole(...variety.kilograms);
      const graded = index < 2 ? [0.68, 0.32] : [1];
      graded.forEach((part, at) => {
        const plot = fields[Math.floor(ago / variety.everyDays) % fields.length];
        if (!plot) return;
        const grams = Math.round(kilograms * part) * 1000;
        planned.push({
          plotId: plot.id,
          varietyCode: variety.code,
          grade: at === 0 ? 'A' : 'B',
          cutOn,
          grams,
          upToGrams: ago < Math.max(4, variety.everyDays) ? null : (UP_TO[variety.code]?.[at] ?? 20) * 1000,
        });
      });
    }
  });
  return planned.sort((a, b) => +a.cutOn - +b.cutOn);
}

/** The days on which each plot is cut. */
export function cutDays(planned: readonly PlannedHarvest[]): Map<string, Date[]> {
  const days = new Map<string, Date[]>();
  for (const { plotId, cutOn } of planned) days.set(plotId, [...(days.get(plotId) ?? []), cutOn]);
  return days;
}

/** Cuts what was planned for a day, in the morning. */
export async function cut(
  tx: Tx,
  chance: Chance,
  by: { userId: string; gln: string },
  morning: Date,
  planned: readonly PlannedHarvest[],
): Promise<void> {
  for (const { upToGrams, ...harvest } of planned) {
    if (upToGrams !== null) {
      const missing = upToGrams - (await freeGrams(tx, harvest));
      if (missing < LEAST_CUT) continue;
      harvest.grams = missing;
    }
    const recorded = await recordHarvest(
      tx,
      chance.at(morning),
      { ...by, memberId: null },
      { ...harvest, photoId: null },
    );
    if (!recorded.ok) throw new Error(`demo harvest refused: ${recorded.error.code}`);
  }
}

/** Nobody goes into an orchard for less. */
const LEAST_CUT = 4000;

/** What lies free in the store of a variety's grade. */
async function freeGrams(tx: Tx, { varietyCode, grade }: Pick<PlannedHarvest, 'varietyCode' | 'grade'>) {
  const { _sum } = await tx.lotBalance.aggregate({
    where: { lot: { varietyCode, grade } },
    _sum: { onHandGrams: true, reservedGrams: true },
  });
  return (_sum.onHandGrams ?? 0) - (_sum.reservedGrams ?? 0);
}

/** The products of whose fruit some lies in the store and is best within three days. */
export async function ageing<P extends { varietyCode: string; grade: string }>(
  tx: Tx,
  day: Date,
  products: readonly P[],
): Promise<P[]> {
  const lots = await tx.lot.findMany({
    where: {
      bestBefore: { lte: plusDays(day, 3) },
      balance: { onHandGrams: { gt: 1000 } },
    },
    select: { varietyCode: true, grade: true },
  });
  return products.filter((product) =>
    lots.some(({ varietyCode, grade }) => varietyCode === product.varietyCode && grade === product.grade),
  );
}

/** Why fruit left the store in the demo: mostly since its day was over. */
const LOST = [
  { cause: 'past_day', words: 'Quá ngày ngon nhất, làm phân ủ (minh họa)' },
  { cause: 'past_day', words: 'Quá ngày ngon nhất, làm phân ủ (minh họa)' },
  { cause: 'overripe', words: 'Chín rục, nứt vỏ (minh họa)' },
  { cause: 'past_day', words: 'Quá ngày ngon nhất, làm phân ủ (minh họa)' },
  { cause: 'bruised', words: 'Dập khi chuyển sọt (minh họa)' },
  { cause: 'pests', words: 'Sâu đục trái (minh họa)' },
] as const;

/** Takes fruit past its day out of the store as people do, with the reason. */
export async function clearOut(tx: Tx, chance: Chance, by: Hand, at: Date, day: Date): Promise<void> {
  const past = await tx.lotBalance.findMany({
    where: { onHandGrams: { gt: 0 }, reservedGrams: 0, lot: { bestBefore: { lt: day } } },
    include: { lot: { select: { batch: true } } },
    orderBy: { lotId: 'asc' },
  });
  for (const { lot, onHandGrams: grams } of past) {
    const lost = LOST[lot.batch.charCodeAt(0) % LOST.length] ?? LOST[0];
    const spoilage = { batch: lot.batch, grams, ...lost, photo: null };
    const spoiled = await spoil(tx, chance.at(at), by, spoilage);
    if (!spoiled.ok) throw new Error(`demo spoilage refused: ${spoiled.error.code}`);
  }
}
