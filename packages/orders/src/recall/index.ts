export { type DrillDone, drillDue, drillRecall } from './drill.ts';
export { type LetGoRefusal, letLotsGo, lotsOfRecall, type RecalledLot } from './let-go.ts';
export { type Reach, type ReachPages, reachOf, reachOfLots } from './reach.ts';
export type { ReachedBox } from './reached-boxes.ts';
export {
  type OrderGroup,
  orderGroups,
  PER_PAGE as REACH_PER_PAGE,
  type ReachedLot,
  type ReachedOrder,
  reachedLots,
  reachedOrders,
} from './reached-lists.ts';
export {
  type Answers,
  type BuyerToCall,
  buyersToCall,
  type RecallRow,
  type RecallView,
  recalls,
  recallView,
} from './recall-view.ts';
export type { TouchedLot } from './shared-table.ts';
export { findSources, lotsOfSource, type RecallSource, SOURCE_KINDS, sourceOf } from './source.ts';
export {
  endRecall,
  extendRecall,
  MOST_RECALLED,
  type NewRecall,
  type OpenRefusal,
  type StartRefusal,
  startRecall,
} from './start-recall.ts';
export {
  answerRecall,
  type BuyersRecall,
  type BuyerToTellAgain,
  buyersToTell,
  buyersToTellAgain,
  keepTold,
  recallByKey,
  recallKey,
  recallsOfPhone,
} from './told-buyers.ts';
export { type FruitSums, type Reached, whereFruitIs } from './where-fruit-is.ts';
