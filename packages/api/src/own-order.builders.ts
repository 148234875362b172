import { thisMoment } from '@baunghe/db';
import { aForm, aShop } from './api.builders.ts';

/** The smallest photo that there is. */
export const PHOTO = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const key = () => crypto.randomUUID();

/** A shop where guests order, staff send, and messages are queued as `code link`. */
export async function anOrderedShop() {
  /** How many milliseconds later it is for the shop. */
  const clock = { later: 0 };
  const words = ({ code, ...answer }: { code: string; link?: string }) => `${code} ${answer.link ?? ''}`;
  const shop = await aShop(10, {
    moment: () => ({ ...thisMoment(), now: new Date(Date.now() + clock.later) }),
    sms: { webhookKey: null, sendsBy: null, esmsSecret: null, words },
  });
  await shop.cut('plo_named', 200_000);
  const guest = await shop.as();
  const packer = await shop.as(await shop.personWith(['packer']));
  const manager = await shop.as(await shop.personWith(['manager']));

  async function anOrder(change: Parameters<typeof aForm>[0] = { key: key() }) {
    const placed = await guest.checkout.place(aForm({ ...change, key: key() }));
    if (!placed.ok) throw new Error(placed.error.code);
    const { code, orderKey } = placed.value;
    const order = await shop.db.order.findUniqueOrThrow({
      where: { code },
      include: { lines: { include: { reservations: true } } },
    });
    return { code, orderKey, order, line: order.lines[0] };
  }

  /** Sends an order of one box to its buyer. */
  async function send({ order, line }: Awaited<ReturnType<typeof anOrder>>) {
    const lotId = line?.reservations[0]?.lotId ?? '';
    const box = { lineId: line?.id ?? '', lotId, units: 1, grams: 10_000 };
    const orderId = order.id;
    const steps = [
      await packer.officeOrders.packBox({ key: key(), orderId, ...box }),
      await packer.officeOrders.ship({ key: key(), orderId, carrier: 'Xe thử' }),
      await packer.officeOrders.deliver({ key: key(), orderId }),
    ];
    for (const step of steps) if (!step.ok) throw new Error(step.error.code);
  }

  /** The kinds of the messages that a number was told, in their order. */
  const told = async (phone: string) =>
    (await shop.db.smsOutbound.findMany({ where: { phone }, orderBy: { id: 'asc' } })).map(
      ({ kind }) => kind,
    );

  return { shop, guest, packer, manager, clock, anOrder, send, told };
}
