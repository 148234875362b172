import { randomBytes } from 'node:crypto';
import { ghnCarrier } from '@baunghe/orders';
import { LocalGhn } from '@baunghe/orders/testing';
import { aForm, aShop } from './api.builders.ts';

export const key = () => crypto.randomUUID();

/** A shop with fruit, a packer, GHN on this machine and a clock that stands until it is moved. */
export async function aCarriedShop() {
  let clock = new Date();
  const ghn = await LocalGhn.open();
  const moment = () => ({ now: clock, random: randomBytes });
  const shop = await aShop(6, { moment, carrier: ghnCarrier(ghn.settings), carrierCalls: true });
  const packer = await shop.as(await shop.personWith(['packer']));
  await shop.cut('plo_named', 900_000);
  const errands = () => shop.gate.runCarrierErrands();
  const of = (orderId: string) => packer.carriers.ofOrder({ orderId });
  const want = (orderId: string) => packer.carriers.want({ key: key(), orderId });

  /** An order of so many boxes, packed. */
  async function packed(boxes = 1) {
    const guest = await shop.as();
    const lines = [{ productId: 'pro_box', quantity: boxes }];
    const { total } = await guest.products.priceCart({ lines, provinceCode: '75' });
    const placed = await guest.checkout.place(aForm({ lines, seenTotal: total }));
    if (!placed.ok) throw new Error(placed.error.code);
    const { code, orderKey } = placed.value;
    const order = await shop.db.order.findUniqueOrThrow({ where: { code }, include: { lines: true } });
    const lineId = order.lines[0]?.id ?? '';
    const [lot] = await packer.officeOrders.lotsForLine({ lineId });
    const box = { orderId: order.id, lineId, lotId: lot?.lotId ?? '', units: 1, grams: 10_000 };
    for (let at = 0; at < boxes; at += 1) {
      const answer = await packer.officeOrders.packBox({ key: key(), ...box });
      if (!answer.ok) throw new Error(answer.error.code);
    }
    return { id: order.id, code, orderKey };
  }

  /** A packed order that GHN took on. */
  async function booked() {
    const order = await packed();
    const wanted = await want(order.id);
    if (!wanted.ok) throw new Error(wanted.error.code);
    await errands();
    return { ...order, atGhn: ghn.of(`${order.code}-1`) };
  }

  /** GHN's people move a parcel on, and GHN calls. */
  async function told(
    order: Pick<Awaited<ReturnType<typeof booked>>, 'atGhn'>,
    status: string,
    at = clock,
    why?: { code: string; words: string },
  ) {
    const body = ghn.move(order.atGhn, status, at, why);
    const guest = await shop.as();
    const answer = await guest.carriers.told({ secret: ghn.settings.webhookSecret, body });
    await errands();
    return { answer, body };
  }

  return {
    ...{ ghn, shop, packer, errands, of, want, packed, booked, told },
    newest: async (orderId: string) => (await of(orderId)).consignments[0],
    stateOf: async (id: string) => (await shop.db.order.findUniqueOrThrow({ where: { id } })).state,
    now: () => clock,
    later(minutes: number) {
      clock = new Date(clock.getTime() + minutes * 60_000);
    },
    async close() {
      await shop.close();
      await ghn.close();
    },
  };
}
