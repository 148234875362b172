import type { Tx } from '@baunghe/db';
import { firstExpiredFirst, lotsServing, sellableLots } from '@baunghe/stock';

/** A lot that a packer may take for a line. */
export interface LotForLine {
  lotId: string;
  batch: string;
  cutOn: Date;
  bestBefore: Date;
  plotName: string;
  /** Grams this line may take: free ones and those promised to it. */
  gramsForLine: number;
  /** Grams promised to this line here. */
  promisedGrams: number;
}

/** The lots that can serve a line, those promised to it first, then first-expired first. Empty for an unknown line. */
export async function lotsForLine(tx: Tx, now: Date, lineId: string): Promise<LotForLine[]> {
  const line = await tx.orderLine.findUnique({
    where: { id: lineId },
    include: { product: true, markdown: true, reservations: { where: { state: 'active' } } },
  });
  if (!line) return [];
  const promised = (lotId: string) =>
    line.reservations.reduce((grams, kept) => grams + (kept.lotId === lotId ? kept.grams : 0), 0);
  const { varietyCode, grade } = line.product;
  const wanted = { varietyCode, grade, lotId: line.markdown?.lotId ?? null };
  const serving = lotsServing(await sellableLots(tx, [wanted], now), wanted);
  const free = new Map(serving.map((lot) => [lot.lotId, lot]));
  const lots = await tx.lot.findMany({
    where: { id: { in: [...free.keys(), ...line.reservations.map((kept) => kept.lotId)] }, heldReason: null },
    include: { harvest: { include: { plot: true } } },
  });
  return lots
    .map((lot) => ({ ...lot, lotId: lot.id, freeGrams: free.get(lot.id)?.freeGrams ?? 0 }))
    .sort(firstExpiredFirst)
    .map(({ lotId, batch, cutOn, bestBefore, freeGrams, harvest }) => ({
      lotId,
      batch,
      cutOn,
      bestBefore,
      plotName: harvest.plot.name,
      promisedGrams: promised(lotId),
      gramsForLine: freeGrams + promised(lotId),
    }))
    .sort((a, b) => Number(b.promisedGrams > 0) - Number(a.promisedGrams > 0));
}
