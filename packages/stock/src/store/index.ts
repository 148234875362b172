/** What is done to fruit that lies in the store, each act a row of the ledger or of its own table, and an event. */
export { type BroughtBack, bringBack } from './bring-back.ts';
export { type CorrectRefusal, correctEvent, type EventCorrection } from './correct-event.ts';
export { grade, type SortedLot, type Sorting, type SortRefusal } from './grade.ts';
export { type Inspection, type InspectRefusal, inspectLot, readTemperature } from './inspect.ts';
export { type LedgerRow, ledgerOf } from './ledger.ts';
export { sortingsBehind, withLotsSortedFrom } from './lineage.ts';
export { type LossKind, type LostFruit, lostFruit } from './lost-fruit.ts';
export type { Hand, LotUnknown, NotFree } from './lot-at-hand.ts';
export { type LotEvent, lotEvents } from './lot-events.ts';
export {
  addPlace,
  LAST_PLACING,
  type MoveRefusal,
  type Moving,
  moveLot,
  places,
  type StorePlace,
} from './places.ts';
export { type Spoilage, type SpoilRefusal, spoil } from './spoil.ts';
export { type Count, type CountRefusal, saveStocktake } from './stocktake.ts';
