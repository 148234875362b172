/** Carriers: what is asked of them, what they tell, and the one interface that they all stand behind. */
export { byHand } from './by-hand.ts';
export type { Carrier, CarrierKey, CarrierRefusal, NewsRefusal } from './carrier.ts';
export { type CarrierErrand, parcelOf, takeCarrierErrands } from './consignment-errands.ts';
export {
  bookedFor,
  type CarrierEventView,
  type ConsignmentView,
  carrierEventsOfOrder,
  consignmentsOfOrder,
  ringConsignment,
} from './consignments-of-order.ts';
export { type GhnSettings, ghnCarrier } from './ghn-carrier.ts';
export { noteBooked, noteCancelled, noteCarrierRefusal } from './note-answer.ts';
export { noteStops, type StopsNoted } from './note-stops.ts';
export { trackingLink } from './tracking-link.ts';
export {
  type ConsignmentRefusal,
  lookedAtConsignment,
  unwantConsignment,
  wantConsignment,
} from './want-consignment.ts';
