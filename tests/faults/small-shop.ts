import { type Database, newId, openDatabase, plusDays, type Tx, thisMoment, vietnamDay } from '@baunghe/db';
import { recordHarvest } from '@baunghe/farm';

const PRICE = 900_000;

/** A shop with ten boxes of one product in its store: what an order needs, and no more. */
export interface SmallShop {
  productId: string;
}

/** Works on the database of a running server, beside it. */
export async function beside<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase(url, 3);
  try {
    return await work(database);
  } finally {
    await database.$disconnect();
  }
}

/** Opens the shop: one variety, plot and product, and a harvest of a hundred kilograms. */
export async function openShop(tx: Tx): Promise<SmallShop> {
  const moment = thisMoment();
  const names = { nameVi: 'Ri6', nameEn: 'Ri6' };
  const variety = { code: 'RI6', fruit: 'durian', looseGtin: '99521234001006', shelfDays: 8 };
  await tx.variety.create({ data: { ...variety, ...names, picture: 'durian-ri6.svg' } });
  const memberId = newId('mem', moment);
  const plotId = newId('plo', moment);
  const joinedOn = plusDays(vietnamDay(moment.now), -400);
  await tx.member.create({ data: { id: memberId, code: 'XV01', name: 'Xã viên thử', joinedOn } });
  const plot = { id: plotId, code: 'T01', name: 'Vườn thử', memberId, areaM2: 9_000, outline: [] };
  await tx.plot.create({ data: plot });
  await tx.plotTrees.create({ data: { plotId, varietyCode: 'RI6', count: 90, plantedYear: 2015 } });
  const productId = newId('pro', moment);
  const product = { id: productId, slug: 'ri6', gtin: '09521234002000', varietyCode: 'RI6', grade: 'A' };
  const unit = { saleUnit: 'box', unitGrams: 10_000, priceDong: BigInt(PRICE) } as const;
  await tx.product.create({ data: { ...product, ...unit, ...names, descriptionVi: '', descriptionEn: '' } });
  const harvest = { plotId, varietyCode: 'RI6', grade: 'A', grams: 100_000, photoId: null };
  const by = { userId: 'usr_test', memberId: null, gln: '9521234000013' };
  const cut = await recordHarvest(tx, moment, by, { ...harvest, cutOn: vietnamDay(moment.now) });
  if (!cut.ok) throw new Error(`harvest refused: ${cut.error.code}`);
  return { productId };
}

/** The checkout of one box, as a client sends it under a key of its own. */
export function checkoutOf({ productId }: SmallShop, key: string) {
  return {
    key,
    lines: [{ productId, quantity: 1 }],
    buyerName: 'Người mua thử',
    phone: '0900000099',
    provinceCode: '75',
    wardCode: '25217',
    street: 'Số 1, đường thử',
    note: null,
    locale: 'vi',
    method: 'cod',
    seenTotal: PRICE + 30_000,
  };
}

/** What the gate answered: its status, and what it said. */
export type Answer = { status: number; said: unknown };

/** Sends a checkout through the gate for machines. */
export async function sendCheckout(url: string, checkout: ReturnType<typeof checkoutOf>): Promise<Answer> {
  const answer = await fetch(`${url}/api/trpc/checkout.place`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ json: checkout }),
  });
  const body = (await answer.json()) as {
    result?: { data: { json: unknown } };
    error?: { json: { message: string } };
  };
  return { status: answer.status, said: body.result?.data.json ?? body.error?.json.message };
}

/** How much of an order there is: rows that a rolled back one leaves at zero. */
export async function kept(database: Database) {
  const [orders, reservations, writes, balances] = await Promise.all([
    database.order.count(),
    database.reservation.count(),
    database.write.count(),
    database.lotBalance.findMany({ select: { onHandGrams: true, reservedGrams: true } }),
  ]);
  return { orders, reservations, writes, balances };
}
