import { type CarrierState, newId, plusDays, type Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { heldCash, takePayout } from '@baunghe/orders';
import { takeLine } from '@baunghe/payments';
import { Chance } from './chance.ts';
import type { DemoStaff } from './sales.ts';

const HOUR_MS = 3_600_000;
/** What GHN keeps of each order for itself. */
const FEE = 22_000;
/** GHN hands over what it collected more than so many days ago. */
const HANDED_OVER_AFTER = 6;

/** Whether an order that leaves so many days ago leaves with GHN: some of those that are paid in cash at the door. */
export const leavesWithGhn = (ago: number, number: number): boolean =>
  ago >= 3 && ago <= 14 && number % 4 === 1;

/** Gives an order that leaves to GHN, which delivers it the next day. By dice of its own, and due at no hour. */
export async function giveToGhn(tx: Tx, at: Date, staff: DemoStaff, orderId: string): Promise<void> {
  const { code } = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { code: true } });
  const chance = new Chance([...code].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 2 ** 31);
  const tracking = `MINHHOA${code.slice(-4)}`;
  await tx.shipment.update({ where: { orderId }, data: { carrier: 'GHN', tracking } });
  const before = (hours: number) => new Date(+at - hours * HOUR_MS);
  const id = newId('cns', chance.at(before(3)));
  const booked = { state: 'booked', tracking, sortCode: '19-60-06', feeDong: 53_900n } as const;
  const wanted = { wantedAt: before(3), wantedBy: staff.userId };
  const called = { id, orderId, carrier: 'ghn', clientCode: `${code}-1` };
  await tx.consignment.create({ data: { ...called, ...booked, ...wanted, whereabouts: 'delivered' } });
  const stops: [string, CarrierState, number][] = [
    ['ready_to_pick', 'waiting', 3],
    ['picked', 'collected', 0],
    ['delivering', 'delivering', -22],
    ['delivered', 'delivered', -25],
  ];
  await tx.carrierEvent.createMany({
    data: stops.map(([said, state, hours]) => {
      const told = before(hours);
      return { consignmentId: id, said, state, at: told, heardAt: told };
    }),
  });
}

/** GHN hands over what it collected some days ago, less its fees, as the bank tells; the rest it still holds. */
export async function handSomeOver(tx: Tx, now: Date, staff: DemoStaff): Promise<void> {
  const [held] = await heldCash(tx);
  const old = held?.orders.filter(({ at }) => at < plusDays(now, -HANDED_OVER_AFTER)) ?? [];
  if (!held || old.length === 0) return;
  const amount = dong(old.reduce((sum, order) => sum + order.amount - FEE, 0));
  const moment = new Chance(95_212_345).at(plusDays(now, -HANDED_OVER_AFTER + 1));
  const reference = 'MINHHOA-COD-1';
  await takeLine(
    tx,
    moment,
    { provider: 'sepay', byUser: null },
    {
      ...({
        told: reference,
        direction: 'in',
        amount,
        content: 'GHN tra tien thu ho minh hoa',
        reference,
      } as const),
      ...{ account: null, subAccount: null, code: null, at: moment.now },
    },
    null,
  );
  const { lineId } = await tx.bankTelling.findFirstOrThrow({ where: { told: reference } });
  const orderIds = old.map(({ orderId }) => orderId);
  const payout = { carrier: held.carrier, orderIds, amount, through: 'bank', reference, lineId } as const;
  const taken = await takePayout(tx, moment, staff, payout);
  if (!taken.ok) throw new Error(`demo payout refused: ${taken.error.code}`);
}
