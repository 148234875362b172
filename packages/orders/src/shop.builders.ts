import { randomBytes } from 'node:crypto';
import { type Database, type Moment, type Result, type Tx, vietnamDay } from '@baunghe/db';
import { recordHarvest } from '@baunghe/farm';
import { dong } from '@baunghe/money';
import { type Checkout, placeOrder, priceCart } from './index.ts';

/** Who works in the tests. */
export const STAFF = { userId: 'usr_1', memberId: null, gln: '9521234000013', gs1Prefix: '9521234' };

/** A moment with real chance. */
export const at = (now: Date): Moment => ({ now, random: randomBytes });

/** Puts in a plot of Ri6 and two products of it: the box of 10 kg and the kilogram. */
export async function aRi6Shop(db: Database): Promise<void> {
  const picture = { fruit: 'durian', shelfDays: 8, picture: 'durian-ri6.svg' };
  await db.variety.create({
    data: { code: 'RI6', nameVi: 'Ri6', nameEn: 'Ri6', looseGtin: '99521234001006', ...picture },
  });
  const member = { code: 'XV01', name: 'Xã viên thử', joinedOn: new Date('2020-01-01') };
  await db.member.create({ data: { id: 'mem_1', ...member } });
  const plot = { code: 'T01', name: 'Vườn thử', memberId: 'mem_1', areaM2: 9000, outline: [] };
  await db.plot.create({ data: { id: 'plo_1', ...plot } });
  await db.plotTrees.create({ data: { plotId: 'plo_1', varietyCode: 'RI6', count: 90, plantedYear: 2012 } });
  const told = { nameVi: 'Ri6', nameEn: 'Ri6', descriptionVi: '', descriptionEn: '' };
  const fruit = { varietyCode: 'RI6', grade: 'A', ...told };
  const box = { saleUnit: 'box', unitGrams: 10_000, priceDong: 900_000n } as const;
  const kilogram = { saleUnit: 'kg', unitGrams: 1000, priceDong: 100_000n } as const;
  await db.product.createMany({
    data: [
      { id: 'pro_box', slug: 'box', gtin: '09521234002000', ...box, ...fruit },
      { id: 'pro_kg', slug: 'kg', gtin: '09521234002017', ...kilogram, ...fruit },
    ],
  });
  const province = { code: '75', nameVi: 'Đồng Nai', nameEn: 'Dong Nai', folded: 'dong nai' };
  await db.province.create({ data: province });
  const ward = { nameVi: 'Phước Long', nameEn: 'Phuoc Long', folded: 'phuoc long' };
  await db.ward.create({ data: { code: '25217', provinceCode: '75', ...ward } });
}

/** A person who works here, with a role. */
export async function aPerson(
  db: Database,
  id: string,
  role: 'packer' | 'manager' | 'accountant',
): Promise<void> {
  const roles = { create: { role } };
  await db.user.create({ data: { id, name: `Người thử ${id}`, email: `${id}@example.com`, roles } });
}

/** Fruit cut on the day of `now`. Returns its lot's id. */
export async function aHarvest(db: Database, now: Date, grams: number): Promise<string> {
  const entry = { plotId: 'plo_1', varietyCode: 'RI6', grade: 'A', grams, photoId: null };
  const cut = await db.$transaction((tx) =>
    recordHarvest(tx, at(now), STAFF, { ...entry, cutOn: vietnamDay(now) }),
  );
  if (!cut.ok) throw new Error(cut.error.code);
  return cut.value.lotId;
}

/** Sends a cart to checkout at the sum that it shows. */
export async function checkOut(
  db: Database,
  now: Date,
  lines: Checkout['lines'],
  method: Checkout['method'] = 'cod',
  with_: { voucher?: string; off?: number; phone?: string } = {},
) {
  const { total } = await priceCart(db, now, lines, '75');
  const { off = 0, ...more } = with_;
  const buyer = { buyerName: 'Người mua thử', phone: '+84900000099', street: 'Số 1', note: null };
  const form = { ...buyer, provinceCode: '75', wardCode: '25217', locale: 'vi', method, lines, ...more };
  return kept(db, (tx) => placeOrder(tx, at(now), { ...form, seenTotal: dong(total - off) }));
}

/** Does an act as the gate does: in one transaction of which a refusal leaves nothing. */
export async function kept<R extends Result<unknown, { code: string }>>(
  db: Database,
  act: (tx: Tx) => Promise<R>,
): Promise<R> {
  let refused: R | undefined;
  try {
    return await db.$transaction(async (tx) => {
      const done = await act(tx);
      if (done.ok) return done;
      refused = done;
      throw new Error(done.error.code);
    });
  } catch (error) {
    if (refused) return refused;
    throw error;
  }
}
