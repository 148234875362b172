import { randomInt, randomUUID } from 'node:crypto';
import { createAccount, phoneNumber } from '@baunghe/coop';
import { type Database, thisMoment, vietnamDay } from '@baunghe/db';
import { recordHarvest } from '@baunghe/farm';
import { dong } from '@baunghe/money';
import { placeOrder } from '@baunghe/orders';
import { checkoutOf, type SmallShop } from './small-shop';

const GLN = '9521234000013';
const PACKER = { phone: '0900000088', password: 'kho-day-sau-rieng' };

/** One write as its sender keeps it until it is answered: which procedure, with which input. */
export interface Sending {
  procedure: 'checkout.place' | 'officeOrders.packBox' | 'store.spoil';
  input: { key: string };
}

/** Twenty lots in the small shop's store, an account for a packer, and orders that wait to be packed. */
export async function fillStore(
  database: Database,
  { productId }: SmallShop,
  orders: number,
): Promise<Sending[]> {
  const moment = thisMoment();
  const { password } = PACKER;
  const number = phoneNumber(PACKER.phone);
  if (!number.ok) throw new Error(number.error.code);
  const account = { name: 'Người đóng gói thử', phone: number.value.e164, password, demo: false };
  await database.$transaction((tx) => createAccount(tx, { ...account, roles: ['packer'] }, moment));
  const plot = await database.plot.findFirstOrThrow();
  const cut = { plotId: plot.id, varietyCode: 'RI6', grade: 'A', grams: 120_000, photoId: null };
  const by = { userId: 'usr_test', memberId: null, gln: GLN };
  for (let lot = 1; lot < 20; lot++) {
    await database.$transaction((tx) =>
      recordHarvest(tx, thisMoment(), by, { ...cut, cutOn: vietnamDay(moment.now) }),
    );
  }
  for (let order = 0; order < orders; order++) {
    const { key: _key, phone: _phone, seenTotal, ...form } = checkoutOf({ productId }, '');
    const checkout = { ...form, phone: '+84900000099', method: 'cod', seenTotal: dong(seenTotal) } as const;
    const placed = await database.$transaction((tx) => placeOrder(tx, thisMoment(), checkout));
    if (!placed.ok) throw new Error(placed.error.code);
  }
  const kept = await database.reservation.findMany({ include: { line: true } });
  return kept.flatMap(({ lotId, line }) => {
    if (!line) return [];
    // Half of them as heavy as promised: of a lot that is promised whole, nothing more can be packed.
    const grams = 10_000 + randomInt(2) * randomInt(200);
    const box = { orderId: line.orderId, lineId: line.id, lotId, units: 1, grams };
    return { procedure: 'officeOrders.packBox', input: { key: randomUUID(), ...box } };
  });
}

/** Fruit thrown out of random lots. */
export async function spoilages(database: Database, count: number): Promise<Sending[]> {
  const lots = await database.lot.findMany({ select: { batch: true } });
  return Array.from({ length: count }, () => {
    const { batch = '' } = lots[randomInt(lots.length)] ?? {};
    const entry = { batch, grams: 500 + randomInt(6000), cause: 'rotten', words: null, photo: null };
    return { procedure: 'store.spoil', input: { key: randomUUID(), ...entry } };
  });
}

/** Orders of one box each. */
export function checkouts(shop: SmallShop, count: number): Sending[] {
  return Array.from({ length: count }, () => {
    return { procedure: 'checkout.place', input: checkoutOf(shop, randomUUID()) };
  });
}

/** Signs the packer in at a server. Returns the cookie. */
export async function signInAt(url: string): Promise<string> {
  const answer = await post(`${url}/api/trpc/session.signIn`, PACKER, '');
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Sends a write once. Returns what was said: done, refused, or nothing where the server or its database is away. */
export async function send(
  url: string,
  cookie: string,
  { procedure, input }: Sending,
): Promise<'done' | 'refused' | null> {
  try {
    const answer = await post(`${url}/api/trpc/${procedure}`, input, cookie);
    if (answer.status !== 200) return null;
    const body = (await answer.json()) as { result: { data: { json: { ok: boolean } } } };
    return body.result.data.json.ok ? 'done' : 'refused';
  } catch {
    return null;
  }
}

function post(url: string, json: unknown, cookie: string): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', cookie };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify({ json }) });
}

/** Lots whose balance is not what their ledger and their promises say, and orders that are promised otherwise. */
export function disagreements(database: Database): Promise<unknown[]> {
  return database.$queryRaw<unknown[]>`
    SELECT b.* FROM "lot_balance" b
    WHERE b."onHandGrams" <> (SELECT coalesce(sum(m."grams"), 0) FROM "stock_move" m WHERE m."lotId" = b."lotId")
       OR b."reservedGrams" <> (SELECT coalesce(sum(r."grams"), 0) FROM "reservation" r
                                WHERE r."lotId" = b."lotId" AND r."state" = 'active')
       OR b."onHandGrams" < b."reservedGrams" OR b."reservedGrams" < 0`;
}
