import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const HEX = 32;

/**
 * The mark in the address to which eSMS reports of one message. eSMS signs nothing, so whoever knows the mark is
 * believed, of that message alone; it is made with the account's secret and told to nobody else.
 */
export function esmsMark(secretKey: string, messageId: string): string {
  return createHmac('sha256', secretKey).update(`report of ${messageId}`).digest('hex').slice(0, HEX);
}

/** Whether a mark is the one of this message. */
export function isEsmsMark(secretKey: string, messageId: string, mark: string): boolean {
  if (!new RegExp(`^[0-9a-f]{${HEX}}$`).test(mark)) return false;
  return timingSafeEqual(Buffer.from(esmsMark(secretKey, messageId)), Buffer.from(mark));
}

/** What eSMS puts into the query of a callback for messages of SmsType 2, as far as it is of use here. */
const report = z.object({
  SendStatus: z.coerce.number().int(),
  SendSuccess: z.coerce.number().int().min(0).catch(0),
  SendFailed: z.coerce.number().int().min(0).catch(0),
});

/** What a report says: of the message's way, that there is nothing new yet, or that it is no report. */
export type EsmsReport = 'delivered' | 'failed' | 'sent' | 'waiting' | 'malformed';

/**
 * Reads a report: `SendStatus` 1 waits to be approved, 2 waits to be sent, 7 is with the network, 4 was rejected, and 5 is
 * done, where `SendSuccess` and `SendFailed` say which way.
 */
export function readEsmsReport(query: Readonly<Record<string, unknown>>): EsmsReport {
  const read = report.safeParse(query);
  if (!read.success) return 'malformed';
  const { SendStatus: status, SendSuccess: arrived, SendFailed: failed } = read.data;
  if (status === 4) return 'failed';
  if (status === 5) return arrived > 0 ? 'delivered' : failed > 0 ? 'failed' : 'sent';
  return status === 7 ? 'sent' : 'waiting';
}
