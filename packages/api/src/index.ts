/**
 * The one gate: every read and write, from a page, a telephone or a machine, is a procedure here. Its input is checked,
 * its caller's role is checked, and it makes one call into a room.
 */
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import type { ApiRouter } from './router.ts';

export { LARGEST_PHOTO, LARGEST_REPORT } from '@baunghe/farm';
export {
  type OrderBill,
  orderBill,
  orderBills,
  type Report,
  report,
  type Sign,
  signs,
} from '@baunghe/labels';
export { CLAIM_REASONS, CLAIM_RULE } from '@baunghe/orders';
export {
  type EpcisFailure,
  type JsonObject,
  MOST_BYTES as MOST_CAPTURED_BYTES,
  MOST_EVENTS as MOST_CAPTURED_EVENTS,
  PER_PAGE as EVENTS_PER_PAGE,
  type ValueKind,
} from '@baunghe/trace';
export { MOST_BANK_BODY, MOST_STATEMENT_BYTES } from './bank.ts';
export { MOST_CARD_NEWS } from './cards.ts';
export { MOST_HANDED_OVER } from './carrier-cash.ts';
export { MOST_CARRIER_NEWS } from './carriers.ts';
export type { ApiContext, ApiSettings, DemoSignIn, SmsSettings } from './context.ts';
export { type FactorWanted, factorWanted } from './factor-wanted.ts';
export type { FieldCode } from './field-codes.ts';
export { type FieldsRefused, formAnswer } from './form-answer.ts';
export { type Caller, createGate, type Gate } from './gate.ts';
export { MOST_SMS_BODY } from './notices.ts';
export { officeActs } from './office-acts.ts';
export type { ApiRouter } from './router.ts';
export type { Pile, SmsAnswer, SmsWords } from './sms-answers.ts';

/** What each procedure takes. */
export type ApiInputs = inferRouterInputs<ApiRouter>;
/** What each procedure gives. */
export type ApiOutputs = inferRouterOutputs<ApiRouter>;
