import { ok, plusDays, type Result, type SettledKind, type Tx, vietnamDay } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import type { MemberSum } from './member-sums.ts';
import { type ReckonedLine, type ReckonRefusal, reckon } from './reckon.ts';

/** What one harvest of a member's brought in since the last settlement, before the cooperative's part. */
export interface UnsettledHarvest {
  harvestId: string;
  cutOn: Date;
  plotCode: string;
  varietyName: { nameVi: string; nameEn: string; nameZh: string | null };
  boxes: number;
  grams: number;
  gross: Dong;
}

/** What was sold of a member's fruit up to a day and is in no settlement yet. Not final. */
export interface Unsettled {
  toDay: Date;
  gross: Dong;
  /** What the next settlement would come to for them, were it of this day; null where they have no line in it. */
  sums: MemberSum | null;
  /** The harvest cut last first. */
  harvests: UnsettledHarvest[];
  /** Of a settlement that is prepared and waits to be approved. */
  waiting: Dong;
}

/**
 * What a member has to come of fruit sold up to yesterday's end, by harvest, as the next settlement would have it of the
 * same day. Writes nothing.
 */
export async function notYetSettled(
  tx: Tx,
  now: Date,
  memberId: string,
): Promise<Result<Unsettled, ReckonRefusal>> {
  const toDay = plusDays(vietnamDay(now), -1);
  const [reckoned, waits] = await Promise.all([
    reckon(tx, toDay, memberId),
    tx.memberStatement.findFirst({ where: { memberId, settlement: { state: 'prepared' } } }),
  ]);
  if (!reckoned.ok) return reckoned;
  const { lines, members } = reckoned.value;
  return ok({
    toDay,
    gross: dong(lines.reduce((sum, { gross }) => sum + gross, 0)),
    sums: members[0] ?? null,
    harvests: await byHarvest(tx, lines),
    waiting: dong(waits ? waits.salesDong + waits.takenOffDong : 0n),
  });
}

async function byHarvest(tx: Tx, lines: readonly ReckonedLine[]): Promise<UnsettledHarvest[]> {
  const boxes = await tx.box.findMany({
    where: { id: { in: lines.map(({ boxId }) => boxId) } },
    select: { id: true, lot: { select: { harvestId: true } } },
  });
  const harvestOf = new Map(boxes.map(({ id, lot }) => [id, lot.harvestId]));
  const harvests = await tx.harvest.findMany({
    where: { id: { in: [...new Set(harvestOf.values())] } },
    include: { plot: { select: { code: true } }, variety: true },
    orderBy: [{ cutOn: 'desc' }, { id: 'desc' }],
  });
  return harvests.map(({ id, cutOn, plot, variety: { nameVi, nameEn, nameZh } }) => {
    const own = lines.filter(({ boxId }) => harvestOf.get(boxId) === id);
    return {
      ...{ harvestId: id, cutOn, plotCode: plot.code, varietyName: { nameVi, nameEn, nameZh } },
      boxes: own.filter(({ kind }) => EARNS.includes(kind)).length,
      grams: own.reduce((sum, line) => sum + line.grams, 0),
      gross: dong(own.reduce((sum, { gross }) => sum + gross, 0)),
    };
  });
}

const EARNS: readonly SettledKind[] = ['sale', 'replacement'];
