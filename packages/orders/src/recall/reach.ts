import type { Tx } from '@baunghe/db';
import { type ReachedBox, reachedBoxes } from './reached-boxes.ts';
import {
  type OrderGroup,
  orderGroups,
  type ReachedLot,
  type ReachedOrder,
  reachedLots,
  reachedOrders,
} from './reached-lists.ts';
import { sharedATable, type TouchedLot } from './shared-table.ts';
import { lotsOfSource, type RecallSource } from './source.ts';
import { countReached, type FruitSums, type Reached, whereFruitIs } from './where-fruit-is.ts';

/** All that a source reached, in one look: sums and counts are exact, lists are their first page. */
export interface Reach {
  lotCount: number;
  lots: ReachedLot[];
  sums: FruitSums;
  reached: Reached;
  states: OrderGroup[];
  provinces: OrderGroup[];
  orders: ReachedOrder[];
  /** Every box, where there are few; empty where there are more. */
  boxes: ReachedBox[];
  touched: { count: number; lots: TouchedLot[] };
}

/** From where each list goes on; null: from its beginning. */
export interface ReachPages {
  lotsAfter: string | null;
  ordersAfter: string | null;
  touchedAfter: string | null;
}

const FIRST: ReachPages = { lotsAfter: null, ordersAfter: null, touchedAfter: null };

/** Everything that fruit of a source reached: its lots, boxes, orders and buyers, and whom they shared a table with. */
export async function reachOf(
  tx: Tx,
  source: Pick<RecallSource, 'kind' | 'id'>,
  pages: ReachPages = FIRST,
): Promise<Reach> {
  return reachOfLots(tx, await lotsOfSource(tx, source), pages);
}

/** The same for lots with all that was sorted from them. */
export async function reachOfLots(
  tx: Tx,
  lotIds: readonly string[],
  pages: ReachPages = FIRST,
): Promise<Reach> {
  return {
    lotCount: lotIds.length,
    lots: await reachedLots(tx, lotIds, pages.lotsAfter),
    sums: await whereFruitIs(tx, lotIds),
    reached: await countReached(tx, lotIds),
    ...(await orderGroups(tx, lotIds)),
    orders: await reachedOrders(tx, lotIds, pages.ordersAfter),
    boxes: await reachedBoxes(tx, lotIds),
    touched: await sharedATable(tx, lotIds, pages.touchedAfter),
  };
}
