import { phoneNumber } from '@baunghe/coop';
import type { Moment, Tx } from '@baunghe/db';
import { queueSms } from '@baunghe/notices';
import { type NewsKind, orderNews } from '@baunghe/orders';
import type { ApiSettings } from './context.ts';
import { shortOrderKey } from './order-key.ts';

/**
 * Puts news of an order into the outbox, in the transaction of what it tells of, with a link to its page. Nothing where
 * no SMS are set up, for an order of the demo season, and for a number that is no mobile one of Vietnam.
 */
export async function tellBuyer(
  tx: Tx,
  moment: Moment,
  settings: ApiSettings,
  { orderId, kind }: { orderId: string; kind: NewsKind },
): Promise<void> {
  if (!settings.sms) return;
  const news = await orderNews(tx, orderId, kind);
  if (!news || news.demo || !takesSms(news.phone)) return;
  const key = shortOrderKey(settings.secret, news.orderCode);
  const link = `${settings.publicUrl}/o/${news.orderCode}/${key}`;
  await queueSms(tx, moment, {
    kind,
    phone: news.phone,
    text: settings.sms.words({ code: 'order_news', news, link }),
    answersId: null,
    strangerDay: null,
    demo: settings.demo,
  });
}

/** Whether a number takes an SMS: a mobile one of Vietnam. */
export function takesSms(phone: string): boolean {
  const read = phoneNumber(phone);
  return read.ok && read.value.mobile && phone.startsWith('+84');
}
