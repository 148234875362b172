import type { SpoilCause, StockMoveKind, Tx } from '@baunghe/db';

/** A row of a lot's ledger as staff read it. */
export interface LedgerRow {
  id: string;
  kind: StockMoveKind;
  /** Signed: what came is above zero, what went below. */
  grams: number;
  /** What lay in the lot after it. */
  balanceGrams: number;
  at: Date;
  byName: string | null;
  cause: SpoilCause | null;
  reason: string | null;
  photoId: string | null;
  /** Of packed and returned fruit: its box and the order of it. */
  box: { serial: string; orderCode: string } | null;
  /** Of sorted fruit: the lots at the other end. */
  batches: string[];
  counted: boolean;
  /** That it sets an earlier row right, or was itself set right. */
  undoes: boolean;
  undone: boolean;
}

const PARTS = {
  box: { include: { order: true } },
  returned: { include: { box: { include: { order: true } } } },
  grading: { include: { lots: { include: { lot: true, parent: true } } } },
  undone: true,
  undoes: true,
} as const;

/** Every gram that came to a lot or went from it, the first first, with the balance after each. */
export async function ledgerOf(tx: Tx, lotId: string): Promise<LedgerRow[]> {
  const moves = await tx.stockMove.findMany({ where: { lotId }, include: PARTS, orderBy: { id: 'asc' } });
  const byIds = [...new Set(moves.flatMap(({ byUser }) => byUser ?? []))];
  const people = await tx.user.findMany({ where: { id: { in: byIds } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  let balanceGrams = 0;
  return moves.map((move) => {
    balanceGrams += move.grams;
    const box = move.box ?? move.returned?.box ?? null;
    const { kind, grams, at, cause, reason, photoId, grading } = move;
    return {
      id: String(move.id),
      ...{ kind, grams, balanceGrams, at, cause, reason, photoId },
      byName: names.get(move.byUser ?? '') ?? null,
      box: box && { serial: box.serial, orderCode: box.order.code },
      batches: [
        ...new Set((grading?.lots ?? []).map(({ lot, parent }) => (grams < 0 ? lot.batch : parent.batch))),
      ],
      counted: move.stocktakeId !== null,
      undoes: move.undoes !== null,
      undone: move.undone !== null,
    };
  });
}
