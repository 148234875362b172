import { type Dong, dong } from '@baunghe/money';
import { doer, type Happening, type Source } from './happening.ts';

type MoneyIn = Happening & { is: 'money_in'; source: string; reference: string; amount: Dong };
type CardPage = Happening & { is: 'card_page'; amount: Dong };
type Dispute = Happening & { is: 'card_dispute'; amount: Dong; status: string };

/** Money that came in or was taken for another order's, cards that were asked, and charges that were contested. */
export const money: Source<MoneyIn | CardPage | Dispute> = async (database, { id }) => {
  const payment = await database.payment.findUnique({
    where: { orderId: id },
    include: { events: { orderBy: { id: 'asc' } }, cards: { include: { disputes: true } } },
  });
  if (!payment) return [];
  const shop = { who: 'shop' } as const;
  return [
    ...payment.events.map(({ id: event, at, byUser, source, reference, amountDong }) => ({
      ...{ id: `money:${event}`, is: 'money_in' as const, at, source, reference },
      ...{ by: doer(byUser, 'shop'), page: '/office/money', amount: dong(amountDong) },
    })),
    ...payment.cards.flatMap((card) => [
      {
        ...{ id: `card:${card.id}`, is: 'card_page' as const, at: card.createdAt },
        ...{ by: { who: 'buyer' as const }, page: null, amount: dong(card.amountDong) },
      },
      ...card.disputes.map((dispute) => ({
        ...{ id: `dispute:${dispute.id}`, is: 'card_dispute' as const, at: dispute.createdAt, by: shop },
        ...{ page: null, amount: dong(dispute.amountDong), status: dispute.status },
      })),
    ]),
  ];
};
