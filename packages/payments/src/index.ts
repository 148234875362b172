/**
 * How money reaches the cooperative: cash at the door, or a transfer that the buyer's banking app fills in from a
 * picture. A payment counts once however often its news arrives, and every đồng is written in the books.
 */
export {
  type AmountChanged,
  type AmountRefusal,
  cancelPayment,
  changeAmountDue,
  forgoAfterSale,
  missingOf,
  type NewAmount,
} from './amount-due.ts';
export {
  type AssignRefusal,
  assignToOrder,
  assignToPayout,
  assignToRefund,
  setLineAside,
} from './bank/assign-line.ts';
export { type BankLineView, bankLines } from './bank/bank-lines.ts';
export { type BankFeed, type FeedRefusal, readFeed } from './bank/feed.ts';
export { type LineOutcome, takeLine } from './bank/match-line.ts';
export { refundPurpose } from './bank/match-refund.ts';
export { type PreviewedLine, previewStatement } from './bank/preview-statement.ts';
export { readStatement, type StatementRefusal, statementText } from './bank/statement.ts';
export { COLUMNS as STATEMENT_COLUMNS, type StatementColumns } from './bank/statement-columns.ts';
export { type StatementOutcome, takeStatement } from './bank/take-statement.ts';
export { type UndoRefusal, undoMatch } from './bank/undo-match.ts';
export { BANKS, type BankBin, bankBin, bankName } from './banks.ts';
export type { IncomingMoney } from './book-money.ts';
export { enterInBooks, type Side, trialBalance } from './books.ts';
export { noteDispute } from './card-dispute.ts';
export type { CardGateway, CardIntent, CardNews, CardRefusal } from './card-gateway.ts';
export { type CardPageRefusal, type CardSynced, isKeptOnCard, syncCard } from './card-payment.ts';
export * from './credit/index.ts';
export { type JournalAsked, type JournalEntry, journalPage } from './journal-page.ts';
export { type InTransaction, openCardPage } from './open-card-page.ts';
export { openStripe } from './open-stripe.ts';
export { keepPayoutAccount, type PayoutAccount } from './payout-account.ts';
export { type PaymentRefusal, receivePayment } from './receive-payment.ts';
export {
  type CloseRefundRefusal,
  dropRefund,
  type GivenRefund,
  type OwedRefund,
  type OweRefusal,
  oweRefund,
  settleRefund,
} from './refund.ts';
export { type MoneyOfOrder, moneyOfOrder, type RefundView } from './staff/money-of-order.ts';
export { type Reconciled, reconcile, STANDINGS, type Standing, standings } from './staff/reconcile.ts';
export { type RefundOfOrder, refundById, refunds } from './staff/refunds.ts';
export { refundsToAsk } from './staff/refunds-to-ask.ts';
export type { StripeSettings } from './stripe-gateway.ts';
export { type MoneyTaken, takeMoney } from './take-money.ts';
export {
  readVietQr,
  transferPurpose,
  type VietQrError,
  type VietQrRead,
  type VietQrTransfer,
  vietQrPayload,
} from './vietqr.ts';
