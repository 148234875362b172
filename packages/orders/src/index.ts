/**
 * The shop: products, carts, orders and their life until they are delivered. An order keeps fruit from the moment it is
 * placed, moves only along its drawn ways, and every box packed for it leads back to its harvest.
 */
export { type AfterOrder, afterOrder, changesOfOrder, type OrderChanged } from './after-order.ts';
export * from './board/index.ts';
export { type BoxOfCode, boxesOfCodes, boxOfCode } from './box-of-code.ts';
export { type BoxToLabel, boxesToLabel } from './boxes-to-label.ts';
export * from './bulk/index.ts';
export {
  askErasure,
  askExport,
  type BuyerData,
  type DataRefusal,
  type DataRequestRow,
  dataRequests,
  orderData,
} from './buyer-data.ts';
export { type CancelRefusal, cancelOrder, ordersPastTheirTransfer } from './cancel-order.ts';
export { type CardErrand, cardErrands, cardRefunds } from './card-errands.ts';
export { type CardOfOrder, cardOfOrder, noteCard } from './card-of-order.ts';
export * from './carriers/index.ts';
export { changeAddress, changeQuantities, type QuantityRefusal } from './change-order.ts';
export { changeDay, changeWishes, type WishChoices, wishChoices } from './change-wishes.ts';
export type { Checkout } from './checkout.ts';
export * from './claims/index.ts';
export {
  CONSENT_PURPOSES,
  type ConsentGiven,
  type ConsentState,
  type ConsentWords,
  consentsOf,
  consentWordings,
  recordConsents,
  withdrawConsent,
} from './consents.ts';
export { type CrateForOrder, type CrateRefusal, crateForOrder } from './crate-for-order.ts';
export { type DeliverRefusal, deliverOrder } from './deliver-order.ts';
export * from './delivery/index.ts';
export { CONTRACT_YEARS, eraseOldOrders, keptUntil } from './erase-old-orders.ts';
export { type EraseRefusal, eraseReport } from './erase-report.ts';
export { type EventsAsked, eventsOfFruit } from './exports/events-of-fruit.ts';
export { MOST_STEPS, type TracedStep, tracedSteps } from './exports/traced-steps.ts';
export { findProvinces, findWards, foldPlace, provinces, type WardChoice } from './find-ward.ts';
export {
  type FoundFruit,
  type FoundOrchard,
  type FruitAsked,
  type FruitOrder,
  findFruit,
  ORDERS,
} from './finding/find-fruit.ts';
export { type Orchard, type OrchardStory, orchard, orchards } from './finding/orchards.ts';
export { seasonCalendar, type VarietySeason } from './finding/season-calendar.ts';
export { type Chosen, type Counts, SIEVES, type Sieve } from './finding/sieve.ts';
export * from './giving/index.ts';
export {
  type HandoverPhotoRefusal,
  handoverPhoto,
  handoverPhotosOf,
  keepHandoverPhoto,
} from './handover-photos.ts';
export { type Handover, handovers, loadOfOrder } from './handovers.ts';
export {
  type CartToHold,
  endLapsedHolds,
  type Hold,
  type HoldRefusal,
  heldUntil,
  holdCart,
} from './hold-cart.ts';
export * from './invoices/index.ts';
export {
  type KnownItem,
  type KnownNames,
  type KnownRecall,
  knownItem,
  knownLoad,
  recallOfLot,
} from './known-codes.ts';
export { type LastBox, lastBoxes } from './last-boxes.ts';
export {
  changeProduct,
  listProduct,
  type NewProduct,
  type ProductInOffice,
  type ProductRefusal,
  type ProductWords,
  productsInOffice,
} from './list-product.ts';
export { type LotForState, lotForState } from './lot-for-state.ts';
export { type LotPrice, lotPrices } from './lot-prices.ts';
export { type LotForLine, lotsForLine } from './lots-for-line.ts';
export type { MarkdownOver } from './marked-down.ts';
export type { ReturnMoney } from './money-of-return.ts';
export { nextGtin } from './next-gtin.ts';
export type { ChangeRefusal } from './open-order.ts';
export {
  type OrderPage,
  type OrderRow,
  type OrdersToDo,
  orderBoard,
  ordersByState,
  ordersToDo,
} from './order-board.ts';
export { orderCode, typedOrderCode } from './order-code.ts';
export { type NewsKind, type OrderNews, orderNews } from './order-news.ts';
export { keepOrderTerms, orderTerms } from './order-terms.ts';
export { type BoxView, type OrderLineView, type OrderView, orderView } from './order-view.ts';
export { mayGo, type NoWay, ORDER_WAYS } from './order-ways.ts';
export { type OwnOrder, ordersOfPhone } from './orders-of-phone.ts';
export {
  type BoxStory,
  boxStory,
  type LotStory,
  lotStory,
  type NamedProduct,
  type Origin,
} from './origin-story.ts';
export { MOST_PERCENT, type NewBox, type PackedUnits, type PackRefusal, packBox } from './pack-box.ts';
export { type PhotoEvidence, photosOfLot, photosOfOrder } from './photo-evidence.ts';
export { type CheckoutRefusal, placeOrder, TRANSFER_DAYS } from './place-order.ts';
export * from './preorders/index.ts';
export { type CartLine, type PricedCart, type PricedLine, priceCart } from './price-cart.ts';
export {
  type HarvestOnSale,
  type MarkdownOnSale,
  type ProductOnSale,
  productOnSale,
  productsOnSale,
} from './products-on-sale.ts';
export { actOnRating, type RatingActRefusal } from './ratings/act-on-rating.ts';
export { type EraseRatingRefusal, eraseRating } from './ratings/erase-rating.ts';
export { MOST_WORDS, type NewRating, type RateRefusal, rateLine } from './ratings/rate-line.ts';
export type { RatingSum } from './ratings/rating-sums.ts';
export { shortName } from './ratings/short-name.ts';
export {
  type ProductRatings,
  type RatingInOffice,
  ratingsInOffice,
  ratingsOfProduct,
  type ShownRating,
} from './ratings/shown-ratings.ts';
export * from './recall/index.ts';
export {
  BOX_REPORT_KINDS,
  type BoxReport,
  boxReports,
  lookAtReport,
  type ReportRefusal,
  reportBox,
} from './report-box.ts';
export * from './seeing/index.ts';
export { type SettledAddress, type SettledPlace, settleAddress, type TypedPlace } from './settle-address.ts';
export * from './settlement/index.ts';
export { type ShipRefusal, shipOrder } from './ship-order.ts';
export { type ReturnedBox, type TakeBackRefusal, takeBack } from './take-back.ts';
export {
  type BoxNoMore,
  type Unpacked,
  type Unpacking,
  type UnpackRefusal,
  unpackBox,
  unpackedBoxes,
} from './unpack-box.ts';
export * from './vat/index.ts';
export * from './vouchers/index.ts';
export { waitForMoneyAgain } from './wait-again.ts';
export { endWithdrawal, withdrawLot } from './withdraw-lot.ts';
export * from './year-end/index.ts';
