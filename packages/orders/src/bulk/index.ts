export { type Acceptance, type AcceptRefusal, acceptQuote } from './accept-quote.ts';
export { type BulkRow, type BulkSupply, bulkBoard, bulkChoices, bulkSupply } from './bulk-board.ts';
export type { BulkStanding } from './bulk-ways.ts';
export { type CloseBulkRefusal, closeRequest } from './close-request.ts';
export { eraseOldRequests, eraseRequestsOf, requestsOfPhone } from './erase-requests.ts';
export { MOST_QUOTE_DAYS, type NewQuote, type QuoteRefusal, quoteRequest } from './quote-request.ts';
export { requestOfOrder } from './request-of-order.ts';
export { type BulkQuoteView, type BulkRequestView, bulkRequest } from './request-view.ts';
export {
  BULK_NEEDS,
  type BulkSendRefusal,
  forgetBulkNetworks,
  type NewBulkRequest,
  sendBulkRequest,
} from './send-request.ts';
