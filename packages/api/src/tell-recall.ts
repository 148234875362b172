import { takesSms } from '@baunghe/coop';
import type { Moment, RecallAdvice, Tx } from '@baunghe/db';
import { queueSms } from '@baunghe/notices';
import { type BuyerToTellAgain, buyersToTell, buyersToTellAgain, keepTold, recallKey } from '@baunghe/orders';
import type { ApiSettings } from './context.ts';

/** What a message of a recall says beside the order it is about. */
export interface RecallSaid {
  reason: string;
  advice: RecallAdvice;
}

/**
 * Tells every number that a recall reaches and that was not told before, in the transaction that holds the fruit: each
 * gets a page of its own on which to answer. One that was told, and that further lots reach in the same order, is told
 * again with the same page. Where no SMS can be sent it stands among those to be called. Orders of the demo season, and
 * the demo itself, are never messaged. Returns how many were told.
 */
export async function tellRecalled(
  tx: Tx,
  moment: Moment,
  settings: ApiSettings,
  recallId: string,
  { reason, advice }: RecallSaid,
): Promise<number> {
  const send = ({ phone, locale, demo, orderCode, key }: BuyerToTellAgain) => {
    const sends = settings.sms && !demo && phone !== '' && takesSms(phone);
    const link = `${settings.publicUrl}/recall/${key}`;
    const text = settings.sms?.words({ code: 'recall_told', reason, advice, orderCode, locale, link });
    const sms = { kind: 'recall', phone, text: text ?? '', answersId: null, strangerDay: null } as const;
    return sends ? queueSms(tx, moment, { ...sms, demo: settings.demo }) : null;
  };
  const again = await buyersToTellAgain(tx, recallId);
  for (const buyer of again) await send(buyer);
  const told: { key: string; smsId: string | null; orderIds: string[] }[] = [];
  for (const { orderIds, ...buyer } of await buyersToTell(tx, recallId)) {
    const key = recallKey(moment);
    told.push({ key, smsId: await send({ ...buyer, key }), orderIds });
  }
  await keepTold(tx, moment, recallId, told);
  return told.length + again.length;
}
