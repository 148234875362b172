import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import type { CardGateway } from './card-gateway.ts';
import { type CardPageRefusal, cardTry } from './card-payment.ts';

/** Runs an act in a transaction of its own. */
export type InTransaction = <T>(act: (tx: Tx) => Promise<T>) => Promise<T>;

/** Opens the card company's page for an order, or gives the one that is open. Asks the company outside of transactions. */
export async function openCardPage(
  run: InTransaction,
  moment: Moment,
  gateway: CardGateway,
  order: { id: string; code: string; locale: string; doneUrl: string; backUrl: string },
): Promise<Result<{ url: string }, CardPageRefusal>> {
  const alive = await run((tx) => cardTry(tx, moment, order.id));
  if (!alive.ok) return alive;
  const { id, sessionId, amountDong, expiresAt } = alive.value;
  if (sessionId) {
    const session = await gateway.session(sessionId);
    if (!session.ok) return session;
    if (session.value.url && !session.value.closed) return ok({ url: session.value.url });
    return fail({ code: 'nothing_to_pay' });
  }
  const { code: orderCode, locale, doneUrl, backUrl } = order;
  const page = { orderCode, locale, doneUrl, backUrl, expiresAt, amount: dong(amountDong) };
  const opened = await gateway.openPage({ cardPaymentId: id, ...page });
  if (!opened.ok) return opened;
  const noted = { sessionId: opened.value.sessionId };
  await run((tx) => tx.cardPayment.update({ where: { id }, data: noted }));
  return ok({ url: opened.value.url });
}
