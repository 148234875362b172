import { type CardErrand, cardErrands, cardRefunds } from '@baunghe/orders';
import { type CardGateway, type CardIntent, settleRefund } from '@baunghe/payments';
import { type CardParts, noteAndTell, takeCardTruth } from './card-truth.ts';

const AT_ONCE = 20;

type Parts = CardParts;

/**
 * Does what cards want done: takes the exact sum of packed orders, lets go of cancelled ones, gives back what is owed,
 * and asks after pages that nothing was heard of. Each asks with a key of its own, so that a server killed between
 * asking and writing down asks again and nothing is taken or given twice. Returns how many it dealt with.
 */
export async function settleCards(parts: Parts, gateway: CardGateway): Promise<number> {
  const { database, moment } = parts;
  const errands = await cardErrands(database, moment().now, AT_ONCE);
  let done = 0;
  for (const errand of errands) if (await run(parts, gateway, errand)) done += 1;
  for (const { refundId, ...of } of await cardRefunds(database, AT_ONCE)) {
    const given = await gateway.refund({ ...of, key: refundId });
    if (!given.ok) continue;
    const told = { refundId, through: 'card', reference: given.value, byUser: null } as const;
    const booked = await database.$transaction((tx) => settleRefund(tx, moment(), told));
    // Closed: another server gave it with the same key.
    if (!booked.ok && booked.error.code !== 'refund_closed')
      throw new Error(`${refundId}: ${booked.error.code}`);
    done += 1;
  }
  if (done > 0) parts.written();
  return done;
}

async function run(parts: Parts, gateway: CardGateway, errand: CardErrand): Promise<boolean> {
  switch (errand.act) {
    case 'capture':
      return noted(parts, errand.intentId, await gateway.capture(errand.intentId, errand.amount));
    case 'cancel':
      return noted(parts, errand.intentId, await gateway.cancel(errand.intentId));
    case 'close': {
      await gateway.closePage(errand.sessionId);
      return closed(parts, gateway, errand);
    }
    case 'ask':
      return closed(parts, gateway, errand);
  }
}

/** What was done is written down; a refusal is kept as the trouble that staff see. */
async function noted(
  parts: Parts,
  intentId: string,
  answer: Awaited<ReturnType<CardGateway['capture']>>,
): Promise<boolean> {
  if (answer.ok) {
    const truth: CardIntent = answer.value;
    await noteAndTell(parts, truth);
    return true;
  }
  const trouble = { trouble: answer.error.why, askedAt: parts.moment().now };
  await parts.database.cardPayment.updateMany({ where: { intentId }, data: trouble });
  return false;
}

/** A page that closed unpaid gives its try up; one that was paid is brought in. */
async function closed(
  parts: Parts,
  gateway: CardGateway,
  { sessionId, cardPaymentId }: Extract<CardErrand, { sessionId: string }>,
): Promise<boolean> {
  const session = await gateway.session(sessionId);
  if (!session.ok) return false;
  const { intentId, closed: isClosed } = session.value;
  if (intentId) return (await takeCardTruth(parts, gateway, intentId)).ok;
  const data = isClosed ? ({ state: 'cancelled' } as const) : { askedAt: parts.moment().now };
  await parts.database.cardPayment.updateMany({ where: { id: cardPaymentId, state: 'open' }, data });
  return isClosed;
}
