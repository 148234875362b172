export { type CreditView, creditBoard } from './credit-board.ts';
export { typedCreditCode } from './credit-code.ts';
export { eraseCredit, eraseOldCredit } from './erase-credit.ts';
export { creditKey } from './give-back-credit.ts';
export { type CreditLeft, creditLeft, grantCredit } from './grant-credit.ts';
export { type CreditPaidOut, type PayOutRefusal, payOutCredit } from './pay-out-credit.ts';
export { type CreditRefusal, findCredit, spendCredit, type TypedCredit } from './spend-credit.ts';
