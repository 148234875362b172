import { type Moment, newId, type SmsKind, type Tx } from '@baunghe/db';
import { oneSegment } from './sms-segments.ts';

/** An SMS to be sent. */
export interface OutboundSms {
  kind: SmsKind;
  /** E.164. */
  phone: string;
  text: string;
  /** What it answers, if anything. */
  answersId: string | null;
  /** Of an answer to a stranger: the day in Vietnam, since they get one a day. */
  strangerDay: Date | null;
  /** Shown and never sent. */
  demo: boolean;
  /** Not to leave earlier; left out: at once. */
  notBefore?: Date;
}

/** Puts a message into the outbox, made plain and cut to one segment. It leaves once the transaction is kept. Returns its id. */
export async function queueSms(tx: Tx, moment: Moment, { notBefore, ...sms }: OutboundSms): Promise<string> {
  const id = newId('sms', moment);
  const when = { nextAt: notBefore ?? moment.now, createdAt: moment.now };
  await tx.smsOutbound.create({ data: { id, ...sms, text: oneSegment(sms.text), ...when } });
  return id;
}

/** Whether a stranger was told on a day that nobody of that number is known. */
export async function strangerWasTold(tx: Tx, phone: string, strangerDay: Date): Promise<boolean> {
  return (await tx.smsOutbound.count({ where: { phone, strangerDay } })) > 0;
}

/** How many times a number was told since an instant that it was not understood. */
export function timesNotUnderstood(tx: Tx, phone: string, since: Date): Promise<number> {
  return tx.smsOutbound.count({ where: { phone, kind: 'unclear', createdAt: { gte: since } } });
}

/** What a gateway says became of a message of ours; said late, or in another order, the furthest counts. */
export async function noteDelivery(
  tx: Tx,
  moment: Moment,
  told: { kind: 'sent' | 'delivered' | 'failed'; messageId: string; reason: string | null },
): Promise<void> {
  const id = told.messageId;
  const demo = false;
  const { now } = moment;
  if (told.kind === 'delivered') {
    await tx.smsOutbound.updateMany({
      where: { id, demo, sentAt: null },
      data: { sentAt: now, state: 'sent' },
    });
    const open = { id, demo, state: 'sent' } as const;
    await tx.smsOutbound.updateMany({ where: open, data: { state: 'delivered', deliveredAt: now } });
  } else if (told.kind === 'sent') {
    const open = { id, demo, state: 'queued' } as const;
    await tx.smsOutbound.updateMany({ where: open, data: { state: 'sent', sentAt: now } });
  } else {
    const trouble = (told.reason ?? 'failed').slice(0, 300);
    await tx.smsOutbound.updateMany({
      where: { id, demo, state: { in: ['queued', 'sent'] } },
      data: { state: 'failed', trouble },
    });
  }
}
