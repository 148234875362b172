/**
 * The cooperative's store: fruit lies in lots, each of one harvest and one grade. Every gram that comes or goes is a
 * row of the ledger; what is promised to an order is a reservation. The database keeps the balance of both.
 */
export { type Allotted, allot, unitsIn } from './first-expired-first-out.ts';
export type { FruitKind } from './fruit-kind.ts';
export { giveBackLapsed } from './give-back-held.ts';
export { keepUntil } from './keep-until.ts';
export { keepUntilPacked } from './keep-until-packed.ts';
export { BEGAN_WITH, type LotInStore, lotsInStore } from './lots-in-store.ts';
export { endMarkdown, type MarkDownRefusal, markDown, type NewMarkdown } from './markdown/mark-down.ts';
export {
  type MarkdownInOffice,
  markdownsOfLot,
  type OpenMarkdown,
  openMarkdowns,
} from './markdown/markdowns.ts';
export { markedPrice, type PriceOfUnit, type TakenOff } from './markdown/marked-price.ts';
export { type FruitBack, putBack } from './put-back.ts';
export { type ReceivedFruit, receiveLot } from './receive-lot.ts';
export { release } from './release.ts';
export { hold, type OutOfStock, reserve, type Want, type Wanted } from './reserve.ts';
export {
  type FruitWanted,
  firstExpiredFirst,
  lockSellableLots,
  lotsServing,
  type SellableLot,
  sellableLots,
} from './sellable-lots.ts';
export { putStateStamp, type StateStampRefusal, stateStampOf } from './state-stamp.ts';
export * from './store/index.ts';
export { type BoxFruit, type LotRefusal, takeForBox } from './take-for-box.ts';
export { type UndoReceiptRefusal, undoReceipt } from './undo-receipt.ts';
export { type WentOut, wentOut } from './went-out.ts';
export {
  calledBack,
  type EndRefusal,
  endWithdrawal,
  LAST_WITHDRAWAL,
  type OpenWithdrawal,
  openWithdrawal,
  type WithdrawalEntry,
  type WithdrawRefusal,
  withdrawLot,
} from './withdraw-lot.ts';
