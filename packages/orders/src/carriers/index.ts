/** Carriers: what is asked of them, what they tell, and the one interface that they all stand behind. */

export { byHand } from './by-hand.ts';
export type { Carrier, CarrierKey, CarrierRefusal, CarrierWards, NewsRefusal, Parcel } from './carrier.ts';
export {
  findWardAt,
  keepWardCalled,
  type WardCalled,
  wardCalled,
  wardsOfProvince,
  wardToldAt,
} from './carrier-ward.ts';
export { type CarrierErrand, parcelOf, takeCarrierErrands, wardOf } from './consignment-errands.ts';
export {
  bookedFor,
  type CarrierEventView,
  type ConsignmentView,
  carrierEventsOfOrder,
  consignmentsOfOrder,
  ringConsignment,
} from './consignments-of-order.ts';
export { type GhnSettings, ghnCarrier } from './ghn-carrier.ts';
export { cashOfOrder, type HeldCash, heldCash, type PayoutView, payoutsOfCarriers } from './held-cash.ts';
export { noteBooked, noteCancelled, noteCarrierRefusal } from './note-answer.ts';
export { noteStops, type StopsNoted } from './note-stops.ts';
export { shipByHand } from './ship-by-hand.ts';
export { type PayoutRefusal, takePayout } from './take-payout.ts';
export { trackingLink } from './tracking-link.ts';
export { type UndoPayoutRefusal, undoPayout } from './undo-payout.ts';
export {
  type ConsignmentRefusal,
  lookedAtConsignment,
  unwantConsignment,
  wantConsignment,
} from './want-consignment.ts';
