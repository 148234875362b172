/** A year of the cooperative: what it brought inside and outside the membership, and what becomes of the surplus. */
export {
  addCapital,
  type CapitalEntry,
  type CapitalRefusal,
  type MemberCapital,
  membersCapital,
  type NewCapital,
} from './capital.ts';
export {
  addCharterCapital,
  type CharterCapital,
  type CharterRefusal,
  charterCapital,
  mostOfOne,
} from './charter.ts';
export {
  approveYear,
  type CloseYearRefusal,
  dropYear,
  type PrepareYearRefusal,
  prepareYear,
} from './close-year.ts';
export { addDealing, type Dealing, type DealingRefusal, type NewDealing, undoDealing } from './dealings.ts';
export { correctSide, type SideRefusal, type SideTold, sidesOfOrder } from './order-sides.ts';
export { type PaidShare, type PayShareRefusal, payShare } from './pay-share.ts';
export { yearBounds } from './year-days.ts';
export { addYearRule, type YearRule, type YearRuleRefusal } from './year-rules.ts';
export { type ShareOfYear, sharesOf, type UnpaidShare, unpaidShares } from './year-shares.ts';
export type { SideSums, YearSums } from './year-sums.ts';
export { type YearResult, type YearView, yearView } from './year-views.ts';
