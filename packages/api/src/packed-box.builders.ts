import { type Database, type Moment, thisMoment, vietnamDay } from '@baunghe/db';
import { recordHarvest } from '@baunghe/farm';
import { dong } from '@baunghe/money';
import { type Checkout, deliverOrder, packBox, placeOrder, shipOrder } from '@baunghe/orders';

const BY = { userId: 'usr_1', memberId: null, gln: '9521234000013', gs1Prefix: '9521234' };
const GTIN = '09521234002000';

/** An instant, with chances of its own. */
export const at = (instant: string): Moment => ({ ...thisMoment(), now: new Date(instant) });

/** What a step gave; one that was refused has no place in a builder. */
function done<T>(step: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!step.ok) throw new Error(step.error.code);
  return step.value;
}

/** An orchard that cut 200 kg of Ri6 on 7 June 2026, and a shop that sells it by the box of 10 kg. */
export async function anOrchardWithFruit(db: Database): Promise<void> {
  const names = { nameVi: 'Sầu riêng Ri6', nameEn: 'Ri6 durian' };
  const looks = { fruit: 'durian', shelfDays: 8, picture: 'durian-ri6.svg' };
  await db.variety.create({ data: { code: 'RI6', looseGtin: '99521234001006', ...names, ...looks } });
  const joinedOn = new Date('2020-01-01');
  await db.member.create({ data: { id: 'mem_1', code: 'XV01', name: 'Người Trồng Thử', joinedOn } });
  const outline = [107.01, 107.011, 107.01].map((longitude) => [longitude, 11.82]);
  const plot = { id: 'plo_1', code: 'T01', name: 'Vườn thử', memberId: 'mem_1', areaM2: 9000, outline };
  await db.plot.create({ data: plot });
  await db.plotTrees.create({ data: { plotId: 'plo_1', varietyCode: 'RI6', count: 90, plantedYear: 2012 } });
  const sold = { saleUnit: 'box', unitGrams: 10_000, priceDong: 900_000n } as const;
  const listed = { id: 'pro_1', slug: 'ri6', gtin: GTIN, varietyCode: 'RI6', grade: 'A' };
  await db.product.create({ data: { ...listed, ...sold, ...names, descriptionVi: '', descriptionEn: '' } });
  await db.province.create({
    data: { code: '75', nameVi: 'Đồng Nai', nameEn: 'Dong Nai', folded: 'dong nai' },
  });
  const ward = { nameVi: 'Phước Long', nameEn: 'Phuoc Long', folded: 'phuoc long' };
  await db.ward.create({ data: { code: '25217', provinceCode: '75', ...ward } });
  const cut = { plotId: 'plo_1', varietyCode: 'RI6', grade: 'A', grams: 200_000, photoId: null } as const;
  const moment = at('2026-06-06T23:30:00Z');
  done(
    await db.$transaction((tx) => recordHarvest(tx, moment, BY, { ...cut, cutOn: vietnamDay(moment.now) })),
  );
}

/** One box of that fruit, packed on 7 June at 10:00, shipped, and delivered on 9 June at 16:00, all in Vietnam. */
export async function aDeliveredBox(db: Database) {
  const where = { provinceCode: '75', wardCode: '25217', street: 'Số nhà riêng', note: null } as const;
  const checkout: Omit<Checkout, 'seenTotal'> = {
    lines: [{ productId: 'pro_1', quantity: 1 }],
    buyerName: 'Người Mua Thử',
    phone: '+84900000099',
    locale: 'vi',
    method: 'cod',
    ...where,
  };
  const place = (total: number) =>
    db.$transaction((tx) =>
      placeOrder(tx, at('2026-06-07T02:00:00Z'), { ...checkout, seenTotal: dong(total) }),
    );
  const asked = await place(0);
  const total = !asked.ok && asked.error.code === 'total_changed' ? asked.error.total : 0;
  const { orderId } = done(await place(total));
  const line = await db.orderLine.findFirstOrThrow({ where: { orderId } });
  const lot = await db.lot.findFirstOrThrow();
  const chosen = { orderId, lineId: line.id, lotId: lot.id, units: 1, grams: 10_200 };
  const box = done(await db.$transaction((tx) => packBox(tx, at('2026-06-07T03:00:00Z'), BY, chosen)));
  const shipping = { orderId, carrier: 'Xe nhà', tracking: null };
  done(await db.$transaction((tx) => shipOrder(tx, at('2026-06-07T09:00:00Z'), BY, shipping)));
  done(await db.$transaction((tx) => deliverOrder(tx, at('2026-06-09T09:00:00Z'), BY, orderId)));
  return { boxId: box.boxId, gtin: box.gtin, serial: box.serial };
}
