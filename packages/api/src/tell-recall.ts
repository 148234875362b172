import { takesSms } from '@baunghe/coop';
import type { Moment, RecallAdvice, Tx } from '@baunghe/db';
import { queueSms } from '@baunghe/notices';
import { buyersToTell, keepTold, recallKey } from '@baunghe/orders';
import type { ApiSettings } from './context.ts';

/** What a message of a recall says beside the order it is about. */
export interface RecallSaid {
  reason: string;
  advice: RecallAdvice;
}

/**
 * Tells every number that a recall reaches and that was not told before, in the transaction that holds the fruit: each
 * gets a page of its own on which to answer. Where no SMS can be sent it stands among those to be called. Orders of the
 * demo season, and the demo itself, are never messaged. Returns how many were told.
 */
export async function tellRecalled(
  tx: Tx,
  moment: Moment,
  settings: ApiSettings,
  recallId: string,
  said: RecallSaid,
): Promise<number> {
  const told: { key: string; smsId: string | null; orderIds: string[] }[] = [];
  for (const { phone, locale, demo, orderCode, orderIds } of await buyersToTell(tx, recallId)) {
    const key = recallKey(moment);
    const sends = settings.sms && !demo && phone !== '' && takesSms(phone);
    const text = settings.sms?.words({
      code: 'recall_told',
      ...said,
      orderCode,
      locale,
      link: `${settings.publicUrl}/recall/${key}`,
    });
    const sms = { kind: 'recall', phone, text: text ?? '', answersId: null, strangerDay: null } as const;
    const smsId = sends ? await queueSms(tx, moment, { ...sms, demo: settings.demo }) : null;
    told.push({ key, smsId, orderIds });
  }
  await keepTold(tx, moment, recallId, told);
  return told.length;
}
