import { lockRows, type Moment, type Tx } from '@baunghe/db';

/** Fruit that lay in a box and comes back to the lot that it was taken from. */
export interface FruitBack {
  lotId: string;
  grams: number;
  reason: string;
  byUser: string;
}

/**
 * Books fruit back into its lot; that of a held lot stays held. Returns the id of the ledger's row.
 */
export async function putBack(tx: Tx, moment: Moment, fruit: FruitBack): Promise<bigint> {
  await lockRows(tx, 'lot_balance', [fruit.lotId]);
  const { id } = await tx.stockMove.create({ data: { ...fruit, kind: 'adjust', at: moment.now } });
  return id;
}
