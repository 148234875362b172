import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';

/** Why a message is not sent again. */
export type SendAgainRefusal =
  | { code: 'message_unknown' }
  /** It waits, is under way, or has arrived. */
  | { code: 'message_not_failed' }
  | { code: 'message_sent_again' };

/**
 * Puts the words of a message that failed into the outbox anew, once. It is another message with an id of its own, since
 * a gateway takes an id that it knows for one that it has. Returns the new one's id.
 */
export async function sendAgain(
  tx: Tx,
  moment: Moment,
  againOfId: string,
): Promise<Result<string, SendAgainRefusal>> {
  await tx.$queryRaw`SELECT FROM "sms_outbound" WHERE "id" = ${againOfId} FOR UPDATE`;
  const failed = await tx.smsOutbound.findUnique({ where: { id: againOfId }, include: { sentAgain: true } });
  if (!failed) return fail({ code: 'message_unknown' });
  if (failed.state !== 'failed' || failed.demo || failed.wipedAt) return fail({ code: 'message_not_failed' });
  if (failed.sentAgain) return fail({ code: 'message_sent_again' });
  const { phone, text } = failed;
  const id = newId('sms', moment);
  const when = { nextAt: moment.now, createdAt: moment.now };
  // Whatever it was, staff send it: it counts for no limit of what is answered by itself.
  await tx.smsOutbound.create({ data: { id, kind: 'notice', phone, text, demo: false, againOfId, ...when } });
  return ok(id);
}
