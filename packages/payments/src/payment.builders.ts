import { randomBytes } from 'node:crypto';
import { type Database, type Moment, newId } from '@baunghe/db';

/** What every order here costs, in đồng. */
export const TOTAL = 930_000;

/** A moment at an instant. */
export const at = (now: string): Moment => ({ now: new Date(now), random: randomBytes });

/** When orders are placed here. */
export const FIRST = at('2026-06-07T03:00:00Z');

/** A shop with one product and one ward. */
export async function aSmallShop(db: Database): Promise<void> {
  const variety = { fruit: 'durian', looseGtin: '99521234001006', shelfDays: 8, picture: 'x.svg' };
  await db.variety.create({ data: { code: 'RI6', nameVi: 'Ri6', nameEn: 'Ri6', ...variety } });
  const sold = {
    varietyCode: 'RI6',
    grade: 'A',
    saleUnit: 'box',
    unitGrams: 10_000,
    priceDong: 900_000n,
  } as const;
  const told = { nameVi: 'Ri6', nameEn: 'Ri6', descriptionVi: '', descriptionEn: '' };
  await db.product.create({ data: { id: 'pro_1', slug: 'ri6', gtin: '09521234002000', ...sold, ...told } });
  const province = { code: '75', nameVi: 'Đồng Nai', nameEn: 'Dong Nai', folded: 'dong nai' };
  await db.province.create({ data: province });
  const ward = { nameVi: 'Phước Long', nameEn: 'Phuoc Long', folded: 'phuoc long' };
  await db.ward.create({ data: { code: '25217', provinceCode: '75', ...ward } });
}

/** Lets a sum be given away of an order, as a manager would, in place of a claim that asks for it. */
export async function aGiving(
  db: Database,
  of: { orderId: string; key: string; amount: number },
): Promise<void> {
  const told = {
    name: 'Người thử',
    email: 'manager@example.com',
    roles: { create: { role: 'manager' } },
  } as const;
  await db.user.upsert({ where: { id: 'usr_giver' }, create: { id: 'usr_giver', ...told }, update: {} });
  const asked = { askedAt: FIRST.now, askedBy: 'usr_giver', closedAt: FIRST.now, closedBy: 'usr_giver' };
  const { orderId, key, amount } = of;
  const given = {
    id: newId('giv', FIRST),
    key,
    orderId,
    act: 'refund',
    state: 'given',
    words: 'thử',
  } as const;
  await db.giving.create({ data: { ...given, dong: BigInt(amount), ...asked } });
}

/** An order of 930,000 đồng that waits for its transfer. Returns its id. */
export async function anOrder(db: Database, state: 'awaiting' | 'cancelled' = 'awaiting'): Promise<string> {
  const id = newId('ord', FIRST);
  const purpose = `BN${id.slice(-7).toUpperCase()}`;
  const line = { quantity: 1, unitGrams: 10_000, unitPriceDong: 900_000n, lineDong: 900_000n };
  const buyer = { buyerName: 'Người mua thử', phone: '+84900000099', street: 'Số 1', locale: 'vi' };
  await db.order.create({
    data: {
      id,
      code: purpose,
      ...buyer,
      ward: { connect: { provinceCode_code: { provinceCode: '75', code: '25217' } } },
      method: 'vietqr',
      goodsDong: 900_000n,
      deliveryDong: 30_000n,
      totalDong: BigInt(TOTAL),
      placedAt: FIRST.now,
      steps: { create: { toState: 'placed', at: FIRST.now } },
      lines: { create: { id: newId('lin', FIRST), productId: 'pro_1', ...line } },
      payment: {
        create: {
          id: newId('pay', FIRST),
          method: 'vietqr',
          amountDong: BigInt(TOTAL),
          purpose,
          state,
          createdAt: FIRST.now,
        },
      },
    },
  });
  return id;
}
