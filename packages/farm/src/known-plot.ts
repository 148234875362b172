import type { Tx } from '@baunghe/db';

/** What anyone may know of a plot by its code. */
export interface KnownPlot {
  code: string;
  name: string;
}

/** The plot that a code names, open or closed; null when there is none. */
export function knownPlot(tx: Tx, code: string): Promise<KnownPlot | null> {
  return tx.plot.findUnique({ where: { code }, select: { code: true, name: true } });
}
