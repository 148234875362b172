import { type LabKind, lockRows, type Tx } from '@baunghe/db';
import { LAST_WITHDRAWAL, openWithdrawal } from '@baunghe/stock';
import { heldSentence, openInterval } from './pre-harvest-interval.ts';

/** What of a laboratory's result decides whether fruit is held. */
interface Verdict {
  kind: LabKind;
  position: bigint;
  number: string;
  resultOn: Date;
  passed: boolean;
  lotId: string | null;
}

const newestFirst = (a: Verdict, b: Verdict) =>
  +b.resultOn - +a.resultOn || (a.position < b.position ? 1 : -1);

/**
 * The result that holds fruit: of each kind the newest of the fruit itself counts, and the newest of its plot unless
 * that of the fruit is newer. Null when none of these failed.
 */
export function failedResult(results: readonly Verdict[]): Verdict | null {
  const sorted = [...results].sort(newestFirst);
  for (const kind of new Set(sorted.map((result) => result.kind))) {
    const of = sorted.filter((result) => result.kind === kind);
    const fruit = of.find(({ lotId }) => lotId !== null);
    const plot = of.find(({ lotId }) => lotId === null);
    if (fruit && !fruit.passed) return fruit;
    if (plot && !plot.passed && (!fruit || newestFirst(plot, fruit) < 0)) return plot;
  }
  return null;
}

/** Why a lot that failed is held, as its row keeps it. */
export function failedSentence({ kind, number, resultOn }: Verdict): string {
  return `LAB ${kind} ${number} ${resultOn.toISOString().slice(0, 10)}`;
}

/**
 * Brings lots' being held into line with the diary and the laboratories: held for a failed result or an interval, free
 * when a passed result cleared the interval. A lot that is called back, or held for a reason of another kind, is left.
 */
export async function settleHold(tx: Tx, lotIds: readonly string[]): Promise<void> {
  await lockRows(tx, 'lot_balance', lotIds);
  const lots = await tx.lot.findMany({
    where: { id: { in: [...lotIds] } },
    include: { balance: true, harvest: true, withdrawals: LAST_WITHDRAWAL },
  });
  for (const lot of lots) {
    const ours = lot.heldReason === null || /^(PHI|LAB) /.test(lot.heldReason);
    if (!ours || openWithdrawal(lot.withdrawals)) continue;
    const { harvestId, harvest } = lot;
    const { plotId, cutOn } = harvest;
    const { heldReason, isClean } = await reasonToHold(tx, { harvestId, plotId, cutOn });
    const holdsNothing = lot.heldReason === null && (lot.balance?.onHandGrams ?? 0) === 0;
    // Held for an interval it stays held, whatever the diary says, until a laboratory found it clean.
    const isUncleared = heldReason === null && lot.heldReason?.startsWith('PHI ') && !isClean;
    if (heldReason === lot.heldReason || holdsNothing || isUncleared) continue;
    await tx.lot.update({ where: { id: lot.id }, data: { heldReason } });
  }
}

async function reasonToHold(
  tx: Tx,
  fruit: { harvestId: string; plotId: string; cutOn: Date },
): Promise<{ heldReason: string | null; isClean: boolean }> {
  const results = await tx.labResult.findMany({
    where: { OR: [{ plotId: fruit.plotId }, { lot: { harvestId: fruit.harvestId } }] },
  });
  const failed = failedResult(results);
  const isClean = results.some(
    ({ lotId, kind, passed, sampledOn }) =>
      lotId !== null && kind === 'residue' && passed && sampledOn >= fruit.cutOn,
  );
  if (failed) return { heldReason: failedSentence(failed), isClean };
  const interval = isClean ? null : await openInterval(tx, fruit.plotId, fruit.cutOn);
  return { heldReason: interval && heldSentence(interval), isClean };
}
