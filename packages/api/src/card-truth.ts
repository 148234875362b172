import { ok, type Result } from '@baunghe/db';
import { noteCard } from '@baunghe/orders';
import type { CardGateway, CardIntent, CardRefusal, CardSynced } from '@baunghe/payments';
import type { ApiContext } from './context.ts';
import { tellBuyer } from './tell-buyer.ts';
import { tellOfMoney } from './tell-of-money.ts';

/** What taking in a card's truth needs. */
export type CardParts = Pick<ApiContext, 'database' | 'moment' | 'written' | 'settings'>;

/** Asks the company how an intent stands and brings it in here; a card that nobody wants any more is let go. */
export async function takeCardTruth(
  { database, moment, written, settings }: CardParts,
  gateway: CardGateway,
  intentId: string,
): Promise<Result<'noted' | 'ignored', CardRefusal>> {
  const truth = await gateway.intent(intentId);
  if (!truth.ok) return truth;
  const synced = await noteAndTell({ database, moment, settings }, truth.value);
  if (synced.kind === 'not_ours') return ok('ignored');
  if (synced.kind === 'unwanted') {
    const cancelled = await gateway.cancel(synced.intentId);
    if (!cancelled.ok) return cancelled;
  }
  written();
  return ok('noted');
}

/** Brings an intent in, and tells its buyer once: when the card keeps the money, or took it unheard of. */
export function noteAndTell(
  { database, moment, settings }: Omit<CardParts, 'written'>,
  truth: CardIntent,
): Promise<CardSynced> {
  return database.$transaction(async (tx) => {
    const synced = await noteCard(tx, moment(), truth);
    if (synced.kind === 'authorised')
      await tellBuyer(tx, moment(), settings, { orderId: synced.orderId, kind: 'order_paid' });
    if (synced.kind === 'captured' && (synced.first || synced.taken.kind === 'not_wanted'))
      await tellOfMoney(tx, moment(), settings, { orderId: synced.orderId, kind: synced.taken.kind });
    return synced;
  });
}
