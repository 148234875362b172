/**
 * How money reaches the cooperative: cash at the door, or a transfer that the buyer's banking app fills in from a
 * picture. A payment counts once however often its news arrives, and every đồng is written in the books.
 */
export { type BankBin, bankBin, bankName } from './banks.ts';
export { enterInBooks, type Side, trialBalance } from './books.ts';
export { type IncomingMoney, type PaymentRefusal, receivePayment } from './receive-payment.ts';
export {
  readVietQr,
  transferPurpose,
  type VietQrError,
  type VietQrRead,
  type VietQrTransfer,
  vietQrPayload,
} from './vietqr.ts';
