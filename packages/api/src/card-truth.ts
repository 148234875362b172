import { ok, type Result } from '@baunghe/db';
import { noteCard } from '@baunghe/orders';
import type { CardGateway, CardRefusal } from '@baunghe/payments';
import type { ApiContext } from './context.ts';

/** Asks the company how an intent stands and brings it in here; a card that nobody wants any more is let go. */
export async function takeCardTruth(
  { database, moment, written }: Pick<ApiContext, 'database' | 'moment' | 'written'>,
  gateway: CardGateway,
  intentId: string,
): Promise<Result<'noted' | 'ignored', CardRefusal>> {
  const truth = await gateway.intent(intentId);
  if (!truth.ok) return truth;
  const synced = await database.$transaction((tx) => noteCard(tx, moment(), truth.value));
  if (synced.kind === 'not_ours') return ok('ignored');
  if (synced.kind === 'unwanted') {
    const cancelled = await gateway.cancel(synced.intentId);
    if (!cancelled.ok) return cancelled;
  }
  written();
  return ok('noted');
}
