/**
 * Messages to and from plain phones: what members ask for by SMS, and what they are answered. What is to be sent lies in
 * an outbox, written in the same transaction as what it tells of, until a gateway has taken it.
 */
export { parseCommand, type SmsCommand } from './parse-command.ts';
export type { HarvestPart, UnclearHarvest, Vocabulary } from './parse-harvest.ts';
export { oneSegment, type SmsSegments, smsSegments } from './sms-segments.ts';
