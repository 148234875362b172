/**
 * Messages to and from plain phones: what members ask for by SMS, and what they are answered. What is to be sent lies in
 * an outbox, written in the same transaction as what it tells of, until a gateway has taken it.
 */
export { type AndroidSettings, androidGateway } from './android-gateway.ts';
export { type EsmsSettings, esmsGateway } from './esms-gateway.ts';
export { type EsmsReport, esmsMark, isEsmsMark, readEsmsReport } from './esms-report.ts';
export type { Handover, SmsGateway, SmsToSend } from './gateway.ts';
export { type EventRefusal, type GatewayEvent, readGatewayEvent } from './gateway-event.ts';
export {
  freshUndoCode,
  type InboundSms,
  isKnownTelling,
  keepInbound,
  type RecordedBySms,
  recordedBySms,
  sameWordsBefore,
} from './inbound.ts';
export { type InboundRow, inboundPage, type OutboundRow, outboundPage, type Page } from './messages-board.ts';
export { noteDelivery, type OutboundSms, queueSms, strangerWasTold, timesNotUnderstood } from './outbox.ts';
export { parseCommand, type SmsCommand } from './parse-command.ts';
export type { HarvestPart, UnclearHarvest, Vocabulary } from './parse-harvest.ts';
export { mayRing, whenItMayRing } from './quiet-hours.ts';
export { parseRecallReply, type RecallReply } from './recall-reply.ts';
export { type SendAgainRefusal, sendAgain } from './send-again.ts';
export { sendQueued } from './send-queued.ts';
export { oneSegment, type SmsSegments, smsSegments } from './sms-segments.ts';
export { checkSignature, type SignatureRefusal } from './webhook-signature.ts';
export { wipeWords, wordsTo } from './wipe-words.ts';
