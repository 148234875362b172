import { takesSms } from '@baunghe/coop';
import type { Moment, SmsKind, Tx } from '@baunghe/db';
import { queueSms } from '@baunghe/notices';
import { type NewsKind, orderNews, type Told } from '@baunghe/orders';
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
    kind: keptAs(news.kind),
    phone: news.phone,
    text: settings.sms.words({ code: 'order_news', news, link }),
    answersId: null,
    strangerDay: null,
    demo: settings.demo,
  });
}

/** Tells everybody who ordered ahead of a harvest what became of it for them. */
export async function tellOfHarvest(
  tx: Tx,
  moment: Moment,
  settings: ApiSettings,
  told: readonly Told[],
): Promise<void> {
  for (const { orderId, outcome } of told)
    await tellBuyer(tx, moment, settings, { orderId, kind: `harvest_${outcome}` });
}

/** As what the outbox keeps news of an order. */
function keptAs(kind: NewsKind): SmsKind {
  switch (kind) {
    case 'preorder_placed':
      return 'order_placed';
    case 'deposit_paid':
      return 'order_paid';
    case 'harvest_served':
    case 'harvest_served_in_part':
    case 'harvest_waits':
    case 'harvest_nothing':
      return 'harvest_shared';
    default:
      return kind;
  }
}
