import type { Happening, Source } from './happening.ts';

type Act = Happening & { is: 'act'; procedure: string };

/** Acts that another source tells with more in it. */
const TOLD_ELSEWHERE = [
  ...['officeOrders.packBox', 'packing.packScanned', 'officeOrders.ship', 'officeOrders.deliver'],
  ...['officeOrders.cancel', 'officeOrders.receiveTransfer', 'bulkSteps.ship', 'bulkSteps.deliver'],
  ...['orderChanges.address', 'orderChanges.day', 'orderChanges.quantities', 'orderChanges.wishes'],
  ...['unpacking.unpack', 'returns.takeBack', 'claims.answer', 'ratings.act', 'money.settle', 'money.drop'],
  ...['givings.approve', 'givings.decline'],
];

/** What else people of the office did that was about the order, as the trail keeps it. */
export const acts: Source<Act> = async (database, { code }) => {
  const rows = await database.act.findMany({
    where: { about: { has: `order:${code}` }, outcome: 'done', procedure: { notIn: TOLD_ELSEWHERE } },
    orderBy: { id: 'asc' },
    take: 500,
  });
  return rows.map(({ id, at, byUser, procedure }) => ({
    ...{ id: `act:${id}`, is: 'act', at, by: { who: 'person', userId: byUser }, procedure },
    page: `/office/trail?code=${code}`,
  }));
};
