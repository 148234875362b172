import { type Tx, vietnamDay } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { deliverOrder, lotsForLine, packBox, placeOrder, priceCart, shipOrder } from '@baunghe/orders';
import { receivePayment } from '@baunghe/payments';
import type { Chance } from './chance.ts';
import { wishesOf } from './delivery.ts';

/** Who works in the demo. */
export interface DemoStaff {
  userId: string;
  gln: string;
  gs1Prefix: string;
}

/** Places a demo order at a moment, or none when the dice ask for more than there is. Returns its id. */
export async function sell(
  tx: Tx,
  chance: Chance,
  at: Date,
  shop: {
    products: readonly { id: string; unitGrams: number }[];
    /** Of which there is fruit whose day is near: buyers are told of it, and one of theirs is that. */
    ageing: readonly { id: string; unitGrams: number }[];
    wards: readonly { code: string; provinceCode: string }[];
  },
  number: number,
): Promise<string | null> {
  const moment = chance.at(at);
  const ward = chance.pick(shop.wards);
  const from = (at: number) => (at === 0 && shop.ageing.length > 0 ? shop.ageing : shop.products);
  const chosen = new Set(Array.from({ length: chance.whole(1, 3) }, (_, at) => chance.pick(from(at))));
  const wanted = [...chosen].map((product) => ({
    productId: product.id,
    quantity: product.unitGrams > 5000 ? chance.whole(1, 2) : chance.whole(2, 6),
  }));
  const priced = await priceCart(tx, at, wanted, ward.provinceCode);
  const lines = wanted.filter((line) =>
    priced.lines.some((each) => each.productId === line.productId && each.unitsLeft >= line.quantity),
  );
  if (lines.length === 0) return null;
  const { total } = await priceCart(tx, at, lines, ward.provinceCode);
  const placed = await placeOrder(tx, moment, {
    lines,
    buyerName: `Khách minh họa ${number}`,
    phone: `+84900001${String(number % 1000).padStart(3, '0')}`,
    provinceCode: ward.provinceCode,
    wardCode: ward.code,
    street: `Số ${chance.whole(1, 300)}, đường minh họa`,
    note: number % 7 === 0 ? 'Giao giờ hành chính giúp mình' : null,
    locale: number % 12 === 0 ? 'en' : 'vi',
    method: number % 4 === 3 ? 'vietqr' : 'cod',
    seenTotal: total,
    wishes: wishesOf(number),
  });
  if (!placed.ok) return null;
  await tx.order.update({ where: { id: placed.value.orderId }, data: { demo: true } });
  return placed.value.orderId;
}

/** Books the transfer of an order that is paid so. */
export async function pay(
  tx: Tx,
  chance: Chance,
  at: Date,
  staff: DemoStaff,
  orderId: string,
): Promise<void> {
  const payment = await tx.payment.findUniqueOrThrow({ where: { orderId } });
  if (payment.method !== 'vietqr') return;
  const { purpose, amountDong } = payment;
  const money = {
    orderId,
    source: 'staff',
    reference: `FT${purpose}`,
    amount: dong(amountDong),
    into: 'bank',
  } as const;
  expect(await receivePayment(tx, chance.at(at), { ...money, byUser: staff.userId }));
}

/** Packs an order box by box: boxes one by one, fruit by weight together. */
export async function pack(
  tx: Tx,
  chance: Chance,
  at: Date,
  staff: DemoStaff,
  orderId: string,
): Promise<void> {
  const lines = await tx.orderLine.findMany({ where: { orderId }, orderBy: { id: 'asc' } });
  for (const line of lines) {
    let left = line.quantity;
    while (left > 0) {
      const lots = await lotsForLine(tx, at, line.id);
      const lot = lots.find((each) => each.promisedGrams >= (line.mostGrams ?? line.unitGrams));
      if (!lot) throw new Error('demo order without its fruit');
      const most = Math.min(left, Math.floor(lot.promisedGrams / (line.mostGrams ?? line.unitGrams)));
      const units = line.unitGrams > 5000 ? 1 : most;
      const promised = units * line.unitGrams;
      const range = line.mostGrams === null ? Math.floor(promised * 0.04) : units * line.mostGrams - promised;
      const kept = units * (line.mostGrams ?? line.unitGrams) - promised;
      const extra = Math.min(lot.gramsForLine - lot.promisedGrams + kept, chance.whole(0, range));
      const packed = {
        orderId,
        lineId: line.id,
        lotId: lot.lotId,
        units,
        grams: promised + Math.max(0, extra),
      };
      expect(await packBox(tx, chance.at(at), staff, packed));
      left -= units;
    }
  }
}

/** Hands an order to a carrier. */
export async function ship(
  tx: Tx,
  chance: Chance,
  at: Date,
  staff: DemoStaff,
  orderId: string,
): Promise<void> {
  const tracking = `MH${vietnamDay(at).toISOString().slice(2, 10).replaceAll('-', '')}${chance.whole(1000, 9999)}`;
  expect(await shipOrder(tx, chance.at(at), staff, { orderId, carrier: 'Xe lạnh minh họa', tracking }));
}

/** Delivers an order. */
export async function deliver(
  tx: Tx,
  chance: Chance,
  at: Date,
  staff: DemoStaff,
  orderId: string,
): Promise<void> {
  expect(await deliverOrder(tx, chance.at(at), staff, orderId));
}

function expect(result: { ok: true } | { ok: false; error: { code: string } }): void {
  if (!result.ok) throw new Error(`demo step refused: ${result.error.code}`);
}
