export { type DeliveryArea, deliveryRules } from './delivery-areas.ts';
export type { DeliveryDay } from './delivery-days.ts';
export { deliveryQuote, type NotSent } from './delivery-quote.ts';
export { feeOfArea, leastFee } from './fee-of-area.ts';
export {
  type AreaEntry,
  type AreaRefusal,
  type ClosedDays,
  closeDays,
  closedDays,
  keepArea,
  openDay,
  removeArea,
} from './keep-areas.ts';
export type { Gift, InvoiceTo, Wishes } from './keep-wishes.ts';
export { foldTaxCode, holdsAsTaxCode } from './tax-code.ts';
