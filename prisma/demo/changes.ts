import type { Tx } from '@baunghe/db';
import { changeWishes } from '@baunghe/orders';
import { Chance } from './chance.ts';
import type { DemoStaff } from './sales.ts';

/** Two orders that were changed before packing: a present by its buyer, its words once more by the cooperative. */
export async function changeSome(tx: Tx, now: Date, { userId }: DemoStaff): Promise<void> {
  // Dice of its own, so that the season stays what it was.
  const moment = new Chance(95_212_342).at(now);
  const orders = await tx.order.findMany({
    where: { state: 'placed', demo: true, boxes: { none: {} }, gift: null },
    include: { invoice: true },
    orderBy: { id: 'desc' },
    take: 2,
  });
  for (const [at, { id: orderId, ripeness, invoice }] of orders.entries()) {
    const gift = { note: 'Chúc mừng sinh nhật (minh họa)', noPrices: true, recipient: null };
    const by = at === 0 ? { byUser: null } : { byUser: userId, why: 'Khách gọi nhờ thêm thiệp (minh họa)' };
    const told = invoice && {
      company: invoice.company,
      taxCode: invoice.taxCode,
      address: invoice.address,
      email: invoice.email,
    };
    const changed = await changeWishes(tx, moment, { orderId, ripeness, gift, invoice: told, ...by });
    if (!changed.ok) throw new Error(`demo change refused: ${changed.error.code}`);
  }
}
