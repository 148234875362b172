import { type Database, type Moment, newId, plusDays, vietnamDay } from '@baunghe/db';
import { receiveLot } from './receive-lot.ts';

/** Puts in what lots and order lines hang on: two varieties, a plot, a product and a ward. */
export async function anOrchard(db: Database): Promise<void> {
  const variety = { fruit: 'durian', shelfDays: 8, picture: 'durian-ri6.svg' };
  await db.variety.createMany({
    data: [
      { ...variety, code: 'RI6', nameVi: 'Ri6', nameEn: 'Ri6', looseGtin: '99521234001006' },
      { ...variety, code: 'DONA', nameVi: 'Dona', nameEn: 'Dona', looseGtin: '99521234001013' },
    ],
  });
  await db.member.create({
    data: { id: 'mem_1', code: 'XV01', name: 'Xã viên thử', joinedOn: new Date('2020-01-01') },
  });
  await db.plot.create({
    data: { id: 'plo_1', code: 'T01', name: 'Vườn thử', memberId: 'mem_1', areaM2: 9000, outline: [] },
  });
  await db.product.create({
    data: {
      id: 'pro_1',
      slug: 'ri6',
      gtin: '09521234002000',
      varietyCode: 'RI6',
      grade: 'A',
      saleUnit: 'box',
      unitGrams: 10_000,
      priceDong: 900_000n,
      nameVi: 'Ri6',
      nameEn: 'Ri6',
      descriptionVi: '',
      descriptionEn: '',
    },
  });
  await db.province.create({
    data: { code: '75', nameVi: 'Đồng Nai', nameEn: 'Dong Nai', folded: 'dong nai' },
  });
  await db.ward.create({
    data: {
      code: '25217',
      provinceCode: '75',
      nameVi: 'Phước Long',
      nameEn: 'Phuoc Long',
      folded: 'phuoc long',
    },
  });
}

/** A lot cut today, good for eight days unless said otherwise. Returns its id. */
export async function aLot(
  db: Database,
  moment: Moment,
  lot: { varietyCode: string; grade: string; grams: number; bestBeforeIn?: number; heldReason?: string },
): Promise<string> {
  const cutOn = vietnamDay(moment.now);
  const harvestId = newId('har', moment);
  const { varietyCode, grade, grams } = lot;
  await db.harvest.create({
    data: {
      id: harvestId,
      plotId: 'plo_1',
      memberId: 'mem_1',
      varietyCode,
      grade,
      grams,
      cutOn,
      recordedAt: moment.now,
    },
  });
  const batch = harvestId.slice(-10).toUpperCase();
  const bestBefore = plusDays(cutOn, lot.bestBeforeIn ?? 8);
  const fruit = { harvestId, batch, varietyCode, grade, cutOn, bestBefore, grams };
  return db.$transaction((tx) =>
    receiveLot(tx, moment, { ...fruit, heldReason: lot.heldReason ?? null, byUser: null }),
  );
}

/** An order with one line for a box of ten kilograms. Returns the line's id. */
export async function aLine(db: Database, moment: Moment): Promise<string> {
  const orderId = newId('ord', moment);
  const lineId = newId('lin', moment);
  await db.$transaction(async (tx) => {
    await tx.order.create({
      data: {
        id: orderId,
        code: `BN${orderId.slice(-7).toUpperCase()}`,
        buyerName: 'Người mua thử',
        phone: '+84900000099',
        provinceCode: '75',
        wardCode: '25217',
        street: 'Số 1',
        locale: 'vi',
        method: 'cod',
        goodsDong: 900_000n,
        deliveryDong: 0n,
        totalDong: 900_000n,
        placedAt: moment.now,
        steps: { create: { toState: 'placed', at: moment.now } },
        lines: {
          create: {
            id: lineId,
            productId: 'pro_1',
            quantity: 1,
            unitGrams: 10_000,
            unitPriceDong: 900_000n,
            lineDong: 900_000n,
          },
        },
      },
    });
  });
  return lineId;
}
