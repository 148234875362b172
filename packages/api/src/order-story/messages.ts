import type { SmsKind, SmsState } from '@baunghe/db';
import type { Happening, Source } from './happening.ts';

type Message = Happening & { is: 'message'; kind: SmsKind; state: SmsState };

/** What was sent to the buyer's number about this order. Never its words: the link in them opens the order. */
export const messages: Source<Message> = async (database, { code, phone }) => {
  // Of an order that was erased nobody knows any more what was sent about it.
  if (phone === '') return [];
  const rows = await database.smsOutbound.findMany({
    where: { phone, text: { contains: code } },
    select: { id: true, kind: true, state: true, createdAt: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, kind, state, createdAt: at }) => ({
    ...{ id: `sms:${id}`, is: 'message', at, by: { who: 'shop' }, page: '/office/messages', kind, state },
  }));
};
