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
  assignToRefund,
  setLineAside,
} from './bank/assign-line.ts';
export { type BankLineView, bankLines } from './bank/bank-lines.ts';
export { type BankFeed, type FeedRefusal, readFeed } from './bank/feed.ts';
export { type LineOutcome, takeLine } from './bank/match-line.ts';
export { refundPurpose } from './bank/match-refund.ts';
export { type BankBin, bankBin, bankName } from './banks.ts';
export type { IncomingMoney } from './book-money.ts';
export { enterInBooks, type Side, trialBalance } from './books.ts';
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
export { type MoneyTaken, takeMoney } from './take-money.ts';
export {
  readVietQr,
  transferPurpose,
  type VietQrError,
  type VietQrRead,
  type VietQrTransfer,
  vietQrPayload,
} from './vietqr.ts';
